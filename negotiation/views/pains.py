"""Something that hurts the employer, taken over with one press: as an effect, or as an objective."""

from __future__ import annotations

import uuid
from typing import Any

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
from negotiation.models import Plan
from negotiation.steps import impact, mission
from negotiation.steps.base import Step
from negotiation.steps.role import open_pains

NOT_ADDED = "It was not added: it is there already, it has changed since, or the list is full."
# The column of an entry that keeps what hurts them, and where one goes on.
TAKERS = {impact.STEP.slug: "pain", mission.STEP.slug: "serves"}


@require_POST
def taken(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    """It becomes an entry, once, and its page opens: there is still something to say about it."""
    plan = own_plan(request, plan_id)
    row = made_from(plan, step_of(plan, step), request.POST.get("pain", ""))
    if row is None:
        messages.warning(request, NOT_ADDED)
        return redirect(reverse("step", args=[plan.pk, step]) + "#entries")
    return redirect("row", plan.pk, step, row.pk)


@transaction.atomic
def made_from(plan: Plan, step: Step, chosen: str) -> Any:
    services.state_locked(plan=plan, step=step)  # of two presses at once, the second waits here
    column = TAKERS[step.slug]
    pains = open_pains(services.load_for(plan, step), step.slug, column)
    pain = next((pain for pain in pains if str(pain.pk) == chosen), None)
    return entry_add(plan=plan, step=step, into=step.rows, **{column: pain.pain}) if pain else None
