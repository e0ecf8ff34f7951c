"""What one offer is worth: year by year, line by line, and if things go otherwise."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groundwork.owner import Request, candidate_of, own
from offers.asking import beside, open_points
from offers.models import Offer, Rate
from offers.rounds import called
from offers.said import spoken_lines
from offers.views.ways import came_from, link, today
from offers.what_if_form import WhatIfForm
from offers.worth import worth_of


@require_safe
def offer_value(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.prefetch_related("terms"), request, offer_id)
    candidate, rows = candidate_of(request), list(found.terms.all())
    rates = tuple(Rate.objects.owned_by(candidate.pk))
    form = WhatIfForm(
        request.GET if request.GET.get("ask") else None, currencies=currencies(found, rates, candidate.currency)
    )
    asked = form.asked
    shown = worth_of(
        found.to_terms(rows),
        form.scenario,
        locale=candidate.locale,
        discount=asked.get("discount"),
        other=asked.get("currency") or "",
        rates=rates,
    )
    context: dict[str, Any] = {
        "offer": found,
        "called": called(found),
        "shown": shown,
        "form": form,
        "questions": [question for _, question in open_points(shown.worth)],
        "beside": beside(found, shown.worth.terms),
        "spoken": spoken_lines(found, rows),
        "unfinished": [row.name for row in rows if row.draft is not None],
        "passed": found.expires is not None and found.expires < today(candidate),
        "back": link(request, "offer", found.pk),
        "rates": link(request, "rates", next=request.get_full_path()),
        "next": came_from(request),
    }
    return render(request, "offers/value.html", context, status=422 if form.errors else 200)


def currencies(offer: Offer, rates: tuple[Rate, ...], own_currency: str) -> list[tuple[str, str]]:
    """One’s own currency, and those that there is a rate for."""
    known = {own_currency} | {
        code for rate in rates for code in (rate.currency, rate.other) if rate.draft is None and code
    }
    return [("", f"{offer.currency}, as it is paid"), *((code, code) for code in sorted(known - {offer.currency}))]
