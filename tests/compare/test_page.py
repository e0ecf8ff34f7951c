"""The page where a plan's offers stand side by side."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from offers.models import Term
from tests.compare.conftest import offered
from tests.offers.typed import words

pytestmark = pytest.mark.django_db


def page_of(client: Client, plan: Plan) -> Any:
    return client.get(reverse("compare", args=[plan.pk]))


def filled(owner: Candidate, many: int) -> None:
    for n in range(many):
        offer = offered(
            owner,
            f"Employer number {n}",
            61_000 + 1371 * n,
            role="Keeper of machines",
            bonus_percent=n,
            bonus_certainty="likely",
            sign_on=311 * n,
            hours_week=36 + n % 5,
            expires=timezone.now().date() + timedelta(days=n),
        )
        Term.objects.create(offer=offer, version=1, label=f"Car {n}", amount=1000 + 37 * n)


def test_somebody_elses_comparison_looks_like_one_that_never_was(as_stranger: Client, plan: Plan):
    assert page_of(as_stranger, plan).status_code == 404
    for name in ("compare_chosen", "compare_about"):
        assert as_stranger.post(reverse(name, args=[plan.pk])).status_code == 404


def test_nobody_is_led_to_sign_in(client: Client, plan: Plan):
    assert page_of(client, plan).status_code == 302
    assert client.post(reverse("compare_about", args=[plan.pk])).status_code == 401


def test_worked_numbers_stand_on_the_page(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 45, period="hour", hours_week=40, bonus_percent=10, bonus_certainty="likely")
    swift = offered(owner, "Swift", 7200, period="month", payments="13", sign_on=5000, hours_week=40)
    Term.objects.create(offer=swift, version=1, label="Car", amount=1200, certainty="maybe")
    page = words(page_of(as_owner, plan))
    assert (
        "Base pay, as they wrote it 45 EUR an hour gross, 40 hours a week 7,200 EUR a month gross, 13 payments" in page
    )
    assert "Base pay a year 93,600 EUR a year gross 45 EUR an hour gross × 40 hours × 52 weeks" in page
    assert "Bonus 9,360 EUR a year gross 10 % of base pay, counted as likely not known" in page
    assert "Sign-on payment not known 5,000 EUR gross once, in year 1, counted as guaranteed" in page
    assert "Year 1 93,600 EUR a year gross 98,600 EUR a year gross most" in page
    assert "Year 2 93,600 EUR a year gross 93,600 EUR a year gross Year 3" in page
    assert "Four years together 374,400 EUR gross 379,400 EUR gross most" in page
    assert "Difference to the best 5,000 EUR gross less none" in page
    assert "Four years together 411,840 EUR gross most 384,200 EUR gross" in page
    assert "Guaranteed for an hour of work 45 EUR an hour gross 45 EUR an hour gross" in page
    assert "Not known yet raises, a sign-on payment, days off, public holidays raises, a bonus, paying back" in page


def test_leaders_are_marked_by_word_and_by_class(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 100)
    offered(owner, "Swift", 90)
    page = page_of(as_owner, plan).content.decode()
    assert page.count('class="number best"') == page.count('<span class="caption small">most</span>') == 15


def test_on_a_phone_every_cell_says_itself_what_it_is(as_owner: Client, owner: Candidate, plan: Plan):
    """There a card is put together from the cells of one column, and the labels of the rows are not beside them."""
    offered(owner, "Heron", 100)
    offered(owner, "Swift", 90)
    page = page_of(as_owner, plan).content.decode()
    table = page[page.index('class="compare"') :]
    found = re.findall(r"<td[^>]*>", table[: table.index("</table>")])
    cells = [cell for cell in found if "aria-hidden" not in cell]
    assert len(cells) > 40
    assert all(re.search(r'data-label="[^"]+"', cell) for cell in cells)
    assert page.count('data-label="Guaranteed: year 1"') == page.count('data-label="With likely pay: year 1"') == 2


def test_when_offers_end_is_counted_in_days(as_owner: Client, owner: Candidate, plan: Plan):
    today = timezone.now().date()
    for days in (-3, -1, 0, 1, 6):
        offered(owner, f"E{days}", 100, expires=today + timedelta(days=days))
    page = words(page_of(as_owner, plan))
    for text in ("passed 3 days ago", "passed yesterday", "today is the last day", "1 day left", "6 days left"):
        assert text in page


def test_offers_that_cannot_be_compared_stand_apart_with_the_reason(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 100)
    offered(owner, "Dollar", 100, currency="USD")
    offered(owner, "Net", 100, basis="net")
    offered(owner, "Open")
    offered(owner, "", draft={"employer": ["Half typed"], "base": ["about 90"]})
    page = words(page_of(as_owner, plan))
    assert "There is no exchange rate between USD and EUR yet: look one up and add it." in page
    assert "Its pay is after tax (net), the others are before tax (gross): such numbers are not compared." in page
    assert "A year of its base pay is not known yet, so any total would mislead." in page
    assert "Half typed It is not finished: its own page shows what cannot be used yet." in page


def test_offers_all_in_another_currency_are_compared_in_theirs(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 100, currency="SEK")
    offered(owner, "Swift", 90, currency="SEK")
    page = words(page_of(as_owner, plan))
    assert "400 SEK gross over four years" in page
    assert "These sums are in SEK gross: no offer is in this plan’s own currency and kind of pay." in page


def test_a_stored_offer_that_is_being_changed_counts_as_it_was(as_owner: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 100, draft={"base": ["about 90"]})
    page = words(page_of(as_owner, plan))
    assert "100 EUR a year gross You have changed this offer since" in page


def test_no_offer_yet(as_owner: Client, plan: Plan):
    page = page_of(as_owner, plan)
    assert "You have not entered an offer yet." in words(page)
    assert f"{reverse('offer_new')}?next={reverse('compare', args=[plan.pk])}" in page.content.decode()
    assert "<table" not in page.content.decode()


def test_offers_of_somebody_else_are_not_compared(as_stranger: Client, owner: Candidate, plan: Plan):
    offered(owner, "Heron", 100)
    theirs = Plan.objects.create(candidate=Candidate.objects.get(email="stranger@example.org"))
    assert "Heron" not in words(page_of(as_stranger, theirs))


def test_two_and_ten_offers_cost_the_same_few_queries(
    as_owner: Client, owner: Candidate, plan: Plan, django_assert_num_queries: Any
):
    filled(owner, 2)
    with django_assert_num_queries(11):  # session, candidate, plan, states, names, offers, terms, criteria (2), 2 lists
        page_of(as_owner, plan)
    filled(owner, 8)
    with django_assert_num_queries(11):
        assert len(page_of(as_owner, plan).context["columns"]) == 10


def test_ten_offers_stay_small_over_the_wire(as_owner: Client, owner: Candidate, plan: Plan):
    filled(owner, 10)
    assert len(brotli.compress(page_of(as_owner, plan).content, quality=5)) < 12_000


def test_a_hostile_name_is_only_a_name(as_owner: Client, owner: Candidate, plan: Plan):
    name = "<script>alert(1)</script>\u202e\u05e9\u05dc\u05d5\u05dd"
    offered(owner, name * 5, 100)
    offered(owner, "Swift", 90)
    page = page_of(as_owner, plan).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
