"""An offer year by year: by how sure each payment is, one-off never averaged, blanks never zero."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.calc.pay import Certainty, Extra, OfferTerms
from offers.calc.terms import Form, Match
from offers.calc.valuation import Code, Cost, Input, Rule, Scenario, Split, valuation
from tests.offers.calc import samples

D = Decimal
G, L, M = Certainty
TERMS = OfferTerms(
    name="North",
    currency="USD",
    basis="gross",
    base=D(3_000),
    period="month",
    payments=14,
    hours_week=D(40),
    bonus_target_percent=D(10),
    bonus_likelihood=L,
    sign_on=D(5_000),
    parts=(
        Extra(label="Meals", amount=D(1_300), every="year"),
        Extra(label="Move", amount=D(2_000), every="once", year=1, certainty=L),
        Extra(label="Stay", amount=D(8_000), every="once", year=3, certainty=M),
    ),
)


def test_every_year_has_its_own_pay():
    found = valuation(TERMS)
    assert (found.base, found.bonus) == (42_000, 4_200)
    assert [year.guaranteed for year in found.years] == [48_300, 43_300, 43_300, 43_300]
    assert [year.likely for year in found.years] == [54_500, 47_500, 47_500, 47_500]
    assert [year.maybe for year in found.years] == [54_500, 47_500, 55_500, 47_500]
    assert [found.total(level) for level in (G, L, M)] == [178_200, 197_000, 205_000]


def test_what_comes_once_is_kept_apart_in_its_own_year():
    first, second, third, _ = valuation(TERMS).years
    assert first.one_off == Split(guaranteed=D(5_000), likely=D(2_000))
    assert (second.one_off, third.one_off) == (Split(), Split(maybe=D(8_000)))
    assert first.recurring == third.recurring == Split(guaranteed=D(43_300), likely=D(4_200))


def test_the_lines_hold_the_working():
    lines = valuation(TERMS, years=3).lines
    assert [(line.code, line.label, line.certainty, line.one_off) for line in lines] == [
        (Code.BASE, "", G, False),
        (Code.BONUS, "", L, False),
        (Code.SIGN_ON, "", G, True),
        (Code.EXTRA, "Meals", G, False),
        (Code.EXTRA, "Move", L, True),
        (Code.EXTRA, "Stay", M, True),
    ]
    assert [line.amounts for line in lines[2:]] == [
        (5_000, 0, 0),
        (1_300, 1_300, 1_300),
        (2_000, 0, 0),
        (0, 0, 8_000),
    ]


def test_pay_an_hour_is_of_what_is_guaranteed_every_year():
    assert valuation(replace(TERMS, parts=(), payments=12, base=D(7_800))).per_hour == 45
    assert valuation(replace(TERMS, hours_week=None)).per_hour is None


def test_a_bonus_without_certainty_counts_as_maybe():
    found = valuation(replace(TERMS, bonus_likelihood=None))
    assert found.years[1].recurring == Split(guaranteed=D(43_300), maybe=D(4_200))
    assert "bonus_likelihood" in found.unknown


def test_a_blank_is_named_and_in_no_sum():
    blank = Extra(label="Car", amount=None, every="year")
    found = valuation(replace(TERMS, sign_on=None, bonus_target_percent=None, parts=(blank,)))
    assert {"bonus", "sign_on", "part:0:amount"} < set(found.unknown)
    assert [line.amounts[0] for line in found.lines] == [42_000, None, None, None]
    assert found.lines[2].amounts == (None, 0, 0, 0)
    assert [year.maybe for year in found.years] == [42_000] * 4


def test_without_base_there_is_no_total():
    found = valuation(replace(TERMS, base=None))
    assert (found.base, found.bonus, found.years, found.per_hour) == (None, None, (), None)
    assert found.total(G) is None
    assert found.lines[0].amounts == (None,) * 4
    assert "base" in found.unknown


def test_at_least_one_year_and_nobody_leaves_before_the_start():
    with pytest.raises(ValueError, match="years"):
        valuation(TERMS, years=0)
    with pytest.raises(ValueError, match="before the start"):
        valuation(TERMS, scenario=Scenario(leave=-1))


def test_the_years_add_up_one_after_the_other():
    assert valuation(TERMS).cumulative(G) == (48_300, 91_600, 134_900, 178_200)
    assert valuation(replace(TERMS, base=None)).cumulative(G) == ()


def test_a_year_by_what_it_is_paid_in():
    match = Match(label="Match", percent=D(50), cap_percent=D(6), own_percent=D(8), vest_months=D(0))
    lunch = Extra(label="Lunch", amount=D(900), every="year", form=Form.IN_KIND)
    found = valuation(samples.offer(140_000, bonus_amount=D(9), parts=(match, lunch, samples.SHARES, samples.OPTIONS)))
    assert found.by_form(1) == {
        Form.CASH: 140_009,
        Form.LOCKED: 4_200,
        Form.LIQUID: 100_000,
        Form.ILLIQUID: 0,
        Form.IN_KIND: 900,
    }
    assert all(sum(found.by_form(year.year).values()) == year.maybe for year in found.years)


def test_what_one_pays_oneself_is_a_cost_and_in_no_sum():
    plan = Extra(label="Health plan", amount=D(6_000), every="year", premium=D(150), form=Form.IN_KIND)
    found = valuation(samples.offer(parts=(samples.EXTRA, plan), commute_cost=D(80)))
    assert found.costs == (
        Cost(code="premium", label="Health plan", a_year=D(1_800), part=1),
        Cost(code="commute", label="", a_year=D(960)),
    )
    assert found.years[0].guaranteed == 100 + 1_300 + 6_000
    assert valuation(samples.offer(commute_days=D(3))).costs == (Cost(code="commute", label="", a_year=None),)
    assert valuation(samples.offer()).costs == ()


@pytest.mark.parametrize(
    ("change", "rule", "given"),
    [
        ({}, Rule.BASE_MONTH, {"base": 3_000, "payments": 14}),
        ({"period": "hour"}, Rule.BASE_HOUR, {"base": 3_000, "hours_week": 40}),
        ({"period": "day", "days_week": D(5)}, Rule.BASE_DAY, {"base": 3_000, "days_week": 5}),
        ({"period": "week"}, Rule.BASE_WEEK, {"base": 3_000}),
        ({"period": "year", "next_base": D(4)}, Rule.BASE_YEAR, {"base": 3_000}),
        ({"period": "year", "raise_percent": D(3)}, Rule.BASE_YEAR, {"base": 3_000, "raise_percent": 3}),
        (
            {"period": "year", "next_base": D(4), "next_months": D(5)},
            Rule.BASE_YEAR,
            {"base": 3_000, "next_base": 4, "next_months": 5},
        ),
    ],
)
def test_base_says_what_it_is_worked_out_from(change, rule, given):
    line = valuation(replace(TERMS, **change)).lines[0]
    assert (line.rule, {one.name: one.value for one in line.inputs}) == (rule, given)


ODDS = samples.Payouts(nothing=D(20), target=D(50), most=D(30), most_percent=D(120))
OF_BASE = {"base_a_year": 42_000, "bonus_target_percent": 10}


@pytest.mark.parametrize(
    ("change", "case", "rule", "given"),
    [
        ({}, "expected", Rule.BONUS_PERCENT, OF_BASE),
        ({}, "none", Rule.BONUS_NONE, OF_BASE),
        ({}, "most", Rule.BONUS_PERCENT, OF_BASE),
        ({"bonus_amount": D(7)}, "target", Rule.BONUS_AMOUNT, {"bonus_amount": 7}),
        ({"bonus_target_percent": None}, "expected", Rule.BONUS_AMOUNT, {"bonus_amount": None}),
        ({"payouts": ODDS}, "most", Rule.BONUS_MOST, OF_BASE | {"most_percent": 120}),
        ({"payouts": ODDS}, "target", Rule.BONUS_PERCENT, OF_BASE),
        (
            {"payouts": ODDS, "first_months": D(6)},
            "expected",
            Rule.BONUS_PAYOUTS,
            OF_BASE | {"nothing": 20, "target": 50, "most": 30, "most_percent": 120, "first_months": 6},
        ),
    ],
)
def test_a_bonus_says_what_it_is_worked_out_from(change, case, rule, given):
    line = valuation(replace(TERMS, **change), scenario=Scenario(bonus=case)).lines[1]
    assert (line.rule, {one.name: one.value for one in line.inputs}) == (rule, given)


def test_leaving_is_one_of_the_inputs():
    leaving = Input(name="leave", value=18, unit="months")
    assert all(line.inputs[-1] == leaving for line in valuation(TERMS, scenario=Scenario(leave=18)).lines)


def test_a_sign_on_says_when_it_is_given_back():
    line = valuation(replace(TERMS, clawback_months=D(24), clawback="pro_rata")).lines[2]
    assert [(one.name, one.value) for one in line.inputs] == [
        ("sign_on", 5_000),
        ("clawback_months", 24),
        ("clawback", "pro_rata"),
    ]
