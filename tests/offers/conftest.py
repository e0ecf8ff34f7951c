"""People and an offer for the tests of the offers."""

from __future__ import annotations

import pytest
from django.test import Client

from negotiation.profiles.models import Candidate
from offers.models import Offer, Term
from tests.people import account


@pytest.fixture
def owner(db: None) -> Candidate:
    return account("owner")


@pytest.fixture
def stranger(db: None) -> Candidate:
    return account("stranger")


def signed_in(candidate: Candidate) -> Client:
    client = Client()
    client.force_login(candidate)
    return client


@pytest.fixture
def as_owner(owner: Candidate) -> Client:
    return signed_in(owner)


@pytest.fixture
def as_stranger(stranger: Candidate) -> Client:
    return signed_in(stranger)


@pytest.fixture
def offer(owner: Candidate) -> Offer:
    """45 an hour, 40 hours a week; a sign-on payment once."""
    return Offer.objects.create(
        candidate=owner,
        version=1,
        employer="Heron Works",
        currency="EUR",
        base=45,
        period="hour",
        hours_week=40,
        sign_on=5000,
    )


@pytest.fixture
def term(offer: Offer) -> Term:
    return Term.objects.create(offer=offer, version=1, order=1, label="Relocation", amount=3000, every="once", year=2)
