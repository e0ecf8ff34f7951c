"""Stacked bars: as long as their numbers, on one scale, and no words on each other or off the paper."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from groundwork.blocks import Table
from groundwork.labels import FONT, shorten, text_width
from groundwork.stacks import BAR, KINDS, Bar, Group, Level, Stacks, fitted, heading, picture, stacks

LEVELS = ("Guaranteed", "Likely", "Maybe", "Not counted: cannot be sold yet")
HALF = Fraction(1, 2) + Fraction(1, 10**9)  # of a pixel, and what a division leaves
WIDTHS = st.sampled_from([320, 620, 640])
NAMES = ("<script>alert(1)</script>", "שלום תעשיות!", "شركة البلوط", "🐿️ Squirrel 👩‍👩‍👧", "Oak " * 50, "W" * 5000, "")

words = st.text(max_size=60) | st.sampled_from(NAMES)
amounts = st.just(Decimal(0)) | st.decimals(Decimal(0), Decimal(10) ** 12, places=2)
bars = st.builds(Bar, st.sampled_from("1234"), st.tuples(amounts, amounts, amounts, amounts))
groups = st.builds(Group, words, words, st.lists(bars, max_size=4).map(tuple), st.booleans())


def number(amount: Decimal) -> str:
    return f"{amount:,f} XAC"


def bar(*parts: str, label: str = "1") -> Bar:
    return Bar(label, tuple(map(Decimal, parts)))


def group(*bars: Bar, name: str = "Acorn Works", out: bool = False) -> Group:
    return Group(name, f"{sum(sum(one.parts) for one in bars)} XAC", bars, out)


def many(count: int, years: int = 4) -> list[Group]:
    return [group(*(bar("60", "20", "10", "5", label=f"{year + 1}") for year in range(years)))] * count


def rectangles(level: Level) -> list[tuple[int, int, int]]:
    """Left, top and length of every rectangle, the sample of the legend last."""
    found, x, y = [], 0, 0
    steps = re.findall(rf"m(-?\d+) (-?\d+)h(\d+)v{BAR}h-(\d+)z", level.path)
    assert "".join(f"m{a} {b}h{c}v{BAR}h-{d}z" for a, b, c, d in steps) == level.path
    for across, down, width, back in steps:
        assert width == back
        x, y = x + int(across), y + int(down)
        found.append((x, y, int(width)))
    return found


def boxes(drawn: Stacks) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of all words; names are bold."""

    def box(text: str, x: int, y: int, *, end: bool = False, bold: bool = False) -> tuple[int, int, int, int]:
        width = text_width(text) * 9 // 8 if bold else text_width(text)
        return (x - width if end else x, y - FONT + 2, x if end else x + width, y + 3)

    found = [box(one.name, 0, one.name_y, bold=True) for one in drawn.headings]
    found += [box(one.text, drawn.width, one.text_y, end=True) for one in drawn.headings]
    found += [box(drawn.ends[0], drawn.axis.left, drawn.axis_y + 16)]
    found += [box(drawn.ends[1], drawn.axis.right, drawn.axis_y + 16, end=True)]
    return found + [box(level.name, level.x, level.y) for level in drawn.levels]


def apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(st.lists(groups, max_size=11), WIDTHS)
def test_nothing_overlaps_or_leaves_the_paper(given_groups: list[Group], width: int) -> None:
    drawn = stacks(given_groups, LEVELS, number, width=width)
    if drawn is None:
        assert not any(part for one in given_groups for bar in one.bars for part in bar.parts)
        return
    shapes = [(x, y, x + long, y + BAR) for level in drawn.levels for x, y, long in rectangles(level)]
    texts = boxes(drawn)
    assert all(
        x >= 0 and y >= 0 and right <= width and bottom <= drawn.height for x, y, right, bottom in shapes + texts
    )
    assert all(apart(one, other) for one, other in combinations(texts, 2))
    assert all(apart(text, shape) for text in texts for shape in shapes)
    assert all(apart(one, other) for one, other in combinations(shapes, 2))


@given(st.lists(groups, min_size=1, max_size=11), WIDTHS)
def test_every_part_is_as_long_as_its_number_says(given_groups: list[Group], width: int) -> None:
    drawn = stacks(given_groups, LEVELS, number, width=width)
    if drawn is None:
        return
    shapes = {level.kind: rectangles(level)[:-1] for level in drawn.levels}
    all_bars = [bar for one in given_groups for bar in one.bars]
    assert max(sum(bar.parts) for bar in all_bars) <= drawn.axis.high
    for at, kind in enumerate(KINDS):
        drawn_bars = [bar for bar in all_bars if bar.parts[at]]
        assert len(drawn_bars) == len(shapes.get(kind, []))
        for one, (x, _, long) in zip(drawn_bars, shapes.get(kind, []), strict=True):
            ends = (sum(one.parts[:at]), sum(one.parts[: at + 1]))
            exact = [Fraction(end) / Fraction(drawn.axis.high) * (drawn.axis.right - drawn.axis.left) for end in ends]
            assert abs(x - drawn.axis.left - exact[0]) <= HALF
            assert abs(x + long - drawn.axis.left - exact[1]) <= HALF


