"""The world of the guards: made once for them all, and put back after each test."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from django.db import transaction

from tests import people
from tests.guard.targets import Target, found_on_all_pages, pages_that_show
from tests.guard.world import World, nobody, person


@pytest.fixture(scope="package")
def made(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[World]:
    """Filling in four people's plans takes a second; no test needs its own."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        owner = person(people.account("owner"), "owner")
        stranger = person(people.account("stranger"), "stranger")
        guest = person(people.guest(), "guest")
        yield World(owner=owner, stranger=stranger, guest=guest, nobody=nobody())
        transaction.set_rollback(True)


@pytest.fixture
def world(made: World, db: None) -> Iterator[World]:
    """The world, as it was before the test when the test is over."""
    cookies = [copy.deepcopy(one.client.cookies) for one in made.everybody]
    yield made
    for one, before in zip(made.everybody, cookies, strict=True):
        one.client.cookies = before


@pytest.fixture(scope="package")
def targets(made: World) -> list[Target]:
    """Every form of the owner's pages."""
    return found_on_all_pages(made.owner)


@pytest.fixture(scope="package")
def showing(made: World) -> list[tuple[str, str]]:
    """Every route and address that shows something the owner typed."""
    return pages_that_show(made.owner, "owner_")
