"""All of a candidate's data as one readable file: the format, and writing it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils import timezone

from groundwork.fields import plain
from groundwork.saving import SAVED_COLUMNS
from negotiation.models import Plan, StepState
from negotiation.models.base import mark_of
from negotiation.profiles.models import Candidate
from negotiation.steps import STEPS
from negotiation.steps.base import Step
from offers.models import Offer, Rate, Term

FORMAT, VERSION = "groundwork", "1"
SETTINGS = ("currency", "period", "basis", "locale", "zone")
# Bookkeeping, or said by where a row stands in the file. Drafts are data: they are what was typed.
NOT_DATA = {*SAVED_COLUMNS, "id", "plan", "candidate", "order", "created"}
# Columns that say nothing but where a row stands in the file.
PLACED: dict[type[models.Model], set[str]] = {Term: {"offer"}, Offer: {"of"}}

Rows = Mapping[uuid.UUID, list[Any]]
Names = Mapping[uuid.UUID, str]


def columns(model: type[models.Model]) -> dict[str, models.Field[Any, Any]]:
    """The columns of a table that are somebody's data, in the order they are written."""
    hidden = NOT_DATA | PLACED.get(model, set())
    return {column.name: column for column in model._meta.concrete_fields if column.name not in hidden}


def lists(step: Step) -> dict[str, type[models.Model]]:
    """The tables of a step’s lists by their names in the file, also of entries that have pages of their own."""
    found = {"entries": step.rows.model if step.rows else step.children, "more": step.more and step.more.model}
    return {name: model for name, model in found.items() if model}


def links(model: type[models.Model]) -> dict[str, Any]:
    """The columns that point at another row which has a name in the file, and at which table."""
    return {name: column.related_model for name, column in columns(model).items() if column.is_relation}


@lru_cache(maxsize=1)
def pointed_at() -> frozenset[Any]:
    """The lists' tables whose entries need a name in the file, because other entries point at them."""
    tables = [model for step in STEPS for model in lists(step).values()]
    return frozenset(target for model in tables for target in links(model).values()) & frozenset(tables)


def dump(candidate: Candidate) -> dict[str, Any]:
    """Everything that is this candidate's, one query a table."""
    plans = list(Plan.objects.filter(candidate=candidate).order_by("created", "id"))
    offers = list(Offer.objects.filter(candidate=candidate))
    names = {offer.pk: f"offer {number}" for number, offer in enumerate((o for o in offers if not o.of_id), 1)}
    rounds = grouped((offer for offer in offers if offer.of_id), "of_id")
    tables = Tables(candidate, names)
    names |= tables.named()
    terms = grouped(Term.objects.filter(offer__candidate=candidate), "offer_id")
    written = [(plan.kind, tables.plan(plan)) for plan in plans]
    return {
        "format": FORMAT,
        "version": VERSION,
        "made": timezone.now().isoformat(timespec="seconds"),
        "settings": {name: getattr(candidate, name) for name in SETTINGS},
        "profile": next((data["steps"] for kind, data in written if kind == "profile"), {}),
        "offers": [
            {"id": names[offer.pk], **offer_data(offer, terms, names)}
            | {"rounds": [offer_data(one, terms, names) for one in rounds.get(offer.pk, [])]}
            for offer in offers
            if not offer.of_id
        ],
        "rates": [row_data(rate, columns(Rate), names) for rate in Rate.objects.owned_by(candidate.pk)],
        "plans": [data for kind, data in written if kind != "profile"],
    }


