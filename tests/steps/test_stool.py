"""The step stool: how an ask is said, what it lacks, which legs are missing, and what a refusal leaves behind."""

from __future__ import annotations

from datetime import date

import pytest

from groundwork.blocks import Fact, Items, Table
from groundwork.money import Frame
from negotiation.models import KeyResult, Mission, People, Person, Stool, StoolAsk, Want, Win
from negotiation.steps import stool, stool_words
from negotiation.steps.base import Answers, Gap, Given
from negotiation.stool import LEGS, stool_facts

DARK = KeyResult(text="Less than an hour dark", standing="shown")
COURSE = Want(want="Money for courses", need="Not to fall behind")
ILSE = Person(who="Ilse", part="hiring", cares="No dark night")
PARTS = {"leg": "budget", "ask": "to spend up to a fixed sum on spare parts."}
WHOLE = PARTS | {"reason": "No boat has to go out", "repeat": "Parts cost less than a boat", "evidence": "The Hall"}


def ask(**values):
    return StoolAsk(**PARTS | values)


def answers(*rows, numbers=None, **values):
    given = {
        "stool": Given(values=Stool(**values), rows=rows),
        "mission": Given(values=Mission(), more=(DARK,)),
        "win": Given(values=Win(), rows=(COURSE,)),
        "people": Given(values=People(), rows=(ILSE,)),
    }
    frame, today = Frame(currency="EUR", period="year", basis="gross"), date(2026, 11, 30)
    stored = {"zopa": numbers or {}}
    return Answers(frame=frame, locale="en", today=today, kind="job", given=given, stored=stored)


@pytest.mark.parametrize("leg", LEGS)
def test_an_ask_is_said_with_its_reason_and_what_it_is_for_and_ends_in_a_question(leg):
    row = ask(leg=leg, result=DARK, reason="no boat has to go out")
    opening = stool_facts().legs[leg].opening
    assert stool_words.spoken(answers(row), row) == (
        f"{opening} I would like to spend up to a fixed sum on spare parts. No boat has to go out. That is what it "
        "takes to get there: Less than an hour dark. How could we make that work?"
    )


def test_what_is_not_known_is_left_out_of_what_is_said():
    row = ask()
    said = stool_words.spoken(answers(row, begin="Let us look at what it takes"), row)
    assert said == (
        "Let us look at what it takes. I would like to spend up to a fixed sum on spare parts. How could we make that "
        "work?"
    )


def test_ones_own_words_are_said_as_they_are_and_a_need_is_never_said():
    assert stool_words.spoken(answers(), ask(wording=" May I? ")) == "May I?"
    assert "fall behind" not in stool_words.spoken(answers(), ask(want=COURSE))


def test_a_key_result_that_is_only_ones_own_is_never_said(monkeypatch):
    monkeypatch.setattr(DARK, "standing", "mine")
    assert "an hour dark" not in stool_words.spoken(answers(), ask(result=DARK))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I would like the course in my first year.", "I would like the course in my first year."),
        ("I’d like a mentor", "I would like a mentor."),
        ("The on-call fee from week one, OK?", "I would like the on-call fee from week one, OK."),
        ("Teo’s hour on the radio", "I would like Teo’s hour on the radio."),
        ("To spend a sum, and no form!", "I would like to spend a sum, and no form."),
    ],
)
def test_an_ask_goes_on_in_the_sentence_however_it_was_typed(typed, said):
    assert said in stool_words.spoken(answers(), ask(ask=typed))


def test_the_legs_are_the_same_in_the_table_the_file_and_the_code():
    assert [slug for slug, _ in StoolAsk.LEGS] == list(LEGS)
    assert [label for _, label in StoolAsk.LEGS] == [leg.label for leg in stool_facts().legs.values()]


def test_what_an_ask_lacks_is_listed_and_either_tie_is_enough():
    assert stool_words.lacks(answers(), ask()) == [
        "a key result or a need that it is for",
        "why it helps them",
        "the sentence that their manager can repeat",
        "what shows that it works",
        "whom you ask",
        "how it will be confirmed",
    ]
    for tie in ({"result": DARK}, {"want": COURSE}):
        assert stool_words.lacks(answers(), StoolAsk(**WHOLE, confirm="mail", person=ILSE, **tie)) == []


@pytest.mark.parametrize(("slug", "field", "blank"), [
    ("mission", "result", KeyResult()), ("win", "want", Want()), ("people", "person", Person())
])  # fmt: skip
def test_something_without_words_is_pointed_at_by_nothing(slug, field, blank):
    told = answers()
    told.given[slug] = Given(values=None, rows=(blank,), more=(blank,))
    facts = " ".join(stool.summary(told, ask(**{field: blank})))
    assert "for: " not in facts
    assert "meets the need" not in facts
    assert "Ask " not in facts


