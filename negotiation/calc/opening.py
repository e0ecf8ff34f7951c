"""The number to open with, the range to name, and the steps down from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from groundwork.money import as_decimal

# Steps people round to: 500 and 1,000 at a salary's size, moved to other sizes. (amount under, step)
ROUND_STEPS = (
    (10, Decimal("0.05")),
    (100, Decimal("0.5")),
    (1_000, Decimal(1)),
    (10_000, Decimal(50)),
    (100_000, Decimal(500)),
    (1_000_000, Decimal(1_000)),
)
MOST_YEARS = 100
MOST_STEPS = 20


class StepsError(ValueError):
    """The number of steps or years, or the ratio between steps, is outside what the rule covers."""


class OpeningRule(StrEnum):
    """Why the opening is what it is."""

    OWN = "own"  # typed by the person
    MIDPOINT = "midpoint"  # the target is the middle between the offer and the opening
    CAPPED = "capped"  # the midpoint rule asks for more than a source defends
    TARGET = "target"  # no source defends as much as the target
    HIGHEST_DEFENDED = "highest_defended"  # no offer yet
    NO_PAY_COUNTER = "no_pay_counter"  # the offer is at or above the target
    NEEDS_TARGET = "needs_target"  # an offer, but no target to aim at
    NEEDS_SOURCE = "needs_source"  # no offer yet, and no source for any number


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The opening and its terms; `amount` is None where the rule names no number.

    `exact` is the number before rounding, `step` the step it was rounded to (None: not rounded),
    `midpoint` is 2 * target - offer before any cap.
    """

    amount: Decimal | None
    rule: OpeningRule
    exact: Decimal | None = None
    step: Decimal | None = None
    midpoint: Decimal | None = None
    target: Decimal | None = None
    offer: Decimal | None = None
    cap: Decimal | None = None


class RangeKind(StrEnum):
    """How a range that is asked for lies to the target."""

    BOLSTERING = "bolstering"  # starts at the target
    BACKDOWN = "backdown"  # ends at the target
    BRACKETING = "bracketing"  # lies around the target
    ABOVE = "above"
    BELOW = "below"
    ONE_NUMBER = "one_number"
    REVERSED = "reversed"


class RangeWidth(StrEnum):
    """Whether a range is as wide as the 5 to 10 percent of its low end that were found to be heard well."""

    NARROW = "narrow"
    FITS = "fits"
    WIDE = "wide"


@dataclass(frozen=True, kw_only=True)
class RangeForm:
    """A range asked for; `width_percent` is of its low end, None when that is 0."""

    kind: RangeKind
    low: Decimal
    high: Decimal
    target: Decimal
    width: Decimal
    width_percent: Decimal | None
    fits: RangeWidth | None


@dataclass(frozen=True, kw_only=True)
class Concession:
    """Step `number` from 1 on: give `give`, then ask for `ask`."""

    number: int
    give: Decimal
    ask: Decimal


def rounding_step(amount: Decimal) -> Decimal:
    """The step an ask of this size is rounded to.

    Rule: 500 below 100,000, 1,000 below a million; see ROUND_STEPS for smaller amounts; from a million on
    a hundredth of the power of ten at or below it. Units: those of `amount`, 0 or more. Errors: none.
    Source: own definition.
    """
    for under, step in ROUND_STEPS:
        if amount < under:
            return step
    return Decimal(1).scaleb(amount.adjusted() - 2)


def round_between(
    exact: Decimal, *, low: Decimal, high: Decimal | None, step: Decimal
) -> tuple[Decimal, Decimal | None]:
    """The multiple of `step` nearest to `exact` within `low` and `high`, and the step that was used.

    Rule: a half goes up; where no multiple lies within the bounds, a half, a fifth and a tenth of the step
    are tried; where none does either, `exact` itself with no step. Units: one frame for all.
    Errors: none for low <= exact <= high; a step of 0 or less leaves `exact` as it is.
    Source: own definition.
    """
    for part in (1, 2, 5, 10) if step > 0 else ():
        fine = step / part
        below = exact // fine * fine
        fitting = [at for at in (below + fine, below) if low <= at and (high is None or at <= high)]
        if fitting:
            return min(fitting, key=lambda at: abs(at - exact)), fine
    return exact, None


def opening(
    target: Decimal | None, offer: Decimal | None, cap: Decimal | None, *, rounding: Decimal | None = None
) -> Opening:
    """The first number to ask for, before an answer.

    Rule: with an offer below the target 2 * target - offer, so that the target is the middle; at most `cap`,
    the highest number a source defends, but never below the target. An offer at or above the target gets no
    pay counter. No offer: `cap`, never below the target. Rounded last, to `rounding` (0: not at all) or
    else `rounding_step`, without leaving those bounds. Units: one frame for all. Errors: none; what cannot
    be said is an amount of None with its rule. Source: the midpoint rule of negotiation textbooks, as in
    Raiffa, The Art and Science of Negotiation (1982); cap and rounding are own definitions.
    """
    midpoint = None if target is None or offer is None else 2 * target - offer
    rule, exact = _rule(target, offer, cap, midpoint)
    if exact is None:
        return Opening(amount=None, rule=rule, midpoint=midpoint, target=target, offer=offer, cap=cap)
    low = max((value for value in (target, offer) if value is not None), default=Decimal(0))
    high = None if cap is None else max(cap, exact)
    step = rounding_step(exact) if rounding is None else rounding
    amount, used = round_between(exact, low=low, high=high, step=step)
    return Opening(
        amount=amount,
        rule=rule,
        exact=exact,
        step=used,
        midpoint=midpoint,
        target=target,
        offer=offer,
        cap=cap,
    )


