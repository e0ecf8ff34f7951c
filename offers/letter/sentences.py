"""A letter in pieces: sentences, one for each line of a table or list, none longer than is quick to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 600  # characters of one sentence; a longer one is cut at a space, so that reading stays linear
QUOTE = 200
_FULL_LINE = 60  # a line at least this long was broken because the page ended, not the sentence

_BULLET = re.compile(r"[-*•·▪◦–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
_LABEL = re.compile(r"[^\W\d_][^.:;!?]{0,40}:")
_GOES_ON = re.compile(r"[a-z0-9$£€₹¥(%]")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# A full stop, but not the one of "5. June", "No. B", "U.S. dollars" or "Rs. INR".
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in ("No", "Rs", "Mr", "Ms", "Dr", "Mrs", "U.S", "approx"))
_END = re.compile(rf"(?:{_ABBREVIATED}(?:(?<!\d)\.|\.(?!\s+(?:{_MONTHS})))|[!?])[\"”’)]*\s+(?=[\"“(]?[^\W\d_a-z])|;\s+")


def sentences(text: str) -> Iterator[str]:
    """The sentences in order, spaces and line ends within them made one space."""
    for paragraph in _paragraphs(text.splitlines()):
        start = 0
        for end in _END.finditer(paragraph):
            yield from _cut(paragraph[start : end.end()].strip())
            start = end.end()
        yield from _cut(paragraph[start:].strip())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines that belong together, put together again."""
    held: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        if held and _ends(held[-1], line):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def _ends(line: str, following: str) -> bool:
    """Whether a sentence ends with this line."""
    if not following or _BULLET.match(following) or line.endswith((".", ";", "!", "?")):
        return True
    if _LABEL.match(following):
        return not (line.endswith((":", ",")) or len(line) >= _FULL_LINE) or _LABEL.match(line) is not None
    return not (line.endswith((":", ",", "-", "–")) or _GOES_ON.match(following) or len(line) >= _FULL_LINE)


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        at = sentence.rfind(" ", LONGEST // 2, LONGEST)
        at = at if at > 0 else LONGEST
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence


def quote(sentence: str, at: int = 0, most: int = QUOTE) -> str:
    """The sentence, or as much of it around a place as fits."""
    if len(sentence) <= most:
        return sentence
    room = most - 2
    start = max(0, min(at - room // 2, len(sentence) - room))
    end = start + room
    return f"{'…' if start else ''}{sentence[start:end].strip()}{'…' if end < len(sentence) else ''}"
