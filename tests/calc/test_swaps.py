"""Would you give up so much a year for it? A hidden price is found in few questions, whatever the pay."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.calc.swaps import QUESTIONS, Asked, Price, ends, next_amount, per_unit, result, worth

D = Decimal
PAY, ONE = D(60_000), D(1)


def heard(*answers):
    return [Asked(amount=D(amount), said=said) for amount, said in answers]


def interview(pay, hidden, step=ONE):
    """All questions that somebody with this price is asked."""
    asked = []
    while (amount := next_amount(pay, asked, step)) is not None:
        said = "same" if amount == hidden else "yes" if amount < hidden else "no"
        asked.append(Asked(amount=amount, said=said))
    return asked


def test_the_first_question_is_in_the_geometric_middle():
    assert next_amount(PAY, []) == 950  # of 30 and 30,000
    assert result(PAY, []) == Price(low=None, high=None, price=None, done=False, none=False, beyond=False)


def test_each_answer_halves_what_is_open():
    assert next_amount(PAY, heard((950, "yes"))) == 5_300
    assert next_amount(PAY, heard((950, "no"))) == 170
    assert next_amount(PAY, heard((950, "yes"), (5_300, "no"))) == 2_200


def test_a_whole_interview():
    asked = interview(PAY, D(2_950))
    assert [one.amount for one in asked] == [950, 5_300, 2_200, 3_400, 2_700, 3_000]
    found = result(PAY, asked)
    assert (found.low, found.high, found.price, found.done) == (2_700, 3_000, 2_850, True)


def test_all_the_same_is_the_price():
    found = result(PAY, heard((950, "yes"), (5_300, "same")))
    assert (found.low, found.high, found.price, found.done) == (5_300, 5_300, 5_300, True)
    assert next_amount(PAY, heard((950, "yes"), (5_300, "same"))) is None


def test_worth_next_to_nothing_is_said_at_the_bottom_itself():
    asked = interview(PAY, D(1))
    assert (asked[-1], len(asked) <= QUESTIONS) == (Asked(amount=D(30), said="no"), True)
    assert result(PAY, asked) == Price(low=None, high=D(30), price=D(0), done=True, none=True, beyond=False)


def test_not_for_sale_is_said_at_the_top_itself():
    asked = interview(PAY, D(10**6))
    assert (asked[-1], len(asked) <= QUESTIONS) == (Asked(amount=D(30_000), said="yes"), True)
    assert result(PAY, asked) == Price(low=D(30_000), high=None, price=None, done=True, none=False, beyond=True)


def test_a_price_at_an_end_is_found():
    assert result(PAY, interview(PAY, D(30))).price == 30
    assert result(PAY, interview(PAY, D(30_000))).price == 30_000


@pytest.mark.parametrize(
    ("answers", "low", "high", "price"),
    [
        ([(100, "no"), (120, "yes")], 120, None, 120),
        ([(120, "yes"), (100, "no")], None, 100, 100),
        ([(200, "no"), (100, "no"), (120, "yes")], 120, 200, 155),
        ([(120, "yes"), (120, "no")], None, 120, 120),
        ([(120, "same"), (150, "yes")], 150, None, 150),
        ([(120, "same"), (150, "same")], 150, 150, 150),
        ([(120, "yes"), (100, "same")], 100, 100, 100),
    ],
)
def test_the_later_of_two_answers_that_contradict_each_other_rules(answers, low, high, price):
    found = result(PAY, heard(*answers))
    assert (found.low, found.high, found.price, found.done) == (low, high, price, True)
    assert next_amount(PAY, heard(*answers)) is None


def test_answers_that_agree_contradict_nothing():
    answers = heard((100, "yes"), (100, "yes"), (900, "no"), (800, "no"), (0, "no"), (-5, "yes"))
    found = result(PAY, answers)
    assert (found.low, found.high, found.done) == (100, 800, False)


def test_eight_answers_are_enough():
    asked = heard(*((900 + turn, "no") for turn in range(QUESTIONS)))
    assert (result(PAY, asked).price, next_amount(PAY, asked)) == (900, None)


def test_a_currency_without_small_money_has_few_amounts():
    assert (ends(D(3)), ends(D(1)), ends(D(1), D("0.01"))) == ((1, 2), (1, 1), (D("0.01"), D("0.5")))
    assert next_amount(D(1), []) == 1
    assert result(D(1), heard((1, "yes"))).beyond
    assert result(D(1), heard((1, "no"))).none
    between = heard((2, "yes"), (3, "no"))
    assert (next_amount(D(100), between), result(D(100), between).price) == (None, D("2.45"))


def test_without_pay_nothing_is_asked():
    assert (next_amount(D(0), []), next_amount(D(-1), heard((5, "no")))) == (None, None)
    found = result(D(0), [])
    assert (found.price, found.done) == (None, True)


def test_the_price_of_one_unit():
    assert (per_unit(D(3_000), D(10)), per_unit(D(1), 3)) == (300, D(1) / 3)
    assert [per_unit(*terms) for terms in ((None, 10), (D(3_000), None), (D(3_000), 0))] == [None] * 3


def test_an_offer_is_worth_its_difference():
    assert (worth(D(300), D(30), D(25)), worth(D(300), D(20), 25)) == (1_500, -1_500)
    assert [worth(*terms) for terms in ((None, 1, 2), (D(3), None, 2), (D(3), 1, None))] == [None] * 3


pays = st.decimals(min_value=1, max_value=10**11, places=2)
shares = st.fractions(min_value=0, max_value=1, max_denominator=10**6)
steps = st.sampled_from([D("0.001"), D("0.01"), D(1)])


def between(low, high, share):
    """A price on the way from low to high, evenly by ratio."""
    return low * (high / low) ** (D(share.numerator) / share.denominator)


@settings(deadline=None)
@given(pays, shares)
def test_a_hidden_price_is_found_within_a_tenth_in_eight_questions(pay, share):
    hidden = min(max(between(pay / 2000, pay / 2, share), pay / 2000), pay / 2)
    step = D(1).scaleb((pay / 2000).adjusted() - 2)
    asked = interview(pay, hidden, step)
    found = result(pay, asked, step)
    assert len(asked) <= QUESTIONS
    assert (found.done, found.none, found.beyond) == (True, False, False)
    assert abs(Fraction(found.price) / Fraction(hidden) - 1) < Fraction(1, 10)


@settings(deadline=None)
@given(pays, shares, steps)
def test_as_near_as_the_currency_can_say(pay, share, step):
    low, high = ends(pay, step)
    hidden = min(max(between(low, high, share), low), high)
    found = result(pay, interview(pay, hidden, step), step)
    assert (found.done, found.none, found.beyond) == (True, False, False)
    assert abs(found.price - hidden) <= max(hidden / 10, step)


@settings(deadline=None)
@given(pays, shares, steps)
def test_below_and_above_the_ends(pay, share, step):
    low, high = ends(pay, step)
    below, above = interview(pay, low * D("0.999"), step), interview(pay, high * D("1.001") + 1, step)
    assert result(pay, below, step).none
    assert result(pay, above, step).beyond
    assert max(len(below), len(above)) <= QUESTIONS


@settings(deadline=None)
@given(pays, st.lists(st.sampled_from(["yes", "no"]), min_size=8, max_size=8), steps)
def test_every_amount_can_be_paid_and_none_comes_twice(pay, said, step):
    asked = []
    for answer in said:
        if (amount := next_amount(pay, asked, step)) is not None:
            asked.append(Asked(amount=amount, said=answer))
    amounts = [one.amount for one in asked]
    assert next_amount(pay, asked, step) is None
    assert all(amount > 0 and Fraction(amount) % Fraction(step) == 0 for amount in amounts)
    assert len(set(amounts)) == len(amounts)
    assert all(len(amount.normalize().as_tuple().digits) <= 3 for amount in amounts)


@settings(deadline=None)
@given(
    st.decimals(min_value=-10, max_value=10**12, places=2),
    st.lists(
        st.builds(
            Asked,
            amount=st.decimals(min_value=-1, max_value=10**12, places=2),
            said=st.sampled_from(["yes", "no", "same"]),
        ),
        max_size=10,
    ),
    steps,
)
def test_any_stored_answers_have_a_result(pay, asked, step):
    found, following = result(pay, asked, step), next_amount(pay, asked, step)
    assert found.done == (following is None)
    assert found.done or found.price is None
    assert not (found.none and found.beyond)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
