"""What a sentence speaks of, and which of its numbers belong to what: by words, and by what stands nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from offers.letter.keywords import BEFORE, BEHIND, TOPICS
from offers.letter.marks import Mark

VERB = "offered"  # "you will receive": whatever else could have the number has it first
_Patterns = tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]
_PATTERNS: _Patterns = tuple(
    (name, re.compile(rf"\b(?:{pattern.lower()})(?!\w)"), accepts) for name, pattern, accepts in TOPICS
)
# What a sentence may say without a number, or what the next one may mean by "it".
_KEPT = frozenset({"sign_on", "relocation", "learning", "vest", "shares", "options", "match"})
_WITHOUT_NUMBERS: _Patterns = tuple(one for one in _PATTERNS if one[0] in _KEPT)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One topic of a sentence and the numbers that belong to it."""

    topic: str
    words: str
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind in kinds or (mark.kind == "count" and mark.unit in kinds)]


def topics(sentence: str, marks: list[Mark]) -> list[Said]:
    """Rule: a number belongs to the words right before or right behind it that can have such a number, else to
    the nearest such words before it, else to the nearest behind. Units: none. Errors: none."""
    found = sorted(_found(sentence, _PATTERNS if marks else _WITHOUT_NUMBERS), key=lambda pair: pair[0].start)
    for mark in marks:
        fitting = [said for said, accepts in found if (mark.unit or mark.kind) in accepts]
        if chosen := _nearest(sentence, mark, fitting):
            chosen.marks.append(mark)
    return [said for said, _ in found]


def _found(sentence: str, patterns: _Patterns) -> Iterator[tuple[Said, tuple[str, ...]]]:
    taken: list[tuple[int, int]] = []
    small = sentence.lower()  # twice as quick as to ignore case; a few letters grow by it, then nothing fits
    small = small if len(small) == len(sentence) else sentence
    for name, pattern, accepts in patterns:
        at = 0
        while match := pattern.search(small, at):
            start, end = match.span()
            # Words that an earlier topic has are not read twice; what follows them may still be this topic.
            at = next((stop for begin, stop in taken if start < stop and begin < end), 0)
            if not at:
                at = end
                taken.append((start, end))
                yield Said(topic=name, words=sentence[start:end], start=start, end=end), accepts


def _nearest(sentence: str, mark: Mark, fitting: list[Said]) -> Said | None:
    strong = [said for said in fitting if said.topic != VERB]
    before, behind = _before(mark, strong), _behind(sentence, mark, strong)
    verb = _before(mark, [said for said in fitting if said.topic == VERB])
    if before and _linked(sentence[before.end : mark.start], BEFORE, 40):
        return before
    if behind and _linked(sentence[mark.end : behind.start], BEHIND, 45):
        return behind
    if verb and _linked(sentence[verb.end : mark.start], BEFORE, 40):
        return verb
    if before or verb:
        return before or verb
    return behind if behind and not re.search(r"[\d,;]", sentence[mark.end : behind.start]) else None


def _before(mark: Mark, fitting: list[Said]) -> Said | None:
    return max((said for said in fitting if said.start < mark.start), key=lambda said: said.end, default=None)


def _behind(sentence: str, mark: Mark, fitting: list[Said]) -> Said | None:
    """The next one. "3 days a week from home" is first of all about home, not about the working week."""
    behind = sorted((said for said in fitting if said.start >= mark.start), key=lambda said: said.start)
    more = [said for said in behind if said.topic != "days" and _linked(sentence[mark.end : said.start], BEHIND, 45)]
    return next(iter(more or behind), None)


def _linked(gap: str, words: frozenset[str], most: int) -> bool:
    """Whether nothing but small words lies between; a comma or a full stop parts what stands on its two sides."""
    if len(gap) > most or re.search(r"[.;,+&]", gap.replace("p.a.", "")) or (":" in gap and words is BEHIND):
        return False
    return all(word in words for word in re.findall(r"[a-z]+(?:-[a-z]+)?", gap.lower()))
