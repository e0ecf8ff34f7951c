"""Which of the effects that can be shown carry an ask: both ends of a range, or the one number that is named."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from negotiation.calc.impact import ask_of, carried_by
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.impact_words import first_year
from negotiation.steps.match_words import short
from negotiation.steps.people_words import listed

NAMED = ("ask_low", "ask_high", "opens")


def carried(answers: Answers) -> dict[str, Any]:
    """Each number that is named with what carries it, the lowest first; nothing while there is none above the offer."""
    numbers = at_hand("zopa", answers)
    offer = Decimal(numbers["offer"]) if "offer" in numbers else None
    named = {Decimal(numbers[name]) for name in NAMED if name in numbers}
    asks = [(amount, ask_of(amount, offer, answers.frame.period).amount) for amount in sorted(named)]
    shown = [(name, as_said(Decimal(worth))) for name, worth in at_hand("impact", answers).get("shown", [])]
    lines = [(answers.money(amount), line(answers, as_said(more), shown)) for amount, more in asks if more is not None]
    return {"lines": lines if shown else [], "nothing": bool(lines) and not shown}


def as_said(amount: Decimal) -> Decimal:
    """As it is shown: from a thousand on without its cents, so that what is compared is what can be read."""
    return Decimal(round(amount)) if amount >= 1000 else amount


def line(answers: Answers, more: Decimal, shown: list[tuple[str, Decimal]]) -> str:
    """ "10 acorns a year gross more than they offer: “Mend the lamp” alone brings 43.20 acorns in the first year." """
    count = carried_by([Fraction(worth) for _, worth in shown], more)
    used = shown[:count]
    total = first_year(answers, sum((worth for _, worth in used), Decimal(0)))
    asked = f"{answers.about(more, period='year')} more than they offer"
    if count is None:
        return f"{asked}: all that you can show comes to {total}, which is less."
    names = listed(f"“{short(name)}”" for name, _ in used)
    return f"{asked}: {names} {'alone brings' if count == 1 else 'together bring'} {total}."
