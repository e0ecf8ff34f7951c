"""Every address x every method x everybody, from the list of addresses itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.guard.doors import DOORS, expected
from tests.guard.routes import METHODS, ROUTES, SAFE, Route, addresses, is_id, nowhere
from tests.guard.world import Person, World, ask, stored

ACTORS = ("nobody", "guest", "stranger", "owner")
OTHERS = ("nobody", "guest", "stranger")
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+')


def visits(owner: Person) -> Iterator[tuple[Route, str, str]]:
    """Every address with every method it answers; the others are tried on one address a route."""
    for route in ROUTES:
        for number, address in enumerate(addresses(route, owner)):
            for method in METHODS:
                if number == 0 or method in DOORS[route.name].methods:
                    yield route, address, method


def test_every_address_is_classified():
    named = {route.name for route in ROUTES}
    assert named - set(DOORS) == set(), "say in tests/guard/doors.py who may come in here"
    assert set(DOORS) - named == set(), "no such address any more"


def test_an_address_with_an_id_is_its_owners_and_no_other_is():
    owned = {name for name, door in DOORS.items() if door.kind == "own"}
    assert {route.name for route in ROUTES if route.is_owned} == owned


@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_what_the_table_says(actor: str, world: World):
    me, wrong = world[actor], []
    for route, address, method in visits(world.owner):
        status = ask(me.client, method, address).status_code
        should = expected(route, method, actor, theirs=me is world.owner)
        wrong += [f"{method} {route.name} {address}: {status}, not {should}"] * (status != should)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("actor", ACTORS)
def test_what_belongs_to_somebody_else_looks_like_what_never_was(actor: str, world: World):
    me, told = world[actor], []
    for route in (route for route in ROUTES if route.is_owned):
        for there, never in pairs(route, me, world):
            for method in DOORS[route.name].methods:
                if seen(me, method, there) != seen(me, method, never):
                    told.append(f"{method} {there} is not {never}")
    assert not told, "\n".join(told)


def pairs(route: Route, me: Person, world: World) -> Iterator[tuple[str, str]]:
    """Two addresses only the owner can tell apart; in one's own plan, an entry of somebody else's."""
    theirs = world.stranger if me is world.owner else world.owner
    address = addresses(route, theirs)[0]
    yield address, nowhere(address)
    for name in ("plan_id", "offer_id"):
        if name in me.ids and name in route.needs and list(route.needs.values()).count("uuid") > 1:
            mixed = address.replace(str(theirs.ids[name]), str(me.ids[name]))
            yield mixed, nowhere(mixed, keep=(me.ids[name],))


def seen(me: Person, method: str, address: str) -> Any:
    """All that comes back, but for the token of this very page and the address asked for."""
    # A version has been seen, so nothing is made: an entry that is not there is not there.
    answer = ask(me.client, method, address, {"version": "7", "then": "continue", "who": "them"})
    headers = {name: value for name, value in answer.items() if name != "Location"}
    return answer.status_code, TOKEN.sub(rb"\1", answer.content), headers, sorted(answer.cookies)


def test_an_id_that_is_none_is_no_address(world: World):
    wrong = []
    for route in (route for route in ROUTES if route.is_owned):
        address = addresses(route, world.owner)[0]
        broken = "/".join("not-an-id" if is_id(part) else part for part in address.split("/"))
        wrong += [f"{m} {broken}" for m in METHODS if ask(world.owner.client, m, broken).status_code != 404]
    assert not wrong, "\n".join(wrong)


def test_looking_changes_nothing(world: World):
    before, changed = stored(), []
    for route in ROUTES:
        for address in addresses(route, world.owner):
            for method in SAFE:
                world.owner.client.generic(method, address)
        if stored() != before:
            changed.append(route.name)
            before = stored()
    assert not changed


@pytest.mark.parametrize("actor", OTHERS)
def test_what_is_refused_changes_nothing(actor: str, world: World):
    before, changed = stored(), []
    for route in (route for route in ROUTES if route.is_owned):
        for address in addresses(route, world.owner):
            for method in set(DOORS[route.name].methods) - set(SAFE):
                text = "version=0&then=continue&to=up&own=yes&who=me"
                world[actor].client.generic(method, address, text, "application/x-www-form-urlencoded")
        if stored() != before:
            changed.append(route.name)
            before = stored()
    assert not changed


def test_a_change_by_the_owner_is_seen_in_what_is_stored(world: World):
    """The look at all that is stored would notice: else the tests above could not fail."""
    before = stored()
    world.owner.client.post(f"/plans/{world.owner.ids['plan_id']}/delete/")
    assert {name for name, value in stored().items() if value != before[name]} >= {
        "negotiation_plan",
        "negotiation_pain",
    }
