"""Briefs to set: a full one, an empty one, and the text of a person who types anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from groundwork.blocks import Block, Fact, Figure, Heading, Items, Table, Text
from groundwork.document import Brief, Section

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 80" width="640" height="80">'
    '<path d="M20 40H620" stroke="#17313b"/><circle cx="200" cy="40" r="6" fill="#1b6a5f"/>'
    '<text x="180" y="70" font-family="sans-serif" font-size="13">{words}</text></svg>'
)
SENTENCE = "Their offer is 4 acorns a year gross above your floor."
HOSTILE = (
    '#read("/etc/passwd")',
    "*not bold* _nor slanted_",
    "$x^2$",
    "<script>alert(1)</script>",
    r"back\slash \u{41} \#",
    "] #] [ } {",
    '#eval("1 + 1")',
    "@somebody <label>",
    "`raw` ```fence```",
    "= no heading",
    "// no comment /* either */",
    '#import "@preview/x:1.0.0": *',
    "%s {{ brief }} {% now %}",
    "\"double\" and 'single'",
)


def figure(words: str = "Your floor") -> Figure:
    table = Table(head=("Point", "XAC a year gross"), rows=(("Your floor", "96"), ("Their offer", "100")))
    return Figure(svg=DRAWING.format(words=words), sentence=SENTENCE, table=table)


def full() -> Brief:
    sheet = (
        Text(text="I am glad you want me. I was hoping for 118 acorns a year gross.", strong=True),
        Fact(label="Aim for", value="112 acorns a year gross", note="The middle of the market, rounded"),
        Fact(label="Below this, say no", value="96 acorns a year gross"),
        figure(),
        Heading(text="Before the call ends"),
        Items(items=("What happens next, who decides, and by when?", "May I have it in writing?")),
    )
    offers = Table(
        head=("", "Acorn Works", "Oak & Sons"),
        rows=(("Base pay", "100", "104"), ("Bonus, likely", "–", "6"), ("Total, first year", "100", "110")),
        caption="In acorns a year gross",
    )
    sections = (
        Section(title="Your best alternative", blocks=(Text(text="Stay where you are."), offers)),
        Section(title="What you bring", blocks=(Heading(text="Proof"), Items(items=("Forty minutes saved",)))),
    )
    return Brief(
        title="Data analyst at Acorn Works",
        subtitle="Call sheet and plan",
        version="private",
        printed=date(2030, 3, 5),
        printed_text="5 March 2030",
        sheet=sheet,
        sections=sections,
    )


def empty() -> Brief:
    return replace(full(), sheet=(), sections=())


def with_blocks(*blocks: Block) -> dict[str, Any]:
    """The data of a brief whose full plan holds these blocks."""
    return replace(empty(), sections=(Section(title="Part", blocks=blocks),)).as_data()


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    """The text of all pages; a space for every line end, so that a wrapped line still matches."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader(pdf).pages)
