"""Which card comes next, so that all are seen before the call and what halts is tried again on the same day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

A_DAY = 8  # new cards on a day, where no day of the call is known
RESTS = (2, 4, 8)  # days until a fluent card is asked for again: after the first fluent day, the second, all further


class Mark(StrEnum):
    """How it went."""

    NO = "no"
    HALTING = "halting"
    FLUENT = "fluent"


@dataclass(frozen=True, kw_only=True)
class Card:
    """One line to answer, and how it went so far: on which day first and last, and as the how-manieth of all tries.

    `fluent` is on how many days in a row it went fluently, `halted` whether it ever did not.
    """

    key: str
    first: date | None = None
    seen: date | None = None
    turn: int = 0
    mark: Mark | None = None
    fluent: int = 0
    halted: bool = False


@dataclass(frozen=True, kw_only=True)
class Today:
    """What is left for today, in its order: halting ones of earlier days, new ones, old ones, then today's again."""

    queue: tuple[Card, ...]
    again: int  # of the queue, those that halted today
    fresh: int  # of the queue, those never seen
    later: int  # never seen, and planned for another day
    days: int | None  # until the call, 0 on the day itself; None if no day is known or it has passed


def today_of(cards: Sequence[Card], *, today: date, call: date | None) -> Today:
    """What to practise today.

    Rule: of the cards nobody has seen, as many a day as it takes to see all of them before the day of the call, all
    of them on its eve and on the day itself, and 8 a day if no day is known. A card that did not go fluently comes
    again on the same day, after all others, until it does. One that did rests for 2, then 4, then 8 days; on the
    eve and on the day of the call each card that ever halted is asked for once more. Units: days. Errors: none.
    Source: own definition, after the spacing of repetitions (Ebbinghaus 1885; Cepeda et al. 2006).
    """
    days = (call - today).days if call and call >= today else None
    unseen = [card for card in cards if card.seen is None]
    fresh = unseen[: new_today(cards, today, days)]
    halting = [card for card in cards if card.mark not in (None, Mark.FLUENT)]
    again = sorted((card for card in halting if card.seen == today), key=lambda card: (card.turn, card.key))
    left_over = [card for card in halting if card.seen != today]
    old = [card for card in cards if card.mark is Mark.FLUENT and due(card, today, days)]
    queue = (*left_over, *fresh, *old, *again)
    return Today(queue=queue, again=len(again), fresh=len(fresh), later=len(unseen) - len(fresh), days=days)


def new_today(cards: Sequence[Card], today: date, days: int | None) -> int:
    """How many cards that nobody has seen are due today, those of today that were seen already taken off."""
    unseen, begun = sum(card.seen is None for card in cards), sum(card.first == today for card in cards)
    share = A_DAY if days is None else -(-(unseen + begun) // max(days, 1))
    return min(max(share - begun, 0), unseen)


def due(card: Card, today: date, days: int | None) -> bool:
    """Whether a fluent card is asked for again today."""
    if card.seen is None or card.seen == today:
        return False
    if days is not None and days <= 1 and card.halted:
        return True
    rest = RESTS[min(max(card.fluent, 1), len(RESTS)) - 1]
    return (today - card.seen).days >= rest


def marked(card: Card, mark: Mark, day: date, turn: int) -> Card:
    """The card after it was tried.

    Rule: fluent days are counted once a day; a no or a halting begins them anew. Units: none. Errors: none.
    Source: own definition.
    """
    counted = card.mark is Mark.FLUENT and card.seen == day
    fluent = 0 if mark is not Mark.FLUENT else card.fluent + (not counted)
    halted = card.halted or mark is not Mark.FLUENT
    return replace(card, first=card.first or day, seen=day, turn=turn, mark=mark, fluent=fluent, halted=halted)
