"""Where the marks of a dot plot go: a track for each criterion, on it every option as a letter in a circle.

Pure sums in whole pixels, so that the page, the print page and the PDF draw the same picture. All circles are
one path and all letters one text, so that a template draws hundreds in a few elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from string import ascii_uppercase

from groundwork.chart import NARROW, WIDE
from groundwork.labels import FONT, GAP, LINE, text_width
from groundwork.money import NOT_KNOWN
from groundwork.stacks import Heading, Letters, fitted, heading, spread

R = 8  # of a circle
STEP = 2 * R + 2  # from the middle of a circle to the middle of the next under it, or beside it where they touch
APART = 12  # from one criterion to the words of the next
KEY, BETWEEN = 2 * R + 8, 20  # from a circle of the legend to its name; from one name to the next circle
NARROWEST = 300  # a column of the legend is not made narrower than this to keep a name on one line

Place = tuple[str, int, int]  # a letter, and the middle of its circle
Given = Sequence[tuple[str, Fraction | None]]


@dataclass(frozen=True)
class Row:
    """One criterion: `text` says what it weighs; a value is from 0, the worst, to 1, the best, or not known."""

    label: str
    text: str
    values: tuple[Fraction | None, ...]


@dataclass(frozen=True)
class Name:
    """One line of an option's name in the legend."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Dots:
    width: int
    height: int
    left: int
    right: int
    beside: int | None  # where the letters of what is not known begin, if there are any
    headings: tuple[Heading, ...]
    tracks: str
    circles: str
    letters: Letters
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Picture:
    """The same tracks drawn for a wide and for a narrow column."""

    wide: Dots
    narrow: Dots


def picture(rows: Sequence[Row], names: Sequence[str]) -> Picture | None:
    wide, narrow = dots(rows, names, width=WIDE), dots(rows, names, width=NARROW)
    return Picture(wide, narrow) if wide and narrow else None


def dots(rows: Sequence[Row], names: Sequence[str], *, width: int) -> Dots | None:
    """The whole drawing, or None while no value is known. Every row has as many values as there are names."""
    letters = ascii_uppercase[: len(names)]
    values = [value for row in rows for value in row.values]
    if all(value is None for value in values):
        return None
    beside = width - text_width(NOT_KNOWN) if None in values else width
    left, right = R + 1, beside - R - 1 - (0 if beside == width else GAP)
    headings, tracks, circled, bare, bottom = [], "", [], [], LINE + 8
    for row in rows:
        headings.append(heading(row.label, row.text, bottom, width))
        y = headings[-1].bottom + R + 3
        given = list(zip(letters, row.values, strict=True))
        marks, missing = _marks(given, left, right, y), _missing(given, beside, width, y)
        circled += marks
        bare += missing
        tracks += f"M{left} {y - 4}v8m0-4H{right}m0-4v8"
        bottom = max(at for _, _, at in [*marks, *missing, ("", 0, y)]) + R + APART
    legend, words, height = _legend(letters, names, bottom, width)
    circled += legend
    return Dots(
        width=width,
        height=height,
        left=left,
        right=right,
        beside=beside if beside < width else None,
        headings=tuple(headings),
        tracks=tracks,
        circles="".join(f"M{x - R} {y}a{R} {R} 0 1 0 {2 * R} 0 {R} {R} 0 1 0-{2 * R} 0z" for _, x, y in circled),
        letters=spread((letter, x, y + 4) for letter, x, y in [*circled, *bare]),
        names=tuple(words),
    )


def _marks(given: Given, left: int, right: int, y: int) -> list[Place]:
    """What is known, on the track; a mark that would cover another steps down under it."""
    known = sorted((left + _pixels(value, right - left), letter) for letter, value in given if value is not None)
    last: list[int] = []  # on each level the mark furthest to the right
    found = []
    for x, letter in known:
        level = next((level for level, other in enumerate(last) if x - other >= STEP), len(last))
        last[level : level + 1] = [x]
        found.append((letter, x, y + level * STEP))
    return found


def _pixels(value: Fraction, long: int) -> int:
    """As far as the value says, rounded, and never beyond the track. In whole numbers, for fractions are slow."""
    part, whole = value.numerator, value.denominator
    return min(max((2 * part * long + whole) // (2 * whole), 0), long)


def _missing(given: Given, left: int, right: int, y: int) -> list[Place]:
    """The letters of what is not known, beside the track, in as many lines as they need."""
    missing = [letter for letter, value in given if value is None]
    many = (right - left) // STEP
    return [(letter, left + R - 3 + at % many * STEP, y + at // many * STEP) for at, letter in enumerate(missing)]


def _legend(letters: str, names: Sequence[str], top: int, width: int) -> tuple[list[Place], list[Name], int]:
    """Every letter with its name, as many beside each other as fit, and where the legend ends."""
    widest = max(text_width(name[:width]) for name in names)
    fitting = (width + BETWEEN) // (KEY + widest + BETWEEN)
    columns = min(len(names), max(fitting, width // NARROWEST))
    column = (width + BETWEEN) // columns
    places, words = [], []
    for start in range(0, len(names), columns):
        lines = 1
        for at, name in enumerate(names[start : start + columns]):
            x = at * column
            wrapped = _wrap(name, column - KEY - BETWEEN)
            places.append((letters[start + at], x + R + 1, top + R + 1))
            words += [Name(text, x + KEY, top + FONT + n * LINE) for n, text in enumerate(wrapped)]
            lines = max(lines, len(wrapped))
        top += lines * LINE + 5
    return places, words, top


def _wrap(text: str, room: int) -> tuple[str, ...]:
    """On one line, else broken at a space, with as much on the second line as fits."""
    first = fitted(text, room)
    space = text.rfind(" ", 0, len(first))
    if first == text or space <= 0:
        return (first,)
    return text[:space], fitted(text[space + 1 :], room)
