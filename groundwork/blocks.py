"""Blocks: what a step contributes to the brief, before it becomes HTML or a PDF page.

Every block is private unless it says otherwise, so that a step which forgets to think about
sharing leaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import zip_longest


@dataclass(frozen=True, kw_only=True)
class Block:
    """One piece of a brief. `shareable` puts it on the version that is safe to hand on."""

    shareable: bool = False

    @property
    def kind(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True, kw_only=True)
class Heading(Block):
    text: str


@dataclass(frozen=True, kw_only=True)
class Text(Block):
    """One paragraph of plain text; `strong` sets it large, for the line to say aloud."""

    text: str
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Fact(Block):
    """A label and its value, such as "Your floor" and "70,000 USD a year gross"."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Items(Block):
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Block):
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure(Block):
    """A drawing as SVG text, the sentence that says the same, and the table behind it."""

    svg: str
    sentence: str
    table: Table | None = None


def for_sharing(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Only what is marked shareable; a heading left with nothing under it goes too."""
    kept = [block for block in blocks if block.shareable]
    return tuple(
        block
        for block, after in zip_longest(kept, kept[1:])
        if not (isinstance(block, Heading) and (after is None or isinstance(after, Heading)))
    )


def as_data(block: Block) -> dict[str, object]:
    """The block as plain data, for the typesetter; a figure's table is nested the same way."""
    data: dict[str, object] = {"kind": block.kind}
    for field in fields(block):
        value = getattr(block, field.name)
        data[field.name] = as_data(value) if isinstance(value, Block) else value
    return data
