"""An offer in other money: by the person's own dated rate, or not counted and said so."""

from __future__ import annotations

from datetime import date

import pytest

from negotiation.models import Alternative
from offers.models import Offer, Rate
from tests.steps.sending import address, press


@pytest.fixture
def euros(mine):
    return Offer.objects.create(candidate=mine, employer="Mill", base=100, currency="EUR", version=1)


@pytest.fixture
def rate(mine):
    return Rate.objects.create(candidate=mine, currency="EUR", other="USD", rate=2, as_of=date(2026, 11, 1), version=1)


def about(plan, offer):
    plan.offer = offer
    plan.save()


def page_of(filler, plan, slug):
    return filler.get(address(plan, slug)).content.decode()


def test_the_plans_offer_is_converted_by_the_dated_rate(filler, plan, euros, rate):
    about(plan, euros)
    page = page_of(filler, plan, "zopa")
    assert "(from EUR by your rate of 1 November 2026)" in page
    press(filler, plan, "zopa", counts="fixed", target_fixed="210", floor_fixed="205")
    assert "Their offer is 5 USD a year gross below your minimum." in page_of(filler, plan, "zopa")


def test_without_a_rate_it_is_not_counted_and_says_so(filler, plan, euros):
    about(plan, euros)
    assert "(in EUR: not counted until you enter an exchange rate)" in page_of(filler, plan, "zopa")


def test_pay_after_tax_is_never_held_against_pay_before_tax(filler, plan, euros, rate):
    Offer.objects.filter(pk=euros.pk).update(basis="net")
    about(plan, euros)
    assert "given net, while this plan speaks of gross pay: not counted" in page_of(filler, plan, "zopa")


def test_pay_of_unknown_hours_says_what_is_missing(filler, plan, mine):
    about(plan, Offer.objects.create(candidate=mine, employer="Mill", base=100, currency="USD", version=1))
    plan.period = "hour"
    plan.save()
    assert "not known yet, or not how many hours or days a week" in page_of(filler, plan, "zopa")


def test_an_alternative_in_other_money_is_converted_and_shows_its_rate(filler, plan, euros, rate):
    Alternative.objects.create(plan=plan, kind="offer", offer=euros, likelihood=100, version=1)
    page = page_of(filler, plan, "batna")
    assert "200 USD a year gross" in page
    assert "from EUR by your rate of 1 November 2026" in page


def test_an_alternative_without_a_rate_is_not_known(filler, plan, euros):
    Alternative.objects.create(plan=plan, kind="offer", offer=euros, likelihood=100, version=1)
    page = page_of(filler, plan, "batna")
    assert "Worth not known yet" in page
    assert "in EUR: not counted until you enter an exchange rate" in page


def test_an_offer_in_the_plans_money_needs_no_word(filler, plan, mine):
    about(plan, Offer.objects.create(candidate=mine, employer="Mill", base=100, currency="USD", version=1))
    assert "its pay is taken from there. <a" in page_of(filler, plan, "zopa")
