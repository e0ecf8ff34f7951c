"""What an offer is worth, as its page shows it: years, lines with their working, what if, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from groundwork.fields import plain
from groundwork.money import INVENTED, Frame, Period, show, show_number
from offers.calc.terms import Certainty, Shares
from offers.calc.valuation import LEVELS, Code, Scenario, Valuation, valuation
from offers.calc.what_if import (
    AfterTax,
    Case,
    Leaving,
    Lost,
    PaperEquity,
    RealHour,
    after_tax,
    converted,
    in_place,
    leaving,
    paper,
    paths,
    present_value,
    real_hour,
    scenarios,
)
from offers.models import Rate
from offers.summary import SURE
from offers.what_if_form import BONUS
from offers.working import TITLES, workings

MONTHS = (12, 18, 24, 36)
LEFT_OUT = {
    "leave_days": "days off",
    "holidays": "public holidays",
    "overtime_week": "unpaid hours",
    "days_week": "days a week (five are assumed)",
    "commute_minutes": "the way to work",
    "commute_days": "days on site",
    "commute_cost": "what the way costs",
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A figure with its working: what it is, how much, and the sum behind it."""

    label: str
    value: str
    working: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Worth:
    """All that the page shows; every part is made when it is asked for."""

    worth: Valuation
    locale: str
    discount: Decimal | None = None
    other: str = ""
    rates: tuple[Rate, ...] = ()

    @property
    def frame(self) -> Frame:
        return Frame(currency=self.worth.terms.currency, period="year", basis=self.worth.terms.basis)

    def money(self, amount: Decimal | None, period: Period = "once") -> str:
        frame = Frame(currency=self.frame.currency, period=period, basis=self.frame.basis)
        return show(amount, frame, self.locale)

    def number(self, amount: Decimal | None) -> str:
        return "not known" if amount is None else show_number(amount, self.frame.currency, self.locale)

    def about(self, amount: Decimal | None) -> str:
        """A worked-out amount: from a thousand on without its cents, which would only look exact."""
        whole = amount is not None and abs(amount) >= 1000
        return self.number(Decimal(round(amount)) if whole and amount is not None else amount)

    def bare(self, amount: Decimal | None) -> str:
        """An amount that is neither before nor after tax, or after all of it."""
        return f"{self.about(amount)} {INVENTED.get(self.frame.currency, self.frame.currency)}"

    @property
    def illiquid(self) -> bool:
        return self.worth.scenario.count_illiquid

    @cached_property
    def levels(self) -> list[dict[str, Any]]:
        """The years at each level of certainty, their sum, and what has come in by the end of each."""
        return [
            {
                "title": SURE[level],
                "years": [self.about(year.total(level)) for year in self.worth.years],
                "total": self.about(self.worth.total(level)),
                "until": [self.about(amount) for amount in self.worth.cumulative(level)],
            }
            for level in LEVELS
            if self.worth.years
        ]

    @cached_property
    def lines(self) -> list[Any]:
        return workings(self.worth, self.locale)

    @property
    def unknown(self) -> list[str]:
        """What stands in no sum because something of it is not known."""
        return [one.title for one in self.lines if not one.known]

    @cached_property
    def cases(self) -> list[tuple[str, str, str, str]]:
        """Named ends: price and bonus, year 1, all years, and what to ask the page to see each line of it."""
        found = scenarios(self.worth.terms, count_illiquid=self.illiquid)
        if len(found) < 2 or found[0].total is None:
            return []
        return [
            (self._case(one, found), self.about(one.first_year), self.about(one.total), asked(one.scenario))
            for one in found
        ]

    def _case(self, one: Case, among: Sequence[Case]) -> str:
        move, words = one.scenario.stock, []
        if len({case.scenario.stock for case in among}) > 1:
            words.append(f"shares {'as today' if not move else f'{plain(abs(move))} % {up_or_down(move)}'}")
        if len({case.scenario.bonus for case in among}) > 1:
            words.append(f"bonus: {dict(BONUS)[one.scenario.bonus].lower()}")
        return ", ".join(words).capitalize()

    @cached_property
    def leaving(self) -> list[dict[str, Any]]:
        """What is kept and lost by whoever leaves early."""
        if not self.worth.years:
            return []
        return [self._leaving(one) for one in leaving(self.worth.terms, MONTHS, count_illiquid=self.illiquid)]

    def _leaving(self, one: Leaving) -> dict[str, Any]:
        return {"month": one.month, "total": self.about(one.total), "lost": [self._lost(line) for line in one.lost]}

    def _lost(self, line: Lost) -> str:
        """What is lost; of what may never be sold no amount, which could only be an average alone."""
        name = TITLES.get(line.code, line.label)
        if line.code in (Code.OPTIONS, Code.SHARES, Code.REFRESHER) and not line.counted:
            return f"{name}: the part that is not yours by then"
        return f"{name}: {self.about(line.amount)}"

    @cached_property
    def paper(self) -> list[dict[str, Any]]:
        """Shares and options that may never be sold: never an average alone."""
        return [self._paper(one) for one in paper(self.worth)]

    def _paper(self, one: PaperEquity) -> dict[str, Any]:
        return {
            "label": one.label,
            "paper": self.bare(one.paper) if one.paper is not None else "",
            "mean": self.bare(one.mean) if one.mean is not None else "",
            "median": self.bare(one.median) if one.median is not None else "",
            "nothing": f"{plain(one.nothing_odds)} %" if one.nothing_odds is not None else "",
            "ends": [(self.bare(end.value), f"{plain(end.odds)} %", self.bare(end.mine)) for end in one.outcomes],
            "under_water": one.under_water,
            "leaving": self._buying(one),
        }

    def _buying(self, one: PaperEquity) -> str:
        """What it takes to keep options when one leaves."""
        if one.code is not Code.OPTIONS:
            return ""
        when = "within a time that is not known yet"
        if one.window_days is not None:
            when = f"within {plain(one.window_days)} days"
        how = f" for {self.bare(one.cost)}, if all are yours by then" if one.cost is not None else ""
        return f"If you leave, you have to buy them {when}{how}; what is not bought is lost."

    @cached_property
    def paths(self) -> list[dict[str, Any]]:
        """What shares bring if the price goes badly, so so, or well."""
        grants = [(part, paths(part)) for part in self.worth.terms.parts if isinstance(part, Shares)]
        return [
            {
                "label": part.label,
                "rows": [(year.year, *map(self.about, (year.low, year.middle, year.high))) for year in found],
                "growth": plain(part.growth),
                "swing": plain(part.swing),
            }
            for part, found in grants
            if found
        ]

    @cached_property
    def facts(self) -> list[Fact]:
        """After tax, an hour, a place, today's money, another currency: each with its working."""
        if not self.worth.years:
            return []
        found = [*self._taxed(), self._hour(), self._place(), self._today(), self._other()]
        return [one for one in found if one]

    def _taxed(self) -> Iterable[Fact]:
        for level in (Certainty.GUARANTEED, Certainty.MAYBE):
            found = after_tax(self.worth, 1, level)
            if found:
                yield self._left(found, SURE[level])

    def _left(self, found: AfterTax, sure: str) -> Fact:
        rate = self.worth.terms.tax_rate
        net = self.frame.basis == "net"
        lines = [
            f"Money and shares: {self.number(found.taxed)}",
            "They are after tax already" if net else f"Less {plain(rate)} % tax: {self.number(found.tax)}",
            f"Put aside, and things: {self.number(found.untaxed)}, as they are" if found.untaxed else "",
            f"Less what you pay yourself: {self.number(found.costs)}" if found.costs else "",
            *left_out(found.assumed),
        ]
        label = f"{sure}, year 1, after tax and your own costs"
        return Fact(label=label, value=f"{self.bare(found.left)} a year", working=tuple(line for line in lines if line))

    def _hour(self) -> Fact | None:
        found: RealHour | None = real_hour(self.worth)
        if found is None:
            return None
        lines = [
            f"Guaranteed every year, less your own costs: {self.number(found.pay)}",
            f"Hours it really takes: {plain(round(found.hours))} a year, in {plain(round(found.weeks, 1))} weeks,"
            " with unpaid hours and the way there and back",
            *left_out(found.assumed),
        ]
        after = found.after_tax_an_hour
        value = self.money(found.an_hour, "hour") + (f"; {self.bare(after)} after tax" if after is not None else "")
        return Fact(label="For an hour that it really takes", value=value, working=tuple(lines))

    def _place(self) -> Fact | None:
        index, pay = self.worth.terms.cost_index, self.worth.years[0].guaranteed
        real = in_place(pay, index)
        if real is None or index is None:
            return None
        working = f"{self.number(pay)} ÷ {plain(index)} × 100"
        return Fact(
            label="Guaranteed in year 1, where living costs 100", value=self.money(real, "year"), working=(working,)
        )

    def _today(self) -> Fact | None:
        if self.discount is None:
            return None
        amounts = [year.likely for year in self.worth.years]
        working = (
            f"With likely pay: {', '.join(map(self.number, amounts))}",
            f"Each later year is divided by {plain(1 + self.discount / 100)} once more",
        )
        value = self.money(present_value(amounts, self.discount))
        return Fact(label="Four years in today’s money", value=value, working=working)

    def _other(self) -> Fact | None:
        if not self.other:
            return None
        found = newest(self.rates, self.frame.currency, self.other)
        label = f"Guaranteed in year 1, in {self.other}"
        if found is None:
            why = f"There is no exchange rate between {self.frame.currency} and {self.other} yet."
            return Fact(label=label, value="not known", working=(why,))
        rate, day = found
        pay = self.worth.years[0].guaranteed
        amount = show(
            converted(pay, rate), Frame(currency=self.other, period="year", basis=self.frame.basis), self.locale
        )
        return Fact(
            label=label,
            value=amount,
            working=(f"{self.number(pay)} × {plain(round(rate, 6))}, rate of {day:%-d %B %Y}",),
        )


def left_out(names: Iterable[str]) -> list[str]:
    found = [LEFT_OUT.get(name, "what you pay yourself") for name in names]
    return [f"Not known and left out: {', '.join(dict.fromkeys(found))}"] if found else []


def asked(scenario: Scenario) -> str:
    """The question that shows every line of this scenario, with its working."""
    said = {"ask": "1", "stock": plain(scenario.stock), "bonus": scenario.bonus}
    return urlencode(said | ({"illiquid": "on"} if scenario.count_illiquid else {}))


def up_or_down(move: Decimal) -> str:
    return "higher" if move > 0 else "lower"


def newest(rates: Iterable[Rate], currency: str, other: str) -> Any:
    """The latest rate between two currencies, with its day."""
    found = [pair for rate in rates if (pair := rate.between(currency, other))]
    return max(found, key=lambda pair: pair[1], default=None)


def worth_of(terms: Any, scenario: Scenario, **given: Any) -> Worth:
    return Worth(worth=valuation(terms, scenario=scenario), **given)
