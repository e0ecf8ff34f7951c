"""The pages of a position that no address alone brings up: a pasted table, a limit crossed, a line refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from negotiation.models import Budget
from tests.browser.every_page import Look, filled, wrong_on
from tests.browser.pages import carry_on
from tests.browser.test_pages import LOOKS, look_name

TABLE = """Source;Date;Low;High;Currency
The harbour masters’ yearly survey of pay along the coast and on the rivers;2026-05-01;1200;1600;EUR
Otter and Heron;about spring;1300;1500;EUR
"""
pytestmark = pytest.mark.parametrize("look", LOOKS, ids=look_name)


def refused(page: Page, button: str) -> None:
    carry_on(page, button)
    expect(page.locator("[data-error-summary]")).to_be_visible()


def test_a_table_is_refused_and_then_read(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("market_paste", args=[owner.ids["plan_id"]]))
    refused(page, "Read the table")
    wrong = wrong_on(page, look)
    page.get_by_label("The table").fill(TABLE)
    carry_on(page, "Read the table")
    expect(page.get_by_role("heading", name="1 source")).to_be_visible()
    expect(page.get_by_text("Line 3, date")).to_be_visible()
    assert wrong + wrong_on(page, look) == []


def test_a_limit_that_is_crossed_asks_leave_or_cut(visitor: Any, look: Look):
    owner = filled()
    Budget.objects.filter(plan=owner.plan).update(hours=1, rounds=0)
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("step", args=[owner.ids["plan_id"], "budget"]))
    expect(page.get_by_role("heading", name="Leave or cut?")).to_be_visible()
    assert wrong_on(page, look) == []


@pytest.mark.parametrize("slug", ["redlines", "market", "win", "zopa", "timing", "batna"])
def test_a_new_entry_says_what_it_lacks(visitor: Any, troubles: Any, look: Look, slug: str):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("row_new", args=[owner.ids["plan_id"], slug]))
    money = page.locator("input[inputmode=decimal]:visible")
    if money.count():
        money.first.fill("about 2")
    refused(page, "Save and go back")
    assert wrong_on(page, look) == []
