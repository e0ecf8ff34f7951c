"""The page of the market and of one source: new, filled, wrong, long, and in other money."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest

from negotiation.models import Market, MarketPoint, Plan, Zopa
from offers.models import Rate
from tests.steps.sending import address, autosave, press

TODAY = date(2026, 11, 22)
AD = {"kind": "posted", "source": "Harbour ad", "dated": date(2026, 9, 1), "low": 100, "high": 130, "currency": "USD"}


def add(filler, plan, pk=None, **values):
    typed = {"currency": "USD", "period": "year", "basis": "gross", "payments": "12"} | {
        "middle": "middle",
        "ends": "range",
    }
    data = {"then": "continue", "version": 0, **typed, **values}
    return filler.post(address(plan, "market", pk or uuid.uuid4()), data)


def test_the_page_empty_half_and_full(filler, plan):
    page = filler.get(address(plan, "market")).content.decode()
    assert "nothing is averaged" in page
    assert f"/plans/{plan.pk}/market/paste/" in page
    assert add(filler, plan, kind="posted", source="Harbour ad", low="100", high="130").status_code == 302
    Zopa.objects.create(plan=plan, target_fixed=120)
    page = filler.get(address(plan, "market")).content.decode()
    assert "within the range of this source" in page
    assert page.count("<svg") == 2
    press(filler, plan, "market", packages="A bicycle", after_3="150")
    assert Market.objects.get(plan=plan).after_3 == 150


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"low": "10", "high": "5"}, "the same as or more than the amount before"),
        ({"p10": "10", "p90": "5"}, "A higher percentile cannot be a lower amount."),
        ({"low": "5", "dated": "2999-01-01"}, "This day is still to come."),
        ({"low": "5", "link": "javascript:alert(1)"}, "web address"),
        ({"low": "€ 5"}, "Enter the amount in USD"),
        ({"low": "5", "currency": "ABC"}, "Choose a currency."),
        ({"low": "5", "people": "0"}, "Enter a whole number from 1"),
    ],
)
def test_wrong_input_gets_its_sentence_and_is_kept(filler, plan, values, words):
    pk = uuid.uuid4()
    response = add(filler, plan, pk, source="Ad", **values)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert MarketPoint.objects.get(pk=pk).draft["source"] == ["Ad"]


def test_a_source_without_an_amount_is_kept_and_said_to_be_empty(filler, plan):
    assert add(filler, plan, kind="published", source="Almanac").status_code == 302
    page = filler.get(address(plan, "market")).content.decode()
    assert "There is no amount in it yet." in page


def test_a_new_entry_begins_with_the_plans_own_money(filler, plan):
    Plan.objects.filter(pk=plan.pk).update(currency="CHF", period="month", basis="net")
    page = filler.get(address(plan, "market", "new")).content.decode()
    assert '<option value="CHF" selected>' in page
    for chosen in ('value="month"', 'value="net"'):
        tag = next(tag for tag in page.split("<input")[1:] if chosen in tag)
        assert "checked" in tag.split(">")[0]


def test_amounts_are_read_in_the_currency_that_was_chosen(filler, plan):
    assert add(filler, plan, source="Ad", low="€ 5", currency="EUR").status_code == 302
    assert MarketPoint.objects.get(plan=plan).currency == "EUR"
    page = filler.get(address(plan, "market")).content.decode()
    assert f"/offers/rates/new/?currency=EUR&amp;next=/plans/{plan.pk}/market/" in page


def test_a_rate_brings_the_source_onto_the_scale(filler, plan, mine):
    add(filler, plan, source="Ad", kind="posted", low="100", high="200", currency="EUR")
    Rate.objects.create(candidate=mine, currency="USD", other="EUR", rate=Decimal("0.5"), as_of=TODAY, version=1)
    page = filler.get(address(plan, "market")).content.decode()
    assert "200 to 400 USD a year gross" in page
    assert "Not on the scale" not in page


def test_htmx_request_redraws_the_panel(filler, plan):
    response = autosave(filler, plan, "market", client=str(uuid.uuid4()), seq=1, seen=0, packages="A boat")
    assert response.status_code == 200
    assert "Add what others say such a job pays" in response.content.decode()
    assert Market.objects.get(plan=plan).packages == "A boat"


def test_two_hundred_sources_cost_no_more_queries_than_one(filler, plan, mine, django_assert_max_num_queries):
    Rate.objects.create(candidate=mine, currency="EUR", other="USD", rate=Decimal(2), as_of=TODAY, version=1)
    add(filler, plan, source="Ad", low="100", high="200", currency="EUR")
    with django_assert_max_num_queries(12) as few:
        filler.get(address(plan, "market"))
    points = [AD | {"source": f"Ad {n}", "high": 101 + n, "order": n, "currency": "EUR"} for n in range(199)]
    MarketPoint.objects.bulk_create([MarketPoint(plan=plan, version=1, **point) for point in points])
    with django_assert_max_num_queries(len(few)):
        page = filler.get(address(plan, "market")).content.decode()
    assert "200 sources. The picture shows the 30 newest of them, the table all." in page
