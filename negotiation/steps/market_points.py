"""The market in the plan's money, for every step that leans on it: where numbers lie, and what a source supports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiation.calc.market import (
    Flag,
    Kind,
    MarketResult,
    MarketTerms,
    Money,
    Point,
    Rate,
    Strip,
    market,
)
from negotiation.calc.percentile import Middle
from negotiation.models import MarketPoint
from negotiation.steps import offered
from negotiation.steps.base import Answers
from offers.worth import newest

WEAK = {Flag.STALE, Flag.ONE_PERSON, Flag.NOT_YET}


PUBLIC = {
    Kind.PUBLISHED: "A published source",
    Kind.POSTED: "A range an employer has posted",
    Kind.PERSON: "A person asked",
}


@dataclass(frozen=True, kw_only=True)
class Supported:
    """What the sources support, in the plan's money; None and "" where none does.

    The ends are those of all sources, `high_source` names the one with the highest number if there are several.
    Middle, name and day are those of the best one. `middle` says whether `median` is a median, an average or
    just a middle. The names may be handed on: people and employers are not named in them.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    median: Decimal | None = None
    middle: Middle = "median"
    source: str = ""
    dated: date | None = None
    high_source: str = ""


def finished(answers: Answers) -> list[MarketPoint]:
    """The entries that can be used."""
    return [row for row in answers["market"].rows if row.draft is None]


def market_of(answers: Answers) -> MarketResult:
    """Every source on one scale, with the plan's own numbers among them."""
    desired, minimum, offer = mine(answers)
    return market(
        MarketTerms(
            points=tuple(row.to_point(answers.frame) for row in finished(answers)),
            money=money_of(answers),
            today=answers.today,
            desired=desired,
            minimum=minimum,
            offer=offer,
        )
    )


def mine(answers: Answers) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """What is aimed for, the minimum and the offer, in the parts of pay that the plan compares."""
    given = answers.given.get("zopa")
    if given is None:
        return None, None, None
    own = given.values
    offer = offered.pay(answers) or own.pay("offer")
    return own.pay("target").total(own.counts), own.pay("floor").total(own.counts), offer.total(own.counts)


def money_of(answers: Answers) -> Money:
    """The plan's money, with the person's own dated rates and the hours of the plan's offer."""
    terms = answers.offer.terms if answers.offer else None
    return Money(
        frame=answers.frame,
        rates=tuple(rates(answers)),
        hours_week=terms.hours_week if terms else None,
        days_week=terms.days_week if terms else None,
    )


def rates(answers: Answers) -> Iterable[Rate]:
    here = answers.frame.currency
    for currency in sorted({row.currency for row in finished(answers)} - {"", here}):
        found = newest(answers.rates, currency, here)
        if found:
            yield Rate(currency=currency, brings=found[0], dated=found[1])


def supported(answers: Answers) -> Supported:
    """The ends of all sources, and the middle of the best one; an offer of one's own is none that could be named."""
    best = best_of(market_of(answers))
    if best is None:
        return Supported()
    amount, middle = center(best)
    named = [strip for strip in market_of(answers).now if strip.defends and strip.point.kind is not Kind.OWN]
    strips = [strip for strip in named if not WEAK & set(strip.flags)] or named
    most = max(strips, key=lambda strip: strip.high)
    return Supported(
        low=min(strip.low for strip in strips),
        high=most.high,
        high_source=public_name(most.point) if len(strips) > 1 else "",
        median=amount,
        middle=middle,
        source=public_name(best.point),
        dated=best.point.dated,
    )


def best_of(result: MarketResult) -> Strip | None:
    """The newest source of those that say most: fresh before old, counted before guessed, a range before a number."""

    def says(strip: Strip) -> tuple[bool, bool, bool, date]:
        amount, middle = center(strip)
        counted = amount is not None and middle != "middle"
        return not WEAK & set(strip.flags), counted, strip.low < strip.high, strip.point.dated or date.min

    named = [strip for strip in result.now if strip.defends and strip.point.kind is not Kind.OWN]
    return max(named, key=says, default=None)


def highest_of(result: MarketResult) -> Strip | None:
    """The source with the highest number that can be named; a weak one only where there is no other."""
    named = [strip for strip in result.now if strip.defends]
    firm = [strip for strip in named if not WEAK & set(strip.flags)]
    return max(firm or named, key=lambda strip: strip.high, default=None)


def center(strip: Strip) -> tuple[Decimal | None, Middle]:
    """The middle of one source and what it is: its median before its average."""
    here = strip.here
    return (here.p50, "median") if here.p50 is not None else (here.mid, here.middle)


def name_of(point: Point) -> str:
    """What to call a source, in the words of whoever entered it."""
    unnamed = {Kind.PERSON: "A person I asked", Kind.OWN: "An offer of my own"}
    kind = unnamed.get(point.kind, "") if point.kind else ""
    return point.source or point.link or kind or "A source without a name"


def public_name(point: Point) -> str:
    """What a source is called where others read it: no names of people or of employers."""
    published = point.kind is Kind.PUBLISHED and (point.source or point.link)
    return published or (PUBLIC.get(point.kind, "") if point.kind else "") or "A source"
