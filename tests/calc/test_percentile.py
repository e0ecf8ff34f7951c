"""Where an amount stands among the numbers of one source, and how that is said."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.percentile import Mark, Spot, Standing, in_range, ordinal, percentile, said

D = Decimal
MARKS = [Mark(percent=p, value=D(v)) for p, v in ((10, 80), (25, 103), (50, 133), (75, 169), (90, 211))]


def test_between_percentiles_it_is_log_linear():
    found = percentile(D(150), MARKS)
    assert round(found.percent, 2) == D("62.55")
    assert (found.spot, said(found)) == (Spot.UPPER, "about the 63rd percentile")


@pytest.mark.parametrize(
    ("x", "percent", "spot", "words"),
    [
        (79, None, Spot.BELOW, "below P10, the lowest this source publishes"),
        (80, 10, Spot.LOWER, "about the 10th percentile"),
        (103, 25, Spot.LOWER, "about the 25th percentile"),
        (133, 50, Spot.MIDDLE, "about the 50th percentile"),
        (211, 90, Spot.UPPER, "about the 90th percentile"),
        (212, None, Spot.ABOVE, "above P90, the highest this source publishes"),
    ],
)
def test_at_and_beyond_the_published_ones(x, percent, spot, words):
    found = percentile(D(x), MARKS)
    assert (found.percent, found.spot, said(found)) == (percent, spot, words)


def test_on_several_equal_values_it_is_their_middle():
    flat = [Mark(percent=p, value=D(v)) for p, v in ((10, 80), (25, 80), (50, 80), (75, 100))]
    assert percentile(D(80), flat).percent == 30
    assert 50 < percentile(D(81), flat).percent < 55


@pytest.mark.parametrize(
    "marks",
    [[], [(50, 80)], [(25, 80), (75, 79)], [(25, 0), (75, 79)], [(75, 80), (25, 90)], [(25, 80), (25, 90)]],
)
def test_what_is_no_row_of_percentiles_gives_none(marks):
    assert percentile(D(80), [Mark(percent=p, value=D(v)) for p, v in marks]) is None


@pytest.mark.parametrize(
    ("x", "numbers", "spot", "words"),
    [
        (9, (10, 15, 20), Spot.BELOW, "below the low end of this source"),
        (10, (10, 15, 20), Spot.LOWER, "below the middle of this source"),
        (15, (10, 15, 20), Spot.MIDDLE, "at the middle of this source"),
        (20, (10, 15, 20), Spot.UPPER, "above the middle of this source"),
        (21, (10, 15, 20), Spot.ABOVE, "above the high end of this source"),
        (12, (10, None, 20), Spot.WITHIN, "within the range of this source"),
        (12, (None, 15, None), Spot.LOWER, "below the middle of this source"),
        (12, (10, None, None), None, None),
        (12, (None, None, 20), None, None),
        (21, (None, None, 20), Spot.ABOVE, "above the high end of this source"),
        (12, (None, None, None), None, None),
        (12, (20, None, 10), None, None),
        (0, (0, 0, 0), Spot.MIDDLE, "at the middle of this source"),
    ],
)
def test_a_plain_range_gives_a_place_and_no_percentile(x, numbers, spot, words):
    found = in_range(D(x), *(None if number is None else D(number) for number in numbers))
    assert (found and found.spot, found and said(found)) == (spot, words)
    assert found is None or found.percent is None


@pytest.mark.parametrize("middle", ["median", "average", "middle"])
def test_what_the_middle_is_is_said(middle):
    assert said(in_range(D(1), None, D(2), None, middle=middle)) == f"below the {middle} of this source"


def test_ranks_are_spoken():
    ranks = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "62nd", "63rd", "90th"]
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 62, 63, 90)] == ranks
    assert said(Standing(spot=Spot.UPPER, percent=D("62.5"))) == "about the 63rd percentile"


rising = st.lists(st.decimals(min_value=1, max_value=10**9, places=2), min_size=5, max_size=5).map(sorted)


@given(rising, st.lists(st.decimals(min_value=0, max_value=10**9, places=2), min_size=2, max_size=6))
def test_more_pay_never_stands_lower(values, amounts):
    marks = [Mark(percent=p, value=v) for p, v in zip((10, 25, 50, 75, 90), values, strict=True)]
    found = [percentile(x, marks) for x in sorted(amounts)]
    order = {Spot.BELOW: D(-1), Spot.ABOVE: D(101)}
    placed = [order.get(each.spot, each.percent) for each in found]
    assert all(one <= other for one, other in pairwise(placed))
    assert all(10 <= each.percent <= 90 for each in found if each.percent is not None)
