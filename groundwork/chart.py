"""Where everything on a number line goes: shapes, bars and labels that never cover each other.

Pure sums in whole pixels, so that the page, the print page and the PDF draw the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from groundwork.labels import BOX, FONT, LINE, TIER, Label, label_at, shorten, text_width, tiers_of, turned

Side = Literal["me", "them", "open"]

WIDE, NARROW = 640, 320
EDGE = 10  # from the border of the drawing to the end of the axis; a shape at the end still fits
REACH = 7  # half of a shape
BAR = 12
SWATCH = 34  # room for the sample of a bar before its words


@dataclass(frozen=True)
class Mark:
    """One number: drawn as a circle (me, above the line), a diamond or a square (below it)."""

    key: str
    label: str
    value: Decimal
    text: str
    side: Side


@dataclass(frozen=True)
class Band:
    """A stretch of numbers; `text` says it in words, with currency, period and basis."""

    key: str
    label: str
    low: Decimal
    high: Decimal
    side: Side
    text: str = ""


@dataclass(frozen=True)
class Axis:
    """A scale from one round number to another, `left` to `right` in pixels."""

    low: Decimal
    high: Decimal
    left: int
    right: int

    def at(self, value: Decimal) -> int:
        share = (value - self.low) / (self.high - self.low)
        return self.left + round(share * (self.right - self.left))


@dataclass(frozen=True)
class PlacedMark:
    mark: Mark
    label: Label
    x: int
    y: int
    top: int
    leader_y: int

    @property
    def name_y(self) -> int:
        return self.top + FONT

    @property
    def amount_y(self) -> int:
        return self.top + FONT + LINE

    @property
    def anchor(self) -> str:
        return "end" if self.label.pole == "right" else "start"

    @property
    def corners(self) -> str:
        """The outline of a shape with corners, as SVG points."""
        x, y, r = self.x, self.y, REACH
        if self.mark.side == "them":
            return f"{x},{y - r} {x + r},{y} {x},{y + r} {x - r},{y}"
        r -= 1
        return f"{x - r},{y - r} {x + r},{y - r} {x + r},{y + r} {x - r},{y + r}"


@dataclass(frozen=True)
class PlacedBand:
    band: Band
    x: int
    y: int
    width: int
    legend_y: int
    words: tuple[str, ...]

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The words beside the sample in the legend, each line with its baseline."""
        return [(self.legend_y + BAR - 1 + n * LINE, words) for n, words in enumerate(self.words)]


@dataclass(frozen=True)
class NumberLine:
    width: int
    height: int
    axis: Axis
    axis_y: int
    marks: tuple[PlacedMark, ...]
    bands: tuple[PlacedBand, ...]


@dataclass(frozen=True)
class Picture:
    """The same line drawn for a wide and for a narrow column."""

    wide: NumberLine
    narrow: NumberLine


def picture(marks: Sequence[Mark], bands: Sequence[Band]) -> Picture | None:
    wide = number_line(marks, bands, width=WIDE)
    narrow = number_line(marks, bands, width=NARROW)
    return Picture(wide, narrow) if wide and narrow else None


def number_line(marks: Sequence[Mark], bands: Sequence[Band], *, width: int) -> NumberLine | None:
    """The whole drawing, or None while there are fewer than two different numbers."""
    numbers = {mark.value for mark in marks} | {end for band in bands for end in (band.low, band.high)}
    if len(numbers) < 2:
        return None
    axis = Axis(*nice_ends(min(numbers), max(numbers)), EDGE, width - EDGE)
    ordered = sorted(marks, key=lambda mark: mark.value)
    above = [mark for mark in ordered if mark.side == "me"]
    below = [mark for mark in ordered if mark.side != "me"]
    axis_y = _depth(above, axis, width) + 2
    lanes_end = axis_y + len(bands) * (BAR + 4) + (4 if bands else 0)
    legend_y = lanes_end + _depth(below, axis, width) + (6 if bands else 2)
    placed = [*_place(above, axis, width, axis_y, -1), *_place(below, axis, width, lanes_end, 1)]
    return NumberLine(
        width=width,
        height=legend_y + sum(len(_legend(band, width)) * LINE + 5 for band in bands),
        axis=axis,
        axis_y=axis_y,
        marks=tuple(sorted(placed, key=lambda place: place.x)),
        bands=tuple(_place_bands(bands, axis, width, axis_y + 6, legend_y)),
    )


def nice_ends(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Round numbers just outside, so that the scale holds still while someone types."""
    rough = (high - low) / 4
    unit = Decimal(1).scaleb(rough.adjusted())
    step = next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough)
    return (
        (low / step).to_integral_value(ROUND_FLOOR) * step,
        (high / step).to_integral_value(ROUND_CEILING) * step,
    )


def _labels(marks: Iterable[Mark], axis: Axis, width: int) -> list[Label]:
    return turned([label_at(axis.at(mark.value), mark.label, mark.text, width) for mark in marks])


def _levels(xs: Sequence[int]) -> list[int]:
    """Shapes that would cover each other step away from the line, one above the other."""
    levels: list[int] = []
    for x in xs:
        near = {level for other, level in zip(xs, levels, strict=False) if x - other < 2 * REACH}
        levels.append(next(level for level in range(len(xs)) if level not in near))
    return levels


def _shapes_depth(labels: Sequence[Label]) -> int:
    levels = _levels([label.x for label in labels])
    return (max(levels) + 1) * 2 * REACH + 6 if levels else 0


def _depth(marks: Sequence[Mark], axis: Axis, width: int) -> int:
    """How far the shapes and labels of one side reach from the line."""
    labels = _labels(marks, axis, width)
    return _shapes_depth(labels) + (max(tiers_of(labels)) + 1) * TIER if labels else REACH + 1


def _place(marks: Sequence[Mark], axis: Axis, width: int, start: int, way: int) -> Iterable[PlacedMark]:
    """One side of the line; `way` is -1 upwards and 1 downwards from `start`."""
    labels = _labels(marks, axis, width)
    first = start + way * _shapes_depth(labels)
    levels = _levels([label.x for label in labels])
    for mark, label, level, tier in zip(marks, labels, levels, tiers_of(labels), strict=True):
        top = first + tier * TIER if way > 0 else first - (tier + 1) * TIER
        yield PlacedMark(
            mark=mark,
            label=label,
            x=label.x,
            y=start + way * (level * 2 * REACH + REACH + 1),
            top=top,
            leader_y=top if (way > 0) == (label.pole == "across") else top + BOX,
        )


def _place_bands(bands: Sequence[Band], axis: Axis, width: int, y: int, legend_y: int) -> Iterable[PlacedBand]:
    for lane, band in enumerate(bands):
        x = axis.at(band.low)
        words = _legend(band, width)
        yield PlacedBand(band, x, y + lane * (BAR + 4), max(2, axis.at(band.high) - x), legend_y, words)
        legend_y += len(words) * LINE + 5


def _legend(band: Band, width: int) -> tuple[str, ...]:
    """One line where it fits, else the name above the numbers."""
    room = width - SWATCH
    if band.text and text_width(f"{band.label}: {band.text}") <= room:
        return (f"{band.label}: {band.text}",)
    return tuple(shorten(words, room) for words in (band.label, band.text) if words) or ("",)
