"""Saving an offer and its extras: drafts, conflicts, what is typed wrong, nothing lost."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.models import Extra, Offer
from tests.offers.typed import HTMX, autosave, send, send_extra, words

pytestmark = pytest.mark.django_db
TAB, OTHER = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


def beside(response: Any, name: str) -> str:
    return " ".join(response.context["form"].errors.get(name, []))


def test_htmx_request_saves_and_answers_with_the_panel(as_owner: Client, offer: Offer):
    response = autosave(as_owner, offer.pk, version=1, client=TAB, seq="1", base="50")
    assert response.status_code == 200
    said = response.content.decode()
    assert 'name="version" id="version" value="2"' in said
    assert "104,000 EUR a year gross" in words(response)
    assert "<html" not in said
    offer.refresh_from_db()
    assert offer.base == 50


def test_htmx_request_follows_the_currency_that_is_chosen(as_owner: Client, offer: Offer):
    response = send(
        as_owner, offer.pk, version=1, headers=HTMX, client=TAB, seq="1", currency="SEK", basis="net", then=""
    )
    assert '<span hidden hx-swap-oob="innerHTML:#div_id_base .suffix">SEK</span>' in response.content.decode()
    assert "93,600 SEK a year net" in words(response)


def test_htmx_request_keeps_a_draft_and_counts_what_can_be_read(as_owner: Client, offer: Offer):
    response = send(
        as_owner, offer.pk, version=1, headers=HTMX, client=TAB, seq="1", bonus_amount="lots", base="50", then=""
    )
    assert response.status_code == 200
    assert "104,000 EUR a year gross" in words(response)
    assert "cannot be used yet" in words(response)
    offer.refresh_from_db()
    assert offer.base == 45
    assert offer.draft["bonus_amount"] == ["lots"]
    page = as_owner.get(reverse("offer", args=[offer.pk]))
    assert 'value="lots"' in page.content.decode()
    assert 'value="50"' in page.content.decode()


def test_htmx_request_saves_an_extra(as_owner: Client, offer: Offer):
    pk = uuid.uuid4()
    response = send_extra(as_owner, offer, pk, headers=HTMX, client=TAB, seq="1", then="")
    assert response.status_code == 200
    assert Extra.objects.get(pk=pk).amount == 1200


def test_two_tabs_are_told_of_each_other_and_nothing_is_lost(as_owner: Client, offer: Offer):
    autosave(as_owner, offer.pk, version=1, client=TAB, seq="1", role="First")
    late = autosave(as_owner, offer.pk, version=1, client=OTHER, seq="1", role="Second")
    assert late.status_code == 409
    both = send(as_owner, offer.pk, version=1, client=OTHER, seq="2", role="Second")
    assert both.status_code == 409
    assert "First" in words(both)
    assert "Second" in words(both)
    offer.refresh_from_db()
    assert offer.role == "First"


def test_an_extra_changed_elsewhere_is_a_conflict(as_owner: Client, offer: Offer, extra: Extra):
    send_extra(as_owner, offer, extra.pk, version=1, label="First", client=TAB, seq="1")
    late = send_extra(as_owner, offer, extra.pk, version=1, label="Second", client=OTHER, seq="1")
    assert late.status_code == 409
    extra.refresh_from_db()
    assert extra.label == "First"


def test_an_employer_is_needed(as_owner: Client):
    pk = uuid.uuid4()
    response = send(as_owner, pk, employer=" ")
    assert response.status_code == 422
    assert beside(response, "employer") == "Enter the employer’s name."
    assert response.context["row"].version == 1
    assert send(as_owner, pk, version=1, employer="Named").status_code == 302


BAD_MONEY = ["about 90", "-1", "1" + "0" * 30, "NaN", "1e999", "9" * 100_000, "\u202e\u05d0\u05d1", "\N{HERB}", "12\0?"]


@pytest.mark.parametrize("text", BAD_MONEY, ids=[ascii(text)[:12] for text in BAD_MONEY])
@pytest.mark.parametrize("field", ["base", "bonus_amount", "sign_on"])
def test_money_that_cannot_be_read_is_asked_about_and_kept(as_owner: Client, offer: Offer, field: str, text: str):
    response = send(as_owner, offer.pk, version=1, **{field: text})
    assert response.status_code == 422
    assert beside(response, field).startswith(("Enter ", "This "))
    offer.refresh_from_db()
    assert (offer.base, offer.sign_on) == (45, 5000)
    assert offer.draft[field] == [text.replace("\0", "")]
    assert text.replace("\0", "") == response.context["form"][field].value().replace("\0", "")


@pytest.mark.parametrize("text", ["-1", "1e9", "many", "NaN", "0", "1" * 5000])
@pytest.mark.parametrize("field", ["hours_week", "days_week"])
def test_hours_and_days_are_within_a_week(as_owner: Client, offer: Offer, field: str, text: str):
    response = send(as_owner, offer.pk, version=1, **{field: text})
    assert response.status_code == 422
    assert beside(response, field).startswith("Enter a number from ")


@pytest.mark.parametrize("field", ["currency", "basis", "period", "payments", "bonus_certainty"])
def test_a_choice_that_is_none_of_them_is_asked_again(as_owner: Client, offer: Offer, field: str):
    response = send(as_owner, offer.pk, version=1, **{field: "\N{HERB}"})
    assert response.status_code == 422
    assert beside(response, field).startswith("Choose ")


@pytest.mark.parametrize("field", ["expires", "starts"])
def test_a_date_is_a_date(as_owner: Client, offer: Offer, field: str):
    response = send(as_owner, offer.pk, version=1, **{field: "2026-02-30"})
    assert beside(response, field) == "Enter a day, month and year."


@pytest.mark.parametrize(("period", "field", "noun"), [("hour", "hours_week", "hours"), ("day", "days_week", "days")])
def test_a_year_of_hours_or_days_needs_their_number(as_owner: Client, offer: Offer, period: str, field: str, noun: str):
    response = send(as_owner, offer.pk, version=1, period=period, hours_week="", days_week="")
    assert response.status_code == 422
    assert beside(response, field) == f"Enter the {noun} a week, so that a year can be worked out."
    assert send(as_owner, offer.pk, version=2, period=period, **{field: "5"}).status_code == 302


def test_a_bonus_is_a_percent_or_an_amount(as_owner: Client, offer: Offer):
    response = send(as_owner, offer.pk, version=1, bonus_percent="10", bonus_amount="4000")
    assert beside(response, "bonus_amount").startswith("Keep either the percent or the amount")
    assert send(as_owner, offer.pk, version=2, bonus_percent="10").status_code == 302


@pytest.mark.parametrize(("typed", "stored"), [("120k", 120_000), ("1.2m", 1_200_000), ("120.000,50", 120_000.5)])
def test_money_is_read_as_people_type_it(as_owner: Client, offer: Offer, typed: str, stored: float):
    assert send(as_owner, offer.pk, version=1, base=typed, period="year").status_code == 302
    offer.refresh_from_db()
    assert offer.base == stored


def test_a_sum_is_read_in_the_currency_chosen_on_the_page(as_owner: Client, offer: Offer):
    response = send(as_owner, offer.pk, version=1, currency="JPY", base="1500.50")
    assert beside(response, "base") == "Enter a whole number: JPY has no decimals."
    response = send(as_owner, offer.pk, version=2, currency="KWD", base="12.3456")
    assert beside(response, "base") == "Enter at most 3 decimals: KWD has no more."


def test_long_and_odd_text_is_kept(as_owner: Client, offer: Offer):
    odd = "\u202e\u05e9\u05dc\u05d5\u05dd \N{HERB}"
    response = send(as_owner, offer.pk, version=1, employer=odd, notes="x" * 100_000)
    assert beside(response, "notes") == "Use 4,000 characters or fewer."
    assert len(response.context["form"]["notes"].value()) == 100_000
    assert send(as_owner, offer.pk, version=2, employer=odd).status_code == 302
    offer.refresh_from_db()
    assert offer.employer == odd
    assert odd in as_owner.get(reverse("offers")).content.decode()
