"""Offers side by side: who leads each year at each certainty, and who is set apart and why."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.comparison import Reason, compare
from offers.calc.pay import Certainty, OfferTerms
from offers.calc.valuation import Scenario, valuation
from tests.offers.calc import samples

D = Decimal
G, L, M = Certainty


def offer(name="x", base=100, **more):
    base = None if base is None else D(base)
    terms = {"currency": "USD", "basis": "gross", "period": "year", "bonus_likelihood": L} | more
    return valuation(OfferTerms(name=name, base=base, **terms))


STEADY = offer("Steady", 100)
SIGNED = offer("Signed", 90, sign_on=D(25))
BONUS = offer("Bonus", 80, bonus_amount=D(30))


def test_each_year_and_certainty_has_its_own_leader():
    found = compare([STEADY, SIGNED, BONUS], currency="USD")
    leaders = {(row.level, row.year): [one.name for one in row.leaders] for row in found.rows}
    assert [leaders[G, year] for year in (1, 2, 3, 4, None)] == [["Signed"], *[["Steady"]] * 4]
    assert [leaders[L, year] for year in (1, 2, None)] == [["Signed"], ["Bonus"], ["Bonus"]]
    assert len(found.rows) == 3 * 5


def test_the_difference_is_to_the_best():
    row = compare([STEADY, SIGNED, BONUS], currency="USD").row(G)
    assert [(one.total, one.difference, one.leads) for one in row.standings] == [
        (400, 0, True),
        (385, -15, False),
        (320, -80, False),
    ]
    assert not row.tie


def test_a_sign_on_is_in_its_own_year_and_never_averaged():
    found = compare([STEADY, SIGNED], currency="USD")
    assert [found.row(G, year).standings[1].total for year in (1, 2, 3, 4)] == [115, 90, 90, 90]


def test_equal_offers_lead_together():
    found = compare([STEADY, replace(STEADY)], currency="USD")
    assert all(row.tie and all(one.difference == 0 for one in row.standings) for row in found.rows)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (offer(currency="EUR"), Reason.CURRENCY),
        (offer(basis="net"), Reason.BASIS),
        (offer(base=None), Reason.BASE_NOT_KNOWN),
        (offer(period="hour"), Reason.BASE_NOT_KNOWN),
        (offer(currency="EUR", base=None), Reason.CURRENCY),
    ],
)
def test_an_offer_that_cannot_be_compared_is_set_apart(other, reason):
    found = compare([other, STEADY], currency="USD")
    assert [(one.index, one.valuation, one.reason) for one in found.apart] == [(0, other, reason)]
    assert found.compared == (1,)
    assert [one.index for one in found.row(G).standings] == [1]


def test_net_offers_are_compared_with_net_offers():
    found = compare([STEADY, offer(basis="net")], currency="USD", basis="net")
    assert (found.compared, found.apart[0].reason) == ((1,), Reason.BASIS)


def test_nothing_to_compare_is_an_empty_comparison():
    for found in (compare([], currency="USD"), compare([STEADY], currency="EUR")):
        assert (found.rows, found.compared, found.years) == ((), (), 0)
        with pytest.raises(KeyError):
            found.row(G)


def test_one_offer_leads_alone():
    found = compare([STEADY], currency="USD")
    assert all([one.difference for one in row.leaders] == [0] for row in found.rows)


def test_shares_that_nobody_may_be_able_to_sell_lead_nothing_unless_switched_on():
    paper = offer("Paper", 90, parts=(replace(samples.SHARES, liquid=False),))
    switched = valuation(paper.terms, scenario=Scenario(count_illiquid=True))
    leaders = [compare([STEADY, one], currency="USD").row(M).leaders[0].name for one in (paper, switched)]
    assert leaders == ["Steady", "Paper"]


def test_years_that_not_all_offers_have_are_left_out():
    found = compare([STEADY, valuation(SIGNED.terms, years=2)], currency="USD")
    assert found.years == 2
    assert [one.total for one in found.row(G).standings] == [200, 205]


money = st.decimals(min_value=0, max_value=10**9, places=2)
offers = st.lists(
    st.builds(offer, base=money, sign_on=st.none() | money, bonus_amount=st.none() | money),
    min_size=1,
    max_size=10,
)


@given(offers)
def test_someone_leads_every_row_and_nobody_is_above_the_best(valuations):
    for row in compare(valuations, currency="USD").rows:
        assert row.leaders
        assert all(one.difference <= 0 and one.leads == (one.difference == 0) for one in row.standings)
        best = max(one.total for one in row.standings)
        assert all(one.total - one.difference == best for one in row.standings)


@given(offers)
def test_all_years_are_the_sum_of_the_years(valuations):
    found = compare(valuations, currency="USD")
    for level in Certainty:
        for place, one in enumerate(found.row(level).standings):
            years = [found.row(level, year).standings[place].total for year in range(1, 5)]
            assert one.total == sum(years)
            assert one.total == valuations[one.index].total(level)


@given(offers, st.randoms(use_true_random=False))
def test_the_order_of_offers_does_not_matter(valuations, random):
    places = list(range(len(valuations)))
    random.shuffle(places)
    straight, shuffled = (
        compare(valuations, currency="USD"),
        compare([valuations[p] for p in places], currency="USD"),
    )
    for one, other in zip(straight.rows, shuffled.rows, strict=True):
        standings = {standing.index: standing.total for standing in one.standings}
        assert all(standings[places[s.index]] == s.total for s in other.standings)
