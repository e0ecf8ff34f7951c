"""The example: a filled, plainly fictional plan that is read from a file and never stored."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from negotiation import services
from negotiation.import_file import Read, opened
from negotiation.import_reading import read
from negotiation.models import Plan, StepState
from negotiation.steps import BY_SLUG
from negotiation.steps.base import Answers
from offers.models import Offer, Term

FILE = Path(__file__).parent / "data" / "example.toml"
DAY = re.compile(r'"today ([+-]) (\d+)"')


@dataclass(frozen=True, kw_only=True)
class Example:
    """Everything the pages of a plan need, made of rows that no database knows."""

    plan: Plan
    answers: Answers
    states: dict[str, StepState]
    offers: tuple[tuple[Offer, list[Term]], ...]


@lru_cache(maxsize=2)
def example(today: date) -> Example:
    """The example as it looks on this day."""
    found = contents(today)
    told = found.plans[0]
    told.plan.is_example = True
    answers = told.answers(found, found.worth)
    told.plan.figures = {}
    for slug, state in told.states.items():
        services.computed(state, BY_SLUG[slug], answers)
        told.plan.figures[slug] = state.figures
    offers = tuple((offer, found.terms[offer.pk]) for offer in told.compared)
    return Example(plan=told.plan, answers=answers, states=told.states, offers=offers)


def contents(today: date) -> Read:
    """The file through the same reader as any export, its days counted from today."""

    def day(found: re.Match[str]) -> str:
        days = timedelta(int(found[2]))
        return f'"{today + days if found[1] == "+" else today - days}"'

    written = tomllib.loads(DAY.sub(day, FILE.read_text("utf-8")))
    return read(opened(json.dumps(written).encode()))
