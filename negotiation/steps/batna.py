"""What the candidate does otherwise: alternatives, the floor they suggest, and the money that is needed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from groundwork.blocks import Block, Fact, Table, Text
from groundwork.fields import plain
from negotiation.calc import batna as terms
from negotiation.calc.batna import BatnaResult, batna
from negotiation.calc.frame import a_year, in_period
from negotiation.models import Action, Alternative, Batna
from negotiation.models.position import batna_terms
from negotiation.steps import offered
from negotiation.steps.base import Answers, Dated, Gap, Rows, Step
from negotiation.steps.batna_form import ActionForm, AlternativeForm, BatnaForm
from negotiation.steps.batna_words import BINDS, WHICH, facts, lines, notices, strength, yearly


def worth_of(answers: Answers, row: Alternative) -> Decimal | None:
    """The typed value a year, else what the offer it points at comes to in the plan's money."""
    worth = answers.worth.get(str(row.offer_id))
    return row.value if row.value is not None or worth is None else offered.every_year(answers, worth)


def result_of(answers: Answers) -> BatnaResult:
    given, zopa = answers["batna"], answers["zopa"].values
    alternatives = [row.to_terms(worth=worth_of(answers, row)) for row in given.rows if row.draft is None]

    def yearly(amount: Decimal | None) -> Decimal | None:
        return a_year(amount, answers.frame.period) if amount is not None else None

    own = given.values
    waiting = own.waiting_cost if own.waiting_cost is not None else earned_meanwhile(alternatives)
    offer = (
        offered.every_year(answers, answers.offer) if answers.offer else yearly(zopa.pay("offer").total(zopa.counts))
    )
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


def need_in_frame(answers: Answers) -> Decimal | None:
    """The pay that covers what is spent, in the plan's own period."""
    need = result_of(answers).need
    return in_period(need, answers.frame.period) if need is not None else None


def results(answers: Answers) -> dict[str, Any]:
    result = result_of(answers)
    return {
        "batna": result,
        "strength": strength(result),
        "lines": lines(answers, result),
        "facts": facts(answers, result),
        "notices": notices(result),
        "to_do": [row for row in actions(answers) if not row.done],
    }


def actions(answers: Answers) -> list[Action]:
    return [row for row in answers["batna"].more if row.draft is None]


def summary(answers: Answers, row: Alternative) -> list[str]:
    """What the list says of an alternative."""
    worth, pointed = worth_of(answers, row), answers.worth.get(str(row.offer_id))
    facts = [yearly(answers, worth) if worth is not None else "Worth not known yet"]
    if pointed and row.value is None:
        facts.append(offered.money_said(answers, pointed))
    if row.likelihood is not None:
        facts.append("certain" if row.likelihood == 100 else f"{plain(row.likelihood)} % likely")
    else:
        facts.append("likelihood not known: counted only among what you hope for")
    if row.months:
        facts.append(f"in {plain(row.months)} month{'' if row.months == 1 else 's'}")
    if row.same_fate:
        facts.append(f"stands or falls with: {row.same_fate}")
    return [fact for fact in facts if fact]


def action_summary(answers: Answers, row: Action) -> list[str]:
    facts = [str(row.get_kind_display())] if row.kind else []
    if row.day:
        facts.append(f"by {row.day:%-d %B %Y}")
    return [*facts, *(["done"] if row.done else [])]


def dates(answers: Answers) -> list[Dated]:
    """What is still to be done, by its day."""
    left = [(row.day, row.text) for row in actions(answers) if not row.done]
    return [Dated(day=day, text=text, slug="batna") for day, text in left if day]


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
    if steps := actions(answers):
        done = tuple((row.text, ", ".join(action_summary(answers, row))) for row in steps)
        blocks.append(Table(head=("What makes them better", "When"), rows=done))
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
    more=Rows(model=Action, form=ActionForm, noun="action", summary=action_summary, most=50),
    uses=("offer",),
    glances=("zopa",),
    results=results,
    sheet=sheet,
    brief_title="What you do otherwise",
    brief=brief,
    dates=dates,
    profile=("outgoings", "income", "savings", "tax_percent"),
    profile_title="The money you need",
    profile_purpose="What you spend, what comes in, what you have saved",
)
