"""The picture of the sources: every strip on the paper, under the next, and no words outside."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from groundwork.chart import Mark
from negotiation.market_chart import Source, picture, strips

AMOUNTS = st.decimals(min_value=0, max_value=10**11, places=2)
WIDTHS = pytest.mark.parametrize("width", [320, 620, 640])


def number(amount):
    return f"{amount:,}"


def source(ends, label="Guild table", weak=False):
    low, high = sorted(ends)
    return Source(label, f"{low} to {high} USD a year gross", low, high, (low + high) / 2, weak=weak)


@given(
    st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8),
    st.lists(AMOUNTS, max_size=3),
    st.sampled_from([320, 640]),
)
def test_everything_lies_on_the_paper_and_strips_never_touch(ranges, mine, width):
    marks = [Mark(str(n), "What you aim for", value, f"{value} USD", "me") for n, value in enumerate(mine)]
    drawn = strips([source(ends) for ends in ranges], marks, number, width=width)
    if drawn is None:
        assert len({*mine, *(end for ends in ranges for end in ends)}) < 2
        return
    for place in drawn.sources:
        assert 0 <= place.x <= place.x + place.width <= width
        assert place.center_x is None or 0 < place.center_x < width
        for y, text, room in place.words:
            assert y < place.y
            assert room <= width
            assert text
    for one, other in pairwise(drawn.sources):
        assert one.bottom < other.words[0][0] - 10
    assert all(0 <= line.x <= width and line.top >= 0 for line in drawn.lines)
    assert max(place.bottom for place in drawn.sources) < drawn.axis_y < drawn.height


def test_a_single_number_is_a_small_box_and_a_range_a_long_one():
    one, other = strips(
        [source((Decimal(5), Decimal(5))), source((Decimal(1), Decimal(9)))], [], number, width=640
    ).sources
    assert one.width == 6
    assert other.width > 400


def test_without_a_scale_there_is_no_picture():
    assert picture([], [Mark("offer", "Offer", Decimal(5), "5", "them")], number) is None
    assert picture([source((Decimal(5), Decimal(5)))], [], number) is None


@WIDTHS
def test_the_drawing_is_whole_and_readable_without_colour(width):
    marks = [
        Mark(key, key, Decimal(value), str(value), side)
        for key, value, side in (("desired", 90, "me"), ("minimum", 70, "me"), ("offer", 80, "them"))
    ]
    found = [source((Decimal(60), Decimal(100)), "<b>&"), source((Decimal(50), Decimal(70)), weak=True)]
    drawn = strips(found, marks, number, width=width)
    svg = render_to_string("components/strips.svg", {"strips": drawn, "id": "t", "sentence": "Two <sources>"})
    assert "style=" not in svg
    assert "&lt;b&gt;&amp;" in svg
    assert svg.count('stroke-dasharray="4 3"') == 1, "the weak one"
    assert 'stroke-dasharray="8 4"' in svg
    assert 'stroke-dasharray="2 3"' in svg
    assert 'id="t-title"' in svg
    assert 'id="t-desc"' in svg
