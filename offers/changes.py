"""What changed between two rounds, in words: the sum, and each line as it was and as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from groundwork.fields import plain
from groundwork.money import INVENTED, Frame, Period, show, show_number
from offers.calc.difference import Change, CostChange, Difference, TermChange
from offers.calc.terms import Form
from offers.calc.valuation import Line
from offers.forms import OfferForm
from offers.models.choices import REPAY
from offers.term_forms import TERM_FORMS
from offers.working import title

COSTS = {"commute": "What the way to work costs you"}
MONEY = ("next_base", "commute_cost")
NOTHING = "nothing"
# The terms of a part by the words of its own form; a few are put otherwise where two values stand side by side.
PARTS = {
    **{name: str(field.label) for form in TERM_FORMS.values() for name, field in form.base_fields.items()},
    "promised": "Is it promised?",
    "lookback": "Is the discount taken from the lower of two prices?",
    "cadence": "Months from one part to the next",
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table of changes."""

    label: str
    before: str
    after: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A difference as a page shows it."""

    sum: str
    lines: tuple[Row, ...]


def said(change: Difference, frame: Frame, locale: str) -> Said:
    words = _Words(frame, locale)
    rows = [words.line(one) for one in change.changes] + [words.cost(one) for one in change.costs]
    return Said(sum=words.sum(change), lines=(*rows, *(words.term(one) for one in change.terms)))


class _Words:
    def __init__(self, frame: Frame, locale: str):
        self.frame, self.locale = frame, locale

    def money(self, amount: Decimal, period: Period = "once") -> str:
        frame = Frame(currency=self.frame.currency, period=period, basis=self.frame.basis)
        return show(amount, frame, self.locale)

    def own(self, amount: Decimal) -> str:
        """What one pays oneself is neither before nor after tax."""
        currency = self.frame.currency
        return f"{show_number(amount, currency, self.locale)} {INVENTED.get(currency, currency)}"

    def sum(self, change: Difference) -> str:
        if change.first_year is None or change.all_years is None:
            return "Base pay is not known on one side: no sum can be made."
        days = self.days(change)
        if not change.first_year and not change.all_years:
            return f"Pay is the same.{days}" if change.changes or change.terms or change.costs else "Nothing changed."
        return f"{self.more(change.first_year)} in year 1, {self.more(change.all_years)} over four years.{days}"

    def more(self, amount: Decimal) -> str:
        if not amount:
            return "the same"
        return f"{self.money(abs(amount))} {'more' if amount > 0 else 'less'}"

    def days(self, change: Difference) -> str:
        if not change.leave_worth:
            return ""
        way = "more" if change.leave_worth > 0 else "fewer"
        return f" The {way} days off are worth {self.money(abs(change.leave_worth), 'year')}, in none of these sums."

    def line(self, one: Change) -> Row:
        by = [amount for amount in one.by if amount is not None]
        total = sum(by, Decimal(0))
        same = not any(by) and not one.not_known
        if one.line.form is Form.ILLIQUID:  # an average alone would mislead, and it is in no sum
            there = [NOTHING if line is None else "there, not counted" for line in (one.old, one.new)]
            return Row(label=title(one.line), before=there[0], after=there[1], by="changed, in no sum")
        return Row(
            label=title(one.line),
            before=self.amounts(one.old, one.before),
            after=self.amounts(one.new, one.after),
            by="not known" if one.not_known else "only how sure it is" if same else f"{self.more(total)} in four years",
        )

    def amounts(self, line: Line | None, years: tuple[Decimal | None, ...] | None) -> str:
        if line is None or years is None:
            return NOTHING
        if None in years:
            return "not known"
        known = [amount for amount in years if amount is not None]
        sure = f", {line.certainty}" if any(known) else ""
        if len(set(known)) == 1:
            return self.money(known[0], "year") + sure
        return f"{self.money(sum(known, Decimal(0)))} in four years{sure}"

    def cost(self, one: CostChange) -> Row:
        def show_cost(amount: Decimal | None) -> str:
            return "not known" if amount is None else f"{self.own(amount)} a year"

        label = COSTS.get(one.code) or f"What you pay for it: {one.label}"
        return Row(label=label, before=show_cost(one.before), after=show_cost(one.after))

    def term(self, one: TermChange) -> Row:
        labels: dict[str, Any] = OfferForm.Meta.labels
        label = f"{one.label}: {PARTS[one.name]}" if one.label else labels[one.name]
        return Row(label=label, before=self.value(one.name, one.before), after=self.value(one.name, one.after))

    def value(self, name: str, value: Any) -> str:
        if value is None:
            return "not known"
        if isinstance(value, date):
            return f"{value:%-d %B %Y}"
        if isinstance(value, str):
            return dict(REPAY).get(value, value)
        if name == "commute_cost":
            return f"{self.own(value)} a month"
        return self.money(value) if name in MONEY else plain(value)
