"""The pages of offers that no address alone brings up: refused, empty, a letter that was read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from offers.models import Offer
from tests import people
from tests.browser.every_page import Look, filled, wrong_on
from tests.browser.pages import carry_on
from tests.browser.test_pages import LOOKS, look_name

LETTERS = Path(__file__).parent.parent / "offers" / "letter" / "letters"
pytestmark = pytest.mark.parametrize("look", LOOKS, ids=look_name)


def refused(page: Page, button: str) -> None:
    carry_on(page, button)
    expect(page.locator("[data-error-summary]")).to_be_visible()


def test_what_is_refused_is_said(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    offer = Offer.objects.get(pk=owner.ids["offer_id"])
    options = offer.terms.filter(kind="options").first()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("term", args=[offer.pk, options.pk]))
    page.locator("#id_odds_1").fill("90")
    page.locator("#id_strike").fill("about 2")
    refused(page, "Save and go back")
    wrong = wrong_on(page, look)
    page.goto(reverse("offer_value", args=[offer.pk]))
    page.get_by_text("What if prices move").click()
    page.get_by_label("Share prices move by").fill("-101")
    refused(page, "Work it out")
    assert wrong + wrong_on(page, look) == []


def test_a_letter_is_read_and_what_is_ticked_needs_more(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = filled()
    page = visitor(owner.candidate, **look.ways)
    page.goto(reverse("offer_letter", args=[owner.ids["offer_id"]]))
    refused(page, "Read the letter")
    wrong = wrong_on(page, look)
    page.get_by_label("The text of the letter").fill((LETTERS / "engineer_us.txt").read_text())
    carry_on(page, "Read the letter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What the letter says")
    wrong += wrong_on(page, look)
    refused(page, "Take over what is ticked")
    assert wrong + wrong_on(page, look) == []


def test_an_offer_of_which_nothing_is_known(visitor: Any, look: Look):
    owner = people.account("beginner")
    offer = Offer.objects.create(candidate=owner, version=1, employer="Heron Works")
    page = visitor(owner, **look.ways)
    wrong = []
    for name in ("offer", "offer_value", "rounds", "term_pick", "offer_letter"):
        page.goto(reverse(name, args=[offer.pk]))
        wrong += wrong_on(page, look)
    assert wrong == []
