"""Single sentences: what each gives, and what it must not give."""

from __future__ import annotations

from typing import Any

import pytest

from offers.letter.found import LEAST, MOST, SEVERAL
from offers.letter.marks import RANGE
from offers.letter.reading import Candidate, read_letter
from offers.letter.sentences import quote, sentences


def values(text: str, currency: str = "USD") -> dict[str, str]:
    """All fields of the lines that can be ticked."""
    found: dict[str, str] = {}
    for one in read_letter(text, currency=currency).candidates:
        found |= one.values
    return found


def only(text: str, currency: str = "USD") -> Candidate:
    (one,) = read_letter(text, currency=currency).candidates
    return one


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("Salary: USD 92,000.00 annually", "USD", {"base": "92000", "period": "year"}),
        ("Salary £30k pa", "GBP", {"base": "30000", "period": "year"}),
        ("You will be paid €4.200 per month.", "EUR", {"base": "4200", "period": "month"}),
        ("The annual gross salary is 612 000 SEK.", "SEK", {"base": "612000", "period": "year"}),
        ("Basic pay: ₹ 1,20,000 per month", "INR", {"base": "120000", "period": "month"}),
        ("Your rate of pay is $24.50/hr.", "USD", {"base": "24.50", "period": "hour"}),
        ("Base wage $980 a week", "USD", {"base": "980", "period": "week"}),
        (
            "Your salary of CHF 110'000 per year is paid in 13 instalments.",
            "CHF",
            {"base": "110000", "period": "year", "payments": "13"},
        ),
        (
            "Your monthly salary of 3.000,00 EUR will be paid fourteen times a year.",
            "EUR",
            {"base": "3000", "period": "month", "payments": "14"},
        ),
        ("The annual salary of $92,000 is paid monthly.", "USD", {"base": "92000", "period": "year"}),
        ("You get a 13th month salary.", "EUR", {"payments": "13"}),
        (
            "A guaranteed annual bonus of 8 percent is paid.",
            "USD",
            {"bonus_percent": "8", "bonus_certainty": "guaranteed"},
        ),
        ("The bonus of $3,000 is not guaranteed.", "USD", {"bonus_amount": "3000", "bonus_certainty": "maybe"}),
        ("Forty (40) hours per week", "USD", {"hours_week": "40"}),
        ("You will be entitled to five weeks' holiday.", "GBP", {"leave_days": "25"}),
        ("You will accrue 1.5 days of PTO per month.", "USD", {"leave_days": "18"}),
        ("Annual leave: 25 days + bank holidays", "GBP", {"leave_days": "25"}),
        ("11 paid holidays", "USD", {"holidays": "11"}),
        ("The notice period is 28 days.", "USD", {"notice_weeks": "4"}),
        ("Probation lasts one year.", "USD", {"probation_months": "12"}),
        ("Three days per week in the office.", "USD", {"commute_days": "3"}),
        ("Please accept by Friday, June 4, 2027 at 5pm.", "USD", {"expires": "2027-06-04"}),
        ("Your start date is 2027-09-01.", "USD", {"starts": "2027-09-01"}),
        ("Your start date is 05/05/2027.", "USD", {"starts": "2027-05-05"}),
        ("Start date: 13.05.2027", "EUR", {"starts": "2027-05-13"}),
        ("Your pay increases by 3% every year.", "USD", {"raise_percent": "3"}),
    ],
)
def test_a_sentence_gives(text: str, currency: str, expected: dict[str, str]):
    assert values(text, currency) == expected


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        (
            "You'll receive a grant of 9,000 RSUs vesting over 4 years with a 12 month cliff, quarterly thereafter.",
            "shares",
            {"count": "9000", "schedule": "even", "vest_years": "4", "cliff": "12", "cadence": "3"},
        ),
        (
            "Equity: 0.15% in stock options over a 48-month vesting schedule with a 1-year cliff",
            "options",
            {"share": "0.15", "schedule": "even", "vest_years": "4", "cliff": "12"},
        ),
        (
            "RSUs worth $90,000 vest 33/33/22/12 over four years.",
            "shares",
            {"amount": "90000", "schedule": "front", "vest_years": "4"},
        ),
        (
            "RSUs worth $90,000 vest 40%, 30%, 20% and 10% over four years.",
            "shares",
            {"amount": "90000", "schedule": "own", "own_schedule": "40, 30, 20, 10", "vest_years": "4"},
        ),
        ("We match 50 % of your contributions up to 6 % of base.", "match", {"percent": "50", "cap_percent": "6"}),
        ("Commission: 8% of sales", "commission", {"percent": "8", "certainty": "likely"}),
        ("Our ESPP has a 10% discount without a lookback.", "purchase", {"percent": "10", "lookback": "no"}),
        ("Overtime is paid at $30 per hour.", "allowance", {"label": "Overtime", "amount": "30", "period": "hour"}),
    ],
)
def test_a_sentence_gives_a_row(text: str, target: str, expected: dict[str, str]):
    one = only(text)
    assert (one.target, one.values, one.doubt) == (target, expected, "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The salary is from $80,000 to $95,000 a year.", RANGE),
        ("The salary is between $80k and $95k a year.", RANGE),
        ("Salary: $80,000–$95,000 a year", RANGE),
        ("The salary is $80,000 or $85,000 a year.", SEVERAL),
        ("The bonus is up to 15%.", MOST),
        ("The base salary is at least $50,000 a year.", LEAST),
        ("Your salary is $4,000.", "The letter does not say whether"),
        ("Your salary is €4,000 a month.", "This is in EUR, and the offer is in USD."),
        ("Your salary is $4,000 net a month.", "This is pay after tax"),
        ("Your salary is $90,000 FTE a year.", "This is what full-time work"),
        ("Your salary is $3,000 paid every two weeks", "The letter does not say whether"),
        ("Salary: $3,000 bi-weekly", "It is paid every two weeks"),
        ("Your total compensation is $250,000.", "A total of several payments"),
        ("Your salary rises to $60,000 a year after probation.", "This is pay that comes later"),
        ("28 days' holiday inclusive of bank holidays", "Public holidays are in this number"),
        ("PTO: 160 hours", "Hours of leave: if a day is 8 hours long, that would be 20 days"),
        ("After 5 years you get 5 additional days of vacation.", "These days come on top"),
        ("Notice: one month", "This is no whole number of weeks"),
        ("The probation period is 90 days.", "This is no whole number of months"),
        ("Start date: 05/06/2027", "05/06/2027 can be read as two dates: enter it yourself."),
        ("Start date: 05/16/27", "The year is not written in full"),
        ("Your first day is 3 May.", "The year is not named"),
        ("Your first day is 31 June 2027.", "There is no such day"),
        ("Start date: Tuesday, 7 June 2027", "7 June 2027 is a Monday"),
        ("Benefits begin on 1 August 2027.", "It is not clear whether this is the first day"),
        ("We contribute 8% to your pension.", "A contribution that does not depend"),
        ("The company matches 4% to your 401(k).", "The letter does not say up to"),
        ("Learning budget: $2,000", "The letter does not say whether this is paid once"),
        ("Your bonus is 900%.", "The offer can hold a number from 0 to 300"),
        ("You have 400 days of annual leave.", "The offer can hold a number from 0 to 366"),
        ("RSUs worth $40,000 a year", "This is an amount a year"),
    ],
)
def test_what_is_unclear_is_a_doubt(text: str, why: str):
    assert only(text).doubt.startswith(why)


