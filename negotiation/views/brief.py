"""The brief as a page to choose from, a page to print and a PDF."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groundwork.owner import Request
from negotiation import typeset
from negotiation.brief import VERSIONS, brief_of
from negotiation.doors import own_plan
from negotiation.models.plan import by_slug
from negotiation.steps import STEPS
from negotiation.steps.base import applicable
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
    return render(request, "brief/print.html", {"plan": plan, "brief": brief_of(plan, known(version))})


@require_safe
def pdf(request: Request, plan_id: uuid.UUID, version: str) -> HttpResponse:
    plan = own_plan(request, plan_id)
    document = brief_of(plan, known(version))
    try:
        file = typeset.pdf(document.as_data())
    except typeset.MissingGlyphs as error:
        shown = {"plan": plan, "characters": error.names, "version": version}
        return render(request, "brief/missing_glyphs.html", shown, status=422)
    except typeset.TypesetError:
        return render(request, "brief/no_pdf.html", {"plan": plan, "version": version}, status=503)
    response = HttpResponse(file, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="brief-{version}.pdf"'
    return response


def known(version: str) -> str:
    if version not in VERSIONS:
        raise Http404
    return version
