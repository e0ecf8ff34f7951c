"""Packages as whole numbers: one number holds two sums and every pick, and adding two of them adds all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm

Row = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Every option that may be picked as one number, issue by issue: in the order of such numbers comes first what is
    cheaper for them, then what is worth more to me, then what stands first.

    Each holds what the option costs above the cheapest of its issue, what it lacks to the best of its issue for me,
    both times the unit of their side, and its place. The fields are as wide as their largest sums, so that adding
    never carries from one into the next: the sum of one number of each issue, a key, holds the same of the package.
    """

    rows: tuple[Row, ...]
    most: int  # worth to me with the best of everything
    least: int  # cost of the cheapest of everything
    mine_unit: int
    cost_unit: int
    high: int  # from this bit on the cost
    low: int  # from this bit on what is lacking
    mask: int
    bits: int  # of one place

    def cost(self, key: int) -> int:
        return key >> self.high

    def lack(self, key: int) -> int:
        return key >> self.low & self.mask

    def picks(self, key: int) -> Row:
        last = (len(self.rows) - 1) * self.bits
        return tuple(key >> shift & (1 << self.bits) - 1 for shift in range(last, -1, -self.bits))

    def sums(self, key: int) -> tuple[Fraction, Fraction]:
        """Worth to me and cost, in the units that were put in."""
        mine, cost = self.most - self.lack(key), self.least + self.cost(key)
        return Fraction(mine, self.mine_unit), Fraction(cost, self.cost_unit)

    def lack_from(self, mine: Fraction) -> int:
        """The least that is lacking in a package worth `mine` or less."""
        return self.most - floor(mine * self.mine_unit)

    def lack_to(self, mine: Fraction) -> int:
        """The most that is lacking in a package worth `mine` or more."""
        return self.most - ceil(mine * self.mine_unit)

    def limit(self, most_cost: Fraction | None) -> int:
        """The last key that costs no more; below 0 where even the cheapest of everything does."""
        if most_cost is None:
            return sum(map(max, self.rows))
        return (floor(Fraction(most_cost) * self.cost_unit) - self.least + 1 << self.high) - 1


def whole(issues: Sequence[Sequence[tuple[int, Fraction, Fraction]]]) -> Whole:
    """Place, worth to me and cost of every option that may be picked, with at least one for every issue.

    Rule: times the least common multiple of the denominators, for each side; see `Whole`. Units: those of each side
    times that number. Errors: none. Source: own definition.
    """
    places = [[place for place, _, _ in issue] for issue in issues]
    mine, mine_unit = _times([[one for _, one, _ in issue] for issue in issues])
    costs, cost_unit = _times([[one for _, _, one in issue] for issue in issues])
    spent = [[one - min(row) for one in row] for row in costs]
    lacking = [[max(row) - one for one in row] for row in mine]
    bits = max(map(max, places)).bit_length() or 1
    low, width = bits * len(issues), sum(map(max, lacking)).bit_length()
    shifts = range(low - bits, -1, -bits)
    return Whole(
        rows=tuple(
            tuple(
                (cost << low + width) + (lack << low) + (place << shift) for cost, lack, place in zip(*row, strict=True)
            )
            for *row, shift in zip(spent, lacking, places, shifts, strict=True)
        ),
        most=sum(map(max, mine)),
        least=sum(map(min, costs)),
        mine_unit=mine_unit,
        cost_unit=cost_unit,
        high=low + width,
        low=low,
        mask=(1 << width) - 1,
        bits=bits,
    )


def _times(rows: Sequence[Sequence[Fraction]]) -> tuple[list[list[int]], int]:
    unit = lcm(*(one.denominator for row in rows for one in row))
    return [[int(one * unit) for one in row] for row in rows], unit
