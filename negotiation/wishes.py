"""Taking one way of the catalogue over as a want of one's own."""

from __future__ import annotations

from django.db import transaction

from negotiation import services
from negotiation.adding import entry_add
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
    there = Want.objects.filter(plan=plan, need=need.need, way=way.ask).first()
    told = {"want": need.want, "need": need.need, "way": way.ask, "reason": way.reason, "asked": True}
    want: Want | None = there or entry_add(plan=plan, step=step, into=step.rows, **told)
    if want is None:
        raise Full
    return want