def _rule(
    target: Decimal | None, offer: Decimal | None, cap: Decimal | None, midpoint: Decimal | None
) -> tuple[OpeningRule, Decimal | None]:
    if offer is not None and target is None:
        return OpeningRule.NEEDS_TARGET, None
    if offer is not None and target is not None and offer >= target:
        return OpeningRule.NO_PAY_COUNTER, None
    if midpoint is None and cap is None:
        return OpeningRule.NEEDS_SOURCE, None
    if target is not None and cap is not None and cap < target:
        return OpeningRule.TARGET, target
    if midpoint is None:
        return OpeningRule.HIGHEST_DEFENDED, cap
    if cap is not None and cap < midpoint:
        return OpeningRule.CAPPED, cap
    return OpeningRule.MIDPOINT, midpoint


def range_form(low: Decimal, high: Decimal, target: Decimal) -> RangeForm:
    """How a range that is asked for lies to the target, and whether its width is a usual one.

    Rule: from the target up is bolstering, up to the target is backdown, around it is bracketing; a width of
    5 to 10 percent of the low end fits. Units: one frame for all. Errors: none; low above high is REVERSED.
    Source: kinds by Ames and Mason, Tandem anchoring, J. Pers. Soc. Psychol. 108 (2015); the width is an
    own definition.
    """
    width = high - low
    percent = as_decimal(Fraction(width) * 100 / Fraction(low)) if low > 0 and width >= 0 else None
    kind = _kind(low, high, target)
    return RangeForm(
        kind=kind,
        low=low,
        high=high,
        target=target,
        width=width,
        width_percent=percent,
        fits=_fits(kind, percent),
    )


def _kind(low: Decimal, high: Decimal, target: Decimal) -> RangeKind:
    if low > high:
        return RangeKind.REVERSED
    if low == high:
        return RangeKind.ONE_NUMBER
    if low >= target:
        return RangeKind.BOLSTERING if low == target else RangeKind.ABOVE
    if high <= target:
        return RangeKind.BACKDOWN if high == target else RangeKind.BELOW
    return RangeKind.BRACKETING


def _fits(kind: RangeKind, percent: Decimal | None) -> RangeWidth | None:
    if percent is None or kind is RangeKind.ONE_NUMBER:
        return None
    if percent < 5:
        return RangeWidth.NARROW
    return RangeWidth.FITS if percent <= 10 else RangeWidth.WIDE


def years_of_raises(
    difference: Decimal, *, raise_percent: Decimal, years: int, discount_percent: Decimal = Decimal(0)
) -> Decimal:
    """What a difference in yearly pay adds up to when every later raise builds on it.

    Rule: the sum over years y = 1..years of difference * ((1 + g) / (1 + d))^(y - 1); year 1 has no raise and
    is not discounted. Units: money a year in, money out; percents a year. Errors: StepsError for years
    outside 0..100 or a percent at or below -100. Source: a geometric series.
    """
    if not 0 <= years <= MOST_YEARS or min(raise_percent, discount_percent) <= -100:
        raise StepsError("years must be 0 to 100, percents above -100")
    growth = (100 + Fraction(raise_percent)) / (100 + Fraction(discount_percent))
    return as_decimal(Fraction(difference) * sum((growth**year for year in range(years)), Fraction(0)))


def concessions(
    opening: Decimal, target: Decimal, *, steps: int, ratio: Decimal, floor: Decimal | None = None
) -> tuple[Concession, ...]:
    """The asks from an opening down to a target, in steps that shrink.

    Rule: step k = 0..n-1 gives (O - T)(1 - r) r^k / (1 - r^n), at r = 1 all equal; T is not below `floor`;
    the last ask is T exactly. Nothing to give (O <= T): no steps. Units: one frame for all.
    Errors: StepsError for steps outside 1..20 or a ratio outside 0 < r <= 1. Source: a geometric series.
    """
    if not 1 <= steps <= MOST_STEPS or not 0 < ratio <= 1:
        raise StepsError("steps must be 1 to 20, the ratio above 0 and at most 1")
    end = target if floor is None else max(target, floor)
    if opening <= end:
        return ()
    weights = [Fraction(ratio) ** number for number in range(steps)]
    span, total = Fraction(opening - end), sum(weights)
    return tuple(_steps_down(Fraction(opening), [span * weight / total for weight in weights]))


def _steps_down(start: Fraction, gives: Iterable[Fraction]) -> Iterable[Concession]:
    for number, give in enumerate(gives, start=1):
        start -= give
        yield Concession(number=number, give=as_decimal(give), ask=as_decimal(start))
