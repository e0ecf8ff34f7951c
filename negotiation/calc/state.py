"""Whether somebody is fit to talk today: a table of rules over four states and three marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

HEAVY, VERY_HEAVY = 4, 5


class State(StrEnum):
    """What can weigh on somebody who is about to negotiate."""

    TIRED = "tired"
    ANGRY = "angry"
    HOPELESS = "hopeless"
    URGENT = "urgent"


class Mark(StrEnum):
    """What shows that somebody is fit to talk."""

    EQUAL = "equal"
    RESPECTS = "respects"
    CALM = "calm"


class Weight(StrEnum):
    HEAVY = "heavy"
    VERY_HEAVY = "very_heavy"


class Today(StrEnum):
    TALK = "talk"
    MOVE = "move"


class StateReason(StrEnum):
    """Why; the words are the page's."""

    VERY_HEAVY = "very_heavy"
    SEVERAL_HEAVY = "several_heavy"
    HEAVY_AND_LACKING = "heavy_and_lacking"
    SEVERAL_LACKING = "several_lacking"
    ONLY_URGENT = "only_urgent"
    ONE_HEAVY = "one_heavy"
    ONE_LACKING = "one_lacking"
    NOTHING_AGAINST = "nothing_against"
    PARTLY_KNOWN = "partly_known"
    NOTHING_KNOWN = "nothing_known"


@dataclass(frozen=True, kw_only=True)
class StateTerms:
    """States from 1 (not at all) to 5 (it fills the day), marks yes or no; None is not known."""

    tired: int | None = None
    angry: int | None = None
    hopeless: int | None = None
    urgent: int | None = None
    equal: bool | None = None
    respects: bool | None = None
    calm: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Burden:
    """A state that weighs, and how heavily."""

    state: State
    weight: Weight


@dataclass(frozen=True, kw_only=True)
class StateResult:
    """Talk or move the call; what weighs (heaviest first), which marks are lacking, and why."""

    result: Today
    heavy: tuple[Burden, ...]
    lacking: tuple[Mark, ...]
    reasons: tuple[StateReason, ...]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A line of the table: it matches if there are at least so many of each thing counted."""

    result: Today
    reason: StateReason
    needs: Mapping[str, int]


# The first line that matches holds. Urgency alone never moves a call: waiting makes it no lighter.
RULES = (
    Rule(result=Today.MOVE, reason=StateReason.VERY_HEAVY, needs={"very_heavy": 1}),
    Rule(result=Today.MOVE, reason=StateReason.SEVERAL_HEAVY, needs={"heavy": 2}),
    Rule(result=Today.MOVE, reason=StateReason.HEAVY_AND_LACKING, needs={"heavy": 1, "lacking": 1}),
    Rule(result=Today.MOVE, reason=StateReason.SEVERAL_LACKING, needs={"lacking": 2}),
    Rule(result=Today.TALK, reason=StateReason.ONLY_URGENT, needs={"urgent": 1}),
    Rule(result=Today.TALK, reason=StateReason.ONE_HEAVY, needs={"heavy": 1}),
    Rule(result=Today.TALK, reason=StateReason.ONE_LACKING, needs={"lacking": 1}),
    Rule(result=Today.TALK, reason=StateReason.NOTHING_AGAINST, needs={"known": 1}),
    Rule(result=Today.TALK, reason=StateReason.NOTHING_KNOWN, needs={}),
)


def state(terms: StateTerms) -> StateResult:
    """Whether to talk today or to move the call.

    Rule: a state of 4 or 5 is heavy, a mark answered no is lacking, not known is neither; the first line of RULES
    that matches holds, and a partly known state is said to be so. In words: move for tiredness, anger or
    hopelessness of 5, for two heavy states, for a heavy state with a lacking mark, or for two lacking marks;
    otherwise talk. Units: a scale from 1 to 5. Errors: none. Source: own definition.
    """
    heavy, lacking = _heavy(terms), _lacking(terms)
    counts = _counts(terms, heavy, lacking)
    rule = next(rule for rule in RULES if all(counts[name] >= least for name, least in rule.needs.items()))
    partly = 0 < counts["known"] < len(fields(terms))
    return StateResult(
        result=rule.result,
        heavy=heavy,
        lacking=lacking,
        reasons=(rule.reason, StateReason.PARTLY_KNOWN) if partly else (rule.reason,),
    )


def _heavy(terms: StateTerms) -> tuple[Burden, ...]:
    found = [(getattr(terms, name) or 0, name) for name in State]
    at_least = [(level, name) for level, name in found if level >= HEAVY]
    return tuple(
        Burden(state=name, weight=Weight.VERY_HEAVY if level >= VERY_HEAVY else Weight.HEAVY)
        for level, name in sorted(at_least, key=lambda each: -each[0])
    )


def _lacking(terms: StateTerms) -> tuple[Mark, ...]:
    return tuple(name for name in Mark if getattr(terms, name) is False)


def _counts(terms: StateTerms, heavy: tuple[Burden, ...], lacking: tuple[Mark, ...]) -> dict[str, int]:
    passing = [burden for burden in heavy if burden.state is not State.URGENT]
    return {
        "very_heavy": sum(burden.weight is Weight.VERY_HEAVY for burden in passing),
        "heavy": len(heavy),
        "urgent": len(heavy) - len(passing),
        "lacking": len(lacking),
        "known": sum(getattr(terms, field.name) is not None for field in fields(terms)),
    }
