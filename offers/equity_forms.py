"""The forms of shares, options and what one can buy of the company."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.forms import Group
from offers.models import Term
from offers.term_form import SURE, TermForm

VESTING = {
    "schedule": "How do they become yours?",
    "own_schedule": "Another schedule: the percent of each year",
    "vest_years": "If the same part every year: over how many years",
    "cliff": "Months before anything is yours",
    "cadence": "How often does a part become yours?",
}
VESTING_HINTS = {
    "own_schedule": "One number for each year, like 40, 30, 20, 10; together 100",
    "cliff": "12 is common (a one-year cliff); 0 if there is none",
}


class SharesForm(TermForm):
    groups = (
        Group("The grant", ("label", "amount", "count", "price", "price_basis", "market", "double_trigger", "written")),
        Group("When they become yours", ("schedule", "vest_years", "own_schedule", "cliff", "cadence")),
        Group(
            "What you believe of the price",
            ("growth", "swing", "nothing_odds"),
            "Only if you want to see how far the worth can go up and down.",
            folded=True,
        ),
    )
    wanted = ("amount", "market", "schedule")
    bare = ("amount", "price")

    class Meta:
        model = Term
        fields = ["label", "amount", "count", "price", "price_basis", "market", "double_trigger", "written"]
        fields += ["schedule", "vest_years", "own_schedule", "cliff", "cadence", "growth", "swing", "nothing_odds"]
        labels = (
            SURE
            | VESTING
            | {
                "label": "A name for this grant",
                "amount": "What the whole grant is worth",
                "count": "Or the number of shares",
                "price": "And the price of one share",
                "price_basis": "Which price is meant?",
                "market": "Can they be sold once they are yours?",
                "double_trigger": "Are they yours only after a sale or listing of the company?",
                "growth": "How much the price grows in a year, percent",
                "swing": "How much the price swings in a year, percent",
                "nothing_odds": "If they cannot be sold: how likely is it that they end worth nothing? In percent",
            }
        )
        help_texts = VESTING_HINTS | {
            "price_basis": "The price on the day of the grant, the average of 30 days, the last round of money",
            "double_trigger": "Ask for it by its name: a double trigger",
            "swing": "Single companies mostly swing by 30 to 50",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.one_of("amount", "count", "Keep either the worth or the number of shares: the other can be left blank.")
        self.schedule()
        return cleaned


class OptionsForm(TermForm):
    groups = (
        Group("Your part", ("label", "count", "diluted", "share", "strike", "last_price", "window_days", "written")),
        Group("When they become yours", ("schedule", "vest_years", "own_schedule", "cliff", "cadence")),
        Group(
            "Who is paid before you",
            ("preference", "preferred_percent", "further_rounds", "dilution"),
            "Investors mostly get their money back first. Ask for these numbers: without them options have no worth "
            "that could be worked out.",
        ),
        Group(
            "How it may end",
            ("exit_1", "odds_1", "exit_2", "odds_2", "exit_3", "odds_3", "exit_4", "odds_4"),
            "What the whole company may be sold for, and how likely each is. Together they make 100 percent.",
        ),
    )
    wanted = ("strike",)
    bare = ("strike", "last_price", "preference", "exit_1", "exit_2", "exit_3", "exit_4")

    class Meta:
        model = Term
        fields = ["label", "count", "diluted", "share", "strike", "last_price", "window_days", "written"]
        fields += ["schedule", "vest_years", "own_schedule", "cliff", "cadence"]
        fields += ["preference", "preferred_percent", "further_rounds", "dilution"]
        fields += ["exit_1", "odds_1", "exit_2", "odds_2", "exit_3", "odds_3", "exit_4", "odds_4"]
        labels = (
            SURE
            | VESTING
            | {
                "label": "A name for these options",
                "count": "How many options",
                "diluted": "All shares of the company, fully diluted",
                "share": "Or your part of the company, percent",
                "strike": "Strike price: what you pay for one share",
                "last_price": "Price of one share in the last round of money",
                "window_days": "Days to buy after you leave",
                "preference": "What investors get first",
                "preferred_percent": "Part of the company they own, percent",
                "further_rounds": "Further rounds of money before the end",
                "dilution": "What each of them takes, percent",
            }
            | {f"exit_{at}": f"Sale price {at}" for at in range(1, 5)}
            | {f"odds_{at}": f"How likely is sale price {at}? In percent" for at in range(1, 5)}
        )
        help_texts = VESTING_HINTS | {
            "diluted": "With all options and promised shares counted: ask for this number",
            "window_days": "90 is common; what is not bought by then is lost",
            "preference": "The preference: what they have paid in, mostly",
            "dilution": "20 is common",
            "exit_1": "0 if it closes and nobody pays anything",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.one_of("diluted", "share", "Keep either all shares or your percent: the other can be left blank.")
        self.schedule()
        self._ends()
        return cleaned

    def _ends(self) -> None:
        """Each end with its likelihood, and all of them together certain."""
        odds = []
        for at in range(1, 5):
            value, part = (self.cleaned_data.get(f"{name}_{at}") for name in ("exit", "odds"))
            if value is not None and part is None:
                self.needs(f"odds_{at}", "Enter how likely this sale price is.")
            if part and value is None:
                self.needs(f"exit_{at}", "Enter the sale price this likelihood is for.")
            if part is not None:
                odds.append((f"odds_{at}", part))
        total = sum((part for _, part in odds), Decimal(0))
        if odds and total != 100 and not any(name in self.errors for name, _ in odds):
            self.add_error(odds[-1][0], f"Together these make 100 percent: now they make {total.normalize():f}.")


class RefresherForm(TermForm):
    groups = (Group("", ("label", "amount", "vest_years", "promise", "market", "written")),)
    wanted = ("amount", "promise")

    class Meta:
        model = Term
        fields = ["label", "amount", "vest_years", "promise", "market", "written"]
        labels = SURE | {
            "label": "A name for it",
            "amount": "Worth of the further grant",
            "vest_years": "Years until one of them is all yours",
            "promise": "Is it promised?",
            "market": "Can they be sold once they are yours?",
        }
        help_texts = {"vest_years": "4 is common"}


class PurchaseForm(TermForm):
    groups = (Group("", ("label", "amount", "percent", "lookback", "written")),)
    wanted = ("amount", "percent", "lookback")

    class Meta:
        model = Term
        fields = ["label", "amount", "percent", "lookback", "written"]
        labels = SURE | {
            "label": "A name for it",
            "amount": "What you would put in",
            "percent": "Discount, percent",
            "lookback": "The discount is taken",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if (self.cleaned_data.get("percent") or 0) >= 100:
            self.add_error("percent", "Enter a discount under 100: nobody gives shares away for nothing.")
        return cleaned
