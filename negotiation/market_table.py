"""A pasted table or CSV of what the market pays, read line by line; what is not clear is named, never guessed."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from groundwork.money import AmountError, Basis
from negotiation.calc.points import AMOUNTS, Point
from negotiation.market_cells import CellError, Meant, Reader, amount, counted, currency_code, day, link, text, word
from negotiation.market_columns import BASES, COLUMNS, KINDS, MIDDLES, PERIODS, plain

MOST_ROWS = 200
MOST_TEXT = 200_000
READERS: Mapping[str, Reader] = {
    "source": text(200),
    "link": link,
    "kind": word(KINDS, "Enter published, posted, person or own offer."),
    "place": text(200),
    "dated": day,
    "basis": word(BASES, "Enter gross or net."),
    "payments": counted(12, 14),
    "people": counted(1, 1_000_000),
    "after_years": counted(0, 50),
    "note": text(4000),
}
PERIOD = word(PERIODS, "Enter hour, day, week, month or year.")
LACKING = {
    "currency": "Say in which currency this is, in a column of its own.",
    "period": "Say for how long this is paid, in a column of its own: hour, day, week, month or year.",
}
NO_COLUMNS = "The first line must name the columns. One of them must be low, median, average, high or P50, for example."
TOO_MANY = f"Only the first {MOST_ROWS} sources are read. Paste the rest, from this line on, in a second go."
SPLIT = "If an amount has a comma in it, put quotation marks around it, or part the cells by semicolons."


class Problem(NamedTuple):
    """What is not clear: the line, from 1 with all before it counted, the heading of the column, what to do."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (f"Line {self.line}", self.column))) + f": {self.message}"


class Row(NamedTuple):
    """A line that could be read whole; `note` is what else it says."""

    line: int
    point: Point
    note: str


class Given(NamedTuple):
    """What a line means that does not say it itself."""

    currency: str
    period: str
    basis: Basis


