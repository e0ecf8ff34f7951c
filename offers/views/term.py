"""What an offer pays beside its base: choosing what to add, one entry's form, order, delete."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.ordering import move
from groundwork.owner import Request, candidate_of, own
from groundwork.removing import entry_removed, remove
from groundwork.respond import Saving, answer, as_post
from offers import services
from offers.following import changed
from offers.models import Offer, Term
from offers.said import facts
from offers.term_forms import KINDS, TERM_FORMS, form_of
from offers.views.ways import link

TERMS = "#terms"


@require_safe
def term_pick(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    """Which kind of thing is added."""
    found = own(Offer.objects.all(), request, offer_id)
    there = set(found.terms.values_list("kind", flat=True))
    kinds = [one for one in KINDS if not (one.only and one.kind in there)]
    shown = [(one, link(request, "term_new", found.pk, one.kind)) for one in kinds]
    context = {"offer": found, "kinds": shown, "back": link(request, "offer", found.pk, at=TERMS)}
    return render(request, "offers/term_pick.html", context)


@require_safe
def term_new(request: Request, offer_id: uuid.UUID, kind: str) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    if kind not in TERM_FORMS:
        raise Http404
    if found.terms.count() >= services.MOST_TERMS:
        messages.warning(request, f"An offer holds at most {services.MOST_TERMS} entries. Delete one to add another.")
        return redirect(link(request, "offer", found.pk, at=TERMS))
    return _page(request, found, Term(offer=found, kind=kind))


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: Request, offer_id: uuid.UUID, term_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    if request.method == "POST":
        return _saved(request, found, term_id)
    return _page(request, found, one_term(found, term_id))


def one_term(offer: Offer, term_id: uuid.UUID) -> Term:
    found = offer.terms.filter(pk=term_id).first()
    if found is None:
        raise Http404
    return found


def _page(request: Request, offer: Offer, row: Term, form: Any = None) -> HttpResponse:
    if form is None:
        form = form_of(row, offer, as_post(row.draft) if row.draft else None, locale=candidate_of(request).locale)
    kind = next(one for one in KINDS if one.kind == row.kind)
    action = link(request, "term", offer.pk, row.pk, **({} if row.version else {"kind": row.kind}))
    shown = {"offer": offer, "row": row, "form": form, "kind": kind, "action": action}
    shown["back"] = link(request, "offer", offer.pk, at=TERMS)
    return render(request, "offers/term.html", shown)


def _saved(request: Request, offer: Offer, term_id: uuid.UUID) -> HttpResponse:
    saving = services.term_save(request=request, offer=offer, pk=term_id)

    def page(saving: Saving) -> HttpResponse:
        return _page(request, offer, saving.row, saving.form)

    onward = link(request, "offer", offer.pk, at=TERMS)
    zone = candidate_of(request).zone
    return answer(request, saving, page=page, panel=lambda _: "", onward=lambda _: onward, zone=zone)


def card(request: Request, offer: Offer, row: Term, locale: str) -> dict[str, Any]:
    """One entry in the list of an offer."""
    urls = {name: link(request, name, offer.pk, row.pk) for name in ("term", "term_move", "term_delete")}
    said = facts(offer.frame, row, locale)
    return {"name": row.name, "facts": said, "written": row.written, "unfinished": row.draft is not None, "urls": urls}


@require_POST
def term_move(request: Request, offer_id: uuid.UUID, term_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    move(found.terms.all(), one_term(found, term_id), up=request.POST.get("to") == "up")
    return redirect(link(request, "offer", offer_id, at=TERMS))


@require_POST
def term_delete(request: Request, offer_id: uuid.UUID, term_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    row, back_to = one_term(found, term_id), link(request, "offer", offer_id, at=TERMS)
    entry_removed(request, remove(row, candidate_id=found.candidate_id, title=row.name, back_to=back_to))
    changed(found.pk)
    return redirect(back_to)
