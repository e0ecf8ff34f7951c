"""Between a year and the period a plan speaks in."""

from __future__ import annotations

from decimal import Decimal

from groundwork.money import Period

WEEKS = 52


def in_period(
    yearly: Decimal, period: Period, *, hours_week: Decimal | None = None, days_week: Decimal | None = None
) -> Decimal | None:
    """A yearly amount as pay for one period; the reverse of base pay a year with 12 payments.

    Rule: month = year / 12, week = year / 52, day = week / days a week, hour = week / hours a week.
    Units: money a year in, money a period out. None where the hours or days a week are needed and not known,
    and for "once". Errors: none. Source: own definition, the same weeks as `offers.calc.pay`.
    """
    times = {"year": Decimal(1), "month": Decimal(12), "week": Decimal(WEEKS)}.get(period)
    if times is None:
        worked = {"day": days_week, "hour": hours_week}.get(period)
        times = WEEKS * worked if worked else None
    return yearly / times if times else None


def a_year(amount: Decimal, period: Period) -> Decimal | None:
    """Pay for one period as a yearly amount.

    Rule: month x 12, week x 52; an hour or a day depends on how much is worked, so it is None.
    Units: money a period in, money a year out. Errors: none. Source: own definition, the reverse of `in_period`.
    """
    times = {"year": 1, "month": 12, "week": WEEKS}.get(period)
    return amount * times if times else None
