"""Several issues at once: what a package comes to for both sides, which are worth a thought, and what to trade."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from negotiation.calc.packages_whole import Row, Whole, whole

LIMIT = 2500  # points: 10 issues of 10 options stay far below a second even where no package rules out another


class PackageError(ValueError):
    """The issues cannot be used; the message says what to enter instead."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One option of one issue: its worth to me, and what it costs them (below 0: they gain by it).

    Not `allowed`: under my floor or over a red line.
    """

    mine: Fraction
    cost: Fraction
    allowed: bool = True


Issue = tuple[Choice, ...]
Issues = Sequence[Issue]


@dataclass(frozen=True, kw_only=True)
class Package:
    """One option of each issue by its place, and the sums of what they are worth to me and cost them."""

    picks: Row
    mine: Fraction
    cost: Fraction


@dataclass(frozen=True, kw_only=True)
class Frontier:
    """From the cheapest for them to the best for me; `exact` is False where it had to be thinned."""

    points: tuple[Package, ...]
    exact: bool


@dataclass(frozen=True, kw_only=True)
class Trade:
    """Two issues: on one I step back, on the other they do; what I gain in all, and what it saves them."""

    give: int
    get: int
    mine: Fraction
    cost: Fraction


def package(issues: Issues, picks: Sequence[int]) -> Package:
    """What a package comes to.

    Rule: the sums over its options, allowed or not. Units: one for each side. Errors: PackageError for another number
    of picks than issues, or a pick that is no option. Source: additive value model (Keeney and Raiffa 1976).
    """
    _check(issues)
    if len(picks) != len(issues):
        raise PackageError("Pick one option of each issue.")
    if any(not 0 <= pick < len(issue) for issue, pick in zip(issues, picks, strict=True)):
        raise PackageError("Pick an option that is on the list.")
    chosen = [issue[pick] for issue, pick in zip(issues, picks, strict=True)]
    mine = sum((Fraction(one.mine) for one in chosen), Fraction(0))
    return Package(picks=tuple(picks), mine=mine, cost=sum((Fraction(one.cost) for one in chosen), Fraction(0)))


def apart(one: Package, other: Package) -> int:
    """In how many issues two packages differ.

    Rule: the number of picks that are not the same. Units: issues. Errors: PackageError for packages of unlike
    lengths. Source: Hamming 1950.
    """
    if len(one.picks) != len(other.picks):
        raise PackageError("Compare two packages of the same issues.")
    return sum(mine != theirs for mine, theirs in zip(one.picks, other.picks, strict=True))


def frontier(issues: Issues, *, most_cost: Fraction | None = None) -> Frontier:
    """The packages that no other one beats: none is worth as much to me and costs less, or more and costs as much.

    Rule: built issue by issue of the allowed options; what is beaten is dropped after each. Of packages equal on both
    sides the one whose picks come first. None costs more than `most_cost`. Where more than LIMIT would stand, the
    cheapest of each of LIMIT equal parts of the worth are kept and the best, and `exact` is False. Units: one for each
    side. Errors: PackageError without an issue or an option. Source: Pareto frontier of the additive value model
    (Keeney and Raiffa 1976, ch. 10), by the dynamic programme of Nemhauser and Ullmann 1969.
    """
    numbers = allowed(issues)
    if numbers is None or (limit := numbers.limit(most_cost)) < 0:
        return Frontier(points=(), exact=True)
    found, exact = [0], True
    for row in numbers.rows:
        partial = sorted([one + more for more in row for one in found])
        found = list(_unbeaten(partial[: bisect_right(partial, limit)], numbers))
        if len(found) > LIMIT:
            found, exact = _thinned(found, numbers), False
    return Frontier(points=tuple(unpacked(numbers, key) for key in found), exact=exact)


def best_joint(frontier: Frontier) -> Package | None:
    """The package with the most for both together.

    Rule: the largest mine - cost, both in one scale; of equal ones the cheapest for them. Units: that scale. Errors:
    none; None without a package. Source: Raiffa 1982, The Art and Science of Negotiation.
    """
    return max(frontier.points, key=lambda one: one.mine - one.cost, default=None)


def nash(frontier: Frontier, *, my_least: Fraction, their_most: Fraction) -> Package | None:
    """The package that shares what there is to gain as Nash would.

    Rule: the largest (mine - my_least) x (their_most - cost) with neither below 0; of equal ones the cheapest for
    them. Units: one for each side; the scale of neither matters. Errors: none; None where there is no such package.
    Source: Nash 1950, The Bargaining Problem.
    """
    least, most = Fraction(my_least), Fraction(their_most)
    fair = (one for one in frontier.points if one.mine >= least and one.cost <= most)
    return max(fair, key=lambda one: (one.mine - least) * (most - one.cost), default=None)


def trades(issues: Issues, start: Sequence[int]) -> tuple[Trade, ...]:
    """What to give for what, from one package on, so that one side gains and the other does not lose.

    Rule: on `give` to an allowed option that is worth less to me and saves them something, on `get` to one that is
    worth more to me and does not help them of itself (for such a step nothing need be given); in all I gain, and it
    does not cost them. Of each two issues the best swap, by what I gain + what they save, both in one scale, and of
    equal ones the evener; the best swaps first, and each issue in one at most. Units: that scale. Errors: as
    `package`. Source: logrolling (Froman and Cohen 1970).
    """
    package(issues, start)
    moves = [list(_moves(issue, pick)) for issue, pick in zip(issues, start, strict=True)]
    swaps = (one for give, get in permutations(range(len(issues)), 2) for one in _swaps(moves, give, get))
    kept: list[Trade] = []
    for swap in sorted(swaps, key=lambda one: (*_rank(one), one.give, one.get)):
        if not any({swap.give, swap.get} & {one.give, one.get} for one in kept):
            kept.append(swap)
    return tuple(kept)


def allowed(issues: Issues) -> Whole | None:
    """The allowed options as whole numbers, for the other sums about packages.

    Rule: as `packages_whole.whole`. Units: as there. None where an issue has no allowed option. Errors: PackageError
    without an issue or an option. Source: own definition.
    """
    _check(issues)
    rows = [[(place, one.mine, one.cost) for place, one in enumerate(issue) if one.allowed] for issue in issues]
    return (
        whole([[(at, Fraction(mine), Fraction(cost)) for at, mine, cost in row] for row in rows]) if all(rows) else None
    )


def unpacked(numbers: Whole, key: int) -> Package:
    """The package that a key stands for.

    Rule: as `Whole`. Units: one for each side. Errors: none. Source: own definition.
    """
    mine, cost = numbers.sums(key)
    return Package(picks=numbers.picks(key), mine=mine, cost=cost)


def _check(issues: Issues) -> None:
    if not issues:
        raise PackageError("Enter at least one issue.")
    if not all(issues):
        raise PackageError("Enter at least one option for each issue.")


def _unbeaten(partial: Sequence[int], numbers: Whole) -> Iterator[int]:
    """From the cheapest on: only what lacks less than all that is cheaper."""
    low, mask, least = numbers.low, numbers.mask, numbers.mask + 1
    for key in partial:
        if (lack := key >> low & mask) < least:
            least = lack
            yield key


def _thinned(found: Sequence[int], numbers: Whole) -> list[int]:
    """Both ends, and of each part of the worth the first, which is the cheapest."""
    worst, best = numbers.lack(found[0]), numbers.lack(found[-1])
    parts: dict[int, int] = {}
    for key in found[:-1]:
        parts.setdefault((worst - numbers.lack(key)) * LIMIT // (worst - best), key)
    return [*parts.values(), found[-1]]


def _moves(issue: Issue, pick: int) -> Iterator[tuple[Fraction, Fraction]]:
    """What I gain by each other allowed option, and what it costs them more."""
    now = issue[pick]
    for one in issue:
        if one.allowed:
            yield Fraction(one.mine) - Fraction(now.mine), Fraction(one.cost) - Fraction(now.cost)


def _swaps(moves: Sequence[Sequence[tuple[Fraction, Fraction]]], give: int, get: int) -> list[Trade]:
    """The best swap of these two issues, if there is one."""
    found = [
        Trade(give=give, get=get, mine=gained + lost, cost=-spent - saved)
        for lost, saved in moves[give]
        if lost < 0 and saved < 0
        for gained, spent in moves[get]
        if gained > 0 and spent >= 0 and gained + lost > 0 and spent + saved <= 0
    ]
    return [min(found, key=_rank)] if found else []


def _rank(trade: Trade) -> tuple[Fraction, Fraction]:
    """From the best on: what both get out of it; of the same, how much the one gets who gets less."""
    return -trade.mine - trade.cost, -min(trade.mine, trade.cost)
