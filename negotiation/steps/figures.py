"""The figures a step keeps with its state, so that other pages need not read its answers again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from groundwork.money import as_decimal
from negotiation.calc.frame import in_period
from negotiation.calc.impact import worth
from negotiation.calc.zopa import zopa
from negotiation.models import Effect, KeyResult, Ladder, Learning, Person, Promise, RedLine, StoolAsk, Telling
from negotiation.pressure import MOVES
from negotiation.steps import batna, call, offered, packages_sums, swaps_worth, zopa_market
from negotiation.steps.base import Answers, Step
from negotiation.steps.zopa_concessions import way

A_FEW = 12


def kept(step: Step, answers: Answers) -> dict[str, Any]:
    """What is stored of a step: its figures as text, and what the hub says of it. What is not known is left out."""
    said = step.hub(answers)
    return known(step.slug, answers) | ({"says": said} if said else {})


def known(slug: str, answers: Answers) -> dict[str, Any]:
    """The figures of one step that are known, as they are stored."""
    return {name: as_stored(value) for name, value in figures_of(slug, answers).items() if value not in (None, "", [])}


def at_hand(slug: str, answers: Answers) -> Mapping[str, Any]:
    """The same from the step's answers where all of them were read, else as they were stored with it."""
    given = answers.given.get(slug)
    return known(slug, answers) if given and not given.partly else answers.stored.get(slug, {})


def as_stored(value: Any) -> Any:
    return [as_stored(part) for part in value] if isinstance(value, list | tuple) else as_text(value)


def as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def figures_of(slug: str, answers: Answers) -> Mapping[str, Any]:
    """The figures of one step, from answers in which it has been read."""
    if answers.kind == "profile":
        return {}
    return KEPT[slug](answers) if slug in KEPT else {}


def of_zopa(answers: Answers) -> dict[str, Any]:
    """The two numbers, their side, and what one will say; the market only as it was typed there."""
    own = answers["zopa"].values
    paid = offered.pay(answers) or own.pay("offer")
    opens = zopa_opens(answers)
    typed = ("opening", "ask_low", "ask_high")
    their = ("their_low", "their_likely", "their_high")
    offer = paid.total(own.counts)
    ends = {name: getattr(own, name) for name in their}
    believed = {name: end if end is None or offer is None else max(end, offer) for name, end in ends.items()}
    return (
        {name: getattr(own, name) for name in typed}
        | believed
        | {
            "opens": opens,
            "counts": own.counts,
            "minimum": own.pay("floor").total(own.counts),
            "desired": own.pay("target").total(own.counts),
            "offer": offer,
            "typed_low": own.market_low,
            "steps": steps_down(answers, opens),
        }
    )


def zopa_opens(answers: Answers) -> Decimal | None:
    """The number to open with, typed or worked out; only where all that it is worked out from was read."""
    own, market = answers["zopa"].values, zopa_market.supported(answers)
    terms = own.to_terms(offer=offered.pay(answers), market=(market.low, market.high))
    return zopa(terms).opening.amount


def steps_down(answers: Answers, opens: Decimal | None) -> list[list[Any]]:
    """The steps down: each with what it gives, what is asked then, its because and its in-return-for."""
    own = answers["zopa"].values
    down = way(answers, opens, own.pay("target").total(own.counts), own.pay("floor").total(own.counts))
    return [[step.give, step.ask, step.because, step.in_return] for step in down.steps] if down else []


def of_batna(answers: Answers) -> dict[str, Decimal | None]:
    """What a deal is compared with, and the pay that covers what is spent, in the plan's own period."""
    return {"alternative": batna.in_frame(answers), "need": batna.need_in_frame(answers)}


def of_redlines(answers: Answers) -> dict[str, Decimal | None]:
    """The base pay below which everything is off, in the plan's own period: of several lines the highest."""
    lines: list[RedLine] = [row for row in answers["redlines"].rows if row.draft is None and row.kind == "base_min"]
    least = max((row.least for row in lines if row.least is not None), default=None)
    return {"red_line": None if least is None else in_period(least, answers.frame.period)} | most_of(answers)


def most_of(answers: Answers) -> dict[str, Decimal | None]:
    """The most hours a week and minutes to work that a red line allows."""
    rows: list[RedLine] = [row for row in answers["redlines"].rows if row.draft is None and row.most is not None]
    by_kind = {kind: [row.most for row in rows if row.kind == f"{kind}_max"] for kind in ("hours", "commute")}
    return {kind: min(found, default=None) for kind, found in by_kind.items()}


