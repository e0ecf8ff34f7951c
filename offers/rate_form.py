"""The form of one exchange rate."""

from __future__ import annotations

from typing import Any

from django import forms

from groundwork.forms import Group, SavedForm, currency_choices
from groundwork.money import Frame
from offers.models import Rate

CHOOSE = dict.fromkeys(("required", "invalid_choice"), "Choose a currency.")


class RateForm(SavedForm):
    """Two currencies, a number and the day it was looked up."""

    currency = forms.ChoiceField(label="One unit of", choices=currency_choices, error_messages=CHOOSE)
    other = forms.ChoiceField(label="Is worth, in", choices=currency_choices, error_messages=CHOOSE)
    groups = (Group("", ("currency", "other", "rate", "as_of")),)

    class Meta:
        model = Rate
        fields = ["currency", "other", "rate", "as_of"]
        labels = {"rate": "This much", "as_of": "Looked up on"}
        help_texts = {
            "rate": "From your bank or a central bank, for one unit of the first currency",
            "as_of": "Rates move: with its day you see how old this one is",
        }
        error_messages = {
            "rate": {"required": "Enter the rate."},
            "as_of": {"required": "Enter the day on which you looked it up."},
        }

    def __init__(self, data: Any = None, *, instance: Rate, **kwargs: Any):
        frame = Frame(currency="USD", period="once", basis="gross")
        super().__init__(data, instance=instance, frame=frame, **kwargs)
        for name in ("rate", "as_of"):
            self.fields[name].required = True
            self._prepare(name, self.fields[name])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("currency") and self.cleaned_data.get("currency") == self.cleaned_data.get("other"):
            self.add_error("other", "Choose another currency than the first one.")
        return cleaned
