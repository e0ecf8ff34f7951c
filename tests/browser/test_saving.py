"""Saving while one types, in a real browser: nothing typed is lost, and nothing is said that is not so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from negotiation.models import Alternative, Company, Plan
from negotiation.profiles.models import Candidate
from tests import people
from tests.browser.pages import carry_on, saved, status, value

NOT_YET = "Not saved yet. We will try again. Keep this page open."


@pytest.fixture
def owner(transactional_db: None) -> Candidate:
    return people.account("owner")


@pytest.fixture
def plan(owner: Candidate) -> Plan:
    return people.empty_plan(owner)


@pytest.fixture
def tab(visitor: Any, owner: Candidate, plan: Plan) -> Page:
    """The owner, about to say something of the employer."""
    page: Page = visitor(owner)
    page.goto(company(plan))
    return page


def company(plan: Plan) -> str:
    return f"/plans/{plan.pk}/company/"


def stored(plan: Plan) -> Company:
    return Company.objects.get(plan=plan)


class Gate:
    """Holds back the answers to saves while one types; the server has seen them."""

    def __init__(self, page: Page, pattern: str):
        self.held: list[tuple[Route, Any]] = []
        self.closed = True
        page.route(pattern, self.hold)

    def hold(self, route: Route) -> None:
        if self.closed and "hx-request" in route.request.headers:
            self.held.append((route, route.fetch()))
        else:
            route.fallback()

    def open(self) -> None:
        self.closed = False
        for route, answer in self.held:
            route.fulfill(response=answer)


def test_what_is_typed_is_saved_and_back_and_reload_show_it(tab: Page, plan: Plan):
    value(tab, "name").press_sequentially("Heron")
    saved(tab)
    tab.reload()
    expect(value(tab, "name")).to_have_value("Heron")
    value(tab, "name").fill("Heron and Otter")
    carry_on(tab)
    expect(value(tab, "name")).to_have_count(0)
    tab.go_back()
    expect(value(tab, "name")).to_have_value("Heron and Otter")


@pytest.mark.parametrize(("answer", "kept"), [("Keep what was on this page", "Otter"), (None, "Heron")])
def test_two_tabs_never_overwrite_each_other_the_person_chooses(tab: Page, plan: Plan, troubles: Any, answer, kept):
    troubles.expect("409")
    other = tab.context.new_page()
    other.goto(company(plan))
    value(tab, "name").fill("Heron")
    saved(tab)
    value(other, "name").fill("Otter")
    expect(status(other)).to_contain_text("Not saved: this was changed in another tab.")
    carry_on(other)
    expect(other.get_by_role("heading", level=1)).to_have_text("You changed this somewhere else")
    expect(other.locator(".sides")).to_have_text(re.compile(r"On this page\s*Otter\s*Saved\s*Heron"))
    if answer:
        carry_on(other, answer)
        expect(other).not_to_have_url(re.compile("/company/"))
    else:
        other.get_by_role("link", name="Take the saved version").click()
        expect(value(other, "name")).to_have_value("Heron")
    assert stored(plan).name == kept


def test_signed_out_elsewhere_one_signs_in_in_a_new_tab_and_goes_on_typing(tab: Page, plan: Plan, troubles: Any):
    # The page still carries the token from before the sign-in: refused once, told the new one, saved.
    troubles.expect("401", "403")
    other = tab.context.new_page()
    other.goto("/plans/")
    carry_on(other, "Sign out")
    value(tab, "name").fill("Heron")
    expect(status(tab)).to_contain_text("Not saved: you have been signed out.")
    with tab.context.expect_page() as opening:
        status(tab).get_by_role("link", name="Sign in in a new tab").click()
    sign_in(opening.value)
    value(tab, "name").press("End")
    value(tab, "name").press_sequentially(" and Otter")
    saved(tab)
    assert stored(plan).name == "Heron and Otter"
    carry_on(tab)
    expect(tab).not_to_have_url(re.compile("/company/"))


def sign_in(page: Page) -> None:
    page.get_by_label("E-mail address").fill("owner@example.org")
    page.get_by_label("Password").fill(people.PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your plans")


@pytest.mark.parametrize("trouble", ["503", "offline"])
def test_a_server_that_is_away_is_tried_again_until_it_answers(tab: Page, plan: Plan, troubles: Any, trouble: str):
    troubles.expect("503", "ERR_INTERNET_DISCONNECTED", "htmx:(sendError|afterRequest)")
    away = {
        "503": lambda route: route.fulfill(status=503),
        "offline": lambda route: route.abort("internetdisconnected"),
    }
    tab.route(f"**{company(plan)}", away[trouble])
    value(tab, "name").fill("Heron")
    expect(status(tab)).to_have_text(NOT_YET)
    assert not Company.objects.filter(plan=plan).exists()
    tab.unroute_all()
    saved(tab)
    assert stored(plan).name == "Heron"


def test_typing_goes_on_during_a_slow_answer_and_caret_and_text_stay(tab: Page, plan: Plan):
    field = value(tab, "does")
    gate = Gate(tab, f"**{company(plan)}")
    with tab.expect_request(f"**{company(plan)}"):
        field.press_sequentially("They keep harbours")
    field.press("Home")
    field.press_sequentially("We hear: ")
    expect(tab.locator("[data-saving]")).to_be_visible()
    gate.open()
    saved(tab)
    expect(tab.locator("[data-saving]")).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("We hear: They keep harbours")
    assert field.evaluate("field => field.selectionStart") == len("We hear: ")
    # What was typed in the meantime went out by itself.
    tab.reload()
    expect(field).to_have_value("We hear: They keep harbours")


def test_leaving_right_after_typing_loses_nothing(tab: Page, plan: Plan):
    tab.get_by_label("What they do, in your own words").fill("They keep harbours")
    tab.locator(".back a").click()
    expect(tab.get_by_role("heading", name="What the call sheet still lacks")).to_be_visible()
    shown_in_time(tab, plan, "does", "They keep harbours")


def test_closing_the_tab_right_after_typing_loses_nothing(tab: Page, plan: Plan):
    other = tab.context.new_page()
    value(tab, "name").fill("Heron")
    tab.close(run_before_unload=True)
    shown_in_time(other, plan, "name", "Heron")


def shown_in_time(page: Page, plan: Plan, name: str, text: str) -> None:
    """The parting request is under way while the next page loads, so the text may need a second look."""
    for _ in range(20):
        page.goto(company(plan))
        if value(page, name).input_value():
            break
    expect(value(page, name)).to_have_value(text)


def test_continue_while_a_save_is_under_way_is_no_conflict(tab: Page, plan: Plan):
    gate = Gate(tab, f"**{company(plan)}")
    with tab.expect_request(f"**{company(plan)}"):
        value(tab, "name").press_sequentially("Heron")
    value(tab, "does").fill("They keep harbours")
    carry_on(tab)
    expect(tab).not_to_have_url(re.compile("/company/"))
    assert gate.held
    assert (stored(plan).name, stored(plan).does) == ("Heron", "They keep harbours")


def test_a_new_entry_gets_its_own_address_with_the_first_save(tab: Page, plan: Plan):
    tab.goto(f"/plans/{plan.pk}/batna/new/")
    tab.get_by_label("Keep looking").check()
    with tab.expect_response(lambda answer: "Looking" in (answer.request.post_data or "")):
        value(tab, "title").fill("Looking on")
    expect(tab).to_have_url(re.compile(r"/batna/[0-9a-f-]{36}/$"))
    tab.reload()
    expect(value(tab, "title")).to_have_value("Looking on")
    carry_on(tab, "Save and go back")
    expect(tab.get_by_role("heading", name="Looking on")).to_be_visible()
    assert Alternative.objects.filter(plan=plan).count() == 1
