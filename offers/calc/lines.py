"""What the lines of an offer's value are made of, and how each is spread over the years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache, cached_property, partial
from itertools import pairwise
from typing import Literal, NamedTuple

from offers.calc.exact import EXACT, quotient
from offers.calc.pay import BonusCase, base_by, kept
from offers.calc.terms import Certainty, Form, OfferTerms, Repay, Schedule

Unit = Literal["money", "percent", "months", "hours", "days", "count", "minutes", "text"]
Amounts = tuple[Decimal | None, ...]
Exact = Decimal | Fraction | int
# What has been paid after so many full months; None is not known.
ByBase = Callable[[int], Fraction | None]
ByMonth = Callable[[int], Exact | None]


class Code(StrEnum):
    """What a line is about."""

    BASE = "base"
    BONUS = "bonus"
    SIGN_ON = "sign_on"
    EXTRA = "extra"
    ALLOWANCE = "allowance"
    DRAW = "draw"
    COMMISSION = "commission"
    SHARES = "shares"
    OPTIONS = "options"
    REFRESHER = "refresher"
    PURCHASE = "purchase"
    MATCH = "match"


class Rule(StrEnum):
    """How a line's amounts are worked out from its inputs."""

    BASE_HOUR = "base_hour"
    BASE_DAY = "base_day"
    BASE_WEEK = "base_week"
    BASE_MONTH = "base_month"
    BASE_YEAR = "base_year"
    BONUS_AMOUNT = "bonus_amount"
    BONUS_PERCENT = "bonus_percent"
    BONUS_PAYOUTS = "bonus_payouts"
    BONUS_NONE = "bonus_none"
    BONUS_MOST = "bonus_most"
    SIGN_ON = "sign_on"
    EXTRA_YEAR = "extra_year"
    EXTRA_ONCE = "extra_once"
    ALLOWANCE_HOUR = "allowance_hour"
    ALLOWANCE_DAY = "allowance_day"
    ALLOWANCE_WEEK = "allowance_week"
    ALLOWANCE_MONTH = "allowance_month"
    ALLOWANCE_YEAR = "allowance_year"
    ALLOWANCE_PERCENT_HOUR = "allowance_percent_hour"
    ALLOWANCE_PERCENT_DAY = "allowance_percent_day"
    ALLOWANCE_PERCENT = "allowance_percent"
    DRAW = "draw"
    COMMISSION_AMOUNT = "commission_amount"
    COMMISSION_PERCENT = "commission_percent"
    SHARES_AMOUNT = "shares_amount"
    SHARES_COUNT = "shares_count"
    OPTIONS = "options"
    REFRESHER = "refresher"
    PURCHASE = "purchase"
    MATCH = "match"


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """What is assumed: `stock` the percent that share prices have moved, `leave` after so many full months."""

    stock: Decimal = Decimal(0)
    bonus: BonusCase = "expected"
    leave: int | None = None
    count_illiquid: bool = False


