"""Offers side by side, as a page shows them: columns, rows with the leader marked, and what matters in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from groundwork.fields import plain
from groundwork.money import INVENTED, NOT_KNOWN, Basis, Frame, Period, show, show_number, unit
from offers.asking import open_points
from offers.calc.comparison import Apart, Comparison, Reason, Row, compare
from offers.calc.exchange import exchanged
from offers.calc.pay import Certainty
from offers.calc.real import real_hour
from offers.calc.terms import Form
from offers.calc.valuation import LEVELS, Code, Scenario, Valuation, valuation
from offers.models import Offer, Rate, Term
from offers.summary import SURE, as_entered, days_left, note, paid, working
from offers.verdict import BASES, left_over, short, verdict
from offers.working import title
from offers.worth import newest


@dataclass(frozen=True, kw_only=True)
class Cell:
    text: str
    note: str = ""
    leads: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One offer that is compared: `entered` in its own money, `worth` in the money of the page."""

    offer: Offer
    entered: Valuation
    worth: Valuation
    name: str
    rate: tuple[Decimal, date] | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of the table: a cell for each column."""

    label: str
    cells: tuple[Cell, ...]
    total: bool = False
    words: bool = False  # not numbers to be lined up


@dataclass(frozen=True, kw_only=True)
class Section:
    """Rows that belong together; `sums` are what each column's own card says of it while it is closed."""

    title: str
    lines: tuple[Line, ...]
    sums: tuple[Cell, ...] = ()


def side_by_side(
    offers: Sequence[tuple[Offer, Sequence[Term]]],
    *,
    frame: Frame,
    locale: str,
    today: date,
    rates: Iterable[Rate] = (),
    illiquid: bool = False,
) -> dict[str, Any]:
    """All that the page shows, from rows that have been read (or were never stored). No queries."""
    scenario, rates = Scenario(count_illiquid=illiquid), tuple(rates)
    entered = [valuation(offer.to_terms(terms), scenario=scenario) for offer, terms in offers]
    currency, basis = spoken(entered, frame, rates)
    found = [newest(rates, worth.terms.currency, currency) for worth in entered]
    worths = [exchanged(one, currency, rate[0]) if rate else one for one, rate in zip(entered, found, strict=True)]
    result = compare(worths, currency=currency, basis=basis)
    columns = [
        Column(offer=offers[at][0], entered=entered[at], worth=worths[at], name=short(worths[at]), rate=found[at])
        for at in result.compared
    ]
    view = _View(columns=columns, result=result, locale=locale, today=today)
    sections = (view.entered(), *(view.level(level) for level in LEVELS), view.beside()) if columns else ()
    return {
        "verdict": [*verdict(result, locale), *ended(columns, today), *not_counted(columns), *exchanges(columns)],
        "illiquid": illiquid,
        "has_illiquid": any(line.form is Form.ILLIQUID for column in columns for line in column.worth.lines),
        "otherwise": (currency, basis) != (frame.currency, frame.basis),
        "currency": currency,
        "unit": unit(Frame(currency=currency, period="once", basis=basis)),
        "columns": columns,
        "sections": sections,
        "cards": [_card(columns, sections, place) for place in range(len(columns))],
        "apart": [_apart(offers[one.index][0], one, currency, basis, locale) for one in result.apart],
    }


def spoken(worths: Sequence[Valuation], frame: Frame, rates: Sequence[Rate]) -> tuple[str, Basis]:
    """The money in which most offers can be compared; of equals the plan's own, then the one most of them are in."""
    found = Counter((worth.terms.currency, worth.terms.basis) for worth in worths if worth.years)
    own = (frame.currency, frame.basis)

    def reached(money: tuple[str, Basis]) -> tuple[int, bool, int]:
        code, basis = money
        near = [
            many
            for (currency, other), many in found.items()
            if other == basis and (currency == code or newest(rates, currency, code))
        ]
        return sum(near), money == own, found[money]

    return max((own, *found), key=reached)


