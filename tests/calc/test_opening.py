"""The opening, the range asked for, and what it costs later."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.opening import (
    OpeningRule,
    RangeKind,
    RangeWidth,
    StepsError,
    concessions,
    opening,
    range_form,
    round_between,
    rounding_step,
    years_of_raises,
)

money = st.decimals(min_value=0, max_value=10**12, places=2)
maybe_money = st.none() | money


def decimals(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


@pytest.mark.parametrize(
    ("target", "offer", "cap", "amount", "rule"),
    [
        (140_000, 125_000, None, 155_000, OpeningRule.MIDPOINT),
        (140_000, 125_000, 155_000, 155_000, OpeningRule.MIDPOINT),
        (140_000, 125_000, 150_000, 150_000, OpeningRule.CAPPED),
        (140_000, 125_000, 150_700, 150_000, OpeningRule.CAPPED),
        (140_000, 125_000, 130_000, 140_000, OpeningRule.TARGET),
        (140_000, 140_000, 150_000, None, OpeningRule.NO_PAY_COUNTER),
        (140_000, 141_000, None, None, OpeningRule.NO_PAY_COUNTER),
        (140_000, None, 152_000, 152_000, OpeningRule.HIGHEST_DEFENDED),
        (140_000, None, 130_000, 140_000, OpeningRule.TARGET),
        (None, None, 152_000, 152_000, OpeningRule.HIGHEST_DEFENDED),
        (140_000, None, None, None, OpeningRule.NEEDS_SOURCE),
        (None, None, None, None, OpeningRule.NEEDS_SOURCE),
        (None, 125_000, 150_000, None, OpeningRule.NEEDS_TARGET),
        (74_300, 68_000, None, 80_500, OpeningRule.MIDPOINT),
        (110, 100, None, 120, OpeningRule.MIDPOINT),
        (100, 99.7, None, 100, OpeningRule.MIDPOINT),
        (0, None, 0, 0, OpeningRule.HIGHEST_DEFENDED),
    ],
)
def test_the_opening_follows_its_rule(target, offer, cap, amount, rule):
    found = opening(*decimals(target, offer, cap))
    assert (found.amount, found.rule) == (None if amount is None else Decimal(str(amount)), rule)


def test_the_opening_carries_its_working():
    found = opening(*decimals(74_300, 68_000, 90_000))
    assert (found.target, found.offer, found.cap) == (74_300, 68_000, 90_000)
    assert (found.midpoint, found.exact, found.step, found.amount) == (80_600, 80_600, 500, 80_500)


def test_the_step_of_rounding_can_be_given_or_switched_off():
    terms = decimals(74_310, 68_000, None)
    assert opening(*terms, rounding=Decimal(1_000)).amount == 81_000
    assert opening(*terms, rounding=Decimal(0)).amount == 80_620


@given(maybe_money, maybe_money, maybe_money)
def test_an_opening_never_leaves_its_bounds(target, offer, cap):
    found = opening(target, offer, cap)
    if found.amount is None:
        assert found.rule not in (OpeningRule.MIDPOINT, OpeningRule.CAPPED, OpeningRule.TARGET)
        return
    assert target is None or found.amount >= target
    assert offer is None or found.amount >= offer
    assert cap is None or found.amount <= max(cap, target or 0)
    assert abs(found.amount - found.exact) <= rounding_step(found.exact)


@pytest.mark.parametrize(
    ("amount", "step"),
    [
        (0, "0.05"),
        (35, "0.5"),
        (100, 1),
        (999, 1),
        (3_000, 50),
        (70_000, 500),
        (155_000, 1_000),
        (999_999, 1_000),
        (1_200_000, 10_000),
        (15_000_000, 100_000),
    ],
)
def test_the_step_of_rounding_fits_the_size(amount, step):
    assert rounding_step(Decimal(amount)) == Decimal(step)


@pytest.mark.parametrize(
    ("exact", "low", "high", "rounded", "step"),
    [
        (80_249, 0, None, 80_000, 500),
        (80_250, 0, None, 80_500, 500),
        (80_400, 0, 80_400, 80_000, 500),
        (80_100, 80_100, None, 80_500, 500),
        (80_100, 80_100, 80_300, 80_250, 250),
        (80_110, 80_110, 80_140, 80_110, None),
        (80_110, 80_090, 80_140, 80_100, 100),
    ],
)
def test_rounding_stays_between_its_bounds(exact, low, high, rounded, step):
    low, high = decimals(low, high)
    assert round_between(Decimal(exact), low=low, high=high, step=Decimal(500)) == (rounded, step)


@pytest.mark.parametrize(
    ("low", "high", "kind", "fits"),
    [
        (70, 75, RangeKind.BOLSTERING, RangeWidth.FITS),
        (70, 77, RangeKind.BOLSTERING, RangeWidth.FITS),
        (70, 73, RangeKind.BOLSTERING, RangeWidth.NARROW),
        (70, 78, RangeKind.BOLSTERING, RangeWidth.WIDE),
        (65, 70, RangeKind.BACKDOWN, RangeWidth.FITS),
        (68, 72, RangeKind.BRACKETING, RangeWidth.FITS),
        (71, 75, RangeKind.ABOVE, RangeWidth.FITS),
        (60, 69, RangeKind.BELOW, RangeWidth.WIDE),
        (70, 70, RangeKind.ONE_NUMBER, None),
        (75, 70, RangeKind.REVERSED, None),
        (0, 70, RangeKind.BACKDOWN, None),
    ],
)
def test_a_range_has_a_form(low, high, kind, fits):
    found = range_form(*decimals(low, high, 70))
    assert (found.kind, found.fits, found.width) == (kind, fits, high - low)


def test_the_width_of_a_range_is_of_its_low_end():
    assert round(range_form(*decimals(70, 75, 70)).width_percent, 2) == Decimal("7.14")


def test_a_difference_grows_with_every_raise():
    assert round(years_of_raises(Decimal(5_000), raise_percent=Decimal(5), years=40)) == 603_999
    discounted = years_of_raises(Decimal(5_000), raise_percent=Decimal(3), years=40, discount_percent=Decimal(5))
    assert round(discounted) == 140_868


@pytest.mark.parametrize(("years", "total"), [(0, 0), (1, 100), (2, 210), (3, 331)])
def test_the_first_year_has_no_raise(years, total):
    assert years_of_raises(Decimal(100), raise_percent=Decimal(10), years=years) == total


@pytest.mark.parametrize(("years", "percent"), [(-1, 3), (101, 3), (5, -100)])
def test_years_out_of_bounds_are_an_error_with_a_name(years, percent):
    with pytest.raises(StepsError):
        years_of_raises(Decimal(100), raise_percent=Decimal(percent), years=years)


def test_concessions_shrink_down_to_the_target():
    steps = concessions(Decimal(155), Decimal(140), steps=3, ratio=Decimal("0.5"))
    assert [round(step.give, 3) for step in steps] == [Decimal(x) for x in ("8.571", "4.286", "2.143")]
    assert [round(step.ask, 2) for step in steps] == [Decimal(x) for x in ("146.43", "142.14", "140.00")]


def test_equal_steps_and_a_floor_above_the_target():
    equal = concessions(Decimal(155), Decimal(140), steps=3, ratio=Decimal(1))
    assert [step.ask for step in equal] == [150, 145, 140]
    floored = concessions(Decimal(155), Decimal(140), steps=2, ratio=Decimal(1), floor=Decimal(145))
    assert [step.ask for step in floored] == [150, 145]
    assert concessions(Decimal(140), Decimal(140), steps=2, ratio=Decimal(1)) == ()


@pytest.mark.parametrize(("steps", "ratio"), [(0, "0.5"), (21, "0.5"), (3, "0"), (3, "1.01")])
def test_steps_that_grow_or_do_not_end_are_an_error_with_a_name(steps, ratio):
    with pytest.raises(StepsError):
        concessions(Decimal(155), Decimal(140), steps=steps, ratio=Decimal(ratio))


percents = st.integers(min_value=1, max_value=100)


@given(money, money, maybe_money, st.integers(min_value=1, max_value=20), percents)
def test_no_concession_goes_below_target_or_floor(start, target, floor, steps, percent):
    found = concessions(start, target, steps=steps, ratio=Decimal(percent) / 100, floor=floor)
    end = max(target, floor or target)
    assert len(found) == (steps if start > end else 0)
    assert all(step.ask >= end for step in found)
    assert all(one.give >= other.give for one, other in pairwise(found))
    if found:
        assert found[-1].ask == end
        assert abs(sum(Fraction(step.give) for step in found) - Fraction(start - end)) < Fraction(1, 10**9)
