"""What the market's sources say, in words: each as it was given, what weakens it, where my numbers lie in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from groundwork.blocks import Table
from groundwork.chart import Mark
from groundwork.money import Frame, show_number, unit
from negotiation.calc.market import Flag, Kind, MarketResult, Point, Refusal, Standing, Strip, said
from negotiation.market_chart import Source
from negotiation.steps.base import Answers
from negotiation.steps.market_points import center, name_of

FLAGS = {
    Flag.STALE: "more than 18 months old",
    Flag.UNDATED: "no date yet",
    Flag.NOT_YET: "its date is still to come",
    Flag.ONE_PERSON: "one person’s word",
    Flag.UNSOURCED: "nobody is named as its source yet",
    Flag.NOT_IN_ORDER: "its numbers fall where they should rise",
}
REFUSALS = {
    Refusal.EMPTY: "There is no amount in it yet.",
    Refusal.OTHER_BASIS: "One is before tax, the other after tax. No single tax rate holds for everybody, so they "
    "cannot stand side by side.",
    Refusal.NO_HOURS: "It is paid by the hour or the day, and it is not known how much is worked. The hours and days "
    "a week are taken from the offer this plan is about.",
    Refusal.NOT_REGULAR: "It is paid once, and not for a time of work.",
}
PARTS = {"fixed": "fixed pay only", "cash": "fixed and variable pay", "all": "fixed and variable pay, and equity"}
MINE = (("desired", "What you aim for"), ("minimum", "Your minimum"), ("offer", "Their offer"))
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def as_given(point: Point, locale: str) -> str:
    """All numbers of a source, in its own money."""
    frame = Frame(currency=point.currency, period=point.period, basis=point.basis)
    numbers = [*_ends(point, locale), *_middle(point, locale)]
    for name in PERCENTILES:
        value = getattr(point, name)
        if value is not None:
            numbers.append(f"{name.upper()} {show_number(value, point.currency, locale)}")
    if not numbers:
        return "no amount yet"
    often = f", paid {point.payments} times a year" if point.period == "month" and point.payments != 12 else ""
    return f"{', '.join(numbers)} {unit(frame)}{often}"


def _ends(point: Point, locale: str) -> list[str]:
    low, high = (None if n is None else show_number(n, point.currency, locale) for n in (point.low, point.high))
    counted = {"quartiles": ("P25", "P75"), "deciles": ("P10", "P90")}.get(point.ends)
    if counted:
        return [f"{name} {end}" for name, end in zip(counted, (low, high), strict=True) if end]
    if low and high:
        return [f"{low} to {high}" if low != high else low]
    return [f"from {low}"] if low else [f"up to {high}"] if high else []


def _middle(point: Point, locale: str) -> list[str]:
    if point.mid is None:
        return []
    number = show_number(point.mid, point.currency, locale)
    alone = point.middle == "middle" and point.low is None and point.high is None
    return [number if alone else f"{point.middle} {number}"]


def day_of(dated: date | None) -> str:
    return f"{dated:%-d %B %Y}" if dated else ""


def after(point: Point) -> str:
    """For how much later in such a job a source speaks; nothing for pay at the start."""
    years = point.after_years
    return f"after {years} {'year' if years == 1 else 'years'}" if years else ""


def titled(point: Point) -> str:
    """A source with its date, and for how much later in such a job it speaks."""
    return ", ".join(filter(None, (name_of(point), day_of(point.dated), after(point))))


def weakness(strip: Strip) -> list[str]:
    """What weakens a source, thinness included."""
    thin = ["a single number"] if len(strip.here.numbers) == 1 else []
    return [FLAGS[flag] for flag in strip.flags] + thin


def refusal(answers: Answers, point: Point, reason: Refusal) -> str:
    """Why a source cannot stand on the plan's scale, and what would help."""
    if reason in (Refusal.NO_RATE, Refusal.RATE_NOT_DATED):
        return f"It is in {point.currency}, and there is no dated exchange rate to {answers.frame.currency} of yours."
    return REFUSALS[reason]


def converted(strip: Strip, answers: Answers) -> str:
    """By which rate a source came into the plan's money."""
    rate = strip.rate
    if rate is None:
        return ""
    number = f"{rate.brings.quantize(Decimal('0.000001')).normalize():f}"
    return f"1 {rate.currency} = {number} {answers.frame.currency}, {day_of(rate.dated)}"


