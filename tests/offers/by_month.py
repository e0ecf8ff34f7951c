"""What the sums are made once more with: answers by name, and pay by the month. It shares no code with the app."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

MONTHS = 48
LEVELS = ("guaranteed", "likely", "maybe")
PLACES = {"USD": 2, "EUR": 2, "GBP": 2, "CHF": 2, "JPY": 0, "KWD": 3}
Cell = str | Fraction | None
Months = list[Fraction] | None  # what is paid in each of the 48 months; None is not known


@dataclass
class Answers:
    """Names and values under one heading."""

    what: str
    values: dict[str, Cell] = field(default_factory=dict)

    def number(self, name: str) -> Fraction | None:
        value = self.values.get(name)
        assert value is None or isinstance(value, Fraction), (name, value)
        return value

    def word(self, name: str) -> str:
        value = self.values.get(name)
        assert value is None or isinstance(value, str), (name, value)
        return value or ""

    def zero(self, name: str) -> Fraction:
        return self.number(name) or Fraction(0)


@dataclass
class Typed:
    """One offer: what was typed, what is assumed, by which rate it is counted, and its parts."""

    offer: Answers = field(default_factory=lambda: Answers("The offer"))
    assumed: Answers = field(default_factory=lambda: Answers("What is assumed"))
    rate: Answers = field(default_factory=lambda: Answers("Exchange rate"))
    parts: dict[int, Answers] = field(default_factory=dict)


@dataclass
class Line:
    """One payment: each year's amount, how sure it is, and whether it is in the sums."""

    years: list[Fraction | None]
    sure: str
    once: bool = False
    counted: bool = True
    part: int | None = None


def _year_of(offer: Answers, name: str) -> Fraction | None:
    base, times = offer.number(name), Fraction(1)
    match offer.word("period"):
        case "hour":
            needed = offer.number("hours_week")
            return None if base is None or needed is None else base * needed * 52
        case "day":
            needed = offer.number("days_week")
            return None if base is None or needed is None else base * needed * 52
        case "week":
            times = Fraction(52)
        case "month":
            times = offer.number("payments") or Fraction(12)
    return None if base is None else base * times


def base_months(typed: Typed) -> Months:
    """Base pay of each month, whether or not somebody is still there."""
    offer, first = typed.offer, _year_of(typed.offer, "base")
    if first is None:
        return None
    following, start = _year_of(offer, "next_base"), offer.number("next_months")
    paid, growth = [], Fraction(1)
    for month in range(MONTHS):
        if month and month % 12 == 0:
            growth *= 1 + offer.zero("raise_percent") / 100
        pay = first
        if following is not None and start is not None:
            old = overlap(Fraction(month), Fraction(month + 1), Fraction(0), start)
            pay = first * old + following * (1 - old)
        paid.append(pay / 12 * growth)
    return paid


def leaves(typed: Typed) -> bool:
    """Whether somebody leaves within the months that are looked at, be it at the end of the last one."""
    month = typed.assumed.number("leave")
    return month is not None and month <= MONTHS


def worked(typed: Typed) -> int:
    """How many of these months are worked."""
    return int(typed.assumed.zero("leave")) if leaves(typed) else MONTHS


def illiquid(typed: Typed) -> bool:
    return typed.assumed.word("illiquid") == "yes"


def evenly(a_year: Fraction | None) -> Months:
    return None if a_year is None else [a_year / 12] * MONTHS


def years(typed: Typed, paid: Months) -> list[Fraction | None]:
    """The months of each year that somebody is there for; a year that is not worked at all brings nothing."""
    found: list[Fraction | None] = []
    for start in range(0, MONTHS, 12):
        there = range(start, min(start + 12, worked(typed)))
        if not there:
            found.append(Fraction(0))
        else:
            found.append(None if paid is None else sum((paid[month] for month in there), Fraction(0)))
    return found


def overlap(start: Fraction, end: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return max(min(end, high) - max(start, low), Fraction(0))
