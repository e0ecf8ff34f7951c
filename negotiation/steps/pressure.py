"""What to do when it gets tight: signs to recognise, five moves in one's own words, and a reaction for each line."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table, Text
from groundwork.forms import Group, SavedForm
from negotiation.calc.answers import too_long
from negotiation.models import Pressure, PressureLine
from negotiation.pressure import MOVES, pressure_facts
from negotiation.steps.base import Answers, Gap, Rows, Step

FACTS = pressure_facts()
STARTERS = tuple({"sign": each.sign, "line": each.line, "reaction": each.reaction} for each in FACTS.lines)
MOST_ON_SHEET = 2
HONEST = "A no after you have calmly said no is an honest outcome. Nobody has to outplay anybody."
SHORTER = "Two sentences and 40 words are what can be said when it gets tight. Keep what you would really say."


class PressureForm(SavedForm):
    groups = (
        Group("Your five moves", MOVES, "You need not use all of them, nor in this order. Often the first is enough."),
    )
    wanted = ("pause",)

    class Meta:
        model = Pressure
        exclude = ["plan"]
        labels = {name: move.label for name, move in FACTS.moves.items()}
        help_texts = {name: f"{move.hint}. “{move.example}”" for name, move in FACTS.moves.items()}


class LineForm(SavedForm):
    groups = (Group("", ("line", "sign", "reaction")),)
    wanted = ("line", "reaction")

    class Meta:
        model = PressureLine
        fields = ["line", "sign", "reaction"]
        labels = {
            "line": "What they say",
            "sign": "What is it a sign of?",
            "reaction": "What you answer",
        }
        help_texts = {
            "line": "As you have heard it, or fear to hear it",
            "sign": "Whoever recognises it is already less pressed by it",
            "reaction": "At most two sentences, so that you can say them when it gets tight",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["line"].required = True
        self.fields["line"].error_messages["required"] = "Enter what they say."


def finished(answers: Answers) -> list[PressureLine]:
    return [row for row in answers["pressure"].rows if row.draft is None]


def moves(answers: Answers) -> list[tuple[str, str]]:
    """The moves that have words, in their order."""
    own = answers["pressure"].values
    return [(move.label, getattr(own, name)) for name, move in FACTS.moves.items() if getattr(own, name)]


def sign(row: PressureLine) -> str:
    return FACTS.signs[row.sign].label if row.sign else ""


def summary(answers: Answers, row: PressureLine) -> list[str]:
    facts = [sign(row), f"You: “{row.reaction}”" if row.reaction else "no reaction yet"]
    return [fact for fact in facts if fact] + (["too long to be said when it gets tight"] if long(row) else [])


def long(row: PressureLine) -> bool:
    return too_long(row.reaction)


def results(answers: Answers) -> dict[str, Any]:
    rows = finished(answers)
    own = answers["pressure"].values
    return {
        "moves": moves(answers),
        "signs": list(FACTS.signs.values()),
        "long": [label for label, text in moves(answers) if too_long(text)] + [f"“{r.line}”" for r in rows if long(r)],
        "shorter": SHORTER,
        "honest": HONEST,
        "begun": bool(own.pause or rows),
    }


def sheet(answers: Answers) -> list[Block | Gap]:
    """The sentence that wins time, and the lines that are ready; the other moves stand in the full plan."""
    pause, rows = answers["pressure"].values.pause, finished(answers)
    blocks = "a calm answer when it gets tight"
    parts = answers.gap("pressure", "pause", "the sentence with which you pause", blocks)
    parts += [Fact(label="To pause", value=f"“{pause}”")] if pause else []
    ready = [row for row in rows if row.reaction]
    parts += [Fact(label=f"If they say: “{row.line}”", value=f"“{row.reaction}”") for row in ready[:MOST_ON_SHEET]]
    if not rows:
        parts.append(Gap(slug="pressure", field="entries", missing="a line that would press you", blocks=blocks))
    elif len(ready) < len(rows):
        first = next(row for row in rows if not row.reaction)
        missing = f"what you answer to “{first.line}”"
        parts.append(Gap(slug="pressure", field="entries", missing=missing, blocks=blocks))
    return parts


def brief(answers: Answers) -> list[Block]:
    """A card of one page: the five moves, the lines, and a word to end with."""
    blocks: list[Block] = [Fact(label=label, value=f"“{text}”") for label, text in moves(answers)]
    rows = tuple((row.line, sign(row), row.reaction) for row in finished(answers))
    if rows:
        blocks.append(Table(head=("What they say", "A sign of", "What you answer"), rows=rows))
    return [*blocks, Text(text=HONEST)] if blocks else []


STEP = Step(
    slug="pressure",
    chapter="case",
    title="Stay calm under pressure",
    purpose="Signs to recognise, five moves in your words, and a short answer for each line",
    minutes=10,
    suits={"applying": 8, "interviews": 7, "offer": 5, "counter": 4},
    model=Pressure,
    form=PressureForm,
    rows=Rows(model=PressureLine, form=LineForm, noun="line", summary=summary, most=30, starters=STARTERS),
    results=results,
    sheet=sheet,
    brief_title="If it gets tight",
    brief=brief,
)
