"""Writes of the case: requirements read from elsewhere, and objections made of what is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from negotiation import services
from negotiation.adding import entry_add
from negotiation.calc.answers import too_long
from negotiation.calc.match import Fit
from negotiation.models import Objection, Plan, Requirement
from negotiation.objections import Starter
from negotiation.steps import match, objections
from negotiation.steps.loading import values_of

TEXT = 500  # the most a requirement says; longer lines are shortened
# What an objection made of a gap says, and how its answer begins.
OPENINGS = {
    Fit.GAP: ("You do not have this yet: {}.", "That is right, I have not done exactly this yet."),
    Fit.PARTIAL: ("You have only a part of this: {}.", "A part of it, that is right."),
}
BACK = "How soon would you need it, and how would you notice that it is there?"


class Full(Exception):
    """The list holds as many as it can."""


@transaction.atomic
def requirements_add(*, plan: Plan, texts: Iterable[str]) -> int:
    """Requirements found in an advertisement, each once; the number that were new, as far as the list has room."""
    services.state_locked(plan=plan, step=match.STEP)
    there = list(Requirement.objects.filter(plan=plan))
    known = {same(row.text) for row in there}
    new: dict[str, str] = {}
    for text in (shortened(text) for text in texts):
        if text and same(text) not in known:
            new.setdefault(same(text), text)
    room = max(most(match.STEP) - len(there), 0)
    start = max((row.order for row in there), default=0)
    rows = [Requirement(plan=plan, text=text, came="ad") for text in list(new.values())[:room]]
    for order, row in enumerate(rows, start + 1):
        row.order = order
        row.bump()
    Requirement.objects.bulk_create(rows)
    if rows:
        services.state_refresh(plan=plan, step=match.STEP)
    return len(rows)


def same(text: str) -> str:
    """Two requirements are one if only case, spaces or the sign at their end differ."""
    return " ".join(text.casefold().split()).rstrip(".;, ")


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= TEXT else f"{text[: TEXT - 1]}…"


def most(step: Any) -> int:
    return step.rows.most if step.rows else 0


def objection_take(*, plan: Plan, starter: Starter) -> Objection:
    """One of the catalogue, ready to be made one's own. Taken a second time, it is the same one."""
    told = {name: getattr(starter, name) for name in ("theme", "text", "acknowledge", "value", "question")}
    return _objection(plan=plan, same={"text": starter.text}, **told)


def objection_of_gap(*, plan: Plan, requirement: Requirement) -> Objection | None:
    """What is not met, as what they will say; the bridge is the answer. None if there is nothing to object to."""
    if requirement.fit not in OPENINGS:
        return None
    text, acknowledge = OPENINGS[Fit(requirement.fit)]
    if too_long(f"{acknowledge} {requirement.bridge}"):
        acknowledge = ""  # a longer bridge is the answer alone
    told = {"text": text.format(requirement.text.rstrip(" .")), "acknowledge": acknowledge, "question": BACK}
    told |= {"value": requirement.bridge, "evidence": requirement.evidence, "theme": "experience"}
    return _objection(plan=plan, same={"source": requirement.text}, **told)


def objection_of_doubt(*, plan: Plan, doubt: str) -> Objection | None:
    """A doubt that stands in the answer becomes an objection, once."""
    written = values_of(plan, objections.STEP).doubts
    if doubt not in objections.open_doubts(written, tuple(Objection.objects.filter(plan=plan))):
        return None
    return _objection(plan=plan, same={"source": doubt}, text=doubt)


@transaction.atomic
def _objection(*, plan: Plan, same: dict[str, str], **told: Any) -> Objection:
    services.state_locked(plan=plan, step=objections.STEP)  # two presses of one button wait for each other here
    there = Objection.objects.filter(plan=plan, **same).first()
    step = objections.STEP
    row: Objection | None = there or entry_add(plan=plan, step=step, into=step.rows, **same | told)
    if row is None:
        raise Full
    return row
