"""What one brings: something that hurts the employer, made into a row with one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from negotiation import services
from negotiation.adding import entry_add
from negotiation.doors import own_plan, step_of
from negotiation.models import Effect, Plan
from negotiation.steps.impact import STEP, open_pains

NOT_ADDED = "It was not added: it is a row already, it has changed since, or the list is full."


@require_POST
def from_pain(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Something that hurts them becomes a row, once."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    if made_from(plan, request.POST.get("pain", "")) is None:
        messages.warning(request, NOT_ADDED)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")


@transaction.atomic
def made_from(plan: Plan, chosen: str) -> Effect | None:
    services.state_locked(plan=plan, step=STEP)  # of two presses at once, the second waits here
    answers = services.load_for(plan, STEP)
    pain = next((pain for pain in open_pains(answers) if str(pain.pk) == chosen), None)
    row: Effect | None = entry_add(plan=plan, step=STEP, into=STEP.rows, pain=pain.pain) if pain else None
    return row
