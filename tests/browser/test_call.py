"""A whole talk on a telephone: branch by branch, with the network gone in the middle, and nothing of it lost."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests import people
from tests.browser.conftest import Troubles
from tests.browser.pages import carry_on, saved
from tests.browser.steps import SOON, answer, begun, long, opened, read, to_step

CALL, ZOPA, PROMISES, SCRIPT = "The talk itself", "Set your numbers", "What was promised", "The talk, line by line"
NUMBERS = {"target_fixed": "104k", "floor_fixed": "98k", "offer_fixed": "100k", "opening": "108k"}


def test_a_talk_on_a_phone_with_the_network_cut_in_the_middle(visitor: Any, troubles: Troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED", "422")
    page = visitor(viewport={"width": 360, "height": 740}, has_touch=True)
    begun(page, "USD", "A year")
    opened(page, ZOPA, NUMBERS, script=True)
    to_step(page, CALL)
    page.get_by_role("link", name="Open the screen for the talk").click()
    talk(page, "Yes, that is me", "Yes", "They are glad too, or ask what you think of it")
    expect(shown(page)).to_contain_text("I would like 108,000 USD a year gross.")
    note(page, "The offer has to stand until Friday", "Note it")
    expect(page.get_by_text("All of it is saved.")).to_be_visible()
    page.context.set_offline(True)
    back_to_the_line(page)
    talk(page, "They hesitate, or say nothing", "Please", "Another number, lower than yours")
    expect(shown(page).get_by_role("heading")).to_have_text("A lower number")
    page.get_by_role("button", name="Silence").click()
    expect(page.get_by_role("button", name="Silence")).to_contain_text("1 s")
    note(page, "all there is", "Their number", amount="1e9x")
    note(page, "all there is this year", "Their number", amount="103k")
    note(page, "A course in spring, paid by us", "They promised it")
    expect(page.get_by_text("Not sent yet.")).to_contain_text("(3)")
    expect(page.locator("#lines")).to_contain_text("A course in spring")
    page.context.set_offline(False)
    expect(page.get_by_text("One line was not noted.")).to_be_visible(timeout=20_000)
    expect(page.locator("#lines .waiting")).to_have_count(0)
    page.get_by_role("button", name="Put it back into the field").click()
    expect(page.get_by_label("A number they named")).to_have_value("1e9x")
    expect(page.get_by_text("All of it is saved.")).to_be_visible()
    note(page, "", "Note it")  # nothing to note: the field is free again
    back_to_the_line(page)
    talk(page, "Agreed", "Yes, or some of it", "Yes", "They will send it", "They tell you")
    expect(shown(page)).to_contain_text("Here it ends.")
    page.get_by_role("link", name="Leave: what happens next?").click()
    answer(page, {"happens": "Ada sends the contract", "by": SOON.isoformat()})
    saved(page)
    expect(page.locator("#panel")).to_contain_text(f"Ada sends the contract, by {long(SOON)}.")
    page.get_by_role("link", name="They named 103,000 USD a year gross: how it stands").click()
    expect(page.locator("#panel")).to_contain_text("They have said 103,000 USD a year gross")
    to_step(page, PROMISES)
    expect(page.locator("#recap")).to_contain_text("A course in spring, paid by us")
    expect(page.locator("#recap")).to_contain_text(f"Ada sends the contract, by {long(SOON)}.")
    read(
        page,
        f"What happens next Ada sends the contract, by {long(SOON)}.",
        "Ask before you sign A course in spring, paid by us",
        "The offer has to stand until Friday",
        "103,000 USD a year gross: all there is this year",
    )


def test_signed_out_and_in_again_elsewhere_the_log_goes_on(visitor: Any, troubles: Troubles):
    troubles.expect("401", "403")
    owner = people.account("owner")
    plan = people.full_plan(owner)
    page = visitor(owner)
    page.goto(f"/plans/{plan.pk}/call/screen/")
    page.reload()
    other = page.context.new_page()
    other.goto("/plans/")
    carry_on(other, "Sign out")
    note(page, "They will write on Monday", "They promised it")
    expect(page.get_by_text("You are signed out")).to_be_visible()
    other.goto("/account/sign-in/")
    other.get_by_label("Email").or_(other.get_by_label("E-mail")).first.fill("owner@example.org")
    other.get_by_label("Password", exact=True).fill(people.PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("button", name="Sign out")).to_be_visible()
    expect(page.get_by_text("All of it is saved.")).to_be_visible(timeout=20_000)
    expect(page.locator("#lines li").first).to_contain_text("They will write on Monday")
    ask = page.locator("#log li", has=page.locator("[data-replied]")).first
    ask.get_by_role("button", name="Later").click()
    expect(ask.locator("[data-replied]")).to_have_text("Later")


def talk(page: Page, *ways: str) -> None:
    """What they say, one after the other; each tap shows the next line at once."""
    for says in ways:
        shown(page).get_by_role("link", name=says, exact=True).click()


def shown(page: Page) -> Any:
    """The one line that can be seen."""
    line = page.locator("[data-line]:visible")
    expect(line).to_have_count(1)
    return line


def note(page: Page, said: str, button: str, *, amount: str = "") -> None:
    page.get_by_role("navigation", name="Parts of the screen").get_by_role("link", name="Note").click()
    page.get_by_label("What was said").fill(said)
    page.get_by_label("A number they named").fill(amount)
    page.get_by_role("button", name=button, exact=True).click()


def back_to_the_line(page: Page) -> None:
    page.get_by_role("navigation", name="Parts of the screen").get_by_role("link", name="Line").click()


def test_without_a_script_the_talk_is_one_page_and_a_line_of_the_log_comes_back(visitor: Any, troubles: Troubles):
    troubles.expect("422")
    page = visitor(java_script_enabled=False, viewport={"width": 360, "height": 740})
    begun(page, "USD", "A year")
    to_step(page, SCRIPT)
    page.locator("button", has_text="Put it into your own words: Maybe").click()
    page.get_by_label("How you say it").fill("Gladly. Whom shall I ask?")
    carry_on(page, "Save and go back")
    to_step(page, CALL)
    page.get_by_role("link", name="Open the screen for the talk").click()
    expect(page.get_by_text("Gladly. Whom shall I ask?")).to_be_visible()
    page.get_by_label("What was said").fill("They will write on Monday")
    carry_on(page, "They promised it")
    expect(page.locator("#lines")).to_contain_text("They will write on Monday")
    page.get_by_label("A number they named").fill("a lot")
    carry_on(page, "Their number")
    expect(page.locator("#id_amount")).to_have_value("a lot")
    expect(page.locator("#id_amount_error")).to_be_visible()
