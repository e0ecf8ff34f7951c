"""The talk line by line: what one says, what they may answer, and what one says then."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact
from negotiation.models import Script, ScriptLine
from negotiation.scripts.words import clause
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.match_words import short
from negotiation.steps.script_form import ScriptForm, ScriptLineForm
from negotiation.steps.script_words import content, in_short, one_line, own_line, script, slots, table


def results(answers: Answers) -> dict[str, Any]:
    lines = script(answers)
    return {
        "straight": [line for line in lines if line.straight],
        "otherwise": [line for line in lines if not line.straight],
        "missing": list(dict.fromkeys(gap for line in lines for gap in line.words.gaps)),
        "stale": [line for line in lines if line.stale],
        "by_mail": answers["script"].values.medium == "mail",
    }


def sheet(answers: Answers) -> list[Block | Gap]:
    """How one begins, and how one asks where that is more than the plain number, which stands there already."""
    own: Script = answers["script"].values
    found: list[Block | Gap] = []
    if not own.joy.strip() and not own_line(answers, "thanks"):
        blocks = "the first sentence you say"
        found.append(Gap(slug="script", field="joy", missing="what you look forward to in the job", blocks=blocks))
    elif own.joy.strip():
        found.append(Fact(label="Say first that you are glad", value=short(clause(one_line(own.joy)), 120)))
    asked = next((line for line in script(answers) if line.slug == "number" and not line.words.gaps), None)
    if asked and (asked.own or own.manner == "together"):
        found.append(Fact(label="How you ask", value=f"“{one_line(asked.words.plain())}”"))
    return found


def brief(answers: Answers) -> list[Block]:
    """Private: it holds the number and the way down. Nothing while there is no number to speak of."""
    return [table(answers)] if content(answers) or slots(answers)["opening"] else []


STEP = Step(
    slug="script",
    chapter="conversation",
    title="The talk, line by line",
    purpose="What you say first, what they may answer, and what you say then",
    minutes=6,
    suits={"interviews": 5, "offer": 2, "counter": 1},
    model=Script,
    form=ScriptForm,
    rows=Rows(model=ScriptLine, form=ScriptLineForm, noun="line", summary=in_short, most=40),
    watches=(
        "zopa",
        "people",
        "impact",
        "market",
        "stool",
        "mission",
        "ladder",
        "role",
        "company",
        "letters",
        "packages",
    ),
    results=results,
    beside=("talk",),
    sheet=sheet,
    brief_title="The talk, line by line",
    brief=brief,
)
