"""The working behind each line: its inputs, its rule and its result, in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from groundwork.fields import plain
from groundwork.money import INVENTED, Frame, Period, show, show_number
from offers.calc.lines import Input
from offers.calc.terms import Certainty, Form, Part, Refresher, Shares
from offers.calc.valuation import Code, Line, Rule, Valuation

TITLES = {Code.BASE: "Base pay", Code.BONUS: "Bonus", Code.SIGN_ON: "Sign-on payment"}
SURE = {Certainty.GUARANTEED: "guaranteed", Certainty.LIKELY: "likely", Certainty.MAYBE: "maybe"}
FORMS = {
    Form.CASH: "money",
    Form.LOCKED: "money put aside",
    Form.LIQUID: "shares that can be sold",
    Form.ILLIQUID: "shares that cannot be sold yet",
    Form.IN_KIND: "a thing or a service",
}
RULES = {
    Rule.BASE_HOUR: "pay for an hour × hours a week × 52 weeks",
    Rule.BASE_DAY: "pay for a day × days a week × 52 weeks",
    Rule.BASE_WEEK: "pay for a week × 52 weeks",
    Rule.BASE_MONTH: "pay for a month × payments a year",
    Rule.BASE_YEAR: "pay for a year, as they wrote it",
    Rule.BONUS_AMOUNT: "the amount, as they wrote it, at the end of each year of work",
    Rule.BONUS_PERCENT: "base pay × the percent, at the end of each year of work",
    Rule.BONUS_PAYOUTS: "what it brings on average: each end × how likely it is, at the end of each year of work",
    Rule.BONUS_NONE: "as if no bonus were paid",
    Rule.BONUS_MOST: "the promised bonus × the highest there is",
    Rule.SIGN_ON: "paid once, in year 1; never spread over the years",
    Rule.EXTRA_YEAR: "the amount, every year",
    Rule.EXTRA_ONCE: "paid once, in its own year; never spread over the years",
    Rule.ALLOWANCE_HOUR: "the amount × hours a week × 52 weeks",
    Rule.ALLOWANCE_DAY: "the amount × days a week × 52 weeks",
    Rule.ALLOWANCE_WEEK: "the amount × 52 weeks",
    Rule.ALLOWANCE_MONTH: "the amount × 12 months",
    Rule.ALLOWANCE_YEAR: "the amount, every year",
    Rule.ALLOWANCE_PERCENT_HOUR: "the percent × base pay × such hours a week ÷ all hours a week",
    Rule.ALLOWANCE_PERCENT_DAY: "the percent × base pay × such days a week ÷ all days a week",
    Rule.ALLOWANCE_PERCENT: "the percent × base pay",
    Rule.DRAW: "paid at least, month by month, and yours to keep",
    Rule.COMMISSION_AMOUNT: "a month at full quota × what you expect to reach; counted in the month it is paid",
    Rule.COMMISSION_PERCENT: "the percent × quota ÷ 12 × what you expect to reach; counted in the month it is paid",
    Rule.SHARES_AMOUNT: "the part of the grant that becomes yours in the year, at today’s price",
    Rule.SHARES_COUNT: "number × price × the part that becomes yours in the year, at today’s price",
    Rule.OPTIONS: "the average over all ends × the part that becomes yours in the year",
    Rule.REFRESHER: "one further grant at the end of each year; each becomes yours evenly over its years",
    Rule.PURCHASE: "what you put in × (price ÷ what you pay − 1), at a price that does not move",
    Rule.MATCH: "what they add × the smaller of your part and their limit × base pay",
}
NAMES = {
    "base": "base pay",
    "base_a_year": "base pay a year",
    "hours_week": "hours a week",
    "days_week": "days a week",
    "payments": "payments a year",
    "next_base": "next step",
    "next_months": "next step after",
    "raise_percent": "raise every year",
    "bonus_target_percent": "promised",
    "bonus_amount": "amount",
    "first_months": "counts for the first bonus",
    "nothing": "likelihood of none",
    "target": "likelihood of the promised one",
    "most": "likelihood of the highest",
    "most_percent": "the highest, of the promised one",
    "sign_on": "amount",
    "clawback_months": "to be kept after",
    "clawback": "given back before that",
    "amount": "amount",
    "year": "in year",
    "percent": "percent",
    "quantity": "a week",
    "quota": "quota a year",
    "attainment": "expected of the quota",
    "ramp_months": "beginning",
    "ramp_percent": "earned in the beginning",
    "delay_months": "paid after",
    "draw": "paid at least",
    "draw_months": "for",
    "recoverable": "taken back later",
    "count": "number",
    "price": "price of one",
    "schedule": "percent in each year",
    "cliff": "nothing before",
    "cadence": "a part becomes yours every",
    "stock": "price has moved by",
    "nothing_odds": "likelihood of nothing",
    "diluted": "all shares",
    "strike": "strike price",
    "preference": "investors get first",
    "preferred_percent": "investors own",
    "rounds": "further rounds",
    "dilution": "each round takes",
    "mean": "average over all ends",
    "promised": "promised",
    "vest_years": "years until all yours",
    "discount": "discount",
    "lookback": "from the lower price",
    "cap_percent": "up to, of base pay",
    "own_percent": "you pay in, of base pay",
    "vest_months": "yours to keep after",
    "leave": "you leave after",
}
# Prices and worths: neither before nor after tax.
BARE = ("price", "strike", "preference", "quota", "mean")
CHOICES = {"full": "all of it", "pro_rata": "a part for each month that is missing"}


@dataclass(frozen=True, kw_only=True)
class Working:
    """One line as a page shows it."""

    line: Line
    frame: Frame
    locale: str
    part: Part | None = None

    @property
    def title(self) -> str:
        return title(self.line)

    @property
    def tags(self) -> str:
        """How sure it is and what it is paid in."""
        form = FORMS[self.line.form]
        if self.line.form is Form.ILLIQUID and isinstance(self.part, Shares | Refresher) and self.part.liquid is None:
            form = "not known whether they can be sold"
        return f"{SURE[self.line.certainty]}, {form}"

    @property
    def rule(self) -> str:
        return RULES[self.line.rule]

    @cached_property
    def inputs(self) -> list[tuple[str, str]]:
        return [(NAMES[one.name], self._value(one)) for one in self.line.inputs]

    @cached_property
    def amounts(self) -> list[str]:
        """Each year's amount; what is not known is said to be so, and what is not counted is never a 0."""
        return [self._amount(amount) for amount in self.line.amounts]

    @property
    def known(self) -> bool:
        return None not in self.line.amounts

    def _amount(self, amount: Decimal | None) -> str:
        if amount is None:
            return "not known"
        return show_number(amount, self.frame.currency, self.locale)

    def _value(self, one: Input) -> str:
        if one.value is None:
            return "not known"
        if one.unit == "money" and one.name in BARE:
            return f"{show_number(Decimal(one.value), self.frame.currency, self.locale)} {self._currency}"
        if one.unit == "money":
            return self.money(Decimal(one.value), self._period(one.name))
        if isinstance(one.value, Decimal | int):
            number = f"{Decimal(one.value):,.0f}" if one.name in ("count", "diluted") else plain(one.value)
            return f"{number} {_unit(one)}".strip()
        return CHOICES.get(one.value, one.value)

    def _period(self, name: str) -> Period:
        """For how long an amount is, where the name of it does not say so."""
        by_month = name == "draw" or (name == "amount" and self.line.rule is Rule.COMMISSION_AMOUNT)
        return "year" if name == "base_a_year" else "month" if by_month else "once"

    @property
    def _currency(self) -> str:
        return INVENTED.get(self.frame.currency, self.frame.currency)

    def money(self, amount: Decimal, period: Period) -> str:
        frame = Frame(currency=self.frame.currency, period=period, basis=self.frame.basis)
        return show(amount, frame, self.locale)


def _unit(one: Input) -> str:
    words = {"percent": "%", "months": "months", "hours": "hours", "days": "days", "minutes": "minutes"}
    unit = words.get(one.unit, "")
    if one.name in ("hours_week", "days_week"):
        return ""
    return unit.removesuffix("s") if one.value == 1 else unit


def title(line: Line) -> str:
    name = TITLES.get(line.code, line.label)
    return f"{name}: paid at least" if line.code is Code.DRAW else name


def workings(worth: Valuation, locale: str) -> list[Working]:
    """Every line of an offer with its working; what was never said stays out."""
    frame = Frame(currency=worth.terms.currency, period="year", basis=worth.terms.basis)
    parts = worth.terms.parts
    return [
        Working(line=line, frame=frame, locale=locale, part=None if line.part is None else parts[line.part])
        for line in worth.lines
    ]
