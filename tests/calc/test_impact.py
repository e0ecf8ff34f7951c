"""What somebody brings an employer, and the ask against it: worked examples and properties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.impact import Ask, Effect, Kind, Lack, Missing, Three, ask_of, impact, share, worth, yearly

D = Decimal
SURE = {"likelihood": D(100), "first_year": D(100), "proven": True}
PLAN = Effect(amount=D(50_000), **SURE)
FRIEND = Effect(amount=D(35_000), **SURE)
CLIENTS = Effect(kind=Kind.REVENUE, amount=D(250_000), margin=D(100), **SURE)
ASK = ask_of(D(125_000), D(100_000), "year")


def test_an_ask_of_25_is_seven_and_a_half_percent_of_335():
    found = impact([PLAN, FRIEND, CLIENTS], ASK)
    assert found.all == Three(low=335_000, likely=335_000, high=335_000)
    assert found.ask.amount == 25_000
    assert round(found.share * 100, 1) == Fraction(75, 10)


def test_with_the_revenue_at_its_margin_it_is_more_than_twice_that():
    found = impact([PLAN, FRIEND, replace(CLIENTS, margin=D(30))], ASK)
    assert found.all.likely == 160_000
    assert round(found.share * 100, 1) == Fraction(156, 10)


def test_an_amount_is_three_numbers_multiplied_exactly():
    effect = Effect(volume=D(300), saving=D("0.1"), price=D("0.03"), likelihood=D(50), first_year=D(30))
    assert yearly(effect) == Fraction(9, 10)
    assert worth(effect).likely == Fraction(135, 1000)


def test_a_typed_amount_stands_for_the_three_and_its_ends_are_weighed_like_it():
    effect = Effect(amount=D(200), low=D(100), high=D(400), volume=D(7), likelihood=D(50), first_year=D(50))
    assert worth(effect) == Three(low=25, likely=50, high=100)
    assert not worth(effect).is_one


def test_only_revenue_counts_at_a_margin():
    for kind, expected in ((Kind.SAVING, 100), (Kind.AVOIDED, 100), (Kind.REVENUE, 20)):
        assert worth(Effect(kind=kind, amount=D(100), margin=D(20), **SURE)).likely == expected


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, (Missing.AMOUNT, Missing.LIKELIHOOD, Missing.FIRST_YEAR)),
        ({"volume": D(3), **SURE}, (Missing.SAVING, Missing.PRICE)),
        ({"volume": D(3), "saving": D(0), **SURE}, (Missing.PRICE,)),
        ({"volume": D(3), "amount": D(5), **SURE}, ()),
        ({"amount": D(5), "likelihood": D(0)}, (Missing.FIRST_YEAR,)),
        ({"amount": D(5), "kind": Kind.REVENUE, **SURE}, (Missing.MARGIN,)),
    ],
)
def test_what_is_not_known_is_asked_for_and_never_counted_as_nothing(values, missing):
    effect = Effect(**values)
    assert effect.missing == missing
    assert (worth(effect) is None) is bool(missing)


def test_zero_is_a_value():
    assert worth(Effect(amount=D(0), **SURE)) == Three()
    assert share(D(5), Three()) is None


def test_what_is_not_proven_counts_in_the_one_total_only():
    found = impact([PLAN, replace(FRIEND, proven=False), Effect(proven=True)], ASK)
    assert (found.all.likely, found.proven.likely) == (85_000, 50_000)
    assert (found.share, found.proven_share) == (Fraction(25, 85), Fraction(1, 2))
    assert [row.worth is None for row in found.rows] == [False, False, True]


def test_without_anything_that_counts_there_is_no_total():
    found = impact([Effect()], ASK)
    assert (found.all, found.proven, found.share, found.proven_share) == (None, None, None, None)


@pytest.mark.parametrize(
    ("asked", "offered", "period", "amount", "lack"),
    [
        (D(110), D(100), "year", 10, None),
        (D(110), D(100), "month", 120, None),
        (D(110), D(100), "week", 520, None),
        (D(110), D(100), "day", None, Lack.PERIOD),
        (D(110), D(100), "hour", None, Lack.PERIOD),
        (D(100), D(100), "year", None, Lack.NOTHING),
        (D(90), D(100), "hour", None, Lack.NOTHING),
        (None, D(100), "year", None, Lack.ASKED),
        (D(100), None, "year", None, Lack.OFFERED),
        (None, None, "hour", None, Lack.BOTH),
    ],
)
def test_the_ask_is_what_goes_beyond_the_offer_in_a_year(asked, offered, period, amount, lack):
    assert ask_of(asked, offered, period) == Ask(asked=asked, offered=offered, amount=amount, lack=lack)


money = st.integers(min_value=0, max_value=10**14).map(lambda cents: D(cents) / 100)
percents = st.integers(min_value=0, max_value=1000).map(lambda tenths: D(tenths) / 10)
known = st.builds(
    Effect,
    kind=st.sampled_from(Kind),
    amount=money,
    likelihood=percents,
    first_year=percents,
    margin=percents,
    proven=st.booleans(),
)
perhaps = st.builds(
    Effect,
    kind=st.sampled_from(Kind),
    volume=st.none() | money,
    saving=st.none() | percents,
    price=st.none() | money,
    amount=st.none() | money,
    low=st.none() | money,
    high=st.none() | money,
    likelihood=st.none() | percents,
    first_year=st.none() | percents,
    margin=st.none() | percents,
    proven=st.booleans(),
)


@given(st.lists(perhaps, max_size=8))
def test_the_order_changes_nothing_and_the_proven_part_is_never_more(effects):
    found, turned = impact(effects, ASK), impact(effects[::-1], ASK)
    assert (found.all, found.proven) == (turned.all, turned.proven)
    if found.proven is not None:
        assert found.proven.likely <= found.all.likely
    assert (found.all is None) is all(effect.missing for effect in effects)


@given(known)
def test_no_row_counts_for_more_than_its_amount(effect):
    assert 0 <= worth(effect).likely <= effect.amount
    whole = replace(effect, likelihood=D(100), first_year=D(100), margin=D(100))
    assert worth(whole).likely == effect.amount


@given(known, percents)
def test_half_as_likely_is_worth_half(effect, percent):
    half = replace(effect, likelihood=effect.likelihood / 2)
    assert worth(half).likely * 2 == worth(effect).likely
    other = replace(effect, likelihood=effect.first_year, first_year=effect.likelihood)
    assert worth(other) == worth(effect)
    if effect.kind is not Kind.REVENUE:
        assert worth(replace(effect, margin=percent)) == worth(effect)


@given(st.lists(perhaps, max_size=6), st.lists(perhaps, max_size=6))
def test_two_lists_come_to_the_sum_of_both(some, others):
    together = impact([*some, *others], ASK).all or Three()
    assert together == (impact(some, ASK).all or Three()) + (impact(others, ASK).all or Three())


@given(st.lists(known, min_size=1, max_size=6), money.filter(bool))
def test_the_share_of_the_ask_gives_the_ask_back(effects, more):
    found = impact(effects, ask_of(D(100) + more, D(100), "year"))
    if found.share is not None:
        assert found.share * found.all.likely == Fraction(more)
