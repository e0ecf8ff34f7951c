"""Offers side by side, as a page shows them: rows with the leader marked, and what matters in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from groundwork.fields import plain
from groundwork.money import INVENTED, NOT_KNOWN, Basis, Frame, Period, show, show_number, unit
from offers.asking import open_points
from offers.calc.comparison import Apart, Comparison, Reason, Row
from offers.calc.pay import Certainty
from offers.calc.real import real_hour
from offers.calc.terms import Form
from offers.calc.valuation import LEVELS, Code
from offers.columns import Column, Laid
from offers.models import Offer
from offers.summary import SURE, as_entered, days_left, note, paid, working
from offers.verdict import BASES, left_over, short, verdict
from offers.working import FORMS, title

__all__ = ["Cell", "Column", "Laid", "Line", "Section", "side_by_side"]


@dataclass(frozen=True, kw_only=True)
class Cell:
    text: str
    note: str = ""
    leads: str = ""
    bad: bool = False  # it speaks against the offer


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of the table: a cell for each column. `long` is its label where its section is not named beside it."""

    key: str
    label: str
    cells: tuple[Cell, ...]
    long: str = ""
    total: bool = False
    words: bool = False  # not numbers to be lined up
    year: bool = False  # one year of several

    @property
    def whole(self) -> str:
        return self.long or self.label

    @property
    def differs(self) -> bool:
        return len({(cell.text, cell.note, cell.leads) for cell in self.cells}) > 1


@dataclass(frozen=True, kw_only=True)
class Section:
    """Rows that belong together."""

    title: str
    lines: tuple[Line, ...]


def side_by_side(laid: Laid, *, frame: Frame, locale: str, today: date, inside: Laid | None = None) -> dict[str, Any]:
    """What is said of their pay, from columns that have been laid out; who leads, of those `inside`. No queries."""
    columns, currency, basis = laid.columns, laid.currency, laid.basis
    view = _View(columns=columns, result=laid.result, locale=locale, today=today)
    years = (view.level(level) for level in LEVELS)
    nothing = "None of your offers can be compared yet. Each one says below what it lacks."
    return {
        "verdict": verdict((inside or laid).result, locale) if columns or not laid.apart else [nothing],
        "ended": ended(columns, today),
        "notes": [*not_counted(columns), *exchanges(columns)],
        "otherwise": (currency, basis) != (frame.currency, frame.basis),
        "unit": unit(Frame(currency=currency, period="once", basis=basis)),
        "sections": (view.entered(), *years, view.paid_in(), view.beside()) if columns else (),
        "apart": [_apart(offer, one, currency, basis, locale) for offer, one in laid.apart],
    }


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
    names = [c.name for c in columns if not c.offer.present and c.offer.expires and c.offer.expires < today]
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

    def line(self, key: str, label: str, cells: Iterable[Cell], **more: Any) -> Line:
        return Line(key=key, label=label, cells=tuple(cells), **more)

    def entered(self) -> Section:
        lines = [
            self.line("base", "Base pay, as they wrote it", map(self.base, self.columns), words=True),
            self.line("base-year", "Base pay a year", map(self.base_year, self.columns), words=True),
            self.line("bonus", "Bonus", (self.part(column, Code.BONUS) for column in self.columns), words=True),
            self.line(
                "sign-on", "Sign-on payment", (self.part(column, Code.SIGN_ON) for column in self.columns), words=True
            ),
            self.line("extras", "What else is paid", map(self.extras, self.columns), words=True),
        ]
        return Section(title="As they offer it", lines=tuple(lines))

    def base(self, column: Column) -> Cell:
        unfinished = column.offer.draft is not None
        return Cell(
            text=as_entered(column.entered.terms, self.locale),
            note="You have changed this offer since, and something in it cannot be used yet." if unfinished else "",
        )

    def base_year(self, column: Column) -> Cell:
        worked = working(column.entered.terms, self.locale)
        if column.rate and column.worth.base is not None:
            worked = f"{worked or as_entered(column.entered.terms, self.locale)} × {plain(round(column.rate[0], 6))}"
        return Cell(text=self.show(column.worth.base, "year"), note=worked)

    def part(self, column: Column, code: Code) -> Cell:
        line = next(line for line in column.worth.lines if line.code is code)
        terms = column.worth.terms
        said = [note(terms, line, self.locale)]
        if code is Code.SIGN_ON and terms.sign_on and terms.clawback_months:
            said.append(f"yours after {plain(terms.clawback_months)} months")
        return Cell(text=paid(terms, line, self.locale) or NOT_KNOWN, note=", ".join(filter(None, said)))

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
        every, name = self.result.row(level), SURE[level]

        def named(key: str, label: str, cells: Iterable[Cell], **more: Any) -> Line:
            return self.line(f"{level}-{key}", label, cells, long=f"{name}: {label.lower()}", **more)

        lines = [named(f"{row.year}", f"Year {row.year}", self.totals(row, "year"), year=True) for row in years]
        lines.append(named("all", "Four years together", self.totals(every, "once"), total=True))
        if len(self.columns) > 1:
            lines.append(named("gap", "Difference to the best", map(self.gap, every.standings)))
        return Section(title=name, lines=tuple(lines))

    def paid_in(self) -> Section:
        """The same four years by what is paid: shares that nobody may be able to sell never stand among money."""
        used = [
            form for form in Form if any(line.form is form for column in self.columns for line in column.worth.lines)
        ]
        lines = [
            self.line(
                f"in-{form}",
                FORMS[form].capitalize(),
                (self.of_form(column, form) for column in self.columns),
                long=f"Four years, in {FORMS[form]}",
            )
            for form in used
        ]
        return Section(title="What it is paid in, four years, all that is known", lines=tuple(lines))

    def of_form(self, column: Column, form: Form) -> Cell:
        lines = [line for line in column.worth.lines if line.form is form]
        amounts = [amount for line in lines for amount in line.amounts if amount is not None]
        if not any(line.counted for line in lines):
            return Cell(text="not counted" if lines else "none")
        return Cell(text=self.show(sum(amounts, Decimal(0)), "once"))

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
            self.line("hour", "Guaranteed for an hour of work", hours),
            *self.left(),
            self.line("expires", "Answer by", map(self.expiry, self.columns), words=True),
            self.line("unknown", "Not known yet", map(self.unknown, self.columns), words=True),
        ]
        return Section(title="Beside the pay", lines=tuple(lines))

    def left(self) -> list[Line]:
        """What is really left: shown as soon as one offer says what it needs."""
        taxed = [left_over(column.worth) for column in self.columns]
        real = [real_hour(column.worth) for column in self.columns]
        lines = []
        if any(amount is not None for amount in taxed):
            cells = (Cell(text=NOT_KNOWN if amount is None else self.bare(amount)) for amount in taxed)
            lines.append(self.line("left", "Guaranteed in four years, after your tax and costs", cells))
        if any(
            one and one.hours != Fraction(column.worth.terms.hours_week or 0) * 52
            for one, column in zip(real, self.columns, strict=True)
        ):
            cells = (Cell(text=self.show(one.an_hour if one else None, "hour")) for one in real)
            lines.append(self.line("real-hour", "For an hour that it really takes", cells))
        return lines

    def bare(self, amount: Decimal) -> str:
        """An amount after all taxes, whatever the offers are in."""
        currency = self.result.currency
        return f"{show_number(Decimal(round(amount)), currency, self.locale)} {INVENTED.get(currency, currency)}"

    def expiry(self, column: Column) -> Cell:
        expires = column.offer.expires
        if column.offer.present:
            return Cell(text="your job now")
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
