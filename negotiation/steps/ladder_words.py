"""An answer to each reply, in words: how it stands, what one says, what comes next, what is given and got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from groundwork.money import show_number
from negotiation.calc.ladder import LadderTerms, Move, Reply, Rung, Stands, heard, ladder, stands
from negotiation.ladder import ladder_facts
from negotiation.models import Ladder
from negotiation.scripts.words import Gap, Slot, Words, parse, render
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.stool_words import in_a_sentence

# Which slot of an answer is filled on which page.
GAPS = {
    "opening": Gap("zopa", "opening", "the number you open with"),
    "offer": Gap("zopa", "offer_fixed", "what they have offered"),
    "until": Gap("ladder", "until", "the day and the hour of your answer"),
    "drop": Gap("ladder", "drop", "what somebody else could do"),
    "earn": Gap("information", "entries", "what you answer when they ask what you earn"),
    "leaving": Gap("information", "entries", "what you say when they ask why you are leaving"),
    "other": Gap("stool", "entries", "what you ask for besides pay"),
    "reason": Gap("impact", "entries", "your reason in money"),
    "step": Gap("zopa", "entries", "your first step down"),
    "because": Gap("zopa", "entries", "why you come down"),
    "in_return": Gap("zopa", "entries", "what you get in return"),
}
TOO_LITTLE = (Move.HOLD, Move.ELSEWHERE)
# What is still asked where their offer is what was aimed for: nothing about the number.
SETTLED = (Reply.TODAY, Reply.EARN, Reply.STAY)
REFERENCES = (("over_floor", "your minimum"), ("over_batna", "what you have otherwise"), ("over_target", "your target"))


@dataclass(frozen=True)
class Down:
    """One step down, as the step that plans them keeps it."""

    give: Decimal
    ask: Decimal
    because: str
    in_return: str

    @property
    def complete(self) -> bool:
        return bool(self.because.strip() and self.in_return.strip())


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One reply as the page, the paper and the card for the hand show it."""

    reply: Reply
    says: str
    sounds: str
    amount: str
    stands: tuple[str, ...]
    short: str  # the same in one line, for a table that names its unit
    words: Words
    own: bool
    then: str
    give: str


def terms_of(answers: Answers) -> LadderTerms:
    """The numbers, as the steps that set them keep them."""
    zone, other = at_hand("zopa", answers), at_hand("batna", answers)

    def number(figures: object, name: str) -> Decimal | None:
        return Decimal(figures[name]) if isinstance(figures, dict) and name in figures else None

    return LadderTerms(
        opening=number(zone, "opens"),
        target=number(zone, "desired"),
        floor=number(zone, "minimum"),
        offer=number(zone, "offer"),
        batna=number(other, "alternative"),
    )


def answered(answers: Answers) -> list[Answered]:
    terms, zone = terms_of(answers), at_hand("zopa", answers)
    values = slots(answers, zone)
    return [
        one(answers, terms, rung, zone, values) for rung in ladder(terms) if rung.reply in SETTLED or not settled(zone)
    ]


def settled(zone: Mapping[str, Any]) -> bool:
    """Whether their offer is at or above what is aimed for, and no number was typed to open with."""
    there = "opens" not in zone and all(name in zone for name in ("offer", "desired"))
    return there and Decimal(zone["offer"]) >= Decimal(zone["desired"])


def one(answers: Answers, terms: LadderTerms, rung: Rung, zone: Mapping[str, Any], values: dict[str, Slot]) -> Answered:
    told, own = ladder_facts().replies[rung.reply], answers["ladder"].values.own(rung.reply)
    step = next_step(zone, rung.stands) if rung.stands and rung.stands.move is Move.TRADE else None
    return Answered(
        reply=rung.reply,
        says=told.says,
        sounds=told.sounds,
        amount=answers.money(rung.stands.amount) if rung.stands else "",
        stands=tuple(against(answers, rung.stands)) if rung.stands else (),
        short=in_short(answers, rung.stands) if rung.stands else "",
        words=parse(own) if own else render(f"_ladder.{rung.reply}.txt", values | own_slots(answers, rung, step)),
        own=bool(own),
        then=then(rung),
        give=given(answers, step) if step and rung.reply in (Reply.NEAR, Reply.HALF) else "",
    )


def then(rung: Rung) -> str:
    """What to do: that of the reply, unless its amount is below what would be accepted, or nobody can tell yet."""
    move = rung.stands.move if rung.stands else Move.UNKNOWN
    told, moves = ladder_facts().replies[rung.reply], ladder_facts().moves
    stopped = rung.reply in (Reply.NOTHING, Reply.FINAL) and move in (*TOO_LITTLE, Move.UNKNOWN)
    if stopped or told.then is None:
        return moves[move]
    return f"{told.then} {told.low}" if told.low and move in TOO_LITTLE else told.then


