"""What a contact took, added to what was spent with one press."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from negotiation import services
from negotiation.models import Plan, Spent
from negotiation.steps.budget import STEP

TAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "hour": ("An hour is added to what you have spent.", {"hours": Decimal(1)}),
    "half": ("Half an hour is added to what you have spent.", {"hours": Decimal("0.5")}),
    "round": ("A round is added to what you have spent.", {"rounds": 1}),
    "felt": ("How it was is kept.", {}),
}


@transaction.atomic
def spent_add(plan: Plan, values: dict[str, Any]) -> bool:
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
