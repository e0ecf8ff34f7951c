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
EXTRA = {"label": "Car", "amount": "1200", "every": "year", "year": "1", "certainty": "guaranteed"}
HTMX = {"HX-Request": "true"}


def send(browser: Client, pk: uuid.UUID, *, version: int = 0, headers: Any = None, **changes: Any) -> Any:
    """Continue on the page of an offer."""
    data = OFFER | {"version": str(version), "then": "continue"} | changes
    return browser.post(reverse("offer", args=[pk]), data, headers=headers)


def autosave(browser: Client, pk: uuid.UUID, *, version: int, **changes: Any) -> Any:
    """What a page sends while somebody types in it."""
    return send(browser, pk, version=version, headers=HTMX, then="", **changes)


def send_extra(
    browser: Client, offer: Offer, pk: uuid.UUID, *, version: int = 0, headers: Any = None, **changes: Any
) -> Any:
    data = EXTRA | {"version": str(version), "then": "continue"} | changes
    return browser.post(reverse("extra", args=[offer.pk, pk]), data, headers=headers)


def words(response: Any) -> str:
    """The page as text a person can read: entities resolved, runs of space as one."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(text).split())
