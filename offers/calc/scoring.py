"""Options scored on what counts: weighted means, how many weightings each one wins, and what turns a lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import shake_128
from itertools import accumulate, chain, groupby, islice, pairwise, permutations, product
from math import factorial, isqrt, lcm, prod
from operator import ge, mul

from groundwork.money import Amount

Values = Sequence[Fraction | None]
Weights = Sequence[Amount]
Row = tuple[Fraction, ...]
Whole = tuple[int, ...]

SAMPLE = 1008  # weightings; each number of orders up to MOST_ORDERS, and MORE_ORDERS, divides it
MOST_ORDERS = 24
MORE_ORDERS = 252
GRAIN = 1 << 20


class WeightError(ValueError):
    """The weights cannot be used; the message says what to enter instead."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose, and how good it is on each criterion, from 0 to 1; None is not known."""

    name: str
    values: tuple[Fraction | None, ...]


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A score from 0 to 1, None if nothing that counts is known.

    `low` and `high`: with all that is not known at 0, and at 1. `known`: the share of the weight that is known.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction
    known: Fraction


@dataclass(frozen=True, kw_only=True)
class Flip:
    """Two options draw level when the weight of one criterion goes from `was` to `to`, both parts of the whole."""

    criterion: int
    was: Fraction
    to: Fraction


def linear(value: Amount | None, worst: Amount | None, best: Amount | None) -> Fraction | None:
    """Where a value stands between the worst and the best.

    Rule: (value - worst) / (best - worst), not below 0 nor above 1; the worst may be the higher number. Units:
    one unit in, a part of 1 out. None where one is not known or worst and best are the same. Errors: none.
    Source: linear value function.
    """
    if value is None or worst is None or best is None or worst == best:
        return None
    part = (Fraction(value) - Fraction(worst)) / (Fraction(best) - Fraction(worst))
    return min(max(part, Fraction(0)), Fraction(1))


def rank_order_weights(count: int) -> Row:
    """Weights of criteria of which only the order is known, the first one counting most.

    Rule: rank order centroid: the k-th of n is (1/k + ... + 1/n) / n, the middle of all weightings in that
    order. Units: parts of 1, sum 1. Errors: none. Source: Barron and Barrett 1996, Management Science 42.
    """
    tails = accumulate(Fraction(1, place) for place in range(count, 0, -1))
    return tuple(tail / count for tail in reversed(list(tails)))


def normalised(weights: Weights) -> Row:
    """The share of each weight.

    Rule: weight / sum of weights. Units: any one unit in, parts of 1 out. Errors: WeightError where one is
    below 0 or all are 0. Source: own definition.
    """
    parts = [Fraction(weight) for weight in weights]
    whole = sum(parts, Fraction(0))
    if any(part < 0 for part in parts):
        raise WeightError("Enter 0 or more for each weight.")
    if not whole:
        raise WeightError("Enter more than 0 for at least one weight.")
    return tuple(part / whole for part in parts)


def score(values: Values, weights: Weights) -> Scored:
    """The weighted score of one option.

    Rule: sum of weight x value / sum of weight, over what is known: what was skipped counts as the option's
    own average, and neither helps nor harms it. Units: parts of 1. Errors: as `normalised`; ValueError for
    another number of values than weights. Source: additive value model; the skipping is an own definition.
    """
    known = low = Fraction(0)
    for value, share in zip(values, normalised(weights), strict=True):
        if value is not None:
            known, low = known + share, low + share * value
    return Scored(value=low / known if known else None, low=low, high=low + 1 - known, known=known)


def filled(values: Values, weights: Weights) -> Row | None:
    """The values with what is not known put in, so that a score is linear in the weights.

    Rule: what is not known is the option's own score at these weights. Units: parts of 1. None where nothing
    that counts is known. Errors: as `score`. Source: own definition.
    """
    own = score(values, weights).value
    return None if own is None else tuple(own if value is None else value for value in values)


