"""One letter: its few questions, the words as they stand, and one's own wording."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from groundwork.owner import Request
from groundwork.respond import Saving, answer, as_post
from negotiation import letter_services, services
from negotiation.doors import own_plan
from negotiation.models import Plan
from negotiation.scripts.catalogue import Letter
from negotiation.steps import BY_SLUG
from negotiation.steps.base import Answers
from negotiation.steps.letters import DraftForm, chosen, draft_of, words_of

TEMPLATE = "negotiation/letter.html"


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: Request, plan_id: uuid.UUID, letter: Letter) -> HttpResponse:
    plan = own_plan(request, plan_id)
    if request.method == "POST":
        return _saved(request, plan, letter)
    answers = services.load_for(plan, BY_SLUG["letters"])
    draft = draft_of(answers, letter)
    data = as_post(draft.draft) if draft.draft else None
    form = DraftForm(data, instance=draft, letter=letter, frame=plan.frame, locale=plan.locale)
    return render(request, TEMPLATE, context(plan, letter, answers, form))


def context(plan: Plan, letter: Letter, answers: Answers, form: Any) -> dict[str, Any]:
    draft = draft_of(answers, letter)
    variant, fitting = chosen(letter, draft)
    return {
        "plan": plan,
        "letter": letter,
        "row": draft,
        "form": form,
        "words": words_of(answers, letter, draft),
        "variant": letter.variant(variant),
        "fitting": fitting,
        "own_words": bool(draft.body.strip()),
        "passed": draft.until_date is not None and draft.until_date < answers.today,
    }


def _saved(request: Request, plan: Plan, letter: Letter) -> HttpResponse:
    saving = letter_services.letter_save(request=request, plan=plan, letter=letter)

    def page(saving: Saving) -> HttpResponse:
        return render(request, TEMPLATE, context(plan, letter, saving.answers, saving.form) | {"refused": True})

    def panel(saving: Saving) -> str:
        return render_to_string(f"{TEMPLATE}#panel", context(plan, letter, saving.answers, saving.form), request)

    here = reverse("letter", args=[plan.pk, letter])
    return answer(request, saving, page=page, panel=panel, onward=lambda _: f"{here}#panel", zone=plan.zone)


@require_POST
def words(request: Request, plan_id: uuid.UUID, letter: Letter) -> HttpResponse:
    """Take the prepared words over to rewrite them, or go back to the prepared ones."""
    plan = own_plan(request, plan_id)
    if not letter_services.letter_words(plan=plan, letter=letter, own=request.POST.get("own") == "yes"):
        messages.warning(request, "The prepared letter is too long to be rewritten here. Shorten the terms it lists.")
    return redirect("letter", plan.pk, letter)
