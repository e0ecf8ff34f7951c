"""Reading a plan's answers, one query a table, into what the steps look at."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import JSONField, Q, Value
from django.db.models.functions import JSONObject

from groundwork.forms import SavedForm
from negotiation.models import Plan, StepState
from negotiation.models.base import mark_of
from negotiation.models.plan import by_slug
from negotiation.steps.base import Answers, Compared, Given, Step
from offers.calc.valuation import Valuation, valuation
from offers.models import Offer, Rate
from offers.worth import newest

OFFER = "offer"
MOST_COMPARED = 10  # besides the present job
Told = tuple[uuid.UUID, uuid.UUID, str]  # under which entry, of which offer, what the candidate says


def load(
    plan: Plan,
    steps: Iterable[Step],
    *,
    states: Mapping[str, StepState] | None = None,
    typed: Mapping[str, SavedForm] | None = None,
    values_only: Container[str] = (),
    lists_only: Container[str] = (),
    first_list_only: Container[str] = (),
    second_list_only: Container[str] = (),
    chosen: frozenset[uuid.UUID] | None = None,
) -> Answers:
    """The answers of these steps. `states`, if already read, saves a query; a step looks only at its own.

    `typed` are forms that are being saved: what can be read of them stands for what is stored. The lists of
    the steps in `values_only` are not read, of those in `lists_only` nothing else, of those in `first_list_only`
    not the second one, and of those in `second_list_only` nothing but that. `chosen` are the offers that are
    compared, if already read.
    """
    steps, forms = tuple(steps), typed or {}
    known = by_slug(plan.states.only("slug", "unknown", "plan_id")) if states is None else states

    def one_of(step: Step) -> Given:
        if step.slug in second_list_only:
            return Given(**_lists(plan, step, first=False, more=True), **_blank(plan, step), partly=True)
        glance, lists_alone = step.slug in values_only, step.slug in lists_only
        lists = {} if glance else _lists(plan, step, more=step.slug not in first_list_only)
        own = _blank(plan, step) if lists_alone else _own(plan, step, known, forms, glance=glance)
        return Given(**lists, **own, partly=glance or lists_alone)

    given = {step.slug: one_of(step) for step in steps}
    looked_at = {slug for step in steps for slug in step.figures_of} - given.keys()
    return assemble(plan, given, stored=plan.figures if looked_at else {}, **_money(plan, given, steps, chosen))


def _money(
    plan: Plan, given: Mapping[str, Given], steps: Iterable[Step], chosen: frozenset[uuid.UUID] | None
) -> dict[str, Any]:
    """The offers that these steps look at, with their worth, their rates, and how they stand side by side."""
    compares = plan.kind != "profile" and any(step.compares for step in steps)
    chosen = (_chosen(plan) if chosen is None else chosen) if compares else None
    offers = _offers(plan, given, steps, chosen)
    worth = {offer.pk: valuation(offer.to_terms(offer.terms.all())) for offer in offers}
    rates = tuple(_rates(plan, given, offers))
    compared = () if chosen is None else side_by_side(plan, of_these(offers, chosen), worth, rates, told(given))
    offer_row = next((offer for offer in offers if offer.pk == plan.offer_id), None)
    return {"offers": worth, "offer_row": offer_row, "compared": compared, "rates": rates}


def assemble(
    plan: Plan,
    given: Mapping[str, Given],
    *,
    offers: Mapping[uuid.UUID, Valuation],
    offer_row: Offer | None = None,
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
        offer_row=offer_row,
        worth={str(pk): worth for pk, worth in offers.items()},
        rates=tuple(rates),
    )


def values_of(plan: Plan, step: Step) -> Any:
    """The step's typed row, or an empty one that has not been saved."""
    try:
        return step.model._default_manager.get(plan_id=plan.pk)
    except step.model.DoesNotExist:
        return step.model(plan=plan)


def _lists(plan: Plan, step: Step, *, first: bool = True, more: bool) -> dict[str, Any]:
    models = {"rows": step.rows.model if step.rows else step.children} if first else {}
    models |= {"more": step.more.model} if step.more and more else {}
    return {name: tuple(rows_of(plan, model)) for name, model in models.items() if model}


