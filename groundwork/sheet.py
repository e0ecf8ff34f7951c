"""A pasted table or CSV, taken apart under its headings; what does not fit is named by line and column."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from groundwork.cells import CellError, Meant
from groundwork.money import AmountError

MOST_COLUMNS = 500  # nobody heads more, and each heading takes time to look up
MOST_NAMED = 10  # headings that are not read and are named one by one
LONGEST_NAMED = 60  # characters of a heading
SPLIT = "If an amount has a comma in it, put quotation marks around it, or part the cells by semicolons."
UNCLOSED = "Quotation marks do not match here. Put them around a whole cell, or around none."
TWICE = "Two columns hold this. Only the first is read."
UNKNOWN = "This column is not known, and not read."


class Problem(NamedTuple):
    """What is not clear: the line, from 1 with all before it counted, the heading of the column, what to do."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (f"Line {self.line}", self.column))) + f": {self.message}"


@dataclass(kw_only=True)
class Line:
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


@dataclass(kw_only=True)
class Sheet:
    """The headings of a table, by what their columns hold, and its lines; those that do not fit carry a problem."""

    between: str
    first: int = 1
    columns: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    width: int = 0
    lines: list[Line] = field(default_factory=list)
    further: int = 0  # the first line that was not read, because there were too many
    problems: list[Problem] = field(default_factory=list)  # of the headings

    @property
    def all_problems(self) -> list[Problem]:
        return [*self.problems, *(problem for line in self.lines for problem in line.problems)]

    def head(self, number: int, cells: list[str] | None, known: Callable[[str], str | None]) -> None:
        self.first, headings, unread = number, _trimmed(cells or []), []
        self.width = len(headings)
        for place, heading in enumerate(headings):
            name = known(heading) if place < MOST_COLUMNS else None
            if name and name not in self.columns:
                self.columns[name], self.headings[name] = place, heading[:LONGEST_NAMED]
                continue
            shown = heading[:LONGEST_NAMED] or f"column {place + 1}"
            unread.append(Problem(number, shown, TWICE if name else UNKNOWN))
        self.problems += unread[:MOST_NAMED]
        if len(unread) > MOST_NAMED:
            more = f"Of {self.width} columns {len(unread)} are not read: they are not known, or there twice."
            self.problems.append(Problem(number, "", more))
        if cells is None:
            self.problems.append(Problem(number, "", UNCLOSED))

    def line(self, number: int, cells: list[str] | None) -> Line:
        by_name = {name: cells[place] for name, place in self.columns.items() if cells and place < len(cells)}
        line = Line(number=number, cells=by_name, headings=self.headings)
        if wrong := self._misfit(cells):
            line.problem("", wrong)
        return line

    def _misfit(self, cells: list[str] | None) -> str:
        """With commas between the cells, a line of another length may hold an amount that was cut in two."""
        if cells is None:
            return UNCLOSED
        if len(_trimmed(cells)) <= self.width and not (self.between == "," and len(cells) < self.width):
            return ""
        message = f"There are {len(_trimmed(cells))} cells here, and {self.width} headings."
        return f"{message} {SPLIT}" if self.between == "," else message


def read_sheet(text: str, *, known: Callable[[str], str | None], most: int) -> Sheet | None:
    """The table, with at most so many lines; None where nothing is written. `known` says what a heading stands for.

    Cells are parted by tabs, else semicolons, else commas, as in the line of headings.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = next((line for line in lines if written(line)), None)
    if headings is None:
        return None
    sheet = Sheet(between=next((mark for mark in "\t;" if mark in headings), ","))
    records = _records(lines, sheet.between)
    sheet.head(*next(records), known)
    sheet.lines = [sheet.line(number, cells) for number, cells in itertools.islice(records, most)]
    sheet.further = next(records, (0, None))[0]
    return sheet


def written(line: str) -> bool:
    return bool(re.search(r"[^\s,;]", line))


def _records(lines: list[str], between: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each line with its number. A quoted cell may go over several; a mark left open spoils its own line alone."""
    at = 0
    while at < len(lines):
        if not written(lines[at]):
            at += 1
            continue
        rest = (f"{lines[number]}\n" for number in range(at, len(lines)))
        reader = csv.reader(rest, delimiter=between, strict=True)
        try:
            cells = [cell.strip() for cell in next(reader)]
        except csv.Error:
            yield at + 1, None
            at += 1
        else:
            yield at + 1, cells
            at += reader.line_num


def _trimmed(cells: list[str]) -> list[str]:
    """Without blank cells at the end, which a spreadsheet may add."""
    used = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:used]
