"""The way back: where a page of an offer was opened from, and addresses that still know it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from groundwork.owner import Owner, Request


def today(candidate: Owner) -> date:
    return datetime.now(ZoneInfo(candidate.zone)).date()


def came_from(request: Request) -> str:
    """The page of ours that led here, if one did. Never an address elsewhere."""
    target = request.GET.get("next", "")
    ours = (
        target.startswith("/") and target.isprintable() and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    )
    return target if ours and len(target) < 500 else ""


def link(request: Request, name: str, *args: Any, at: str = "", **asked: str) -> str:
    """The address of an offer page that still knows where one came from."""
    target = came_from(request)
    query = urlencode(({"next": target} if target else {}) | asked)
    return reverse(name, args=args) + (f"?{query}" if query else "") + at


def back(request: Request) -> str:
    return came_from(request) or reverse("offers")
