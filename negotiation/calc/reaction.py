"""What they like better tells what things cost them: the guesses, moved as little as will explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from negotiation.calc.packages import PackageError

Row = tuple[Fraction, ...]


@dataclass(frozen=True, kw_only=True)
class Scale:
    """What the whole step of one issue, from the option worst for me to the best, costs them; may be below 0.

    `fixed`: known and not guessed, so never moved.
    """

    step: Fraction
    fixed: bool = False


@dataclass(frozen=True, kw_only=True)
class Liked:
    """They liked one package better than another: which part of each issue's whole step, 0 to 1, each of them takes."""

    better: tuple[Fraction, ...]
    worse: tuple[Fraction, ...]


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """The new whole steps, issue by issue; the old ones where nothing explains all that was liked (not `fits`)."""

    steps: tuple[Fraction, ...]
    fits: bool


def reaction(scales: Sequence[Scale], likes: Sequence[Liked]) -> Reaction:
    """What the whole steps cost them by all that they liked.

    Rule: a package that was liked costs them no more than the one it was liked over: step x part, summed over the
    issues. Of all steps for which every one of these holds, those with the smallest sum of squares of the changes;
    fixed steps stay, and none turns its sign (one at 0 can only rise). The order of the likes does not matter, and
    without them the steps are as they were. Units: those of the steps. Errors: PackageError without an issue, or for
    other parts than issues. Source: least-distance programming (Lawson and Hanson 1974, Solving Least Squares
    Problems, ch. 23).
    """
    if not scales:
        raise PackageError("Enter at least one issue.")
    if any(len(parts) != len(scales) for one in likes for parts in (one.better, one.worse)):
        raise PackageError("Give one part of each issue.")
    steps = tuple(Fraction(scale.step) for scale in scales)
    free = [at for at, scale in enumerate(scales) if not scale.fixed]
    rules = [_rule(steps, free, one) for one in likes]
    changes = _least_change([*rules, *_signs(steps, free)], len(free))
    if changes is None:
        return Reaction(steps=steps, fits=False)
    moved = dict(zip(free, changes, strict=True))
    return Reaction(steps=tuple(step + moved.get(at, 0) for at, step in enumerate(steps)), fits=True)


def _rule(steps: Row, free: Sequence[int], liked: Liked) -> Row:
    """What must hold of the changes: one factor for each, and what they must come to at least.

    As the guesses stand, the package liked costs them that much more than the other.
    """
    parts = [Fraction(other) - Fraction(one) for one, other in zip(liked.better, liked.worse, strict=True)]
    return *(parts[at] for at in free), -sum(map(mul, steps, parts), Fraction(0))


def _signs(steps: Row, free: Sequence[int]) -> Iterator[Row]:
    """No change takes a step through 0."""
    for at in free:
        sign = Fraction(-1 if steps[at] < 0 else 1)
        yield *(sign if other == at else Fraction(0) for other in free), -abs(steps[at])


def _least_change(rules: Sequence[Row], count: int) -> Row | None:
    """The changes with the smallest sum of squares; None where nothing keeps all rules.

    Each rule is a column. The sum of columns, none taken less than 0 times, that comes nearest to (0, ..., 0, 1) leaves
    a gap, and the gap points to the changes; without a gap the rules contradict each other.
    """
    *gap, last = _gap(rules, [Fraction(0)] * count + [Fraction(1)])
    return tuple(-one / last for one in gap) if last else None


def _gap(columns: Sequence[Row], target: Sequence[Fraction]) -> list[Fraction]:
    """What no sum of the columns, each taken 0 times or more, reaches of the target: at its smallest.

    The column that points most into the gap is taken in, and those that this makes less than 0 are left out again
    (Lawson and Hanson, ch. 23.3). The gap gets smaller every time, so that no choice comes twice: it ends.
    """
    taken: dict[int, Fraction] = {}
    while True:
        gap = [one - sum(times * columns[at][row] for at, times in taken.items()) for row, one in enumerate(target)]
        pulls = [_dot(column, gap) for column in columns]
        at = max(range(len(columns)), key=pulls.__getitem__, default=None)
        if at is None or pulls[at] <= 0:
            return gap
        taken = _taken(columns, target, {**taken, at: Fraction(0)})


def _taken(columns: Sequence[Row], target: Sequence[Fraction], times: dict[int, Fraction]) -> dict[int, Fraction]:
    """How often each of these columns is taken: on the way to the best, those that come to 0 are left out."""
    while True:
        best = _nearest([columns[at] for at in times], target)
        aims = dict(zip(times, best, strict=True))
        if all(aim > 0 for aim in best):
            return aims
        way = min(times[at] / (times[at] - aim) for at, aim in aims.items() if aim <= 0)
        steps = {at: had + way * (aims[at] - had) for at, had in times.items()}
        times = {at: step for at, step in steps.items() if step > 0}


def _nearest(columns: Sequence[Row], target: Sequence[Fraction]) -> list[Fraction]:
    """The least squares of independent columns, by their normal equations."""
    table = [[*(_dot(one, other) for other in columns), _dot(one, target)] for one in columns]
    for at in range(len(table)):
        pivot = table[at][at]  # above 0, as the columns are independent
        table[at] = [value / pivot for value in table[at]]
        for other in range(len(table)):
            if other != at and (factor := table[other][at]):
                table[other] = [had - factor * value for had, value in zip(table[other], table[at], strict=True)]
    return [row[-1] for row in table]


def _dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    return sum(map(mul, one, other), Fraction(0))
