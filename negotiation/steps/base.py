"""What a step is: one page of the wizard, one section of the brief, one row of the hub."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from groundwork.blocks import Block
from groundwork.forms import SavedForm
from groundwork.money import Frame, Period, show, show_number
from groundwork.saving import SAVED_COLUMNS
from negotiation.models import Answer, Plan, Row
from offers.calc.valuation import Valuation
from offers.models import Offer, Rate

CHAPTERS = {
    "readiness": "Readiness",
    "homework": "Homework",
    "position": "Position",
    "case": "Case",
    "conversation": "Conversation",
    "decide": "Decide",
}


# The columns of a list's row that no form asks for.
BOOKKEEPING = ("plan", "order", "created", *SAVED_COLUMNS)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something missing: where it is filled in, and what on the call sheet waits for it."""

    slug: str
    field: str
    missing: str
    blocks: str

    def as_data(self) -> dict[str, str]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A date a step knows of, for the calendar and the line of dates."""

    day: date
    text: str
    slug: str

    def as_data(self) -> dict[str, str]:
        return {"day": self.day.isoformat(), "text": self.text, "slug": self.slug}


@dataclass(frozen=True, kw_only=True)
class Given:
    """One step's answers: its typed values, its one or two lists, and what was answered with "I do not know".

    `partly`: another step has asked only for the values, or only for a list; no figure is worked out from that.
    """

    values: Any
    rows: tuple[Any, ...] = ()
    more: tuple[Any, ...] = ()
    unknown: frozenset[str] = frozenset()
    partly: bool = False

    def lacks(self, name: str) -> bool:
        return getattr(self.values, name) in (None, "")


@dataclass(frozen=True, kw_only=True)
class Compared:
    """An offer that the plan compares: `rate` brings its money into the plan's, `ticked` is what was said by hand."""

    offer: Offer
    worth: Valuation
    rate: tuple[Decimal, date] | None = None
    ticked: Mapping[uuid.UUID, str] = field(default_factory=dict)  # by the entry under which it was said


