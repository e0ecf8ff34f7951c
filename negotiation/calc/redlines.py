"""Red lines: conditions that are not up for discussion, held against what an offer says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a red line is about. The first six can be checked against an offer; the last two are ticked by hand."""

    OFFICE_DAYS_MAX = "office_days_max"  # days a week
    HOURS_MAX = "hours_max"  # hours a week, with those nobody pays
    COMMUTE_MAX = "commute_max"  # minutes one way
    BASE_MIN = "base_min"  # fixed pay a year, in the money of the plan
    LEVEL = "level"
    PLACE = "place"
    TRAVEL = "travel"
    OWN = "own"


class Verdict(StrEnum):
    HELD = "held"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why the verdict is what it is; the words are the page's."""

    WITHIN = "within"
    BEYOND = "beyond"
    MAY_BE_MORE = "may_be_more"  # within, but the offer may hold more than is known
    NO_COMMUTE = "no_commute"
    NAMED = "named"  # the offer's words hold the words of the line
    NAMED_OTHERWISE = "named_otherwise"
    NOT_NAMED = "not_named"  # a title does not have to tell the level
    NO_LIMIT = "no_limit"  # the line does not say yet where it runs
    NOT_SAID = "not_said"  # the offer does not say
    TICKED = "ticked"
    NOT_TICKED = "not_ticked"


