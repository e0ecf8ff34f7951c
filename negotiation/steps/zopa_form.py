"""What is asked on the page of the zone: the person's numbers, their side, the market, what one will say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.forms.boundfield import BoundField

from groundwork.forms import Group, SavedForm
from groundwork.money import show
from negotiation.models import Concession, Plan, Zopa
from negotiation.steps import zopa_market

OFFER_FIELDS = ("offer_fixed", "offer_variable", "offer_equity")
MARKET_FIELDS = ("market_low", "market_high", "market_source", "market_date")
MIDDLES = {
    "median": "The median of the market, where half are paid less and half more",
    "average": "The average of the market",
    "middle": "The middle of what the market pays",
}
UNCHOSEN = "Leave it blank to use the number worked out for you"


class ZopaForm(SavedForm):
    groups = (
        Group("Your two numbers", ("counts", "target_fixed", "floor_fixed")),
        Group(
            "The other parts of your pay",
            ("target_variable", "floor_variable", "target_equity", "floor_equity"),
            "They count only if you chose so above.",
            folded=True,
        ),
        Group("What is on the table", ("offer_fixed",)),
        Group("The other parts of their offer", ("offer_variable", "offer_equity"), folded=True),
        Group(
            "What you think they can pay",
            ("their_low", "their_likely", "their_high", "their_link"),
            "This is what you believe. If they posted a range, start from it.",
        ),
        Group("What the market pays", ("market_low", "market_high", "market_source", "market_date")),
        Group(
            "What you will say",
            ("opening", "ask_low", "ask_high"),
            "A range is heard as its low end: one number is enough.",
        ),
        Group("What a difference adds up to", ("raise_percent", "years"), folded=True),
    )
    wanted = (
        "counts",
        "target_fixed",
        "floor_fixed",
        "offer_fixed",
        "their_likely",
        "market_low",
        "market_high",
    )
    may_be_unknown = ("offer_fixed", "their_likely", "market_high")

    class Meta:
        model = Zopa
        exclude = ["plan"]
        labels = {
            "counts": "Which pay do you compare?",
            "target_fixed": "The highest result you can realistically reach",
            "floor_fixed": "The lowest you would accept",
            "target_variable": "Target: variable pay (bonus, commission)",
            "floor_variable": "Minimum: variable pay",
            "target_equity": "Target: equity",
            "floor_equity": "Minimum: equity",
            "offer_fixed": "What they have offered",
            "offer_variable": "Their variable pay",
            "offer_equity": "Their equity",
            "their_low": "The least their maximum could be",
            "their_likely": "Their most likely maximum",
            "their_high": "The most their maximum could be",
            "their_link": "Where they posted a range",
            "market_low": "Low end of what such jobs pay",
            "market_high": "High end that a source of yours supports",
            "market_source": "Your source",
            "market_date": "Date of the source",
            "opening": "The number you will open with",
            "ask_low": "If you name a range: from",
            "ask_high": "If you name a range: to",
            "raise_percent": "Raises you expect, percent a year",
            "years": "Years you look ahead",
        }
        help_texts = {
            "counts": "Everything on this page is then this kind of pay, so that like is compared with like",
            "target_fixed": "Fixed pay. High, and still something you can give a reason for",
            "floor_fixed": "Fixed pay. Below it the need is not met, or you would rather not do it",
            "their_likely": "The highest they would pay if they had to, not what they say first",
            "market_high": "You will be able to name where this number comes from",
            "market_date": "Old numbers convince nobody",
            "their_link": "With a link it is more than a guess",
            "opening": UNCHOSEN,
            "raise_percent": "A raise is counted on top of the pay you agree now",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.in_order(
            "their_low",
            "their_likely",
            "their_high",
            message="This must be the same as or more than the number before.",
        )
        self.in_order("market_low", "market_high", message="The high end must be the same as or more than the low end.")
        self.in_order("ask_low", "ask_high", message="The end of the range must be the same as or more than its start.")
        seen = self.cleaned_data.get("market_date")
        if seen and seen > self.instance.plan.today:
            self.add_error("market_date", "This day is still to come. Enter the date of the source.")
        return cleaned

    @property
    def grouped(self) -> Iterator[tuple[Group, list[BoundField], bool]]:
        """The median of the market stands beside the ask, with its source and date."""
        if "opening" in self.fields:
            self["opening"].help_text = " ".join([*self.median(), UNCHOSEN])
        return super().grouped

    def median(self) -> list[str]:
        found = zopa_market.read(self.instance.plan.figures.get("market", {}))
        if found is None or found.median is None:
            return []
        source = zopa_market.named(found)
        whole = Decimal(round(found.median)) if found.median >= 1000 else found.median
        amount = show(whole, self.frame, self.locale)
        return [f"{MIDDLES[found.middle]}: {amount}{f' ({source})' if source else ''}."]


class ConcessionForm(SavedForm):
    groups = (Group("", ("because", "in_return")),)
    wanted = ("because", "in_return")

    class Meta:
        model = Concession
        fields = ["because", "in_return"]
        labels = {
            "because": "The reason you give for coming down",
            "in_return": "What you ask for in return",
        }
        help_texts = {
            "because": "So that it is heard as a step towards each other and not as a number that was too high",
            "in_return": "Something they can give: a day at home, an earlier review, a course, their answer by Friday",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in (("because", "Enter the reason you will give."), ("in_return", "Enter what you ask for.")):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message


def leaves_out(plan: Plan) -> tuple[str, ...]:
    """Nobody types a second time what the plan's offer pays, or what the sources on the market say."""
    offer = OFFER_FIELDS if plan.offer_id else ()
    return (*offer, *(MARKET_FIELDS if zopa_market.is_known(plan) else ()))
