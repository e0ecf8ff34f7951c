"""Between a year and the period a plan speaks in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.frame import a_year, in_period

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("period", "amount"), [("year", "93600"), ("month", "7800"), ("week", "1800"), ("day", "360"), ("hour", "45")]
)
def test_a_year_in_every_period(period, amount):
    assert in_period(Decimal(93600), period, hours_week=Decimal(40), days_week=Decimal(5)) == Decimal(amount)


@pytest.mark.parametrize("period", ["day", "hour", "once"])
def test_without_how_much_is_worked_it_is_not_known(period):
    assert in_period(Decimal(93600), period) is None
    assert a_year(Decimal(45), period) is None


@given(amount=AMOUNTS, period=st.sampled_from(["year", "month", "week"]))
def test_there_and_back(amount, period):
    yearly = a_year(amount, period)
    assert abs(in_period(yearly, period) - amount) < Decimal("1e-12")
