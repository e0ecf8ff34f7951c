"""What the screen of the talk holds: the lines, replies, objections, moves and asks, read like a step of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from negotiation.objections import catalogue
from negotiation.pressure import pressure_facts
from negotiation.steps.base import Answers
from negotiation.steps.call import STEP
from negotiation.steps.figures import at_hand
from negotiation.steps.ladder_words import answered
from negotiation.steps.rehearse import STEP as REHEARSE
from negotiation.steps.script_words import script
from negotiation.steps.stool_words import in_a_sentence

# Read as the step of practising is, without the log, of which the newest lines are enough.
SCREEN = replace(
    STEP,
    rows=None,
    uses=("script",),
    glances=("ladder",),
    browses=("objections", "pressure", "stool"),
    watches=REHEARSE.watches,
)
COMMON = ("tight", "above-range", "same-pay")


def screen_of(answers: Answers) -> dict[str, Any]:
    return {
        "lines": script(answers),
        "replies": answered(answers),
        "objections": objections(answers),
        "moves": moves(answers),
        "pressed": [(row.line, row.reaction) for row in answers["pressure"].rows if row.draft is None and row.reaction],
        "asks": [
            {"id": row.pk, "ask": in_a_sentence(row.ask), "reply": row.get_reply_display() if row.reply else ""}
            for row in answers["stool"].rows
            if row.draft is None and row.ask.strip()
        ],
    }


def objections(answers: Answers) -> dict[str, Any]:
    """Those one has prepared; while there are none, the ones that come up most, with an answer to begin with."""
    own = [row for row in answers["objections"].rows if row.draft is None and row.text and row.said]
    if own:
        return {"own": True, "rows": [(row.text, row.said, row.question) for row in own]}
    common = [one for slug in COMMON if (one := catalogue().starters.get(slug))]
    return {"own": False, "rows": [(one.text, f"{one.acknowledge} {one.value}", one.question) for one in common]}


def moves(answers: Answers) -> list[tuple[str, str, bool]]:
    """The five moves: in one's own words where there are some, else an example."""
    own: dict[str, str] = dict(at_hand("pressure", answers).get("moves", []))
    return [(move.label, own.get(name, move.example), name in own) for name, move in pressure_facts().moves.items()]