def of_impact(answers: Answers) -> dict[str, Any]:
    """What can be shown of what one brings, and its worth in the first year: the largest first."""
    rows: list[Effect] = [row for row in answers["impact"].rows if row.draft is None]
    counted = [(row, worth(row.to_terms(margin=answers["impact"].values.margin))) for row in rows]
    shown = [(row.name, three.likely) for row, three in counted if three and three.likely and row.to_terms().proven]
    in_order = sorted(shown, key=lambda pair: -pair[1])
    return {"shown": [(name, as_decimal(amount)) for name, amount in in_order]}


def of_people(answers: Answers) -> dict[str, str]:
    """Whom one talks to about the terms: who decides, else who has a part in it; an agency only if there is nobody."""
    rows: list[Person] = [row for row in answers["people"].rows if row.draft is None and row.who]
    ranked = sorted(rows, key=lambda row: (row.part == "agency", row.decides != "decides", row.decides != "say"))
    return {"speaks": ranked[0].who} if ranked else {}


def of_stool(answers: Answers) -> dict[str, Any]:
    """What is asked for besides pay and not answered yet: a few, for nobody says more."""
    rows: list[StoolAsk] = [row for row in answers["stool"].rows if row.draft is None]
    asks = [row.ask for row in rows if row.ask.strip() and not row.reply and row.leg != "pay"]
    agreed = [row.ask for row in rows if row.ask.strip() and row.reply == "agreed"]
    return {"asks": asks[:A_FEW], "agreed": agreed[:A_FEW]}


def of_information(answers: Answers) -> dict[str, Any]:
    """The sentences that guard what is not told freely: the kind, what it is about, the sentence."""
    rows: list[Telling] = [row for row in answers["information"].rows if row.draft is None and row.sentence.strip()]
    asked: list[Learning] = [row for row in answers["information"].more if row.draft is None and row.question.strip()]
    return {
        "guards": [[row.kind, row.name, row.sentence.strip()] for row in rows[:A_FEW]],
        "open": [row.question for row in asked if row.must and not row.answered][:A_FEW],
    }


def of_call(answers: Answers) -> dict[str, Any]:
    """The day of the last talk that was noted, and what happens next, as the mail says it."""
    days = [row.day for row in call.entries(answers) if row.day]
    numbers = [row.amount for row in call.entries(answers) if row.kind == "offer" and row.amount is not None]
    told = {"day": max(days, default=None), "next": call.happens(answers["call"].values)}
    return told | {"number": numbers[-1] if numbers else None}


def of_promises(answers: Answers) -> dict[str, Any]:
    """What they have promised and no contract says yet."""
    rows: list[Promise] = [row for row in answers["promises"].rows if row.draft is None and row.text.strip()]
    theirs = [row for row in rows if row.side == "theirs" and row.about != "answer"]
    return {"unseen": [row.text for row in theirs if not row.seen and not row.done][:A_FEW]}


def of_pressure(answers: Answers) -> dict[str, Any]:
    """The moves that have words of one's own."""
    own = answers["pressure"].values
    return {"moves": [[name, getattr(own, name)] for name in MOVES if getattr(own, name).strip()]}


def of_names(slug: str, name: str) -> Callable[[Answers], dict[str, str]]:
    """What a page says of a step in passing, and needs no table for."""
    return lambda answers: {name: getattr(answers[slug].values, name)}


def of_mission(answers: Answers) -> dict[str, str]:
    """The first key result that is not kept to oneself."""
    rows: list[KeyResult] = [row for row in answers["mission"].more if row.draft is None]
    return {"measure": next((row.text for row in rows if row.text.strip() and row.shown), "")}


def of_ladder(answers: Answers) -> dict[str, str]:
    """What two of the answers need, and the lines of the script too."""
    own: Ladder = answers["ladder"].values
    return {"until": own.until, "drop": own.drop}


def of_swaps(answers: Answers) -> dict[str, Any]:
    """What one day, hour or minute is worth a year, and a better title as a whole."""
    found = [(one.row.kind, one.unit or one.price) for one in swaps_worth.priced(answers)]
    return {"prices": [(kind, price) for kind, price in found if kind != "own"]}


def of_packages(answers: Answers) -> dict[str, Any]:
    """Three packages that are all the same to the candidate: what is only in each, and what is in all of them."""
    figures = {slug: at_hand(slug, answers) for slug in packages_sums.SOURCES}
    return packages_sums.figures_of(answers, figures)


KEPT = {
    "zopa": of_zopa,
    "batna": of_batna,
    "market": zopa_market.figures,
    "redlines": of_redlines,
    "impact": of_impact,
    "people": of_people,
    "stool": of_stool,
    "mission": of_mission,
    "ladder": of_ladder,
    "information": of_information,
    "pressure": of_pressure,
    "call": of_call,
    "promises": of_promises,
    "company": of_names("company", "name"),
    "role": of_names("role", "title"),
    "letters": of_names("letters", "sender_name"),
    "swaps": of_swaps,
    "packages": of_packages,
}
