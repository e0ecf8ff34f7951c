"""Commission: what is paid by which month, with quota, ramp, delay and draw."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache, partial
from itertools import pairwise
from math import ceil

from offers.calc.exact import EXACT, quotient
from offers.calc.terms import Commission

CommissionByMonth = Callable[[int], tuple[Decimal, Decimal] | None]


def full_month(terms: Commission) -> Decimal | None:
    """What a month after the ramp earns.

    Rule: the amount at full quota, else percent x quota / 12; x the percent of quota that is expected. Units:
    money a month. None where one of them is not known. Errors: none. Source: own definition.
    """
    full = _full_year(terms)
    return None if full is None else quotient(full, 12)


def drawn_by(terms: Commission, months: int) -> Decimal | None:
    """The draw of the first so many full months, whatever is sold.

    Rule: the draw x the months that have one. Units: money, months. None where it has an amount but no months.
    Errors: none. Source: own definition.
    """
    return None if terms.draw and terms.draw_months is None else quotient(_drawn(terms, months))


def commission_by(terms: Commission) -> CommissionByMonth:
    """The draw, and the commission above it, that have been paid after so many full months: a function of these.

    Rule: what is earned (in the ramp only its percent) is paid after the delay. A month with a draw pays the
    draw and what is above it. A recoverable draw is an advance: paid is the most of what has come in and of
    what was paid before plus this month's draw, and none of it is draw, as later months make up for it. A
    blank ramp, delay or draw is none; a ramp without its percent or a draw without its months is not known.
    Units: money, months. Errors: none. Source: own definition.
    """
    year, ramp = _full_year(terms), _ramp(terms)
    if year is None or ramp is None or (terms.draw and terms.draw_months is None):
        return lambda months: None
    come = partial(_come, year, ramp, terms.delay_months or Decimal(0))
    # After the last month with a draw nothing is mixed any more: only the months until then are walked, and once.
    last = ceil(terms.draw_months or 0) if terms.draw else 0
    walked = cache(partial(_walked, terms, come))

    def by(months: int) -> tuple[Decimal, Decimal]:
        with localcontext(EXACT):
            (drawn, above), paid = walked(min(months, last)), come(months)
            above = max(above, paid) if terms.draw and terms.recoverable else above + paid
        return quotient(drawn, 12), quotient(above, 12)

    return by


def _come(year: Decimal, ramp: tuple[Decimal, Decimal], delay: Decimal, months: int) -> Decimal:
    """What has come in by then, x 12: a twelfth of a year would not be exact."""
    return year * _months_earned(months - delay, *ramp)


def _walked(terms: Commission, come: Callable[[int], Decimal], last: int) -> tuple[Decimal, Decimal]:
    """The draw until a month, and what is above it beside all that has come in until then; both x 12."""
    came_in = [come(month) for month in range(last + 1)]
    advances = [12 * _drawn(terms, month) for month in range(last + 1)]
    if terms.recoverable:
        return Decimal(0), _advanced(came_in, advances)
    months_paid = zip(_steps(came_in), _steps(advances), strict=True)
    above = sum((max(came - draw, Decimal(0)) for came, draw in months_paid), Decimal(0))
    return advances[-1], above - came_in[-1]


def _full_year(terms: Commission) -> Decimal | None:
    """What twelve months after the ramp earn."""
    if terms.attainment is None:
        return None
    with localcontext(EXACT):
        if terms.amount is not None:
            return 12 * terms.amount * terms.attainment * Decimal("0.01")
        if terms.percent is None or terms.quota is None:
            return None
        return terms.percent * terms.quota * terms.attainment * Decimal("0.0001")


def _ramp(terms: Commission) -> tuple[Decimal, Decimal] | None:
    """Months of the ramp, and the part that is earned in them."""
    if not terms.ramp_months:
        return Decimal(0), Decimal(1)
    if terms.ramp_percent is None:
        return None
    return terms.ramp_months, EXACT.multiply(terms.ramp_percent, Decimal("0.01"))


def _months_earned(months: Decimal, ramp: Decimal, part: Decimal) -> Decimal:
    """How many months at the full amount the first so many months earn."""
    months = max(months, Decimal(0))
    return min(months, ramp) * part + max(months - ramp, Decimal(0))


def _drawn(terms: Commission, month: int) -> Decimal:
    return EXACT.multiply(terms.draw or 0, min(Decimal(month), terms.draw_months or Decimal(0)))


def _steps(sums: list[Decimal]) -> list[Decimal]:
    return [after - before for before, after in pairwise(sums)]


def _advanced(came_in: list[Decimal], advances: list[Decimal]) -> Decimal:
    paid = Decimal(0)
    for come, draw in zip(came_in[1:], _steps(advances), strict=True):
        paid = max(paid + draw, come)
    return paid
