"""The words about deciding: the ways out, what decides, and the zones, read from a data file and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.calc.decide import Because, Exit
from negotiation.facts import made, must, read, same_keys
from negotiation.scripts.catalogue import find

ZONES = ("tasks", "money", "format", "style")


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way out: what it means, and the letter or the step with which it is said."""

    label: str
    means: str
    letter_words: str
    letter: str = ""
    step: str = ""


@dataclass(frozen=True, kw_only=True)
class Zone:
    label: str
    asks: str


@dataclass(frozen=True, kw_only=True)
class DecideFacts:
    exits: Mapping[str, Way]
    because: Mapping[str, str]
    zones: Mapping[str, Zone]


@lru_cache(maxsize=1)
def decide_facts() -> DecideFacts:
    facts: DecideFacts = made(DecideFacts, read("decide"), "decide")
    same_keys(facts.exits, [*Exit], "decide.exits")
    same_keys(facts.because, [*Because], "decide.because")
    same_keys(facts.zones, ZONES, "decide.zones")
    for slug, way in facts.exits.items():
        must(bool(way.step) or find(way.letter) is not None, f"decide.exits.{slug}.letter", "is no letter")
    return facts
