"""The zone between my minimum and their maximum, and where a number lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class OrderError(ValueError):
    """Low, likely and high are not in this order."""


class Place(StrEnum):
    """Where a number lies to the market band."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, kw_only=True)
class Zone:
    """The prices both can live with, from my minimum to their maximum; `gap` is what is short of one."""

    minimum: Decimal
    maximum: Decimal
    exists: bool
    width: Decimal
    middle: Decimal | None
    gap: Decimal


@dataclass(frozen=True, kw_only=True)
class Position:
    """A number in the market band; `share` is 0 at its low end and 1 at its high end."""

    place: Place
    share: Fraction | None


def zone(minimum: Decimal, maximum: Decimal) -> Zone:
    """The zone between my minimum and their maximum.

    Rule: it exists if maximum >= minimum; width 0 is one price; without one, `gap` is by how much my minimum
    would have to fall or their maximum to rise. Units: one frame for both. Errors: none.
    Source: Raiffa, The Art and Science of Negotiation (1982), the zone of agreement.
    """
    exists = maximum >= minimum
    return Zone(
        minimum=minimum,
        maximum=maximum,
        exists=exists,
        width=maximum - minimum if exists else Decimal(0),
        middle=(minimum + maximum) / 2 if exists else None,
        gap=Decimal(0) if exists else minimum - maximum,
    )


def share(x: Decimal, zone: Zone) -> Fraction | None:
    """My share of the zone if the price is x.

    Rule: (x - minimum) / (maximum - minimum), below 0 or above 1 for an x outside; None where there is no
    zone or it is one price. Units: a plain ratio. Errors: none. Source: own definition.
    """
    return Fraction(x - zone.minimum) / Fraction(zone.width) if zone.width > 0 else None


def chance_at_least(low: Decimal, likely: Decimal, high: Decimal, x: Decimal) -> Fraction:
    """How likely their maximum is at least x, if it is believed to lie between low and high.

    Rule: the upper tail of the triangular distribution; three equal numbers are one price. Units: one frame;
    0 to 1 out. Errors: OrderError unless low <= likely <= high. Source: triangular distribution.
    """
    if not low <= likely <= high:
        raise OrderError("low <= likely <= high does not hold")
    if x <= low:
        return Fraction(1)
    if x > high or low == high:
        return Fraction(0)
    left, right, span = Fraction(likely - low), Fraction(high - likely), Fraction(high - low)
    if x <= likely:
        return 1 - Fraction(x - low) ** 2 / (span * left)
    return Fraction(high - x) ** 2 / (span * right)


def position(x: Decimal | None, low: Decimal | None, high: Decimal | None) -> Position | None:
    """Where x lies to the market band.

    Rule: below, within (ends included) or above, with (x - low) / (high - low) as share; None where that is
    not known or the band is the wrong way round. Units: one frame. Errors: none. Source: own definition.
    """
    if x is None or (low is not None and high is not None and low > high):
        return None
    width = Fraction(high - low) if low is not None and high is not None else Fraction(0)
    part = Fraction(x - low) / width if low is not None and width else None
    if low is not None and x < low:
        return Position(place=Place.BELOW, share=part)
    if high is not None and x > high:
        return Position(place=Place.ABOVE, share=part)
    return None if low is None or high is None else Position(place=Place.WITHIN, share=part)