def test_a_tie_to_something_that_is_gone_is_no_tie():
    assert "a key result or a need" in stool_words.lacks(answers(), ask(result=KeyResult(text="Gone")))[0]


@pytest.mark.parametrize(
    ("standing", "said"), [("mine", " (only yours so far)"), ("shown", " (not agreed yet)"), ("agreed", "")]
)
def test_a_key_result_that_is_not_agreed_says_so(standing, said, monkeypatch):
    monkeypatch.setattr(DARK, "standing", standing)
    facts = stool.summary(answers(), ask(result=DARK))
    assert f"for: Less than an hour dark{said}" in facts


def test_the_ask_names_the_person_it_suits():
    facts = stool.summary(answers(), ask(person=ILSE))
    assert "Ask Ilse (hiring manager), who cares about: No dark night" in facts


def test_legs_on_which_nothing_is_asked_and_nothing_stands_are_missing():
    missing = stool.results(answers(ask(), people_stands=True))["bare"]
    assert missing == ["pay", "support and growth"]
    numbers = {"opening": "150", "desired": "140"}
    found = stool.results(answers(ask(), numbers=numbers, people_stands=True, growth_stands=True))
    assert found["bare"] == []
    assert found["legs"][0]["pay"] == "You open with 150 EUR a year gross."


def test_key_results_that_nothing_is_asked_for_are_named():
    assert stool.results(answers(ask()))["unserved"] == ["Less than an hour dark"]
    assert stool.results(answers(ask(result=DARK)))["unserved"] == []


def test_a_leg_that_stands_and_is_asked_for_is_pointed_at():
    assert "a budget for the work" in stool.results(answers(ask(), budget_stands=True))["notices"][0]
    assert stool.results(answers(ask(), growth_stands=True))["notices"] == []
    granted = ask(reply="agreed")
    assert stool.results(answers(granted, budget_stands=True))["notices"] == []  # that is why it stands


def test_a_refusal_is_a_flag_with_its_words_and_its_day():
    closed = ask(reply="closed", their_words="We do not discuss that.", day=date(2026, 11, 24))
    line = (
        "They would not talk about it: to spend up to a fixed sum on spare parts (24 November 2026): “We do not "
        "discuss that.”"
    )
    found = stool.results(answers(closed))
    assert found["flags"] == [line]
    assert found["told"] == [stool_words.TOLD["closed"]]
    assert stool.hub(answers(closed)) == [line]
    assert [block.items for block in stool.brief(answers(closed)) if isinstance(block, Items)] == [(line,)]
    assert found["asks"] == []  # nobody prepares to ask it again


def test_a_no_is_an_answer_and_no_bad_sign():
    found = stool.results(answers(ask(reply="no")))
    assert found["told"] == [stool_words.TOLD["no"]]
    assert stool.hub(answers(ask(reply="no"))) == []


def test_the_sheet_has_two_open_asks_with_their_reason_and_whom_they_suit():
    rows = [ask(ask=f"ask {n}", reason="It helps", person=ILSE) for n in range(4)]
    done = ask(ask="done", reply="agreed")
    parts = stool.sheet(answers(done, *rows))
    assert [part.value for part in parts] == ["Ask 0", "Ask 1", "Done"]
    note = "Why it helps them: It helps. Ask Ilse."
    assert parts[0] == Fact(label="A budget for the work", value="Ask 0", note=note)
    assert parts[2] == Fact(label="Agreed: see it in writing", value="Done")


def test_the_sheet_waits_for_an_ask_and_then_for_its_reason():
    (gap,) = stool.sheet(answers())
    assert isinstance(gap, Gap)
    assert gap.missing == "what you need besides pay: a budget for the work, people and resources, support and growth"
    assert stool.sheet(answers(budget_stands=True, people_stands=True, growth_stands=True)) == []
    (_, gap) = stool.sheet(answers(ask()))
    assert gap.missing == "why it helps them: “to spend up to a fixed sum on spare parts.”"


def test_an_unfinished_ask_counts_nowhere():
    draft = ask(draft={"ask": ["x"]})
    assert stool.results(answers(draft))["asks"] == []
    assert stool.brief(answers(draft)) == []


def test_the_paper_has_what_each_ask_is_for_and_how_it_holds_and_all_of_it_is_private():
    row = StoolAsk(**WHOLE, result=DARK, want=COURSE, person=ILSE, confirm="contract", blocker="The boat", reply="open")
    blocks = stool.brief(answers(row))
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == (
        (
            "A budget for the work: to spend up to a fixed sum on spare parts\n"
            "Ask Ilse (hiring manager), who cares about: No dark night",
            "For: Less than an hour dark (not agreed yet), meets the need: Not to fall behind\n"
            "In the way without it: The boat",
            "No boat has to go out\nTo pass on: Parts cost less than a boat\nThe Hall",
            "In the contract\nThey will come back to it",
        ),
    )
    assert not any(block.shareable for block in blocks)
