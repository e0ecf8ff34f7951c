"""Red lines: a reason made into one with one press, and what the candidate judges of each offer."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.fields import SHORT, clean_text
from groundwork.owner import Request
from negotiation import services
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan, RedLine, RedLineMark
from negotiation.steps.loading import values_of
from negotiation.steps.redlines import STEP, open_reasons
from offers.models import Offer

Pair = tuple[uuid.UUID, uuid.UUID]
VERDICTS = dict(RedLineMark.VERDICTS)
NOT_ADDED = "It was not added: it is a red line already, your answer has changed since, or the list is full."


@require_POST
def from_reason(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """A reason that stands in the answer becomes a red line, once."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    made = made_from(plan, clean_text(request.POST.get("reason", "")).strip())
    if made is None:
        messages.warning(request, NOT_ADDED)
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")


@transaction.atomic
def made_from(plan: Plan, reason: str) -> RedLine | None:
    services.state_locked(plan=plan, step=STEP)  # of two presses at once, the second waits here
    rows = tuple(RedLine.objects.filter(plan_id=plan.pk))
    most = STEP.rows.most if STEP.rows else 0
    if reason not in open_reasons(values_of(plan, STEP).ended, rows) or len(rows) >= most:
        return None
    last = RedLine.objects.filter(plan_id=plan.pk).aggregate(last=Max("order"))["last"] or 0
    row = RedLine(plan=plan, kind="own", text=short(reason), reason=reason, order=last + 1)
    row.bump()
    row.save()
    services.state_refresh(plan=plan, step=STEP)
    return row


def short(reason: str) -> str:
    return reason if len(reason) <= SHORT else f"{reason[: SHORT - 1]}…"


@require_POST
def marks(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Keep what was changed here; what another page has changed meanwhile stays."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    keep(plan, changed(request))
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#against")


def changed(request: Request) -> dict[Pair, str]:
    """By red line and offer, the verdicts that differ from what the page showed."""
    found: dict[Pair, str] = {}
    for name, value in request.POST.items():
        parts = name.split(".")
        if len(parts) == 4 and parts[0] == "mark" and value != parts[3] and value in ("", *VERDICTS):
            try:
                found[uuid.UUID(parts[1]), uuid.UUID(parts[2])] = value
            except ValueError:
                continue
    return found


@transaction.atomic
def keep(plan: Plan, wanted: dict[Pair, str]) -> None:
    """Only for the plan's own red lines and the candidate's own offers, which stay while this is written."""
    lines = RedLine.objects.filter(plan_id=plan.pk, pk__in={line for line, _ in wanted})
    offers = Offer.objects.owned_by(plan.candidate_id).filter(pk__in={offer for _, offer in wanted})
    mine = {row.pk for row in lines.order_by("pk").select_for_update(no_key=True)}
    theirs = {row.pk for row in offers.order_by("pk").select_for_update(no_key=True)}
    known = {pair: said for pair, said in wanted.items() if pair[0] in mine and pair[1] in theirs}
    RedLineMark.objects.bulk_create(
        [RedLineMark(line_id=line, offer_id=offer, verdict=said) for (line, offer), said in known.items() if said],
        update_conflicts=True,
        unique_fields=["line", "offer"],
        update_fields=["verdict"],
    )
    stored = RedLineMark.objects.filter(line__in=mine, offer__in=theirs)
    gone = [mark.pk for mark in stored if known.get((mark.line_id, mark.offer_id)) == ""]
    if gone:
        RedLineMark.objects.filter(pk__in=gone).delete()
