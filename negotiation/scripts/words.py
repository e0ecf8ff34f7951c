"""Words: plain-text templates filled with slots, taken apart into paragraphs, lists and gaps.

In a template file a line is a line, a blank line ends a paragraph, `- ` starts a list item and a
first line `Subject: ` names the letter. Values travel through the template between control
characters, which no value can contain, so nothing a person typed is ever read as structure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from groundwork.fields import clean_text

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "scripts"
SUBJECT = "Subject:"

# None of these counts as white space for str.strip, so tidying a line leaves them alone.
_OPEN, _CLOSE, _APART = "\x02", "\x03", "\x12"  # around a gap, and between its parts
_GUARD = "\x10"  # before a value: its own "- " or "Subject:" starts nothing
_BREAK = "\x11"  # a new line inside a value: the paragraph goes on
_UNKNOWN = "\x1a"

_GAP = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_NEWLINES = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}
_FULL_STOPS = tuple(".!?…。！？؟۔।")
_CLOSERS = "\"'”’»)"


class UnknownName(LookupError):
    """A template asks for a value that nobody gave it: a mistake in the template, never of the user."""


def _clean(text: str) -> str:
    return clean_text(_NEWLINES.sub("\n", text))


def _one_line(text: str) -> str:
    # No-break spaces stay: they hold the digits of an amount together.
    return re.sub("[ \t\n]+", " ", text).strip()


def _has_ink(text: str) -> bool:
    return any(unicodedata.category(c) not in _UNSEEN for c in text)


def clause(text: str) -> str:
    """The text as the end of a longer sentence, which brings its own full stop."""
    return text.rstrip(" .,;:!") or text


def ended(text: str) -> str:
    """The text as a sentence that something can follow."""
    text = text.rstrip()
    return text if not text or text.rstrip(_CLOSERS).endswith(_FULL_STOPS) else f"{clause(text)}."


@dataclass(frozen=True)
class Gap:
    """A value the plan does not hold yet, and the field that asks for it.

    No `step` means a field on the page that shows the words; `href` stands for an address elsewhere.
    """

    step: str
    field: str
    label: str
    href: str = ""


@dataclass(frozen=True)
class Slot:
    """A value for a template: filled, or a gap. False while it is a gap."""

    text: str = ""
    missing: Gap | None = None

    @classmethod
    def filled(cls, text: str, *, lines: bool = False) -> Slot:
        """Text on one line, or with `lines` on its own lines; it must hold something to read."""
        kept = [_one_line(line) for line in _clean(text).split("\n")]
        joined = ("\n" if lines else " ").join(line for line in kept if line)
        if not _has_ink(joined):
            raise ValueError("a filled slot needs text; use Slot.of for what may be empty")
        return cls(text=joined)

    @classmethod
    def gap(cls, step: str, field: str, label: str, href: str = "") -> Slot:
        return cls(missing=Gap(step, field, label, href))

    @classmethod
    def of(cls, text: str | None, *, gap: Gap, lines: bool = False) -> Slot:
        """Filled if there is anything to read in the text, else the gap."""
        if text is None or not _has_ink(_clean(text)):
            return cls(missing=gap)
        return cls.filled(text, lines=lines)

    @property
    def sentence(self) -> Slot:
        """The text as a sentence of its own: a capital first, a full stop last."""
        text = self.text[:1].title() + self.text[1:]
        return replace(self, text=ended(text))

    @property
    def phrase(self) -> Slot:
        """The text as the end of a longer sentence, which brings its own full stop."""
        return replace(self, text=clause(self.text))

    def __bool__(self) -> bool:
        return self.missing is None

    def __str__(self) -> str:
        if gap := self.missing:
            return _OPEN + _APART.join((gap.step, gap.field, gap.label, gap.href)) + _CLOSE
        return _GUARD + self.text.replace("\n", _BREAK)


@dataclass(frozen=True)
class Piece:
    """A run of text; of a gap, the label in square brackets."""

    text: str
    gap: Gap | None = None


@dataclass(frozen=True)
class Para:
    pieces: tuple[Piece, ...]
    kind = "para"

    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def gaps(self) -> Iterator[Gap]:
        return (piece.gap for piece in self.pieces if piece.gap)


@dataclass(frozen=True)
class Bullets:
    items: tuple[Para, ...]
    kind = "bullets"

    def plain(self) -> str:
        return "\n".join(f"- {item.plain()}" for item in self.items)

    def gaps(self) -> Iterator[Gap]:
        return chain.from_iterable(item.gaps() for item in self.items)


@dataclass(frozen=True)
class Words:
    """A letter or script: its subject line, if any, and its paragraphs and lists."""

    subject: Para | None
    blocks: tuple[Para | Bullets, ...]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Each gap once, in reading order."""
        parts = [self.subject, *self.blocks] if self.subject else self.blocks
        return tuple(dict.fromkeys(chain.from_iterable(part.gaps() for part in parts)))

    @property
    def subject_line(self) -> str:
        return self.subject.plain() if self.subject else ""

    def body(self) -> str:
        """Everything but the subject line, as it is typed into a mail."""
        return "\n\n".join(block.plain() for block in self.blocks)

    def plain(self) -> str:
        """The whole as text to copy, save or edit; a gap reads "[your target]"."""
        subject = [f"{SUBJECT} {self.subject_line}"] if self.subject else []
        return "\n\n".join([*subject, *(block.plain() for block in self.blocks)])

    @classmethod
    def from_plain(cls, text: str, *, gaps: Iterable[Gap] = ()) -> Words:
        """Text as a person edited it; a known gap still standing there as "[label]" stays a gap."""
        text = _clean(text)
        for gap in gaps:
            text = text.replace(f"[{gap.label}]", str(Slot(missing=gap)))
        return parse(text)


