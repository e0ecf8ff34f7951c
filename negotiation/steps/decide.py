"""Deciding: five ways out, what speaks for and against each, and which one the plan points to."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Heading, Items, Text
from negotiation.calc.decide import Exit
from negotiation.decide import decide_facts
from negotiation.models import Decide
from negotiation.steps.base import Answers, Gap, Step
from negotiation.steps.decide_form import LISTS, DecideForm
from negotiation.steps.decide_words import Case, for_and_against

LABELS = {"yes_if": "Yes at once, if", "ask_if": "Ask on, if", "no_if": "A calm no, if"}
DIFFERS = "You decide otherwise than the plan points to. That is yours to do; write down why."


def results(answers: Answers) -> dict[str, Any]:
    case = Case(answers)
    advice, facts, sides = case.advice, decide_facts(), for_and_against(case)
    ways = [{"slug": str(one), "way": facts.exits[one], "pros": sides[one][0], "cons": sides[one][1]} for one in Exit]
    return {
        "advised": facts.exits[advice.exit],
        "slug": str(advice.exit),
        "because": case.because(advice),
        "ways": sorted(ways, key=lambda each: each["slug"] != advice.exit),
        "unknown": case.unknown,
        "chosen": facts.exits[case.own.choice] if case.own.choice else None,
        "differs": DIFFERS if case.own.choice not in ("", advice.exit) and not case.own.why.strip() else "",
        "lists": lists(case.own),
        "mean": "mean" if case.own.fair == "no" or case.own.excited == "no" else "",
    }


def lists(own: Decide) -> list[tuple[str, list[str]]]:
    """The three lists, line by line."""
    found = [
        (LABELS[name], [line.strip() for line in getattr(own, name).splitlines() if line.strip()]) for name in LISTS
    ]
    return [(label, lines) for label, lines in found if lines]


def sheet(answers: Answers) -> list[Block | Gap]:
    """The three lists in one place, for the moment in which one is asked."""
    own: Decide = answers["decide"].values
    told = [f"{label} {'; '.join(lines)}" for label, lines in lists(own)]
    missing, blocks = "when you would say yes at once", "what you answer when they ask for a yes"
    if not told:
        return answers.gap("decide", "yes_if", missing, blocks)
    return [Fact(label="When they ask for a yes", value=told[0], note="\n".join(told[1:]))]


def brief(answers: Answers) -> list[Block]:
    """Private: it holds every number, and what one thinks of them."""
    case = Case(answers)
    own, advice = case.own, case.advice
    blocks: list[Block] = [Fact(label=label, value="\n".join(lines)) for label, lines in lists(own)]
    blocks += [Text(text=f"{decide_facts().exits[advice.exit].label}. {case.because(advice)}")] if case.numbers else []
    for title, lines in (("What speaks for it", case.good), ("What speaks against it", case.bad)):
        blocks += [Heading(text=title), Items(items=tuple(lines))] if lines else []
    if case.unknown:
        blocks += [Heading(text="Not known yet"), Items(items=tuple(case.unknown))]
    if own.choice:
        blocks.append(Fact(label="What you decided", value=decide_facts().exits[own.choice].label, note=own.why))
    return blocks


STEP = Step(
    slug="decide",
    chapter="decide",
    title="Decide",
    purpose="Five ways out, what speaks for and against each, and which one your plan points to",
    minutes=8,
    suits={"offer": 7, "counter": 5},
    model=Decide,
    form=DecideForm,
    uses=("redlines", "offer"),
    glances=("state",),
    watches=("zopa", "batna", "information", "stool", "mission", "promises"),
    compares=True,
    results=results,
    beside=("ways",),
    sheet=sheet,
    brief_title="Deciding",
    brief=brief,
)
