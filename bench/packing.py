"""Several issues at once: what no package beats and three alike, against listing every package there is."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

from bench import report
from negotiation.calc.packages import Choice, Issues, frontier
from negotiation.calc.packages_equal import equals

OPTIONS, TRIES = 5, 5
LEVEL, BAND, THREE, APART = Fraction(3, 4), Fraction(1, 100), 3, 2
Listed = tuple[int, int, tuple[int, ...]]  # cost, less the worth, picks: in the order in which they are taken


def made(issues: int, options: int) -> list[tuple[Choice, ...]]:
    """What is better for one costs the other, in whole points; of hardly two packages the sums are the same."""
    number = random.Random(issues).randrange
    return [
        tuple(
            Choice(mine=Fraction(step * worth + number(1000)), cost=Fraction(step * cost + number(1000)))
            for step in range(options)
        )
        for worth, cost in ((number(1000, 9000), number(1000, 9000)) for _ in range(issues))
    ]


def around(issues: Issues) -> tuple[Fraction, Fraction]:
    """A level that leaves something to give, and a band about it."""
    low, high = (sum(pick(one.mine for one in issue) for issue in issues) for pick in (min, max))
    return low + LEVEL * (high - low), BAND * (high - low)


def ours(issues: Issues) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    level, band = around(issues)
    points, three = frontier(issues).points, equals(issues, level=level, band=band).found
    return [one.picks for one in points], [one.picks for one in three]


def listing(issues: Issues) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """The same by looking at every package, in whole numbers."""
    level, band = around(issues)
    low, high = level - band, level + band
    whole = [[(int(one.mine), int(one.cost), at) for at, one in enumerate(issue)] for issue in issues]
    cheapest: dict[int, Listed] = {}
    alike: list[Listed] = []
    for package in product(*whole):
        mine, cost = sum(one[0] for one in package), sum(one[1] for one in package)
        if mine not in cheapest or cost < cheapest[mine][0]:
            cheapest[mine] = cost, -mine, tuple(one[2] for one in package)
        if low <= mine <= high:
            alike.append((cost, -mine, tuple(one[2] for one in package)))
    return _unbeaten(cheapest), _apart(sorted(alike))


def _unbeaten(cheapest: dict[int, Listed]) -> list[tuple[int, ...]]:
    points: list[tuple[int, ...]] = []
    best: int | None = None
    for _, less, picks in sorted(cheapest.values()):
        if best is None or less < best:
            best = less
            points.append(picks)
    return points


def _apart(alike: list[Listed]) -> list[tuple[int, ...]]:
    kept: list[tuple[int, ...]] = []
    for _, _, picks in alike:
        if len(kept) < THREE and all(
            sum(one != two for one, two in zip(picks, other, strict=True)) >= APART for other in kept
        ):
            kept.append(picks)
    return kept


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(world: Any) -> None:
    """The least of some tries, in turn: noise can only add."""
    issues, large = made(8, OPTIONS), made(10, 10)
    assert ours(issues) == listing(issues)
    times = [(seconds(lambda: ours(issues)), seconds(lambda: listing(issues))) for _ in range(TRIES)]
    found, listed = (min(side) for side in zip(*times, strict=True))
    shown = f"{1000 * found:.1f} ms against {1000 * listed:.0f} ms: 1/{listed / found:.0f}"
    report.line("8 issues of 5: ours / all 390,625 listed", shown, value=found / listed, target=1 / 50)
    alone = min(seconds(lambda: frontier(large)) for _ in range(TRIES))
    whole = min(seconds(lambda: ours(large)) for _ in range(TRIES))
    report.line(
        "10 issues of 10, 10,000,000,000 packages", f"{1000 * whole:.0f} ms, the frontier {1000 * alone:.0f} ms"
    )
