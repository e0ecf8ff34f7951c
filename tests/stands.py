"""Where somebody stands in a full plan: wants, market, numbers, limits, alternatives, and what counts beside pay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import (
    Action,
    Alternative,
    Batna,
    Budget,
    Concession,
    Criteria,
    Criterion,
    Market,
    MarketPoint,
    Plan,
    RedLine,
    RedLineMark,
    Redlines,
    Score,
    Spent,
    Swap,
    SwapMark,
    Swaps,
    Want,
    Win,
    Zopa,
)
from offers.models import Offer

Row = Callable[..., Any]


def filled(row: Row, plan: Plan, mark: str, start: Decimal, offers: list[Offer]) -> None:
    """By `row` of the people: a saved row in which every text carries the mark of its owner."""
    position(row, plan, mark, start, offers[1])
    limits(row, plan, mark, offers[0])
    weighing(row, plan, mark, start, offers)


def position(row: Row, plan: Plan, mark: str, start: Decimal, other: Offer) -> None:
    names = (
        "floor_fixed",
        "offer_fixed",
        "their_low",
        "market_low",
        "target_fixed",
        "their_likely",
        "market_high",
    )
    amounts = {name: start + 1000 * step for step, name in enumerate((*names, "their_high", "opening"))}
    ask = {"ask_low": start + 5500, "ask_high": start + 8500, "raise_percent": Decimal("2.5"), "years": 10}
    row(Win, plan, mark, contents="need")
    row(Want, plan, f"{mark}_1", asked=True)
    row(Want, plan, f"{mark}_2", order=1)
    market(row, plan, mark, start)
    row(Concession, plan, f"{mark}_1")
    row(Concession, plan, f"{mark}_2", order=1)
    row(Action, plan, mark, kind="apply", day=date(2026, 12, 1))
    row(Zopa, plan, mark, **amounts, **ask, counts="fixed", market_date=date(2026, 6, 30))
    Batna.objects.create(
        plan=plan,
        choice="expected",
        horizon=24,
        waiting_cost=start / 100,
        motivation=start - 2000,
        outgoings=start / 20,
        income=0,
        savings=start,
        tax_percent=31,
    )
    row(Alternative, plan, f"{mark}_1", kind="present_job", value=start - 3000, likelihood=100, months=0)
    row(
        Alternative,
        plan,
        f"{mark}_2",
        kind="offer",
        offer=other,
        likelihood=60,
        months=Decimal("1.5"),
        order=1,
    )


def market(row: Row, plan: Plan, mark: str, start: Decimal) -> None:
    row(Market, plan, mark, after_1=start + 1000, after_3=start + 4000, after_5=start + 8000)
    point = {"kind": "published", "currency": "EUR", "dated": date(2026, 5, 1), "ends": "quartiles"}
    row(MarketPoint, plan, f"{mark}_1", **point, low=start + 500, mid=start + 2500, high=start + 6500)
    row(MarketPoint, plan, f"{mark}_2", kind="person", currency="EUR", mid=start + 1500, order=1)


def limits(row: Row, plan: Plan, mark: str, offer: Offer) -> None:
    row(Redlines, plan, mark)
    row(RedLine, plan, f"{mark}_1", kind="hours_max", most=42, realism="usual")
    own = row(RedLine, plan, f"{mark}_2", kind="own", realism="few", order=1)
    RedLineMark.objects.create(row=own, offer=offer, said="held")
    Budget.objects.create(plan=plan, since=date(2026, 11, 1), hours=40, rounds=5, weeks=8, test_hours=4, stress=7)
    spent = {"day": date(2026, 11, 10), "hours": 3, "rounds": 1, "test_hours": 1, "stress": 4, "pressing": True}
    row(Spent, plan, mark, **spent)


def weighing(row: Row, plan: Plan, mark: str, start: Decimal, offers: list[Offer]) -> None:
    Criteria.objects.create(plan=plan, weighing="points")
    row(Criterion, plan, f"{mark}_1", kind="pay", points=100)
    own = row(Criterion, plan, f"{mark}_2", kind="own", points=60, order=1)
    row(Criterion, plan, f"{mark}_3", kind="hours", points=30, order=2)
    for offer, said in zip(offers, ("4", "9"), strict=False):
        Score.objects.create(row=own, offer=offer, said=said)
    Swaps.objects.create(plan=plan, pay=start)
    asked = {"start": start, "asked_1": start / 50, "said_1": "yes", "asked_2": start / 10, "said_2": "same"}
    row(Swap, plan, f"{mark}_1", kind="leave", quantity=5, **asked)
    title = row(Swap, plan, f"{mark}_2", kind="title", price=start / 20, order=1)
    SwapMark.objects.create(row=title, offer=offers[0], said="yes")
