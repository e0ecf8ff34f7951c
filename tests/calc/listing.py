"""Every package of a few issues, by listing them all; and cases that are hard to sum."""

import random
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from negotiation.calc.packages import Choice, package

few = st.integers(-4, 4)  # so small that ties are frequent
amounts = st.one_of(few, few, st.fractions(-3, 3, max_denominator=6), st.integers(-(10**11), 10**11)).map(Fraction)
choices = st.builds(Choice, mine=amounts, cost=amounts, allowed=st.sampled_from([True, True, True, False]))
tables = st.lists(st.lists(choices, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)
limits = st.one_of(st.none(), st.fractions(-8, 8, max_denominator=3))


def listed(issues, most_cost=None):
    """All allowed packages within the cost."""
    every = (package(issues, picks) for picks in product(*(range(len(issue)) for issue in issues)))
    return [
        one
        for one in every
        if all(issue[pick].allowed for issue, pick in zip(issues, one.picks, strict=True))
        and (most_cost is None or one.cost <= most_cost)
    ]


def beats(one, other):
    """At least as good for both, and better for one."""
    return one.mine >= other.mine and one.cost <= other.cost and (one.mine, one.cost) != (other.mine, other.cost)


def made(worth, cost, issues=10, options=10):
    return [
        tuple(Choice(mine=Fraction(worth(at, step)), cost=Fraction(cost(at, step))) for step in range(options))
        for at in range(issues)
    ]


def hard():
    """Ten issues of ten options that are as bad as can be, by name."""
    number = random.Random(7).randrange
    same = [[number(10**11) for _ in range(10)] for _ in range(10)]
    return {
        "all sums distinct, and as dear as they are good": made(*[lambda at, step: same[at][step]] * 2),
        "powers of ten": made(lambda at, step: step * 10**at, lambda at, step: step * 10**at),
        "up to ten to the eleventh": made(*[lambda at, step: 10 ** (1 + (at + step) % 11)] * 2),
        "powers against each other": made(
            lambda at, step: step * 10 ** (at + 2), lambda at, step: step * 10 ** (11 - at)
        ),
        "all the same": made(lambda at, step: 5, lambda at, step: 5),
        "at random": made(lambda at, step: number(10**11), lambda at, step: number(10**11)),
        "parts": made(lambda at, step: Fraction(number(10**11), 100 + 7 * at), lambda at, step: number(10**11)),
    }
