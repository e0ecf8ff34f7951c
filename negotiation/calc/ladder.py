"""What they may answer to an ask, rung by rung, and how each stands against what somebody needs and aims for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from negotiation.calc.opening import round_between, rounding_step


class Reply(StrEnum):
    """What they say, from the best on; then what they say instead of an answer."""

    YES = "yes"
    NEAR = "near"
    HALF = "half"
    NOTHING = "nothing"
    FINAL = "final"
    BUDGET = "budget"
    SILENCE = "silence"
    TODAY = "today"
    EARN = "earn"
    FIRST = "first"
    STAY = "stay"


class Move(StrEnum):
    """What an amount calls for."""

    SETTLE = "settle"  # at or above the target
    TRADE = "trade"  # above all that would be accepted, below the target
    HOLD = "hold"  # below the minimum
    ELSEWHERE = "elsewhere"  # above the minimum, and worth less than what there is otherwise
    UNKNOWN = "unknown"


# How much of the way from their offer to the opening a reply comes.
PARTS = {Reply.YES: Decimal(1), Reply.NEAR: Decimal("0.75"), Reply.HALF: Decimal("0.5")}
AT_THE_OFFER = (Reply.NOTHING, Reply.FINAL, Reply.BUDGET)


@dataclass(frozen=True, kw_only=True)
class LadderTerms:
    """All in one frame; None is not known. `batna` is what there is otherwise."""

    opening: Decimal | None = None
    target: Decimal | None = None
    floor: Decimal | None = None
    batna: Decimal | None = None
    offer: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Stands:
    """An amount less each of the others; None where one is not known."""

    amount: Decimal
    over_floor: Decimal | None
    over_batna: Decimal | None
    over_target: Decimal | None
    under_opening: Decimal | None
    move: Move


@dataclass(frozen=True, kw_only=True)
class Rung:
    reply: Reply
    stands: Stands | None


def ladder(terms: LadderTerms) -> tuple[Rung, ...]:
    """Every reply with the amount it comes to.

    Rule: a full yes is the opening, "near" three quarters of the way to it from their offer, "half" half of it, both
    rounded as an ask is; no, a last word and an empty budget leave their offer. Units: pay of one frame.
    Errors: none; an amount that rests on something not known is None. Source: own definition.
    """
    return tuple(Rung(reply=reply, stands=_stands_of(reply, terms)) for reply in Reply)


def stands(amount: Decimal, terms: LadderTerms) -> Stands:
    """Any amount against minimum, alternative, target and opening, and the move that it calls for.

    Rule: differences; see `Move`. Units: pay of one frame. Errors: none. Source: own definition.
    """

    def over(other: Decimal | None) -> Decimal | None:
        return None if other is None else amount - other

    return Stands(
        amount=amount,
        over_floor=over(terms.floor),
        over_batna=over(terms.batna),
        over_target=over(terms.target),
        under_opening=None if terms.opening is None else terms.opening - amount,
        move=move(amount, terms),
    )


def move(amount: Decimal, terms: LadderTerms) -> Move:
    """A minimum rules over everything; then what there is otherwise; then the target."""
    if terms.floor is not None and amount < terms.floor:
        return Move.HOLD
    if terms.batna is not None and amount < terms.batna:
        return Move.ELSEWHERE
    if terms.target is not None and amount >= terms.target:
        return Move.SETTLE
    return Move.TRADE if terms.floor is not None and terms.target is not None else Move.UNKNOWN


def heard(said: Decimal, terms: LadderTerms) -> Reply | None:
    """Which reply a number they have said comes nearest to without reaching above it; None below their own offer.

    Rule: the highest rung at or below it. Units: pay of one frame. Errors: none; None also where no rung has an
    amount. Source: own definition.
    """
    rungs = [(amount, reply) for reply in (*PARTS, Reply.NOTHING) if (amount := amount_of(reply, terms)) is not None]
    return next((reply for amount, reply in rungs if said >= amount), None)


def amount_of(reply: Reply, terms: LadderTerms) -> Decimal | None:
    """The amount that a reply comes to; None for one that names none."""
    if reply in AT_THE_OFFER:
        return terms.offer
    if reply is Reply.YES:
        return terms.opening
    if reply not in PARTS or terms.opening is None or terms.offer is None or terms.opening <= terms.offer:
        return None
    exact = terms.offer + (terms.opening - terms.offer) * PARTS[reply]
    step = rounding_step(terms.opening - terms.offer)
    return round_between(exact, low=terms.offer, high=terms.opening, step=step)[0]


def _stands_of(reply: Reply, terms: LadderTerms) -> Stands | None:
    amount = amount_of(reply, terms)
    return None if amount is None else stands(amount, terms)
