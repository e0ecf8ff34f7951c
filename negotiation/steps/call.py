"""The talk itself: one screen to hold it with, and afterwards what happens next."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table
from negotiation.models import Call, CallEntry
from negotiation.scripts.words import clause, ended
from negotiation.steps.base import Answers, Dated, Gap, Rows, Step
from negotiation.steps.call_form import CallEntryForm, CallForm
from negotiation.steps.found import day_of

KINDS = dict(CallEntry.KINDS)
MOST = 2000
SHOWN, ON_PAPER = 100, 200
LEFT_OPEN = "We left open what happens next. May I ask again in a week?"


def entries(answers: Answers) -> list[CallEntry]:
    """What was noted, as far as it can be used, in the order in which it was said."""
    return [row for row in answers["call"].rows if row.draft is None and (row.text or row.amount is not None)]


def said(answers: Answers, row: CallEntry) -> str:
    """One thing that was noted, in one line."""
    amount = answers.money(row.amount) if row.amount is not None else ""
    return ": ".join(filter(None, (amount, row.text)))


def when(row: CallEntry) -> str:
    return " ".join(filter(None, (day_of(row.day) if row.day else "", f"{row.hour:%H:%M}" if row.hour else "")))


def told(answers: Answers, row: CallEntry) -> dict[str, Any]:
    note = ", ".join(filter(None, (str(KINDS.get(row.kind, "")), when(row))))
    return {"id": row.pk, "said": said(answers, row), "note": note}


def results(answers: Answers) -> dict[str, Any]:
    rows = entries(answers)
    newest = [told(answers, row) for row in reversed(rows[-SHOWN:])]
    numbers = [answers.money(row.amount) for row in rows if row.kind == "offer" and row.amount is not None]
    return {
        "log": newest,
        "earlier": max(len(rows) - SHOWN, 0),
        "number": numbers[-1] if numbers else "",
        "promises": sum(row.kind in ("theirs", "mine") for row in rows),
        "silent": answers["call"].values.silent,
        "next": happens(answers["call"].values),
    }


def happens(own: Call) -> str:
    """What happens next as a sentence of the mail; nothing while nobody has said it."""
    if own.silent:
        return LEFT_OPEN
    if not own.happens.strip():
        return ""
    return f"{clause(own.happens.strip())}, by {day_of(own.by)}." if own.by else ended(own.happens.strip())


def summary(answers: Answers, row: CallEntry) -> list[str]:
    return [fact for fact in (KINDS.get(row.kind, ""), when(row)) if fact]


def sheet(answers: Answers) -> list[Block | Gap]:
    """Once something was said, what happens next belongs on the sheet; before, there is nothing to wait for."""
    own: Call = answers["call"].values
    if own.silent or own.happens.strip():
        return [Fact(label="What happens next", value="They would not say." if own.silent else happens(own))]
    if not entries(answers):
        return []
    blocks = "what you wait for, and until when"
    return [Gap(slug="call", field="happens", missing="what happens next", blocks=blocks)]


def brief(answers: Answers) -> list[Block]:
    rows = entries(answers)
    if not rows:
        return []
    lines = tuple((when(row), KINDS.get(row.kind, ""), said(answers, row)) for row in rows[-ON_PAPER:])
    earlier = f"The last {ON_PAPER} of {len(rows)} lines" if len(rows) > ON_PAPER else ""
    return [Table(head=("When", "What", "In words"), rows=lines, caption=earlier)]


def dates(answers: Answers) -> list[Dated]:
    own: Call = answers["call"].values
    return [Dated(day=own.by, text=f"After the talk: {clause(own.happens)}", slug="call")] if own.by else []


STEP = Step(
    slug="call",
    chapter="conversation",
    title="The talk itself",
    purpose="One screen to hold it with: your next line, what they say, what was promised",
    minutes=5,
    suits={"interviews": 10, "offer": 8, "counter": 5},
    model=Call,
    form=CallForm,
    rows=Rows(model=CallEntry, form=CallEntryForm, noun="line of the log", summary=summary, most=MOST),
    results=results,
    sheet=sheet,
    brief_title="What was said in the talk",
    brief=brief,
    dates=dates,
)
