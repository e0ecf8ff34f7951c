"""What was promised, in words: one line each, and the mail that says it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from negotiation.models import Promise
from negotiation.scripts.words import Gap, Slot, Words, render
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.found import day_of
from negotiation.steps.stool_words import in_a_sentence

HOWS = {"voice": "in a talk", "phone": "in a call", "mail": "by e-mail", "letter": "by letter"}
SPOKEN = ("voice", "phone", "")


def how(row: Promise) -> str:
    """Who said it, how and when: "Ada, in a call, 3 May 2027"."""
    return ", ".join(filter(None, (row.who, HOWS.get(row.how, ""), day_of(row.day) if row.day else "")))


def line(row: Promise) -> str:
    """A promise as the mail says it: its words, and the day until which it will be kept."""
    until = f", by {day_of(row.until)}" if row.until else ""
    return f"{row.text.strip().rstrip('.')}{until}"


def named(answers: Answers) -> list[str]:
    """The number they named last in the talk."""
    number = at_hand("call", answers).get("number")
    return [f"You named {answers.money(Decimal(number))}"] if number else []


def agreed(answers: Answers) -> list[str]:
    """What was asked for besides pay, and granted."""
    return [f"You agreed to this: {in_a_sentence(ask)}" for ask in at_hand("stool", answers).get("agreed", [])]


def said_besides(answers: Answers) -> bool:
    """Whether there is something to say back besides promises."""
    return bool(named(answers) or agreed(answers))


def recap(answers: Answers, theirs: Iterable[Promise], mine: Iterable[Promise]) -> Words:
    """The mail, filled; what it lacks is a gap that leads to its field."""
    own, sender = answers["promises"].values, answers["letters"].values
    talk = at_hand("call", answers)
    talked = own.talked or (date.fromisoformat(talk["day"]) if talk.get("day") else None)
    values: dict[str, Slot | Sequence[Slot]] = {
        "recipient": Slot.of(own.recipient, gap=Gap("promises", "recipient", "the name of who you write to")),
        "talked": Slot.of(day_of(talked) if talked else "", gap=Gap("promises", "talked", "the day of the talk")),
        "role": Slot.of(answers["role"].values.title, gap=Gap("role", "title", "the job’s title")),
        "next_step": Slot.of(own.next_step or talk.get("next", ""), gap=Gap("promises", "next_step", "the next step")),
        "sender_name": Slot.of(sender.sender_name, gap=Gap("letters", "sender_name", "your name")),
        "sender_block": Slot.of(sender.sender_block, gap=Gap("letters", "sender_block", "your address"), lines=True),
    }
    said = [*named(answers), *(line(row) for row in theirs), *agreed(answers)]
    values |= {"theirs": [Slot.filled(one) for one in said], "mine": [Slot.filled(line(row)) for row in mine]}
    return render("_recap.txt", values)
