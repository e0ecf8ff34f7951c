"""What the candidate judges of each offer under the entries of a list: red lines held, scores, what has been got."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.owner import Request
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan
from negotiation.models.base import mark_of
from negotiation.steps.base import Step
from offers.models import Offer

Pair = tuple[uuid.UUID, uuid.UUID]


@require_POST
def marks(request: Request, plan_id: uuid.UUID, step: Step) -> HttpResponse:
    """Keep what was changed here; what another page has changed meanwhile stays."""
    plan = own_plan(request, plan_id)
    rows = step_of(plan, step).rows
    kind = mark_of(rows.model) if rows else None
    if rows is None or kind is None:
        raise Http404
    keep(plan, kind, rows.model, changed(request, [word for word, _ in kind.SAID]))
    return redirect(reverse("step", args=[plan.pk, step]) + "#against")


def changed(request: Request, words: list[str]) -> dict[Pair, str]:
    """By entry and offer, what was said otherwise than the page showed."""
    found: dict[Pair, str] = {}
    for name, value in request.POST.items():
        parts = name.split(".")
        if len(parts) == 4 and parts[0] == "mark" and value != parts[3] and value in ("", *words):
            try:
                found[uuid.UUID(parts[1]), uuid.UUID(parts[2])] = str(value)
            except ValueError:
                continue
    return found


@transaction.atomic
def keep(plan: Plan, kind: Any, model: Any, wanted: dict[Pair, str]) -> None:
    """Only for the plan's own entries and the candidate's own offers, which stay while this is written."""
    rows = model.objects.filter(plan_id=plan.pk, pk__in={row for row, _ in wanted})
    offers = Offer.objects.owned_by(plan.candidate_id).filter(pk__in={offer for _, offer in wanted})
    mine = {row.pk for row in rows.order_by("pk").select_for_update(no_key=True)}
    theirs = {row.pk for row in offers.order_by("pk").select_for_update(no_key=True)}
    known = {pair: said for pair, said in wanted.items() if pair[0] in mine and pair[1] in theirs}
    kind.objects.bulk_create(
        [kind(row_id=row, offer_id=offer, said=said) for (row, offer), said in known.items() if said],
        update_conflicts=True,
        unique_fields=["row", "offer"],
        update_fields=["said"],
    )
    stored = kind.objects.filter(row__in=mine, offer__in=theirs)
    gone = [mark.pk for mark in stored if known.get((mark.row_id, mark.offer_id)) == ""]
    if gone:
        kind.objects.filter(pk__in=gone).delete()