@dataclass(frozen=True, kw_only=True)
class Answers:
    """All that sums, page, live panel and brief are made from; read once, then only looked at."""

    frame: Frame
    locale: str
    today: date
    kind: str
    given: Mapping[str, Given]
    offer: Valuation | None = None
    offer_row: Offer | None = None  # the same offer as a row, for what goes into no sum
    worth: Mapping[str, Valuation] = field(default_factory=dict)
    rates: tuple[Rate, ...] = ()
    compared: tuple[Compared, ...] = ()
    stored: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # figures of steps that are not read here

    def __getitem__(self, slug: str) -> Given:
        return self.given[slug]

    def money(self, amount: Any, *, period: Period | Literal[""] = "") -> str:
        """An amount with currency, period and gross or net; nothing where it is not known."""
        if amount is None:
            return ""
        frame = Frame(currency=self.frame.currency, period=period or self.frame.period, basis=self.frame.basis)
        return show(amount, frame, self.locale)

    def span(self, low: Decimal, high: Decimal) -> str:
        """From one amount to another, with the frame once."""
        return f"{show_number(low, self.frame.currency, self.locale)} to {self.money(high)}"

    def between_of_year(self, low: Decimal, high: Decimal) -> str:
        """Two amounts a year, whatever the plan's period."""
        return f"{show_number(low, self.frame.currency, self.locale)} and {self.money(high, period='year')}"

    def about(self, amount: Any, *, period: Period | Literal[""] = "") -> str:
        """A worked-out amount: from a thousand on without its cents, which would only look exact."""
        whole = amount is not None and abs(amount) >= 1000
        return self.money(Decimal(round(amount)) if whole else amount, period=period)

    def gap(self, slug: str, name: str, missing: str, blocks: str) -> list[Block | Gap]:
        """The gap, if that answer is not there."""
        return [Gap(slug=slug, field=name, missing=missing, blocks=blocks)] if self[slug].lacks(name) else []


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A list of a step: each entry has a small form of its own, under a page of summaries."""

    model: type[Row]
    form: type[SavedForm]
    noun: str
    summary: Callable[[Answers, Any], list[str]]
    most: int = 50
    starters: tuple[Mapping[str, Any], ...] = ()  # entries that an empty list can begin with
    page: tuple[str, str] = ("", "")  # a further page that each entry has: its name, and the words of the link


def nothing(answers: Answers) -> Any:
    return []


def no_results(answers: Answers) -> dict[str, Any]:
    return {}


def always(plan: Plan) -> bool:
    return True


def all_of_it(plan: Plan) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One part of the wizard. The slug names its file, page, template and test.

    `suits` ranks the step for each answer to "where are you" (1 comes first); `minutes` is how long it
    takes, so that "how much time" can pick. `profile` names the fields that belong to the person.
    """

    slug: str
    chapter: str
    title: str
    purpose: str
    minutes: int
    suits: Mapping[str, int]
    model: type[Answer]
    form: type[SavedForm]
    rows: Rows | None = None
    more: Rows | None = None  # a second list, under the first
    children: Any = None  # a model of rows that have pages of their own
    uses: tuple[str, ...] = ()
    glances: tuple[str, ...] = ()  # steps of which it needs the values and not the list
    browses: tuple[str, ...] = ()  # steps of which it needs the list and not the values
    seconds: tuple[str, ...] = ()  # steps of which it needs the second list and nothing else
    follows: tuple[str, ...] = ()  # steps of which it needs only the figures they have stored
    watches: tuple[str, ...] = ()  # the same, where nothing that it stores itself is worked out from them
    compares: bool = False  # it looks at every offer that the plan compares
    applies: Callable[[Plan], bool] = always
    results: Callable[[Answers], dict[str, Any]] = no_results
    beside: tuple[str, ...] = ()  # parts of its page, beside the panel, that follow what is saved as one types
    sheet: Callable[[Answers], list[Block | Gap]] = nothing
    pictures: Callable[[Answers], list[Block]] = nothing  # drawn only for the call sheet itself
    brief_title: str = ""
    brief: Callable[[Answers], list[Block]] = nothing
    dates: Callable[[Answers], list[Dated]] = nothing
    hub: Callable[[Answers], list[str]] = nothing  # what the hub says of it, under its title
    profile: tuple[str, ...] = ()
    profile_title: str = ""
    profile_purpose: str = ""
    leaves_out: Callable[[Plan], tuple[str, ...]] = all_of_it  # fields answered elsewhere in this plan

    def without(self, plan: Plan) -> tuple[str, ...]:
        """Form fields that this plan does not show: the profile has only those of the person."""
        if plan.kind == "profile":
            return tuple(name for name in self.form.base_fields if name not in self.profile)
        return self.leaves_out(plan)

    @property
    def template(self) -> str:
        return f"negotiation/steps/{self.slug}.html"

    def gaps(self, answers: Answers) -> list[Gap]:
        """What is missing, met while building this step's part of the call sheet."""
        return [part for part in self.sheet(answers) if isinstance(part, Gap)]

    def ready(self, answers: Answers) -> list[Block]:
        """This step's part of the call sheet, as far as it is known."""
        return [part for part in self.sheet(answers) if isinstance(part, Block)] + self.pictures(answers)

    @property
    def figures_of(self) -> tuple[str, ...]:
        return (*self.follows, *self.watches)

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.slug, *self.uses, *self.glances, *self.browses, *self.seconds)


def applicable(steps: Iterable[Step], plan: Plan) -> tuple[Step, ...]:
    """The steps of this plan; the profile has those whose fields belong to the person."""
    if plan.kind == "profile":
        return tuple(step for step in steps if step.profile)
    return tuple(step for step in steps if step.applies(plan))
