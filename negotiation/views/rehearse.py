"""One card after the other: their line, one's own answer, and how it went."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from groundwork.fields import TextFormField
from groundwork.owner import Request
from groundwork.saving import stamp
from negotiation import services
from negotiation.calc.rehearse import Mark, marked
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, Practised
from negotiation.recruiter import MANNERS, recruiter_facts
from negotiation.steps.base import Answers
from negotiation.steps.rehearse import MOST, STEP, of_today
from negotiation.steps.rehearse_cards import Practice, card_of, cards, today

MOVED = "This line was marked already, here or in another tab. It goes on from there."


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """The next card of today; in a round with a recruiter, the next of theirs."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    manner = request.GET.get("with", "")
    if manner and manner not in MANNERS:
        raise Http404
    answers = services.load_for(plan, STEP, states=services.states_for(plan, STEP))
    found = of_round(answers, manner)
    if request.method != "POST":
        return render(request, "negotiation/rehearse_card.html", context(plan, answers, found, manner))
    one = next((one for one in found if one.key == request.POST.get("key")), None)
    if one is None or request.POST.get("mark") not in [*Mark]:
        raise Http404
    if not kept(plan, one, Mark(request.POST["mark"]), turn=request.POST.get("turn", ""), typed=typed(request)):
        messages.info(request, MOVED)
    return redirect(address(plan, manner))


def address(plan: Plan, manner: str) -> str:
    query = f"?{urlencode({'with': manner})}" if manner else ""
    return reverse("rehearse_card", args=[plan.pk]) + query


def of_round(answers: Answers, manner: str) -> list[Practice]:
    if manner:
        return [one for one in cards(answers, manner) if one.kind == "recruiter"]
    return cards(answers, answers["rehearse"].values.recruiter)


def typed(request: Request) -> str:
    """What was typed, as far as it can be kept: it is there to be compared, and no answer of the plan."""
    return str(TextFormField(required=False).clean(request.POST.get("typed", "")[:2000]))


@transaction.atomic
def kept(plan: Plan, one: Practice, mark: Mark, *, turn: str, typed: str) -> bool:
    """Mark one card, if it is as the page showed it; whether it was."""
    services.state_locked(plan=plan, step=STEP)
    rows = {row.key: row for row in Practised.objects.filter(plan_id=plan.pk).order_by("turn")}
    row, last = rows.get(one.key), max((int(each.turn or 0) for each in rows.values()), default=0)
    if turn != str(int(row.turn or 0) if row else 0):
        return False
    if row is None and len(rows) >= MOST:
        next(iter(rows.values())).delete()  # the one tried longest ago; most of these stand in no plan any more
    new = marked(card_of(row, one.key), mark, plan.today, last + 1)
    row = row or Practised(plan=plan, key=one.key, order=last + 1)
    row.first, row.seen, row.turn, row.went = new.first, new.seen, new.turn, str(mark)  # type: ignore[assignment]
    row.fluent, row.halted, row.typed = min(new.fluent, 999), new.halted, typed
    stamp(row, None, 0, "")
    row.save()
    services.state_refresh(plan=plan, step=STEP)
    return True


def context(plan: Plan, answers: Answers, found: list[Practice], manner: str) -> dict[str, Any]:
    plan_of_day = today(answers, found, at_once=bool(manner))
    by_key = {one.key: one for one in found}
    shown: dict[str, Any] = {"plan": plan, "step": STEP, "own": answers["rehearse"].values, "manner": manner}
    shown |= {"action": address(plan, manner), "left": len(plan_of_day.queue), "today": of_today(plan_of_day)}
    shown |= {"how": recruiter_facts().manners[manner].how if manner else "", "cards": len(found)}
    if plan_of_day.queue:
        first = plan_of_day.queue[0]
        shown |= {"card": by_key[first.key], "turn": first.turn, "last": first.mark}
    return shown