def _pieces(text: str, new_line: str) -> tuple[Piece, ...]:
    pieces = []
    for index, part in enumerate(_GAP.split(text)):
        if index % 2:
            gap = Gap(*part.split(_APART))
            pieces.append(Piece(f"[{gap.label}]", gap))
        elif run := part.replace(_GUARD, "").replace(_BREAK, new_line):
            pieces.append(Piece(run))
    return tuple(pieces)


def _line(text: str) -> Para:
    """What has to stay on one line: a subject, a list item."""
    return Para(_pieces(text.strip(), " "))


def _kind(line: str) -> str:
    return "" if not line else "bullets" if line.startswith("- ") else "para"


def _blocks(lines: Iterable[str]) -> tuple[Para | Bullets, ...]:
    blocks: list[Para | Bullets] = []
    for kind, group in groupby(lines, _kind):
        if kind == "para":
            blocks.append(Para(_pieces(_BREAK.join(group), "\n")))
        elif kind == "bullets":
            items = tuple(_line(line[2:]) for line in group)
            # A blank line between items starts no new list.
            if blocks and isinstance(last := blocks[-1], Bullets):
                blocks[-1] = Bullets(last.items + items)
            else:
                blocks.append(Bullets(items))
    return tuple(blocks)


def parse(text: str) -> Words:
    """Rendered or edited text, taken apart."""
    first, *rest = [line.strip() for line in text.strip().split("\n")]
    named = first.removeprefix(SUBJECT).strip() if first.startswith(SUBJECT) else ""
    return Words(_line(named) if named else None, _blocks(rest if named else [first, *rest]))


class _Strict(Context):
    """Remembers every name it does not know: `if` and `for` would pass over it in silence."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.unknown: set[str] = set()
        super().__init__(dict(values), autoescape=False)

    def __getitem__(self, key: Any) -> Any:
        try:
            return super().__getitem__(key)
        except KeyError:
            self.unknown.add(str(key))
            raise


def _require_slots(values: Mapping[str, Slot | Sequence[Slot]]) -> None:
    for name, value in values.items():
        for slot in [value] if isinstance(value, Slot) else value:
            if not isinstance(slot, Slot):
                raise TypeError(f"{name} must be a Slot or a sequence of them, not {type(slot).__name__}")


def new_engine(folder: Path = FOLDER) -> Engine:
    return Engine(dirs=[str(folder)], autoescape=False, string_if_invalid=f"{_UNKNOWN}%s{_UNKNOWN}")


ENGINE = new_engine()


def render(template: str, values: Mapping[str, Slot | Sequence[Slot]], *, engine: Engine = ENGINE) -> Words:
    """A template by file name, filled; a name it does not know stops everything."""
    _require_slots(values)
    context = _Strict(values)
    text = engine.get_template(template).render(context)
    unknown = context.unknown.union(text.split(_UNKNOWN)[1::2])
    if unknown:
        raise UnknownName(f"{template}: no value named {', '.join(sorted(unknown))}")
    return parse(text)
