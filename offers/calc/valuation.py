"""What an offer is worth year by year, by how sure each payment is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import accumulate
from typing import Literal

from offers.calc.exact import EXACT, quotient
from offers.calc.lines import Amounts, Code, Input, Line, Rule, Scenario, Sheet
from offers.calc.parts import lines
from offers.calc.pay import base_a_year, bonus_a_year, per_hour, unknown
from offers.calc.terms import Certainty, Extra, Form, OfferTerms

__all__ = [
    "EXPECTED", "LEVELS", "Code", "Cost", "Input", "Line", "Rule", "Scenario", "Split", "Valuation", "YearPay",
    "valuation",
]  # fmt: skip

LEVELS = tuple(Certainty)
EXPECTED = Scenario()


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one pays oneself, a year: out of the pay, so in no sum of it. None is not known."""

    code: Literal["premium", "commute"]
    label: str
    a_year: Decimal | None
    part: int | None = None


@dataclass(frozen=True, kw_only=True)
class Split:
    """Money by how sure it is, each part without the surer ones."""

    guaranteed: Decimal = Decimal(0)
    likely: Decimal = Decimal(0)
    maybe: Decimal = Decimal(0)

    def upto(self, level: Certainty) -> Decimal:
        """The sum of everything at least as sure as `level`.

        Rule: guaranteed; guaranteed + likely; all. Units: those of the parts. Errors: none.
        Source: own definition.
        """
        parts = (self.guaranteed, self.likely, self.maybe)
        return sum(parts[: LEVELS.index(level) + 1], Decimal(0))


@dataclass(frozen=True, kw_only=True)
class YearPay:
    """One year: what comes every year, and what comes in this year only."""

    year: int
    recurring: Split
    one_off: Split

    def total(self, level: Certainty) -> Decimal:
        """All pay of the year at least as sure as `level`.

        Rule: recurring and one-off, a one-off in its own year only. Units: money. Errors: none.
        Source: own definition.
        """
        return self.recurring.upto(level) + self.one_off.upto(level)

    @property
    def guaranteed(self) -> Decimal:
        return self.total(Certainty.GUARANTEED)

    @property
    def likely(self) -> Decimal:
        """Guaranteed and likely."""
        return self.total(Certainty.LIKELY)

    @property
    def maybe(self) -> Decimal:
        """Guaranteed, likely and maybe."""
        return self.total(Certainty.MAYBE)


@dataclass(frozen=True, kw_only=True)
class Valuation:
    """An offer's lines and years; `years` is empty while base is not known, as any total would mislead."""

    terms: OfferTerms
    scenario: Scenario
    base: Decimal | None
    bonus: Decimal | None
    lines: tuple[Line, ...]
    costs: tuple[Cost, ...]
    years: tuple[YearPay, ...]
    per_hour: Decimal | None
    unknown: tuple[str, ...]

    @property
    def not_counted(self) -> tuple[Line, ...]:
        """The lines that are in no sum."""
        return tuple(line for line in self.lines if not line.counted)

    def total(self, level: Certainty) -> Decimal | None:
        """All years together at least as sure as `level`; None while base is not known.

        Rule: the sum of the years. Units: money over the years. Errors: none. Source: own definition.
        """
        return sum((year.total(level) for year in self.years), Decimal(0)) if self.years else None

    def cumulative(self, level: Certainty) -> tuple[Decimal, ...]:
        """What has been paid by the end of each year, at least as sure as `level`; empty while base is not known.

        Rule: the sum of the years until then. Units: money. Errors: none. Source: own definition.
        """
        return tuple(accumulate(year.total(level) for year in self.years))

    def by_form(self, year: int) -> dict[Form, Decimal]:
        """The pay of one year, from 1, by what it is paid in; of every certainty.

        Rule: the sums of the lines that are counted. Units: money a year. Errors: IndexError for another
        year. Source: own definition.
        """
        counted = [line for line in self.lines if line.counted]
        return {form: _sum(line.amounts[year - 1] for line in counted if line.form is form) for form in Form}


def valuation(terms: OfferTerms, years: int = 4, scenario: Scenario = EXPECTED) -> Valuation:
    """An offer year by year.

    Rule: every line by its own rule; what comes once, shares and options in the year in which they come, never
    averaged. What is not known counts in no sum and is named; nor does what nobody may be able to sell, unless
    the scenario counts it. Pay an hour is of the guaranteed yearly pay of a full first year. Units: money a
    year, years 1 to `years`. Errors: ValueError for years under 1 or leaving before the start, PeriodError for
    a base paid once. Source: own definition.
    """
    if years < 1:
        raise ValueError("years must be at least 1")
    if scenario.leave is not None and scenario.leave < 0:
        raise ValueError("nobody leaves before the start")
    base, made = base_a_year(terms), tuple(lines(Sheet(terms=terms, scenario=scenario, years=years)))
    paid = () if base is None else tuple(_years(made, years))
    full = paid and (scenario.leave is None or scenario.leave >= 12)
    return Valuation(
        terms=terms,
        scenario=scenario,
        base=base,
        bonus=bonus_a_year(terms),
        lines=made,
        costs=tuple(_costs(terms)),
        years=paid,
        per_hour=per_hour(paid[0].recurring.guaranteed if full else None, terms.hours_week),
        unknown=unknown(terms),
    )


def _costs(terms: OfferTerms) -> Iterable[Cost]:
    for at, part in enumerate(terms.parts):
        if isinstance(part, Extra) and part.premium is not None:
            yield Cost(code="premium", label=part.label, a_year=part.premium * 12, part=at)
    if terms.commute_cost is not None or terms.commute_days or terms.commute_minutes:
        yield Cost(code="commute", label="", a_year=None if terms.commute_cost is None else terms.commute_cost * 12)


def _years(made: Sequence[Line], years: int) -> Iterable[YearPay]:
    """The years, from 1: the lines are gone through once, and only kinds of pay that there are get summed."""
    kinds: dict[tuple[bool, Certainty], list[Amounts]] = {}
    for line in made:
        if line.counted:
            kinds.setdefault((line.one_off, line.certainty), []).append(line.amounts)
    sums = {kind: [_sum(year) for year in zip(*amounts, strict=True)] for kind, amounts in kinds.items()}
    nothing = [Decimal(0)] * years
    recurring, one_off = (
        map(_split, *(sums.get((once, level), nothing) for level in LEVELS)) for once in (False, True)
    )
    for year, (every, single) in enumerate(zip(recurring, one_off, strict=True), start=1):
        yield YearPay(year=year, recurring=every, one_off=single)


def _split(guaranteed: Decimal, likely: Decimal, maybe: Decimal) -> Split:
    return Split(guaranteed=guaranteed, likely=likely, maybe=maybe)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum of those that are known: exact, so that the order of the lines changes nothing."""
    return quotient(reduce(EXACT.add, filter(None, amounts), Decimal(0)))
