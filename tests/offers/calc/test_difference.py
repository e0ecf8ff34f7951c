"""Two rounds of an offer: what changed, line by line and in sum."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from offers.calc.difference import CostChange, TermChange, difference, leave_worth
from offers.calc.terms import Certainty
from offers.calc.valuation import Code, Scenario, valuation
from tests.offers.calc import samples
from tests.offers.calc.samples import offer, offers

D = Decimal
G, L, M = Certainty
FIRST = offer(140_000, bonus_amount=D(10_000), bonus_likelihood=L, sign_on=D(0), parts=(samples.EXTRA,))


def between(before, after, *, scenario=None):
    given_scenario = scenario or Scenario()
    return difference(valuation(before, scenario=given_scenario), valuation(after, scenario=given_scenario))


def told(found):
    return [(change.code, change.label, change.before, change.after, change.by) for change in found.changes]


def test_only_lines_that_differ_are_told_and_their_sum_is_the_difference():
    found = between(FIRST, replace(FIRST, base=D(145_000), sign_on=D(9_000)))
    assert told(found) == [
        (Code.BASE, "", (140_000,) * 4, (145_000,) * 4, (5_000,) * 4),
        (Code.SIGN_ON, "", (0,) * 4, (9_000, 0, 0, 0), (9_000, 0, 0, 0)),
    ]
    assert (found.first_year, found.all_years) == (14_000, 29_000)
    assert (found.costs, found.terms, found.leave_worth) == ((), (), None)


def test_a_line_that_is_new_or_gone_has_nothing_on_one_side():
    nights = replace(samples.ALLOWANCE, amount=D(10), period="week")
    found = between(FIRST, replace(FIRST, parts=(nights,)))
    assert told(found) == [
        (Code.EXTRA, "Meals", (1_300,) * 4, None, (-1_300,) * 4),
        (Code.ALLOWANCE, "Nights", None, (520,) * 4, (520,) * 4),
    ]
    assert (found.first_year, found.all_years) == (-780, -3_120)


def test_lines_of_one_name_are_matched_in_their_order():
    twice = replace(FIRST, parts=(samples.EXTRA, samples.EXTRA))
    more = replace(FIRST, parts=(samples.EXTRA, replace(samples.EXTRA, amount=D(1_500))))
    assert [change.by for change in between(twice, more).changes] == [(200,) * 4]
    assert [change.before for change in between(FIRST, more).changes] == [None]


def test_what_is_not_known_on_a_side_is_told_and_in_no_sum():
    found = between(replace(FIRST, bonus_amount=None), replace(FIRST, base=D(141_000)))
    bonus = found.changes[1]
    assert (bonus.before, bonus.after, bonus.by) == ((None,) * 4, (10_000,) * 4, (None,) * 4)
    assert bonus.not_known
    assert not found.changes[0].not_known
    assert (found.first_year, found.all_years) == (1_000, 4_000)


def test_a_payment_that_is_surer_now_has_changed():
    found = between(FIRST, replace(FIRST, bonus_likelihood=G))
    assert [(change.old.certainty, change.new.certainty, change.by) for change in found.changes] == [(L, G, (0,) * 4)]
    assert found.first_year == 0


def test_shares_that_can_be_sold_now_count_now():
    stuck = replace(FIRST, parts=(replace(samples.SHARES, liquid=False),))
    found = between(stuck, replace(FIRST, parts=(samples.SHARES,)))
    assert [change.by for change in found.changes] == [(0,) * 4]
    assert (found.first_year, found.all_years) == (100_000, 400_000)
    assert between(stuck, FIRST).first_year == 1_300


def test_terms_that_are_no_money_are_told_in_order():
    after = replace(FIRST, expires=date(2030, 1, 2), clawback="pro_rata", overtime_week=D(0), leave_days=D(30))
    assert between(replace(FIRST, leave_days=D(20)), after).terms == (
        TermChange(name="overtime_week", before=None, after=D(0)),
        TermChange(name="leave_days", before=D(20), after=D(30)),
        TermChange(name="clawback", before="full", after="pro_rata"),
        TermChange(name="expires", before=None, after=date(2030, 1, 2)),
    )


def test_terms_of_a_part_are_told_with_its_label():
    grant = replace(samples.SHARES, schedule=replace(samples.CLIFF, cliff=0))
    window = replace(samples.OPTIONS, window_days=D(90))
    before = replace(FIRST, parts=(samples.SHARES, window, samples.COMMISSION, samples.MATCH))
    sure = replace(samples.COMMISSION, recoverable=True)
    unset = replace(samples.OPTIONS, window_days=D(3_650), schedule=None)
    after = replace(FIRST, parts=(replace(samples.EXTRA, label="New"), grant, unset, sure))
    assert between(before, after).terms == (
        TermChange(name="cliff", before=12, after=0, label="Grant"),
        TermChange(name="window_days", before=D(90), after=D(3_650), label="Options"),
        TermChange(name="schedule", before="25/25/25/25", after=None, label="Options"),
        TermChange(name="cliff", before=12, after=None, label="Options"),
        TermChange(name="cadence", before=1, after=None, label="Options"),
        TermChange(name="recoverable", before="no", after="yes", label="Commission"),
    )


def test_what_one_pays_oneself_is_told_apart():
    before = replace(FIRST, parts=(replace(samples.EXTRA, premium=D(200)),), commute_cost=D(50))
    after = replace(FIRST, parts=(replace(samples.EXTRA, premium=D(150)),))
    found = between(before, after)
    assert found.costs == (
        CostChange(code="premium", label="Meals", before=D(2_400), after=D(1_800)),
        CostChange(code="commute", label="", before=D(600), after=None),
    )
    assert (found.changes, found.first_year) == ((), 0)


def test_days_of_leave_have_a_worth_in_no_sum():
    assert round(leave_worth(D(10), D(140_000)), 2) == D("5384.62")
    found = between(replace(FIRST, leave_days=D(20)), replace(FIRST, leave_days=D(30)))
    assert round(found.leave_worth, 2) == D("5384.62")
    assert found.all_years == 0
    fewer = between(replace(FIRST, leave_days=D(30)), replace(FIRST, leave_days=D(20)))
    assert fewer.leave_worth == -found.leave_worth
    more = replace(FIRST, leave_days=D(30))
    assert between(FIRST, more).leave_worth is between(more, FIRST).leave_worth is None
    assert between(more, replace(more, base=None)).leave_worth is None


@pytest.mark.parametrize("other", [{"currency": "EUR"}, {"basis": "net"}])
def test_two_currencies_or_bases_have_no_difference(other):
    assert between(FIRST, replace(FIRST, **other)) is None


def test_without_base_there_is_no_sum_but_the_lines_are_told():
    found = between(FIRST, replace(FIRST, base=None, sign_on=D(5)))
    assert (found.first_year, found.all_years) == (None, None)
    assert [change.code for change in found.changes] == [Code.BASE, Code.SIGN_ON]


def test_only_years_that_both_have_are_told():
    found = difference(valuation(FIRST, 2), valuation(replace(FIRST, base=D(150_000)), 4))
    assert (told(found)[0][2:], found.all_years) == (((140_000,) * 2, (150_000,) * 2, (10_000,) * 2), 20_000)


@given(offers)
def test_an_offer_does_not_differ_from_itself(terms):
    found = between(terms, terms)
    assert (found.changes, found.costs, found.terms, found.first_year, found.all_years) == ((), (), (), 0, 0)


@given(offers, offers)
def test_there_and_back_is_the_opposite(one, other):
    there, back = between(one, other), between(other, one)
    assert (there.first_year, there.all_years) == (-back.first_year, -back.all_years)
    assert {change.by for change in there.changes} == {
        tuple(None if by is None else -by for by in change.by) for change in back.changes
    }


@given(offers, offers)
def test_where_all_is_known_the_sum_is_that_of_the_totals(one, other):
    before, after = valuation(one), valuation(other)
    found = difference(before, after)
    if not any(change.not_known for change in found.changes):
        assert abs(found.all_years - (after.total(M) - before.total(M))) < D("1e-9")
        assert abs(found.first_year - (after.years[0].maybe - before.years[0].maybe)) < D("1e-9")
