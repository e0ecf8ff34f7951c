"""The starters as they are read by people: enough of them, none like another, each fit to be said."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from negotiation.calc.answers import sentences, too_long
from negotiation.models import Objection
from negotiation.needs import ANY
from negotiation.objections import FOLDER, Starter, catalogue, search
from tests.needs.test_catalogue import BANNED, MONEY
from tests.needs.words import SMALL, likeness, words

STARTERS = list(catalogue().starters.values())
EACH = pytest.mark.parametrize("one", STARTERS, ids=lambda one: one.slug)
# An office job, a nurse, a tradesperson, a teacher, a designer and a manager.
SIX = ("administration", "nursing", "crafts", "teaching", "design", "management")


def told(one: Starter) -> tuple[str, ...]:
    return (one.text, one.acknowledge, one.value, one.question, one.proof)


def carrying(one: Starter) -> frozenset[str]:
    return frozenset(word for text in told(one) for word in words(text)) - SMALL


def test_there_are_enough_on_every_theme():
    assert len(STARTERS) >= 25
    themes = Counter(one.theme for one in STARTERS)
    assert {slug: themes[slug] for slug in catalogue().themes if themes[slug] < 2} == {}


def test_the_themes_are_those_of_the_list():
    titles = {slug: theme.title for slug, theme in catalogue().themes.items()}
    assert titles | {"other": "Something else"} == dict(Objection.THEMES)
    assert list(titles) == [slug for slug, _ in Objection.THEMES[:-1]]


def test_the_orders_of_the_themes_differ_and_are_kept():
    orders = [theme.order for theme in catalogue().themes.values()]
    assert orders == sorted(set(orders))
    assert list(dict.fromkeys(one.theme for one in STARTERS)) == list(catalogue().themes)


@pytest.mark.parametrize("trade", SIX)
def test_each_of_six_trades_has_some_of_its_own_and_enough_in_all(trade: str):
    assert sum(trade in one.trades for one in STARTERS) >= 5
    assert len(search("", trade)) >= 25


def test_somebody_whose_trade_is_not_listed_finds_enough():
    assert 15 <= sum(ANY in one.trades for one in STARTERS) < len(STARTERS)


def test_no_two_share_over_half_their_words():
    for measure in (carrying, lambda one: frozenset(word for text in told(one) for word in words(text))):
        sets = {one.slug: measure(one) for one in STARTERS}
        alike = {(one, other): likeness(sets[one], sets[other]) for one, other in combinations(sets, 2)}
        assert {pair: share for pair, share in alike.items() if share > 0.5} == {}


def test_the_measure_finds_one_that_was_copied_and_changed_a_little():
    first = carrying(STARTERS[0])
    assert likeness(first, frozenset(sorted(first)[3:]) | {"another", "word"}) > 0.5


def test_nothing_is_said_twice():
    said = Counter(text.casefold() for one in STARTERS for text in told(one))
    assert {text: times for text, times in said.items() if times > 1} == {}


@EACH
def test_an_answer_is_short_enough_to_be_said(one: Starter):
    assert not too_long(f"{one.acknowledge} {one.value}")
    assert [sentences(part) for part in (one.acknowledge, one.value, one.question)] == [1, 1, 1]


@EACH
def test_it_reads_well(one: Starter):
    assert [text for text in told(one) if not text[0].isupper() or text[-1] not in ".?"] == []
    assert one.question.endswith("?")
    assert [text for text in told(one) if BANNED.search(text) or len(text) > 130] == []
    assert [text for text in (*told(one)[1:],) if len(words(text)) < 4] == []


@EACH
def test_there_is_no_figure(one: Starter):
    assert [text for text in told(one) if MONEY.search(text) or any(char.isdigit() for char in text)] == []


@EACH
def test_the_words_to_be_found_by_add_something(one: Starter):
    assert len(one.also) >= 3
    assert len({word.casefold() for word in one.also}) == len(one.also)
    assert search(" ".join(one.also[:1]))


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("experience", "few-years"),
        ("range", "above-range"),
        ("new field", "new-field"),
        ("tight budget", "tight"),
        ("recession", "economy"),
        ("high end", "high-end"),
        ("everyone same", "same-pay"),
        ("CV gap", "cv-gap"),
        ("overqualified", "bored"),
        ("notice period", "notice"),
        ("earn now", "earn-now"),
        ("other candidates", "cost-less"),
        ("commute", "too-far"),
        ("remote", "in-office"),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, slug: str):
    assert search(typed)[0].slug == slug


def test_a_theme_limits_and_an_unknown_one_is_empty():
    assert [one.slug for one in search("", theme="range")] == [one.slug for one in STARTERS if one.theme == "range"]
    assert search("", theme="submarines") == []


def test_the_files_stay_readable():
    for path in FOLDER.glob("*.toml"):
        assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 140] == [], path.name
