"""Numbers that cannot all be meant, in words that say what to do; none of them stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from negotiation.calc.contradictions import Code, Contradiction, Field, Position, contradictions
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand

Figures = Mapping[str, Mapping[str, Any]]
SET_OR_SAID = ("zopa", "script", "ladder")
# What a page says itself, reply by reply.
TOLD = {"ladder": (Code.OFFER_BELOW_MINIMUM,)}
OF_NUMBERS = ("batna", "market", "redlines", "impact")
NUMBERS = tuple(field.name for field in fields(Position))


@dataclass(frozen=True, kw_only=True)
class Named:
    """One contradiction for a page: what it is and what to do, and the field to look at."""

    text: str
    slug: str
    field: str
    link: str

    @property
    def at(self) -> str:
        """The fragment of that field's address."""
        return self.field if self.field == "entries" else f"id_{self.field}"


MINIMUM = (Field(slug="zopa", name="floor_fixed"), "Look at your minimum")
DESIRED = (Field(slug="zopa", name="target_fixed"), "Look at what you aim for")
THEIRS = (Field(slug="zopa", name="their_likely"), "Look at what you think they can pay")
THEIR_MOST = (Field(slug="zopa", name="their_high"), "Look at the most you think they can pay")
OPENING = (Field(slug="zopa", name="opening"), "Look at the number you open with")
ASK = (Field(slug="zopa", name="ask_low"), "Look at the range you name")
LINES = (Field(slug="redlines", name="entries"), "Look at your red lines")
SPENT = (Field(slug="batna", name="outgoings"), "Look at the money you need")

# Words with {by} (the difference), {more} and {less}; the field to look at first.
WORDS: dict[Code, tuple[str, tuple[Field, str]]] = {
    Code.MINIMUM_ABOVE_DESIRED: (
        "Your minimum is {by} above what you aim for. Lower the one or raise the other: both cannot be meant.",
        MINIMUM,
    ),
    Code.MINIMUM_ABOVE_THEIR_HIGH: (
        "Your minimum is {by} above the most you think they could pay. If both are right there is no deal to be had, "
        "and it is fair to stop here. If not, mend the one that is wrong.",
        THEIR_MOST,
    ),
    Code.MINIMUM_ABOVE_THEIR_LIKELY: (
        "Your minimum is {by} above what they are likely to pay at most. Find out what they can pay, "
        "or look for something besides pay that would lower your minimum.",
        THEIRS,
    ),
    Code.THEIR_RANGE_NOT_IN_ORDER: (
        "What you think they can pay does not rise from the least to the most. Put the three numbers in order.",
        THEIRS,
    ),
    Code.DESIRED_BELOW_MARKET: (
        "What you aim for is {by} below the low end of what your sources say. Aim higher, or note why you ask for "
        "less than such jobs pay.",
        DESIRED,
    ),
    Code.ALTERNATIVE_ABOVE_DESIRED: (
        "What you would do otherwise is worth {by} more than what you aim for here. Aim higher, or go there.",
        DESIRED,
    ),
    Code.ALTERNATIVE_ABOVE_MINIMUM: (
        "What you would do otherwise is worth {by} more than your minimum. Raise the minimum, unless this job gives "
        "you something that is worth the difference.",
        MINIMUM,
    ),
    Code.OFFER_BELOW_MINIMUM: (
        "Their offer is {by} below your minimum. As long as both stand, the answer is a calm no: ask for the "
        "difference, or look at whether the minimum is right.",
        MINIMUM,
    ),
    Code.OPENING_BELOW_DESIRED: (
        "You open {by} below what you aim for, and cannot get there from that. Open at {more} or above.",
        OPENING,
    ),
    Code.OPENING_BELOW_OFFER: (
        "You open {by} below what they offer already. Open above {more}, or leave the number out.",
        OPENING,
    ),
    Code.ASK_BELOW_DESIRED: (
        "The range you name starts {by} below what you aim for, and the low end is what they hear. "
        "Start it at {more}, or name one number.",
        ASK,
    ),
    Code.ASK_BELOW_MINIMUM: (
        "The range you name starts {by} below your minimum: you would have to refuse what you asked for. "
        "Start it above {more}.",
        ASK,
    ),
    Code.NEED_ABOVE_DESIRED: (
        "The pay you need to cover what you spend is {by} above what you aim for. Aim higher, or go through what "
        "you spend and what else comes in.",
        SPENT,
    ),
    Code.RED_LINE_ABOVE_DESIRED: (
        "A red line of yours asks for {by} more than what you aim for. Aim higher, or move the line.",
        LINES,
    ),
    Code.RED_LINE_ABOVE_MINIMUM: (
        "A red line of yours asks for {by} more than your minimum, so your real minimum is {more}. "
        "Make the two the same.",
        LINES,
    ),
}


def everywhere(answers: Answers) -> list[Named]:
    """All of them, for the hub; `answers` may hold nothing but what is stored."""
    return [named(each, answers) for each in found(answers)]


def on_step(answers: Answers, slug: str) -> list[Named]:
    """Those that a number of this step is part of; where the numbers are set, or said, all are named."""
    if slug not in SET_OR_SAID and slug not in OF_NUMBERS:
        return []
    return [
        named(each, answers)
        for each in found(answers)
        if (slug in SET_OR_SAID or slug in {field.slug for field in each.fields})
        and each.code not in TOLD.get(slug, ())
    ]


def found(answers: Answers) -> tuple[Contradiction, ...]:
    return () if answers.kind == "profile" else contradictions(position(known(answers)))


def known(answers: Answers) -> dict[str, Mapping[str, Any]]:
    """The figures of every step: from its answers where they were read, else as they are stored."""
    figures = dict(answers.stored)
    for slug in ("zopa", *OF_NUMBERS):
        if slug in answers.given and (slug != "batna" or "zopa" in answers.given):
            figures[slug] = at_hand(slug, answers)
    return figures


def position(figures: Figures) -> Position:
    """The numbers of a plan side by side, from the figures its steps keep."""
    own, market = figures.get("zopa", {}), figures.get("market", {})
    numbers = {name: value for kept in figures.values() for name, value in kept.items() if name in NUMBERS}
    numbers["market_low"] = market["low"] if "low" in market else own.get("typed_low")
    if own.get("counts", "fixed") != "fixed":
        numbers.pop("red_line", None)  # it is about base pay, and the others count more than that
    return Position(**{name: Decimal(value) for name, value in numbers.items() if value is not None})


def named(each: Contradiction, answers: Answers) -> Named:
    text, (field, link) = WORDS[each.code]
    amounts = {name: answers.about(getattr(each, name)) for name in ("by", "more", "less")}
    return Named(text=text.format(**amounts), slug=field.slug, field=field.name, link=link)
