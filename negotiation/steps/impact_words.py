"""What somebody brings, in words: amounts in the employer's money, the working, and the ask against the total."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from groundwork.fields import plain
from groundwork.money import INVENTED, Amount, as_decimal, show_number
from negotiation.calc.impact import Ask, Counted, ImpactResult, Kind, Lack, Missing, Three, yearly
from negotiation.models import Effect
from negotiation.steps.base import Answers

MISSING = {
    Missing.AMOUNT: "what it comes to in a year",
    Missing.VOLUME: "how many a year",
    Missing.SAVING: "how much each one saves or brings",
    Missing.PRICE: "what one of these is worth to them",
    Missing.MARGIN: "what stays with them of the revenue",
    Missing.LIKELIHOOD: "how likely it is",
    Missing.FIRST_YEAR: "how much of it comes in the first year",
}
LACKS = {
    Lack.BOTH: "To set an ask against it, enter what they offer and what you aim for.",
    Lack.ASKED: "To set an ask against it, enter what you aim for.",
    Lack.OFFERED: "To set an ask against it, enter what they offer.",
    Lack.PERIOD: "Your numbers are pay by the hour or the day, and how much you will work in a year is not known here, "
    "so there is no ask of a year to set against it.",
    Lack.NOTHING: "They offer what you ask for already, so there is no ask to set against it.",
}
KINDS = {Kind.SAVING: "saving", Kind.AVOIDED: "cost avoided", Kind.REVENUE: "revenue"}
ASKED = {
    "opening": "what you open with",
    "ask_low": "the low end of the range you name",
    "opens": "what you open with",
    "desired": "what you aim for",
}


def bare(answers: Answers, amount: Amount) -> str:
    """An amount of the employer's money: with its currency, and neither gross nor net."""
    currency = answers.frame.currency
    return f"{number(answers, amount)} {INVENTED.get(currency, currency)}"


def number(answers: Answers, amount: Amount) -> str:
    """From a thousand on without its cents, which would only look exact."""
    shown = Decimal(round(amount)) if amount >= 1000 else amount
    return show_number(shown, answers.frame.currency, answers.locale)


def a_year(answers: Answers, amount: Amount) -> str:
    return f"{bare(answers, amount)} a year"


def first_year(answers: Answers, amount: Amount) -> str:
    return f"{bare(answers, amount)} in the first year"


def span(answers: Answers, three: Three) -> str:
    """From low to high, where there is a range."""
    return "" if three.is_one else f"{number(answers, three.low)} to {bare(answers, three.high)}"


def percent(share: Fraction) -> str:
    """A share as people say it: 7.5 %; one too small for that is not called nothing."""
    if 0 < share < Fraction(1, 2000):
        return "less than 0.1 %"
    hundreds = share * 100
    return f"{plain(round(as_decimal(hundreds), 1 if hundreds < 100 else 0))} %"


def factors(answers: Answers, row: Effect) -> str:
    """The three numbers with the person's own words: 300 logs a year × 0.5 hours × 30 acorns."""
    if row.amount is not None or row.volume is None or row.saving is None or row.price is None:
        return ""
    volume = f"{show_number(row.volume, 'JPY', answers.locale)} {row.volume_unit}".strip()
    saving = f"{plain(row.saving)} {row.saving_unit}".strip()
    return f"{volume} a year × {saving} × {bare(answers, row.price)}"


def working(answers: Answers, row: Effect, counted: Counted) -> str:
    """How the worth of a row was reached, factor by factor."""
    effect, amount = counted.effect, yearly(counted.effect)
    if amount is None:
        return ""
    made = factors(answers, row)
    parts = [f"{made} = {a_year(answers, amount)}" if made else a_year(answers, amount)]
    if effect.kind is Kind.REVENUE and effect.margin is not None:
        parts.append(f"{plain(effect.margin)} % of it stays with them")
    if effect.likelihood is not None:
        parts.append(f"{plain(effect.likelihood)} % likely")
    if effect.first_year is not None:
        parts.append(f"{plain(effect.first_year)} % of it in the first year")
    return ", ".join(parts)


def lacking(counted: Counted) -> str:
    """What a row cannot be counted without."""
    return ", ".join(MISSING[name] for name in counted.effect.missing)


def against(answers: Answers, result: ImpactResult) -> list[str]:
    """The total against the ask: what is proven first, then all of it."""
    if result.all is None:
        return []
    if result.ask.lack:
        return [*totals(answers, result), LACKS[result.ask.lack]]
    if result.proven is None or not result.proven.likely:
        return [*totals(answers, result), *only_all(answers, result)]
    said = [of_impact(answers, result.ask, result.proven, result.proven_share, "the impact")]
    if result.all != result.proven and result.share:
        said.append(f"With what you cannot show yet it would be {percent(result.share)}.")
    return said


def only_all(answers: Answers, result: ImpactResult) -> list[str]:
    """The ask against what nobody can be shown yet."""
    if not result.share:
        return []
    return [of_impact(answers, result.ask, result.all, result.share, "the impact, and none of that is proven yet")]


def of_impact(answers: Answers, ask: Ask, total: Three | None, share: Fraction | None, what: str) -> str:
    """The ask is 7.5 % of the impact: so much more for one side, so much for the other."""
    if total is None or share is None:
        return ""
    more = answers.about(ask.amount, period="year")
    sums = f"{more} more for you, {first_year(answers, total.likely)} for them"
    return f"The ask is {percent(share)} of {what}: {sums}."


def totals(answers: Answers, result: ImpactResult) -> list[str]:
    """What it comes to, where there is no ask to set against it."""
    if result.all is None:
        return []
    said = f"What you bring comes to {first_year(answers, result.all.likely)} for them."
    if result.proven is None:
        return [f"{said} None of it is proven yet."]
    if result.proven != result.all:
        return [f"{said} Of this you can show {bare(answers, result.proven.likely)}."]
    return [said]


def cautions(answers: Answers, result: ImpactResult) -> list[str]:
    """What the comparison leaves out, said where there is one."""
    said = []
    if result.proven_share and result.proven_share > 1:
        said.append(
            "The ask is more than what you can show for the first year. Better to know it before they say so: prove "
            "one more row, speak of the years after, or give a reason that is not money."
        )
    if result.ask.amount is not None and result.all is not None:
        net = "is after tax, so it costs them clearly more" if answers.frame.basis == "net" else "costs them more"
        said.append(f"Your ask {net} than it says: what an employer pays on top of wages is not counted here.")
    return said


def source(answers: Answers, ask: Ask, which: str) -> str:
    """Which two numbers the ask is the difference of."""
    if ask.amount is None:
        return ""
    asked, offered = (answers.about(amount) for amount in (ask.asked, ask.offered))
    return f"The ask is {ASKED[which]}, {asked}, less what they offer, {offered}."
