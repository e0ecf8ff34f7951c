"""The zone of possible agreement: my floor, target and offer against what they may pay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from negotiation.calc.opening import (
    Concession,
    Opening,
    OpeningRule,
    RangeForm,
    RangeKind,
    RangeWidth,
    StepsError,
    concessions,
    opening,
    range_form,
    years_of_raises,
)
from negotiation.calc.zone import (
    OrderError,
    Place,
    Position,
    Zone,
    chance_at_least,
    position,
    share,
    zone,
)

__all__ = [
    "Against", "Concession", "CostLater", "Counts", "Notice", "Opening", "OpeningRule", "OrderError", "Pay",
    "Place", "Position", "RangeForm", "RangeKind", "RangeWidth", "StepsError", "Zone", "ZopaResult",
    "ZopaTerms", "chance_at_least", "concessions", "opening", "position", "range_form", "share",
    "years_of_raises", "zone", "zopa",
]  # fmt: skip

Counts = Literal["fixed", "cash", "all"]
PARTS: dict[str, tuple[str, ...]] = {
    "fixed": ("fixed",),
    "cash": ("fixed", "variable"),
    "all": ("fixed", "variable", "equity"),
}


class Notice(StrEnum):
    """Something about the numbers that the person should hear; the words are the page's."""

    TARGET_BELOW_FLOOR = "target_below_floor"
    FLOOR_ABOVE_OFFER = "floor_above_offer"
    BATNA_ABOVE_FLOOR = "batna_above_floor"
    BATNA_ABOVE_OFFER = "batna_above_offer"
    OFFER_MEETS_TARGET = "offer_meets_target"
    NO_ZONE_AT_LIKELY = "no_zone_at_likely"
    NO_ZONE_AT_HIGH = "no_zone_at_high"
    FLOOR_ABOVE_MARKET = "floor_above_market"
    TARGET_ABOVE_MARKET = "target_above_market"
    TARGET_BELOW_MARKET = "target_below_market"
    OPENING_ABOVE_MARKET = "opening_above_market"
    OPENING_BELOW_MARKET = "opening_below_market"
    OPENING_BELOW_TARGET = "opening_below_target"
    OPENING_BELOW_OFFER = "opening_below_offer"
    OPENING_BELOW_FLOOR = "opening_below_floor"
    ASK_BELOW_FLOOR = "ask_below_floor"
    ASK_BACKDOWN = "ask_backdown"
    ASK_REVERSED = "ask_reversed"
    THEIR_RANGE_ORDER = "their_range_order"
    MARKET_ORDER = "market_order"


