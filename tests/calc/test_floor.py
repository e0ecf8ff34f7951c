"""The suggested floor follows the alternatives: better ones never lower it, a shared fate never raises it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.batna import Alternative, BatnaTerms, batna

D = Decimal
values = st.integers(min_value=0, max_value=40).map(D)
percents = st.sampled_from([0, 1, 20, 50, 80, 99, 100]).map(D)
alternatives = st.builds(
    Alternative,
    name=st.just("Other"),
    kind=st.just("offer"),
    value=values,
    likelihood=percents,
    months=st.none() | st.integers(min_value=0, max_value=30).map(D),
    group=st.sampled_from(["", "a", "b"]),
)
everything = st.builds(
    BatnaTerms,
    alternatives=st.lists(alternatives, min_size=1, max_size=6).map(tuple),
    horizon_months=st.sampled_from([1, 12, 24]),
    waiting_cost=st.none() | st.integers(min_value=-2, max_value=2).map(D),
    outgoings=st.none() | st.just(D(2)),
    income=st.none() | st.just(D(1)),
    savings=st.none() | st.sampled_from([D(1), D(9)]),
    tax_percent=st.none() | st.just(D(20)),
    motivation_floor=st.none() | values,
    choice=st.sampled_from(["", "certain", "expected", "hoped"]),
)


def floor(terms):
    found = batna(terms).suggested
    return D("-Infinity") if found is None else found.amount


def with_first(terms, **better):
    first, *rest = terms.alternatives
    return replace(terms, alternatives=(replace(first, **better), *rest))


@given(everything, values)
def test_it_never_falls_when_an_alternative_is_worth_more(terms, value):
    assert floor(with_first(terms, value=max(value, terms.alternatives[0].value))) >= floor(terms)


@given(everything, percents)
def test_it_never_falls_when_an_alternative_gets_likelier(terms, likelihood):
    assert floor(with_first(terms, likelihood=max(likelihood, terms.alternatives[0].likelihood))) >= floor(terms)


@given(everything, alternatives)
def test_it_never_falls_when_an_alternative_comes_along(terms, another):
    assert floor(replace(terms, alternatives=(*terms.alternatives, another))) >= floor(terms)


@given(everything)
def test_a_shared_fate_raises_neither_it_nor_what_can_be_expected(terms):
    alone = replace(terms, alternatives=tuple(replace(each, group="") for each in terms.alternatives))
    shared = replace(terms, alternatives=tuple(replace(each, group="one") for each in terms.alternatives))
    assert floor(shared) <= floor(terms) <= floor(alone)
    expected = [batna(each).expected for each in (shared, terms, alone)]
    assert expected[0] is None or expected[0] <= expected[1] <= expected[2]


@given(everything, values, values)
def test_the_likelihood_that_beats_an_offer_rises_with_the_offer(terms, one, other):
    low, high = (batna(replace(terms, offer=offer)).outcomes for offer in sorted((one, other)))
    for before, after in zip(low, high, strict=True):
        if after.break_even is not None:
            assert before.break_even <= after.break_even < 1


@given(everything, st.sampled_from([10, 1000]))
def test_it_is_the_same_in_a_smaller_currency(terms, times):
    amounts = ("waiting_cost", "outgoings", "income", "savings", "motivation_floor")
    scaled = {name: None if (at := getattr(terms, name)) is None else at * times for name in amounts}
    dear = tuple(replace(each, value=each.value * times) for each in terms.alternatives)
    one, other = batna(terms).suggested, batna(replace(terms, alternatives=dear, **scaled)).suggested
    assert (one is None) == (other is None)
    if one is not None:
        assert other.binds == one.binds
        assert float(other.amount) == pytest.approx(float(one.amount * times))
