"""What pages say of one offer: its pay in words, the working behind each number, what is left to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from groundwork.fields import plain
from groundwork.money import Frame, Period, show, show_number
from offers.calc.terms import Certainty, Form, OfferTerms
from offers.calc.valuation import LEVELS, Code, Line, Valuation
from offers.working import FORMS, title

SURE = {
    Certainty.GUARANTEED: "Guaranteed",
    Certainty.LIKELY: "With likely pay",
    Certainty.MAYBE: "With likely and maybe pay",
}
ONCE = (Code.SIGN_ON,)  # an extra can be paid once as well


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
    said = paid(worth.terms, line, locale)
    return (title(line), said, note(worth.terms, line, locale)) if said else None


def paid(terms: OfferTerms, line: Line, locale: str) -> str:
    """A line's amount in words: the same every year, once, or year by year; blank where it is not known."""
    known = [amount for amount in line.amounts if amount is not None]
    if len(known) < len(line.amounts):
        return ""
    if line.code in ONCE or (line.code is Code.EXTRA and line.one_off):
        return money(terms, sum(known, Decimal(0)), "once", locale)
    shown = [show_number(amount, terms.currency, locale) for amount in known]
    if len(set(shown)) == 1:
        return money(terms, known[0], "year", locale)
    years = ", then ".join(shown[:-1])
    return f"{years}, then {money(terms, known[-1], 'year', locale)}"


def note(terms: OfferTerms, line: Line, locale: str) -> str:
    """Where a line's amount comes from, and how it is counted."""
    if line.code is Code.BASE:
        return working(terms, locale)
    known = [amount or 0 for amount in line.amounts]
    if not any(known):
        return ""
    said = [f"counted as {line.certainty}" if line.counted else "not counted: you may never be able to sell it"]
    if line.form in (Form.LOCKED, Form.IN_KIND):
        said.append(FORMS[line.form])
    if line.code in ONCE or (line.code is Code.EXTRA and line.one_off):
        said.insert(0, f"once, in year {1 + known.index(max(known))}")
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


def days_left(expires: date, today: date) -> str:
    days = (expires - today).days
    if days < 0:
        return "passed yesterday" if days == -1 else f"passed {-days} days ago"
    if days == 0:
        return "today is the last day"
    return "1 day left" if days == 1 else f"{days} days left"
