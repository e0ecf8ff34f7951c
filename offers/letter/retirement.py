"""Retirement money: what they add to one's own, what they pay in anyway, and what depends on paying in oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from offers.letter.found import SEVERAL, Found, Sentence, in_months, plain, several
from offers.letter.keywords import MONTH, PERCENT, YEAR
from offers.letter.marks import Mark
from offers.letter.topics import Said

OWN_MATCH = "A contribution that does not depend on yours: enter it as something else that is paid."
ONCE = "It comes only if you pay in as well: if you will, enter it as something else that is paid."
ONCE_MATCHED = "It comes only if you pay in that much: ask how much they add then, and enter it yourself."
BESIDE = (
    "The letter does not say whether theirs depends on what you pay in: ask. "
    "If not, enter it as something else that is paid."
)
ONLY_YOURS = "This is what you pay in yourself, not what they add: ask what they add."
NO_CAP = "The letter does not say up to which part of base pay this goes: ask, then enter it yourself."
THEY_ADD = "Retirement money that they add"

_HELPING = r"(?: (?:also|can|must|will|only|may|each|do|choose to|agree to|have to|need to)){0,3}"
_YOURS = re.compile(
    rf"\b(?:you|employees?){_HELPING} (?:contribut|pay|put|sav|defer)\w*"
    r"|\b(?:your|employee(?:['’]?s)?) (?:own |minimum |monthly )*(?:contributions?|payments?|savings)\b",
    re.I,
)
_THEIRS = re.compile(r"\b(?:we|our|us|employer|company|firm|university)\b", re.I)
_IF = re.compile(
    r"\b(?:if|once|when|whenever|where|provided(?: that)?|providing|(?:as|so) long as|on condition that|as soon as"
    r"|subject to|unless)(?: an?| the)?(?: minimum)?\s*$",
    re.I,
)


def match(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: "matches 50 % of your contributions up to 6 % of base". Units: percent of one's own, percent of base.
    Errors: none; a rate without its cap, a condition, or a contribution that is no match, is a doubt."""
    marks = [mark for mark in sentence.marks if mark.kind == "percent"]
    if not marks or said is not next(each for each in sentence.said if each.topic == "match"):
        return
    if sentence.has("bonus", "commission", "raise", "purchase"):
        marks = said.of(PERCENT)
    if not marks:
        return
    words, doubt = _unmatched(sentence, marks)
    rate, cap, why = (Decimal(0), Decimal(0), "") if doubt else _rate_and_cap(sentence, marks)
    doubt = doubt or why
    values = {} if doubt else {"percent": plain(rate), "cap_percent": plain(cap)} | _after(sentence)
    if values:
        words = f"{THEY_ADD}: {plain(rate)} % of what you pay in, up to {plain(cap)} % of base pay"
    yield Found(target="match", values=values, says=words, doubt=doubt, marks=tuple(marks), at=marks[0].start)


def _after(sentence: Sentence) -> dict[str, str]:
    """After how long it is one's own."""
    spans = [in_months(mark) for mark in sentence.marks if mark.kind == "count" and mark.unit in (MONTH, YEAR)]
    known = sentence.has("vest") and len(spans) == 1 and spans[0] is not None
    return {"vest_months": plain(spans[0] or Decimal(0))} if known else {}


def _unmatched(sentence: Sentence, marks: list[Mark]) -> tuple[str, str]:
    """What is said, and why it is no plain match: it depends on paying in, or it does not say so."""
    everything, matched = f"{THEY_ADD}: {several(marks)}", sentence.find(r"\bmatch") is not None
    if any(mark.doubt or mark.value is None for mark in marks):
        return everything, next((mark.doubt for mark in marks if mark.doubt), SEVERAL)
    mine = [mark for mark in marks if _is_yours(sentence, mark, marks)]
    theirs = [mark for mark in marks if mark not in mine]
    condition = _conditional(sentence)
    if matched and not (condition and mine):
        return everything, ""
    if len(mine) > 1 or len(theirs) > 1:
        return everything, SEVERAL
    if not theirs:
        return f"Retirement money: you pay in {several(mine)}", ONLY_YOURS
    if condition:
        return (
            f"{THEY_ADD}: {several(theirs)}, once you pay in {several(mine) or 'too'}",
            ONCE_MATCHED if matched else ONCE,
        )
    return (f"{THEY_ADD}: {several(theirs)}; you pay in {several(mine)}", BESIDE) if mine else (everything, OWN_MATCH)


def _is_yours(sentence: Sentence, mark: Mark, marks: list[Mark]) -> bool:
    """ "You contribute 3 %", "3 % employee": what one pays in oneself."""
    start = max((each.end for each in marks if each.end <= mark.start), default=0)
    before = sentence.text[start : mark.start]
    found = next(_YOURS.finditer(before), None)
    if found:
        return not _THEIRS.search(before, found.end())
    return re.match(r"\s*\(?(?:employee|from you|by you|your own)\b", sentence.text[mark.end :][:20], re.I) is not None


def _conditional(sentence: Sentence) -> bool:
    return any(_IF.search(sentence.text[: found.start()][-40:]) for found in _YOURS.finditer(sentence.text))


def _rate_and_cap(sentence: Sentence, marks: list[Mark]) -> tuple[Decimal, Decimal, str]:
    nothing = Decimal(0)
    values = [mark.value or nothing for mark in marks]
    whole = sentence.find(
        r"dollar[- ]for[- ]dollar|pound[- ]for[- ]pound|euro[- ]for[- ]euro|in full|fully match|full match"
    )
    if len(values) == 1:
        return (Decimal(100), values[0], "") if whole and values[0] < 50 else (nothing, nothing, NO_CAP)
    if len(values) != 2 or not sentence.find(r"up to|on the first|of the first|to a maximum|maximum of|cap"):
        return nothing, nothing, SEVERAL
    return (values[0], values[1], "") if values[0] >= values[1] else (nothing, nothing, SEVERAL)
