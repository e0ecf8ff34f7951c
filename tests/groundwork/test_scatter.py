"""Packages on paper: every point in the frame, no letter over another, and both drawings valid."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from groundwork.chart import NARROW, WIDE
from groundwork.scatter import R, Words, picture, scatter

WORDS = Words(up="more", left="cheap", right="dear", level="wanted", limit="the most that they can give in all")
numbers = st.fractions(-(10**12), 10**12) | st.integers(0, 3).map(Fraction)
points = st.tuples(numbers, numbers)


def centres(path: str, r: int) -> list[tuple[int, int]]:
    return [(int(x) + r, int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)a", path)]


@given(st.lists(points, max_size=60), st.lists(points, max_size=3), st.none() | numbers, st.none() | numbers)
def test_everything_lies_in_the_frame_and_no_letter_on_another(dots, marked, level, limit):
    letters = list(zip("ABC", marked, strict=False))
    for width in (WIDE, NARROW):
        drawn = scatter(dots, letters, WORDS, width=width, level=level, limit=limit)
        if drawn is None:
            continue
        circled = centres(drawn.circles, R)
        assert len(circled) == len(marked)
        assert all(R <= x <= width - R and 0 <= y <= drawn.height for x, y in [*circled, *centres(drawn.points, 3)])
        assert all(abs(a - x) >= 2 * R or abs(b - y) >= 2 * R for (a, b), (x, y) in combinations(circled, 2))
        assert drawn.letters.text == "ABC"[: len(marked)]


def test_dearer_is_to_the_right_and_better_further_up():
    drawn = scatter([], [("A", (Fraction(0), Fraction(0))), ("B", (Fraction(9), Fraction(5)))], WORDS, width=WIDE)
    (ax, ay), (bx, by) = centres(drawn.circles, R)
    assert ax < bx
    assert ay > by


def test_one_point_alone_is_no_picture():
    assert scatter([(Fraction(1), Fraction(1))] * 4, [], WORDS, width=WIDE) is None
    assert picture([], [], WORDS) is None


def test_points_in_one_place_are_drawn_once():
    crowd = [(Fraction(n), Fraction(n)) for n in range(5000)]
    drawn = scatter(crowd, [], WORDS, width=WIDE)
    assert len(centres(drawn.points, 3)) < 120


@pytest.mark.parametrize("limit", [None, Fraction(2)])
def test_the_drawing_is_whole_without_a_style_in_it(limit):
    drawn = scatter([(Fraction(1), Fraction(2)), (Fraction(3), Fraction(4))], [], WORDS, width=NARROW, limit=limit)
    svg = render_to_string("components/scatter.svg", {"scatter": drawn, "title": "A < B", "sentence": "so", "id": "x"})
    root = ElementTree.fromstring(svg)
    assert root.attrib["aria-labelledby"] == "x-title x-desc"
    assert "style" not in svg
    assert ("the most" in svg) is (limit is not None)
