"""Packages that are all the same to me: within the band, apart from each other, the cheapest for them first."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.calc import packages_equal
from negotiation.calc.packages import Choice, PackageError, apart, frontier, package
from negotiation.calc.packages_equal import Equals, equals
from tests.calc.classic import CLASSIC
from tests.calc.listing import hard, limits, listed, made, tables
from tests.timing import quiet_seconds

bands = st.one_of(st.just(Fraction(0)), st.fractions(0, 5, max_denominator=4))
levels = st.fractions(-12, 12, max_denominator=6)
THREE = [
    ((4, 4, 3, 1, 4, 0, 4, 0), 7_500, -5_700),
    ((4, 3, 2, 4, 4, 0, 4, 0), 7_500, -5_100),
    ((3, 4, 3, 2, 4, 0, 4, 0), 7_500, -4_500),
]


def by_listing(issues, level, band, most_cost, least_apart=2):
    """The same by looking at every package."""

    def greedy(packages):
        kept = []
        for one in packages:
            if len(kept) < 3 and all(apart(one, other) >= least_apart for other in kept):
                kept.append(one)
        return tuple(kept)

    def by_cost(one):
        return one.cost, -one.mine, one.picks

    every = sorted(listed(issues, most_cost), key=by_cost)
    inside = greedy(one for one in every if abs(one.mine - level) <= band)
    near = greedy(sorted(every, key=lambda one: abs(one.mine - level)))
    return Equals(
        found=inside if len(inside) == 3 else tuple(sorted(near, key=by_cost)),
        level=level,
        reached=len(inside) == 3,
        nearest=near[0].mine if near else None,
        whole=True,
    )


def test_in_the_classic_case_equal_for_me_alone_says_nothing():
    """1,369 packages are worth 7,500 to me, and from 5,700 down to -7,500 to them."""
    theirs = Counter({(Fraction(0), Fraction(0)): 1})
    for issue in CLASSIC:
        theirs = sum(
            (
                Counter({(mine + one.mine, cost + one.cost): ways for (mine, cost), ways in theirs.items()})
                for one in issue
            ),
            Counter(),
        )
    same = {-cost: ways for (mine, cost), ways in theirs.items() if mine == 7_500}
    assert (sum(same.values()), max(same), min(same)) == (1_369, 5_700, -7_500)


def test_the_three_packages_at_7500_of_the_classic_case():
    found = equals(CLASSIC, level=Fraction(7_500), band=Fraction(0))
    assert (found.reached, found.nearest, found.whole) == (True, 7_500, True)
    assert [(one.picks, one.mine, one.cost) for one in found.found] == THREE


def test_they_are_what_looking_at_all_390625_finds():
    mine = [[int(one.mine) for one in issue] for issue in CLASSIC]
    picks = (
        pick for pick, worth in zip(product(range(5), repeat=8), product(*mine), strict=True) if sum(worth) == 7_500
    )
    kept = []
    for one in sorted((package(CLASSIC, pick) for pick in picks), key=lambda one: (one.cost, one.picks)):
        if all(apart(one, other) >= 2 for other in kept):
            kept.append(one)
    assert tuple(kept[:3]) == equals(CLASSIC, level=Fraction(7_500), band=Fraction(0)).found


def test_a_level_that_nobody_can_reach_shows_the_nearest():
    found = equals(CLASSIC, level=Fraction(20_000), band=Fraction(100))
    assert (found.reached, found.nearest, found.level) == (False, 13_200, 20_000)
    assert found.found[-1].mine == 13_200
    assert len(found.found) == 3


def test_none_is_dearer_than_they_can_give():
    most = Fraction(-3_000)
    found = equals(CLASSIC, level=Fraction(9_000), band=Fraction(200), most_cost=most)
    assert found.found
    assert max(one.cost for one in found.found) <= most
    assert equals(CLASSIC, level=Fraction(1), band=Fraction(0), most_cost=Fraction(-(10**6))) == Equals(
        found=(), level=Fraction(1), reached=False, nearest=None, whole=True
    )


def test_the_band_holds_on_both_sides():
    for sign in (1, -1):  # what is just outside costs them less, below or above
        issues = made(lambda at, step: step, lambda at, step, sign=sign: sign * step, issues=3)
        found = equals(issues, level=Fraction(10), band=Fraction(1, 2))
        assert ([one.mine for one in found.found], found.reached) == ([10, 10, 10], True)
        edge = equals(issues, level=Fraction(21, 2), band=Fraction(1, 2))
        assert {one.mine for one in edge.found} == {10 if sign > 0 else 11}


def test_a_dearer_one_is_not_taken_for_want_of_another():
    issues = made(lambda at, step: 0, lambda at, step: step, issues=4, options=2)
    found = equals(issues, level=Fraction(0), band=Fraction(0), most_cost=Fraction(1))
    assert ([one.picks for one in found.found], found.reached) == ([(0, 0, 0, 0)], False)


def test_one_issue_has_one_package_at_a_time():
    found = equals([tuple(Choice(mine=Fraction(at), cost=Fraction(at)) for at in range(9))], level=4, band=3)
    assert ([one.picks for one in found.found], found.reached, found.nearest) == ([(4,)], False, 4)


def test_what_cannot_be_used_says_so():
    one = (Choice(mine=Fraction(1), cost=Fraction(1)),)
    for issues, band, count in (([], 0, 3), ([()], 0, 3), ([one], -1, 3), ([one], 0, 0), ([one * 7] * 14, 0, 3)):
        with pytest.raises(PackageError):
            equals(issues, level=Fraction(1), band=Fraction(band), count=count)


@settings(deadline=None, max_examples=400)
@given(tables, levels, bands, limits, st.integers(1, 3), st.sampled_from([1, 2, 3, packages_equal.SAMPLE]))
def test_the_same_as_looking_at_every_package(issues, level, band, most_cost, least_apart, sample):
    with patch.object(packages_equal, "SAMPLE", sample):
        found = equals(issues, level=level, band=band, most_cost=most_cost, least_apart=least_apart)
    assert found == by_listing(issues, level, band, most_cost, least_apart)


@settings(deadline=None)
@given(tables, levels, bands, limits)
def test_what_is_found_keeps_every_rule(issues, level, band, most_cost):
    found = equals(issues, level=level, band=band, most_cost=most_cost)
    assert [one.cost for one in found.found] == sorted(one.cost for one in found.found)
    assert all(apart(one, other) >= 2 for at, one in enumerate(found.found) for other in found.found[:at])
    assert all(issue[at].allowed for one in found.found for issue, at in zip(issues, one.picks, strict=True))
    assert most_cost is None or all(one.cost <= most_cost for one in found.found)
    assert not found.reached or all(abs(one.mine - level) <= band for one in found.found)
    assert all(one == package(issues, one.picks) for one in found.found)


@settings(deadline=None)
@given(tables, levels, bands, st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_the_scale_of_either_side_does_not_matter(issues, level, band, times):
    picks = [one.picks for one in equals(issues, level=level, band=band).found]
    mine = [tuple(replace(one, mine=one.mine * times) for one in issue) for issue in issues]
    cost = [tuple(replace(one, cost=one.cost * times) for one in issue) for issue in issues]
    assert [one.picks for one in equals(mine, level=level * times, band=band * times).found] == picks
    assert [one.picks for one in equals(cost, level=level, band=band).found] == picks


@pytest.mark.parametrize("name", hard())
def test_ten_issues_of_ten_options_take_little_time(name):
    issues = hard()[name]
    points = frontier(issues).points
    low, high = points[0], points[-1]
    level, band = (low.mine + high.mine) / 2, (high.mine - low.mine) / 100
    for most_cost in (None, (9 * low.cost + high.cost) / 10):
        assert quiet_seconds(lambda cost=most_cost: equals(issues, level=level, band=band, most_cost=cost)) < 1.5
        assert quiet_seconds(lambda cost=most_cost: equals(issues, level=level, band=0, most_cost=cost)) < 1.5