def rows_of(plan: Plan, model: Any) -> Any:
    """The entries of one list; in the same query, under each, what was said of offers (`told`)."""
    rows = model._default_manager.filter(plan_id=plan.pk)
    if mark_of(model) is None:
        return rows
    said = JSONObject(offer="marks__offer_id", said="marks__said")
    nothing = Value([], output_field=JSONField())
    grouped = rows.annotate(told=JSONBAgg(said, filter=Q(marks__isnull=False), default=nothing))
    return grouped.order_by(*model._meta.ordering)  # grouping drops it


def told(given: Mapping[str, Given]) -> Iterator[Told]:
    """What was said of offers under the entries of all lists that were read."""
    for answers in given.values():
        for row in (*answers.rows, *answers.more):
            for one in getattr(row, "told", ()):
                yield row.pk, uuid.UUID(one["offer"]), one["said"]


def _blank(plan: Plan, step: Step) -> dict[str, Any]:
    return {"values": step.model(plan_id=plan.pk)}


def _own(
    plan: Plan, step: Step, states: Mapping[str, StepState], typed: Mapping[str, SavedForm], *, glance: bool
) -> dict[str, Any]:
    if step.slug in typed:
        form = typed[step.slug]
        return {"values": form.known_part(), "unknown": form.unknown}
    state = states.get(step.slug)
    values = (at_hand(plan, step) if glance else None) or values_of(plan, step)
    return {"values": values, "unknown": frozenset(state.unknown if state else ())}


def at_hand(plan: Plan, step: Step) -> Any:
    """The typed row where the plan was read together with it; good enough for a glance, and saves a query."""
    return plan._state.fields_cache.get(step.model._meta.model_name)


def _chosen(plan: Plan) -> frozenset[uuid.UUID]:
    """Which offers the plan compares; none chosen means all of them."""
    links = Plan.compared.through._default_manager.filter(plan_id=plan.pk)
    return frozenset(links.values_list("offer_id", flat=True))


def of_these(offers: Iterable[Offer], chosen: Container[uuid.UUID]) -> list[Offer]:
    """The chosen ones as they stand now, else all; of very many the newest, in the order they were entered.

    The present job stands beside them.
    """
    standing = sorted((o for o in offers if o.of_id is None), key=lambda o: (o.created, o.pk))
    wanted = [offer for offer in standing if not chosen or offer.pk in chosen]
    kept = [o for o in wanted if not o.present][-MOST_COMPARED:] + [o for o in wanted if o.present][-1:]
    return [offer for offer in wanted if offer in kept]


def side_by_side(
    plan: Plan,
    offers: Iterable[Offer],
    worth: Mapping[uuid.UUID, Valuation],
    rates: Iterable[Rate] = (),
    said_of: Iterable[Told] = (),
) -> tuple[Compared, ...]:
    """The offers that are compared, each with its rate and with what was said of it. No queries."""
    rates, ticked = tuple(rates), defaultdict[uuid.UUID, dict[uuid.UUID, str]](dict)
    for row, offer_id, said in said_of:
        ticked[offer_id][row] = said
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
        newest_first = pool.order_by("-created", "-pk").values("pk")
        which |= Q(pk__in=newest_first.filter(present=False)[:MOST_COMPARED])
        which |= Q(pk__in=newest_first.filter(present=True)[:1])
    offers = Offer.objects.filter(which, candidate_id=plan.candidate_id).prefetch_related("terms")
    return list(offers) if which else []


def _rates(plan: Plan, given: Mapping[str, Given], offers: Iterable[Offer]) -> Iterable[Rate]:
    """The candidate's exchange rates, read only where an entry of a list or an offer is in other money."""
    rows = [*offers, *(row for answers in given.values() for row in answers.rows)]
    if all(getattr(row, "currency", "") in ("", plan.currency) for row in rows):
        return ()
    return Rate.objects.owned_by(plan.candidate_id)
