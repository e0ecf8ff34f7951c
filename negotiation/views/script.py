"""The talk: a line put into one's own words, and all of it on paper."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from groundwork.owner import Request
from negotiation import services
from negotiation.adding import entry_add
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, ScriptLine
from negotiation.script import script_facts
from negotiation.steps.base import Answers
from negotiation.steps.script import STEP
from negotiation.steps.script_words import content, own_line, prepared, slots, table
from negotiation.views.paper import Paper, as_page, as_pdf, one_table

FULL = "Your list of own lines is full. Delete one to word another yourself."


@require_POST
def reword(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Our words become an entry, and its page opens, so that they can become one's own."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    line = str(request.POST.get("line", ""))
    if line not in script_facts().lines:
        raise Http404
    row = taken(plan, line)
    if row is None:
        messages.warning(request, FULL)
        return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")
    return redirect("row", plan.pk, STEP, row.pk)


@transaction.atomic
def taken(plan: Plan, line: str) -> ScriptLine | None:
    """Pressed twice, it is the same entry."""
    services.state_locked(plan=plan, step=STEP)
    answers = answers_of(plan)
    there = own_line(answers, line) or ScriptLine.objects.filter(plan_id=plan.pk, line=line).first()
    text = prepared(answers, line, slots(answers), content(answers)).plain()
    row: ScriptLine | None = there or entry_add(plan=plan, step=STEP, into=STEP.rows, line=line, text=text)
    return row


def answers_of(plan: Plan) -> Answers:
    return services.load_for(plan, STEP, states=services.states_for(plan, STEP))


@require_safe
def printed(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_page(request, plan, paper_of(plan))


@require_safe
def pdf(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_pdf(request, plan, paper_of(plan))


def paper_of(plan: Plan) -> Paper:
    step_of(plan, STEP)
    answers = answers_of(plan)
    back = (reverse("step", args=[plan.pk, STEP]), "Back to the talk")
    to_print = reverse("script_print", args=[plan.pk])
    return one_table(plan, table(answers), STEP.title, name="talk", back=back, to_print=to_print, wide=False)
