"""Each part of an offer, year by year: allowances, commission, shares, options, match; leaving and scenarios."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.calc.terms import Certainty, Exit, Extra, Form, Payouts, Schedule
from offers.calc.valuation import Code, Rule, Scenario, valuation
from tests.offers.calc import samples
from tests.offers.calc.samples import offer

D = Decimal
G, L, M = Certainty
FRONT, BACK = (33, 33, 22, 12), (5, 15, 40, 40)


def lines(part, *, years=4, scenario=None, **terms):
    """The lines of one part."""
    found = valuation(offer(**({"base": 140_000} | terms), parts=(part,)), years, scenario or Scenario())
    return found.lines[3:]


def line(part, **more):
    return lines(part, **more)[0]


def vesting(*parts, cliff=0, cadence=12):
    return Schedule(parts=tuple(map(D, parts)), cliff=cliff, cadence=cadence)


@pytest.mark.parametrize(
    ("change", "a_year", "rule"),
    [
        ({}, 2_600, Rule.ALLOWANCE_HOUR),
        ({"period": "day", "quantity": D(2)}, 520, Rule.ALLOWANCE_DAY),
        ({"period": "week"}, 260, Rule.ALLOWANCE_WEEK),
        ({"period": "month"}, 60, Rule.ALLOWANCE_MONTH),
        ({"period": "year"}, 5, Rule.ALLOWANCE_YEAR),
        ({"quantity": None}, None, Rule.ALLOWANCE_HOUR),
        ({"amount": None}, None, Rule.ALLOWANCE_HOUR),
        ({"percent": D(50)}, 2_600, Rule.ALLOWANCE_HOUR),
    ],
)
def test_an_allowance_by_its_unit(change, a_year, rule):
    found = line(replace(samples.ALLOWANCE, **change))
    assert (found.amounts, found.rule, found.certainty) == ((a_year,) * 4, rule, L)


@pytest.mark.parametrize(
    ("change", "terms", "a_year", "rule"),
    [
        ({"quantity": D(12)}, {}, 4_680, Rule.ALLOWANCE_PERCENT_HOUR),
        ({"quantity": D(2), "period": "day"}, {}, 6_240, Rule.ALLOWANCE_PERCENT_DAY),
        ({"period": "week"}, {}, 15_600, Rule.ALLOWANCE_PERCENT),
        ({"period": "year"}, {"hours_week": None, "base": 62_400, "period": "year"}, 15_600, Rule.ALLOWANCE_PERCENT),
        ({"quantity": None}, {}, None, Rule.ALLOWANCE_PERCENT_HOUR),
        ({"period": "day"}, {"days_week": None}, None, Rule.ALLOWANCE_PERCENT_DAY),
    ],
)
def test_an_allowance_in_percent_of_the_hourly_base(change, terms, a_year, rule):
    nurse = {"base": 30, "period": "hour", "hours_week": D(40), "days_week": D(5)} | terms
    found = line(replace(samples.ALLOWANCE, amount=None, percent=D(25), **change), **nurse)
    assert (found.amounts, found.rule) == ((a_year,) * 4, rule)


def test_a_percent_of_base_grows_with_it():
    found = line(replace(samples.ALLOWANCE, amount=None, percent=D(10), period="year"), raise_percent=D(10), years=2)
    assert found.amounts == (14_000, 15_400)


def test_commission_paid_ninety_days_later():
    found = line(samples.COMMISSION)
    assert (found.code, found.amounts, found.certainty) == (Code.COMMISSION, (18_000, 24_000, 24_000, 24_000), L)


def test_a_draw_is_a_sure_line_of_its_own():
    draw, rest = lines(replace(samples.COMMISSION, draw=D(1_500), draw_months=D(6)))
    assert (draw.code, draw.certainty, draw.amounts) == (Code.DRAW, G, (9_000, 0, 0, 0))
    assert (rest.code, rest.certainty, rest.amounts) == (Code.COMMISSION, L, (13_500, 24_000, 24_000, 24_000))
    assert draw.part == rest.part == 0


def test_a_draw_is_sure_even_where_sales_are_not_known():
    draw, rest = lines(replace(samples.COMMISSION, attainment=None, draw=D(1_500), draw_months=D(6)))
    assert (draw.amounts, rest.amounts) == ((9_000, 0, 0, 0), (None,) * 4)
    draw, rest = lines(replace(samples.COMMISSION, draw=D(1_500)))
    assert (draw.amounts, rest.amounts) == ((None,) * 4, (None,) * 4)


def test_a_recoverable_draw_is_no_sure_pay():
    found = lines(replace(samples.COMMISSION, draw=D(3_000), draw_months=D(6), recoverable=True))
    assert [(one.code, one.amounts[:2]) for one in found] == [(Code.COMMISSION, (18_000, 24_000))]


@pytest.mark.parametrize(
    ("schedule", "years"),
    [
        (samples.CLIFF, (100_000,) * 4),
        (vesting(*FRONT), (132_000, 132_000, 88_000, 48_000)),
        (vesting(*BACK), (20_000, 60_000, 160_000, 160_000)),
        (vesting(50, 45), (None,) * 4),
        (None, (None,) * 4),
    ],
)
def test_shares_by_year(schedule, years):
    found = line(replace(samples.SHARES, schedule=schedule))
    assert (found.amounts, found.one_off, found.rule) == (years, True, Rule.SHARES_AMOUNT)


@pytest.mark.parametrize(
    ("schedule", "total"),
    [
        (samples.CLIFF, 150_000),
        (vesting(*FRONT, cliff=12, cadence=1), 198_000),
        (vesting(*BACK), 20_000),
    ],
)
def test_shares_of_somebody_who_leaves_at_month_18(schedule, total):
    assert sum(line(replace(samples.SHARES, schedule=schedule), scenario=Scenario(leave=18)).amounts) == total


@pytest.mark.parametrize(("stock", "year"), [(-50, 50_000), (0, 100_000), (50, 150_000)])
def test_shares_move_with_their_price(stock, year):
    found = line(replace(samples.SHARES, amount=None, count=D(4_000), price=D(100)), scenario=Scenario(stock=D(stock)))
    assert (found.amounts, found.rule) == ((year,) * 4, Rule.SHARES_COUNT)


@pytest.mark.parametrize(
    ("change", "form", "certainty", "counted"),
    [
        ({}, Form.LIQUID, L, True),
        ({"liquid": False}, Form.ILLIQUID, M, False),
        ({"liquid": None}, Form.ILLIQUID, M, False),
        ({"double_trigger": True}, Form.ILLIQUID, M, False),
    ],
)
def test_shares_that_nobody_may_be_able_to_sell_are_not_counted(change, form, certainty, counted):
    terms = offer(140_000, parts=(replace(samples.SHARES, **change),))
    found = valuation(terms)
    shares = found.lines[3]
    assert (shares.form, shares.certainty, shares.counted) == (form, certainty, counted)
    assert found.not_counted == (() if counted else (shares,))
    assert found.years[0].maybe == (240_000 if counted else 140_000)
    assert valuation(terms, scenario=Scenario(count_illiquid=True)).years[0].maybe == 240_000


def test_shares_that_may_end_as_nothing_count_with_their_mean():
    part = replace(samples.SHARES, liquid=False, nothing_odds=D(70))
    assert line(part).amounts == (30_000,) * 4
    assert line(replace(part, nothing_odds=D(170))).amounts == (None,) * 4


def test_refreshers_add_a_quarter_more_each_year():
    terms = offer(0, parts=(samples.SHARES, samples.REFRESHER))
    assert [year.likely for year in valuation(terms).years] == [100_000, 112_500, 125_000, 137_500]
    hoped = replace(samples.REFRESHER, promised=False)
    assert [line(part).certainty for part in (samples.REFRESHER, hoped)] == [L, M]
    assert line(replace(samples.REFRESHER, liquid=None)).counted is False


def test_options_are_their_mean_by_the_schedule_and_counted_only_if_switched_on():
    found = line(samples.OPTIONS)
    assert round(sum(found.amounts)) == 107_372
    assert (found.form, found.certainty, found.counted) == (Form.ILLIQUID, M, False)
    terms = offer(0, parts=(samples.OPTIONS,))
    assert [round(valuation(terms, scenario=Scenario(count_illiquid=on)).total(M)) for on in (False, True)] == [
        0,
        107_372,
    ]


@pytest.mark.parametrize("change", [{"exits": ()}, {"exits": (Exit(value=D(5), odds=D(60)),)}, {"strike": None}])
def test_options_that_cannot_be_worked_out_are_not_known_and_the_rest_still_counts(change):
    terms = offer(140_000, parts=(replace(samples.OPTIONS, **change), samples.EXTRA))
    found = valuation(terms, scenario=Scenario(count_illiquid=True))
    assert found.lines[3].amounts == (None,) * 4
    assert found.years[0].maybe == 141_300


def test_a_purchase_plan_gains_its_discount():
    found = line(samples.PURCHASE)
    assert [round(amount, 1) for amount in found.amounts] == [D("1764.7")] * 4
    assert (found.form, found.certainty, found.one_off) == (Form.LIQUID, L, False)
    assert line(replace(samples.PURCHASE, discount=D(100))).amounts == (None,) * 4


@pytest.mark.parametrize(("own", "a_year"), [(8, 4_200), (4, 2_800), (0, 0)])
def test_the_match_is_of_ones_own_part_up_to_a_cap(own, a_year):
    found = line(replace(samples.MATCH, own_percent=D(own)))
    assert (found.amounts, found.form, found.certainty) == ((a_year,) * 4, Form.LOCKED, G)


@pytest.mark.parametrize(("leave", "kept"), [(23, 0), (24, 8_400), (30, 10_500)])
def test_the_match_is_lost_by_somebody_who_leaves_early(leave, kept):
    assert sum(line(samples.MATCH, scenario=Scenario(leave=leave)).amounts) == kept


@pytest.mark.parametrize(
    ("leave", "kept"), [(0, 0), (1, 0), (23, 0), (24, 9_000), (48, 9_000), (49, 9_000), (None, 9_000)]
)
def test_the_sign_on_by_month_of_leaving(leave, kept):
    terms = offer(sign_on=D(9_000), clawback_months=D(24))
    assert valuation(terms, scenario=Scenario(leave=leave)).lines[2].amounts == (kept, 0, 0, 0)


@pytest.mark.parametrize(("leave", "kept"), [(24, 0), (25, 500), (30, 3_000), (36, 6_000), (40, 6_000), (None, 6_000)])
def test_a_single_payment_by_month_of_leaving(leave, kept):
    stay = Extra(label="Stay", amount=D(6_000), every="once", year=3, clawback_months=D(12), clawback="pro_rata")
    assert line(stay, scenario=Scenario(leave=leave)).amounts == (0, 0, kept, 0)


def test_a_payment_of_a_year_that_is_not_begun_never_comes():
    stay = Extra(label="Stay", amount=D(6_000), every="once", year=3)
    found = [line(stay, scenario=Scenario(leave=leave)).amounts[2] for leave in (24, 25)]
    assert found == [0, 6_000]


def test_leaving_with_the_last_month_gives_back_and_after_it_is_not_looked_at():
    terms = offer(sign_on=D(9_000), clawback_months=D(60))
    assert [valuation(terms, scenario=Scenario(leave=leave)).lines[2].amounts[0] for leave in (48, 49)] == [0, 9_000]


def test_leaving_at_month_18_ends_pay_by_the_month_and_loses_the_bonus_of_the_year_begun():
    terms = offer(120_000, raise_percent=D(10), bonus_target_percent=D(10), parts=(samples.EXTRA,))
    found = valuation(terms, scenario=Scenario(leave=18))
    assert [one.amounts for one in found.lines if one.code is not Code.SIGN_ON] == [
        (120_000, 66_000, 0, 0),
        (12_000, 0, 0, 0),
        (1_300, 650, 0, 0),
    ]


@pytest.mark.parametrize(("leave", "known"), [(11, False), (12, True), (None, True)])
def test_pay_an_hour_is_of_a_full_first_year(leave, known):
    found = valuation(offer(83_200, hours_week=D(40)), scenario=Scenario(leave=leave))
    assert found.per_hour == (40 if known else None)


@pytest.mark.parametrize(("case", "bonus"), [("expected", 18_060), ("none", 0), ("target", 21_000), ("most", 25_200)])
def test_the_bonus_by_scenario(case, bonus):
    odds = Payouts(nothing=D(20), target=D(50), most=D(30), most_percent=D(120))
    found = valuation(offer(140_000, bonus_target_percent=D(15), payouts=odds), scenario=Scenario(bonus=case))
    assert found.lines[1].amounts == (bonus,) * 4
    assert found.bonus == 21_000
