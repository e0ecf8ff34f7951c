"""What is on the table, and what the sums find in it: packages all the same to the candidate, and what to trade."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from negotiation.calc.packages import Choice, Frontier, Issue, Package, Trade, frontier, trades
from negotiation.calc.packages_equal import Equals, equals
from negotiation.models import PackageIssue, Packages
from negotiation.steps.packages_form import LEVEL
from negotiation.steps.packages_likes import Heard, line_of
from negotiation.steps.packages_read import Numbers
from negotiation.steps.packages_weigh import Known

# Of the way from the least to the best: so much above the level, packages are still all the same to the candidate (the
# second where the first has no three), and so far from it, one is still near.
BANDS, NEAR = (Fraction(5, 100), Fraction(10, 100)), Fraction(10, 100)


@dataclass(frozen=True, kw_only=True)
class Lack:
    """Why something is not counted: of which entry, and whether the other step can mend it."""

    row: PackageIssue
    text: str
    step: str = ""


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something on the table that counts. `said` are its options, pay with its unit; `out` why one may not be taken."""

    row: PackageIssue
    said: tuple[str, ...]
    worth: Numbers
    guessed: Numbers
    cost: Numbers
    out: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def issue(self) -> Issue:
        parts = zip(self.worth, self.cost, self.out, strict=True)
        return tuple(Choice(mine=worth, cost=cost, allowed=not out) for worth, cost, out in parts)

    @property
    def allowed(self) -> list[int]:
        return [at for at, out in enumerate(self.out) if not out]


