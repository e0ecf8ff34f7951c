"""Saving an offer and its terms: drafts, conflicts, what is typed wrong, nothing lost."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.models import Offer, Term
from tests.offers.typed import HTMX, autosave, send, send_term, words

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


def test_htmx_request_saves_a_term(as_owner: Client, offer: Offer):
    pk = uuid.uuid4()
    response = send_term(as_owner, offer, pk, headers=HTMX, client=TAB, seq="1", then="")
    assert response.status_code == 200
    assert Term.objects.get(pk=pk).amount == 1200


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


def test_a_term_changed_elsewhere_is_a_conflict(as_owner: Client, offer: Offer, term: Term):
    send_term(as_owner, offer, term.pk, version=1, label="First", client=TAB, seq="1")
    late = send_term(as_owner, offer, term.pk, version=1, label="Second", client=OTHER, seq="1")
    assert late.status_code == 409
    term.refresh_from_db()
    assert term.label == "First"


def test_a_tick_that_differs_is_told_in_words(as_owner: Client, offer: Offer):
    autosave(as_owner, offer.pk, version=1, client=TAB, seq="1", base_written="on")
    both = words(send(as_owner, offer.pk, version=1, client=OTHER, seq="2", leave_written="on"))
    assert "I have seen the base pay in writing On this page not ticked Saved ticked" in both
    assert "I have seen the days off in writing On this page ticked Saved not ticked" in both
    assert "I have seen the bonus in writing" not in both


def test_a_tick_is_kept_and_taken_back(as_owner: Client, offer: Offer):
    for version, typed, kept in ((1, {"base_written": "on"}, True), (2, {}, False)):
        send(as_owner, offer.pk, version=version, **typed)
        offer.refresh_from_db()
        assert offer.base_written is kept


def test_what_few_people_need_is_folded_until_something_stands_in_it(as_owner: Client, offer: Offer):
    def unfolded() -> set[str]:
        form = as_owner.get(reverse("offer", args=[offer.pk])).context["form"]
        return {group.title for group, _, is_open in form.grouped if group.folded and is_open}

    assert unfolded() == set()
    send(as_owner, offer.pk, version=1, commute_cost="0", leave_written="on", grade="E9")
    assert unfolded() == {
        "Grade, raises and unpaid hours",
        "Days off, probation and notice",
        "Place, way to work and tax",
    }
    send(as_owner, offer.pk, version=2, odds_nothing="50")
    assert "How the bonus may turn out" in unfolded()


ALL_OR_NONE = "Enter all three: together they make 100 percent, now they make {}."


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"odds_nothing": "20", "odds_target": "50", "odds_most": "20"}, "odds_most", ALL_OR_NONE.format(90)),
        ({"odds_nothing": "50", "odds_target": "50"}, "odds_most", ALL_OR_NONE.format(100)),
        ({"odds_nothing": "33.3", "odds_target": "33.3", "odds_most": "33.3"}, "odds_most", ALL_OR_NONE.format(99.9)),
        ({"odds_nothing": "101"}, "odds_nothing", "Enter a number from 0 to 100."),
        (
            {"odds_nothing": "20", "odds_target": "50", "odds_most": "30"},
            "bonus_most",
            "Enter what the highest bonus is, or 0 as its likelihood.",
        ),
        ({"next_base": "50"}, "next_months", "Enter after how many months it is paid."),
        ({"next_months": "12"}, "next_base", "Enter the pay of the next step."),
        ({"clawback_months": "-12"}, "clawback_months", "Enter a number from 0 to 120."),
        ({"clawback": "half"}, "clawback", "Choose one of these."),
        ({"leave_days": "367"}, "leave_days", "Enter a number from 0 to 366."),
        ({"commute_days": "8"}, "commute_days", "Enter a number from 0 to 7."),
        ({"commute_minutes": "601"}, "commute_minutes", "Enter a number from 0 to 600."),
        ({"overtime_week": "-1"}, "overtime_week", "Enter a number from 0 to 80."),
        ({"tax_rate": "101"}, "tax_rate", "Enter a number from 0 to 100."),
        ({"cost_index": "0"}, "cost_index", "Enter a number from 1 to 10,000."),
        ({"first_months": "13"}, "first_months", "Enter a number from 0 to 12."),
        ({"notice_weeks": "x"}, "notice_weeks", "Enter a number from 0 to 104."),
        ({"said_on": "yesterday"}, "said_on", "Enter a day, month and year."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_the_rest_counts(
    as_owner: Client, offer: Offer, typed: dict[str, str], field: str, message: str
):
    response = send(as_owner, offer.pk, version=1, **typed)
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [message]}
    assert "93,600 EUR a year gross" in words(response)
    again = as_owner.get(reverse("offer", args=[offer.pk])).context["form"]
    assert {name: again[name].value() for name in typed} == typed


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
