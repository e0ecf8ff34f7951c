"""Reading an exported file: rows that are not saved yet, and a list of what could not be read."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import ErrorDict
from django.http import QueryDict

from groundwork.fields import clean_text
from groundwork.forms import UNKNOWN, SavedForm
from negotiation.export import SETTINGS, columns, links, lists, pointed_at
from negotiation.import_file import PlanRead, Problem, Read
from negotiation.import_values import cleaned, moment
from negotiation.models import Plan, StepState
from negotiation.models.base import mark_of
from negotiation.profiles.models import Candidate
from negotiation.scripts import catalogue
from negotiation.scripts.models import Draft
from negotiation.steps import STEPS
from negotiation.steps.base import Given, Step
from offers.models import Offer, Rate, Term
from offers.services import MOST_OFFERS, MOST_RATES, MOST_ROUNDS, MOST_TERMS

MOST_PLANS, MOST_ENTRIES, MOST_IN_ALL = 100, 200, 4_000
MOST_DRAFT, MOST_PROBLEMS = 60_000, 200
BETWEEN = " › "


def read(data: dict[str, Any]) -> Read:
    """Everything in the file that can be read; what cannot is named, and nothing else is lost by it."""
    return Reader().whole(data)


class Reader:
    def __init__(self) -> None:
        self.found = Read()
        self.left = MOST_IN_ALL
        self.rows: dict[str, Any] = {}  # entries of the plan that is being read, by their names in the file

    def whole(self, data: dict[str, Any]) -> Read:
        parts = self.table(data, "", ("format", "version", "made", "settings", "profile", "offers", "rates", "plans"))
        self.settings(parts.get("settings"))
        for place, offer in self.entries(parts.get("offers"), "offers", MOST_OFFERS):
            self.offer(offer, place)
        for place, rate in self.entries(parts.get("rates"), "rates", MOST_RATES):
            self.found.rates.append(self.row(Rate, self.table(rate, place, (*columns(Rate), "draft")), place))
        for place, plan in self.entries(parts.get("plans"), "plans", MOST_PLANS):
            self.found.plans.append(self.plan(plan, place))
        if parts.get("profile"):
            person = PlanRead(plan=Plan(kind="profile", **self.found.settings))
            self.steps(person, parts["profile"], "profile")
            self.found.profile = person
        return self.found

    def problem(self, place: str, text: str) -> None:
        if len(self.found.problems) < MOST_PROBLEMS:
            self.found.problems.append(Problem(place, text))
        else:
            self.found.unlisted += 1

    def table(self, data: Any, place: str, known: Iterable[str]) -> dict[str, Any]:
        """The named values of one part; a name that means nothing here is named."""
        if data is not None and not isinstance(data, dict):
            self.problem(place, "There must be named values in braces here.")
        found = data if isinstance(data, dict) else {}
        known = set(known)
        for name in found:
            if name not in known:
                self.problem(within(place, clean_text(name)[:60]), "Groundwork has nothing by this name.")
        return {name: value for name, value in found.items() if name in known}

    def entries(self, data: Any, place: str, most: int) -> list[tuple[str, Any]]:
        if data is not None and not isinstance(data, list):
            self.problem(place, "There must be a list in square brackets here.")
        found = data if isinstance(data, list) else []
        most = min(most, self.left)
        if len(found) > most:
            self.problem(place, f"Only the first {most} of {len(found)} entries are read.")
        self.left -= len(found[:most])
        return [(f"{place} {number}", entry) for number, entry in enumerate(found[:most], 1)]

    def row(self, model: type[models.Model], data: dict[str, Any], place: str, **given: Any) -> Any:
        """A row from the values by its columns' names; a value that does not fit leaves its default."""
        row = model(**given)
        for name, column in columns(model).items():
            if name in data and name not in given:
                setattr(row, *self.value(row, column, data[name], within(place, name)))
        if "draft" in data:
            draft = self.draft(data["draft"], columns(model), within(place, "draft"), links(model))
            row.draft = draft  # type: ignore[attr-defined]
        return row

    def value(self, row: Any, column: models.Field[Any, Any], value: Any, place: str) -> tuple[str, Any]:
        try:
            if isinstance(column, models.ForeignKey):
                return column.name, self.named(column.related_model, value) if value else None
            return column.attname, cleaned(column, value)
        except ValidationError as error:
            self.problem(place, " ".join(error.messages))
            return column.attname, getattr(row, column.attname)

    def named(self, model: Any, name: Any) -> Any:
        """The offer of this file, or the entry of this plan, that goes by this name."""
        found = self.found.offers if model is Offer else self.rows
        if not isinstance(name, str) or not isinstance(found.get(name), model):
            where = "this file" if model is Offer else "this plan"
            raise ValidationError(f"No {model._meta.verbose_name} in {where} has this id.")
        return found[name]

    def draft(
        self, data: Any, known: Iterable[str], place: str, linked: Mapping[str, Any] | None = None
    ) -> dict[str, list[str]] | None:
        """What was typed and not usable yet: names of this form, each with a list of texts."""
        if data is None:
            return None
        names = {suffixed for name in known for suffixed in (name, name + UNKNOWN)}
        typed: dict[str, list[str]] = {}
        for name, texts in self.table(data, place, names).items():
            if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
                self.problem(within(place, name), "There must be a list of texts here.")
            elif linked and name in linked:
                there = self.found.offers if linked[name] is Offer else self.rows
                typed[name] = [str(there[text].pk) for text in texts if isinstance(there.get(text), linked[name])]
            else:
                typed[name] = [clean_text(text) for text in texts]
        if sum(len(text) for texts in typed.values() for text in texts) > MOST_DRAFT:
            self.problem(place, f"There is more text here than the {MOST_DRAFT:,} characters of one page.")
            return None
        return typed

    def settings(self, data: Any) -> None:
        for name, value in self.table(data, "settings", SETTINGS).items():
            attribute, good = self.value(Candidate(), columns(Candidate)[name], value, within("settings", name))
            self.found.settings[attribute] = good

    def offer(self, data: Any, place: str) -> None:
        data = self.table(data, place, (*columns(Offer), "id", "created", "draft", "terms", "rounds"))
        offer = self.row(Offer, data, place, **self.created(data, place))
        name = data.get("id")
        if isinstance(name, str) and name in self.found.offers:
            self.problem(within(place, "id"), "Another offer in this file has the same id.")
        if offer.mine:
            self.problem(within(place, "mine"), "A counter is no offer: it stands among the rounds of one.")
            offer.mine = False
        usable = isinstance(name, str) and name not in self.found.offers
        self.found.offers[str(name) if usable else str(offer.pk)] = offer
        self.terms(offer, data.get("terms"), within(place, "terms"))
        rounds = self.entries(data.get("rounds"), within(place, "rounds"), MOST_ROUNDS)
        row = [offer, *(self.round(offer, earlier, where) for where, earlier in rounds)]
        for turn, one in enumerate(sorted(row, key=lambda one: one.turn)):
            one.turn = turn

    def round(self, offer: Offer, data: Any, place: str) -> Offer:
        data = self.table(data, place, (*columns(Offer), "created", "draft", "terms"))
        row: Offer = self.row(Offer, data, place, of=offer, **self.created(data, place))
        self.found.rounds.append(row)
        self.terms(row, data.get("terms"), within(place, "terms"))
        return row

    def terms(self, offer: Offer, data: Any, place: str) -> None:
        self.found.terms[offer.pk] = [
            self.row(Term, self.table(term, where, (*columns(Term), "draft")), where, offer=offer, order=order)
            for order, (where, term) in enumerate(self.entries(data, place, MOST_TERMS), 1)
        ]

    def created(self, data: dict[str, Any], place: str) -> dict[str, Any]:
        try:
            return {"created": moment(data["created"])} if data.get("created") else {}
        except ValidationError as error:
            self.problem(within(place, "created"), " ".join(error.messages))
            return {}

    def plan(self, data: Any, place: str) -> PlanRead:
        data = self.table(data, place, (*columns(Plan), "created", "compared", "steps"))
        if data.get("kind") == "profile":
            self.problem(within(place, "kind"), "A profile stands under its own heading in the file.")
            data.pop("kind")
        plan = PlanRead(plan=self.row(Plan, data, place, **self.created(data, place)))
        for where, name in self.entries(data.get("compared"), within(place, "compared"), MOST_OFFERS):
            try:
                plan.compared.append(self.named(Offer, name))
            except ValidationError as error:
                self.problem(where, " ".join(error.messages))
        self.steps(plan, data.get("steps"), within(place, "steps"))
        return plan

    def steps(self, plan: PlanRead, data: Any, place: str) -> None:
        person = plan.plan.kind == "profile"
        steps = [step for step in STEPS if step.profile or not person]
        parts, self.rows = self.table(data, place, [step.slug for step in steps]), {}
        for step in steps:  # in the wizard's order, whatever that of the file: entries point at what comes before
            if step.slug in parts:
                self.step(plan, step, parts[step.slug], within(place, step.slug))

    def step(self, plan: PlanRead, step: Step, data: Any, place: str) -> None:
        person = plan.plan.kind == "profile"
        state_names = ("begun", "continued", "skipped", "unknown", "copied", "draft")
        parts = ("answers", *state_names) if person else ("answers", *lists(step), *state_names)
        data = self.table(data, place, parts)
        own = step.profile if person else columns(step.model)
        where = within(place, "answers")
        values = self.row(step.model, self.table(data.get("answers"), where, own), where, plan=plan.plan)
        state = self.state(plan.plan, step, data, place)
        self.together(step.form, values, where, unknown=state.unknown)
        rows, more = (self.listed(plan.plan, step, data, place, name) for name in ("entries", "more"))
        plan.given[step.slug] = Given(values=values, rows=rows, more=more, unknown=frozenset(state.unknown))
        plan.states[step.slug] = state

    def listed(self, plan: Plan, step: Step, data: dict[str, Any], place: str, name: str) -> tuple[Any, ...]:
        model, kind = lists(step).get(name), step.more if name == "more" else step.rows
        if model is None:
            return ()
        rows: list[Any] = []
        for where, entry in self.entries(data.get(name), within(place, name), kind.most if kind else MOST_ENTRIES):
            further = [*(["marks"] if mark_of(model) else []), *(["id"] if model in pointed_at() else [])]
            values = self.table(entry, where, (*columns(model), "draft", *further))
            place_in_list = {} if model is Draft else {"order": len(rows) + 1}
            row = self.row(model, values, where, plan=plan, **place_in_list)
            if isinstance(values.get("id"), str) and self.rows.setdefault(values["id"], row) is not row:
                self.problem(within(where, "id"), "Another entry of this plan has the same id.")
            if kind and row.draft is None:
                self.together(kind.form, row, where)
            if kind_of_mark := mark_of(model):
                self.marks(kind_of_mark, row, values.get("marks"), within(where, "marks"))
            if model is not Draft or self.letter(row, rows, where):
                rows.append(row)
        return tuple(rows)

    def marks(self, kind: Any, row: Any, data: Any, place: str) -> None:
        """What was said under an entry: of which offer of this file, and in which word."""
        for name, said in itertools.islice(self.table(data, place, self.found.offers).items(), max(self.left, 0)):
            self.left -= 1
            mark = kind(row=row, offer=self.found.offers[name])
            setattr(mark, *self.value(mark, columns(kind)["said"], said, within(place, name)))
            self.found.marks.append(mark)

    def together(self, kind: type[SavedForm], row: Any, place: str, unknown: Sequence[str] = ()) -> None:
        """Values that fit alone and not together, such as a low end above the high one: the later one goes."""
        if kind.clean is SavedForm.clean and not unknown:
            return  # this form compares no values
        ticked = QueryDict("&".join(f"{name}{UNKNOWN}=on" for name in unknown))
        form = kind(ticked, instance=row, frame=row.plan.frame, locale=row.plan.locale)
        form.cleaned_data = {name: getattr(row, name) for name in form.fields}
        form._errors = ErrorDict()  # type: ignore[attr-defined]  # what full_clean would start from
        form.clean()
        for name, messages in form.errors.items():
            self.problem(within(place, name), " ".join(str(message) for message in messages))
            setattr(row, name, row._meta.get_field(name).get_default())

    def letter(self, draft: Draft, others: Iterable[Draft], place: str) -> bool:
        """A plan has each letter of the catalogue once, in one of that letter's variants."""
        letter = catalogue.find(draft.slug)
        if letter is None or any(other.slug == draft.slug for other in others):
            self.problem(within(place, "slug"), "There is no such letter, or it stands here twice.")
            return False
        if draft.variant and letter.variant(draft.variant) is None:
            self.problem(within(place, "variant"), "This letter has no such variant.")
            draft.variant = ""
        return True

    def state(self, plan: Plan, step: Step, data: dict[str, Any], place: str) -> StepState:
        state = StepState(plan=plan, slug=step.slug)
        for name in ("continued", "skipped", "copied"):
            if name in data:
                setattr(state, *self.value(state, columns(StepState)[name], data[name], within(place, name)))
        state.draft = self.draft(data.get("draft"), columns(step.model), within(place, "draft"))
        state.version = 1 if data.get("begun") is True or state.draft is not None else 0
        for where, name in self.entries(data.get("unknown"), within(place, "unknown"), MOST_ENTRIES):
            if name in step.form.may_be_unknown and name not in state.unknown:
                state.unknown = sorted([*state.unknown, name])
            else:
                self.problem(where, "“I do not know” is no answer to this question.")
        return state


def within(place: str, name: str) -> str:
    return f"{place}{BETWEEN}{name}" if place else name
