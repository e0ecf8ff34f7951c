"""What a negotiation has cost and what is left of it, in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from groundwork.fields import plain
from groundwork.meter import Use
from negotiation.calc.budget import ENOUGH_TICKS, BudgetResult, Number, Spending, Tick, What

LABELS = {
    What.HOURS: "Hours",
    What.ROUNDS: "Rounds of talks",
    What.WEEKS: "Weeks of waiting",
    What.TEST_HOURS: "Hours of unpaid tests",
    What.STRESS: "Stress, 1 to 10",
}
NAMES = {what: label.split(",")[0].lower() for what, label in LABELS.items()}
ONE, MANY = (
    {What.HOURS: "hour", What.ROUNDS: "round", What.WEEKS: "week of waiting", What.TEST_HOURS: "hour of unpaid tests"},
    {
        What.HOURS: "hours",
        What.ROUNDS: "rounds",
        What.WEEKS: "weeks of waiting",
        What.TEST_HOURS: "hours of unpaid tests",
    },
)
OVER = {
    What.HOURS: "You have spent {} more than you meant to.",
    What.ROUNDS: "You have gone through {} more than you meant to.",
    What.WEEKS: "There have been {} more than you meant to give.",
    What.TEST_HOURS: "You have given {} more than you meant to.",
    What.STRESS: "Your stress stands {} above the limit you set.",
}
TICKS = {
    Tick.HARSH: "harsh words",
    Tick.PRESSING: "pressing",
    Tick.IGNORED: "questions ignored",
    Tick.UNEASY: "an uneasy feeling",
}


def number(amount: Number) -> str:
    return plain(round(Decimal(amount), 1 if amount >= 10 else 2))


def how_many(what: What, amount: Number) -> str:
    """An amount with its unit: 1 hour, 2.5 hours."""
    if what is What.WEEKS:
        amount = round(Decimal(amount), 1)
    words = (ONE if amount == 1 else MANY).get(what, "")
    return f"{number(amount)} {words}".strip()


def spent(one: Spending) -> str:
    """What is known to have been used."""
    if one.spent is None:
        return "not known yet"
    return number(round(Decimal(one.spent), 1) if one.what is What.WEEKS else one.spent)


def of_limit(one: Spending) -> str:
    """The words at the end of a bar."""
    if one.limit is None:
        return spent(one)
    if one.spent is None:
        return f"not known yet, limit {number(one.limit)}"
    over = f", {_over(one)} over" if one.crossed else ""
    return f"{spent(one)} of {number(one.limit)}{over}"


def _over(one: Spending) -> str:
    over = one.over or 0
    return number(round(Decimal(over), 1) if one.what is What.WEEKS else over)


def left(one: Spending) -> str:
    if one.left is None:
        return "not known yet"
    return f"{_over(one)} over" if one.crossed else number(round(Decimal(one.left), 1))


def limited(result: BudgetResult) -> list[Spending]:
    return [one for one in result.spent if one.limit is not None]


def uses(result: BudgetResult) -> list[Use]:
    """The bars: one for each limit. Where nothing at all was meant to be given, anything is too much."""
    return [
        Use(label=LABELS[one.what], text=of_limit(one), share=Fraction(2) if one.crossed else one.share or Fraction(0))
        for one in limited(result)
    ]


def rows(result: BudgetResult) -> tuple[tuple[str, str, str, str], ...]:
    """The same as a table: what, spent, limit, left."""
    return tuple((LABELS[one.what], spent(one), number(one.limit or 0), left(one)) for one in limited(result))


def remaining(result: BudgetResult) -> str:
    """What is still to spend, and what is used up; stress is no store that one spends from."""
    stores = [one for one in limited(result) if one.what is not What.STRESS and not one.crossed]
    keep = [how_many(one.what, one.left) for one in stores if one.left]
    gone = [NAMES[one.what] for one in stores if one.used_up and one.limit]
    said = [f"Left: {', '.join(keep)}." if keep else "", f"Used up: {', '.join(gone)}." if gone else ""]
    return " ".join(part for part in said if part)


def over(result: BudgetResult) -> list[str]:
    """Each limit that is crossed, in a sentence."""
    return [OVER[one.what].format(how_many(one.what, one.over or 0)) for one in result.crossed]


def ticked(result: BudgetResult) -> str:
    """How they have been, as far as it was ticked."""
    found = [f"{TICKS[tick]} ({count})" if count > 1 else TICKS[tick] for tick, count in result.ticks if count]
    return f"You have noted: {', '.join(found)}." if found else ""


def why(result: BudgetResult) -> list[str]:
    """What brings up the question whether to leave or to cut; nothing while there is no reason for it."""
    return [*over(result), *([ticked(result)] if result.tick_count >= ENOUGH_TICKS else [])]


def sentence(result: BudgetResult) -> str:
    """What the bars show."""
    beyond = [f"{NAMES[one.what]} by {_over(one)}" for one in result.crossed]
    parts = [f"Over the limit: {', '.join(beyond)}." if beyond else "", remaining(result)]
    return " ".join(part for part in parts if part)
