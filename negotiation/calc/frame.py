"""From a year to the period a plan speaks in."""

from __future__ import annotations

from decimal import Decimal

WEEKS = 52


def in_period(
    yearly: Decimal, period: str, *, hours_week: Decimal | None = None, days_week: Decimal | None = None
) -> Decimal | None:
    """A yearly amount as pay for one period; the reverse of base pay a year with 12 payments.

    Rule: month = year / 12, week = year / 52, day = week / days a week, hour = week / hours a week.
    Unit: the amount's own currency. None: the hours or days a week are needed and not known.
    Source: own definition, the same weeks as `offers.calc.pay`.
    """
    if period == "year":
        return yearly
    if period == "month":
        return yearly / 12
    parts = {"week": Decimal(1), "day": days_week, "hour": hours_week}[period]
    return yearly / (WEEKS * parts) if parts else None


def a_year(amount: Decimal, period: str) -> Decimal | None:
    """Pay for one period as a yearly amount.

    Rule: month x 12, week x 52; an hour or a day depends on how much is worked, so it is None.
    Unit: the amount's own currency. Source: own definition, the reverse of `in_period`.
    """
    times = {"year": 1, "month": 12, "week": WEEKS}.get(period)
    return amount * times if times else None
