"""A table of offers: each line becomes an offer as its form would make it, or is named with what to enter."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.sheet import Problem
from offers.table import A_FORMULA, MOST_LINES, OTHER_MONEY, read_offers

D = Decimal
FULL = {
    "Company": "Heron Works",
    "Job title": "Keeper",
    "Currency": "eur",
    "Gross or net": "net",
    "Salary": "4.000,50",
    "Per": "monthly",
    "Payments": "14",
    "Hours a week": "38,5 h",
    "Days a week": "5 days",
    "Bonus %": "10 %",
    "How sure is the bonus?": "usually paid",
    "Signing bonus": "5k",
    "Months to keep it": "12 months",
    "Vacation days": "30",
    "Public holidays": "11",
    "Remote days": "2.5",
    "Office days": "2",
    "Commute time": "35 min",
    "Commute cost": "80",
    "Tax rate": "38%",
    "Cost of living": "104",
    "Unpaid overtime": "4",
    "Pay rise %": "2.5",
    "City": "Graz",
    "Pay grade": "IV",
    "Step": "2",
    "Answer by": "3 May 2026",
    "Start date": "2026-07-01",
    "Notice period": "6 weeks",
    "Probation": "3",
    "Comments": "Quiet; “good” people",
}


def table(*lines, **given):
    ways = {"currency": "USD", "basis": "gross", "period": "year"} | given
    return read_offers("\n".join(lines), **ways)


def one(heading, cell, **given):
    return table(f"Employer\t{heading}", f"Heron\t{cell}", **given)


def test_a_full_line_is_read_as_it_stands():
    (row,), problems = table("\t".join(FULL), "\t".join(FULL.values()))
    assert problems == ()
    offer = row.offer
    assert (row.line, offer.employer, offer.role, offer.currency, offer.basis) == (
        2,
        "Heron Works",
        "Keeper",
        "EUR",
        "net",
    )
    assert (offer.base, offer.period, offer.payments, offer.hours_week) == (D("4000.5"), "month", "14", D("38.5"))
    assert (offer.bonus_percent, offer.bonus_amount, offer.bonus_certainty) == (10, None, "likely")
    assert (offer.sign_on, offer.clawback_months, offer.leave_days, offer.holidays) == (5000, 12, 30, 11)
    assert (offer.remote_days, offer.commute_days, offer.commute_minutes) == (D("2.5"), 2, 35)
    assert (offer.commute_cost, offer.tax_rate, offer.cost_index) == (80, 38, 104)
    assert (offer.overtime_week, offer.raise_percent, offer.place, offer.grade_step) == (4, D("2.5"), "Graz", "2")
    assert (offer.expires, offer.starts) == (date(2026, 5, 3), date(2026, 7, 1))
    assert (offer.notice_weeks, offer.probation_months, offer.notes) == (6, 3, "Quiet; “good” people")
    assert len(row.told) == len(FULL)


def test_only_the_employer_is_needed_and_what_is_blank_is_not_known():
    (row,), problems = table("Employer;Base;Bonus amount", "Heron;;", currency="CHF", basis="net", period="hour")
    assert problems == ()
    assert (row.offer.base, row.offer.bonus_amount, row.offer.leave_days) == (None, None, None)
    assert (row.offer.currency, row.offer.basis, row.offer.period, row.told) == ("CHF", "net", "hour", ("employer",))


@pytest.mark.parametrize(
    ("heading", "cell", "says"),
    [
        ("Base", "about 60", "in digits"),
        ("Base", "50k-60k", "not a range"),
        ("Base", "€ 60", "USD"),
        ("Base", "-5", "0 or more"),
        ("Base", "000", "the whole amount"),
        ("Base", "1" * 13, "under"),
        ("Currency", "$", "three letters"),
        ("Basis", "either", "gross or net"),
        ("Period", "fortnight", "hour, day, week, month or year"),
        ("Payments", "15", "12, 13 or 14"),
        ("Hours a week", "300", "from 1 to 100"),
        ("Days a week", "0", "from 0.5 to 7"),
        ("Days off", "400", "from 0 to 366"),
        ("Days off", "5 weeks", "from 0 to 366"),
        ("Notice weeks", "3 months", "from 0 to 104"),
        ("Bonus %", "301", "from 0 to 300"),
        ("Bonus %", "1e2", "from 0 to 300"),
        ("Bonus", "10", "percent or an amount"),
        ("Bonus", "plenty", "in digits"),
        ("Bonus", "400 %", "from 0 to 300"),
        ("How sure", "who knows", "guaranteed, likely or maybe"),
        ("Answer by", "01/02/2026", "year-month-day"),
        ("Answer by", "May 2026", "year-month-day"),
        ("Base pay in writing", "perhaps", "yes or no"),
        ("Clawback", "some", "all of it, or a part"),
        ("Notes", "a" * 4001, "4,000 characters"),
        ("Place", "a" * 201, "200 characters"),
        ("Place", "=1+1", A_FORMULA),
        ("Base", "＝SUM(A1)", A_FORMULA),
    ],
)
def test_a_cell_that_is_not_clear_is_named_and_its_line_left_out(heading, cell, says):
    rows, problems = one(heading, cell)
    assert rows == ()
    assert [(problem.line, problem.column) for problem in problems] == [(2, heading)]
    assert says in problems[0].message


@pytest.mark.parametrize(
    ("head", "line", "column", "says"),
    [
        ("Employer;Bonus %;Bonus amount", "A;10;5000", "Bonus amount", "either the percent or the amount"),
        ("Employer;Bonus %;Bonus", "A;10;5000", "Bonus", "either the percent or the amount"),
        ("Employer;Bonus %;Bonus", "A;10;20%", "Bonus", "in another column, too"),
        ("Employer;Base;Per", "A;45;hour", "Hours a week", "hours a week"),
        ("Employer;Base;Per", "A;450;day", "Days a week", "days a week"),
        ("Employer;Base", ";45", "Employer", "employer’s name"),
        ("Employer;Likelihood of no bonus", "A;20", "Likelihood of the highest bonus", "100 percent"),
        ("Employer;Base pay at the next step", "A;45", "Months until the next step", "how many months"),
    ],
)
def test_what_the_form_would_not_take_together_is_named_by_its_heading(head, line, column, says):
    rows, problems = table(head, line)
    assert rows == ()
    assert [problem.column for problem in problems] == [column]
    assert says in problems[0].message


def test_the_other_lines_are_read_and_all_that_is_wrong_in_one_is_named():
    rows, problems = table("Company;Base;Deadline;Days off", "A;x;y;z", "B;50k;2026-05-01;25", ";;;9;9", "C;60k;;")
    assert [row.offer.employer for row in rows] == ["B", "C"]
    assert [(problem.line, problem.column) for problem in problems] == [
        (2, "Base"),
        (2, "Deadline"),
        (2, "Days off"),
        (4, ""),
    ]


@pytest.mark.parametrize(
    ("cell", "percent", "money"),
    [
        ("10%", 10, None),
        ("7.5 percent", D("7.5"), None),
        ("5k", None, 5000),
        ("9,000", None, 9000),
        ("$ 100", None, 100),
    ],
)
def test_a_bonus_says_itself_what_it_is(cell, percent, money):
    (row,), problems = one("Bonus", cell)
    assert problems == ()
    assert (row.offer.bonus_percent, row.offer.bonus_amount) == (percent, money)


def test_no_bonus_is_none_either_way():
    (row,), _ = one("Bonus", "0")
    assert row.offer.bonus_amount == 0


@pytest.mark.parametrize(
    ("heading", "currency", "basis", "period"),
    [
        ("Annual salary", "USD", "gross", "year"),
        ("Yearly net salary (EUR)", "EUR", "net", "year"),
        ("Base pay in €, per month", "EUR", "gross", "month"),
        ("Salary CHF", "CHF", "gross", "week"),
        ("GROSS BASE PAY / YEAR", "USD", "gross", "year"),
    ],
)
def test_a_heading_of_base_pay_may_say_how_it_is_meant(heading, currency, basis, period):
    given = {} if "CHF" not in heading else {"period": "week"}
    (row,), problems = one(heading, "60k", **given)
    assert problems == ()
    assert (row.offer.currency, row.offer.basis, row.offer.period) == (currency, basis, period)


def test_a_heading_in_other_money_than_its_line_is_named():
    rows, problems = table("Employer;Salary (EUR);Currency;Sign-on ($)", "A;1;EUR;", "B;1;USD;2", "C;;EUR;2", "D;1;;")
    assert [(row.offer.employer, row.offer.currency) for row in rows] == [("A", "EUR"), ("D", "EUR")]
    assert [(problem.line, problem.column, problem.message) for problem in problems] == [
        (3, "Salary (EUR)", OTHER_MONEY),
        (4, "Sign-on ($)", OTHER_MONEY),
    ]


def test_where_the_currency_is_not_clear_no_amount_is_read_and_none_named():
    rows, problems = table("Employer;Currency;Base;Bonus", "A;money;60k;5k")
    assert rows == ()
    assert [problem.column for problem in problems] == ["Currency"]


@pytest.mark.parametrize(
    "heading", ["Holidays", "Commute", "Total compensation", "Hourly / yearly pay", "Rate", "Level"]
)
def test_a_heading_that_could_mean_two_things_is_not_guessed(heading):
    (row,), problems = one(heading, "25")
    assert row.told == ("employer",)
    assert [(problem.line, problem.column) for problem in problems] == [(1, heading)]


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", "Employer;Base\n", "Employer\tSalary\tBonus\n", "company,start\n"]))
def test_any_text_is_read_or_named(text, head):
    rows, problems = table(head + text)
    assert all(isinstance(problem, Problem) and problem.message for problem in problems)
    assert {row.line for row in rows}.isdisjoint(problem.line for problem in problems)
    assert all(row.offer.employer for row in rows)


@pytest.mark.parametrize("unit", ["$", "$;", "a;", "EUR ", "Salary (EUR);", "'", ";=", '"', "9", "\u0301"])
def test_no_text_keeps_it_busy(unit):
    before = time.process_time()
    many = unit * (290_000 // len(unit))
    table(many)
    table("Employer;Base", many)
    table("Employer;Notes", *[f"A;{unit * 5000}"] * 10)
    assert time.process_time() - before < 6


def test_at_most_fifty_lines_are_read():
    assert len(table("Employer", *["A"] * MOST_LINES).rows) == MOST_LINES
    refused = table("Employer", *["A"] * (MOST_LINES + 1)).refused
    assert "51 lines under the headings, and at most 50 offers" in refused
    assert table("Employer", *["A"] * (MOST_LINES + 1), "", ";;").refused == refused
