"""What a life costs, and how long the savings carry it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from groundwork.money import as_decimal

SHORT_RUNWAY = 3


class NoLimit(Enum):
    """The answer of `runway` when income covers the outgoings."""

    NO_LIMIT = "no_limit"


NO_LIMIT = NoLimit.NO_LIMIT
Runway = Decimal | NoLimit | None


def financial_need(outgoings: Decimal | None, tax_percent: Decimal | None) -> Decimal | None:
    """The yearly gross pay that covers the monthly outgoings.

    Rule: outgoings * 12 / (1 - tax). Units: money a month and percent in, money a year gross out (with a tax
    of 0: net). None where a term is not known or the tax is not under 100. Errors: none.
    Source: own definition.
    """
    if outgoings is None or tax_percent is None or not 0 <= tax_percent < 100:
        return None
    return as_decimal(Fraction(outgoings) * 1200 / (100 - Fraction(tax_percent)))


def runway(savings: Decimal | None, outgoings: Decimal | None, income: Decimal | None) -> Runway:
    """How many months the savings last.

    Rule: savings / (outgoings - income); income at or above the outgoings has no limit; None where a term
    is not known. Units: money and money a month in, months out. Errors: none. Source: own definition.
    """
    if outgoings is None or income is None:
        return None
    if income >= outgoings:
        return NO_LIMIT
    return None if savings is None else as_decimal(Fraction(savings) / Fraction(outgoings - income))


def is_short(lasts: Runway) -> bool:
    return isinstance(lasts, Decimal) and lasts < SHORT_RUNWAY
