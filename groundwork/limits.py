"""Limits on how often something may be done, counted in the database by one statement."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

_COUNT = """
    INSERT INTO groundwork_hit (key, count, until) VALUES (%s, 1, %s)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN groundwork_hit.until < %s THEN 1 ELSE groundwork_hit.count + 1 END,
        until = CASE WHEN groundwork_hit.until < %s THEN EXCLUDED.until ELSE groundwork_hit.until END
    RETURNING count
"""


class TooOften(Exception):
    """The limit is reached: answered by the middleware with 429."""


def allow(what: str, who: str, *, times: int, within: timedelta) -> None:
    """Count one more `what` by `who`; raise TooOften past `times` in the window."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [_key(what, who), now + within, now, now])
        row = cursor.fetchone()
    if row and row[0] > times:
        raise TooOften


def address(request: HttpRequest) -> str:
    """The caller's address. Behind our proxy, the last hop it wrote; a client can forge only earlier ones."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", "")


def _key(what: str, who: str) -> str:
    """Addresses are never stored as they are."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{what}|{who}".encode(), hashlib.sha256).hexdigest()
