"""What an offer is worth year by year, by how sure each payment is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from offers.calc.pay import Certainty, OfferTerms, base_a_year, bonus_a_year, per_hour, unknown

LEVELS = tuple(Certainty)


class Code(StrEnum):
    """What a line is about."""

    BASE = "base"
    BONUS = "bonus"
    SIGN_ON = "sign_on"
    EXTRA = "extra"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One payment over the years; an amount is None where it is not known, 0 where nothing is paid.

    `label` is what the person typed for an extra, "" for the rest.
    """

    code: Code
    certainty: Certainty
    one_off: bool
    amounts: tuple[Decimal | None, ...]
    label: str = ""


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
    base: Decimal | None
    bonus: Decimal | None
    lines: tuple[Line, ...]
    years: tuple[YearPay, ...]
    per_hour: Decimal | None
    unknown: tuple[str, ...]

    def total(self, level: Certainty) -> Decimal | None:
        """All years together at least as sure as `level`; None while base is not known.

        Rule: the sum of the years. Units: money over the years. Errors: none. Source: own definition.
        """
        return sum((year.total(level) for year in self.years), Decimal(0)) if self.years else None


def valuation(terms: OfferTerms, years: int = 4) -> Valuation:
    """An offer year by year.

    Rule: base, bonus and yearly extras every year; the sign-on in year 1 and a single extra in its own year,
    never averaged. What is not known counts in no sum and is named. Pay an hour is of the guaranteed yearly
    pay. Units: money a year, years 1 to `years`. Errors: ValueError for years under 1, PeriodError for a base
    paid once. Source: own definition.
    """
    if years < 1:
        raise ValueError("years must be at least 1")
    base = base_a_year(terms)
    lines = tuple(_lines(terms, base, years))
    paid = () if base is None else tuple(_year(lines, year) for year in range(1, years + 1))
    return Valuation(
        terms=terms,
        base=base,
        bonus=bonus_a_year(terms),
        lines=lines,
        years=paid,
        per_hour=per_hour(paid[0].recurring.guaranteed if paid else None, terms.hours_week),
        unknown=unknown(terms),
    )


def _lines(terms: OfferTerms, base: Decimal | None, years: int) -> Iterable[Line]:
    sure = Certainty.GUARANTEED
    yield Line(code=Code.BASE, certainty=sure, one_off=False, amounts=(base,) * years)
    bonus, certainty = bonus_a_year(terms), terms.bonus_likelihood or Certainty.MAYBE
    yield Line(code=Code.BONUS, certainty=certainty, one_off=False, amounts=(bonus,) * years)
    yield Line(code=Code.SIGN_ON, certainty=sure, one_off=True, amounts=_once(terms.sign_on, 1, years))
    for extra in terms.extras:
        once = extra.every == "once"
        amounts = _once(extra.amount, extra.year, years) if once else (extra.amount,) * years
        yield Line(code=Code.EXTRA, certainty=extra.certainty, one_off=once, amounts=amounts, label=extra.label)


def _once(amount: Decimal | None, year: int, years: int) -> tuple[Decimal | None, ...]:
    return tuple(amount if at == year else Decimal(0) for at in range(1, years + 1))


def _year(lines: Iterable[Line], year: int) -> YearPay:
    sums = {(one_off, level): Decimal(0) for one_off in (False, True) for level in LEVELS}
    for line in lines:
        sums[line.one_off, line.certainty] += line.amounts[year - 1] or 0
    recurring, one_off = (Split(**{str(level): sums[once, level] for level in LEVELS}) for once in (False, True))
    return YearPay(year=year, recurring=recurring, one_off=one_off)
