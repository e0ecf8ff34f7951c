"""What holds for every grant: never above it, never falling, years that sum up, any currency scale."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from offers.calc.equity import by_year, nothing_or_all, options_worth, purchase_gain, refreshed, vested
from offers.calc.terms import Exit, Options, Schedule

D = Decimal
money = st.decimals(min_value=0, max_value=10**9, places=2)
percents = st.integers(min_value=0, max_value=100).map(D)
months = st.integers(min_value=0, max_value=120)
scales = st.sampled_from([D(10), D(1000), D("0.01")])


@st.composite
def hundreds(draw):
    """Whole percents, one or more, that sum to 100."""
    cuts = sorted(draw(st.lists(st.integers(min_value=0, max_value=100), max_size=5)))
    return tuple(D(end - start) for start, end in zip([0, *cuts], [*cuts, 100], strict=True))


schedules = st.builds(
    Schedule, parts=hundreds(), cliff=st.integers(min_value=0, max_value=30), cadence=st.sampled_from([1, 3, 6, 12])
)


def near(one, other):
    return abs(one - other) <= D("1e-24") * max(abs(one), abs(other), 1)


@given(money, schedules, months)
def test_what_is_yours_never_falls_and_is_never_above_the_grant(amount, schedule, month):
    now, later = (vested(amount, schedule, at) for at in (month, month + 1))
    assert 0 <= now <= later <= amount
    assert month >= schedule.cliff or now == 0


@given(money, schedules)
def test_the_years_sum_to_the_grant_when_the_schedule_ends_in_time(amount, schedule):
    years = max(len(schedule.parts), 3)
    assert sum(by_year(amount, schedule, years)) == amount
    assert sum(by_year(amount, schedule, 1)) <= amount


@given(money, schedules, months, scales)
def test_another_currency_scale_changes_nothing_else(amount, schedule, month, scale):
    assert near(vested(amount * scale, schedule, month), vested(amount, schedule, month) * scale)
    assert near(refreshed(amount * scale, month), refreshed(amount, month) * scale)
    gain = purchase_gain(amount, D(15), lookback=True, move_percent=10)
    assert near(purchase_gain(amount * scale, D(15), lookback=True, move_percent=10), gain * scale)


@given(money, months, st.integers(min_value=1, max_value=6))
def test_further_grants_never_fall_and_are_never_above_what_was_granted(amount, month, years):
    now, later = (refreshed(amount, at, years) for at in (month, month + 1))
    assert 0 <= now <= later
    assert now <= amount * (month // 12)


@given(money, percents)
def test_the_mean_lies_between_nothing_and_all(amount, odds):
    mean, median = nothing_or_all(amount, odds)
    assert 0 <= mean <= amount
    assert median in (0, amount)


@st.composite
def options(draw):
    odds = draw(hundreds())
    return Options(
        label="", count=draw(st.integers(min_value=1, max_value=10**6).map(D)), percent=None, diluted=D(10**8),
        strike=draw(st.decimals(min_value=0, max_value=100, places=2)), last_price=D(5), preference=draw(money),
        preferred_percent=draw(st.integers(min_value=0, max_value=90).map(D)),
        rounds=draw(st.integers(min_value=0, max_value=4)), dilution=draw(percents), schedule=None,
        exits=tuple(Exit(value=draw(money), odds=part) for part in odds),
    )  # fmt: skip


@given(options())
def test_options_are_never_below_nothing_nor_above_my_part_of_the_whole(terms):
    found = options_worth(terms)
    for one in found.outcomes:
        assert 0 <= one.mine <= found.share * one.value / 100 + D("1e-9")
    worths = [one.mine for one in found.outcomes]
    assert min(worths) - D("1e-9") <= found.mean <= max(worths) + D("1e-9")
    assert (found.median == 0) == (found.nothing_odds >= 50)


@given(options())
def test_the_order_of_the_ways_to_end_changes_nothing(terms):
    found, turned = options_worth(terms), options_worth(replace(terms, exits=terms.exits[::-1]))
    assert (found.mean, found.median, found.nothing_odds) == (turned.mean, turned.median, turned.nothing_odds)


@given(options(), scales)
def test_options_scale_with_the_currency(terms, scale):
    exits = tuple(replace(way, value=way.value * scale) for way in terms.exits)
    scaled = replace(
        terms, exits=exits, strike=terms.strike * scale, last_price=terms.last_price * scale,
        preference=terms.preference * scale,
    )  # fmt: skip
    found, other = options_worth(terms), options_worth(scaled)
    assert near(other.mean, found.mean * scale)
    assert near(other.median, found.median * scale)
    assert (found.share, found.nothing_odds, found.under_water) == (other.share, other.nothing_odds, other.under_water)
