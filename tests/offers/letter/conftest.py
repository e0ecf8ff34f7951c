"""Letters that are read and taken over."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.models import Offer


@pytest.fixture
def post(as_owner: Client, offer: Offer) -> Any:
    """Send the page of a letter: by default, read it."""

    def send(text: str, **more: Any) -> Any:
        return as_owner.post(reverse("offer_letter", args=[offer.pk]), {"text": text, "do": "read"} | more)

    return send


@pytest.fixture
def take(post: Any, offer: Offer) -> Any:
    """Tick the lines whose words hold one of these, and take them over."""

    def send(text: str, *said: str, **more: Any) -> Any:
        lines = post(text).context["lines"]
        keys = [line.candidate.key for line in lines if any(words in line.candidate.says for words in said)]
        offer.refresh_from_db()
        return post(text, **({"do": "take", "tick": keys, "version": str(offer.version)} | more))

    return send