@dataclass(frozen=True, kw_only=True)
class Table:
    """All that is on the table. `year` is the pay that guesses are a part of, and where it comes from."""

    own: Packages
    known: Known
    things: tuple[Thing, ...]
    lacks: tuple[Lack, ...]
    year: tuple[Fraction, str] | None
    in_money: bool  # what it costs them; else parts of a year's pay
    by_order: bool
    heard: Heard

    @property
    def by_prices(self) -> bool:
        return self.own.by == "prices"

    @property
    def blocked(self) -> list[Thing]:
        """Things of which no option may be in a package."""
        return [thing for thing in self.things if not thing.allowed]

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(thing.issue for thing in self.things)

    @cached_property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The least and the best that all of it can be worth to the candidate."""
        worths = [[thing.worth[at] for at in thing.allowed] for thing in self.things]
        return sum(map(min, worths), Fraction(0)), sum(map(max, worths), Fraction(0))

    @property
    def whole(self) -> bool:
        """Whether there is enough to make packages of."""
        return len(self.things) > 1 and not self.blocked and self.ends[0] < self.ends[1]

    @property
    def wanted(self) -> Fraction:
        """The level in parts of 1."""
        return Fraction(LEVEL if self.own.level is None else self.own.level) / 100

    @property
    def ceiling(self) -> Fraction | None:
        return Fraction(self.own.ceiling) if self.own.ceiling is not None and self.in_money else None

    @property
    def asked(self) -> Fraction:
        """The level as worth."""
        low, high = self.ends
        return low + self.wanted * (high - low)

    @cached_property
    def found(self) -> Equals | None:
        """From the level on, and never below it: three, else two, else one; else the nearest."""
        if not self.whole:
            return None
        tries = [(3, BANDS[0]), *((count, BANDS[1]) for count in (3, 2, 1))]
        return next((one for try_ in tries if (one := self._above(*try_)).reached), self._above(3, BANDS[1]))

    def _above(self, count: int, band: Fraction) -> Equals:
        """The band of the sums lies around its middle; this one begins at the level."""
        half = band / 2 * (self.ends[1] - self.ends[0])
        return solved(self.issues, self.asked + half, half, self.ceiling, count)

    @property
    def band(self) -> Fraction:
        """How far above the level the packages that fit may lie, in parts of 1."""
        return BANDS[0] if self.three and self.found == self._above(3, BANDS[0]) else BANDS[1]

    @property
    def fits(self) -> tuple[Package, ...]:
        """Those that may be proposed: as good as was asked for, and all the same to the candidate."""
        return self.found.found if self.found and self.found.reached else ()

    @cached_property
    def packages(self) -> tuple[Package, ...]:
        """Those that are shown: what fits, else what is near, else the one that is nearest of all."""
        if self.fits or self.found is None or not self.found.found:
            return self.fits
        near = tuple(one for one in self.found.found if self.is_near(one))
        return near or (self.nearest(self.found.found),)

    def nearest(self, packages: tuple[Package, ...]) -> Package:
        return min(packages, key=lambda one: abs(one.mine - self.asked))

    def is_near(self, package: Package) -> bool:
        return abs(self.share(package.mine) - self.wanted) <= NEAR

    @property
    def three(self) -> bool:
        """Three that are all the same to the candidate."""
        return len(self.fits) == 3

    @cached_property
    def edge(self) -> Frontier | None:
        """The packages that nobody can gain on without the other side giving."""
        return edge_of(self.issues, self.ceiling) if self.whole else None

    @property
    def better(self) -> Package | None:
        """One that is worth more than was asked for and yet costs them no more than the cheapest of those found."""
        if not self.fits or self.edge is None:
            return None
        beyond = self.asked + self.band * (self.ends[1] - self.ends[0])
        there = [one for one in self.edge.points if one.cost <= self.fits[0].cost and one.mine > beyond]
        return max(there, key=lambda one: one.mine, default=None)

    @cached_property
    def trades(self) -> tuple[Trade, ...]:
        return traded(self.issues, self.lopsided) if self.whole else ()

    @property
    def lopsided(self) -> tuple[int, ...]:
        """Much of what costs them most for what it is worth, and little of the rest: as a talk ends by itself."""
        cheap = {at for at, _ in sorted(enumerate(self.things), key=_dearness)[: len(self.things) // 2]}
        return tuple(thing.allowed[0 if at in cheap else -1] for at, thing in enumerate(self.things))

    def steps(self, trade: Trade) -> tuple[int, int] | None:
        """To which options a trade leads, from the lopsided package: on what is given, and on what is got.

        None where all the packages that are shown have as much of the trade already.
        """
        give, get = self.things[trade.give], self.things[trade.get]
        down, up = self.lopsided[trade.give], self.lopsided[trade.get]
        found = next(
            (
                (less, more)
                for less in give.allowed
                for more in get.allowed
                if give.worth[less] < give.worth[down]
                and give.worth[less] - give.worth[down] + get.worth[more] - get.worth[up] == trade.mine
                and give.cost[down] - give.cost[less] + get.cost[up] - get.cost[more] == trade.cost
            ),
            None,
        )
        if found is None or not self.packages:
            return found
        less, more = found
        had = all(each.picks[trade.give] <= less and each.picks[trade.get] >= more for each in self.packages)
        return None if had else found

    def share(self, worth: Fraction) -> Fraction:
        """How far from the least to the best, in parts of 1."""
        low, high = self.ends
        return (worth - low) / (high - low)

    def lines(self, package: Package) -> list[tuple[Thing, int]]:
        return list(zip(self.things, package.picks, strict=True))

    def typed(self, package: Package) -> str:
        """As it is kept with a proposal, one line an issue."""
        return "\n".join(line_of(thing.name, thing.said[at]) for thing, at in self.lines(package))


def _dearness(pair: tuple[int, Thing]) -> tuple[bool, Fraction]:
    """What costs them most for each part of its worth comes last; what is worth nothing, after it."""
    thing = pair[1]
    cost, worth = thing.cost[-1] - thing.cost[0], thing.worth[-1] - thing.worth[0]
    return worth <= 0, cost / worth if worth > 0 else cost


@lru_cache(maxsize=64)
def solved(
    issues: tuple[Issue, ...], level: Fraction, band: Fraction, most_cost: Fraction | None, count: int
) -> Equals:
    """One page asks for them more than once."""
    return equals(issues, level=level, band=band, count=count, most_cost=most_cost)


@lru_cache(maxsize=64)
def edge_of(issues: tuple[Issue, ...], most_cost: Fraction | None) -> Frontier:
    return frontier(issues, most_cost=most_cost)


@lru_cache(maxsize=64)
def traded(issues: tuple[Issue, ...], start: tuple[int, ...]) -> tuple[Trade, ...]:
    return trades(issues, start)
