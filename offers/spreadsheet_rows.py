"""The rows of the workbook that are for counting on: the years, the lines, and the terms they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest
from typing import Any, cast

from groundwork.money import INVENTED, Basis, Frame, quantize, unit
from offers.calc.terms import (
    Allowance,
    Commission,
    Extra,
    Match,
    OfferTerms,
    Options,
    Part,
    Purchase,
    Refresher,
    Schedule,
    Shares,
)
from offers.calc.valuation import LEVELS, Code, Line
from offers.forms import OfferForm
from offers.models import Offer, Term
from offers.models.choices import KINDS
from offers.side_by_side import Column
from offers.summary import SURE
from offers.term_forms import form_of
from offers.what_if_form import WhatIfForm
from offers.working import FORMS, TITLES
from offers.working import SURE as HOW_SURE

WORDS = dict(KINDS)
LONGEST_NAME = 200
ENDS = range(1, 5)
KIND_OF: dict[type, str] = {
    Extra: "extra",
    Allowance: "allowance",
    Commission: "commission",
    Shares: "shares",
    Options: "options",
    Refresher: "refresher",
    Purchase: "purchase",
    Match: "match",
}
# What nobody but oneself needs: a workbook is passed on more easily than a page.
LEFT_OUT = ("notes",)


@dataclass(frozen=True)
class Money:
    """An amount with the currency whose decimals it is shown with."""

    amount: Decimal
    currency: str


Value = Money | Decimal | int | date | str | None
Row = Sequence[Value]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    title: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Iterable[Row]


def numbered(names: Iterable[str]) -> list[str]:
    """A name for each that no other has: Mill, Mill (2)."""
    found: list[str] = []
    for name in names:
        first = name.strip()[:LONGEST_NAME] or "Offer"
        again = (f"{first} ({number})" for number in range(2, len(found) + 3))
        found.append(first if first not in found else next(other for other in again if other not in found))
    return found


def years_sheet(names: Sequence[str], columns: Sequence[Column], *, currency: str, basis: str) -> Sheet:
    """Each year of each offer at each level of certainty, in the money of the comparison."""
    said = _spoken(currency, basis)
    return Sheet(
        title="Years",
        heads=[
            "Offer",
            "Currency",
            "How sure",
            "Year",
            *(f"{what}, {said}" for what in ("Every year", "Once", "Total")),
        ],
        widths=[30, 9, 26, 11, 20, 20, 20],
        rows=(
            row for name, column in zip(names, columns, strict=True) for row in _years(name, column, currency, columns)
        ),
    )


def _years(name: str, column: Column, currency: str, columns: Sequence[Column]) -> Iterator[Row]:
    years = column.worth.years[: _many(columns)]
    for level in LEVELS:
        spans: list[tuple[Value, Sequence[Any]]] = [*((year.year, [year]) for year in years), ("all years", years)]
        for said, span in spans:
            sums = (
                sum((year.recurring.upto(level) for year in span), Decimal(0)),
                sum((year.one_off.upto(level) for year in span), Decimal(0)),
                sum((year.total(level) for year in span), Decimal(0)),
            )
            yield [name, _code(currency), SURE[level], said, *(_paid(amount, currency) for amount in sums)]


def lines_sheet(names: Sequence[str], columns: Sequence[Column], *, currency: str, basis: str) -> Sheet:
    """What the years are the sums of: each line in its own money, and in that of the comparison."""
    years, said = range(1, _many(columns) + 1), _spoken(currency, basis)
    heads = ["Offer", "Part", "What", "Label", "How sure", "Paid in", "Comes once", "Counted"]
    heads += [*(f"Year {year}" for year in years), "Currency", "Rate", "Rate of"]
    heads += [*(f"Year {year}, {said}" for year in years), "Note"]
    many = len(years)
    return Sheet(
        title="Lines",
        heads=heads,
        widths=[30, 6, 28, 28, 12, 24, 8, 8, *[15] * many, 9, 12, 12, *[15] * many, 14],
        rows=(
            _line(name, column, at, currency, many)
            for name, column in zip(names, columns, strict=True)
            for at in range(len(column.entered.lines))
        ),
    )


def _line(name: str, column: Column, at: int, currency: str, years: int) -> Row:
    line, changed = column.entered.lines[at], column.worth.lines[at]
    own, (rate, day) = column.entered.terms.currency, column.rate or (None, None)
    return [
        *(name, None if line.part is None else line.part + 1, _what(line), line.label),
        *(HOW_SURE[line.certainty], FORMS[line.form], _yes(line.one_off), _yes(line.counted)),
        *(_paid(amount, own) for amount in line.amounts[:years]),
        *(_code(own), rate, day),
        *(_paid(amount, currency) for amount in changed.amounts[:years]),
        "not known" if None in line.amounts[:years] else None,
    ]


def _what(line: Line) -> str:
    if line.code is Code.DRAW:
        return "Commission: paid at least"
    return TITLES.get(line.code) or WORDS[line.code]


def terms_sheet(names: Sequence[str], columns: Sequence[Column], *, locale: str) -> Sheet:
    """All that was typed, by the question it answers, and what is assumed: the sums were made from this alone."""
    return Sheet(
        title="Terms",
        heads=["Offer", "Part", "What", "Name", "Question", "Value (blank: nothing entered)", "Money in"],
        widths=[30, 6, 28, 18, 52, 32, 24],
        rows=(
            [name, *row] for name, column in zip(names, columns, strict=True) for row in _terms(column, locale=locale)
        ),
    )


def _terms(column: Column, *, locale: str) -> Iterator[Row]:
    terms, scenario = column.entered.terms, column.entered.scenario
    yield from _answers("offer", terms, of_offer(column.offer, terms), locale, part=None)
    for name in ("stock", "bonus", "leave"):
        yield [None, "What is assumed", name, str(WhatIfForm.base_fields[name].label), _value(getattr(scenario, name))]
    asked = str(WhatIfForm.base_fields["illiquid"].label)
    yield [None, "What is assumed", "illiquid", asked, _yes(scenario.count_illiquid)]
    if column.rate:
        rate, day = column.rate
        pair = f"What 1 {_code(terms.currency)} is counted as", _code(column.worth.terms.currency)
        yield [None, "Exchange rate", "rate", pair[0], rate, pair[1]]
        yield [None, "Exchange rate", "rate_of", "The day of this rate", day]
    for at, part in enumerate(terms.parts, start=1):
        yield from _answers(KIND_OF[type(part)], terms, of_part(part), locale, part=at)


def _answers(kind: str, terms: OfferTerms, known: dict[str, Any], locale: str, *, part: int | None) -> Iterator[Row]:
    what = WORDS.get(kind, "The offer")
    for name, (question, money) in _asked(kind, terms.currency, terms.basis, locale).items():
        if name in known and name not in LEFT_OUT:
            value = _value(known[name])
            paid = Money(Decimal(value), terms.currency) if money and isinstance(value, Decimal | int) else value
            yield [part, what, name, question, paid, money]


@lru_cache(maxsize=256)
def _asked(kind: str, currency: str, basis: Basis, locale: str) -> dict[str, tuple[str, str]]:
    """The questions of a form by the names of their fields, with what stands after an amount."""
    offer = Offer(currency=currency, basis=basis)
    form = (
        OfferForm(instance=offer, locale=locale) if kind == "offer" else form_of(Term(kind=kind), offer, locale=locale)
    )
    return {name: (str(field.label), str(field.suffix)) for name, field in form.fields.items()}  # type: ignore[attr-defined]


def of_offer(offer: Offer, terms: OfferTerms) -> dict[str, Any]:
    """The answers of an offer by the names of their fields; what goes into the sums is as the sums have it."""
    row = {name: getattr(offer, name) for name in OfferForm.Meta.fields}
    same = {one.name: getattr(terms, one.name) for one in fields(terms) if one.name in row}
    payouts = terms.payouts
    return (
        row
        | same
        | {
            "bonus_percent": terms.bonus_target_percent,
            "bonus_certainty": terms.bonus_likelihood,
            "odds_nothing": payouts.nothing,
            "odds_target": payouts.target,
            "odds_most": payouts.most,
            "bonus_most": payouts.most_percent,
        }
    )


def of_part(part: Part) -> dict[str, Any]:
    """The answers of a term by the names of their fields, as the sums have them."""
    known = {one.name: getattr(part, one.name) for one in fields(part) if one.name != "schedule"}
    match part:
        case Extra():
            return known | {"paid_in": part.form}
        case Shares():
            return known | {"market": _market(part.liquid)} | _schedule(part.schedule)
        case Options():
            return (
                known | {"share": part.percent, "further_rounds": part.rounds} | _ends(part) | _schedule(part.schedule)
            )
        case Refresher():
            return known | {"market": _market(part.liquid), "promise": "promised" if part.promised else "hoped"}
        case Purchase():
            return known | {"percent": part.discount}
    return known


def _market(liquid: bool | None) -> str | None:
    return None if liquid is None else "public" if liquid else "private"


def _schedule(schedule: Schedule | None) -> dict[str, Any]:
    """A schedule by its parts, whichever way it was chosen."""
    if schedule is None:
        return dict.fromkeys(("own_schedule", "cliff", "cadence"))
    parts = ", ".join(f"{one.normalize():f}" for one in schedule.parts)
    return {"own_schedule": parts, "cliff": schedule.cliff, "cadence": schedule.cadence}


def _ends(part: Options) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for at, end in zip_longest(ENDS, part.exits[: len(ENDS)]):
        found |= {f"exit_{at}": end and end.value, f"odds_{at}": end and end.odds}
    return found


def _value(value: Any) -> Value:
    if isinstance(value, bool):
        return _yes(value)
    if value == "":
        return None
    return str(value) if isinstance(value, StrEnum) else cast(Value, value)


def _paid(amount: Decimal | None, currency: str) -> Money | None:
    return None if amount is None else Money(quantize(amount, currency), currency)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _code(currency: str) -> str:
    return INVENTED.get(currency, currency)


def _spoken(currency: str, basis: str) -> str:
    return unit(Frame(currency=currency, period="once", basis=cast(Basis, basis)))


def _many(columns: Sequence[Column]) -> int:
    """As many years as every offer has."""
    return min((len(column.worth.years) for column in columns), default=0)
