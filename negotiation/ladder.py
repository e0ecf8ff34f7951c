"""The words about what they may answer: what it is, how it sounds, and what to do then, read from a data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.calc.ladder import Move, Reply
from negotiation.facts import made, read


@dataclass(frozen=True, kw_only=True)
class Said:
    """A reply in two or three words, how it sounds, and what to do; where that hangs on the amount, it is left out."""

    says: str
    sounds: str
    then: str | None = None
    low: str = ""  # what is added where the amount is below what would be accepted


@dataclass(frozen=True, kw_only=True)
class LadderFacts:
    replies: Mapping[Reply, Said]
    moves: Mapping[Move, str]


@lru_cache(maxsize=1)
def ladder_facts() -> LadderFacts:
    facts: LadderFacts = made(LadderFacts, read("ladder"), "ladder")
    return facts
