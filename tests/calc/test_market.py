"""What the market pays: each source by itself, in the money of the plan, with what weakens it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from groundwork.money import Frame
from negotiation.calc.market import (
    Flag,
    Kind,
    MarketTerms,
    Money,
    Point,
    Rate,
    Refusal,
    Spot,
    converted,
    flags,
    is_stale,
    market,
    standing,
)

D = Decimal
TODAY = date(2026, 11, 20)
YEARLY = Money(frame=Frame(currency="USD", period="year", basis="gross"))
FRESH = date(2026, 9, 1)


def point(low=None, mid=None, high=None, **more):
    amounts = {name: None if at is None else D(at) for name, at in (("low", low), ("mid", mid), ("high", high))}
    given = {"source": "A survey", "kind": Kind.PUBLISHED, "dated": FRESH, "currency": "USD", "period": "year"}
    return Point(**{**given, **amounts, **more})


def money(currency="USD", period="year", basis="gross", **more):
    return Money(frame=Frame(currency=currency, period=period, basis=basis), **more)


def terms(*points, **more):
    return MarketTerms(points=points, money=more.pop("money", YEARLY), today=TODAY, **more)


A = point(70, 85, 100, source="A")
B = point(90, 95, 130, source="B", middle="median")
C = point(60, None, 75, source="C")


def test_each_source_is_a_strip_of_its_own_and_none_is_averaged():
    found = market(terms(A, B, C, desired=D(95), minimum=D(65), offer=D(85)))
    assert [(strip.low, strip.center, strip.high) for strip in found.now] == [
        (70, 85, 100),
        (90, 95, 130),
        (60, None, 75),
    ]
    assert [strip.desired.spot for strip in found.now] == [Spot.UPPER, Spot.MIDDLE, Spot.ABOVE]
    assert [strip.minimum.spot for strip in found.now] == [Spot.BELOW, Spot.BELOW, Spot.WITHIN]
    assert [strip.offer.spot for strip in found.now] == [Spot.MIDDLE, Spot.BELOW, Spot.ABOVE]
    assert (found.lowest.point, found.highest.point) == (C, B)


def test_pay_after_years_stands_apart_and_is_compared_with_nothing_of_today():
    later = point(150, 160, 170, after_years=5)
    found = market(terms(A, later, replace(A, after_years=0), desired=D(95)))
    assert ([strip.point for strip in found.now], [strip.point for strip in found.later]) == (
        [A, replace(A, after_years=0)],
        [later],
    )
    assert (found.later[0].desired, found.later[0].defends) == (None, False)
    assert found.highest.high == 100


def test_what_cannot_be_named_in_a_talk_carries_neither_end():
    nameless, mixed = point(1, 2, 999, source=" "), point(5, 4, 3)
    found = market(terms(A, nameless, mixed, desired=D(95)))
    assert [strip.defends for strip in found.now] == [True, False, False]
    assert found.now[2].desired is None
    assert (found.lowest.low, found.highest.high) == (70, 100)
    assert (market(terms(nameless)).lowest, market(terms()).highest) == (None, None)


@pytest.mark.parametrize(
    ("names", "sources", "few"),
    [
        ([], 0, True),
        (["A", "B"], 2, True),
        (["A", " a", "B"], 2, True),
        (["A", "", ""], 3, False),
        (["A", "B", "C"], 3, False),
    ],
)
def test_fewer_than_three_sources_are_few(names, sources, few):
    found = market(terms(*(replace(A, source=name) for name in names)))
    assert (found.sources, found.few_sources) == (sources, few)


@pytest.mark.parametrize(
    ("dated", "stale"),
    [(date(2025, 5, 20), False), (date(2025, 5, 19), True), (date(2025, 4, 30), True), (TODAY, False)],
)
def test_a_source_is_stale_after_eighteen_months(dated, stale):
    assert is_stale(dated, TODAY) is stale
    assert (Flag.STALE in flags(replace(A, dated=dated), TODAY)) is stale


def test_a_month_without_that_day_is_over_at_its_end():
    assert not is_stale(date(2024, 8, 31), date(2026, 2, 28))
    assert is_stale(date(2024, 8, 31), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ()),
        ({"dated": None}, (Flag.UNDATED,)),
        ({"dated": TODAY + timedelta(days=1)}, (Flag.NOT_YET,)),
        ({"source": " "}, (Flag.UNSOURCED,)),
        ({"source": "", "link": "https://a.example"}, ()),
        ({"source": "", "kind": Kind.POSTED}, (Flag.UNSOURCED,)),
        ({"source": "", "kind": None}, (Flag.UNSOURCED,)),
        ({"source": "", "kind": Kind.OWN}, ()),
        ({"source": "", "kind": Kind.PERSON}, (Flag.ONE_PERSON,)),
        ({"kind": Kind.PERSON, "people": 1}, (Flag.ONE_PERSON,)),
        ({"kind": Kind.PERSON, "people": 2}, ()),
        ({"low": D(100), "mid": D(100)}, ()),
        ({"mid": D(101)}, (Flag.NOT_IN_ORDER,)),
        ({"p25": D(80), "p75": D(79)}, (Flag.NOT_IN_ORDER,)),
    ],
)
def test_what_weakens_a_source_is_said(changed, found):
    assert flags(replace(A, **changed), TODAY) == found


def test_the_latest_dated_rate_counts_and_goes_along():
    rates = [
        Rate(currency="EUR", brings=D("1.1"), dated=date(2026, 1, 5)),
        Rate(currency="EUR", brings=D("1.2"), dated=date(2026, 10, 5), source="my bank"),
        Rate(currency="EUR", brings=D(9), dated=None),
        Rate(currency="CHF", brings=D(2), dated=TODAY),
    ]
    found = market(terms(point(50, 60, 70, currency="EUR"), A, money=money(rates=tuple(rates))))
    assert (found.now[0].low, found.now[0].center, found.now[0].rate) == (60, 72, rates[1])
    assert (found.now[0].point.low, found.now[1].rate) == (50, None)


def dollars(brings, dated=TODAY):
    return (Rate(currency="EUR", brings=D(brings), dated=dated),)


@pytest.mark.parametrize(
    ("changed", "own", "reason"),
    [
        ({"low": None, "mid": None, "high": None}, YEARLY, Refusal.EMPTY),
        ({"basis": "net"}, YEARLY, Refusal.OTHER_BASIS),
        ({"currency": "EUR"}, YEARLY, Refusal.NO_RATE),
        ({"currency": "EUR"}, money(rates=dollars(0)), Refusal.NO_RATE),
        ({"currency": "EUR"}, money(rates=dollars(-1)), Refusal.NO_RATE),
        ({"currency": "EUR"}, money(rates=dollars(1, None)), Refusal.RATE_NOT_DATED),
        ({"period": "hour"}, YEARLY, Refusal.NO_HOURS),
        ({"period": "day"}, money(hours_week=D(40), days_week=D(0)), Refusal.NO_HOURS),
        ({}, money(period="hour"), Refusal.NO_HOURS),
        ({"period": "once"}, YEARLY, Refusal.NOT_REGULAR),
    ],
)
def test_what_cannot_stand_on_the_scale_is_refused_with_its_reason(changed, own, reason):
    found = market(terms(replace(A, **changed), C, money=own))
    assert found.refused[0].reason is reason
    assert found.refused[0].point == replace(A, **changed)


def test_percentiles_go_before_the_range_and_a_median_alone_has_two_sides():
    both = replace(A, p25=D(80), p50=D(85), p75=D(90))
    assert standing(D(90), both).percent == 75
    alone = point(p50=D(85))
    assert (standing(D(80), alone).spot, standing(D(80), alone).middle) == (Spot.LOWER, "median")
    assert standing(None, A) is None


def test_two_hundred_sources_each_have_their_strip():
    found = market(terms(*(replace(A, source=str(number)) for number in range(200)), desired=D(90)))
    assert (len(found.now), found.sources) == (200, 200)


amounts = st.none() | st.decimals(min_value=0, max_value=10**9, places=2)
anything = st.builds(
    Point,
    source=st.sampled_from(["", "A", "B"]),
    kind=st.none() | st.sampled_from(Kind),
    dated=st.none() | st.dates(),
    currency=st.sampled_from(["USD", "EUR", "XAC"]),
    period=st.sampled_from(["hour", "day", "week", "month", "year", "once"]),
    basis=st.sampled_from(["gross", "net"]),
    payments=st.sampled_from([12, 13, 14]),
    after_years=st.none() | st.integers(min_value=0, max_value=5),
    people=st.none() | st.integers(min_value=1, max_value=3),
    **dict.fromkeys(("low", "mid", "high", "p10", "p25", "p50", "p75", "p90"), amounts),
)


@given(st.lists(anything, max_size=5), amounts, amounts, amounts, st.none() | st.just(D(40)))
def test_every_source_is_on_the_scale_or_refused(points, desired, minimum, offer, hours):
    own = money(rates=dollars("1.1"), hours_week=hours)
    found = market(terms(*points, money=own, desired=desired, minimum=minimum, offer=offer))
    assert len(found.now) + len(found.later) + len(found.refused) == len(points)
    for strip in (*found.now, *found.later):
        assert strip.low <= strip.high
        assert (strip.here.currency, strip.here.period) == ("USD", "year")
    if found.lowest is not None:
        assert found.lowest.low <= found.highest.high


@given(anything, amounts, st.sampled_from([D(2), D(100)]))
def test_where_an_amount_stands_does_not_depend_on_the_currency(source, x, rate):
    source = replace(source, basis="gross", currency="EUR", period="year")
    here = converted(source, money(rates=dollars(rate)))
    assume(isinstance(here, Point) and x is not None)
    one, other = standing(x, source), standing(x * rate, here)
    assert (one is None) == (other is None)
    if one is not None:
        assert one.spot == other.spot
        assert one.percent == other.percent or abs(one.percent - other.percent) < D("1e-15")
