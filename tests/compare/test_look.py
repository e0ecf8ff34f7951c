"""How the comparison is looked at: sorted, without lines, only where offers differ; and the present job in it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from negotiation.models import Criterion, Plan, Score, Zopa
from negotiation.profiles.models import Candidate
from negotiation.services import state_refresh
from negotiation.steps import BY_SLUG
from offers.models import Offer, Rate
from tests.compare.conftest import offered
from tests.offers.typed import words

pytestmark = pytest.mark.django_db


def page_of(client: Client, plan: Plan, **asked: Any) -> Any:
    return client.get(reverse("compare", args=[plan.pk]), asked)


def names(page: Any) -> list[str]:
    return [column.name for column in page.context["columns"]]


def keys(page: Any) -> list[str]:
    return [line.key for section in page.context["sections"] for line in section.lines]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("entered", ["A", "B", "C"]),
        ("guaranteed", ["B", "C", "A"]),
        ("likely", ["A", "B", "C"]),
        ("hour", ["C", "B", "A"]),
        ("left", ["C", "A", "B"]),
        ("expires", ["C", "A", "B"]),
        ("score", ["B", "A", "C"]),
        ("nonsense", ["A", "B", "C"]),
    ],
)
def test_columns_stand_in_the_order_that_is_asked_for(
    as_owner: Client, owner: Candidate, plan: Plan, sort: str, order: list[str]
):
    a = offered(owner, "A", 100, bonus_amount=60, bonus_certainty="likely", tax_rate=30, expires="2027-02-01")
    b = offered(owner, "B", 120, hours_week=40)
    offered(owner, "C", 110, hours_week=30, tax_rate=20, expires="2027-01-01")
    row = Criterion.objects.create(plan=plan, kind="own", text="Team", points=9, version=1)
    for offer, said in ((a, "4"), (b, "8")):
        Score.objects.create(row=row, offer=offer, said=said)
    page = page_of(as_owner, plan, sort=sort)
    assert names(page) == order
    best = [row.leaders[0].name for row in page.context["found"].laid.result.rows if row.level == "guaranteed"]
    assert set(best) == {"B"}


def test_lines_that_are_the_same_everywhere_can_be_left_out(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 100, sign_on=0, bonus_amount=0)
    offered(owner, "B", 90, sign_on=0, bonus_amount=0)
    every, different = keys(page_of(as_owner, plan)), keys(page_of(as_owner, plan, differences="on"))
    assert {"sign-on", "bonus", "expires"} <= set(every) - set(different)
    assert {"base", "guaranteed-1", "guaranteed-all"} <= set(different)


def test_single_lines_can_be_left_out_and_the_files_keep_them(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 100)
    offered(owner, "B", 90)
    page = page_of(as_owner, plan, hide=["bonus", "guaranteed-1", "no-such-line"], sort="likely")
    assert not {"bonus", "guaranteed-1"} & set(keys(page))
    assert {"sign-on", "guaranteed-2"} <= set(keys(page))
    query = page.context["query"]
    assert query == "sort=likely&hide=bonus&hide=guaranteed-1&hide=no-such-line"
    text = page.content.decode()
    for name, args in (("compare_pdf", ()), ("compare_print", ()), ("compare_sheet", ("xlsx",))):
        assert f"{reverse(name, args=[plan.pk, *args])}?{query.replace('&', '&amp;')}" in text
    csv = as_owner.get(reverse("compare_sheet", args=[plan.pk, "csv"]), {"hide": "bonus"}).content.decode()
    assert '"Bonus"' in csv


def test_a_section_left_without_lines_goes_too(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 100)
    offered(owner, "B", 90)
    page = page_of(as_owner, plan, hide=["base", "base-year", "bonus", "sign-on", "extras"])
    assert "As they offer it" not in [section.title for section in page.context["sections"]]


def test_the_present_job_stands_beside_ten_offers_and_is_no_offer(as_owner: Client, owner: Candidate, plan: Plan):
    present = offered(owner, "Now", 80, present=True, expires="2020-01-01")
    for number in range(11):
        offered(owner, f"E{number}", 100)
    page = page_of(as_owner, plan)
    assert names(page) == ["Now", *(f"E{number}" for number in range(1, 11))]
    assert "the job you have now" in words(page)
    assert "The offer from Now has ended" not in words(page)
    assert present not in page.context["real_offers"]
    assert as_owner.post(reverse("compare_about", args=[plan.pk]), {"offer": str(present.pk)}).status_code == 404
    chosen = [str(offer.pk) for offer in Offer.objects.order_by("-created")[:10]] + [str(present.pk)]
    assert as_owner.post(reverse("compare_chosen", args=[plan.pk]), {"offers": chosen}).status_code == 302
    assert len(names(page_of(as_owner, plan))) == 11


def test_the_present_job_is_added_by_a_tick(as_owner: Client, plan: Plan):
    page = as_owner.get(reverse("offer_new"), {"present": "on"}).content.decode()
    assert re.search(r'<input type="checkbox" name="present"[^>]* checked', page)
    assert "present=on" in page_of(as_owner, plan).content.decode()


def test_a_plan_lets_go_of_an_offer_that_is_the_present_job(as_owner: Client, owner: Candidate, plan: Plan):
    offer = offered(owner, "A", 100)
    plan.offer = offer
    plan.save()
    values = {"employer": "A", "present": "on", "currency": "EUR", "basis": "gross", "base": "100", "period": "year"}
    values |= {"payments": "12", "bonus_certainty": "maybe", "version": "1", "then": "continue"}
    assert as_owner.post(reverse("offer", args=[offer.pk]), values).status_code == 302
    plan.refresh_from_db()
    offer.refresh_from_db()
    assert (offer.present, plan.offer) == (True, None)


def test_ten_offers_in_five_currencies_with_one_rate_missing(as_owner: Client, owner: Candidate, plan: Plan):
    for number, currency in enumerate(("EUR", "USD", "GBP", "SEK", "CHF") * 2):
        offered(owner, f"{currency}{number}", 100 + number, currency=currency)
    for currency, rate in (("USD", "0.9"), ("GBP", "1.2"), ("SEK", "0.09")):
        Rate.objects.create(candidate=owner, currency=currency, other="EUR", rate=rate, as_of="2026-11-01", version=1)
    page = page_of(as_owner, plan)
    assert len(names(page)) == 8
    assert [one["name"] for one in page.context["apart"]] == ["CHF4", "CHF9"]
    assert words(page).count("There is no exchange rate between CHF and EUR yet: look one up and add it.") == 2
    assert "1 USD is counted as 0.9 EUR, by your rate of 1 November 2026." in words(page)


def test_one_offer_only_and_all_equal(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "A", 100)
    assert "There is no second offer to compare it with yet." in words(page_of(as_owner, plan))
    offered(owner, "B", 100)
    page = words(page_of(as_owner, plan))
    assert "On pay they are equal: each brings 400 EUR gross guaranteed over four years" in page
    assert "What would have to change" not in page


def test_pay_below_the_minimum_is_said(as_owner: Client, owner: Candidate, plan: Plan):
    Zopa.objects.create(plan=plan, floor_fixed=95, target_fixed=120)
    state_refresh(plan=plan, step=BY_SLUG["zopa"])
    offered(owner, "A", 100)
    offered(owner, "B", 90)
    page = page_of(as_owner, plan)
    assert "B pays 5 EUR a year gross less than your minimum." in words(page)
    (line,) = [line for section in page.context["sections"] for line in section.lines if line.key == "minimum"]
    assert [cell.text for cell in line.cells] == ["5 EUR a year gross above", "5 EUR a year gross below"]
    assert [cell.bad for cell in line.cells] == [False, True]


def test_shares_that_cannot_be_sold_stand_apart_and_in_no_sum(as_owner: Client, owner: Candidate, plan: Plan):
    from offers.models import Term

    one = offered(owner, "A", 100)
    offered(owner, "B", 110)
    values = {"schedule": "even", "vest_years": 4, "cadence": "12", "market": "private", "nothing_odds": 50}
    Term.objects.create(offer=one, kind="shares", label="Shares", amount=400, version=1, **values)

    def apart(page: Any) -> list[str]:
        lines = [line for section in page.context["sections"] for line in section.lines if line.key == "in-illiquid"]
        return [cell.text for cell in lines[0].cells]

    assert apart(page_of(as_owner, plan)) == ["not counted", "none"]
    counted = page_of(as_owner, plan, illiquid="on")
    assert apart(counted) == ["200 EUR gross", "none"]
    assert "With likely and maybe pay counted too, A leads, by 160 EUR gross." in strip_tags(words(counted))
