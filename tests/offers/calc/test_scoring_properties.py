"""What holds for every score: scale, order, skipping, and that counting and reckoning agree."""

from dataclasses import replace
from fractions import Fraction
from operator import mul
from random import Random

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from offers.calc.scoring import filled, flip, normalised, one_point, score, wins
from tests.offers.calc.test_scoring import options

F = Fraction
parts = st.integers(0, 20).map(lambda one: F(one, 20))
weightings = st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any)


def dot(weights, values):
    return sum(map(mul, weights, values), F(0))


@st.composite
def scored(draw, least=1, most=5, unknown=True):
    weights = draw(weightings)
    row = st.tuples(*[st.none() | parts if unknown else parts] * len(weights))
    return options(*draw(st.lists(row, min_size=least, max_size=most))), weights


@settings(deadline=None)
@given(scored(), st.integers(1, 50))
def test_scaling_all_weights_changes_nothing(given_, times):
    rows, weights = given_
    more = [weight * times for weight in weights]
    assert [score(one.values, weights) for one in rows] == [score(one.values, more) for one in rows]
    assert wins(rows, weights) == wins(rows, more)


@settings(deadline=None)
@given(scored())
def test_skipping_is_filling_in_the_own_average(given_):
    rows, weights = given_
    for one in rows:
        found, full = score(one.values, weights), filled(one.values, weights)
        assert 0 <= found.low <= found.high <= 1
        assert (full is None) == (found.value is None) == (found.known == 0)
        if full is not None:
            assert score(full, weights).value == found.value == dot(normalised(weights), full)
            assert found.low <= found.value <= found.high


@settings(deadline=None)
@given(scored(least=2), st.data())
def test_skipping_a_score_never_changes_the_order_among_the_others(given_, data):
    rows, weights = given_
    at, place = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(weights) - 1))
    values = rows[at].values
    skipped = [*rows[:at], replace(rows[at], values=(*values[:place], None, *values[place + 1 :])), *rows[at + 1 :]]
    before, after = ([score(one.values, weights).value for one in some] for some in (rows, skipped))
    assert [*before[:at], *before[at + 1 :]] == [*after[:at], *after[at + 1 :]]


@settings(deadline=None)
@given(scored(), st.booleans())
def test_wins_sum_to_one_and_do_not_change(given_, ordered):
    rows, weights = given_
    found = wins(rows, weights, ordered=ordered)
    assert found == wins(rows, weights, ordered=ordered)
    assert found is None or (sum(found) == 1 and all(0 <= one <= 1 for one in found))
    assert (found is None) == all(score(one.values, weights).value is None for one in rows)


