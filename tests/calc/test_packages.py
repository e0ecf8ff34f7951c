"""Several issues at once: what a package comes to, which no other beats, and what to trade for what."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.calc.packages import (
    LIMIT,
    Choice,
    Frontier,
    Package,
    PackageError,
    Trade,
    apart,
    best_joint,
    frontier,
    nash,
    package,
    trades,
)
from tests.calc.classic import CLASSIC, ISSUES, MIDDLE
from tests.calc.listing import beats, hard, limits, listed, made, tables
from tests.timing import quiet_seconds

TRADED = (2, 2, 2, 2, 4, 0, 2, 2)
BOTH_TRADED = (2, 2, 2, 2, 4, 0, 4, 0)
BEST = (4, 4, 2, 2, 4, 0, 4, 0)
PLACE = {name: at for at, name in enumerate(ISSUES)}


def choice(mine, cost, allowed=True):
    return Choice(mine=Fraction(mine), cost=Fraction(cost), allowed=allowed)


@pytest.mark.parametrize(("picks", "worth"), [(MIDDLE, 2_400), (TRADED, 3_600), (BOTH_TRADED, 4_800), (BEST, 6_600)])
def test_the_classic_case_from_the_middle_to_the_best(picks, worth):
    assert package(CLASSIC, picks) == Package(picks=picks, mine=Fraction(worth), cost=Fraction(-worth))


def test_the_joint_best_and_the_nash_point_of_the_classic_case():
    found = frontier(CLASSIC)
    joint, fair = best_joint(found), nash(found, my_least=Fraction(0), their_most=Fraction(0))
    assert (joint.mine - joint.cost, found.exact) == (13_200, True)
    assert (fair.picks, fair.mine, fair.cost) == (BEST, 6_600, -6_600)


def test_the_trades_of_the_classic_case_are_its_two_pairs():
    assert trades(CLASSIC, MIDDLE) == (
        Trade(give=PLACE["upkeep"], get=PLACE["mornings"], mine=Fraction(1_200), cost=Fraction(1_200)),
        Trade(give=PLACE["lamps"], get=PLACE["nets"], mine=Fraction(1_200), cost=Fraction(1_200)),
    )
    assert trades(CLASSIC, BEST) == ()


def test_a_step_that_helps_them_of_itself_need_not_be_paid_for():
    both_gain, theirs = (choice(0, 0), choice(9, -9)), (choice(0, 0), choice(1, 9))
    assert trades([both_gain, theirs], (0, 1)) == ()
    free = (choice(0, 0), choice(9, 0))
    assert [(one.give, one.get, one.mine, one.cost) for one in trades([free, theirs], (0, 1))] == [(1, 0, 8, 9)]


def test_a_trade_leaves_out_what_is_not_allowed():
    dear, cheap = (choice(0, 0), choice(9, 1, allowed=False), choice(5, 1)), (choice(0, 0), choice(1, 9))
    assert [(one.mine, one.cost) for one in trades([dear, cheap], (0, 1))] == [(4, 8)]


def test_a_small_frontier_by_hand():
    issues = [(choice(0, 0), choice(3, 2)), (choice(0, 0), choice(1, 2), choice(5, 9))]
    found = frontier(issues)
    assert [(one.picks, one.mine, one.cost) for one in found.points] == [
        ((0, 0), 0, 0), ((1, 0), 3, 2), ((1, 1), 4, 4), ((0, 2), 5, 9), ((1, 2), 8, 11),
    ]  # fmt: skip
    assert [one.picks for one in frontier(issues, most_cost=Decimal("8.99")).points] == [(0, 0), (1, 0), (1, 1)]
    assert frontier(issues, most_cost=Fraction(-1)) == Frontier(points=(), exact=True)


def test_of_packages_equal_on_both_sides_the_first_stands():
    assert [one.picks for one in frontier([(choice(1, 1), choice(1, 1))] * 3).points] == [(0, 0, 0)]


def test_a_tie_that_binary_fractions_would_miss_is_a_tie():
    tenths = [(choice(0, 0), choice("0.1", 1)), (choice(0, 0), choice("0.2", 2)), (choice(0, 0), choice("0.3", 3))]
    assert [one.picks for one in frontier(tenths).points if one.mine == Fraction("0.3")] == [(0, 0, 1)]


def test_an_issue_with_nothing_allowed_has_no_package():
    none = frontier([(choice(1, 1),), (choice(1, 1, allowed=False),)])
    assert (none.points, best_joint(none), nash(none, my_least=Fraction(0), their_most=Fraction(9))) == ((), None, None)


def test_where_neither_side_can_be_better_off_nothing_is_fair():
    assert nash(frontier(CLASSIC), my_least=Fraction(20_000), their_most=Fraction(0)) is None


def test_what_cannot_be_used_says_so():
    for issues in ([], [()], [(choice(1, 1),), ()]):
        with pytest.raises(PackageError):
            frontier(issues)
    for picks in ((), (0, 0), (1,), (-1,)):
        with pytest.raises(PackageError):
            package([(choice(1, 1),)], picks)
        with pytest.raises(PackageError):
            trades([(choice(1, 1),)], picks)
    with pytest.raises(PackageError):
        apart(package(CLASSIC, MIDDLE), package(CLASSIC[:2], (0, 0)))


def test_how_far_apart_two_packages_are():
    assert apart(package(CLASSIC, MIDDLE), package(CLASSIC, TRADED)) == 2
    assert apart(package(CLASSIC, MIDDLE), package(CLASSIC, MIDDLE)) == 0


@given(tables, limits)
def test_no_point_is_beaten_and_every_package_is_matched(issues, most_cost):
    every, found = listed(issues, most_cost), frontier(issues, most_cost=most_cost)
    kept = {}
    for one in every:
        if not any(beats(other, one) for other in every):
            kept.setdefault((one.cost, one.mine), one)  # in the order of picks
    assert found == Frontier(points=tuple(kept[sums] for sums in sorted(kept)), exact=True)


@given(tables, st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_the_scale_of_either_side_does_not_matter(issues, times):
    picks = [one.picks for one in frontier(issues).points]
    for side in ("mine", "cost"):
        scaled = [tuple(replace(one, **{side: getattr(one, side) * times}) for one in issue) for issue in issues]
        assert [one.picks for one in frontier(scaled).points] == picks


@given(tables, st.data())
def test_no_trade_hurts_either_side_and_all_can_be_made_together(issues, data):
    start = tuple(data.draw(st.integers(0, len(issue) - 1)) for issue in issues)
    found, before = trades(issues, start), package(issues, start)
    assert all(one.mine > 0 and one.cost >= 0 for one in found)
    assert len({at for one in found for at in (one.give, one.get)}) == 2 * len(found)
    assert [one.mine + one.cost for one in found] == sorted((one.mine + one.cost for one in found), reverse=True)
    reached = {(one.mine, one.cost) for one in listed(issues)}
    if found and all(issue[pick].allowed for issue, pick in zip(issues, start, strict=True)):
        whole = before.mine + sum(one.mine for one in found), before.cost - sum(one.cost for one in found)
        assert whole in reached


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_thinned_it_keeps_both_ends(seed):
    issues = made(lambda at, step: step * 7**at + seed % (step + 1), lambda at, step: step * 7**at, issues=6, options=7)
    found = frontier(issues)
    assert not found.exact
    assert len(found.points) <= LIMIT + 1
    assert found.points[0].cost == sum(min(one.cost for one in issue) for issue in issues)
    assert found.points[-1].mine == sum(max(one.mine for one in issue) for issue in issues)
    assert not any(beats(other, one) for one, other in zip(found.points, found.points[1:], strict=False))


@pytest.mark.parametrize("name", hard())
def test_ten_issues_of_ten_options_take_no_time(name):
    issues = hard()[name]
    assert quiet_seconds(lambda: frontier(issues)) < 0.5
