"""CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.csv_safe import bare, rows_as_csv, safe


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦"])
@pytest.mark.parametrize("rest", ["SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("https://x")', "1+1", ""])
def test_what_would_be_a_formula_gets_an_apostrophe(start: str, rest: str):
    assert safe(start + rest) == f"'{start}{rest}"


@pytest.mark.parametrize("before", [" ", "   ", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x00", " \t\r\n"])
def test_also_after_spaces_and_what_cannot_be_seen(before: str):
    assert safe(f"{before}=1+1") == f"'{before}=1+1"


@pytest.mark.parametrize(
    "number", ["-5", "+5", "-1,234.56", "-1.234,56", "-1 234", "-1\u202f234", "+0.5", "-12 %", "-12%", " -3 ", "0", ""]
)
def test_a_plain_number_stays_a_number(number: str):
    assert safe(number) == number


@pytest.mark.parametrize("text", ["-", "- 5", "--5", "-5-5", "+5+5", "-5 USD", "-1e5", "-5;", "+49 30 x"])
def test_what_only_looks_like_a_number_does_not(text: str):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Mill", "a = b", "5 - 3", "a@b.example", "'s", "(=1)", "A; B", "١٢", "😀", "שלום"])
def test_other_texts_stay_as_they_are(text: str):
    assert safe(text) == text


def test_a_cell_that_another_separator_would_cut_in_two_begins_no_formula_either():
    assert safe("Mill; =1+1;+2") == "Mill; '=1+1;'+2"


@pytest.mark.parametrize("text", ["'=1", "''=1", "'\t1", "' -x", "a;'=1", "a; ''+1", "'-5", "a;-5", "'"])
def test_an_apostrophe_that_was_there_before_ours_stays(text: str):
    assert bare(safe(text)) == text


@given(st.text(st.one_of(st.sampled_from("=+-@＝'; \t\n\u200b5%"), st.characters(exclude_categories=["Cs"]))))
def test_every_cell_comes_back_as_it_was(text: str):
    assert bare(safe(text)) == text
    assert not safe(text).startswith(tuple("=@＝＋＠\t\r\n"))


def test_rows_come_back_as_they_went_in():
    rows = [["Mill, the", 'a "quoted" one', "two\nlines"], [], ["", "-5", "x;y"]]
    written = rows_as_csv(rows)
    assert list(csv.reader(StringIO(written, newline=""))) == rows
    assert written.endswith('"","-5","x;y"\r\n')


def test_every_cell_of_the_rows_is_made_safe():
    assert rows_as_csv([["=1", "-2"]]) == '"\'=1","-2"\r\n'
