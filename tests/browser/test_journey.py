"""From the landing page to the printed brief, as somebody new walks it, with a script and without."""

from __future__ import annotations

import io
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.pages import carry_on, fill, saved

# As people type amounts; what the brief has to make of them stands in PRINTED.
NUMBERS = {
    "The highest result you can realistically reach": "1.4k",
    "The lowest you would accept": "1 200",
    "The least their maximum could be": "1300",
    "Their most likely maximum": "1,450",
    "The most their maximum could be": "1.6k",
    "Low end": "1 150",
    "High end": "1.500,00",
}
PRINTED = (
    "“I would like 1,500 acorns a year gross.”",
    "Otter and Heron",
    "Harbour keeper",
    "Aim for 1,400 acorns a year gross",
    "Below this, say no 1,200 acorns a year gross",
    "Their offer 1,250 acorns a year gross",
    "Your best alternative (BATNA) 1,200 acorns a year gross for certain: Staying where I am",
    "Compare the offer with 1,230 acorns a year gross",
    "1,450 acorns a year gross",
    "a berth is free when the ferry comes",
)


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_from_the_landing_page_to_the_numbers_in_the_pdf(visitor: Any, script: bool):
    page = visitor(java_script_enabled=script)
    begun(page)
    numbers(page, script)
    alternatives(page)
    offer(page)
    homework(page)
    letter(page)
    words = brief(page)
    for expected in PRINTED:
        assert expected in words


def begun(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Start a plan").click()
    page.get_by_label("I have an offer, spoken or written").check()
    page.get_by_label("Some days or more").check()
    page.get_by_text("Name and the period of pay").click()
    page.get_by_label("Currency").select_option("XAC")
    carry_on(page)
    expect(page.get_by_role("heading", name="What the call sheet still lacks")).to_be_visible()


def numbers(page: Page, script: bool) -> None:
    to_step(page, "Set your numbers")
    panel = page.locator("#panel")
    for label, amount in NUMBERS.items():
        fill(page, label, amount)
        if script and label.startswith("The lowest"):
            # Drawn while typing: two numbers make a line.
            expect(panel.locator("svg:visible")).to_be_visible()
            expect(panel).to_contain_text("1,200 acorns a year gross")
    if script:
        saved(page)
    else:
        page.get_by_role("button", name="See what follows").click()
    expect(panel).to_contain_text("1,500 acorns a year gross")
    expect(panel).to_contain_text("There is room to agree: 250 acorns a year gross")
    carry_on(page)


def alternatives(page: Page) -> None:
    to_step(page, "Know what you do otherwise")
    for kind, name, worth, likely in (
        ("Staying in my present job", "Staying where I am", "1.2k", "100"),
        ("Another offer", "The lighthouse", "1,300", "30"),
    ):
        page.get_by_role("link", name="Add an alternative").click()
        page.get_by_label(kind, exact=True).check()
        fill(page, "Your name for it", name)
        fill(page, "What it is worth", worth)
        fill(page, "How likely it is", likely)
        carry_on(page, "Save and go back")
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    # 1,200 for certain, and three chances in ten of 100 more.
    expect(page.locator("#panel")).to_contain_text("1,230 acorns a year gross")


def offer(page: Page) -> None:
    to_hub(page)
    page.get_by_role("link", name="Compare your offers").click()
    for employer, job, base in (("Otter and Heron", "Harbour keeper", "1.250,00"), ("Finch", "Miller", "1 100")):
        page.get_by_role("link", name="Add an offer").click()
        fill(page, "Employer", employer)
        fill(page, "The job’s title", job)
        page.get_by_label("Currency").select_option("XAC")
        page.locator("#id_base").fill(base)
        carry_on(page)
        expect(page.get_by_role("heading", name="Compare your offers")).to_be_visible()
    expect(page.locator("main .lead")).to_contain_text("Otter and Heron")
    page.get_by_label("Otter and Heron, Harbour keeper").check()
    carry_on(page, "Use this offer")
    expect(page.get_by_text("this plan is about it", exact=True)).to_be_visible()


def homework(page: Page) -> None:
    to_step(page, "Know the employer")
    fill(page, "The employer’s name", "Otter and Heron")
    fill(page, "What they do, in your own words", "They keep three harbours.")
    carry_on(page)
    to_step(page, "Read the job between the lines")
    page.locator("#id_title").fill("Harbour keeper")
    page.locator("#id_success").fill("In a year a berth is free when the ferry comes.")
    carry_on(page)


def letter(page: Page) -> None:
    to_step(page, "Write your letters")
    fill(page, "Your name", "Ada Quill")
    page.get_by_role("link", name="Ask for time").click()
    fill(page, "Who do you write to?", "Mira")
    page.locator("#id_until_date").fill("2026-12-04")
    carry_on(page, "Save and see the letter")
    words = page.locator("#letter")
    for expected in ("Dear Mira,", "Harbour keeper at Otter and Heron", "December 4"):
        expect(words).to_contain_text(expected)


def brief(page: Page) -> str:
    to_hub(page)
    page.get_by_role("link", name="Print your brief").click()
    with page.expect_download() as arriving:
        page.get_by_role("link", name="Download the PDF").first.click()
    assert arriving.value.suggested_filename == "brief-private.pdf"
    pages = PdfReader(io.BytesIO(arriving.value.path().read_bytes())).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def to_hub(page: Page) -> None:
    """The hub's address begins every page of a plan."""
    page.goto("/plans/")
    page.locator("main .card h2 a").first.click()


def to_step(page: Page, title: str) -> None:
    """From the hub, where the less urgent steps stand behind a heading that opens."""
    to_hub(page)
    page.get_by_text("More steps", exact=True).click()
    page.locator("#main .task").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
