"""Taking one way of the catalogue over as a want of one's own."""

from __future__ import annotations

from django.db import models, transaction

from negotiation import services
from negotiation.models import Plan, Want
from negotiation.needs import Need, Way
from negotiation.steps import BY_SLUG


class Full(Exception):
    """The list of wants holds as many as it can."""


@transaction.atomic
def want_take(*, plan: Plan, need: Need, way: Way) -> Want:
    """The want with what would be asked, ready to be changed. Taken a second time, it is the same one."""
    step = BY_SLUG["win"]
    services.state_locked(plan=plan, step=step)  # two presses of one button wait for each other here
    wants = Want.objects.filter(plan=plan)
    there = wants.filter(need=need.need, way=way.ask).first()
    if there is not None:
        return there
    if step.rows and wants.count() >= step.rows.most:
        raise Full
    order = (wants.aggregate(last=models.Max("order"))["last"] or 0) + 1
    want = Want(plan=plan, order=order, want=need.want, need=need.need, way=way.ask, reason=way.reason, asked=True)
    want.bump()
    want.save(force_insert=True)
    services.state_refresh(plan=plan, step=step)
    return want
