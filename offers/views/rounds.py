"""The rounds of an offer: all of them in order, what each changed, and what was gained in the end."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from groundwork.owner import Request, candidate_of, own
from offers import services
from offers.changes import said
from offers.models import Offer
from offers.rounds import Round, gain, rounds_of, told
from offers.summary import money
from offers.views.ways import link, today


@require_safe
def round_page(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.filter(of=None).prefetch_related("terms"), request, offer_id)
    locale = candidate_of(request).locale
    rounds = told(found, rounds_of(found))
    total = gain(rounds)
    context = {
        "offer": found,
        "rounds": [shown(request, one, locale) for one in rounds],
        "gain": said(total, found.frame, locale) if total else None,
        "mixed": total is None and sum(not one.offer.mine for one in rounds) > 1,
        "earlier": len(rounds) - 1,
        "add": link(request, "round_add", found.pk),
        "back": link(request, "offer", found.pk),
    }
    return render(request, "offers/rounds.html", context)


def shown(request: Request, one: Round, locale: str) -> dict[str, Any]:
    return {
        "round": one,
        "offer": one.offer,
        "url": link(request, "offer", one.offer.pk),
        "year": money(one.worth.terms, one.worth.years[0].guaranteed, "once", locale) if one.worth.years else "",
        "change": said(one.change, one.offer.frame, locale) if one.change else None,
    }


@require_POST
def round_add(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    """Keep what stands as an earlier round (they came back), or begin a counter from it."""
    found = own(Offer.objects.filter(of=None), request, offer_id)
    if request.POST.get("who") not in ("them", "me"):
        raise Http404
    if found.rounds.count() >= services.MOST_ROUNDS:
        messages.warning(request, f"An offer holds at most {services.MOST_ROUNDS} rounds. Delete one to add another.")
        return redirect(link(request, "rounds", found.pk))
    mine = request.POST["who"] == "me"
    seen = request.POST.get("rounds", "")
    kept = services.round_add(
        offer=found,
        mine=mine,
        today=today(candidate_of(request)),
        seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 4 else None,
    )
    rounds = link(request, "rounds", found.pk)
    if kept is None:
        messages.info(request, "The rounds had changed since this page was opened. Here they are as they stand.")
        return redirect(rounds)
    if mine:
        return redirect(link(request, "offer", kept.pk))
    messages.info(request, "What stood until now is kept as an earlier round. Change here what is new in their offer.")
    return redirect(link(request, "offer", found.pk, next=rounds))
