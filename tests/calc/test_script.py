"""The shape of a talk: what is wrong with it is found, whatever it is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.script import circle, paths, problems, reached

TALK = {"hello": ("ask", "wrong"), "wrong": (), "ask": ("next", "no"), "no": ("next",), "next": ("bye",), "bye": ()}
NEEDS = {"starts": ["hello"], "ends": ["bye", "wrong"], "passing": ["next", "wrong"]}


def wrong(talk, **needs):
    return problems(talk, **(NEEDS | needs))


def test_a_talk_that_always_ends_well_has_nothing_wrong():
    assert wrong(TALK) == []
    assert list(paths(TALK, ["hello"])) == [
        ("hello", "ask", "next", "bye"),
        ("hello", "ask", "no", "next", "bye"),
        ("hello", "wrong"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"alone": ("next",)}, "alone is never reached"),
        ({"no": ()}, "no leads nowhere"),
        ({"bye": ("hello",)}, "bye ends the talk and goes on"),
        ({"no": ("ask", "next")}, "ask to no to ask goes round and round"),
        ({"no": ("bye",)}, "hello to ask to no to bye ends without what every talk needs"),
        ({"no": ("nowhere",)}, "no leads to nowhere, which is no line"),
    ],
)
def test_what_is_wrong_is_named(change, said):
    assert said in wrong(TALK | change)


def test_a_start_or_an_end_that_is_no_line_is_named():
    assert wrong(TALK, starts=["hi"]) == ["hi is no line"]
    assert wrong(TALK, ends=["bye", "wrong", "over"]) == ["over is no line"]


NAMES = [f"line{number}" for number in range(7)]


@st.composite
def talks(draw):
    return {name: tuple(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))) for name in NAMES}


@given(talks())
def test_a_talk_without_faults_ends_well_on_every_way(talk):
    ends = {name for name in NAMES if not talk[name]}
    if problems(talk, starts=NAMES[:1], ends=ends, passing=NAMES[3:4]):
        return
    ways = list(paths(talk, NAMES[:1]))
    assert {line for way in ways for line in way} == set(NAMES) == reached(talk, NAMES[:1])
    assert all(way[-1] in ends and NAMES[3] in way and len(set(way)) == len(way) for way in ways)


@given(talks())
def test_a_circle_is_one(talk):
    found = circle(talk)
    assert not found or (found[0] == found[-1] and all(b in talk[a] for a, b in itertools.pairwise(found)))
    seen = {line for line in NAMES if any(line in reached(talk, [to]) for to in talk[line])}
    assert bool(found) == bool(seen)
