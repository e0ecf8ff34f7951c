"""A nurse between two countries, and a job that lives on commission: every figure was worked out by hand beside it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from negotiation.profiles.models import Candidate
from offers.models import Offer
from offers.term_forms import TERM_FORMS
from tests import people
from tests.browser.offers import add_term, cells, enter, facts, kept, line, new_offer, span, to_value, years
from tests.browser.pages import carry_on, saved

HOURS = "Pay on top for certain hours"
BY_MONTH = {"employer": "Spital am Fluss", "role": "Pfleger", "currency": "EUR", "base": "3.400"}
BY_MONTH |= {"period": "A month", "payments": "13", "hours_week": "38,5", "days_week": "5"}
BY_GRADE = {"employer": "Otter Hospital", "role": "Night nurse", "currency": "USD", "base": "$40.00"}
BY_GRADE |= {"period": "An hour", "hours_week": "36"}


@pytest.fixture
def owner(transactional_db: None) -> Candidate:
    return people.account("owner")


def test_a_nurse_enters_two_offers_of_two_countries_and_compares_them(visitor: Any, owner: Candidate):
    plan = people.empty_plan(owner)
    thirteen_payments(visitor(owner, java_script_enabled=False))
    page = visitor(owner)
    grade_and_step(page)
    page.goto(f"/plans/{plan.pk}/compare/")
    side_by_side(page)


def thirteen_payments(page: Page) -> None:
    """Without a script. Base 3,400 x 13 = 44,200; with learning money of 1,200 a year 45,400; four years 181,600.

    Weeks at work: 52 - (30 + 10) / 5 = 44; hours 44 x 38.5 = 1,694. An hour: 45,400 / 1,694 = 26.80.
    After 30 % tax: 44,200 x .7 + 1,200 (a thing, not taxed) = 32,140 a year, 32,140 / 1,694 = 18.97 an hour.
    """
    new_offer(page, BY_MONTH | {"bonus_amount": "0", "sign_on": "0", "leave_days": "30", "holidays": "10"})
    enter(page, {"overtime_week": "0", "commute_minutes": "0", "commute_days": "0", "tax_rate": "30 %"})
    kept(page, "Spital am Fluss")
    learning = {"label": "Learning money", "amount": "1.200,00", "every": "Every year"}
    sure = {"paid_in": "A thing or a service", "certainty": "Guaranteed"}
    add_term(page, "Something paid every year or once", learning | sure)
    expect(span(page, "Years 1 to 4, each")).to_have_text(["45,400 EUR a year gross"] * 3)
    expect(page.locator("#panel")).to_contain_text("3,400 EUR a month gross × 13 payments")
    to_value(page)
    expect(years(page, "Guaranteed")).to_have_text([*["45,400"] * 4, "181,600"])
    expect(line(page, "Base pay")).to_have_text(["44,200"] * 4)
    expect(line(page, "Learning money")).to_have_text(["1,200"] * 4)
    expect(facts(page)).to_contain_text("32,140 EUR a year")
    expect(facts(page)).to_contain_text("26.80 EUR an hour gross; 18.97 EUR after tax")
    expect(facts(page)).not_to_contain_text("Not known and left out")


def grade_and_step(page: Page) -> None:
    """Base 40 x 36 x 52 = 74,880; at the next step 42 x 36 x 52 = 78,624, in year 2 half of each = 76,752.

    Nights: 15 % of the hour for 12 of 36 hours = 5 % of base: 3,744; 3,837.60; 3,931.20, in the contract.
    Guaranteed 78,624; 80,589.60; 82,555.20 twice; together 324,324.
    A weekend shift every other week, likely: 50 x .5 x 52 = 1,300 a year; together 324,324 + 5,200 = 329,524.
    """
    new_offer(page, BY_GRADE | {"bonus_amount": "0", "sign_on": "0"})
    enter(page, {"grade": "Nurse II", "grade_step": "3", "next_base": "42", "next_months": "18"})
    saved(page)
    expect(span(page, "Year 2")).to_have_text(["76,752 USD a year gross"] * 3)
    kept(page, "Otter Hospital")
    nights = {"label": "Night work", "percent": "15", "quantity": "12", "period": "An hour"}
    add_term(page, HOURS, nights | {"certainty": "Guaranteed"})
    shifts = {"label": "Weekends", "amount": "50", "period": "A day or a shift", "quantity": "0.5"}
    add_term(page, HOURS, shifts | {"certainty": "Likely"})
    likely = "81,889.60 USD a year gross"
    expect(span(page, "Year 2")).to_have_text(["80,589.60 USD a year gross", likely, likely])
    to_value(page)
    expect(line(page, "Base pay")).to_have_text(["74,880", "76,752", "78,624", "78,624"])
    expect(line(page, "Night work")).to_have_text(["3,744", "3,837.60", "3,931.20", "3,931.20"])
    expect(line(page, "Weekends")).to_have_text(["1,300"] * 4)
    expect(years(page, "Guaranteed")).to_have_text(["78,624", "80,590", "82,555", "82,555", "324,324"])
    expect(years(page, "With likely pay")).to_have_text(["79,924", "81,890", "83,855", "83,855", "329,524"])


def side_by_side(page: Page) -> None:
    """At 1.1 dollars for a euro 45,400 are 49,940 and 181,600 are 199,760: 324,324 is 124,564 more.

    With likely pay 329,524 - 199,760 = 129,764.
    """
    expect(page.get_by_text("There is no exchange rate between EUR and USD yet")).to_be_visible()
    page.get_by_role("link", name="Add an exchange rate").click()
    enter(page, {"rate": "1,10", "as_of": "2026-11-02"})
    carry_on(page, "Save and go back")
    lead = "324,324 USD gross over four years, 124,564 USD gross more than Spital am Fluss, Pfleger."
    expect(page.locator("main .lead")).to_contain_text(lead)
    expect(page.get_by_text("1 EUR is counted as 1.1 USD, by your rate of 2 November 2026.")).to_be_visible()
    for title, told in (
        ("Base pay, as they wrote it", ["3,400 EUR a month gross", "40 USD an hour gross"]),
        ("Year 1", ["49,940 USD a year gross", "78,624 USD a year gross"]),
        ("Four years together", ["199,760 USD gross", "324,324 USD gross"]),
        ("Difference to the best", ["124,564 USD gross less", "none"]),
    ):
        row = page.locator("table tr", has=page.locator("th", has_text=title)).first.locator("td")
        expect(row).to_contain_text(told)


def test_a_commission_job_pays_late_and_slowly_at_first(visitor: Any, owner: Candidate):
    """10 % of 600,000 / 12 is 5,000 a month, 4,000 at 80 %; half of that, 2,000, in months 1 to 3.

    Paid 90 days later: nothing in months 1 to 3, 2,000 in 4 to 6, 4,000 from month 7. The draw is 1,500 in months
    1 to 6 = 9,000. Above it 3 x 500 + 6 x 4,000 = 25,500 in year 1; then 48,000. Base 30,000.
    Guaranteed 39,000, then 30,000: 129,000. Likely 64,500, then 78,000: 298,500.
    Leaving after 18 months: 64,500 + 15,000 + 24,000 = 103,500.
    """
    page = visitor(owner)
    new_offer(page, {"employer": "Finch Papers", "role": "Seller", "currency": "GBP", "base": "£30k"})
    enter(page, {"bonus_amount": "0", "sign_on": "0"})
    kept(page, "Finch Papers")
    sales = {"label": "New business", "percent": "10", "quota": "£600,000", "attainment": "80", "certainty": "Likely"}
    start = {"ramp_months": "3", "ramp_percent": "50", "delay_months": "3"}
    draw = {"draw": "1,500", "draw_months": "6", "recoverable": "No"}
    add_term(page, "Commission", sales | start | draw)
    year = ["39,000 GBP a year gross", "64,500 GBP a year gross", "64,500 GBP a year gross"]
    expect(span(page, "Year 1")).to_have_text(year)
    to_value(page)
    expect(line(page, "New business: paid at least")).to_have_text(["9,000", "0", "0", "0"])
    expect(line(page, "New business likely")).to_have_text(["25,500", *["48,000"] * 3])
    expect(years(page, "Guaranteed")).to_have_text(["39,000", *["30,000"] * 3, "129,000"])
    expect(years(page, "With likely pay")).to_have_text(["64,500", *["78,000"] * 3, "298,500"])
    expect(cells(page, "leaving-title", "18 months").first).to_have_text("103,500")


@pytest.mark.parametrize("kind", TERM_FORMS)
def test_a_term_is_saved_while_one_types(visitor: Any, owner: Candidate, kind: str):
    offer = Offer.objects.create(candidate=owner, version=1, employer="Heron Works")
    page = visitor(owner)
    page.goto(reverse("term_new", args=[offer.pk, kind]))
    page.locator("#id_label").press_sequentially("A")
    saved(page)
    assert offer.terms.get().kind == kind
