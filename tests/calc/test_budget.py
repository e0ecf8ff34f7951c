"""What a negotiation may cost, what it has cost, and when to ask whether to leave."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.budget import BudgetTerms, Entry, Limits, Tick, What, budget, weeks

D = Decimal
TODAY = date(2026, 11, 20)
LIMITS = Limits(hours=D(20), rounds=D(4), weeks=D(6), test_hours=D(4), stress=D(7))
LOG = (
    Entry(day=date(2026, 11, 2), hours=D("1.5"), rounds=1, stress=D(3)),
    Entry(day=date(2026, 11, 9), hours=D(2), test_hours=D(3), stress=D(6), ticks=frozenset({Tick.PRESSING})),
    Entry(hours=None, rounds=1),
)
TERMS = BudgetTerms(limits=LIMITS, log=LOG, started=date(2026, 11, 1), today=TODAY)


def test_what_was_spent_stands_beside_what_is_left():
    found = budget(TERMS)
    assert [each.what for each in found.spent] == list(What)
    assert [each.spent for each in found.spent[:2]] == [D("3.5"), 2]
    assert round(found.of(What.WEEKS).spent, 4) == D("2.7143")
    assert [each.spent for each in found.spent[3:]] == [3, 6]
    assert [each.left for each in found.spent[:2]] == [D("16.5"), 2]
    assert (found.of(What.HOURS).share, found.of(What.TEST_HOURS).share) == (Fraction(7, 40), Fraction(3, 4))
    assert [each.over for each in found.spent] == [0] * 5
    assert (found.crossed, found.tick_count, found.leave_or_cut) == ((), 1, False)


def test_blank_entries_add_nothing_and_are_counted():
    found = budget(TERMS)
    assert (found.of(What.HOURS).blank, found.of(What.TEST_HOURS).blank) == (1, 2)


@pytest.mark.parametrize(
    ("what", "entry"),
    [
        (What.HOURS, Entry(hours=D(17))),
        (What.ROUNDS, Entry(rounds=1)),
        (What.TEST_HOURS, Entry(test_hours=D(2))),
        (What.STRESS, Entry(day=TODAY, stress=D(8))),
    ],
)
def test_one_crossed_limit_asks_whether_to_leave(what, entry):
    log = (*LOG, *([Entry(rounds=1)] * 2 if what is What.ROUNDS else []), entry)
    found = budget(replace(TERMS, log=log))
    assert [each.what for each in found.crossed] == [what]
    assert found.of(what).left == 0 < found.of(what).over
    assert found.leave_or_cut


def test_waiting_too_long_asks_too():
    found = budget(replace(TERMS, started=TODAY - timedelta(weeks=6, days=1)))
    assert [each.what for each in found.crossed] == [What.WEEKS]
    assert not budget(replace(TERMS, started=TODAY - timedelta(weeks=6))).crossed


def test_to_use_a_limit_up_is_not_to_cross_it():
    hours = budget(replace(TERMS, log=(Entry(hours=D(20)),))).of(What.HOURS)
    assert (hours.crossed, hours.used_up, hours.share, hours.left) == (False, True, 1, 0)


def test_a_limit_of_none_at_all_is_crossed_by_anything():
    none = replace(TERMS, limits=Limits(test_hours=D(0)))
    assert budget(none).of(What.TEST_HOURS).share is None
    assert budget(none).crossed == (budget(none).of(What.TEST_HOURS),)
    assert budget(replace(none, log=())).crossed == ()


def test_without_a_limit_nothing_is_crossed_and_nothing_left():
    found = budget(replace(TERMS, limits=Limits()))
    assert {(each.limit, each.left, each.over, each.share, each.crossed) for each in found.spent} == {
        (None, None, None, None, False)
    }


def test_an_empty_log_has_spent_nothing_and_knows_no_stress():
    found = budget(replace(TERMS, log=(), started=None))
    assert [each.spent for each in found.spent] == [0, 0, None, 0, None]
    assert (found.tick_count, found.leave_or_cut) == (0, False)


@pytest.mark.parametrize(
    ("ticks", "asks"),
    [([], False), ([{Tick.HARSH}], False), ([{Tick.HARSH}, {Tick.HARSH}], True), ([{Tick.HARSH, Tick.UNEASY}], True)],
)
def test_two_ticks_ask_whether_to_leave(ticks, asks):
    log = tuple(Entry(ticks=frozenset(each)) for each in ticks)
    found = budget(replace(TERMS, log=log))
    assert found.leave_or_cut is asks
    assert dict(found.ticks) == {tick: sum(tick in each for each in ticks) for tick in Tick}


@pytest.mark.parametrize(
    ("entries", "stress"),
    [
        ([(1, 9), (2, 3)], 3),
        ([(2, 3), (1, 9)], 3),
        ([(1, 9), (1, 4)], 4),
        ([(None, 9), (1, 4)], 4),
        ([(1, 4), (None, 9)], 4),
        ([(1, 4), (2, None)], 4),
    ],
)
def test_stress_is_how_high_it_stands_now(entries, stress):
    log = tuple(Entry(day=day and date(2026, 11, day), stress=None if at is None else D(at)) for day, at in entries)
    assert budget(replace(TERMS, log=log)).of(What.STRESS).spent == stress


def test_weeks_begin_at_the_start_and_never_before():
    assert weeks(None, TODAY) is None
    assert [weeks(TODAY - timedelta(days=days), TODAY) for days in (-30, 0, 7, 14)] == [0, 0, 1, 2]


numbers = st.none() | st.decimals(min_value=0, max_value=100, places=1)
entries = st.builds(
    Entry,
    day=st.none() | st.dates(),
    hours=numbers,
    rounds=st.none() | st.integers(min_value=0, max_value=3),
    test_hours=numbers,
    stress=st.none() | st.integers(min_value=1, max_value=10).map(D),
    ticks=st.frozensets(st.sampled_from(Tick)),
)
limits = st.builds(Limits, **{field.name: numbers for field in fields(Limits)})
everything = st.builds(
    BudgetTerms,
    limits=limits,
    log=st.lists(entries, max_size=6).map(tuple),
    started=st.none() | st.dates(),
    today=st.dates(),
)


@given(everything)
def test_what_is_left_and_what_is_over_explain_the_limit(terms):
    found = budget(terms)
    for each in found.spent:
        assert each.crossed is (each.limit is not None and each.spent is not None and each.spent > each.limit)
        if each.left is not None:
            assert each.limit - each.spent == each.left - each.over
            assert min(each.left, each.over) == 0
        if each.share is not None:
            assert (each.share > 1) is each.crossed
    assert found.leave_or_cut is (bool(found.crossed) or found.tick_count >= 2)


@given(everything, entries)
def test_one_more_entry_never_gives_anything_back(terms, entry):
    before, after = budget(terms), budget(replace(terms, log=(*terms.log, entry)))
    for what in (What.HOURS, What.ROUNDS, What.WEEKS, What.TEST_HOURS):
        assert before.of(what).spent is None or before.of(what).spent <= after.of(what).spent
    assert before.tick_count <= after.tick_count


@given(everything)
def test_the_order_of_the_log_changes_no_sum(terms):
    turned = budget(replace(terms, log=terms.log[::-1]))
    assert turned.spent[:4] == budget(terms).spent[:4]
    assert turned.ticks == budget(terms).ticks
