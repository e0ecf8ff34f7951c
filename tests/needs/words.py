"""How the words of the catalogue are looked at: every word of an entry, and the words that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation.needs import Need

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Words that say nothing about what an entry is about.
SMALL = frozenset(
    WORD.findall(
        """a about after again all also am an and any anybody are as at be because been before being both but by can
        cannot come comes could did do does each else every for from get gets give go goes had has have i if in instead
        into is it its keep know let like made make makes me more most much my need needs never no nobody nor not of on
        once one only or other others our out over own rather same she so some somebody someone still such take
        the their them then there they this those through to too up us very was we were what when where which who whom
        than that whose why will with within without would you your"""
    )
)


def texts(need: Need) -> Iterator[str]:
    """Everything somebody reads of an entry."""
    yield from (need.want, need.need, *need.also)
    for way in need.ways:
        yield from (way.text, way.reason, way.ask)


def words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def carrying(need: Need) -> frozenset[str]:
    """The words of an entry without the small ones."""
    return frozenset(word for text in texts(need) for word in words(text)) - SMALL


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of all their words that two entries have in common: 0 to 1."""
    return len(first & second) / len(first | second) if first | second else 1.0
