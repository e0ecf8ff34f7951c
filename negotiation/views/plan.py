"""The plans: list, start, hub, calendar, deletion."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from icalendar import Calendar, Event

from groundwork.forms import currency_choices
from groundwork.money import unit
from groundwork.owner import Request, candidate_of
from groundwork.removing import remove
from groundwork.saving import cleaned
from negotiation import services
from negotiation.doors import own_plan
from negotiation.models import Plan, StepState
from negotiation.models.plan import STAGES, TIMES, by_slug
from negotiation.profiles.services import candidate_of_first_post
from negotiation.steps import STEPS
from negotiation.steps.base import CHAPTERS, Step, applicable
from negotiation.steps.contradictions import Named, everywhere
from negotiation.steps.loading import assemble
from negotiation.steps.picks import picked


class StartForm(forms.ModelForm):
    """The two questions, and how this plan speaks of pay."""

    stage = forms.ChoiceField(label="Where are you?", choices=STAGES, widget=forms.RadioSelect)
    time = forms.ChoiceField(label="How much time is there?", choices=TIMES, widget=forms.RadioSelect)
    currency = forms.ChoiceField(label="Currency", choices=currency_choices)
    use_required_attribute = False

    class Meta:
        model = Plan
        fields = ["stage", "time", "title", "currency", "period", "basis"]
        labels = {
            "title": "A name for this plan",
            "period": "Pay is given for",
            "basis": "Before or after tax",
        }
        help_texts = {"title": "Only you see it; without one it is called after the employer"}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in (("stage", "Choose where you are."), ("time", "Choose how much time there is.")):
            self.fields[name].error_messages = {"required": message, "invalid_choice": message}
        self.fields["title"].optional_label = True  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: Request) -> HttpResponse:
    """One's plans. A POST begins a new one; for somebody new it makes the guest."""
    if request.method == "POST":
        plan = services.plan_start(candidate=candidate_of_first_post(request))
        return redirect("plan_start", plan.pk)
    candidate = candidate_of(request)
    found = Plan.objects.owned_by(candidate.pk).negotiations().prefetch_related("states")
    return render(request, "negotiation/plans.html", {"plans": [(plan, counts(plan)) for plan in found]})


def counts(plan: Plan) -> dict[str, int]:
    steps = applicable(STEPS, plan)
    done = sum(1 for state in plan.states.all() if state.state == "done")
    return {"done": done, "of": len(steps)}


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    before = plan.frame
    form = StartForm(cleaned(request.POST) if request.method == "POST" else None, instance=plan)
    if request.method == "POST" and form.is_valid():
        # Only what the form asks: a whole row read a moment ago could undo what another tab has done since.
        if not Plan.objects.filter(pk=plan.pk, candidate_id=plan.candidate_id).update(**form.cleaned_data):
            raise Http404
        if plan.frame != before:
            services.recheck(plan)  # what is stored was worked out in the money of before
        return redirect("plan", plan.pk)
    stored = own_plan(request, plan_id)
    shown = {"plan": stored, "form": form, "unit": unit(stored.frame)}
    return render(request, "negotiation/start.html", shown, status=422 if form.errors else 200)


@require_safe
def hub(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return render(request, "negotiation/hub.html", hub_context(plan, by_slug(plan.states.all())))


def hub_context(plan: Plan, states: dict[str, StepState]) -> dict[str, Any]:
    """What the hub shows, from the plan and its states alone: no answer is read again."""
    steps = applicable(STEPS, plan)
    chosen = picked(steps, stage=plan.stage, time=plan.time) or steps
    tasks = {step.slug: task(plan, step, states.get(step.slug)) for step in steps}
    waiting = [t for t in (tasks[step.slug] for step in chosen) if t["state"] not in ("done", "skipped")]
    return {
        "plan": plan,
        "chapters": chapters(chosen, tasks),
        "more": chapters([step for step in steps if step not in chosen], tasks),
        "next": waiting[0] if waiting else None,
        "done": sum(t["state"] == "done" for t in tasks.values()),
        "of": len(tasks),
        "gaps": readiness(plan, steps, states),
        "clashes": clashes(plan, states),
        "dates": dates(plan, states.values()),
        "stage": dict(STAGES).get(plan.stage, ""),
        "time": dict(TIMES).get(plan.time, ""),
        "unit": unit(plan.frame),
    }


def task(plan: Plan, step: Step, state: StepState | None) -> dict[str, Any]:
    return {
        "step": step,
        "state": state.state if state else "not started",
        "wrong": bool(state and state.draft is not None),
        "says": state.figures.get("says", ()) if state else (),
    }


def clashes(plan: Plan, states: dict[str, StepState]) -> list[Named]:
    """Numbers that contradict each other, from the figures that are stored with the steps."""
    stored = {slug: state.figures for slug, state in states.items()}
    return everywhere(assemble(plan, {}, offers={}, stored=stored))


def chapters(steps: Any, tasks: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    grouped = [(title, [tasks[s.slug] for s in steps if s.chapter == slug]) for slug, title in CHAPTERS.items()]
    return [(title, found) for title, found in grouped if found]


def readiness(plan: Plan, steps: tuple[Step, ...], states: dict[str, StepState]) -> list[dict[str, Any]]:
    """What the call sheet still lacks: stored with each saved step; of one not begun, all that it gives."""
    stored = {slug: state.figures for slug, state in states.items()}
    empty = assemble(plan, {step.slug: services.empty(plan, step) for step in STEPS}, offers={}, stored=stored)
    found = []
    for step in steps:
        state = states.get(step.slug)
        gaps = state.gaps if state else [gap.as_data() for gap in step.gaps(empty)]
        found += [gap | {"step": step} for gap in gaps if not covered(plan, gap)]
    return found


def covered(plan: Plan, gap: dict[str, Any]) -> bool:
    """With an offer chosen for the plan, its pay is not asked for again."""
    return bool(plan.offer_id) and str(gap["field"]).startswith("offer_")


def dates(plan: Plan, states: Any) -> list[tuple[date, str]]:
    found = [(date.fromisoformat(d["day"]), d["text"]) for state in states for d in state.dates]
    if plan.offer and plan.offer.expires:
        gone = plan.offer.expires < plan.today
        words = "has ended: ask whether it still stands" if gone else "ends"
        found.append((max(plan.offer.expires, plan.today), f"The offer from {plan.offer.name} {words}"))
    return sorted(pair for pair in found if pair[0] >= plan.today)


@require_safe
def calendar(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """The plan's dates as a calendar file."""
    plan = own_plan(request, plan_id)
    file = Calendar()
    file.add("prodid", "-//Groundwork//EN")
    file.add("version", "2.0")
    for number, (day, text) in enumerate(dates(plan, plan.states.all())):
        event = Event()
        event.add("uid", f"{plan.pk}-{number}@groundwork")
        event.add("dtstamp", plan.created)
        event.add("dtstart", day)
        event.add("summary", text)
        file.add_component(event)
    response = HttpResponse(file.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="dates.ics"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Asks first, and can still be undone for a day."""
    plan = own_plan(request, plan_id)
    if request.method != "POST":
        return render(request, "negotiation/delete_plan.html", {"plan": plan})
    removed = remove(plan, candidate_id=plan.candidate_id, title=plan.name, back_to=reverse("plans"))
    services.entry_removed(request, removed)
    return redirect("plans")
