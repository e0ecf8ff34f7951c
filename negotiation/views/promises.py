"""What was promised: ticked with one press, seen in the contract or kept."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from groundwork.saving import stamp
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, Promise
from negotiation.steps.promises import STEP

TICKS = ("seen", "done")


@require_POST
def tick(request: Request, plan_id: uuid.UUID, promise_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    if request.POST.get("what") not in TICKS:
        raise Http404
    ticked(plan, promise_id, str(request.POST["what"]))
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#panel")


@transaction.atomic
def ticked(plan: Plan, pk: uuid.UUID, what: str) -> None:
    """An open tab must see it; what is typed there stays a draft."""
    row = Promise.objects.filter(plan_id=plan.pk, pk=pk).select_for_update().first()
    if row is None:
        raise Http404
    setattr(row, what, True)
    stamp(row, None, 0, "")
    row.save()
    services.state_refresh(plan=plan, step=STEP)
