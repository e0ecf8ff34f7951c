"""Whether to negotiate, and now: every combination of answers, unknown included."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

import pytest

from negotiation.calc.timing import (
    BEST,
    DARING,
    READING,
    RULES,
    SIGNS,
    Answer,
    Edge,
    Means,
    Reason,
    TimingTerms,
    Verdict,
    Wanted,
    matching,
    timing,
)

D = Decimal
# Each from the worst to the best: a step to the right never makes the result worse.
ANSWERS = (Answer.NO, Answer.UNKNOWN, Answer.YES)
BETTER = {
    "invited": ANSWERS,
    "usual": ANSWERS,
    "edge": (Edge.NONE, Edge.UNKNOWN, Edge.SHOWABLE, Edge.KNOWN),
    "undervalued": ANSWERS,
    "wanted": (Wanted.TOO_EARLY, Wanted.UNKNOWN, Wanted.YES),
}
MEANS = (
    {"runway_months": D(0)},
    {"runway_months": D("2.99")},
    {},
    {"runway_months": D(3)},
    {"runway_months": D(30)},
    {"runway_unlimited": True},
    {"runway_unlimited": True, "runway_months": D(1)},
)
EVERY = [
    TimingTerms(**dict(zip(BETTER, answers, strict=True)), **means)
    for answers in product(*BETTER.values())
    for means in MEANS
]
RESULTS = {terms: timing(terms) for terms in EVERY}
ALL_YES = TimingTerms(**{name: answers[-1] for name, answers in BETTER.items()}, runway_months=D(12))


def in_words(terms):
    """The same table told another way: by counting signs."""
    signs = [name for name in SIGNS if getattr(terms, name) == BEST[name]]
    short = not terms.runway_unlimited and terms.runway_months is not None and terms.runway_months < 3
    fair, invited = terms.undervalued == "no", "invited" in signs
    if terms.wanted == "too_early":
        return Verdict.WAIT
    if fair and not signs and terms.edge == "none":
        return Verdict.DO_NOT
    if fair and short and not invited and terms.edge in ("none", "unknown"):
        return Verdict.DO_NOT
    if terms.wanted == "unknown":
        return Verdict.WAIT if short and not invited else Verdict.PREPARE
    a_reason = "edge" in signs or "undervalued" in signs
    enough = len(signs) >= 2 and (not short or invited or len(signs) >= 3)
    return Verdict.GO if a_reason and enough else Verdict.PREPARE


def test_every_combination_has_one_result():
    assert len(RESULTS) == 3 * 3 * 4 * 3 * 3 * len(MEANS)
    assert {terms: found.result for terms, found in RESULTS.items()} == {terms: in_words(terms) for terms in EVERY}


def test_each_result_and_each_line_of_the_table_is_reached():
    assert {found.result for found in RESULTS.values()} == set(Verdict)
    reached = {id(matching(terms)) for terms in EVERY}
    assert reached == {id(rule) for rule in RULES}


def test_each_result_has_reasons_and_each_reason_comes_up():
    assert all(found.reasons for found in RESULTS.values())
    assert all(len(set(found.reasons)) == len(found.reasons) for found in RESULTS.values())
    assert {reason for found in RESULTS.values() for reason in found.reasons} == set(Reason)


def test_a_reason_is_always_an_answer_that_was_given():
    for terms, found in RESULTS.items():
        given = {READING.get((name, getattr(terms, name))) for name in ("means", *BETTER)}
        assert set(found.reasons) <= given


@pytest.mark.parametrize("name", BETTER)
def test_a_better_answer_never_makes_the_result_worse(name):
    for terms, found in RESULTS.items():
        for worse, better in pairwise(BETTER[name]):
            if getattr(terms, name) == worse:
                assert DARING[timing(replace(terms, **{name: better})).result] >= DARING[found.result]


def test_less_runway_is_never_more_daring():
    for terms in EVERY:
        daring = [DARING[timing(with_(terms, means)).result] for means in MEANS[:6]]
        assert daring == sorted(daring)


def with_(terms, means):
    return replace(terms, **{"runway_months": None, "runway_unlimited": False} | means)


def test_care_is_asked_for_without_a_runway_that_is_known_to_last():
    assert {found.caution for terms, found in RESULTS.items() if terms.means is Means.ENOUGH} == {False}
    assert {found.caution for terms, found in RESULTS.items() if terms.means is not Means.ENOUGH} == {True}
    for terms, found in RESULTS.items():
        if found.result in (Verdict.GO, Verdict.PREPARE) and found.caution:
            assert READING["means", terms.means] in found.reasons


def test_a_short_runway_changes_some_results():
    changed = {(found.result, timing(with_(terms, MEANS[4])).result) for terms, found in RESULTS.items()}
    assert {
        (Verdict.PREPARE, Verdict.GO),
        (Verdict.DO_NOT, Verdict.PREPARE),
        (Verdict.WAIT, Verdict.PREPARE),
    } <= changed


@pytest.mark.parametrize(
    ("months", "means"),
    [(None, "unknown"), ("-1", "short"), ("0", "short"), ("2.9999", "short"), ("3", "enough"), ("600", "enough")],
)
def test_three_months_are_enough(months, means):
    assert TimingTerms(runway_months=None if months is None else D(months)).means == means


def test_unsure_whether_it_is_usual_counts_as_not_expected():
    for terms in EVERY:
        unsure, no = (timing(replace(terms, usual=usual)).result for usual in (Answer.UNKNOWN, Answer.NO))
        assert unsure == no


def test_too_early_is_wait_whatever_speaks_for_asking():
    found = timing(replace(ALL_YES, wanted=Wanted.TOO_EARLY))
    assert (found.result, found.reasons) == (Verdict.WAIT, (Reason.TOO_EARLY,))


def test_a_fair_offer_and_nothing_else_is_do_not():
    nothing = replace(ALL_YES, invited=Answer.NO, usual=Answer.NO, edge=Edge.NONE, undervalued=Answer.NO)
    found = timing(nothing)
    assert found.result == Verdict.DO_NOT
    assert set(found.reasons) == {Reason.FAIR, Reason.NOT_INVITED, Reason.NOT_USUAL, Reason.NO_EDGE}
    assert timing(replace(nothing, undervalued=Answer.UNKNOWN)).result == Verdict.PREPARE


def test_nothing_known_is_prepare_and_names_what_to_find_out():
    found = timing(TimingTerms())
    assert found.result == Verdict.PREPARE
    assert found.reasons == (
        Reason.WANTED_UNKNOWN,
        Reason.INVITED_UNKNOWN,
        Reason.USUAL_UNKNOWN,
        Reason.EDGE_UNKNOWN,
        Reason.WORTH_UNKNOWN,
        Reason.RUNWAY_UNKNOWN,
    )


def test_everything_speaking_for_it_is_go_without_caution():
    found = timing(ALL_YES)
    assert (found.result, found.caution) == (Verdict.GO, False)
    assert found.reasons == (Reason.WANTED, Reason.INVITED, Reason.UNDERVALUED)


def test_an_edge_that_must_still_be_shown_is_shown_first():
    shown = replace(ALL_YES, undervalued=Answer.UNKNOWN)
    assert timing(shown).result == Verdict.GO
    found = timing(replace(shown, edge=Edge.SHOWABLE))
    assert (found.result, found.reasons) == (Verdict.PREPARE, (Reason.EDGE_SHOWABLE, Reason.WORTH_UNKNOWN))


def test_no_go_without_a_yes_if_and_none_without_a_reason():
    for terms, found in RESULTS.items():
        if found.result is Verdict.GO:
            assert terms.wanted is Wanted.YES
            assert {Reason.EDGE_KNOWN, Reason.UNDERVALUED} & set(found.reasons)
