"""The forms of an offer and of what is paid on top of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from groundwork.forms import Group, SavedForm, currency_choices
from groundwork.money import CURRENCIES, INVENTED, Frame, unit
from offers.models import BASES, Extra, Offer

# What it takes to make a year out of an hour or a day.
NEEDS = {"hour": ("hours_week", "hours"), "day": ("days_week", "days")}


class OfferForm(SavedForm):
    """Its amounts are read in the currency that is chosen on the same page."""

    currency = forms.ChoiceField(
        label="Currency", choices=currency_choices, error_messages={"invalid_choice": "Choose a currency."}
    )
    groups = (
        Group("Who offers it", ("employer", "role")),
        Group("Base pay", ("currency", "basis", "base", "period", "hours_week", "days_week", "payments")),
        Group(
            "Bonus",
            ("bonus_percent", "bonus_amount", "bonus_certainty"),
            "As a part of base pay or as an amount. If they said there is none, enter 0.",
        ),
        Group("Paid once at the start", ("sign_on",)),
        Group("Dates", ("expires", "starts")),
        Group("Your notes", ("notes",), folded=True),
    )
    wanted = ("base",)

    class Meta:
        model = Offer
        fields = [
            *("employer", "role", "currency", "basis", "base", "period", "hours_week", "days_week", "payments"),
            *("bonus_percent", "bonus_amount", "bonus_certainty", "sign_on", "expires", "starts", "notes"),
        ]
        labels = {
            "employer": "Employer",
            "role": "The job’s title",
            "basis": "Before or after tax",
            "base": "Base pay",
            "period": "That is pay for",
            "hours_week": "Hours a week",
            "days_week": "Days a week",
            "payments": "Payments a year, if they pay by the month",
            "bonus_percent": "Bonus, percent of base pay",
            "bonus_amount": "Bonus, as an amount",
            "bonus_certainty": "How sure is the bonus?",
            "sign_on": "Sign-on payment",
            "expires": "The last day on which you can accept",
            "starts": "First day of work",
            "notes": "Notes",
        }
        help_texts = {
            "base": "What is paid in any case, as they wrote it",
            "hours_week": "Needed if they pay by the hour; else it shows what an hour of work brings",
            "days_week": "Needed if they pay by the day",
            "payments": "Some employers pay a 13th or 14th month",
            "bonus_percent": "If its target is met in full",
            "sign_on": "0 if they said there is none",
        }
        error_messages = {
            "employer": {"required": "Enter the employer’s name."},
        }

    def __init__(self, data: Any = None, *, instance: Offer, **kwargs: Any):
        super().__init__(data, instance=instance, frame=spoken(instance, data or {}), **kwargs)
        self.fields["employer"].required = True
        self._prepare("employer", self.fields["employer"])

    def suffix(self, name: str) -> str:
        """The period of base pay is asked beside it; the other amounts bring their own."""
        if name == "base":
            return INVENTED.get(self.frame.currency, self.frame.currency)
        period = "once" if name == "sign_on" else "year"
        return unit(Frame(currency=self.frame.currency, period=period, basis=self.frame.basis))  # type: ignore[arg-type]

    @property
    def suffixes(self) -> list[tuple[str, str]]:
        """What stands after the money fields, for a page that is open while the currency changes."""
        return [(name, self.suffix(name)) for name in ("base", "bonus_amount", "sign_on")]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = self.cleaned_data
        field, noun = NEEDS.get(known.get("period", ""), ("", ""))
        if field and known.get("base") is not None and known.get(field) is None and field not in self.errors:
            self.add_error(field, f"Enter the {noun} a week, so that a year can be worked out.")
        if known.get("bonus_percent") is not None and known.get("bonus_amount") is not None:
            self.add_error("bonus_amount", "Keep either the percent or the amount: the other can be left blank.")
        return cleaned

    @property
    def unusable(self) -> list[str]:
        """The questions whose answers cannot be used yet."""
        return [str(self.fields[name].label) for name in self.errors if name in self.fields]


def spoken(offer: Offer, data: Mapping[str, Any]) -> Frame:
    """The currency and basis as chosen on the page, else as they are stored."""
    currency, basis = str(data.get("currency", "")), str(data.get("basis", ""))
    return Frame(
        currency=currency if currency in CURRENCIES else offer.currency,
        period="year",
        basis=basis if basis in dict(BASES) else offer.basis,  # type: ignore[arg-type]
    )


class ExtraForm(SavedForm):
    groups = (Group("", ("label", "amount", "every", "year", "certainty")),)
    wanted = ("amount",)

    class Meta:
        model = Extra
        fields = ["label", "amount", "every", "year", "certainty"]
        labels = {
            "label": "What is it?",
            "amount": "How much",
            "every": "How often",
            "year": "If once: in which year",
            "certainty": "How sure is it?",
        }
        help_texts = {
            "label": "A car, a retirement payment, a relocation payment, shares you could sell",
            "amount": "In money; leave it blank while you do not know it",
            "year": "1 is the first year, 4 the last one looked at",
        }
        error_messages = {"label": {"required": "Enter what it is."}}

    def __init__(self, data: Any = None, *, instance: Extra, offer: Offer, **kwargs: Any):
        super().__init__(data, instance=instance, frame=offer.frame, **kwargs)
        self.fields["label"].required = True
        self._prepare("label", self.fields["label"])

    def suffix(self, name: str) -> str:
        return unit(Frame(currency=self.frame.currency, period="once", basis=self.frame.basis))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = self.cleaned_data
        if known.get("every") == "once" and known.get("year") is None and "year" not in self.errors:
            self.add_error("year", "Enter the year in which it is paid, from 1 to 4.")
        return cleaned
