"""What a reply comes to, how it stands, and the move that it calls for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.ladder import LadderTerms, Move, Reply, amount_of, heard, ladder, move, stands

TERMS = LadderTerms(
    opening=Decimal(155_000),
    target=Decimal(140_000),
    floor=Decimal(126_000),
    batna=Decimal(120_000),
    offer=Decimal(125_000),
)
MONEY = st.integers(0, 10**9).map(Decimal)


def test_each_reply_comes_to_its_part_of_the_way_and_no_further():
    amounts = {rung.reply: rung.stands and rung.stands.amount for rung in ladder(TERMS)}
    assert amounts == {
        Reply.YES: 155_000,
        Reply.NEAR: 147_500,
        Reply.HALF: 140_000,
        Reply.NOTHING: 125_000,
        Reply.FINAL: 125_000,
        Reply.BUDGET: 125_000,
    } | dict.fromkeys((Reply.SILENCE, Reply.TODAY, Reply.EARN, Reply.FIRST, Reply.STAY))


def test_an_amount_stands_against_all_that_is_known():
    found = stands(Decimal(132_000), TERMS)
    assert (found.over_floor, found.over_batna, found.over_target, found.under_opening) == (
        6_000,
        12_000,
        -8_000,
        23_000,
    )
    assert stands(Decimal(132_000), LadderTerms()).over_floor is None


@pytest.mark.parametrize(
    ("amount", "terms", "called_for"),
    [
        (125_999, TERMS, Move.HOLD),
        (126_000, TERMS, Move.TRADE),
        (139_999, TERMS, Move.TRADE),
        (140_000, TERMS, Move.SETTLE),
        (130_000, LadderTerms(floor=Decimal(100_000), target=Decimal(140_000), batna=Decimal(131_000)), Move.ELSEWHERE),
        (141_000, LadderTerms(target=Decimal(140_000), batna=Decimal(150_000)), Move.ELSEWHERE),
        (141_000, LadderTerms(target=Decimal(140_000)), Move.SETTLE),
        (139_000, LadderTerms(target=Decimal(140_000)), Move.UNKNOWN),
        (139_000, LadderTerms(floor=Decimal(100_000)), Move.UNKNOWN),
        (99_000, LadderTerms(floor=Decimal(100_000)), Move.HOLD),
        (1, LadderTerms(), Move.UNKNOWN),
    ],
)
def test_the_minimum_rules_then_what_there_is_otherwise_then_the_target(amount, terms, called_for):
    assert move(Decimal(amount), terms) is called_for


@pytest.mark.parametrize(
    ("said", "reply"),
    [(160_000, Reply.YES), (155_000, Reply.YES), (154_999, Reply.NEAR), (147_500, Reply.NEAR), (147_499, Reply.HALF),
     (140_000, Reply.HALF), (139_999, Reply.NOTHING), (125_000, Reply.NOTHING), (124_999, None)],
)  # fmt: skip
def test_a_number_they_name_is_the_highest_reply_that_it_reaches(said, reply):
    assert heard(Decimal(said), TERMS) is reply


def test_without_an_offer_or_an_opening_the_rungs_between_have_no_amount():
    for terms in (LadderTerms(opening=Decimal(5)), LadderTerms(offer=Decimal(5)), LadderTerms()):
        assert amount_of(Reply.NEAR, terms) is None
        assert amount_of(Reply.HALF, terms) is None
    assert heard(Decimal(5), LadderTerms()) is None


def test_an_opening_at_or_below_their_offer_leaves_nothing_between():
    assert amount_of(Reply.HALF, LadderTerms(opening=Decimal(100), offer=Decimal(100))) is None


@given(MONEY, MONEY)
def test_the_rungs_are_in_order_between_the_offer_and_the_opening(one, other):
    offer, opening = sorted((one, other))
    terms = LadderTerms(offer=offer, opening=opening)
    amounts = [amount_of(reply, terms) for reply in (Reply.NOTHING, Reply.HALF, Reply.NEAR, Reply.YES)]
    known = [amount for amount in amounts if amount is not None]
    assert known == sorted(known)
    assert all(offer <= amount <= opening for amount in known)


@given(MONEY, MONEY, MONEY)
def test_a_number_is_never_heard_as_more_than_it_is(said, offer, opening):
    terms = LadderTerms(offer=offer, opening=opening)
    reply = heard(said, terms)
    assert reply is None or amount_of(reply, terms) <= said
