"""Exact arithmetic on the way to a result: a Fraction is brought to its lowest terms at every step, this once."""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from fractions import Fraction

# Sums, differences and products of decimals in which no digit is dropped: one of more digits than this is an error.
# Never divide in it: what does not come out even is an error too, so that is for `quotient`, outside of it.
EXACT = Context(prec=10_000, traps=[DivisionByZero, Inexact, InvalidOperation, Overflow])


def quotient(over: Decimal, under: Decimal | int = 1) -> Decimal:
    """A decimal, or one over another, rounded once: digit by digit what `as_decimal` makes of their fractions.

    Rule: over / under, which is above 0. Units: those of the result. Errors: ZeroDivisionError. Source: own
    definition.
    """
    (number, part), (by_number, by_part) = over.as_integer_ratio(), under.as_integer_ratio()
    return Decimal(number * by_part) / Decimal(part * by_number)


def product(*factors: Decimal | Fraction | int, per: int = 1) -> Fraction:
    """The product of all, over `per`.

    Rule: factor x factor / per. Units: those of the result. Errors: ZeroDivisionError. Source: own definition.
    """
    over, under = 1, per
    for factor in factors:
        numerator, denominator = factor.as_integer_ratio()
        over, under = over * numerator, under * denominator
    return Fraction(over, under)
