"""Scenarios that differ, what leaving costs, a price that moves, and paper never as a lone mean."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.money import quantize
from offers.calc.equity import EVEN
from offers.calc.terms import (
    Certainty,
    Exit,
    Extra,
    Match,
    OfferTerms,
    Options,
    Payouts,
    Refresher,
    Schedule,
    Shares,
)
from offers.calc.valuation import Code, Scenario, valuation
from offers.calc.what_if import Lost, Path, leaving, paper, paths, scenarios

D = Decimal
G, L, M = Certainty
TERMS = OfferTerms(
    name="North", currency="USD", basis="gross", base=D(100_000), period="year", bonus_target_percent=D(10),
    bonus_likelihood=L, sign_on=D(0), raise_percent=D(0),
)  # fmt: skip
CLIFF = replace(EVEN, cliff=12)
SHARES = Shares(label="Grant", amount=D(400_000), count=None, price=None, schedule=CLIFF, liquid=True)
OPTIONS = Options(
    label="Options", count=D(20_000), percent=None, diluted=D(10_000_000), strike=D(2), last_price=D(3),
    preference=D(40_000_000), preferred_percent=D(35), rounds=2, dilution=D(20), schedule=CLIFF,
    exits=tuple(
        Exit(value=D(value) * 1_000_000, odds=D(odds)) for value, odds in ((20, 60), (80, 25), (300, 12), (1_500, 3))
    ),
)  # fmt: skip


def by_name(cases):
    return {(one.scenario.stock, one.scenario.bonus): one.total for one in cases}


def test_the_scenarios_are_the_prices_by_the_bonuses():
    found = scenarios(replace(TERMS, parts=(SHARES,), payouts=Payouts(most_percent=D(150))))
    assert by_name(found) == {
        (-50, "none"): 600_000, (-50, "target"): 640_000, (-50, "most"): 660_000,
        (0, "none"): 800_000, (0, "target"): 840_000, (0, "most"): 860_000,
        (50, "none"): 1_000_000, (50, "target"): 1_040_000, (50, "most"): 1_060_000,
    }  # fmt: skip
    assert [one.first_year for one in found[:3]] == [150_000, 160_000, 165_000]


def test_a_scenario_that_changes_nothing_is_left_out():
    assert by_name(scenarios(TERMS)) == {(0, "none"): 400_000, (0, "target"): 440_000}
    bare = replace(TERMS, bonus_target_percent=D(0), parts=(SHARES,))
    assert by_name(scenarios(bare)) == {
        (-50, "expected"): 600_000,
        (0, "expected"): 800_000,
        (50, "expected"): 1_000_000,
    }
    assert by_name(scenarios(replace(bare, parts=()))) == {(0, "expected"): 400_000}


def test_scenarios_without_base_are_one_that_is_not_known():
    (only,) = scenarios(replace(TERMS, base=None))
    assert (only.first_year, only.total, only.scenario) == (None, None, Scenario())


def test_a_price_of_shares_nobody_can_sell_moves_nothing_until_they_are_counted():
    private = replace(TERMS, parts=(replace(SHARES, liquid=False),), bonus_target_percent=D(0))
    assert len(scenarios(private)) == 1
    counted = scenarios(private, count_illiquid=True, years=1)
    assert [one.total for one in counted] == [150_000, 200_000, 250_000]


def lost(terms, month):
    (found,) = leaving(terms, [month])
    return found.total, {one.code: one.amount for one in found.lost}


def test_leaving_at_month_18_keeps_what_has_come_and_loses_the_rest():
    total, gone = lost(replace(TERMS, parts=(SHARES,)), 18)
    assert total == 150_000 + 10_000 + 150_000
    assert gone == {Code.BONUS: 10_000, Code.SHARES: 250_000}
    front = Schedule(parts=(D(33), D(33), D(22), D(12)), cliff=12)
    assert lost(replace(TERMS, parts=(replace(SHARES, schedule=front),)), 18)[1][Code.SHARES] == 202_000
    back = Schedule(parts=(D(5), D(15), D(40), D(40)), cadence=12)
    assert lost(replace(TERMS, parts=(replace(SHARES, schedule=back),)), 18)[1][Code.SHARES] == 380_000


@pytest.mark.parametrize(("repay", "given_back"), [("full", [20_000, 20_000, 0]), ("pro_rata", [10_000, 5_000, 0])])
def test_a_sign_on_is_given_back_by_the_month_of_leaving(repay, given_back):
    terms = replace(TERMS, sign_on=D(20_000), clawback_months=D(24), clawback=repay, bonus_target_percent=D(0))
    found = leaving(terms, (12, 18, 24))
    assert [sum(one.amount for one in way.lost) for way in found] == given_back
    kept = [20_000 - back for back in given_back]
    assert [way.total for way in found] == [100_000 + kept[0], 150_000 + kept[1], 200_000 + kept[2]]


def test_a_sign_on_that_may_have_to_be_given_back_is_not_known():
    (found,) = leaving(replace(TERMS, sign_on=D(20_000), bonus_target_percent=D(0)), [12])
    assert found.lost == (Lost(code=Code.SIGN_ON, label="", amount=None, counted=True),)


def test_a_match_is_lost_before_its_month_and_kept_from_it_on():
    match = Match(label="", percent=D(50), cap_percent=D(6), own_percent=D(8), vest_months=D(36))
    terms = replace(TERMS, parts=(match,))
    assert lost(terms, 12) == (110_000, {Code.MATCH: 3_000})
    assert lost(terms, 36) == (330_000 + 9_000, {})


def test_a_match_without_its_month_is_not_known_to_be_kept():
    match = Match(label="", percent=D(50), cap_percent=D(6), own_percent=D(8), vest_months=None)
    assert lost(replace(TERMS, parts=(match,)), 12) == (113_000, {Code.MATCH: None})


def test_leaving_on_the_first_day_brings_nothing_and_loses_nothing_that_was_granted():
    terms = replace(TERMS, parts=(Refresher(label="", amount=D(50_000), promised=True, liquid=True),))
    assert lost(terms, 0) == (0, {Code.BONUS: 10_000})


def test_of_further_grants_what_was_granted_is_lost():
    terms = replace(TERMS, parts=(Refresher(label="", amount=D(50_000), promised=True, liquid=True),))
    assert [lost(terms, month)[1].get(Code.REFRESHER) for month in (12, 24, 30)] == [None, 37_500, 75_000]


def test_money_for_staying_is_lost_by_leaving_before_it():
    terms = replace(TERMS, parts=(Extra(label="Stay", amount=D(8_000), every="once", year=3),))
    assert [lost(terms, month)[1].get(Code.EXTRA) for month in (12, 24, 36)] == [8_000, 8_000, None]
    blank = replace(TERMS, parts=(Extra(label="Stay", amount=None, every="once", year=3),))
    assert lost(blank, 12) == (110_000, {Code.EXTRA: None})


def test_leaving_is_looked_at_after_one_two_and_three_years_and_loses_the_bonus_of_a_year_begun():
    assert [way.month for way in leaving(TERMS)] == [12, 24, 36]
    rising = replace(TERMS, raise_percent=D(10))
    assert [lost(rising, month)[1].get(Code.BONUS) for month in (6, 12, 13, 24, 25)] == [
        10_000,
        None,
        11_000,
        None,
        12_100,
    ]


def test_a_schedule_longer_than_four_years_is_looked_at_to_its_end():
    five = Schedule(parts=(D(20),) * 5)
    assert lost(replace(TERMS, parts=(replace(SHARES, schedule=five),)), 12)[1][Code.SHARES] == 320_000
    late = Schedule(parts=(D(100),), cliff=60)
    assert lost(replace(TERMS, parts=(replace(SHARES, schedule=late),)), 12)[1][Code.SHARES] == 400_000


def test_without_base_leaving_has_no_total():
    assert lost(replace(TERMS, base=None), 12)[0] is None


def test_the_path_of_what_comes_each_year():
    found = paths(replace(SHARES, growth=D(5), swing=D(40)))
    assert [path.year for path in found] == [1, 2, 3, 4]
    first = found[0]
    assert [quantize(end, "JPY") for end in (first.low, first.middle, first.high)] == [58_122, 97_045, 162_032]
    assert all(path.low < path.middle < path.high for path in found)
    still = paths(replace(SHARES, growth=D(0), swing=D(0)), years=1)
    assert still == (Path(year=1, low=D(100_000), middle=D(100_000), high=D(100_000)),)


@pytest.mark.parametrize(
    "blank",
    [{"growth": None}, {"swing": None}, {"amount": None}, {"schedule": None}, {"schedule": Schedule(parts=(D(95),))}],
    ids=str,
)
def test_without_all_it_needs_there_is_no_path(blank):
    assert paths(replace(SHARES, **{"growth": D(5), "swing": D(40), **blank})) is None


def test_paper_shows_the_median_and_the_odds_of_nothing_beside_the_mean():
    private = replace(SHARES, liquid=False, nothing_odds=D(70))
    options, shares = paper(valuation(replace(TERMS, parts=(OPTIONS, private, SHARES))))
    assert (options.code, options.label, options.paper) == (Code.OPTIONS, "Options", 20_000)
    assert (quantize(options.mean, "JPY"), options.median, options.nothing_odds) == (107_372, 0, 60)
    assert (len(options.outcomes), options.under_water) == (4, False)
    assert (shares.paper, shares.mean, shares.median, shares.nothing_odds) == (400_000, 120_000, 0, 70)


def test_paper_with_odds_that_cannot_be_used_is_not_known():
    wrong = replace(OPTIONS, exits=OPTIONS.exits[1:])
    never = replace(SHARES, liquid=False, nothing_odds=D(170))
    further = Refresher(label="", amount=D(50_000), promised=False, liquid=None)
    found = paper(valuation(replace(TERMS, parts=(wrong, never, further))))
    assert [(one.mean, one.median, one.nothing_odds) for one in found] == [(None, None, None)] * 3
    assert [one.paper for one in found] == [20_000, 400_000, 75_000]


money = st.decimals(min_value=0, max_value=10**8, places=2)
months = st.integers(min_value=1, max_value=60)


@given(money, money, money, months, st.sampled_from(["full", "pro_rata"]), st.integers(min_value=1, max_value=40))
def test_staying_a_month_longer_never_brings_less(base, sign_on, amount, month, repay, back):
    terms = replace(
        TERMS, base=base, sign_on=sign_on, clawback=repay, clawback_months=D(back),
        parts=(replace(SHARES, amount=amount), Match(label="", percent=D(50), cap_percent=D(6), own_percent=D(4),
               vest_months=D(24))),
    )  # fmt: skip
    sooner, later = leaving(terms, (month, month + 1))
    assert sooner.total <= later.total + D("1e-9")
    assert all(one.amount >= 0 for way in (sooner, later) for one in way.lost)


@given(st.none() | st.decimals(min_value=0, max_value=100, places=1), st.sampled_from([None, D(2)]), st.booleans())
def test_there_is_never_a_lone_mean(odds, strike, liquid):
    private = replace(SHARES, liquid=liquid, nothing_odds=odds)
    for one in paper(valuation(replace(TERMS, parts=(private, replace(OPTIONS, strike=strike))))):
        assert (one.mean is None) == (one.median is None)
        assert one.mean is None or one.nothing_odds is not None
