"""Five ways out of a negotiation, and which one the plan points to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Exit(StrEnum):
    """What can be answered to an offer."""

    ACCEPT = "accept"
    COUNTER = "counter"
    PAUSE = "pause"
    DECLINE = "decline"
    REVIEW = "review"  # accept now, and look at it again in six months


class Because(StrEnum):
    """What decides, in the order in which it is looked at."""

    NOTHING = "nothing"
    RED_LINE = "red_line"
    BELOW_FLOOR = "below_floor"
    BELOW_BATNA = "below_batna"
    UNKNOWN = "unknown"
    BELOW_TARGET = "below_target"
    STATE = "state"
    ALL_WELL = "all_well"


@dataclass(frozen=True, kw_only=True)
class DecideTerms:
    """All amounts in one frame; None is not known. `final` is that they have said their last word."""

    offer: Decimal | None = None
    floor: Decimal | None = None
    batna: Decimal | None = None
    target: Decimal | None = None
    broken: int = 0  # red lines that the offer breaks
    unknown: int = 0  # things that have to be known and are not
    fit: bool | None = None  # whether this is a day to decide
    final: bool = False


@dataclass(frozen=True, kw_only=True)
class Advice:
    """The way out that is suggested, what decides, and by how much where that is an amount."""

    exit: Exit
    because: Because
    by: Decimal | None = None


def advise(terms: DecideTerms) -> Advice:
    """The first thing that speaks decides.

    Rule, in this order: nothing known, ask first; a red line broken, decline; below the minimum or below what there is
    otherwise, counter, and decline where it is their last word; something that has to be known is not, ask first;
    below the target, counter, and where it is their last word accept with a review; not a day to decide, wait; else
    accept. Units: pay of one frame. Errors: none. Source: own definition.
    """
    offer = terms.offer
    if offer is None and terms.floor is None and terms.target is None and not terms.broken:
        return Advice(exit=Exit.PAUSE, because=Because.NOTHING)
    if terms.broken:
        return Advice(exit=Exit.DECLINE, because=Because.RED_LINE)
    for limit, because in ((terms.floor, Because.BELOW_FLOOR), (terms.batna, Because.BELOW_BATNA)):
        if short := below(offer, limit):
            return Advice(exit=Exit.DECLINE if terms.final else Exit.COUNTER, because=because, by=short)
    if terms.unknown or offer is None:
        return Advice(exit=Exit.PAUSE, because=Because.UNKNOWN)
    if short := below(offer, terms.target):
        return Advice(exit=Exit.REVIEW if terms.final else Exit.COUNTER, because=Because.BELOW_TARGET, by=short)
    if terms.fit is False:
        return Advice(exit=Exit.PAUSE, because=Because.STATE)
    return Advice(exit=Exit.ACCEPT, because=Because.ALL_WELL)


def below(offer: Decimal | None, limit: Decimal | None) -> Decimal | None:
    """How far an offer lies below a limit; None where it does not, or where one of them is not known."""
    return None if offer is None or limit is None or offer >= limit else limit - offer
