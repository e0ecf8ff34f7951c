"""The same blocks as HTML: one list of facts for facts in a row, everything escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from groundwork.blocks import Block, Fact, Figure, Heading, Items, Table, Text
from tests.brief.samples import HOSTILE, SENTENCE, figure, full


def html(*blocks: Block, sheet: bool = False) -> str:
    rendered = render_to_string("brief/blocks.html", {"blocks": blocks, "sheet": sheet})
    return " ".join(rendered.split()).replace("> <", "><")


def page(**changes: object) -> str:
    request = SimpleNamespace(candidate=None, user=SimpleNamespace(is_authenticated=False), path="/")
    plan = SimpleNamespace(pk=UUID(int=7))
    brief = replace(full(), **changes)
    return render_to_string("brief/print.html", {"brief": brief, "plan": plan, "request": request})


def test_facts_in_a_row_are_one_list():
    text = html(Fact(label="A", value="1", note="why"), Fact(label="B", value="2"), Text(text="x"))
    assert text.count("<dl") == 1
    assert '<div class="fact"><dt>A</dt><dd>1 <span class="note">why</span></dd></div>' in text
    assert '<div class="fact"><dt>B</dt><dd>2</dd></div></dl><p>x</p>' in text


def test_facts_apart_are_two_lists():
    assert html(Fact(label="A", value="1"), Heading(text="H"), Fact(label="B", value="2")).count("<dl") == 2


def test_the_line_to_say_stands_out():
    assert html(Text(text="Hello\nagain", strong=True)) == '<p class="say">Hello<br>again</p>'


def test_headings_fit_where_they_stand():
    heading = Heading(text="Proof")
    assert html(heading, sheet=True) == "<h2>Proof</h2>"
    assert html(heading) == "<h4>Proof</h4>"


def test_items():
    assert html(Items(items=("a", "b"))) == "<ul><li>a</li><li>b</li></ul>"


def test_a_table_names_its_columns_and_rows():
    text = html(Table(head=("", "Now"), rows=(("Pay", "100"),), caption="In acorns"))
    assert "<caption>In acorns</caption>" in text
    assert '<tr><td></td><th scope="col">Now</th></tr>' in text
    assert '<tr><th scope="row">Pay</th><td>100</td></tr>' in text


def test_a_drawing_made_by_a_template_is_drawn_with_its_sentence_and_table():
    drawing = replace(figure(), svg=mark_safe(figure().svg))
    text = html(drawing)
    assert "<svg" in text
    assert f"<figcaption>{SENTENCE}</figcaption>" in text
    assert '<th scope="row">Their offer</th><td>100</td>' in text


def test_a_drawing_from_anywhere_else_is_not_trusted():
    assert "<svg" not in html(Figure(svg="<svg onload=alert(1)>", sentence="s"))


def test_everything_is_escaped():
    for text in HOSTILE:
        rendered = html(
            Heading(text=text),
            Text(text=text),
            Text(text=text, strong=True),
            Fact(label=text, value=text, note=text),
            Items(items=(text,)),
            Table(head=(text, "b"), rows=((text, text),), caption=text),
            Figure(svg="x", sentence=text),
        )
        assert rendered.count(str(escape(text))) == 13
        assert "<script" not in rendered


def test_the_page_holds_the_sheet_then_the_plan_and_says_whose_it_is():
    text = page()
    assert text.index('class="sheet"') < text.index("The full plan") < text.index("What you bring")
    assert text.count('class="brief-section"') == 2
    assert "Private: do not forward" in text
    assert "Printed 5 March 2030" in text


def test_a_page_to_share_is_marked_so():
    text = page(version="share")
    assert "Safe to share" in text
    assert "Private" not in text


def test_blank_parts_are_left_out():
    text = page(sheet=(), sections=(), subtitle="")
    assert "The full plan" not in text
    assert 'class="sheet"' not in text
    assert "None" not in text


def test_nothing_inline():
    text = page()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
