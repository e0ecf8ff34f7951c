"""Words on a page: escaped, in paragraphs and lists, with gaps as links to the field that fills them."""

import re
from html.parser import HTMLParser
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from negotiation.scripts.words import Gap, Slot, Words, parse, render
from tests.scripts.samples import EVERYBODY, LETTER_FILES

PLAN = SimpleNamespace(pk=UUID("6f1f3c60-6f63-4f0a-9d2e-2f1f6a3b7c11"))


class Page(HTMLParser):
    """The text of a page and the tags in it, checked for balance."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.attrs, self.open = "", set(), set(), []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attrs.update(name for name, _ in attrs)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def page(words):
    return render_to_string("components/words.html", {"words": words, "plan": PLAN})


def links(html):
    return re.findall(r'<a class="gap"\s+href="([^"]*)">([^<]*)</a>', html)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", LETTER_FILES)
def test_what_is_read_on_the_page_is_the_whole_letter(name, who):
    words = render(name, EVERYBODY[who])
    shown = Page(page(words))
    assert shown.tags <= {"div", "p", "b", "ul", "li", "br", "a"}
    assert shown.attrs <= {"class", "dir", "href"}
    parts = [item for block in words.blocks for item in getattr(block, "items", [block])]
    read = " ".join(["Subject:", words.subject_line, *(part.plain() for part in parts)])
    assert "".join(shown.text.split()) == "".join(read.split())


def test_what_a_person_typed_is_escaped():
    html = page(Words.from_plain("Subject: <b>\n\n<script>x</script>\n\n- O'Hara & Co"))
    assert "<script" not in html
    assert "&lt;script&gt;x&lt;/script&gt;" in html
    assert "&amp; Co" in html


def test_a_gap_links_to_the_field_of_its_step():
    html = page(parse(str(Slot.gap("zopa", "target_fixed", "your target"))))
    assert links(html) == [(reverse("step", args=[PLAN.pk, "zopa"]) + "#id_target_fixed", "[your target]")]


def test_a_gap_on_this_page_or_elsewhere_links_there():
    here, elsewhere = Gap("", "reason", "your reason"), Gap("", "", "your name", href="/me/?a=1&b=2#id_name")
    html = page(parse(f"{Slot(missing=here)} and {Slot(missing=elsewhere)}"))
    assert links(html) == [("#id_reason", "[your reason]"), ("/me/?a=1&amp;b=2#id_name", "[your name]")]


def test_a_gap_stands_in_its_sentence_without_added_space():
    html = page(parse(f"Dear {Slot.gap('', 'recipient', 'a name')}, hello"))
    assert re.search(r'Dear <a class="gap"\s+href="#id_recipient">\[a name\]</a>, hello', html)


def test_lines_inside_a_paragraph_are_kept():
    assert "Kind regards,<br>Ada" in page(Words.from_plain("Kind regards,\nAda"))
