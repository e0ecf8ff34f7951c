"""The offers: their list, and one offer with what it comes to."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.money import CURRENCIES
from groundwork.owner import Owner, Request, candidate_of, own
from groundwork.removing import entry_removed, remove
from groundwork.respond import Saving, answer, as_post
from offers import services
from offers.asking import open_points
from offers.calc.valuation import valuation
from offers.forms import OfferForm
from offers.models import BASES, PERIODS, Offer, Term
from offers.rounds import called
from offers.said import spoken_lines
from offers.summary import as_entered, days_left, money, parts, spans
from offers.views.term import card as term_card
from offers.views.ways import back, came_from, link, today

TEMPLATE = "offers/offer.html"
# Where the further buttons under a new offer lead.
OTHERS = (("add", "Save and add more"), ("letter", "Save and paste their letter"))
ONWARD = {"add": "term_pick", "letter": "offer_letter"}


@require_safe
def offers(request: Request) -> HttpResponse:
    candidate = candidate_of(request)
    found = Offer.objects.owned_by(candidate.pk).prefetch_related("terms")
    cards = [card(one, candidate) for one in found]
    return render(request, "offers/offers.html", {"cards": cards, "new": link(request, "offer_new")})


def card(offer: Offer, candidate: Owner) -> dict[str, Any]:
    """What the list says of an offer: what counts of it, and which answers cannot be used yet."""
    worth = valuation(offer.to_terms(offer.terms.all()))
    year = money(worth.terms, worth.years[0].guaranteed, "once", candidate.locale) if worth.years else ""
    shown = {
        "offer": offer,
        "base": as_entered(worth.terms, candidate.locale),
        "year": year,
        "left": days_left(offer.expires, today(candidate)) if offer.expires else "",
        "expires": offer.expires,
        "terms": [row.name for row in offer.terms.all()],
    }
    return shown | {"unfinished": unfinished(offer, candidate) if offer.draft is not None else []}


def unfinished(offer: Offer, candidate: Owner) -> list[str]:
    """The questions that stand in a draft's way."""
    form = OfferForm(as_post(offer.draft or {}), instance=Offer(pk=offer.pk), locale=candidate.locale)
    return form.unusable


def ways(request: Request, candidate: Owner) -> dict[str, str]:
    """How a new offer speaks of money: as the page that led here says, else as its candidate does."""
    known = {"currency": CURRENCIES, "period": dict(PERIODS), "basis": dict(BASES)}
    asked = {name: request.GET.get(name, "") for name in known}
    return {name: asked[name] if asked[name] in known[name] else getattr(candidate, name) for name in known}


@require_safe
def offer_new(request: Request) -> HttpResponse:
    """An empty offer in the candidate's own ways. Nothing is made before something is typed."""
    candidate = candidate_of(request)
    present = request.GET.get("present") == "on"
    fresh = Offer(candidate_id=candidate.pk, present=present, **ways(request, candidate))
    return render(request, TEMPLATE, context(request, fresh, OfferForm(instance=fresh, locale=candidate.locale)))


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    candidate = candidate_of(request)
    if request.method == "POST":
        return _saved(request, candidate, offer_id)
    found = own(Offer.objects.all(), request, offer_id)
    draft = as_post(found.draft) if found.draft else None
    return render(request, TEMPLATE, context(request, found, OfferForm(draft, instance=found, locale=candidate.locale)))


def _saved(request: Request, candidate: Owner, offer_id: uuid.UUID) -> HttpResponse:
    saving = services.offer_save(request=request, pk=offer_id)

    def page(saving: Saving) -> HttpResponse:
        return render(request, TEMPLATE, context(request, saving.row, saving.form) | {"refused": True})

    def panel(saving: Saving) -> str:
        return render_to_string(f"{TEMPLATE}#panel", context(request, saving.row, saving.form), request)

    return answer(
        request, saving, page=page, panel=panel, onward=lambda one: onward(request, one.row), zone=candidate.zone
    )


def onward(request: Request, offer: Offer) -> str:
    """Where its button says, else back to where one came from; an earlier round leads to those of its offer."""
    if request.POST.get("then") in ONWARD:
        return link(request, ONWARD[request.POST["then"]], offer.pk)
    return link(request, "rounds", offer.of_id) if offer.of_id else back(request)


def context(request: Request, offer: Offer, form: Any) -> dict[str, Any]:
    """The page of an offer. What is typed and can be read counts in the panel, even in a draft."""
    candidate = candidate_of(request)
    terms = list(offer.terms.all()) if offer.version else []
    counted = form.known_part()
    shown: dict[str, Any] = {
        name: link(request, name, offer.pk) for name in ("term_pick", "offer_value", "offer_letter")
    }
    return shown | {
        "offer": offer,
        "row": offer,
        "form": form,
        "called": called(offer),
        "others": () if offer.version else OTHERS,
        "rounds": bool(offer.version) and not offer.of_id and offer.rounds.exists(),
        "rounds_page": link(request, "rounds", offer.pk),
        "terms": [term_card(request, offer, row, candidate.locale) for row in terms],
        "action": link(request, "offer", offer.pk),
        "back": link(request, "rounds", offer.of_id) if offer.of_id else back(request),
        "from_elsewhere": bool(came_from(request)),
        "result": results(counted, terms, candidate),
    }


def results(offer: Offer, terms: list[Term], candidate: Owner) -> dict[str, Any]:
    """What the panel shows."""
    worth = valuation(offer.to_terms(terms))
    passed = offer.expires is not None and offer.expires < today(candidate)
    return {
        "worth": worth,
        "spans": spans(worth, candidate.locale),
        "parts": parts(worth, candidate.locale),
        "questions": [question for _, question in open_points(worth)],
        "spoken": spoken_lines(offer, terms),
        "left": days_left(offer.expires, today(candidate)) if offer.expires else "",
        "passed": passed,
    }


def name_of(offer: Offer) -> str:
    return f"{offer.name}: {called(offer).lower()}" if offer.of_id else offer.name


@require_POST
def offer_delete(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    back_to = link(request, "rounds", found.of_id) if found.of_id else reverse("offers")
    entry_removed(request, remove(found, candidate_id=found.candidate_id, title=name_of(found), back_to=back_to))
    return redirect(back_to)
