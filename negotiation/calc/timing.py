"""Whether to negotiate at all, and now: a table of rules over six answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from negotiation.calc.means import NO_LIMIT, Runway, is_short


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Edge(StrEnum):
    """Something the person brings, and whether the other side sees its worth."""

    KNOWN = "known"
    SHOWABLE = "showable"
    NONE = "none"
    UNKNOWN = "unknown"


class Wanted(StrEnum):
    """Whether the other side has said that it wants the person, subject to terms."""

    YES = "yes"
    TOO_EARLY = "too_early"
    UNKNOWN = "unknown"


class Means(StrEnum):
    """How long the savings last, as far as the table looks."""

    SHORT = "short"
    UNKNOWN = "unknown"
    ENOUGH = "enough"


class Verdict(StrEnum):
    """What follows. From the least to the most daring: do not and wait (alike: neither asks now), prepare, go."""

    GO = "go"
    PREPARE = "prepare"
    WAIT = "wait"
    DO_NOT = "do_not"


DARING = {Verdict.DO_NOT: 0, Verdict.WAIT: 0, Verdict.PREPARE: 1, Verdict.GO: 2}


class Reason(StrEnum):
    """What an answer says about asking now; the words are the page's."""

    WANTED = "wanted"
    TOO_EARLY = "too_early"
    WANTED_UNKNOWN = "wanted_unknown"
    INVITED = "invited"
    NOT_INVITED = "not_invited"
    INVITED_UNKNOWN = "invited_unknown"
    USUAL = "usual"
    NOT_USUAL = "not_usual"
    USUAL_UNKNOWN = "usual_unknown"
    EDGE_KNOWN = "edge_known"
    EDGE_SHOWABLE = "edge_showable"
    NO_EDGE = "no_edge"
    EDGE_UNKNOWN = "edge_unknown"
    UNDERVALUED = "undervalued"
    FAIR = "fair"
    WORTH_UNKNOWN = "worth_unknown"
    RUNWAY_SHORT = "runway_short"
    RUNWAY_UNKNOWN = "runway_unknown"


@dataclass(frozen=True, kw_only=True)
class TimingTerms:
    """The four signs, whether it is time, and the months the savings last (None is not known)."""

    invited: Answer = Answer.UNKNOWN
    usual: Answer = Answer.UNKNOWN
    edge: Edge = Edge.UNKNOWN
    undervalued: Answer = Answer.UNKNOWN
    wanted: Wanted = Wanted.UNKNOWN
    runway_months: Decimal | None = None
    runway_unlimited: bool = False

    @property
    def means(self) -> Means:
        """No limit counts before any months."""
        lasts: Runway = NO_LIMIT if self.runway_unlimited else self.runway_months
        if lasts is None:
            return Means.UNKNOWN
        return Means.SHORT if is_short(lasts) else Means.ENOUGH


