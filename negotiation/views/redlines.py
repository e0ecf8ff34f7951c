"""Red lines: a reason made into one with one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.fields import SHORT, clean_text
from groundwork.owner import Request
from negotiation import services
from negotiation.adding import entry_add
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, RedLine
from negotiation.steps.loading import values_of
from negotiation.steps.redlines import STEP, open_reasons

NOT_ADDED = "It was not added: it is a red line already, your answer has changed since, or the list is full."


@require_POST
def from_reason(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """A reason that stands in the answer becomes a red line, once."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    made = made_from(plan, clean_text(request.POST.get("reason", "")).strip())
    if made is None:
        messages.warning(request, NOT_ADDED)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")


@transaction.atomic
def made_from(plan: Plan, reason: str) -> RedLine | None:
    services.state_locked(plan=plan, step=STEP)  # of two presses at once, the second waits here
    rows = tuple(RedLine.objects.filter(plan_id=plan.pk))
    if reason not in open_reasons(values_of(plan, STEP).ended, rows):
        return None
    told = {"kind": "own", "text": short(reason), "reason": reason}
    row: RedLine | None = entry_add(plan=plan, step=STEP, into=STEP.rows, **told)
    return row


def short(reason: str) -> str:
    return reason if len(reason) <= SHORT else f"{reason[: SHORT - 1]}…"
