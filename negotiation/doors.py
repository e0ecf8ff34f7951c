"""The doors to a plan: one's own here; a supporter's will be another, and the two are never merged."""

from __future__ import annotations

import uuid

from django.http import Http404

from groundwork.owner import Request, candidate_of, own
from negotiation.models import Plan
from negotiation.steps import STEPS
from negotiation.steps.base import Step, applicable


def own_plan(request: Request, pk: uuid.UUID) -> Plan:
    """The candidate's own negotiation, or 404."""
    candidate_of(request)
    return own(Plan.objects.negotiations().select_related("offer"), request, pk)


def step_of(plan: Plan, step: Step) -> Step:
    """The step, if it is one of this plan's."""
    if step not in applicable(STEPS, plan):
        raise Http404
    return step
