"""Commission by the month: quota, ramp, delay, and both kinds of draw."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.calc.selling import commission_by, full_month
from tests.offers.calc.samples import COMMISSION, commissions

D = Decimal
DIRECT = replace(COMMISSION, delay_months=None)


def test_commission_that_is_paid_later_is_missing_in_the_first_year():
    assert [commission_by(COMMISSION)(months) for months in (3, 4, 12, 24)] == [
        (0, 0),
        (0, 2_000),
        (0, 18_000),
        (0, 42_000),
    ]
    assert commission_by(DIRECT)(12) == (0, 24_000)


@pytest.mark.parametrize(
    ("change", "month"),
    [
        ({}, 2_000),
        ({"attainment": D(80)}, 1_600),
        ({"amount": None, "percent": D(10), "quota": D(600_000), "attainment": D(90)}, 4_500),
        ({"attainment": D(0)}, 0),
        ({"attainment": None}, None),
        ({"amount": None}, None),
        ({"amount": None, "percent": D(10)}, None),
    ],
)
def test_a_full_month(change, month):
    assert full_month(replace(COMMISSION, **change)) == month


def test_a_ramp_earns_its_part_and_comes_before_the_delay():
    ramp = replace(DIRECT, ramp_months=D(6), ramp_percent=D(50))
    assert [commission_by(ramp)(months)[1] for months in (6, 12, 24)] == [6_000, 18_000, 42_000]
    later = replace(ramp, delay_months=D(3))
    assert [commission_by(later)(months)[1] for months in (6, 9, 12)] == [3_000, 6_000, 12_000]


def test_half_a_month_of_delay_is_half_a_month():
    assert commission_by(replace(COMMISSION, delay_months=D("1.5")))(12) == (0, 21_000)


def test_a_draw_is_paid_in_its_months_and_commission_above_it():
    drawn = replace(COMMISSION, draw=D(1_500), draw_months=D(6))
    found = [commission_by(drawn)(months) for months in (3, 6, 12)]
    assert found == [(4_500, 0), (9_000, 1_500), (9_000, 13_500)]


def test_a_recoverable_draw_is_an_advance_and_no_sure_pay():
    drawn = replace(COMMISSION, draw=D(3_000), draw_months=D(6), recoverable=True)
    assert [commission_by(drawn)(months) for months in (3, 6, 9, 12, 13)] == [
        (0, 9_000),
        (0, 18_000),
        (0, 18_000),
        (0, 18_000),
        (0, 20_000),
    ]


@pytest.mark.parametrize("blank", [{"ramp_months": D(3)}, {"draw": D(100)}, {"attainment": None}])
def test_half_a_ramp_or_draw_is_not_known(blank):
    assert commission_by(replace(COMMISSION, **blank))(12) is None


@given(commissions, st.integers(0, 59))
def test_what_has_been_paid_never_shrinks(terms, months):
    paid, later = commission_by(terms)(months), commission_by(terms)(months + 1)
    assert (paid is None) == (later is None)
    if paid and later:
        assert all(one <= other for one, other in zip(paid, later, strict=True))


@given(commissions, st.integers(0, 59))
def test_an_advance_pays_no_more_than_a_draw_that_is_kept(terms, months):
    kept = commission_by(replace(terms, recoverable=False))(months)
    advance = commission_by(replace(terms, recoverable=True))(months)
    if kept and advance:
        assert sum(advance) <= sum(kept) + D("1e-9")


@given(commissions, st.integers(0, 59))
def test_a_month_of_delay_pays_what_was_paid_a_month_before(terms, months):
    plain = replace(terms, draw=None, delay_months=None)
    assert commission_by(replace(plain, delay_months=D(1)))(months + 1) == commission_by(plain)(months)
