"""The four legs: what others have asked for, taken over with one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from negotiation import services
from negotiation.adding import entry_add
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, StoolAsk
from negotiation.steps.stool import STEP
from negotiation.stool import stool_facts

FULL = "Your list is full. Delete an ask to add another."


@require_POST
def example(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """It becomes an ask, and its own page opens, so that the words can become one's own."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    leg = stool_facts().legs.get(str(request.POST.get("leg", "")))
    text = leg.examples.get(str(request.POST.get("trade", ""))) if leg else None
    if text is None:
        raise Http404
    row = taken(plan, str(request.POST["leg"]), text)
    if row is None:
        messages.warning(request, FULL)
        return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")
    return redirect("row", plan.pk, STEP, row.pk)


@transaction.atomic
def taken(plan: Plan, leg: str, text: str) -> StoolAsk | None:
    """Pressed twice, it is the same one."""
    services.state_locked(plan=plan, step=STEP)
    there = StoolAsk.objects.filter(plan_id=plan.pk, leg=leg, ask=text).first()
    row: StoolAsk | None = there or entry_add(plan=plan, step=STEP, into=STEP.rows, leg=leg, ask=text)
    return row
