"""An offer year by year: by how sure each payment is, one-off never averaged, blanks never zero."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.pay import Certainty, Extra, OfferTerms
from offers.calc.valuation import Code, Split, valuation

D = Decimal
G, L, M = Certainty
TERMS = OfferTerms(
    name="North",
    currency="USD",
    basis="gross",
    base=D(3_000),
    period="month",
    payments=14,
    hours_week=D(40),
    bonus_target_percent=D(10),
    bonus_likelihood=L,
    sign_on=D(5_000),
    extras=(
        Extra(label="Meals", amount=D(1_300), every="year"),
        Extra(label="Move", amount=D(2_000), every="once", year=1, certainty=L),
        Extra(label="Stay", amount=D(8_000), every="once", year=3, certainty=M),
    ),
)


def test_every_year_has_its_own_pay():
    found = valuation(TERMS)
    assert (found.base, found.bonus) == (42_000, 4_200)
    assert [year.guaranteed for year in found.years] == [48_300, 43_300, 43_300, 43_300]
    assert [year.likely for year in found.years] == [54_500, 47_500, 47_500, 47_500]
    assert [year.maybe for year in found.years] == [54_500, 47_500, 55_500, 47_500]
    assert [found.total(level) for level in (G, L, M)] == [178_200, 197_000, 205_000]


def test_what_comes_once_is_kept_apart_in_its_own_year():
    first, second, third, _ = valuation(TERMS).years
    assert first.one_off == Split(guaranteed=D(5_000), likely=D(2_000))
    assert (second.one_off, third.one_off) == (Split(), Split(maybe=D(8_000)))
    assert first.recurring == third.recurring == Split(guaranteed=D(43_300), likely=D(4_200))


def test_the_lines_hold_the_working():
    lines = valuation(TERMS, years=3).lines
    assert [(line.code, line.label, line.certainty, line.one_off) for line in lines] == [
        (Code.BASE, "", G, False),
        (Code.BONUS, "", L, False),
        (Code.SIGN_ON, "", G, True),
        (Code.EXTRA, "Meals", G, False),
        (Code.EXTRA, "Move", L, True),
        (Code.EXTRA, "Stay", M, True),
    ]
    assert [line.amounts for line in lines[2:]] == [
        (5_000, 0, 0),
        (1_300, 1_300, 1_300),
        (2_000, 0, 0),
        (0, 0, 8_000),
    ]


def test_pay_an_hour_is_of_what_is_guaranteed_every_year():
    assert valuation(replace(TERMS, extras=(), payments=12, base=D(7_800))).per_hour == 45
    assert valuation(replace(TERMS, hours_week=None)).per_hour is None


def test_a_bonus_without_certainty_counts_as_maybe():
    found = valuation(replace(TERMS, bonus_likelihood=None))
    assert found.years[1].recurring == Split(guaranteed=D(43_300), maybe=D(4_200))
    assert found.unknown == ("bonus_likelihood",)


def test_a_blank_is_named_and_in_no_sum():
    blank = Extra(label="Car", amount=None, every="year")
    found = valuation(replace(TERMS, sign_on=None, bonus_target_percent=None, extras=(blank,)))
    assert found.unknown == ("bonus", "sign_on", "extra:0")
    assert [line.amounts[0] for line in found.lines] == [42_000, None, None, None]
    assert found.lines[2].amounts == (None, 0, 0, 0)
    assert [year.maybe for year in found.years] == [42_000] * 4


def test_without_base_there_is_no_total():
    found = valuation(replace(TERMS, base=None))
    assert (found.base, found.bonus, found.years, found.per_hour) == (None, None, (), None)
    assert found.total(G) is None
    assert found.lines[0].amounts == (None,) * 4
    assert "base" in found.unknown


def test_at_least_one_year():
    with pytest.raises(ValueError, match="years"):
        valuation(TERMS, years=0)


money = st.decimals(min_value=0, max_value=10**9, places=2)
extras = st.builds(
    Extra,
    label=st.just("x"),
    amount=st.none() | money,
    every=st.sampled_from(["year", "once"]),
    year=st.integers(min_value=1, max_value=4),
    certainty=st.sampled_from(Certainty),
)
offers = st.builds(
    OfferTerms,
    name=st.just("x"),
    currency=st.just("USD"),
    basis=st.just("gross"),
    base=money,
    period=st.just("year"),
    bonus_target_percent=st.none() | st.integers(min_value=0, max_value=100).map(D),
    bonus_amount=st.none() | money,
    bonus_likelihood=st.none() | st.sampled_from(Certainty),
    sign_on=st.none() | money,
    extras=st.lists(extras, max_size=5).map(tuple),
)


@given(offers)
def test_the_years_are_the_sum_of_the_lines(terms):
    found = valuation(terms)
    for year in found.years:
        known = [line.amounts[year.year - 1] or 0 for line in found.lines]
        assert year.maybe == sum(known)
        assert year.guaranteed <= year.likely <= year.maybe
    assert found.total(M) == sum(amount or 0 for line in found.lines for amount in line.amounts)


@given(offers, money)
def test_a_sign_on_counts_once(terms, more):
    signed = replace(terms, sign_on=(terms.sign_on or 0) + more)
    for level in Certainty:
        assert valuation(signed).total(level) - valuation(terms).total(level) == more
    assert valuation(signed).years[1:] == valuation(terms).years[1:]
