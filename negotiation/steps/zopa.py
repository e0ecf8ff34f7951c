"""The zone of possible agreement: target, minimum, their side, the market, and the number to open with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Heading, Table, Text
from groundwork.chart import Band, Mark, Side, number_line, picture
from groundwork.forms import Group, SavedForm
from negotiation.calc.frame import in_period
from negotiation.calc.zopa import OpeningRule, Pay, ZopaResult, zopa
from negotiation.models import Plan, Zopa
from negotiation.steps import batna
from negotiation.steps.base import Answers, Gap, Step
from negotiation.steps.zopa_words import derivation, facts, notices, percent, sentence
from offers.calc.valuation import Valuation

OFFER_FIELDS = ("offer_fixed", "offer_variable", "offer_equity")
PRINTED = 620


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
            "Leave these blank to use the number worked out for you.",
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
        for part in ("fixed", "variable", "equity"):
            self.in_order(
                f"floor_{part}",
                f"target_{part}",
                message="What you aim for must be the same as or more than the lowest you would accept.",
            )
        seen = self.cleaned_data.get("market_date")
        if seen and seen > self.instance.plan.today:
            self.add_error("market_date", "This day is still to come. Enter the date of the source.")
        return cleaned


def offered(answers: Answers) -> Pay | None:
    """The plan's offer in the plan's frame, if it is in the same currency and basis."""
    return pay_of(answers, answers.offer) if answers.offer else None


def pay_of(answers: Answers, worth: Valuation) -> Pay | None:
    terms = worth.terms
    if (terms.currency, terms.basis) != (answers.frame.currency, answers.frame.basis):
        return None

    def here(yearly: Decimal | None) -> Decimal | None:
        if yearly is None:
            return None
        return in_period(yearly, answers.frame.period, hours_week=terms.hours_week, days_week=terms.days_week)

    fixed = here(worth.base)
    return Pay(fixed=fixed, variable=here(worth.bonus)) if fixed is not None else None


def result_of(answers: Answers) -> ZopaResult:
    own = answers["zopa"].values
    return zopa(own.to_terms(batna=batna.in_frame(answers), offer=offered(answers)))


def line(answers: Answers, result: ZopaResult) -> tuple[list[Mark], list[Band]]:
    """What stands on the number line."""
    terms = result.terms
    points: list[tuple[str, str, Decimal | None, Side]] = [
        ("floor", "Your minimum", result.floor, "me"),
        ("batna", "Your best alternative", terms.batna, "me"),
        ("target", "Your target", result.target, "me"),
        ("opening", "You open with", result.opening.amount, "me"),
        ("offer", "Their offer", result.offer, "them"),
    ]
    stretches: list[tuple[str, str, Decimal | None, Decimal | None, Side]] = [
        ("market", "The market", terms.market_low, terms.market_high, "open"),
        ("theirs", "Their maximum, you believe", terms.their_low, terms.their_high, "them"),
        ("zone", "Room to agree", *room(result), "me"),
    ]
    marks = [
        Mark(k, label, v, answers.about(v) if k == "batna" else answers.money(v), side)
        for k, label, v, side in points
        if v is not None
    ]
    bands = [
        Band(k, label, low, high, side, answers.span(low, high))
        for k, label, low, high, side in stretches
        if low is not None and high is not None and low <= high
    ]
    return marks, bands


def room(result: ZopaResult) -> tuple[Decimal | None, Decimal | None]:
    """From the minimum to their likely maximum, where there is such a stretch."""
    against = result.at_likely
    if against is None or not against.zone.exists:
        return None, None
    return result.floor, result.terms.their_likely


def results(answers: Answers) -> dict[str, Any]:
    result = result_of(answers)
    marks, bands = line(answers, result)
    return {
        "zopa": result,
        "opening_text": answers.money(result.opening.amount),
        "derivation": derivation(answers, result),
        "picture": picture(marks, bands),
        "sentence": sentence(answers, result),
        "facts": facts(answers, result),
        "notices": notices(answers, result),
    }


def sheet(answers: Answers) -> list[Block | Gap]:
    result = result_of(answers)
    opening = result.opening.amount
    parts: list[Block | Gap] = []
    if opening is not None:
        parts.append(Text(text=f"“I would like {answers.money(opening)}.”", strong=True, shareable=False))
    elif result.opening.rule is OpeningRule.NO_PAY_COUNTER:
        parts.append(Text(text="Their offer is at or above your target. Accept it, or ask for what is not pay."))
    else:
        field = "market_high" if result.opening.rule is OpeningRule.NEEDS_SOURCE else "target_fixed"
        missing = "a number that a source supports" if field == "market_high" else "your target"
        parts.append(Gap(slug="zopa", field=field, missing=missing, blocks="the number you open with"))
    parts += fact_or_gap(answers, "Aim for", "target", result.target, "the result you aim for")
    parts += fact_or_gap(answers, "Below this, say no", "floor", result.floor, "the number below which you say no")
    parts += fact_or_gap(answers, "Their offer", "offer", result.offer, "how far their offer is from your target")
    parts += answers.gap("zopa", "their_likely", "their most likely maximum", "whether there is room to agree")
    return parts


def fact_or_gap(answers: Answers, label: str, side: str, amount: Decimal | None, blocks: str) -> list[Block | Gap]:
    if amount is not None:
        return [Fact(label=label, value=answers.money(amount), shareable=side == "offer")]
    names = {
        "target": "your target",
        "floor": "the lowest you would accept",
        "offer": "what they have offered",
    }
    own = answers["zopa"].values
    missing = own.pay(side).missing(own.counts) or ("fixed",)
    return [Gap(slug="zopa", field=f"{side}_{missing[0]}", missing=names[side], blocks=blocks)]


def figure(answers: Answers) -> list[Block]:
    """The number line; its numbers stand beside it on the call sheet, so it needs no table."""
    result = result_of(answers)
    marks, bands = line(answers, result)
    drawn = number_line(marks, bands, width=PRINTED)
    if drawn is None:
        return []
    words = {"title": "The numbers on a line", "sentence": sentence(answers, result), "id": "zopa"}
    svg = render_to_string("components/number_line.svg", {"line": drawn} | words)
    return [Figure(svg=svg, sentence=sentence(answers, result))]


def numbers(answers: Answers, result: ZopaResult) -> list[Block]:
    """What the picture on the call sheet shows, as a table."""
    marks, bands = line(answers, result)
    rows = [(mark.label, mark.text) for mark in marks] + [(band.label, band.text) for band in bands]
    return [Table(head=("What", "How much"), rows=tuple(rows))] if rows else []


def brief(answers: Answers) -> list[Block]:
    result, own = result_of(answers), answers["zopa"].values
    blocks = numbers(answers, result)
    if chance := percent(result.chance):
        blocks.append(Fact(label="Chance that there is room", value=chance, note="by your own range for their maximum"))
    if text := derivation(answers, result):
        blocks.append(Fact(label="How your opening was reached", value=text))
    if own.ask_low is not None and own.ask_high is not None:
        blocks.append(Fact(label="The range you name", value=answers.span(own.ask_low, own.ask_high)))
    return blocks + shared(answers, result)


def shared(answers: Answers, result: ZopaResult) -> list[Block]:
    """What may be handed on: the offer as they made it, the market with its source, and the typed ask."""
    own = answers["zopa"].values
    facts = [("Their offer", answers.money(result.offer)), ("The ask", answers.money(own.opening))]
    if own.market_low is not None and own.market_high is not None:
        facts.append(("The market", answers.span(own.market_low, own.market_high)))
        when = f", {own.market_date:%-d %B %Y}" if own.market_date else ""
        facts.append(("Source", own.market_source + when if own.market_source else ""))
    kept: list[Block] = [Fact(label=label, value=value, shareable=True) for label, value in facts if value]
    return [Heading(text="Numbers on the table", shareable=True), *kept] if kept else []


def leaves_out(plan: Plan) -> tuple[str, ...]:
    """With an offer entered in this plan, nobody types its pay a second time."""
    return OFFER_FIELDS if plan.offer_id else ()


STEP = Step(
    slug="zopa",
    chapter="position",
    title="Set your numbers",
    purpose="Your target, your minimum, and whether there is room to agree",
    minutes=8,
    suits={"applying": 3, "interviews": 3, "offer": 1, "counter": 1},
    model=Zopa,
    form=ZopaForm,
    uses=("batna", "offer"),
    results=results,
    sheet=sheet,
    pictures=figure,
    brief_title="The numbers",
    brief=brief,
    leaves_out=leaves_out,
)
