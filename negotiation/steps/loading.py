"""Reading a plan's answers, one query a table, into what the steps look at."""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable, Mapping
from typing import Any

from groundwork.forms import SavedForm
from negotiation.models import Plan, StepState
from negotiation.models.plan import by_slug
from negotiation.steps.base import Answers, Given, Step
from offers.calc.valuation import Valuation, valuation
from offers.models import Offer

OFFER = "offer"


def load(
    plan: Plan,
    steps: Iterable[Step],
    *,
    states: Mapping[str, StepState] | None = None,
    typed: Mapping[str, SavedForm] | None = None,
    values_only: Container[str] = (),
) -> Answers:
    """The answers of these steps. `states`, if already read, saves a query; a step looks only at its own.

    `typed` are forms that are being saved: what can be read of them stands for what is stored. The lists of
    the steps in `values_only` are not read.
    """
    steps, typed = tuple(steps), typed or {}
    if states is None:
        states = by_slug(plan.states.only("slug", "unknown", "plan_id"))
    given = {
        step.slug: Given(**({} if step.slug in values_only else _lists(plan, step)), **_own(plan, step, states, typed))
        for step in steps
    }
    return assemble(plan, given, offers=_offers(plan, given, steps))


def assemble(plan: Plan, given: Mapping[str, Given], *, offers: Mapping[uuid.UUID, Valuation]) -> Answers:
    return Answers(
        frame=plan.frame,
        locale=plan.locale,
        today=plan.today,
        kind=plan.kind,
        given=given,
        offer=offers.get(plan.offer_id) if plan.offer_id else None,
        worth={str(pk): worth for pk, worth in offers.items()},
    )


def values_of(plan: Plan, step: Step) -> Any:
    """The step's typed row, or an empty one that has not been saved."""
    try:
        return step.model._default_manager.get(plan_id=plan.pk)
    except step.model.DoesNotExist:
        return step.model(plan=plan)


def _lists(plan: Plan, step: Step) -> dict[str, Any]:
    models = {"rows": step.rows.model if step.rows else step.children, "more": step.more and step.more.model}
    return {name: tuple(model._default_manager.filter(plan_id=plan.pk)) for name, model in models.items() if model}


def _own(plan: Plan, step: Step, states: Mapping[str, StepState], typed: Mapping[str, SavedForm]) -> dict[str, Any]:
    if step.slug in typed:
        form = typed[step.slug]
        return {"values": form.known_part(), "unknown": form.unknown}
    state = states.get(step.slug)
    return {"values": values_of(plan, step), "unknown": frozenset(state.unknown if state else ())}


def _offers(plan: Plan, given: Mapping[str, Given], steps: Iterable[Step]) -> dict[uuid.UUID, Valuation]:
    """What the offers come to that these steps read: the plan's own, and those the alternatives point at."""
    if not any(OFFER in step.reads for step in steps):
        return {}
    pointed = [getattr(row, "offer_id", None) for answers in given.values() for row in answers.rows]
    wanted = {pk for pk in [plan.offer_id, *pointed] if pk}
    if not wanted:
        return {}
    offers = Offer.objects.filter(pk__in=wanted, candidate_id=plan.candidate_id).prefetch_related("terms")
    return {offer.pk: valuation(offer.to_terms(offer.terms.all())) for offer in offers}
