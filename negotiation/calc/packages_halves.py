"""Packages one by one in an order, with no list of all: each is a first half and a second half of the issues.

Of 10 issues with 10 options there are 100,000 halves of either kind, and 10,000,000,000 packages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from itertools import accumulate
from math import prod

from negotiation.calc.packages_whole import Row, Whole

HALVES = 100_000


def halves(numbers: Whole) -> tuple[Sequence[Row], Sequence[Row]] | None:
    """The first issues and the others, by their options.

    Rule: cut where the more ways to pick of each are fewest. Units: as `Whole`. None where one of them still has more
    than 100,000 ways. Errors: none. Source: Horowitz and Sahni 1974, Journal of the ACM 21.
    """
    ways = [len(row) for row in numbers.rows]
    most, cut = min((max(prod(ways[:cut]), prod(ways[cut:])), cut) for cut in range(len(ways)))
    return None if most > HALVES else (numbers.rows[:cut], numbers.rows[cut:])


def by_lack(numbers: Whole, rows: Sequence[Row], turn: int = 1) -> list[int]:
    """The sums of one number of each row, by turn x lack and those that lack as much by themselves.

    Rule: issue by issue; what is in order already makes sorting little more than merging. Units: keys. Errors: none.
    Source: own definition.
    """
    low, mask, top = numbers.low, numbers.mask, numbers.limit(None).bit_length()
    turned = 0 if turn > 0 else mask
    found = [0]
    for row in rows:
        sums = [one + more for more in row for one in found]
        found = sorted(sums, key=lambda key: (key >> low & mask ^ turned) << top | key)
    return found


class Tree:
    """The least of a row's stretches, and its next place that holds no more than a bound.

    Rule: the row, then the least of each two, again and again. Units: those of the row. Errors: none. Source: the
    usual segment tree (Bentley 1977).
    """

    def __init__(self, row: list[int]) -> None:
        self.levels = [row]
        while len(last := self.levels[-1]) > 1:
            self.levels.append(list(map(min, last[::2], [*last[1::2], last[-1]])))

    def least(self, start: int, end: int) -> int:
        """From start to before end, of which there must be one."""
        best = self.levels[0][start]
        for level in self.levels:
            if start & 1:
                best = min(best, level[start])
            if end & 1:
                best = min(best, level[end - 1])
            start, end = start + 1 >> 1, end >> 1
            if start >= end:
                break
        return best

    def next(self, at: int, bound: int) -> int:
        """Up while there is nothing, then down to the left; the length of the row where there is none."""
        depth = 0
        while at < len(self.levels[depth]):
            if self.levels[depth][at] > bound:
                up = at & 1  # the second of two: on to what lies beside both
                depth, at = depth + up, at + 1 >> up
            elif depth:
                depth, at = depth - 1, at << 1
            else:
                return at
        return len(self.levels[0])


class Lacking:
    """The packages by what they lack, from the least on, or from the most on (turn -1).

    Rule: for each first half, the second halves that bring a package between two bounds lie side by side. Only one
    package of each first half waits; when it is taken, the next of that half does. All bounds hold for turn x lack
    and include themselves; `limit` is the last key, which bounds the cost; `every` takes only some of the first halves.
    Units: whole ones of `Whole`; keys. Errors: none. Source: own definition, after Schroeppel and Shamir 1981.
    """

    def __init__(self, numbers: Whole, firsts: Sequence[int], rows: Sequence[Row], turn: int) -> None:
        self.numbers, self.firsts, self.turn = numbers, firsts, turn
        self.seconds = by_lack(numbers, rows, turn)
        self.fields = [turn * (key >> numbers.low & numbers.mask) for key in self.seconds]
        self.heads = list(accumulate(self.seconds, min))  # the least up to each place, and from each on
        self.tails = list(accumulate(reversed(self.seconds), min))[::-1]
        self.tree = Tree(self.seconds)

    def cheapest(self, low: int, high: int, limit: int, every: int) -> Iterator[int]:
        """The keys in order, which is that of the cost."""
        waiting = []
        for one, start, end in self._stretches(low, high, limit, every):
            if (key := one + self.tree.least(start, end)) <= limit:
                waiting.append((key, one, start, end))
        heapify(waiting)
        while waiting:
            key, one, start, end = heappop(waiting)
            yield key
            at = self._place(key - one)
            for part in ((start, at), (at + 1, end)):  # a stretch is cut in two where its least was taken
                if part[0] < part[1] and (key := one + self.tree.least(*part)) <= limit:
                    heappush(waiting, (key, one, *part))

    def onward(self, low: int, high: int, limit: int, every: int) -> Iterator[int]:
        """The keys by turn x lack, the cheapest of equal ones first."""
        waiting = []
        for one, start, end in self._stretches(low, high, limit, every):
            if (at := self.tree.next(start, limit - one)) < end:
                waiting.append((self._field(one + self.seconds[at]), one + self.seconds[at], at, end))
        heapify(waiting)
        while waiting:
            _, key, at, end = waiting[0]
            yield key
            one = key - self.seconds[at]
            if (at := self.tree.next(at + 1, limit - one)) < end:
                heapreplace(waiting, (self._field(one + self.seconds[at]), one + self.seconds[at], at, end))
            else:
                heappop(waiting)

    def _field(self, key: int) -> int:
        return self.turn * self.numbers.lack(key)

    def _place(self, second: int) -> int:
        """Where a second half stands: among those that lack as much, by its key."""
        field = self._field(second)
        start, end = bisect_left(self.fields, field), bisect_right(self.fields, field)
        return bisect_left(self.seconds, second, start, end)

    def _stretches(self, low: int, high: int, limit: int, every: int) -> Iterator[tuple[int, int, int]]:
        """First halves, each with its stretch of second halves, but for those where even the least one up to its end,
        or from its start on, which are quick to know, would bring a package over the limit."""
        shift, mask, turn = self.numbers.low, self.numbers.mask, self.turn
        fields, heads, tails = self.fields, self.heads, self.tails
        for one in self.firsts[::every]:
            field = turn * (one >> shift & mask)
            end = bisect_right(fields, high - field)
            if end and one + heads[end - 1] <= limit:
                start = bisect_left(fields, low - field, 0, end)
                if start < end and one + tails[start] <= limit:
                    yield one, start, end
