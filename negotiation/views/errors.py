"""Errors as pages: what kind it is decides the status, and nothing of it is shown."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from psycopg_pool import PoolTimeout

log = logging.getLogger("groundwork.error")
# An IntegrityError that reaches this far: something was deleted at the same moment. Asked again, it is a 404.
AWAY = (OperationalError, InterfaceError, PoolTimeout, IntegrityError)
UNREADABLE = (DataError, UnicodeError)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's last resort, for errors in views and in middleware alike."""
    error = sys.exc_info()[1]
    if isinstance(error, UNREADABLE):
        return render(request, "400.html", status=400)
    status = 503 if isinstance(error, AWAY) else 500
    if status == 500:
        log.error("%s at %s", type(error).__name__, place(error))
    response = render(None, f"{status}.html", status=status)  # type: ignore[arg-type]
    if status == 503:
        response.headers["Retry-After"] = "5"
    return response


def place(error: BaseException | None) -> str:
    """The innermost line of the traceback; never its message, which can quote what was typed."""
    trace = error.__traceback__ if error else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"


def csrf(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """Signing in renews the token, and pages left open still carry the old one: their next save is told the
    new one and tries again. Only pages of ours can read this answer, or ask for it in this way."""
    response = render(request, "403.html", status=403)
    if request.headers.get("HX-Request"):
        response.headers["HX-Trigger"] = json.dumps({"fresh-token": get_token(request)})
    return response
