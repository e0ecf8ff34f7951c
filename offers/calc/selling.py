"""Commission: what is paid by which month, with quota, ramp, delay and draw."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil

from groundwork.money import as_decimal
from offers.calc.terms import Commission


def full_month(terms: Commission) -> Decimal | None:
    """What a month after the ramp earns.

    Rule: the amount at full quota, else percent x quota / 12; x the percent of quota that is expected. Units:
    money a month. None where one of them is not known. Errors: none. Source: own definition.
    """
    full = _full(terms)
    return None if full is None else as_decimal(full)


def drawn_by(terms: Commission, months: int) -> Decimal | None:
    """The draw of the first so many full months, whatever is sold.

    Rule: the draw x the months that have one. Units: money, months. None where it has an amount but no months.
    Errors: none. Source: own definition.
    """
    return None if terms.draw and terms.draw_months is None else as_decimal(_drawn(terms, months))


def commission_by(terms: Commission, months: int) -> tuple[Decimal, Decimal] | None:
    """The draw, and the commission above it, that have been paid after so many full months.

    Rule: what is earned (in the ramp only its percent) is paid after the delay. A month with a draw pays the
    draw and what is above it. A recoverable draw is an advance: paid is the most of what has come in and of
    what was paid before plus this month's draw, and none of it is draw, as later months make up for it. A
    blank ramp, delay or draw is none; a ramp without its percent or a draw without its months is not known.
    Units: money, months. Errors: none. Source: own definition.
    """
    full, ramp = _full(terms), _ramp(terms)
    if full is None or ramp is None or (terms.draw and terms.draw_months is None):
        return None
    delay = Fraction(terms.delay_months or 0)
    paid = full * _months_earned(months - delay, *ramp)
    if not terms.draw:
        return Decimal(0), as_decimal(paid)
    # After the last month with a draw nothing is mixed any more: only the months until then are walked.
    last = range(min(months, ceil(terms.draw_months or 0)) + 1)
    came_in = [full * _months_earned(month - delay, *ramp) for month in last]
    advances = [_drawn(terms, month) for month in last]
    if terms.recoverable:
        return Decimal(0), as_decimal(max(_advanced(came_in, advances), paid))
    months_paid = zip(_steps(came_in), _steps(advances), strict=True)
    above = sum((max(come - draw, Fraction(0)) for come, draw in months_paid), Fraction(0))
    return as_decimal(advances[-1]), as_decimal(above + paid - came_in[-1])


def _full(terms: Commission) -> Fraction | None:
    month = terms.amount
    if terms.attainment is None:
        return None
    if month is not None:
        return Fraction(month) * Fraction(terms.attainment) / 100
    if terms.percent is None or terms.quota is None:
        return None
    return Fraction(terms.percent) * Fraction(terms.quota) * Fraction(terms.attainment) / 120_000


def _ramp(terms: Commission) -> tuple[Fraction, Fraction] | None:
    """Months of the ramp, and the part that is earned in them."""
    if not terms.ramp_months:
        return Fraction(0), Fraction(1)
    if terms.ramp_percent is None:
        return None
    return Fraction(terms.ramp_months), Fraction(terms.ramp_percent) / 100


def _months_earned(months: Fraction, ramp: Fraction, part: Fraction) -> Fraction:
    """How many months at the full amount the first so many months earn."""
    months = max(months, Fraction(0))
    return min(months, ramp) * part + max(months - ramp, Fraction(0))


def _drawn(terms: Commission, month: int) -> Fraction:
    return Fraction(terms.draw or 0) * min(Fraction(month), Fraction(terms.draw_months or 0))


def _steps(sums: list[Fraction]) -> list[Fraction]:
    return [after - before for before, after in pairwise(sums)]


def _advanced(came_in: list[Fraction], advances: list[Fraction]) -> Fraction:
    paid = Fraction(0)
    for come, draw in zip(came_in[1:], _steps(advances), strict=True):
        paid = max(paid + draw, come)
    return paid
