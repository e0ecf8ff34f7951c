"""The screen for the talk: the next line, what they may answer, and a log that loses nothing."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from groundwork.owner import Request
from negotiation import call_services, services
from negotiation.budget_services import TAPS
from negotiation.call_screen import SCREEN, screen_of
from negotiation.doors import own_plan, step_of
from negotiation.models import CallEntry, Plan, StoolAsk
from negotiation.steps import call
from negotiation.steps.base import Answers
from negotiation.steps.call_form import NoteForm

LOGGED = 30
FULL = f"The log is full: it holds {call.MOST:,} lines. Delete some on the page of the talk, then note it again."
QUICK = {"half": "Half an hour", "hour": "An hour", "round": "A round"}
# What can be noted; an answer to an ask, and what it took, have buttons of their own.
NOTED = ("note", "offer", "theirs", "mine", "pain")


@require_safe
def screen(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, call.STEP)
    return render(request, "negotiation/call_screen.html", context(plan, form_of(plan)))


@require_POST
def log(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """One thing of the talk. The page that waits for an answer of ours gets the newest lines, any other itself."""
    plan = own_plan(request, plan_id)
    step_of(plan, call.STEP)
    form = form_of(plan, request.POST)
    try:
        ok = logged(plan, request.POST, form)
    except call_services.LogFull:
        form.add_error("text", FULL)
        ok = False
    if request.headers.get("X-Log"):
        why = " ".join(str(text) for texts in form.errors.values() for text in texts)
        lines = [{"id": one["id"], "said": one["said"], "note": one["note"]} for one in newest(plan, form)["log"]]
        return JsonResponse({"log": lines, "why": why}, status=200 if ok else 422)
    if not ok:
        return render(request, "negotiation/call_screen.html", context(plan, form), status=422)
    return redirect(reverse("call_screen", args=[plan.pk]) + "#log")


def form_of(plan: Plan, data: Any = None) -> NoteForm:
    kind = str(data.get("kind", "note")) if data else "note"
    return NoteForm(data, instance=CallEntry(plan=plan), frame=plan.frame, locale=plan.locale, kind=kind)


def logged(plan: Plan, posted: Any, form: NoteForm) -> bool:
    """Keep it; whether it could be. What cannot be kept is still on the page that sent it."""
    pk, kind = identified(posted.get("id", "")), posted.get("kind", "note")
    if kind == "ask" and posted.get("reply") in dict(StoolAsk.REPLIES):
        call_services.ask_answered(plan=plan, pk=pk, ask=identified(posted.get("ask", "")), reply=posted["reply"])
    elif kind == "spent" and posted.get("what") in QUICK and posted["what"] in TAPS:
        call_services.spent(plan=plan, pk=pk, what=posted["what"])
    elif kind not in NOTED:
        raise Http404
    elif form.is_valid():
        values = form.cleaned_data
        call_services.entry_log(plan=plan, pk=pk, kind=kind, text=values["text"], amount=values["amount"])
    else:
        return False
    return True


def identified(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise Http404 from error


def context(plan: Plan, form: NoteForm) -> dict[str, Any]:
    answers: Answers = services.load_for(plan, SCREEN, states=services.states_for(plan, SCREEN))
    return screen_of(answers) | newest(plan, form) | {"step": call.STEP, "quick": QUICK.items(), "new_id": uuid.uuid4}


def newest(plan: Plan, form: NoteForm) -> dict[str, Any]:
    """The last lines of the log, the newest first."""
    rows = CallEntry.objects.filter(plan_id=plan.pk).order_by("-order", "-created")[:LOGGED]
    frame = Answers(frame=plan.frame, locale=plan.locale, today=plan.today, kind=plan.kind, given={})
    return {"plan": plan, "log": [call.told(frame, row) for row in rows], "form": form}
