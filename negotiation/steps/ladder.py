"""An answer for every reply to the ask: how it stands, what one says, what comes next."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table
from groundwork.money import unit
from negotiation.models import Ladder
from negotiation.scripts.words import clause
from negotiation.steps.base import Answers, Gap, Step
from negotiation.steps.figures import at_hand
from negotiation.steps.ladder_form import LadderForm
from negotiation.steps.ladder_words import Answered, answered, heard_now, settled, terms_of

HEAD = ("If they say", "You say", "Then")


def results(answers: Answers) -> dict[str, Any]:
    terms = terms_of(answers)
    enough = settled(at_hand("zopa", answers))
    return {
        "rungs": answered(answers),
        "heard": heard_now(answers),
        "bare": not enough and (terms.opening is None or terms.floor is None or terms.target is None),
        "enough": answers.money(terms.offer) if enough else "",
    }


def table(answers: Answers) -> Table:
    """All of it for the hand, its unit once: what is missing stands in square brackets."""
    return Table(head=HEAD, rows=tuple(map(in_table, answered(answers))), caption=f"Amounts in {unit(answers.frame)}")


def in_table(one: Answered) -> tuple[str, ...]:
    then = "\n".join(filter(None, (one.then, one.give)))
    return ("\n".join(filter(None, (one.says, one.short))), one.words.plain(), then)


def sheet(answers: Answers) -> list[Block | Gap]:
    """The ladder is a paper of its own; the call sheet has only the hour of the answer, to say at once."""
    until = answers["ladder"].values.until
    if until:
        return [Fact(label="If they want it today", value=f"You will have my answer by {clause(until)}.")]
    missing, blocks = "when you will answer, if they want it today", "your answer to “today or never”"
    return answers.gap("ladder", "until", missing, blocks)


def brief(answers: Answers) -> list[Block]:
    """Private: it holds every number."""
    if terms_of(answers).opening is None and not settled(at_hand("zopa", answers)):
        return []
    drop = answers["ladder"].values.drop
    return [table(answers), *([Fact(label="What somebody else could do", value=drop)] if drop else [])]


STEP = Step(
    slug="ladder",
    chapter="conversation",
    title="An answer to each reply",
    purpose="What they may say to your number, how it stands, what you say, and what you do next",
    minutes=8,
    suits={"interviews": 6, "offer": 3, "counter": 2},
    model=Ladder,
    form=LadderForm,
    watches=("zopa", "batna", "impact", "information", "stool"),
    results=results,
    beside=("rungs",),
    sheet=sheet,
    brief_title="An answer to each reply",
    brief=brief,
)
