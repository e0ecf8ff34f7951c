"""Which letter the three answers lead to: every combination, blank ones too."""

from itertools import product

import pytest

from negotiation.scripts import catalogue
from negotiation.scripts.chooser import QUESTIONS, RULES, choose

# Rows: may they know, what is it about. Columns: hear from them again yes, maybe, no, not answered.
P, T, F, N = "personal", "terms", "flags", None
EXPECTED = {
    ("yes", "terms"): (T, T, P, T),
    ("yes", "treatment"): (F, F, F, F),
    ("yes", "life"): (P, P, P, P),
    ("yes", ""): (N, N, N, N),
    ("partly", "terms"): (T, T, P, T),
    ("partly", "treatment"): (P, F, F, F),
    ("partly", "life"): (P, P, P, P),
    ("partly", ""): (N, N, N, N),
    ("no", "terms"): (P, P, P, P),
    ("no", "treatment"): (P, P, P, P),
    ("no", "life"): (P, P, P, P),
    ("no", ""): (P, P, P, P),
    ("", "terms"): (N, N, N, N),
    ("", "treatment"): (N, N, N, N),
    ("", "life"): (P, P, P, P),
    ("", ""): (N, N, N, N),
}
AGAIN = ("yes", "maybe", "no", "")
ALL = [(truth, about, again) for (truth, about), again in product(EXPECTED, AGAIN)]


def answers(name):
    return [value for question in QUESTIONS if question.name == name for value, _ in question.options]


def test_the_table_here_covers_every_combination():
    values = [[*answers(question.name), ""] for question in QUESTIONS]
    assert set(ALL) == set(product(*values))
    assert len(ALL) == 64


@pytest.mark.parametrize(("truth", "about", "again"), ALL)
def test_every_combination_leads_where_the_table_says(truth, about, again):
    choice = choose(truth=truth, about=about, again=again)
    assert choice.variant == EXPECTED[truth, about][AGAIN.index(again)]
    assert choice.reasons
    assert all(reason.code and reason.text.endswith(".") for reason in choice.reasons)


def test_every_variant_is_reached_and_no_other():
    reached = {choose(truth=t, about=a, again=g).variant for t, a, g in ALL} - {None}
    assert reached == {variant.slug for variant in catalogue.find("decline").variants}


def test_every_rule_decides_something():
    decided = {choose(truth=t, about=a, again=g).reasons[0].code for t, a, g in ALL}
    assert decided == {rule.reason.code for rule in RULES}


def test_without_the_first_two_answers_it_asks_for_them():
    for given in ({}, {"truth": "yes"}, {"about": "terms"}, {"again": "no"}):
        choice = choose(**given)
        assert choice.variant is None
        assert choice.reasons[0].code == "answer_first_two"


def test_an_unanswered_third_question_counts_as_maybe():
    for truth, about in EXPECTED:
        assert choose(truth=truth, about=about) == choose(truth=truth, about=about, again="maybe")


def test_an_answer_nobody_offered_counts_as_none():
    assert choose(truth="<script>", about="terms").variant is None
    assert choose(truth="yes partly", about="terms").variant is None
    settled = {"truth": "yes", "about": "terms"}
    assert choose(**settled, again="x" * 1000) == choose(**settled)


def test_wanting_to_hear_nothing_more_avoids_the_letter_that_invites_an_offer():
    assert choose(truth="yes", about="terms", again="no").reasons[0].code == "no_new_offer"
