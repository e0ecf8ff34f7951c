"""The comparison as a file: a workbook that holds numbers and texts and never a formula, or the table as CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from typing import Any

from xlsxwriter import Workbook

from groundwork.csv_safe import rows_as_csv, safe
from groundwork.fields import clean_text
from groundwork.money import digits
from offers.side_by_side import Cell, Column, Section
from offers.spreadsheet_rows import Money, Sheet, Value, lines_sheet, numbered, terms_sheet, years_sheet

# What Excel opens: characters in a cell (as UTF-16 counts them), ends of lines in it, rows and columns of a sheet.
MOST_CHARACTERS = 32_767
MOST_NEWLINES = 253
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
CUT = "The rest did not fit into one sheet."
MADE = datetime(2026, 1, 1)  # noqa: DTZ001  the same for every file: equal input makes an equal file
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
A4 = 9
# Widths in characters: the labels of the comparison, and each offer in it.
LABELS, OFFERS = 34, 30
HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
WRAPPED = {"text_wrap": True, "valign": "top"}


def comparison_xlsx(
    columns: Sequence[Column],
    sections: Sequence[Section],
    *,
    said: Sequence[str],
    currency: str,
    basis: str,
    locale: str = "en",
) -> bytes:
    """The table as the page shows it, then its numbers, what they are made of, and what was typed."""
    names, out = numbered(xml_text(column.name) for column in columns), BytesIO()
    with Workbook(out, OPTIONS) as made:
        made.set_properties({"title": "Offers side by side", "created": MADE})
        book = _Book(made)
        book.comparison(names, sections, said)
        book.table(years_sheet(names, columns, currency=currency, basis=basis))
        book.table(lines_sheet(names, columns, currency=currency, basis=basis))
        book.table(terms_sheet(names, columns, locale=locale))
    return out.getvalue()


def comparison_csv(columns: Sequence[Column], sections: Sequence[Section], *, said: Sequence[str]) -> str:
    """The sentences and the table as the page shows them; no cell of it begins a formula."""
    head = ["What", *numbered(clean_text(column.name) for column in columns)]
    rows = chain(([one] for one in said), ([], head), *map(_lines, sections))
    return rows_as_csv([" ".join(clean_text(cell).split()) for cell in row] for row in rows)


def _lines(section: Section) -> Iterable[Sequence[str]]:
    yield [section.title]
    for line in section.lines:
        yield [line.label, *(shown(cell, between="; ") for cell in line.cells)]


def shown(cell: Cell, *, between: str) -> str:
    """A cell with all that the page says in it."""
    text = f"{cell.text} ({cell.leads})" if cell.leads else cell.text
    return between.join(filter(None, (text, cell.note)))


def xml_text(text: str) -> str:
    """A text that Excel opens: no characters that XML forbids, and no more than a cell holds."""
    text = clean_text(text).replace("\ufffe", "").replace("\uffff", "")
    if text.count("\n") > MOST_NEWLINES:
        text = text.replace("\n", " ")
    units = text.encode("utf-16-le")
    if len(units) > 2 * MOST_CHARACTERS:
        text = units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
    # XlsxWriter writes what looks like its own rich text as it stands, unescaped: with a space before, it does not.
    return f" {text[: MOST_CHARACTERS - 1]}" if re.match(r"<r>.*</r>\Z", text, re.DOTALL) else text


def number_format(currency: str) -> str:
    places = digits(currency)
    return f"#,##0.{'0' * places}" if places else "#,##0"


class _Book:
    """The workbook with its formats, each made once."""

    def __init__(self, made: Any):
        self.made = made
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(self, **looks: Any) -> Any:
        key = tuple(sorted(looks.items()))
        if key not in self.formats:
            self.formats[key] = self.made.add_format(dict(key))
        return self.formats[key]

    def sheet(self, title: str, *, widths: Sequence[int]) -> Any:
        """A sheet whose first row and column stay in sight, printed across, all its columns on a page."""
        sheet = self.made.add_worksheet(title)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        return sheet

    def put(self, sheet: Any, row: int, at: int, value: Value, **looks: Any) -> None:
        match value:
            case None | "":
                return
            case Money():
                sheet.write_number(row, at, value.amount, self.look(num_format=number_format(value.currency), **looks))
            case Decimal() | int():
                sheet.write_number(row, at, value, self.look(**looks))
            case date() if value.year >= 1900:  # Excel knows no day before
                sheet.write_datetime(row, at, value, self.look(num_format="yyyy-mm-dd", **looks))
            case _:
                text = xml_text(str(value))
                # Left a text also when somebody edits the cell and it looks like a formula.
                quoted = {} if safe(text) == text else {"quote_prefix": True}
                sheet.write_string(row, at, text, self.look(**looks, **quoted))

    def row(self, sheet: Any, row: int, values: Sequence[Value], **looks: Any) -> None:
        for at, value in enumerate(values[:MOST_COLUMNS]):
            self.put(sheet, row, at, value, **looks)

    def table(self, made: Sheet) -> None:
        """Rows of numbers and texts under their headings."""
        sheet = self.sheet(made.title, widths=made.widths)
        self.row(sheet, 0, made.heads, **HEAD)
        rows = _fitting(made.rows, MOST_ROWS - 1)
        for at, values in enumerate(rows, start=1):
            self.row(sheet, at, values, valign="top")
        sheet.autofilter(0, 0, max(len(rows), 1), len(made.heads) - 1)

    def comparison(self, names: Sequence[str], sections: Sequence[Section], said: Sequence[str]) -> None:
        """The offers' names stay in sight, so they stand first; under them the sentences, then the sections."""
        names = names[: MOST_COLUMNS - 1]
        sheet = self.sheet("Comparison", widths=[LABELS, *[OFFERS] * len(names)])
        sheet.repeat_columns(0)
        self.row(sheet, 0, ["What", *names], **HEAD)
        rows = _fitting([*(([one], "said") for one in said), *_table(sections)], MOST_ROWS - 1, ([CUT], "line"))
        for at, (values, kind) in enumerate(rows, start=1):
            if kind == "said":
                self.sentence(sheet, at, values[0], len(names))
            elif kind == "title":
                self.row(sheet, at, values, bold=True, top=1)
            else:
                self.put(sheet, at, 0, values[0], **WRAPPED, bold=kind == "total")
                for place, value in enumerate(values[1:MOST_COLUMNS], start=1):
                    aligned = {} if kind == "words" else {"align": "right"}
                    self.put(sheet, at, place, value, **WRAPPED, **aligned, bold=kind == "total")

    def sentence(self, sheet: Any, row: int, text: str, wide: int) -> None:
        """A sentence across the table; a merged cell does not find its own height."""
        if wide:
            sheet.merge_range(row, 0, row, wide, "", self.look(**WRAPPED))
        self.put(sheet, row, 0, text, **WRAPPED)
        lines = 1 + len(xml_text(text)) // (LABELS + OFFERS * wide)
        sheet.set_row(row, min(15 * lines, 400))


def _table(sections: Iterable[Section]) -> Iterable[tuple[list[str], str]]:
    for section in sections:
        yield [section.title], "title"
        for line in section.lines:
            kind = "total" if line.total else "words" if line.words else "line"
            yield [line.label, *(shown(cell, between="\n") for cell in line.cells)], kind


def _fitting(rows: Iterable[Any], most: int, cut: Any = (CUT,)) -> list[Any]:
    """As many rows as a sheet holds; where some are left out, the last one says so."""
    found = list(islice(rows, most + 1))
    return found if len(found) <= most else [*found[: most - 1], cut]
