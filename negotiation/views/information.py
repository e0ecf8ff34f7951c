"""What you have to find out: a suggested question added, and an answer put where it belongs, with one press each."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.fields import clean_text
from groundwork.owner import Request
from negotiation.doors import own_plan, step_of
from negotiation.learning import Put, answer_put, question_take
from negotiation.models import Plan
from negotiation.steps.information import STEP

NOT_ADDED = "It was not added: it stands in your list already, its answer is known by now, or the list is full."
SAID = {
    Put.DONE: "The answer stands where it belongs now.",
    Put.MOVED: "Nothing was written: the answer, or what stands there, has changed since. Look at both once more.",
    Put.UNFINISHED: "Nothing was written: something there is not finished yet. Finish that first, then come back.",
}


@require_POST
def ask(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    if not question_take(plan=plan, question=clean_text(request.POST.get("question", ""))):
        messages.warning(request, NOT_ADDED)
    return back(plan, "more")


@require_POST
def put(request: Request, plan_id: uuid.UUID, question_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    became = answer_put(plan=plan, pk=question_id, seen=clean_text(request.POST.get("seen", "")))
    messages.add_message(request, messages.SUCCESS if became is Put.DONE else messages.WARNING, SAID[became])
    return back(plan, "more")


def back(plan: Plan, place: str) -> HttpResponse:
    return redirect(f"{reverse('step', args=[plan.pk, STEP])}#{place}")
