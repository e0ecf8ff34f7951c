"""The way down from the opening to the target: one step for each entry, and each step smaller."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.blocks import Block, Heading, Table, Text
from groundwork.money import unit
from negotiation.calc.concessions import ConcessionTerms, Plan, Step, plan
from negotiation.calc.opening import MOST_STEPS
from negotiation.calc.zopa import ZopaResult
from negotiation.models import Concession
from negotiation.steps.base import Answers

HEAD = ("Step", "You ask for", "You give", "Because", "In return for")


def counted(answers: Answers) -> list[Concession]:
    return [row for row in answers["zopa"].rows if row.draft is None][:MOST_STEPS]


def way_down(answers: Answers, result: ZopaResult) -> Plan | None:
    return way(answers, result.opening.amount, result.target, result.floor)


def way(answers: Answers, opening: Decimal | None, target: Decimal | None, floor: Decimal | None) -> Plan | None:
    """The steps, as many as there are entries; None without an entry, an opening or a target."""
    rows = counted(answers)
    if not rows or opening is None or target is None:
        return None
    terms = ConcessionTerms(
        opening=opening,
        target=target,
        floor=floor,
        steps=len(rows),
        because=tuple(row.because for row in rows),
        in_return=tuple(row.in_return for row in rows),
    )
    return plan(terms)


def words(answers: Answers, result: ZopaResult) -> dict[str, Any]:
    """What the panel shows: how it was worked out, and each step."""
    found = way_down(answers, result)
    return {"how": how(answers, result, found), "steps": [told(answers, step) for step in found.steps] if found else []}


def how(answers: Answers, result: ZopaResult, found: Plan | None) -> str:
    rows = counted(answers)
    if not rows:
        return ""
    if found is None:
        return "Your steps get their amounts once there is a number to open with and a target."
    start = answers.money(found.terms.opening)
    if not found.steps:
        return f"You open at {start}, and there is nothing below it that you would come down to."
    end = "your minimum, which lies above your target" if found.held_by_floor else "your target"
    number = "1 step" if len(rows) == 1 else f"{len(rows)} steps, each smaller than the one before"
    why = "" if len(rows) == 1 else " Steps that shrink show that you come near your limit."
    return f"From {start} to {answers.money(found.end)}, {end}, in {number}.{why}"


def told(answers: Answers, step: Step) -> dict[str, str]:
    return {
        "number": str(step.number),
        "ask": answers.money(step.ask),
        "give": answers.money(step.give),
        "because": step.because,
        "in_return": step.in_return,
    }


def summary(answers: Answers, row: Concession) -> list[str]:
    """What the list says of one step; its amount stands in the panel, where all of them are seen together."""
    place = [f"Step {number}" for number, other in enumerate(counted(answers), 1) if other is row]
    return [*place, *([f"because {row.because}"] if row.because else [])]


def blocks(answers: Answers, result: ZopaResult) -> list[Block]:
    """The same for the private plan."""
    found = way_down(answers, result)
    if found is None or not found.steps:
        return []
    rows = tuple(tuple(told(answers, step).values()) for step in found.steps)
    caption = f"The way down, in {unit(answers.frame)}"
    return [
        Heading(text="How you come down"),
        Text(text=how(answers, result, found)),
        Table(head=HEAD, rows=rows, caption=caption),
    ]
