"""The talk as a tree: its lines, what they may answer to each, and which comes then, read from a data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from negotiation.calc.script import problems, reached
from negotiation.facts import made, read
from negotiation.models import Script, ScriptLine
from negotiation.scripts.words import FOLDER


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What they may answer, and the line that is said to it."""

    says: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the talk: what it is called, what to do with it, and what they may answer."""

    title: str
    do: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class Passing:
    """The lines of which one has to be said before a talk ends."""

    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ScriptFacts:
    """`starts` is by the way one talks, `ends` says how it has ended, `content` has the lines of settled pay."""

    starts: Mapping[str, str]
    ends: Mapping[str, str]
    passing: Passing
    lines: Mapping[str, Line]
    content: Mapping[str, Line]

    def talk(self, medium: str, *, content: bool) -> dict[str, Line]:
        """The lines that a talk of this kind can come to, in the order of the page."""
        lines = {**self.lines, **(self.content if content else {})}
        there = reached(ways_of(lines), [self.starts[medium]])
        return {name: line for name, line in lines.items() if name in there}

    @property
    def straight(self) -> frozenset[str]:
        """The lines of a talk that goes as one hopes: those up to the first end, in the order of the page."""
        names = [*self.lines]
        return frozenset(names[: 1 + min(names.index(end) for end in self.ends)])


def ways_of(lines: Mapping[str, Line]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(answer.to for answer in line.answers) for name, line in lines.items()}


@lru_cache(maxsize=1)
def script_facts() -> ScriptFacts:
    facts: ScriptFacts = made(ScriptFacts, read("script"), "script")
    return facts


@lru_cache(maxsize=512)
def template_of(line: str, manner: str, medium: str, *, content: bool = False) -> str:
    """The words of a line: those for where pay is settled, for this way of talking, for this manner, else for all."""
    names = ([f"{line}.content"] if content else []) + [f"{line}.{medium}", f"{line}.{manner}", line]
    return next(name for each in names if (FOLDER / (name := f"_script.{each}.txt")).is_file())


def script_problems() -> list[str]:
    """What is wrong with the talk as it is written: its shape, its words, or that the two do not fit."""
    facts, named = script_facts(), dict(ScriptLine.LINES)
    found = [f"{name} is called otherwise" for name, line in facts.lines.items() if named.get(name) != line.title]
    found += [f"{name} stands nowhere in the talk" for name in named if name not in facts.lines]
    found += [f"nobody can begin by {medium}" for medium, _ in Script.MEDIA if medium not in facts.starts]
    found += [f"{name} has no words" for name in facts.lines if not (FOLDER / f"_script.{name}.txt").is_file()]
    return found + wrong_ways(facts)


def wrong_ways(facts: ScriptFacts) -> list[str]:
    """The whole talk, and each kind of it by itself."""
    ends, passing = set(facts.ends), set(facts.passing.lines)
    found = problems(ways_of(facts.lines), starts=set(facts.starts.values()), ends=ends, passing=passing)
    for content, (medium, start) in product((False, True), () if found else facts.starts.items()):
        ways = ways_of(facts.talk(medium, content=content))
        found += problems(ways, starts=[start], ends=ends & ways.keys(), passing=passing & ways.keys())
    return found
