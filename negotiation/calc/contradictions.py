"""Numbers of one plan that cannot all be meant: each is named, none stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Code(StrEnum):
    """What contradicts what; the words are the page's."""

    MINIMUM_ABOVE_DESIRED = "minimum_above_desired"
    MINIMUM_ABOVE_THEIR_HIGH = "minimum_above_their_high"
    MINIMUM_ABOVE_THEIR_LIKELY = "minimum_above_their_likely"
    THEIR_RANGE_NOT_IN_ORDER = "their_range_not_in_order"
    DESIRED_BELOW_MARKET = "desired_below_market"
    ALTERNATIVE_ABOVE_DESIRED = "alternative_above_desired"
    ALTERNATIVE_ABOVE_MINIMUM = "alternative_above_minimum"
    OFFER_BELOW_MINIMUM = "offer_below_minimum"
    OPENING_BELOW_DESIRED = "opening_below_desired"
    OPENING_BELOW_OFFER = "opening_below_offer"
    ASK_BELOW_DESIRED = "ask_below_desired"
    ASK_BELOW_MINIMUM = "ask_below_minimum"
    NEED_ABOVE_DESIRED = "need_above_desired"
    RED_LINE_ABOVE_DESIRED = "red_line_above_desired"
    RED_LINE_ABOVE_MINIMUM = "red_line_above_minimum"


@dataclass(frozen=True, kw_only=True)
class Field:
    """Where a number is entered: the slug of its step, and the name of its field there."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Position:
    """The numbers of a plan in one frame, the same parts of pay in each; None is not known.

    `market_low` is the low end of the lowest source, `alternative` what a deal is compared with,
    `need` the pay that covers the outgoings, `red_line` the base below which everything is off.
    """

    minimum: Decimal | None = None
    desired: Decimal | None = None
    offer: Decimal | None = None
    opening: Decimal | None = None
    ask_low: Decimal | None = None
    their_low: Decimal | None = None
    their_likely: Decimal | None = None
    their_high: Decimal | None = None
    market_low: Decimal | None = None
    alternative: Decimal | None = None
    need: Decimal | None = None
    red_line: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """`more` exceeds `less` by `by`; `fields` are where the two are entered, the first to look at first."""

    code: Code
    fields: tuple[Field, Field]
    more: Decimal
    less: Decimal

    @property
    def by(self) -> Decimal:
        return self.more - self.less


FIELDS = {
    "minimum": Field(slug="zopa", name="floor_fixed"),
    "desired": Field(slug="zopa", name="target_fixed"),
    "offer": Field(slug="zopa", name="offer_fixed"),
    "opening": Field(slug="zopa", name="opening"),
    "ask_low": Field(slug="zopa", name="ask_low"),
    "their_low": Field(slug="zopa", name="their_low"),
    "their_likely": Field(slug="zopa", name="their_likely"),
    "their_high": Field(slug="zopa", name="their_high"),
    "market_low": Field(slug="market", name="entries"),
    "alternative": Field(slug="batna", name="entries"),
    "need": Field(slug="batna", name="outgoings"),
    "red_line": Field(slug="redlines", name="entries"),
}

# (code, the number that is more, the number that is less): it holds where the first exceeds the second.
RULES = (
    (Code.MINIMUM_ABOVE_DESIRED, "minimum", "desired"),
    (Code.MINIMUM_ABOVE_THEIR_HIGH, "minimum", "their_high"),
    (Code.MINIMUM_ABOVE_THEIR_LIKELY, "minimum", "their_likely"),
    (Code.THEIR_RANGE_NOT_IN_ORDER, "their_low", "their_likely"),
    (Code.THEIR_RANGE_NOT_IN_ORDER, "their_likely", "their_high"),
    (Code.THEIR_RANGE_NOT_IN_ORDER, "their_low", "their_high"),
    (Code.DESIRED_BELOW_MARKET, "market_low", "desired"),
    (Code.ALTERNATIVE_ABOVE_DESIRED, "alternative", "desired"),
    (Code.ALTERNATIVE_ABOVE_MINIMUM, "alternative", "minimum"),
    (Code.OFFER_BELOW_MINIMUM, "minimum", "offer"),
    (Code.OPENING_BELOW_DESIRED, "desired", "opening"),
    (Code.OPENING_BELOW_OFFER, "offer", "opening"),
    (Code.ASK_BELOW_DESIRED, "desired", "ask_low"),
    (Code.ASK_BELOW_MINIMUM, "minimum", "ask_low"),
    (Code.NEED_ABOVE_DESIRED, "need", "desired"),
    (Code.RED_LINE_ABOVE_DESIRED, "red_line", "desired"),
    (Code.RED_LINE_ABOVE_MINIMUM, "red_line", "minimum"),
)
# What the first says already, the others need not repeat.
COVERS = {
    Code.MINIMUM_ABOVE_THEIR_HIGH: (Code.MINIMUM_ABOVE_THEIR_LIKELY,),
    Code.ALTERNATIVE_ABOVE_DESIRED: (Code.ALTERNATIVE_ABOVE_MINIMUM,),
    Code.RED_LINE_ABOVE_DESIRED: (Code.RED_LINE_ABOVE_MINIMUM,),
    Code.ASK_BELOW_MINIMUM: (Code.ASK_BELOW_DESIRED,),
}


def contradictions(position: Position) -> tuple[Contradiction, ...]:
    """The numbers that contradict each other, in the order of the rules.

    Rule: each of RULES whose first number is above its second; each code once, by its first rule; one that
    another covers is left out. Units: one frame. Errors: none; what is not known contradicts nothing.
    Source: own definition.
    """
    found: dict[Code, Contradiction] = {}
    for code, high, low in RULES:
        more, less = getattr(position, high), getattr(position, low)
        if more is not None and less is not None and more > less and code not in found:
            found[code] = Contradiction(code=code, fields=(FIELDS[high], FIELDS[low]), more=more, less=less)
    covered = {code for first in found for code in COVERS.get(first, ())}
    return tuple(each for code, each in found.items() if code not in covered)
