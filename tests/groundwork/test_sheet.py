"""A table taken apart: by tabs, semicolons or commas, line by line, with every misfit named."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.cells import plain
from groundwork.sheet import MOST_NAMED, UNCLOSED, read_sheet

NAMES = {"one": "one", "first": "one", "two": "two", "three": "three"}


def sheet(text, most=20):
    return read_sheet(text, known=lambda heading: NAMES.get(plain(heading)), most=most)


def cells(found):
    return [line.cells for line in found.lines if not line.problems]


@pytest.mark.parametrize("between", ["\t", ";", ","])
def test_a_quoted_cell_may_go_over_several_lines(between):
    found = sheet(f'\ufeffOne{between}Two\r\n"a\r\n\r\n""b"" {between}c"{between}d\r\ne{between}f\r\n')
    assert cells(found) == [{"one": f'a\n\n"b" {between}c', "two": "d"}, {"one": "e", "two": "f"}]
    assert [line.number for line in found.lines] == [2, 5]


@pytest.mark.parametrize("broken", ['"a,b', '"a"b,c', 'a,"b', '"'])
def test_a_quotation_mark_left_open_spoils_its_own_line_alone(broken):
    found = sheet(f"one,two\n{broken}\nc,d\ne,f")
    assert cells(found) == [{"one": "c", "two": "d"}, {"one": "e", "two": "f"}]
    assert [(problem.line, problem.message) for problem in found.all_problems] == [(2, UNCLOSED)]


def test_nothing_written_is_no_table_and_headings_that_do_not_close_have_no_columns():
    assert sheet("") is sheet("\n \n;;\n") is None
    found = sheet('"one;two\na;b')
    assert (found.width, found.first, found.problems[0].message) == (0, 1, UNCLOSED)


def test_of_hundreds_of_columns_a_few_are_named_and_the_rest_counted():
    found = sheet(";".join(["one", *(f"c{n}" for n in range(299))]) + "\na;b")
    assert cells(found) == [{"one": "a"}]
    assert [problem.column for problem in found.problems[:MOST_NAMED]] == [f"c{n}" for n in range(MOST_NAMED)]
    assert found.problems[MOST_NAMED].message.startswith("Of 300 columns 299 are not read")
    assert len(found.problems) == MOST_NAMED + 1


def test_a_heading_of_any_length_is_named_by_its_beginning():
    found = sheet(f"one{'!' * 1000};{'x' * 1000};one\na;b;c")
    assert {len(text) for text in (found.headings["one"], found.problems[0].column)} == {60}


def test_lines_beyond_the_most_are_not_read_and_the_first_of_them_is_known():
    found = sheet("one\n" + "\n".join("abcdef"), most=3)
    assert [line.cells["one"] for line in found.lines] == ["a", "b", "c"]
    assert (found.further, sheet("one\na").further) == (5, 0)


@pytest.mark.parametrize("line", ['"', 'a","""', '"a""', '""",', '\'","', "\x00,"])
def test_no_text_keeps_it_busy(line):
    before = time.process_time()
    sheet("one,two\n" + f"{line}\n" * (300_000 // (len(line) + 1)), most=50)
    assert time.process_time() - before < 5


@given(st.text(st.one_of(st.sampled_from('";,\n\t a='), st.characters()), max_size=120))
def test_any_text_is_taken_apart(text):
    found = sheet(f"one;two\n{text}")
    assert found is not None
    assert all(line.problems or set(line.cells) <= {"one", "two"} for line in found.lines)
    assert found.lines or not re.search(r"[^\s,;]", text.strip("\ufeff"))
