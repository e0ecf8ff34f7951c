"""What a contact took, kept with one press."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from negotiation import services
from negotiation.calc.budget import Tick
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, Spent
from negotiation.steps.budget import STEP

TAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "hour": ("An hour is added to what you have spent.", {"hours": Decimal(1)}),
    "half": ("Half an hour is added to what you have spent.", {"hours": Decimal("0.5")}),
    "round": ("A round is added to what you have spent.", {"rounds": 1}),
    "felt": ("How it was is kept.", {}),
}


@require_POST
def log(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """One entry of today: an hour, half of one, a round, and how it was."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    said, amounts = TAPS.get(request.POST.get("what", ""), ("", {}))
    ticks = {str(tick): True for tick in Tick if request.POST.get(tick)}
    if not said or not (amounts or ticks):
        messages.info(request, "Nothing was chosen, so nothing is added.")
    elif added(plan, amounts | ticks):
        messages.success(request, said)
    else:
        messages.warning(request, "The list is full. Delete an entry to add another.")
    if request.POST.get("to") == "plan":
        return redirect("plan", plan.pk)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#log")


@transaction.atomic
def added(plan: Plan, values: dict[str, Any]) -> bool:
    services.state_locked(plan=plan, step=STEP)  # presses wait for each other here
    rows = Spent.objects.filter(plan_id=plan.pk)
    if STEP.rows is None or services.rows_past(plan, STEP.rows, STEP.rows.most):
        return False
    last = rows.aggregate(last=Max("order"))["last"] or 0
    row = Spent(plan=plan, day=plan.today, order=last + 1, **values)
    row.bump()
    row.save()
    services.state_refresh(plan=plan, step=STEP)
    return True
