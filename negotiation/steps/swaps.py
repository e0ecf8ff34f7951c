"""Would you swap? A few questions that show what days off, days from home, hours or a title are worth in money."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact
from groundwork.forms import Group, SavedForm
from groundwork.money import Frame, unit
from negotiation.models import Swap, SwapMark, Swaps
from negotiation.steps.base import BOOKKEEPING, Answers, Rows, Step
from negotiation.steps.swaps_worth import finished, first_up, found_of, price_of, start_of, thing_said, unit_of

HISTORY = ("start", *(f"{name}_{turn}" for turn in Swap.TURNS for name in ("asked", "said")))
ONE = {"leave": "One day", "remote": "One day", "hours": "One hour", "commute": "One minute"}
STARTERS: tuple[dict[str, Any], ...] = (
    {"kind": "leave", "quantity": 5},
    {"kind": "remote", "quantity": 1},
    {"kind": "hours", "quantity": 2},
    {"kind": "title"},
)


class SwapsForm(SavedForm):
    groups = (Group("", ("pay",)),)

    class Meta:
        model = Swaps
        exclude = ["plan"]
        labels = {"pay": "Pay a year to start from"}
        help_texts = {
            "pay": "The questions are made from it. Left blank, it is the base pay of the offer this plan is about, "
            "or what you would like"
        }

    def suffix(self, name: str) -> str:
        return yearly_unit(self.frame)


class SwapForm(SavedForm):
    groups = (
        Group("", ("kind", "text", "quantity")),
        Group("If you know it already", ("price",), "Then no question is asked."),
    )

    wanted = ("kind", "text", "quantity")

    class Meta:
        model = Swap
        exclude = (*BOOKKEEPING, *HISTORY)
        labels = {
            "kind": "What would you give up pay for?",
            "text": "In your own words",
            "quantity": "How much of it?",
            "price": "What it is worth to you",
        }
        help_texts = {
            "text": "The title you have in mind, or what else it is",
            "quantity": "How many days, hours or minutes; choose a step that you could really be offered",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        self.fields["kind"].error_messages["required"] = "Choose what it is."

    def suffix(self, name: str) -> str:
        return yearly_unit(self.frame)

    def write(self) -> None:
        """Answers were about the thing as it was: of another thing, or more of it, they say nothing."""
        if {"kind", "quantity", "text"} & set(self.changed_data):
            self.instance.take_back(len(self.instance.asked))
        super().write()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        kind, quantity = self.cleaned_data.get("kind", ""), self.cleaned_data.get("quantity")
        if kind == "own" and not self.cleaned_data.get("text") and "text" not in self.errors:
            self.add_error("text", "Enter what it is, in a few words.")
        if kind in Swap.UNITS and not quantity and "quantity" not in self.errors:
            self.add_error("quantity", f"Enter how many {Swap.UNITS[kind]}.")
        elif kind == "remote" and quantity and quantity > 7:
            self.add_error("quantity", "A week has 7 days.")
        return cleaned


def yearly_unit(frame: Frame) -> str:
    return unit(Frame(currency=frame.currency, period="year", basis=frame.basis))


def worth_said(answers: Answers, row: Swap) -> str:
    """What it is worth a year, as a sentence of its own; blank while it is not known."""
    found = found_of(row, answers.frame.currency)
    if row.price is None and found and found.done and found.none:
        return "You would give up next to no pay for it."
    if row.price is None and found and found.done and found.beyond:
        return f"You would not give it up even for {answers.about(found.low, period='year')}."
    price = price_of(row, answers.frame.currency)
    return "" if price is None else f"Worth about {answers.about(price, period='year')} to you."


def not_for_sale(answers: Answers) -> list[str]:
    """What has no price because no usual amount would make up for it."""
    rows = [(row, found_of(row, answers.frame.currency)) for row in finished(answers) if row.price is None]
    return [thing_said(row) for row, found in rows if found and found.done and found.beyond]


def one_said(answers: Answers, row: Swap) -> str:
    """The price of a single day, hour or minute."""
    price = price_of(row, answers.frame.currency)
    one = None if price is None else unit_of(row, price)
    return f"{ONE[row.kind]}: about {answers.about(one, period='year')}" if one and row.quantity != 1 else ""


def summary(answers: Answers, row: Swap) -> list[str]:
    if not row.kind:
        return []
    said = worth_said(answers, row)
    if not said:
        return [thing_said(row), f"{len(row.asked)} answered so far" if row.asked else "no price yet"]
    return [f"{thing_said(row)}: {said.removesuffix('.')}", *filter(None, [one_said(answers, row)])]


def results(answers: Answers) -> dict[str, Any]:
    rows = finished(answers)
    return {
        "prices": [(thing_said(row), worth_said(answers, row), one_said(answers, row)) for row in rows],
        "start": answers.about(start_of(answers), period="year"),
        "beside": beside(answers, rows),
    }


def beside(answers: Answers, rows: list[Swap]) -> list[dict[str, Any]]:
    """What is no number: which offers have it."""
    parts = [
        {
            "title": thing_said(row),
            "words": SwapMark.SAID,
            "fields": [
                {
                    "name": f"mark.{row.pk}.{one.offer.pk}",
                    "label": one.offer.name,
                    "now": one.ticked.get(row.pk, ""),
                }
                for one in answers.compared
            ],
        }
        for row in rows
        if not row.counted and answers.compared
    ]
    return [{"title": "Which offers have it?", "none": "Not known yet", "parts": parts}] if parts else []


def brief(answers: Answers) -> list[Block]:
    """Private: what one would give up is what the other side would like to know."""
    told = [(row, worth_said(answers, row)) for row in finished(answers)]
    return [
        Fact(label=first_up(thing_said(row)), value=said.removesuffix("."), note=one_said(answers, row))
        for row, said in told
        if said
    ]


STEP = Step(
    slug="swaps",
    chapter="decide",
    title="Would you swap?",
    purpose="A few questions that show what days off, hours or a title are worth to you in money",
    minutes=5,
    suits={"applying": 11, "interviews": 11, "offer": 10, "counter": 10},
    model=Swaps,
    form=SwapsForm,
    rows=Rows(
        model=Swap,
        form=SwapForm,
        noun="thing to swap for",
        summary=summary,
        most=20,
        starters=STARTERS,
        page=("swap_ask", "Answer the questions"),
    ),
    uses=("offer",),
    follows=("zopa",),
    compares=True,
    results=results,
    brief_title="What things are worth to you in pay",
    brief=brief,
)
