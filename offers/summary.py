"""What pages say of one offer: its pay in words, the working behind each number, what is left to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from groundwork.fields import plain
from groundwork.money import Frame, Period, show
from offers.calc.pay import Certainty, OfferTerms
from offers.calc.valuation import LEVELS, Code, Line, Valuation

SURE = {
    Certainty.GUARANTEED: "Guaranteed",
    Certainty.LIKELY: "With likely pay",
    Certainty.MAYBE: "With likely and maybe pay",
}
# Each thing an offer can leave open: its name, and the question that settles it.
ASK = {
    "base": ("base pay", "What is the base pay?"),
    "hours_week": ("hours a week", "How many hours a week do you expect?"),
    "days_week": ("days a week", "How many days a week is this?"),
    "payments": ("payments a year", "How many payments a year are there?"),
    "bonus": ("a bonus", "Is there a bonus? How much is it, and how often was it paid in full?"),
    "bonus_likelihood": ("how sure the bonus is", "How often was the bonus paid in full?"),
    "sign_on": ("a sign-on payment", "Is there a payment at the start?"),
}


def money(terms: OfferTerms, amount: Decimal | None, period: Period, locale: str) -> str:
    return show(amount, Frame(currency=terms.currency, period=period, basis=terms.basis), locale)


def as_entered(terms: OfferTerms, locale: str) -> str:
    """Base pay as they wrote it, with what its year is made of."""
    if terms.base is None:
        return ""
    more = {
        "month": f", {terms.payments} payments a year",
        "day": f", {plain(terms.days_week)} days a week" if terms.days_week else "",
        "hour": f", {plain(terms.hours_week)} hours a week" if terms.hours_week else "",
    }.get(terms.period, "")
    return money(terms, terms.base, terms.period, locale) + more


def working(terms: OfferTerms, locale: str) -> str:
    """How a year of base pay is worked out; blank where a year was entered, or something is missing."""
    if terms.base is None:
        return ""
    times = {
        "week": "52 weeks",
        "month": f"{terms.payments} payments",
        "day": f"{plain(terms.days_week)} days × 52 weeks" if terms.days_week else "",
        "hour": f"{plain(terms.hours_week)} hours × 52 weeks" if terms.hours_week else "",
    }.get(terms.period, "")
    return f"{money(terms, terms.base, terms.period, locale)} × {times}" if times else ""


def parts(worth: Valuation, locale: str) -> list[tuple[str, str, str]]:
    """What the years are made of: name, amount, and where it comes from."""
    return [part for line in worth.lines if (part := _part(worth, line, locale))] + _hour(worth, locale)


def _part(worth: Valuation, line: Line, locale: str) -> tuple[str, str, str] | None:
    known = [amount for amount in line.amounts if amount is not None]
    if len(known) < len(line.amounts):
        return None
    amount = max(known, default=Decimal(0))
    period: Period = "once" if line.one_off else "year"
    return title(line), money(worth.terms, amount, period, locale), note(worth.terms, line, amount, locale)


def title(line: Line) -> str:
    names = {Code.BASE: "Base pay", Code.BONUS: "Bonus", Code.SIGN_ON: "Sign-on payment"}
    return names.get(line.code, line.label)


def note(terms: OfferTerms, line: Line, amount: Decimal, locale: str) -> str:
    """Where a line's amount comes from, and how it is counted."""
    if line.code is Code.BASE:
        return working(terms, locale)
    if not amount:
        return ""
    said = [f"counted as {line.certainty}"]
    if line.one_off:
        said.insert(0, f"once, in year {1 + line.amounts.index(amount)}")
    elif line.code is Code.BONUS and terms.bonus_amount is None and terms.bonus_target_percent is not None:
        said.insert(0, f"{plain(terms.bonus_target_percent)} % of base pay")
    return ", ".join(said)


def _hour(worth: Valuation, locale: str) -> list[tuple[str, str, str]]:
    if worth.per_hour is None or worth.terms.hours_week is None:
        return []
    rule = f"guaranteed pay of every year, divided by {plain(worth.terms.hours_week)} hours × 52 weeks"
    return [("For an hour of work", money(worth.terms, worth.per_hour, "hour", locale), rule)]


@dataclass(frozen=True, kw_only=True)
class Span:
    """Years in a row that pay the same."""

    title: str
    totals: tuple[tuple[str, str], ...]


def spans(worth: Valuation, locale: str) -> list[Span]:
    """The years at each level of certainty, equal neighbours as one."""
    groups: list[list[int]] = []
    totals = {year.year: tuple(year.total(level) for level in LEVELS) for year in worth.years}
    for year, total in totals.items():
        if groups and totals[groups[-1][-1]] == total:
            groups[-1].append(year)
        else:
            groups.append([year])
    return [Span(title=_years(years), totals=tuple(_levels(worth, totals[years[0]], locale))) for years in groups]


def _years(years: list[int]) -> str:
    return f"Year {years[0]}" if len(years) == 1 else f"Years {years[0]} to {years[-1]}, each"


def _levels(worth: Valuation, totals: Iterable[Decimal], locale: str) -> Iterable[tuple[str, str]]:
    for level, total in zip(LEVELS, totals, strict=True):
        yield SURE[level], money(worth.terms, total, "year", locale)


def open_points(worth: Valuation) -> list[tuple[str, str]]:
    """What the offer leaves open: a name for it, and the question to ask."""
    return [_ask(worth.terms, name) for name in worth.unknown]


def _ask(terms: OfferTerms, name: str) -> tuple[str, str]:
    if name in ASK:
        return ASK[name]
    label = terms.extras[int(name.removeprefix("extra:"))].label
    return f"how much “{label}” is", f"How much is this: {label}?"


def days_left(expires: date, today: date) -> str:
    days = (expires - today).days
    if days < 0:
        return "passed yesterday" if days == -1 else f"passed {-days} days ago"
    if days == 0:
        return "today is the last day"
    return "1 day left" if days == 1 else f"{days} days left"