class Input(NamedTuple):
    """One number or word a line is worked out from, by its name among the terms; a tuple, as there are many."""

    name: str
    value: Decimal | int | str | None
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Line:
    """One payment over the years; an amount is None where it is not known, 0 where nothing is paid.

    `label` is what the person typed for a part, "" for the rest; `part` its place in the terms. A line that
    is not counted is in no sum.
    """

    code: Code
    certainty: Certainty
    one_off: bool
    amounts: Amounts
    rule: Rule
    inputs: tuple[Input, ...]
    label: str = ""
    form: Form = Form.CASH
    part: int | None = None
    counted: bool = True


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """An offer under a scenario, over so many years: what every line is worked out with."""

    terms: OfferTerms
    scenario: Scenario
    years: int

    @cached_property
    def base(self) -> ByBase:
        """Base pay by the month, each month worked out once: most lines ask for the same year ends."""
        return cache(partial(base_by, self.terms))

    @cached_property
    def leave(self) -> int | None:
        """The month of leaving; leaving after the last month that is looked at changes nothing."""
        leave = self.scenario.leave
        return None if leave is None or leave > 12 * self.years else leave

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The month in which each year ends, from the start on, at most that of leaving."""
        stop = 12 * self.years if self.leave is None else self.leave
        return tuple(min(12 * year, stop) for year in range(self.years + 1))

    def line(
        self,
        code: Code,
        certainty: Certainty,
        rule: Rule,
        amounts: Amounts,
        given: tuple[Input, ...],
        *,
        form: Form = Form.CASH,
        one_off: bool = False,
        label: str = "",
        part: int | None = None,
    ) -> Line:
        """A line under this scenario.

        Rule: what nobody may be able to sell counts only where the scenario says so; a month of leaving is one
        of the inputs. Units: money a year. Errors: none. Source: own definition.
        """
        if self.leave is not None:
            given += (Input(name="leave", value=self.leave, unit="months"),)
        return Line(
            code=code,
            certainty=certainty,
            one_off=one_off,
            amounts=amounts,
            rule=rule,
            inputs=given,
            label=label,
            form=form,
            part=part,
            counted=form is not Form.ILLIQUID or self.scenario.count_illiquid,
        )

    def spread(self, by: ByMonth, share: Exact | None = 1) -> Amounts:
        """Each year's part of a share of what is paid by the month.

        Rule: (what has been paid at the end of the year less what at its start, both at most at the month of
        leaving) x share. Units: money a year, a part of 1. None in a year for which it is not known, or without
        the share. Errors: none. Source: own definition.
        """
        paid = {month: by(month) for month in dict.fromkeys(self.ends)}
        return tuple(
            _between(paid[start], paid[end], share) if start < end else Decimal(0) for start, end in pairwise(self.ends)
        )

    def evenly(self, a_year: Decimal | None) -> Amounts:
        """Each year's part of what is paid evenly over the year.

        Rule: amount a year x the months that are worked / 12. Units: money a year. None in a year for which it is
        not known. Errors: none. Source: own definition.
        """
        worked = [end - start for start, end in pairwise(self.ends)]
        if a_year is None:
            return tuple(None if months else Decimal(0) for months in worked)
        # Most years are full ones: each number of months is worked out once.
        paid = {months: quotient(EXACT.multiply(a_year, months), 12) for months in set(worked)}
        return tuple([paid[months] for months in worked])

    def once(self, amount: Decimal | None, year: int, months: Decimal | None, repay: Repay) -> Amounts:
        """A single payment in its own year, less what somebody who leaves gives back.

        Rule: paid in the first month of its year; to somebody who leaves before, nothing. Units: money a
        year. Errors: none. Source: own definition.
        """
        worked = None if self.leave is None else self.leave - 12 * (year - 1)
        if worked is not None and worked <= 0:
            amount = Decimal(0)
        elif worked is not None and amount is not None:
            amount = kept(amount, worked, months, repay)
        return tuple(amount if at == year else Decimal(0) for at in range(1, self.years + 1))


def inputs(source: object, **units: Unit) -> tuple[Input, ...]:
    """The named terms of a part or an offer, each with its unit.

    Rule: a look-up; a yes or no as a word. Units: as given. Errors: AttributeError for another name.
    Source: own definition.
    """
    return tuple([Input(name=name, value=_said(getattr(source, name)), unit=unit) for name, unit in units.items()])


def known(source: object, **units: Unit) -> tuple[Input, ...]:
    """As `inputs`, without those that are blank or 0.

    Rule: a look-up. Units: as given. Errors: AttributeError for another name. Source: own definition.
    """
    return inputs(source, **{name: unit for name, unit in units.items() if getattr(source, name)})


def schedule_words(schedule: Schedule) -> str:
    """The parts of a schedule in one word.

    Rule: "25/25/25/25". Units: percents. Errors: none. Source: own definition.
    """
    return "/".join(f"{part.normalize():f}" for part in schedule.parts)


def _said(value: Decimal | int | str | None) -> Decimal | int | str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _between(start: Exact | None, end: Exact | None, share: Exact | None) -> Decimal | None:
    """(end - start) x share, in whole numbers until the one division that rounds it, as `as_decimal` does."""
    if start is None or end is None or share is None:
        return None
    was, of_was = start.as_integer_ratio()
    now, of_now = end.as_integer_ratio()
    part, of_part = share.as_integer_ratio()
    return Decimal((now * of_was - was * of_now) * part) / Decimal(of_now * of_was * of_part)
