"""A brief leaves out what is blank, and becomes plain data."""

from __future__ import annotations

import json
from dataclasses import replace

from groundwork.blocks import Fact, Figure, Heading, Items, Table, Text
from groundwork.document import Section, filled
from tests.brief.samples import figure, full


def test_blank_blocks_go():
    blank = (
        Text(text=" \n"),
        Fact(label="Decide by", value=""),
        Items(items=()),
        Items(items=("", " ")),
        Table(head=("Point",), rows=(("", " "),)),
        Figure(svg="", sentence="Nothing drawn"),
        Heading(text=""),
    )
    assert filled(blank) == ()


def test_blank_items_and_rows_go_and_the_rest_stays():
    kept = filled((Items(items=("one", "", "two")), Table(head=("a",), rows=(("1",), ("",)))))
    assert kept == (Items(items=("one", "two")), Table(head=("a",), rows=(("1",),)))


def test_a_zero_and_a_dash_are_not_blank():
    said = (Fact(label="Bonus", value="0"), Fact(label="One-off", value="–"))
    assert filled(said) == said


def test_headings_with_nothing_under_them_go():
    words = Text(text="Words")
    kept = filled((Heading(text="Empty"), Text(text=""), Heading(text="Full"), words, Heading(text="Last")))
    assert kept == (Heading(text="Full"), words)


def test_a_figure_loses_only_its_empty_table():
    drawing = replace(figure(), table=Table(head=("Point",), rows=()))
    assert filled((drawing,)) == (replace(drawing, table=None),)


def test_sections_without_blocks_go():
    sections = (Section(title="Blank", blocks=(Text(text=""),)), Section(title="Full", blocks=(Text(text="x"),)))
    assert [section.title for section in replace(full(), sections=sections).sections] == ["Full"]


def test_as_data_is_json_without_nulls_but_a_missing_table():
    data = json.loads(json.dumps(full().as_data()))
    assert (data["printed"], data["version"], data["language"]) == ("2030-03-05", "private", "en")
    assert [block["kind"] for block in data["sheet"]] == ["text", "fact", "fact", "figure", "heading", "items"]
    assert data["sheet"][3]["table"]["rows"][0] == ["Your floor", "96"]
    assert data["sections"][0]["title"] == "Your best alternative"


def test_as_text_every_block_is_a_line_or_a_list_and_a_drawing_says_its_sentence():
    brief = replace(
        full(),
        title="The job",
        subtitle="A draft",
        marking="Draft",
        sheet=(
            Heading(text="Light"),
            Fact(label="By", value="spring", note="agreed"),
            Items(items=("one", "two\nlines")),
            Table(head=("Who", "What"), rows=(("Ada", ""), ("Bo", "asks"))),
            figure(),
        ),
        sections=(Section(title="More", blocks=(Text(text="Words"),)),),
    )
    parts = brief.as_text().split("\n\n")
    assert parts[:3] == ["The job", "A draft", f"Draft, {brief.printed_text}"]
    assert parts[3:7] == ["Light", "By: spring\nagreed", "- one\n- two\n  lines", "Who; What\nAda\nBo; asks"]
    assert parts[7:] == [figure().sentence, "More", "Words\n"]


def test_what_stands_on_every_page_goes_with_the_version_unless_it_is_said_otherwise():
    assert replace(full(), version="private").marked == "Private: do not forward"
    assert replace(full(), version="share").marked == "Safe to share"
    assert replace(full(), version="share", marking="Draft").marked == "Draft"
