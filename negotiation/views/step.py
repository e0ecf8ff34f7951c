"""The page of a step, and the small pages of the entries in its list."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.ordering import move
from groundwork.owner import Request
from groundwork.removing import remove
from groundwork.respond import Saving, answer, as_post
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, StepState
from negotiation.steps import STEPS
from negotiation.steps.base import CHAPTERS, Answers, Rows, Step, applicable
from negotiation.steps.contradictions import on_step
from negotiation.steps.picks import picked


@require_http_methods(["GET", "HEAD", "POST"])
def step_page(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, step)
    if request.method == "POST":
        return _saved(request, plan, step)
    state = services.state_of(plan, step)
    answers = services.load_for(plan, step, states={step.slug: state})
    form = services.draft_form(plan, step, answers[step.slug].values, state)
    return render(request, step.template, context(plan, step, state, answers, form))


def _saved(request: Request, plan: Plan, step: Step) -> HttpResponse:
    saving = services.step_save(request=request, plan=plan, step=step)

    def page(saving: Saving) -> HttpResponse:
        shown = context(plan, step, saving.row, saving.answers, saving.form)
        return render(request, step.template, shown | {"refused": saving.then != "look"})

    def panel(saving: Saving) -> str:
        return render_to_string(f"{step.template}#panel", results(plan, step, saving.answers), request)

    def beside(saving: Saving) -> str:
        shown = results(plan, step, saving.answers) | {"fragment": True} if step.beside else {}
        parts = [[render_to_string(f"{step.template}#{part}", shown, request)] for part in step.beside]
        return format_html_join("", "{}", parts)

    def onward(_: Saving) -> str:
        return next_after(plan, step)

    return answer(request, saving, page=page, panel=panel, beside=beside, onward=onward, zone=plan.zone)


def results(plan: Plan, step: Step, answers: Answers) -> dict[str, Any]:
    """What the panel shows: the step's results, with the plan and the answers they came from."""
    clashes = on_step(answers, step.slug)
    return {"plan": plan, "step": step, "answers": answers, "result": step.results(answers), "clashes": clashes}


def context(plan: Plan, step: Step, state: StepState, answers: Answers, form: Any) -> dict[str, Any]:
    steps = applicable(STEPS, plan)
    place = steps.index(step)
    return results(plan, step, answers) | {
        "state": state,
        "form": form,
        "chapter": CHAPTERS[step.chapter],
        "look": "See what follows",
        "entries": entries(step.rows, answers[step.slug].rows, plan, answers),
        "more": entries(step.more, answers[step.slug].more, plan, answers),
        "previous": steps[place - 1] if place else None,
        "differs": services.profile_differs(plan, step, answers[step.slug].values),
    }


def entries(kind: Rows | None, rows: Iterable[Any], plan: Plan, answers: Answers) -> list[dict[str, Any]]:
    """The summaries of one of the step's lists."""
    if kind is None or plan.kind == "profile":
        return []
    return [
        {
            "id": row.pk,
            "title": row.name or "Not finished yet",
            "facts": kind.summary(answers, row),
            "unfinished": row.draft is not None,
            "page": kind.page[0] and not plan.is_example and reverse(kind.page[0], args=[plan.pk, row.pk]),
            "page_words": kind.page[1],
        }
        for row in rows
    ]


def next_after(plan: Plan, step: Step) -> str:
    """After Continue: the next picked step that is not done, else the hub."""
    if plan.kind == "profile":
        return reverse("profile")
    steps = applicable(STEPS, plan)
    chosen = picked(steps, stage=plan.stage, time=plan.time) or steps
    done = {state.slug for state in plan.states.all() if state.state in ("done", "skipped")}
    for other in steps[steps.index(step) + 1 :]:
        if other in chosen and other.slug not in done:
            return reverse("step", args=[plan.pk, other])
    return reverse("plan", args=[plan.pk])


