"""The draft that is shown: what is on it of one's own version of the job, and putting the rest there."""

from __future__ import annotations

from collections.abc import Iterator

from babel.dates import format_date
from django.db import transaction

from groundwork.blocks import Block, Heading, Items, Text
from groundwork.document import Brief
from negotiation import services
from negotiation.models import KeyResult, Objective, Plan
from negotiation.scripts.words import ended
from negotiation.steps.base import Answers
from negotiation.steps.found import day_of
from negotiation.steps.mission import STEP
from negotiation.steps.mission_words import by_objective, standing

ASK = "What would you change? What is missing?"


def document(answers: Answers) -> Brief:
    """What is shown and what is agreed, and nothing else: no need, no pain, nothing that is only one's own."""
    title, company = answers["role"].values.title, answers["company"].values.name
    return Brief(
        title=", ".join(filter(None, (title, company))) or "The job",
        subtitle="What this job is for: a draft to talk about",
        version="share",
        marking="Draft",
        sheet_title="Draft",
        printed=answers.today,
        printed_text=format_date(answers.today, "long", locale="en_GB"),
        sheet=tuple(shown(answers)),
    )


def shown(answers: Answers) -> Iterator[Block]:
    blocks = [*of_mission(answers), *of_objectives(answers)]
    yield from blocks
    if blocks:
        yield Text(text=ASK)


def of_mission(answers: Answers) -> Iterator[Block]:
    own = answers["mission"].values
    if own.shown and own.mission:
        yield Text(text=own.mission, strong=True)
        if agreed := agreed_on(own):
            yield Text(text=agreed)


def of_objectives(answers: Answers) -> Iterator[Block]:
    """Each shown objective with its shown key results; those whose objective is not shown stand at the end."""
    loose: list[KeyResult] = []
    for row, kept in by_objective(answers):
        on_it = [one for one in kept if one.shown]
        if row is None or not row.shown:
            loose += on_it
            continue
        yield Heading(text=row.text)
        if agreed := agreed_on(row):
            yield Text(text=agreed)
        yield Items(items=tuple(map(line, on_it)))
    if loose:
        yield Heading(text="Also to be seen")
        yield Items(items=tuple(map(line, loose)))


def line(row: KeyResult) -> str:
    """A key result in one line: "No order is typed twice. Measured by: the log. By 3 May 2027."."""
    measured = f"Measured by: {ended(row.measure)}" if row.measure else ""
    until = f"By {day_of(row.until)}." if row.until else ""
    return " ".join(filter(None, (ended(row.text), measured, until, agreed_on(row))))


def agreed_on(row: Objective | KeyResult) -> str:
    words = standing(row)
    return f"{words[:1].upper()}{words[1:]}." if row.standing == "agreed" else ""


@transaction.atomic
def draft_fill(*, plan: Plan) -> int:
    """All objectives and key results that have words and are finished go on the draft; how many were not there.

    Rows before the state, as a save of one row does it. The mission stands in the form on the same page, where it may
    just be typed: there it is chosen.
    """
    count = 0
    for model in (Objective, KeyResult):
        rows = model.objects.filter(plan_id=plan.pk, standing="mine", draft__isnull=True).exclude(text="")
        for row in rows.order_by("pk").select_for_update():
            row.standing = "shown"
            row.bump()
            row.save()
            count += 1
    services.state_refresh(plan=plan, step=STEP)
    return count
