"""Cells as people fill them in: read as what they say, or named."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.cells import CellError, amount, currency_code, day, plain, whole_day
from groundwork.money import as_typed


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2026-05-03", (2026, 5, 3)),
        ("3.5.2026", (2026, 5, 3)),
        ("03. 05. 2026", (2026, 5, 3)),
        ("3 May 2026", (2026, 5, 3)),
        ("3. Sept. 2026", (2026, 9, 3)),
        ("December 3,  2026", (2026, 12, 3)),
        ("2026-05", (2026, 5, 1)),
        ("Feb 2026", (2026, 2, 1)),
        ("2026", (2026, 1, 1)),
    ],
)
def test_days_are_read_as_people_write_them(cell, found):
    assert day(cell) == date(*found)


@pytest.mark.parametrize("cell", ["2026-05", "Feb 2026", "2026", "soon", "2026-02-30"])
def test_where_a_day_counts_no_month_is_taken_for_its_first_day(cell):
    with pytest.raises(CellError, match="year-month-day"):
        whole_day(cell)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_as_year_month_day_is_that_day_and_with_slashes_none(when):
    assert day(when.isoformat()) == whole_day(when.isoformat()) == when
    with pytest.raises(CellError):
        day(when.strftime("%d/%m/%Y"))


@pytest.mark.parametrize("cell", ["000", "050,000", "000.50", "007"])
def test_the_end_of_an_amount_that_was_cut_in_two_is_no_amount(cell):
    with pytest.raises(ValueError):
        amount("USD")(cell)


@given(st.decimals(min_value=0, max_value=10**12 - 1, places=3), st.sampled_from(["USD", "JPY", "KWD", "EUR"]))
def test_what_we_write_is_read_as_the_same(number, currency):
    typed = as_typed(number, currency)
    assert amount(currency)(typed) == Decimal(typed)


def test_words_lose_their_accents_and_signs():
    assert plain("  Médian / P50: ") == "median p50"
    assert (currency_code("€"), currency_code("euro"), currency_code("chf")) == ("EUR", "EUR", "CHF")
