"""The page of the talk: a line put into one's own words, contradictions where they are said, paper, what it costs."""

from __future__ import annotations

import io
import uuid

from pypdf import PdfReader

from negotiation.models import ScriptLine
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press


def test_a_line_is_put_into_ones_own_words_once_and_deleting_it_brings_ours_back(filler, plan):
    press(filler, plan, "script", joy="the lamp")
    first = filler.post(address(plan, "script") + "line/", {"line": "no"})
    assert filler.post(address(plan, "script") + "line/", {"line": "no"}).url == first.url
    row = ScriptLine.objects.get()
    assert row.text == "Thank you for being plain with me. What would have to change for it to become possible?"
    filler.post(first.url, {"version": row.version, "line": "no", "text": "Oh. And if I waited?"})
    assert "Oh. And if I waited?" in words(filler.get(address(plan, "script")))
    filler.post(first.url + "delete/")
    assert "Thank you for being plain with me." in words(filler.get(address(plan, "script")))


def test_a_line_that_is_none_is_not_there(filler, plan):
    assert filler.post(address(plan, "script") + "line/", {"line": "hello"}).status_code == 404


def test_numbers_that_contradict_each_other_are_named_where_they_are_said(filler, plan):
    numbers = {"target_fixed": "100000", "floor_fixed": "120000", "offer_fixed": "90000"}
    press(filler, plan, "zopa", counts="fixed", **numbers)
    for step in ("script", "ladder"):
        assert "both cannot be meant" in words(filler.get(address(plan, step))), step


def test_the_talk_on_paper(filler, plan):
    file = filler.get(address(plan, "script") + "talk.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(file.content)).pages).split())
    assert "May I say why?" in text
    assert "[the number you" in text
    assert "Private: do not forward" in text


def test_the_page_asks_the_store_no_more_for_a_full_plan(filler, plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        filler.get(address(plan, "script"))


def test_htmx_request(filler, plan):
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "medium": "mail", "manner": "together", "joy": "the lamp"}
    panel = filler.post(address(plan, "script"), data, **HTMX)
    assert "above all for one reason: the lamp." in words(panel)
    assert "The mail, and what comes after it" in words(panel)
    assert "<html" not in panel.content.decode()
