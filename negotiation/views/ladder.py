"""The answers to each reply on one page, for the hand."""

from __future__ import annotations

import uuid

from babel.dates import format_date
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from groundwork.document import Brief
from groundwork.owner import Request
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan
from negotiation.steps.ladder import STEP, table
from negotiation.views.paper import Paper, as_page, as_pdf


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
    brief = Brief(
        title="An answer to each reply",
        subtitle=plan.name,
        version="private",
        printed=answers.today,
        printed_text=format_date(answers.today, "long", locale="en_GB"),
        sheet=(table(answers),),
        sheet_title="An answer to each reply",
        landscape=True,
    )
    return Paper(
        brief=brief,
        name="answers",
        back=reverse("step", args=[plan.pk, STEP]),
        back_words="Back to the answers",
        to_print=reverse("ladder_print", args=[plan.pk]),
    )
