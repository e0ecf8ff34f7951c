"""Offers side by side, year by year: who leads, by how much, and who cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from groundwork.money import Basis
from offers.calc.pay import Certainty
from offers.calc.valuation import LEVELS, Valuation


class Reason(StrEnum):
    """Why an offer is set apart."""

    CURRENCY = "currency"
    BASIS = "basis"
    BASE_NOT_KNOWN = "base_not_known"


@dataclass(frozen=True, kw_only=True)
class Apart:
    """An offer that is not compared; `index` is its place in the offers given."""

    index: int
    valuation: Valuation
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One offer in one row; `difference` is its total less the best one: 0 for the best, else below 0."""

    index: int
    name: str
    total: Decimal
    difference: Decimal
    leads: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """All compared offers at one level of certainty in one year (None: all years together)."""

    level: Certainty
    year: int | None
    standings: tuple[Standing, ...]

    @property
    def leaders(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.leads)

    @property
    def tie(self) -> bool:
        return len(self.leaders) > 1


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Rows by level, then year, then all years; `compared` are the places of the offers in them."""

    currency: str
    basis: Basis
    years: int
    valuations: tuple[Valuation, ...]
    compared: tuple[int, ...]
    rows: tuple[Row, ...]
    apart: tuple[Apart, ...]

    def row(self, level: Certainty, year: int | None = None) -> Row:
        """The row of a level and year (None: all years).

        Rule: a look-up. Units: none. Errors: KeyError without such a row. Source: own definition.
        """
        for row in self.rows:
            if (row.level, row.year) == (level, year):
                return row
        raise KeyError((level, year))


def compare(valuations: Sequence[Valuation], *, currency: str, basis: Basis = "gross") -> Comparison:
    """Offers side by side in one currency and basis.

    Rule: for each level of certainty (guaranteed; and likely; and maybe) and each year, then all years
    together, every offer's total and its difference to the best; offers with an equal best lead together.
    One in another currency or basis, or without a known base, is set apart. As many years as every compared
    offer has. Units: money in `currency`. Errors: none. Source: own definition.
    """
    reasons = {at: _reason(one, currency, basis) for at, one in enumerate(valuations)}
    apart = [Apart(index=at, valuation=valuations[at], reason=why) for at, why in reasons.items() if why]
    compared = tuple(at for at, why in reasons.items() if why is None)
    years = min((len(valuations[at].years) for at in compared), default=0)
    entries = [(at, valuations[at]) for at in compared]
    return Comparison(
        currency=currency,
        basis=basis,
        years=years,
        valuations=tuple(valuations),
        compared=compared,
        rows=tuple(row for level in LEVELS for row in _rows(entries, level, years)) if entries else (),
        apart=tuple(apart),
    )


def _reason(valuation: Valuation, currency: str, basis: Basis) -> Reason | None:
    if valuation.terms.currency != currency:
        return Reason.CURRENCY
    if valuation.terms.basis != basis:
        return Reason.BASIS
    return None if valuation.years else Reason.BASE_NOT_KNOWN


def _rows(entries: Sequence[tuple[int, Valuation]], level: Certainty, years: int) -> Iterable[Row]:
    """Those of one level: each year, then all years together."""
    paid = {at: [year.total(level) for year in valuation.years[:years]] for at, valuation in entries}
    for year in range(years):
        yield _row(entries, level, year + 1, {at: totals[year] for at, totals in paid.items()})
    yield _row(entries, level, None, {at: sum(totals, Decimal(0)) for at, totals in paid.items()})


def _row(
    entries: Sequence[tuple[int, Valuation]], level: Certainty, year: int | None, totals: Mapping[int, Decimal]
) -> Row:
    best = max(totals.values())
    return Row(
        level=level,
        year=year,
        standings=tuple(
            Standing(
                index=at,
                name=valuation.terms.name,
                total=totals[at],
                difference=totals[at] - best,
                leads=totals[at] == best,
            )
            for at, valuation in entries
        ),
    )
