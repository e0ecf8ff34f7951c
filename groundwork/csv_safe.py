"""CSV that no spreadsheet takes for formulas, whoever typed what is in it; what is read back is as it was."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO

# What a spreadsheet reads as a formula; the full-width forms are folded into these by some.
STARTS = "=+-@"
# A tab or an end of line at the start moves what follows to where it would be read.
BREAKS = ("\t", "\r", "\n")
# Where the list separator is a semicolon, what follows one in a cell begins a cell of its own.
# Nor do spaces, quotation marks and what takes no room stand in its way.
PASSED = '\\s"\\x00-\\x1f\\x7f\\u200b-\\u200f\\u2060-\\u2064\\ufeff'
INSIDE = re.compile(rf"(;[{PASSED}]*)(?=['{PASSED}]*[=+\-@＝＋－＠])")
OURS_INSIDE = re.compile(rf"(;[{PASSED}]*)'(?=['{PASSED}]*[=+\-@＝＋－＠])")
# An amount as pages show it: with a sign, its thousands set apart, its fraction behind a point or a comma.
NUMBER = re.compile(r"[+-]?\d+(?:[.,' \u00a0\u202f’]\d+)*(?: ?%)?", re.ASCII)


def safe(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet would take it for a formula; plain numbers stay.

    Where somebody else put such an apostrophe already, ours is one more, so that `bare` gives each cell back.
    """
    cell = INSIDE.sub(r"\1'", cell)
    return f"'{cell}" if _begins_formula(cell) else cell


def bare(cell: str) -> str:
    """A cell as it was before `safe`."""
    cell = cell[1:] if cell.startswith("'") and _begins_formula(cell[1:]) else cell
    return OURS_INSIDE.sub(r"\1", cell)


def _begins_formula(cell: str) -> bool:
    shown = cell.lstrip("'" + "".join(filter(_unseen, set(cell))))
    first = unicodedata.normalize("NFKC", shown[:1])
    formula = first != "" and first in STARTS and not NUMBER.fullmatch(cell.strip())
    return formula or cell.lstrip("'").startswith(BREAKS)


def rows_as_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows with every cell made safe and in quotes, as RFC 4180 has them."""
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _unseen(character: str) -> bool:
    """Space, and what takes no room at all: both may be dropped before the cell is read."""
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
