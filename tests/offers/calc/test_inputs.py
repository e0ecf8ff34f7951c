"""What each line says it was worked out from, as its working is shown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.calc.terms import Extra, Schedule
from offers.calc.valuation import Rule, Scenario, valuation
from tests.offers.calc import samples

D = Decimal
GRANT = {"schedule": "25/25/25/25", "cliff": 12, "cadence": 1}
NIGHTS = replace(samples.ALLOWANCE, amount=None, percent=D(25))
SOLD = {"attainment": 100, "delay_months": 3}
OPTIONS = {
    "count": 20_000,
    "percent": None,
    "diluted": 10_000_000,
    "strike": 2,
    "preference": 40_000_000,
    "preferred_percent": 35,
    "rounds": 2,
    "dilution": 20,
}
STAY = Extra(label="Stay", amount=D(9), every="once", year=2, clawback_months=D(6))


def made(part, **scenario):
    terms = samples.offer(62_400, hours_week=D(40), days_week=D(5), parts=(part,))
    return valuation(terms, scenario=Scenario(**scenario)).lines[3:]


@pytest.mark.parametrize(
    ("part", "rule", "given"),
    [
        (samples.EXTRA, Rule.EXTRA_YEAR, {"amount": 1_300}),
        (STAY, Rule.EXTRA_ONCE, {"amount": 9, "year": 2, "clawback_months": 6, "clawback": "full"}),
        (samples.ALLOWANCE, Rule.ALLOWANCE_HOUR, {"amount": 5, "quantity": 10}),
        (replace(samples.ALLOWANCE, period="week"), Rule.ALLOWANCE_WEEK, {"amount": 5}),
        (
            NIGHTS,
            Rule.ALLOWANCE_PERCENT_HOUR,
            {"percent": 25, "base_a_year": 62_400, "quantity": 10, "hours_week": 40},
        ),
        (
            replace(NIGHTS, period="day"),
            Rule.ALLOWANCE_PERCENT_DAY,
            {"percent": 25, "base_a_year": 62_400, "quantity": 10, "days_week": 5},
        ),
        (replace(NIGHTS, period="month"), Rule.ALLOWANCE_PERCENT, {"percent": 25, "base_a_year": 62_400}),
        (samples.COMMISSION, Rule.COMMISSION_AMOUNT, {"amount": 2_000} | SOLD),
        (
            replace(samples.COMMISSION, amount=None, percent=D(5), quota=D(8), ramp_months=D(2), ramp_percent=D(0)),
            Rule.COMMISSION_PERCENT,
            {"percent": 5, "quota": 8, "ramp_months": 2, "ramp_percent": 0} | SOLD,
        ),
        (
            replace(samples.COMMISSION, draw=D(9), draw_months=D(2), recoverable=True),
            Rule.COMMISSION_AMOUNT,
            {"amount": 2_000, "draw": 9, "draw_months": 2, "recoverable": "yes"} | SOLD,
        ),
        (samples.SHARES, Rule.SHARES_AMOUNT, {"amount": 400_000} | GRANT),
        (
            replace(samples.SHARES, amount=None, count=D(7), price=D(3), liquid=False, nothing_odds=D(70)),
            Rule.SHARES_COUNT,
            {"count": 7, "price": 3, "nothing_odds": 70} | GRANT,
        ),
        (
            replace(samples.SHARES, schedule=Schedule(parts=(D(100),), cadence=12)),
            Rule.SHARES_AMOUNT,
            {"amount": 400_000, "schedule": "100", "cadence": 12},
        ),
        (replace(samples.SHARES, schedule=None), Rule.SHARES_AMOUNT, {"amount": 400_000, "schedule": None}),
        (samples.REFRESHER, Rule.REFRESHER, {"amount": 50_000, "promised": "yes", "vest_years": 4}),
        (samples.PURCHASE, Rule.PURCHASE, {"amount": 10_000, "discount": 15, "lookback": "yes"}),
        (
            samples.MATCH,
            Rule.MATCH,
            {"base_a_year": 62_400, "percent": 50, "cap_percent": 6, "own_percent": 8, "vest_months": 24},
        ),
    ],
)
def test_a_part_says_what_it_is_worked_out_from(part, rule, given):
    line = made(part)[-1]
    assert (line.rule, {one.name: one.value for one in line.inputs}) == (rule, given)
    assert (line.label, line.part) == (part.label, 0)


def test_options_say_their_mean_too():
    line = made(samples.OPTIONS)[0]
    found = {one.name: one.value for one in line.inputs}
    assert round(found.pop("mean")) == 107_372
    assert (line.rule, found) == (Rule.OPTIONS, OPTIONS | GRANT)


def test_a_draw_has_its_own_working():
    line = made(replace(samples.COMMISSION, draw=D(9), draw_months=D(2)))[0]
    assert (line.rule, [one.value for one in line.inputs]) == (Rule.DRAW, [9, 2, "no"])


@pytest.mark.parametrize(
    ("part", "one_off"),
    list(zip(samples.EVERY_KIND, (False, False, False, True, True, True, False, False), strict=True)),
)
def test_what_comes_by_a_schedule_is_in_its_own_years(part, one_off):
    assert all(line.one_off is one_off for line in made(part))


@pytest.mark.parametrize("part", [samples.SHARES, samples.REFRESHER])
def test_a_moved_price_and_the_month_of_leaving_are_inputs(part):
    found = {one.name: (one.value, one.unit) for one in made(part, stock=D(-50), leave=18)[0].inputs}
    assert (found["stock"], found["leave"]) == ((-50, "percent"), (18, "months"))
