"""What pay really comes to: after tax and costs, for an hour that is really worked, in its place, today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from groundwork.money import as_decimal
from offers.calc.equity import DiscountError
from offers.calc.lines import Line
from offers.calc.terms import Certainty, Form, OfferTerms
from offers.calc.valuation import LEVELS, Valuation

UNTAXED = (Form.LOCKED, Form.IN_KIND)


class RateError(ValueError):
    """The rate or index cannot be used; the message says what to enter instead."""


@dataclass(frozen=True, kw_only=True)
class AfterTax:
    """One year after one's own tax rate and one's own costs; `assumed` names costs that were not known."""

    taxed: Decimal
    untaxed: Decimal
    tax: Decimal
    costs: Decimal
    left: Decimal
    assumed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RealHour:
    """Pay for an hour that work really takes in year 1; `assumed` names what was not known and left out."""

    weeks: Decimal
    hours: Decimal
    pay: Decimal
    an_hour: Decimal
    after_tax_an_hour: Decimal | None
    assumed: tuple[str, ...]


def present_value(amounts: Sequence[Decimal], discount_percent: Decimal) -> Decimal:
    """What amounts of several years are worth today.

    Rule: the sum of amount / (1 + d)^(y - 1); year 1 is not discounted. Units: money a year, percent a year.
    Errors: DiscountError below 0. Source: discounted cash flow.
    """
    if discount_percent < 0:
        raise DiscountError("Enter a discount of 0 or more.")
    factor, total = 1 + Fraction(discount_percent) / 100, Fraction(0)
    for amount in reversed(amounts):
        total = total / factor + Fraction(amount)
    return as_decimal(total)


def after_tax(worth: Valuation, year: int, level: Certainty) -> AfterTax | None:
    """What is left of one year's pay after one's own tax rate and costs.

    Rule: money and shares less the rate, money locked away and things in kind as they are, less the costs of
    the year. Pay that is net is not taxed again. Units: money a year. None without that year, or without a rate
    for gross pay. Errors: none. Source: own effective rate, the same on every part.
    """
    if not 1 <= year <= len(worth.years):
        return None
    return _taxed(worth, _counted(worth, level), year)


def real_hour(worth: Valuation) -> RealHour | None:
    """Pay for one hour that work really takes.

    Rule: weeks = 52 - (leave + holidays) / days a week (5 if not known); hours = weeks x (hours + overtime +
    commute both ways a week); pay = what is guaranteed every year, of year 1, less costs. Units: money an hour.
    None without base or weekly hours, or where no hours are left. Errors: none. Source: own definition.
    """
    terms = worth.terms
    if not worth.years or terms.hours_week is None or _part_of_year(worth, 1) < 1:
        return None
    weeks = 52 - Fraction((terms.leave_days or 0) + (terms.holidays or 0)) / Fraction(terms.days_week or 5)
    hours = weeks * (Fraction(terms.hours_week) + Fraction(terms.overtime_week or 0) + _commute(terms))
    if weeks <= 0 or hours <= 0:
        return None
    lines = [line for line in _counted(worth, Certainty.GUARANTEED) if not line.one_off]
    costs, not_known = _costs(worth, 1)
    pay, taxed = _sum_of(lines, 1) - costs, _taxed(worth, lines, 1)
    return RealHour(
        weeks=as_decimal(weeks),
        hours=as_decimal(hours),
        pay=pay,
        an_hour=as_decimal(Fraction(pay) / hours),
        after_tax_an_hour=None if taxed is None else as_decimal(Fraction(taxed.left) / hours),
        assumed=(*_left_out(terms), *not_known),
    )


def in_place(amount: Decimal, index: Decimal | None) -> Decimal | None:
    """What an amount buys where life costs so much, on the scale where 100 is average.

    Rule: amount / index x 100. Units: money, the person's own index. None where it is not known.
    Errors: RateError unless above 0. Source: real pay.
    """
    if index is not None and index <= 0:
        raise RateError("Enter a cost of living above 0.")
    return None if index is None else as_decimal(Fraction(amount) * 100 / Fraction(index))


def converted(amount: Decimal, rate: Decimal | None) -> Decimal | None:
    """An amount in another currency.

    Rule: amount x rate. Units: money, the person's own rate: how much of the other currency one unit brings.
    None where it is not known. Errors: RateError unless above 0. Source: own definition.
    """
    if rate is not None and rate <= 0:
        raise RateError("Enter an exchange rate above 0.")
    return None if rate is None else amount * rate


def _counted(worth: Valuation, level: Certainty) -> list[Line]:
    upto = LEVELS[: LEVELS.index(level) + 1]
    return [line for line in worth.lines if line.counted and line.certainty in upto]


def _sum_of(lines: Iterable[Line], year: int) -> Decimal:
    return sum((line.amounts[year - 1] or Decimal(0) for line in lines), Decimal(0))


def _taxed(worth: Valuation, lines: Sequence[Line], year: int) -> AfterTax | None:
    rate = Decimal(0) if worth.terms.basis == "net" else worth.terms.tax_rate
    if rate is None:
        return None
    untaxed = _sum_of((line for line in lines if line.form in UNTAXED), year)
    taxed = _sum_of(lines, year) - untaxed
    costs, not_known = _costs(worth, year)
    tax = taxed * rate / 100
    return AfterTax(
        taxed=taxed, untaxed=untaxed, tax=tax, costs=costs, left=taxed + untaxed - tax - costs, assumed=not_known
    )


def _costs(worth: Valuation, year: int) -> tuple[Decimal, tuple[str, ...]]:
    """The costs of the months that are worked in a year, and the names of those that are not known."""
    known = sum((Fraction(cost.a_year) for cost in worth.costs if cost.a_year is not None), Fraction(0))
    names = (
        "commute_cost" if cost.part is None else f"part:{cost.part}:premium"
        for cost in worth.costs
        if cost.a_year is None
    )
    return as_decimal(known * _part_of_year(worth, year)), tuple(names)


def _part_of_year(worth: Valuation, year: int) -> Fraction:
    """How much of a year is worked, by the month of leaving."""
    leave = worth.scenario.leave
    return Fraction(1) if leave is None else Fraction(min(max(leave - 12 * (year - 1), 0), 12), 12)


def _commute(terms: OfferTerms) -> Fraction:
    """Hours a week on the way, both ways; 0 where that is not known."""
    return Fraction(terms.commute_days or 0) * 2 * Fraction(terms.commute_minutes or 0) / 60


def _left_out(terms: OfferTerms) -> tuple[str, ...]:
    """The terms that were not known and would have changed the hours."""
    names = ["leave_days", "holidays", "overtime_week"]
    if terms.leave_days or terms.holidays:
        names.append("days_week")
    if 0 not in (terms.commute_minutes, terms.commute_days):
        names += ["commute_minutes", "commute_days"]
    return tuple(name for name in names if getattr(terms, name) is None)
