"""What an offer of the tests is made of beside its pay: terms of every kind, earlier rounds, a rate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.profiles.models import Candidate
from offers.models import Offer, Rate, Term

Row = Callable[..., Any]
VESTING = {"schedule": "even", "vest_years": 4, "cliff": 12, "cadence": "3"}
# Every column of every kind. Where a form takes one of two, there is a term for each.
TERMS: list[tuple[str, dict[str, Any]]] = [
    (
        "extra",
        {
            "amount": 800,
            "paid_in": "in_kind",
            "premium": 30,
            "clawback_months": 6,
            "clawback": "pro_rata",
            "written": True,
        },
    ),
    ("allowance", {"amount": 3, "period": "hour", "quantity": 6, "certainty": "likely"}),
    ("allowance", {"percent": 25, "quantity": 4, "certainty": "maybe"}),
    (
        "commission",
        {
            "amount": 500,
            "attainment": 80,
            "ramp_months": 3,
            "ramp_percent": 50,
            "delay_months": 2,
            "draw": 300,
            "draw_months": 4,
            "recoverable": "yes",
            "certainty": "maybe",
        },
    ),
    ("commission", {"percent": 2, "quota": 200_000, "attainment": 90, "delay_months": 0, "certainty": "maybe"}),
    ("shares", {"amount": 40_000, "market": "public", "growth": 5, "swing": 40, **VESTING}),
    (
        "shares",
        {
            "count": 900,
            "price": 12,
            "market": "private",
            "double_trigger": "yes",
            "nothing_odds": 60,
            "schedule": "front",
            "cliff": 0,
            "cadence": "1",
        },
    ),
    (
        "options",
        {
            "count": 20_000,
            "diluted": 10_000_000,
            "strike": 1,
            "last_price": 2,
            "preference": 5_000_000,
            "preferred_percent": 40,
            "further_rounds": 1,
            "dilution": 20,
            "window_days": 90,
            **VESTING,
            **{f"exit_{at}": (at - 1) * 20_000_000 for at in range(1, 5)},
            **{f"odds_{at}": 25 for at in range(1, 5)},
        },
    ),
    ("options", {"share": Decimal("0.125"), "strike": 0, "schedule": "back"}),
    ("refresher", {"amount": 6000, "vest_years": 4, "promise": "hoped", "market": "public"}),
    ("purchase", {"amount": 2400, "percent": 15, "lookback": "yes"}),
    ("match", {"percent": 50, "cap_percent": 6, "own_percent": 8, "vest_months": 24, "written": True}),
]
# What an offer says beside its pay ...
SAID = {
    "overtime_week": 3,
    "base_written": True,
    "clawback_months": 12,
    "clawback": "pro_rata",
    "leave_days": 28,
    "holidays": 9,
    "remote_days": 2,
    "commute_minutes": 35,
    "commute_days": 3,
    "commute_cost": 90,
    "tax_rate": 31,
    "cost_index": 104,
    "probation_months": 6,
    "notice_weeks": 13,
    "starts": date(2027, 2, 1),
    "said_on": date(2026, 11, 12),
}
# ... and what would change its pay: of the first round only.
MORE = {
    "next_base": 52_000,
    "next_months": 12,
    "raise_percent": 2,
    "bonus_most": 150,
    "first_months": 9,
    "odds_nothing": 20,
    "odds_target": 50,
    "odds_most": 30,
    "bonus_written": True,
    "sign_on_written": True,
    "leave_written": True,
    "dates_written": True,
}


def filled(row: Row, offer: Offer, mark: str) -> None:
    """Every kind of term, two earlier rounds with terms of their own, and a rate."""
    Offer.objects.filter(pk=offer.pk).update(**SAID, turn=2)
    offer.refresh_from_db()
    for order, (kind, values) in enumerate(TERMS, 2):
        row(Term, None, f"{mark}_{order}_{kind}", offer=offer, kind=kind, order=order, **values)
    rounds(row, offer, mark)
    rate(row, offer.candidate, mark)


def rounds(row: Row, offer: Offer, mark: str) -> None:
    """What they offered first, and the counter to it."""
    same = {"candidate": offer.candidate, "of": offer, "currency": offer.currency, "hours_week": 40}
    same |= {"basis": "gross", "version": 1}
    base = Decimal(offer.base or 0)
    first = row(Offer, None, f"{mark}_first", base=base - 2000, bonus_percent=8, **same, **SAID, **MORE)
    counter = row(
        Offer, None, f"{mark}_counter", base=base + 4000, mine=True, turn=1, said_on=date(2026, 11, 14), **same
    )
    row(Term, None, f"{mark}_first", offer=first, amount=450)
    row(Term, None, f"{mark}_counter", offer=counter, kind="match", percent=100, cap_percent=4, own_percent=4)


def rate(row: Row, candidate: Candidate, mark: str) -> Rate:
    known: dict[str, Any] = {"currency": "EUR", "other": "USD", "rate": Decimal("1.0825"), "as_of": date(2026, 11, 1)}
    made: Rate = row(Rate, None, mark, candidate=candidate, **known)
    return made
