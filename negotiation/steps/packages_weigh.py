"""One thing on the table: what its options are worth to the candidate, cost the other side, and which are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from groundwork.money import Frame
from negotiation.calc.frame import WEEKS, a_year
from negotiation.models import PackageIssue
from negotiation.models.packages import PLACES
from negotiation.packages import package_facts
from negotiation.steps.packages_read import (
    COUNTED,
    DIFFERS,
    NUMBER,
    Numbers,
    numbers_of,
    options_of,
    spread,
    values_of,
    values_typed,
)

LIMITED = ("hours", "commute")  # kinds that a red line can hold against the number in an option
TARGET = Fraction(7, 10)  # of the worth of pay lies below the target
PARTS = Fraction(100)  # what stands for a year's pay where none is known
Figures = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What other steps keep: pay in the plan's period, limits and prices by kind."""

    frame: Frame
    pay: Mapping[str, Fraction]
    limits: Mapping[str, Fraction]
    prices: Mapping[str, Fraction]


def known_of(frame: Frame, figures: Figures) -> Known:
    """`figures` by step, as they are kept."""
    zone, lines = figures.get("zopa", {}), figures.get("redlines", {})
    pay = {name: Fraction(zone[name]) for name in ("minimum", "desired", "opens", "offer") if zone.get(name)}
    if lines.get("red_line") and zone.get("counts", "fixed") == "fixed":
        pay["red_line"] = Fraction(lines["red_line"])
    prices = reversed(figures.get("swaps", {}).get("prices", []))  # of two prices for one kind the first counts
    return Known(
        frame=frame,
        pay=pay,
        limits={kind: Fraction(lines[kind]) for kind in LIMITED if lines.get(kind)},
        prices={kind: Fraction(price) for kind, price in prices},
    )


def yearly(amount: Fraction, frame: Frame) -> Fraction:
    """Pay for one period as pay a year; of an hour or a day by the full week of the data file."""
    found = a_year(Decimal(1), frame.period)
    if found is not None:
        return amount * Fraction(found)
    facts = package_facts()
    return amount * WEEKS * (facts.hours_week if frame.period == "hour" else facts.days_week)


def year_of(known: Known, rows: tuple[PackageIssue, ...]) -> tuple[Fraction, str] | None:
    """The pay a year that guesses are a part of, and where it comes from; None where no pay is known at all."""
    for name in ("offer", "desired", "minimum"):
        if known.pay.get(name):
            return yearly(known.pay[name], known.frame), name
    for row in rows:
        numbers = numbers_of(row, known.frame.currency) if row.kind == "pay" else None
        if numbers and numbers[0]:
            return yearly(numbers[0], known.frame), "option"
    return None


def costs_typed(row: PackageIssue) -> bool:
    return row.kind != "pay" and (
        row.cost is not None or any(getattr(row, f"cost_{place}") is not None for place in PLACES)
    )


def costs_of(row: PackageIssue, known: Known, year: Fraction | None) -> Numbers | None:
    """What each option costs them beyond the first, a year; None while nothing says it.

    Of pay it is the difference itself. Else what was typed in money, else the guess as a part of a year's pay;
    below 0 they gain by it.
    """
    parts = spread(row, known.frame.currency)
    if row.kind == "pay":
        numbers = numbers_of(row, known.frame.currency)
        return None if numbers is None else tuple(yearly(one - numbers[0], known.frame) for one in numbers)
    sign = -1 if row.guess == "gain" else 1
    typed = [getattr(row, f"cost_{place}") for place in range(1, len(parts) + 1)]
    first, last = Fraction(typed[0] or 0), typed[-1]
    if row.cost is not None:
        whole = sign * Fraction(row.cost)
    elif row.guess and not costs_typed(row):
        whole = package_facts().part(row.guess) * (PARTS if year is None else year)
    elif last is not None:
        whole = sign * (Fraction(last) - first)
    else:
        return None
    costs = [
        sign * (Fraction(one) - first) if one is not None else whole * part
        for one, part in zip(typed, parts, strict=True)
    ]
    return tuple(costs)


def values_for(row: PackageIssue, known: Known, *, in_money: bool) -> Numbers | None:
    """The worth of each option as a part of the whole step; of pay in points not evenly, where target and floor are."""
    evenly = spread(row, known.frame.currency)
    numbers = numbers_of(row, known.frame.currency)
    if row.kind == "pay" and numbers and not in_money and not values_typed(row):
        return _of_pay(numbers, known.pay.get("minimum"), known.pay.get("desired")) or evenly
    return values_of(row, evenly)


def _of_pay(amounts: Numbers, floor: Fraction | None, target: Fraction | None) -> Numbers | None:
    """Nothing at the floor, seven tenths at the target, all of it at the best option; then from 0 to 1."""
    best = amounts[-1]
    if floor is None or target is None or not floor < target < best:
        return None

    def worth(amount: Fraction) -> Fraction:
        if amount <= target:
            return max(Fraction(0), TARGET * (amount - floor) / (target - floor))
        return TARGET + (1 - TARGET) * (amount - target) / (best - target)

    low = worth(amounts[0])
    return tuple((worth(amount) - low) / (1 - low) for amount in amounts)


def price_of(row: PackageIssue, known: Known) -> Fraction | None:
    """What the whole step is worth in money a year; None while nothing says it."""
    if row.price is not None:
        return Fraction(row.price)
    numbers = numbers_of(row, known.frame.currency)
    if row.kind == "pay":
        return None if numbers is None else yearly(numbers[-1] - numbers[0], known.frame)
    price = known.prices.get(row.kind)
    if price is None or row.kind not in COUNTED:
        return price
    return None if numbers is None else price * abs(numbers[-1] - numbers[0])


def out_of(row: PackageIssue, known: Known) -> tuple[str, ...]:
    """For each option why it stands in no package; blank where it may."""
    return tuple("; ".join(_reasons(row, known, place, option)) for place, option in enumerate(options_of(row), 1))


def _reasons(row: PackageIssue, known: Known, place: int, option: str) -> Iterator[str]:
    if row.kind == "pay":
        numbers = numbers_of(row, known.frame.currency)
        amount = numbers[place - 1] if numbers else None
        for name, words in (("minimum", "below your minimum"), ("red_line", "below your red line")):
            if amount is not None and name in known.pay and amount < known.pay[name]:
                yield words
    found = NUMBER.search(option) if row.kind in known.limits and not DIFFERS.search(option) else None
    if found and Fraction(Decimal(found[0].replace(",", "."))) > known.limits[row.kind]:
        yield "over your red line"
    if row.least and place < int(row.least):
        yield "less than you would take"
