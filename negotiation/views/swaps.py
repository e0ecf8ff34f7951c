"""Would you swap? One question after the other, until an answer in money is close enough."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from groundwork.owner import Request
from groundwork.saving import stamp
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, Swap
from negotiation.steps.base import Answers
from negotiation.steps.swaps import STEP, one_said, worth_said
from negotiation.steps.swaps_worth import finished, found_of, next_of, start_of, thing_said

SAID = ("yes", "no", "same")
MOVED = "This had been answered already, here or in another tab. It goes on from there."


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, plan_id: uuid.UUID, swap_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    row = Swap.objects.filter(plan_id=plan.pk, pk=swap_id).first()
    if row is None:
        raise Http404
    answers = services.load_for(plan, STEP, states=services.states_for(plan, STEP))
    if request.method != "POST":
        return render(request, "negotiation/swap_ask.html", context(plan, row, answers))
    said, turn = request.POST.get("said", ""), request.POST.get("turn", "")
    if said not in (*SAID, "back", "again") or not turn.isascii() or not turn.isdigit() or len(turn) > 2:
        raise Http404
    if not answered(plan, swap_id, said=str(said), turn=int(turn), pay=start_of(answers)):
        messages.info(request, MOVED)
    return redirect("swap_ask", plan.pk, swap_id)


@transaction.atomic
def answered(plan: Plan, pk: uuid.UUID, *, said: str, turn: int, pay: Decimal | None) -> bool:
    """Keep one answer, if it is to the question that stands now; whether it was."""
    row = Swap.objects.select_for_update().filter(plan_id=plan.pk, pk=pk).first()
    if row is None:
        raise Http404
    if turn != len(row.asked):
        return False
    if said in SAID:
        row.start = row.start or pay  # type: ignore[assignment]
        amount = next_of(row, row.start, plan.currency) if row.start and asks(row) else None
        if amount is None:
            return False
        row.answer(amount, said)
    else:
        row.take_back(1 if said == "back" else len(row.asked))
    stamp(row, None, 0, "")  # an open tab must see that this was written; what is typed in it stays a draft
    row.save()
    services.state_refresh(plan=plan, step=STEP)
    return True


def asks(row: Swap) -> bool:
    """Of a thing whose price was typed, or that is not entered yet, nothing is asked."""
    return bool(row.kind) and row.price is None


def context(plan: Plan, row: Swap, answers: Answers) -> dict[str, Any]:
    pay = row.start or start_of(answers)
    amount = next_of(row, pay, plan.currency) if pay and asks(row) else None
    found = found_of(row, plan.currency)
    shown: dict[str, Any] = {"plan": plan, "step": STEP, "row": row, "thing": thing_said(row), "turn": len(row.asked)}
    shown |= {"typed": row.price is not None, "change": reverse("row", args=[plan.pk, STEP, row.pk])}
    shown |= {"back": reverse("step", args=[plan.pk, STEP]) + "#entries", "pay": answers.about(pay, period="year")}
    if pay and amount is not None:
        shown |= {
            "amount": answers.money(amount, period="year"),
            "rest": answers.about(pay - amount, period="year"),
            "number": len(row.asked) + 1,
        }
    if row.price is not None or (found and found.done):
        shown |= {"worth": worth_said(answers, row), "one": one_said(answers, row)}
        if found and found.low is not None and found.high is not None and found.low < found.high:
            shown["between"] = answers.between_of_year(found.low, found.high)
        shown |= following(plan, row, answers)
    return shown


def following(plan: Plan, row: Swap, answers: Answers) -> dict[str, str]:
    """The next thing that has no price yet, after this one or before it."""
    rows = finished(answers)
    places = [at for at, one in enumerate(rows) if one.pk == row.pk]
    later = [*rows[places[0] + 1 :], *rows[: places[0]]] if places else rows
    found = next((one for one in later if not worth_said(answers, one)), None)
    if found is None:
        return {}
    return {"next": reverse("swap_ask", args=[plan.pk, found.pk]), "next_thing": thing_said(found)}
