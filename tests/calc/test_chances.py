"""What alternatives are worth that may or may not arrive, now or later, alone or together."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.chances import Chance, LikelihoodError, break_even, expected_value, worth

money = st.decimals(min_value=0, max_value=10**12, places=2)
percents = st.integers(min_value=0, max_value=100)
chance_lists = st.lists(st.builds(Chance, value=money, likelihood=percents), max_size=6)


def chance(value, likelihood, group=""):
    return Chance(value=Decimal(value), likelihood=Decimal(likelihood), group=group)


def test_the_best_that_arrives_is_taken():
    found = expected_value([chance(150, 50), chance(135, 60)], Decimal(120))
    assert found.value == Fraction("139.5")
    assert found.chance_of_fallback == Fraction(1, 5)
    assert found.weights == (Fraction(1, 2), Fraction(3, 10))


def test_the_order_typed_does_not_matter():
    found = expected_value([chance(135, 60), chance(150, 50)], Decimal(120))
    assert (found.value, found.weights) == (Fraction("139.5"), (Fraction(3, 10), Fraction(1, 2)))


def test_what_is_not_above_the_fallback_or_cannot_come_drops_out():
    found = expected_value([chance(120, 90), chance(90, 90), chance(150, 0)], Decimal(120))
    assert (found.value, found.chance_of_fallback, found.weights) == (120, 1, (None, None, None))


def test_waiting_is_paid_for_out_of_the_horizon():
    terms = [(150, 1, 50), (135, 2, 60), (110, 5, 100)]
    worths = [
        worth(Decimal(value), months=Decimal(months), horizon_months=24, waiting_cost=Decimal(0))
        for value, months, _ in terms
    ]
    assert [at * 2 for at in worths] == [Fraction("287.5"), Fraction("247.5"), Fraction(1045, 6)]
    chances = [Chance(value=at, likelihood=odds) for at, (_, _, odds) in zip(worths[:2], terms, strict=False)]
    found = expected_value(chances, worths[2])
    assert round(found.value * 2, 4) == Fraction("252.8333")
    assert round(found.value, 4) == Fraction("126.4167")


@pytest.mark.parametrize(
    ("months", "cost", "at"),
    [(0, 0, 120), (0, 5, 120), (6, 0, 60), (6, 1, 54), (6, -1, 66), (12, 1, -12), (40, 1, -12), (-3, 1, 120)],
)
def test_waiting_costs_within_the_horizon_only(months, cost, at):
    terms = {"months": Decimal(months), "horizon_months": 12, "waiting_cost": Decimal(cost)}
    assert worth(Decimal(120), **terms) == at


def test_a_horizon_is_at_least_a_month():
    with pytest.raises(ValueError, match="horizon"):
        worth(Decimal(120), months=Decimal(0), horizon_months=0, waiting_cost=Decimal(0))


def test_a_longer_wait_can_turn_the_order_round():
    early, late = (
        worth(Decimal(value), months=Decimal(months), horizon_months=12, waiting_cost=Decimal(0))
        for value, months in ((130, 0), (140, 3))
    )
    assert early > late


def test_of_those_that_share_a_fate_one_is_counted_at_its_own_odds():
    chances = [chance(150, 50, "agency"), chance(142, 90, "agency"), chance(135, 60)]
    found = expected_value(chances, Decimal(120))
    assert found.weights == (None, Fraction(9, 10), Fraction(6, 100))
    assert found.value == Fraction("140.7")


def test_the_one_of_a_group_is_chosen_for_the_whole_not_for_itself():
    """Alone the safe one adds most (9 against 8); beside another safe one the bold one does."""
    chances = [chance(110, 90, "one"), chance(180, 10, "one"), chance(110, 90, "other")]
    found = expected_value(chances, Decimal(100))
    assert found.weights == (None, Fraction(1, 10), Fraction(81, 100))


def test_very_many_groups_are_still_quick_and_counted_once_each():
    chances = [chance(100 + at, 30, f"group {at // 3}") for at in range(60)]
    found = expected_value(chances, Decimal(90))
    assert sum(weight is not None for weight in found.weights) == 20


@pytest.mark.parametrize("likelihood", [-1, 101])
def test_impossible_odds_are_an_error_with_a_name(likelihood):
    with pytest.raises(LikelihoodError):
        expected_value([chance(150, likelihood)], Decimal(120))


@given(chance_lists, money)
def test_the_chances_sum_to_one_and_explain_the_value(chances, fallback):
    found = expected_value(chances, fallback)
    weights = [weight or 0 for weight in found.weights]
    assert sum(weights) + found.chance_of_fallback == 1
    worked = sum(w * Fraction(c.value) for w, c in zip(weights, chances, strict=True))
    assert worked + found.chance_of_fallback * Fraction(fallback) == found.value
    assert Fraction(fallback) <= found.value <= max([fallback, *(c.value for c in chances)])


@given(chance_lists, money)
def test_the_value_is_the_mean_over_everything_that_can_happen(chances, fallback):
    mean = Fraction(0)
    for comes in product((True, False), repeat=len(chances)):
        odds = Fraction(1)
        for came, one in zip(comes, chances, strict=True):
            odds *= Fraction(one.likelihood if came else 100 - one.likelihood, 100)
        arrived = [Fraction(one.value) for came, one in zip(comes, chances, strict=True) if came]
        mean += odds * max([Fraction(fallback), *arrived])
    assert expected_value(chances, fallback).value == mean


grouped = st.builds(Chance, value=money, likelihood=percents, group=st.sampled_from(["", "a", "b"]))


@given(st.lists(grouped, max_size=6), money)
def test_a_shared_fate_never_adds_value_and_no_other_mix_beats_the_chosen(chances, fallback):
    found = expected_value(chances, fallback)
    alone = [Chance(value=c.value, likelihood=c.likelihood) for c in chances]
    assert found.value <= expected_value(alone, fallback).value
    counted = [c.group for c, w in zip(chances, found.weights, strict=True) if w is not None and c.group]
    assert len(counted) == len(set(counted))
    members = [[c for c in chances if c.group == group] or [None] for group in ("a", "b")]
    single = [c for c in chances if not c.group]
    for picked in product(*members):
        mix = [Chance(value=c.value, likelihood=c.likelihood) for c in (*single, *filter(None, picked))]
        assert expected_value(mix, fallback).value <= found.value


def test_an_offer_has_a_break_even_likelihood():
    assert break_even(Decimal(150), Decimal(120), Decimal(125)) == Fraction(1, 6)
    assert break_even(Decimal(150), Decimal(120), Decimal(120)) == 0
    assert break_even(Decimal(150), Decimal(120), Decimal(110)) == 0
    assert break_even(Decimal(150), Decimal(120), Decimal(150)) is None
    assert break_even(Decimal(110), Decimal(120), Decimal(125)) is None


@given(money, money, money)
def test_at_break_even_waiting_is_worth_the_offer(value, fallback, offer):
    odds = break_even(value, fallback, offer)
    if odds:
        found = expected_value([Chance(value=value, likelihood=odds * 100)], fallback)
        assert 0 < odds < 1
        assert found.value == Fraction(offer)
