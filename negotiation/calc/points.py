"""What one source says of the market, and its numbers in the money of a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from groundwork.money import Basis, Frame, Period, as_decimal
from negotiation.calc.frame import WEEKS
from negotiation.calc.percentile import Mark, Middle

Ends = Literal["range", "quartiles", "deciles"]
AMOUNTS = ("low", "mid", "high", "p10", "p25", "p50", "p75", "p90")


class Kind(StrEnum):
    """Where a number comes from."""

    PUBLISHED = "published"
    POSTED = "posted"  # the range in an employer's own ad
    PERSON = "person"  # somebody I asked, without a name
    OWN = "own"  # an offer of my own


class Refusal(StrEnum):
    """Why a source cannot stand on the scale of the plan."""

    EMPTY = "empty"
    NO_RATE = "no_rate"
    RATE_NOT_DATED = "rate_not_dated"
    OTHER_BASIS = "other_basis"  # gross against net: a rate of tax for everybody is not known
    NO_HOURS = "no_hours"  # paid by the hour or the day, and how much is worked is not known
    NOT_REGULAR = "not_regular"  # paid once


@dataclass(frozen=True, kw_only=True)
class Point:
    """What one source says; None is not known. `people` is how many were asked.

    `payments` is how often a year pay by the month is paid; `after_years` marks pay later on in such a job.
    """

    source: str = ""
    link: str = ""
    kind: Kind | None = None
    place: str = ""
    dated: date | None = None
    currency: str
    period: Period
    basis: Basis = "gross"
    payments: int = 12
    low: Decimal | None = None
    mid: Decimal | None = None
    high: Decimal | None = None
    middle: Middle = "middle"  # what `mid` is
    ends: Ends = "range"  # what `low` and `high` are
    p10: Decimal | None = None
    p25: Decimal | None = None
    p50: Decimal | None = None
    p75: Decimal | None = None
    p90: Decimal | None = None
    people: int | None = None
    after_years: int | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The percentiles it publishes, its ends and its median among them where they are such."""
        ends = {"quartiles": {25: self.low, 75: self.high}, "deciles": {10: self.low, 90: self.high}}
        more = {**ends.get(self.ends, {}), 50: self.mid if self.middle == "median" else None}
        own = {10: self.p10, 25: self.p25, 50: self.p50, 75: self.p75, 90: self.p90}
        known = {percent: more.get(percent) if value is None else value for percent, value in own.items()}
        return tuple(Mark(percent=percent, value=value) for percent, value in known.items() if value is not None)

    @property
    def center(self) -> Decimal | None:
        """Its own median, average or middle."""
        return self.p50 if self.mid is None else self.mid

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        return tuple(number for name in AMOUNTS if (number := getattr(self, name)) is not None)

    @property
    def in_order(self) -> bool:
        """Whether neither its range nor its percentiles fall."""
        plain = [number for number in (self.low, self.mid, self.high) if number is not None]
        counted = [mark.value for mark in self.marks]
        return all(one <= other for row in (plain, counted) for one, other in pairwise(row))


@dataclass(frozen=True, kw_only=True)
class Rate:
    """What one unit of `currency` brings in the money of the plan, on a day."""

    currency: str
    brings: Decimal
    dated: date | None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Money:
    """The money of a plan, and what turns other money into it."""

    frame: Frame
    rates: tuple[Rate, ...] = ()
    hours_week: Decimal | None = None
    days_week: Decimal | None = None


def converted(point: Point, money: Money) -> Point | Refusal:
    """The same source in the currency and period of a plan, or why that cannot be.

    Rule: a year = month x payments, week x 52, day x days x 52, hour x hours x 52; from a year to the plan's
    period the same way round, a month being a twelfth; money of another currency x its latest dated rate.
    Units: the plan's frame. Errors: none. Source: own definition, the same weeks as `offers.calc.pay`.
    """
    if not point.numbers:
        return Refusal.EMPTY
    if point.basis != money.frame.basis:
        return Refusal.OTHER_BASIS
    if "once" in (point.period, money.frame.period):
        return Refusal.NOT_REGULAR
    brings = _brings(point.currency, money)
    if isinstance(brings, Refusal):
        return brings
    times, through = _a_year(point.period, point.payments, money), _a_year(money.frame.period, 12, money)
    if point.period == money.frame.period and point.period in ("hour", "day"):
        times = through = Fraction(1)
    if not times or not through:
        return Refusal.NO_HOURS
    return _times(point, times * brings / through, money.frame)


def rate_for(currency: str, money: Money) -> Rate | None:
    """The rate that counts for a currency: of those above 0 the latest that has a date, else one without.

    Rule: as said. Units: the plan's money for one unit. Errors: none; None for the plan's own currency, or
    without a rate. Source: own definition.
    """
    known = [rate for rate in money.rates if rate.currency == currency != money.frame.currency and rate.brings > 0]
    return max(known, key=lambda rate: rate.dated or date.min, default=None)


def _brings(currency: str, money: Money) -> Fraction | Refusal:
    if currency == money.frame.currency:
        return Fraction(1)
    rate = rate_for(currency, money)
    if rate is None:
        return Refusal.NO_RATE
    return Refusal.RATE_NOT_DATED if rate.dated is None else Fraction(rate.brings)


def _a_year(period: Period, payments: int, money: Money) -> Fraction | None:
    """How often a year pay by this period is paid; None where that depends on what is not known."""
    worked = {"day": money.days_week, "hour": money.hours_week}
    if period in worked:
        by = worked[period]
        return None if by is None else Fraction(by) * WEEKS
    return Fraction({"week": WEEKS, "month": payments}.get(period, 1))


def _times(point: Point, times: Fraction, frame: Frame) -> Point:
    def here(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else as_decimal(Fraction(amount) * times)

    return replace(
        point,
        currency=frame.currency,
        period=frame.period,
        payments=12,
        low=here(point.low),
        mid=here(point.mid),
        high=here(point.high),
        p10=here(point.p10),
        p25=here(point.p25),
        p50=here(point.p50),
        p75=here(point.p75),
        p90=here(point.p90),
    )
