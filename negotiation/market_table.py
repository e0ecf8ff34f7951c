"""A pasted table or CSV of what the market pays, read line by line; what is not clear is named, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from groundwork.cells import BASES, PERIODS, Meant, Reader, amount, counted, currency_code, day, link, plain, text, word
from groundwork.money import Basis
from groundwork.sheet import Line, Problem, read_sheet
from negotiation.calc.points import AMOUNTS, Point
from negotiation.market_columns import COLUMNS, KINDS, MIDDLES

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
    sheet = read_sheet(text, known=lambda heading: COLUMNS.get(plain(heading)), most=MOST_ROWS)
    if sheet is None:
        return Table((), (Problem(1, "", "Paste a table: a line of headings, then one line for each source."),))
    if not set(AMOUNTS) & set(sheet.columns):
        return Table((), (*sheet.problems, Problem(sheet.first, "", NO_COLUMNS)))
    given = Given(currency, period, basis)
    rows = tuple(row for line in sheet.lines if not line.problems and (row := row_of(line, given)))
    further = (Problem(sheet.further, "", TOO_MANY),) if sheet.further else ()
    return Table(rows, (*sheet.all_problems, *further))


def row_of(line: Line, given: Given) -> Row | None:
    """All that the line says, or None where any of it is unclear."""
    money = line.read("currency", currency_code) or else_given(line, "currency", given.currency)
    paid = line.read("period", PERIOD) or else_given(line, "period", PERIODS.get(given.period))
    said = {name: line.read(name, reader) for name, reader in READERS.items()}
    said |= {name: line.read(name, amount(money)) for name in AMOUNTS} if money else {}
    if line.problems or not money or not paid:
        return None
    note = said.pop("note") or ""
    known = _with_ends({name: value for name, value in said.items() if value is not None})
    middle = MIDDLES.get(plain(line.headings.get("mid", "")), "middle")
    point = Point(**{"currency": money, "period": paid, "basis": given.basis, "middle": middle} | known)
    return Row(line.number, point, note) if sound(line, point) else None


def else_given(line: Line, name: str, given: Meant | None) -> Meant | None:
    """For a cell that is blank; one that is wrong is named, and nothing put in its place."""
    if line.cells.get(name):
        return None
    if not given:
        line.problem(name, LACKING[name])
    return given


def sound(line: Line, point: Point) -> bool:
    if not point.numbers:
        line.problem("", "There is no amount on this line.")
    elif not point.in_order:
        line.problem("", "The amounts must not fall from the low end over the middle to the high end.")
    return not line.problems


def _with_ends(known: dict[str, Any]) -> dict[str, Any]:
    """One pair of percentiles, perhaps with the median between, is a range whose ends are known to be these."""
    counted = {name for name in AMOUNTS if name in known}
    for low, high, ends in (("p25", "p75", "quartiles"), ("p10", "p90", "deciles")):
        if {low, high} <= counted <= {low, high, "p50"}:
            rest = {name: value for name, value in known.items() if name not in counted}
            median = {"mid": known["p50"], "middle": "median"} if "p50" in known else {}
            return rest | median | {"low": known[low], "high": known[high], "ends": ends}
    return known
