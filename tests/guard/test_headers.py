"""The headers of every answer, whatever it is and whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import DataError, OperationalError

from tests.guard.doors import DOORS
from tests.guard.routes import ROUTES, addresses
from tests.guard.test_leak import raising
from tests.guard.world import HTMX, World, ask

POLICY = {
    "default-src 'none'",
    *("script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'"),
    *("base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"),
}
EXACT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def wrong(answer: Any) -> list[str]:
    """What is not as it must be in one answer."""
    found = [f"{name}: {answer.get(name)}" for name, value in EXACT.items() if answer.get(name) != value]
    policy = {part.strip() for part in answer.get("Content-Security-Policy", "").split(";") if part.strip()}
    found += [f"CSP: {sorted(policy ^ POLICY)}"] * (policy != POLICY)
    found += [f"Cache-Control: {answer.get('Cache-Control')}"] * ("no-store" not in answer.get("Cache-Control", ""))
    found += ["Vary"] * ("HX-Request" not in answer.get("Vary", ""))
    return found + [name for name in ("Server", "X-Powered-By", "ETag", "Last-Modified") if name in answer]


def answers(world: World) -> Iterator[tuple[str, Any]]:
    """Every address as a page and as a POST, as the owner and as nobody; refusals are answers too."""
    for route in (route for route in ROUTES if route.name != "health"):
        address = addresses(route, world.owner)[0]
        for method in ("GET", "POST", "DELETE"):
            yield f"{method} {address}", ask(world.owner.client, method, address)
        for method in DOORS[route.name].methods:
            yield f"nobody {method} {address}", ask(world.nobody.client, method, address)


def test_every_answer_carries_them(world: World):
    bad = {what: found for what, answer in answers(world) if (found := wrong(answer))}
    assert not bad, "\n".join(f"{what}: {found}" for what, found in bad.items())


def test_so_do_pages_that_are_not_there_and_errors(world: World, monkeypatch: pytest.MonkeyPatch):
    client, plan = world.owner.client, f"/plans/{world.owner.ids['plan_id']}/"
    for error, status in ((ValueError, 500), (OperationalError, 503), (DataError, 400)):
        with monkeypatch.context() as patch:
            patch.setattr("negotiation.views.plan.hub_context", raising(error("zz")))
            answer = client.get(plan)
        assert (answer.status_code, wrong(answer)) == (status, [])
    for path in ("/nothing/here/", "/plans/not-an-id/", "/static/nothing.css"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert [each for each in wrong(answer) if not path.startswith("/static/")] == []


def test_health_is_never_cached(world: World):
    answer = world.nobody.client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_files_of_ours_may_be_kept_and_everything_we_name_is_there(world: World):
    page = world.owner.client.get("/help/").content.decode()
    named = {part.split('"')[0] for part in page.split("/static/")[1:]}
    assert named
    assert [name for name in named if finders.find(name) is None] == []


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(world: World):
    client = world.nobody.client
    answer = client.post("/plans/")
    client.get(answer["Location"])
    assert {"sessionid", "csrftoken"} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Lax"
        assert cookie["domain"] == ""


def test_a_save_by_somebody_signed_out_says_that_it_was_not_saved(world: World):
    address = f"/plans/{world.owner.ids['plan_id']}/zopa/"
    answer = world.nobody.client.post(address, {"target_fixed": "1"}, headers=HTMX)
    assert answer.status_code == 401
    assert 'id="save-status"' in answer.content.decode()
    assert "Not saved" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_continue_by_somebody_signed_out_shows_what_was_typed(world: World):
    address = f"/plans/{world.owner.ids['plan_id']}/company/"
    typed = {"does": "They mend <b>bridges</b>", "then": "continue", "csrfmiddlewaretoken": "zz-token"}
    answer = world.nobody.client.post(address, typed)
    text = answer.content.decode()
    assert answer.status_code == 401
    assert "They mend &lt;b&gt;bridges&lt;/b&gt;" in text
    assert "zz-token" not in text


def test_a_page_asked_for_by_somebody_signed_out_leads_to_sign_in_and_back(world: World):
    address = f"/plans/{world.owner.ids['plan_id']}/zopa/"
    answer = world.nobody.client.get(f"{address}?a=1&b=2")
    assert answer.status_code == 302
    assert answer["Location"] == f"/account/sign-in/?next={address.replace('/', '%2F')}%3Fa%3D1%26b%3D2"