@dataclass(frozen=True, kw_only=True)
class Pay:
    """Pay in its parts, each a year in one frame; None is not known, 0 is none."""

    fixed: Decimal | None = None
    variable: Decimal | None = None
    equity: Decimal | None = None

    def total(self, counts: Counts) -> Decimal | None:
        """The sum of the parts that count; None as soon as one of them is not known.

        Rule: "fixed" is fixed, "cash" is fixed and variable, "all" is all three, so that base is compared
        with base and total with total. Units: those of the parts. Errors: none. Source: own definition.
        """
        known = [part for part in (getattr(self, name) for name in PARTS[counts]) if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(PARTS[counts]) else None

    def missing(self, counts: Counts) -> tuple[str, ...]:
        """The counted parts that are not known, once any part is (none of a pay that is wholly blank).

        Rule: as in `total`. Units: names. Errors: none. Source: own definition.
        """
        blank = all(getattr(self, name) is None for name in PARTS["all"])
        return () if blank else tuple(name for name in PARTS[counts] if getattr(self, name) is None)


@dataclass(frozen=True, kw_only=True)
class Against:
    """The zone against one maximum of theirs, and my share of it at the offer and at the target."""

    zone: Zone
    offer_share: Fraction | None
    target_share: Fraction | None


@dataclass(frozen=True, kw_only=True)
class CostLater:
    """What agreeing at either end of my range loses against the target over the years (below 0: gains)."""

    low: Decimal
    high: Decimal
    between: Decimal
    years: int
    raise_percent: Decimal


@dataclass(frozen=True, kw_only=True)
class ZopaTerms:
    """All numbers in one frame; None is not known. `opening` is the one the person typed."""

    counts: Counts = "fixed"
    target: Pay = Pay()
    floor: Pay = Pay()
    offer: Pay = Pay()
    their_low: Decimal | None = None
    their_likely: Decimal | None = None
    their_high: Decimal | None = None
    market_low: Decimal | None = None
    market_high: Decimal | None = None
    ask_low: Decimal | None = None
    ask_high: Decimal | None = None
    opening: Decimal | None = None
    batna: Decimal | None = None
    raise_percent: Decimal | None = None
    years: int | None = None
    rounding: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class ZopaResult:
    """What follows from the terms; each number is None where its terms are not known."""

    terms: ZopaTerms
    floor: Decimal | None
    target: Decimal | None
    offer: Decimal | None
    binds: Literal["floor", "batna", "both"] | None
    at_likely: Against | None
    at_high: Against | None
    chance: Fraction | None
    suggested: Opening
    opening: Opening
    form: RangeForm | None
    cost_later: CostLater | None
    floor_position: Position | None
    target_position: Position | None
    offer_position: Position | None
    opening_position: Position | None
    notices: tuple[Notice, ...]

    @property
    def walk_away(self) -> Decimal | None:
        """The minimum the person typed: it always rules, a computed one only stands beside it."""
        return self.floor


def zopa(terms: ZopaTerms) -> ZopaResult:
    """Everything the position step shows, from whatever is known.

    Rule: each part by the function of its name; the typed floor rules. Units: all amounts in one frame.
    Errors: none; what cannot be computed is None, what does not fit is a notice. Source: own definition.
    """
    floor, target, offer = (pay.total(terms.counts) for pay in (terms.floor, terms.target, terms.offer))
    believed = _at_least_the_offer(terms, offer)
    band = _band(terms)
    suggested = opening(target, offer, band[1], rounding=terms.rounding)
    chosen = suggested if terms.opening is None else _own(terms.opening, suggested)
    result = ZopaResult(
        terms=terms,
        floor=floor,
        target=target,
        offer=offer,
        binds=_binds(floor, terms.batna),
        at_likely=_against(floor, believed.their_likely, offer, target),
        at_high=_against(floor, believed.their_high, offer, target),
        chance=_chance(believed, floor),
        suggested=suggested,
        opening=chosen,
        form=_form(terms, target),
        cost_later=_cost_later(terms, target),
        floor_position=position(floor, *band),
        target_position=position(target, *band),
        offer_position=position(offer, *band),
        opening_position=position(chosen.amount, *band),
        notices=(),
    )
    return replace(result, notices=_notices(result))


def _at_least_the_offer(terms: ZopaTerms, offer: Decimal | None) -> ZopaTerms:
    """What they have offered they can pay: their maximum is never believed to be less."""
    if offer is None:
        return terms
    ends = {name: getattr(terms, name) for name in ("their_low", "their_likely", "their_high")}
    return replace(terms, **{name: max(end, offer) for name, end in ends.items() if end is not None})


def _binds(floor: Decimal | None, batna: Decimal | None) -> Literal["floor", "batna", "both"] | None:
    if floor is None or batna is None:
        return "floor" if floor is not None else "batna" if batna is not None else None
    return "both" if floor == batna else "floor" if floor > batna else "batna"


def _own(typed: Decimal, suggested: Opening) -> Opening:
    return replace(suggested, amount=typed, exact=typed, step=None, rule=OpeningRule.OWN)


def _band(terms: ZopaTerms) -> tuple[Decimal | None, Decimal | None]:
    """The market band; one that is the wrong way round defends nothing."""
    low, high = terms.market_low, terms.market_high
    return (None, None) if _over(low, high) else (low, high)


def _against(
    floor: Decimal | None, maximum: Decimal | None, offer: Decimal | None, target: Decimal | None
) -> Against | None:
    if floor is None or maximum is None:
        return None
    found = zone(floor, maximum)
    return Against(
        zone=found,
        offer_share=None if offer is None else share(offer, found),
        target_share=None if target is None else share(target, found),
    )


def _chance(terms: ZopaTerms, floor: Decimal | None) -> Fraction | None:
    low, likely, high = terms.their_low, terms.their_likely, terms.their_high
    if floor is None or low is None or likely is None or high is None or not low <= likely <= high:
        return None
    return chance_at_least(low, likely, high, floor)


def _form(terms: ZopaTerms, target: Decimal | None) -> RangeForm | None:
    if terms.ask_low is None or terms.ask_high is None or target is None:
        return None
    return range_form(terms.ask_low, terms.ask_high, target)


def _cost_later(terms: ZopaTerms, target: Decimal | None) -> CostLater | None:
    low, high, years, percent = terms.ask_low, terms.ask_high, terms.years, terms.raise_percent
    if low is None or high is None or target is None or years is None or percent is None:
        return None
    try:
        sums = [years_of_raises(by, raise_percent=percent, years=years) for by in (target - low, target - high)]
    except StepsError:
        return None
    return CostLater(low=sums[0], high=sums[1], between=sums[0] - sums[1], years=years, raise_percent=percent)


def _over(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one > other


def _notices(result: ZopaResult) -> tuple[Notice, ...]:
    terms, floor, target, offer = result.terms, result.floor, result.target, result.offer
    low, high = _band(terms)
    ask = result.opening.amount
    found = {
        Notice.THEIR_RANGE_ORDER: _over(terms.their_low, terms.their_likely)
        or _over(terms.their_likely, terms.their_high)
        or _over(terms.their_low, terms.their_high),
        Notice.MARKET_ORDER: _over(terms.market_low, terms.market_high),
        Notice.TARGET_BELOW_FLOOR: _over(floor, target),
        Notice.FLOOR_ABOVE_OFFER: _over(floor, offer),
        Notice.BATNA_ABOVE_FLOOR: _over(terms.batna, floor),
        Notice.BATNA_ABOVE_OFFER: _over(terms.batna, offer),
        Notice.OFFER_MEETS_TARGET: offer is not None and target is not None and offer >= target,
        Notice.NO_ZONE_AT_LIKELY: result.at_likely is not None and not result.at_likely.zone.exists,
        Notice.NO_ZONE_AT_HIGH: result.at_high is not None and not result.at_high.zone.exists,
        Notice.FLOOR_ABOVE_MARKET: _over(floor, high),
        Notice.TARGET_ABOVE_MARKET: _over(target, high),
        Notice.TARGET_BELOW_MARKET: _over(low, target),
        Notice.OPENING_ABOVE_MARKET: _over(ask, high),
        Notice.OPENING_BELOW_MARKET: _over(low, ask),
        Notice.OPENING_BELOW_TARGET: _over(target, ask),
        Notice.OPENING_BELOW_OFFER: _over(offer, ask),
        Notice.OPENING_BELOW_FLOOR: _over(floor, ask),
        Notice.ASK_BELOW_FLOOR: _over(floor, terms.ask_low),
        Notice.ASK_BACKDOWN: result.form is not None and result.form.kind in (RangeKind.BACKDOWN, RangeKind.BELOW),
        Notice.ASK_REVERSED: _over(terms.ask_low, terms.ask_high),
    }
    return tuple(notice for notice, holds in found.items() if holds)
