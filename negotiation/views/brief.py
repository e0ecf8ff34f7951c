"""The brief as a page to choose from, a page to print and a PDF."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from groundwork.owner import Request
from negotiation.brief import VERSIONS, brief_of
from negotiation.doors import own_plan
from negotiation.models import Plan
from negotiation.models.plan import by_slug
from negotiation.steps import STEPS
from negotiation.steps.base import applicable
from negotiation.views.paper import Paper, as_page, as_pdf
from negotiation.views.plan import readiness


@require_safe
def brief(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """What the brief holds so far, what it lacks, and the two versions."""
    plan = own_plan(request, plan_id)
    states = by_slug(plan.states.all())
    shown = {"plan": plan, "brief": brief_of(plan, "private", states=states)}
    shown["gaps"] = readiness(plan, applicable(STEPS, plan), states)
    return render(request, "negotiation/brief.html", shown)


@require_safe
def printed(request: Request, plan_id: uuid.UUID, version: str) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_page(request, plan, paper_of(plan, version))


@require_safe
def pdf(request: Request, plan_id: uuid.UUID, version: str) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_pdf(request, plan, paper_of(plan, version))


def paper_of(plan: Plan, version: str) -> Paper:
    if version not in VERSIONS:
        raise Http404
    return Paper(
        brief=brief_of(plan, version),
        name=f"brief-{version}",
        back=reverse("brief", args=[plan.pk]),
        back_words="Back to the brief",
        to_print=reverse("brief_print", args=[plan.pk, version]),
    )