@given(st.lists(groups, min_size=1, max_size=4))
def test_equal_numbers_give_an_equal_drawing(given_groups: list[Group]) -> None:
    assert picture(given_groups, LEVELS, number) == picture(list(given_groups), LEVELS, number)


@pytest.mark.parametrize("nothing", [[], [group()], [group(bar("0", "0"), bar("0"))]])
def test_without_anything_above_0_there_is_no_picture(nothing: list[Group]) -> None:
    assert picture(nothing, LEVELS, number) is None


def test_a_group_of_zeros_has_its_place_and_no_bars() -> None:
    drawn = stacks([group(bar("0")), group(bar("7"))], LEVELS, number, width=640)
    assert len(drawn.headings) == 2
    assert [y for _, y, _ in rectangles(drawn.levels[0])][:-1] == [drawn.headings[1].bottom + 2]
    assert drawn.base.count("M") == 2
    assert drawn.labels.text == "11"


def test_a_part_too_short_to_be_seen_is_a_line() -> None:
    drawn = stacks([group(bar("0.01"), bar("1000"))], LEVELS, number, width=320)
    tiny, long, _ = rectangles(drawn.levels[0])
    assert tiny[2] == 0
    assert long[2] == drawn.axis.right - drawn.axis.left


def test_the_legend_names_what_occurs_the_surest_first() -> None:
    drawn = stacks([group(bar("9", "0", "1"))], LEVELS, number, width=640)
    assert [(level.kind, level.name) for level in drawn.levels] == [("firm", "Guaranteed"), ("sparse", "Maybe")]


def test_the_scale_starts_at_0_and_ends_round() -> None:
    assert stacks([group(bar("93"))], LEVELS, number, width=640).ends == ("0 XAC", "100 XAC")


def test_a_heading_takes_two_lines_only_on_narrow_paper() -> None:
    name, text = "Heron & Daughters, second round after the call", "355 XAC gross over four years"
    wide, narrow = heading(name, text, 0, 640), heading(name, text, 0, 320)
    assert wide.name_y == wide.text_y < narrow.text_y
    assert narrow.name.endswith("…")
    assert heading("Oak", "355 XAC", 0, 320).bottom < narrow.bottom


@given(words.filter(lambda text: len(text) < 1000), st.integers(0, 640))
def test_words_are_fitted_as_everywhere(text: str, room: int) -> None:
    assert fitted(text, room) == shorten(text, room)


def test_eleven_offers_of_four_years_fit_a_printed_page() -> None:
    drawn = stacks(many(11), LEVELS, number, width=620)
    assert drawn.height * 170 / 620 < 250, "millimetres; a page of the brief is 257 high and 170 wide"
    tops = [one.name_y for one in drawn.headings]
    assert len({low - high for high, low in pairwise(tops)}) == 1


@pytest.mark.parametrize("label", ["10", " ", "é", "👩"])
def test_a_label_is_one_letter_or_digit(label: str) -> None:
    with pytest.raises(ValueError, match="one letter or digit"):
        Bar(label, ())


# As a template draws it.


def svg(drawn: Stacks) -> str:
    return render_to_string("components/stacks.svg", {"stacks": drawn, "id": "t", "sentence": "Two <offers>"})


def test_elements_do_not_grow_with_the_bars() -> None:
    few, more = (svg(stacks(many(10, years), LEVELS, number, width=640)) for years in (1, 4))
    assert few.count("<") == more.count("<")
    assert more.count('fill="url(#t-') == 3
    assert "12341234" in more


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_shown_as_it_is(name: str) -> None:
    found = svg(stacks([group(bar("5", "0", "0", "2"), name=name, out=True)], LEVELS, number, width=320))
    assert "<script" not in found
    assert "Two &lt;offers&gt;" in found
    assert 'text-decoration="line-through"' in found
    assert 'stroke-dasharray="3 2"' in found, "what is not counted is told apart without colour"
    assert "style=" not in found
    assert "var(" not in found


def test_the_figure_holds_both_drawings_with_their_own_ids_and_a_table() -> None:
    table = Table(head=("Offer", "1"), rows=(("<b>Oak</b>", "5 XAC"),))
    page = {"picture": picture(many(2), LEVELS, number), "sentence": "Oak leads.", "table": table, "title": "Pay"}
    html = render_to_string("components/stacks.html", page)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {"stacks-wide-title", "stacks-narrow-desc"} <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)
    assert '<th scope="row"><bdi>&lt;b&gt;Oak&lt;/b&gt;</bdi></th><td>5 XAC</td>' in html
    without = render_to_string("components/stacks.html", page | {"picture": None})
    assert "<svg" not in without
    assert "5 XAC" in without
