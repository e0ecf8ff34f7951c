"""A pasted table of pay: every line is read whole, or named with what to enter."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.cells import CURRENCY_WORDS, plain
from groundwork.money import CURRENCIES
from groundwork.sheet import Problem
from negotiation.calc.points import Kind, Point
from negotiation.market_columns import COLUMNS
from negotiation.market_table import MOST_ROWS, MOST_TEXT, read_points

D = Decimal
HEAD = "Source;Link;Kind;Place;Date;Low;Median;High;Per;Currency;Gross or net;Payments;People;After years;Note"
LINE = "A survey;https://pay.example/a;survey;Graz;May 2026;3k;3.400,00;4 000;month;EUR;gross;14;210;3;with a car"


def test_a_full_line_is_read_as_it_stands():
    (row,), problems = read_points(f"{HEAD}\n{LINE}")
    assert problems == ()
    assert (row.line, row.note) == (2, "with a car")
    assert row.point == Point(
        source="A survey",
        link="https://pay.example/a",
        kind=Kind.PUBLISHED,
        place="Graz",
        dated=date(2026, 5, 1),
        low=D(3000),
        mid=D(3400),
        high=D(4000),
        middle="median",
        period="month",
        currency="EUR",
        basis="gross",
        payments=14,
        people=210,
        after_years=3,
    )


@pytest.mark.parametrize("between", ["\t", ";", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tabs_semicolons_and_commas_part_the_cells(between, end):
    lines = (("Source", "low", "HIGH"), ("One", "70", '"90,5"' if between == "," else "90,5"), ("Two", "80", ""))
    text = "\ufeff" + end.join(between.join(cells) for cells in lines) + end
    rows, problems = read_points(text, currency="EUR", period="hour")
    assert problems == ()
    assert [(row.point.source, row.point.low, row.point.high) for row in rows] == [
        ("One", 70, D("90.5")),
        ("Two", 80, None),
    ]


def test_percentiles_have_columns_of_their_own():
    (row,), _ = read_points(
        "p10\t25th percentile\tP50\t75 %\tP90\n80k\t103k\t133k\t169k\t211k", currency="USD", period="year"
    )
    assert [mark.value for mark in row.point.marks] == [80_000, 103_000, 133_000, 169_000, 211_000]


@pytest.mark.parametrize(
    ("head", "ends", "center", "percents"),
    [
        ("p25;p50;p75", "quartiles", 2, [25, 50, 75]),
        ("p10;p90", "deciles", None, [10, 90]),
        ("p10;p25;p75;p90", "range", None, [10, 25, 75, 90]),
        ("p25;mean;p75", "range", 2, [25, 75]),
        ("low;median;high", "range", 2, [50]),
    ],
)
def test_a_pair_of_percentiles_is_a_range_with_known_ends(head, ends, center, percents):
    (row,), _ = read_points(f"{head}\n1;2;3;4"[: len(head) + 2 * head.count(";") + 2], currency="USD", period="hour")
    assert (row.point.ends, row.point.center) == (ends, center)
    assert [mark.percent for mark in row.point.marks] == percents


@pytest.mark.parametrize(
    ("heading", "middle"), [("median", "median"), ("Mean", "average"), ("average", "average"), ("Mid", "middle")]
)
def test_what_the_middle_is_comes_from_its_heading(heading, middle):
    (row,), _ = read_points(f"{heading}\n50", currency="USD", period="hour")
    assert (row.point.middle, row.point.mid) == (middle, 50)


def test_what_a_line_does_not_say_is_what_was_given_beside_it():
    rows, problems = read_points("low;per;currency\n5;;\n6;week;CHF", currency="XAC", period="month", basis="net")
    assert problems == ()
    assert [(row.point.currency, row.point.period, row.point.basis) for row in rows] == [
        ("XAC", "month", "net"),
        ("CHF", "week", "net"),
    ]


def test_without_currency_and_period_a_line_is_not_read():
    rows, problems = read_points("low\n5")
    assert rows == ()
    assert [problem.line for problem in problems] == [2, 2]
    assert ["currency" in problems[0].message, "year" in problems[1].message] == [True, True]


@pytest.mark.parametrize(
    ("heading", "cell", "says"),
    [
        ("low", "about fifty", "in digits"),
        ("low", "50-60", "not a range"),
        ("low", "-5", "0 or more"),
        ("low", "€ 50", "USD"),
        ("low", "000", "the whole amount"),
        ("low", "9" * 13, "under"),
        ("date", "03/04/2026", "year-month-day"),
        ("date", "2026-13-01", "year-month-day"),
        ("date", "31 June 2026", "year-month-day"),
        ("date", "a while ago", "year-month-day"),
        ("date", "Maybe 2026", "year-month-day"),
        ("link", "javascript:alert(1)", "https://"),
        ("link", "https://" + "a" * 500, "https://"),
        ("source", "a" * 201, "200 characters"),
        ("per", "fortnight", "hour, day, week, month or year"),
        ("per", "once", "hour, day, week, month or year"),
        ("currency", "$", "three letters"),
        ("currency", "XXX", "three letters"),
        ("kind", "rumour", "published"),
        ("gross or net", "either", "gross or net"),
        ("payments", "11", "12 to 14"),
        ("payments", "13.5", "12 to 14"),
        ("people", "0", "from 1"),
        ("after years", "51", "0 to 50"),
        ("note", "a" * 4001, "4000 characters"),
    ],
)
def test_a_cell_that_is_not_clear_is_named_and_its_line_left_out(heading, cell, says):
    text = (
        f"{heading};high;low;source\n{cell};60;50;x"
        if heading not in ("low", "source")
        else f"{heading};high\n{cell};60"
    )
    rows, problems = read_points(f"{text}\n", currency="USD", period="year")
    assert rows == ()
    assert [(problem.line, problem.column) for problem in problems] == [(2, heading)]
    assert says in problems[0].message
    assert str(problems[0]) == f"Line 2, {heading}: {problems[0].message}"


def test_every_problem_of_a_line_is_named_and_the_other_lines_are_read():
    text = "Low;Date;Link\n\nx;y;z\n50;2026-05-01;https://a.example\n;;;9\n60;2025;"
    rows, problems = read_points(text, currency="USD", period="hour")
    assert [row.line for row in rows] == [4, 6]
    assert [(problem.line, problem.column) for problem in problems] == [(3, "Link"), (3, "Date"), (3, "Low"), (5, "")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("A,120,000,150,000", "5 cells here, and 3 headings. If an amount has a comma"),
        ("A,120", "2 cells here, and 3 headings. If an amount has a comma"),
        ("A,80,000", "the whole amount"),
        ('"A,120,150', "Quotation marks do not match"),
        ('"A"x,120,150', "Quotation marks do not match"),
        ("A,150,120", "must not fall"),
        ("A,,", "no amount"),
    ],
)
def test_a_line_that_does_not_fit_spoils_no_other(line, says):
    rows, problems = read_points(f"source,low,high\n{line}\nB,1,2", currency="USD", period="year")
    assert [row.point.source for row in rows] == ["B"]
    assert [problem.line for problem in problems] == [2]
    assert says in problems[0].message


def test_headings_that_are_not_known_or_stand_twice_are_named():
    rows, problems = read_points("low;Low (EUR);;min;high\n1;2;3;4;5", currency="USD", period="year")
    assert [(row.point.low, row.point.high) for row in rows] == [(1, 5)]
    assert [problem.column for problem in problems] == ["Low (EUR)", "column 3", "min"]
    assert {problem.line for problem in problems} == {1}


@pytest.mark.parametrize("text", ["", "\n \n;;\n", "50 60 70", "source;place\nA;B", '"low;high\n1;2'])
def test_without_a_heading_and_an_amount_there_is_no_table(text):
    rows, problems = read_points(text, currency="USD", period="year")
    assert rows == ()
    assert problems[-1].line == 1


def test_two_hundred_lines_are_read_and_the_next_one_is_named():
    many = "\n".join(["low", *["50"] * MOST_ROWS])
    assert len(read_points(many, currency="USD", period="hour").rows) == MOST_ROWS
    rows, problems = read_points(many + "\n\n60\n70", currency="USD", period="hour")
    assert len(rows) == MOST_ROWS
    assert [problem.line for problem in problems] == [MOST_ROWS + 3]
    assert read_points("x" * (MOST_TEXT + 1)).problems[0].line == 1


def test_every_heading_and_currency_is_plain_and_has_one_meaning():
    assert all(plain(heading) == heading for heading in COLUMNS)
    assert "" not in COLUMNS
    assert set(CURRENCY_WORDS.values()) == set(CURRENCIES)
    assert (CURRENCY_WORDS["euro"], CURRENCY_WORDS["acorns"]) == ("EUR", "XAC")


@given(st.text(max_size=200), st.sampled_from(["", "low;high\n", "source\tlow\n", "median,currency,date\n"]))
def test_any_text_is_read_or_named(text, head):
    rows, problems = read_points(head + text, currency="USD", period="year")
    assert all(isinstance(problem, Problem) and problem.message for problem in problems)
    assert all(row.point.numbers and row.point.in_order for row in rows)
    assert {row.line for row in rows}.isdisjoint(problem.line for problem in problems)
    assert rows or problems or not re.search(r"[^\s,;]", text)


cells = st.lists(st.decimals(min_value=1, max_value=10**9, places=2), min_size=3, max_size=3).map(sorted)


@given(st.lists(cells, min_size=1, max_size=5), st.sampled_from(["\t", ";", ","]))
def test_there_and_back(lines, between):
    text = "\n".join(between.join(map(str, line)) for line in [["low", "median", "high"], *lines])
    rows, problems = read_points(text, currency="USD", period="year")
    assert problems == ()
    assert [[row.point.low, row.point.mid, row.point.high] for row in rows] == lines
