"""What a guess in words comes to, read from a data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from negotiation.facts import made, must, read, same_keys

GUESSES = ("gain", "none", "low", "middle", "high")


@dataclass(frozen=True, kw_only=True)
class PackageFacts:
    """Guesses in thousandths of a year's pay, and how much work a year is taken to be."""

    source: str
    as_of: str
    hours_week: int
    days_week: int
    guesses: Mapping[str, int]

    def part(self, guess: str) -> Fraction:
        """Of a year's pay."""
        return Fraction(self.guesses[guess], 1000)


@lru_cache(maxsize=1)
def package_facts() -> PackageFacts:
    return checked(made(PackageFacts, read("packages"), "packages"))


def checked(facts: PackageFacts) -> PackageFacts:
    """Every guess is there, and they rise from what they gain by to what costs them much."""
    same_keys(facts.guesses, GUESSES, "packages.guesses")
    parts = [facts.guesses[guess] for guess in GUESSES]
    must(parts == sorted(parts) and parts[0] < 0 == parts[1], "packages.guesses", "do not rise from below nothing")
    must(facts.hours_week > 0 and facts.days_week > 0, "packages.hours_week", "is nothing")
    return facts
