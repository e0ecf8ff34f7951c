"""What a person does on a page, in one word each."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def fill(page: Page, label: str, text: str) -> None:
    """Labels of money fields go on with their unit, which is for the ear."""
    page.get_by_label(label).first.fill(text)


def carry_on(page: Page, label: str = "Continue") -> None:
    page.get_by_role("button", name=label, exact=True).click()


def status(page: Page) -> Locator:
    return page.locator("#save-status")


def saved(page: Page) -> None:
    expect(status(page)).to_contain_text("Saved at")


def value(page: Page, name: str) -> Locator:
    return page.locator(f"#id_{name}")
