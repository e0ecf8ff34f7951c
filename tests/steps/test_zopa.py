"""The step zopa: worked numbers on the page, its soft warnings, its part of the brief."""

from __future__ import annotations

from decimal import Decimal

import pytest

from groundwork.blocks import Fact, Figure, Text
from groundwork.money import Frame
from negotiation.models import Batna, Zopa
from negotiation.steps import zopa
from negotiation.steps.base import Answers, Gap, Given
from tests.steps.sending import press

YEAR = Frame(currency="USD", period="year", basis="gross")


def answers(**values):
    from datetime import date

    numbers = {name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()}
    given = {"zopa": Given(values=Zopa(**numbers)), "batna": Given(values=Batna())}
    return Answers(frame=YEAR, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def sheet_facts(parts):
    return {part.label: part.value for part in parts if isinstance(part, Fact)}


def test_the_worked_example_opens_with_the_midpoint_rule():
    result = zopa.results(answers(offer_fixed=125, target_fixed=140, floor_fixed=120, market_high=160))
    assert result["opening_text"] == "155 USD a year gross"
    assert result["derivation"].startswith("Your target of 140 USD a year gross is the middle between")


def test_the_opening_is_capped_by_what_a_source_supports():
    result = zopa.results(answers(offer_fixed=125, target_fixed=140, market_high=150))
    assert result["opening_text"] == "150 USD a year gross"
    assert "more than your source supports" in result["derivation"]


def test_the_chance_of_room_is_the_checked_number():
    given = answers(floor_fixed=140, their_low=130, their_likely=145, their_high=160)
    facts = {label: value for label, value, _ in zopa.results(given)["facts"]}
    assert facts["Chance that there is room"] == "78 %"


def test_no_room_says_what_would_have_to_change():
    result = zopa.results(answers(floor_fixed=150, their_likely=145))
    assert result["sentence"].startswith("There is no room yet: your minimum is 5 USD a year gross above")
    _, value, note = next(fact for fact in result["facts"] if fact[0] == "What would have to move")
    assert value == "5 USD a year gross"
    assert "your minimum down to 145 USD a year gross, their maximum up to 150 USD a year gross" in note


@pytest.mark.parametrize(
    ("their_high", "label", "value"),
    [(160, "What could make room", "160 USD a year gross"), (148, "Still missing at their most", "2 USD a year gross")],
)
def test_no_room_also_looks_at_the_most_they_could_pay(their_high, label, value):
    given = answers(floor_fixed=150, their_low=140, their_likely=145, their_high=their_high)
    assert (label, value) in [fact[:2] for fact in zopa.results(given)["facts"]]


@pytest.mark.parametrize(
    ("low", "high", "said", "width"),
    [
        (70, 75, "(bolstering)", "7.1 % wide, within the usual 5 to 10 %"),
        (65, 70, "(backdown)", "7.7 % wide, within"),
        (68, 72, "(bracketing)", "5.9 % wide, within"),
        (80, 100, "Starts above your target", "25 % wide: the high end will sound like a wish"),
        (60, 62, "Ends below your target", "3.3 % wide: so narrow"),
        (70, 70, "One number", ""),
        (75, 70, "the wrong way round", ""),
    ],
)
def test_the_form_of_a_range_is_named_in_plain_words(low, high, said, width):
    facts = zopa.results(answers(target_fixed=70, ask_low=low, ask_high=high))["facts"]
    _, value, note = next(fact for fact in facts if fact[0] == "The range you name")
    assert said in value
    assert note.startswith(width)


def test_what_they_can_pay_is_said_with_where_it_comes_from():
    belief = {"their_low": 130, "their_likely": 145, "their_high": 160}
    facts = {fact[0]: fact[1:] for fact in zopa.results(answers(**belief))["facts"]}
    said, source = facts["What you think they can pay"]
    assert said.startswith("At least 130 USD a year gross, most likely 145")
    assert source.startswith("your own guess")
    linked = zopa.brief(answers(**belief, their_link="https://example.org/ad"))
    fact = next(b for b in linked if isinstance(b, Fact) and b.label == "What you think they can pay")
    assert fact.note == "starting from https://example.org/ad"
    assert not fact.shareable


def test_the_picture_carries_every_number_of_the_position():
    given = answers(
        offer_fixed=125, target_fixed=140, floor_fixed=120, their_low=130, their_likely=145, their_high=160,
        market_low=118, market_high=160,
    )  # fmt: skip
    line = zopa.results(given)["picture"].wide
    assert {place.mark.key for place in line.marks} == {"floor", "offer", "target", "opening"}
    assert {place.band.key for place in line.bands} == {"market", "theirs", "zone"}


def test_a_share_of_the_room_is_said_only_inside_of_it():
    result = zopa.results(answers(floor_fixed=50, target_fixed=60, their_likely=58, offer_fixed=52, market_high=70))
    labels = [fact[0] for fact in result["facts"]]
    assert "Your part of the room at their offer" in labels
    assert "Your part of the room at your target" not in labels
    assert "Your target is 2 USD a year gross above what they are likely to pay at most." in result["notices"]


def test_a_chance_of_one_is_said_in_words():
    result = zopa.results(answers(floor_fixed=1, their_low=5, their_likely=6, their_high=7))
    assert ("Chance that there is room", "Certain, if your range is right") in [fact[:2] for fact in result["facts"]]


def test_an_opening_without_a_source_says_so():
    assert any("No source supports" in text for text in zopa.results(answers(offer_fixed=1, target_fixed=2))["notices"])


def test_a_source_of_tomorrow_is_asked_about(filler, plan):
    response = press(filler, plan, "zopa", counts="fixed", market_date="2999-01-01")
    assert response.status_code == 422
    assert "This day is still to come." in response.content.decode()


def test_an_offer_at_the_target_gets_no_pay_counter():
    parts = zopa.sheet(answers(offer_fixed=140, target_fixed=140))
    assert "Accept it, or ask for what is not pay." in next(p.text for p in parts if isinstance(p, Text))


def test_an_empty_step_gives_gaps_with_their_fields_and_what_waits():
    gaps = {gap.field: gap.blocks for gap in zopa.sheet(answers()) if isinstance(gap, Gap)}
    assert gaps == {
        "market_high": "the number you open with",
        "target_fixed": "the result you aim for",
        "floor_fixed": "the number below which you say no",
        "offer_fixed": "how far their offer is from your target",
        "their_likely": "whether there is room to agree",
    }


def test_a_part_that_counts_and_is_blank_is_a_gap_of_its_own():
    parts = zopa.sheet(answers(counts="cash", target_fixed=140))
    assert "target_variable" in {gap.field for gap in parts if isinstance(gap, Gap)}


def test_the_call_sheet_never_shows_money_without_its_frame():
    given = answers(offer_fixed=125, target_fixed=140, floor_fixed=120, their_likely=145, market_high=160)
    facts = sheet_facts(zopa.sheet(given))
    assert facts == {
        "Aim for": "140 USD a year gross",
        "Below this, say no": "120 USD a year gross",
        "Their offer": "125 USD a year gross",
    }
    assert len(zopa.STEP.gaps(given)) == 0
    assert any(isinstance(part, Figure) for part in zopa.STEP.ready(given))


def test_only_offer_market_and_typed_ask_are_shareable():
    given = answers(offer_fixed=125, target_fixed=140, floor_fixed=120, market_low=118, market_high=160, opening=150)
    shared = {b.label for b in zopa.brief(given) if b.shareable and isinstance(b, Fact)}
    assert shared == {"Their offer", "The ask", "The market"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"their_low": "10", "their_likely": "5"}, "same as or more than the number before"),
        ({"market_low": "10", "market_high": "5"}, "The high end must be"),
        ({"ask_low": "10", "ask_high": "5"}, "The end of the range must be"),
    ],
)
def test_numbers_that_cannot_both_be_meant_get_their_sentence(filler, plan, values, words):
    response = press(filler, plan, "zopa", counts="fixed", **values)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_the_plans_offer_is_not_asked_for_a_second_time(filler, plan, mine):
    from offers.models import Offer

    plan.offer = Offer.objects.create(candidate=mine, employer="Mill", base=125, currency="USD", version=1)
    plan.save()
    Zopa.objects.create(plan=plan, offer_fixed=7, target_fixed=140)
    page = filler.get(f"/plans/{plan.pk}/zopa/").content.decode()
    assert 'name="offer_fixed"' not in page
    assert "125 USD a year gross" in page
    press(filler, plan, "zopa", counts="fixed", target_fixed="150")
    assert Zopa.objects.get(plan=plan).offer_fixed == 7
