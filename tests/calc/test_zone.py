"""The zone, my share of it, what they may pay, and the market band."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.zone import OrderError, Place, chance_at_least, position, share, zone

money = st.decimals(min_value=0, max_value=10**12, places=2)


def test_a_zone_has_a_width_a_middle_and_a_share():
    found = zone(Decimal("126.4"), Decimal(145))
    assert found.exists
    assert (found.width, found.middle, found.gap) == (Decimal("18.6"), Decimal("135.7"), 0)
    assert round(share(Decimal(138), found), 4) == Fraction("0.6237")


def test_without_a_zone_the_gap_is_named():
    found = zone(Decimal(150), Decimal(145))
    assert not found.exists
    assert (found.width, found.middle, found.gap) == (0, None, 5)
    assert share(Decimal(147), found) is None


def test_a_zone_without_width_is_one_price_and_has_no_share():
    found = zone(Decimal(140), Decimal(140))
    assert found.exists
    assert (found.width, found.middle, found.gap) == (0, 140, 0)
    assert share(Decimal(140), found) is None


@given(money, money)
def test_either_side_moving_by_the_gap_makes_a_zone_of_one_price(minimum, maximum):
    found = zone(minimum, maximum)
    assert found.exists == (found.gap == 0)
    if not found.exists:
        assert zone(minimum - found.gap, maximum).middle == maximum
        assert zone(minimum, maximum + found.gap).middle == minimum


@given(money, money, money)
def test_the_shares_of_both_ends_are_none_and_all(minimum, width, x):
    found = zone(minimum, minimum + width)
    if width:
        assert share(found.minimum, found) == 0
        assert share(found.maximum, found) == 1
        assert share(found.middle, found) == Fraction(1, 2)
        assert (share(x, found) < 0) == (x < minimum)


def test_their_maximum_is_a_belief():
    terms = [Decimal(value) for value in (130, 145, 160)]
    assert round(chance_at_least(*terms, Decimal(140)), 4) == Fraction("0.7778")
    assert chance_at_least(*terms, Decimal(145)) == Fraction(1, 2)
    assert chance_at_least(*terms, Decimal(150)) == Fraction(2, 9)
    assert chance_at_least(*terms, Decimal(130)) == 1
    assert chance_at_least(*terms, Decimal(160)) == 0


def test_three_equal_numbers_are_one_price():
    terms = [Decimal(140)] * 3
    assert chance_at_least(*terms, Decimal(140)) == 1
    assert chance_at_least(*terms, Decimal("140.01")) == 0


@pytest.mark.parametrize("terms", [(145, 130, 160), (130, 160, 145), (160, 145, 130)])
def test_a_belief_out_of_order_is_an_error_with_a_name(terms):
    with pytest.raises(OrderError):
        chance_at_least(*map(Decimal, terms), Decimal(140))


@given(st.lists(money, min_size=3, max_size=3), money, money)
def test_a_higher_price_is_never_more_likely(belief, one, other):
    low, likely, high = sorted(belief)
    less, more = sorted((one, other))
    assert 0 <= chance_at_least(low, likely, high, more) <= chance_at_least(low, likely, high, less) <= 1


@given(st.lists(money, min_size=3, max_size=3))
def test_the_most_likely_price_splits_the_odds_as_it_splits_the_range(belief):
    low, likely, high = sorted(belief)
    if low < likely:
        assert chance_at_least(low, likely, high, likely) == Fraction(high - likely) / Fraction(high - low)


@pytest.mark.parametrize(
    ("x", "low", "high", "place", "part"),
    [
        (90, 100, 120, Place.BELOW, Fraction(-1, 2)),
        (100, 100, 120, Place.WITHIN, Fraction(0)),
        (115, 100, 120, Place.WITHIN, Fraction(3, 4)),
        (120, 100, 120, Place.WITHIN, Fraction(1)),
        (130, 100, 120, Place.ABOVE, Fraction(3, 2)),
        (100, 100, 100, Place.WITHIN, None),
        (90, 100, None, Place.BELOW, None),
        (130, None, 120, Place.ABOVE, None),
    ],
)
def test_a_number_has_a_place_in_the_market(x, low, high, place, part):
    found = position(Decimal(x), *(None if end is None else Decimal(end) for end in (low, high)))
    assert (found.place, found.share) == (place, part)


@pytest.mark.parametrize(
    ("x", "low", "high"),
    [(None, 100, 120), (110, None, None), (110, 100, None), (110, None, 120), (110, 120, 100)],
)
def test_a_place_that_cannot_be_known_is_not_named(x, low, high):
    assert position(*(None if value is None else Decimal(value) for value in (x, low, high))) is None
