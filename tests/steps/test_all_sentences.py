"""Everything that is put together of one's own words and ours, on every page and paper, for every person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from negotiation.example import example
from negotiation.scripts.words import Words
from negotiation.steps import STEPS
from negotiation.steps.base import Answers
from negotiation.steps.loading import load
from tests import people

# What a sentence never holds, whatever is blank in a plan: a name of ours for nothing, two full stops, a lonely mark.
WRONG = re.compile(r"\bNone\b|(?<!\.)\.\.(?!\.)|\s[.,;:!?](?:\s|$)|\S  \S|“”|[{}]|,,|\(\)|: *[.,;]")


def texts(value: Any, seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """Every text in what a step gives, however deep."""
    if id(value) in seen:
        return
    seen |= {id(value)}
    if isinstance(value, Words):
        yield value.plain()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from texts(part, seen)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("svg", "href"):
                yield from texts(getattr(value, field.name), seen)


def given(answers: Answers) -> Iterator[tuple[str, str]]:
    for step in STEPS:
        lists = [(kind, rows) for kind, rows in (
            (step.rows, answers[step.slug].rows), (step.more, answers[step.slug].more)
        ) if kind]  # fmt: skip
        made: list[Any] = [step.results(answers), step.sheet(answers), step.brief(answers), step.hub(answers)]
        made += [kind.summary(answers, row) for kind, rows in lists for row in rows]
        yield from ((step.slug, text) for text in texts(made))


def wrong(answers: Answers) -> list[str]:
    return [f"{slug}: {text}" for slug, text in given(answers) if text != "None" and WRONG.search(text)]


MAKERS = {
    "full": lambda: people.full_plan(people.account("owner")),
    "half": lambda: people.half_plan(people.guest()),
    "empty": lambda: people.empty_plan(people.account("owner")),
}


@pytest.mark.django_db
@pytest.mark.parametrize("who", MAKERS)
def test_no_sentence_of_a_plan_falls_apart(who):
    answers = load(MAKERS[who](), STEPS)
    assert len(list(given(answers))) > 100
    assert wrong(answers) == []


@pytest.mark.django_db
def test_no_sentence_falls_apart_where_what_was_typed_ends_like_a_sentence():
    """People write full stops, question marks and spaces where a phrase was asked for."""
    plan = people.full_plan(people.account("owner"))
    for table in ("stoolask_rows", "keyresult_rows", "objective_rows", "want_rows", "person_rows", "promise_rows"):
        for row in getattr(plan, table).all():
            for column in row._meta.concrete_fields:
                text = getattr(row, column.attname)
                if isinstance(text, str) and text.startswith("owner") and column.name != "who":
                    setattr(row, column.attname, f"The {text}.")
            row.save()
    ours = {"mission", "stool", "ladder", "promises", "win", "people"}
    found = [(slug, text) for slug, text in given(load(plan, STEPS)) if slug in ours]
    bad = [pair for pair in found if re.search(r"\.\.|\.,|\.;|\. \(|\.:", pair[1])]
    assert "\n".join(map(str, bad)) == ""


def test_no_sentence_of_the_example_falls_apart():
    assert wrong(example(date(2026, 11, 30)).answers) == []
