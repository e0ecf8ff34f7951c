"""The answers to each reply on one page, for the hand."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from groundwork.owner import Request
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan
from negotiation.steps.ladder import STEP, table
from negotiation.views.paper import Paper, as_page, as_pdf, one_table


@require_safe
def printed(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_page(request, plan, paper_of(plan))


@require_safe
def pdf(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_pdf(request, plan, paper_of(plan))


def paper_of(plan: Plan) -> Paper:
    states = services.states_for(plan, step_of(plan, STEP))
    answers = services.load_for(plan, STEP, states=states)
    back = (reverse("step", args=[plan.pk, STEP]), "Back to the answers")
    to_print = reverse("ladder_print", args=[plan.pk])
    return one_table(plan, table(answers), STEP.title, name="answers", back=back, to_print=to_print, wide=True)
