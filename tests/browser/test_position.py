"""A nurse in Europe, paid by the month with 13 payments, takes the chapters Readiness and Position without a script.

A month of the plan is a twelfth of a year. Offer 3,900 x 13 / 12 = 4,225, a year 50,700. The survey's 3,600, 4,080
and 4,560 x 13 / 12 are 3,900, 4,420 and 4,940; the range of 48,000 to 60,000 a year is 4,000 to 5,000; the
colleague’s 55,200 is 4,600. Opening 2 x 4,600 - 4,225 = 4,975, below the 5,000 a source defends: in fifties 5,000.
Down to 4,600 in two steps, the second smaller: 267 and 133, in whole fifties 250 and 150.
Room 4,600 - 4,200 = 400, of which the offer leaves her 25, 6 %.
Room is certain: 4,225 is offered, over a minimum of 4,200, whatever is believed of their maximum.
Her job brings 46,800 for certain, 3,900 a month while she waits. The clinic, 57,600 after 6 of 24 months:
(57,600 x 1.5 + 3,900 x 6) / 2 = 54,900; expected .4 x 54,900 + .6 x 46,800 = 50,040, a month 4,170. It beats the
offer from (50,700 - 46,800) / (54,900 - 46,800) = 48.1 %. Need 2,100 x 12 / .6 = 42,000; savings for 6 months.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.offers import enter
from tests.browser.pages import carry_on
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
    TODAY,
    ZOPA,
    about_the_offer,
    added,
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

OFFER_EU = {"employer": "Spital am Fluss", "role": "Pflegerin", "base": "3.900", "payments": "13"}
OFFER_EU |= {"hours_week": "38,5", "days_week": "5", "overtime_week": "0", "remote_days": "2"}
PASTED_EU = "Source;Kind;Date;Low;High;Period\nSpital am Berg;posted;{0};48.000;60.000;year\n"
PASTED_EU += "A colleague;person;{0};55.200;55.200;year\n"


def test_a_nurse_in_europe_paid_by_the_month_without_a_script(visitor: Any):
    page = visitor(java_script_enabled=False)
    begun(page, "EUR", "A month")
    readiness_eu(page)
    wishes(page, "course", "The employer pays the fee directly")
    market_eu(page)
    limits_eu(page)
    zopa_eu(page)
    batna_eu(page)
    hub(page, "Left: 19 hours, 2 rounds, 4 weeks of waiting.", "Apply at the second clinic")
    read(
        page,
        "“I would like 5,000 EUR a month gross.”",
        "You can negotiate now.",
        "You can talk today.",
        "Also ask for you to pay for one course a year that we choose together",
        "Also ask for a desk by the window",
        "4,420 EUR a month gross",
        "Aim for 4,600 EUR a month gross",
        "Below this, say no 4,200 EUR a month gross",
        "Their offer 4,225 EUR a month gross",
        "Broken as it stands by: Spital am Fluss, Pflegerin",
        "Left: 19 hours, 2 rounds, 4 weeks of waiting.",
        "46,800 EUR a year gross for certain: My job here",
        "Compare the offer with 50,040 EUR a year gross",
        "Pay you need 42,000 EUR a year gross",
        f"by {long(SOON)}",
    )


def readiness_eu(page: Page) -> None:
    signs = {"wanted": "Yes, if we agree", "invited": "Yes", "usual": "No", "undervalued": "Yes"}
    panel = opened(page, TIME, signs | {"edge": "Yes, and they know its worth"}, script=False)
    expect(panel).to_contain_text("You can negotiate now.")
    expect(panel).to_contain_text("Take extra care")
    added(page, "Add an edge", {"kind": "Special knowledge", "text": "Wound care", "plain_words": "Wounds heal."})
    expect(panel).to_contain_text("Wounds heal.")
    rested = {"tired": "A little tired", "equal": "Yes", "respects": "Yes", "calm": "Yes", "fear": "That I ask for"}
    panel = opened(page, STATE, rested | {"posture": "A pupil"}, script=False)
    expect(panel).to_contain_text("You can talk today.")
    expect(panel).to_contain_text("Confidence:")
    page.get_by_role("link", name="Read it as if it were about a friend").click()
    expect(page.locator("#panel")).to_contain_text("can talk today.")
    expect(page.locator("#panel")).not_to_contain_text("You can talk today.")


def market_eu(page: Page) -> None:
    to_step(page, MARKET)
    survey = {"kind": "A published survey", "source": "Nurses’ pay survey", "dated": FRESH.isoformat()}
    survey |= {"period": "A month", "payments": "13", "low": "3.600", "mid": "4.080", "high": "4.560"}
    added(page, "Add a source", survey | {"middle": "The median"})
    pasted(page, PASTED_EU.format(OLDER.isoformat()), 2)
    panel = page.locator("#panel")
    for words in (
        "3,900 to 4,940 EUR a month gross",
        "4,000 to 5,000 EUR a month gross",
        "4,600 EUR a month gross",
        f"Nurses’ pay survey, {long(FRESH)}",
    ):
        expect(panel).to_contain_text(words)


def limits_eu(page: Page) -> None:
    """From the page of the red lines the offer is entered, and comes back there."""
    to_step(page, LINES)
    days = {"kind": "At most so many days a week on site", "most": "2", "exception_often": "twice a year"}
    hours = {"kind": "At most so many hours a week", "most": "40", "exit_sentence": "Thank you, and goodbye."}
    added(page, "Add a red line", days | {"reason": "My father", "exit_sentence": "Thank you. It cannot be."}, hours)
    page.get_by_role("link", name="Add an offer").click()
    enter(page, OFFER_EU)
    carry_on(page)
    to_step(page, LINES)
    held = page.locator("#against tbody tr")
    expect(held.nth(0)).to_contain_text("Broken 3 days a week on site")
    expect(held.nth(0)).to_contain_text("You tolerate: twice a year.")
    expect(held.nth(1)).to_contain_text("Held 38.5 hours a week, unpaid ones included")
    about_the_offer(page, "Spital am Fluss, Pflegerin")
    most = {"hours": "20", "rounds": "3", "weeks": "6", "since": (TODAY - timedelta(14)).isoformat()}
    panel = opened(page, BUDGET, most, script=False)
    expect(panel).to_contain_text("Left: 20 hours, 3 rounds, 4 weeks of waiting.")
    for taken in ("An hour", "A round"):
        carry_on(page, taken)
    expect(panel).to_contain_text("Left: 19 hours, 2 rounds, 4 weeks of waiting.")


def zopa_eu(page: Page) -> None:
    mine = {"target_fixed": "4.600", "floor_fixed": "4 200", "their_low": "4000", "their_likely": "4,600"}
    panel = opened(page, ZOPA, mine | {"their_high": "5k"}, script=False)
    beside = f"4,420 EUR a month gross (Nurses’ pay survey, {long(FRESH)})"
    expect(page.locator("#div_id_opening")).to_contain_text(beside)
    expect(panel).to_contain_text("is the middle between their offer of 4,225 EUR a month gross")
    expect(panel).to_contain_text("4,975 EUR a month gross, rounded to 5,000 EUR a month gross")
    expect(panel).to_contain_text("There is room to agree: 400 EUR a month gross")
    expect(fact(page, "Chance that there is room")).to_contain_text("Certain")
    expect(fact(page, "Your part of the room at their offer")).to_have_text("6 %")
    review = {"because": "I see your scale", "in_return": "a review in spring"}
    added(page, "Add a step down", review, {"because": "you are near", "in_return": "one more day at home"})
    ways = page.locator("#panel ol li")
    expect(ways.nth(0)).to_contain_text("4,750 EUR a month gross, 250 EUR a month gross less")
    expect(ways.nth(1)).to_contain_text("4,600 EUR a month gross, 150 EUR a month gross less")


def batna_eu(page: Page) -> None:
    means = {"outgoings": "2.100", "income": "0", "savings": "12.600", "tax_percent": "40"}
    opened(page, BATNA, means, script=False)
    stay = {"kind": "Staying in my", "title": "My job here", "value": "46.800", "likelihood": "100", "months": "0"}
    other = {"kind": "Another offer", "title": "The clinic", "value": "57.600", "likelihood": "40", "months": "6"}
    added(page, "Add an alternative", stay, other)
    act = {"kind": "Apply elsewhere", "text": "Apply at the second clinic", "day": SOON.isoformat()}
    added(page, "Add an action", act)
    for label, told in (
        ("Certain", "46,800 EUR a year gross"),
        ("Expected", "50,040 EUR a year gross"),
        ("Hoped for", "54,900 EUR a year gross"),
        ("Pay you need", "42,000 EUR a year gross"),
        ("How long you can wait", "6 months"),
        ("“The clinic” beats their offer", "from a likelihood of 48.1 %you put it at 40 %: not enough"),
    ):
        expect(fact(page, label)).to_contain_text(told)
    to_step(page, ZOPA)
    expect(page.locator("#panel")).to_contain_text("4,170 EUR a month gross")
