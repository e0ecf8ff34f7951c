"""What is asked about the talk itself: how it ended, and each thing that was noted."""

from __future__ import annotations

from typing import Any

from groundwork.fields import BOUNDS
from groundwork.forms import Group, SavedForm
from groundwork.money import AmountError, read_amount
from negotiation.models import Call, CallEntry
from negotiation.steps.base import BOOKKEEPING


class CallForm(SavedForm):
    groups = (Group("What happens next", ("happens", "by", "silent")),)
    wanted = ("happens",)

    class Meta:
        model = Call
        exclude = ["plan"]
        labels = {
            "happens": "Who does what?",
            "by": "By which day?",
            "silent": "They would not say",
        }
        help_texts = {
            "happens": "In one sentence, as it will stand in the mail that says back what was agreed",
            "silent": "That is an answer too. The mail then asks once more, kindly",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("silent") and self.cleaned_data.get("happens"):
            self.add_error("silent", "Either say what happens next, or that they would not say.")
        return cleaned


def number_in(text: str, currency: str) -> dict[str, Any]:
    """A number that stands in the field for words, if there is nothing else in it."""
    try:
        amount = read_amount(text, currency)
    except AmountError:
        return {}
    low, high = BOUNDS["money"]
    return {"amount": amount, "text": ""} if low <= amount <= high else {}


class CallEntryForm(SavedForm):
    noted = ""
    groups: tuple[Group, ...] = (Group("", ("kind", "text", "amount")), Group("When", ("day", "hour")))
    wanted = ("kind", "text")

    class Meta:
        model = CallEntry
        exclude = BOOKKEEPING
        labels = {
            "kind": "What is it?",
            "text": "What was said?",
            "amount": "The number they named",
            "day": "On which day?",
            "hour": "At what hour?",
        }
        help_texts = {"amount": "Only if there was one"}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        values = self.cleaned_data
        self.noted = values.get("kind", self.noted)
        if self.noted == "offer" and values.get("amount") is None and "amount" not in self.errors:
            values.update(number_in(values.get("text", ""), self.frame.currency))
        if not values.get("text") and values.get("amount") is None and not {"text", "amount"} & set(self.errors):
            number = self.noted == "offer"
            self.add_error("amount" if number else "text", NUMBER if number else "Enter what was said.")
        return cleaned


class NoteForm(CallEntryForm):
    """What is typed in the talk itself; which button was pressed says what it is, and the clock says when."""

    groups = (Group("", ("text", "amount")),)

    class Meta:
        model = CallEntry
        fields = ("text", "amount")

    def __init__(self, *args: Any, kind: str = "note", **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.noted = kind


NUMBER = "Enter the number they named, or what they said."
