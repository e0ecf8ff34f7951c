"""Reading a job advertisement: each line with what it seems to be and why, for somebody to say so or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from negotiation.ad import signs
from negotiation.ad.headings import Topic, topic_of
from negotiation.ad.pieces import Piece, pieces

SHOWN = 150  # lines of one ad
_ENGLISH = frozenset("the and of you your will to is we for this be in with our are as on by".split())  # noqa: SIM905
_OTHER = frozenset(  # small words of other languages that are none in English
    re.findall(
        r"\w+",
        "der das und ein eine einer mit für von ist sie ihr ihre im zu den le les et des une vous votre pour est nous "
        "el los las una su para con il di che lei gli het een van uw voor wij os uma seu com não och att som på",
    )
)
NOT_ENGLISH = (
    "Most of this is not in English. Lines under headings that are known here were sorted; of the others you have to "
    "say yourself what they are."
)
NOTHING = "No line of this looks like a task or a requirement. You can still say yourself what each line is."
TOO_MANY = f"Only the first {SHOWN} lines are shown: this is longer than an ad for one job."


class Kind(StrEnum):
    """What a line can be taken for."""

    TASK = "task"
    REQUIREMENT = "requirement"
    PAIN = "pain"
    LEAVE = "leave"


_SAID_BY = {Topic.TASKS: Kind.TASK, Topic.REQUIREMENTS: Kind.REQUIREMENT}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line or sentence of the ad. `at` counts them; `why` is the word that gave it away, if one did."""

    at: int
    text: str
    kind: Kind
    why: str = ""
    hurts: str = ""  # the word that may say what hurts them


@dataclass(frozen=True, kw_only=True)
class Section:
    """The lines under one heading of the ad; those before the first have none."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Reading:
    sections: tuple[Section, ...]
    told: tuple[str, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for section in self.sections for line in section.lines)


@dataclass
class _Under:
    """Where in the ad one is: the heading above, what it announces, and whether its list has begun."""

    heading: str = ""
    topic: Topic | None = None
    listed: bool = False
    inline: bool = False  # the heading stood on a line with its text
    lines: list[Line] = field(default_factory=list)


def read_ad(text: str) -> Reading:
    """Rule: a known heading says what its lines are; without one, the first telling word of a line does, or that a
    line of a list begins with what somebody does. What hurts is preset only where nothing else fits. Errors: none."""
    sections, seen = [_Under()], set[str]()
    for piece in pieces(text):
        under = _under(piece, sections)
        if piece.heading or not any(letter.isalpha() for letter in piece.text) or piece.text in seen:
            continue
        seen.add(piece.text)
        if len(seen) > SHOWN:
            break
        under.listed = under.listed or piece.bullet
        under.lines.append(_line(len(seen) - 1, piece, under.topic))
    found = tuple(Section(heading=u.heading, lines=tuple(u.lines)) for u in sections if u.lines)
    return Reading(sections=found, told=tuple(_told(text, found, len(seen))))


def _under(piece: Piece, sections: list[_Under]) -> _Under:
    """The heading that this piece stands under; it may be one itself, or bring one on its own line."""
    now = sections[-1]
    if piece.heading or piece.label:
        name = piece.text if piece.heading else piece.label
        sections.append(_Under(heading=name, topic=topic_of(name), inline=bool(piece.label)))
    elif now.topic and _past(now, piece):
        sections.append(_Under())
    return sections[-1]


def _past(now: _Under, piece: Piece) -> bool:
    """A paragraph after a list is not part of it; nor is what follows "Salary: by the hour" on the next line."""
    if now.inline and piece.starts and now.topic not in (Topic.TASKS, Topic.REQUIREMENTS):
        return True
    return piece.apart and not piece.bullet and (now.listed or now.inline)


def _line(at: int, piece: Piece, topic: Topic | None) -> Line:
    hurts = signs.said(signs.PAIN, piece.text)
    kind, why = _kind(piece, topic, hurts)
    return Line(at=at, text=piece.text, kind=kind, why=why, hurts=hurts[0] if hurts else "")


def _kind(piece: Piece, topic: Topic | None, hurts: re.Match[str] | None) -> tuple[Kind, str]:
    """What it seems to be, and the word that says so where no heading does."""
    if topic in (Topic.OFFER, Topic.APPLY):
        return Kind.LEAVE, ""
    kind, why = _by_words(piece.text)
    if topic in _SAID_BY:
        return (Kind.LEAVE, why) if kind is Kind.LEAVE and not piece.bullet else (_SAID_BY[topic], "")
    if not kind and topic is not Topic.ABOUT and signs.does(piece.text):
        return Kind.TASK, ""
    if hurts and (not kind or topic is Topic.ABOUT):
        return Kind.PAIN, hurts[0]
    return (kind, why) if kind and topic is not Topic.ABOUT else (Kind.LEAVE, "")


def _by_words(text: str) -> tuple[Kind | None, str]:
    """By the telling word that comes first; what is offered goes before the rest."""
    offer = signs.said(signs.OFFER, text)
    if offer:
        return Kind.LEAVE, offer[0]
    patterns = {Kind.TASK: signs.TASK, Kind.REQUIREMENT: signs.REQUIREMENT}
    found = [(match.start(), kind, match[0].strip()) for kind, p in patterns.items() if (match := signs.said(p, text))]
    return min(found)[1:] if found else (None, "")


def _told(text: str, sections: tuple[Section, ...], number: int) -> Iterator[str]:
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    others = sum(word in _OTHER or not word.isascii() for word in words)
    if others > 3 and others > sum(word in _ENGLISH for word in words):
        yield NOT_ENGLISH
    elif not any(line.kind is not Kind.LEAVE for section in sections for line in section.lines):
        yield NOTHING
    if number > SHOWN:
        yield TOO_MANY
