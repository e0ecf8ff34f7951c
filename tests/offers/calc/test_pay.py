"""Base a year from any period, bonus, pay an hour, and what an offer leaves open."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.pay import (
    Certainty,
    Extra,
    LikelihoodError,
    OfferTerms,
    Payout,
    PeriodError,
    base_a_year,
    bonus_a_year,
    expected_bonus,
    per_hour,
    unknown,
)

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


FULL = replace(TERMS, hours_week=D(40), bonus_amount=D(5), bonus_likelihood=Certainty.LIKELY, sign_on=D(0), payments=12)
BLANK_EXTRA = Extra(label="Lunch", amount=None, every="year")


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({}, ()),
        ({"base": None}, ("base",)),
        ({"hours_week": None}, ("hours_week",)),
        ({"hours_week": None, "period": "hour"}, ("hours_week",)),
        ({"period": "day"}, ("days_week",)),
        ({"period": "month", "payments": None}, ("payments",)),
        ({"payments": None}, ()),
        ({"bonus_amount": None}, ("bonus",)),
        ({"bonus_amount": None, "bonus_target_percent": D(3)}, ()),
        ({"bonus_likelihood": None}, ("bonus_likelihood",)),
        ({"bonus_likelihood": None, "bonus_amount": D(0)}, ()),
        ({"sign_on": None}, ("sign_on",)),
        ({"extras": (replace(BLANK_EXTRA, amount=D(1)), BLANK_EXTRA)}, ("extra:1",)),
    ],
)
def test_what_an_offer_leaves_open_is_named(change, names):
    assert unknown(replace(FULL, **change)) == names
