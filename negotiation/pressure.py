"""The words about pressure: signs to recognise, moves, and common lines, read from a data file and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.calc.answers import too_long
from negotiation.facts import made, must, read, same_keys

SIGNS = ("rush", "threat", "guilt", "faceless", "emotion", "small")
MOVES = ("pause", "named", "concrete", "stand", "leave")


@dataclass(frozen=True, kw_only=True)
class Sign:
    """How a kind of pressure looks, and how it sounds."""

    label: str
    looks: str
    examples: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Move:
    """One of the five things that can be done, with a sentence that does it."""

    label: str
    hint: str
    example: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is often said, the sign it shows, and a reaction to begin with."""

    sign: str
    line: str
    reaction: str


@dataclass(frozen=True, kw_only=True)
class PressureFacts:
    signs: Mapping[str, Sign]
    moves: Mapping[str, Move]
    lines: tuple[Line, ...]


@lru_cache(maxsize=1)
def pressure_facts() -> PressureFacts:
    return checked(made(PressureFacts, read("pressure"), "pressure"))


def checked(facts: PressureFacts) -> PressureFacts:
    """Every sign and move is there; a line shows one of the signs, and its reaction can be said in one breath."""
    same_keys(facts.signs, SIGNS, "pressure.signs")
    same_keys(facts.moves, MOVES, "pressure.moves")
    for slug, sign in facts.signs.items():
        must(len(sign.examples) >= 2, f"pressure.signs.{slug}.examples", "needs two")
    for slug, move in facts.moves.items():
        must(not too_long(move.example), f"pressure.moves.{slug}.example", "is too long to be said under pressure")
    for at, each in enumerate(facts.lines):
        must(each.sign in SIGNS, f"pressure.lines.{at}.sign", "is no sign")
        must(not too_long(each.reaction), f"pressure.lines.{at}.reaction", "is too long to be said under pressure")
    return facts
