"""What they liked better, and what that says of the guesses about what things cost them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from negotiation.calc.reaction import Liked, Reaction, Scale, reaction
from negotiation.models import Proposal
from negotiation.steps.packages_read import Numbers


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One thing as it was guessed: what each option costs them, and which part of the whole step it is."""

    name: str
    options: tuple[str, ...]
    costs: Numbers
    parts: Numbers
    fixed: bool

    @property
    def step(self) -> Fraction:
        return self.costs[-1] - self.costs[0]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The costs with what was heard counted in. `gone` are proposals that name what is not there any more."""

    costs: tuple[Numbers, ...]
    counted: tuple[Proposal, ...]
    gone: tuple[tuple[Proposal, str], ...]
    fits: bool


def line_of(name: str, option: str) -> str:
    return f"{name}: {option}"


def parts_of(costs: Numbers) -> Numbers | None:
    """Which part of the whole step each option costs; None where the whole costs nothing."""
    return tuple(cost / costs[-1] for cost in costs) if costs and costs[-1] else None


def heard(things: Sequence[Stated], proposals: Sequence[Proposal]) -> Heard:
    """The guesses, moved as little as explains all that was liked better."""
    told = [(one.name, at, nth, text) for at, one in enumerate(things) for nth, text in enumerate(one.options)]
    places = {line_of(name, text): (at, nth) for name, at, nth, text in told}
    counted, gone, likes = [], [], []
    for row in proposals:
        missing = next((line for text in row.packages for line in text.splitlines() if line not in places), None)
        if not row.packages:
            continue
        if missing is not None:
            gone.append((row, missing))
            continue
        counted.append(row)
        likes += list(_likes(row, things, places))
    moved = _moved(tuple(Scale(step=one.step, fixed=one.fixed) for one in things), tuple(likes))
    costs = tuple(_costs(one, step - one.step) for one, step in zip(things, moved.steps, strict=True))
    return Heard(costs=costs, counted=tuple(counted), gone=tuple(gone), fits=moved.fits)


def _likes(row: Proposal, things: Sequence[Stated], places: dict[str, tuple[int, int]]) -> Iterator[Liked]:
    """Liked best of all, a package was liked better than each of the others."""
    if row.liked not in Proposal.NAMES or not getattr(row, row.liked):
        return
    better = _parts(getattr(row, row.liked), things, places)
    for name in Proposal.NAMES:
        if name != row.liked and getattr(row, name):
            yield Liked(better=better, worse=_parts(getattr(row, name), things, places))


def _parts(text: str, things: Sequence[Stated], places: dict[str, tuple[int, int]]) -> Numbers:
    """Of what was not in it yet, all packages have as much: nothing."""
    picks = dict(places[line] for line in text.splitlines())
    return tuple(one.parts[picks[at]] if at in picks else Fraction(0) for at, one in enumerate(things))


@lru_cache(maxsize=64)
def _moved(scales: tuple[Scale, ...], likes: tuple[Liked, ...]) -> Reaction:
    if not likes:
        return Reaction(steps=tuple(one.step for one in scales), fits=True)
    return reaction(scales, likes)


def _costs(one: Stated, by: Fraction) -> Numbers:
    """The whole step is dearer or cheaper by so much, and each option by its part of that."""
    return tuple(cost + by * part for cost, part in zip(one.costs, one.parts, strict=True))