def exchanges(columns: Sequence[Column]) -> list[str]:
    """The rates that stand behind the sums, each with its day."""
    said = {
        f"1 {column.entered.terms.currency} is counted as {plain(round(rate, 6))} {column.worth.terms.currency}, "
        f"by your rate of {day:%-d %B %Y}."
        for column in columns
        if column.rate
        for rate, day in [column.rate]
    }
    return sorted(said)


def ended(columns: Sequence[Column], today: date) -> list[str]:
    """An offer that has run out may lead on paper only."""
    names = [column.name for column in columns if column.offer.expires and column.offer.expires < today]
    return [f"The offer from {name} has ended: ask whether it still stands." for name in names]


def not_counted(columns: Sequence[Column]) -> list[str]:
    """What could still change the order, because nobody knows it yet."""
    words = {"bonus": "bonus", "sign_on": "sign-on payment"}
    found = []
    for column in columns:
        missing = [words[name] for name in column.worth.unknown if name in words]
        if missing and len(columns) > 1:
            found.append(f"Not known and not counted: {' and '.join(missing)} from {column.name}.")
        unsold = [line.label for line in column.worth.not_counted]
        if unsold:
            names = " and ".join(unsold)
            found.append(f"Not counted: {names} from {column.name}, which you may never be able to sell.")
    return found


def _card(columns: Sequence[Column], sections: Iterable[Section], place: int) -> dict[str, Any]:
    """One offer with everything that stands in its column."""
    return {
        "column": columns[place],
        "sections": [
            {
                "title": section.title,
                "sum": section.sums[place] if section.sums else None,
                "lines": [(line.label, line.cells[place]) for line in section.lines],
            }
            for section in sections
        ],
    }


def _apart(offer: Offer, one: Apart, currency: str, basis: Basis, locale: str) -> dict[str, Any]:
    terms = one.valuation.terms
    why = {
        Reason.CURRENCY: (
            f"There is no exchange rate between {terms.currency} and {currency} yet: look one up and add it."
        ),
        Reason.BASIS: (
            f"Its pay is {BASES[terms.basis]}, the others are {BASES[basis]}: such numbers are not compared."
        ),
        Reason.BASE_NOT_KNOWN: "A year of its base pay is not known yet, so any total would mislead.",
    }[one.reason]
    if offer.draft is not None and not one.valuation.years:
        why = "It is not finished: its own page shows what cannot be used yet."
    shown = {"offer": offer, "name": short(one.valuation), "base": as_entered(terms, locale), "why": why}
    return shown | {"needs_rate": terms.currency if one.reason is Reason.CURRENCY else ""}


