"""One's own version of the job, in words: how far each part has come, and what its blanks leave to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotiation.models import KeyResult, Mission, Objective
from negotiation.models.mission import Standing
from negotiation.scripts.words import clause
from negotiation.steps.base import Answers
from negotiation.steps.found import day_of
from negotiation.steps.match_words import short
from negotiation.traps import Found, found

WHAT_FOR = "What should be different in a year because somebody is in this post?"
WHAT_CHANGED = "Which two or three things should have changed after the first year?"
QUOTED = 160  # a quoted part of a question keeps it within what a question may hold
SAID = {"mine": "only yours", "shown": "on the draft that you show"}


def standing(row: Standing) -> str:
    """ "agreed with Ada, 3 May 2027"."""
    day = day_of(row.day) if row.day else ""
    if row.standing == "agreed":
        return "agreed" + (f" with {clause(row.whom)}" if row.whom else "") + (f", {day}" if day else "")
    known = ", ".join(filter(None, (clause(row.whom), day)))
    return SAID[row.standing] + (f" ({known})" if known and row.standing == "shown" else "")


def finished(rows: Iterable[Objective | KeyResult]) -> list[Objective | KeyResult]:
    return [row for row in rows if row.draft is None and row.text]


def objectives(answers: Answers) -> list[Objective]:
    return [row for row in finished(answers["mission"].rows) if isinstance(row, Objective)]


def key_results(answers: Answers) -> list[KeyResult]:
    return [row for row in finished(answers["mission"].more) if isinstance(row, KeyResult)]


def by_objective(answers: Answers) -> list[tuple[Objective | None, list[KeyResult]]]:
    """Each objective with its key results; those that belong to none come last, under none."""
    rows, kept = objectives(answers), key_results(answers)
    ids = {row.pk for row in rows}
    groups: list[tuple[Objective | None, list[KeyResult]]] = [
        (row, [one for one in kept if one.objective_id == row.pk]) for row in rows
    ]
    loose = [one for one in kept if one.objective_id not in ids]
    return [*groups, (None, loose)] if loose else groups


def quoted(text: str) -> str:
    return f"“{short(text.rstrip(' .;:,!?'), QUOTED)}”"


def from_blanks(answers: Answers) -> Iterator[str]:
    """What is not known yet of one's own version of the job, as questions for a talk."""
    own: Mission = answers["mission"].values
    groups = by_objective(answers)
    if not own.mission:
        yield WHAT_FOR
    if not objectives(answers):
        yield WHAT_CHANGED
    for row, kept in groups:
        if row and not kept:
            yield f"By what would you see that this has been reached: {quoted(row.text)}?"
        yield from (f"How is this measured today, and by whom: {quoted(one.text)}?" for one in kept if not one.measure)
        yield from (f"By when should this be reached: {quoted(one.text)}?" for one in kept if not one.until)


def told_of_the_job(answers: Answers) -> Iterator[str]:
    """Every line that the advertisement or a talk has brought, and the title; nothing that is one's own guess."""
    role = answers["role"].values
    yield role.title
    for text in (role.tasks, role.priorities, role.success):
        yield from (line.strip(" \t-–•*") for line in text.splitlines())
    yield from (row.text for row in answers["match"].rows if row.came != "guess")
    yield from (pain.words for pain in answers["role"].rows)


def contradictions(answers: Answers) -> list[Found]:
    return found(told_of_the_job(answers))


def asked_already(answers: Answers) -> set[str]:
    return {text for row in answers["information"].more for text in (row.question, row.origin)}


def questions(answers: Answers) -> list[str]:
    """From blanks and from what describes two jobs, each once; the ones on the list already are left out."""
    there = asked_already(answers)
    every = (*from_blanks(answers), *(each.trap.question for each in contradictions(answers)))
    return [question for question in dict.fromkeys(every) if question not in there]
