"""Reading a plan's answers, one query a table, into what the steps look at."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import Any

from django.db.models import Q

from groundwork.forms import SavedForm
from negotiation.models import Plan, RedLineMark, StepState
from negotiation.models.plan import by_slug
from negotiation.steps.base import Answers, Compared, Given, Step
from offers.calc.valuation import Valuation, valuation
from offers.models import Offer, Rate
from offers.worth import newest

OFFER = "offer"
MOST_COMPARED = 10


def load(
    plan: Plan,
    steps: Iterable[Step],
    *,
    states: Mapping[str, StepState] | None = None,
    typed: Mapping[str, SavedForm] | None = None,
    values_only: Container[str] = (),
    first_list_only: Container[str] = (),
) -> Answers:
    """The answers of these steps. `states`, if already read, saves a query; a step looks only at its own.

    `typed` are forms that are being saved: what can be read of them stands for what is stored. The lists of
    the steps in `values_only` are not read, and of those in `first_list_only` not the second one.
    """
    steps, typed = tuple(steps), typed or {}
    if states is None:
        states = by_slug(plan.states.only("slug", "unknown", "plan_id"))
    given = {
        step.slug: Given(
            **({} if step.slug in values_only else _lists(plan, step, more=step.slug not in first_list_only)),
            **_own(plan, step, states, typed),
        )
        for step in steps
    }
    looked_at = {slug for step in steps for slug in step.follows} - given.keys()
    stored = plan.figures if looked_at else {}
    compares = plan.kind != "profile" and any(step.compares for step in steps)
    chosen = _chosen(plan) if compares else None
    offers = _offers(plan, given, steps, chosen)
    worth = {offer.pk: valuation(offer.to_terms(offer.terms.all())) for offer in offers}
    rates = tuple(_rates(plan, given, offers))
    marks = RedLineMark.objects.filter(line__plan_id=plan.pk) if compares else ()
    compared = () if chosen is None else side_by_side(plan, of_these(offers, chosen), worth, rates, marks)
    return assemble(plan, given, offers=worth, compared=compared, rates=rates, stored=stored)


def assemble(
    plan: Plan,
    given: Mapping[str, Given],
    *,
    offers: Mapping[uuid.UUID, Valuation],
    compared: tuple[Compared, ...] = (),
    rates: Iterable[Rate] = (),
    stored: Mapping[str, Mapping[str, Any]] | None = None,
) -> Answers:
    return Answers(
        stored=stored or {},
        compared=compared,
        frame=plan.frame,
        locale=plan.locale,
        today=plan.today,
        kind=plan.kind,
        given=given,
        offer=offers.get(plan.offer_id) if plan.offer_id else None,
        worth={str(pk): worth for pk, worth in offers.items()},
        rates=tuple(rates),
    )


def values_of(plan: Plan, step: Step) -> Any:
    """The step's typed row, or an empty one that has not been saved."""
    try:
        return step.model._default_manager.get(plan_id=plan.pk)
    except step.model.DoesNotExist:
        return step.model(plan=plan)


def _lists(plan: Plan, step: Step, *, more: bool) -> dict[str, Any]:
    models = {"rows": step.rows.model if step.rows else step.children}
    models |= {"more": step.more.model} if step.more and more else {}
    return {name: tuple(model._default_manager.filter(plan_id=plan.pk)) for name, model in models.items() if model}


def _own(plan: Plan, step: Step, states: Mapping[str, StepState], typed: Mapping[str, SavedForm]) -> dict[str, Any]:
    if step.slug in typed:
        form = typed[step.slug]
        return {"values": form.known_part(), "unknown": form.unknown}
    state = states.get(step.slug)
    return {"values": values_of(plan, step), "unknown": frozenset(state.unknown if state else ())}


def _chosen(plan: Plan) -> frozenset[uuid.UUID]:
    """Which offers the plan compares; none chosen means all of them."""
    links = Plan.compared.through._default_manager.filter(plan_id=plan.pk)
    return frozenset(links.values_list("offer_id", flat=True))


def of_these(offers: Iterable[Offer], chosen: Container[uuid.UUID]) -> list[Offer]:
    """The chosen ones as they stand now, else all; of very many the newest, in the order they were entered."""
    standing = sorted((o for o in offers if o.of_id is None), key=lambda o: (o.created, o.pk))
    return [offer for offer in standing if not chosen or offer.pk in chosen][-MOST_COMPARED:]


def side_by_side(
    plan: Plan,
    offers: Iterable[Offer],
    worth: Mapping[uuid.UUID, Valuation],
    rates: Iterable[Rate] = (),
    marks: Iterable[RedLineMark] = (),
) -> tuple[Compared, ...]:
    """The offers that are compared, each with its rate and with what was ticked. No queries."""
    rates, ticked = tuple(rates), defaultdict[uuid.UUID, dict[uuid.UUID, str]](dict)
    for mark in marks:
        ticked[mark.offer_id][mark.line_id] = mark.verdict
    return tuple(
        Compared(
            offer=offer,
            worth=worth[offer.pk],
            rate=newest(rates, offer.currency, plan.currency) if offer.currency != plan.currency else None,
            ticked=ticked[offer.pk],
        )
        for offer in offers
    )


def _offers(
    plan: Plan, given: Mapping[str, Given], steps: Iterable[Step], chosen: frozenset[uuid.UUID] | None
) -> list[Offer]:
    """The offers that these steps read: the plan's own, those the alternatives point at, those it compares."""
    which = Q()
    if any(OFFER in step.reads for step in steps):
        pointed = [getattr(row, "offer_id", None) for answers in given.values() for row in answers.rows]
        which |= Q(pk__in={pk for pk in [plan.offer_id, *pointed] if pk})
    if chosen is not None:
        standing = Offer.objects.owned_by(plan.candidate_id)
        pool = standing.filter(pk__in=chosen) if chosen else standing
        which |= Q(pk__in=pool.order_by("-created", "-pk").values("pk")[:MOST_COMPARED])
    offers = Offer.objects.filter(which, candidate_id=plan.candidate_id).prefetch_related("terms")
    return list(offers) if which else []


def _rates(plan: Plan, given: Mapping[str, Given], offers: Iterable[Offer]) -> Iterable[Rate]:
    """The candidate's exchange rates, read only where an entry of a list or an offer is in other money."""
    rows = [*offers, *(row for answers in given.values() for row in answers.rows)]
    if all(getattr(row, "currency", "") in ("", plan.currency) for row in rows):
        return ()
    return Rate.objects.owned_by(plan.candidate_id)
