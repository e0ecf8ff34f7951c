"""The page of a pasted letter: read, ticked, taken over. The text is in the page only, and stored nowhere."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundwork.fields import TextFormField
from groundwork.owner import Request, candidate_of, own
from groundwork.respond import shown
from groundwork.saving import cleaned
from groundwork.widgets import Controls
from offers.forms import OfferForm
from offers.letter.apply import Applied, currency_of, letter_apply, stored
from offers.letter.reading import Candidate, Reading, read_letter
from offers.models import Offer
from offers.views.ways import link

LONGEST = 60_000
TAKE = "take"
NONE_TICKED = "Tick at least one line, or go back to the offer: nothing was taken over."
STALE = (
    "The offer was changed somewhere else meanwhile. Nothing was taken over: look at what it holds now, "
    "then take over again."
)


class LetterForm(forms.Form):
    """The text of the letter."""

    text = TextFormField(
        label="The text of the letter",
        help_text="Paste all of it. It is read on this server and not stored.",
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Paste the text of the letter."},
    )
    use_required_attribute = False
    default_renderer = Controls()

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if len(text) > LONGEST:
            raise ValidationError(
                f"This text has {len(text):,} characters, and at most {LONGEST:,} can be read. "
                "Leave out what is not the offer itself."
            )
        return text


@dataclass(kw_only=True)
class Line:
    """One candidate on the page: what the offer holds now, and what stood in the way of taking it over."""

    candidate: Candidate
    now: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    ticked: bool = False
    errors: list[str] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_letter(request: Request, offer_id: uuid.UUID) -> HttpResponse:
    """GET asks for the text; POST reads it, and takes over what is ticked when told so."""
    found = own(Offer.objects.all(), request, offer_id)
    form = LetterForm(cleaned(request.POST) if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, found, form, status=422 if request.method == "POST" else 200)
    reading = read_letter(form.cleaned_data["text"], currency=currency_of(found))
    if request.POST.get("do") != TAKE:
        return _page(request, found, form, reading)
    return _taken(request, found, form, reading)


def _taken(request: Request, offer: Offer, form: LetterForm, reading: Reading) -> HttpResponse:
    keys = set(request.POST.getlist("tick"))
    ticked = [one for one in reading.candidates if one.key in keys and not one.doubt]
    if not ticked:
        return _page(request, offer, form, reading, problem=NONE_TICKED, status=422)
    candidate, version = candidate_of(request), request.POST.get("version", "")
    applied = letter_apply(
        offer_id=offer.pk,
        candidate_id=candidate.pk,
        locale=candidate.locale,
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 16 else -1,
        ticked=ticked,
        typed=request.POST,
    )
    if applied.stale:
        fresh = own(Offer.objects.all(), request, offer.pk)
        return _page(request, fresh, form, reading, applied, ticked, problem=STALE, status=409)
    if not applied.whole:
        problem = "Nothing was taken over yet: see what is said beside the lines."
        return _page(request, offer, form, reading, applied, ticked, problem=problem, status=422)
    lines = "1 line of the letter was" if applied.done == 1 else f"{applied.done} lines of the letter were"
    messages.success(request, f"{lines} taken over into the offer.")
    return redirect(link(request, "offer", offer.pk))


def _page(
    request: Request,
    offer: Offer,
    form: LetterForm,
    reading: Reading | None = None,
    applied: Applied | None = None,
    ticked: list[Candidate] | None = None,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    applied, keys = applied or Applied(), {one.key for one in ticked or []}
    locale = candidate_of(request).locale
    context = {
        "offer": offer,
        "letter": form,
        "reading": reading,
        "lines": _lines(offer, reading, applied, keys, locale) if reading else [],
        "asked": applied.asked.get("", []),
        "general": applied.refused.get("", []),
        "problem": problem,
        "action": link(request, "offer_letter", offer.pk),
        "back": link(request, "offer", offer.pk),
    }
    return render(request, "offers/letter.html", context, status=status)


def _lines(offer: Offer, reading: Reading, applied: Applied, keys: set[str], locale: str) -> list[Line]:
    form = OfferForm(instance=Offer.objects.get(pk=offer.pk), locale=locale)
    holds = stored(form.instance, locale)
    names: dict[str, list[str]] = {}
    for row in offer.terms.all():
        names.setdefault(row.kind, []).append(row.name)
    return [
        Line(
            candidate=one,
            now=_now(one, form, holds),
            there=names.get(one.target, []),
            ticked=one.key in keys,
            errors=applied.refused.get(one.key, []),
            asked=applied.asked.get(one.key, []),
        )
        for one in reading.candidates
    ]


def _now(one: Candidate, form: OfferForm, holds: Any) -> list[str]:
    """What the offer holds where this line would write, if that is something else. The first field is what the line
    is about; without it, what stands in the others, such as the period of base pay, says nothing."""
    main = next(iter(one.values), "")
    if one.target != "offer" or not holds.get(main, "").strip():
        return []
    known = [(form[name], holds.get(name, "")) for name in one.values]
    differ = [bound.name for bound, value in known if _differs(bound, value, one.values[bound.name])]
    texts = [shown(bound, [value], False) for bound, value in known if differ and bound.name in (main, *differ)]
    return [text for text in texts if text]


def _differs(bound: Any, value: str, new: str) -> bool:
    """By what the field reads, not by how it is written: 90,000 is 90000."""
    try:
        return bool(bound.field.clean(value) != bound.field.clean(new))
    except ValidationError:
        return True
