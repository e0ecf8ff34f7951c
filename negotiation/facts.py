"""The words and facts about being ready: read from data files, whole and checked or not at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from negotiation.calc.state import Mark, State, StateReason, Today, Weight
from negotiation.calc.timing import SIGNS, Reason, TimingTerms, Verdict

DATA = Path(__file__).parent / "data"
QUESTIONS = ("wanted", *SIGNS)
SLOT = "{name}"
BEGINS = re.compile(r"(?:^|(?<=[.!?] ))\{name\}")


class FactError(ValueError):
    """A data file lacks something; the message says what and where."""


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    ANECDOTE = "anecdote"


class Who(StrEnum):
    JOB = "job"
    FREELANCE = "freelance"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A text said to the person, and the same about a friend of the reader."""

    text: str
    friend: str

    def for_friend(self, name: str = "") -> str:
        """About this friend; without a name about "they" (its verbs fit both, see the tests)."""
        if name:
            return self.friend.replace(SLOT, name)
        return BEGINS.sub("They", self.friend).replace(SLOT, "they")


@dataclass(frozen=True, kw_only=True)
class Named(Told):
    """A text with a short name."""

    label: str


@dataclass(frozen=True, kw_only=True)
class Evidence(Told):
    """What is known, from where, and how far it can be trusted; only an anecdote may lack its year."""

    source: str
    sample: str
    confidence: Confidence
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Fear:
    """A fear, what is known about it (or that nothing is), and what to do."""

    who: Who
    line: Told
    do: Told
    evidence: tuple[Evidence, ...] = ()
    no_evidence: Told | None = None


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question, what it looks like, and what each answer is taken to mean."""

    asks: Told
    looks: Told
    answers: Mapping[str, Named]


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result: its short name, its headline, and what to do next."""

    label: str
    headline: Told
    next: Told


@dataclass(frozen=True, kw_only=True)
class TimingFacts:
    caution: Told
    questions: Mapping[str, Question]
    reasons: Mapping[Reason, Told]
    results: Mapping[Verdict, Result]
    edges: Mapping[str, Named]
    hurdles: Mapping[str, Named]
    mismatch: Told
    not_put: Told


@dataclass(frozen=True, kw_only=True)
class StateWords:
    """A state: its question with the five answers from 1 to 5, what it costs in a talk, what helps today."""

    label: str
    scale: tuple[str, ...]
    asks: Told
    costs: Told
    helps: Told


@dataclass(frozen=True, kw_only=True)
class MarkWords:
    asks: Told
    lacking: Told


@dataclass(frozen=True, kw_only=True)
class Posture:
    """A posture that pulls, what it costs, and a sentence that makes one an equal."""

    label: str
    looks: Told
    costs: Told
    sentence: Told


@dataclass(frozen=True, kw_only=True)
class StateFacts:
    states: Mapping[State, StateWords]
    marks: Mapping[Mark, MarkWords]
    postures: Mapping[str, Posture]
    reasons: Mapping[StateReason, Told]
    weights: Mapping[Weight, Told]
    results: Mapping[Today, Result]


@dataclass(frozen=True, kw_only=True)
class FearFacts:
    fears: Mapping[str, Fear]


@lru_cache(maxsize=1)
def timing_facts() -> TimingFacts:
    return checked_timing(made(TimingFacts, read("timing"), "timing"))


@lru_cache(maxsize=1)
def state_facts() -> StateFacts:
    return checked_states(made(StateFacts, read("states"), "states"))


@lru_cache(maxsize=1)
def fears() -> Mapping[str, Fear]:
    """All fears by their slug, in the order of the file."""
    return checked_fears(made(FearFacts, read("fears"), "fears")).fears


def fears_of(kind: str) -> dict[str, Fear]:
    """The fears that go with a job, or with freelance work."""
    return {slug: fear for slug, fear in fears().items() if fear.who in (kind, Who.BOTH)}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def made(kind: Any, value: Any, where: str) -> Any:
    """The value as this type, down to the last text; a mapping from an enum has each of its members."""
    options = [each for each in get_args(kind) if each is not type(None)]
    if get_origin(kind) is Mapping:
        return mapping(options[0], options[1], value, where)
    if get_origin(kind) is tuple:
        must(isinstance(value, list), where, "is no list")
        return tuple(made(options[0], each, f"{where}.{number}") for number, each in enumerate(value))
    if options:
        return made(options[0], value, where)
    if is_dataclass(kind):
        return record(kind, value, where)
    if issubclass(kind, StrEnum):
        must(value in list(kind), where, f"is none of {', '.join(kind)}")
    must(isinstance(value, str if issubclass(kind, str) else kind), where, f"is no {kind.__name__}")
    must(kind is not str or bool(value.strip()), where, "is blank")
    return kind(value)


def mapping(key: Any, kind: Any, value: Any, where: str) -> dict[Any, Any]:
    must(isinstance(value, dict), where, "is no table")
    if key is not str:
        same_keys(value, key, where)
    return {key(name): made(kind, each, f"{where}.{name}") for name, each in value.items()}


def record(kind: Any, value: Any, where: str) -> Any:
    must(isinstance(value, dict), where, "is no table")
    types = get_type_hints(kind)
    unknown = set(value) - {field.name for field in fields(kind)}
    must(not unknown, where, f"has unknown {', '.join(sorted(unknown))}")
    given = {name: made(types[name], each, f"{where}.{name}") for name, each in value.items()}
    try:
        return kind(**given)
    except TypeError as error:
        raise FactError(f"{where}: {error}") from error


def must(holds: bool, where: str, what: str) -> None:
    if not holds:
        raise FactError(f"{where} {what}")


def same_keys(value: Mapping[str, Any], wanted: Any, where: str) -> None:
    names = [str(name) for name in wanted]
    must(set(value) == set(names), where, f"has {', '.join(value)} instead of {', '.join(names)}")


def checked_timing(facts: TimingFacts) -> TimingFacts:
    """Each column that is asked about has its question, with every answer there is."""
    same_keys(facts.questions, QUESTIONS, "timing.questions")
    answers = get_type_hints(TimingTerms)
    for name, question in facts.questions.items():
        same_keys(question.answers, answers[name], f"timing.questions.{name}.answers")
    return facts


def checked_states(facts: StateFacts) -> StateFacts:
    for slug, words in facts.states.items():
        must(len(set(words.scale)) == 5, f"states.states.{slug}.scale", "needs five answers")
    return facts


def checked_fears(facts: FearFacts) -> FearFacts:
    """Each fear has evidence or says that there is none; a study has its year."""
    for slug, fear in facts.fears.items():
        where = f"fears.{slug}"
        must(bool(fear.evidence) != bool(fear.no_evidence), where, "needs evidence, or words that there is none")
        for each in fear.evidence:
            dated = each.year is not None or each.confidence is Confidence.ANECDOTE
            must(dated, f"{where}.evidence", "needs a year")
    return facts
