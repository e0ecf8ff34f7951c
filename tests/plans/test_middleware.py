"""Around every request: one address on one's own machine, bodies of a sane size, health."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from negotiation.middleware import LARGEST


def test_a_body_that_says_it_is_too_large_is_refused_unread():
    response = Client().post("/plans/", b"x", content_type="text/plain", CONTENT_LENGTH=str(LARGEST + 1))
    assert response.status_code == 413


def test_on_ones_own_machine_everything_happens_at_one_address(settings):
    response = Client().get("/help/?a=b", headers={"host": "127.0.0.1:8000"})
    assert response.status_code == 302
    assert response["Location"] == f"{settings.SITE_URL}/help/?a=b"


def test_a_strange_host_is_refused():
    assert Client().get("/help/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_health_asks_the_database():
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_health_says_503_when_the_database_is_away(monkeypatch):
    from negotiation import middleware

    class Away:
        def cursor(self):
            raise OperationalError("gone")

    monkeypatch.setattr(middleware, "connection", Away())
    response = Client().get("/healthz")
    assert response.status_code == 503
    assert b"gone" not in response.content