def wins(options: Sequence[Option], weights: Weights, *, ordered: bool = False) -> Row | None:
    """The share of all weightings in which each option is best.

    Rule: all weightings of the criteria that have a weight, each as likely as any other; with `ordered` only
    those that keep the order of the weights, equal ones being free among each other. Ties are split evenly.
    What is not known is `filled` at the given weights; an option of which nothing is known wins nothing.
    Between two that are not beaten on everything it is exact, for `ordered` with up to 24 orders; else it is
    counted over 1,008 fixed weightings, within about 3 in 100. Units: parts of 1, sum 1. None where nothing is
    known of any option. Errors: as `score`. Source: stochastic multicriteria acceptability analysis (Lahdelma,
    Hokkanen and Salminen 1998).
    """
    shares = normalised(weights)
    counted = [place for place, share in enumerate(shares) if share]
    places: dict[Row, list[int]] = {}
    for at, option in enumerate(options):
        row = filled(option.values, shares)
        if row is not None:
            places.setdefault(tuple(row[place] for place in counted), []).append(at)
    if not places:
        return None
    rows, parts = _unbeaten(list(places)), [shares[place] for place in counted]
    rows.sort(key=lambda row: (sorted(row), sum(map(mul, row, parts))))  # whatever order they were given in
    won = [Fraction(0)] * len(options)
    for row, part in zip(rows, _won(rows, parts, ordered=ordered), strict=True):
        for at in places[row]:
            won[at] = part / len(places[row])
    return tuple(won)


def flip(leader: Option, other: Option, weights: Weights) -> Flip | None:
    """The smallest change of one weight that makes `other` draw level with `leader`.

    Rule: the other weights keep their proportions. With d what the leader is ahead by on the criterion, r on
    the mean of all others, they are level at r / (r - d) of the whole; the nearest such share from 0 to 1, of
    equal ones the first. What is not known is `filled` at the given weights. Units: parts of 1. None where the
    leader does not lead, nothing is known of one, or no single weight can. Errors: as `score`. Source: own
    definition.
    """
    shares, ours, theirs = normalised(weights), filled(leader.values, weights), filled(other.values, weights)
    if ours is None or theirs is None:
        return None
    leads = [one - two for one, two in zip(ours, theirs, strict=True)]
    ahead = sum(map(mul, leads, shares), Fraction(0))
    if ahead <= 0:
        return None
    found = []
    for place, (lead, share) in enumerate(zip(leads, shares, strict=True)):
        rest = (ahead - share * lead) / (1 - share) if share != 1 else lead
        if rest != lead and 0 <= (to := rest / (rest - lead)) <= 1:
            found.append(Flip(criterion=place, was=share, to=to))
    return min(found, key=lambda one: abs(one.to - one.was), default=None)


def one_point(leader: Option, other: Option, weights: Weights, step: Fraction) -> tuple[int, ...]:
    """The criteria on which one step less for the leader, or one more for the other, ends the lead.

    Rule: one value changes by `step`, not below 0 nor above 1, and the scores are level or turned; where they
    are level before, all that count and are known. Units: parts of 1; places of criteria. Empty where nothing
    is known of one. Errors: as `score`. Source: own definition.
    """
    first, second = score(leader.values, weights), score(other.values, weights)
    if first.value is None or second.value is None:
        return ()
    ahead, found = first.value - second.value, []
    for place, (share, ours, theirs) in enumerate(zip(normalised(weights), leader.values, other.values, strict=True)):
        falls = Fraction(0) if ours is None else min(step, ours) / first.known
        rises = Fraction(0) if theirs is None else min(step, 1 - theirs) / second.known
        if share and (ours, theirs) != (None, None) and ahead <= share * max(falls, rises):
            found.append(place)
    return tuple(found)


def _unbeaten(rows: Sequence[Row]) -> list[Row]:
    """The rows, all different, without those that another one is at least as good as on everything."""
    return [row for row in rows if not any(row is not other and all(map(ge, other, row)) for other in rows)]


def _won(rows: Sequence[Row], shares: Sequence[Fraction], *, ordered: bool) -> Sequence[Fraction]:
    """The share that each row wins; columns in an order of their own, so that theirs does not matter."""
    if len(rows) == 1:
        return [Fraction(1)]
    whole = lcm(*(value.denominator for row in rows for value in row))
    exact = [[int(value * whole) for value in row] for row in rows]
    columns = sorted(zip((-share if ordered else Fraction(0) for share in shares), *exact, strict=True))
    sizes = tuple(len(list(group)) for _, group in groupby(column[0] for column in columns))
    orders = _orders(sizes) if len(sizes) > 1 else ()
    if len(rows) == 2 and len(orders) <= MOST_ORDERS:
        parts = [_race(leads) for leads in _cornered([one - two for _, one, two in columns], orders)]
        part = sum(parts, Fraction(0)) / len(parts)
        return [part, 1 - part]
    return _counted([column[1:] for column in columns], orders)


