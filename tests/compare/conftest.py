"""A plan and its offers for the tests of the comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from offers.models import Offer
from tests.people import account


@pytest.fixture
def owner(db: None) -> Candidate:
    return account("owner")


@pytest.fixture
def as_owner(owner: Candidate) -> Client:
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def as_stranger(db: None) -> Client:
    client = Client()
    client.force_login(account("stranger"))
    return client


@pytest.fixture
def plan(owner: Candidate) -> Plan:
    return Plan.objects.create(candidate=owner, currency="EUR")


def offered(owner: Candidate, employer: str, base: Any = None, **values: Any) -> Offer:
    """A stored offer in euros a year, gross, unless told otherwise."""
    known = {"currency": "EUR", "base": Decimal(base) if base is not None else None} | values
    return Offer.objects.create(candidate=owner, version=1, employer=employer, **known)
