"""Three offers and the present job: weighed, priced, compared on a desktop and on a phone, and printed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from negotiation.models import Plan, RedLine
from negotiation.profiles.models import Candidate
from offers.models import Offer
from tests import people
from tests.browser.offers import enter
from tests.browser.pages import carry_on

WORDS = re.compile(r"\s+")
LEAD = (
    "Harbour pays most in what is guaranteed, 290,000 EUR gross over four years, but a red line puts it out. Of the "
    "others: Mill leads in what is guaranteed: 268,000 EUR gross over four years, 16,000 EUR gross more than Dairy."
)


@pytest.fixture
def owner(transactional_db: None) -> Candidate:
    return people.account("owner")


@pytest.fixture
def plan(owner: Candidate) -> Plan:
    """Harbour pays most and at the start, and breaks a red line; Mill has the days; Dairy the people; Old is now."""
    plan = Plan.objects.create(candidate=owner, currency="EUR", title="By spring")
    known = {"currency": "EUR", "bonus_amount": 0, "overtime_week": 0, "version": 1, "candidate": owner}
    for values in (
        {"employer": "Harbour", "base": 70_000, "sign_on": 10_000, "leave_days": 24, "hours_week": 45},
        {"employer": "Mill", "base": 67_000, "sign_on": 0, "leave_days": 32, "hours_week": 38},
        {"employer": "Dairy", "base": 63_000, "sign_on": 0, "leave_days": 28, "hours_week": 40},
        {"employer": "Old", "base": 60_000, "sign_on": 0, "leave_days": 28, "hours_week": 40, "present": True},
    ):
        Offer.objects.create(**known | values)
    RedLine.objects.create(plan=plan, kind="hours_max", most=42, version=1)
    return plan


@pytest.mark.parametrize("script", [True, False])
def test_offers_are_weighed_priced_compared_and_printed(
    visitor: Any, owner: Candidate, plan: Plan, script: bool, tmp_path: Path
):
    page = visitor(owner, java_script_enabled=script)
    weigh(page, plan)
    price(page, plan)
    on_a_desktop(page, plan)
    looked_at_otherwise(page)
    if script:
        printed(page, tmp_path)
    files(page, plan)
    phone = visitor(owner, java_script_enabled=script, viewport={"width": 360, "height": 740})
    on_a_phone(phone, plan)


def weigh(page: Page, plan: Plan) -> None:
    """Pay 100 points, days off 50, people 50. Among those inside the red line, from worst to best:

    pay over four years 240,000 (Old) to 290,000 (Harbour): Mill 268,000 is .56, Dairy 252,000 is .24;
    days off 24 to 32: Mill 1, Dairy and Old .5; people: Mill .5, Dairy .9, Old .3.
    Mill .5 x .56 + .25 x 1 + .25 x .5 = .655; Dairy .12 + .125 + .225 = .47; Old 0 + .125 + .075 = .2.
    Harbour, out and with nobody scored: (.5 x 1 + .25 x 0) / .75 = .667.
    """
    page.goto(f"/plans/{plan.pk}/criteria/")
    carry_on(page, "Begin with six that are common")
    for name in ("Days from home", "What I would learn", "How secure it is"):
        page.get_by_role("button", name=f"Delete {name}").click()
    for name, points in (("Pay", "100"), ("Paid days off", "50"), ("The people I would work with", "50")):
        page.get_by_label(name, exact=True).select_option(points)
    for name, points in (("Mill", "5"), ("Dairy", "9"), ("Old", "3")):
        page.get_by_label(name, exact=True).select_option(points)
    carry_on(page)
    page.goto(f"/plans/{plan.pk}/criteria/")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("By your own weights, Mill scores highest: 66 of 100, 19 more than Dairy.")
    expect(panel).to_contain_text("a red line puts it out as it stands")


def price(page: Page, plan: Plan) -> None:
    """Somebody to whom five days off are worth 3,000 a year: they say yes below, no above."""
    page.goto(f"/plans/{plan.pk}/swaps/")
    enter(page, {"pay": "65k"})
    carry_on(page)
    page.goto(f"/plans/{plan.pk}/swaps/")
    carry_on(page, "Begin with days off, days from home, hours and a title")
    page.get_by_role("link", name=re.compile("^Answer the questions.*days off a year$")).click()
    for _ in range(8):
        less = page.locator(".note", has_text="That is")
        if not less.count():
            break
        amount = int(re.sub(r"\D", "", less.inner_text()))
        carry_on(page, "Yes, I would take the second" if amount < 3000 else "No, I would keep the first")
    lead = WORDS.sub(" ", page.locator("main .lead").inner_text())
    worth = int(re.sub(r"\D", "", lead.split("Worth about")[1]))
    assert 2700 <= worth <= 3300, lead
    page.get_by_role("link", name="Back to").click()
    expect(page.locator("#panel")).to_contain_text("One day: about")


def row(page: Page, label: str) -> Locator:
    title = page.locator("th[scope=row]", has_text=re.compile(f"^{re.escape(label)}$"))
    return page.locator("table.compare tr", has=title).first.locator("td")


def on_a_desktop(page: Page, plan: Plan) -> None:
    page.goto(f"/plans/{plan.pk}/compare/")
    expect(page.locator("main .lead")).to_have_text(LEAD)
    main = page.locator("main")
    broken = "Harbour is out as it stands, whatever it pays: it breaks “At most 42 hours a week, unpaid ones included”."
    expect(main).to_contain_text(broken)
    expect(main).to_contain_text("By your own weights, Mill scores highest: 66 of 100, 19 more than Dairy.")
    expect(page.locator("table.compare thead th")).to_contain_text(["What", "Harbour", "Mill", "Dairy", "Old"])
    four = ["290,000 EUR gross", "268,000 EUR gross", "252,000 EUR gross", "240,000 EUR gross"]
    expect(row(page, "Four years together")).to_contain_text(four)
    expect(row(page, "Score of 100")).to_contain_text(["67", "66", "47", "20"])
    expect(main).to_contain_text("Dairy draws level with Mill with about 4,000 EUR a year gross more base pay")
    first = page.locator("table.compare tbody th[scope=row]").first
    assert first.evaluate("cell => getComputedStyle(cell).position") == "sticky"
    assert page.locator("svg.line-wide").first.is_visible()


def looked_at_otherwise(page: Page) -> None:
    """Sorted by score, only what differs, without the bonus: said by the address, so the way back works."""
    page.get_by_text("Sort, leave lines out, take it with you").click()
    page.get_by_label("In which order?").select_option("By your score, highest first")
    page.get_by_label("Only where they differ").check()
    carry_on(page, "Show it so")
    expect(page.locator("table.compare thead th")).to_contain_text(["What", "Mill", "Dairy", "Old", "Harbour"])
    expect(row(page, "Bonus")).to_have_count(0)
    expect(row(page, "Base pay a year").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?sort=score&differences=on$"))


def printed(page: Page, folder: Path) -> None:
    """What the browser prints lies across and holds all four offers, and no buttons."""
    page.emulate_media(media="print")
    text = text_of(page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="screen")
    for words in ("Compare your offers", "Harbour", "Mill", "Dairy", "Old", "290,000 EUR", "What would have to change"):
        assert words in text
    assert "Use this offer" not in text
    assert "Show it so" not in text


def files(page: Page, plan: Plan) -> None:
    pdf = page.request.get(f"/plans/{plan.pk}/compare/offers.pdf?sort=score")
    text = text_of(pdf.body())
    assert text.index("Mill") < text.index("Four years together")
    for words in (LEAD[:60], "66 (highest)", "At your own prices", "Page 1 of"):
        assert words in text
    assert page.request.get(f"/plans/{plan.pk}/compare/offers.xlsx").body().startswith(b"PK")
    assert "Harbour" in page.request.get(f"/plans/{plan.pk}/compare/offers.csv").text()


def text_of(pdf: bytes) -> str:
    reader = PdfReader(io.BytesIO(pdf))
    box = reader.pages[0].mediabox
    assert box.width > box.height
    return WORDS.sub(" ", " ".join(page.extract_text() for page in reader.pages))


def on_a_phone(page: Page, plan: Plan) -> None:
    """The cells of one offer stand under its name, from top to bottom, before the name of the next."""
    page.goto(f"/plans/{plan.pk}/compare/")
    expect(page.locator("main .lead")).to_have_text(LEAD)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heads = page.locator("table.compare thead th:visible")
    expect(heads).to_contain_text(["Harbour", "Mill", "Dairy", "Old"])
    tops = [box_of(head) for head in heads.all()]
    assert tops == sorted(tops)
    base = [box_of(cell) for cell in page.locator('td[data-label="Base pay a year"]').all()]
    last = [box_of(cell) for cell in page.locator('td[data-label="Score of 100"]').all()]
    for at in range(4):
        assert tops[at] < base[at] < last[at] < (tops[at + 1] if at < 3 else float("inf"))
    year = page.locator('td[data-label="Guaranteed: year 2"]').first
    expect(year).to_be_hidden()
    page.get_by_label("Show each year on its own").check()
    expect(year).to_be_visible()


def box_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box
    return box["y"]
