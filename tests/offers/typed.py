"""What a browser sends from the pages of an offer."""

from __future__ import annotations

import html
import re
import uuid
from typing import Any

from django.test import Client
from django.urls import reverse

from offers.models import Offer

OFFER = {
    "employer": "Heron Works",
    "role": "Keeper",
    "currency": "EUR",
    "basis": "gross",
    "base": "45",
    "period": "hour",
    "hours_week": "40",
    "days_week": "",
    "payments": "12",
    "bonus_percent": "",
    "bonus_amount": "",
    "bonus_certainty": "maybe",
    "sign_on": "",
    "expires": "",
    "starts": "",
    "notes": "",
}
TERM = {
    "label": "Car",
    "amount": "1200",
    "every": "year",
    "year": "1",
    "paid_in": "cash",
    "certainty": "guaranteed",
    "written": "on",
}
RATE = {"currency": "EUR", "other": "USD", "rate": "1.08", "as_of": "2026-11-01"}
HTMX = {"HX-Request": "true"}


def send(browser: Client, pk: uuid.UUID, *, version: int = 0, headers: Any = None, **changes: Any) -> Any:
    """Continue on the page of an offer."""
    data = OFFER | {"version": str(version), "then": "continue"} | changes
    return browser.post(reverse("offer", args=[pk]), data, headers=headers)


def autosave(browser: Client, pk: uuid.UUID, *, version: int, **changes: Any) -> Any:
    """What a page sends while somebody types in it."""
    return send(browser, pk, version=version, headers=HTMX, then="", **changes)


def send_term(
    browser: Client, offer: Offer, pk: uuid.UUID, *, version: int = 0, headers: Any = None, **changes: Any
) -> Any:
    data = TERM | {"version": str(version), "then": "continue"} | changes
    return browser.post(reverse("term", args=[offer.pk, pk]), data, headers=headers)


def send_kind(browser: Client, offer: Offer, kind: str, pk: uuid.UUID, *, version: int = 0, **typed: Any) -> Any:
    """Continue on the page of a term of this kind: all that a browser sends, the rest blank."""
    page = reverse("term", args=[offer.pk, pk]) + ("" if version else f"?kind={kind}")
    return browser.post(page, {"version": str(version), "then": "continue"} | typed)


def send_rate(browser: Client, pk: uuid.UUID, *, version: int = 0, **changes: Any) -> Any:
    data = RATE | {"version": str(version), "then": "continue"} | changes
    return browser.post(reverse("rate", args=[pk]), data)


def words(response: Any) -> str:
    """The page as text a person can read: entities resolved, runs of space as one."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(text).split())
