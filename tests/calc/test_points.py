"""What one source says, in the money of a plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from groundwork.money import Frame
from negotiation.calc.market import standing
from negotiation.calc.points import Kind, Money, Point, converted

D = Decimal
FRESH = date(2026, 9, 1)


def point(low=None, mid=None, high=None, **more):
    amounts = {name: None if at is None else D(at) for name, at in (("low", low), ("mid", mid), ("high", high))}
    given = {"source": "A survey", "kind": Kind.PUBLISHED, "dated": FRESH, "currency": "USD", "period": "year"}
    return Point(**{**given, **amounts, **more})


def money(currency="USD", period="year", basis="gross", **more):
    return Money(frame=Frame(currency=currency, period=period, basis=basis), **more)


A = point(70, 85, 100)
B = point(90, 95, 130, middle="median")


@pytest.mark.parametrize(
    ("period", "payments", "into", "low"),
    [
        ("year", 12, "year", 1200),
        ("month", 12, "month", 1200),
        ("month", 13, "month", 1300),
        ("month", 13, "year", 15_600),
        ("week", 12, "month", 5200),
        ("day", 12, "year", 1200 * 5 * 52),
        ("hour", 12, "week", 1200 * 40),
        ("hour", 12, "hour", 1200),
    ],
)
def test_every_period_is_turned_into_that_of_the_plan(period, payments, into, low):
    here = converted(
        point(1200, period=period, payments=payments), money(period=into, hours_week=D(40), days_week=D(5))
    )
    assert (here.low, here.period, here.payments) == (low, into, 12)


def test_a_median_beside_percentiles_is_the_fiftieth_and_an_average_is_none():
    quartiles = {"low": None, "high": None, "p25": D(80), "p75": D(110)}
    assert [mark.percent for mark in replace(B, **quartiles).marks] == [25, 50, 75]
    assert [mark.percent for mark in replace(A, **quartiles).marks] == [25, 75]
    assert standing(D(95), replace(B, **quartiles)).percent == 50


@pytest.mark.parametrize(
    ("ends", "percents"), [("range", [50]), ("quartiles", [25, 50, 75]), ("deciles", [10, 50, 90])]
)
def test_the_ends_of_a_range_may_be_percentiles(ends, percents):
    assert [mark.percent for mark in replace(B, ends=ends).marks] == percents
    assert [mark.value for mark in replace(B, ends="quartiles", p25=D(91)).marks] == [91, 95, 130]
