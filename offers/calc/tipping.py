"""What would have to change in money: more base pay, the month from which an offer leads, a lead that is too close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property
from itertools import accumulate

from groundwork.money import WIDEST, as_decimal
from offers.calc.lines import Amounts, Line, Scenario, Sheet
from offers.calc.parts import lines
from offers.calc.pay import base_a_year
from offers.calc.terms import Certainty, OfferTerms, Repay
from offers.calc.valuation import EXPECTED, LEVELS, Valuation, valuation

ONE = Decimal(1)
LEVEL = Decimal("0.000001")  # money nobody can pay, and more than two ways of rounding a sum differ by


@dataclass(frozen=True, kw_only=True)
class _Months(Sheet):
    """A sheet whose amounts are what is paid in each month instead of each year."""

    months: int

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The end of each month, from the start on, at most that of leaving."""
        stop = self.months if self.leave is None else self.leave
        return tuple(min(month, stop) for month in range(self.months + 1))

    def once(self, amount: Decimal | None, year: int, months: Decimal | None, repay: Repay) -> Amounts:
        """What is kept of a single payment, in the first month of its year."""
        paid = {12 * at: kept for at, kept in enumerate(super().once(amount, year, months, repay))}
        return tuple(paid.get(month, Decimal(0)) for month in range(self.months))


def more_base(other: Valuation, by: Decimal, level: Certainty) -> Decimal | None:
    """How much more base pay raises an offer's total by so much.

    Rule: all pay is base x a number + a number, so what `by` more base adds to the total says how much each unit
    adds; the rest of the offer, the scenario and the years stay. Not rounded, but for the 28 digits of a result.
    Units: money over the years in the currency the offer was written in, money in its own pay period out. None
    where base is not known or more of it adds nothing to this level. Errors: none. Source: own definition.
    """
    if not other.years:
        return None
    if not by:
        return Decimal(0)
    adds = _total(other, level, abs(by)) - _total(other, level, Decimal(0))
    return as_decimal(Fraction(by) * Fraction(abs(by)) / adds) if adds > 0 else None


def by_month(
    terms: OfferTerms, scenario: Scenario = EXPECTED, months: int = 48, *, rate: Decimal = ONE
) -> Mapping[Certainty, tuple[Decimal, ...]]:
    """What has been paid after each month, for each level of certainty; empty while base is not known.

    Rule: the lines of `valuation`, by the month instead of by the year; a single payment in the first month of
    its year, less what is given back later; all x `rate`. After 12, 24, ... months it is `Valuation.cumulative`.
    Units: months from 1, money. Errors: as `valuation`; ValueError for months under 1. Source: own definition.
    """
    if months < 1:
        raise ValueError("months must be at least 1")
    if scenario.leave is not None and scenario.leave < 0:
        raise ValueError("nobody leaves before the start")
    if base_a_year(terms) is None:
        return dict.fromkeys(LEVELS, ())
    sheet = _Months(terms=terms, scenario=scenario, years=-(-months // 12), months=months)
    made = [line for line in lines(sheet) if line.counted]
    return {level: _paid(made, level, rate) for level in LEVELS}


def crossing(one: Sequence[Decimal], other: Sequence[Decimal]) -> int | None:
    """The month from which the one that has paid more at the end stays ahead.

    Rule: the month after the last one in which it is not ahead; differences below 0.000001 are level. Units:
    what has been paid after each month, from 1; a month. None where it is ahead from the first month on, or they
    end level. Errors: ValueError for series of two lengths. Source: own definition.
    """
    leads = [left - right for left, right in zip(one, other, strict=True)]
    if not leads or abs(leads[-1]) < LEVEL:
        return None
    sign = 1 if leads[-1] > 0 else -1
    behind = [month for month, lead in enumerate(leads, start=1) if lead * sign < LEVEL]
    return behind[-1] + 1 if behind else None


def close(best: Decimal, second: Decimal, share: Decimal = Decimal("0.02")) -> bool:
    """Whether a lead is too close to call.

    Rule: the difference is less than 2 percent of the larger total, or there is none. Units: one money; `share`
    a part of 1. Errors: none. Source: own convention: pay and benefits are seldom known better than that.
    """
    return best == second or abs(best - second) < share * max(abs(best), abs(second))


def _total(other: Valuation, level: Certainty, base: Decimal) -> Fraction:
    """All years together at another base, from the terms: `other` may have been put in another currency."""
    found = valuation(replace(other.terms, base=base), len(other.years), other.scenario)
    return sum((Fraction(year.total(level)) for year in found.years), Fraction(0))


def _paid(made: Sequence[Line], level: Certainty, rate: Decimal) -> tuple[Decimal, ...]:
    """The sum of all lines at least as sure, after each month; rounded once, as `as_decimal` does."""
    sure = LEVELS[: LEVELS.index(level) + 1]
    columns = zip(*(line.amounts for line in made if line.certainty in sure), strict=True)
    with localcontext(prec=WIDEST):
        paid = (sum((amount for amount in column if amount), Decimal(0)) for column in columns)
        sums = [total * rate for total in accumulate(paid)]
    return tuple(+total for total in sums)
