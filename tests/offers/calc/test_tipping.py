"""What would have to change in money: more base, the month in which the lead turns, leads that are too close."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offers.calc.exchange import exchanged
from offers.calc.lines import Scenario
from offers.calc.terms import Certainty, Extra
from offers.calc.tipping import by_month, close, crossing, more_base
from offers.calc.valuation import LEVELS, valuation
from tests.offers.calc.samples import ALLOWANCE, CLIFF, EVERY_KIND, MATCH, OPTIONS, SHARES, offer, offers
from tests.offers.calc.test_valuation_properties import scenarios

D = Decimal
G, L, M = Certainty
NEAR = D("1e-20")


def same(one, other):
    """Equal to 20 digits."""
    return abs(one - other) <= max(abs(one), abs(other)) * NEAR


def test_more_base_a_year_for_four_years():
    assert more_base(valuation(offer(100)), D(20), G) == 5
    assert more_base(valuation(offer(100)), D(-20), G) == -5
    assert more_base(valuation(offer(100)), D(0), G) == 0


@pytest.mark.parametrize(
    ("terms", "level", "more"),
    [
        ({"period": "month", "payments": 13}, G, D(100) / 13),
        ({"period": "hour", "hours_week": D(40)}, G, D(100) / 2080),
        ({"bonus_target_percent": D(25), "bonus_likelihood": L}, G, 100),
        ({"bonus_target_percent": D(25), "bonus_likelihood": L}, L, 80),
        ({"bonus_amount": D(25), "bonus_likelihood": L}, L, 100),
        ({"parts": (MATCH,)}, G, D(100) / D("1.03")),
    ],
)
def test_what_follows_from_base_comes_on_top(terms, level, more):
    assert same(more_base(valuation(offer(100, **terms)), D(400), level), more)


def test_no_base_says_nothing_and_leaving_at_once_pays_none():
    assert more_base(valuation(offer(None)), D(20), G) is None
    assert more_base(valuation(offer(100), scenario=Scenario(leave=0)), D(20), G) is None


def test_years_and_scenario_stay():
    assert more_base(valuation(offer(100), 2), D(20), G) == 10
    assert more_base(valuation(offer(100), scenario=Scenario(leave=6)), D(20), G) == 40


def test_more_base_is_in_the_currency_of_the_offer():
    worth = valuation(offer(0, bonus_amount=D(10)))
    assert more_base(exchanged(worth, "EUR", D(3)), D(20), M) == more_base(worth, D(20), M) == 5


def test_month_by_month():
    found = by_month(offer(1200, sign_on=D(50), bonus_amount=D(12), bonus_likelihood=L), Scenario())
    assert [len(found[level]) for level in LEVELS] == [48] * 3
    assert found[G][:3] == (150, 250, 350)
    assert [found[L][at] - found[G][at] for at in (0, 10, 11, 22, 23)] == [0, 0, 12, 12, 24]
    assert found[M] == found[L]


def test_a_single_payment_comes_in_the_first_month_of_its_year():
    later = Extra(label="Stay", amount=D(30), every="once", year=2)
    assert by_month(offer(0, parts=(later,)))[G][11:14] == (0, 30, 30)


def test_a_grant_comes_by_its_schedule():
    found = by_month(offer(0, parts=(replace(SHARES, amount=D(480), schedule=CLIFF),)))[L]
    assert (found[10], found[11], found[12], found[47]) == (0, 120, 130, 480)


def test_after_leaving_nothing_more_is_paid():
    terms = offer(1200, sign_on=D(50), clawback_months=D(20), clawback="pro_rata")
    found = by_month(terms, Scenario(leave=10), 24)[G]
    assert (found[0], found[9], found[10], found[23]) == (125, 1025, 1025, 1025)
    assert set(by_month(terms, Scenario(leave=0))[M]) == {0}


def test_a_rate_puts_it_into_another_currency():
    assert by_month(offer(1200), months=2, rate=D("0.5"))[G] == (50, 100)


def test_without_base_no_month_is_known():
    assert by_month(offer(None)) == {G: (), L: (), M: ()}


def test_what_nobody_may_be_able_to_sell_counts_where_it_is_switched_on():
    terms = offer(0, parts=(OPTIONS,))
    assert by_month(terms)[M][-1] == 0
    assert by_month(terms, Scenario(count_illiquid=True))[M][-1] > 0


@pytest.mark.parametrize(("scenario", "months"), [(Scenario(), 0), (Scenario(leave=-1), 48)])
def test_no_months_before_the_start(scenario, months):
    with pytest.raises(ValueError):
        by_month(offer(100), scenario, months)


def test_every_kind_of_part_by_the_month():
    terms = offer(140_000, parts=(*EVERY_KIND, replace(ALLOWANCE, amount=None, percent=D(10))), hours_week=D(40))
    found, worth = by_month(terms), valuation(terms)
    for level in LEVELS:
        assert all(same(found[level][12 * at + 11], paid) for at, paid in enumerate(worth.cumulative(level)))


@pytest.mark.parametrize(
    ("one", "other", "month"),
    [
        ((10, 20, 30), (25, 30, 31), None),
        ((10, 20, 32), (25, 30, 31), 3),
        ((10, 20, 32), (10, 19, 31), 2),
        ((10, 20, 32), (9, 21, 31), 3),
        ((10, 20, 30), (15, 20, 30), None),
        ((10, 20, D("30.0000001")), (15, 20, 30), None),
        ((), (), None),
    ],
)
def test_the_month_from_which_the_one_ahead_at_the_end_stays_ahead(one, other, month):
    assert crossing(one, other) == crossing(other, one) == month


def test_a_sign_on_leads_until_better_pay_has_caught_up():
    signed, better = by_month(offer(1200, sign_on=D(100)))[G], by_month(offer(1320))[G]
    assert crossing(signed, better) == 11
    assert signed[9] == better[9]


def test_series_of_two_lengths_are_a_mistake():
    with pytest.raises(ValueError, match="zip"):
        crossing((D(1),), (D(1), D(2)))


@pytest.mark.parametrize(
    ("best", "second", "too_close"),
    [(100, 98, False), (100, D("98.01"), True), (98, 100, False), (0, 0, True), (100, 100, True), (1, 0, False)],
)
def test_less_than_two_in_a_hundred_is_too_close(best, second, too_close):
    assert close(D(best), D(second)) is too_close


def test_another_share_of_the_total():
    assert close(D(100), D(96), D("0.05"))
    assert not close(D(100), D(95), D("0.05"))


@settings(deadline=None)
@given(offers, scenarios, st.integers(1, 10**6), st.integers(1, 5), st.sampled_from(LEVELS))
def test_with_that_base_the_total_is_as_wanted(terms, scenario, by, years, level):
    worth = valuation(terms, years, scenario)
    more = more_base(worth, D(by), level)
    if more is None:  # nobody is paid the first base: who leaves at once, or is on the next step from the start
        assert valuation(replace(terms, base=terms.base + by), years, scenario).total(level) == worth.total(level)
    else:
        raised = valuation(replace(terms, base=terms.base + more), years, scenario)
        assert same(raised.total(level), worth.total(level) + by)


@settings(deadline=None)
@given(offers, scenarios, st.sampled_from([12, 48, 60]))
def test_at_the_end_of_each_year_it_is_what_the_years_add_up_to(terms, scenario, months):
    found, worth = by_month(terms, scenario, months), valuation(terms, months // 12, scenario)
    for level in LEVELS:
        assert len(found[level]) == months
        assert all(one <= other for one, other in pairwise(found[level]))
        assert all(same(found[level][12 * at + 11], paid) for at, paid in enumerate(worth.cumulative(level)))


@settings(deadline=None)
@given(offers, scenarios, st.integers(1, 40))
def test_fewer_months_are_the_first_of_more(terms, scenario, months):
    staying = replace(scenario, leave=None)
    assert by_month(terms, staying, months)[M] == by_month(terms, staying, 48)[M][:months]


series = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12)


@settings(deadline=None)
@given(series)
def test_a_crossing_is_the_last_one(months):
    one, other = zip(*months, strict=True)
    found = crossing(one, other)
    leads = [left - right for left, right in months]
    ahead = [lead * (1 if leads[-1] > 0 else -1) > 0 for lead in leads]
    if found is None:
        assert leads[-1] == 0 or all(ahead)
    else:
        assert 1 < found <= len(months)
        assert all(ahead[found - 1 :])
        assert not ahead[found - 2]
