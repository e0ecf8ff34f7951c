"""Job A that is job B: words by which an advertisement may describe two jobs at once, and what to ask then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.facts import made, must, read


@dataclass(frozen=True, kw_only=True)
class Trap:
    """What is said of the job, the words of the one and of the other, and a question that tells them apart."""

    says: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    question: str


@dataclass(frozen=True, kw_only=True)
class TrapFacts:
    traps: Mapping[str, Trap]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A trap, and the two lines that it was found in."""

    trap: Trap
    one: str
    other: str


@lru_cache(maxsize=1)
def traps() -> Mapping[str, Trap]:
    """All of them by their slug, in the order of the file."""
    return checked(made(TrapFacts, read("traps"), "traps")).traps


def checked(facts: TrapFacts) -> TrapFacts:
    """No word stands on both sides, and each question stands once."""
    asked: set[str] = set()
    for slug, trap in facts.traps.items():
        must(bool(trap.one) and bool(trap.other), f"traps.{slug}", "needs words on both sides")
        must(not set(trap.one) & set(trap.other), f"traps.{slug}", "has the same word on both sides")
        must(trap.question not in asked, f"traps.{slug}.question", "stands there twice")
        asked.add(trap.question)
    return facts


def found(lines: Iterable[str]) -> list[Found]:
    """Rule: words of the one job in one line, words of the other in another line; the first line of each is shown.

    One line with both says only that there are both ("with or without supervision"), and what is denied does not
    count ("no overtime"). Errors: none.
    """
    told = [(line, plain(line)) for line in dict.fromkeys(lines) if line.strip()]
    results = []
    for slug, trap in traps().items():
        one, other = patterns(slug)
        ones = [line for line, text in told if one.search(text) and not other.search(text)]
        others = [line for line, text in told if other.search(text) and not one.search(text)]
        if ones and others:
            results.append(Found(trap=trap, one=ones[0], other=others[0]))
    return results


@lru_cache(maxsize=64)
def patterns(slug: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    trap = traps()[slug]
    return pattern(trap.one), pattern(trap.other)


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, whatever their case; a star stands for any ending."""
    each = (re.escape(plain(word)).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!\bwithout )(?<!\w)(?:{'|'.join(each)})(?!\w)")


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, and a hyphen is a space: "Entry-level" is "entry level"."""
    return " ".join(re.sub(r"[-‐‑–]", " ", text.lower().replace("’", "'")).split())
