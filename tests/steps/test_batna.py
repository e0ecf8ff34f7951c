"""The step batna: certain, expected, hoped for; what binds; what the money needed says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact
from groundwork.money import Frame
from negotiation.models import Alternative, Batna, Zopa
from negotiation.steps import batna
from negotiation.steps.base import Answers, Gap, Given

YEAR = Frame(currency="USD", period="year", basis="gross")


def answers(*alternatives, zopa=None, **values):
    rows = tuple(Alternative(**row) for row in alternatives)
    given = {"batna": Given(values=Batna(**values), rows=rows), "zopa": Given(values=zopa or Zopa())}
    return Answers(frame=YEAR, locale="en", today=date(2026, 11, 22), kind="job", given=given)


THREE = (
    {"kind": "offer", "title": "Mill", "value": Decimal(150), "likelihood": Decimal(50)},
    {"kind": "offer", "title": "Dairy", "value": Decimal(135), "likelihood": Decimal(60)},
    {"kind": "present_job", "title": "Stay", "value": Decimal(120), "likelihood": Decimal(100)},
)


def test_the_worked_example_certain_expected_hoped_for():
    lines = batna.results(answers(*THREE))["lines"]
    assert [line[:2] for line in lines] == [
        ("Certain", "120 USD a year gross"),
        ("Expected", "139.50 USD a year gross"),
        ("Hoped for", "150 USD a year gross"),
    ]
    assert "20 %" in lines[1][2]


def test_the_money_needed_is_the_checked_number():
    facts = batna.results(answers(outgoings=Decimal(3200), tax_percent=Decimal(30)))["facts"]
    assert ("Pay you need", "54,857 USD a year gross") in [fact[:2] for fact in facts]


def test_the_suggested_minimum_says_what_binds():
    facts = batna.results(answers(*THREE, motivation=Decimal(145)))["facts"]
    _, value, note = next(fact for fact in facts if fact[0] == "Suggested minimum")
    assert value == "145 USD a year gross"
    assert "the pay below which you would not want to do it" in note


def test_a_short_runway_takes_what_is_certain_unless_chosen_otherwise():
    short = {"outgoings": Decimal(100), "income": Decimal(0), "savings": Decimal(200)}
    held = {fact[0]: fact for fact in batna.results(answers(*THREE, **short))["facts"]}["Compare the offer with"]
    assert held[1] == "120 USD a year gross"
    chosen = {fact[0]: fact for fact in batna.results(answers(*THREE, choice="hoped", **short))["facts"]}
    assert chosen["Compare the offer with"][1] == "150 USD a year gross"


def test_break_even_against_the_offer_on_the_table():
    offered = Zopa(offer_fixed=Decimal(125))
    facts = batna.results(answers(THREE[0], THREE[2], zopa=offered))["facts"]
    assert ("“Mill” beats their offer", "from a likelihood of 16.7 %", "you put it at 50 %: enough") in facts


@pytest.mark.parametrize(
    ("value", "likelihood", "offer", "said", "note"),
    [
        (150, 10, 125, "from a likelihood of 16.7 %", "you put it at 10 %: not enough"),
        (150, None, 125, "from a likelihood of 16.7 %", ""),
        (124, 90, 125, "at no likelihood", "even if it came for certain it is not worth more"),
        (150, 0, 120, "at any likelihood", "what you have for certain is worth as much as their offer"),
    ],
)
def test_each_alternative_says_when_it_would_beat_the_offer(value, likelihood, offer, said, note):
    mill = {"kind": "offer", "title": "Mill", "value": Decimal(value)}
    mill["likelihood"] = None if likelihood is None else Decimal(likelihood)
    facts = batna.results(answers(mill, THREE[2], zopa=Zopa(offer_fixed=Decimal(offer))))["facts"]
    assert ("“Mill” beats their offer", said, note) in facts


def test_without_an_offer_or_anything_certain_nothing_is_said_to_beat_it():
    for given in (answers(*THREE), answers(*THREE[:2], zopa=Zopa(offer_fixed=Decimal(125)))):
        assert not any("beats their offer" in fact[0] for fact in batna.results(given)["facts"])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((THREE[2],), "besides this job nothing is under way"),
        ((THREE[0], THREE[2]), "besides this job only “Mill” is under way"),
        ((THREE[0], {**THREE[1], "likelihood": Decimal(0)}), "besides this job only “Mill” is under way"),
        (THREE, None),
        ((), None),
    ],
)
def test_all_on_one_card_is_named(rows, said):
    found = [text for text in batna.results(answers(*rows))["notices"] if text.startswith("All on one card")]
    assert [said in text for text in found] == ([True] if said else [])


def test_alternatives_of_one_fate_are_counted_once_and_say_so():
    alone = {line[0]: line[1] for line in batna.results(answers(*THREE))["lines"]}
    tied = [{**row, "same_fate": "the port"} for row in THREE[:2]]
    together = {line[0]: line[1] for line in batna.results(answers(*tied, THREE[2]))["lines"]}
    assert (alone["Expected"], together["Expected"]) == ("139.50 USD a year gross", "135 USD a year gross")
    assert "stands or falls with: the port" in batna.summary(answers(), Alternative(**tied[0]))


def test_without_alternatives_the_gap_leads_to_the_list():
    gap = batna.sheet(answers())[0]
    assert isinstance(gap, Gap)
    assert (gap.field, gap.blocks) == ("entries", "your best alternative")


def test_the_sheet_names_the_best_alternative():
    fact = batna.sheet(answers(*THREE))[0]
    assert isinstance(fact, Fact)
    assert fact.value == "120 USD a year gross for certain: Stay"
    assert fact.note == "Compare the offer with 139.50 USD a year gross: what you can expect"
    assert not fact.shareable


STAY = {"kind": "present_job", "title": "Stay", "value": Decimal(48_000), "likelihood": Decimal(100)}
LATER = {
    "kind": "offer",
    "title": "Mill",
    "value": Decimal(58_000),
    "likelihood": Decimal(40),
    "months": Decimal(2),
}


def test_who_can_stay_in_a_job_earns_its_pay_while_waiting():
    lines = {line[0]: line[1:] for line in batna.results(answers(STAY, LATER))["lines"]}
    assert lines["Hoped for"][0] == "57,167 USD a year gross"
    assert lines["Hoped for"][1] == "Mill; over 24 months, of which 2 bring 4,000 USD a month gross"
    assert lines["Expected"][0] == "51,667 USD a year gross"


def test_a_typed_cost_of_waiting_rules():
    hoped = {line[0]: line[1] for line in batna.results(answers(STAY, LATER, waiting_cost=Decimal(0)))["lines"]}
    assert hoped["Hoped for"] == "53,167 USD a year gross"


def test_an_alternative_points_at_an_offer_and_takes_its_pay(filler, plan, mine):
    from offers.models import Offer

    offer = Offer.objects.create(candidate=mine, employer="Mill", base=4000, period="month", payments="13", version=1)
    Alternative.objects.create(plan=plan, kind="offer", offer=offer, likelihood=100, version=1)
    page = filler.get(f"/plans/{plan.pk}/batna/").content.decode()
    assert "52,000 USD a year gross" in page


def test_the_offer_of_the_plan_is_no_alternative_to_itself(filler, plan, mine):
    from offers.models import Offer

    plan.offer = Offer.objects.create(candidate=mine, employer="Mill", base=1, version=1)
    plan.save()
    Offer.objects.create(candidate=mine, employer="Dairy", base=1, version=1)
    page = filler.get(f"/plans/{plan.pk}/batna/new/").content.decode()
    assert ">Dairy</option>" in page
    assert ">Mill</option>" not in page


def test_somebody_elses_offer_cannot_be_pointed_at(filler, plan, db):
    from offers.models import Offer
    from tests import people
    from tests.steps.test_rows import add

    foreign = Offer.objects.create(candidate=people.account("stranger"), employer="Secret Mill", base=1)
    response = add(filler, plan, kind="offer", offer=str(foreign.pk))
    assert response.status_code == 422
    assert "Secret Mill" not in response.content.decode()
