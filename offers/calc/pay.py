"""What an offer pays: base a year, bonus, and the terms they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from groundwork.money import Basis, Period, as_decimal

WEEKS = 52


class PeriodError(ValueError):
    """Base pay is not paid by this period."""


class LikelihoodError(ValueError):
    """The likelihoods of the payouts do not sum to 100 percent."""


class Certainty(StrEnum):
    """How sure a payment is; each level counts the ones before it too."""

    GUARANTEED = "guaranteed"
    LIKELY = "likely"
    MAYBE = "maybe"


@dataclass(frozen=True, kw_only=True)
class Extra:
    """A payment beside base and bonus: every year, or once in year 1 to 4."""

    label: str
    amount: Decimal | None
    every: Literal["year", "once"]
    year: int = 1
    certainty: Certainty = Certainty.GUARANTEED


@dataclass(frozen=True, kw_only=True)
class OfferTerms:
    """One offer as written; None is not known, 0 is none. Percents are of base a year.

    A bonus is a target in percent of base or an amount a year; with both, the amount counts. A bonus whose
    certainty is not known counts as "maybe".
    """

    name: str
    currency: str
    basis: Basis
    base: Decimal | None
    period: Period
    payments: int | None = None
    hours_week: Decimal | None = None
    days_week: Decimal | None = None
    bonus_target_percent: Decimal | None = None
    bonus_amount: Decimal | None = None
    bonus_likelihood: Certainty | None = None
    sign_on: Decimal | None = None
    extras: tuple[Extra, ...] = ()
    expires: date | None = None


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
    return None if pay is None or not hours_week else as_decimal(Fraction(pay) / Fraction(hours_week * WEEKS))


def unknown(terms: OfferTerms) -> tuple[str, ...]:
    """The names of what the offer leaves open and its value needs.

    Rule: blanks among base, what its period needs, hours (for pay an hour), bonus and its certainty, sign-on,
    and "extra:<number from 0>" for an extra without amount. Units: names. Errors: none.
    Source: own definition.
    """
    needs = {"month": "payments", "day": "days_week", "hour": "hours_week"}.get(terms.period, "base")
    names = [name for name in dict.fromkeys(("base", needs, "hours_week")) if getattr(terms, name) is None]
    if terms.bonus_amount is None and terms.bonus_target_percent is None:
        names.append("bonus")
    elif terms.bonus_likelihood is None and (terms.bonus_amount or terms.bonus_target_percent):
        names.append("bonus_likelihood")
    if terms.sign_on is None:
        names.append("sign_on")
    return (*names, *(f"extra:{at}" for at, extra in enumerate(terms.extras) if extra.amount is None))
