"""Tax, the hour that is really worked, place, currency, today's worth: the headline trap among them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from groundwork.money import quantize
from offers.calc.equity import EVEN, DiscountError
from offers.calc.real import RateError, after_tax, converted, in_place, present_value, real_hour
from offers.calc.terms import Certainty, Extra, Form, Match, OfferTerms, Shares
from offers.calc.valuation import Scenario, valuation

D = Decimal
G, L, M = Certainty
TERMS = OfferTerms(
    name="North", currency="USD", basis="gross", base=D(93_600), period="year", hours_week=D(40), days_week=D(5),
    overtime_week=D(5), leave_days=D(20), holidays=D(10), commute_minutes=D(30), commute_days=D(5),
    commute_cost=D(100), tax_rate=D(30), sign_on=D(10_000), clawback_months=D(0),
)  # fmt: skip
SHARES = Shares(label="Grant", amount=D(400_000), count=None, price=None, schedule=EVEN, liquid=True)


def whole(amount):
    return quantize(amount, "JPY")


def test_the_offer_that_leads_before_tax_trails_after_it():
    plain = OfferTerms(name="A", currency="USD", basis="gross", base=D(150_300), period="year", tax_rate=D(40))
    first, second = valuation(plain), valuation(replace(plain, base=D(150_000), tax_rate=D("28.5")))
    kept = [after_tax(worth, 1, G).left for worth in (first, second)]
    assert kept == [90_180, 107_250]
    assert first.years[0].guaranteed - second.years[0].guaranteed == 300
    assert kept[0] - kept[1] == -17_070


def test_only_what_can_be_touched_is_taxed_and_costs_come_off():
    match = Match(label="", percent=D(50), cap_percent=D(6), own_percent=D(8), vest_months=D(0))
    car = Extra(label="Car", amount=D(5_000), every="year", form=Form.IN_KIND, premium=D(50))
    worth = valuation(replace(TERMS, parts=(SHARES, match, car)))
    found = after_tax(worth, 1, L)
    assert (found.taxed, found.untaxed) == (203_600, 7_808)
    assert (found.tax, found.costs) == (61_080, 1_800)
    assert found.left == 203_600 + 7_808 - 61_080 - 1_800
    assert found.assumed == ()
    assert after_tax(worth, 1, G).taxed == 103_600
    assert after_tax(worth, 2, L).taxed == 193_600


def test_shares_nobody_may_be_able_to_sell_are_only_taxed_when_they_are_counted():
    terms = replace(TERMS, parts=(replace(SHARES, liquid=False),))
    assert after_tax(valuation(terms), 1, M).taxed == 103_600
    assert after_tax(valuation(terms, 4, Scenario(count_illiquid=True)), 1, M).taxed == 203_600


def test_without_a_rate_gross_pay_after_tax_is_not_known_and_net_pay_is_as_it_is():
    assert after_tax(valuation(replace(TERMS, tax_rate=None)), 1, G) is None
    found = after_tax(valuation(replace(TERMS, basis="net")), 1, G)
    assert (found.tax, found.left) == (0, 102_400)


def test_a_year_that_is_not_there_has_nothing_to_tax():
    assert after_tax(valuation(TERMS), 0, G) is after_tax(valuation(TERMS), 5, G) is None
    assert after_tax(valuation(replace(TERMS, base=None)), 1, G) is None


def test_after_leaving_there_are_no_costs():
    worth = valuation(TERMS, 4, Scenario(leave=18))
    assert [after_tax(worth, year, G).costs for year in (1, 2, 3)] == [1_200, 600, 0]


def test_an_hour_counts_leave_overtime_and_the_way():
    found = real_hour(valuation(TERMS))
    assert (found.weeks, found.hours) == (46, 46 * 50)
    assert found.pay == 92_400
    assert round(found.an_hour, 2) == D("40.17")
    assert round(found.after_tax_an_hour, 2) == D("27.97")
    assert found.assumed == ()
    assert valuation(TERMS).per_hour == 45


def test_what_is_not_known_is_left_out_of_the_hour_and_named():
    blank = dict.fromkeys(("days_week", "overtime_week", "holidays", "commute_minutes", "commute_days", "tax_rate"))
    found = real_hour(valuation(replace(TERMS, **blank)))
    assert (found.weeks, found.hours, found.after_tax_an_hour) == (48, 1_920, None)
    assert set(found.assumed) == set(blank) - {"tax_rate"}
    found = real_hour(valuation(replace(TERMS, commute_cost=None)))
    assert (found.pay, found.assumed) == (93_600, ("commute_cost",))
    at_home = real_hour(valuation(replace(TERMS, commute_days=D(0), commute_minutes=None, commute_cost=D(0))))
    assert (at_home.hours, at_home.assumed) == (46 * 45, ())


@pytest.mark.parametrize(
    "term", [{"hours_week": None}, {"base": None}, {"hours_week": D(0), "overtime_week": D(0), "commute_days": D(0)}]
)
def test_without_base_or_hours_there_is_no_hour(term):
    assert real_hour(valuation(replace(TERMS, **term))) is None


def test_an_hour_is_of_a_whole_first_year():
    assert real_hour(valuation(TERMS, 4, Scenario(leave=6))) is None
    assert real_hour(valuation(TERMS, 4, Scenario(leave=12))) == real_hour(valuation(TERMS))


def test_more_leave_makes_the_hour_worth_more():
    more = real_hour(valuation(replace(TERMS, leave_days=D(30))))
    assert more.an_hour > real_hour(valuation(TERMS)).an_hour
    assert real_hour(valuation(replace(TERMS, leave_days=D(260)))) is None


def test_pay_in_another_place():
    assert whole(in_place(D(150_000), D(118)) * 95 / 100) == 120_763
    assert in_place(D(150_000), None) is None
    with pytest.raises(RateError, match=r"^Enter a cost of living above 0\.$"):
        in_place(D(150_000), D(0))


def test_pay_in_another_currency_needs_a_rate():
    assert converted(D(1_000), D("0.92")) == 920
    assert converted(D(1_000), None) is None
    with pytest.raises(RateError, match=r"^Enter an exchange rate above 0\.$"):
        converted(D(1_000), D(0))


def test_what_a_raise_is_worth_today():
    raises = [[5_000 * (1 + D(percent) / 100) ** year for year in range(40)] for percent in (3, 5)]
    assert whole(present_value(raises[0], D(5))) == 140_868
    assert whole(present_value(raises[1], D(0))) == 603_999


def test_year_one_is_not_discounted():
    assert present_value([D(100), D(110), D(121)], D(10)) == 300
    assert present_value([], D(10)) == 0
    with pytest.raises(DiscountError, match=r"^Enter a discount of 0 or more\.$"):
        present_value([D(100)], D(-1))
