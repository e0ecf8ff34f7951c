"""Sentences that are easily misread: what stands beside a number decides whose it is."""

from __future__ import annotations

import pytest

from offers.letter.reading import read_letter
from tests.offers.letter.test_sentences import only, values


def doubts(text: str, currency: str = "USD") -> list[str]:
    return [one.doubt for one in read_letter(text, currency=currency).candidates if one.doubt]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "You will be paid $3,538.46 bi-weekly, equivalent to $92,000 annually, and a $10,000 sign-on bonus.",
            {"base": "92000", "period": "year", "sign_on": "10000"},
        ),
        (
            "Base + 10% bonus + $15k sign-on + 25 days PTO.",
            {"bonus_percent": "10", "sign_on": "15000", "leave_days": "25"},
        ),
        ("You will get 25 days of leave and 8 public holidays.", {"leave_days": "25", "holidays": "8"}),
        ("Salary: $92,000 per year (reviewed after 6 months)", {"base": "92000", "period": "year"}),
        ("15 days vacation, 5 personal days, 10 sick days", {"leave_days": "15"}),
        ("You work 38 hours in a 4-day week, and 2 days a week from home.", {"days_week": "4", "remote_days": "2"}),
        ("Hybrid: 2 days per week in the office, 3 days remote", {"commute_days": "2", "remote_days": "3"}),
        ("The bonus is capped at 200% of target.", {"bonus_most": "200"}),
        ("Salary: $4,500 gross per month x 14", {"base": "4500", "period": "month", "payments": "14"}),
        (
            "The signing bonus of $15,000 is paid within 30 days, and must be repaid if you leave within 12 months.",
            {"sign_on": "15000", "clawback_months": "12"},
        ),
        (
            "This offer expires on June 4, 2027 and your start date will be July 5, 2027.",
            {"expires": "2027-06-04", "starts": "2027-07-05"},
        ),
    ],
)
def test_each_number_goes_where_it_belongs(text: str, expected: dict[str, str]):
    found = values(text)
    assert {name: found.get(name) for name in expected} == expected
    assert not doubts(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Overtime beyond 40 hours a week is paid at $30 per hour.", "base"),
        ("Overtime beyond 40 hours a week is paid at $30 per hour.", "hours_week"),
        ("Night differential: $2.75/hr for 16 hours a week", "hours_week"),
        ("Quarterly bonus of $2,500", "bonus_amount"),
        ("We guarantee a minimum bonus of $5,000 in the first year.", "bonus_amount"),
        ("The bonus will be paid at 100% of target in the first year.", "bonus_most"),
        ("Your monthly salary of $3,000 will be paid twelve times a year.", "period_year"),
        ("22 days of annual leave plus public holidays, rising to 25 days after 3 years.", "holidays"),
        ("The annual bonus target is 10% of base salary, with a maximum of 20%.", "bonus_percent"),
        ("RSUs worth $90,000 vest 40%, 30%, 20% over four years.", "schedule"),
        ("We match 401k contributions up to 5%.", "percent"),
        ("You may work remotely up to 60 days per year.", "remote_days"),
        ("Your probation starts on 1 June 2027.", "starts"),
        ("Health insurance of $6,000 a year is paid.", "base"),
    ],
)
def test_what_would_be_wrong_is_not_offered(text: str, name: str):
    found = values(text)
    if name == "period_year":
        assert found["period"] == "month"
    else:
        assert name not in found


def test_commission_from_many_sentences_is_one_row():
    text = """Commission: $60,000 per year at 100% of quota
    Annual quota: $900,000
    During your ramp period of 3 months you have a non-recoverable draw of $4,000 per month for 3 months.
    Commission is paid 2 months after the sale."""
    one = only(text)
    assert one.target == "commission"
    assert one.values == {
        "amount": "5000",
        "certainty": "likely",
        "quota": "900000",
        "ramp_months": "3",
        "draw": "4000",
        "draw_months": "3",
        "recoverable": "no",
        "delay_months": "2",
    }


def test_a_year_of_commission_that_makes_no_exact_month_is_a_doubt():
    assert doubts("Commission: $50,000 per year at full quota")[0].startswith("An amount a year that does not divide")


@pytest.mark.parametrize("text", ["La prime de vos est le 3 mai 2027 et les 25 jours pour vous sont une offre de nous"])
def test_a_letter_in_another_language_is_named(text: str):
    assert read_letter(text, currency="EUR").told[0].startswith("Only letters in English can be read here")


def test_more_lines_than_a_letter_has_are_cut_and_it_is_said():
    text = "\n".join(f"Base salary: ${50_000 + number} a year" for number in range(300))
    reading = read_letter(text, currency="USD")
    assert len(reading.candidates) == 200
    assert reading.told[0].startswith("Only the first 200 lines")
