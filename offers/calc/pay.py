"""What an offer pays: base and bonus, by the year and by the month, and what is kept of a payment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import partial
from typing import Literal

from groundwork.money import as_decimal
from offers.calc.blanks import unknown
from offers.calc.exact import EXACT, product, quotient
from offers.calc.terms import Certainty, Extra, OfferTerms, Payouts, Repay

__all__ = [
    "WEEKS",
    "BonusCase",
    "Certainty",
    "Extra",
    "LikelihoodError",
    "OfferTerms",
    "Payout",
    "PeriodError",
    "base_a_year",
    "base_by",
    "bonus_a_year",
    "bonus_by",
    "expected_bonus",
    "kept",
    "next_a_year",
    "paid_part",
    "per_hour",
    "unknown",
]

WEEKS = 52
# How a bonus turns out: by its odds, not at all, at its target, or at its maximum.
BonusCase = Literal["expected", "none", "target", "most"]


class PeriodError(ValueError):
    """Base pay is not paid by this period."""


class LikelihoodError(ValueError):
    """The likelihoods of the payouts do not sum to 100 percent."""


@dataclass(frozen=True, kw_only=True)
class Payout:
    """One way a bonus can end: with this likelihood, this part of its target is paid (both percents)."""

    likelihood: Decimal
    paid: Decimal


def base_a_year(terms: OfferTerms) -> Decimal | None:
    """Base pay a year.

    Rule: hour x hours a week x 52; day x days a week x 52; week x 52; month x payments (12, 13 or 14);
    year x 1. Units: money a period in, money a year out. None where base, or what its period needs, is not
    known. Errors: PeriodError for "once". Source: own definition, a year of 52 paid weeks.
    """
    if terms.base is None or (times := _times(terms)) is None:
        return None
    return terms.base * times


def _times(terms: OfferTerms) -> Decimal | None:
    match terms.period:
        case "year":
            return Decimal(1)
        case "month":
            return None if terms.payments is None else Decimal(terms.payments)
        case "week":
            return Decimal(WEEKS)
        case "day":
            return None if terms.days_week is None else terms.days_week * WEEKS
        case "hour":
            return None if terms.hours_week is None else terms.hours_week * WEEKS
    raise PeriodError(f"no base pay by {terms.period}")


def bonus_a_year(terms: OfferTerms) -> Decimal | None:
    """The bonus a year if its target is met in full.

    Rule: the amount if there is one, else base a year x target percent. Units: money a year. None where that
    is not known. Errors: as `base_a_year`. Source: own definition.
    """
    if terms.bonus_amount is not None:
        return terms.bonus_amount
    if terms.bonus_target_percent is None:
        return None
    if terms.bonus_target_percent == 0:
        return Decimal(0)
    base = base_a_year(terms)
    return None if base is None else base * terms.bonus_target_percent / 100


def expected_bonus(base: Decimal, target_percent: Decimal, payouts: Sequence[Payout]) -> Decimal:
    """The bonus a year on average over the ways it can end.

    Rule: base x target percent x the sum of likelihood x part paid. Units: money a year, percents.
    Errors: LikelihoodError unless the likelihoods sum to 100. Source: expected value.
    """
    if sum(payout.likelihood for payout in payouts) != 100:
        raise LikelihoodError("the likelihoods must sum to 100 percent")
    part = sum((Fraction(payout.likelihood) * Fraction(payout.paid) for payout in payouts), Fraction(0))
    return as_decimal(Fraction(base) * Fraction(target_percent) * part / 1_000_000)


def per_hour(pay: Decimal | None, hours_week: Decimal | None) -> Decimal | None:
    """Pay for one hour.

    Rule: pay a year / (hours a week x 52). Units: money a year in, money an hour out. None where a term is
    not known or the hours are 0. Errors: none. Source: own definition.
    """
    return None if pay is None or not hours_week else quotient(pay, hours_week * WEEKS)


def next_a_year(terms: OfferTerms) -> Decimal | None:
    """Base pay a year at the next step of the grade.

    Rule: as `base_a_year`, from the next base. Units: money a period in, money a year out. None where that
    is not known. Errors: as `base_a_year`. Source: own definition.
    """
    return None if terms.next_base is None else base_a_year(replace(terms, base=terms.next_base))


def base_by(terms: OfferTerms, months: int) -> Fraction | None:
    """Base pay of the first so many full months.

    Rule: a twelfth of base a year each month, of the next step after its months, both x (1 + raise) to the
    power of the full years before; a raise or a step that is not known is left out. Units: months, money.
    None where base a year is not known. Errors: as `base_a_year`. Source: own definition.
    """
    base, later = base_a_year(terms), next_a_year(terms)
    if base is None:
        return None
    if later is None and not terms.raise_percent:
        return product(base, months, per=12)  # what the sum below comes to, for most offers
    total, rate = Decimal(0), Decimal(1)
    with localcontext(EXACT):
        growth = 1 + (terms.raise_percent or 0) * Decimal("0.01")
        for start in range(0, months, 12):
            worked = before = Decimal(min(months - start, 12))
            if later is not None and terms.next_months is not None:
                before = min(max(terms.next_months - start, Decimal(0)), worked)
            total += rate * (base * before + (later or 0) * (worked - before))
            rate *= growth
    return product(total, per=12)


def paid_part(payouts: Payouts, case: BonusCase = "expected") -> Fraction | None:
    """The part of its target that a bonus pays.

    Rule: none 0; target 1; most its percent, or 1 where that is not known; expected: by the likelihoods once
    all are known, else 1. Units: a part of 1. None where they do not sum to 100 percent. Errors: none.
    Source: expected value.
    """
    if case != "expected":
        most = 100 if payouts.most_percent is None else payouts.most_percent
        return {"none": Fraction(0), "target": Fraction(1), "most": Fraction(most) / 100}[case]
    nothing, target, most_odds, most_percent = payouts.nothing, payouts.target, payouts.most, payouts.most_percent
    if nothing is None or target is None or most_odds is None or most_percent is None:
        return Fraction(1)
    if nothing + target + most_odds != 100:
        return None
    return product(target, per=100) + product(most_odds, most_percent, per=10_000)


def bonus_by(
    terms: OfferTerms, months: int, *, base: Callable[[int], Fraction | None] | None = None
) -> Fraction | None:
    """The bonuses of so many full months, if their target is met. `base` is `base_by` of these terms, if at hand.

    Rule: one at the end of every full year: the amount, else the percent of that year's base; the first one x the
    months that count for it / 12 (blank: 12). Units: months, money. None where one of them is not known. Errors:
    as `base_a_year`. Source: own definition.
    """
    base = base or partial(base_by, terms)
    full = _full_bonuses(terms, months // 12, base)
    if full is None or terms.first_months is None or months < 12:
        return full
    first = _full_bonuses(terms, 1, base)
    return None if first is None else full - first + product(first, terms.first_months, per=12)


def _full_bonuses(terms: OfferTerms, years: int, base: Callable[[int], Fraction | None]) -> Fraction | None:
    """As `bonus_by`, with a first bonus that counts in full: a percent of each year's base is one of their sum."""
    if terms.bonus_amount is not None or not terms.bonus_target_percent:
        bonus = bonus_a_year(terms)
        return None if bonus is None else product(bonus, years)
    paid = base(12 * years)
    return None if paid is None else product(paid, terms.bonus_target_percent, per=100)


def kept(amount: Decimal, months: int, clawback_months: Decimal | None, clawback: Repay) -> Decimal:
    """What stays of a payment with somebody who leaves so many full months after it.

    Rule: all of it from the last month in which it can be asked back, or where there is none; before, nothing
    ("full") or amount x months / those months ("pro_rata"). Units: money, months. Errors: none. Source: own
    definition.
    """
    if clawback_months is None or months >= clawback_months:
        return amount
    if clawback == "full":
        return Decimal(0)
    return as_decimal(Fraction(amount) * months / Fraction(clawback_months))
