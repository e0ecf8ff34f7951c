"""Every page, filled in, for everybody's eyes and hands: axe finds nothing, and nothing runs over the edge."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.every_page import Look, filled, for_nobody, pages_of, wrong_on
from tests.browser.pages import carry_on

LOOKS = [Look("light", 1280), Look("dark", 360)]
PARTS = 3


def look_name(look: Look) -> str:
    return f"{look.scheme} {look.width}"


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("look", LOOKS, ids=look_name)
def test_every_filled_page(visitor: Any, look: Look, part: int):
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    wrong = []
    for address in pages_of(owner, part, PARTS):
        page.goto(address)
        wrong += wrong_on(page, look)
    assert wrong == []


@pytest.mark.parametrize("look", LOOKS, ids=look_name)
def test_every_page_that_needs_nobody(visitor: Any, look: Look):
    page = visitor(**look.ways)
    wrong = []
    for address in for_nobody():
        page.goto(address)
        wrong += wrong_on(page, look)
    assert wrong == []


@pytest.mark.parametrize("look", LOOKS, ids=look_name)
def test_a_page_that_says_what_is_wrong(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(f"/plans/{owner.ids['plan_id']}/zopa/")
    page.get_by_label("The lowest you would accept").fill("about 90")
    carry_on(page)
    page.locator("[data-error-summary]").wait_for()
    assert wrong_on(page, look) == []
