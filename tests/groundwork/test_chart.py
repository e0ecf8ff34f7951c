"""The number line: nothing covers anything, nothing leaves the paper, order is kept."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundwork.chart import REACH, Band, Mark, NumberLine, nice_ends, number_line, picture
from groundwork.labels import GAP, TIER, shorten, text_width

sides = st.sampled_from(["me", "them", "open"])
amounts = st.decimals(Decimal(0), Decimal(10) ** 12, places=2)
words = st.text(max_size=60)
marks = st.builds(Mark, key=words, label=words, value=amounts, text=words, side=sides)


@st.composite
def band(draw: st.DrawFn) -> Band:
    low, high = sorted([draw(amounts), draw(amounts)])
    return Band(draw(words), draw(words), low, high, draw(sides), draw(words))


lines = st.builds(
    number_line,
    st.lists(marks, max_size=9),
    st.lists(band(), max_size=4),
    width=st.sampled_from([640, 320]),
)


def mark(value: str, side: str = "me", label: str = "Your floor") -> Mark:
    return Mark(label, label, Decimal(value), f"{value} acorns a year gross", side)


@given(lines)
def test_labels_never_overlap(line: NumberLine | None) -> None:
    for a, b in combinations(line.marks if line else (), 2):
        one, other = a.label, b.label
        apart_across = one.right + GAP <= other.left or other.right + GAP <= one.left
        assert apart_across or abs(a.top - b.top) >= TIER


@given(lines)
def test_shapes_of_one_side_never_cover_each_other(line: NumberLine | None) -> None:
    for a, b in combinations(line.marks if line else (), 2):
        if (a.mark.side == "me") == (b.mark.side == "me"):
            assert abs(a.x - b.x) >= 2 * REACH or abs(a.y - b.y) >= 2 * REACH


@given(lines)
def test_all_stays_on_the_paper(line: NumberLine | None) -> None:
    for place in line.marks if line else ():
        assert place.x >= REACH
        assert place.x + REACH <= line.width
        assert place.label.left >= 0
        assert place.label.right <= line.width
        assert place.top >= 0
        assert place.top + TIER <= line.height
    for place in line.bands if line else ():
        assert place.x >= 0
        assert place.x + place.width <= line.width
        assert all(y < line.height for y, _ in place.lines)


@given(lines)
def test_labels_stay_clear_of_shapes_and_bars(line: NumberLine | None) -> None:
    if not line:
        return
    bars_end = max((place.y + 12 for place in line.bands), default=line.axis_y)
    for place in line.marks:
        if place.mark.side == "me":
            assert place.top + TIER - 6 <= min(other.y for other in line.marks) - REACH
        else:
            assert place.y - REACH >= bars_end
            assert place.top >= place.y + REACH


@given(lines)
def test_order_is_kept(line: NumberLine | None) -> None:
    for a, b in combinations(line.marks if line else (), 2):
        if a.mark.value < b.mark.value:
            assert a.x <= b.x


@given(amounts, amounts)
def test_the_scale_ends_just_outside_the_numbers(one: Decimal, other: Decimal) -> None:
    low, high = sorted([one, other])
    if low == high:
        return
    start, end = nice_ends(low, high)
    assert start <= low < high <= end
    assert end - start <= 3 * (high - low)


@pytest.mark.parametrize("values", [[], ["100"], ["100", "100.00"]])
def test_one_number_is_no_line(values: list[str]) -> None:
    assert number_line([mark(value) for value in values], [], width=640) is None
    assert picture([mark(value) for value in values], []) is None


def test_a_band_alone_is_a_line_unless_it_has_no_length() -> None:
    market = Band("market", "Market", Decimal(90), Decimal(120), "open")
    assert number_line([], [market], width=320).bands[0].width > 0
    assert number_line([], [Band("m", "Market", Decimal(90), Decimal(90), "open")], width=320) is None


def test_a_legend_takes_two_lines_where_one_is_too_long() -> None:
    band = Band("their", "What they may pay", Decimal(98), Decimal(110), "them", "98 to 110 acorns a year gross")
    after = Band("zone", "Room", Decimal(99), Decimal(105), "me", "99 to 105")
    wide = number_line([], [band, after], width=640)
    narrow = number_line([], [band, after], width=320)
    assert [len(place.lines) for place in wide.bands] == [1, 1]
    assert [len(place.lines) for place in narrow.bands] == [2, 1]
    assert narrow.bands[0].lines[1][0] < narrow.bands[1].legend_y


def test_far_apart_labels_share_a_tier_and_near_ones_do_not() -> None:
    far = number_line([mark("100"), mark("200")], [], width=640)
    near = number_line([mark("100"), mark("110"), mark("200")], [], width=640)
    assert len({place.top for place in far.marks}) == 1
    assert near.marks[0].top < near.marks[1].top


def test_a_label_at_the_right_end_points_left_and_ends_at_its_leader() -> None:
    line = number_line([mark("100"), mark("200")], [], width=320)
    first, last = line.marks
    assert (first.anchor, last.anchor) == ("start", "end")
    assert first.x < first.label.text_x
    assert last.label.text_x < last.x


# Near the right end the last flag points left; one before it that pointed right would stand in its way.
@example([Decimal(0), Decimal("915322580645.17"), Decimal("965322580645.17")])
@given(st.lists(amounts, min_size=2, max_size=6, unique=True))
def test_on_wide_paper_no_leader_passes_behind_a_label(values: list[Decimal]) -> None:
    short = [Mark(str(n), "You", value, "1", "me") for n, value in enumerate(values)]
    line = number_line(short, [], width=640)
    for a, b in combinations(line.marks, 2):
        for leader, label in ((a, b), (b, a)):
            behind = label.label.left < leader.x < label.label.right and leader.leader_y < label.top
            assert not behind


def test_flags_that_would_point_at_each_other_point_the_same_way() -> None:
    line = number_line([mark("0"), mark("91", label="A"), mark("96", label="B"), mark("100")], [], width=640)
    assert [place.anchor for place in line.marks] == ["start", "end", "end", "end"]


def test_equal_numbers_stand_above_each_other() -> None:
    line = number_line([mark("100"), mark("100", label="Best alternative"), mark("150")], [], width=640)
    one, other, _ = line.marks
    assert one.x == other.x
    assert abs(one.y - other.y) == 2 * REACH


def test_my_numbers_stand_above_the_line_and_theirs_below() -> None:
    line = number_line([mark("100"), mark("120", "them", "Their offer")], [], width=640)
    mine, theirs = line.marks
    assert mine.y < line.axis_y < theirs.y
    assert mine.corners != theirs.corners


def test_the_drawing_holds_still_while_a_number_is_typed() -> None:
    def ends(value: str) -> tuple[Decimal, Decimal]:
        line = number_line([mark("90"), mark(value), mark("140")], [], width=640)
        return line.axis.low, line.axis.high

    assert ends("101") == ends("102") == ends("119.5")


@given(words, st.integers(30, 320))
def test_shortened_words_fit_and_whole_words_stay(text: str, room: int) -> None:
    short = shorten(text, room)
    assert text_width(short) <= room
    assert short == text or short.endswith("…")


def test_a_very_long_name_is_shortened_at_once() -> None:
    assert text_width(shorten("long " * 100_000, 320)) <= 320
