"""Landing page, help, the private return link, undo."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundwork.limits import address, allow
from groundwork.models import Removed
from groundwork.owner import Request, candidate_of, own
from groundwork.removing import put_back
from groundwork.saving import cleaned
from negotiation.models import Plan
from negotiation.profiles.models import Candidate, hash_of
from offers.models import Offer


@require_safe
def home(request: Request) -> HttpResponse:
    plans = Plan.objects.owned_by(request.candidate.pk).negotiations()[:1] if request.candidate else ()
    return render(request, "negotiation/home.html", {"latest": next(iter(plans), None)})


@require_safe
def help_page(request: Request) -> HttpResponse:
    return render(request, "negotiation/help.html")


class ReturnForm(forms.Form):
    """The key comes in the part of a link that browsers never send; a script or a person puts it here."""

    key = forms.CharField(
        label="Your private return link, or the key at its end",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Enter the return link or the key at its end."},
    )
    use_required_attribute = False

    def clean_key(self) -> str:
        return str(self.cleaned_data["key"]).rpartition("#")[2].strip()


@require_http_methods(["GET", "HEAD", "POST"])
def return_link(request: Request) -> HttpResponse:
    """Come back as the guest one was, on another device."""
    form = ReturnForm(cleaned(request.POST) if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        allow("return", address(request), times=20, within=timedelta(hours=1))
        guest = Candidate.objects.guests().filter(return_key=hash_of(form.cleaned_data["key"])).first()
        if request.user.is_authenticated:
            form.add_error("key", "You are signed in. Sign out first, then open the link again.")
        elif guest and leaves_something(request, guest) and request.POST.get("instead") != "yes":
            form.add_error("key", "This browser holds other plans, which would be left behind.")
        elif guest:
            request.session.cycle_key()
            request.session["guest"] = str(guest.pk)
            return redirect("plans")
        else:
            form.add_error("key", "This key opens nothing. It may have been replaced by a newer one.")
    status = 422 if form.errors else 200
    return render(request, "negotiation/return_link.html", {"form": form} | key_state(request), status=status)


def leaves_something(request: Request, guest: Candidate) -> bool:
    """Whether opening another guest's plans would leave plans or offers behind that only this browser opens."""
    mine = request.candidate
    if mine is None or mine.pk == guest.pk:
        return False
    return Plan.objects.owned_by(mine.pk).exists() or Offer.objects.owned_by(mine.pk).exists()


def key_state(request: Request) -> dict[str, Any]:
    candidate = request.candidate
    guest = isinstance(candidate, Candidate) and candidate.is_guest
    return {"guest": guest, "has_key": guest and bool(candidate.return_key)}  # type: ignore[union-attr]


@require_POST
def return_new(request: Request) -> HttpResponse:
    """Show a new link once; an older one stops working."""
    candidate = candidate_of(request)
    if not isinstance(candidate, Candidate) or not candidate.is_guest:
        return redirect("plans")
    link = f"{request.build_absolute_uri('/return/')}#{candidate.new_return_key()}"
    return render(request, "negotiation/return_link.html", {"form": ReturnForm(), "link": link} | key_state(request))


@require_POST
def undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Put back what was deleted within a day."""
    try:
        with transaction.atomic():
            return redirect(put_back(own(Removed.objects.select_for_update(), request, pk)))
    except IntegrityError:
        messages.error(request, "This cannot be put back: what it belonged to is gone too.")
        return redirect("plans")


@require_safe
def components(request: Request) -> HttpResponse:
    from negotiation.views.example import sample_form

    return render(request, "components/page.html", sample_form())
