"""A workbook as somebody else's program opens it: its parts as XML, its sheets as rows of cells."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | Fraction | None
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def parts(workbook: bytes) -> dict[str, ElementTree.Element]:
    """Every part of the file, parsed: what is not well-formed fails here."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as opened:
        assert opened.testzip() is None
        return {name: ElementTree.fromstring(opened.read(name)) for name in opened.namelist()}


def sheets(workbook: bytes) -> dict[str, list[list[Cell]]]:
    """The sheets by their titles, each a list of rows; numbers exactly as they are written."""
    found = parts(workbook)
    texts = [_text(item) for item in found["xl/sharedStrings.xml"].iter(f"{MAIN}si")]
    titles = [sheet.attrib["name"] for sheet in found["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    return {title: _rows(found[f"xl/worksheets/sheet{at}.xml"], texts) for at, title in enumerate(titles, start=1)}


def _rows(sheet: ElementTree.Element, texts: list[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for row in sheet.iter(f"{MAIN}row"):
        cells: dict[int, Cell] = {}
        for cell in row.iter(f"{MAIN}c"):
            value = cell.findtext(f"{MAIN}v")
            if value is not None:
                known = texts[int(value)] if cell.get("t") == "s" else Fraction(value)
                cells[_column(cell.attrib["r"])] = known
        rows += [[]] * (int(row.attrib["r"]) - 1 - len(rows))
        rows.append([cells.get(at) for at in range(max(cells, default=-1) + 1)])
    return rows


def _column(place: str) -> int:
    number = 0
    for letter in place.rstrip("0123456789"):
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _text(item: ElementTree.Element) -> str:
    text = "".join(part.text or "" for part in item.iter(f"{MAIN}t"))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
