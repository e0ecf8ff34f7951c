"""By keyboard alone, the example, and coming back with a private link."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from negotiation.steps import STEPS
from negotiation.steps.base import applicable
from tests import people
from tests.browser.pages import carry_on, fill


def tab_to(page: Page, target: Locator) -> None:
    """As somebody does who cannot use a mouse: on and on until one is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"no way by Tab to {target}")


def test_a_plan_is_begun_and_a_mistake_mended_with_the_keyboard_alone(page: Page, troubles: Any):
    troubles.expect("422")
    keys = page.keyboard
    page.goto("/")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    keys.press("Enter")
    tab_to(page, page.get_by_role("button", name="Start a plan"))
    keys.press("Enter")
    for question in ("stage", "time"):
        tab_to(page, page.locator(f"#id_{question}_0"))
        keys.press("ArrowDown")
        keys.press("Space")
        expect(page.locator(f"#id_{question}_1")).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Continue"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="What the call sheet still lacks")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Set your numbers", exact=True))
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Set your numbers")
    floor = page.get_by_label("The lowest you would accept")
    tab_to(page, floor)
    keys.type("about 90")
    tab_to(page, page.get_by_role("button", name="Continue"))
    keys.press("Enter")
    mended_from_the_summary(page, floor)


def mended_from_the_summary(page: Page, field: Locator) -> None:
    """The page says what is wrong first, leads there, and has kept what was typed."""
    summary = page.locator("[data-error-summary]")
    expect(page).to_have_title(re.compile("^Error: "))
    expect(summary).to_be_focused()
    tab_to(page, summary.get_by_role("link"))
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("about 90")
    page.keyboard.press("Control+A")
    page.keyboard.type("90k")
    page.keyboard.press("Enter")
    expect(page).not_to_have_title(re.compile("^Error: "))
    expect(summary).to_have_count(0)


def test_the_example_is_filled_and_nothing_in_it_can_be_changed(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Look at an example").click()
    expect(page.get_by_text("This is an invented example.")).to_be_visible()
    for step in applicable(STEPS, people.Plan()):
        page.goto(f"/example/{step.slug}/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(step.title)
        expect(page.locator("form[data-autosave], main input:not([type=hidden]), main textarea")).to_have_count(0)
    page.goto("/example/brief/")
    expect(page.locator("main")).to_contain_text("acorns")
    carry_on(page, "Start a plan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Two questions first")


def test_a_return_link_opens_the_guests_plans_elsewhere_and_an_old_one_does_not(visitor: Any, troubles: Any):
    troubles.expect("422")
    here, elsewhere, later = visitor(), visitor(), visitor()
    here.goto("/")
    carry_on(here, "Start a plan")
    here.get_by_text("Name and the period of pay").click()
    fill(here, "A name for this plan", "The harbour")
    for question in ("stage", "time"):
        here.locator(f"#id_{question}_0").check()
    carry_on(here)
    old = link(here, "Make a return link")
    come_back(elsewhere, old)
    expect(elsewhere.get_by_role("link", name="The harbour", exact=True)).to_be_visible()
    assert link(here, "Replace my return link") != old
    come_back(later, old)
    expect(later.locator("[data-error-summary]")).to_contain_text("This key opens nothing.")


def link(page: Page, button: str) -> str:
    page.goto("/return/")
    carry_on(page, button)
    return page.locator("#link").inner_text()


def come_back(page: Page, link: str) -> None:
    """The script takes the key out of the address, so that no history and no log keeps it."""
    page.goto(link)
    expect(page).to_have_url(re.compile("/return/$"))
    expect(page.get_by_label("Your private return link")).to_have_value(link.partition("#")[2])
    carry_on(page, "Open my plans")
