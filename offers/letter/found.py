"""What a rule finds in a sentence, and how it is said in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from groundwork.money import INVENTED, as_typed, show_number
from offers.letter.marks import Mark
from offers.letter.topics import Said

SPOKEN = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "two": "every two weeks",
    "half": "twice a month",
    "quarter": "every three months",
}
_TIME = frozenset({"hour", "day", "week", "month", "year"})  # 1 week is not 1 month; shares have many names
PERIODS = frozenset({"hour", "day", "week", "month", "year"})
SEVERAL = "The sentence holds more than one number that could be meant: enter the right one yourself."
MOST = "The letter names only the most it can be: ask what to count on."
LEAST = "The letter names only the least it can be: ask what to count on."
UNREAD = "The number cannot be read with certainty: enter it yourself."


@dataclass(frozen=True, kw_only=True)
class Found:
    """One term, not yet checked. `joins`: the kind of row it belongs to, if another sentence begins that row."""

    target: str
    values: dict[str, str]
    says: str
    doubt: str = ""
    marks: tuple[Mark, ...] = ()
    at: int = 0
    joins: str = ""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence with its topics. `before`: the topics of the sentence before it, which "it" may mean."""

    text: str
    currency: str
    said: list[Said]
    marks: list[Mark]
    before: frozenset[str] = field(default_factory=frozenset)

    def has(self, *topics: str) -> bool:
        return any(said.topic in topics for said in self.said)

    def find(self, pattern: str) -> re.Match[str] | None:
        return re.search(pattern, self.text, re.I)

    def money(self, amount: Decimal, period: str = "") -> str:
        named = INVENTED.get(self.currency, self.currency)
        return f"{show_number(amount, self.currency)} {named} {SPOKEN.get(period, '')}".strip()

    def typed(self, amount: Decimal) -> str:
        return as_typed(amount, self.currency)


def plain(number: Decimal) -> str:
    """A number without trailing zeros or an exponent."""
    return f"{number.normalize():f}"


def one(marks: Iterable[Mark], *, limited: bool = False) -> tuple[Mark, str] | None:
    """The number that is meant and why it is not certain, if so; None without any number.

    Two different ones are never chosen between. `limited`: "up to" says what is wanted.
    """
    found = list(marks)
    if not found:
        return None
    mark = found[0]
    if len({(each.value, each.day, each.period, each.doubt, each.unit in _TIME and each.unit) for each in found}) > 1:
        return mark, SEVERAL
    if mark.doubt or (mark.value is None and mark.day is None):
        return mark, mark.doubt or UNREAD
    if mark.limit and not limited:
        return mark, MOST if mark.limit == "most" else LEAST
    return mark, ""


def several(marks: Iterable[Mark]) -> str:
    """The numbers of a doubtful sentence, as they are written."""
    return " or ".join(
        dict.fromkeys(mark.text if mark.kind != "percent" or "%" in mark.text else f"{mark.text} %" for mark in marks)
    )


def counted(marks: Iterable[Mark]) -> str:
    """The numbers as they are written, each with its own unit: "one week", "6 months or one week"."""
    said = (f"{mark.text} {mark.unit}{'' if mark.value == 1 else 's'}" for mark in marks)
    return " or ".join(dict.fromkeys(said))


def many(number: str, unit: str) -> str:
    """ "1 month", "2 months"."""
    return f"{number} {unit}{'' if number == '1' else 's'}"


def in_months(mark: Mark) -> Decimal | None:
    """Months, or years made into months: the only two that fit exactly."""
    if mark.value is None or mark.unit not in ("month", "year"):
        return None
    return mark.value * (12 if mark.unit == "year" else 1)
