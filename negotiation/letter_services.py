"""Writes of the letters: what was typed, and whose words they are."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from groundwork.owner import Request
from groundwork.respond import Saving, atomically, save
from negotiation.models import Plan
from negotiation.scripts.catalogue import Letter
from negotiation.scripts.models import Draft
from negotiation.services import load_for, state_refresh
from negotiation.steps import BY_SLUG
from negotiation.steps.letters import DraftForm, words_of

LONGEST_LETTER = Draft._meta.get_field("body").most  # type: ignore[union-attr]


def draft_locked(*, plan: Plan, letter: Letter) -> Draft:
    """The letter's row, made if it is not there, locked until the transaction ends."""
    Draft.objects.bulk_create([Draft(plan=plan, slug=letter.slug)], ignore_conflicts=True)
    return Draft.objects.select_for_update().get(plan=plan, slug=letter.slug)


def letter_save(*, request: Request, plan: Plan, letter: Letter) -> Saving:
    """Save one letter's inputs and words by the rule."""
    step = BY_SLUG["letters"]

    def work() -> Saving:
        draft = draft_locked(plan=plan, letter=letter)
        form = DraftForm(request.POST, instance=draft, letter=letter, frame=plan.frame, locale=plan.locale)
        saving = save(request, draft, form)
        state_refresh(plan=plan, step=step)
        return replace(saving, answers=load_for(plan, step))

    return atomically(work)


@transaction.atomic
def letter_words(*, plan: Plan, letter: Letter, own: bool) -> bool:
    """Take the prepared words into the user's own hands, or go back to the prepared ones; not if too long."""
    draft = draft_locked(plan=plan, letter=letter)
    draft.body = ""
    words = words_of(load_for(plan, BY_SLUG["letters"]), letter, draft).plain() if own else ""
    if len(words) > LONGEST_LETTER:
        return False
    draft.body = words
    draft.bump()
    draft.save()
    return True
