"""Numbers that cannot all be meant."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.contradictions import COVERS, FIELDS, RULES, Code, Field, Position, contradictions

D = Decimal
SOUND = Position(
    minimum=D(120),
    desired=D(140),
    offer=D(125),
    opening=D(155),
    ask_low=D(140),
    their_low=D(130),
    their_likely=D(145),
    their_high=D(160),
    market_low=D(118),
    alternative=D(115),
    need=D(110),
    red_line=D(100),
)
money = st.none() | st.integers(min_value=0, max_value=20).map(D)
positions = st.builds(Position, **{field.name: money for field in fields(Position)})


def codes(position):
    return [each.code for each in contradictions(position)]


def test_sound_numbers_contradict_nothing():
    assert contradictions(SOUND) == ()
    assert contradictions(Position()) == ()


@pytest.mark.parametrize(
    ("changed", "code", "more", "less"),
    [
        ({"desired": 119, "ask_low": None}, Code.MINIMUM_ABOVE_DESIRED, "minimum", "desired"),
        (
            {"their_high": 119, "their_likely": 118, "their_low": 1},
            Code.MINIMUM_ABOVE_THEIR_HIGH,
            "minimum",
            "their_high",
        ),
        ({"their_likely": 119, "their_low": 1}, Code.MINIMUM_ABOVE_THEIR_LIKELY, "minimum", "their_likely"),
        ({"their_low": 146}, Code.THEIR_RANGE_NOT_IN_ORDER, "their_low", "their_likely"),
        ({"their_high": 144}, Code.THEIR_RANGE_NOT_IN_ORDER, "their_likely", "their_high"),
        ({"their_likely": None, "their_high": 129}, Code.THEIR_RANGE_NOT_IN_ORDER, "their_low", "their_high"),
        ({"market_low": 141}, Code.DESIRED_BELOW_MARKET, "market_low", "desired"),
        ({"alternative": 141}, Code.ALTERNATIVE_ABOVE_DESIRED, "alternative", "desired"),
        ({"alternative": 121}, Code.ALTERNATIVE_ABOVE_MINIMUM, "alternative", "minimum"),
        ({"offer": 119}, Code.OFFER_BELOW_MINIMUM, "minimum", "offer"),
        ({"opening": 139}, Code.OPENING_BELOW_DESIRED, "desired", "opening"),
        ({"desired": None, "opening": 124}, Code.OPENING_BELOW_OFFER, "offer", "opening"),
        ({"ask_low": 139}, Code.ASK_BELOW_DESIRED, "desired", "ask_low"),
        ({"ask_low": 119}, Code.ASK_BELOW_MINIMUM, "minimum", "ask_low"),
        ({"need": 141}, Code.NEED_ABOVE_DESIRED, "need", "desired"),
        ({"red_line": 141}, Code.RED_LINE_ABOVE_DESIRED, "red_line", "desired"),
        ({"red_line": 121}, Code.RED_LINE_ABOVE_MINIMUM, "red_line", "minimum"),
    ],
)
def test_each_contradiction_is_named_with_its_two_fields(changed, code, more, less):
    position = replace(SOUND, **{name: None if at is None else D(at) for name, at in changed.items()})
    first = contradictions(position)[0]
    assert codes(position) == [code]
    assert first.fields == (FIELDS[more], FIELDS[less])
    assert first.by == getattr(position, more) - getattr(position, less) > 0


def test_several_stand_side_by_side():
    position = replace(SOUND, minimum=D(170), desired=D(110), alternative=D(130))
    assert codes(position) == [
        Code.MINIMUM_ABOVE_DESIRED,
        Code.MINIMUM_ABOVE_THEIR_HIGH,
        Code.DESIRED_BELOW_MARKET,
        Code.ALTERNATIVE_ABOVE_DESIRED,
        Code.OFFER_BELOW_MINIMUM,
        Code.ASK_BELOW_MINIMUM,
    ]


def test_every_code_has_a_rule_and_every_number_a_field():
    assert {code for code, _, _ in RULES} == set(Code)
    assert set(FIELDS) == {field.name for field in fields(Position)}
    assert FIELDS["alternative"] == Field(slug="batna", name="entries")


@given(positions)
def test_named_are_exactly_the_rules_that_hold_and_are_not_covered(position):
    def holds(high, low):
        more, less = getattr(position, high), getattr(position, low)
        return more is not None and less is not None and more > less

    holding = {code for code, high, low in RULES if holds(high, low)}
    covered = {code for first in holding for code in COVERS.get(first, ())}
    assert set(codes(position)) == holding - covered
    assert len(codes(position)) == len(set(codes(position)))


@given(positions, st.sampled_from([10, 1000]))
def test_they_are_the_same_in_a_smaller_currency(position, times):
    numbers = {field.name: getattr(position, field.name) for field in fields(Position)}
    scaled = Position(**{name: None if at is None else at * times for name, at in numbers.items()})
    assert codes(scaled) == codes(position)
