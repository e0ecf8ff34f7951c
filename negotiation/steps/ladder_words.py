"""An answer to each reply, in words: how it stands, what one says, what comes next, what is given and got."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from groundwork.money import show_number
from negotiation.calc.concessions import Step
from negotiation.calc.ladder import LadderTerms, Move, Reply, Rung, Stands, heard, ladder, stands
from negotiation.ladder import ladder_facts
from negotiation.models import Ladder
from negotiation.scripts.words import Gap, Slot, Words, parse, render
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.stool_words import in_a_sentence
from negotiation.steps.zopa_concessions import way

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
REFERENCES = (("over_floor", "your minimum"), ("over_batna", "what you have otherwise"), ("over_target", "your target"))


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
    terms = terms_of(answers)
    return [one(answers, terms, rung) for rung in ladder(terms)]


def one(answers: Answers, terms: LadderTerms, rung: Rung) -> Answered:
    told, own = ladder_facts().replies[rung.reply], answers["ladder"].values.own(rung.reply)
    step = next_step(answers, terms, rung.stands) if rung.stands and rung.stands.move is Move.TRADE else None
    return Answered(
        reply=rung.reply,
        says=told.says,
        sounds=told.sounds,
        amount=answers.money(rung.stands.amount) if rung.stands else "",
        stands=tuple(against(answers, rung.stands)) if rung.stands else (),
        short=in_short(answers, rung.stands) if rung.stands else "",
        words=parse(own) if own else said(answers, rung.reply, step),
        own=bool(own),
        then=then(rung),
        give=given(answers, step) if step and rung.reply in (Reply.NEAR, Reply.HALF) else "",
    )


def then(rung: Rung) -> str:
    """What to do: that of the reply, unless its amount is below what would be accepted, or nobody can tell yet."""
    move = rung.stands.move if rung.stands else Move.UNKNOWN
    told, moves = ladder_facts().replies[rung.reply].then, ladder_facts().moves
    stopped = rung.reply in (Reply.NOTHING, Reply.FINAL) and move in (Move.HOLD, Move.ELSEWHERE, Move.UNKNOWN)
    return moves[move] if stopped or told is None else told


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


def next_step(answers: Answers, terms: LadderTerms, found: Stands | None) -> Step | None:
    """The first step down that still asks for more than this reply brings."""
    down = way(answers, terms.opening, terms.target, terms.floor) if found else None
    return next((step for step in down.steps if found and step.ask > found.amount), None) if down else None


def given(answers: Answers, step: Step) -> str:
    back = f", in return for: {step.in_return}" if step.in_return else ""
    return f"Give {answers.money(step.give)}, and ask for {answers.money(step.ask)}{back}"


def said(answers: Answers, reply: Reply, step: Step | None) -> Words:
    """Our own words, with a gap that leads to the page where what is missing is filled in."""
    zone = at_hand("zopa", answers)
    texts = {
        "opening": amount(answers, zone.get("opens")),
        "offer": amount(answers, zone.get("offer")),
        "until": answers["ladder"].values.until,
        "drop": answers["ladder"].values.drop,
        "earn": guard(answers, "pay"),
        "leaving": guard(answers, "leaving"),
        "other": other_ask(answers),
        "reason": reason(answers),
        "step": answers.money(step.ask) if step and step.complete else "",
        "because": step.because if step else "",
        "in_return": step.in_return if step else "",
    }
    values = {name: Slot.of(text, gap=GAPS[name]) for name, text in texts.items()}
    return render(f"_ladder.{reply}.txt", values)


def amount(answers: Answers, figure: str | None) -> str:
    return answers.money(Decimal(figure)) if figure is not None else ""


def guard(answers: Answers, kind: str) -> str:
    """The sentence that was prepared for a question of this kind."""
    rows = (row for row in answers["information"].rows if row.draft is None and row.kind == kind)
    return next((row.sentence for row in rows if row.sentence.strip()), "")


def other_ask(answers: Answers) -> str:
    """The first ask besides pay that nobody has answered yet, as a sentence goes on with it."""
    rows = (row for row in answers["stool"].rows if row.draft is None and not row.reply and row.leg != "pay")
    return next((in_a_sentence(row.ask) for row in rows), "")


def reason(answers: Answers) -> str:
    """The largest effect that can be shown: a reason in their money."""
    shown = at_hand("impact", answers).get("shown", [])
    return f"What I would do first: {shown[0][0]}" if shown else ""


def heard_now(answers: Answers) -> dict[str, object]:
    """The number they have just named: which reply it is, and how it stands. Nothing before they have."""
    own: Ladder = answers["ladder"].values
    if own.said is None:
        return {}
    terms = terms_of(answers)
    reply, found = heard(own.said, terms), stands(own.said, terms)
    if terms.offer is not None and own.said < terms.offer:
        name, reply = "Less than they had offered", None
    elif reply is Reply.NOTHING and own.said > (terms.offer or own.said):
        name, reply = "A small step towards you", Reply.HALF  # what is said to a larger one fits a small one too
    else:
        name = ladder_facts().replies[reply].says if reply else ""
    return {
        "amount": answers.money(own.said),
        "says": name,
        "reply": reply or "",
        "stands": against(answers, found),
        "then": ladder_facts().moves[found.move],
        "give": given(answers, step) if (step := next_step(answers, terms, found)) and found.move is Move.TRADE else "",
    }
