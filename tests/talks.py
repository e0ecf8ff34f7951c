"""What a full plan holds for the talk itself: what is told, what is asked, what is answered under pressure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import Information, Learning, Plan, Pressure, PressureLine, Telling


def filled(row: Callable[..., Any], plan: Plan, mark: str, start: Decimal) -> None:
    """By `row` of the people: a saved row in which every text carries the mark of its owner."""
    row(Information, plan, mark)
    row(Telling, plan, f"{mark}_1", kind="pay", level="never")
    row(Telling, plan, f"{mark}_2", kind="own", level="freely", order=1)
    named = {"low": start + 2100, "high": start + 8900, "day": date(2026, 12, 8), "until": date(2026, 12, 2)}
    row(Learning, plan, f"{mark}_1", must=True, place="range", **named)
    row(Learning, plan, f"{mark}_2", must=True, place="expires", answer="", order=1)
    row(Pressure, plan, mark)
    row(PressureLine, plan, f"{mark}_1", sign="rush")
    row(PressureLine, plan, f"{mark}_2", order=1)
