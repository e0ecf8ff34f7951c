"""A table of offers, pasted or from a CSV, read line by line as an offer's own form would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models

from groundwork.cells import CellError, Reader, amount, currency_code, plain, whole_day, word
from groundwork.csv_safe import bare
from groundwork.fields import BOUNDS, MoneyColumn, NumberColumn
from groundwork.money import AmountError, as_typed, read_amount
from groundwork.sheet import UNCLOSED, Line, Problem, Sheet, read_sheet, written
from offers.forms import OfferForm
from offers.models import Offer
from offers.table_columns import CHOICES, HEADINGS, UNITS, YES_NO, Ways, column_of, pay_of, signs

MOST_LINES = 50
LONGEST_NUMBER = 100  # characters, with the word for what it counts
MOST_TEXT = 300_000  # fifty offers with all their notes, and no more than a browser can send back
NO_TABLE = "Choose a file, or paste a table: a line of headings, then one line for each offer."
NO_COLUMNS = "The first line must name the columns, and one of them must be headed Employer."
NO_LINES = "There are only headings here. Under them, each line is one offer."
A_FORMULA = "This is a formula, and no sums are worked out here. Enter what it comes to."
OTHER_MONEY = "The heading of this column names other money than this line."
BONUS_TWICE = "The bonus stands in another column, too. Keep one of them."
WHICH_BONUS = "Say whether this is percent or an amount: write it with %, or with its currency."


class Row(NamedTuple):
    """A line that could be read whole: the offer, not saved yet, and the fields that the line told."""

    line: int
    offer: Offer
    told: tuple[str, ...]


class Table(NamedTuple):
    """What could be read, and what could not."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> str:
        """Why nothing of it was read at all; blank if its lines were."""
        return next((problem.message for problem in self.problems if not problem.line), "")


def read_offers(text: str, *, currency: str, basis: str, period: str) -> Table:
    """Every line of a table under its headings; what is given beside it counts where a line has none of its own."""
    sheet = read_sheet(text, known=column_of, most=MOST_LINES) if len(text) <= MOST_TEXT else None
    if wrong := _unreadable(sheet, text):
        return Table((), (Problem(0, "", wrong),))
    assert sheet is not None
    said = pay_of(sheet.headings.get("base", "")) or Ways()
    ways = Ways(currency=said.currency or currency, basis=said.basis or basis, period=said.period or period)
    sheet.headings |= HEADINGS | sheet.headings  # a problem may be that there is no such column
    rows = tuple(row for line in sheet.lines if not line.problems and (row := row_of(line, ways)))
    return Table(rows, tuple(sheet.all_problems))


def _unreadable(sheet: Sheet | None, text: str) -> str:
    """Why the table as a whole is not read."""
    if sheet is None:
        return _too_much(text) if len(text) > MOST_TEXT else NO_TABLE
    if not sheet.width:
        return f"Line {sheet.first}: {UNCLOSED}"
    if "employer" not in sheet.columns:
        return NO_COLUMNS
    if not sheet.lines:
        return NO_LINES
    return _too_much(text) if sheet.further else ""


def _too_much(text: str) -> str:
    number = sum(map(written, text.split("\n"))) - 1
    if number <= MOST_LINES:
        return f"This is too long: {len(text):,} characters. Shorten it to {MOST_TEXT:,}, or read it in two parts."
    rest = f"Keep the line of headings and {MOST_LINES} lines under it; then read the others in the same way."
    return f"There are {number:,} lines under the headings, and at most {MOST_LINES} offers are read at a time. {rest}"


def row_of(line: Line, ways: Ways) -> Row | None:
    """The offer that a line tells, or None where any of it is unclear."""
    told = dict(_told(line, ways))
    form = OfferForm(UNSAID | vars(ways) | told, instance=Offer())
    named = {problem.column for problem in line.problems}
    for name, messages in form.errors.items():
        column = "bonus" if name.startswith("bonus_") and name not in line.cells and line.cells.get("bonus") else name
        if line.headings.get(column, "") not in named:
            line.problem(column, " ".join(str(message) for message in messages))
    return None if line.problems else Row(line.number, form.instance, tuple(told))


def _told(line: Line, ways: Ways) -> Iterator[tuple[str, str]]:
    """Each field that the line tells, as one would type it into the form; what is unclear is named."""
    code = _read(line, "currency", currency_code)
    if code:
        yield "currency", code
    currency = code if line.cells.get("currency") else ways.currency
    for name, cell in line.cells.items():
        if name == "currency":
            continue
        field, reader = bonus(cell, currency) if name == "bonus" else (name, READERS.get(name))
        if field != name and line.cells.get(field):
            line.problem(name, BONUS_TWICE)
        value = _read(line, name, reader or money(line.headings[name], currency))
        if value is not None:
            yield field, value


def _read(line: Line, name: str, reader: Reader) -> Any:
    def guarded(cell: str) -> Any:
        if cell.startswith(("=", "＝")):
            raise CellError(A_FORMULA)
        return reader(bare(cell))

    return line.read(name, guarded)


def money(heading: str, currency: str | None) -> Reader:
    """An amount of the line's money, in which the heading must agree. Where that money is not clear, none is read."""

    def read(cell: str) -> str | None:
        if not currency:
            return None
        for sign in signs(heading):
            agrees(sign, currency)
        return as_typed(amount(currency)(cell), currency)

    return read


def agrees(sign: str, currency: str) -> None:
    try:
        read_amount(f"{sign} 0", currency)
    except AmountError as error:
        raise CellError(OTHER_MONEY) from error


def bonus(cell: str, currency: str | None) -> tuple[str, Reader]:
    """Which field a bonus belongs to whose heading does not say how it is told: the cell has to."""
    if re.search("%|percent", cell, re.IGNORECASE):
        return "bonus_percent", number(UNITS["rate"])

    def read(cell: str) -> str | None:
        if not currency:
            return None
        found = amount(currency)(cell)
        if re.fullmatch(r"[\d.,' ]+", cell) and 0 < found <= BOUNDS["rate"][1]:
            raise CellError(WHICH_BONUS)
        return as_typed(found, currency)

    return "bonus_amount", read


def number(units: str) -> Reader:
    """A number with or without the word for what it counts; what else stands there is for the form to name."""
    known = {plain(unit) for unit in units.split(",")} - {""}

    def read(cell: str) -> str:
        found = re.fullmatch(r"([\d.,]+)\s*([^\d.,]\D*)", cell) if len(cell) <= LONGEST_NUMBER else None
        return found[1] if found and plain(found[2]) in known else cell

    return read


def reader_of(name: str) -> Reader | None:
    """What reads the cells of this field's column; None for money, which asks in what currency."""
    column = Offer._meta.get_field(name)
    if name in CHOICES:
        return word(*CHOICES[name])
    if isinstance(column, MoneyColumn):
        return None
    if isinstance(column, NumberColumn):
        return number(UNITS.get(column.bound, ""))
    if isinstance(column, models.BooleanField):
        return word(YES_NO, "Enter yes or no.")
    return (lambda cell: whole_day(cell).isoformat()) if isinstance(column, models.DateField) else str


READERS = {name: reader_of(name) for name in HEADINGS if name != "bonus"}
# What the form of an offer has chosen before anybody chooses.
UNSAID = {name: getattr(Offer(), name) for name in CHOICES}