@require_safe
def row_new(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    plan = own_plan(request, plan_id)
    kind = list_of(request, plan, step)
    if services.rows_past(plan, kind, kind.most):
        messages.warning(request, f"A list holds at most {kind.most} entries. Delete one to add another.")
        return redirect(at_list(plan, step, kind))
    row = kind.model(plan=plan)
    return _row_page(request, plan, step, kind, row, kind.form(instance=row, frame=plan.frame, locale=plan.locale))


@require_http_methods(["GET", "HEAD", "POST"])
def row_page(request: Request, plan_id: uuid.UUID, step: Step, row_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    kind = list_of(request, plan, step)
    if request.method == "POST":
        return _row_saved(request, plan, step, kind, row_id)
    row = one_row(plan, kind, row_id)
    data = as_post(row.draft) if row.draft else None
    form = kind.form(data, instance=row, frame=plan.frame, locale=plan.locale)
    return _row_page(request, plan, step, kind, row, form)


def _row_page(
    request: Request, plan: Plan, step: Step, kind: Rows, row: Any, form: Any, refused: bool = False
) -> HttpResponse:
    article = "an" if kind.noun[0] in "aeiou" else "a"
    shown = {"plan": plan, "step": step, "rows": kind, "row": row, "form": form, "refused": refused}
    shown |= {"article": article, "list": "?list=more" if kind is step.more else "", "back": at_list(plan, step, kind)}
    return render(request, "negotiation/row.html", shown)


def _row_saved(request: Request, plan: Plan, step: Step, kind: Rows, row_id: uuid.UUID) -> HttpResponse:
    saving = services.row_save(request=request, plan=plan, step=step, kind=kind, pk=row_id)
    return answer(
        request,
        saving,
        page=lambda s: _row_page(request, plan, step, kind, s.row, s.form, refused=True),
        panel=lambda _: "",
        onward=lambda _: at_list(plan, step, kind),
        zone=plan.zone,
    )


def list_of(request: Request, plan: Plan, step: Step) -> Rows:
    """The list that the address names: a step's first one, or its second by "?list=more"."""
    found = step_of(plan, step)
    kind = found.more if request.GET.get("list") == "more" else found.rows
    if kind is None or plan.kind == "profile":
        raise Http404
    return kind


def at_list(plan: Plan, step: Step, kind: Rows) -> str:
    return reverse("step", args=[plan.pk, step]) + ("#more" if kind is step.more else "#entries")


def one_row(plan: Plan, kind: Rows, row_id: uuid.UUID) -> Any:
    row = kind.model._default_manager.filter(plan_id=plan.pk, pk=row_id).first()
    if row is None:
        raise Http404
    return row


@require_POST
def row_delete(request: Request, plan_id: uuid.UUID, step: Step, row_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    kind = list_of(request, plan, step)
    row = one_row(plan, kind, row_id)
    back_to = reverse("step", args=[plan.pk, step])
    title = row.name or kind.noun.capitalize()
    services.entry_removed(request, remove(row, candidate_id=plan.candidate_id, title=title, back_to=back_to))
    return redirect(back_to)


@require_POST
def row_move(request: Request, plan_id: uuid.UUID, step: Step, row_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    kind = list_of(request, plan, step)
    rows = kind.model._default_manager.filter(plan_id=plan.pk)
    move(rows, one_row(plan, kind, row_id), up=request.POST.get("to") == "up")
    return redirect(at_list(plan, step, kind))


@require_POST
def row_starters(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    """A list that is still empty begins with what is common; pressed twice, it begins once."""
    plan = own_plan(request, plan_id)
    kind = list_of(request, plan, step)
    if not kind.starters:
        raise Http404
    services.starters_add(plan=plan, step=step, kind=kind)
    return redirect(at_list(plan, step, kind))


@require_POST
def profile_take(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    """Take the profile's present values into this plan."""
    plan = own_plan(request, plan_id)
    services.profile_copy(plan=plan, step=step_of(plan, step))
    return redirect(reverse("step", args=[plan.pk, step]))
