"""Searching the catalogue: every word counts, however it is typed, and the best comes first."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.needs import ANY, Need, catalogue, search
from tests.needs.words import texts, words

NEEDS = list(catalogue().needs.values())


def slugs(text: str, trade: str = "", theme: str = "") -> list[str]:
    return [need.slug for need in search(text, trade, theme)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("daycare", "daycare"),
        ("childcare", "daycare"),
        ("babysitter", "daycare"),
        ("commission", "commission-delay"),
        ("courses", "courses"),
        ("weekends", "weekends"),
        ("9/80", "weekends"),
        ("remote", "home-office"),
        ("work from home", "home-office"),
        ("night shift", "nights"),
        ("visa", "visa"),
        ("pension", "pension"),
        ("tips", "thin-tips"),
        ("job title", "title"),
        ("invoice", "late-payers"),
        ("non-compete", "non-compete"),
        ("back", "heavy-work"),
        ("burnout", "rest-first"),
        ("company car", "car"),
        ("stock options", "equity"),
        ("quota", "targets"),
        ("work-life balance", "overtime"),
        ("training budget", "courses"),
    ],
)
def test_what_people_type_finds_what_they_mean(text: str, first: str):
    assert slugs(text)[0] == first


@pytest.mark.parametrize(
    "typed", ["DAYCARE", "dayçare", "Dàycáre", "day\u0301care", "  daycare  ", "daycares", "“daycare”?"]
)
def test_case_accents_and_signs_do_not_matter(typed: str):
    assert slugs(typed) == slugs("daycare") != []


def test_the_beginning_of_a_word_is_enough_and_its_middle_is_not():
    assert "daycare" in slugs("dayc")
    assert slugs("aycare") == []


@pytest.mark.parametrize(("one", "many"), [("weekend", "weekends"), ("company", "companies")])
def test_one_or_many_is_the_same(one: str, many: str):
    assert slugs(one) == slugs(many)


def test_every_word_must_be_found():
    assert "daycare" in slugs("daycare evening")
    assert slugs("daycare submarine") == []
    assert set(slugs("daycare evening")) == set(slugs("daycare")) & set(slugs("evening"))


def test_a_trade_can_be_searched_by_its_own_words():
    nursing = [need.slug for need in NEEDS if "nursing" in need.trades]
    assert sorted(slugs("nurse")[: len(nursing)]) == sorted(nursing), "and the nursery comes after them"


def test_a_theme_can_be_searched_by_its_title():
    assert set(slugs("health rest")) >= {need.slug for need in NEEDS if need.theme == "health"}


def test_without_words_all_are_shown_in_order():
    assert slugs("") == slugs(" ?! ") == list(catalogue().needs)


def test_a_theme_limits_and_an_unknown_one_is_empty():
    assert slugs("", theme="family") == [need.slug for need in NEEDS if need.theme == "family"]
    assert slugs("", theme="submarines") == []
    assert slugs("children", theme="time") == []


@pytest.mark.parametrize("trade", [slug for slug in catalogue().trades if slug != ANY])
def test_a_trade_comes_before_any_trade(trade: str):
    found = search("", trade)
    own = [trade in need.trades for need in found]
    assert own == sorted(own, reverse=True)
    assert all(need.suits(trade) for need in found)
    assert own.count(False) == sum(ANY in need.trades for need in NEEDS)


def test_a_trade_nobody_listed_gets_what_anybody_may_want():
    assert slugs("", "submarines") == [need.slug for need in NEEDS if ANY in need.trades]


def test_what_people_say_comes_before_what_stands_in_a_reason():
    found = search("meetings")
    assert found[0].slug == "meetings"
    assert len(found) > 1


@given(st.sampled_from(NEEDS), st.data())
def test_any_words_of_an_entry_find_it(need: Need, data: st.DataObject):
    told = sorted({word for text in texts(need) for word in words(text)})
    picked = data.draw(st.lists(st.sampled_from(told), min_size=1, max_size=4))
    assert need in search(" ".join(picked))


@given(st.text(max_size=40), st.text(max_size=10))
def test_one_more_word_never_finds_more(text: str, word: str):
    assert set(slugs(f"{text} {word}")) <= set(slugs(text))


@given(st.lists(st.sampled_from(["home", "pay", "hours", "team", "work"]), min_size=1, max_size=4))
def test_the_order_and_number_of_the_words_do_not_matter(asked: list[str]):
    assert slugs(" ".join(asked)) == slugs(" ".join([*reversed(asked), asked[0]]))


@pytest.mark.parametrize(
    "text", ["lo ng" * 20_000, " ".join(f"a{n}" for n in range(20_000)), "a " * 50_000, "\x00\ud800"]
)
def test_a_long_or_strange_text_is_answered_quickly(text: str):
    start = time.perf_counter()
    search(text)
    assert time.perf_counter() - start < 2