def against(answers: Answers, found: Stands) -> list[str]:
    """How far an amount is from what is known: "6,000 USD a year gross above your minimum"."""
    lines = []
    for name, what in REFERENCES:
        over = getattr(found, name)
        if over is not None:
            side = "above" if over > 0 else "below"
            lines.append(f"{answers.about(abs(over))} {side} {what}" if over else f"exactly {what}")
    return lines


def in_short(answers: Answers, found: Stands) -> str:
    """ "132,000: 6,000 above minimum, 8,000 below target"."""

    def number(amount: Decimal) -> str:
        return show_number(amount, answers.frame.currency, answers.locale)

    lines = []
    for over, what in ((found.over_floor, "minimum"), (found.over_target, "target")):
        if over is not None:
            lines.append(f"{number(abs(over))} {'above' if over > 0 else 'below'} {what}" if over else f"at the {what}")
    return ": ".join(filter(None, (number(found.amount), ", ".join(lines))))


def next_step(zone: Mapping[str, Any], found: Stands | None) -> Down | None:
    """The first step down that still asks for more than this reply brings."""
    steps = [Down(Decimal(give), Decimal(ask), *words) for give, ask, *words in zone.get("steps", [])]
    return next((step for step in steps if found and step.ask > found.amount), None)


def given(answers: Answers, step: Down) -> str:
    back = f", in return for: {step.in_return}" if step.in_return else ""
    return f"Give {answers.money(step.give)}, and ask for {answers.money(step.ask)}{back}"


def slots(answers: Answers, zone: Mapping[str, Any]) -> dict[str, Slot]:
    """What our own words are filled with; a gap leads to the page where what is missing is filled in."""
    own: Ladder = answers["ladder"].values
    guards = {kind: sentence for kind, _, sentence in reversed(at_hand("information", answers).get("guards", []))}
    asks = at_hand("stool", answers).get("asks", [])
    texts = {
        "opening": amount(answers, zone.get("opens")),
        "offer": amount(answers, zone.get("offer")),
        "until": own.until,
        "drop": own.drop,
        "earn": guards.get("pay", ""),
        "leaving": guards.get("leaving", ""),
        "other": in_a_sentence(asks[0]) if asks else "",
        "reason": reason(answers),
    }
    return {name: Slot.of(text, gap=GAPS[name]) for name, text in texts.items()}


def own_slots(answers: Answers, rung: Rung, step: Down | None) -> dict[str, Slot]:
    """The step down is said only with its reason and with what comes back for it; what is enough, or too little, too.

    `low` is in no sentence: it only chooses one.
    """
    found = rung.stands
    texts = {
        "step": answers.money(step.ask) if step and step.complete else "",
        "because": step.because if step else "",
        "in_return": step.in_return if step else "",
        "settled": answers.money(found.amount) if found and found.move is Move.SETTLE else "",
        "low": "low" if found and found.move in TOO_LITTLE else "",
    }
    return {name: Slot.of(text, gap=GAPS.get(name, GAPS["step"])) for name, text in texts.items()}


def amount(answers: Answers, figure: str | None) -> str:
    return answers.money(Decimal(figure)) if figure is not None else ""


def reason(answers: Answers) -> str:
    """The largest effect that can be shown: a reason in their money."""
    shown = at_hand("impact", answers).get("shown", [])
    return f"What I would do first: {shown[0][0]}" if shown else ""


def heard_now(answers: Answers) -> dict[str, object]:
    """The number they have just named: which reply it is, and how it stands. Nothing before they have."""
    own: Ladder = answers["ladder"].values
    if own.said is None:
        return {}
    terms, zone = terms_of(answers), at_hand("zopa", answers)
    reply, found = heard(own.said, terms), stands(own.said, terms)
    if terms.offer is not None and own.said < terms.offer:
        name, reply = "Less than they had offered", None
    elif reply is Reply.NOTHING and own.said > (terms.offer or own.said):
        name, reply = "A small step towards you", Reply.HALF  # what is said to a larger one fits a small one too
    else:
        name = ladder_facts().replies[reply].says if reply else ""
    step = next_step(zone, found)
    return {
        "amount": answers.money(own.said),
        "says": name,
        "reply": reply or "",
        "stands": against(answers, found),
        "then": ladder_facts().moves[found.move],
        "give": given(answers, step)
        if (step := next_step(at_hand("zopa", answers), found)) and found.move is Move.TRADE
        else "",
    }
