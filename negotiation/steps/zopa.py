"""The zone of possible agreement: target, minimum, their side, the market, and the number to open with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Heading, Table, Text
from groundwork.chart import Band, Mark, Side, number_line, picture
from negotiation.calc.zopa import OpeningRule, ZopaResult, zopa
from negotiation.models import Concession, Zopa
from negotiation.steps import batna, offered, zopa_concessions, zopa_market
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.zopa_carried import carried
from negotiation.steps.zopa_form import ConcessionForm, ZopaForm, leaves_out
from negotiation.steps.zopa_words import belief, chance_of, derivation, facts, notices, sentence

PRINTED = 620


def result_of(answers: Answers) -> ZopaResult:
    own, market = answers["zopa"].values, zopa_market.supported(answers)
    there = (market.low, market.high)
    return zopa(own.to_terms(batna=batna.in_frame(answers), offer=offered.pay(answers), market=there))


def line(answers: Answers, result: ZopaResult) -> tuple[list[Mark], list[Band]]:
    """What stands on the number line."""
    terms = result.terms
    points: list[tuple[str, str, Decimal | None, Side]] = [
        ("floor", "Your minimum", result.floor, "me"),
        ("batna", "What you compare it with", terms.batna, "me"),
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
    return against.zone.minimum, against.zone.maximum


def results(answers: Answers) -> dict[str, Any]:
    result = result_of(answers)
    marks, bands = line(answers, result)
    return {
        "zopa": result,
        "opening_text": answers.money(result.opening.amount),
        "derivation": derivation(answers, result, zopa_market.behind_the_highest(zopa_market.supported(answers))),
        "market": zopa_market.from_sources(answers),
        "offer_said": offered.said(answers),
        "carried": carried(answers),
        "way_down": zopa_concessions.words(answers, result),
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
    if believed := belief(answers):
        blocks.append(Fact(label="What you think they can pay", value=believed[0], note=believed[1]))
    if chance := chance_of(result):
        blocks.append(Fact(label="Chance that there is room", value=chance, note="by your own range for their maximum"))
    if text := derivation(answers, result, zopa_market.behind_the_highest(zopa_market.supported(answers))):
        blocks.append(Fact(label="How your opening was reached", value=text))
    if own.ask_low is not None and own.ask_high is not None:
        blocks.append(Fact(label="The range you name", value=answers.span(own.ask_low, own.ask_high)))
    return blocks + zopa_concessions.blocks(answers, result) + shared(answers, result)


def shared(answers: Answers, result: ZopaResult) -> list[Block]:
    """What may be handed on: the offer as they made it, the typed ask, and the market if it was typed here."""
    own = answers["zopa"].values
    facts = [("Their offer", answers.money(result.offer)), ("The ask", answers.money(own.opening))]
    if own.market_low is not None and own.market_high is not None and not zopa_market.from_sources(answers):
        facts.append(("The market", answers.span(own.market_low, own.market_high)))
        when = f", {own.market_date:%-d %B %Y}" if own.market_date else ""
        facts.append(("Source", own.market_source + when if own.market_source else ""))
    kept: list[Block] = [Fact(label=label, value=value, shareable=True) for label, value in facts if value]
    return [Heading(text="Numbers on the table", shareable=True), *kept] if kept else []


STEP = Step(
    slug="zopa",
    chapter="position",
    title="Set your numbers",
    purpose="Your target, your minimum, and whether there is room to agree",
    minutes=8,
    suits={"applying": 3, "interviews": 3, "offer": 1, "counter": 1},
    model=Zopa,
    form=ZopaForm,
    rows=Rows(model=Concession, form=ConcessionForm, noun="step down", summary=zopa_concessions.summary, most=10),
    uses=("batna", "offer"),
    follows=("market", "redlines"),
    watches=("impact",),
    results=results,
    sheet=sheet,
    pictures=figure,
    brief_title="The numbers",
    brief=brief,
    leaves_out=leaves_out,
)
