"""Base a year from any period, bonus, pay an hour, and what an offer leaves open."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.pay import (
    LikelihoodError,
    OfferTerms,
    Payout,
    PeriodError,
    base_a_year,
    base_by,
    bonus_a_year,
    bonus_by,
    expected_bonus,
    kept,
    paid_part,
    per_hour,
)
from offers.calc.terms import Payouts

D = Decimal
TERMS = OfferTerms(name="North", currency="USD", basis="gross", base=D(100), period="year")
money = st.decimals(min_value=0, max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("base", "period", "more", "a_year"),
    [
        ("45", "hour", {"hours_week": D(40)}, "93600"),
        ("45", "hour", {"hours_week": D("37.5")}, "87750"),
        ("400", "day", {"days_week": D(4)}, "83200"),
        ("1500", "week", {}, "78000"),
        ("3000", "month", {"payments": 12}, "36000"),
        ("3000", "month", {"payments": 13}, "39000"),
        ("3000", "month", {"payments": 14}, "42000"),
        ("93600", "year", {"payments": 14, "hours_week": D(40)}, "93600"),
        ("0", "year", {}, "0"),
    ],
)
def test_base_is_a_year(base, period, more, a_year):
    assert base_a_year(replace(TERMS, base=D(base), period=period, **more)) == D(a_year)


@pytest.mark.parametrize("period", ["hour", "day", "month"])
def test_base_is_not_known_without_what_its_period_needs(period):
    assert base_a_year(replace(TERMS, period=period)) is None


def test_base_that_is_blank_is_not_zero():
    assert base_a_year(replace(TERMS, base=None)) is None


def test_base_is_never_paid_once():
    with pytest.raises(PeriodError):
        base_a_year(replace(TERMS, period="once"))


@pytest.mark.parametrize(
    ("base", "percent", "amount", "bonus"),
    [
        (140_000, 15, None, 21_000),
        (140_000, None, 9_000, 9_000),
        (140_000, 15, 9_000, 9_000),
        (140_000, 15, 0, 0),
        (140_000, None, None, None),
        (None, 15, None, None),
        (None, 0, None, 0),
        (None, None, 9_000, 9_000),
    ],
)
def test_a_bonus_is_a_percent_of_base_or_an_amount(base, percent, amount, bonus):
    base, percent, amount = (None if x is None else D(x) for x in (base, percent, amount))
    assert bonus_a_year(replace(TERMS, base=base, bonus_target_percent=percent, bonus_amount=amount)) == bonus


def payouts(*pairs):
    return [Payout(likelihood=D(likelihood), paid=D(paid)) for likelihood, paid in pairs]


def test_a_bonus_is_expected_over_the_ways_it_can_end():
    assert expected_bonus(D(140_000), D(15), payouts((20, 0), (50, 100), (30, 120))) == 18_060


@given(money, st.integers(min_value=0, max_value=200))
def test_a_bonus_that_is_certain_is_expected_in_full(base, percent):
    terms = replace(TERMS, base=base, bonus_target_percent=D(percent))
    assert expected_bonus(base, D(percent), payouts((100, 100))) == bonus_a_year(terms)


def test_likelihoods_sum_to_a_hundred():
    with pytest.raises(LikelihoodError):
        expected_bonus(D(140_000), D(15), payouts((20, 0), (50, 100)))


@pytest.mark.parametrize(
    ("pay", "hours", "rate"), [(93_600, 40, 45), (93_600, None, None), (93_600, 0, None), (None, 40, None)]
)
def test_pay_has_an_hour(pay, hours, rate):
    pay, hours = (None if x is None else D(x) for x in (pay, hours))
    assert per_hour(pay, hours) == rate


@given(money, st.integers(min_value=1, max_value=80))
def test_pay_by_the_hour_and_back(rate, hours):
    terms = replace(TERMS, base=rate, period="hour", hours_week=D(hours))
    assert per_hour(base_a_year(terms), D(hours)) == rate


@pytest.mark.parametrize(
    ("months", "paid"), [(0, 0), (1, 10_000), (12, 120_000), (18, 183_000), (24, 246_000), (36, 378_300)]
)
def test_a_raise_comes_with_every_new_year(months, paid):
    assert base_by(replace(TERMS, base=D(120_000), raise_percent=D(5)), months) == paid


def test_a_raise_that_is_not_known_is_left_out():
    assert base_by(replace(TERMS, base=D(120_000)), 48) == 480_000


def test_a_small_raise_over_forty_years_is_what_the_rule_says():
    paid = base_by(replace(TERMS, base=D(5_000), raise_percent=D(5)), 40 * 12)
    assert round(paid) == 603_999


@pytest.mark.parametrize(
    ("months", "paid"), [(6, 18_000), (15, 45_000), (16, 49_000), (24, 81_000), (27, 93_000), (36, 129_000)]
)
def test_the_next_step_is_paid_after_its_months(months, paid):
    terms = replace(TERMS, base=D(3_000), period="month", payments=12, next_base=D(4_000), next_months=D(15))
    assert base_by(terms, months) == paid


@pytest.mark.parametrize("known", [{"next_base": D(200)}, {"next_months": D(6)}])
def test_half_a_step_is_left_out(known):
    assert base_by(replace(TERMS, **known), 24) == 200


def test_a_step_and_a_raise_go_together():
    terms = replace(TERMS, base=D(1_200), raise_percent=D(10), next_base=D(2_400), next_months=D(18))
    assert [base_by(terms, months) for months in (12, 18, 24)] == [1_200, 1_860, 3_180]


ODDS = Payouts(nothing=D(20), target=D(50), most=D(30), most_percent=D(120))
BONUS = replace(TERMS, base=D(140_000), bonus_target_percent=D(15), payouts=ODDS)


@pytest.mark.parametrize(("case", "paid"), [("expected", 18_060), ("none", 0), ("target", 21_000), ("most", 25_200)])
def test_a_bonus_turns_out_by_its_odds_or_as_a_scenario_says(case, paid):
    part = paid_part(ODDS, case)
    assert bonus_by(BONUS, 12) * part == paid
    assert bonus_by(replace(BONUS, bonus_target_percent=None, bonus_amount=D(21_000)), 24) * part == 2 * paid


@pytest.mark.parametrize(
    ("odds", "part"),
    [
        (Payouts(), 1),
        (replace(ODDS, most=None), 1),
        (replace(ODDS, most_percent=None), 1),
        (replace(ODDS, nothing=D(30)), None),
        (replace(ODDS, nothing=D(100), target=D(0), most=D(0)), 0),
    ],
)
def test_odds_count_once_all_are_known_and_only_if_they_sum_to_a_hundred(odds, part):
    assert paid_part(odds) == part


def test_without_a_maximum_the_most_is_the_target():
    assert paid_part(Payouts(), "most") == 1


@pytest.mark.parametrize(("months", "paid"), [(0, 0), (11, 0), (12, 5_000), (23, 5_000), (24, 15_500)])
def test_a_bonus_comes_at_the_end_of_a_year_of_work_the_first_by_its_months(months, paid):
    terms = replace(TERMS, base=D(100_000), raise_percent=D(5), bonus_target_percent=D(10), first_months=D(6))
    assert bonus_by(terms, months) == paid


@pytest.mark.parametrize("months", [0, 12, 48])
def test_a_bonus_that_is_not_known_is_none(months):
    assert bonus_by(TERMS, months) is None
    assert bonus_by(replace(TERMS, base=None, bonus_target_percent=D(5)), months) is None


@pytest.mark.parametrize(
    ("months", "full", "pro_rata"), [(0, 0, 0), (6, 0, 6_000), (12, 0, 12_000), (23, 0, 23_000), (24, 24_000, 24_000)]
)
def test_a_payment_is_kept_by_the_month_of_leaving(months, full, pro_rata):
    assert kept(D(24_000), months, D(24), "full") == full
    assert kept(D(24_000), months, D(24), "pro_rata") == pro_rata


@pytest.mark.parametrize("span", [None, D(0), D(-3)])
def test_what_cannot_be_asked_back_is_kept(span):
    assert kept(D(5), 0, span, "full") == kept(D(5), 0, span, "pro_rata") == 5


@given(money, st.integers(0, 60), st.integers(0, 60), st.sampled_from(["full", "pro_rata"]))
def test_staying_longer_never_keeps_less(amount, months, span, repay):
    assert 0 <= kept(amount, months, D(span), repay) <= kept(amount, months + 1, D(span), repay) <= amount
