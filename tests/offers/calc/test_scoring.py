"""Scores of offers: weighted means, how many weightings each one wins, and what turns a lead."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.scoring import (
    Option,
    WeightError,
    filled,
    flip,
    linear,
    normalised,
    one_point,
    rank_order_weights,
    score,
    wins,
)

D, F = Decimal, Fraction


def options(*rows):
    return [Option(name=str(at), values=tuple(row)) for at, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("value", "worst", "best", "part"),
    [
        (45, 45, 35, 0),
        (35, 45, 35, 1),
        (D("37.5"), 45, 35, F(3, 4)),
        (60, 45, 35, 0),
        (20, 45, 35, 1),
        (25, 20, 30, F(1, 2)),
        (None, 20, 30, None),
        (25, None, 30, None),
        (25, 20, None, None),
        (25, 30, 30, None),
    ],
)
def test_a_value_stands_between_the_worst_and_the_best(value, worst, best, part):
    assert linear(value, worst, best) == part


def test_rank_order_weights_of_four():
    assert [f"{float(weight):.4f}" for weight in rank_order_weights(4)] == ["0.5208", "0.2708", "0.1458", "0.0625"]
    assert (rank_order_weights(0), rank_order_weights(1)) == ((), (1,))


@given(st.integers(1, 30))
def test_rank_order_weights_fall_and_sum_to_one(count):
    weights = rank_order_weights(count)
    assert (sum(weights), len(weights)) == (1, count)
    assert all(one > other > 0 for one, other in pairwise(weights))


def test_weights_become_shares():
    assert normalised([3, D("1"), F(0)]) == (F(3, 4), F(1, 4), 0)


@pytest.mark.parametrize(
    ("weights", "words"),
    [([0, 0], "Enter more than 0"), ([], "Enter more than 0"), ([2, -1], "Enter 0 or more for each")],
)
def test_weights_that_cannot_be_used_say_what_to_enter(weights, words):
    with pytest.raises(WeightError, match=words):
        normalised(weights)


def test_what_is_not_known_counts_as_the_own_average():
    found = score([F(1), None, F(1, 2)], [2, 1, 1])
    assert (found.value, found.low, found.high, found.known) == (F(5, 6), F(5, 8), F(7, 8), F(3, 4))
    assert filled([F(1), None, F(1, 2)], [2, 1, 1]) == (1, F(5, 6), F(1, 2))


def test_nothing_known_is_no_score():
    found = score([None, F(1)], [1, 0])
    assert (found.value, found.low, found.high, found.known) == (None, 0, 1, 0)
    assert filled([None, F(1)], [1, 0]) is None


def test_a_value_for_each_weight():
    with pytest.raises(ValueError, match="zip"):
        score([F(1)], [1, 1])


def test_of_two_each_wins_its_share_of_all_weightings():
    assert wins(options([1, 0], [0, 1]), [5, 1]) == (F(1, 2), F(1, 2))
    assert wins(options([F(3, 4), 0], [0, F(1, 4)]), [1, 1]) == (F(3, 4), F(1, 4))
    # 1/2 a + 1/4 b > 1/4 c: the part of the triangle beyond the points a = 1/3 of a-c and b = 1/2 of b-c
    assert wins(options([F(1, 2), F(1, 4), 0], [0, 0, F(1, 4)]), [1, 1, 1]) == (F(5, 6), F(1, 6))


def test_equal_and_no_differences_are_no_trouble():
    assert wins(options([1, 1, 0, 0, F(1, 2)], [0, 0, 1, 1, F(1, 2)]), [1] * 5) == (F(1, 2), F(1, 2))
    assert wins(options([F(1), F(1)], [F(1), F(1)], [F(1), F(0)]), [1, 1]) == (F(1, 2), F(1, 2), 0)


def test_in_the_order_given_the_first_criterion_never_counts_less():
    two = options([1, 0], [0, 1])
    assert wins(two, [2, 1], ordered=True) == (1, 0)
    assert wins(two, [1, 1], ordered=True) == (F(1, 2), F(1, 2))
    # weights (a, b, c) with a the largest: ahead where a > b + c, a quarter of all weightings, of a third
    assert wins(options([1, 0, 0], [0, 1, 1]), [2, 1, 1], ordered=True) == (F(3, 4), F(1, 4))


def test_with_one_criterion_the_best_wins():
    three = options([F(1, 3), 1], [F(2, 3), 0], [F(2, 3), 1])
    assert wins(three, [1, 0]) == wins(three, [1, 0], ordered=True) == (0, F(1, 2), F(1, 2))


def test_an_option_of_which_nothing_is_known_wins_nothing():
    assert wins(options([None, None], [F(1, 2), None]), [1, 1]) == (0, 1)
    assert wins(options([None, None]), [1, 1]) is None
    assert wins([], [1]) is None


def test_three_alike_win_about_a_third_each():
    found = wins(options([1, 0, 0], [0, 1, 0], [0, 0, 1]), [1, 1, 1])
    assert sum(found) == 1
    assert all(abs(part - F(1, 3)) < F(1, 50) for part in found)


def test_ties_in_the_sample_are_split():
    found = wins(options([1, 0, F(1, 2)], [0, 1, F(1, 2)], [F(1, 2), F(1, 2), F(1, 2)]), [1, 1, 1])
    assert sum(found) == 1
    assert found[2] < F(1, 100)


def test_a_flip_names_the_weight_and_how_far_it_has_to_go():
    leader, other = options([1, 0], [0, 1])
    found = flip(leader, other, [3, 1])
    assert (found.criterion, found.was, found.to) == (0, F(3, 4), F(1, 2))


def test_a_criterion_without_weight_can_turn_a_lead_too():
    leader, other = options([F(3, 4), F(3, 4), 0], [F(1, 2), F(1, 2), 1])
    found = flip(leader, other, [1, 1, 0])
    assert (found.criterion, found.was, found.to) == (2, 0, F(1, 5))


def test_no_flip_where_no_single_weight_can():
    better, worse, blank = options([1, F(1, 2)], [F(1, 2), F(1, 4)], [None, None])
    assert flip(better, worse, [1, 1]) is None
    assert flip(worse, better, [1, 1]) is None
    assert flip(better, better, [1, 1]) is None
    assert flip(better, blank, [1, 1]) is None
    assert flip(*options([1], [0]), [1]) is None


def test_one_point_can_end_a_narrow_lead():
    leader, other = options([F(7, 10), F(5, 10)], [F(5, 10), F(6, 10)])
    assert one_point(leader, other, [1, 1], F(1, 10)) == (0, 1)
    assert one_point(leader, other, [3, 2], F(1, 10)) == ()
    assert one_point(leader, other, [6, 5], F(1, 10)) == ()
    assert one_point(leader, replace(other, values=(None, None)), [1, 1], F(1, 10)) == ()


def test_no_point_goes_below_0_or_above_1():
    leader, other = options([1, F(1, 50)], [0, F(49, 50)])
    assert one_point(leader, other, [1, 1], F(1)) == (0,)
    assert one_point(leader, other, [1, 0], F(1)) == (0,)
