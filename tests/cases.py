"""What a full plan holds for the case: what is brought in money, one's own version of the job, its legs, objections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import (
    Effect,
    Impact,
    KeyResult,
    Match,
    Mission,
    Objection,
    Objections,
    Objective,
    Person,
    Plan,
    Requirement,
    Stool,
    StoolAsk,
    Want,
)

Row = Callable[..., Any]


def filled(row: Row, plan: Plan, mark: str, start: Decimal) -> None:
    """By `row` of the people: a saved row in which every text carries the mark of its owner."""
    effects(row, plan, mark, start)
    fit(row, plan, mark)
    version(row, plan, mark)
    legs(row, plan, mark)


def effects(row: Row, plan: Plan, mark: str, start: Decimal) -> None:
    row(Impact, plan, mark, margin=30)
    made = {"volume": 300, "saving": Decimal("0.5"), "price": start / 1000, "likelihood": 80, "first_year": 50}
    row(Effect, plan, f"{mark}_1", kind="saving", **made)
    ends = {"amount": start, "low": start / 2, "high": start * 2, "likelihood": 60, "first_year": 100}
    row(Effect, plan, f"{mark}_2", kind="revenue", order=1, **ends)
    row(Effect, plan, f"{mark}_3", kind="avoided", proof="", order=2, **ends)


def fit(row: Row, plan: Plan, mark: str) -> None:
    row(Match, plan, mark)
    row(Requirement, plan, f"{mark}_1", need="must", came="ad", fit="fit", anyone="no")
    row(Requirement, plan, f"{mark}_2", need="nice", came="talk", fit="partial", anyone="yes", order=1)
    row(Requirement, plan, f"{mark}_3", need="must", came="guess", fit="gap", order=2)
    row(Objections, plan, mark)
    row(Objection, plan, f"{mark}_1", theme="experience")
    row(Objection, plan, f"{mark}_2", theme="range", order=1)


def version(row: Row, plan: Plan, mark: str) -> None:
    row(Mission, plan, mark, standing="shown", day=date(2026, 11, 20))
    first = row(Objective, plan, f"{mark}_1", standing="agreed", day=date(2026, 11, 20))
    row(Objective, plan, f"{mark}_2", order=1)
    row(KeyResult, plan, f"{mark}_1", objective=first, standing="agreed", until=date(2027, 6, 30))
    row(KeyResult, plan, f"{mark}_2", objective=first, standing="shown", order=1)
    row(KeyResult, plan, f"{mark}_3", order=2)


def legs(row: Row, plan: Plan, mark: str) -> None:
    """One ask with all that it can point at, one that is open, one that was refused."""
    row(Stool, plan, mark, pay_stands=True)
    points = {"result": KeyResult, "want": Want, "person": Person}
    tied = {name: model.objects.filter(plan=plan).first() for name, model in points.items()}
    row(StoolAsk, plan, f"{mark}_1", leg="budget", confirm="contract", **tied)
    row(StoolAsk, plan, f"{mark}_2", leg="people", wording="", reply="open", order=1)
    row(StoolAsk, plan, f"{mark}_3", leg="growth", reply="closed", day=date(2026, 11, 24), order=2)
