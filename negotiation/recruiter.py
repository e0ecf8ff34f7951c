"""A hard recruiter to practise with, and small asks of everyday life: read from data files and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from negotiation.calc.ladder import Reply
from negotiation.facts import made, must, read, same_keys
from negotiation.models import Rehearse, Telling
from negotiation.pressure import MOVES
from negotiation.script import script_facts

MANNERS = tuple(word for word, _ in Rehearse.RECRUITERS if word not in ("none", "all"))


@dataclass(frozen=True, kw_only=True)
class Says:
    """A line of theirs, and which answer of one's own fits it: "script.maybe" or "move.pause"."""

    says: str
    to: str

    @property
    def answer(self) -> tuple[str, str]:
        kind, _, name = self.to.partition(".")
        return kind, name


@dataclass(frozen=True, kw_only=True)
class Manner:
    label: str
    how: str
    lines: tuple[Says, ...]


@dataclass(frozen=True, kw_only=True)
class RecruiterFacts:
    manners: Mapping[str, Manner]


@dataclass(frozen=True, kw_only=True)
class Ask:
    text: str


@dataclass(frozen=True, kw_only=True)
class AskFacts:
    asks: tuple[Ask, ...]


@lru_cache(maxsize=1)
def recruiter_facts() -> RecruiterFacts:
    facts: RecruiterFacts = made(RecruiterFacts, read("recruiter"), "recruiter")
    same_keys(facts.manners, MANNERS, "recruiter.manners")
    names = {"script": [*script_facts().lines], "ladder": [*Reply], "move": MOVES, "tell": [*dict(Telling.KINDS)]}
    for slug, manner in facts.manners.items():
        for at, line in enumerate(manner.lines):
            kind, name = line.answer
            must(name in names.get(kind, ()), f"recruiter.manners.{slug}.lines.{at}.to", "is no answer there is")
    return facts


@lru_cache(maxsize=1)
def ask_facts() -> AskFacts:
    facts: AskFacts = made(AskFacts, read("asks"), "asks")
    return facts
