"""Labels beside their leaders, on tiers where none covers another and no leader runs behind one.

A label is a flag: text beside an upright leader. Sizes are guessed, for no font is at hand here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Literal, NamedTuple

Pole = Literal["left", "right", "across"]

FONT = 13
LINE = 17  # from one line of text to the next
BOX = 2 * LINE + 2  # a label is two lines: what, and how much
TIER = BOX + 6
GAP = 12  # clear space between two labels of one tier, wide enough for a leader
FLAG = 5  # from a leader to the text beside it


class Label(NamedTuple):
    """A label and its room on the paper, before it has a tier."""

    name: str
    amount: str
    x: int
    left: int
    width: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def pole(self) -> Pole:
        """Which side of the label its leader stands on; across it where the paper is too narrow."""
        return "left" if self.x < self.left else "right" if self.x > self.right else "across"

    @property
    def text_x(self) -> int:
        return self.right if self.pole == "right" else self.left


def label_at(x: int, name: str, amount: str, paper: int) -> Label:
    """The label of a mark at `x`, shortened to the paper and kept on it."""
    name, amount = shorten(name, paper), shorten(amount, paper)
    width = max(text_width(name), text_width(amount))
    return Label(name, amount, x, _left(x, width, paper), width)


def text_width(text: str) -> int:
    """A generous guess: no font is at hand here, and too wide only costs some paper."""
    return ceil(sum(map(_ems, text)) * FONT)


def shorten(text: str, room: int) -> str:
    """The text, or as much of it as fits with a mark that something is missing."""
    if len(text) <= room and text_width(text) <= room:
        return text
    text = text[:room]  # a very long text is not measured letter by letter
    while text and text_width(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


@lru_cache(maxsize=4096)
def _ems(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF" or char in "mwMW@%—…":
        return 1.0
    if char in " .,:;'|!ijlI()":
        return 0.36
    return 0.78 if char.isupper() else 0.62


def _left(x: int, room: int, width: int) -> int:
    """A flag to the right of its leader, else to the left, else wherever the paper has room."""
    if x + FLAG + room <= width:
        return x + FLAG
    if x - FLAG - room >= 0:
        return x - FLAG - room
    return width - room


def turned(labels: Sequence[Label]) -> list[Label]:
    """Labels from left to right, those turned to the left that would point over the leader of one that does.

    Of two flags that point at each other one leader always runs behind the other's words, on any tiers.
    """
    pointing_left: list[int] = []
    found: list[Label] = []
    for label in reversed(labels):
        left = label.x - FLAG - label.width
        turn = label.pole == "left" and left >= 0 and any(_covers(label, x) for x in pointing_left)
        placed = label._replace(left=left) if turn else label
        if placed.pole == "right":
            pointing_left.append(placed.x)
        found.append(placed)
    return found[::-1]


def tiers_of(labels: Sequence[Label]) -> list[int]:
    """A tier for each label, counted from the line outwards.

    Flags that point right are placed from right to left, the others from left to right: each goes
    further out than those it points over, and its leader passes beside them, not behind them.
    """
    tiers: dict[int, int] = {}
    pointing_left = [i for i, label in enumerate(labels) if label.pole == "right"]
    rest = [i for i, label in enumerate(labels) if label.pole != "right"]
    for i in [*reversed(rest), *pointing_left]:
        free = [tier for tier in range(len(labels)) if _fits(labels, tiers, i, tier)]
        tiers[i] = min(free, key=lambda tier: (_hidden(labels, tiers, i, tier), tier))
    return [tiers[i] for i in range(len(labels))]


def _fits(labels: Sequence[Label], tiers: dict[int, int], i: int, tier: int) -> bool:
    """Free on this tier, and not in the way of a leader that goes further out."""
    return not any(
        (taken == tier and _touch(labels[i], labels[j])) or (taken > tier and _covers(labels[i], labels[j].x))
        for j, taken in tiers.items()
    )


def _hidden(labels: Sequence[Label], tiers: dict[int, int], i: int, tier: int) -> int:
    """How many nearer labels this leader has to pass behind; only where the paper is too narrow."""
    return sum(taken < tier and _covers(labels[j], labels[i].x) for j, taken in tiers.items())


def _touch(a: Label, b: Label) -> bool:
    return a.left < b.right + GAP and b.left < a.right + GAP


def _covers(label: Label, x: int) -> bool:
    return label.left - FLAG < x < label.right + FLAG
