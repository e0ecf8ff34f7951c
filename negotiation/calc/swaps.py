"""What one thing about a job is worth to a person, by a few questions: would you give up so much a year for it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from groundwork.money import Amount, as_decimal

Said = Literal["yes", "no", "same"]

QUESTIONS = 8
EARLY = 2
NEAR = Decimal("1.15")  # the geometric middle of a bracket this narrow is within 7.3 percent of all of it
LEAST, MOST = Decimal(2000), Decimal(2)  # the parts of pay that are asked about at the ends
ONE = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question and its answer: would you give up `amount` a year for it?"""

    amount: Decimal
    said: Said


@dataclass(frozen=True, kw_only=True)
class Price:
    """What has been heard of a price, a year.

    `low` is the most that would be given up, `high` the least that would not; None where no answer says so.
    `price` is None until `done`. `none`: worth next to nothing, price 0. `beyond`: not for sale at half the
    pay, and no price.
    """

    low: Decimal | None
    high: Decimal | None
    price: Decimal | None
    done: bool
    none: bool
    beyond: bool


def next_amount(pay: Decimal, asked: Sequence[Asked], currency_step: Decimal = ONE) -> Decimal | None:
    """The next amount to ask about.

    Rule: the geometric middle of what is still open, at first of 1/2000 to 1/2 of pay, rounded to 2 significant
    digits (3 where 2 would not lie inside); an end itself after two answers the same way, once what is open
    towards it is narrow, or for the last question. Units: money a year; `currency_step` is the least the currency
    can pay. None when done, or without a pay above 0. Errors: none. Source: even swaps (Hammond, Keeney and Raiffa
    1998), by bisection.
    """
    if pay <= 0 or result(pay, asked, currency_step).done:
        return None
    return _next(pay, asked, currency_step)


def result(pay: Decimal, asked: Sequence[Asked], currency_step: Decimal = ONE) -> Price:
    """What the answers come to.

    Rule: the price is the amount of which it was said that all is the same, else the geometric middle of the
    bracket, rounded to 3 significant digits. Done once the ends of the bracket are at most 15 percent apart,
    nothing between them can be asked, an end was asked and refused, or after 8 questions. A later answer rules
    over the earlier ones that contradict it, and ends the questions; of a bracket with one end that end is the
    price. Units: money a year. Errors: none. Source: even swaps (Hammond, Keeney and Raiffa 1998).
    """
    kept = _kept(asked)
    low, high = _bracket(kept)
    bottom, top = ends(pay, currency_step)
    none = low is None and high is not None and high <= bottom
    beyond = high is None and low is not None and low >= top
    ruled_out = len(kept) < sum(one.amount > 0 for one in asked)
    done = none or beyond or ruled_out or _near(low, high) or len(asked) >= QUESTIONS or pay <= 0
    done = done or _next(pay, asked, currency_step) is None
    price = _price(low, high) if done and not beyond else None
    return Price(low=low, high=high, price=Decimal(0) if none else price, done=done, none=none, beyond=beyond)


def ends(pay: Decimal, currency_step: Decimal = ONE) -> tuple[Decimal, Decimal]:
    """The least and the most that is asked about.

    Rule: pay / 2000, down, and pay / 2, up, to 2 significant digits that can be paid, and not 0. Units: money a
    year. Errors: none. Source: own definition.
    """
    least, most = (
        _payable(pay / part, 2, currency_step, way) for part, way in ((LEAST, ROUND_FLOOR), (MOST, ROUND_CEILING))
    )
    return max(least, currency_step), max(most, currency_step)


def per_unit(price: Decimal | None, quantity: Amount | None) -> Decimal | None:
    """The price of one unit of what a price was given for.

    Rule: price / quantity. Units: money a year in, money a year for one unit out. None where one is not known
    or the quantity is 0. Errors: none. Source: own definition.
    """
    return None if price is None or not quantity else as_decimal(Fraction(price) / Fraction(quantity))


def worth(price_per_unit: Decimal | None, value: Amount | None, reference: Amount | None) -> Decimal | None:
    """What an offer's value on a thing is worth against that of another one.

    Rule: (value - reference) x price of one unit; below 0 where it is less. Units: units, money a year. None
    where one is not known. Errors: none. Source: even swaps (Hammond, Keeney and Raiffa 1998).
    """
    if price_per_unit is None or value is None or reference is None:
        return None
    return as_decimal((Fraction(value) - Fraction(reference)) * Fraction(price_per_unit))


def _next(pay: Decimal, asked: Sequence[Asked], step: Decimal) -> Decimal | None:
    """The end that has to be heard itself, or what lies in the middle."""
    bottom, top = ends(pay, step)
    heard, last = _bracket(_kept(asked)), len(asked) == QUESTIONS - 1
    low, high = heard[0] or bottom, heard[1] or top
    middle = _middle(low, high, step)
    # Two answers the same way: ask that end itself, rather than creep up to it question by question.
    early = len(asked) >= EARLY and None in heard
    close = last or early or middle is None or _near(low, high)
    if close and heard[0] is None:
        return bottom
    if close and heard[1] is None:
        return top
    return middle


def _middle(low: Decimal, high: Decimal, step: Decimal) -> Decimal | None:
    """What can be paid in the geometric middle, strictly inside."""
    middle = (low * high).sqrt()
    round_ones = (_payable(middle, digits, step) for digits in (2, 3))
    return next((one for one in round_ones if low < one < high), None)


def _kept(asked: Sequence[Asked]) -> list[Asked]:
    """The answers that no later one contradicts; amounts of nothing or less say nothing."""
    kept: list[Asked] = []
    for one in asked:
        if one.amount > 0:
            kept = [*(before for before in kept if not (_against(before, one) or _against(one, before))), one]
    return kept


def _against(yes: Asked, no: Asked) -> bool:
    """Whether the first would give up at least what the second would not."""
    return yes.said != "no" and no.said != "yes" and yes.amount >= no.amount and yes != no


def _bracket(kept: Sequence[Asked]) -> tuple[Decimal | None, Decimal | None]:
    low = max((one.amount for one in kept if one.said != "no"), default=None)
    return low, min((one.amount for one in kept if one.said != "yes"), default=None)


def _near(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and high <= low * NEAR


def _price(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    if low is None or high is None or low == high:
        return high if low is None else low
    return _rounded((low * high).sqrt(), 3)


def _payable(amount: Decimal, digits: int, step: Decimal, way: str = ROUND_HALF_UP) -> Decimal:
    """An amount of so many significant digits as a number of steps of the currency."""
    return (_rounded(amount, digits, way) / step).to_integral_value(way) * step


def _rounded(amount: Decimal, digits: int, way: str = ROUND_HALF_UP) -> Decimal:
    return amount.quantize(ONE.scaleb(amount.adjusted() - digits + 1), way) + 0  # 31000, not 3.1E+4
