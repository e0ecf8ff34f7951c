"""The way down from an opening: steps that shrink, round numbers, a reason and a return for each."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.concessions import ConcessionTerms, StepsError, plan, rounded

D = Decimal
TERMS = ConcessionTerms(opening=D(155), target=D(140))
money = st.decimals(min_value=0, max_value=10**9, places=2)
anything = st.builds(
    ConcessionTerms,
    opening=money,
    target=money,
    floor=st.none() | money,
    steps=st.integers(min_value=1, max_value=8),
    ratio=st.sampled_from([D("0.3"), D("0.5"), D("0.8"), D("0.95"), D(1)]),
    rounding=st.sampled_from([None, D(0), D("0.05"), D(1), D(50), D(1000)]),
    unit=st.sampled_from([D("0.001"), D("0.01"), D(1)]),
)


def asks(found):
    return [step.ask for step in found.steps]


def test_the_steps_halve_before_rounding():
    found = plan(replace(TERMS, rounding=D(0)))
    assert [round(step.exact.give, 3) for step in found.steps] == [D("8.571"), D("4.286"), D("2.143")]
    assert [round(ask, 2) for ask in asks(found)] == [D("146.43"), D("142.14"), 140]
    assert found.used is None


@pytest.mark.parametrize(("times", "step"), [(1, 1), (1_000, 1_000), (100, 250)])
def test_asks_are_rounded_to_the_size_of_the_money(times, step):
    found = plan(replace(TERMS, opening=D(155) * times, target=D(140) * times))
    nearest = {1: [146, 142, 140], 1_000: [146_000, 142_000, 140_000], 100: [14_750, 14_250, 14_000]}
    assert (asks(found), found.used) == (nearest[times], step)


def test_equal_steps_stay_as_equal_as_round_numbers_allow():
    found = plan(replace(TERMS, target=D(145), ratio=D(1)))
    assert [step.give for step in found.steps] == [4, 3, 3]


def test_an_ask_may_go_past_the_next_round_number_to_keep_the_steps_shrinking():
    found = plan(ConcessionTerms(opening=D(133), target=D(100), steps=5, ratio=D(1)))
    assert ([step.give for step in found.steps], found.used) == ([7, 7, 7, 6, 6], 1)


def test_where_round_numbers_would_not_shrink_finer_ones_are_taken():
    found = plan(replace(TERMS, opening=D(143), target=D(140)))
    assert asks(found) == [D("141.5"), D("140.5"), 140]
    assert [step.give for step in found.steps] == [D("1.5"), 1, D("0.5")]
    assert found.used == D("0.5")


def test_no_finer_than_the_currency_pays_and_else_not_rounded():
    found = plan(replace(TERMS, opening=D(142), unit=D(1)))
    assert (found.used, round(asks(found)[0], 3)) == (None, D("140.857"))
    assert rounded(D(142), [D("140.857"), D("140.286"), D(140)], D(1), strict=True) is None


@pytest.mark.parametrize(
    ("opening", "target", "floor", "last", "held"),
    [(155, 140, 130, 140, False), (155, 140, 148, 148, True), (155, 140, 140, 140, False)],
)
def test_the_minimum_holds_the_last_step(opening, target, floor, last, held):
    found = plan(replace(TERMS, opening=D(opening), target=D(target), floor=D(floor)))
    assert (asks(found)[-1], found.held_by_floor, found.end) == (last, held, last)


@pytest.mark.parametrize(("opening", "floor"), [(140, None), (130, None), (150, 150), (150, 160)])
def test_with_nothing_to_give_there_are_no_steps(opening, floor):
    found = plan(replace(TERMS, opening=D(opening), floor=None if floor is None else D(floor)))
    assert (found.steps, found.lacking, found.used) == ((), (), None)


def test_each_step_has_its_reason_and_its_return():
    words = {"because": ("the test days are paid", "", "we meet"), "in_return": ("an earlier start", "a review", " ")}
    found = plan(replace(TERMS, **words))
    assert [step.because for step in found.steps] == list(words["because"])
    assert [step.complete for step in found.steps] == [True, False, False]
    assert found.lacking == (2, 3)
    assert plan(TERMS).lacking == (1, 2, 3)


@pytest.mark.parametrize("changed", [{"steps": 0}, {"steps": 21}, {"ratio": D(0)}, {"ratio": D("1.1")}])
def test_impossible_steps_are_an_error_with_a_name(changed):
    with pytest.raises(StepsError):
        plan(replace(TERMS, **changed))


def test_twenty_steps_shrink_too():
    gives = [step.give for step in plan(replace(TERMS, steps=20, ratio=D("0.95"), opening=D(240))).steps]
    assert all(one > other for one, other in pairwise(gives))


@given(anything)
def test_steps_shrink_end_at_their_end_and_never_cross_the_floor(terms):
    found = plan(terms)
    floor = terms.target if terms.floor is None else terms.floor
    if terms.opening <= max(terms.target, floor):
        assert found.steps == ()
        return
    gives = [step.give for step in found.steps]
    assert len(gives) == terms.steps
    assert sum(gives) == pytest.approx(terms.opening - found.end)
    assert asks(found)[-1] == found.end == max(terms.target, floor)
    assert min(asks(found)) >= floor
    assert min(gives) > 0
    little = D("1e-15") * terms.opening if found.used is None else 0
    assert all(one >= other - little for one, other in pairwise(gives))
    if terms.ratio < 1:
        assert all(one > other for one, other in pairwise(gives))


@given(anything)
def test_rounded_asks_are_multiples_near_the_exact_ones(terms):
    found = plan(terms)
    if found.used is None:
        assert all(step.ask == step.exact.ask for step in found.steps)
        return
    assert found.used >= terms.unit
    for step in found.steps[:-1]:
        assert step.ask % found.used == 0
        assert abs(step.ask - step.exact.ask) <= 2 * found.used


@given(anything, st.sampled_from([10, 1000]))
def test_the_exact_plan_is_the_same_in_a_smaller_currency(terms, times):
    changed = {
        name: None if (value := getattr(terms, name)) is None else value * times
        for name in ("opening", "target", "floor")
    }
    one, other = (plan(replace(each, rounding=D(0))) for each in (terms, replace(terms, **changed)))
    assert [float(step.give * times) for step in one.steps] == pytest.approx([float(step.give) for step in other.steps])
