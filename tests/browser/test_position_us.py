"""A librarian in the US, paid by the year, takes the chapters Readiness and Position with a script.

Offer 104,000; opening 2 x 110,000 - 104,000 = 116,000, below the source's 118,000. Down to 110,000 in three steps
that halve, as whole thousands: 3,000, 2,000, 1,000. An hour of 50 x 40 x 52 is 104,000 a year. Between P50 104,000
and P75 116,000 the target is at 50 + 25 ln(110 / 104) / ln(116 / 104) = 63. The range from 110,000 to 118,000 is
8 / 110 = 7.3 % wide. Room 105,000 - 100,000 = 5,000; the offer has 4,000 of it, 80 %.
Room is certain: 104,000 is offered, over a minimum of 100,000, whatever is believed of their maximum.
The present job brings 92,000. The archive, 112,000 after 3 of 24 months: (112,000 x 21 + 92,000 x 3) / 24 = 109,500;
expected .4 x 109,500 + .6 x 92,000 = 99,000; it beats the offer from 12,000 / 17,500 = 68.6 %.
Savings 9,100 / 4,550 = 2 months, so what is certain counts. Need 4,550 x 12 / .7 = 78,000, below the 92,000.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.offers import enter
from tests.browser.pages import carry_on, saved
from tests.browser.steps import (
    BATNA,
    BUDGET,
    FRESH,
    LINES,
    MARKET,
    OLDER,
    SOON,
    STATE,
    TIME,
    ZOPA,
    about_the_offer,
    added,
    answer,
    begun,
    fact,
    hub,
    long,
    opened,
    pasted,
    read,
    to_step,
    wishes,
)

OFFER_US = {"employer": "Otter Library", "role": "Librarian", "base": "$104k", "hours_week": "40"}
PASTED_US = "Source,Kind,Date,P25,P50,P75,Middle,Period\nThe pay panel,published,{0},94000,104000,116000,,year\n"
PASTED_US += "A former boss,person,{0},,,,50,hour\n"


def test_a_librarian_in_the_us_paid_by_the_year(visitor: Any):
    page = visitor()
    begun(page, "USD", "A year")
    readiness_us(page)
    wishes(page, "promotion", "A review with a date")
    market_us(page)
    limits_us(page)
    zopa_us(page)
    batna_us(page)
    hub(page, "You have gone through 1 round more than you meant to. Leave or cut?", "Ask the archive for a date")
    read(
        page,
        "“I would like 116,000 USD a year gross.”",
        "Prepare the ground first, then ask.",
        "Move the call, if it can be moved.",
        "Also ask for a review in six months against three criteria that we write down now",
        "about the 63rd percentile",
        "Aim for 110,000 USD a year gross",
        "Below this, say no 100,000 USD a year gross",
        "Their offer 104,000 USD a year gross",
        "They called at night",
        "You have gone through 1 round more than you meant to.",
        "92,000 USD a year gross for certain: Staying at school",
        "Suggested minimum 92,000 USD a year gross",
        f"by {long(SOON)}",
    )


def readiness_us(page: Page) -> None:
    signs = {"wanted": "Yes, if we agree", "invited": "I do not know", "usual": "Yes", "undervalued": "Yes"}
    panel = opened(page, TIME, signs | {"edge": "Yes, but I still have to show it"}, script=True)
    expect(panel).to_contain_text("You can negotiate now.")
    page.get_by_role("link", name="Read it as if it were about a friend").click()
    expect(page.locator("#panel")).to_contain_text("can negotiate now.")
    tired = {"tired": "Too tired to think straight", "fear": "That they take the offer back"}
    panel = opened(page, STATE, tired, script=True)
    for words in ("Move the call, if it can be moved.", "about 6 %", "Hart, Bear and Ren", "Confidence: medium"):
        expect(panel).to_contain_text(words)
    page.get_by_role("link", name="The message that moves the call").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Move")


def market_us(page: Page) -> None:
    to_step(page, MARKET)
    survey = {"kind": "A published survey", "source": "Library pay survey", "dated": FRESH.isoformat()}
    survey |= {"low": "$98k", "mid": "105,000", "high": "118,000", "middle": "The median"}
    added(page, "Add a source", survey)
    pasted(page, PASTED_US.format(OLDER.isoformat()), 2)
    expect(page.locator("#panel")).to_contain_text("It is paid by the hour or the day")


def limits_us(page: Page) -> None:
    """A reason becomes a red line, which is judged by hand; the hours are not all known."""
    panel = opened(page, LINES, {"ended": "- They called at night"}, script=True)
    panel.get_by_role("button", name="Make it a red line").click()
    hours = {"kind": "At most so many hours a week", "most": "45", "exit_sentence": "Thank you, and goodbye."}
    added(page, "Add a red line", hours)
    page.get_by_role("link", name="Add an offer").click()
    enter(page, OFFER_US)
    carry_on(page)
    to_step(page, LINES)
    rows = page.locator("#against tbody tr")
    expect(rows.nth(0)).to_contain_text("Not known yet")
    expect(rows.nth(1)).to_contain_text("40 hours a week are agreed; ask how many unpaid ones are expected")
    page.get_by_label("They called at night").select_option("Held")
    expect(rows.nth(0)).to_contain_text("Held you said so")
    about_the_offer(page, "Otter Library, Librarian")
    opened(page, BUDGET, {"rounds": "1"}, script=True)
    for _ in range(2):
        carry_on(page, "A round")
    expect(page.locator("#panel")).to_contain_text("Leave or cut?")


def zopa_us(page: Page) -> None:
    """A minimum above the target is named while one types."""
    mine = {"target_fixed": "110k", "their_low": "90,000", "their_likely": "105,000", "their_high": "115,000"}
    panel = opened(page, ZOPA, mine | {"floor_fixed": "120,000"}, script=True)
    expect(panel).to_contain_text("Your minimum is 10,000 USD a year gross above what you aim for.")
    answer(page, {"floor_fixed": "100,000", "ask_low": "110,000", "ask_high": "118,000"})
    for words in (
        "Your target of 110,000 USD a year gross is the middle between their offer of 104,000 USD a year gross",
        "There is room to agree: 5,000 USD a year gross",
        "7.3 % wide, within the usual 5 to 10 %",
        "Your target is 5,000 USD a year gross above what they are likely to pay at most.",
    ):
        expect(panel).to_contain_text(words)
    expect(panel).not_to_contain_text("above what you aim for")
    expect(fact(page, "Chance that there is room")).to_contain_text("Certain")
    expect(fact(page, "Your part of the room at their offer")).to_have_text("80 %")
    saved(page)
    added(page, "Add a step down", *({"because": f"reason {step}", "in_return": f"thing {step}"} for step in (1, 2, 3)))
    for way, told in zip(panel.locator("ol li").all(), ("113,000", "111,000", "110,000"), strict=True):
        expect(way).to_contain_text(f"{told} USD a year gross")
    to_step(page, MARKET)
    expect(panel).to_contain_text("about the 63rd percentile")
    expect(panel).not_to_contain_text("It is paid by the hour or the day")


def batna_us(page: Page) -> None:
    opened(page, BATNA, {"outgoings": "4,550", "income": "0", "savings": "9,100", "tax_percent": "30"}, script=True)
    stay = {"kind": "Staying in my", "title": "Staying at school", "value": "92k", "likelihood": "100", "months": "0"}
    other = {"kind": "Another offer", "title": "The archive", "value": "112,000", "likelihood": "40", "months": "3"}
    added(page, "Add an alternative", stay, other)
    act = {"kind": "Apply elsewhere", "text": "Ask the archive for a date", "day": SOON.isoformat()}
    added(page, "Add an action", act)
    for label, told in (
        ("Certain", "92,000 USD a year gross"),
        ("Expected", "99,000 USD a year gross"),
        ("Hoped for", "109,500 USD a year gross"),
        ("Compare the offer with", "92,000 USD a year gross"),
        ("Pay you need", "78,000 USD a year gross"),
        ("How long you can wait", "2 months"),
        ("“The archive” beats their offer", "from a likelihood of 68.6 %"),
    ):
        expect(fact(page, label)).to_contain_text(told)
    panel = page.locator("#panel")
    to_step(page, TIME)
    expect(panel).to_contain_text("Prepare the ground first, then ask.")
