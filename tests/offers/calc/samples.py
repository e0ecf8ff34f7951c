"""Offers and their parts, to be changed one term at a time, and strategies for whole offers."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from offers.calc.terms import (
    Allowance,
    Certainty,
    Commission,
    Exit,
    Extra,
    Form,
    Match,
    OfferTerms,
    Options,
    Payouts,
    Purchase,
    Refresher,
    Schedule,
    Shares,
)

D = Decimal
CLIFF = Schedule(parts=(D(25),) * 4, cliff=12, cadence=1)

EXTRA = Extra(label="Meals", amount=D(1_300), every="year")
ALLOWANCE = Allowance(label="Nights", amount=D(5), percent=None, period="hour", quantity=D(10))
COMMISSION = Commission(
    label="Commission", amount=D(2_000), percent=None, quota=None, attainment=D(100), delay_months=D(3)
)
SHARES = Shares(label="Grant", amount=D(400_000), count=None, price=None, schedule=CLIFF, liquid=True)
OPTIONS = Options(
    label="Options",
    count=D(20_000),
    percent=None,
    diluted=D(10_000_000),
    strike=D(2),
    last_price=D(6),
    preference=D(40_000_000),
    preferred_percent=D(35),
    rounds=2,
    dilution=D(20),
    schedule=CLIFF,
    exits=(
        Exit(value=D(20_000_000), odds=D(60)),
        Exit(value=D(80_000_000), odds=D(25)),
        Exit(value=D(300_000_000), odds=D(12)),
        Exit(value=D(1_500_000_000), odds=D(3)),
    ),
)
REFRESHER = Refresher(label="Refreshers", amount=D(50_000), promised=True, liquid=True)
PURCHASE = Purchase(label="Purchase plan", amount=D(10_000), discount=D(15), lookback=True)
MATCH = Match(label="Match", percent=D(50), cap_percent=D(6), own_percent=D(8), vest_months=D(24))
EVERY_KIND = (EXTRA, ALLOWANCE, COMMISSION, SHARES, OPTIONS, REFRESHER, PURCHASE, MATCH)


def offer(base: Any = 100, **more: Any) -> OfferTerms:
    known = {"name": "North", "currency": "USD", "basis": "gross", "period": "year"} | more
    return OfferTerms(base=None if base is None else D(base), **known)


# Strategies. Money is whole, so that sums of it can be compared exactly.
money = st.integers(0, 10**7).map(D)
maybe_money = st.none() | money
percent = st.integers(0, 100).map(D)
months = st.integers(0, 60).map(D)
labels = st.sampled_from(["a", "b", "c"])
certainty = st.sampled_from(Certainty)
schedules = st.builds(
    Schedule,
    parts=st.sampled_from([(D(25),) * 4, (D(33), D(33), D(22), D(12)), (D(5), D(15), D(40), D(40)), (D(100),)]),
    cliff=st.sampled_from([0, 6, 12]),
    cadence=st.sampled_from([1, 3, 6, 12]),
)
extras = st.builds(
    Extra,
    label=labels,
    amount=maybe_money,
    every=st.sampled_from(["year", "once"]),
    year=st.integers(1, 4),
    certainty=certainty,
    form=st.sampled_from(Form),
    premium=maybe_money,
    clawback_months=st.none() | months,
    clawback=st.sampled_from(["full", "pro_rata"]),
)
allowances = st.builds(
    Allowance,
    label=labels,
    amount=maybe_money,
    percent=st.none() | percent,
    period=st.sampled_from(["hour", "day", "week", "month", "year"]),
    quantity=st.none() | st.integers(0, 40).map(D),
    certainty=certainty,
)
commissions = st.builds(
    Commission,
    label=labels,
    amount=maybe_money,
    percent=st.none() | percent,
    quota=maybe_money,
    attainment=st.none() | percent,
    ramp_months=st.none() | months,
    ramp_percent=st.none() | percent,
    delay_months=st.none() | months,
    draw=maybe_money,
    draw_months=st.none() | months,
    recoverable=st.booleans(),
    certainty=certainty,
)
shares = st.builds(
    Shares,
    label=labels,
    amount=maybe_money,
    count=st.none() | st.integers(0, 1000).map(D),
    price=maybe_money,
    schedule=st.none() | schedules,
    liquid=st.none() | st.booleans(),
    double_trigger=st.booleans(),
    nothing_odds=st.none() | percent,
)
refreshers = st.builds(
    Refresher, label=labels, amount=maybe_money, promised=st.booleans(), liquid=st.none() | st.booleans()
)
purchases = st.builds(
    Purchase, label=labels, amount=maybe_money, discount=st.none() | percent, lookback=st.none() | st.booleans()
)
matches = st.builds(
    Match,
    label=labels,
    percent=st.none() | percent,
    cap_percent=st.none() | percent,
    own_percent=st.none() | percent,
    vest_months=st.none() | months,
)
parts = extras | allowances | commissions | shares | refreshers | purchases | matches | st.just(OPTIONS)
offers = st.builds(
    OfferTerms,
    name=labels,
    currency=st.just("USD"),
    basis=st.just("gross"),
    base=money,
    period=st.sampled_from(["year", "month", "week"]),
    payments=st.sampled_from([12, 13, 14]),
    hours_week=st.none() | st.integers(1, 60).map(D),
    days_week=st.none() | st.integers(1, 7).map(D),
    next_base=maybe_money,
    next_months=st.none() | months,
    raise_percent=st.none() | st.integers(0, 20).map(D),
    bonus_target_percent=st.none() | percent,
    bonus_amount=maybe_money,
    bonus_likelihood=st.none() | certainty,
    payouts=st.sampled_from(
        [Payouts(), Payouts(nothing=D(20), target=D(50), most=D(30), most_percent=D(120)), Payouts(nothing=D(5))]
    ),
    first_months=st.none() | st.integers(0, 12).map(D),
    sign_on=maybe_money,
    clawback_months=st.none() | months,
    clawback=st.sampled_from(["full", "pro_rata"]),
    commute_cost=maybe_money,
    parts=st.lists(parts, max_size=5).map(tuple),
)
