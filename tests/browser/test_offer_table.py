"""Offers from a CSV file in a browser: refused, shown, added; and the file that comes back."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from offers.models import Offer
from tests import people
from tests.browser.every_page import Look, wrong_on
from tests.browser.pages import carry_on
from tests.browser.test_pages import LOOKS, look_name
from tests.offers.table.sending import BAD, TABLE


def csv_file(text: str) -> dict[str, Any]:
    return {"name": "offers.csv", "mimeType": "text/csv", "buffer": text.encode()}


@pytest.mark.parametrize("look", LOOKS, ids=look_name)
def test_a_file_is_refused_then_read_then_added(visitor: Any, troubles: Any, look: Look):
    troubles.expect("422")
    owner = people.account("owner")
    page = visitor(owner, **look.ways)
    page.goto(reverse("offers"))
    page.get_by_role("link", name="Read offers from a table or CSV").click()
    page.get_by_label("A CSV file").set_input_files(csv_file("just some words"))
    carry_on(page, "Read the table")
    expect(page.locator("[data-error-summary]")).to_be_visible()
    wrong = wrong_on(page, look)
    page.get_by_label("A CSV file").set_input_files(csv_file(BAD))
    carry_on(page, "Read the table")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What was read")
    wrong += wrong_on(page, look)
    assert not Offer.objects.exists()
    carry_on(page, "Add these 2 offers")
    expect(page.get_by_text("2 offers added.")).to_be_visible()
    assert wrong + wrong_on(page, look) == []
    with page.expect_download() as file:
        page.get_by_role("link", name="Download them as CSV").click()
    assert file.value.suggested_filename.endswith(".csv")


def test_without_scripts_a_pasted_table_is_added_as_it_was_shown(visitor: Any):
    owner = people.account("owner")
    page = visitor(owner, java_script_enabled=False)
    page.goto(reverse("offer_import"))
    page.get_by_label("Or the table itself").fill(f"\n  {TABLE}\n\n")
    page.get_by_role("button", name="Read the table").click()
    page.get_by_role("button", name="Add these 2 offers").click()
    assert [offer.employer for offer in Offer.objects.all()] == ["Heron Works", "Osprey & Sons"]