@pytest.mark.parametrize(
    "text",
    [
        "We do not offer a bonus.",
        "You may carry over 5 days of vacation.",
        "Severance pay: 13 months' salary.",
        "You get 10 sick days and 16 weeks of parental leave.",
        "Call 555-0142 or see section 4.2.",
        "We have 50,000 employees in 30 countries.",
    ],
)
def test_what_is_no_term_gives_nothing(text: str):
    assert read_letter(text, currency="USD").candidates == ()


@pytest.mark.parametrize(
    "text",
    [
        "Health premiums are $118.",
        "The referral bonus is 5%.",
        "3 May 2027",
        "Your bonus pays 100% of target this year.",
    ],
)
def test_a_number_that_is_not_understood_is_shown(text: str):
    reading = read_letter(text, currency="USD")
    assert (reading.candidates, reading.unread) == ((), (text,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "You agree to repay the sign-on bonus in full if you leave within two years.",
            {"clawback_months": "24", "clawback": "full"},
        ),
        (
            "The sign-on bonus is $4,000. You repay it pro rata if you leave within 18 months.",
            {"sign_on": "4000", "clawback_months": "18", "clawback": "pro_rata"},
        ),
    ],
)
def test_what_is_paid_back_belongs_to_what_was_paid(text: str, expected: dict[str, str]):
    assert values(text) == expected


def test_what_belongs_to_two_grants_is_given_to_neither():
    text = "You get 100 RSUs worth $5,000. You get restricted stock units worth $9,000. The RSUs vest over 4 years."
    found = read_letter(text, currency="USD").candidates
    assert [bool(one.doubt) for one in found] == [False, False, True]


def test_what_is_said_twice_is_shown_once():
    one = only("Base salary: $50,000 a year\n\nThe base salary of $50,000 per year is paid in arrears.")
    assert one.quote.startswith("Base salary: $50,000")


def test_keys_are_the_same_for_the_same_text_and_differ_within_it():
    text = "Base salary: $50,000 a year\nBonus: 10%\nStart: 05/06/2027\nAccept by 05/06/2027"
    first, again = (read_letter(text, currency="USD").candidates for _ in range(2))
    assert [one.key for one in first] == [one.key for one in again]
    assert len({one.key for one in first}) == len(first) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It starts on 5. June 2027. You get Rs. 5,000. Fine",
            ["It starts on 5. June 2027.", "You get Rs. 5,000.", "Fine"],
        ),
        ("Base salary\n$90,000 a year", ["Base salary $90,000 a year"]),
        ("- 25 days\n- 8 hours", ["- 25 days", "- 8 hours"]),
        ("Pay: 5\nBonus: 6", ["Pay: 5", "Bonus: 6"]),
        ("We pay; you work", ["We pay;", "you work"]),
    ],
)
def test_sentences(text: str, expected: list[str]):
    assert list(sentences(text)) == expected


@pytest.mark.parametrize("at", [0, 250, 499])
def test_a_long_sentence_is_quoted_around_its_number(at: int):
    words: Any = ["word"] * 100
    words[at // 5] = "NUMBER"
    short = quote(" ".join(words), at)
    assert len(short) <= 200
    assert "NUMBER" in short
