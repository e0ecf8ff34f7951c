"""What an offer is worth: its page for a full, an empty and an odd question, each figure checked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from negotiation.profiles.models import Candidate
from offers.models import Offer, Rate, Term
from tests import people
from tests.offers.typed import words

pytestmark = pytest.mark.django_db
YEARLY = {"schedule": "even", "vest_years": 4, "cliff": 12, "cadence": "12"}
MORE = {
    "tax_rate": 30,
    "cost_index": 125,
    "commute_minutes": 30,
    "commute_days": 5,
    "commute_cost": 100,
    "leave_days": 25,
    "holidays": 10,
    "overtime_week": 5,
    "clawback_months": 24,
    "clawback": "pro_rata",
    "bonus_percent": 10,
    "bonus_certainty": "likely",
    "odds_nothing": 20,
    "odds_target": 50,
    "odds_most": 30,
    "bonus_most": 150,
}


@pytest.fixture
def rich(offer: Offer, term: Term) -> Offer:
    """The offer of the other tests, with a bonus, shares that can be sold and shares that cannot."""
    Offer.objects.filter(pk=offer.pk).update(**MORE)
    granted = {"offer": offer, "version": 1, "kind": "shares", **YEARLY}
    Term.objects.create(label="Listed", amount=40_000, market="public", growth=5, swing=40, order=2, **granted)
    Term.objects.create(label="Paper", amount=80_000, market="private", nothing_odds=60, order=3, **granted)
    return Offer.objects.get(pk=offer.pk)


def page_of(client: Client, offer: Offer, **asked: str) -> Any:
    return client.get(reverse("offer_value", args=[offer.pk]), {"ask": "1"} | asked if asked else {})


def years(response: Any) -> dict[str, list[str]]:
    """Each level of certainty: years 1 to 4 and their sum."""
    return {level["title"]: [*level["years"], level["total"]] for level in response.context["shown"].levels}


def lines(response: Any) -> dict[str, list[str]]:
    return {one.title: one.amounts for one in response.context["shown"].lines}


def facts(response: Any) -> dict[str, str]:
    return {one.label: one.value for one in response.context["shown"].facts}


def test_each_year_has_what_is_paid_in_it(as_owner: Client, rich: Offer):
    response = page_of(as_owner, rich)
    assert response.status_code == 200
    # 45 x 40 x 52 = 93,600; 5,000 in year 1 and 3,000 in year 2.
    assert years(response)["Guaranteed"] == ["98,600", "96,600", "93,600", "93,600", "382,400"]
    # 9,360 x (0.5 + 0.3 x 1.5) = 8,892 of bonus and 10,000 of shares that can be sold, every year.
    assert years(response)["With likely pay"] == ["117,492", "115,492", "112,492", "112,492", "457,968"]
    by_end_of_year = response.context["shown"].levels[0]["until"]
    assert by_end_of_year == ["98,600", "195,200", "288,800", "382,400"]
    for number in ("98,600", "457,968"):
        assert number in words(response)


def test_what_nobody_may_ever_sell_counts_only_if_it_is_switched_on(as_owner: Client, rich: Offer):
    plain = page_of(as_owner, rich)
    assert years(plain)["With likely and maybe pay"][-1] == "457,968"
    assert [line.label for line in plain.context["shown"].worth.not_counted] == ["Paper"]
    assert "Not counted" in words(plain)
    counted = page_of(as_owner, rich, illiquid="on")
    # 80,000 x 40 % = 32,000 over four years: on average, and only among what is maybe.
    assert years(counted)["With likely and maybe pay"][-1] == "489,968"
    assert years(counted)["With likely pay"] == years(plain)["With likely pay"]
    for response in (plain, counted):
        paper = response.context["shown"].paper[0]
        assert (paper["median"], paper["nothing"], paper["mean"]) == ("0 EUR", "60 %", "32,000 EUR")
        assert "median" in words(response)


def test_leaving_early_and_a_bad_year(as_owner: Client, rich: Offer):
    response = page_of(as_owner, rich, leave="18", stock="-50", bonus="none")
    found = lines(response)
    assert found["Base pay"] == ["93,600", "46,800", "0", "0"]
    assert found["Sign-on payment"] == ["3,750", "0", "0", "0"]  # 18 of 24 months: three quarters are kept
    assert found["Bonus"] == ["0", "0", "0", "0"]
    assert found["Listed"] == ["5,000", "0", "0", "0"]
    assert years(response)["Guaranteed"][-1] == "147,150"


def test_what_is_left_of_it(as_owner: Client, rich: Offer):
    found = facts(page_of(as_owner, rich, discount="10"))
    # 98,600 less 30 % is 69,020; less twelve times 100 for the way.
    assert found["Guaranteed, year 1, after tax and your own costs"] == "67,820 EUR a year"
    # (93,600 - 1,200) / (50 hours x 45 weeks); after tax (65,520 - 1,200) / 2,250.
    assert found["For an hour that it really takes"] == "41.07 EUR an hour gross; 28.59 EUR after tax"
    assert found["Guaranteed in year 1, where living costs 100"] == "78,880 EUR a year gross"
    # 117,492 + 115,492 / 1.1 + 112,492 / 1.21 + 112,492 / 1.331
    assert found["Four years in today’s money"] == "399,970.23 EUR gross"


def test_every_line_opens_its_working(as_owner: Client, owner: Candidate):
    offer = people.full_plan(owner).offer
    response = page_of(as_owner, offer)
    shown, page = response.context["shown"].lines, words(response)
    assert len(shown) >= len(offer.terms.all())
    for one in shown:
        assert one.title in page
        assert f"Rule: {one.rule}." in page
        assert one.inputs
        assert all(f"{name} {value}" in page for name, value in one.inputs)
    for one in response.context["shown"].facts:
        assert one.working
        assert all(line in page for line in one.working)


def test_other_money_needs_a_rate_of_ones_own(as_owner: Client, owner: Candidate, rich: Offer):
    label = "Guaranteed in year 1, in USD"
    missing = page_of(as_owner, rich, currency="USD")
    assert facts(missing)[label] == "not known"
    assert "There is no exchange rate between EUR and USD yet." in words(missing)
    assert years(missing)["Guaranteed"][-1] == "382,400"
    day, known = date(2026, 11, 1), {"candidate": owner, "currency": "EUR", "other": "USD", "version": 1}
    Rate.objects.create(**known, rate=Decimal("1.08"), as_of=day)
    found = page_of(as_owner, rich, currency="USD")
    assert facts(found)[label] == "106,488 USD a year gross"
    assert "98,600 × 1.08, rate of 1 November 2026" in words(found)


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("stock", "-101", "Enter a number from -100 to 1,000."),
        ("stock", "half", "Enter a number from -100 to 1,000."),
        ("stock", "NaN", "Enter a number from -100 to 1,000."),
        ("leave", "0", "Enter a whole number from 1 to 48."),
        ("leave", "12.5", "Enter a whole number from 1 to 48."),
        ("leave", "49", "Enter a whole number from 1 to 48."),
        ("discount", "-1", "Enter a number from 0 to 100."),
        ("discount", "1e999", "Enter a number from 0 to 100."),
        ("bonus", "huge", "Choose one of these."),
        ("currency", "ZZZ", "Choose one of these."),
        ("stock", "<script>alert(1)</script>", "Enter a number from -100 to 1,000."),
    ],
)
def test_a_question_that_cannot_be_read_is_asked_again_and_the_rest_is_worked_out(
    as_owner: Client, rich: Offer, name: str, typed: str, message: str
):
    others = {"stock": "10", "discount": "5"}
    response = page_of(as_owner, rich, **others | {name: typed})
    assert response.status_code == 422
    assert response.context["form"].errors == {name: [message]}
    assert response.context["form"][name].value() == typed
    assert years(response)["Guaranteed"][0] == "98,600"
    assert "<script>alert" not in response.content.decode()
    if name != "stock":
        assert lines(response)["Listed"] == ["11,000"] * 4
    if name != "discount":
        assert "Four years in today’s money" in facts(response)


def test_an_offer_of_which_nothing_is_known_has_no_sum_and_says_none_nowhere(as_owner: Client, owner: Candidate):
    blank = Offer.objects.create(candidate=owner, version=1)
    for kind in ("extra", "allowance", "commission", "shares", "options", "refresher", "purchase", "match"):
        Term.objects.create(offer=blank, version=1, kind=kind)
    for asked in ({}, {"leave": "12", "stock": "50", "illiquid": "on", "discount": "5"}):
        response = page_of(as_owner, blank, **asked)
        assert response.status_code == 200
        assert years(response) == {}
        assert "A year of base pay is not known yet" in words(response)
        assert "What is the base pay?" in words(response)
        text = response.content.decode().replace("None is paid", "")
        assert "None" not in text
        assert {amount for amounts in lines(response).values() for amount in amounts} <= {"not known", "0"}


def test_what_was_only_said_is_listed_until_it_is_seen_in_writing(as_owner: Client, rich: Offer):
    said = page_of(as_owner, rich).context["spoken"]
    assert {"base pay", "the bonus", "days off", "Listed"} <= set(said)
    Offer.objects.filter(pk=rich.pk).update(base_written=True, leave_written=True)
    Term.objects.filter(label="Listed").update(written=True)
    left = page_of(as_owner, rich).context["spoken"]
    assert set(said) - set(left) == {"base pay", "days off", "Listed"}


def test_a_draft_is_named_and_what_was_usable_before_is_counted(as_owner: Client, rich: Offer):
    Term.objects.filter(label="Listed").update(draft={"amount": ["lots"]})
    response = page_of(as_owner, rich)
    assert response.context["unfinished"] == ["Listed"]
    assert lines(response)["Listed"] == ["10,000"] * 4


def test_somebody_elses_is_not_there(as_stranger: Client, client: Client, rich: Offer):
    assert page_of(as_stranger, rich).status_code == 404
    assert page_of(client, rich).status_code == 302


@pytest.mark.parametrize("many", [1, 30])
def test_it_asks_the_database_the_same_for_few_terms_and_many(
    as_owner: Client, offer: Offer, many: int, django_assert_num_queries: Any
):
    Term.objects.bulk_create([Term(offer=offer, version=1, label=f"E{n}", amount=n) for n in range(many)])
    with django_assert_num_queries(5):  # session, candidate, offer, terms, rates
        assert page_of(as_owner, offer, leave="12").status_code == 200