class Tables:
    """The rows of all plans at once, by plan."""

    def __init__(self, candidate: Candidate, names: Names):
        self.names = names
        self.states = grouped(StepState.objects.filter(plan__candidate=candidate), "plan_id")
        compared = Plan.compared.through._default_manager.filter(plan__candidate=candidate)
        self.compared = grouped(compared, "plan_id")
        used = {step.model for step in STEPS} | {model for step in STEPS for model in lists(step).values()}
        own = {"plan__candidate": candidate}
        kinds = [kind for kind in map(mark_of, used) if kind]
        said = (mark for kind in kinds for mark in kind._default_manager.filter(row__plan__candidate=candidate))
        self.marks = grouped(said, "row_id")
        self.rows: dict[Any, Rows] = {model: grouped(model._default_manager.filter(**own), "plan_id") for model in used}

    def named(self) -> dict[uuid.UUID, str]:
        """A name for each entry that others may point at: "person 3"."""
        every = {model: (row for rows in self.rows[model].values() for row in rows) for model in pointed_at()}
        return {
            row.pk: f"{model._meta.verbose_name} {number}"
            for model, rows in every.items()
            for number, row in enumerate(rows, 1)
        }

    def plan(self, plan: Plan) -> dict[str, Any]:
        steps = {step.slug: self.step(plan, step) for step in STEPS}
        compared = {row.offer_id for row in self.compared.get(plan.pk, [])}
        return {
            **row_data(plan, columns(Plan), self.names),
            "created": plan.created.isoformat(),
            "compared": [name for pk, name in self.names.items() if pk in compared],
            "steps": {slug: data for slug, data in steps.items() if data},
        }

    def step(self, plan: Plan, step: Step) -> dict[str, Any]:
        """One step: the answers, the list, and how it stands; nothing if nobody has touched it."""
        state = next((s for s in self.states.get(plan.pk, []) if s.slug == step.slug), None)
        answers = self.rows[step.model].get(plan.pk, [None])[0]
        data: dict[str, Any] = {}
        if answers:
            data["answers"] = row_data(answers, answer_columns(plan, step), self.names)
        for name, model in lists(step).items():
            if entries := self.rows[model].get(plan.pk, []):
                data[name] = [self.entry(entry) for entry in entries]
        return data | (state_data(state, self.names) if state else {})

    def entry(self, entry: Any) -> dict[str, Any]:
        named = {"id": self.names[entry.pk]} if entry.pk in self.names else {}
        return named | row_data(entry, columns(type(entry)), self.names) | self.marked(entry)

    def marked(self, entry: Any) -> dict[str, Any]:
        """What was said under an entry, offer by offer."""
        found = {self.names[mark.offer_id]: mark.said for mark in self.marks.get(entry.pk, [])}
        return {"marks": found} if found else {}


def answer_columns(plan: Plan, step: Step) -> dict[str, models.Field[Any, Any]]:
    """A step's columns; of the profile, only those that belong to the person."""
    kept = columns(step.model)
    return {name: kept[name] for name in step.profile} if plan.kind == "profile" else kept


def state_data(state: StepState, names: Names) -> dict[str, Any]:
    """How a step stands. What can be worked out again from the answers is left out."""
    return {
        "begun": bool(state.version),
        "continued": state.continued,
        "skipped": state.skipped,
        "unknown": state.unknown,
        "copied": readable(state.copied),
        **draft_data(state.draft, names),
    }


def offer_data(offer: Offer, terms: Rows, names: Names) -> dict[str, Any]:
    return {
        **row_data(offer, columns(Offer), names),
        "created": offer.created.isoformat(),
        "terms": [row_data(term, columns(Term), names) for term in terms.get(offer.pk, [])],
    }


def row_data(row: Any, kept: Mapping[str, models.Field[Any, Any]], names: Names) -> dict[str, Any]:
    """A row by its columns; what it points at by its name in this file."""
    data: dict[str, Any] = {}
    for name, column in kept.items():
        value = getattr(row, column.attname)
        data[name] = names.get(value) if isinstance(column, models.ForeignKey) else readable(value)
    return data | draft_data(getattr(row, "draft", None), names, links(type(row)))


def draft_data(draft: dict[str, list[str]] | None, names: Names, linked: Iterable[str] = ()) -> dict[str, Any]:
    """What was typed and could not be read yet, as it was typed; what it points at by name."""
    if draft is None:
        return {}
    chosen = [name for name in linked if name in draft]
    by_id = {str(pk): name for pk, name in names.items()} if chosen else {}
    return {"draft": draft | {name: [by_id.get(value, "") for value in draft[name]] for name in chosen}}


def readable(value: Any) -> Any:
    """Numbers as plain text, days and times as ISO; text, whole numbers and yes or no as they are."""
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def grouped(rows: Iterable[Any], key: str) -> dict[uuid.UUID, list[Any]]:
    found: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return dict(found)
