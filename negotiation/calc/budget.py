"""The budget of a negotiation: what it may cost in hours, rounds, weeks, unpaid tests and nerves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from groundwork.money import as_decimal

ENOUGH_TICKS = 2
Number = Decimal | int


class What(StrEnum):
    """What is limited. All but stress add up; stress is how high it stands now, from 1 to 10."""

    HOURS = "hours"
    ROUNDS = "rounds"
    WEEKS = "weeks"
    TEST_HOURS = "test_hours"
    STRESS = "stress"


class Tick(StrEnum):
    """What a contact was like."""

    HARSH = "harsh"
    PRESSING = "pressing"
    IGNORED = "ignored"  # my questions were
    UNEASY = "uneasy"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What I am ready to spend; None is no limit."""

    hours: Number | None = None
    rounds: Number | None = None
    weeks: Number | None = None
    test_hours: Number | None = None
    stress: Number | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the log; None is not known. `rounds` is how many rounds it was, mostly 1 or none."""

    day: date | None = None
    hours: Number | None = None
    rounds: Number | None = None
    test_hours: Number | None = None
    stress: Number | None = None
    ticks: frozenset[Tick] = frozenset()


@dataclass(frozen=True, kw_only=True)
class BudgetTerms:
    """`log` is in the order it was written; `started` is the day the waiting began."""

    limits: Limits
    log: tuple[Entry, ...]
    started: date | None
    today: date


@dataclass(frozen=True, kw_only=True)
class Spending:
    """One limit and what went into it: `share` is of the limit, 1 at the limit, None without one or at 0.

    `blank` counts the entries that do not say: they add nothing to what is known.
    """

    what: What
    limit: Number | None
    spent: Number | None
    blank: int = 0

    @property
    def left(self) -> Number | None:
        """What remains, never below 0."""
        if self.limit is None or self.spent is None:
            return None
        return max(self.limit - self.spent, Decimal(0))

    @property
    def over(self) -> Number | None:
        """What was spent beyond the limit, 0 within it."""
        if self.limit is None or self.spent is None:
            return None
        return max(self.spent - self.limit, Decimal(0))

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.spent) / Fraction(self.limit) if self.limit and self.spent is not None else None

    @property
    def crossed(self) -> bool:
        """More than the limit: to use it up is not to cross it."""
        return bool(self.over)

    @property
    def used_up(self) -> bool:
        return self.left == 0


@dataclass(frozen=True, kw_only=True)
class BudgetResult:
    """What was spent, in the order of `What`, and how many ticks of each kind the log holds."""

    terms: BudgetTerms
    spent: tuple[Spending, ...]
    ticks: tuple[tuple[Tick, int], ...]

    @property
    def crossed(self) -> tuple[Spending, ...]:
        return tuple(each for each in self.spent if each.crossed)

    @property
    def tick_count(self) -> int:
        return sum(count for _, count in self.ticks)

    @property
    def leave_or_cut(self) -> bool:
        """Whether to ask calmly if this should end or get shorter: a limit is crossed, or two ticks."""
        return bool(self.crossed) or self.tick_count >= ENOUGH_TICKS

    def of(self, what: What) -> Spending:
        return next(each for each in self.spent if each.what is what)


def budget(terms: BudgetTerms) -> BudgetResult:
    """What a negotiation has cost so far, against its limits.

    Rule: hours, test hours and rounds are sums over the log; weeks are the days since the start / 7, 0 before
    it; stress is that of the latest entry that tells it (by day, one without a day before all others, of equal
    ones the one written last). Units: hours, rounds, weeks, 1 to 10. Errors: none; None is not known.
    Source: own definition.
    """
    log, limits = terms.log, terms.limits
    spent = (
        _sum(What.HOURS, limits.hours, [entry.hours for entry in log]),
        _sum(What.ROUNDS, limits.rounds, [entry.rounds for entry in log]),
        Spending(what=What.WEEKS, limit=limits.weeks, spent=weeks(terms.started, terms.today)),
        _sum(What.TEST_HOURS, limits.test_hours, [entry.test_hours for entry in log]),
        Spending(what=What.STRESS, limit=limits.stress, spent=_latest_stress(log)),
    )
    counts = tuple((tick, sum(tick in entry.ticks for entry in log)) for tick in Tick)
    return BudgetResult(terms=terms, spent=spent, ticks=counts)


def weeks(started: date | None, today: date) -> Decimal | None:
    """How many weeks have passed since a day.

    Rule: days / 7, 0 for a day still to come. Units: weeks. Errors: none; None without a start.
    Source: own definition.
    """
    return None if started is None else as_decimal(Fraction(max((today - started).days, 0), 7))


def _sum(what: What, limit: Number | None, amounts: Iterable[Number | None]) -> Spending:
    told = list(amounts)
    known = [amount for amount in told if amount is not None]
    return Spending(what=what, limit=limit, spent=sum(known, Decimal(0)), blank=len(told) - len(known))


def _latest_stress(log: tuple[Entry, ...]) -> Number | None:
    told = [(entry.day or date.min, at, entry.stress) for at, entry in enumerate(log) if entry.stress is not None]
    return max(told)[2] if told else None
