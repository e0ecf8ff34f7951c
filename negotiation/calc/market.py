"""What the market pays: each source is a strip of its own on one scale, and no source is mixed into another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from negotiation.calc.percentile import Mark, Spot, Standing, in_range, ordinal, percentile, said
from negotiation.calc.points import Kind, Money, Point, Rate, Refusal, converted, rate_for

__all__ = [
    "Flag",
    "Kind",
    "Mark",
    "MarketResult",
    "MarketTerms",
    "Money",
    "Point",
    "Rate",
    "Refusal",
    "Refused",
    "Spot",
    "Standing",
    "Strip",
    "converted",
    "flags",
    "is_stale",
    "market",
    "ordinal",
    "said",
    "standing",
]

STALE_MONTHS = 18
ENOUGH_SOURCES = 3


class Flag(StrEnum):
    """What weakens a source; the words are the page's."""

    STALE = "stale"
    UNDATED = "undated"
    NOT_YET = "not_yet"  # its date is still to come
    ONE_PERSON = "one_person"
    UNSOURCED = "unsourced"
    NOT_IN_ORDER = "not_in_order"


@dataclass(frozen=True, kw_only=True)
class Refused:
    point: Point
    reason: Refusal


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One source on the scale of the plan: as it was given, and `here`, in the plan's money."""

    point: Point
    here: Point
    rate: Rate | None
    flags: tuple[Flag, ...]
    desired: Standing | None
    minimum: Standing | None
    offer: Standing | None

    @property
    def low(self) -> Decimal:
        return min(self.here.numbers)

    @property
    def high(self) -> Decimal:
        return max(self.here.numbers)

    @property
    def center(self) -> Decimal | None:
        return self.here.center

    @property
    def defends(self) -> bool:
        """Whether a number of it can be named in a talk: of today, in order, with a source."""
        return self.point.after_years in (None, 0) and not {Flag.UNSOURCED, Flag.NOT_IN_ORDER} & set(self.flags)


@dataclass(frozen=True, kw_only=True)
class MarketTerms:
    """My own amounts are in the frame of `money`."""

    points: tuple[Point, ...]
    money: Money
    today: date
    desired: Decimal | None = None
    minimum: Decimal | None = None
    offer: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class MarketResult:
    """`now` and `later` are strips in the order given: pay today, and pay after some years."""

    terms: MarketTerms
    now: tuple[Strip, ...]
    later: tuple[Strip, ...]
    refused: tuple[Refused, ...]
    sources: int

    @property
    def few_sources(self) -> bool:
        return self.sources < ENOUGH_SOURCES

    @property
    def lowest(self) -> Strip | None:
        """The source with the lowest number of those that can be named."""
        return min((strip for strip in self.now if strip.defends), key=lambda strip: strip.low, default=None)

    @property
    def highest(self) -> Strip | None:
        """The source with the highest number of those that can be named: what an opening may lean on."""
        return max((strip for strip in self.now if strip.defends), key=lambda strip: strip.high, default=None)


def market(terms: MarketTerms) -> MarketResult:
    """Every source on one scale, with what weakens it and where my numbers lie in it.

    Rule: each source by itself; one that cannot be turned into the plan's money is refused with its reason.
    Sources are counted once by name, those without a name each for itself. Units: amounts in the frame of the
    plan. Errors: none. Source: own definition.
    """
    tried = [(point, converted(point, terms.money)) for point in terms.points]
    strips = [_strip(point, here, terms) for point, here in tried if isinstance(here, Point)]
    now = tuple(strip for strip in strips if not strip.point.after_years)
    return MarketResult(
        terms=terms,
        now=now,
        later=tuple(strip for strip in strips if strip.point.after_years),
        refused=tuple(Refused(point=point, reason=here) for point, here in tried if isinstance(here, Refusal)),
        sources=_sources(strip.point for strip in now),
    )


def _strip(point: Point, here: Point, terms: MarketTerms) -> Strip:
    return Strip(
        point=point,
        here=here,
        rate=rate_for(point.currency, terms.money),
        flags=flags(point, terms.today),
        desired=standing(terms.desired, here),
        minimum=standing(terms.minimum, here),
        offer=standing(terms.offer, here),
    )


def _sources(points: Iterable[Point]) -> int:
    named = [(point.source or point.link).strip().casefold() for point in points]
    return len({name for name in named if name}) + named.count("")


def standing(x: Decimal | None, point: Point) -> Standing | None:
    """Where an amount lies in one source: by its percentiles if it publishes them, else by its range.

    Rule: as `percentile` and `in_range`; pay after some years is compared with nothing of today. Units: one
    frame. Errors: none; None is not known. Source: own definition.
    """
    if x is None or point.after_years or not point.in_order:
        return None
    return percentile(x, point.marks) or in_range(
        x, point.low, point.center, point.high, middle="median" if point.mid is None else point.middle
    )


def flags(point: Point, today: date) -> tuple[Flag, ...]:
    """What weakens a source.

    Rule: stale over 18 months; what a person said is one person's word unless more were asked, and is its own
    source, as an offer of mine is; all else needs a name or a link. Units: days. Errors: none.
    Source: own definition.
    """
    dated = point.dated
    speaks_for_itself = point.kind in (Kind.PERSON, Kind.OWN)
    found = {
        Flag.STALE: dated is not None and is_stale(dated, today),
        Flag.UNDATED: dated is None,
        Flag.NOT_YET: dated is not None and dated > today,
        Flag.ONE_PERSON: point.kind is Kind.PERSON and (point.people or 1) < 2,
        Flag.UNSOURCED: not speaks_for_itself and not (point.source.strip() or point.link.strip()),
        Flag.NOT_IN_ORDER: not point.in_order,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def is_stale(dated: date, today: date) -> bool:
    """Whether more than 18 months have passed.

    Rule: counted in calendar months; a day is over when the same day of the 18th month is. Units: days.
    Errors: none. Source: own definition.
    """
    months = (today.year - dated.year) * 12 + today.month - dated.month
    return (months, today.day) > (STALE_MONTHS, dated.day)
