"""What stands in the PDF: the words, the tags, the date, and nothing that was not put there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pypdf.generic import DictionaryObject

from groundwork.blocks import Fact, Heading, Items, Table, Text
from negotiation import typeset
from tests.brief.samples import HOSTILE, SENTENCE, empty, figure, full, reader, with_blocks, words_of


@pytest.fixture(scope="module")
def brief() -> bytes:
    return typeset.pdf(full().as_data())


def elements(pdf: bytes, kind: str) -> list[DictionaryObject]:
    """All structure elements of a kind, such as /Figure."""
    file = reader(pdf)
    found = [file.get_object(number) for number in range(1, file.trailer["/Size"])]
    return [obj for obj in found if isinstance(obj, DictionaryObject) and obj.get("/S") == kind]


def test_every_word_is_there(brief):
    words = words_of(brief)
    for expected in (
        "Data analyst at Acorn Works",
        "I was hoping for 118 acorns a year gross.",
        "Aim for 112 acorns a year gross",
        "The middle of the market, rounded",
        SENTENCE,
        "Their offer 100",
        "May I have it in writing?",
        "The full plan",
        "Bonus, likely – 6",
        "Forty minutes saved",
    ):
        assert expected in words


def test_the_sheet_has_its_own_page_and_each_page_says_whose_it_is(brief):
    sheet, plan = (" ".join(page.extract_text().split()) for page in reader(brief).pages)
    assert "The full plan" not in sheet
    assert "Private: do not forward Printed 5 March 2030 Page 1 of 2" in sheet
    assert "Private: do not forward Printed 5 March 2030 Page 2 of 2" in plan


def test_the_version_to_share_is_marked_so():
    words = words_of(typeset.pdf(replace(full(), version="share").as_data()))
    assert "Safe to share" in words
    assert "Private" not in words


def test_nothing_says_none():
    words = words_of(typeset.pdf(empty().as_data()))
    assert not re.search("none|null|auto", words, re.IGNORECASE)
    assert "The full plan" not in words


def test_it_is_tagged_for_screen_readers(brief):
    file = reader(brief)
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.title == "Data analyst at Acorn Works"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_structure_names_headings_lists_and_tables(brief):
    assert [len(elements(brief, kind)) for kind in ("/H1", "/H3", "/H4", "/L", "/Table")] == [1, 2, 1, 2, 2]
    assert len(elements(brief, "/TH")) == 5


def test_a_figure_says_its_sentence(brief):
    assert [drawing["/Alt"] for drawing in elements(brief, "/Figure")] == [SENTENCE]


def test_the_language_is_set():
    file = reader(typeset.pdf(replace(full(), language="de").as_data()))
    assert file.trailer["/Root"]["/Lang"] == "de"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_source_stays_text(text):
    blocks = (
        Heading(text=text),
        Text(text=text),
        Text(text=text, strong=True),
        Fact(label="Said", value=text, note=text),
        Items(items=(text,)),
        Table(head=("Said", text), rows=(("a", text),), caption=text),
    )
    words = words_of(typeset.pdf(with_blocks(*blocks) | {"title": text, "subtitle": text}))
    squeezed = words.replace(" ", "")
    assert squeezed.count(text.replace(" ", "")) == 11
    assert "root:" not in words


def test_it_holds_nothing_that_acts():
    pdf = typeset.pdf(with_blocks(*(Text(text=text) for text in HOSTILE)))
    for act in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/URI"):
        assert act not in pdf


def test_control_characters_are_dropped_and_lines_kept():
    words = words_of(typeset.pdf(with_blocks(Text(text="nu\x00l bo\ufeffm\r\nnext\u2028third \ud800end\x1b\uffff"))))
    assert "nul bom next third end" in words


def test_a_long_word_wraps_and_every_letter_is_there():
    words = words_of(typeset.pdf(with_blocks(Text(text="x" * 9_000), Fact(label="q" * 500, value="z" * 2_000))))
    assert [words.count(letter) for letter in "xqz"] == [9_000, 500, 2_000]
    assert "\u200b" not in words
    assert max(len(word) for word in words.split()) < 120


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000, "line\n" * 20_000])
def test_a_hundred_thousand_characters_fill_pages(text):
    assert len(reader(typeset.pdf(with_blocks(Text(text=text)))).pages) > 20


def test_uneven_tables_are_set():
    table = Table(head=("Point",), rows=(("a", "b", "c"), ("d",)))
    assert "Point a b c d" in words_of(typeset.pdf(with_blocks(table)))


def test_a_sheet_that_is_too_long_is_set_smaller_to_fit_two_pages():
    sheet = tuple(Fact(label=f"Point {i}", value="100 acorns a year gross", note="A reason") for i in range(40))
    pages = reader(typeset.pdf(replace(empty(), sheet=sheet).as_data())).pages
    assert len(pages) == 2


@pytest.mark.parametrize(
    "block",
    [Text(text="a \U0001fffd b 𐎠"), Fact(label="x", value="𐎠", note="\U0001fffd"), figure("𐎠 \U0001fffd")],
)
def test_characters_without_a_glyph_are_named_not_left_blank(block):
    with pytest.raises(typeset.MissingGlyphs) as caught:
        typeset.pdf(with_blocks(block))
    assert caught.value.characters == ("𐎠", "\U0001fffd")
    assert caught.value.names == ("𐎠 (U+103A0)", "U+1FFFD")


def test_what_the_fonts_have_is_shown_in_any_script():
    assert "Привет Ελλάδα żółw – “quoted” 5 €" in words_of(
        typeset.pdf(with_blocks(Text(text="Привет Ελλάδα żółw – “quoted” 5 €")))
    )


def test_a_broken_drawing_is_refused_in_words():
    with pytest.raises(typeset.TypesetFailed, match="SVG"):
        typeset.pdf(with_blocks(replace(figure(), svg="<svg")))
