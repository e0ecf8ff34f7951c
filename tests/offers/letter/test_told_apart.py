"""What one sentence says of two things: their money and one's own, probation and notice, this currency and another."""

from __future__ import annotations

from typing import Any

import pytest

from offers.letter.foreign import told
from offers.letter.found import SEVERAL
from offers.letter.reading import read_letter
from offers.letter.retirement import BESIDE, NO_CAP, ONCE, ONCE_MATCHED, ONLY_YOURS, OWN_MATCH
from offers.letter.time_off import NOT_WEEKS, WHILE_TRIED
from tests.offers.letter.test_sentences import only
from tests.offers.typed import words


def lines(text: str, currency: str = "GBP") -> list[tuple[str, str]]:
    """What each line says, and its doubt or its values in one word."""
    found = read_letter(text, currency=currency).candidates
    return [
        (one.says, one.doubt or ", ".join(f"{name}={value}" for name, value in one.values.items())) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "says", "doubt"),
    [
        ("We contribute 5% to your pension if you contribute at least 3%.", "add: 5 %, once you pay in 3 %", ONCE),
        ("If you contribute at least 3%, we pay 5% into your pension.", "add: 5 %, once you pay in 3 %", ONCE),
        ("We pay 5% to your pension, subject to a minimum employee contribution of 3%.",
         "add: 5 %, once you pay in 3 %", ONCE),
        ("We add 8% to your pension provided that you contribute too.", "add: 8 %, once you pay in too", ONCE),
        ("We match 5% on your pension once you pay in 3%.", "add: 5 %, once you pay in 3 %", ONCE_MATCHED),
        ("We match your pension contributions of up to 5%, if you pay in at least 3%.",
         "add: 5 %, once you pay in 3 %", ONCE_MATCHED),
        ("We contribute 5% to your pension and you contribute 3%.", "add: 5 %; you pay in 3 %", BESIDE),
        ("Pension: 5% employer, 3% employee", "add: 5 %; you pay in 3 %", BESIDE),
        ("You contribute 3% to the pension.", "Retirement money: you pay in 3 %", ONLY_YOURS),
        ("We contribute 5% to your pension.", "add: 5 %", OWN_MATCH),
        ("We put 5% into your pension if you contribute 3%, or 8% if you contribute 5%.", "5 % or 3 % or 8 %", SEVERAL),
        ("We match your contributions to the 401(k) up to 4%.", "add: 4 %", NO_CAP),
    ],
)  # fmt: skip
def test_what_depends_on_paying_in_is_said(text: str, says: str, doubt: str):
    one = only(text)
    assert one.says.endswith(says)
    assert (one.doubt, one.values) == (doubt, {})


SIX, NONE = ("Probation: six months", "probation_months=6"), "Notice: one week"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your probation is six months and the notice period is one month.", [SIX, ("Notice: one month", NOT_WEEKS)]),
        ("Your probation is six months and the notice period is four weeks.",
         [SIX, ("Notice: four weeks", "notice_weeks=4")]),
        ("Your notice is 28 days and your probation is six months.", [("Notice: 28 days", "notice_weeks=4"), SIX]),
        ("You have a six month probation and 4 weeks notice.", [SIX, ("Notice: 4 weeks", "notice_weeks=4")]),
        ("During your six-month probation, the notice period is one week.", [SIX, (NONE, WHILE_TRIED)]),
        ("Your probation is six months with one week's notice.", [SIX, (NONE, WHILE_TRIED)]),
        ("The notice period during probation is one week.", [(NONE, WHILE_TRIED)]),
        ("The notice period during the probation is one week and one month thereafter.",
         [("Notice: one week or one month", SEVERAL)]),
        ("Notice: one month probation, three months after", [("Notice: one month or three months", SEVERAL)]),
        ("Notice: probation 1 month, then 3 months", [("Notice: 1 month or 3 months", SEVERAL)]),
        ("Notice: 3 months (probation: 1 month)", [("Notice: 3 months or 1 month", SEVERAL)]),
        ("After one month of probation the notice is 2 weeks.", [("Notice: one month or 2 weeks", SEVERAL)]),
        ("After probation, the notice period is 4 weeks.", [("Notice: 4 weeks", "notice_weeks=4")]),
        ("The notice period is one week or one month.", [("Notice: one week or one month", SEVERAL)]),
        ("You work from home one day a week.", [("From home: one day a week", "remote_days=1")]),
    ],
)  # fmt: skip
def test_probation_and_notice_are_each_read_or_neither_is(text: str, expected: list[tuple[str, str]]):
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "currency", "says"),
    [
        (
            "Base salary: USD 90,000 a year\nSign-on bonus: $10,000",
            "EUR",
            "The letter is in USD and this offer is in EUR: ",
        ),
        ("Base salary: 90,000 usd a year", "EUR", "The letter is in USD and this offer is in EUR: "),
        ("Base salary: $90,000 a year", "EUR", "The letter is in $ and this offer is in EUR: "),
        ("Base salary: CHF 90,000 a year", "XAC", "The letter is in CHF and this offer is in acorns: "),
        ("Base salary: EUR 90,000 a year\nSign-on bonus: $10,000", "EUR", "Some amounts of the letter are in $ and "),
    ],
)
def test_another_currency_is_named_once(text: str, currency: str, says: str):
    reading = read_letter(text, currency=currency)
    assert len(reading.told) == 1
    assert reading.told[0].startswith(says)
    assert any(one.doubt.startswith("This is in ") for one in reading.candidates)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Base salary: $90,000 a year", "USD"),
        ("Base salary: $90,000 a year", "CAD"),
        ("Base salary: 90,000 a year. Lunch costs 12 dollars.", "EUR"),
        ("You have 25 days of annual leave.", "EUR"),
    ],
)
def test_the_same_currency_or_none_is_not_spoken_of(text: str, currency: str):
    reading = read_letter(text, currency=currency)
    assert reading.told == ()
    assert not any(one.doubt for one in reading.candidates)


@pytest.mark.parametrize("bare", ["Sign-on bonus: 10k", "Base salary: 90,000 a year"])
def test_an_amount_without_a_sign_is_not_taken_for_the_offers_own_currency(bare: str):
    text = f"Commission: USD 5,000 a month\n{bare}"
    one = next(one for one in read_letter(text, currency="EUR").candidates if one.target == "offer")
    assert (one.values, one.doubt) == ({}, "No currency stands beside this, and the rest of the letter is in USD.")
    assert "EUR" not in one.says
    assert read_letter(text, currency="USD").candidates[1].values


@pytest.mark.django_db
def test_a_letter_in_another_currency_says_once_what_to_do(post: Any):
    text = (
        "Your base salary will be USD 90,000 a year.\nThe sign-on bonus is $10,000.\nThe car allowance is 10k a month."
    )
    page = words(post(text))
    what = "The letter is in USD and this offer is in EUR: change the offer’s currency, then read the letter again."
    assert page.count(what) == 1
    assert page.count("This cannot be ticked: ") == 3
    assert "This is in USD, and the offer is in EUR." in page
    assert "Enter the amount in" not in page


def test_nothing_found_says_nothing_of_currencies():
    assert told([], "EUR") == ""
