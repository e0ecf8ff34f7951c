"""What is asked about the alternatives: the money one needs, each alternative, and what would make them better."""

from __future__ import annotations

from typing import Any

from groundwork.forms import Group, SavedForm
from groundwork.money import Frame, unit
from negotiation.models import Action, Alternative, Batna
from negotiation.steps.linked import point_at
from offers.models import Offer

MONTHLY = ("outgoings", "income", "waiting_cost")
ONCE = ("savings",)


class BatnaForm(SavedForm):
    groups = (
        Group("What counts as your alternative", ("choice", "motivation")),
        Group(
            "The money you need",
            ("outgoings", "income", "savings", "tax_percent"),
            "From these come the pay you need and how long you can wait.",
        ),
        Group("Time", ("horizon", "waiting_cost"), folded=True),
    )

    class Meta:
        model = Batna
        exclude = ["plan"]
        labels = {
            "choice": "What do you compare this offer with?",
            "motivation": "The pay below which you would not want to do the work",
            "outgoings": "What you spend in a month",
            "income": "What comes in each month without the new job",
            "savings": "Savings you could live on",
            "tax_percent": "The part of your pay that goes to taxes and contributions, percent",
            "horizon": "Months you look ahead",
            "waiting_cost": "What a month of waiting for an alternative costs you",
        }
        help_texts = {
            "choice": "Leave it open to use what suits your savings",
            "horizon": "Two years if you leave it blank",
            "waiting_cost": "Left blank, the pay of a present job you can keep is counted while you wait",
            "income": "Your present pay too, if you could keep it; 0 if nothing comes in",
        }

    def suffix(self, name: str) -> str:
        return unit(frame_of(name, self.frame))


def frame_of(name: str, frame: Frame) -> Frame:
    """Spending and savings are what is really paid; a motivation floor is pay a year."""
    if name in MONTHLY:
        return Frame(currency=frame.currency, period="month", basis="net")
    if name in ONCE:
        return Frame(currency=frame.currency, period="once", basis="net")
    return Frame(currency=frame.currency, period="year", basis=frame.basis)


class AlternativeForm(SavedForm):
    groups = (
        Group("", ("kind", "title", "offer", "value")),
        Group("How sure it is", ("likelihood", "months", "same_fate")),
    )
    wanted = ("kind", "value", "likelihood")

    class Meta:
        model = Alternative
        fields = ["kind", "title", "offer", "value", "likelihood", "months", "same_fate"]
        labels = {
            "kind": "What is it?",
            "title": "Your name for it",
            "offer": "One of your offers",
            "value": "What it is worth",
            "likelihood": "How likely it is, percent",
            "months": "Months until it could start",
            "same_fate": "What it stands or falls with",
        }
        help_texts = {
            "offer": "If it is an offer you have entered, its value is worked out from there",
            "value": "In a whole year, as it would be paid; leave it blank to use the offer",
            "likelihood": "100 is certain",
            "same_fate": "Alternatives with the same words here come or fail together: only one of them is counted",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        plan = self.instance.plan
        offers = Offer.objects.owned_by(plan.candidate_id)
        if plan.offer_id != self.instance.offer_id:
            offers = offers.exclude(pk=plan.offer_id)  # what is negotiated is no alternative to itself
        point_at(self, "offer", offers, lambda offer: offer.name)

    def suffix(self, name: str) -> str:
        return unit(Frame(currency=self.frame.currency, period="year", basis=self.frame.basis))


class ActionForm(SavedForm):
    groups = (Group("", ("kind", "text", "day", "done")),)
    wanted = ("kind", "text")

    class Meta:
        model = Action
        fields = ["kind", "text", "day", "done"]
        labels = {
            "kind": "What kind of thing is it?",
            "text": "What you will do",
            "day": "By which day",
            "done": "It is done",
        }
        help_texts = {
            "text": "One thing, small enough for this week",
            "day": "It then stands among your dates",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what you will do."
