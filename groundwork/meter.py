"""Where everything on a meter goes: one bar for each limit, how much of it is used, and the words above it.

Pure sums in whole pixels, so that the page, the print page and the PDF draw the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from groundwork.labels import FONT, LINE, shorten, text_width

WIDE, NARROW = 640, 320
BAR, TIP = 14, 14  # how thick a bar is; the room after its end, for the shape that says "more than that"
ROW = LINE + BAR + 16


@dataclass(frozen=True, kw_only=True)
class Use:
    """One limit: `share` of it is used, 1 at the limit, more beyond it; `text` says the numbers."""

    label: str
    text: str
    share: Fraction

    @property
    def over(self) -> bool:
        return self.share > 1


@dataclass(frozen=True, kw_only=True)
class Bar:
    use: Use
    y: int  # of the bar; the words stand above it
    length: int
    label: str
    text: str

    @property
    def words_y(self) -> int:
        return self.y - 6

    @property
    def bottom(self) -> int:
        return self.y + BAR

    @property
    def middle(self) -> int:
        return self.y + BAR // 2


@dataclass(frozen=True, kw_only=True)
class Meter:
    width: int
    height: int
    track: int
    bars: tuple[Bar, ...]

    @property
    def tip(self) -> int:
        return self.track + TIP - 1


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The same meter drawn for a wide and for a narrow column."""

    wide: Meter
    narrow: Meter


def picture(uses: Sequence[Use]) -> Picture | None:
    return Picture(wide=meter(uses, width=WIDE), narrow=meter(uses, width=NARROW)) if uses else None


def meter(uses: Sequence[Use], *, width: int) -> Meter:
    """The whole drawing: a bar is full at its limit and never longer, whatever was used."""
    track = width - TIP - 1
    bars = tuple(_bar(use, at, track, width) for at, use in enumerate(uses))
    return Meter(width=width, height=len(uses) * ROW, track=track, bars=bars)


def _bar(use: Use, at: int, track: int, width: int) -> Bar:
    text = shorten(use.text, width * 2 // 3)
    return Bar(
        use=use,
        y=at * ROW + LINE + FONT // 2,
        length=round(track * min(max(use.share, Fraction(0)), Fraction(1))),
        label=shorten(use.label, width - text_width(text) - FONT),
        text=text,
    )
