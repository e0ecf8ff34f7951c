"""The catalogue of wants: searched by words, trade or theme; one way of it becomes an entry of one's own."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from groundwork.fields import TextFormField, clean_text
from groundwork.owner import Request
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan
from negotiation.needs import ANY, Need, Way, catalogue, search
from negotiation.steps import BY_SLUG
from negotiation.wishes import Full, want_take

TEMPLATE = "negotiation/wishes.html"
LONGEST, A_PAGE = 200, 8
ASKED = ("q", "trade", "theme")


def trades() -> list[tuple[str, str]]:
    return [("", "Any trade"), *((t.slug, t.title) for t in catalogue().trades.values() if t.slug != ANY)]


def themes() -> list[tuple[str, str]]:
    return [("", "Any theme"), *((theme.slug, theme.title) for theme in catalogue().themes.values())]


class SearchForm(forms.Form):
    """Three ways to narrow it down, each of them optional."""

    q = TextFormField(
        label="What would you like, or what for?",
        help_text="One or two words",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    trade = forms.ChoiceField(label="Your line of work", choices=trades, required=False)
    theme = forms.ChoiceField(label="Theme", choices=themes, required=False)
    use_required_attribute = False


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, BY_SLUG["win"])
    if request.method == "POST":
        return _taken(request, plan)
    asked = asked_for(request)
    found = search(asked["q"], asked["trade"], asked["theme"])
    pages = -(-len(found) // A_PAGE) or 1
    page = min(page_of(request), pages)
    shown = {
        "plan": plan,
        "step": BY_SLUG["win"],
        "form": SearchForm(asked),
        "asked": {name: value for name, value in asked.items() if value},
        "count": len(found),
        "needs": [(need, catalogue().themes[need.theme].title) for need in found[(page - 1) * A_PAGE : page * A_PAGE]],
        "page": page,
        "pages": pages,
        "before": address(asked, page - 1) if page > 1 else "",
        "after": address(asked, page + 1) if page < pages else "",
    }
    return render(request, TEMPLATE, shown)


def asked_for(request: Request) -> dict[str, str]:
    """What is searched for; a trade or theme that nobody listed narrows nothing."""
    known = {"trade": dict(trades()), "theme": dict(themes())}
    given = {name: clean_text(request.GET.get(name, ""))[:LONGEST].strip() for name in ASKED}
    return {name: value if name not in known or value in known[name] else "" for name, value in given.items()}


def page_of(request: Request) -> int:
    text = request.GET.get("page", "")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def address(asked: dict[str, str], page: int) -> str:
    return "?" + urlencode({name: value for name, value in asked.items() if value} | {"page": page})


def _taken(request: Request, plan: Plan) -> HttpResponse:
    """One way becomes an entry, and its own page opens, so that the words can become one's own."""
    need, way = chosen(str(request.POST.get("take", "")))
    try:
        want = want_take(plan=plan, need=need, way=way)
    except Full:
        messages.warning(request, "Your list is full. Delete a want to add another.")
        return redirect("step", plan.pk, BY_SLUG["win"])
    return redirect("row", plan.pk, BY_SLUG["win"], want.pk)


def chosen(text: str) -> tuple[Need, Way]:
    """An entry and one of its ways, as its button says: the slug, a slash, and which way. Anything else is a 404."""
    slug, _, number = text.partition("/")
    need: Any = catalogue().needs.get(slug)
    places = {str(place): way for place, way in enumerate(need.ways)} if need else {}
    if number not in places:
        raise Http404
    return need, places[number]
