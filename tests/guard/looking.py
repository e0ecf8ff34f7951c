"""What must never be on a page or in a file, whatever was typed."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

from icalendar import Calendar
from pypdf import PdfReader

from groundwork.fields import clean_text
from tests.guard.corpus import HOSTILE, UNPRINTABLE
from tests.guard.reading import Page, page_of
from tests.offers.opened import parts

FORMULA = ("=", "+", "-", "@")
FORBIDDEN = {"iframe", "object", "embed", "base", "style", "applet", "frame", "math", "img", "video", "audio"}
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post", "poster", "data")
OURS = re.compile(r"\A(?:[/#?][^/\\]|[/#?]?\Z)")
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
UNSTORED = "a character that cannot be stored"
BLANKS = re.compile("[\\s\u200b\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
LINES_OF_EVENTS = {b"BEGIN", b"END", b"PRODID", b"VERSION", b"UID", b"DTSTAMP", b"DTSTART", b"SUMMARY"}


def settled(text: str) -> str:
    """As it is kept: read as UTF-8, through the one cleaner, without blanks at its ends."""
    return clean_text(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")).strip()


def wrong_on(page: Page) -> list[str]:
    """Elements, attributes and addresses that nobody of us wrote."""
    found = []
    for tag, given in page.elements:
        inline = tag == "script" and not given.get("src", "").startswith("/static/")
        found += [f"<{tag}>"] * (tag in FORBIDDEN or "xss" in tag or inline)
        found += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style" or "xss" in name]
        links = [(name, given[name]) for name in ADDRESSES if name in given]
        found += [f"{tag} {name}={value!r}" for name, value in links if not OURS.match(value)]
    return found


def wrong_in(answer: Any) -> list[str]:
    """What is wrong with one answer that is a page or a fragment."""
    if answer.status_code >= 500:
        return [str(answer.status_code)]
    if not answer.get("Content-Type", "").startswith("text/html"):
        return []
    text = answer.content.decode()
    page = page_of(text)
    found = wrong_on(page)
    found += [UNSTORED] * bool(UNSTORABLE.search(text))
    found += ["a template was filled in"] * ("xq42" in page.text)
    return found + ["a header was added"] * ("xss" in answer.cookies)


def in_pdf(answer: Any, name: str, *, whole: bool = True) -> list[str]:
    """The words stand in it as they were typed (unless long ones are cut there), and nothing in it acts."""
    if answer.status_code == 422 and name in UNPRINTABLE:
        return [] if "U+" in answer.content.decode() else ["the characters are not named"]
    if answer.status_code != 200:
        return [f"PDF {answer.status_code}"]
    reader = PdfReader(io.BytesIO(answer.content))
    root = reader.trailer["/Root"].get_object()
    found = [f"{each} in the PDF" for each in ("/OpenAction", "/AA", "/AcroForm") if each in root]
    for page in reader.pages:
        notes = [each.get_object().get("/A", {}) for each in page.get("/Annots", [])]
        found += [f"{note.get('/S')} in the PDF" for note in notes if note.get("/S") not in (None, "/GoTo")]
    words, typed = (BLANKS.sub("", t) for t in ("".join(p.extract_text() for p in reader.pages), HOSTILE[name]))
    return found + ["the words are not in the PDF"] * (whole and name not in UNPRINTABLE and typed not in words)


def in_comparison(answer: Any, name: str) -> list[str]:
    return in_pdf(answer, name, whole=False)


def in_spreadsheet(answer: Any, name: str) -> list[str]:
    """The workbook or the table as CSV: it can be read, and no cell of it is a formula."""
    if answer.status_code != 200:
        return [str(answer.status_code)]
    if answer["Content-Type"].startswith("text/csv"):
        rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
        return [f"a formula: {cell[:40]!r}" for row in rows for cell in row if cell.lstrip()[:1] in FORMULA]
    found = [each.tag for part in parts(answer.content).values() for each in part.iter()]
    return ["a formula in the workbook"] * any(tag.endswith("}f") for tag in found)


def in_export(answer: Any, name: str) -> list[str]:
    text = json.dumps(json.loads(answer.content), ensure_ascii=False)
    typed = json.dumps(settled(HOSTILE[name]), ensure_ascii=False)
    return [] if typed[1:-1] in text else ["not exported"]


def in_calendar(answer: Any, name: str) -> list[str]:
    """Nothing typed becomes a line of its own."""
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    lines = [line for line in answer.content.split(b"\r\n") if line and not line.startswith(b" ")]
    strange = {re.split(b"[:;]", line)[0] for line in lines} - LINES_OF_EVENTS
    return [f"lines {strange}"] * bool(strange) + ["no event"] * (not events)


def in_letter(answer: Any, name: str) -> list[str]:
    shown = page_of(answer.content.decode()).by_id["letter-text"]
    text, typed = (" ".join(each.split()) for each in (shown, settled(HOSTILE[name])))
    return [] if typed in text else ["not in the letter"]


def in_text(answer: Any, name: str) -> list[str]:
    """A file to keep, never a page; the words stand in it as they were typed."""
    kept = answer["Content-Type"].startswith("text/plain") and answer["Content-Disposition"].startswith("attachment")
    text, typed = (" ".join(each.split()) for each in (answer.content.decode(), settled(HOSTILE[name])))
    return [] if kept and typed in text else ["not in the text"]


FILES = {
    "brief_pdf": in_pdf,
    "compare_pdf": in_comparison,
    "compare_sheet": in_spreadsheet,
    "mission_pdf": in_pdf,
    "script_pdf": in_comparison,
    "ladder_pdf": in_comparison,
    "mission_text": in_text,
    "export": in_export,
    "plan_dates": in_calendar,
    "letter": in_letter,
}
