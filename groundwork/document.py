"""A brief as one frozen document: page one is the call sheet, the sections are the full plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Literal

from groundwork.blocks import Block, Fact, Figure, Heading, Items, Table, Text, as_data


@dataclass(frozen=True, kw_only=True)
class Section:
    """One step's part of the full plan."""

    title: str
    blocks: tuple[Block, ...]

    def as_data(self) -> dict[str, object]:
        return {"title": self.title, "blocks": [as_data(block) for block in self.blocks]}


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What is printed, the same for HTML and PDF; blank parts are dropped when it is made."""

    title: str
    subtitle: str = ""
    version: Literal["private", "share"]
    printed: date
    printed_text: str
    language: str = "en"
    sheet: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    sheet_title: str = "Call sheet"
    plan_title: str = "The full plan"
    landscape: bool = False
    marking: str = ""  # in place of the words that go with its version

    def __post_init__(self) -> None:
        sections = [replace(section, blocks=filled(section.blocks)) for section in self.sections]
        object.__setattr__(self, "sheet", filled(self.sheet))
        object.__setattr__(self, "sections", tuple(section for section in sections if section.blocks))

    @property
    def marked(self) -> str:
        """What stands on every page: whether it may be handed on."""
        return self.marking or ("Private: do not forward" if self.version == "private" else "Safe to share")

    def as_text(self) -> str:
        """The same as plain text: a line for each part, a dash before what is listed."""
        parts = [self.title, self.subtitle, f"{self.marked}, {self.printed_text}", *map(text_of, self.sheet)]
        for section in self.sections:
            parts += [section.title, *map(text_of, section.blocks)]
        return "\n\n".join(part for part in parts if part) + "\n"

    def as_data(self) -> dict[str, object]:
        """Plain data for the typesetter, ready for JSON."""
        return {
            "marked": self.marked,
            "title": self.title,
            "subtitle": self.subtitle,
            "version": self.version,
            "printed": self.printed.isoformat(),
            "printed_text": self.printed_text,
            "language": self.language,
            "sheet": [as_data(block) for block in self.sheet],
            "plan_title": self.plan_title,
            "landscape": self.landscape,
            "sections": [section.as_data() for section in self.sections],
        }


def text_of(block: Block) -> str:
    """A block as plain text; of a drawing, the sentence that says the same."""
    match block:
        case Heading() | Text():
            return block.text
        case Fact():
            return "\n".join(filter(None, (f"{block.label}: {block.value}", block.note)))
        case Items():
            return "\n".join("- " + "\n  ".join(item.splitlines()) for item in block.items)
        case Table():
            return "\n".join("; ".join(filter(None, row)) for row in (block.head, *block.rows))
        case Figure():
            return block.sentence
    return ""


def filled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that say something; a heading with nothing left under it goes too."""
    kept = [slim for slim in map(_slim, blocks) if slim is not None]
    return tuple(
        block
        for block, after in zip_longest(kept, kept[1:])
        if not (isinstance(block, Heading) and (after is None or isinstance(after, Heading)))
    )


def _slim(block: Block) -> Block | None:
    """The block without its blank items and rows, or nothing if that was all it had."""
    match block:
        case Heading() | Text():
            return block if block.text.strip() else None
        case Fact():
            return block if block.value.strip() else None
        case Items():
            items = tuple(item for item in block.items if item.strip())
            return replace(block, items=items) if items else None
        case Table():
            rows = tuple(row for row in block.rows if any(cell.strip() for cell in row))
            return replace(block, rows=rows) if rows else None
        case Figure():
            return replace(block, table=_slim_table(block.table)) if block.svg.strip() else None
    return block


def _slim_table(table: Table | None) -> Table | None:
    slim = _slim(table) if table else None
    return slim if isinstance(slim, Table) else None
