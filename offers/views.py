"""The offers: their list, one offer with what it comes to, and what is paid on top of it."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.money import CURRENCIES
from groundwork.ordering import move
from groundwork.owner import Owner, Request, candidate_of, own
from groundwork.removing import entry_removed, remove
from groundwork.respond import Saving, answer, as_post
from offers import services
from offers.calc.valuation import valuation
from offers.following import changed
from offers.forms import ExtraForm, OfferForm
from offers.models import BASES, PERIODS, Extra, Offer
from offers.summary import as_entered, days_left, money, open_points, parts, spans

TEMPLATE = "offers/offer.html"


@require_safe
def offers(request: Request) -> HttpResponse:
    candidate = candidate_of(request)
    found = Offer.objects.owned_by(candidate.pk).prefetch_related("extras")
    cards = [card(one, candidate) for one in found]
    return render(request, "offers/offers.html", {"cards": cards, "new": link(request, "offer_new")})


def card(offer: Offer, candidate: Owner) -> dict[str, Any]:
    """What the list says of an offer: what counts of it, and which answers cannot be used yet."""
    worth = valuation(offer.to_terms(offer.extras.all()))
    year = money(worth.terms, worth.years[0].guaranteed, "year", candidate.locale) if worth.years else ""
    shown = {
        "offer": offer,
        "base": as_entered(worth.terms, candidate.locale),
        "year": year,
        "left": days_left(offer.expires, today(candidate)) if offer.expires else "",
        "expires": offer.expires,
        "extras": [extra.name for extra in offer.extras.all()],
    }
    return shown | {"unfinished": unfinished(offer, candidate) if offer.draft is not None else []}


def unfinished(offer: Offer, candidate: Owner) -> list[str]:
    """The questions that stand in a draft's way."""
    form = OfferForm(as_post(offer.draft or {}), instance=Offer(pk=offer.pk), locale=candidate.locale)
    return form.unusable


def today(candidate: Owner) -> date:
    return datetime.now(ZoneInfo(candidate.zone)).date()


def came_from(request: Request) -> str:
    """The page of ours that led here, if one did. Never an address elsewhere."""
    target = request.GET.get("next", "")
    ours = (
        target.startswith("/") and target.isprintable() and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    )
    return target if ours and len(target) < 500 else ""


def link(request: Request, name: str, *args: Any, at: str = "") -> str:
    """The address of an offer page that still knows where one came from."""
    target = came_from(request)
    return reverse(name, args=args) + (f"?{urlencode({'next': target})}" if target else "") + at


def ways(request: Request, candidate: Owner) -> dict[str, str]:
    """How a new offer speaks of money: as the page that led here says, else as its candidate does."""
    known = {"currency": CURRENCIES, "period": dict(PERIODS), "basis": dict(BASES)}
    asked = {name: request.GET.get(name, "") for name in known}
    return {name: asked[name] if asked[name] in known[name] else getattr(candidate, name) for name in known}


@require_safe
def offer_new(request: Request) -> HttpResponse:
    """An empty offer in the candidate's own ways. Nothing is made before something is typed."""
    candidate = candidate_of(request)
    fresh = Offer(candidate_id=candidate.pk, **ways(request, candidate))
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

    return answer(request, saving, page=page, panel=panel, onward=lambda _: back(request), zone=candidate.zone)


def back(request: Request) -> str:
    return came_from(request) or reverse("offers")


def context(request: Request, offer: Offer, form: Any) -> dict[str, Any]:
    """The page of an offer. What is typed and can be read counts in the panel, even in a draft."""
    candidate = candidate_of(request)
    extras = list(offer.extras.all()) if offer.version else []
    return {
        "offer": offer,
        "row": offer,
        "form": form,
        "extras": [extra_card(request, offer, extra, candidate.locale) for extra in extras],
        "action": link(request, "offer", offer.pk),
        "extra_new": link(request, "extra_new", offer.pk),
        "back": back(request),
        "from_elsewhere": bool(came_from(request)),
        "result": results(form.known_part(), extras, candidate),
    }


def results(offer: Offer, extras: list[Extra], candidate: Owner) -> dict[str, Any]:
    """What the panel shows."""
    worth = valuation(offer.to_terms(extras))
    passed = offer.expires is not None and offer.expires < today(candidate)
    return {
        "worth": worth,
        "spans": spans(worth, candidate.locale),
        "parts": parts(worth, candidate.locale),
        "questions": [question for _, question in open_points(worth)],
        "left": days_left(offer.expires, today(candidate)) if offer.expires else "",
        "passed": passed,
    }


def extra_card(request: Request, offer: Offer, extra: Extra, locale: str) -> dict[str, Any]:
    period = "year" if extra.every == "year" else "once"
    amount = money(offer.to_terms([]), extra.amount, period, locale)  # type: ignore[arg-type]
    when = "" if period == "year" else f"once, in year {extra.year or 1}"
    facts = [amount if extra.amount is not None else "Amount not known yet", when, extra.certainty]
    urls = {name: link(request, name, offer.pk, extra.pk) for name in ("extra", "extra_move", "extra_delete")}
    return {"name": extra.name, "facts": [f for f in facts if f], "unfinished": extra.draft is not None, "urls": urls}


@require_POST
def offer_delete(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    back_to = reverse("offers")
    entry_removed(request, remove(found, candidate_id=found.candidate_id, title=found.name, back_to=back_to))
    return redirect(back_to)


@require_safe
def extra_new(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    return _extra_page(request, found, Extra(offer=found))


@require_http_methods(["GET", "HEAD", "POST"])
def extra(request: Request, offer_id: uuid.UUID, extra_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    if request.method == "POST":
        return _extra_saved(request, found, extra_id)
    return _extra_page(request, found, one_extra(found, extra_id))


def one_extra(offer: Offer, extra_id: uuid.UUID) -> Extra:
    found = offer.extras.filter(pk=extra_id).first()
    if found is None:
        raise Http404
    return found


def _extra_page(request: Request, offer: Offer, row: Extra, form: Any = None) -> HttpResponse:
    if form is None:
        draft = as_post(row.draft) if row.draft else None
        form = ExtraForm(draft, instance=row, offer=offer, locale=candidate_of(request).locale)
    shown = {"offer": offer, "row": row, "form": form, "action": link(request, "extra", offer.pk, row.pk)}
    shown["back"] = link(request, "offer", offer.pk, at="#extras")
    return render(request, "offers/extra.html", shown)


def _extra_saved(request: Request, offer: Offer, extra_id: uuid.UUID) -> HttpResponse:
    saving = services.extra_save(request=request, offer=offer, pk=extra_id)

    def page(saving: Saving) -> HttpResponse:
        return _extra_page(request, offer, saving.row, saving.form)

    onward = link(request, "offer", offer.pk, at="#extras")
    zone = candidate_of(request).zone
    return answer(request, saving, page=page, panel=lambda _: "", onward=lambda _: onward, zone=zone)


@require_POST
def extra_move(request: Request, offer_id: uuid.UUID, extra_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    move(found.extras.all(), one_extra(found, extra_id), up=request.POST.get("to") == "up")
    return redirect(link(request, "offer", offer_id, at="#extras"))


@require_POST
def extra_delete(request: Request, offer_id: uuid.UUID, extra_id: uuid.UUID) -> HttpResponse:
    found = own(Offer.objects.all(), request, offer_id)
    row, back_to = one_extra(found, extra_id), link(request, "offer", offer_id, at="#extras")
    entry_removed(request, remove(row, candidate_id=found.candidate_id, title=row.name, back_to=back_to))
    changed(found.pk)
    return redirect(back_to)