@dataclass(frozen=True, kw_only=True)
class _View:
    """The rows, with what they are made from."""

    columns: Sequence[Column]
    result: Comparison
    locale: str
    today: date

    def show(self, amount: Decimal | None, period: Period) -> str:
        frame = Frame(currency=self.result.currency, period=period, basis=self.result.basis)
        return show(amount, frame, self.locale)

    def line(self, label: str, cells: Iterable[Cell], *, total: bool = False, words: bool = False) -> Line:
        return Line(label=label, cells=tuple(cells), total=total, words=words)

    def entered(self) -> Section:
        lines = [
            self.line("Base pay, as they wrote it", map(self.base, self.columns), words=True),
            self.line("Base pay a year", map(self.base_year, self.columns), words=True),
            self.line("Bonus", (self.part(column, Code.BONUS) for column in self.columns), words=True),
            self.line("Sign-on payment", (self.part(column, Code.SIGN_ON) for column in self.columns), words=True),
            self.line("What else is paid", map(self.extras, self.columns), words=True),
        ]
        return Section(title="As they offer it", lines=tuple(lines))

    def base(self, column: Column) -> Cell:
        unfinished = column.offer.draft is not None
        return Cell(
            text=as_entered(column.entered.terms, self.locale),
            note="You have changed this offer since, and something in it cannot be used yet." if unfinished else "",
        )

    def base_year(self, column: Column) -> Cell:
        return Cell(text=self.show(column.worth.base, "year"), note=working(column.entered.terms, self.locale))

    def part(self, column: Column, code: Code) -> Cell:
        line = next(line for line in column.worth.lines if line.code is code)
        terms = column.worth.terms
        return Cell(text=paid(terms, line, self.locale) or NOT_KNOWN, note=note(terms, line, self.locale))

    def extras(self, column: Column) -> Cell:
        terms, said = column.worth.terms, []
        for line in column.worth.lines:
            if line.part is not None:
                more = note(terms, line, self.locale)
                text = paid(terms, line, self.locale) or NOT_KNOWN
                said.append(f"{title(line)}: {text}{f', {more}' if more else ''}")
        return Cell(text="; ".join(said) or "nothing entered")

    def level(self, level: Certainty) -> Section:
        years = [self.result.row(level, year) for year in range(1, self.result.years + 1)]
        every = self.result.row(level)
        lines = [self.line(f"Year {row.year}", self.totals(row, "year")) for row in years]
        lines.append(self.line("Four years together", self.totals(every, "once"), total=True))
        if len(self.columns) > 1:
            lines.append(self.line("Difference to the best", map(self.gap, every.standings)))
        return Section(title=SURE[level], lines=tuple(lines), sums=self.totals(every, "once"))

    def totals(self, row: Row, period: Period) -> tuple[Cell, ...]:
        word = leads_word(len(row.leaders), len(row.standings))
        return tuple(Cell(text=self.show(one.total, period), leads=word if one.leads else "") for one in row.standings)

    def gap(self, standing: Any) -> Cell:
        return Cell(text="none" if standing.leads else f"{self.show(-standing.difference, 'once')} less")

    def beside(self) -> Section:
        known = [column.worth.per_hour for column in self.columns if column.worth.per_hour is not None]
        best = max(known, default=None)
        word = leads_word(known.count(best), len(self.columns)) if best is not None else ""
        hours = (
            Cell(
                text=self.show(column.worth.per_hour, "hour"),
                leads=word if best is not None and column.worth.per_hour == best else "",
            )
            for column in self.columns
        )
        lines = [
            self.line("Guaranteed for an hour of work", hours),
            *self.left(),
            self.line("Answer by", map(self.expiry, self.columns), words=True),
            self.line("Not known yet", map(self.unknown, self.columns), words=True),
        ]
        return Section(title="Beside the pay", lines=tuple(lines))

    def left(self) -> list[Line]:
        """What is really left: shown as soon as one offer says what it needs."""
        taxed = [left_over(column.worth) for column in self.columns]
        real = [real_hour(column.worth) for column in self.columns]
        lines = []
        if any(amount is not None for amount in taxed):
            cells = (Cell(text=NOT_KNOWN if amount is None else self.bare(amount)) for amount in taxed)
            lines.append(self.line("Guaranteed in four years, after your tax and costs", cells))
        if any(
            one and one.hours != Fraction(column.worth.terms.hours_week or 0) * 52
            for one, column in zip(real, self.columns, strict=True)
        ):
            cells = (Cell(text=self.show(one.an_hour if one else None, "hour")) for one in real)
            lines.append(self.line("For an hour that it really takes", cells))
        return lines

    def bare(self, amount: Decimal) -> str:
        """An amount after all taxes, whatever the offers are in."""
        currency = self.result.currency
        return f"{show_number(Decimal(round(amount)), currency, self.locale)} {INVENTED.get(currency, currency)}"

    def expiry(self, column: Column) -> Cell:
        expires = column.offer.expires
        if expires is None:
            return Cell(text="no date named")
        return Cell(text=f"{expires:%-d %B} {expires.year}", note=days_left(expires, self.today))

    def unknown(self, column: Column) -> Cell:
        names = [name for name, _ in open_points(column.worth)]
        return Cell(text=", ".join(names) or "nothing")


def leads_word(leaders: int, of: int) -> str:
    """The word beside the best amount; none where all are the same, or there is only one."""
    if leaders == of:
        return ""
    return "most" if leaders == 1 else "equal most"
