"""Which way out the plan points to: the first thing that speaks decides."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.decide import Because, DecideTerms, Exit, advise

FINE = {"offer": Decimal(140), "floor": Decimal(120), "batna": Decimal(125), "target": Decimal(140), "fit": True}


def found(**change):
    advice = advise(DecideTerms(**(FINE | change)))
    return advice.exit, advice.because, advice.by


@pytest.mark.parametrize(
    ("change", "way", "because", "by"),
    [
        ({}, Exit.ACCEPT, Because.ALL_WELL, None),
        ({"broken": 1}, Exit.DECLINE, Because.RED_LINE, None),
        ({"offer": Decimal(119)}, Exit.COUNTER, Because.BELOW_FLOOR, 1),
        ({"offer": Decimal(119), "final": True}, Exit.DECLINE, Because.BELOW_FLOOR, 1),
        ({"offer": Decimal(122)}, Exit.COUNTER, Because.BELOW_BATNA, 3),
        ({"offer": Decimal(122), "final": True}, Exit.DECLINE, Because.BELOW_BATNA, 3),
        ({"unknown": 2}, Exit.PAUSE, Because.UNKNOWN, None),
        ({"offer": None}, Exit.PAUSE, Because.UNKNOWN, None),
        ({"offer": Decimal(130)}, Exit.COUNTER, Because.BELOW_TARGET, 10),
        ({"offer": Decimal(130), "final": True}, Exit.REVIEW, Because.BELOW_TARGET, 10),
        ({"fit": False}, Exit.PAUSE, Because.STATE, None),
        ({"fit": None}, Exit.ACCEPT, Because.ALL_WELL, None),
    ],
)
def test_every_way_out_has_its_reason(change, way, because, by):
    assert found(**change) == (way, because, by)


def test_where_nothing_is_known_one_asks_first():
    assert advise(DecideTerms()).because is Because.NOTHING
    assert advise(DecideTerms(unknown=3, fit=False, final=True)).exit is Exit.PAUSE
    assert advise(DecideTerms(broken=1)).because is Because.RED_LINE


# Each change makes its reason true; the ones before it in the order win.
ORDER = [
    ({"broken": 1}, Because.RED_LINE),
    ({"floor": Decimal(141)}, Because.BELOW_FLOOR),
    ({"batna": Decimal(141)}, Because.BELOW_BATNA),
    ({"unknown": 1}, Because.UNKNOWN),
    ({"target": Decimal(141)}, Because.BELOW_TARGET),
    ({"fit": False}, Because.STATE),
]


@pytest.mark.parametrize("speaks", product([False, True], repeat=len(ORDER)))
def test_the_first_thing_that_speaks_decides(speaks):
    there = [(change, because) for (change, because), on in zip(ORDER, speaks, strict=True) if on]
    change = {name: value for one, _ in there for name, value in one.items()}
    assert found(**change)[1] is (there[0][1] if there else Because.ALL_WELL)


amounts = st.none() | st.decimals(0, 1000, places=2)


@given(st.builds(DecideTerms, offer=amounts, floor=amounts, batna=amounts, target=amounts, final=st.booleans()))
def test_nothing_is_accepted_below_a_limit_and_a_last_word_is_never_countered(terms):
    advice = advise(terms)
    limits = [limit for limit in (terms.floor, terms.batna) if limit is not None]
    if advice.exit in (Exit.ACCEPT, Exit.REVIEW):
        assert terms.offer is not None
        assert all(terms.offer >= limit for limit in limits)
    assert not (terms.final and advice.exit is Exit.COUNTER)
    assert (advice.by is not None) == (
        advice.because in (Because.BELOW_FLOOR, Because.BELOW_BATNA, Because.BELOW_TARGET)
    )
