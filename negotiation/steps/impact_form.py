"""What is asked about what one brings: the pain, what one does about it, and the numbers behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.fields import GROUPED, plain
from groundwork.forms import Group, SavedForm
from groundwork.money import INVENTED, quantize, show_number
from negotiation.calc import impact as sums
from negotiation.models import Effect, Impact
from negotiation.steps.base import BOOKKEEPING

NEEDED = {"does": "Enter what you would do, in a few words.", "kind": "Choose what it is."}
# A beginning that most people can use; each can be changed or deleted.
STARTERS: tuple[dict[str, Any], ...] = (
    {"kind": "saving", "does": "Get it for less through somebody I know"},
    {"kind": "saving", "does": "Come with a plan that is ready on the first day"},
    {"kind": "revenue", "does": "Introduce somebody who brings clients"},
    {"kind": "saving", "does": "Less work that has to be done twice", "saving_unit": "hours"},
    {
        "kind": "saving",
        "does": "Time saved on what comes up every week",
        "volume_unit": "weeks",
        "saving_unit": "hours",
    },
    {"kind": "avoided", "does": "Keep something costly from happening"},
)


class ImpactForm(SavedForm):
    groups = (
        Group(
            "If you help them to sell more", ("margin", "margin_source"), "Revenue has costs; only what stays counts."
        ),
    )

    class Meta:
        model = Impact
        exclude = ["plan"]
        labels = {
            "margin": "What stays with them of each 100 they sell, percent",
            "margin_source": "Where you have this number from",
        }
        help_texts = {
            "margin": "Their margin on one more sale. It is used for all revenue that has no margin of its own",
            "margin_source": "A yearly report, an article, or somebody you asked",
        }


class EffectForm(SavedForm):
    groups = (
        Group("", ("pain", "does", "kind")),
        Group(
            "What it comes to in a year",
            ("volume", "volume_unit", "saving", "saving_unit", "price"),
            "Three numbers that are multiplied. All money here is the employer’s, not your pay.",
        ),
        Group(
            "If you know the amount",
            ("amount", "low", "high"),
            "Then you can leave the three numbers out. A low and a high end say how sure it is.",
        ),
        Group("How much of it counts", ("likelihood", "first_year", "margin")),
        Group("Proof", ("proof",), "Without one it stays off the brief and the call sheet."),
    )
    wanted = ("does", "kind", "volume", "saving", "price", "likelihood", "first_year", "proof")

    class Meta:
        model = Effect
        exclude = BOOKKEEPING
        labels = {
            "pain": "What hurts them",
            "does": "What you do about it",
            "kind": "What comes of it?",
            "volume": "How many a year?",
            "volume_unit": "What are they?",
            "saving": "How much does each one save or bring?",
            "saving_unit": "In what is that counted?",
            "price": "What is one of these worth to them?",
            "amount": "What it comes to in a year",
            "low": "In a poor year",
            "high": "In a good year",
            "likelihood": "How likely is it to come about, percent?",
            "first_year": "How much of it comes in your first year, percent?",
            "margin": "What stays with them of this revenue, percent",
            "proof": "How can you show it?",
        }
        help_texts = {
            "pain": "In their words, if you have them",
            "volume_unit": "Invoices, nights, clients",
            "saving": "Enter 1 if the next number is what each one is worth",
            "saving_unit": "Hours, trips, orders",
            "price": "An hour of theirs, a trip, an order",
            "likelihood": "100 if nothing stands in its way",
            "first_year": "50 if it takes you half a year to get there",
            "margin": "Only for revenue; left blank, the one for all is used",
            "proof": "A number of theirs, a result of yours that somebody can confirm, or a trial they have seen",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in NEEDED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message

    def suffix(self, name: str) -> str:
        """It is the employer's money: neither gross nor net."""
        named = INVENTED.get(self.frame.currency, self.frame.currency)
        return named if name == "price" else f"{named} a year"

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.one_reading("saving")
        worked_out = self.worked_out()
        typed = self.cleaned_data.get("amount")
        if typed is not None and worked_out is not None and typed != worked_out:
            said = show_number(worked_out, self.frame.currency, self.locale)
            self.add_error("amount", f"Your three numbers come to {said}. Leave this blank, or leave one of them out.")
        self.ends_around(worked_out if typed is None else typed)
        return cleaned

    def one_reading(self, name: str) -> None:
        """Where 1,500 could be one and a half or fifteen hundred, ask."""
        text, value = str(self.data.get(name, "")).strip(), self.cleaned_data.get(name)
        if value is not None and "," in text and GROUPED.match(text):
            whole = text.replace(",", "")
            self.add_error(
                name, f"This can be read as {plain(value)} or as {whole}. Enter the one you mean in that way."
            )

    def worked_out(self) -> Decimal | None:
        """What the three numbers come to, if all of them are there."""
        volume, saving, price = (self.cleaned_data.get(name) for name in ("volume", "saving", "price"))
        found = sums.yearly(sums.Effect(volume=volume, saving=saving, price=price))
        return None if found is None else quantize(found, self.frame.currency)

    def ends_around(self, likely: Decimal | None) -> None:
        """A poor year brings no more than the likely one, a good year no less."""
        low, high = self.cleaned_data.get("low"), self.cleaned_data.get("high")
        if likely is not None and low is not None and low > likely:
            self.add_error("low", "This must be the same as or less than the likely amount.")
        if likely is not None and high is not None and high < likely:
            self.add_error("high", "This must be the same as or more than the likely amount.")
