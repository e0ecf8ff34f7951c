"""What the candidate does otherwise: alternatives, the floor they suggest, and the money that is needed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from groundwork.blocks import Block, Fact, Table, Text
from groundwork.fields import plain
from groundwork.forms import Group, SavedForm
from groundwork.money import Frame, unit
from negotiation.calc import batna as terms
from negotiation.calc.batna import BatnaResult, batna
from negotiation.calc.frame import a_year, in_period
from negotiation.models import Alternative, Batna
from negotiation.models.position import batna_terms
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.batna_words import BINDS, WHICH, facts, lines, notices, strength, yearly
from offers.calc.pay import Certainty
from offers.calc.valuation import Valuation
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
        field = forms.ModelChoiceField(
            offers, required=False, label=self.fields["offer"].label, help_text=self.fields["offer"].help_text
        )
        field.label_from_instance = lambda obj: obj.name  # type: ignore[method-assign]
        field.optional_label, field.can_be_unknown = True, False  # type: ignore[attr-defined]
        field.empty_label = "None of them"
        self.fields["offer"] = field

    def suffix(self, name: str) -> str:
        return unit(Frame(currency=self.frame.currency, period="year", basis=self.frame.basis))


def worth_of(answers: Answers, row: Alternative) -> Decimal | None:
    """The typed value a year, else what the offer it points at comes to, if that is the same money."""
    worth = answers.worth.get(str(row.offer_id))
    if row.value is not None or worth is None:
        return row.value
    same = (worth.terms.currency, worth.terms.basis) == (answers.frame.currency, answers.frame.basis)
    return every_year(worth) if same else None


def every_year(worth: Valuation) -> Decimal | None:
    """What an offer pays year after year, guaranteed and likely; what is paid once is not averaged in."""
    return worth.years[0].recurring.upto(Certainty.LIKELY) if worth.years else None


def result_of(answers: Answers) -> BatnaResult:
    given, zopa = answers["batna"], answers["zopa"].values
    alternatives = [row.to_terms(worth=worth_of(answers, row)) for row in given.rows if row.draft is None]

    def yearly(amount: Decimal | None) -> Decimal | None:
        return a_year(amount, answers.frame.period) if amount is not None else None

    own = given.values
    waiting = own.waiting_cost if own.waiting_cost is not None else earned_meanwhile(alternatives)
    offer = every_year(answers.offer) if answers.offer else yearly(zopa.pay("offer").total(zopa.counts))
    known = batna_terms(
        own,
        alternatives,
        waiting_cost=waiting,
        floor=yearly(zopa.pay("floor").total(zopa.counts)),
        offer=offer,
        target=yearly(zopa.pay("target").total(zopa.counts)),
    )
    return batna(known)


def earned_meanwhile(alternatives: Iterable[terms.Alternative]) -> Decimal | None:
    """Whoever can stay in a job for certain earns its pay while waiting for something better: a cost below 0."""
    pay = [
        a.value for a in alternatives if a.kind == "present_job" and a.likelihood == 100 and not a.months and a.value
    ]
    return -max(pay) / 12 if pay else None


def in_frame(answers: Answers) -> Decimal | None:
    """The reservation value in the plan's own period, for the number line."""
    reservation = result_of(answers).reservation
    return in_period(reservation.value, answers.frame.period) if reservation else None


def results(answers: Answers) -> dict[str, Any]:
    result = result_of(answers)
    return {
        "batna": result,
        "strength": strength(result),
        "lines": lines(answers, result),
        "facts": facts(answers, result),
        "notices": notices(result),
    }


def summary(answers: Answers, row: Alternative) -> list[str]:
    """What the list says of an alternative."""
    worth = worth_of(answers, row)
    facts = [yearly(answers, worth) if worth is not None else "Worth not known yet"]
    if row.likelihood is not None:
        facts.append("certain" if row.likelihood == 100 else f"{plain(row.likelihood)} % likely")
    else:
        facts.append("likelihood not known: counted only among what you hope for")
    if row.months:
        facts.append(f"in {plain(row.months)} months")
    return facts


def sheet(answers: Answers) -> list[Block | Gap]:
    result = result_of(answers)
    if not answers["batna"].rows:
        return [Gap(slug="batna", field="entries", missing="what you do otherwise", blocks="your best alternative")]
    if result.reservation is None:
        missing = "what at least one alternative is worth, and how likely it is"
        return [Gap(slug="batna", field="entries", missing=missing, blocks="your best alternative")]
    held = f"{yearly(answers, result.reservation.value)}: {WHICH[result.reservation.which]}"
    if result.certain is None:
        return [Fact(label="Your best alternative (BATNA)", value=held)]
    sure = f"{yearly(answers, result.certain.worth)} for certain: {result.certain.alternative.name}"
    note = "" if result.reservation.which == "certain" else f"Compare the offer with {held}"
    return [Fact(label="Your best alternative (BATNA)", value=sure, note=note)]


def brief(answers: Answers) -> list[Block]:
    result = result_of(answers)
    blocks: list[Block] = []
    rows = tuple((row.name, ", ".join(summary(answers, row))) for row in answers["batna"].rows if row.draft is None)
    if rows:
        blocks.append(Table(head=("Alternative", "Worth and likelihood"), rows=rows))
    blocks += [Fact(label=label, value=value, note=note) for label, value, note in lines(answers, result)]
    if result.need is not None:
        blocks.append(Fact(label="Pay you need", value=yearly(answers, result.need)))
    if result.suggested:
        value = yearly(answers, result.suggested.amount)
        blocks.append(Fact(label="Suggested minimum", value=value, note=f"set by {BINDS[result.suggested.binds]}"))
    if result.strength:
        blocks.append(Text(text=strength(result)))
    return blocks


STEP = Step(
    slug="batna",
    chapter="position",
    title="Know what you do otherwise",
    purpose="Your alternatives, what they are worth, and the minimum they suggest",
    minutes=10,
    suits={"applying": 4, "interviews": 4, "offer": 2, "counter": 2},
    model=Batna,
    form=BatnaForm,
    rows=Rows(model=Alternative, form=AlternativeForm, noun="alternative", summary=summary),
    uses=("zopa", "offer"),
    results=results,
    sheet=sheet,
    brief_title="What you do otherwise",
    brief=brief,
    profile=("outgoings", "income", "savings", "tax_percent"),
    profile_title="The money you need",
    profile_purpose="What you spend, what comes in, what you have saved",
)
