"""How long a prepared answer is: short enough to be said calmly and remembered, or not.

Rule: more than two sentences or more than 40 words is too long. A word is whatever stands between spaces and has a
letter or a digit. A sentence ends with a full stop, question or exclamation mark or an ellipsis before a space or the
end, and with every new line; a small letter after it goes on with the same sentence, and so does a short form such as
"Dr." or a single letter.
Units: words and sentences.
Errors: none; an empty text is not too long.
Source: a convention of this house, no study.
"""

from __future__ import annotations

import re

MOST_SENTENCES, MOST_WORDS = 2, 40
CLOSERS = "\"'”’»›)]"
FULL = "。！？"  # these end a sentence without a space after them
END = re.compile(rf"[.!?…]+[{re.escape(CLOSERS)}]*(?:\s+|$)|[{FULL}]+[{re.escape(CLOSERS)}]*\s*")
LAST_WORD = re.compile(r"\w{0,8}$")
SHORT_FORMS = frozenset(["dr", "mr", "mrs", "ms", "mx", "prof", "st", "vs", "etc", "approx", "no", "nr", "ca"])


def too_long(text: str) -> bool:
    return sentences(text) > MOST_SENTENCES or words(text) > MOST_WORDS


def words(text: str) -> int:
    return sum(any(char.isalnum() for char in each) for each in text.split())


def sentences(text: str) -> int:
    return sum(_in_line(line) for line in text.splitlines())


def _in_line(line: str) -> int:
    """The sentences of one line; what is left after the last end is one more."""
    count, start = 0, 0
    for found in END.finditer(line):
        if _goes_on(line, found):
            continue
        count += _says_something(line[start : found.end()])
        start = found.end()
    return count + _says_something(line[start:])


def _goes_on(line: str, found: re.Match[str]) -> bool:
    """Whether the sentence goes on after this mark: a small letter follows it, or it belongs to a short form."""
    after = line[found.end() : found.end() + 1]
    last = LAST_WORD.search(line[max(found.start() - 9, 0) : found.start()])
    word = last[0] if last else ""
    single = len(word) == 1 and word.isalpha() and word != "I"
    short = found[0].strip() == "." and (single or word.casefold() in SHORT_FORMS)
    return bool(after) and (short or after.islower())


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)
