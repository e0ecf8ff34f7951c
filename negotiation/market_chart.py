"""Where the strips of the market go: one under the other on one scale, my own numbers as lines through all of them.

Pure sums in whole pixels, as for the number line, so that page, print page and PDF draw the same picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from groundwork.chart import BAR, EDGE, NARROW, WIDE, Axis, Mark, nice_ends
from groundwork.labels import FONT, LINE, TIER, Label, label_at, shorten, text_width, tiers_of

APART = 12  # from one strip to the words of the next
Words = Callable[[Decimal], str]


@dataclass(frozen=True)
class Source:
    """One strip: from `low` to `high`, with its own middle if it names one. `weak` is drawn in dots."""

    label: str
    text: str
    low: Decimal
    high: Decimal
    center: Decimal | None = None
    weak: bool = False


@dataclass(frozen=True)
class Line:
    """One of my own numbers; its label stands above the strips."""

    mark: Mark
    label: Label
    top: int

    @property
    def x(self) -> int:
        return self.label.x

    @property
    def name_y(self) -> int:
        return self.top + FONT

    @property
    def amount_y(self) -> int:
        return self.top + FONT + LINE

    @property
    def anchor(self) -> str:
        return "end" if self.label.pole == "right" else "start"


@dataclass(frozen=True)
class Placed:
    """One strip on the paper: its words above it, each line with its baseline and width."""

    source: Source
    words: tuple[tuple[int, str, int], ...]
    x: int
    y: int
    width: int
    center_x: int | None

    @property
    def bottom(self) -> int:
        return self.y + BAR

    @property
    def dotted(self) -> bool:
        """A single number is too narrow for dots to be seen."""
        return self.source.weak and self.source.low < self.source.high


@dataclass(frozen=True)
class Strips:
    width: int
    height: int
    axis: Axis
    axis_y: int
    ends: tuple[str, str]
    lines: tuple[Line, ...]
    sources: tuple[Placed, ...]


@dataclass(frozen=True)
class Picture:
    """The same strips drawn for a wide and for a narrow column."""

    wide: Strips
    narrow: Strips


def picture(sources: Sequence[Source], marks: Sequence[Mark], number: Words) -> Picture | None:
    wide = strips(sources, marks, number, width=WIDE)
    narrow = strips(sources, marks, number, width=NARROW)
    return Picture(wide, narrow) if wide and narrow else None


def strips(sources: Sequence[Source], marks: Sequence[Mark], number: Words, *, width: int) -> Strips | None:
    """The whole drawing, or None without a source or with fewer than two different numbers."""
    numbers = {mark.value for mark in marks} | {end for one in sources for end in (one.low, one.high)}
    if not sources or len(numbers) < 2:
        return None
    axis = Axis(*nice_ends(min(numbers), max(numbers)), EDGE, width - EDGE)
    lines = _lines(marks, axis, width)
    top = max((line.top + TIER for line in lines), default=0) + 4
    placed, bottom = [], top
    for source in sources:
        placed.append(_placed(source, axis, width, bottom))
        bottom = placed[-1].bottom + APART
    return Strips(
        width=width,
        height=bottom + LINE + 4,
        axis=axis,
        axis_y=bottom,
        ends=(number(axis.low), number(axis.high)),
        lines=tuple(lines),
        sources=tuple(placed),
    )


def _lines(marks: Sequence[Mark], axis: Axis, width: int) -> list[Line]:
    ordered = sorted(marks, key=lambda mark: mark.value)
    labels = [label_at(axis.at(mark.value), mark.label, mark.text, width) for mark in ordered]
    tiers = tiers_of(labels)
    highest = max(tiers, default=0)
    return [
        Line(mark, label, (highest - tier) * TIER) for mark, label, tier in zip(ordered, labels, tiers, strict=True)
    ]


def _placed(source: Source, axis: Axis, width: int, top: int) -> Placed:
    room = width - 2 * EDGE
    whole = f"{source.label}: {source.text}"
    told = (whole,) if text_width(whole) <= room else (source.label, source.text)
    words = [shorten(text, room) for text in told]
    lines = tuple((top + n * LINE + FONT, text, text_width(text)) for n, text in enumerate(words))
    left, right = axis.at(source.low), axis.at(source.high)
    return Placed(
        source=source,
        words=lines,
        x=left - 3 if left == right else left,
        y=top + len(words) * LINE + 3,
        width=max(6, right - left),
        center_x=None if source.center is None else axis.at(source.center),
    )
