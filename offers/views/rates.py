"""The exchange rates: looked up by the candidate, each with its day."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.owner import Request, candidate_of, own
from groundwork.removing import entry_removed, remove
from groundwork.respond import Saving, answer, as_post
from offers import services
from offers.models import Rate
from offers.rate_form import RateForm
from offers.views.ways import back, came_from, link


@require_safe
def rates(request: Request) -> HttpResponse:
    candidate = candidate_of(request)
    found = [(one, link(request, "rate", one.pk)) for one in Rate.objects.owned_by(candidate.pk)]
    shown = {"rates": found, "new": link(request, "rate_new"), "back": back(request)}
    return render(request, "offers/rates.html", shown | {"from_elsewhere": bool(came_from(request))})


@require_safe
def rate_new(request: Request) -> HttpResponse:
    candidate = candidate_of(request)
    if Rate.objects.owned_by(candidate.pk).count() >= services.MOST_RATES:
        messages.warning(request, f"There are {services.MOST_RATES} rates already. Delete one to add another.")
        return redirect(link(request, "rates"))
    currency, other = (request.GET.get(name, "")[:3] for name in ("currency", "other"))
    return _page(request, Rate(candidate_id=candidate.pk, currency=currency, other=other or candidate.currency))


@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: Request, rate_id: uuid.UUID) -> HttpResponse:
    candidate = candidate_of(request)
    if request.method != "POST":
        return _page(request, own(Rate.objects.all(), request, rate_id))
    saving = services.rate_save(request=request, pk=rate_id)

    def page(saving: Saving) -> HttpResponse:
        return _page(request, saving.row, saving.form)

    onward = came_from(request) or link(request, "rates")
    return answer(request, saving, page=page, panel=lambda _: "", onward=lambda _: onward, zone=candidate.zone)


def _page(request: Request, row: Rate, form: Any = None) -> HttpResponse:
    if form is None:
        draft = as_post(row.draft) if row.draft else None
        form = RateForm(draft, instance=row, locale=candidate_of(request).locale)
    shown = {"row": row, "form": form, "action": link(request, "rate", row.pk), "back": link(request, "rates")}
    return render(request, "offers/rate.html", shown)


@require_POST
def rate_delete(request: Request, rate_id: uuid.UUID) -> HttpResponse:
    found = own(Rate.objects.all(), request, rate_id)
    back_to = link(request, "rates")
    entry_removed(request, remove(found, candidate_id=found.candidate_id, title=found.name, back_to=back_to))
    return redirect(back_to)
