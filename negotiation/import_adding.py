"""Adding what was read from a file to what a candidate has: all of it or nothing, and over nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from groundwork.saving import stamp
from negotiation import services
from negotiation.export import SETTINGS
from negotiation.import_file import PlanRead, Read
from negotiation.models import Mark, Plan
from negotiation.profiles.models import Candidate
from negotiation.profiles.services import blanks_filled, other_money
from negotiation.steps import BY_SLUG
from negotiation.steps.loading import values_of
from offers.models import Offer, Rate, Term


@dataclass(frozen=True, kw_only=True)
class Added:
    """What an import added, counted for the person who reads the message."""

    plans: int
    offers: int
    profile: int  # answers of the profile that were blank before
    settings: bool


@transaction.atomic
def add(*, candidate: Candidate, found: Read) -> Added:
    """Every row is new, with an id of its own; of the profile only blanks are filled."""
    candidate = Candidate.objects.select_for_update().get(pk=candidate.pk)
    new_here = settings_taken(candidate, found)
    offers = list(found.offers.values())
    rows: list[Offer | Rate] = [*offers, *found.rounds, *found.rates]
    for row in rows:
        row.candidate = candidate
    Offer.objects.bulk_create([*offers, *found.rounds])
    Rate.objects.bulk_create(found.rates)
    Term.objects.bulk_create([term for terms in found.terms.values() for term in terms])
    plans_added(candidate, found)
    marks: dict[type[Mark], list[Mark]] = defaultdict(list)
    for mark in found.marks:
        marks[type(mark)].append(mark)
    for kind, rows_of_kind in marks.items():
        kind._default_manager.bulk_create(rows_of_kind)
    filled = profile_filled(candidate, found.profile) if found.profile else 0
    return Added(plans=len(found.plans), offers=len(offers), profile=filled, settings=new_here)


def settings_taken(candidate: Candidate, found: Read) -> bool:
    """Currency, language and zone of the file, where the candidate has nothing yet that they would disturb."""
    if not found.settings or candidate.plans.exists() or candidate.offers.exists():
        return False
    for name in SETTINGS:
        setattr(candidate, name, found.settings.get(name, getattr(candidate, name)))
    candidate.save(update_fields=SETTINGS)
    return True


def plans_added(candidate: Candidate, found: Read) -> None:
    worth = found.worth
    rows: dict[type[models.Model], list[Any]] = defaultdict(list)
    for read in found.plans:
        read.plan.candidate = candidate
        rows[Plan].append(read.plan)
        answers = read.answers(found, worth)
        for slug, given in read.given.items():
            state = read.states[slug]
            services.computed(state, BY_SLUG[slug], answers)
            for row in (given.values, *given.rows, *given.more, state):
                rows[type(row)].append(row)
        rows[Plan.compared.through] += [
            Plan.compared.through(plan_id=read.plan.pk, offer_id=offer.pk) for offer in dict.fromkeys(read.compared)
        ]
    for model, added in rows.items():  # plans come first, everything else points at them
        model._default_manager.bulk_create(added, batch_size=500)


def profile_filled(candidate: Candidate, read: PlanRead) -> int:
    """The blanks of the profile from the file; what stands there, and "I do not know", stays."""
    profile, filled = services.profile_made(candidate=candidate), 0
    strange = other_money(profile, read.plan)
    for slug, given in read.given.items():
        step = BY_SLUG[slug]
        values, state = values_of(profile, step), services.state_locked(plan=profile, step=step)
        taken = blanks_filled(values, given.values, besides={*state.unknown, *strange})
        values.save()
        if not state.version:
            came = read.states[slug]
            state.continued, state.skipped, state.draft = came.continued, came.skipped, came.draft
            state.unknown, state.version = came.unknown, came.version
        elif taken:
            stamp(state, None, 0, "")
        services.computed(state, step, services.load_for(profile, step))
        state.save()
        filled += taken
    return filled
