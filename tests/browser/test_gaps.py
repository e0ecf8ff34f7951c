"""What is missing opens where it is filled in: from the hub, and from the brief."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.every_page import bare

POSITION = {"timing", "state", "win", "market", "zopa", "redlines", "budget", "batna"}


@pytest.mark.parametrize("place", ["plan", "brief"])
def test_every_gap_opens_at_its_field(visitor: Any, place: str):
    owner = bare()
    page = visitor(owner.candidate)
    page.goto(reverse(place, args=[owner.ids["plan_id"]]))
    links = {one.get_attribute("href") or "" for one in page.locator(".gaps a").all()}
    assert {urlsplit(link).path.split("/")[3] for link in links} >= POSITION
    for link in sorted(links):
        page.goto(link)
        expect(page.locator(f"#{urlsplit(link).fragment}")).to_be_in_viewport()