class Table(NamedTuple):
    """What could be read, and what could not."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_points(text: str, *, currency: str = "", period: str = "", basis: Basis = "gross") -> Table:
    """Every line of a table under its headings; what is given beside it counts where a line has none of its own.

    Cells are parted by tabs, else semicolons, else commas, as in the line of headings. A line with anything
    unclear is left out, and each of its problems is named.
    """
    if len(text) > MOST_TEXT:
        return Table((), (Problem(1, "", f"This is too long. Paste at most {MOST_ROWS} lines at a time."),))
    lines = [(number, line) for number, line in enumerate(_lines(text), 1) if re.search(r"[^\s,;]", line)]
    if not lines:
        return Table((), (Problem(1, "", "Paste a table: a line of headings, then one line for each source."),))
    sheet = _Sheet(between=next((mark for mark in "\t;" if mark in lines[0][1]), ","))
    sheet.head(*lines[0])
    if not set(AMOUNTS) & set(sheet.columns):
        return Table((), (*sheet.problems, Problem(lines[0][0], "", NO_COLUMNS)))
    for number, line in lines[1 : MOST_ROWS + 1]:
        sheet.line(number, line, Given(currency, period, basis))
    if len(lines) > MOST_ROWS + 1:
        sheet.problems.append(Problem(lines[MOST_ROWS + 1][0], "", TOO_MANY))
    return Table(tuple(sheet.rows), tuple(sheet.problems))


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


@dataclass(kw_only=True)
class _Sheet:
    """A table while it is read: the place and the heading of each column by what it holds."""

    between: str
    columns: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    width: int = 0
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def head(self, number: int, line: str) -> None:
        cells = _trimmed(self.cells(number, line))
        self.width = len(cells)
        for place, heading in enumerate(cells):
            name = COLUMNS.get(plain(heading))
            if name and name not in self.columns:
                self.columns[name], self.headings[name] = place, heading
                continue
            why = (
                "Two columns hold this. Only the first is read." if name else "This column is not known, and not read."
            )
            self.problems.append(Problem(number, heading[:60] or f"column {place + 1}", why))

    def cells(self, number: int, line: str) -> list[str]:
        """Line by line: a quotation mark left open spoils its own line and no other."""
        try:
            return [cell.strip() for cell in next(csv.reader([line], delimiter=self.between, strict=True))]
        except csv.Error:
            message = "Quotation marks do not match here. Put them around a whole cell, or around none."
            self.problems.append(Problem(number, "", message))
            return []

    def line(self, number: int, line: str, given: Given) -> None:
        cells = self.cells(number, line)
        if not cells:
            return
        # With commas between the cells, a line of another length may hold an amount that was cut in two.
        if len(_trimmed(cells)) > self.width or (self.between == "," and len(cells) < self.width):
            message = f"There are {len(_trimmed(cells))} cells here, and {self.width} headings."
            self.problems.append(Problem(number, "", f"{message} {SPLIT}" if self.between == "," else message))
            return
        by_name = {name: cells[place] for name, place in self.columns.items() if place < len(cells)}
        read = _Line(number=number, cells=by_name, headings=self.headings)
        row = read.row(given)
        self.problems += read.problems
        self.rows += [row] if row else []


def _trimmed(cells: list[str]) -> list[str]:
    """Without blank cells at the end, which a spreadsheet may add."""
    used = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:used]


@dataclass(kw_only=True)
class _Line:
    """One line while it is read: its cells and headings by what the columns hold."""

    number: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, name: str, message: str) -> None:
        self.problems.append(Problem(self.number, self.headings.get(name, ""), message))

    def read(self, name: str, reader: Callable[[str], Meant]) -> Meant | None:
        """The cell by its reader; None where it is blank, or wrong and named."""
        text = self.cells.get(name, "")
        try:
            return reader(text) if text else None
        except (CellError, AmountError) as error:
            self.problem(name, str(error))
            return None

    def row(self, given: Given) -> Row | None:
        """All that the line says, or None where any of it is unclear."""
        money = self.read("currency", currency_code) or self.else_given("currency", given.currency)
        paid = self.read("period", PERIOD) or self.else_given("period", PERIODS.get(given.period))
        said = {name: self.read(name, reader) for name, reader in READERS.items()}
        said |= {name: self.read(name, amount(money)) for name in AMOUNTS} if money else {}
        if self.problems or not money or not paid:
            return None
        note = said.pop("note") or ""
        known = _with_ends({name: value for name, value in said.items() if value is not None})
        middle = MIDDLES.get(plain(self.headings.get("mid", "")), "middle")
        point = Point(**{"currency": money, "period": paid, "basis": given.basis, "middle": middle} | known)
        return Row(self.number, point, note) if self.sound(point) else None

    def else_given(self, name: str, given: Meant | None) -> Meant | None:
        """For a cell that is blank; one that is wrong is named, and nothing put in its place."""
        if self.cells.get(name):
            return None
        if not given:
            self.problem(name, LACKING[name])
        return given

    def sound(self, point: Point) -> bool:
        if not point.numbers:
            self.problem("", "There is no amount on this line.")
        elif not point.in_order:
            self.problem("", "The amounts must not fall from the low end over the middle to the high end.")
        return not self.problems


def _with_ends(known: dict[str, Any]) -> dict[str, Any]:
    """One pair of percentiles, perhaps with the median between, is a range whose ends are known to be these."""
    counted = {name for name in AMOUNTS if name in known}
    for low, high, ends in (("p25", "p75", "quartiles"), ("p10", "p90", "deciles")):
        if {low, high} <= counted <= {low, high, "p50"}:
            rest = {name: value for name, value in known.items() if name not in counted}
            median = {"mid": known["p50"], "middle": "median"} if "p50" in known else {}
            return rest | median | {"low": known[low], "high": known[high], "ends": ends}
    return known
