"""Money as people type it: read as meant, or asked about; never silently wrong, never another error."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundwork.money import CURRENCIES, LIMIT, AmountError, digits, read_amount
from tests.timing import quiet_seconds

READ = [
    ("0", "USD", "0"),
    ("90000", "USD", "90000"),
    (" 120k ", "USD", "120000"),
    ("120K", "USD", "120000"),
    ("120 k", "USD", "120000"),
    ("1.2m", "USD", "1200000"),
    ("1,25 Mio. €", "EUR", "1250000"),
    (".5m", "USD", "500000"),
    ("2 million", "USD", "2000000"),
    ("120 tsd", "EUR", "120000"),
    ("12 lakh", "INR", "1200000"),
    ("1.5 crore", "INR", "15000000"),
    ("120 000", "USD", "120000"),
    ("120\u00a0000", "EUR", "120000"),
    ("120\u202f000,5", "EUR", "120000.5"),
    ("120\u2009000", "EUR", "120000"),
    ("120.000,50", "EUR", "120000.50"),
    ("120,000.50", "EUR", "120000.50"),
    ("1.234.567", "EUR", "1234567"),
    ("1'200", "CHF", "1200"),
    ("1’200.50", "CHF", "1200.50"),
    ("5'000.-", "CHF", "5000"),
    ("120,- €", "EUR", "120"),
    ("120,5", "EUR", "120.5"),
    ("120.5", "EUR", "120.5"),
    ("1.200", "EUR", "1200"),
    ("1,200", "JPY", "1200"),
    ("12,34,567", "INR", "1234567"),
    ("12,34,567.50", "INR", "1234567.50"),
    ("1_000", "USD", "1000"),
    ("+120", "USD", "120"),
    ("$120,000", "USD", "120000"),
    ("US$ 120", "USD", "120"),
    ("$120", "CAD", "120"),
    ("CA$120", "CAD", "120"),
    ("120 CAD", "CAD", "120"),
    ("120000 USD", "USD", "120000"),
    ("120k usd", "USD", "120000"),
    ("€ 120", "EUR", "120"),
    ("120 euros", "EUR", "120"),
    ("£120", "GBP", "120"),
    ("kr 5", "SEK", "5"),
    ("Rs.50", "INR", "50"),
    ("Rs. 50", "PKR", "50"),
    ("R$ 50", "BRL", "50"),
    ("R 50", "ZAR", "50"),
    ("50 zł", "PLN", "50"),
    ("Fr. 50", "CHF", "50"),
    ("100 acorns", "XAC", "100"),
    ("１２０", "JPY", "120"),
    ("١٢٠٬٠٠٠", "EGP", "120000"),
    ("١٢٠٫٥", "EGP", "120.5"),
    ("1٫200", "KWD", "1.2"),
    ("1.5", "KWD", "1.5"),
    ("0.125", "KWD", "0.125"),
    ("01.234", "KWD", "1.234"),
    ("1,234.567", "KWD", "1234.567"),
    ("1234.567", "KWD", "1234.567"),
    ("999999999999", "USD", "999999999999"),
]

ONE_NUMBER = "Enter one number, in digits."
NO_WORDS = "Enter one number in digits, without other words or signs."
NO_RANGE = "Enter one number, not a range."
SEPARATORS = "Enter the digits alone: with these separators it is unclear which number is meant."
UNDER = "Enter an amount under 1,000,000,000,000."
ASKED = [
    ("", "USD", ONE_NUMBER),
    (" \n\t ", "USD", ONE_NUMBER),
    ("NaN", "USD", ONE_NUMBER),
    ("inf", "USD", ONE_NUMBER),
    ("💰", "USD", ONE_NUMBER),
    ("مائة", "EGP", ONE_NUMBER),
    ("9" * 100_000, "USD", ONE_NUMBER),
    ("about 90", "USD", NO_WORDS),
    ("~90", "USD", NO_WORDS),
    ("1e999", "USD", NO_WORDS),
    ("10^30", "USD", NO_WORDS),
    ("1\x00", "USD", NO_WORDS),
    ("1\ud800", "USD", NO_WORDS),
    ("\u202e120", "USD", NO_WORDS),
    ("\u200f120", "USD", NO_WORDS),
    ("120💰", "USD", NO_WORDS),
    ("120k a year", "USD", NO_WORDS),
    ("10²", "USD", NO_WORDS),
    ("½", "USD", ONE_NUMBER),
    ("5%", "USD", NO_WORDS),
    ("120.", "USD", NO_WORDS),
    ("120\n000", "USD", NO_WORDS),
    ("85-95k", "USD", NO_RANGE),
    ("85k – 95k", "USD", NO_RANGE),
    ("85 to 95", "USD", NO_RANGE),
    ("1,2,3", "USD", SEPARATORS),
    ("1.2.2024", "USD", SEPARATORS),
    ("1,234,56", "USD", SEPARATORS),
    ("12.34.567", "EUR", SEPARATORS),
    ("120 00", "USD", SEPARATORS),
    ("1 234'567", "USD", SEPARATORS),
    ("1,234 567", "USD", SEPARATORS),
    ("1,234.5.6", "USD", SEPARATORS),
    ("0,123,456", "USD", SEPARATORS),
    ("-1", "USD", "Enter 0 or more."),
    ("−1", "USD", "Enter 0 or more."),
    ("$-1", "USD", "Enter 0 or more."),
    ("-$1", "USD", "Enter 0 or more."),
    ("1" + "0" * 30, "USD", UNDER),
    ("1000000000000", "USD", UNDER),
    ("1000000m", "USD", UNDER),
    ("1.505,555", "USD", "Enter at most 2 decimals: USD has no more."),
    ("0.125", "USD", "Enter at most 2 decimals: USD has no more."),
    ("1.234567891k", "USD", "Enter at most 2 decimals: USD has no more."),
    ("1٫200", "EGP", "Enter at most 2 decimals: EGP has no more."),
    ("1.50", "JPY", "Enter a whole number: JPY has no decimals."),
    ("0.125", "XAC", "Enter at most 2 decimals: acorns has no more."),
    ("€5", "USD", "This is marked € (EUR). Enter the amount in USD."),
    ("5 chf", "USD", "This is marked chf (CHF). Enter the amount in USD."),
    ("$5", "EUR", "This is marked $. Enter the amount in EUR."),
    ("5 kr", "XAC", "This is marked kr. Enter the amount in acorns."),
    ("$5 EUR", "USD", "This is marked eur (EUR). Enter the amount in USD."),
    ("1.200", "KWD", "This can be read as 1.2 or as 1200. Enter the one you mean in that way."),
    ("1,234", "KWD", "This can be read as 01.234 or as 1234. Enter the one you mean in that way."),
    ("1.234m", "USD", "This can be read as 1234000 or as 1234000000. Enter the one you mean in that way."),
]


@pytest.mark.parametrize(("text", "currency", "amount"), READ)
def test_money_is_read_as_people_type_it(text, currency, amount):
    read = read_amount(text, currency)
    assert read == Decimal(amount)
    assert -read.as_tuple().exponent == digits(currency)


@pytest.mark.parametrize(("text", "currency", "message"), ASKED, ids=lambda value: ascii(value)[:20])
def test_what_is_no_single_amount_is_asked_about(text, currency, message):
    with pytest.raises(AmountError) as asked:
        read_amount(text, currency)
    assert str(asked.value) == message


def test_both_readings_offered_can_be_entered_as_written():
    for text, currency in (("1.200", "KWD"), ("1,234", "KWD"), ("1.234m", "USD"), ("120,000k", "EUR")):
        with pytest.raises(AmountError) as asked:
            read_amount(text, currency)
        one, other = re.fullmatch(r"This can be read as (\S+) or as (\S+)\. .*", str(asked.value)).groups()
        assert read_amount(other, currency) == 1000 * read_amount(one, currency)


def test_a_very_long_text_is_refused_quickly():
    def refuse_all():
        for text in ("1" * 100_000, "1 " * 50_000, " " * 100_000, "1,1.1-" * 20, ". " * 50, "$" * 100):
            with pytest.raises(AmountError):
                read_amount(text, "USD")

    assert quiet_seconds(refuse_all) < 1


digit_like = st.text(alphabet="0123456789 .,'_-+kKmM$€£ \u00a0\u202f٫٬٣e\x00", max_size=14)


@given(st.one_of(st.text(), digit_like), st.sampled_from(sorted(CURRENCIES)))
@example("1" * 99, "KWD")
@example(".,", "USD")
@example("İ1", "USD")
def test_any_text_is_an_amount_or_a_question(text, currency):
    amount, question = _answer(text, currency)
    if amount is None:
        assert question.startswith(("Enter ", "This "))
        assert "None" not in question
    else:
        assert 0 <= amount < LIMIT
        assert -amount.as_tuple().exponent == digits(currency)


def _answer(text, currency):
    try:
        return read_amount(text, currency), ""
    except AmountError as asked:
        return None, str(asked)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_comma_and_point_as_group_and_decimal_agree(whole, cents):
    english = f"{whole:,}.{cents:02}"
    continental = english.translate(str.maketrans(",.", ".,"))
    assert read_amount(english, "EUR") == read_amount(continental, "EUR") == Decimal(f"{whole}.{cents:02}")


@pytest.mark.parametrize("currency", sorted(CURRENCIES))
def test_every_currency_reads_its_own_code_and_name(currency):
    assert read_amount(f"{currency} 5", currency) == 5
    assert read_amount(f"5 {CURRENCIES[currency]}", currency) == 5
