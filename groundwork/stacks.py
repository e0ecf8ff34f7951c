"""Where stacked bars go: a group for each offer, a bar in it for each year, all on one scale from 0.

Pure sums in whole pixels, so that the page, the print page and the PDF draw the same picture. All rectangles
of one level are one path and all labels of bars one text, so that a template draws hundreds in a few elements.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from groundwork.chart import NARROW, SWATCH, WIDE, Axis, nice_ends
from groundwork.labels import FONT, LINE, text_width

LEFT = 16  # room for the label of a bar
BAR, PITCH = 10, 12  # how thick a bar is; from one bar to the next; eleven groups of four fill a printed page
APART = 10  # from one group to the words of the next
ROOMY = 500  # a drawing as wide as this has room for a name and what is said of it on one line
SAMPLE, BETWEEN = 24, 20  # how long the sample of a level is; from the words of one level to the next sample
KINDS = ("firm", "dots", "sparse", "hollow")  # how the levels are drawn, the surest first

Words = Callable[[Decimal], str]
Rectangle = tuple[int, int, int]  # its left, its top, its length


@dataclass(frozen=True)
class Bar:
    """One bar: its label is a single letter or digit, or nothing; its parts stand in the order of the levels."""

    label: str
    parts: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        if self.label and not (len(self.label) == 1 and self.label.isascii() and self.label.isalnum()):
            raise ValueError(f"a label is one letter or digit, not {self.label!r}")


@dataclass(frozen=True)
class Group:
    """The bars of one offer; `text` says what they come to. One that is `out` has its name struck through."""

    name: str
    text: str
    bars: tuple[Bar, ...]
    out: bool = False


@dataclass(frozen=True)
class Heading:
    """A name, and at the right what is said of it."""

    name: str
    text: str
    name_y: int
    text_y: int
    out: bool = False

    @property
    def bottom(self) -> int:
        return self.text_y + LINE - FONT


@dataclass(frozen=True)
class Letters:
    """Single characters, each in its own place, for one text element."""

    text: str
    xs: str
    ys: str


@dataclass(frozen=True)
class Level:
    """All rectangles of one level, with its sample in the legend, as one path; and its name beside the sample."""

    kind: str
    path: str
    name: str
    x: int
    y: int


@dataclass(frozen=True)
class Stacks:
    width: int
    height: int
    axis: Axis
    axis_y: int
    ends: tuple[str, str]
    base: str  # the line from which the bars of each group start, as one path
    headings: tuple[Heading, ...]
    labels: Letters
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Picture:
    """The same bars drawn for a wide and for a narrow column."""

    wide: Stacks
    narrow: Stacks


def picture(groups: Sequence[Group], levels: Sequence[str], number: Words) -> Picture | None:
    wide = stacks(groups, levels, number, width=WIDE)
    narrow = stacks(groups, levels, number, width=NARROW)
    return Picture(wide, narrow) if wide and narrow else None


def stacks(groups: Sequence[Group], levels: Sequence[str], number: Words, *, width: int) -> Stacks | None:
    """The whole drawing, or None while nothing is above 0."""
    longest = max((sum(bar.parts, Decimal(0)) for group in groups for bar in group.bars), default=Decimal(0))
    if longest <= 0:
        return None
    axis = Axis(*nice_ends(Decimal(0), longest), LEFT, width - 1)
    headings, base, rows, bottom = [], "", [], 0
    for group in groups:
        headings.append(heading(group.name, group.text, bottom, width, out=group.out))
        top = headings[-1].bottom + 2
        rows += [(bar, top + at * PITCH) for at, bar in enumerate(group.bars)]
        bottom = top + len(group.bars) * PITCH
        base += f"M{LEFT} {top - 1}V{bottom - PITCH + BAR + 1}" if group.bars else ""
        bottom += APART
    axis_y = bottom - APART + 4
    placed, height = _levels(_rectangles(rows, axis), levels, axis_y + LINE + 10, width)
    zero = fitted(number(Decimal(0)), width // 3)
    return Stacks(
        width=width,
        height=height,
        axis=axis,
        axis_y=axis_y,
        ends=(zero, fitted(number(axis.high), axis.right - axis.left - text_width(zero) - FONT)),
        base=base,
        headings=tuple(headings),
        labels=spread((bar.label, 2, y + BAR - 1) for bar, y in rows if bar.label),
        levels=placed,
    )


def heading(name: str, text: str, top: int, width: int, *, out: bool = False) -> Heading:
    """The words over a group: on one line where there is room for both, else on two."""
    text = fitted(text, width // 2 if width >= ROOMY else width)
    beside = max(0, width - text_width(text) - FONT) * 8 // 9  # names are bold, which takes an eighth more room
    short = fitted(name, beside)
    name_y = top + FONT
    if short == name or width >= ROOMY:
        return Heading(short, text, name_y, name_y, out)
    return Heading(fitted(name, width * 8 // 9), text, name_y, name_y + LINE, out)


def fitted(text: str, room: int) -> str:
    """What `shorten` says, found in a few steps: that one takes letter by letter off a long name."""
    if len(text) <= room and text_width(text) <= room:
        return text
    lengths = range(min(len(text), max(room, 0)))
    fits = bisect_right(lengths, room, key=lambda length: text_width(text[: length + 1] + "…"))
    return text[:fits].rstrip() + "…"


def spread(places: Iterable[tuple[str, int, int]]) -> Letters:
    """Characters and where each of them stands."""
    found = list(places)
    return Letters(
        text="".join(letter for letter, _, _ in found),
        xs=" ".join(str(x) for _, x, _ in found),
        ys=" ".join(str(y) for _, _, y in found),
    )


def _rectangles(rows: Iterable[tuple[Bar, int]], axis: Axis) -> dict[int, list[Rectangle]]:
    """The rectangles of every level that occurs; one too short to be seen is a line across its bar."""
    long = axis.right - axis.left
    found: dict[int, list[Rectangle]] = {}
    for bar, y in rows:
        left = axis.left
        for level, end in enumerate(accumulate(bar.parts)):
            right = axis.left + round(end * long / axis.high)
            if bar.parts[level]:
                found.setdefault(level, []).append((left, y, right - left))
            left = right
    return dict(sorted(found.items()))


def _path(rectangles: Iterable[Rectangle]) -> str:
    """One path for all; each begins as far from the last one's corner as it says, which are short numbers."""
    path, x, y = [], 0, 0
    for left, top, width in rectangles:
        path.append(f"m{left - x} {top - y}h{width}v{BAR}h-{width}z")
        x, y = left, top
    return "".join(path)


def _levels(
    drawn: dict[int, list[Rectangle]], names: Sequence[str], top: int, width: int
) -> tuple[tuple[Level, ...], int]:
    """The levels with their legend, as many beside each other as fit, and where the legend ends."""
    x, y, found = 1, top, []
    for level, rectangles in drawn.items():
        name = fitted(names[level], width - SWATCH)
        room = SWATCH + text_width(name)
        if x > 1 and x + room > width:
            x, y = 1, y + LINE + 3
        path = _path([*rectangles, (x, y, SAMPLE)])
        found.append(Level(KINDS[level], path, name, x + SWATCH - 1, y + BAR))
        x += room + BETWEEN
    return tuple(found), y + LINE
