"""The step impact: rows from pains, the working, the ask against the total, and what stays off the paper."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact, Figure, Table
from groundwork.money import Frame
from negotiation.models import Effect, Impact
from negotiation.steps import impact
from negotiation.steps.base import Answers, Gap, Given

SURE = {"likelihood": Decimal(100), "first_year": Decimal(100)}
NUMBERS = {"desired": "125000", "offer": "100000"}


def effect(does="Bring a plan", *, kind="saving", **values):
    numbers = {name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()}
    return Effect(does=does, kind=kind, **SURE | numbers)


def three():
    """50 and 35 thousand, and revenue of 250 thousand at a margin of 30 %."""
    shown = {"proof": "They have seen it"}
    return [
        effect(amount=50_000, **shown),
        effect("Ask a friend", amount=35_000, **shown),
        effect("Bring clients", kind="revenue", amount=250_000, margin=30, **shown),
    ]


def answers(*rows, pains=(), numbers=NUMBERS, period="year", basis="gross", **values):
    given = {
        "impact": Given(values=Impact(**values), rows=rows),
        "role": Given(values=None, rows=tuple(pains)),
    }
    frame = Frame(currency="EUR", period=period, basis=basis)
    today = date(2026, 11, 22)
    return Answers(frame=frame, locale="en", today=today, kind="job", given=given, stored={"zopa": numbers})


def said(*rows, **more):
    return impact.results(answers(*rows, **more))["sentences"]


def test_the_total_stands_against_the_ask_in_a_sentence():
    assert said(*three()) == [
        "The ask is 15.6 % of the impact: 25,000 EUR a year gross more for you, 160,000 EUR in the first year for them."
    ]


def test_the_employers_money_is_neither_gross_nor_net():
    found = impact.results(answers(*three(), basis="net"))
    assert "160,000 EUR in the first year for them" in found["sentences"][0]
    assert "after tax" in found["cautions"][0]
    cells = [cell for row in found["table"].rows[:-1] for cell in row]
    assert not any("gross" in cell or "net" in cell.split() for cell in cells)
    assert found["table"].rows[-1] == ("The ask", "", "25,000 EUR a year net", "", "")


@pytest.mark.parametrize(
    ("numbers", "words", "link"),
    [
        ({}, "enter what they offer and what you aim for", True),
        ({"offer": "100000"}, "enter what you aim for", True),
        ({"desired": "100000"}, "enter what they offer", True),
        ({"desired": "100000", "offer": "100000"}, "They offer what you ask for already", False),
    ],
)
def test_without_an_ask_the_total_stands_alone_and_what_is_missing_is_said(numbers, words, link):
    found = impact.results(answers(*three(), numbers=numbers))
    assert found["sentences"][0] == "What you bring comes to 160,000 EUR in the first year for them."
    assert words in found["sentences"][1]
    assert found["numbers_missing"] is link


@pytest.mark.parametrize(
    ("numbers", "amount", "source"),
    [
        (
            {"opening": "140", "ask_low": "130", "desired": "120", "offer": "100"},
            "40 EUR",
            "what you open with, 140 EUR",
        ),
        ({"ask_low": "130", "desired": "120", "offer": "100"}, "30 EUR", "the low end of the range you name, 130 EUR"),
        ({"desired": "120", "offer": "100"}, "20 EUR", "what you aim for, 120 EUR"),
    ],
)
def test_the_ask_is_what_one_will_say_and_it_shows_where_it_came_from(numbers, amount, source):
    found = impact.results(answers(effect(amount=1000, proof="x"), numbers=numbers))
    assert f"{amount} a year gross more for you" in found["sentences"][0]
    assert source in found["source"]


def test_an_ask_a_month_is_counted_for_a_year_and_one_an_hour_is_not_guessed():
    monthly = said(effect(amount=1000, proof="x"), numbers={"desired": "15", "offer": "10"}, period="month")
    assert monthly[0].startswith("The ask is 6 % of the impact: 60 EUR a year gross")
    hourly = said(effect(amount=1000, proof="x"), numbers={"desired": "15", "offer": "10"}, period="hour")
    assert "by the hour or the day" in hourly[1]


def test_an_ask_above_the_total_is_said_calmly():
    found = impact.results(answers(effect(amount=20_000, proof="x")))
    assert found["sentences"][0].startswith("The ask is 125 % of the impact")
    assert found["cautions"][0].startswith("The ask is more than what you can show")


def test_factors_are_shown_with_the_persons_own_words():
    row = effect(volume=1300, volume_unit="logs", saving=Decimal("0.5"), saving_unit="hours", price=30, first_year=50)
    facts = impact.summary(answers(), row)
    made = "1,300 logs a year × 0.5 hours × 30 EUR = 19,500 EUR a year, 100 % likely, 50 % of it in the first year"
    assert facts == ["saving", made, "9,750 EUR in the first year", "no proof yet"]


def test_a_row_says_what_it_lacks_and_its_range_if_it_has_one():
    lacking = Effect(does="Sell more", kind="revenue", volume=Decimal(3))
    assert "not counted yet: how much each one saves or brings, what one of these is worth to them, " in " ".join(
        impact.summary(answers(), lacking)
    )
    ranged = effect(amount=100, low=50, high=300, proof="x")
    assert "100 EUR in the first year (50 to 300 EUR)" in impact.summary(answers(), ranged)


def test_revenue_without_a_margin_of_its_own_takes_the_one_for_all():
    row = effect(kind="revenue", amount=1000)
    assert impact.results(answers(row))["open"] == [("Bring a plan", "what stays with them of the revenue")]
    assert "250 EUR in the first year" in impact.summary(answers(margin=Decimal(25)), row)


def test_what_is_not_proven_is_listed_the_largest_first_and_stays_off_the_paper():
    rows = [
        effect("Small", amount=10),
        effect("Shown", amount=50_000, proof="A letter"),
        effect("Large", amount=50_000),
    ]
    found = impact.results(answers(*rows))
    assert [name for name, _ in found["prove"]] == ["Large", "Small"]
    assert found["sentences"][0].startswith("The ask is 50 % of the impact")
    assert found["sentences"][1] == "With what you cannot show yet it would be 25 %."
    paper = [*impact.sheet(answers(*rows)), *impact.brief(answers(*rows))]
    assert "Shown" in str(paper)
    assert not re.search("Small|Large|100,010|cannot show", str(paper))


def test_paper_has_the_sum_the_picture_and_the_working_and_all_of_it_is_private():
    rows = three()
    sheet, brief = impact.sheet(answers(*rows)), impact.brief(answers(*rows))
    assert sheet[0].value == "Bring clients: 75,000 EUR in the first year"
    where_from = (
        "The ask is what you aim for, 125,000 EUR a year gross, less what they offer, 100,000 EUR a year gross."
    )
    assert sheet[-1] == Fact(label="The ask against it", value=said(*rows)[0], note=where_from)
    assert [type(block) for block in brief] == [Figure, Table]
    assert brief[1].rows[0][1].startswith("Revenue: 250,000 EUR a year, 30 % of it stays with them")
    assert not any(block.shareable for block in [*sheet, *brief])


def test_the_margin_for_all_is_printed_with_its_source_where_it_was_used():
    row = effect(kind="revenue", amount=1000, proof="x")
    facts = [
        part
        for part in impact.brief(answers(row, margin=Decimal(25), margin_source="Report"))
        if isinstance(part, Fact)
    ]
    assert [(fact.value, fact.note) for fact in facts] == [("25", "Report")]
    assert not [part for part in impact.brief(answers(*three(), margin=Decimal(25))) if isinstance(part, Fact)]


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ([], "one thing you bring them, in money"),
        ([Effect(does="Sell")], "the numbers behind “Sell”"),
        ([Effect(does="Sell"), effect("Save", amount=5)], "a proof for “Save”"),
    ],
)
def test_the_call_sheet_says_what_it_waits_for(rows, missing):
    assert impact.sheet(answers(*rows)) == [
        Gap(slug="impact", field="entries", missing=missing, blocks="your reasons in money")
    ]
    assert impact.brief(answers(*rows)) == []


def test_an_unfinished_row_counts_nowhere():
    found = impact.results(answers(effect(amount=5, proof="x", draft={"amount": ["lots"]})))
    assert (found["rows"], found["sentences"], found["table"], found["picture"]) == (0, [], None, None)
