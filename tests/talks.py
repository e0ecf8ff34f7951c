"""What a full plan holds for the talk itself: what is told, what is asked, what is answered under pressure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import (
    Call,
    CallEntry,
    Decide,
    Information,
    Ladder,
    Learning,
    PackageIssue,
    Packages,
    Plan,
    Practised,
    Pressure,
    PressureLine,
    Promise,
    Promises,
    Proposal,
    Rehearse,
    Script,
    ScriptLine,
    SmallAsk,
    Telling,
)


def filled(row: Callable[..., Any], plan: Plan, mark: str, start: Decimal) -> None:
    """By `row` of the people: a saved row in which every text carries the mark of its owner."""
    row(Information, plan, mark)
    row(Telling, plan, f"{mark}_1", kind="pay", level="never")
    row(Telling, plan, f"{mark}_2", kind="own", level="freely", order=1)
    named = {"low": start + 2100, "high": start + 8900, "day": date(2026, 12, 8), "until": date(2026, 12, 2)}
    row(Learning, plan, f"{mark}_1", must=True, place="range", **named)
    row(Learning, plan, f"{mark}_2", must=True, place="expires", answer="", order=1)
    row(Pressure, plan, mark)
    row(Script, plan, mark, manner="together", medium="video")
    row(ScriptLine, plan, f"{mark}_1", line="number")
    row(ScriptLine, plan, f"{mark}_2", line="think", order=1)
    row(Ladder, plan, mark, said=start + 3000)
    row(Rehearse, plan, mark, call=date(2026, 12, 11), recruiter="tough", voice=True)
    tried = {"first": date(2026, 11, 20), "seen": date(2026, 11, 21), "halted": True, "went": "halting"}
    row(Practised, plan, f"{mark}_1", turn=1, **tried)
    row(Practised, plan, f"{mark}_2", turn=2, order=1, **tried)
    row(SmallAsk, plan, f"{mark}_1", how="partly", day=date(2026, 11, 19))
    row(SmallAsk, plan, f"{mark}_2", order=1)
    row(Call, plan, mark, by=date(2026, 12, 12))
    row(CallEntry, plan, f"{mark}_1", kind="offer", amount=start + 1500, day=date(2026, 11, 20))
    row(CallEntry, plan, f"{mark}_2", kind="note", order=1)
    felt = {"tasks": "meets", "money": "gap", "format": "unknown", "fair": "yes", "excited": "unsure"}
    row(Decide, plan, mark, choice="counter", **felt)
    row(Promises, plan, mark, talked=date(2026, 11, 20))
    said = {"day": date(2026, 11, 20), "until": date(2026, 12, 9)}
    row(Promise, plan, f"{mark}_1", side="theirs", how="phone", about="growth", **said)
    row(Promise, plan, f"{mark}_2", side="mine", how="mail", about="answer", order=1, **said)
    row(PressureLine, plan, f"{mark}_1", sign="rush")
    row(PressureLine, plan, f"{mark}_2", order=1)
    packages(row, plan, mark, start)


def packages(row: Callable[..., Any], plan: Plan, mark: str, start: Decimal) -> None:
    """Three things on the table, and three packages proposed that stand there no more."""
    row(Packages, plan, mark, by="points", level=60, ceiling=90_000)
    most = {f"option_{place}": "" for place in range(4, 11)}
    three = {f"option_{place}": f"{mark}_{place}_packageissue_option_{place}" for place in range(1, 4)} | most
    row(PackageIssue, plan, f"{mark}_1", kind="own", points=100, guess="low", least="2")  # with all ten options
    pay = {f"option_{place}": f"{start + 2000 * place:.0f}" for place in range(1, 5)}
    row(PackageIssue, plan, f"{mark}_2", kind="pay", points=80, guess="none", order=1, **(most | pay))
    row(PackageIssue, plan, f"{mark}_3", kind="growth", points=50, guess="middle", order=2, **three)
    row(Proposal, plan, f"{mark}_1", day=date(2026, 11, 22), liked="second")
    row(Proposal, plan, f"{mark}_2", liked="", order=1)