@dataclass(frozen=True, kw_only=True)
class TimingResult:
    """`reasons` are those the result turned on, `caution` asks for more care with whatever is done."""

    result: Verdict
    reasons: tuple[Reason, ...]
    caution: bool


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A line of the table: it matches if each column named holds one of its answers.

    `because` names the columns whose answers are the reasons; with `lacking` come all signs short of their best.
    """

    result: Verdict
    because: tuple[str, ...]
    lacking: bool = False
    wanted: frozenset[str] = frozenset(Wanted)
    invited: frozenset[str] = frozenset(Answer)
    usual: frozenset[str] = frozenset(Answer)
    edge: frozenset[str] = frozenset(Edge)
    undervalued: frozenset[str] = frozenset(Answer)
    means: frozenset[str] = frozenset(Means)


SIGNS = ("invited", "usual", "edge", "undervalued")
COLUMNS = ("wanted", *SIGNS, "means")
YES = frozenset({"yes"})
NOT_YES = frozenset({"no", "unknown"})
KNOWN = frozenset({"known"})
SHORT = frozenset({"short"})
FAIR = frozenset({"no"})
MAYBE = frozenset({"unknown"})

# The first line that matches holds. Not known is on the careful side: "unsure if usual" counts as not usual.
RULES = (
    Rule(result=Verdict.WAIT, wanted=frozenset({"too_early"}), because=("wanted",)),
    Rule(
        result=Verdict.DO_NOT,
        undervalued=FAIR,
        invited=NOT_YES,
        usual=NOT_YES,
        edge=frozenset({"none"}),
        because=("undervalued", "invited", "usual", "edge"),
    ),
    Rule(
        result=Verdict.DO_NOT,
        means=SHORT,
        undervalued=FAIR,
        invited=NOT_YES,
        edge=frozenset({"none", "unknown"}),
        because=("undervalued", "invited", "edge", "means"),
    ),
    Rule(result=Verdict.WAIT, means=SHORT, wanted=MAYBE, invited=NOT_YES, because=("wanted", "invited", "means")),
    Rule(result=Verdict.PREPARE, wanted=MAYBE, because=("wanted", "means"), lacking=True),
    Rule(result=Verdict.GO, invited=YES, undervalued=YES, because=("wanted", "invited", "undervalued", "means")),
    Rule(result=Verdict.GO, invited=YES, edge=KNOWN, because=("wanted", "invited", "edge", "undervalued", "means")),
    Rule(
        result=Verdict.GO,
        usual=YES,
        edge=KNOWN,
        undervalued=YES,
        because=("wanted", "usual", "edge", "undervalued", "means"),
    ),
    # Two signs are enough to go only where a no could be borne for a while.
    Rule(result=Verdict.PREPARE, means=SHORT, because=("means",), lacking=True),
    Rule(result=Verdict.GO, usual=YES, undervalued=YES, because=("wanted", "usual", "undervalued", "means")),
    Rule(result=Verdict.GO, usual=YES, edge=KNOWN, because=("wanted", "usual", "edge", "undervalued", "means")),
    Rule(
        result=Verdict.GO,
        edge=KNOWN,
        undervalued=YES,
        because=("wanted", "invited", "usual", "edge", "undervalued", "means"),
    ),
    Rule(result=Verdict.PREPARE, because=("means",), lacking=True),
)

READING = {
    ("wanted", "yes"): Reason.WANTED,
    ("wanted", "too_early"): Reason.TOO_EARLY,
    ("wanted", "unknown"): Reason.WANTED_UNKNOWN,
    ("invited", "yes"): Reason.INVITED,
    ("invited", "no"): Reason.NOT_INVITED,
    ("invited", "unknown"): Reason.INVITED_UNKNOWN,
    ("usual", "yes"): Reason.USUAL,
    ("usual", "no"): Reason.NOT_USUAL,
    ("usual", "unknown"): Reason.USUAL_UNKNOWN,
    ("edge", "known"): Reason.EDGE_KNOWN,
    ("edge", "showable"): Reason.EDGE_SHOWABLE,
    ("edge", "none"): Reason.NO_EDGE,
    ("edge", "unknown"): Reason.EDGE_UNKNOWN,
    ("undervalued", "yes"): Reason.UNDERVALUED,
    ("undervalued", "no"): Reason.FAIR,
    ("undervalued", "unknown"): Reason.WORTH_UNKNOWN,
    ("means", "short"): Reason.RUNWAY_SHORT,
    ("means", "unknown"): Reason.RUNWAY_UNKNOWN,
}
BEST = {"invited": "yes", "usual": "yes", "edge": "known", "undervalued": "yes"}


def timing(terms: TimingTerms) -> TimingResult:
    """Whether to go, prepare the ground first, wait, or not negotiate.

    Rule: the first line of RULES that matches. In words: too early is wait; a fair offer and nothing else is do
    not; go takes a yes-if and two of the four signs, one of them a reason (a known edge, an offer too low), and
    with savings for under 3 months an invitation or three signs; the rest is prepare. Care is asked for while the
    savings are short or not known. Units: months. Errors: none. Source: own definition.
    """
    rule = matching(terms)
    return TimingResult(
        result=rule.result,
        reasons=tuple(_reasons(rule, terms)),
        caution=terms.means is not Means.ENOUGH,
    )


def matching(terms: TimingTerms) -> Rule:
    """The line of the table that holds.

    Rule: the first in which every column holds the answer given; the last one holds for all. Units: none.
    Errors: none. Source: own definition.
    """
    return next(rule for rule in RULES if all(getattr(terms, name) in getattr(rule, name) for name in COLUMNS))


def _reasons(rule: Rule, terms: TimingTerms) -> Iterable[Reason]:
    """In the order of the columns; savings that last long enough are no reason."""
    for name in COLUMNS:
        answer = getattr(terms, name)
        short_of_best = rule.lacking and name in SIGNS and answer != BEST[name]
        if (name in rule.because or short_of_best) and (name, answer) in READING:
            yield READING[name, answer]
