"""Where packages go on paper: to the right what they cost one side, upwards what they are worth to the other.

Pure sums in whole pixels, so that the page, the print page and the PDF draw the same picture. All points are one
path and all letters one text, so that a template draws hundreds in a few elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from groundwork.chart import NARROW, WIDE
from groundwork.labels import FONT, LINE, text_width
from groundwork.stacks import Letters, fitted, spread

R, DOT = 9, 3  # of the circle around a letter, and of a point
TALL = {WIDE: 300, NARROW: 260}
NEAR = 6  # of two points nearer than this only one is drawn
EDGE = R + 3  # from the frame to the outermost middle of a circle

Point = tuple[Fraction, Fraction]  # to the right, upwards
Place = tuple[int, int]


@dataclass(frozen=True)
class Words:
    """What the two directions and the two limits are called."""

    up: str
    left: str
    right: str
    level: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Text:
    text: str
    x: int
    y: int
    anchor: str = "start"


@dataclass(frozen=True)
class Scatter:
    width: int
    height: int
    frame: str
    edge: str  # from point to point
    points: str
    circles: str
    letters: Letters
    level: str  # lines across, as paths; blank where there is none
    limit: str
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Picture:
    """The same points drawn for a wide and for a narrow column."""

    wide: Scatter
    narrow: Scatter


def picture(
    points: Sequence[Point], marked: Sequence[tuple[str, Point]], words: Words, **lines: Fraction | None
) -> Picture | None:
    wide = scatter(points, marked, words, width=WIDE, **lines)
    narrow = scatter(points, marked, words, width=NARROW, **lines)
    return Picture(wide, narrow) if wide and narrow else None


def scatter(
    points: Sequence[Point],
    marked: Sequence[tuple[str, Point]],
    words: Words,
    *,
    width: int,
    level: Fraction | None = None,
    limit: Fraction | None = None,
) -> Scatter | None:
    """The whole drawing, or None where all of it would be one point. `level` lies across, `limit` upright."""
    every = [*points, *(point for _, point in marked)]
    rights = {x for x, _ in every} | ({limit} if limit is not None else set())
    ups = {y for _, y in every} | ({level} if level is not None else set())
    if not every or (len(rights) < 2 and len(ups) < 2):
        return None
    top, bottom = LINE + 8, LINE + 8 + TALL.get(width, TALL[WIDE])
    across, along = _scale(rights, EDGE, width - EDGE), _scale(ups, bottom - EDGE, top + EDGE)
    placed = list(_apart((across(x), along(y)) for x, y in points))
    circled = list(_beside([(letter, (across(x), along(y))) for letter, (x, y) in marked], top, bottom))
    level_y = None if level is None else along(level)
    limit_x = None if limit is None else across(limit)
    return Scatter(
        width=width,
        height=bottom + 2 * LINE,
        frame=f"M1 {top}V{bottom}H{width - 1}",
        edge="".join(f"{'L' if at else 'M'}{x} {y}" for at, (x, y) in enumerate(placed)) if len(placed) > 1 else "",
        points=_circles(placed, DOT),
        circles=_circles([place for _, place in circled], R),
        letters=spread((letter, x, y + 4) for letter, (x, y) in circled),
        level="" if level_y is None else f"M1 {level_y}H{width - 1}",
        limit="" if limit_x is None else f"M{limit_x} {top}V{bottom}",
        texts=tuple(_texts(words, width, bottom, level_y, limit_x)),
    )


def _scale(values: set[Fraction], start: int, end: int) -> Callable[[Fraction], int]:
    """From a value to its pixel; where all are one, the middle."""
    low, high = min(values), max(values)
    long = end - start

    def at(value: Fraction) -> int:
        if low == high:
            return (start + end) // 2
        return start + round((value - low) / (high - low) * long)

    return at


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """Points in their order, without those that would lie on the one before."""
    last: Place | None = None
    for x, y in places:
        if last is None or abs(x - last[0]) >= NEAR or abs(y - last[1]) >= NEAR:
            last = (x, y)
            yield last


def _beside(marked: Sequence[tuple[str, Place]], top: int, bottom: int) -> Iterator[tuple[str, Place]]:
    """A circle that would cover another steps down under it, or up over it where there is no more room."""
    taken: list[Place] = []
    for letter, (x, y) in marked:
        levels = [y + way * step * R for step in range(4 * len(marked)) for way in (1, -1)]
        inside = [one for one in levels if top + R <= one <= bottom - R] or levels
        free = (one for one in inside if all(abs(x - left) >= 2 * R or abs(one - up) >= 2 * R for left, up in taken))
        taken.append((x, next(free, y)))
        yield letter, taken[-1]


def _circles(places: Sequence[Place], r: int) -> str:
    return "".join(f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0 {r} {r} 0 1 0-{2 * r} 0z" for x, y in places)


def _texts(words: Words, width: int, bottom: int, level_y: int | None, limit_x: int | None) -> Iterator[Text]:
    yield Text(fitted(words.up, width // 2), 0, FONT)
    under = bottom + FONT + 4
    yield Text(fitted(words.left, width // 2 - 4), 0, under)
    yield Text(fitted(words.right, width // 2 - 4), width, under, "end")
    if level_y is not None and words.level:
        yield Text(fitted(words.level, width // 2), width - 2, level_y - 5, "end")
    if limit_x is not None and words.limit:
        long = text_width(words.limit)
        x = min(max(limit_x, long), width)
        yield Text(fitted(words.limit, width), x, under + LINE, "end")
