"""What a person does on the pages of an offer: answer, add a term, read a figure off a table."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import carry_on


def enter(page: Page, typed: dict[str, str]) -> None:
    """Each answer at its question: typed, or chosen by its words. What is folded is opened before."""
    for name, answer in typed.items():
        question = page.locator(f"#div_id_{name}")
        folded = page.locator("details:not([open])", has=question)
        if folded.count():
            folded.locator("summary").click()
        if question.locator("[type=radio]").count():
            question.get_by_label(answer).check()
        elif question.locator("select").count():
            question.locator("select").select_option(answer)
        else:
            question.get_by_role("textbox").fill(answer)


def new_offer(page: Page, typed: dict[str, str]) -> None:
    page.goto("/offers/")
    page.get_by_role("link", name="Add an offer").click()
    enter(page, typed)


def kept(page: Page, employer: str) -> None:
    """Continue leads to the list; from there back to the page of this offer."""
    carry_on(page)
    page.locator("main .card h2").get_by_role("link", name=re.compile(f"^{employer}")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(employer)


def add_term(page: Page, kind: str, typed: dict[str, str]) -> None:
    page.get_by_role("link", name="Add something").click()
    page.get_by_role("link", name=kind, exact=True).click()
    enter(page, typed)
    carry_on(page, "Save and go back")
    expect(page.locator("#terms").get_by_role("heading", name=typed["label"], exact=True)).to_be_visible()


def to_value(page: Page) -> None:
    page.get_by_role("link", name="All years, what if, after tax").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What it is worth")


def cells(page: Page, section: str, title: str) -> Locator:
    """The cells of the row that begins with this title, in the table a section shows."""
    head = page.locator("th[scope=row]", has_text=re.compile(f"^{re.escape(title)}"))
    return page.locator(f"section[aria-labelledby={section}] tr:visible", has=head).locator("td")


def years(page: Page, title: str) -> Locator:
    """The four years and their sum."""
    return cells(page, "years-title", title)


def line(page: Page, title: str) -> Locator:
    """The four years of one line."""
    return cells(page, "lines-title", title)


def facts(page: Page) -> Locator:
    return page.locator("section[aria-labelledby=facts-title]")


def span(page: Page, title: str) -> Locator:
    """The amounts that the panel beside an offer shows for these years: sure, likely, maybe."""
    return page.locator("#panel h3", has_text=title).locator("xpath=following-sibling::dl[1]").locator("dd")