@settings(deadline=None)
@given(scored(), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_criteria_changes_nothing(given_, ordered, random):
    rows, weights = given_
    places = list(range(len(weights)))
    random.shuffle(places)
    turned = [replace(one, values=tuple(one.values[place] for place in places)) for one in rows]
    moved = [weights[place] for place in places]
    assert wins(rows, weights, ordered=ordered) == wins(turned, moved, ordered=ordered)
    for one, other in zip(rows, turned, strict=True):
        assert score(one.values, weights) == score(other.values, moved)


def weighting(random, weights, *, ordered):
    """One of all weightings, each as likely; with `ordered` in the order of the weights."""
    drawn = [int(random.expovariate(1) * 10**6) if weight else 0 for weight in weights]
    if not ordered:
        return drawn
    ranked = sorted(range(len(weights)), key=lambda at: (weights[at], random.random()))
    return [value for _, value in sorted(zip(ranked, sorted(drawn), strict=True))]


def estimate(rows, weights, *, ordered, turns=1500):
    random, won = Random(1), [F(0)] * len(rows)
    full = [[int(value * 10**9) for value in filled(one.values, weights)] for one in rows]
    for _ in range(turns):
        drawn = weighting(random, weights, ordered=ordered)
        scores = [dot(drawn, row) for row in full]
        best = [at for at, one in enumerate(scores) if one == max(scores)]
        for at in best:
            won[at] += F(1, len(best) * turns)
    return won


@settings(max_examples=25, deadline=None)
@given(scored(least=2, most=2, unknown=False), st.booleans())
@example((options([1, 0, 0, 1, 0], [0, 1, 1, 0, 1]), [5, 4, 3, 2, 1]), True)
@example((options([1, 0, 0, 1, 0], [0, 1, 1, 0, 1]), [5, 4, 4, 4, 1]), True)
@example((options([1, 0, 0, 1, 0, 1], [0, 1, 1, 0, 1, 0]), [5, 4, 4, 4, 4, 4]), True)
def test_the_closed_form_agrees_with_a_fine_sample(given_, ordered):
    rows, weights = given_
    close = zip(wins(rows, weights, ordered=ordered), estimate(rows, weights, ordered=ordered), strict=True)
    assert all(abs(one - other) < F(7, 100) for one, other in close)


@settings(max_examples=25, deadline=None)
@given(scored(least=3, unknown=False), st.booleans())
def test_the_fixed_sample_agrees_with_another_one(given_, ordered):
    rows, weights = given_
    close = zip(wins(rows, weights, ordered=ordered), estimate(rows, weights, ordered=ordered), strict=True)
    assert all(abs(one - other) < F(8, 100) for one, other in close)


def test_ten_by_ten_with_many_orders():
    random = Random(2)
    rows = options(*([F(random.randint(0, 10), 10) for _ in range(10)] for _ in range(10)))
    weights = [9, 7, 7, 7, 5, 5, 5, 5, 1, 1]
    for ordered in (False, True):
        close = zip(wins(rows, weights, ordered=ordered), estimate(rows, weights, ordered=ordered), strict=True)
        assert all(abs(one - other) < F(5, 100) for one, other in close)


def changed(shares, at, to):
    """The shares with one of them set, and the others in their proportions."""
    return [to if place == at else share * (1 - to) / (1 - shares[at]) for place, share in enumerate(shares)]


@settings(deadline=None)
@given(scored(least=2, most=2), st.integers(0, 40))
def test_at_a_flip_the_scores_are_equal_and_no_smaller_change_does_it(given_, grain):
    (one, other), weights = given_
    shares, rows = normalised(weights), [filled(row.values, weights) for row in (one, other)]
    assume(None not in rows and score(one.values, weights).value > score(other.values, weights).value)
    found, leads = flip(one, other, weights), [left - right for left, right in zip(*rows, strict=True)]
    reach = F(1)
    if found is not None:
        assert found.was == shares[found.criterion]
        assert dot(changed(shares, found.criterion, found.to), leads) == 0
        reach = abs(found.to - found.was) * F(999, 1000)
    for at, share in enumerate(shares):
        for to in {max(share - reach * grain / 40, F(0)), min(share + reach * grain / 40, F(1))}:
            if share != 1:
                assert dot(changed(shares, at, to), leads) > 0


@settings(deadline=None)
@given(scored(least=2, most=2), st.integers(1, 5).map(lambda one: F(one, 10)))
def test_one_point_is_what_scoring_again_says(given_, step):
    rows, weights = given_
    assume(all(score(row.values, weights).value is not None for row in rows))
    leader, other = sorted(rows, key=lambda row: -score(row.values, weights).value)

    def again(row, at, move):
        if row.values[at] is None:
            return score(row.values, weights).value
        value = min(max(row.values[at] + move, F(0)), F(1))
        return score((*row.values[:at], value, *row.values[at + 1 :]), weights).value

    known = [at for at, weight in enumerate(weights) if weight and (leader.values[at], other.values[at]) != (None,) * 2]
    ends = tuple(
        at
        for at in known
        if again(leader, at, -step) <= score(other.values, weights).value
        or score(leader.values, weights).value <= again(other, at, step)
    )
    assert one_point(leader, other, weights, step) == ends
