"""Where an amount stands among the numbers of one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Literal

Middle = Literal["median", "average", "middle"]


class Spot(StrEnum):
    """Where an amount lies among what a source says."""

    BELOW = "below"
    LOWER = "lower"  # from the low end up to the middle
    MIDDLE = "middle"
    UPPER = "upper"  # from the middle up to the high end
    ABOVE = "above"
    WITHIN = "within"  # between the ends of a source that names no middle


@dataclass(frozen=True, kw_only=True)
class Mark:
    """`percent` of the people a source counted earn `value` or less."""

    percent: int
    value: Decimal


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An amount against one source; `lowest` and `highest` are the outer percentiles it publishes.

    `percent` is known only between published percentiles: the ends of a plain range say nothing of how many
    people are paid less.
    """

    spot: Spot
    percent: Decimal | None = None
    lowest: int | None = None
    highest: int | None = None
    middle: Middle = "middle"


def percentile(x: Decimal, marks: Sequence[Mark]) -> Standing | None:
    """The percentile of x between the percentiles that a source publishes.

    Rule: log-linear in pay: between (p, a) and (q, b) it is p + (q - p) ln(x / a) / ln(b / a); on several
    equal values the middle of their percentiles; below the lowest and above the highest it is not known. None
    for fewer than 2 marks, or marks that are not above 0 and in order. Units: one frame; percent, 0 to 100.
    Errors: none. Source: the usual interpolation of published pay percentiles.
    """
    if not _in_order(marks):
        return None
    first, last = marks[0], marks[-1]
    if x < first.value or x > last.value:
        spot = Spot.BELOW if x < first.value else Spot.ABOVE
        return Standing(spot=spot, lowest=first.percent, highest=last.percent, middle="median")
    percent = _between(x, marks)
    spot = Spot.MIDDLE if percent == 50 else Spot.LOWER if percent < 50 else Spot.UPPER
    return Standing(spot=spot, percent=percent, lowest=first.percent, highest=last.percent, middle="median")


def _in_order(marks: Sequence[Mark]) -> bool:
    pairs = list(pairwise(marks))
    rising = all(one.percent < other.percent and one.value <= other.value for one, other in pairs)
    return bool(pairs) and rising and marks[0].value > 0


def _between(x: Decimal, marks: Sequence[Mark]) -> Decimal:
    same = [mark.percent for mark in marks if mark.value == x]
    if same:
        return Decimal(same[0] + same[-1]) / 2
    lower = max((mark for mark in marks if mark.value < x), key=lambda mark: mark.percent)
    upper = min((mark for mark in marks if mark.value > x), key=lambda mark: mark.percent)
    part = (x / lower.value).ln() / (upper.value / lower.value).ln()
    return lower.percent + (upper.percent - lower.percent) * part


def in_range(
    x: Decimal, low: Decimal | None, mid: Decimal | None, high: Decimal | None, *, middle: Middle = "middle"
) -> Standing | None:
    """Where x lies in a plain range, of which nobody says how many people it holds.

    Rule: below the low end, above the high end, else by the middle (one equal to x is "middle"); without a
    middle, within. What is not known cannot be said: None. Units: one frame. Errors: none; None also for
    numbers that are not in order. Source: own definition.
    """
    known = [number for number in (low, mid, high) if number is not None]
    if known != sorted(known):
        return None
    spot = _spot(x, low, mid, high)
    return None if spot is None else Standing(spot=spot, middle=middle)


def _spot(x: Decimal, low: Decimal | None, mid: Decimal | None, high: Decimal | None) -> Spot | None:
    if low is not None and x < low:
        return Spot.BELOW
    if high is not None and x > high:
        return Spot.ABOVE
    if mid is not None:
        return Spot.MIDDLE if x == mid else Spot.LOWER if x < mid else Spot.UPPER
    return None if low is None or high is None else Spot.WITHIN


def said(standing: Standing) -> str:
    """A standing in a few words, to follow the name of what stands there.

    Rule: the percentile rounded to a whole one, a half up. Units: words. Errors: none. Source: own definition.
    """
    middle = standing.middle
    if standing.percent is not None:
        return f"about the {ordinal(int(standing.percent + Decimal('0.5')))} percentile"
    if standing.spot is Spot.BELOW and standing.lowest is not None:
        return f"below P{standing.lowest}, the lowest this source publishes"
    if standing.spot is Spot.ABOVE and standing.highest is not None:
        return f"above P{standing.highest}, the highest this source publishes"
    return {
        Spot.BELOW: "below the low end of this source",
        Spot.LOWER: f"below the {middle} of this source",
        Spot.MIDDLE: f"at the {middle} of this source",
        Spot.UPPER: f"above the {middle} of this source",
        Spot.ABOVE: "above the high end of this source",
        Spot.WITHIN: "within the range of this source",
    }[standing.spot]


def ordinal(number: int) -> str:
    """A whole number as a rank, "63rd".

    Rule: st, nd and rd but for those that end in 11, 12 and 13. Units: none. Errors: none. Source: English.
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
