"""What a contact took, kept with one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from negotiation.budget_services import TAPS, spent_add
from negotiation.calc.budget import Tick
from negotiation.doors import own_plan, step_of
from negotiation.steps.budget import STEP


@require_POST
def log(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """One entry of today: an hour, half of one, a round, and how it was."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    said, amounts = TAPS.get(request.POST.get("what", ""), ("", {}))
    ticks = {str(tick): True for tick in Tick if request.POST.get(tick)}
    if not said or not (amounts or ticks):
        messages.info(request, "Nothing was chosen, so nothing is added.")
    elif spent_add(plan, amounts | ticks):
        messages.success(request, said)
    else:
        messages.warning(request, "The list is full. Delete an entry to add another.")
    if request.POST.get("to") == "plan":
        return redirect("plan", plan.pk)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#log")