def spanned(answers: Answers, strip: Strip) -> str:
    """The ends of a source in the plan's money, its middle between them."""
    amount, middle = center(strip)
    between = f", {middle} {number(answers, amount)}" if amount is not None and strip.low < strip.high else ""
    return ends(answers, strip) + between


def ends(answers: Answers, strip: Strip) -> str:
    """From the lowest to the highest number of a source, in the plan's money."""
    low = f"{number(answers, strip.low)} to " if strip.low < strip.high else ""
    return low + answers.about(strip.high)


def number(answers: Answers, amount: Decimal) -> str:
    """A worked-out amount without its frame, for beside one that has it."""
    whole = Decimal(round(amount)) if abs(amount) >= 1000 else amount
    return show_number(whole, answers.frame.currency, answers.locale)


def sources(answers: Answers, strips: Iterable[Strip]) -> list[Source]:
    """The strips as they are drawn: the ends in words, the middle as a mark."""
    return [
        Source(
            f"{name_of(s.point)}, {s.point.dated:%B %Y}" if s.point.dated else name_of(s.point),
            ends(answers, s),
            s.low,
            s.high,
            center(s)[0] if s.low < s.high else None,
            weak=bool(weakness(s)),
        )
        for s in strips
    ]


def marks(answers: Answers, result: MarketResult) -> list[Mark]:
    """My own numbers, as lines through the strips."""
    found = [(key, label, getattr(result.terms, key)) for key, label in MINE]
    return [
        Mark(key, label, value, answers.about(value), "them" if key == "offer" else "me")
        for key, label, value in found
        if value is not None
    ]


def standing(found: Standing | None) -> str:
    return said(found) if found else ""


def landing(answers: Answers, strips: Iterable[Strip], *, caption: str = "") -> Table | None:
    """Where my numbers lie in each source. A column stands only if anything is in it."""
    rows = [
        (
            titled(strip.point),
            spanned(answers, strip),
            *(standing(getattr(strip, key)) for key, _ in MINE),
            "; ".join(filter(None, (*weakness(strip), converted(strip, answers)))),
        )
        for strip in strips
    ]
    head = ("Source", "What it says", *(label for _, label in MINE), "To keep in mind")
    used = [place for place in range(len(head)) if place < 2 or any(row[place] for row in rows)]
    picked = tuple(tuple(row[place] for place in used) for row in rows)
    return Table(head=tuple(head[place] for place in used), rows=picked, caption=caption) if rows else None


def sentence(result: MarketResult, drawn: int) -> str:
    """What the picture says."""
    count = len(result.now)
    if not count:
        return ""
    first = "1 source." if count == 1 else f"{count} sources, each on a strip of its own."
    if drawn < count:
        first = f"{count} sources. The picture shows the {drawn} newest of them, the table all."
    marked = "The thick mark in a strip is its own median, average or middle; a dotted strip has a weak spot."
    return " ".join(filter(None, (first, *(_lies(result, key, label) for key, label in MINE), marked)))


def _lies(result: MarketResult, key: str, label: str) -> str:
    amount: Decimal | None = getattr(result.terms, key)
    if amount is None:
        return ""
    where = Counter(_side(amount, strip) for strip in result.now)
    words = [f"{word} {where[word]}" for word in ("below", "inside", "above") if where[word]]
    return f"{label}: {', '.join(words)} of {len(result.now)}."


def _side(amount: Decimal, strip: Strip) -> str:
    return "below" if amount < strip.low else "above" if amount > strip.high else "inside"


def notices(result: MarketResult) -> list[str]:
    """What is thin about all of it together; nothing is asked for without a reason."""
    found = []
    if result.now and result.few_sources:
        number = "One source" if result.sources == 1 else f"{result.sources} sources"
        found.append(f"{number} so far. With three or more it is hard to call your number a lucky find.")
    if result.now and all(weakness(strip) for strip in result.now):
        found.append("Each source has a weak spot. One that is fresh, named and gives a range would carry the rest.")
    return found


def asked(result: MarketResult) -> str:
    """How many people were asked: something to do that costs one message."""
    people = sum(strip.point.people or 1 for strip in result.now if strip.point.kind is Kind.PERSON)
    if people == 1:
        return "You asked 1 person. A second one shows whether the first was right."
    if people:
        return f"You asked {people} people."
    return "Two people who know such jobs can tell you more than a page: “What would you expect this to pay here?”"
