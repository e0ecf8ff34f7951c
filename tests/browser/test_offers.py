"""An offer of a technology company, entered as it is typed; every figure was worked out by hand beside it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from negotiation.profiles.models import Candidate
from tests import people
from tests.browser.offers import add_term, cells, enter, facts, kept, line, new_offer, span, to_value, years
from tests.browser.pages import carry_on, fill, saved

SHARES = "Shares that become yours over time (RSU)"


@pytest.fixture
def owner(transactional_db: None) -> Candidate:
    return people.account("owner")


def test_a_technology_offer_is_valued_doubted_and_negotiated(visitor: Any, owner: Candidate):
    page = visitor(owner)
    technology_offer(page)
    technology_terms(page)
    to_value(page)
    technology_worth(page)
    options_worth(page)
    things_go_otherwise(page)
    after_eighteen_months_at_half_the_price(page)
    a_counter_and_what_they_answer(page)


def technology_offer(page: Page) -> None:
    """Bonus: 140,000 x 15 % x (20 % x 0 + 50 % x 1 + 30 % x 1.2 = 86 %) = 18,060, likely.

    Guaranteed year 1: 140,000 + 30,000 sign-on = 170,000; with likely pay + 18,060 = 188,060.
    """
    new_offer(page, {"employer": "Heron Instruments", "role": "Engineer", "base": "$140k", "hours_week": "40"})
    enter(page, {"bonus_percent": "15 %", "bonus_certainty": "Likely", "sign_on": "30,000", "clawback_months": "24"})
    enter(page, {"clawback": "A part for each month", "odds_nothing": "20", "odds_target": "50", "odds_most": "30"})
    enter(page, {"bonus_most": "120", "leave_days": "20", "tax_rate": "32"})
    saved(page)
    expect(span(page, "Year 1")).to_have_text(dollars("170,000", "188,060", "188,060"))
    expect(span(page, "Years 2 to 4, each")).to_have_text(dollars("140,000", "158,060", "158,060"))
    kept(page, "Heron Instruments")


def technology_terms(page: Page) -> None:
    """Match: 50 % x the smaller of 8 and 6 % x 140,000 = 4,200, put aside, guaranteed.

    Shares: 400,000 / 4 = 100,000 a year, likely (the cliff is in month 12). Options count in no sum.
    Guaranteed 170,000 + 4,200 = 174,200, then 144,200. Likely: + 18,060 + 100,000 = 292,260, then 262,260.
    """
    vesting = {"schedule": "The same part every year", "vest_years": "4", "cliff": "12", "cadence": "Every month"}
    grant = {"label": "RSU", "amount": "400k", "market": "Yes: the shares are traded"}
    add_term(page, SHARES, grant | vesting)
    part = {"label": "Options", "count": "20,000", "diluted": "10 000 000", "strike": "2", "last_price": "5"}
    ends = {"exit_1": "20m", "odds_1": "60", "exit_2": "80m", "odds_2": "25", "exit_3": "300 million", "odds_3": "12"}
    first = {"preference": "40m", "preferred_percent": "35", "further_rounds": "2", "dilution": "20"}
    last = {"exit_4": "1.5bn", "odds_4": "3"}
    add_term(page, "Options to buy shares", part | vesting | first | ends | last)
    match = {"label": "Pension", "percent": "50", "cap_percent": "6", "own_percent": "8", "vest_months": "24"}
    add_term(page, "Retirement money that they add to yours", match)
    expect(span(page, "Year 1")).to_have_text(dollars("174,200", "292,260", "292,260"))
    expect(span(page, "Years 2 to 4, each")).to_have_text(dollars("144,200", "262,260", "262,260"))


def technology_worth(page: Page) -> None:
    """Four years: 174,200 + 3 x 144,200 = 606,800; 292,260 + 3 x 262,260 = 1,079,040.

    After 32 % tax, guaranteed, year 1: 170,000 x .68 + 4,200 put aside = 119,800;
    of everything: (170,000 + 18,060 + 100,000) x .68 + 4,200 = 195,880.80 + 4,200 = 200,080.80.
    A real hour: 144,200 every year / ((52 - 20 / 5) x 40 = 1,920) = 75.104; (140,000 x .68 + 4,200) / 1,920 = 51.771.
    """
    expect(years(page, "Guaranteed")).to_have_text(["174,200", *["144,200"] * 3, "606,800"])
    expect(years(page, "With likely pay")).to_have_text(["292,260", *["262,260"] * 3, "1,079,040"])
    expect(years(page, "With likely and maybe")).to_have_text(["292,260", *["262,260"] * 3, "1,079,040"])
    expect(line(page, "RSU")).to_have_text(["100,000"] * 4)
    expect(line(page, "Pension")).to_have_text(["4,200"] * 4)
    expect(line(page, "Options")).to_have_text(["Not counted: what it may come to"])
    for told in (
        "Guaranteed, year 1, after tax and your own costs: 119,800 USD a year",
        "With likely and maybe pay, year 1, after tax and your own costs: 200,081 USD a year",
        "75.10 USD an hour gross; 51.77 USD after tax",
    ):
        expect(facts(page)).to_contain_text(told)
    page.locator("summary", has_text="Bonus").last.click()
    working = page.locator("details[open]", has_text="each end × how likely it is")
    expect(working.locator("dd")).to_have_text(
        [*dollars("140,000"), "15 %", "20 %", "50 %", "30 %", "120 %", " · ".join(["18,060"] * 4)]
    )


def options_worth(page: Page) -> None:
    """20,000 of 10,000,000 are .2 %, after two rounds of 20 % .2 x .8 x .8 = .128 %; buying them takes 40,000.

    20 M: all to the preference, 0. 80 M (35 % are 28 M, less than 40 M): .128 / 65 x (80 - 40) M = 78,769; less
    40,000: 38,769. 300 M (35 % are 105 M): .128 % = 384,000; 344,000. 1.5 B: 1,920,000; 1,880,000.
    Mean .25 x 38,769.23 + .12 x 344,000 + .03 x 1,880,000 = 9,692.31 + 41,280 + 56,400 = 107,372.31.
    On paper 20,000 x (5 - 2) = 60,000.
    """
    paper = page.locator("#paper")
    paper.locator("summary").click()
    told = ["60,000 USD", "60 %", "0 USD", "107,372 USD"]
    for words, amount in zip(("On paper", "end as nothing", "In the middle", "On average"), told, strict=True):
        expect(paper.locator("dl > div", has_text=words).locator("dd")).to_contain_text(amount)
    for company, mine in (("20,000,000", "0"), ("80,000,000", "38,769"), ("300,000,000", "344,000")):
        expect(cells(page, "paper-title", f"{company} USD").last).to_have_text(f"{mine} USD")
    expect(cells(page, "paper-title", "1,500,000,000 USD").last).to_have_text("1,880,000 USD")


def things_go_otherwise(page: Page) -> None:
    """Half price, no bonus: 174,200 + 50,000 = 224,200; 606,800 + 200,000 = 806,800.

    As today, promised (21,000): 295,200; 606,800 + 84,000 + 400,000 = 1,090,800.
    Half as much more, highest (25,200): 174,200 + 25,200 + 150,000 = 349,400; 606,800 + 100,800 + 600,000.
    Leaving after 18 months: base 210,000, sign-on 30,000 x 18 / 24 = 22,500, one bonus 18,060, shares 400,000 x
    18 / 48 = 150,000, no match before month 24: 400,560. Lost: 7,500; 250,000; 6,300; the bonus of year 2.
    """
    expect(cells(page, "cases-title", "Shares 50 % lower, bonus: none")).to_have_text(["224,200", "806,800"])
    expect(cells(page, "cases-title", "Shares as today, bonus: the promised")).to_have_text(["295,200", "1,090,800"])
    expect(cells(page, "cases-title", "Shares 50 % higher, bonus: the highest")).to_have_text(["349,400", "1,307,600"])
    left = cells(page, "leaving-title", "18 months")
    expect(left.first).to_have_text("400,560")
    lost = ["Bonus: 18,060", "Sign-on payment: 7,500", "RSU: 250,000"]
    lost += ["Options: the part that is not yours by then", "Pension: 6,300"]
    expect(left.last.locator(".note")).to_have_text(lost)


def after_eighteen_months_at_half_the_price(page: Page) -> None:
    """Of 400,000: 100,000 in month 12, 6 / 48 until month 18: 50,000 more, together 150,000.

    At half the price 50,000 and 25,000. Guaranteed: 140,000 + 22,500 = 162,500, then 70,000, together 232,500.
    Likely: + 18,060 + 50,000 = 230,560; 70,000 + 25,000 = 95,000; together 325,560.
    """
    what_if(page, "You leave after this many months", "18")
    expect(line(page, "RSU")).to_have_text(["100,000", "50,000", "0", "0"])
    expect(line(page, "Pension")).to_have_text(["0"] * 4)
    what_if(page, "Share prices move by", "-50")
    expect(line(page, "RSU")).to_have_text(["50,000", "25,000", "0", "0"])
    expect(years(page, "Guaranteed")).to_have_text(["162,500", "70,000", "0", "0", "232,500"])
    expect(years(page, "With likely pay")).to_have_text(["230,560", "95,000", "0", "0", "325,560"])
    page.get_by_role("link", name="As it is").click()
    # Counted at their average: 107,372.31 / 4 = 26,843.08 a year; 292,260 + 26,843.08 and 1,079,040 + 107,372.31.
    page.get_by_text("What if prices move").click()
    page.get_by_label("Count shares and options").check()
    carry_on(page, "Work it out")
    expect(years(page, "With likely and maybe")).to_have_text(["319,103", *["289,103"] * 3, "1,186,412"])
    expect(page.get_by_text("nothing at all in 60 % of the cases")).to_be_visible()


def what_if(page: Page, question: str, answer: str) -> None:
    if not page.get_by_label(question).is_visible():
        page.get_by_text("What if prices move").click()
    fill(page, question, answer)
    carry_on(page, "Work it out")


def a_counter_and_what_they_answer(page: Page) -> None:
    """Counter of 150,000: base + 10,000, bonus 150,000 x .15 x .86 = 19,350 (+ 1,290), match 4,500 (+ 300).

    11,590 a year, 46,360 in four. Their answer, 145,000 and 36,000 at the start and 25 days off: + 5,000, bonus
    18,705 (+ 645), match 4,350 (+ 150), sign-on + 6,000: 11,795 in year 1, 4 x 5,795 + 6,000 = 29,180 in four.
    Five days: 5 x 145,000 / 260 = 2,788.46.
    """
    page.goto("/offers/")
    page.get_by_role("link", name="Rounds of Heron Instruments").click()
    carry_on(page, "Prepare my counter")
    enter(page, {"base": "150 000"})
    carry_on(page)
    counter = "11,590 USD gross more in year 1, 46,360 USD gross more over four years."
    expect(round_called(page, "Your counter")).to_contain_text(counter)
    carry_on(page, "They changed their offer")
    enter(page, {"base": "145,000.00", "sign_on": "36k", "leave_days": "25"})
    carry_on(page)
    answer = "11,795 USD gross more in year 1, 29,180 USD gross more over four years."
    days = "The more days off are worth 2,788.46 USD a year gross, in none of these sums."
    expect(page.locator("section[aria-labelledby=gain-title] p")).to_have_text(f"{answer} {days}")
    now = round_called(page, "Revised offer")
    for title, told in (
        ("Base pay", [*dollars("140,000", "145,000", more=", guaranteed"), "20,000 USD gross more in four years"]),
        ("Bonus", [*dollars("18,060", "18,705", more=", likely"), "2,580 USD gross more in four years"]),
        ("Pension", [*dollars("4,200", "4,350", more=", guaranteed"), "600 USD gross more in four years"]),
        ("Paid days off", ["20", "25", ""]),
    ):
        expect(now.locator("tr", has=page.locator("th", has_text=title)).locator("td")).to_have_text(told)
    expect(round_called(page, "Your counter")).to_contain_text(counter)


def round_called(page: Page, title: str) -> Locator:
    return page.locator("main li.card", has=page.get_by_role("heading", name=title))


def dollars(*amounts: str, more: str = "") -> list[str]:
    return [f"{amount} USD a year gross{more}" for amount in amounts]
