"""Every locale's way with digits, held against Babel's own."""

from decimal import Decimal, localcontext

import pytest
from babel import Locale, localedata
from babel.numbers import parse_pattern
from hypothesis import given
from hypothesis import strategies as st

from groundwork.money import CURRENCIES, digits, quantize, show_number
from groundwork.numerals import written

# Points, commas, thin and wide spaces, apostrophes; groups of three, lakhs, none at all.
SEVERAL = (
    *("en", "de", "fr", "es", "pl", "pt_PT", "sv", "de_CH", "de_AT", "fr_CH", "en_CH", "it", "bg", "lv", "hu", "et"),
    *("en_IN", "hi", "bn", "ta", "gu", "mr", "ne", "ur", "ar_EG", "ar", "ar_MA", "fa", "ps", "my", "th", "ja", "zh"),
    *("en_US_POSIX", "tok", "nqo", "ff_Adlm", "bgn", "es_MX", "en_ZA", "en-IN", "zh_Hant_TW", "he", "km", "dz"),
)
EDGES = [
    *(0, 1, -1, 9, 10, 99, 100, -100, 101, 999, 1000, -1000, 1234, 9999, -9999, 10_000, 12_345, 99_999, 100_000),
    *(123_456, 999_999, 1_000_000, -1_234_567, 12_345_678, 123_456_789, 10**11, -(10**13) - 5, 10**14 - 1, 10**40 + 7),
]


def of_babel(units: int, places: int, locale: str) -> str:
    """The same by Babel, with all the decimals or with none."""
    known = Locale.parse(locale.replace("-", "_"))
    pattern = parse_pattern(known.decimal_formats[None].pattern)
    pattern.frac_prec = (0, 0) if units % 10**places == 0 else (places, places)
    with localcontext(prec=100):
        return pattern.apply(Decimal(units).scaleb(-places), known)


@pytest.mark.parametrize("places", [0, 2, 3])
@pytest.mark.parametrize("locale", SEVERAL)
def test_every_size_is_written_as_babel_does(locale, places):
    assert [written(units, places, locale) for units in EDGES] == [of_babel(units, places, locale) for units in EDGES]


def test_every_locale_is_written_as_babel_does():
    for locale in localedata.locale_identifiers():
        for units in (0, -99_999, 123_456_700, -123_456_789_012):
            assert written(units, 2, locale) == of_babel(units, 2, locale), locale


@given(st.integers(-(10**18), 10**18), st.integers(0, 4), st.sampled_from(SEVERAL))
def test_any_number_is_written_as_babel_does(units, places, locale):
    assert written(units, places, locale) == of_babel(units, places, locale)


@given(
    st.fractions(-(10**15), 10**15) | st.decimals(-(10**15), 10**15, allow_nan=False) | st.integers(-(10**15), 10**15),
    st.sampled_from(sorted(CURRENCIES)),
    st.sampled_from(SEVERAL),
)
def test_any_amount_is_shown_as_babel_shows_what_can_be_paid(amount, currency, locale):
    places, paid = digits(currency), quantize(amount, currency)
    assert show_number(amount, currency, locale) == of_babel(int(paid * 10**places), places, locale)
