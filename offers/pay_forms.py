"""The forms of what is paid in money beside base pay."""

from __future__ import annotations

from typing import Any

from groundwork.forms import Group
from groundwork.money import INVENTED, Frame, unit
from offers.models import Term
from offers.term_form import SURE, TermForm


class ExtraForm(TermForm):
    groups = (
        Group("", ("label", "amount", "every", "year", "paid_in", "certainty", "written")),
        Group("If you pay a part of it", ("premium",), folded=True),
        Group("If you leave early", ("clawback_months", "clawback"), folded=True),
    )
    wanted = ("amount",)
    bare = ("amount",)
    monthly = ("premium",)

    class Meta:
        model = Term
        fields = ["label", "amount", "every", "year", "paid_in", "certainty", "written"]
        fields += ["premium", "clawback_months", "clawback"]
        labels = SURE | {
            "label": "What is it?",
            "amount": "How much",
            "every": "How often",
            "year": "If once: in which year",
            "paid_in": "What is it paid in?",
            "premium": "What you pay for it yourself",
            "clawback_months": "Months you must stay to keep it",
            "clawback": "If you leave earlier, you give back",
        }
        help_texts = {
            "label": "A car, health insurance, learning money, equipment, a move paid for",
            "amount": "In money; leave it blank while you do not know it",
            "year": "1 is the first year, 4 the last one looked at",
            "premium": "For example your part of an insurance",
        }
        error_messages = {"label": {"required": "Enter what it is."}}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["label"].required = True
        self._prepare("label", self.fields["label"])

    def suffix(self, name: str) -> str:
        if name == "premium":
            return f"{INVENTED.get(self.frame.currency, self.frame.currency)} a month"
        return unit(Frame(currency=self.frame.currency, period="once", basis=self.frame.basis))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("every") == "once":
            self.needs("year", "Enter the year in which it is paid, from 1 to 4.")
        return cleaned


class AllowanceForm(TermForm):
    groups = (Group("", ("label", "amount", "period", "percent", "quantity", "certainty", "written")),)
    wanted = ("amount",)
    bare = ("amount",)

    class Meta:
        model = Term
        fields = ["label", "amount", "period", "percent", "quantity", "certainty", "written"]
        labels = SURE | {
            "label": "What is it?",
            "amount": "Paid on top, as an amount",
            "period": "That is pay for",
            "percent": "Or as a percent of base pay for each hour",
            "quantity": "How many such hours, days or shifts a week?",
        }
        help_texts = {
            "label": "Night work, weekends, overtime, being on call",
            "percent": "The pay on top of base: 25 if an hour is paid at 125 percent",
            "quantity": "Not needed if it is paid by the week, month or year",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = self.cleaned_data
        self.one_of("amount", "percent", "Keep either the amount or the percent: the other can be left blank.")
        said = known.get("percent") is not None or (
            known.get("amount") is not None and known.get("period") in ("hour", "day")
        )
        if said:
            self.needs("quantity", "Enter how many a week, so that a year can be worked out.")
        return cleaned


class CommissionForm(TermForm):
    groups = (
        Group("", ("label", "amount", "percent", "quota", "attainment", "certainty", "written")),
        Group("The beginning", ("ramp_months", "ramp_percent", "delay_months")),
        Group("A draw", ("draw", "draw_months", "recoverable"), "What is paid at least while you begin."),
    )
    wanted = ("attainment",)
    monthly = ("amount", "draw")

    class Meta:
        model = Term
        fields = ["label", "amount", "percent", "quota", "attainment", "certainty", "written"]
        fields += ["ramp_months", "ramp_percent", "delay_months", "draw", "draw_months", "recoverable"]
        labels = SURE | {
            "label": "What is it for?",
            "amount": "Commission at full quota",
            "percent": "Or as a percent of what you sell",
            "quota": "Quota: what you are to sell",
            "attainment": "How much of the quota do you expect to reach? In percent",
            "ramp_months": "Months until you work at full speed",
            "ramp_percent": "What you earn of it in those months, percent",
            "delay_months": "Months between a sale and the day it is paid",
            "draw": "Paid at least",
            "draw_months": "For how many months",
            "recoverable": "Is it taken back from later commission?",
        }
        help_texts = {
            "attainment": "Ask what part of the team reached its quota last year",
            "delay_months": "90 days are 3; what is earned late in a year is paid in the next one",
            "ramp_months": "0 if you start at full speed",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.one_of("amount", "percent", "Keep either the amount or the percent: the other can be left blank.")
        if self.cleaned_data.get("percent") is not None:
            self.needs("quota", "Enter the quota: without it a percent is no amount.")
        return cleaned

    def suffix(self, name: str) -> str:
        if name == "quota":
            return f"{INVENTED.get(self.frame.currency, self.frame.currency)} a year"
        return super().suffix(name)


class MatchForm(TermForm):
    groups = (Group("", ("label", "percent", "cap_percent", "own_percent", "vest_months", "written")),)
    wanted = ("percent", "cap_percent", "own_percent")

    class Meta:
        model = Term
        fields = ["label", "percent", "cap_percent", "own_percent", "vest_months", "written"]
        labels = SURE | {
            "label": "A name for it",
            "percent": "For what you pay in, they add, percent",
            "cap_percent": "Up to what part of base pay, percent",
            "own_percent": "What you would pay in yourself, percent of base pay",
            "vest_months": "Months before what they add is yours to keep",
        }
        help_texts = {"percent": "100 if they double it, 50 if they add half"}