@dataclass(frozen=True, kw_only=True)
class RedLine:
    """A condition. `limit` or `text` is where it runs, by its kind.

    `exception` says how often and how long more is tolerated, `exception_limit` up to where. A tolerated
    exception is noted: it never makes a broken line a held one.
    """

    kind: Kind
    limit: Decimal | None = None
    text: str = ""
    exception: str = ""
    exception_limit: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class OfferFacts:
    """What red lines ask of an offer; None or "" is not known.

    `base` is fixed pay a year in the money of the plan (None where the offer is in other money),
    `hours_week` counts the expected unpaid hours too; `hours_are_all` is False while those are not known.
    """

    base: Decimal | None = None
    hours_week: Decimal | None = None
    hours_are_all: bool = True
    commute_minutes: Decimal | None = None
    commute_days: Decimal | None = None
    remote_days: Decimal | None = None
    days_week: Decimal | None = None
    place: str = ""
    role: str = ""

    @property
    def office_days(self) -> Decimal | None:
        """Days of commuting, or what the remote days leave of the week; of two that differ the larger."""
        rest = None
        if self.days_week is not None and self.remote_days is not None:
            rest = max(self.days_week - self.remote_days, Decimal(0))
        return max((days for days in (self.commute_days, rest) if days is not None), default=None)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A verdict with its working.

    `found` is the number or the words the offer has for it. `tolerated` is whether a broken line stays within
    its exception; None where it has none, or none in numbers.
    """

    line: RedLine
    verdict: Verdict
    reason: Reason
    found: Decimal | str | None = None
    tolerated: bool | None = None


@dataclass(frozen=True, kw_only=True)
class OfferChecked:
    """An offer against all red lines, in the order given."""

    lines: tuple[Checked, ...]

    @property
    def out(self) -> bool:
        """One broken line is enough, whatever the score of the offer."""
        return any(checked.verdict is Verdict.BROKEN for checked in self.lines)

    def of(self, verdict: Verdict) -> tuple[Checked, ...]:
        return tuple(checked for checked in self.lines if checked.verdict is verdict)


def check(line: RedLine, facts: OfferFacts, ticked: Verdict = Verdict.UNKNOWN) -> Checked:
    """Whether an offer holds a red line.

    Rule: numbers at the limit hold, numbers beyond it break, and a tick by hand counts where there is no
    number to compare. Words hold where the offer has all words of the line in a row, letter case and accents
    aside ("or" and "/" part alternatives); a place without them breaks, a role without them says nothing; a
    tick by hand overrules words. Units: as in `Kind`. Errors: none. Source: own definition.
    """
    if line.kind in (Kind.PLACE, Kind.LEVEL):
        return _by_hand(line, ticked) or _words(line, facts)
    if line.kind in (Kind.TRAVEL, Kind.OWN):
        return _by_hand(line, ticked) or Checked(line=line, verdict=Verdict.UNKNOWN, reason=Reason.NOT_TICKED)
    checked = _numbers(line, facts)
    return checked if checked.verdict is not Verdict.UNKNOWN else _by_hand(line, ticked) or checked


def check_all(lines: Sequence[RedLine], facts: OfferFacts, ticked: Sequence[Verdict] | None = None) -> OfferChecked:
    """An offer against every red line.

    Rule: each by `check`, with the tick of the same place. Units: as in `Kind`. Errors: ValueError unless
    there are as many ticks as lines. Source: own definition.
    """
    ticks = [Verdict.UNKNOWN] * len(lines) if ticked is None else ticked
    return OfferChecked(lines=tuple(check(line, facts, tick) for line, tick in zip(lines, ticks, strict=True)))


def _by_hand(line: RedLine, ticked: Verdict) -> Checked | None:
    if ticked is Verdict.UNKNOWN:
        return None
    return Checked(line=line, verdict=ticked, reason=Reason.TICKED)


def _numbers(line: RedLine, facts: OfferFacts) -> Checked:
    if line.kind is Kind.COMMUTE_MAX and facts.office_days == 0:
        return Checked(line=line, verdict=Verdict.HELD, reason=Reason.NO_COMMUTE)
    found = {
        Kind.OFFICE_DAYS_MAX: facts.office_days,
        Kind.HOURS_MAX: facts.hours_week,
        Kind.COMMUTE_MAX: facts.commute_minutes,
        Kind.BASE_MIN: facts.base,
    }[line.kind]
    if line.limit is None or found is None:
        reason = Reason.NO_LIMIT if line.limit is None else Reason.NOT_SAID
        return Checked(line=line, verdict=Verdict.UNKNOWN, reason=reason, found=found)
    if _beyond(line, found, line.limit):
        within = None if line.exception_limit is None else not _beyond(line, found, line.exception_limit)
        return Checked(line=line, verdict=Verdict.BROKEN, reason=Reason.BEYOND, found=found, tolerated=within)
    if line.kind is Kind.HOURS_MAX and not facts.hours_are_all:
        return Checked(line=line, verdict=Verdict.UNKNOWN, reason=Reason.MAY_BE_MORE, found=found)
    return Checked(line=line, verdict=Verdict.HELD, reason=Reason.WITHIN, found=found)


def _beyond(line: RedLine, found: Decimal, limit: Decimal) -> bool:
    return found < limit if line.kind is Kind.BASE_MIN else found > limit


def _words(line: RedLine, facts: OfferFacts) -> Checked:
    said = facts.place if line.kind is Kind.PLACE else facts.role
    ways = [words for way in re.split(r"/|\bor\b", _plain(line.text)) if (words := _spaced(way)).strip()]
    if not ways or not said.strip():
        reason = Reason.NOT_SAID if ways else Reason.NO_LIMIT
        return Checked(line=line, verdict=Verdict.UNKNOWN, reason=reason, found=said or None)
    if any(_holds(_spaced(_plain(said)), way) for way in ways):
        return Checked(line=line, verdict=Verdict.HELD, reason=Reason.NAMED, found=said)
    if line.kind is Kind.PLACE:
        return Checked(line=line, verdict=Verdict.BROKEN, reason=Reason.NAMED_OTHERWISE, found=said)
    return Checked(line=line, verdict=Verdict.UNKNOWN, reason=Reason.NOT_NAMED, found=said)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def _spaced(text: str) -> str:
    """Its words with one space around each, so that a word is never found inside another."""
    return " ".join(["", *re.findall(r"[\w+#]+", text), ""])


def _holds(said: str, words: str) -> bool:
    """Scripts that put no space between words are searched letter by letter."""
    if any(unicodedata.category(letter) == "Lo" for letter in words):
        return words.strip() in said
    return words in said
