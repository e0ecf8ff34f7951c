"""An entry that one press adds to a list, from something that is written elsewhere in the plan."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max

from negotiation import services
from negotiation.models import Plan
from negotiation.steps.base import Rows, Step


def entry_add(*, plan: Plan, step: Step, into: Rows | None, **values: Any) -> Any:
    """The new entry, last in its list; None if the list is full.

    The caller has locked the step's state: of two presses at once, the second waits there and sees the first's.
    """
    if into is None:
        return None
    rows = into.model._default_manager.filter(plan_id=plan.pk)
    there = rows.aggregate(last=Max("order"), count=Count("pk"))
    if there["count"] >= into.most:
        return None
    row = into.model(plan=plan, order=(there["last"] or 0) + 1, **values)
    row.bump()
    row.save(force_insert=True)
    services.state_refresh(plan=plan, step=step)
    return row
