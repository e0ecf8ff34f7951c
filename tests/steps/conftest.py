"""A plan of the owner's and the browser it is filled in with."""

from __future__ import annotations

import pytest
from django.test import Client

from negotiation import services
from tests import people


@pytest.fixture
def mine(db):
    return people.account("owner")


@pytest.fixture
def plan(mine):
    return services.plan_start(candidate=mine)


@pytest.fixture
def filler(mine):
    client = Client()
    client.force_login(mine)
    return client
