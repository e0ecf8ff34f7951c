"""One's own data: the account, taking it along as a file, bringing it back, deleting it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from groundwork.limits import address, allow
from groundwork.owner import Request, candidate_of
from negotiation.export import dump
from negotiation.import_adding import add
from negotiation.import_file import MOST_BYTES, NotOurs, Read, opened
from negotiation.import_reading import read
from negotiation.profiles.models import Candidate
from negotiation.profiles.services import candidate_of_first_post

RESULT = "imported"  # what the last import brought, shown once


def somebody(request: Request) -> Candidate:
    candidate = candidate_of(request)
    assert isinstance(candidate, Candidate)
    return candidate


@require_safe
def account(request: Request) -> HttpResponse:
    return render(request, "negotiation/account.html", {"candidate": somebody(request)})


@require_safe
def export(request: Request) -> HttpResponse:
    """Everything, as one file that people can read too."""
    text = json.dumps(dump(somebody(request)), ensure_ascii=False, indent=2)
    response = HttpResponse(text + "\n", content_type="application/json; charset=utf-8")
    name = f"groundwork-{timezone.localdate().isoformat()}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class ImportForm(forms.Form):
    """One exported file; cleaning it reads it."""

    file = forms.FileField(
        label="The exported file",
        help_text="Its name ends in .json; at most 5 MB",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": "Choose the file that you exported.",
            "empty": "This file is empty. Choose the file that you exported.",
        },
    )
    use_required_attribute = False

    def clean_file(self) -> Read:
        file = self.cleaned_data["file"]
        try:
            return read(opened(file.read(MOST_BYTES + 1)))
        except NotOurs as error:
            raise ValidationError(str(error)) from error


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: Request) -> HttpResponse:
    """Adds what a file holds to what is there. Somebody new becomes a guest by it, as by a first plan."""
    if request.method != "POST":
        shown = {"form": ImportForm(), "result": request.session.pop(RESULT, None)}
        return render(request, "negotiation/import.html", shown)
    allow("import", address(request), times=60, within=timedelta(hours=1))
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "negotiation/import.html", {"form": form}, status=422)
    found: Read = form.cleaned_data["file"]
    request.session[RESULT] = result_of(found, candidate_of_first_post(request))
    return redirect("import")


def result_of(found: Read, candidate: Candidate) -> dict[str, Any]:
    """What was added, and what could not be read, as the next page tells it."""
    added = add(candidate=candidate, found=found)
    counts = [(added.plans, "plan"), (added.offers, "offer"), (added.profile, "answer in your profile")]
    return {
        "added": [counted(number, noun) for number, noun in counts if number],
        "settings": added.settings,
        "problems": [(problem.place, problem.text) for problem in found.problems],
        "unlisted": found.unlisted,
    }


def counted(number: int, noun: str) -> str:
    first, _, rest = noun.partition(" ")
    return f"{number} {first}{'' if number == 1 else 's'}{f' {rest}' if rest else ''}"


@require_http_methods(["GET", "HEAD", "POST"])
def delete_everything(request: Request) -> HttpResponse:
    """Asks first. There is no way back, so that deleted means deleted."""
    candidate = somebody(request)
    if request.method != "POST":
        return render(request, "negotiation/delete_everything.html", {"candidate": candidate})
    candidate.delete()
    logout(request)
    messages.info(request, "Everything you had here has been deleted.")
    return redirect("home")
