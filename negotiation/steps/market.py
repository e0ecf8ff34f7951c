"""What the market pays: sources with their dates, each on its own, and where one's numbers land among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Heading, Items, Table, Text
from groundwork.money import show_number
from negotiation.calc.market import MarketResult, Strip
from negotiation.market_chart import picture, strips
from negotiation.models import Market, MarketPoint
from negotiation.steps import market_words as words
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.market_form import MarketForm, MarketPointForm
from negotiation.steps.market_points import (
    PUBLIC,
    Supported,
    best_of,
    center,
    finished,
    highest_of,
    market_of,
    public_name,
    supported,
)

__all__ = ["STEP", "Supported", "market_of", "supported"]

MOST_DRAWN, MOST_PRINTED, PRINTED = 30, 15, 620
LATER = (
    ("after_1", "Pay after a year"),
    ("after_3", "Pay after three years"),
    ("after_5", "Pay after five years"),
)


def summary(answers: Answers, row: MarketPoint) -> list[str]:
    point = row.to_point(answers.frame)
    kind = [str(row.get_kind_display())] if row.kind and row.source else []
    later = [f"{words.after(point)} in the job"] if point.after_years else []
    place = [row.place] if row.place else []
    mine = ["for somebody like me"] if row.covers == "like_me" else []
    said = words.as_given(point, answers.locale)
    return [said, words.day_of(row.dated) or "no date yet", *kind, *place, *mine, *later]


def newest_first(found: Sequence[Strip], most: int) -> list[Strip]:
    """As many as a picture can hold, the newest; in the order of the list."""
    kept = sorted(found, key=lambda strip: strip.point.dated or date.min, reverse=True)[:most]
    ids = {id(strip) for strip in kept}
    return [strip for strip in found if id(strip) in ids]


def results(answers: Answers) -> dict[str, Any]:
    result = market_of(answers)
    drawn = newest_first(result.now, MOST_DRAWN)
    marks = words.marks(answers, result)
    return {
        "market": result,
        "picture": picture(words.sources(answers, drawn), marks, axis_words(answers)),
        "sentence": words.sentence(result, len(drawn)),
        "table": words.landing(answers, result.now),
        "facts": facts(answers, result),
        "later": [(words.titled(s.point), words.spanned(answers, s)) for s in result.later],
        "refused": refused(answers, result),
        "counts": words.PARTS[answers["zopa"].values.counts] if marks else "",
        "asked": words.asked(result),
        "notices": words.notices(result),
    }


def axis_words(answers: Answers) -> Any:
    return lambda amount: show_number(amount, answers.frame.currency, answers.locale)


def facts(answers: Answers, result: MarketResult) -> list[tuple[str, str, str]]:
    """What can be named in a talk, each with the one source it is from."""
    best, high = best_of(result), highest_of(result)
    rows = [("The highest number a source supports", high.high, high.point)] if high else []
    if best and (found := center(best))[0] is not None:
        rows.append((f"The {found[1]} to lay beside your ask", found[0], best.point))
    return [(label, answers.about(amount), words.titled(point)) for label, amount, point in rows]


def refused(answers: Answers, result: MarketResult) -> list[tuple[str, str, str]]:
    """Sources that cannot stand on the scale: name, reason, and the currency a rate is missing for."""
    return [
        (
            words.titled(one.point),
            words.refusal(answers, one.point, one.reason),
            one.point.currency if one.reason.value in ("no_rate", "rate_not_dated") else "",
        )
        for one in result.refused
    ]


def sheet(answers: Answers) -> list[Block | Gap]:
    found = facts(answers, market_of(answers))
    if not found:
        missing = "a source that can be named" if finished(answers) else "what a source says such jobs pay"
        return [Gap(slug="market", field="entries", missing=missing, blocks="how your number stands in the market")]
    return [Fact(label=label, value=value, note=source) for label, value, source in found]


def brief(answers: Answers) -> list[Block]:
    own, result = answers["market"].values, market_of(answers)
    blocks: list[Block] = []
    if public := shared(answers):
        blocks += [Heading(text="Sources", shareable=True), public]
    blocks += where(answers, result)
    blocks += [
        Fact(label=label, value=answers.money(getattr(own, name)))
        for name, label in LATER
        if getattr(own, name) is not None
    ]
    if own.packages:
        blocks.append(Fact(label="What packages contain", value=own.packages))
    return blocks + notes(answers)


def notes(answers: Answers) -> list[Block]:
    """What else the sources say."""
    like_me = {"like_me": "Pay with my education and years."}
    lines = [(row.name, like_me.get(row.covers), row.note) for row in finished(answers)]
    kept = tuple(f"{name}: {' '.join(filter(None, said))}" for name, *said in lines if any(said))
    return [Heading(text="What else the sources say"), Items(items=kept)] if kept else []


def where(answers: Answers, result: MarketResult) -> list[Block]:
    """The picture and its table: they hold my own numbers, so they are nobody else's."""
    blocks: list[Block] = []
    if table := words.landing(answers, (*result.now, *result.later)):
        blocks += [Heading(text="Where your numbers lie"), *figure(answers, result), table]
    return blocks + [Text(text=f"{name}: not compared. {why}") for name, why, _ in refused(answers, result)]


def figure(answers: Answers, result: MarketResult) -> list[Block]:
    shown = newest_first(result.now, MOST_PRINTED)
    drawn = strips(words.sources(answers, shown), words.marks(answers, result), axis_words(answers), width=PRINTED)
    if drawn is None:
        return []
    said = words.sentence(result, len(shown))
    svg = render_to_string("components/strips.svg", {"strips": drawn, "sentence": said, "id": "market"})
    return [Figure(svg=svg, sentence=said)]


def shared(answers: Answers) -> Table | None:
    """What others have published, as they did: no names of people or of other employers, no offer of one's own."""
    rows = []
    for row in finished(answers):
        point = row.to_point(answers.frame)
        if row.kind not in PUBLIC or not point.numbers:
            continue
        when = ", ".join(filter(None, (words.day_of(row.dated) or "no date", row.place)))
        link = row.link if row.kind == "published" and row.source else ""
        rows.append(
            (
                public_name(point),
                when,
                ", ".join(filter(None, (words.as_given(point, answers.locale), words.after(point)))),
                link,
            )
        )
    head = ("Source", "Date and place", "What it says", "Where")
    kept = head if any(row[3] for row in rows) else head[:3]
    table = tuple(row[: len(kept)] for row in rows)
    return Table(head=kept, rows=table, caption="What such jobs pay", shareable=True) if rows else None


STEP = Step(
    slug="market",
    chapter="position",
    title="What the market pays",
    purpose="Sources with their dates, each on its own, and where your numbers land",
    minutes=20,
    suits={"applying": 3, "interviews": 3, "offer": 4, "counter": 5},
    model=Market,
    form=MarketForm,
    rows=Rows(model=MarketPoint, form=MarketPointForm, noun="source", summary=summary, most=200),
    uses=("offer",),
    glances=("zopa",),
    results=results,
    sheet=sheet,
    brief_title="What the market pays",
    brief=brief,
)