@lru_cache(maxsize=64)
def _orders(sizes: Whole) -> tuple[Whole, ...]:
    """All orders that places can be in, group after group, each group free within itself; of many, some."""
    ends = [0, *accumulate(sizes)]
    groups = [range(start, end) for start, end in pairwise(ends)]
    if prod(map(factorial, sizes)) <= MOST_ORDERS:
        return tuple(tuple(chain(*parts)) for parts in product(*map(permutations, groups)))
    keys = [shake_128(b"%d" % turn).digest(ends[-1]) for turn in range(MORE_ORDERS)]
    return tuple(tuple(place for group in groups for place in sorted(group, key=key.__getitem__)) for key in keys)


def _cornered(row: Sequence[int], orders: Sequence[Whole]) -> list[Sequence[int]]:
    """A row at the corners of all weightings in each order: the means of its first, its first two, ..., times one
    whole number; as it is where any order will do."""
    steps = [lcm(*range(1, len(row) + 1)) // place for place in range(1, len(row) + 1)]
    sums = (accumulate(row[at] for at in order) for order in orders)
    return [list(map(mul, one, steps)) for one in sums] or [row]


def _race(leads: Sequence[int]) -> Fraction:
    """The share of all weightings in which the weighted sum of the leads is above 0 (a half if all are 0).

    Weights spread evenly are waiting times without memory, over their sum. Lay those of the leads end to end,
    and those of the lags: of the two at the front the lag is over first in lead / (lead + lag) of all cases, and
    what is left of the other is as new. The same as Varsi 1973, Pacific J. Math. 46, without a case to divide by 0.
    """
    gains, lags = [lead for lead in leads if lead > 0], [-lead for lead in leads if lead < 0]
    if not gains and not lags:
        return Fraction(1, 2)
    later = [Fraction(0)] * (len(lags) + 1)  # no lead left, and so many lags
    for gain in gains:
        now = [Fraction(1)]
        for lag, rest in zip(lags, later[1:], strict=True):
            now.append(Fraction(gain, gain + lag) * now[-1] + Fraction(lag, gain + lag) * rest)
        later = now
    return later[-1]


def _counted(columns: Sequence[Whole], orders: Sequence[Whole]) -> list[Fraction]:
    """How much of the sample each row wins; with several orders each takes its turn.

    The rows of a column stand side by side in one long number, so that one multiplication serves them all.
    """
    count, least = len(columns[0]), min(map(min, columns))
    most = (max(map(max, columns)) - least) * lcm(*range(1, len(columns) + 1)) * 2 * GRAIN * len(columns)
    width = most.bit_length() // 8 + 1
    long = [int.from_bytes(b"".join((one - least).to_bytes(width) for one in column)) for column in columns]
    slots = [slice(width * at, width * (at + 1)) for at in range(count)]
    units = lcm(*range(1, count + 1))
    won, turned = [0] * count, _cornered(long, orders)
    for at, row in enumerate(turned):
        for weighting in _sample(len(columns))[at :: len(turned)]:
            scores = list(map(sum(map(mul, weighting, row)).to_bytes(width * count).__getitem__, slots))
            best = max(scores)
            if (ties := scores.count(best)) == 1:
                won[scores.index(best)] += units
            else:
                won = [had + units // ties * (one == best) for had, one in zip(won, scores, strict=True)]
    return [Fraction(one, SAMPLE * units) for one in won]


@lru_cache(maxsize=32)
def _sample(count: int) -> tuple[Whole, ...]:
    """Weightings spread evenly over all of them, the same in every run: gaps between multiples of square roots."""
    primes = (one for one in range(2, 16 * count + 16) if all(one % low for low in range(2, isqrt(one) + 1)))
    roots = [isqrt(prime * GRAIN**4) for prime in islice(primes, count - 1)]
    cuts = (sorted(turn * root // GRAIN % GRAIN for root in roots) for turn in range(1, SAMPLE + 1))
    return tuple(tuple(end - start + 1 for start, end in pairwise((0, *cut, GRAIN))) for cut in cuts)
