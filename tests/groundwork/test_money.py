"""Money as it is shown: never without its frame, never rounded away, never "None"."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.money import (
    CURRENCIES,
    Frame,
    as_typed,
    digits,
    quantize,
    read_amount,
    show,
    show_number,
    usual_currency,
)

YEARLY = Frame(currency="USD", period="year", basis="gross")
ACORNS = Frame(currency="XAC", period="year", basis="gross")
LOCALES = ("en", "de", "fr", "en_IN", "de_CH", "es", "pl", "ar_EG", "fa", "sv", "hi")
units = st.integers(min_value=0, max_value=10**12 - 1)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("hour", "6,000 USD an hour net"),
        ("day", "6,000 USD a day net"),
        ("week", "6,000 USD a week net"),
        ("month", "6,000 USD a month net"),
        ("year", "6,000 USD a year net"),
        ("once", "6,000 USD net"),
    ],
)
def test_an_amount_is_shown_with_its_frame(period, words):
    assert show(6000, Frame(currency="USD", period=period, basis="net")) == words


def test_the_invented_currency_is_shown_by_its_name():
    assert show(100, ACORNS) == "100 acorns a year gross"
    assert show(Decimal("100.5"), ACORNS) == "100.50 acorns a year gross"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(6000, "+6,000"), (-6000, "-6,000"), (0, "0"), (Decimal("0.001"), "0"), (Decimal("-0.001"), "0")],
)
def test_a_gain_gets_a_sign(amount, shown):
    assert show(amount, YEARLY, sign=True) == f"{shown} USD a year gross"


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "shown"),
    [
        (6000, "USD", "en", "6,000"),
        (Decimal("6000.5"), "USD", "en", "6,000.50"),
        (Decimal("6000.50"), "EUR", "de", "6.000,50"),
        (6000, "EUR", "fr", "6\u202f000"),
        (1234567, "INR", "en_IN", "12,34,567"),
        (1234567, "INR", "en-IN", "12,34,567"),
        (Decimal("6000.5"), "JPY", "en", "6,001"),
        (Decimal("1.5"), "KWD", "en", "1.500"),
        (6000, "USD", "no such locale", "6,000"),
        (6000, "USD", "", "6,000"),
    ],
)
def test_a_number_is_grouped_as_its_locale_does(amount, currency, locale, shown):
    assert show_number(amount, currency, locale) == shown


def test_a_blank_is_never_shown_as_none():
    assert show(None, YEARLY) == show_number(None, "USD") == "not known"
    assert as_typed(None, "USD") == ""


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        (Decimal("0.005"), "USD", "0.01"),
        (Decimal("-0.005"), "USD", "-0.01"),
        (Decimal("0.0049"), "USD", "0.00"),
        (Fraction(1, 3), "KWD", "0.333"),
        (Decimal("2.5"), "JPY", "3"),
        (10**40, "USD", "1" + "0" * 40 + ".00"),
    ],
)
def test_rounding_is_to_what_the_currency_can_pay(amount, currency, rounded):
    assert str(quantize(amount, currency)) == rounded


@given(st.fractions(min_value=-(10**15), max_value=10**15), st.sampled_from(sorted(CURRENCIES)))
def test_rounding_moves_an_amount_by_at_most_half_a_unit(amount, currency):
    rounded = quantize(amount, currency)
    assert abs(Fraction(rounded) - amount) <= Fraction(1, 2 * 10 ** digits(currency))
    assert quantize(rounded, currency) == rounded


def test_currencies_are_today_s_tender_and_one_invented():
    assert CURRENCIES["USD"] == "US Dollar"
    assert CURRENCIES["XAC"] == "acorns"
    assert {"EUR", "CHF", "INR", "KWD", "JPY"} < set(CURRENCIES)
    assert not {"DEM", "HRK", "XAU", "USN"} & set(CURRENCIES)


@pytest.mark.parametrize(
    ("territory", "currency"),
    [("DE", "EUR"), ("us", "USD"), ("BT", "BTN"), ("HR", "EUR"), ("AQ", ""), ("??", ""), ("", "")],
)
def test_a_territory_has_its_usual_currency(territory, currency):
    assert usual_currency(territory) == currency


@given(units, st.sampled_from(sorted(c for c in CURRENCIES if digits(c) < 3)), st.sampled_from(LOCALES))
def test_what_is_shown_reads_back(amount, currency, locale):
    value = Decimal(amount).scaleb(-digits(currency))
    assert read_amount(show_number(value, currency, locale), currency) == value


@given(units, st.sampled_from(sorted(CURRENCIES)))
def test_what_is_put_back_into_a_field_reads_back(amount, currency):
    value = Decimal(amount).scaleb(-digits(currency))
    assert read_amount(as_typed(value, currency), currency) == value


@pytest.mark.parametrize(
    ("amount", "currency", "typed"),
    [
        (Decimal("1200.00"), "USD", "1200"),
        (Decimal("1200.5"), "USD", "1200.50"),
        (Decimal("1.5"), "KWD", "1.5"),
        (Decimal("1.234"), "KWD", "01.234"),
        (Decimal("0.234"), "KWD", "0.234"),
        (Decimal("1234.567"), "KWD", "1234.567"),
    ],
)
def test_a_field_gets_plain_digits_back(amount, currency, typed):
    assert as_typed(amount, currency) == typed
