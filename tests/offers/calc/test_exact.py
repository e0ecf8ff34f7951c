"""The fast ways give what fractions give, digit by digit."""

from decimal import Decimal, Inexact
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.money import as_decimal
from offers.calc.exact import EXACT, product, quotient

D = Decimal
# From a part of a cent to far above any amount, with and without zeros at the end.
decimals = st.builds(lambda number, at: D(number).scaleb(at), st.integers(-(10**30), 10**30), st.integers(-12, 12))
exact = decimals | st.integers(-(10**9), 10**9) | st.fractions()


@given(decimals, decimals.filter(lambda number: number > 0) | st.integers(1, 10_000))
def test_a_quotient_is_that_of_the_fractions(over, under):
    assert str(quotient(over, under)) == str(as_decimal(Fraction(over) / Fraction(under)))


@pytest.mark.parametrize(
    ("over", "under", "shown"),
    [
        ("0.00", 12, "0"),
        ("-0.0", 1, "0"),
        ("24000.00", 12, "2000"),
        ("1.10", 1, "1.1"),
        ("1", 3, "0.3333333333333333333333333333"),
        ("3E+3", 1, "3000"),
        # What is rounded keeps its zeros: a sign that it was.
        ("999999999999999999999999999999", 1, "1.000000000000000000000000000E+30"),
    ],
)
def test_a_quotient_has_the_digits_of_a_result(over, under, shown):
    assert str(quotient(D(over), under)) == shown


@given(st.lists(exact, max_size=4), st.integers(1, 10_000))
def test_a_product_is_that_of_the_fractions(factors, per):
    assert product(*factors, per=per) == prod(map(Fraction, factors), start=Fraction(1)) / per


@given(decimals, decimals)
def test_nothing_is_rounded_on_the_way(one, other):
    assert Fraction(EXACT.add(one, other)) == Fraction(one) + Fraction(other)
    assert Fraction(EXACT.multiply(one, other)) == Fraction(one) * Fraction(other)


def test_what_would_be_rounded_is_an_error():
    with pytest.raises(Inexact):
        EXACT.divide(1, 3)
