"""The forms of the market: what is usual here, and one source with its own money."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from groundwork.forms import Group, SavedForm, currency_choices
from groundwork.money import CURRENCIES, Frame
from negotiation.models import Market, MarketPoint


class MarketForm(SavedForm):
    groups = (
        Group("What a package contains", ("packages",)),
        Group(
            "How pay goes on", ("after_1", "after_3", "after_5"), "What people are paid here who stayed in such a job."
        ),
    )

    class Meta:
        model = Market
        exclude = ["plan"]
        labels = {
            "packages": "What is usual here beside pay",
            "after_1": "Pay after one year",
            "after_3": "Pay after three years",
            "after_5": "Pay after five years",
        }
        help_texts = {
            "packages": "Days off, pension, bonus, training, equipment: what others in such jobs have been given",
            "after_1": "The first number is not the whole story: some start lower and rise faster",
        }


class MarketPointForm(SavedForm):
    """One source. Its amounts are read in the currency that is chosen on the same page."""

    currency = forms.ChoiceField(
        label="Currency", choices=currency_choices, error_messages={"invalid_choice": "Choose a currency."}
    )
    groups = (
        Group("Who says so", ("kind", "source", "link", "place", "dated", "covers")),
        Group("What they say", ("currency", "period", "basis", "payments", "low", "mid", "high", "middle", "ends")),
        Group(
            "More percentiles, if it publishes them",
            ("p10", "p25", "p50", "p75", "p90"),
            "P25 is the amount that a quarter of the people counted are paid less than.",
            folded=True,
        ),
        Group("More about it", ("people", "after_years", "note"), folded=True),
    )
    wanted = ("kind", "source", "dated", "low", "high")

    class Meta:
        model = MarketPoint
        fields = [
            *("kind", "source", "link", "place", "dated", "covers", "currency", "period", "basis", "payments"),
            *(
                "low",
                "mid",
                "high",
                "middle",
                "ends",
                "p10",
                "p25",
                "p50",
                "p75",
                "p90",
                "people",
                "after_years",
                "note",
            ),
        ]
        labels = {
            "kind": "Where does the number come from?",
            "source": "What you call this source",
            "link": "Where you found it",
            "place": "For which place",
            "dated": "Date of the source",
            "covers": "Whose pay is it?",
            "period": "Paid for",
            "basis": "Before or after tax?",
            "payments": "Salaries a year, if it is pay by the month",
            "low": "Low end",
            "mid": "Middle",
            "middle": "What the middle is",
            "high": "High end",
            "ends": "What the two ends are",
            "p10": "P10: a tenth are paid less",
            "p25": "P25: a quarter are paid less",
            "p50": "P50: half are paid less",
            "p75": "P75: three quarters are paid less",
            "p90": "P90: nine tenths are paid less",
            "people": "How many people it counts, or you asked",
            "after_years": "Years in such a job, if it is pay later on",
            "note": "What else it says",
        }
        help_texts = {
            "source": "The name of the survey or page. Of a person only what you would say aloud: no name is needed",
            "dated": "When the numbers are from. Old ones convince nobody",
            "low": "One of the three amounts is enough. Without any, the source is kept and compared with nothing",
            "after_years": "Left blank, it is pay at the start",
        }

    def __init__(self, data: Any = None, *, instance: MarketPoint, frame: Frame, **kwargs: Any):
        first = {"currency": instance.currency or frame.currency}
        if not instance.version:
            first |= {"period": frame.period if frame.period != "once" else "year", "basis": frame.basis}
        spoken = Frame(currency=chosen(data or {}, first["currency"]), period=frame.period, basis=frame.basis)
        super().__init__(data, instance=instance, frame=spoken, initial=first, **kwargs)

    def suffix(self, name: str) -> str:
        """Currency and period are asked just above; a fixed one would be wrong as soon as they change."""
        return "in the currency chosen above"

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.in_order("low", "mid", "high", message="This must be the same as or more than the amount before.")
        self.in_order("p10", "p25", "p50", "p75", "p90", message="A higher percentile cannot be a lower amount.")
        dated: date | None = self.cleaned_data.get("dated")
        if dated and dated > self.instance.plan.today:
            self.add_error("dated", "This day is still to come. Enter the date of the source.")
        return cleaned


def chosen(data: Mapping[str, Any], otherwise: str) -> str:
    currency = str(data.get("currency", ""))
    return currency if currency in CURRENCIES else otherwise
