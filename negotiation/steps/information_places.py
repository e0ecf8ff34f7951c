"""Where an answer belongs, what stands there now, and whether it can be put there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import Learning
from negotiation.steps.base import Answers
from negotiation.steps.loading import OFFER


@dataclass(frozen=True, kw_only=True)
class Place:
    """Fields of a step, or of the plan's offer, and the columns of the answer that fill them."""

    slug: str
    fields: Mapping[str, str]
    name: str
    lacks: str


PLACES = {
    "range": Place(
        slug="zopa",
        fields={"their_low": "low", "their_high": "high"},
        name="What you think they can pay",
        lacks="Enter the pay they named, from or to, and it can be put among your numbers.",
    ),
    "expires": Place(
        slug=OFFER,
        fields={"expires": "day"},
        name="The day by which they need your answer",
        lacks="Enter the day they named, and it can be put into the offer.",
    ),
    "starts": Place(
        slug=OFFER,
        fields={"starts": "day"},
        name="The day on which you would start",
        lacks="Enter the day they named, and it can be put into the offer.",
    ),
    "success": Place(
        slug="role",
        fields={"success": "answer"},
        name="How they will know that it went well",
        lacks="Enter what they said, and it can be put with the job.",
    ),
    "priorities": Place(
        slug="role",
        fields={"priorities": "answer"},
        name="What matters most to them",
        lacks="Enter what they said, and it can be put with the job.",
    ),
    "decides": Place(
        slug="people",
        fields={"process": "answer"},
        name="Who decides, and how",
        lacks="Enter what they said, and it can be put with the people.",
    ),
}
NO_OFFER = "This plan is about no offer yet. Once it is, the answer can be put there."
NOT_IN_ORDER = "Your most likely maximum would no longer lie between the two. Change it there first."


def brought(row: Learning) -> dict[str, Any]:
    """What the answer would put where: only what it has."""
    pairs = {name: getattr(row, column) for name, column in PLACES[row.place].fields.items()}
    return {name: value for name, value in pairs.items() if value not in (None, "")}


def now_there(target: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(target, name) for name in names}


def seal(there: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Stands for both values a page has shown, so that nothing else is written, and nothing else written over."""
    told = "\x1f".join(f"{name}={there[name] or ''}={value}" for name, value in sorted(new.items()))
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def hinders(target: Any, row: Learning) -> str:
    """Why the answer cannot stand there beside what else does; nothing if it can."""
    if row.place != "range":
        return ""
    after = now_there(target, ("their_low", "their_likely", "their_high")) | brought(row)
    known = [value for value in after.values() if value is not None]
    return "" if known == sorted(known) else NOT_IN_ORDER


def placings(answers: Answers, rows: Iterable[Learning]) -> list[dict[str, Any]]:
    """For each answer with a place that it does not stand in yet: both values, and what to do."""
    return [found for row in rows if row.answered and row.place in PLACES and (found := placing(answers, row))]


def placing(answers: Answers, row: Learning) -> dict[str, Any] | None:
    place, new = PLACES[row.place], brought(row)
    target = answers.offer_row if place.slug == OFFER else answers[place.slug].values
    shown: dict[str, Any] = {"id": row.pk, "question": row.question, "name": place.name}
    if target is None or not new:
        return shown | {"why_not": NO_OFFER if target is None else place.lacks}
    there = now_there(target, new)
    if there == new:
        return None
    shown |= {"new": said(answers, new), "why_not": hinders(target, row), "seen": seal(there, new)}
    return shown | {"there": said(answers, there)}


def said(answers: Answers, values: Mapping[str, Any]) -> str:
    """Values side by side in words; a blank one is left out."""
    return ", ".join(one_said(answers, name, value) for name, value in values.items() if value not in (None, ""))


def one_said(answers: Answers, name: str, value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{'from' if name == 'their_low' else 'to'} {answers.money(value)}"
    return f"{value:%-d %B %Y}" if isinstance(value, date) else str(value)
