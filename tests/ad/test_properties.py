"""Whatever is pasted: it never fails, is quick, and every line it shows is in the ad as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.ad.pieces import LONGEST
from negotiation.ad.reading import SHOWN, read_ad
from tests.ad.reads import NAMES, ad
from tests.timing import quiet_seconds

BITS = st.sampled_from(
    [
        *("Requirements", "Duties:", "- ", "•", "1) ", "\n", "\n\n", "You will ", "must ", ". ", ": ", "**", "# "),
        *("We offer", "o ", "backlog", "e.g. ", "；", "。", "\u202e", "\x00", "\x1c", "\u2028", "é", "佐藤", "שלום"),
        *("Nice to have", "\t", "…", "🚀"),
    ]
)

ADS = st.one_of(st.text(max_size=400), st.lists(st.one_of(BITS, st.text(max_size=12)), max_size=60).map("".join))


def one_space(text: str) -> str:
    return " ".join(text.split())


def check(text: str) -> None:
    reading, whole = read_ad(text), one_space(text)
    assert len(reading.lines) <= SHOWN
    assert len({line.at for line in reading.lines}) == len(reading.lines)
    for line in reading.lines:
        assert line.text in whole
        assert 0 < len(line.text) <= LONGEST
        assert line.text == one_space(line.text)
        assert any(letter.isalpha() for letter in line.text)
        assert line.why.replace("'", "’") in line.text.replace("'", "’")
    for section in reading.sections:
        assert section.lines
        assert section.heading in whole


@given(ADS)
def test_every_line_stands_in_the_ad_and_is_no_longer_than_it(text):
    check(text)


@given(ADS)
def test_the_same_ad_is_read_the_same_way(text):
    assert read_ad(text) == read_ad(text)


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_an_ad_cut_anywhere_is_still_read(name, data):
    whole = ad(name)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    check(whole[start:end])


HUGE = [
    "a" * 200_000,
    "You will mend nets " * 10_000,
    "- x\n" * 50_000,
    "• " * 100_000,
    "Requirements: " * 14_000,
    "a. B " * 40_000,
    "A: b " * 40_000,
    "as a " * 40_000,
    "**" * 100_000,
    "\n" * 200_000,
    "(" * 200_000,
    "\x00" * 200_000,
    "\u202eabc " * 40_000,
    "\n".join(f"- Task number {n} of very many" for n in range(6000)),
]


@pytest.mark.parametrize("text", HUGE, ids=range(len(HUGE)))
def test_two_hundred_kilobytes_are_read_within_a_second(text):
    assert quiet_seconds(lambda: check(text)) < 1
