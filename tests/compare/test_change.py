"""What would have to change, what is too close to call, and the trap of a headline."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from negotiation.models import Plan, RedLine
from negotiation.profiles.models import Candidate
from offers.models import Offer, Rate, Term
from tests.compare.conftest import offered
from tests.offers.typed import words

pytestmark = pytest.mark.django_db


def page_of(client: Client, plan: Plan, **asked: Any) -> Any:
    return client.get(reverse("compare", args=[plan.pk]), asked)


def rivals(page: Any) -> dict[str, str]:
    return {one.name: " ".join(one.sentences) for one in page.context["found"].rivals}


def test_the_trap_of_a_headline_is_said_in_words(as_owner: Client, owner: Candidate, plan: Plan):
    """300 ahead before tax, 17,070 behind after it: the worked example."""
    offered(owner, "A", 150_300, tax_rate=40)
    offered(owner, "B", 150_000, tax_rate="28.5")
    page = words(page_of(as_owner, plan))
    assert "A leads in what is guaranteed: 601,200 EUR gross over four years, 1,200 EUR gross more than B." in page
    assert "That is less than 2 % apart: too close to call by pay alone." in page
    assert (
        "Before tax A leads by 300 EUR a year gross; after your own tax rates and costs it is the other way round: "
        "B leaves 17,070 EUR a year more, 68,280 EUR in four years." in page
    )


def test_two_percent_apart_is_not_too_close(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 100)
    offered(owner, "B", 98)
    assert "too close to call by pay alone" not in words(page_of(as_owner, plan))


def test_what_brings_another_offer_level_in_its_own_money_and_period(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 60_000)
    offered(owner, "B", 4_000, period="month", payments="13", bonus_percent=10, bonus_certainty="guaranteed")
    offered(owner, "C", 40_000, currency="GBP")
    Rate.objects.create(candidate=owner, currency="GBP", other="EUR", rate="1.25", as_of="2026-11-01", version=1)
    found = rivals(page_of(as_owner, plan))
    assert list(found) == ["B", "C"]
    # B: 57,200 a year, so 11,200 in four; a unit more a month brings 13 x 1.1 a year.
    assert (
        "with about 195.90 EUR a month gross more base pay, or with 11,200 EUR gross as a sign-on payment."
        in found["B"]
    )
    # C: 50,000 a year in the other money, so 40,000 behind in four, which is 32,000 in its own.
    assert (
        "with about 8,000 GBP a year gross more base pay, or with 32,000 GBP gross as a sign-on payment." in found["C"]
    )


def test_what_was_said_to_bring_it_level_does(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 60_000)
    other = offered(owner, "B", 4_000, period="month", payments="13", bonus_percent=10, bonus_certainty="guaranteed")
    other.base += Decimal("195.90")
    other.save()
    totals = [one.total for one in page_of(as_owner, plan).context["found"].laid.result.row("guaranteed").standings]
    assert 0 <= totals[1] - totals[0] < Decimal(6)


def test_the_month_at_which_totals_cross(as_owner: Client, owner: Candidate, plan: Plan):
    """12,000 at the start against 600 more a month: level after month 20, ahead from month 21 on."""
    offered(owner, "A", 57_200, bonus_amount=0)
    offered(owner, "B", 50_000, sign_on=12_000, bonus_amount=0)
    found = rivals(page_of(as_owner, plan))["B"]
    told = "In guaranteed pay, B has paid as much or more until month 20; from month 21 on A stays ahead."
    assert found.endswith(f"{told} Its sign-on payment may have to be paid back if you leave.")
    Offer.objects.filter(employer="B").update(clawback_months=24)
    found = rivals(page_of(as_owner, plan))["B"]
    assert found.endswith("Its sign-on payment has to be paid back if you leave within 24 months.")
    Offer.objects.filter(employer="B").update(clawback_months=0)
    assert rivals(page_of(as_owner, plan))["B"].endswith(told)


def test_an_order_that_turns_more_than_once_is_not_told_as_one_turn(as_owner: Client, owner: Candidate, plan: Plan):
    """B is behind in year 1, ahead after what comes once in year 2, and behind again from month 31 on."""
    offered(owner, "A", 50_000, bonus_amount=0, sign_on=0)
    other = offered(owner, "B", 49_000, bonus_amount=0, sign_on=0)
    once = {"label": "Bonus", "amount": 2500, "every": "once", "year": 2, "certainty": "guaranteed"}
    Term.objects.create(offer=other, kind="extra", version=1, **once)
    found = rivals(page_of(as_owner, plan))["B"]
    assert "B has paid as much or more now and then until month 30; from month 31 on A stays ahead." in found


def test_no_month_where_the_same_one_is_ahead_all_along(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 57_200)
    offered(owner, "B", 50_000)
    assert "month" not in rivals(page_of(as_owner, plan))["B"]


def test_what_is_out_does_not_lead_the_others(as_owner: Client, owner: Candidate, plan: Plan):
    RedLine.objects.create(plan=plan, kind="hours_max", most=40, version=1)
    offered(owner, "A", 100, hours_week=45, overtime_week=0)
    offered(owner, "B", 90, hours_week=40, overtime_week=0)
    offered(owner, "C", 80, hours_week=40, overtime_week=0)
    page = page_of(as_owner, plan)
    assert page.context["found"].matters[0] == (
        "A pays most in what is guaranteed, 400 EUR gross over four years, but a red line puts it out. Of the others: "
        "B leads in what is guaranteed: 360 EUR gross over four years, 40 EUR gross more than C."
    )
    assert rivals(page)["C"].startswith("In guaranteed pay over four years, C draws level with B with about 10 EUR")


def test_offers_of_one_name_are_told_apart(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Lead", 100)
    offered(owner, "Mill", 90)
    offered(owner, "Mill", 70)
    found = page_of(as_owner, plan).context["found"].rivals
    assert [(one.name, "40 EUR" in " ".join(one.sentences)) for one in found] == [("Mill", True), ("Mill", False)]


def test_only_the_nearest_three_are_spoken_of(as_owner: Client, owner: Candidate, plan: Plan):
    for number in range(10):
        offered(owner, f"E{number}", 100 + number)
    assert list(rivals(page_of(as_owner, plan))) == ["E8", "E7", "E6"]


def test_what_a_red_line_puts_out_is_named_and_what_brings_it_back(as_owner: Client, owner: Candidate, plan: Plan):
    row = RedLine.objects.create(plan=plan, kind="hours_max", most=40, version=1)
    offered(owner, "A", 100, hours_week=40, overtime_week=0)
    offered(owner, "B", 90, hours_week=45, overtime_week=0)
    page = page_of(as_owner, plan)
    condition = "“At most 40 hours a week, unpaid ones included”"
    assert f"B is out as it stands, whatever it pays: it breaks {condition}." in words(page)
    assert f"To be in again, it would have to keep {condition}." in rivals(page)["B"]
    (line,) = [line for section in page.context["sections"] for line in section.lines if row.pk.hex[:8] in line.key]
    assert [(cell.text, cell.bad) for cell in line.cells] == [("Held", False), ("Broken", True)]
