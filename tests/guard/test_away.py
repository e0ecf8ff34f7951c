"""When the database is away or cannot hold what was sent: 503 and 400, wherever it is noticed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DataError, InterfaceError, OperationalError
from psycopg_pool import PoolTimeout

from tests.guard.test_leak import raising
from tests.guard.world import HTMX, World

IN_A_VIEW = "negotiation.views.plan.hub_context"
IN_MIDDLEWARE = "negotiation.middleware.who"
AWAY = [OperationalError, InterfaceError, PoolTimeout]


@pytest.mark.parametrize("place", [IN_A_VIEW, IN_MIDDLEWARE])
@pytest.mark.parametrize("error", AWAY)
def test_a_database_that_is_away_is_a_503_that_says_when_to_try_again(
    error: Any, place: str, world: World, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(place, raising(error("the server closed the connection: secret")))
    answer = world.owner.client.get(f"/plans/{world.owner.ids['plan_id']}/")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "secret" not in answer.content.decode()
    assert "Back in a moment" in answer.content.decode()


@pytest.mark.parametrize("place", [IN_A_VIEW, IN_MIDDLEWARE])
def test_what_cannot_be_stored_is_a_400(place: str, world: World, monkeypatch: pytest.MonkeyPatch):
    for error in (DataError("secret"), UnicodeEncodeError("utf-8", "secret", 0, 1, "secret")):
        monkeypatch.setattr(place, raising(error))
        answer = world.owner.client.get(f"/plans/{world.owner.ids['plan_id']}/")
        assert answer.status_code == 400
        assert "secret" not in answer.content.decode()


def test_a_save_while_the_database_is_away_is_not_called_saved(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("negotiation.services.state_locked", raising(OperationalError("secret")))
    address = f"/plans/{world.owner.ids['plan_id']}/zopa/"
    answer = world.owner.client.post(address, {"target_fixed": "1", "version": "1"}, headers=HTMX)
    assert answer.status_code == 503
    assert "Saved" not in answer.content.decode()


def test_health_says_that_the_database_is_away(world: World, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr("negotiation.middleware.connection.cursor", raising(OperationalError("secret")))
        answer = world.nobody.client.get("/healthz")
    assert answer.status_code == 503
    assert "secret" not in answer.content.decode()


def test_any_other_error_is_a_500_that_shows_nothing_of_it(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(IN_A_VIEW, raising(RuntimeError("secret")))
    answer = world.owner.client.get(f"/plans/{world.owner.ids['plan_id']}/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert "RuntimeError" not in answer.content.decode()
