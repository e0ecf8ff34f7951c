"""The dot plot: every mark where its value is, none over another, and no words off the paper."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from groundwork.blocks import Table
from groundwork.dots import Dots, R, Row, dots, picture
from groundwork.labels import FONT, text_width
from tests.groundwork.test_stacks import NAMES, WIDTHS, apart

HALF = Fraction(1, 2)
words = st.text(max_size=60) | st.sampled_from(NAMES)
values = st.none() | st.fractions(0, 1) | st.sampled_from([Fraction(0), HALF, Fraction(1)])


@st.composite
def plots(draw: st.DrawFn) -> tuple[list[Row], list[str]]:
    names = draw(st.lists(words, min_size=1, max_size=11))
    given_values = st.lists(values, min_size=len(names), max_size=len(names)).map(tuple)
    return draw(st.lists(st.builds(Row, words, words, given_values), min_size=1, max_size=8)), names


def row(*given_values: Fraction | None, label: str = "Commute") -> Row:
    return Row(label, "weighs 30 %", given_values)


def letters(drawn: Dots) -> list[tuple[str, int, int]]:
    xs, ys = drawn.letters.xs.split(), drawn.letters.ys.split()
    return [(one, int(x), int(y) - 4) for one, x, y in zip(drawn.letters.text, xs, ys, strict=True)]


def circles(drawn: Dots) -> list[tuple[int, int]]:
    """The middles of all circles, those of the legend last."""
    arcs = f"a{R} {R} 0 1 0 {2 * R} 0 {R} {R} 0 1 0-{2 * R} 0z"
    found = re.findall(rf"M(\d+) (\d+){arcs}", drawn.circles)
    assert "".join(f"M{x} {y}{arcs}" for x, y in found) == drawn.circles
    return [(int(x) + R, int(y)) for x, y in found]


def marks(drawn: Dots, names: list[str]) -> list[tuple[str, int, int]]:
    """The letters in circles, without those of the legend and those that are not known."""
    return letters(drawn)[: len(circles(drawn)) - len(names)]


def boxes(drawn: Dots) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of all words; those of the criteria are bold."""
    found = [(0, one.name_y, text_width(one.name) * 9 // 8) for one in drawn.headings]
    found += [(drawn.width - text_width(one.text), one.text_y, drawn.width) for one in drawn.headings]
    found += [(0, 13, text_width("worst")), (drawn.right + R + 1 - text_width("best"), 13, drawn.right + R + 1)]
    found += [(drawn.beside, 13, drawn.beside + text_width("not known"))] if drawn.beside else []
    found += [(name.x, name.y, name.x + text_width(name.text)) for name in drawn.names]
    return [(left, y - FONT + 2, right, y + 3) for left, y, right in found]


@given(plots(), WIDTHS)
def test_nothing_overlaps_or_leaves_the_paper(plot: tuple[list[Row], list[str]], width: int) -> None:
    rows, names = plot
    drawn = dots(rows, names, width=width)
    if drawn is None:
        assert all(value is None for one in rows for value in one.values)
        return
    round_ones = circles(drawn)
    assert [(x, y) for _, x, y in letters(drawn)][: len(round_ones)] == round_ones, "each circle has its letter"
    bare = [(x - 5, y - 5, x + 5, y + 5) for _, x, y in letters(drawn)[len(round_ones) :]]
    shapes = [(x - R, y - R, x + R, y + R) for x, y in round_ones] + bare
    texts = boxes(drawn)
    inside = [x >= 0 and y >= 0 and right <= width and bottom <= drawn.height for x, y, right, bottom in shapes + texts]
    assert all(inside)
    assert all(apart(one, other) for one, other in combinations(texts + shapes, 2))


@given(plots(), WIDTHS)
def test_every_mark_stands_where_its_value_is(plot: tuple[list[Row], list[str]], width: int) -> None:
    rows, names = plot
    drawn = dots(rows, names, width=width)
    if drawn is None:
        return
    known = [(at, "ABCDEFGHIJK"[n], value) for at, one in enumerate(rows) for n, value in enumerate(one.values)]
    expected = sorted(
        (at, letter, drawn.left + value * (drawn.right - drawn.left))
        for at, letter, value in known
        if value is not None
    )
    tops = [one.bottom for one in drawn.headings]
    placed = sorted((sum(y > top for top in tops) - 1, letter, x) for letter, x, y in marks(drawn, names))
    assert [mark[:2] for mark in placed] == [mark[:2] for mark in expected]
    assert all(abs(mark[2] - exact[2]) <= HALF for mark, exact in zip(placed, expected, strict=True))


@given(plots())
def test_equal_values_give_an_equal_drawing(plot: tuple[list[Row], list[str]]) -> None:
    rows, names = plot
    assert picture(rows, names) == picture(list(rows), tuple(names))


@pytest.mark.parametrize("rows", [[], [row(None, None)]])
def test_without_a_known_value_there_is_no_picture(rows: list[Row]) -> None:
    assert picture(rows, ["Acorn Works", "Oak"]) is None


def test_marks_that_would_cover_each_other_step_down_in_order() -> None:
    names = ["Acorn Works", "Oak", "Heron"]
    drawn = dots([row(HALF, HALF, Fraction(1))], names, width=640)
    first, second, third = marks(drawn, names)
    assert (first[0], second[0], third[0]) == ("A", "B", "C")
    assert first[1] == second[1]
    assert first[2] < second[2]
    assert third[2] == first[2]


def test_what_is_not_known_stands_beside_the_track() -> None:
    names = [f"Option {n}" for n in range(11)]
    drawn = dots([row(HALF, *[None] * 10), row(*[HALF] * 11)], names, width=320)
    beside = letters(drawn)[len(circles(drawn)) :]
    assert "".join(letter for letter, _, _ in beside) == "BCDEFGHIJK"
    assert all(x > drawn.right + R for _, x, _ in beside)
    assert len({y for _, _, y in beside}) > 1
    assert dots([row(HALF)], ["Oak"], width=320).beside is None


def test_a_value_beyond_the_ends_stays_on_the_track() -> None:
    drawn = dots([row(Fraction(-1), Fraction(2))], ["Acorn Works", "Oak"], width=320)
    assert [x for _, x, _ in marks(drawn, ["", ""])] == [drawn.left, drawn.right]


def test_rows_of_another_length_than_the_names_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        dots([row(HALF)], ["Acorn Works", "Oak"], width=320)


def test_long_names_take_two_lines_and_short_ones_stand_beside_each_other() -> None:
    long = "Heron & Daughters, second round after the call on Tuesday"
    narrow = dots([row(HALF, HALF)], [long, "Oak"], width=320)
    assert [name.text for name in narrow.names] == [
        "Heron & Daughters, second round after",
        "the call on Tuesday",
        "Oak",
    ]
    assert narrow.names[0].y < narrow.names[1].y < narrow.names[2].y
    short = dots([row(HALF, HALF)], ["Acorn Works", "Oak"], width=320)
    assert short.names[0].y == short.names[1].y


# As a template draws it.


def svg(drawn: Dots) -> str:
    return render_to_string("components/dots.svg", {"dots": drawn, "id": "t", "sentence": "Two <offers>"})


def test_elements_do_not_grow_with_the_marks() -> None:
    names = ["Acorn Works", "Oak", "Heron"]
    few, more = (
        svg(dots([row(*given_values)] * 8, names, width=640)) for given_values in ((HALF, None, None), (HALF,) * 3)
    )
    assert abs(few.count("<") - more.count("<")) == 2, "but for the words over what is not known"
    assert more.count("<path") == 2
    assert "<circle" not in more


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_shown_as_it_is(name: str) -> None:
    found = svg(dots([row(HALF, None, label=name)], [name, name], width=320))
    assert "<script" not in found
    assert "Two &lt;offers&gt;" in found
    assert "style=" not in found
    assert "var(" not in found


def test_the_figure_holds_both_drawings_with_their_own_ids_and_a_table() -> None:
    table = Table(head=("What", "Oak"), rows=(("<b>Commute</b>", "good"),))
    page = {"picture": picture([row(HALF)], ["Oak"]), "sentence": "Oak leads.", "table": table, "title": "Not money"}
    html = render_to_string("components/dots.html", page)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(ids) == sorted({f"dots-{size}-{part}" for size in ("wide", "narrow") for part in ("title", "desc")})
    assert '<th scope="row"><bdi>&lt;b&gt;Commute&lt;/b&gt;</bdi></th><td>good</td>' in html
    without = render_to_string("components/dots.html", page | {"picture": None})
    assert "<svg" not in without
    assert "good" in without
