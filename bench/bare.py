"""The least that each kind of page or save can do: what the real ones are measured against."""

from __future__ import annotations

import uuid
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from groundwork.document import Brief
from groundwork.owner import Request, candidate_of
from negotiation import services, typeset
from negotiation.models import Plan, Zopa
from negotiation.steps import BY_SLUG
from negotiation.views.step import context


def page(request: Request, plan_id: uuid.UUID, size: int) -> HttpResponse:
    """One query, and an answer of the size asked for."""
    plan = Plan.objects.filter(pk=plan_id, candidate_id=candidate_of(request).pk).get()
    return HttpResponse(f"{plan.pk}".ljust(size))


@cache
def shown(plan_id: uuid.UUID) -> dict[str, Any]:
    """What the zopa page shows, read once for each worker."""
    plan, step = Plan.objects.negotiations().get(pk=plan_id), BY_SLUG["zopa"]
    state, answers = plan.states.get(slug=step.slug), services.load_for(plan, step)
    form = services.draft_form(plan, step, answers[step.slug].values, state)
    return context(plan, step, state, answers, form)


def drawn(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """One query, and the real page drawn from what is known already."""
    Plan.objects.filter(pk=plan_id, candidate_id=candidate_of(request).pk).get()
    return render(request, BY_SLUG["zopa"].template, shown(plan_id))


@require_POST
def save(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """One row, updated and committed."""
    candidate = candidate_of(request)
    with transaction.atomic():
        rows = Zopa.objects.filter(plan_id=plan_id, plan__candidate_id=candidate.pk)
        rows.update(target_fixed=Decimal(request.POST["target_fixed"]))
    return HttpResponse("Saved")


def pdf(request: Request, plan_id: uuid.UUID, number: int) -> HttpResponse:
    """A document of one word and a number, by the same worker that sets the briefs."""
    plan = Plan.objects.filter(pk=plan_id, candidate_id=candidate_of(request).pk).get()
    word = Brief(title=f"Brief {number}", version="private", printed=plan.today, printed_text="", sheet=())
    return HttpResponse(typeset.pdf(word.as_data()), content_type="application/pdf")
