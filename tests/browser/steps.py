"""What a person does on the steps of a plan: answer, add to a list, see what follows, read the brief."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.offers import enter
from tests.browser.pages import carry_on, saved
from tests.browser.test_journey import brief, to_hub

TODAY = datetime.now(UTC).date()
FRESH, OLDER, SOON = TODAY - timedelta(100), TODAY - timedelta(200), TODAY + timedelta(9)
TIME, STATE, WIN = "Is it time to negotiate?", "Are you fit to talk today?", "What would be ideal?"
MARKET, ZOPA, LINES = "What the market pays", "Set your numbers", "Where you stop"
BUDGET, BATNA = "What you will spend on it", "Know what you do otherwise"


def long(day: date) -> str:
    return f"{day:%-d %B %Y}"


def begun(page: Page, currency: str, period: str) -> None:
    """A plan of somebody new who has an offer and some days."""
    page.goto("/")
    page.get_by_role("button", name="Start a plan").click()
    page.get_by_label("I have an offer, spoken or written").check()
    page.get_by_label("Some days or more").check()
    enter(page, {"currency": currency, "period": period})
    carry_on(page)
    expect(page.get_by_role("heading", name="What the call sheet still lacks")).to_be_visible()


def to_step(page: Page, title: str) -> None:
    """From the hub, where the less urgent ones stand behind a heading that opens."""
    to_hub(page)
    page.get_by_text("More steps", exact=True).click()
    page.locator("#main .task").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def answer(page: Page, typed: dict[str, str]) -> None:
    """Each answer at its question. An answer to choose goes by how it begins, so that No is not I do not know."""
    for name, said in typed.items():
        choices = page.locator(f"#div_id_{name}:has([type=radio])")
        if choices.count():
            choices.get_by_label(re.compile(rf"^\s*{re.escape(said)}")).check()
        else:
            enter(page, {name: said})


def opened(page: Page, title: str, typed: dict[str, str], *, script: bool) -> Locator:
    """The step, answered and kept; what follows from it stands in its panel."""
    to_step(page, title)
    answer(page, typed)
    if script:
        saved(page)
    else:
        page.get_by_role("button", name="See what follows").click()
    return page.locator("#panel")


def fact(page: Page, label: str) -> Locator:
    """What stands beside these words in the panel."""
    return page.locator("#panel dt", has_text=label).locator("xpath=following-sibling::dd[1]")


def added(page: Page, button: str, *rows: dict[str, str]) -> None:
    """Entries of the list on this step, one after the other."""
    for typed in rows:
        page.get_by_role("link", name=button, exact=True).click()
        answer(page, typed)
        carry_on(page, "Save and go back")
        expect(page.get_by_role("link", name=button, exact=True)).to_be_visible()


def from_catalogue(page: Page, word: str, way: str) -> None:
    """Looked up by a word; the entry that was taken is kept as it is."""
    page.get_by_role("link", name="Look through wants and other ways to meet them").click()
    page.get_by_label("What would you like, or what for?").fill(word)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name=way).click()
    carry_on(page, "Save and go back")


def pasted(page: Page, table: str, count: int) -> None:
    """Shown first, and added when that is confirmed."""
    page.get_by_role("link", name="Paste a table of sources").click()
    page.get_by_label("The table").fill(table)
    carry_on(page, "Read the table")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What was read")
    carry_on(page, f"Add these {count} sources")
    expect(page.get_by_text(f"{count} sources added.")).to_be_visible()


def about_the_offer(page: Page, name: str) -> None:
    """The plan takes its offer from the comparison."""
    to_hub(page)
    page.get_by_role("link", name="Compare your offers").click()
    page.get_by_label(name).check()
    carry_on(page, "Use this offer")
    expect(page.get_by_text("this plan is about it", exact=True)).to_be_visible()


def read(page: Page, *expected: str) -> None:
    """All of it stands on the page to print and in the PDF."""
    in_file = brief(page)
    page.get_by_role("link", name="Page to print").first.click()
    on_page = " ".join(page.locator("article.brief").inner_text().split())
    for words in expected:
        assert words in on_page, f"not on the page to print: {words}"
        assert words in in_file, f"not in the PDF: {words}"


def wishes(page: Page, word: str, way: str) -> None:
    """One from the catalogue, one of one's own."""
    to_step(page, WIN)
    from_catalogue(page, word, way)
    added(page, "Add a want of your own", {"want": "A good room", "need": "To think", "way": "a desk by the window"})
    page.get_by_role("link", name="Change A good room").click()
    page.get_by_label("I will ask for this").check()
    carry_on(page, "Save and go back")
    expect(page.locator("#panel")).to_contain_text("I would like a desk by the window.")


def hub(page: Page, left: str, action: str) -> None:
    """What is left of the budget, the day of the action, and no contradiction."""
    to_hub(page)
    page.get_by_text("More steps", exact=True).click()
    expect(page.get_by_text(left)).to_be_visible()
    expect(page.locator("dt", has_text=action).locator("xpath=following-sibling::dd")).to_contain_text(
        f"{SOON:%-d %B %Y}"
    )
    expect(page.get_by_text("What does not fit together")).to_have_count(0)
