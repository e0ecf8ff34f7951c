"""The words about the four legs of a job: what each is, how to open, and examples, read from a data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.facts import made, read, same_keys

LEGS = ("pay", "budget", "people", "growth")


@dataclass(frozen=True, kw_only=True)
class Leg:
    """What it is; a sentence that opens the talk about it; what a beginner may ask, by line of work."""

    label: str
    what: str
    opening: str
    examples: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class StoolFacts:
    legs: Mapping[str, Leg]
    trades: Mapping[str, str]


@lru_cache(maxsize=1)
def stool_facts() -> StoolFacts:
    return checked(made(StoolFacts, read("stool"), "stool"))


def checked(facts: StoolFacts) -> StoolFacts:
    """All four legs are there, each with an example from every line of work."""
    same_keys(facts.legs, LEGS, "stool.legs")
    for slug, leg in facts.legs.items():
        same_keys(leg.examples, facts.trades, f"stool.legs.{slug}.examples")
    return facts
