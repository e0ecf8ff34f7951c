"""Packages that are all the same to me: the ones that cost them least, and that differ from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from heapq import merge
from math import ceil, floor
from operator import ne

from negotiation.calc.packages import Issues, Package, PackageError, allowed, unpacked
from negotiation.calc.packages_halves import Lacking, by_lack, halves
from negotiation.calc.packages_whole import Row, Whole

LIMIT = 20_000  # packages looked at; three that are at least two apart are found in a few hundred
SAMPLE = 64  # of so many first halves one is tried first: what it finds rules out most of the others unseen

Search = Callable[[int, int | None], Iterator[int]]


@dataclass(frozen=True, kw_only=True)
class Equals:
    """At most `count` packages, the cheapest for them first.

    `level`: the worth to me that was asked for. Not `reached`: fewer than asked for lie within the band, and `found`
    are the nearest. `nearest`: the worth nearest to the level that a package can have at all; None where there is
    none. Not `whole`: the search stopped at its limit; what was found is right, but more may exist.
    """

    found: tuple[Package, ...]
    level: Fraction
    reached: bool
    nearest: Fraction | None
    whole: bool


def equals(
    issues: Issues,
    *,
    level: Fraction,
    band: Fraction,
    count: int = 3,
    least_apart: int = 2,
    most_cost: Fraction | None = None,
) -> Equals:
    """Packages worth the same to me, and each cheap for them in another way.

    Rule: of the allowed packages from level - band to level + band that cost at most `most_cost` the cheapest for
    them, then each time the cheapest that differs from all before in at least `least_apart` issues; of equal ones the
    one worth more to me, then the one whose picks come first. With fewer than `count` of them: in the same way those
    nearest to the level, the cheapest of equally near ones first. Shown from the cheapest on. Units: one for each
    side; issues. Errors: PackageError without an issue or an option, for a band below 0, or more than 100,000 ways to
    fill the first or the second half of the issues. Source: equivalent simultaneous offers (Medvec and Galinsky 2005);
    the two halves are those of Horowitz and Sahni 1974.
    """
    if band < 0 or count < 1:
        raise PackageError("Enter 0 or more for the band, and look for at least one package.")
    near = _near(issues, Fraction(level), Fraction(band), most_cost)
    if near is None:
        return Equals(found=(), level=Fraction(level), reached=False, nearest=None, whole=True)
    inside, all_inside = _first(near.cheapest, near.numbers, count, least_apart)
    if len(inside) == count:
        return near.shown(inside, near.closest(min(inside, key=near.distance)), reached=True, whole=all_inside)
    found, all_around = _first(near.nearest, near.numbers, count, least_apart)
    return near.shown(found, found[0], reached=False, whole=all_inside and all_around)


def _near(issues: Issues, level: Fraction, band: Fraction, most_cost: Fraction | None) -> _Near | None:
    """None where no package is allowed, or all cost too much."""
    numbers = allowed(issues)
    limit = -1 if numbers is None else numbers.limit(most_cost)
    return None if numbers is None or limit < 0 else _Near(numbers, level, band, limit)


class _Near:
    """Two searches around a level; each takes every so many first halves, and ends at a key that it need not pass."""

    def __init__(self, numbers: Whole, level: Fraction, band: Fraction, limit: int) -> None:
        parts = halves(numbers)
        if parts is None:
            raise PackageError("Enter at most ten issues with at most ten options each.")
        self.numbers, self.limit, self.asked = numbers, limit, level
        self.level = numbers.most - level * numbers.mine_unit  # as what is lacking; so is the band
        self.band = band * numbers.mine_unit
        self.firsts, self.rows = by_lack(numbers, parts[0]), parts[1]
        self.less = Lacking(numbers, self.firsts, self.rows, 1)

    @cached_property
    def more(self) -> Lacking:
        return Lacking(self.numbers, self.firsts, self.rows, -1)

    def distance(self, key: int) -> Fraction:
        return abs(self.numbers.lack(key) - self.level)

    def cheapest(self, every: int, last: int | None = None) -> Iterator[int]:
        """Within the band, from the cheapest for them on."""
        limit = self.limit if last is None else min(last, self.limit)
        return self.less.cheapest(ceil(self.level - self.band), floor(self.level + self.band), limit, every)

    def nearest(self, every: int, last: int | None = None) -> Iterator[int]:
        """From the nearest to the level on, the cheapest of equally near ones first."""
        reach = self.numbers.mask + abs(self.level) if last is None else self.distance(last)
        here = floor(self.level)
        worse = self.less.onward(here + 1, floor(self.level + reach), self.limit, every)
        better = self.more.onward(-here, floor(reach - self.level), self.limit, every)
        return merge(better, worse, key=lambda key: (self.distance(key), key))

    def shown(self, found: list[int], closest: int, *, reached: bool, whole: bool) -> Equals:
        return Equals(
            found=tuple(unpacked(self.numbers, key) for key in sorted(found)),
            level=self.asked,
            reached=reached,
            nearest=unpacked(self.numbers, closest).mine,
            whole=whole,
        )

    def closest(self, known: int) -> int:
        """The first of `nearest`, where one is known: the best of a sample rules out most of the others unseen."""
        return next(self.nearest(1, next(self.nearest(SAMPLE, known), known))) if self.distance(known) else known


def _first(search: Search, numbers: Whole, count: int, least_apart: int) -> tuple[list[int], bool]:
    """The first keys of a search that are far enough from each other; whether all was looked at that had to be.

    Where a sample is enough, nothing beyond its last one can be among them, unless the greater choice leads astray.
    """
    sampled, _ = _greedy(search(SAMPLE, None), numbers, count, least_apart)
    if len(sampled) == count:
        found, whole = _greedy(search(1, sampled[-1]), numbers, count, least_apart)
        if len(found) == count:
            return found, whole
    return _greedy(search(1, None), numbers, count, least_apart)


def _greedy(found: Iterable[int], numbers: Whole, count: int, least_apart: int) -> tuple[list[int], bool]:
    """One after the other, each that differs enough from all that were kept."""
    kept: dict[int, Row] = {}
    for tried, key in enumerate(found):
        if tried == LIMIT:
            return list(kept), False
        picks = numbers.picks(key)
        if all(sum(map(ne, picks, other)) >= least_apart for other in kept.values()):
            kept[key] = picks
        if len(kept) == count:
            break
    return list(kept), True
