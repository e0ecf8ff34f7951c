"""An advertisement in pieces: headings, lines of lists, and sentences, each as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from negotiation.ad.headings import topic_of

LONGEST = 400  # characters of one piece; a longer one is cut at a space, so that reading stays linear
_FULL_LINE = 60  # a line at least this long was broken because the page ended, not the sentence
_LONG_LINE = 40  # ... and one this long, if the next begins with a small letter
_MOST_WORDS, _MOST_LETTERS = 9, 70  # of a heading

# What stands before a line of a list: a sign (or an emoji), a number, a letter, the "o" of a word processor.
_NO_SIGN = r"\w\s\"“„«»'‘’(\[{$€£¥₹#@&%<>~=/\\.,:;!?¿¡\u200b-\u200f\u202a-\u202e\u2066-\u2069"
_BULLET = re.compile(
    rf"(?:[^{_NO_SIGN}]{{1,3}}\s*"
    r"|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+"
    r"|\d{1,2}\.\d{1,2}\s+(?=[A-Z])"
    r"|\(?(?:[a-zA-Z]|[ivx]{1,4})\)\s+"
    r"|[a-h]\.\s+(?=[A-Z])"
    r"|o\s+(?=[A-Z\d]))"
)
_MARKED = re.compile(r"#{1,6}\s+\S.*|\*\*[^*]+\*\*:?|__[^_]+__:?")
_COLONS = (":", "\uff1a")
_FRAME = " #*_=:\uff1a|-–—"
_SHORTENED = "".join(
    rf"(?<!\b{word})" for word in ("e.g", "i.e", "No", "St", "Dr", "Mr", "Ms", "Mrs", "approx", "incl")
)
_END = re.compile(rf"{_SHORTENED}(?<!\b[A-Z])[.!?…][\"”’)\]]*\s+(?=[\"“‘(¿¡]?[^\W_a-z])|;\s+|[\u3002\uff01\uff1f]\s*")
_LABEL = re.compile(r"([^\W\d_][^.:\uff1a;!?\n]{0,50})[:\uff1a]\s+(?=\S)")
_GOES_ON = re.compile(r"[a-z(%&]")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A heading, a line of a list or a sentence. `label`: the heading that stands before it on the same line."""

    text: str
    heading: bool = False
    bullet: bool = False
    apart: bool = False  # a blank line stands before it
    starts: bool = True  # it stands at the beginning of a line
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class _Block:
    """Lines that belong together, put together."""

    text: str
    bullet: bool
    apart: bool


def pieces(text: str) -> Iterator[Piece]:
    """The pieces in order; spaces and line ends within them are made one space."""
    blocks = _blocks(" ".join(line.split()) for line in text.splitlines())
    for block, following in pairwise(chain(blocks, [None])):
        if block is None:
            return
        if _is_heading(block, following):
            yield Piece(text=block.text.strip(_FRAME) or block.text, heading=True, apart=block.apart)
        elif block.bullet and len(block.text) <= LONGEST:
            yield _labelled(block.text, bullet=True, apart=block.apart)
        else:
            for place, sentence in enumerate(_sentences(block.text)):
                apart = block.apart and not place
                yield _labelled(sentence, bullet=block.bullet, apart=apart, starts=not place)


def _labelled(text: str, *, bullet: bool, apart: bool, starts: bool = True) -> Piece:
    """ "Requirements: own van" is the heading and its line, where the heading is a known one."""
    found = _LABEL.match(text)
    if found and topic_of(found[1].strip(_FRAME), whole=True):
        label, rest = found[1].strip(_FRAME), text[found.end() :]
        return Piece(text=_trimmed(rest), bullet=bullet, apart=apart, starts=starts, label=label)
    return Piece(text=_trimmed(text), bullet=bullet, apart=apart, starts=starts)


def _trimmed(text: str) -> str:
    return text.strip().rstrip(";,").rstrip() or text.strip()


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    held: list[str] = []
    bullet = apart = blank = False
    for line in lines:
        mark = None if _MARKED.fullmatch(line) else _BULLET.match(line)
        if held and (not line or mark or _ends(held[-1], line, bullet)):
            yield _Block(text=" ".join(held), bullet=bullet, apart=apart)
            held, bullet = [], False
        if not line:
            blank = True
            continue
        if not held:
            apart, blank = blank and not bullet, False
        body = line[mark.end() :] if mark else line
        bullet = bullet or bool(mark)
        held += [body] if body else []  # a sign that stands alone belongs to the line under it
    if held:
        yield _Block(text=" ".join(held), bullet=bullet, apart=apart)


def _ends(line: str, following: str, bullet: bool) -> bool:
    """Whether a line ends here, or goes on because the page was too narrow for it."""
    if line.endswith((".", ";", "!", "?", ":", "\u3002")) or topic_of(following.strip(_FRAME), whole=True):
        return True
    if _MARKED.fullmatch(line) or _MARKED.fullmatch(following) or topic_of(line.strip(_FRAME), whole=True):
        return True
    if line.endswith((",", "-", "–", "&")) or len(line) >= _FULL_LINE:
        return False
    return not (_GOES_ON.match(following) and (bullet or len(line) >= _LONG_LINE))


def _is_heading(block: _Block, following: _Block | None) -> bool:
    """A known heading; or a short line that is marked as one, in capitals, with a colon, or above a list."""
    text, name = block.text, block.text.strip(_FRAME)
    if not name or len(text) > _MOST_LETTERS or len(name.split()) > _MOST_WORDS:
        return False
    if not (block.bullet and following and following.bullet) and topic_of(name, whole=True):
        return True
    if block.bullet:
        return text.endswith(_COLONS) and bool(topic_of(name))
    if _MARKED.fullmatch(text) or text.endswith(_COLONS):
        return True
    if text.endswith((".", ",", ";", "!")):
        return False
    capitals = name.isupper() and sum(letter.isalpha() for letter in name) > 3
    return capitals or bool(following and following.bullet and not block.text[0].islower())


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        yield from _cut(text[start : end.end()].strip())
        start = end.end()
    yield from _cut(text[start:].strip())


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        at = sentence.rfind(" ", LONGEST // 2, LONGEST)
        at = at if at > 0 else LONGEST
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence
