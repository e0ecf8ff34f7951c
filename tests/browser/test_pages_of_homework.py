"""The pages of the homework that no address alone brings up: an ad that is refused, and one that was read."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from negotiation.models import Pain
from tests.ad.reads import ad
from tests.browser.every_page import Look, filled, wrong_on
from tests.browser.pages import carry_on
from tests.browser.test_pages import LOOKS, look_name

pytestmark = pytest.mark.parametrize("look", LOOKS, ids=look_name)


def refused(page: Page, button: str) -> None:
    carry_on(page, button)
    expect(page.locator("[data-error-summary]")).to_be_visible()


def test_an_ad_is_refused_and_then_read_and_taken_over(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("role_ad", args=[owner.ids["plan_id"]]))
    refused(page, "Read the ad")
    wrong = wrong_on(page, look)
    page.get_by_label("The text of the ad").fill(ad("manager_us"))
    carry_on(page, "Read the ad")
    expect(page.get_by_role("heading", name="What the ad says")).to_be_visible()
    assert wrong + wrong_on(page, look) == []
    line = "We move fragile freight for 300 museums and galleries."
    page.get_by_label(line).select_option(label="Something that hurts them")
    carry_on(page, "Add what is chosen")
    expect(page.get_by_text("Added: 4 tasks, 2 things that hurt them and")).to_be_visible()
    assert Pain.objects.filter(plan=owner.plan, pain=line).exists()


def test_somebody_new_says_what_is_lacking(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("row_new", args=[owner.ids["plan_id"], "people"]))
    refused(page, "Save and go back")
    assert wrong_on(page, look) == []
