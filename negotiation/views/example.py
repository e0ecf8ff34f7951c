"""The example: the pages of a plan, read-only, for anybody."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from groundwork.owner import Request
from negotiation.brief import build
from negotiation.comparing import Look, page_of
from negotiation.example import Example, example
from negotiation.scripts.catalogue import Letter, find
from negotiation.scripts.words import Words
from negotiation.services import step_form
from negotiation.steps import BY_SLUG, STEPS
from negotiation.steps.base import CHAPTERS, Step, applicable
from negotiation.steps.letters import words_of
from negotiation.steps.zopa_form import ZopaForm
from negotiation.views.plan import hub_context, readiness
from negotiation.views.step import entries, results

READ_ONLY = {"read_only": True}
LETTERS_PAGE = "negotiation/example_letters.html"


def of_today() -> Example:
    return example(timezone.localdate())


@require_safe
def hub(request: Request) -> HttpResponse:
    shown = of_today()
    return render(request, "negotiation/hub.html", hub_context(shown.plan, shown.states) | READ_ONLY)


@require_safe
def step(request: Request, step: Step) -> HttpResponse:
    shown = of_today()
    if step not in applicable(STEPS, shown.plan):
        raise Http404
    template = LETTERS_PAGE if step.slug == "letters" else step.template
    return render(request, template, step_context(shown, step) | {"written": written(shown)})


def written(shown: Example) -> list[tuple[Letter, Words]]:
    """The letters that the example has begun, as they stand."""
    begun = [(find(draft.slug), draft) for draft in shown.answers["letters"].rows]
    return [(letter, words_of(shown.answers, letter, draft)) for letter, draft in begun if letter]


def step_context(shown: Example, step: Step) -> dict[str, Any]:
    given, state = shown.answers[step.slug], shown.states[step.slug]
    return results(shown.plan, step, shown.answers) | {
        "state": state,
        "form": step_form(shown.plan, step, values=given.values, state=state),
        "chapter": CHAPTERS[step.chapter],
        "entries": entries(step.rows, given.rows, shown.plan, shown.answers),
        "more": entries(step.more, given.more, shown.plan, shown.answers),
        "following": following(shown, step),
        **READ_ONLY,
    }


def following(shown: Example, step: Step) -> str:
    """Where a visitor goes on: the next step, after the last one the brief."""
    steps = applicable(STEPS, shown.plan)
    later = steps[steps.index(step) + 1 :]
    return reverse("example_step", args=[later[0]]) if later else reverse("example_brief")


@require_safe
def compare(request: Request) -> HttpResponse:
    shown = of_today()
    context = page_of(shown.plan, shown.answers, Look.of(request.GET))
    context |= {"criteria": BY_SLUG["criteria"], "swaps": BY_SLUG["swaps"]}
    return render(request, "negotiation/compare.html", context | READ_ONLY)


@require_safe
def brief(request: Request) -> HttpResponse:
    shown = of_today()
    steps = applicable(STEPS, shown.plan)
    context = {
        "plan": shown.plan,
        "brief": build(shown.plan.name, steps, shown.answers, "private"),
        "gaps": readiness(shown.plan, steps, shown.states),
    }
    return render(request, "negotiation/brief.html", context | READ_ONLY)


def sample_form() -> dict[str, Any]:
    """What the page of components shows: a form with what can go wrong in it, and a number line."""
    shown = of_today()
    typed = {
        "counts": "fixed",
        "target_fixed": "about 90",
        "floor_fixed": "97",
        "their_likely-unknown": "on",
        "their_link": "a page of theirs",
        "market_low": "122",
        "market_high": "94",
    }
    zone = BY_SLUG["zopa"]
    values = zone.model(plan=shown.plan)
    form = ZopaForm(typed, instance=values, frame=shown.plan.frame, locale=shown.plan.locale)
    return {"form": form, "line": zone.results(shown.answers)["picture"]}
