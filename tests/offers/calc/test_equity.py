"""Shares by year and at leaving, further grants, options, purchase plan, price path: checked numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from groundwork.money import quantize
from offers.calc.equity import (
    EVEN,
    DiscountError,
    OddsError,
    ScheduleError,
    Z,
    by_year,
    check,
    check_odds,
    grant,
    nothing_or_all,
    options_worth,
    price_at,
    purchase_gain,
    refreshed,
    vested,
)
from offers.calc.terms import Exit, Options, Schedule, Shares

D = Decimal
GRANT = D(400_000)


def plan(*parts, **more):
    return Schedule(parts=tuple(map(D, parts)), **more)


@pytest.mark.parametrize(
    ("parts", "years"),
    [
        ((25, 25, 25, 25), [100_000] * 4),
        ((33, 33, 22, 12), [132_000, 132_000, 88_000, 48_000]),
        ((5, 15, 40, 40), [20_000, 60_000, 160_000, 160_000]),
        ((100,), [400_000, 0, 0, 0]),
    ],
)
def test_each_year_brings_its_part(parts, years):
    assert list(by_year(GRANT, plan(*parts))) == years
    assert list(by_year(GRANT, plan(*parts, cliff=12, cadence=12))) == years


@pytest.mark.parametrize(
    ("schedule", "own"),
    [
        (plan(25, 25, 25, 25, cliff=12), 150_000),
        (plan(33, 33, 22, 12, cliff=12), 198_000),
        (plan(5, 15, 40, 40, cadence=12), 20_000),
        (plan(5, 15, 40, 40, cadence=6), 50_000),
    ],
)
def test_leaving_at_month_18_takes_what_has_come(schedule, own):
    assert vested(GRANT, schedule, 18) == own


def test_before_the_cliff_nothing_and_then_all_that_would_have_come():
    held = [vested(D(48), replace(EVEN, cliff=12), month) for month in (-1, 0, 11, 12, 13, 47, 48, 400)]
    assert held == [0, 0, 0, 12, 13, 47, 48, 48]
    assert by_year(D(48), replace(EVEN, cliff=18)) == (0, 24, 12, 12)
    assert by_year(D(48), plan(100, cliff=18), years=3) == (0, 48, 0)


def test_within_a_year_it_comes_at_the_end_of_each_cadence():
    assert [vested(D(48), replace(EVEN, cadence=3), month) for month in (2, 3, 5, 6, 12)] == [0, 3, 3, 6, 12]


@pytest.mark.parametrize(
    ("schedule", "sentence"),
    [
        (plan(25, 25, 25, 20), "These parts add up to 95, not 100."),
        (plan("33.3", "33.3", "33.30"), "These parts add up to 99.9, not 100."),
        (plan(), "Enter the part of at least one year."),
        (plan(150, -50), "Enter 0 or more for each year."),
        (replace(EVEN, cadence=2), "Choose every 1, 3, 6 or 12 months."),
        (replace(EVEN, cliff=-1), "Enter 0 or more months before the first part is yours."),
    ],
)
def test_a_schedule_that_cannot_be_followed_gets_its_sentence(schedule, sentence):
    for call in (lambda: check(schedule), lambda: vested(GRANT, schedule, 12), lambda: by_year(GRANT, schedule)):
        with pytest.raises(ScheduleError) as told:
            call()
        assert str(told.value) == sentence


def test_further_grants_add_up_year_by_year():
    more = [refreshed(D(50_000), 12 * year) for year in range(5)]
    even = by_year(GRANT, EVEN)
    years = [first + after - before for first, before, after in zip(even, more, more[1:], strict=False)]
    assert years == [100_000, 112_500, 125_000, 137_500]


def test_further_grants_by_month_and_at_the_end_of_each():
    assert [refreshed(D(48), month) for month in (0, 12, 13, 24, 25, 30)] == [0, 0, 1, 12, 14, 24]
    assert [refreshed(D(48), 12 * year, vest_years=1) for year in (1, 2, 3, 4)] == [0, 48, 96, 144]
    with pytest.raises(ScheduleError, match="at least one year"):
        refreshed(D(48), 12, vest_years=0)


def test_a_grant_is_its_amount_or_count_times_price():
    shares = Shares(label="", amount=None, count=D(100), price=D("12.5"), schedule=EVEN, liquid=True)
    assert grant(shares) == 1_250
    assert grant(replace(shares, amount=D(7))) == 7
    assert grant(replace(shares, count=None)) is grant(replace(shares, price=None)) is None


@pytest.mark.parametrize(
    ("lookback", "move", "gain"),
    [
        (True, 0, "17.647"),
        (True, 10, "29.412"),
        (True, -50, "17.647"),
        (False, 0, "17.647"),
        (False, 10, "17.647"),
    ],
)
def test_the_purchase_plan_gains_from_its_discount_and_with_a_lookback_from_a_rise(lookback, move, gain):
    found = purchase_gain(D(100), D(15), lookback=lookback, move_percent=move)
    assert round(found, 3) == D(gain)


@pytest.mark.parametrize("discount", ["-1", "100", "120"])
def test_a_discount_that_cannot_be_gets_its_sentence(discount):
    with pytest.raises(DiscountError, match=r"^Enter a discount of 0 or more, and under 100\.$"):
        purchase_gain(D(100), D(discount), lookback=True)
    assert purchase_gain(D(100), D(0), lookback=False) == 0


EXITS = ((20_000_000, 60), (80_000_000, 25), (300_000_000, 12), (1_500_000_000, 3))
TERMS = Options(
    label="Options", count=D(20_000), percent=None, diluted=D(10_000_000), strike=D(2), last_price=D(3),
    preference=D(40_000_000), preferred_percent=D(35), rounds=2, dilution=D(20), schedule=EVEN,
    exits=tuple(Exit(value=D(value), odds=D(odds)) for value, odds in EXITS),
)  # fmt: skip


def test_options_have_a_mean_a_median_of_nothing_and_the_odds_of_it():
    found = options_worth(TERMS)
    assert (found.share, found.cost) == (D("0.128"), 40_000)
    assert [quantize(one.mine, "JPY") for one in found.outcomes] == [0, 38_769, 344_000, 1_880_000]
    assert quantize(found.mean, "JPY") == 107_372
    assert (found.median, found.nothing_odds) == (0, 60)
    assert (found.paper, found.under_water) == (20_000, False)


def test_the_median_is_the_first_outcome_at_which_the_odds_reach_half():
    odds = [Exit(value=D(value), odds=D(part)) for value, part in ((300_000_000, 50), (20_000_000, 50))]
    assert options_worth(replace(TERMS, exits=tuple(odds))).median == 0
    odds = [Exit(value=D(value), odds=D(part)) for value, part in ((300_000_000, 51), (20_000_000, 49))]
    assert options_worth(replace(TERMS, exits=tuple(odds))).median == 344_000


def test_preferred_holders_take_the_better_for_them():
    """Below 40 M / 35 % they keep their preference, from there on they share: no step between the two."""
    turn = D(40_000_000) * 100 / 35
    ways = tuple(Exit(value=turn + step, odds=D(50)) for step in (D("-0.01"), D("0.01")))
    below, above = (one.mine for one in options_worth(replace(TERMS, exits=ways)).outcomes)
    assert abs(below - above) < D("0.01")
    free = options_worth(replace(TERMS, preference=D(0), preferred_percent=None)).outcomes
    assert free[1].mine == D("0.00128") * 80_000_000 - 40_000


def test_a_strike_at_or_above_the_last_price_is_under_water():
    found = options_worth(replace(TERMS, strike=D(3)))
    assert (found.under_water, found.paper) == (True, 0)
    assert options_worth(replace(TERMS, strike=D(4))).paper == 0
    assert options_worth(replace(TERMS, last_price=None)).under_water is None


def test_a_percent_does_for_a_count():
    percent = replace(TERMS, count=None, percent=D("0.2"))
    assert options_worth(percent) == options_worth(TERMS)
    assert options_worth(replace(percent, diluted=None)).cost is None
    assert options_worth(replace(percent, diluted=None, strike=D(0))).outcomes[2].mine == 384_000


@pytest.mark.parametrize(
    "blank",
    [{"rounds": None}, {"dilution": None}, {"diluted": None}, {"diluted": D(0)}, {"count": None}, {"strike": None},
     {"preference": None}, {"preferred_percent": None}, {"preferred_percent": D(100)}, {"exits": ()}],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_worked_out_is_not_known(blank):
    found = options_worth(replace(TERMS, **blank))
    assert (found.outcomes, found.mean, found.median, found.nothing_odds) == ((), None, None, None)


def test_nobody_owns_more_than_the_company():
    assert options_worth(replace(TERMS, preferred_percent=D("99.873"))).outcomes == ()
    rest = options_worth(replace(TERMS, preferred_percent=D("99.872"))).outcomes[0]
    assert rest.mine == 0
    nobody = replace(TERMS, count=D(0), preferred_percent=D(100))
    assert options_worth(nobody).outcomes == ()


def test_what_a_blank_does_not_touch_is_still_worked_out():
    assert options_worth(replace(TERMS, preference=None)).share == D("0.128")
    assert options_worth(replace(TERMS, rounds=None)).paper == 20_000
    assert options_worth(replace(TERMS, rounds=0, dilution=None)).share == D("0.2")


def test_odds_that_do_not_add_up_get_their_sentence():
    with pytest.raises(OddsError, match=r"^These odds add up to 40, not 100\.$"):
        options_worth(replace(TERMS, exits=TERMS.exits[1:]))
    with pytest.raises(OddsError, match=r"^Enter odds of 0 or more\.$"):
        check_odds([Exit(value=D(1), odds=D(-50)), Exit(value=D(1), odds=D(150))])
    check_odds([])


def test_an_amount_that_may_end_worth_nothing_has_a_median_too():
    assert nothing_or_all(D(1_000), D(30)) == (700, 1_000)
    assert nothing_or_all(D(1_000), D(50)) == (500, 0)
    assert nothing_or_all(None, D(30)) == nothing_or_all(D(1_000), None) == (None, None)
    with pytest.raises(OddsError, match=r"^Enter odds from 0 to 100\.$"):
        nothing_or_all(D(1_000), D(101))


def test_the_price_path_of_one_stock():
    ends = [price_at(D(100), D(5), D(40), D(1), z) for z in Z.values()]
    assert [round(end, 2) for end in ends] == [D("58.12"), D("97.04"), D("162.03")]
    assert {price_at(D(100), D(0), D(0), D(4), z) for z in Z.values()} == {100}
