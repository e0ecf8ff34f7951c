"""A sentence of probation and notice: which span is which. Only what can mean one thing is told apart."""

from __future__ import annotations

import re

from offers.letter.found import Sentence
from offers.letter.marks import Mark
from offers.letter.topics import Said

_SPAN = r"(?:\s?\(\d{1,2}\))?['’]?[\s-]?(?:day|week|month|year)s?"
# What stands between, as in "probation is six months" and "probation (6 months)"
_SAYS = re.compile(r"(?: (?:is|will be|lasts?|will last|lasting|of|for)(?: for)?|:| \(|)\s*(?:an? |initial )*", re.I)
_OF = re.compile(r"(?: of| \()\s*(?:an? )?", re.I)
# What stands between, as in "six-month probation" and "six months of probation"
_CLEAR = re.compile(
    rf"(?:-(?:day|week|month|year)s?|{_SPAN}['’](?:s)?|{_SPAN} of)\s(?:initial )?(?:your |the )?$", re.I
)
_PLAIN = re.compile(rf"{_SPAN}\s(?:initial )?$", re.I)
_AN = re.compile(r"\b(?:an?|your|the|have|has)(?: initial)? $", re.I)
_NOT_ALL = re.compile(r"\b(?:first|last|after|within|every|each|before|until)(?: the)? $", re.I)
_NOTICE_IS = re.compile(r"\bnotice(?: period)?(?: is| of|:)?(?: an?)? $", re.I)
_THEN = re.compile(rf"{_SPAN}['’]?s?(?: of)?(?: written| prior)* notice", re.I)
_WHILE = re.compile(
    r"\b(?:during|in|within|throughout|while on|until|after|before|of|for)(?: the| your| this| an?)? $", re.I
)
_DURING = (
    r"\b(?:during|within|throughout|while|whilst|until|with|on probation|which|where|subject|before|then|thereafter"
    r"|in (?:the|your|this|that)|this (?:time|period))\b"
)
_AFTERWARDS = r"\bafter (?:(?:the|your|passing|completing|completion of) )*probation"


def spans_probation(sentence: Sentence, said: Said, mark: Mark) -> bool:
    """Whether this number is how long the probation lasts."""
    text, before = sentence.text, sentence.text[max(0, mark.start - 30) : mark.start]
    if _THEN.match(text, mark.end) or _NOT_ALL.search(before):
        return False
    if mark.start >= said.end:
        meanwhile = _WHILE.search(text[max(0, said.start - 30) : said.start])
        of_notice = text[: said.start].endswith("(") or _notice_of(sentence, said)
        return not of_notice and (_OF if meanwhile else _SAYS).fullmatch(text, said.end, mark.start) is not None
    gap = text[mark.end : said.start]
    if len(gap) > 40 or _NOTICE_IS.search(before):
        return False
    return bool(_CLEAR.fullmatch(gap) or (_PLAIN.fullmatch(gap) and _AN.search(before)))


def _notice_of(sentence: Sentence, said: Said) -> bool:
    """Whether "notice" stands before the probation and no number between: then the number may be the notice."""
    before = max((one.end for one in sentence.said if one.topic == "notice" and one.end <= said.start), default=-1)
    return before >= 0 and not any(before <= mark.start < said.start for mark in sentence.marks)


def tells_probation(sentence: Sentence, mark: Mark) -> bool:
    tried = [said for said in sentence.said if said.topic == "probation" and mark in said.marks]
    return any(spans_probation(sentence, said, mark) for said in tried)


def holds_after(sentence: Sentence, tried: list[Mark]) -> bool:
    """Whether the notice is said beside the probation, not for the time of it."""
    if sentence.find(_DURING):
        return False
    return bool(tried) or sentence.find(_AFTERWARDS) is not None


def first_months(sentence: Sentence, mark: Mark) -> bool:
    """ "During the first six months" names the probation, not the notice."""
    return re.search(r"(?:first|initial|during(?: the| your)?)\s*$", sentence.text[: mark.start], re.I) is not None
