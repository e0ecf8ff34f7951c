"""An answer that can be said calmly: two sentences, 40 words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.answers import sentences, too_long, words
from tests.timing import quiet_seconds

FORTY = " ".join(["word"] * 40)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n ", 0),
        ("…", 0),
        ("Yes", 1),
        ("Yes.", 1),
        ("Yes. No.", 2),
        ("Yes. No", 2),
        ("Really?! Yes.", 2),
        ("Well… yes.", 1),
        ("Well… Yes.", 2),
        ("I asked Dr. Lark, and he said yes.", 1),
        ("Take e.g. Monday. It suits me.", 2),
        ("J. Lark was there. So was I. We stayed.", 3),
        ("It took 7.5 hours. Not more.", 2),
        ("See example.org for it.", 1),
        ("“It is fine.” She left.", 2),
        ("First line\nSecond line\n\nThird line", 3),
        ("He asked: “Why?” and left.", 1),
        ("わかりました。ありがとう。では", 3),
        ("¿Cuándo? Mañana.", 2),
    ],
)
def test_sentences_are_counted_as_people_hear_them(text: str, count: int):
    assert sentences(text) == count


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("one – two", 2), ("up-to-date, isn’t it?", 3), ("7 %", 1), ("… . !", 0)]
)
def test_words_are_what_stands_between_spaces_and_says_something(text: str, count: int):
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("", False),
        (FORTY, False),
        (f"{FORTY} more", True),
        (f"{FORTY}.", False),
        ("One. Two.", False),
        ("One. Two. Three.", True),
        ("One. Two. Three", True),
        ("One\nTwo\nThree", True),
        (f"{' '.join(['a'] * 20)}. {' '.join(['b'] * 20)}.", False),
    ],
)
def test_more_than_two_sentences_or_forty_words_is_too_long(text: str, long: bool):
    assert too_long(text) is long


@given(st.text(max_size=200), st.text(max_size=50))
def test_saying_more_on_a_new_line_never_makes_it_shorter(text: str, more: str):
    assert words(f"{text}\n{more}") == words(text) + words(more)
    assert sentences(f"{text}\n{more}") == sentences(text) + sentences(more)


@given(st.text(max_size=200))
def test_no_sentence_is_without_a_word(text: str):
    assert (sentences(text) == 0) == (not any(char.isalnum() for char in text))


@pytest.mark.parametrize("text", ["a" * 100_000, "a." * 50_000, "." * 100_000, "a. " * 30_000, "。" * 100_000])
def test_a_strange_text_is_measured_quickly(text: str):
    assert quiet_seconds(lambda: too_long(text)) < 1
