"""One's own version of the job: what it is for, what should have changed, and by what one would see it."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table
from negotiation.models import KeyResult, Mission, Objective
from negotiation.scripts.words import clause
from negotiation.steps import mission_words as words
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.found import day_of
from negotiation.steps.match_words import short
from negotiation.steps.mission_form import KeyResultForm, MissionForm, ObjectiveForm
from negotiation.steps.role import open_pains

MOST_OBJECTIVES, MOST_RESULTS = 5, 20


def parts(answers: Answers) -> list[Mission | Objective | KeyResult]:
    """All that has words: the mission, the objectives, the key results."""
    own: Mission = answers["mission"].values
    return [*([own] if own.mission else []), *words.objectives(answers), *words.key_results(answers)]


def results(answers: Answers) -> dict[str, Any]:
    own: Mission = answers["mission"].values
    every, there = parts(answers), words.asked_already(answers)
    traps = words.contradictions(answers)
    of_traps = {each.trap.question for each in traps}
    return {
        "mission": own.mission,
        "tree": [branch(row, kept) for row, kept in words.by_objective(answers)],
        "shown": sum(row.shown for row in every),
        "of": len(every),
        "kept": any(not row.shown for row in every if row is not own),
        "mission_kept": bool(own.mission) and not own.shown,
        "questions": [question for question in words.questions(answers) if question not in of_traps],
        "traps": [in_short(each, there) for each in traps],
        "pains": open_pains(answers, "mission", "serves") if len(answers["mission"].rows) < MOST_OBJECTIVES else [],
        "notices": notices(answers),
    }


def branch(row: Objective | None, kept: list[KeyResult]) -> dict[str, Any]:
    return {
        "text": row.text if row else "",
        "results": [(one.text, ", ".join(facts(one))) for one in kept],
    }


def in_short(each: Any, there: set[str]) -> dict[str, Any]:
    return {
        "says": each.trap.says,
        "one": short(each.one, words.QUOTED),
        "other": short(each.other, words.QUOTED),
        "question": each.trap.question,
        "asked": each.trap.question in there,
    }


def notices(answers: Answers) -> list[str]:
    """What would make the draft easier to agree on."""
    unsaid = [row for row in parts(answers) if row.standing == "agreed" and not (row.whom and row.day)]
    found = []
    if unsaid:
        found.append("For what is agreed, note with whom and when. It helps both of you to remember it alike.")
    if len(words.objectives(answers)) > 3:
        found.append("Three objectives are easier to keep in mind than five. Which would you do without?")
    return found


def summary_of_objective(answers: Answers, row: Objective) -> list[str]:
    if not row.text:
        return ["still to say: what should have changed"]
    kept = sum(one.objective_id == row.pk for one in words.key_results(answers))
    counted = f"{kept} key result{'' if kept == 1 else 's'}" if kept else "no key result yet"
    serves = [f"serves: {short(row.serves)}"] if row.serves else []
    return [*serves, counted, words.standing(row)]


def summary_of_result(answers: Answers, row: KeyResult) -> list[str]:
    objective = next((one for one in words.objectives(answers) if one.pk == row.objective_id), None)
    under = f"under: {short(clause(objective.text))}" if objective else "under no objective yet"
    return [under, *facts(row), words.standing(row)]


def facts(row: KeyResult) -> list[str]:
    measured = f"measured by: {clause(row.measure)}" if row.measure else "no measure yet"
    return [measured, f"by {day_of(row.until)}" if row.until else "no day yet"]


def sheet(answers: Answers) -> list[Block | Gap]:
    own: Mission = answers["mission"].values
    kept = words.key_results(answers)
    found: list[Block | Gap] = [Fact(label="What you are there for", value=own.mission)] if own.mission else []
    found += answers.gap("mission", "mission", "what you would be there for", "what you talk about besides pay")
    if not words.objectives(answers) and not kept:
        blocks = "what your asks are for"
        found.append(Gap(slug="mission", field="entries", missing="one thing that should have changed", blocks=blocks))
    return found


def brief(answers: Answers) -> list[Block]:
    """Private: what is shown to them has a paper of its own."""
    own: Mission = answers["mission"].values
    blocks: list[Block] = []
    if own.mission:
        blocks.append(Fact(label="What you are there for", value=own.mission, note=words.standing(own)))
    rows = tuple(line for row, kept in words.by_objective(answers) for line in lines(row, kept))
    if rows:
        head = ("What should have changed", "By what one sees it", "How it is measured, by when", "How far it has come")
        blocks.append(Table(head=head, rows=rows))
    return blocks


def lines(row: Objective | None, kept: list[KeyResult]) -> list[tuple[str, ...]]:
    """An objective and its key results as rows of a table: the objective once, before the first of them."""
    text = "\n".join((row.text, *([words.standing(row)] if row.shown else []))) if row else "Under no objective"
    if row and not kept:
        return [(text, "", "", "")]
    return [
        (text if at == 0 else "", one.text, "\n".join(measured(one)), words.standing(one))
        for at, one in enumerate(kept)
    ]


def measured(row: KeyResult) -> list[str]:
    return [*([row.measure] if row.measure else []), *([f"By {day_of(row.until)}"] if row.until else [])]


STEP = Step(
    slug="mission",
    chapter="case",
    title="Your version of the job",
    purpose="What you would be there for, what should have changed, and by what one would see it",
    minutes=15,
    suits={"applying": 10, "interviews": 6, "offer": 8, "counter": 9},
    model=Mission,
    form=MissionForm,
    rows=Rows(
        model=Objective, form=ObjectiveForm, noun="objective", summary=summary_of_objective, most=MOST_OBJECTIVES
    ),
    more=Rows(model=KeyResult, form=KeyResultForm, noun="key result", summary=summary_of_result, most=MOST_RESULTS),
    uses=("role",),
    browses=("match",),
    seconds=("information",),
    results=results,
    beside=("traps", "questions", "draft"),
    sheet=sheet,
    brief_title="Your version of the job",
    brief=brief,
)
