"""The catalogue as it is read by people: enough of it, each entry worth its place, each ask fit to be said."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from negotiation.needs import ANY, FOLDER, Need, catalogue
from tests.needs.words import carrying, likeness, texts, words

NEEDS = list(catalogue().needs.values())
PERSON = frozenset(words("i me my mine myself we us our ours ourselves you your yours yourself yourselves"))
# How a sentence that begins with "I would like" can go on: an infinitive, somebody who is to do something, or a thing.
STARTS = frozenset(
    words(
        """to you us a an the my your all at half several one two three five six ten twenty first as much
        access commission dictation fixed instructions monthly outplacement payment sick supervision tools written"""
    )
)
MONEY = re.compile(
    r"\d{3}|\d[.,]\d|\d\s*(?:k\b|%|percent|per cent)|[$€£¥]|\b(?:thousand|million|grand|salary of)\b", re.I
)
BANNED = re.compile(
    r"\b(?:please|sorry|oops|invalid|leverage|crush|win big|amazing|awesome|guys|ninja|rockstar)\b|!", re.I
)
EACH = pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.slug)


def test_there_is_enough_of_it():
    assert len(NEEDS) >= 48
    assert len(catalogue().trades) >= 12 + 1
    assert len(catalogue().themes) >= 8
    assert {len(need.ways) for need in NEEDS} <= {2, 3, 4}


def test_each_trade_and_theme_has_something_of_its_own():
    trades = Counter(trade for need in NEEDS for trade in need.trades)
    assert {slug: trades[slug] for slug in catalogue().trades if trades[slug] < 5} == {}
    themes = Counter(need.theme for need in NEEDS)
    assert {slug: themes[slug] for slug in catalogue().themes if themes[slug] < 4} == {}


def test_the_orders_of_the_themes_differ_and_are_kept():
    orders = [theme.order for theme in catalogue().themes.values()]
    assert orders == sorted(set(orders))
    assert list(dict.fromkeys(need.theme for need in NEEDS)) == list(catalogue().themes)


@pytest.mark.parametrize(
    ("slug", "ask"),
    [
        ("daycare", "to leave at three on school days and finish the rest in the evening"),
        ("commission-delay", "commission paid in the month the order is signed"),
        ("courses", "you to pay for one course a year that we choose together"),
        ("weekends", "to work a 9/80 week, with every second Friday free"),
    ],
)
def test_the_known_examples_are_there(slug: str, ask: str):
    assert catalogue().needs[slug].ways[0].ask == ask


def test_no_two_entries_share_over_half_their_words():
    told = {need.slug: carrying(need) for need in NEEDS}
    alike = {(one, other): likeness(told[one], told[other]) for one, other in combinations(told, 2)}
    assert {pair: share for pair, share in alike.items() if share > 0.5} == {}


def test_the_measure_finds_an_entry_that_was_copied_and_changed_a_little():
    first = carrying(NEEDS[0])
    copied = frozenset(sorted(first)[4:]) | {"another", "word"}
    assert likeness(first, first) == 1
    assert likeness(first, copied) > 0.5
    assert likeness(first, frozenset({"quite", "different"})) == 0


def test_nothing_is_said_twice():
    said = Counter(text.casefold() for need in NEEDS for text in texts(need) if " " in text and text not in need.also)
    assert {text: times for text, times in said.items() if times > 1} == {}


@EACH
def test_an_entry_reads_well(need: Need):
    sentences = [need.need, *(part for way in need.ways for part in (way.text, way.reason))]
    assert [text for text in sentences if not (text[0].isupper() and text.endswith("."))] == []
    assert need.want[0].isupper()
    assert need.want[-1].isalpha()
    assert [text for text in texts(need) if BANNED.search(text) or len(text) > 130] == []
    assert [text for text in sentences if len(words(text)) < 3] == []
    assert len(carrying(need)) >= 30


@EACH
def test_an_ask_can_stand_after_i_would_like(need: Need):
    asks = [way.ask for way in need.ways]
    assert [ask for ask in asks if ask.split()[0] not in STARTS] == []
    assert [ask for ask in asks if ask.startswith(("you ", "us ")) and ask.split()[1] != "to"] == []
    assert [ask for ask in asks if not ask[-1].isalnum() or len(words(ask)) < 4] == []


@EACH
def test_no_number_looks_like_pay(need: Need):
    assert [text for text in texts(need) if MONEY.search(text)] == []


@EACH
def test_what_is_not_said_aloud_speaks_of_nobody(need: Need):
    """So that the same words serve a friend who looks on."""
    told = [need.need, *(part for way in need.ways for part in (way.text, way.reason))]
    assert [text for text in told if PERSON & set(words(text))] == []


@EACH
def test_the_words_to_be_found_by_add_something(need: Need):
    assert need.also, "what else would somebody type?"
    assert len({word.casefold() for word in need.also}) == len(need.also)


@pytest.mark.parametrize("text", ["a raise of 500", "90k", "1.5 more", "$ 5", "5 %", "two thousand more", "12,000"])
def test_numbers_that_look_like_pay_are_found(text: str):
    assert MONEY.search(text)


def test_up_to_a_third_is_for_everybody():
    """Somebody whose trade is not in the list finds enough all the same."""
    assert 10 <= sum(ANY in need.trades for need in NEEDS) <= len(NEEDS) / 3


def test_the_files_stay_readable():
    for path in FOLDER.glob("*.toml"):
        lines = path.read_text("utf-8").splitlines()
        assert len(lines) < 300, path.name
        assert [line for line in lines if len(line) > 140] == [], path.name
