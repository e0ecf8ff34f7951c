"""Plans follow their offers: what the hub shows changes with the offer, its deletion and its return."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from negotiation.models import Alternative
from negotiation.services import recheck
from offers.models import Offer
from tests import people


@pytest.fixture
def owner(db):
    return people.account("owner")


@pytest.fixture
def signed_in(owner):
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def plan(owner):
    """A plan whose only alternative is worth what an offer pays."""
    plan = people.full_plan(owner)
    offer = Offer.objects.create(candidate=owner, employer="Mill", base=100, currency="EUR", version=1)
    Alternative.objects.filter(plan=plan).delete()
    Alternative.objects.create(plan=plan, kind="offer", offer=offer, likelihood=100, version=1)
    recheck(plan)
    return plan


def missing(plan):
    return [gap["missing"] for gap in plan.states.get(slug="batna").gaps]


def test_an_offer_that_loses_its_base_opens_a_gap_and_one_that_gets_it_closes_it(signed_in, plan):
    offer = Offer.objects.get(employer="Mill")
    values = {"employer": "Mill", "currency": "EUR", "basis": "gross", "period": "year", "payments": "12"}
    values |= {"bonus_certainty": "maybe", "then": "continue"}
    assert missing(plan) == []
    signed_in.post(f"/offers/{offer.pk}/", values | {"base": "", "version": 1})
    assert missing(plan) == ["what at least one alternative is worth, and how likely it is"]
    signed_in.post(f"/offers/{offer.pk}/", values | {"base": "120", "version": 2})
    assert missing(plan) == []


def test_deleting_the_offer_opens_the_gap_and_putting_it_back_closes_it(signed_in, plan):
    offer = Offer.objects.get(employer="Mill")
    page = signed_in.post(f"/offers/{offer.pk}/delete/", follow=True).content.decode()
    assert missing(plan) == ["what at least one alternative is worth, and how likely it is"]
    signed_in.post(re.search(r"/undo/[0-9a-f-]{36}/", page)[0])
    assert missing(plan) == []
    assert Alternative.objects.get(plan=plan).offer == offer
