"""Questions taken from what is suggested, and answers put in the place they belong to."""

from __future__ import annotations

import uuid
from enum import Enum

from django.db import models, transaction
from django.http import Http404

from negotiation import services
from negotiation.adding import entry_add
from negotiation.models import Learning, Plan
from negotiation.steps import BY_SLUG
from negotiation.steps.information_places import PLACES, brought, hinders, now_there, seal
from negotiation.steps.information_words import BELONGS, suggested
from negotiation.steps.loading import OFFER, values_of
from offers.following import changed
from offers.models import Offer


class Put(Enum):
    """What became of putting an answer in its place."""

    DONE = "done"
    MOVED = "moved"  # what stands there, or the answer, is not what the page showed
    UNFINISHED = "unfinished"  # something there is still being typed


@transaction.atomic
def question_take(*, plan: Plan, question: str) -> bool:
    """Add one of the suggested questions; whether it was added. Pressed twice, it is added once."""
    step = BY_SLUG["information"]
    state = services.state_locked(plan=plan, step=step)  # of two presses at once, the second waits here
    answers = services.load_for(plan, step, states={step.slug: state})
    lists = suggested(answers)
    if question not in (*lists["offer"], *lists["common"]):
        return False
    must = question in lists["offer"]  # nobody can judge an offer by what it leaves open
    return question_add(plan=plan, question=question, must=must)


def question_add(*, plan: Plan, question: str, must: bool = False) -> bool:
    """Add a question, for the caller who has locked the step's state; whether there was room for it."""
    step = BY_SLUG["information"]
    told = {"question": question, "origin": question, "must": must, "place": BELONGS.get(question, "here")}
    return entry_add(plan=plan, step=step, into=step.more, **told) is not None


@transaction.atomic
def answer_put(*, plan: Plan, pk: uuid.UUID, seen: str) -> Put:
    """Put one answer where it belongs, if all there is as the page has shown it.

    What it goes to is locked, and the answer is not: who saves an offer locks the offer first as well.
    """
    row = Learning.objects.filter(plan_id=plan.pk, pk=pk, draft__isnull=True).first()
    if row is None:
        raise Http404
    place = PLACES.get(row.place)
    if place is None or not brought(row):
        return Put.MOVED
    return into_offer(plan, row, seen) if place.slug == OFFER else into_step(plan, row, seen)


def into_offer(plan: Plan, row: Learning, seen: str) -> Put:
    offers = Offer.objects.owned_by(plan.candidate_id).select_for_update()
    offer = offers.filter(pk=plan.offer_id).first() if plan.offer_id else None
    if offer is None or not written(offer, row, seen):
        return Put.MOVED
    if offer.draft is not None:
        return Put.UNFINISHED
    offer.bump()
    offer.save()
    changed(offer.pk)
    return Put.DONE


def into_step(plan: Plan, row: Learning, seen: str) -> Put:
    step = BY_SLUG[PLACES[row.place].slug]
    state = services.state_locked(plan=plan, step=step)
    values = values_of(plan, step)
    if not written(values, row, seen):
        return Put.MOVED
    if state.draft is not None:
        return Put.UNFINISHED
    values.save()
    state.bump()
    state.save()
    services.state_refresh(plan=plan, step=step)
    return Put.DONE


def written(target: Offer | models.Model, row: Learning, seen: str) -> bool:
    """Set the answer's values on what they belong to, unless something is not as it was seen."""
    new = brought(row)
    if seal(now_there(target, new), new) != seen or hinders(target, row):
        return False
    for name, value in new.items():
        setattr(target, name, value)
    return True
