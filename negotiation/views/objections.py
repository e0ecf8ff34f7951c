"""Objections: a catalogue to take them from, and what was written elsewhere made into one with one press."""

from __future__ import annotations

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from groundwork.fields import TextFormField, clean_text
from groundwork.owner import Request
from negotiation.case import Full, objection_of_doubt, objection_of_gap, objection_take
from negotiation.doors import own_plan, step_of
from negotiation.models import Objection, Plan, Requirement
from negotiation.objections import catalogue, search
from negotiation.steps import match
from negotiation.steps.objections import STEP
from negotiation.views.wishes import address, page_of, trades

TEMPLATE = "negotiation/objections.html"
LONGEST, A_PAGE = 200, 8
FULL = "Your list is full. Delete an objection to add another."
NOT_ADDED = "It was not added: it is an objection already, or what you wrote has changed since."


def themes() -> list[tuple[str, str]]:
    return [("", "Any theme"), *((theme.slug, theme.title) for theme in catalogue().themes.values())]


class SearchForm(forms.Form):
    """Three ways to narrow it down, each of them optional."""

    q = TextFormField(
        label="What might they say?",
        help_text="One or two words",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    trade = forms.ChoiceField(label="Your line of work", choices=trades, required=False)
    theme = forms.ChoiceField(label="Theme", choices=themes, required=False)
    use_required_attribute = False


@require_http_methods(["GET", "HEAD", "POST"])
def starters(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    return _taken(request, plan) if request.method == "POST" else _found(request, plan)


def _found(request: Request, plan: Plan) -> HttpResponse:
    asked = asked_for(request)
    found = search(asked["q"], asked["trade"], asked["theme"])
    pages = -(-len(found) // A_PAGE) or 1
    page = min(page_of(request), pages)
    mine = set(Objection.objects.filter(plan=plan).values_list("text", flat=True))
    here = found[(page - 1) * A_PAGE : page * A_PAGE]
    shown = {
        "plan": plan,
        "step": STEP,
        "form": SearchForm(asked),
        "asked": {name: value for name, value in asked.items() if value},
        "count": len(found),
        "starters": [(one, catalogue().themes[one.theme].title, one.text in mine) for one in here],
        "page": page,
        "pages": pages,
        "before": address(asked, page - 1) if page > 1 else "",
        "after": address(asked, page + 1) if page < pages else "",
    }
    return render(request, TEMPLATE, shown)


def _taken(request: Request, plan: Plan) -> HttpResponse:
    """One becomes an entry, and its own page opens, so that the words can become one's own."""
    starter = catalogue().starters.get(str(request.POST.get("take", "")))
    if starter is None:
        raise Http404
    try:
        taken = objection_take(plan=plan, starter=starter)
    except Full:
        messages.warning(request, FULL)
        return redirect("step", plan.pk, STEP)
    return redirect("row", plan.pk, STEP, taken.pk)


def asked_for(request: Request) -> dict[str, str]:
    """What is searched for; a trade or theme that nobody listed narrows nothing."""
    known = {"trade": dict(trades()), "theme": dict(themes())}
    given = {name: clean_text(request.GET.get(name, ""))[:LONGEST].strip() for name in ("q", "trade", "theme")}
    return {name: value if name not in known or value in known[name] else "" for name, value in given.items()}


@require_POST
def from_doubt(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """A doubt that stands in the answer becomes an objection, once."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    try:
        if objection_of_doubt(plan=plan, doubt=clean_text(request.POST.get("doubt", "")).strip()) is None:
            messages.warning(request, NOT_ADDED)
    except Full:
        messages.warning(request, FULL)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")


@require_POST
def from_gap(request: Request, plan_id: uuid.UUID, requirement_id: uuid.UUID) -> HttpResponse:
    """A requirement that is not fully met becomes an objection, once; one goes back to where it was pressed."""
    plan = own_plan(request, plan_id)
    step_of(plan, match.STEP)
    requirement = Requirement.objects.filter(plan_id=plan.pk, pk=requirement_id).first()
    if requirement is None:
        raise Http404
    try:
        if objection_of_gap(plan=plan, requirement=requirement) is None:
            messages.warning(request, NOT_ADDED)
    except Full:
        messages.warning(request, FULL)
    if request.POST.get("back") == STEP.slug:
        return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")
    return redirect(reverse("step", args=[plan.pk, match.STEP]) + "#gaps")
