"""People with names, and a browser for each of them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from negotiation.profiles.models import Candidate
from tests import people
from tests.guard.world import browser_of


@pytest.fixture
def owner(db: None) -> Candidate:
    return people.account("owner")


@pytest.fixture
def stranger(db: None) -> Candidate:
    return people.account("stranger")


@pytest.fixture
def supporter(db: None) -> Candidate:
    """Somebody with an account and nothing in it, who was told of the owner's plan."""
    return people.account("supporter")


@pytest.fixture
def guest(db: None) -> Candidate:
    return people.guest()


@pytest.fixture
def owner_client(owner: Candidate) -> Client:
    return browser_of(owner)


@pytest.fixture
def stranger_client(stranger: Candidate) -> Client:
    return browser_of(stranger)


@pytest.fixture
def supporter_client(supporter: Candidate) -> Client:
    return browser_of(supporter)


@pytest.fixture
def guest_client(guest: Candidate) -> Client:
    return browser_of(guest)


@pytest.fixture
def nobody_client(db: None) -> Client:
    return browser_of(None)


@pytest.fixture
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, so that two prints of the same plan are the same bytes."""
    moment = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
