"""Taking lines of a job ad into a plan: those that were confirmed, all of them or none, and never twice."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.db import models, transaction

from groundwork.fields import LONG
from groundwork.pasting import new_of
from negotiation import services
from negotiation.ad.reading import Kind
from negotiation.case import requirements_add
from negotiation.models import Pain, Plan, Requirement, Role
from negotiation.steps import BY_SLUG
from negotiation.steps.loading import values_of

STEP = BY_SLUG["role"]
THE_AD = "The ad"
Texts = Mapping[int, str]  # lines of the ad, by their place in it


class NoRoom(Exception):
    """The answer about the tasks cannot hold so many."""


class Taker(Protocol):
    """Adds lines of one kind, and says how many are new."""

    def __call__(self, *, plan: Plan, texts: Texts, batch: uuid.UUID) -> int: ...


def tasks_add(*, plan: Plan, texts: Texts, batch: uuid.UUID) -> int:
    """Under the answer about the tasks, each on a line of its own; one that stands there already is not repeated.

    The answer stays the one home of tasks: it is edited, shared and printed as it is, with no list beside it.
    """
    state, role = services.state_locked(plan=plan, step=STEP), values_of(plan, STEP)
    tasks, draft = with_lines(role.tasks, texts.values()), state.draft
    added = len(lines_of(tasks)) - len(lines_of(role.tasks))
    if len(tasks) > LONG:
        raise NoRoom
    if not added:
        return 0
    role.tasks = tasks
    role.save()
    state.bump()
    if draft is not None:  # what was typed and cannot be used yet gets the lines too, so that neither is lost
        state.draft = draft | {"tasks": [with_lines(draft.get("tasks", [""])[0], texts.values())]}
    state.save()
    services.state_refresh(plan=plan, step=STEP)
    return added


def lines_of(answer: str) -> list[str]:
    return [line.strip() for line in answer.splitlines() if line.strip()]


def with_lines(answer: str, lines: Iterable[str]) -> str:
    there = set(lines_of(answer))
    new = [line for line in dict.fromkeys(lines) if line not in there]
    return "\n".join([*([answer.rstrip()] if answer.strip() else []), *new]) if new else answer


def pains_add(*, plan: Plan, texts: Texts, batch: uuid.UUID) -> int:
    """Entries of the list, in the ad's own words. The same batch sent twice adds nothing."""
    stored = Pain.objects.filter(plan=plan)
    rows = {at: Pain(plan=plan, pain=text, words=text, who=THE_AD) for at, text in texts.items()}
    most = STEP.rows.most if STEP.rows else 0
    new = new_of(rows, owner=plan.pk, batch=batch, stored=stored, most=most)
    last = stored.aggregate(last=models.Max("order"))["last"] or 0
    for place, row in enumerate(new, last + 1):
        row.order = place
        row.bump()
    Pain.objects.bulk_create(new)
    services.state_refresh(plan=plan, step=STEP)
    return len(new)


# What a line can be taken for, in the order of the page. A kind that stands here is offered there.
TAKERS: dict[Kind, Taker] = {
    Kind.TASK: tasks_add,
    Kind.PAIN: pains_add,
    Kind.REQUIREMENT: lambda *, plan, texts, batch: requirements_add(plan=plan, texts=list(texts.values())),
}


@transaction.atomic
def ad_add(*, plan: Plan, chosen: Mapping[Kind, Texts], batch: uuid.UUID) -> dict[Kind, int]:
    """Add the lines to where each kind lives, and say how many are new. Full or NoRoom, and nothing is added."""
    services.state_locked(plan=plan, step=STEP)  # of two presses at once, the second waits here
    return {kind: take(plan=plan, texts=chosen[kind], batch=batch) for kind, take in TAKERS.items() if chosen.get(kind)}


def there(plan: Plan) -> set[str]:
    """The lines that the plan holds already: among the tasks, in the words of a pain, or as a requirement."""
    tasks = Role.objects.filter(plan=plan).values_list("tasks", flat=True)
    words = Pain.objects.filter(plan=plan).values_list("words", flat=True)
    asked = Requirement.objects.filter(plan=plan).values_list("text", flat=True)
    return {line for answer in tasks for line in lines_of(answer)} | set(words) | set(asked)
