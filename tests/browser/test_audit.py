"""The whole matrix: every page empty, filled and refused, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.every_page import Look, bare, filled, for_nobody, opened, pages_of, wrong_on

LOOKS = [Look(scheme, width) for scheme in ("light", "dark") for width in (360, 1280)]
STATES = {"empty": bare, "filled": filled, "refused": filled}
# Forms that keep what is typed; elsewhere a wrong click could end the visit.
REFUSED = "form[data-autosave], form[novalidate]"


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme} {look.width}")
@pytest.mark.parametrize("state", STATES)
def test_every_page(visitor: Any, troubles: Any, state: str, look: Look):
    troubles.expect("422")
    somebody = STATES[state]()
    page = visitor(somebody.candidate, **look.ways)
    wrong, looked_at = [], 0
    for address in pages_of(somebody):
        page.goto(address)
        if state != "refused" or refused(page):
            wrong += wrong_on(page, look)
            looked_at += 1
    assert looked_at > 5
    assert wrong == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme} {look.width}")
@pytest.mark.parametrize("state", ["empty", "refused"])
def test_every_page_that_needs_nobody(visitor: Any, troubles: Any, state: str, look: Look):
    troubles.expect("422")
    page = visitor(**look.ways)
    wrong = []
    for address in for_nobody():
        page.goto(address)
        if state == "empty" or refused(page):
            wrong += wrong_on(page, look)
    assert wrong == []


def refused(page: Page) -> bool:
    """Fill every number with a word and send the page's form; was there something to refuse?"""
    form = page.locator("main").locator(REFUSED).first
    if not form.count():
        return False
    opened(page)
    for field in form.locator("input[inputmode=decimal]:visible").all():
        field.fill("about")
    form.locator("button").first.click()
    page.wait_for_load_state()
    return page.locator("[data-error-summary]").count() > 0
