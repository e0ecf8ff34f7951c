"""The step decide: what the plan points to, what speaks for and against each way out, and what one decides oneself."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from groundwork.money import Frame
from negotiation.calc.decide import Exit
from negotiation.decide import ZONES, decide_facts
from negotiation.models import Decide, RedLine, Redlines, State
from negotiation.steps import decide
from negotiation.steps.base import Answers, Compared, Gap, Given
from negotiation.steps.decide_words import Case, for_and_against
from offers.calc.valuation import valuation
from offers.models import Offer
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

NUMBERS = {"minimum": "120000", "desired": "140000", "offer": "140000"}
HOURS = RedLine(kind="hours_max", most=40, version=1)


def answers(*, numbers=NUMBERS, batna="125000", lines=(), offer=None, stored=None, state=None, **values):
    given = {
        "decide": Given(values=Decide(**values)),
        "redlines": Given(values=Redlines(), rows=tuple(lines)),
        "state": Given(values=State(**(state or {}))),
    }
    kept = {"zopa": numbers, "batna": {"alternative": batna} if batna else {}} | (stored or {})
    compared = (Compared(offer=offer, worth=valuation(offer.to_terms([]))),) if offer else ()
    frame = Frame(currency="USD", period="year", basis="gross")
    found = Answers(frame=frame, locale="en", today=date(2026, 11, 30), kind="job", given=given, stored=kept)
    return replace(found, offer_row=offer, compared=compared)


def job(**values):
    return Offer(pk=uuid.uuid4(), employer="Lights", currency="USD", base=Decimal(140000), **values)


def points(**more):
    found = decide.results(answers(**more))
    return found["slug"], found["because"]


@pytest.mark.parametrize(
    ("change", "way", "says"),
    [
        ({}, "accept", "It meets all that you have set"),
        ({"numbers": NUMBERS | {"offer": "119000"}}, "counter", "1,000 USD a year gross below your minimum."),
        ({"numbers": NUMBERS | {"offer": "119000"}, "final": True}, "decline", "below your minimum."),
        ({"batna": "150000"}, "counter", "What you have otherwise is worth 10,000 USD a year gross more."),
        ({"stored": {"information": {"open": ["Who decides?"]}}}, "pause", "not known yet"),
        ({"style": "unknown"}, "pause", "not known yet"),
        ({"numbers": NUMBERS | {"offer": "130000"}}, "counter", "10,000 USD a year gross below what you aim for"),
        ({"numbers": NUMBERS | {"offer": "130000"}, "final": True}, "review", "below what you aim for"),
        ({"state": {"tired": "5", "angry": "5", "urgent": "5"}}, "pause", "no day on which you should decide"),
        ({"numbers": {}, "batna": ""}, "pause", "Neither an offer nor a number"),
        ({"lines": [HOURS], "offer": job(hours_week=Decimal(50))}, "decline", "not up for discussion"),
        ({"lines": [HOURS], "offer": job()}, "pause", "not known yet"),
        ({"lines": [HOURS], "offer": job(hours_week=Decimal(38), overtime_week=Decimal(0))}, "accept", "It meets all"),
    ],
)
def test_every_way_out_is_pointed_to_with_its_reason(change, way, says):
    found = points(**change)
    assert found[0] == way
    assert says in found[1]


def test_what_speaks_for_and_against_comes_from_the_plan():
    stored = {
        "promises": {"unseen": ["A course in spring"]},
        "stool": {"asks": ["a mentor"]},
        "mission": {"measure": "No night in the dark"},
    }
    given = answers(
        numbers=NUMBERS | {"offer": "130000"}, stored=stored, tasks="meets", money="gap", money_shows="Nobody"
    )
    sides = for_and_against(Case(given))
    assert set(sides) == set(Exit)
    good, bad = sides[Exit.ACCEPT]
    assert "It is 10,000 USD a year gross above your minimum" in good
    assert "Tasks and expectations" in good
    assert "It is 10,000 USD a year gross below what you aim for" in bad
    assert "Money and responsibility: Nobody" in bad
    assert "Said, and in no contract yet: A course in spring" in bad
    assert "You have not asked yet: a mentor" in sides[Exit.COUNTER][0]
    assert "There is a measure to go by: No night in the dark" in sides[Exit.REVIEW][0]
    assert sides[Exit.DECLINE] == ([one for one in bad if not one.startswith("Said")], good)


def test_the_day_on_which_an_offer_ends_speaks_against_waiting():
    sides = for_and_against(Case(answers(offer=job(expires=date(2026, 12, 4)))))
    assert sides[Exit.PAUSE][1] == ["The offer stands until 4 December 2026"]


def test_whoever_decides_otherwise_is_asked_only_why():
    assert decide.results(answers(choice="decline"))["differs"] == decide.DIFFERS
    assert not decide.results(answers(choice="decline", why="They were late three times."))["differs"]
    assert not decide.results(answers(choice="accept"))["differs"]
    assert not decide.results(answers())["differs"]


def test_the_way_that_is_pointed_to_stands_first_and_each_has_its_letter():
    found = decide.results(answers(numbers=NUMBERS | {"offer": "130000"}))["ways"]
    assert found[0]["slug"] == "counter"
    assert {one["slug"] for one in found} == {str(way) for way in Exit} == set(dict(Decide.EXITS))
    assert all(one["way"].letter or one["way"].step for one in found)
    assert dict(Decide.EXITS) == {slug: way.label for slug, way in decide_facts().exits.items()}
    assert all(hasattr(Decide(), f"{zone}_shows") for zone in ZONES)


def test_meanness_is_a_finding():
    assert decide.results(answers(fair="no"))["mean"]
    assert decide.results(answers(excited="no"))["mean"]
    assert not decide.results(answers(fair="yes", excited="unsure"))["mean"]


def test_the_call_sheet_has_the_three_lists_or_waits_for_the_first():
    (gap,) = decide.sheet(answers())
    assert isinstance(gap, Gap)
    assert gap.field == "yes_if"
    (fact,) = decide.sheet(answers(yes_if="140,000\na day at home", no_if="Nights"))
    assert (fact.value, fact.note) == ("Yes at once, if 140,000; a day at home", "A calm no, if Nights")
    assert not fact.shareable


def test_the_paper_is_private_and_says_what_was_decided():
    blocks = decide.brief(answers(choice="accept", why="It fits.", tasks="unknown"))
    assert not any(block.shareable for block in blocks)
    assert blocks[-1].value == "Accept"
    assert blocks[-1].note == "It fits."
    assert decide.brief(answers(numbers={}, batna="")) == []


def test_the_page_decides_from_what_other_pages_hold(filler, plan, django_assert_max_num_queries):
    numbers = {"target_fixed": "140000", "floor_fixed": "126000", "offer_fixed": "125000"}
    press(filler, plan, "zopa", counts="fixed", **numbers)
    with django_assert_max_num_queries(12):
        page = words(filler.get(address(plan, "decide")))
    assert "Make a counter-offer" in page
    assert "It is 1,000 USD a year gross below your minimum." in page


def test_htmx_request(filler, plan):
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "yes_if": "A day at home", "choice": "accept"}
    panel = filler.post(address(plan, "decide"), data, **HTMX)
    assert "What you decided" in words(panel)
    assert "The five ways out" in words(panel)
    assert "<html" not in panel.content.decode()
