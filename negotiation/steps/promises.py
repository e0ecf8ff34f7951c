"""What they promised and what you promised: said back by mail, looked for in the contract, kept in time."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Items, Table
from groundwork.forms import Group, SavedForm
from negotiation.models import Promise, Promises
from negotiation.steps import promises_words as words
from negotiation.steps.base import BOOKKEEPING, Answers, Dated, Gap, Rows, Step
from negotiation.steps.found import day_of
from negotiation.steps.match_words import short

NEEDED = {"side": "Choose whose promise it is.", "text": "Enter what was promised, in the words that were used."}
MOST_ON_SHEET = 2


class PromisesForm(SavedForm):
    groups = (Group("What the mail needs", ("recipient", "talked", "next_step")),)

    class Meta:
        model = Promises
        exclude = ["plan"]
        labels = {
            "recipient": "Who do you write to?",
            "talked": "The day of the talk",
            "next_step": "What happens next",
        }
        help_texts = {
            "recipient": "The name as you would say it after “Dear”",
            "next_step": "One sentence: who does what, and by when. Blank, it is what you noted after the talk",
            "talked": "Blank, it is the day of the talk you noted last",
        }


class PromiseForm(SavedForm):
    groups = (
        Group("", ("side", "text", "about")),
        Group("Who said it, and when", ("who", "day", "how")),
        Group("Until when, and what became of it", ("until", "seen", "done")),
    )
    wanted = ("side", "text", "who", "day")

    class Meta:
        model = Promise
        exclude = BOOKKEEPING
        labels = {
            "side": "Whose promise is it?",
            "text": "What was promised?",
            "about": "What is it about?",
            "who": "Who said it?",
            "day": "On which day?",
            "how": "How was it said?",
            "until": "Until when will it be kept?",
            "seen": "It stands in the contract",
            "done": "It has been kept",
        }
        help_texts = {
            "text": "As close to the words that were used as you can. You can send them back as they are",
            "who": "Blank if it was you",
            "until": "One of yours with a day stands among your dates",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in NEEDED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message


def finished(answers: Answers, side: str) -> list[Promise]:
    rows: tuple[Promise, ...] = answers["promises"].rows
    return [row for row in rows if row.draft is None and row.text and row.side == side]


def unseen(answers: Answers) -> list[Promise]:
    """What they promised and no contract says yet; the answers and steps they owe are no matter for one."""
    return [row for row in finished(answers, "theirs") if not row.seen and not row.done and row.about != "answer"]


def owed(answers: Answers) -> list[Promise]:
    """What one has promised and not done yet, the soonest first; without a day it comes last."""
    rows = [row for row in finished(answers, "mine") if not row.done]
    return sorted(rows, key=lambda row: (row.until is None, row.until or answers.today))


def awaited(answers: Answers) -> list[Promise]:
    """The answers and next steps they promised, and that have not come."""
    return [row for row in finished(answers, "theirs") if row.about == "answer" and not row.done]


def late(answers: Answers, row: Promise) -> bool:
    return row.until is not None and row.until < answers.today


def summary(answers: Answers, row: Promise) -> list[str]:
    whose = {"theirs": "theirs", "mine": "yours"}.get(row.side, "")
    until = f"by {day_of(row.until)}" if row.until else ""
    became = "in the contract" if row.seen else "kept" if row.done else ""
    overdue = "its day has passed" if late(answers, row) and not row.done else ""
    return [part for part in (whose, words.how(row), until, became, overdue) if part]


def results(answers: Answers) -> dict[str, Any]:
    theirs, mine = (finished(answers, side) for side in ("theirs", "mine"))
    return {
        "unseen": [told(answers, row) for row in unseen(answers)],
        "owed": [told(answers, row) for row in owed(answers)],
        "awaited": [told(answers, row) for row in awaited(answers)],
        "recap": words.recap(answers, theirs, mine) if theirs or mine or words.said_besides(answers) else None,
        "spoken": [row.name for row in unseen(answers) if row.how in words.SPOKEN],
    }


def told(answers: Answers, row: Promise) -> dict[str, Any]:
    return {"id": row.pk, "text": words.line(row), "how": words.how(row), "late": late(answers, row)}


def sheet(answers: Answers) -> list[Block | Gap]:
    """What to ask before anything is signed, and what is owed; nothing was lost if there is none."""
    ask = [words.line(row) for row in unseen(answers)[:MOST_ON_SHEET]]
    owe = [words.line(row) for row in owed(answers)[:1]]
    facts: list[Block | Gap] = [Fact(label="Ask before you sign", value="; ".join(map(short, ask)))] if ask else []
    return facts + [Fact(label="You promised", value=short(text)) for text in owe]


def brief(answers: Answers) -> list[Block]:
    rows = tuple(
        (row.text, words.how(row), day_of(row.until) if row.until else "", became(row))
        for side in ("theirs", "mine")
        for row in finished(answers, side)
    )
    if not rows:
        return []
    blocks: list[Block] = [Table(head=("What was promised", "By whom, how, when", "Until", "So far"), rows=rows)]
    ask = tuple(words.line(row) for row in unseen(answers))
    return [*blocks, Fact(label="Ask before you sign", value=str(len(ask))), Items(items=ask)] if ask else blocks


def became(row: Promise) -> str:
    if row.seen:
        return "in the contract"
    return "kept" if row.done else "open"


def dates(answers: Answers) -> list[Dated]:
    mine = [(row, f"You promised: {short(row.text)}") for row in owed(answers)]
    theirs = [(row, f"They promised: {short(row.text)}") for row in awaited(answers)]
    return [Dated(day=row.until, text=text, slug="promises") for row, text in mine + theirs if row.until]


STEP = Step(
    slug="promises",
    chapter="conversation",
    title="What was promised",
    purpose="What they said and what you said: sent back by mail, found in the contract, kept in time",
    minutes=5,
    suits={"interviews": 9, "offer": 7, "counter": 4},
    model=Promises,
    form=PromisesForm,
    rows=Rows(model=Promise, form=PromiseForm, noun="promise", summary=summary, most=100),
    glances=("role", "letters"),
    watches=("call", "stool"),
    results=results,
    beside=("recap",),
    sheet=sheet,
    brief_title="What was promised",
    brief=brief,
    dates=dates,
)
