"""Fit to talk today: every combination of four states and three marks, not known included."""

from dataclasses import replace
from itertools import product

import pytest

from negotiation.calc.state import (
    RULES,
    Burden,
    Mark,
    State,
    StateReason,
    StateTerms,
    Today,
    Weight,
    state,
)

LEVELS = (None, 1, 2, 3, 4, 5)
ANSWERS = (None, True, False)
NAMES = (*State, *Mark)
EVERY = [
    StateTerms(**dict(zip(NAMES, answers, strict=True)))
    for answers in product(*[LEVELS] * len(State), *[ANSWERS] * len(Mark))
]
RESULTS = {terms: state(terms) for terms in EVERY}
FINE = StateTerms(tired=1, angry=1, hopeless=1, urgent=1, equal=True, respects=True, calm=True)


def in_words(terms):
    """The same table told another way."""
    heavy = sum((getattr(terms, name) or 0) > 3 for name in State)
    lacking = [terms.equal, terms.respects, terms.calm].count(False)
    if 5 in (terms.tired, terms.angry, terms.hopeless):
        return Today.MOVE
    return Today.MOVE if heavy + lacking >= 2 else Today.TALK


def test_every_combination_has_one_result():
    assert len(RESULTS) == 6**4 * 3**3
    assert all(found.result == in_words(terms) for terms, found in RESULTS.items())


def test_each_result_and_each_reason_is_reached():
    assert {found.result for found in RESULTS.values()} == set(Today)
    assert {reason for found in RESULTS.values() for reason in found.reasons} == set(StateReason)
    assert {found.reasons[0] for found in RESULTS.values()} == {rule.reason for rule in RULES}


def test_each_result_has_its_reason():
    results = {rule.reason: rule.result for rule in RULES}
    for terms, found in RESULTS.items():
        assert results[found.reasons[0]] == found.result
        known = sum(getattr(terms, name) is not None for name in NAMES)
        assert found.reasons[1:] == ((StateReason.PARTLY_KNOWN,) if 0 < known < len(NAMES) else ())


@pytest.mark.parametrize("name", State)
def test_a_heavier_state_never_turns_move_into_talk(name):
    for terms, found in RESULTS.items():
        level = getattr(terms, name)
        if found.result is Today.MOVE and level not in (None, 5):
            assert RESULTS[replace(terms, **{name: level + 1})].result is Today.MOVE


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_known_weighs_nothing(name):
    best = {True: True, False: 1}[name in list(Mark)]
    for terms, found in RESULTS.items():
        if getattr(terms, name) is None:
            assert RESULTS[replace(terms, **{name: best})].result == found.result


@pytest.mark.parametrize("name", Mark)
def test_a_mark_that_is_lacking_never_turns_move_into_talk(name):
    for terms, found in RESULTS.items():
        if found.result is Today.MOVE:
            assert RESULTS[replace(terms, **{name: False})].result is Today.MOVE


def test_what_weighs_is_named_heaviest_first():
    for terms, found in RESULTS.items():
        named = {burden.state: burden.weight for burden in found.heavy}
        levels = [getattr(terms, name) for name in named]
        assert levels == sorted(levels, reverse=True)
        assert named == {
            name: Weight.VERY_HEAVY if getattr(terms, name) == 5 else Weight.HEAVY
            for name in State
            if getattr(terms, name) in (4, 5)
        }
        assert found.lacking == tuple(name for name in Mark if getattr(terms, name) is False)


def test_nothing_answered_is_said_to_be_so():
    found = state(StateTerms())
    assert (found.result, found.heavy, found.lacking) == (Today.TALK, (), ())
    assert found.reasons == (StateReason.NOTHING_KNOWN,)


@pytest.mark.parametrize(
    ("changes", "result", "reason"),
    [
        ({}, "talk", "nothing_against"),
        ({"tired": 3, "angry": 3, "hopeless": 3, "urgent": 3}, "talk", "nothing_against"),
        ({"tired": 4}, "talk", "one_heavy"),
        ({"tired": 5}, "move", "very_heavy"),
        ({"angry": 4, "urgent": 4}, "move", "several_heavy"),
        ({"hopeless": 4, "calm": False}, "move", "heavy_and_lacking"),
        ({"equal": False}, "talk", "one_lacking"),
        ({"equal": False, "calm": False}, "move", "several_lacking"),
        ({"urgent": 5}, "talk", "only_urgent"),
        ({"urgent": 5, "calm": False}, "move", "heavy_and_lacking"),
    ],
)
def test_a_day_as_it_can_be(changes, result, reason):
    found = state(replace(FINE, **changes))
    assert (found.result, found.reasons) == (result, (reason,))


def test_the_heaviest_comes_first_and_ties_keep_their_order():
    found = state(replace(FINE, tired=4, hopeless=5, urgent=4))
    assert found.heavy == (
        Burden(state=State.HOPELESS, weight=Weight.VERY_HEAVY),
        Burden(state=State.TIRED, weight=Weight.HEAVY),
        Burden(state=State.URGENT, weight=Weight.HEAVY),
    )
