"""Which card comes next: all are seen before the call, and what halts comes again on the same day."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.rehearse import Card, Mark, due, marked, today_of

TODAY = date(2026, 11, 30)
NEW = tuple(Card(key=f"card {number:02}") for number in range(30))


def seen(key, mark, *, days=0, fluent=0, halted=False):
    then = TODAY - timedelta(days=days)
    return Card(key=key, first=then, seen=then, turn=1, mark=mark, fluent=fluent, halted=halted)


def keys(cards, **more):
    return [card.key for card in today_of(cards, **({"today": TODAY, "call": None} | more)).queue]


@pytest.mark.parametrize(("days", "fresh"), [(0, 30), (1, 30), (2, 15), (3, 10), (4, 8), (14, 3), (40, 1), (None, 8)])
def test_new_cards_are_spread_over_the_days_that_are_left(days, fresh):
    call = None if days is None else TODAY + timedelta(days=days)
    found = today_of(NEW, today=TODAY, call=call)
    assert (found.fresh, found.later, found.days) == (fresh, 30 - fresh, days)


def test_a_call_that_has_passed_is_no_call():
    assert today_of(NEW, today=TODAY, call=TODAY - timedelta(days=1)).fresh == 8


def test_those_seen_today_are_part_of_todays_share():
    cards = [seen("a", Mark.FLUENT, fluent=1), seen("b", Mark.FLUENT, fluent=1), *NEW[:4]]
    assert today_of(cards, today=TODAY, call=TODAY + timedelta(days=2)).fresh == 1


def test_what_halted_yesterday_comes_first_and_what_halted_today_comes_last():
    cards = [seen("today", Mark.HALTING), seen("old", Mark.NO, days=1), NEW[0], seen("rested", Mark.FLUENT, days=2)]
    assert keys(cards) == ["old", "card 00", "rested", "today"]
    assert today_of(cards, today=TODAY, call=None).again == 1


def test_of_those_that_halted_today_the_one_longest_ago_comes_first():
    late = replace(seen("late", Mark.NO), turn=9)
    assert keys([late, seen("early", Mark.HALTING)]) == ["early", "late"]


@pytest.mark.parametrize(("fluent", "rest"), [(1, 2), (2, 4), (3, 8), (9, 8)])
def test_a_fluent_card_rests_longer_each_time(fluent, rest):
    assert not due(seen("a", Mark.FLUENT, days=rest - 1, fluent=fluent), TODAY, None)
    assert due(seen("a", Mark.FLUENT, days=rest, fluent=fluent), TODAY, None)


def test_on_the_eve_of_the_call_what_ever_halted_is_asked_once_more():
    once = seen("a", Mark.FLUENT, days=1, fluent=1, halted=True)
    assert due(once, TODAY, 1)
    assert not due(once, TODAY, 2)
    assert not due(replace(once, halted=False), TODAY, 1)
    assert not due(marked(once, Mark.FLUENT, TODAY, 2), TODAY, 1)


def test_fluent_days_are_counted_once_a_day_and_begin_anew_after_a_halt():
    card = marked(marked(Card(key="a"), Mark.FLUENT, TODAY, 1), Mark.FLUENT, TODAY, 2)
    assert (card.fluent, card.halted) == (1, False)
    card = marked(card, Mark.FLUENT, TODAY + timedelta(days=2), 3)
    assert card.fluent == 2
    card = marked(card, Mark.HALTING, TODAY + timedelta(days=6), 4)
    assert (card.fluent, card.halted, card.first) == (0, True, TODAY)
    assert marked(card, Mark.FLUENT, TODAY + timedelta(days=6), 5).fluent == 1


def practised(count, days, how):
    """Somebody who practises each day until nothing is left; what was seen when, and how it went."""
    cards = {f"card {number}": Card(key=f"card {number}") for number in range(count)}
    log, call = [], TODAY + timedelta(days=days)
    for day in range(days):
        now = TODAY + timedelta(days=day)
        for _ in range(50 * count + 50):
            queue = today_of([*cards.values()], today=now, call=call).queue
            if not queue:
                break
            mark = how()
            log.append((queue[0].key, now, mark))
            cards[queue[0].key] = marked(queue[0], mark, now, len(log))
        else:
            pytest.fail("it never ends")
    return cards, log


@pytest.mark.parametrize("days", [1, 3, 14])
@pytest.mark.parametrize("count", [1, 7, 80])
def test_before_a_call_in_some_days_all_are_seen_and_halting_ones_again_the_same_day(days, count):
    chance = random.Random(7)
    cards, log = practised(count, days, lambda: chance.choice(list(Mark)))
    assert {key for key, _, _ in log} == set(cards)
    for place, (key, when, mark) in enumerate(log):
        later = [other for other, then, _ in log[place + 1 :] if then == when]
        assert mark is Mark.FLUENT or key in later
    firsts = [card.first for card in cards.values()]
    assert max(firsts.count(day) for day in set(firsts)) == -(-count // days)


@given(st.lists(st.sampled_from([*Mark, None]), max_size=12), st.integers(-3, 20))
def test_a_queue_holds_no_card_twice_and_none_that_was_fluent_today(marks, days):
    cards = [Card(key=str(at)) if mark is None else seen(str(at), mark) for at, mark in enumerate(marks)]
    found = today_of(cards, today=TODAY, call=TODAY + timedelta(days=days))
    assert len({card.key for card in found.queue}) == len(found.queue)
    assert all(card.mark is not Mark.FLUENT for card in found.queue)
    halting = {card.key for card in cards if card.mark in (Mark.NO, Mark.HALTING)}
    assert halting <= {card.key for card in found.queue}
    assert found.fresh + found.later == marks.count(None)
