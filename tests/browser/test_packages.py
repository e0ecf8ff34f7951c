"""From the numbers to three packages, what the other side likes of them, and the mail that says back what was agreed.

Five things in their order: days off, days from home, learning, a review and pay, by rank-order weights of five
(.4567, .2567, .1567, .0900, .0400). All but pay are guessed to cost little or nothing.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.pages import carry_on, saved
from tests.browser.steps import added, answer, begun, opened, read, to_step

PACKAGES, ZOPA, PROMISES = "Several things at once", "Set your numbers", "What was promised"
SCRIPT, ROLE = "The talk, line by line", "Read the job between the lines"
NUMBERS = {"target_fixed": "104k", "floor_fixed": "98k", "offer_fixed": "100k", "opening": "108k"}


def test_from_the_numbers_to_three_packages_and_the_mail_that_says_it_back(visitor: Any):
    page = visitor()
    begun(page, "USD", "A year")
    opened(page, ZOPA, NUMBERS, script=True)
    on_the_table(page)
    expect(page.locator("#panel")).to_contain_text("Three packages, each at least 75 of 100 for you.")
    packages = page.locator("#three .card")
    expect(packages).to_have_count(3)
    expect(packages.first).to_contain_text("The cheapest for them")
    expect(page.locator("#picture svg").first).to_be_visible()
    letter = page.locator("#message .letter")
    for words in ("three packages", "The third:", "USD a year gross"):
        expect(letter).to_contain_text(words)
    for kept in ("of 100", "costs", "98,000"):
        expect(letter).not_to_contain_text(kept)
    before = packages.all_inner_texts()
    liked(page)
    expect(page.locator("#reactions")).to_contain_text("They liked C")
    page.locator("#more").get_by_role("button", name="Delete").click()
    expect(page.locator("#reactions")).not_to_contain_text("They liked C")
    assert page.locator("#three .card").all_inner_texts() == before
    to_step(page, SCRIPT)
    expect(page.locator("#line-ways")).to_contain_text("Here are three ways, and each of them works for me.")
    recap(page)
    read(page, "Three that suit you alike", "Ask before you sign Three days off more", "Days from home")


def on_the_table(page: Page) -> None:
    to_step(page, PACKAGES)
    carry_on(page, "Begin with four that often cost little")
    carry_on(page, "Add pay, with your numbers")
    expect(page.get_by_label("Option 1", exact=True)).to_have_value("100,000")
    carry_on(page, "Save and go back")


def liked(page: Page) -> None:
    """They like the dearest one: what makes it dear seems to be cheap for them."""
    carry_on(page, "I propose these")
    page.locator("#more").get_by_role("link", name="Change").click()
    answer(page, {"liked": "C:"})
    carry_on(page, "Save and go back")


def recap(page: Page) -> None:
    to_step(page, ROLE)
    answer(page, {"title": "Keeper"})
    saved(page)
    to_step(page, PROMISES)
    added(page, "Add a promise", {"side": "They promised", "text": "Three days off more", "who": "Ada"})
    answer(page, {"recipient": "Ada", "next_step": "You send the contract."})
    saved(page)
    mail = page.locator("#recap .letter")
    for words in ("What we talked about: Keeper", "Dear Ada", "Three days off more", "You send the contract."):
        expect(mail).to_contain_text(words)
