"""Exchange rates: looked up by the candidate, each with its day, read in both directions."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from groundwork.models import Removed
from negotiation.profiles.models import Candidate
from offers.models import Rate
from offers.services import MOST_RATES
from offers.worth import newest
from tests.offers.typed import send_rate, words

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


@pytest.fixture
def rate(owner: Candidate) -> Rate:
    return Rate.objects.create(candidate=owner, version=1, currency="EUR", other="USD", rate=Decimal("1.25"), as_of=DAY)


def beside(response: Any) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def test_a_rate_is_made_by_its_first_save_and_listed_with_its_day(as_owner: Client, owner: Candidate):
    assert "None yet." in words(as_owner.get(reverse("rates")))
    row = as_owner.get(reverse("rate_new")).context["row"]
    assert not Rate.objects.exists()
    assert send_rate(as_owner, row.pk).url == reverse("rates")
    made = Rate.objects.get()
    assert (made.pk, made.candidate, made.rate, made.as_of) == (row.pk, owner, Decimal("1.08"), DAY)
    assert "1 EUR is 1.08 USD, looked up on 1 November 2026" in words(as_owner.get(reverse("rates")))


def test_a_new_one_is_between_the_money_asked_for_and_ones_own(as_owner: Client, owner: Candidate):
    Candidate.objects.filter(pk=owner.pk).update(currency="SEK")
    form = as_owner.get(reverse("rate_new"), {"currency": "JPY"}).context["form"]
    assert (form["currency"].value(), form["other"].value()) == ("JPY", "SEK")
    assert as_owner.get(reverse("rate_new"), {"currency": "<b>"}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"rate": ""}, "rate", "Enter the rate."),
        ({"rate": "0"}, "rate", "Enter a number from 0.000001 to 999,999."),
        ({"rate": "-1"}, "rate", "Enter a number from 0.000001 to 999,999."),
        ({"rate": "about 1"}, "rate", "Enter a number from 0.000001 to 999,999."),
        ({"rate": "1e999"}, "rate", "Enter a number from 0.000001 to 999,999."),
        ({"as_of": ""}, "as_of", "Enter the day on which you looked it up."),
        ({"as_of": "2026-02-30"}, "as_of", "Enter a day, month and year."),
        ({"currency": "ZZZ"}, "currency", "Choose a currency."),
        ({"other": ""}, "other", "Choose a currency."),
        ({"other": "EUR"}, "other", "Choose another currency than the first one."),
    ],
)
def test_what_is_missing_or_wrong_is_asked_beside_it_and_kept(
    as_owner: Client, rate: Rate, typed: dict[str, str], field: str, message: str
):
    response = send_rate(as_owner, rate.pk, version=1, **typed)
    assert response.status_code == 422
    assert beside(response) == {field: [message]}
    rate.refresh_from_db()
    assert (rate.currency, rate.other, rate.rate) == ("EUR", "USD", Decimal("1.25"))
    assert rate.draft[field] == [typed[field]]
    assert as_owner.get(reverse("rate", args=[rate.pk])).context["form"][field].value() == typed[field]


def test_a_rate_that_is_being_changed_is_not_used_and_said_to_be_unfinished(as_owner: Client, rate: Rate):
    send_rate(as_owner, rate.pk, version=1, rate="about 1")
    rate.refresh_from_db()
    assert rate.between("EUR", "USD") is None
    assert "Not finished" in words(as_owner.get(reverse("rates")))


def test_it_is_read_in_both_directions_and_in_no_other(rate: Rate):
    assert rate.between("EUR", "USD") == (Decimal("1.25"), DAY)
    assert rate.between("USD", "EUR") == (Decimal("0.8"), DAY)
    assert rate.between("EUR", "SEK") is None
    assert rate.between("EUR", "EUR") is None


def test_the_newest_one_counts(rate: Rate, owner: Candidate):
    later = Rate(candidate=owner, currency="USD", other="EUR", rate=Decimal("1"), as_of=date(2026, 11, 9))
    assert newest([later, rate], "EUR", "USD") == (Decimal(1), date(2026, 11, 9))
    assert newest([rate], "EUR", "SEK") is None


def test_small_and_large_rates_are_kept_exactly(as_owner: Client, rate: Rate):
    for version, typed in enumerate(["0.000001", "999999", "0,917431", "1"], 1):
        assert send_rate(as_owner, rate.pk, version=version, rate=typed).status_code == 302
        rate.refresh_from_db()
        assert rate.rate == Decimal(typed.replace(",", "."))


def test_there_are_at_most_forty(as_owner: Client, owner: Candidate):
    Rate.objects.bulk_create([Rate(candidate=owner, version=1) for _ in range(MOST_RATES)])
    response = as_owner.get(reverse("rate_new"), follow=True)
    assert "There are 40 rates already. Delete one to add another." in words(response)


def test_a_deleted_one_can_be_put_back(as_owner: Client, rate: Rate):
    assert as_owner.post(reverse("rate_delete", args=[rate.pk])).url == reverse("rates")
    assert not Rate.objects.exists()
    as_owner.post(reverse("undo", args=[Removed.objects.get().pk]))
    assert Rate.objects.get() == rate


def test_somebody_elses_is_not_there(as_stranger: Client, rate: Rate):
    assert as_stranger.get(reverse("rate", args=[rate.pk])).status_code == 404
    assert as_stranger.post(reverse("rate_delete", args=[rate.pk])).status_code == 404
    assert send_rate(as_stranger, rate.pk, version=0).status_code == 404
    assert send_rate(as_stranger, rate.pk, version=1).status_code == 404
    assert "EUR" not in words(as_stranger.get(reverse("rates")))
    assert Rate.objects.get().rate == Decimal("1.25")


def test_a_rate_changed_in_two_tabs_is_a_conflict(as_owner: Client, rate: Rate):
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    send_rate(as_owner, rate.pk, version=1, rate="2", client=one, seq="1")
    assert send_rate(as_owner, rate.pk, version=1, rate="3", client=other, seq="1").status_code == 409
    rate.refresh_from_db()
    assert rate.rate == 2
