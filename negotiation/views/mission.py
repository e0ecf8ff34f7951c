"""One's own version of the job: what one press makes of it, and the draft that is shown, on paper and as text."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from groundwork.fields import clean_text
from groundwork.owner import Request
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.learning import question_add
from negotiation.mission_draft import document, draft_fill
from negotiation.models import Plan
from negotiation.steps import BY_SLUG
from negotiation.steps.loading import load
from negotiation.steps.mission import STEP
from negotiation.steps.mission_words import questions
from negotiation.views.paper import Paper, as_page, as_pdf, as_text

NOT_ASKED = "It was not added: it stands among your questions already, it has changed since, or the list is full."
TAKEN = "It stands among your questions now."
FILLED = "Every objective and key result that is finished stands on the draft already."
NOTHING = "Nothing is on the draft yet. Put what you want to show on it first."


@require_POST
def ask(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """A blank, or a contradiction, goes among the questions, once."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    new = taken(plan, clean_text(request.POST.get("question", "")))
    messages.add_message(request, messages.INFO if new else messages.WARNING, TAKEN if new else NOT_ASKED)
    return redirect(at(plan, "traps" if request.POST.get("back") == "traps" else "questions"))


@transaction.atomic
def taken(plan: Plan, question: str) -> bool:
    services.state_locked(plan=plan, step=BY_SLUG["information"])
    known = questions(services.load_for(plan, STEP))
    return question in known and question_add(plan=plan, question=question)


@require_POST
def show(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """All objectives and key results that are only one's own go on the draft."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    count = draft_fill(plan=plan)
    said = f"{count} {'part was' if count == 1 else 'parts were'} put on the draft."
    messages.info(request, said if count else FILLED)
    return redirect(at(plan, "draft"))


@require_safe
def draft(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    paper = paper_of(plan)
    return as_page(request, plan, paper) if paper.brief.sheet else without(request, plan)


@require_safe
def pdf(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    paper = paper_of(plan)
    return as_pdf(request, plan, paper) if paper.brief.sheet else without(request, plan)


@require_safe
def text(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    paper = paper_of(plan)
    return as_text(paper) if paper.brief.sheet else without(request, plan)


def paper_of(plan: Plan) -> Paper:
    read = tuple(BY_SLUG[slug] for slug in ("company", "role", STEP.slug))
    answers = load(plan, (step_of(plan, step) for step in read), values_only=("company", "role"))
    return Paper(
        brief=document(answers),
        name="draft-of-the-job",
        back=at(plan, "draft"),
        back_words="Back to your version of the job",
        to_print=reverse("mission_draft", args=[plan.pk]),
    )


def without(request: Request, plan: Plan) -> HttpResponse:
    messages.info(request, NOTHING)
    return redirect(at(plan, "draft"))


def at(plan: Plan, place: str) -> str:
    return f"{reverse('step', args=[plan.pk, STEP])}#{place}"
