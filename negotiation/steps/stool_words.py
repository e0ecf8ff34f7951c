"""The four legs, in words: how an ask is said, what it still lacks, and what a refusal tells."""

from __future__ import annotations

import re
from decimal import Decimal

from negotiation.models import KeyResult, Person, StoolAsk, Want
from negotiation.scripts.words import Gap, Slot, clause, render
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.found import day_of
from negotiation.steps.match_words import short
from negotiation.steps.people_words import titled
from negotiation.stool import stool_facts

CONFIRMS = dict(StoolAsk.CONFIRMS)
REPLIES = {
    "agreed": "agreed",
    "open": "they will come back to it",
    "no": "refused",
    "closed": "they would not talk about it",
}
BEGINS = re.compile(r"^(?:I(?: would|['’]d) (?:like|love)|I want|I need|I ask for)\s+", re.IGNORECASE)
SMALL = set("A An The To Two Three Four One Some More My Our Their That Up At No Somebody Someone".split())  # noqa: SIM905
OPEN = ("", "open")  # still to be asked, or to be answered
UNAGREED = {"mine": " (only yours so far)", "shown": " (not agreed yet)", "agreed": ""}
FLAGS = {"no": "They said no", "closed": "They would not talk about it"}
TOLD = {
    "no": "A no to one ask is an answer, and no bad sign by itself. Look for another way to meet the need, or weigh it "
    "with the rest.",
    "closed": "What an employer will not talk about before you come is seldom talked about afterwards. Take it as "
    "something you know about them now, and weigh it before you sign.",
}
ASKED = {
    "opening": "you open with",
    "ask_low": "you name at least",
    "opens": "you open with",
    "desired": "you aim for",
}


def result_of(answers: Answers, row: StoolAsk) -> KeyResult | None:
    return next((one for one in answers["mission"].more if one.pk == row.result_id and one.text), None)


def want_of(answers: Answers, row: StoolAsk) -> Want | None:
    return next((one for one in answers["win"].rows if one.pk == row.want_id and one.want), None)


def person_of(answers: Answers, row: StoolAsk) -> Person | None:
    return next((one for one in answers["people"].rows if one.pk == row.person_id and one.who), None)


def spoken(answers: Answers, row: StoolAsk) -> str:
    """How it is said: in one's own words, else put together. A need, and a result that is only one's own, is not."""
    if row.wording.strip():
        return row.wording.strip()
    if not row.ask.strip():
        return ""
    begin = answers["stool"].values.begin.strip() or stool_facts().legs[row.leg or "budget"].opening
    result = result_of(answers, row)
    serves = result.text if result and result.shown else ""
    texts = {"opening": begin, "ask": in_a_sentence(row.ask), "reason": row.reason, "result": serves}
    values = {name: Slot.of(text, gap=Gap("stool", name, name)) for name, text in texts.items()}
    return render("_stool.txt", values).body()


def in_a_sentence(ask: str) -> str:
    """An ask as it goes on after "I would like": without these words again, a capital of its own, or a question."""
    text = BEGINS.sub("", ask.strip()).rstrip(" .,;:!?…")
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".strip() if first in SMALL else text


def tied(answers: Answers, row: StoolAsk) -> str:
    """What it is for. A key result that is not agreed yet says so."""
    result, want = result_of(answers, row), want_of(answers, row)
    parts = []
    if result:
        parts.append(f"for: {short(clause(result.text))}{UNAGREED[result.standing]}")
    if want:
        parts.append(f"meets the need: {short(clause(want.need or want.want))}")
    return ", ".join(parts)


def suits(answers: Answers, row: StoolAsk) -> str:
    """Whom to ask, and why them; nothing once they have answered."""
    person = person_of(answers, row)
    if person is None or row.reply not in OPEN:
        return ""
    return f"Ask {titled(person)}" + (f", who cares about: {short(clause(person.cares))}" if person.cares else "")


def lacks(answers: Answers, row: StoolAsk) -> list[str]:
    """What an ask still needs, so that it is easy to grant and hard to forget."""
    tie = bool(result_of(answers, row) or want_of(answers, row))
    nobody = not any(person.who for person in answers["people"].rows)
    missing = (
        (tie, "a key result or a need that it is for"),
        (bool(row.reason.strip()), "why it helps them"),
        (bool(row.repeat.strip()), "the sentence that their manager can repeat"),
        (bool(row.evidence.strip()), "what shows that it works"),
        (nobody or bool(person_of(answers, row)), "whom you ask"),
        (bool(row.confirm), "how it will be confirmed"),
    )
    return [text for there, text in missing if not there]


def replied(row: StoolAsk) -> str:
    """What became of it; nothing while nobody has asked."""
    day = f", {day_of(row.day)}" if row.reply and row.day else ""
    return f"{REPLIES[row.reply]}{day}" if row.reply in REPLIES else ""


def flag(row: StoolAsk) -> str:
    """A refusal with its words, as a line to keep."""
    said = f": “{row.their_words.strip()}”" if row.their_words.strip() else ""
    day = f" ({day_of(row.day)})" if row.day else ""
    return f"{FLAGS[row.reply]}: {clause(row.ask)}{day}{said}"


def pay(answers: Answers) -> str:
    """The ask of the step that sets the numbers: it is the first leg."""
    known = at_hand("zopa", answers)
    name = next((name for name in ASKED if name in known), "")
    return f"{ASKED[name].capitalize()} {answers.money(Decimal(known[name]))}." if name else ""
