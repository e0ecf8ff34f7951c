"""Every request that could change something must come from a page of ours."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory

from tests.guard.routes import METHODS, ROUTES, SAFE, addresses
from tests.guard.world import HTMX, Person, World, stored

FORM = "application/x-www-form-urlencoded"
EVIL = {"Origin": "https://evil.example"}
UNSAFE = [method for method in METHODS if method not in SAFE]


def careful(person: Person) -> Client:
    """The same browser, met by the check that the test client usually leaves out."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies = person.client.cookies
    return client


def no_token(client: Client, method: str, address: str) -> int:
    return client.generic(method, address, "then=continue", FORM).status_code


def token_of_htmx(client: Client, method: str, address: str) -> int:
    return client.generic(method, address, "then=continue", FORM, headers=HTMX).status_code


def wrong_token(client: Client, method: str, address: str) -> int:
    return client.generic(method, address, f"then=continue&csrfmiddlewaretoken={'a' * 64}", FORM).status_code


def foreign_origin(client: Client, method: str, address: str) -> int:
    return client.generic(method, address, with_token(client), FORM, headers=EVIL).status_code


def no_origin(client: Client, method: str, address: str) -> int:
    return client.generic(method, address, with_token(client), FORM, headers={"Origin": "null"}).status_code


def with_token(client: Client) -> str:
    """A token that would be right if the request came from a page of ours."""
    request = RequestFactory().get("/")
    token = get_token(request)
    client.cookies["csrftoken"] = request.META["CSRF_COOKIE"]
    return f"then=continue&csrfmiddlewaretoken={token}"


@pytest.mark.parametrize("forged", [no_token, token_of_htmx, wrong_token, foreign_origin, no_origin])
def test_a_forged_request_is_refused_everywhere(forged: Callable[[Client, str, str], int], world: World):
    client, before, through = careful(world.owner), stored(), []
    methods = UNSAFE if forged is no_token else ["POST"]
    for route in (route for route in ROUTES if route.name != "health"):
        address = addresses(route, world.owner)[0]
        through += [f"{m} {address}" for m in methods if forged(client, m, address) != 403]
    assert not through, "\n".join(through)
    assert stored() == before


def test_the_same_token_from_a_page_of_ours_is_let_in(world: World):
    client = careful(world.owner)
    assert client.post("/plans/", with_token(client), FORM).status_code == 302


def test_a_page_left_open_over_a_sign_in_is_told_the_new_token_when_it_asks_as_htmx(world: World):
    client = careful(world.owner)
    page = f"/plans/{world.owner.ids['plan_id']}/zopa/"
    refused = client.post(page, "then=", FORM, headers=HTMX)
    token = re.search(r'"fresh-token": "(\w+)"', refused["HX-Trigger"])
    assert refused.status_code == 403
    assert token
    again = client.post(page, f"csrfmiddlewaretoken={token[1]}&version=99", FORM, headers=HTMX)
    assert again.status_code == 409  # let in, and only then judged by its version


def test_a_page_not_asked_for_by_htmx_hands_out_no_token(world: World):
    refused = careful(world.owner).post("/plans/", "", FORM, headers=EVIL)
    assert refused.status_code == 403
    assert "HX-Trigger" not in refused
