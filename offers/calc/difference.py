"""What changed between two rounds of an offer, line by line and in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from groundwork.money import as_decimal
from offers.calc.lines import Amounts, Code, Line, schedule_words
from offers.calc.terms import Part
from offers.calc.valuation import Cost, Valuation

WORKDAYS = 260
# What an offer says beside its money, in the order in which it is told.
TERMS = (
    *("hours_week", "overtime_week", "days_week", "leave_days", "holidays", "commute_minutes", "commute_days"),
    *("commute_cost", "clawback_months", "clawback", "next_base", "next_months", "first_months", "expires"),
)
# The same of its parts; of a schedule its parts in percent, its cliff and its cadence.
PART_TERMS = (
    *("clawback_months", "clawback", "delay_months", "draw_months", "recoverable", "double_trigger", "window_days"),
    *("promised", "vest_years", "lookback", "vest_months"),
)
Value = Decimal | int | str | date | None
Key = tuple[str, str, int]
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One line that differs, as it was and as it is; None on the side that has no such line.

    `by`: after less before in each year, a missing line as nothing paid; None where either is not known.
    """

    old: Line | None
    new: Line | None
    by: Amounts

    @property
    def line(self) -> Line:
        """The line as it is, or as it was if it is gone."""
        return next(line for line in (self.new, self.old) if line is not None)

    @property
    def code(self) -> Code:
        return self.line.code

    @property
    def label(self) -> str:
        return self.line.label

    @property
    def before(self) -> Amounts | None:
        return None if self.old is None else self.old.amounts[: len(self.by)]

    @property
    def after(self) -> Amounts | None:
        return None if self.new is None else self.new.amounts[: len(self.by)]

    @property
    def not_known(self) -> bool:
        """Whether some of it cannot be told, and so is in no sum."""
        return None in self.by


@dataclass(frozen=True, kw_only=True)
class CostChange:
    """What one pays oneself a year, where it differs; a side without it is None, as is one not known."""

    code: str
    label: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, kw_only=True)
class TermChange:
    """A term that is no money line, where it differs; `label` is that of its part, "" for the offer's own."""

    name: str
    before: Value
    after: Value
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two rounds of an offer; sums are None while base is not known in one of them.

    `leave_worth`: what the days of leave gained or lost are worth a year; part of no sum.
    """

    changes: tuple[Change, ...]
    costs: tuple[CostChange, ...]
    terms: tuple[TermChange, ...]
    first_year: Decimal | None
    all_years: Decimal | None
    leave_worth: Decimal | None


def difference(before: Valuation, after: Valuation) -> Difference | None:
    """What changed from one round of an offer to the next.

    Rule: lines are matched by what they are about and their label, equal ones in their order; those whose
    amounts, certainty or form differ are told. Sums are after less before of the lines that count, of every
    certainty; one that is not known on a side is in no sum. Units: money a year, over the years both have.
    None in two currencies or bases. Errors: none. Source: own definition.
    """
    if (before.terms.currency, before.terms.basis) != (after.terms.currency, after.terms.basis):
        return None
    years = min(len(before.lines[0].amounts), len(after.lines[0].amounts))
    changes = tuple(_changes(before.lines, after.lines, years))
    told = before.years and after.years
    return Difference(
        changes=changes,
        costs=tuple(_costs(before.costs, after.costs)),
        terms=(*_terms(before, after), *_part_terms(before, after)),
        first_year=_sum(changes, 1) if told else None,
        all_years=_sum(changes, years) if told else None,
        leave_worth=_leave(before, after),
    )


def leave_worth(days: Decimal, base: Decimal) -> Decimal:
    """What days of paid leave are worth.

    Rule: days x base a year / 260. Units: days, money a year. Errors: none. Source: 52 weeks of five days.
    """
    return as_decimal(Fraction(days) * Fraction(base) / WORKDAYS)


def _leave(before: Valuation, after: Valuation) -> Decimal | None:
    old, new = before.terms.leave_days, after.terms.leave_days
    return None if old is None or new is None or after.base is None else leave_worth(new - old, after.base)


def _changes(before: Sequence[Line], after: Sequence[Line], years: int) -> Iterable[Change]:
    old, new = _by_key(before, _line_key), _by_key(after, _line_key)
    for key in dict.fromkeys((*old, *new)):
        change = _change(old.get(key), new.get(key), years)
        if change is not None:
            yield change


def _change(old: Line | None, new: Line | None, years: int) -> Change | None:
    nothing = (Decimal(0),) * years
    was, now = (nothing if line is None else line.amounts[:years] for line in (old, new))
    if old and new and was == now and (old.certainty, old.form) == (new.certainty, new.form):
        return None
    return Change(old=old, new=new, by=tuple(map(_less, now, was)))


def _costs(before: Sequence[Cost], after: Sequence[Cost]) -> Iterable[CostChange]:
    old, new = _by_key(before, _cost_key), _by_key(after, _cost_key)
    for key in dict.fromkeys((*old, *new)):
        was, now = (None if cost is None else cost.a_year for cost in (old.get(key), new.get(key)))
        if was != now:
            yield CostChange(code=key[0], label=key[1], before=was, after=now)


def _terms(before: Valuation, after: Valuation) -> Iterable[TermChange]:
    for name in TERMS:
        was, now = getattr(before.terms, name), getattr(after.terms, name)
        if was != now:
            yield TermChange(name=name, before=was, after=now)


def _part_terms(before: Valuation, after: Valuation) -> Iterable[TermChange]:
    old, new = (_by_key(worth.terms.parts, _part_key) for worth in (before, after))
    for key, part in new.items():
        was, now = _said(old.get(key, part)), _said(part)
        for name in dict.fromkeys((*was, *now)):
            if was.get(name) != now.get(name):
                yield TermChange(name=name, before=was.get(name), after=now.get(name), label=part.label)


def _said(part: Part) -> dict[str, Value]:
    """What a part says beside its money."""
    said: dict[str, Value] = {name: getattr(part, name) for name in PART_TERMS if hasattr(part, name)}
    schedule = getattr(part, "schedule", None)
    if schedule is not None:
        said |= {"schedule": schedule_words(schedule), "cliff": schedule.cliff, "cadence": schedule.cadence}
    return {name: ("yes" if value else "no") if isinstance(value, bool) else value for name, value in said.items()}


def _part_key(part: Part) -> tuple[str, str]:
    return type(part).__name__, part.label


def _line_key(line: Line) -> tuple[str, str]:
    return line.code, line.label


def _cost_key(cost: Cost) -> tuple[str, str]:
    return cost.code, cost.label


def _by_key(found: Sequence[T], name: Callable[[T], tuple[str, str]]) -> dict[Key, T]:
    """Each by its name and how many of that name came before it."""
    seen: Counter[tuple[str, str]] = Counter()
    keyed: dict[Key, T] = {}
    for one in found:
        keyed[(*name(one), seen[name(one)])] = one
        seen[name(one)] += 1
    return keyed


def _sum(changes: Iterable[Change], years: int) -> Decimal:
    gains = (
        _counted(change.new, year) - _counted(change.old, year)
        for change in changes
        for year, by in enumerate(change.by[:years])
        if by is not None
    )
    return as_decimal(sum(gains, Fraction(0)))


def _counted(line: Line | None, year: int) -> Fraction:
    return Fraction(line.amounts[year] or 0) if line and line.counted else Fraction(0)


def _less(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if after is None or before is None else after - before
