"""What holds for every offer: scale, order, splitting, sums, and leaving."""

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from offers.calc.terms import Certainty, Extra, Form
from offers.calc.valuation import LEVELS, Scenario, valuation
from tests.offers.calc.samples import certainty, extras, money, offers, shares

D = Decimal
MONEY = {
    *("base", "next_base", "bonus_amount", "sign_on", "commute_cost", "amount", "premium", "quota", "draw", "price"),
    *("strike", "last_price", "preference", "value"),
}
CLOSE = D("1e-9")
scenarios = st.builds(
    Scenario,
    stock=st.sampled_from([D(-50), D(0), D(50)]),
    bonus=st.sampled_from(["expected", "none", "target", "most"]),
    leave=st.none() | st.integers(0, 60),
    count_illiquid=st.booleans(),
)
staying = scenarios.map(lambda scenario: replace(scenario, leave=None))


def totals(terms, scenario):
    found = valuation(terms, scenario=scenario)
    return [year.total(level) for year in found.years for level in LEVELS]


def scaled(terms, by):
    """The same with all of its money times `by`."""
    if isinstance(terms, tuple):
        return tuple(scaled(one, by) for one in terms)
    if not is_dataclass(terms):
        return terms
    values = {field.name: getattr(terms, field.name) for field in fields(terms)}
    return replace(
        terms,
        **{
            name: value * by if name in MONEY and value is not None else scaled(value, by)
            for name, value in values.items()
        },
    )


@given(offers, scenarios, st.integers(1, 200))
def test_all_money_in_another_unit_is_all_results_in_that_unit(terms, scenario, by):
    before, after = totals(terms, scenario), totals(scaled(terms, by), scenario)
    assert all(abs(one * by - other) < CLOSE for one, other in zip(before, after, strict=True))


@given(offers, scenarios, st.randoms(use_true_random=False))
def test_the_order_of_parts_changes_no_sum(terms, scenario, random):
    parts = list(terms.parts)
    random.shuffle(parts)
    assert totals(replace(terms, parts=tuple(parts)), scenario) == totals(terms, scenario)


@given(offers, scenarios, extras, money)
def test_one_extra_or_two_halves_of_it_are_the_same(terms, scenario, extra, more):
    whole = replace(extra, amount=(extra.amount or D(0)) + more)
    split = (replace(extra, amount=extra.amount or D(0)), replace(extra, amount=more))
    one, two = (totals(replace(terms, parts=(*terms.parts, *parts)), scenario) for parts in ((whole,), split))
    assert all(abs(left - right) < CLOSE for left, right in zip(one, two, strict=True))


@given(offers, scenarios, shares, st.integers(0, 10**6))
def test_one_grant_or_two_are_the_same(terms, scenario, grant, more):
    first = replace(grant, amount=grant.amount or D(0))
    second = replace(grant, amount=D(more))
    whole = replace(grant, amount=first.amount + more)
    one, two = (totals(replace(terms, parts=(*terms.parts, *parts)), scenario) for parts in ((whole,), (first, second)))
    assert all(abs(left - right) < CLOSE for left, right in zip(one, two, strict=True))


@given(offers, money, money, certainty)
def test_a_bonus_in_one_piece_or_with_a_part_beside_it(terms, bonus, more, sure):
    plain = replace(terms, first_months=None, bonus_likelihood=sure)
    whole = replace(plain, bonus_amount=bonus + more)
    beside = Extra(label="More", amount=more, every="year", certainty=sure)
    split = replace(plain, bonus_amount=bonus, parts=(*plain.parts, beside))
    target = Scenario(bonus="target")
    assert totals(whole, target) == totals(split, target)


@given(offers, scenarios)
def test_years_are_the_sum_of_their_lines_and_totals_of_their_years(terms, scenario):
    found = valuation(terms, scenario=scenario)
    for year in found.years:
        known = [Fraction(line.amounts[year.year - 1] or 0) for line in found.lines if line.counted]
        assert abs(Fraction(year.maybe) - sum(known)) < CLOSE
        assert abs(sum(found.by_form(year.year).values()) - year.maybe) < CLOSE
    for level in LEVELS:
        assert found.total(level) == sum(year.total(level) for year in found.years)
        assert found.cumulative(level)[-1] == found.total(level)
        assert list(found.cumulative(level)) == sorted(found.cumulative(level))


@given(offers, scenarios)
def test_less_sure_pay_only_adds(terms, scenario):
    for year in valuation(terms, scenario=scenario).years:
        assert 0 <= year.guaranteed <= year.likely <= year.maybe


@given(offers, scenarios, st.integers(0, 60))
def test_leaving_later_never_pays_less(terms, scenario, month):
    sooner, later, stays = (
        valuation(terms, scenario=replace(scenario, leave=leave)) for leave in (month, month + 1, None)
    )
    for level in LEVELS:
        assert sooner.total(level) <= later.total(level) + CLOSE
        assert later.total(level) <= stays.total(level) + CLOSE


@given(offers, staying, st.integers(49, 90))
def test_leaving_after_the_last_month_is_as_staying(terms, scenario, month):
    assert valuation(terms, scenario=replace(scenario, leave=month)).lines == valuation(terms, scenario=scenario).lines


@given(offers, scenarios)
def test_leaving_before_the_first_month_brings_nothing(terms, scenario):
    assert set(totals(terms, replace(scenario, leave=0))) == {D(0)}


@given(offers, scenarios)
def test_what_nobody_may_be_able_to_sell_is_in_no_sum_unless_switched_on(terms, scenario):
    headline = valuation(terms, scenario=replace(scenario, count_illiquid=False))
    switched = valuation(terms, scenario=replace(scenario, count_illiquid=True))
    assert all(year.maybe >= other.maybe for year, other in zip(switched.years, headline.years, strict=True))
    assert all(headline.by_form(year)[Form.ILLIQUID] == 0 for year in range(1, 5))
    assert switched.not_counted == ()


@given(offers, money)
def test_a_sign_on_counts_once(terms, more):
    signed = replace(terms, sign_on=(terms.sign_on or 0) + more)
    for level in Certainty:
        assert abs(valuation(signed).total(level) - valuation(terms).total(level) - more) < CLOSE
    assert valuation(signed).years[1:] == valuation(terms).years[1:]


@given(offers, st.integers(1, 6))
def test_more_years_leave_the_first_ones_as_they_are(terms, years):
    longer, shorter = valuation(terms, years + 1), valuation(terms, years)
    assert longer.years[:years] == shorter.years
