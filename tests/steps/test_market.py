"""The step market: each source on its own strip, what a source supports, and what of it may be handed on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact, Figure, Items, Table, for_sharing
from groundwork.money import Frame
from negotiation.models import Market, MarketPoint, Zopa
from negotiation.steps import market
from negotiation.steps.base import Answers, Gap, Given
from offers.models import Rate

TODAY = date(2026, 11, 22)
GUILD = {"kind": "published", "source": "Guild table", "dated": date(2026, 6, 1), "low": 94, "mid": 105, "high": 122}
GUILD |= {"middle": "median", "currency": "USD"}
AD = {"kind": "posted", "source": "Harbour ad", "dated": date(2026, 9, 1), "low": 100, "high": 130, "currency": "USD"}
FRIEND = {"kind": "person", "source": "Ada", "dated": date(2026, 10, 1), "low": 140, "mid": 150, "currency": "USD"}
NAMES = ("low", "mid", "high", "p10", "p25", "p50", "p75", "p90")


def numbers(values):
    return {name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()}


def answers(*points, rates=(), own=None, period="year", **zopa):
    rows = tuple(MarketPoint(**numbers(point)) for point in points)
    given = {
        "market": Given(values=Market(**numbers(own or {})), rows=rows),
        "zopa": Given(values=Zopa(**numbers(zopa))),
    }
    frame = Frame(currency="USD", period=period, basis="gross")
    return Answers(frame=frame, locale="en", today=TODAY, kind="job", given=given, rates=tuple(rates))


def landing(given):
    table = market.results(given)["table"]
    return [dict(zip(table.head, row, strict=True)) for row in table.rows]


def test_the_published_percentiles_place_an_amount_between_them():
    five = {"kind": "published", "source": "Survey", "currency": "USD", "p10": 80, "p25": 103, "p50": 133}
    (row,) = landing(answers(five | {"p75": 169, "p90": 211}, target_fixed=150, floor_fixed=70, offer_fixed=300))
    assert row["What you aim for"] == "about the 63rd percentile"
    assert row["Your minimum"] == "below P10, the lowest this source publishes"
    assert row["Their offer"] == "above P90, the highest this source publishes"


def test_each_source_keeps_its_own_numbers_and_nothing_is_averaged():
    rows = landing(answers(GUILD, AD, target_fixed=110))
    assert [row["What it says"] for row in rows] == [
        "94 to 122 USD a year gross, median 105",
        "100 to 130 USD a year gross",
    ]
    assert [row["What you aim for"] for row in rows] == [
        "above the median of this source",
        "within the range of this source",
    ]
    drawn = market.results(answers(GUILD, AD, target_fixed=110))["picture"].wide
    assert [(place.source.low, place.source.high) for place in drawn.sources] == [(94, 122), (100, 130)]


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (GUILD | {"dated": date(2025, 5, 21)}, "more than 18 months old"),
        (GUILD | {"dated": None}, "no date yet"),
        (FRIEND, "one person’s word"),
        (GUILD | {"source": ""}, "nobody is named as its source yet"),
        ({"kind": "posted", "source": "Ad", "mid": 100, "currency": "USD", "dated": TODAY}, "a single number"),
    ],
)
def test_what_weakens_a_source_is_said(point, words):
    assert words in landing(answers(point))[0]["To keep in mind"]


def test_eighteen_months_to_the_day_is_not_yet_old():
    assert "To keep in mind" not in landing(answers(GUILD | {"dated": date(2025, 5, 22)}))[0]


def test_pay_by_the_month_becomes_pay_by_the_year_with_its_payments():
    point = GUILD | {"period": "month", "payments": "13", "low": 10, "mid": 11, "high": 12}
    given = answers(point)
    assert landing(given)[0]["What it says"] == "130 to 156 USD a year gross, median 143"
    assert market.summary(given, given["market"].rows[0])[0] == (
        "10 to 12, median 11 USD a month gross, paid 13 times a year"
    )


def test_other_money_comes_by_the_persons_newest_dated_rate_and_says_so():
    rates = [
        Rate(currency="EUR", other="USD", rate=Decimal(3), as_of=date(2025, 1, 1)),
        Rate(currency="EUR", other="USD", rate=Decimal("1.1"), as_of=date(2026, 11, 1)),
        Rate(currency="EUR", other="USD", rate=Decimal(9)),
    ]
    (row,) = landing(answers(GUILD | {"currency": "EUR", "low": 100, "high": 200, "mid": None}, rates=rates))
    assert row["What it says"] == "110 to 220 USD a year gross"
    assert "1 EUR = 1.1 USD, 1 November 2026" in row["To keep in mind"]


@pytest.mark.parametrize(
    ("changed", "why", "currency"),
    [
        ({"currency": "EUR"}, "no dated exchange rate to USD", "EUR"),
        ({"basis": "net"}, "One is before tax, the other after tax", ""),
        ({"period": "hour"}, "it is not known how much is worked", ""),
        (dict.fromkeys(NAMES), "There is no amount in it yet", ""),
    ],
)
def test_what_cannot_stand_on_the_scale_is_refused_with_its_reason(changed, why, currency):
    given = answers(GUILD | changed)
    ((name, reason, missing),) = market.results(given)["refused"]
    assert (name, missing) == ("Guild table, 1 June 2026", currency)
    assert why in reason
    assert any(why in str(block) for block in market.brief(given))


def test_the_middle_is_of_one_source_and_the_ends_of_all_that_are_firm():
    """What a source defends caps the opening, so it is the highest; a median of several would be nobody's."""
    found = market.supported(answers(AD, GUILD, FRIEND))
    assert (found.low, found.median, found.high) == (94, 105, 130)
    assert found.high_source == "A range an employer has posted"
    assert (found.middle, found.source, found.dated) == ("median", "Guild table", date(2026, 6, 1))


def test_the_source_is_the_newest_of_those_that_have_a_median():
    newer = GUILD | {"source": "Survey", "dated": date(2026, 8, 1), "mid": 111}
    assert market.supported(answers(newer, GUILD)).median == 111
    assert market.supported(answers(GUILD, newer)).source == "Survey"
    plain = newer | {"middle": "middle"}
    assert market.supported(answers(GUILD, plain)).median == 105, "a plain middle only where nothing better is"
    assert market.supported(answers(plain)).median == 111


def test_old_and_single_words_support_only_where_nothing_better_does():
    old = GUILD | {"dated": date(2020, 1, 1), "high": 500}
    assert market.supported(answers(AD, old, FRIEND)).high == 130
    assert market.supported(answers(old)).high == 500
    assert market.supported(answers(AD | {"source": ""})).high is None
    assert market.supported(answers()) == market.Supported()


def test_what_is_supported_names_no_person_no_employer_and_no_offer_of_my_own():
    assert market.supported(answers(AD)).source == "A range an employer has posted"
    assert market.supported(answers(FRIEND)).source == "A person asked"
    assert market.supported(answers(AD | {"kind": "own"})) == market.Supported()


def test_the_ends_can_be_percentiles():
    given = answers(GUILD | {"ends": "deciles"}, target_fixed=94)
    assert landing(given)[0]["What you aim for"] == "about the 10th percentile"
    assert market.summary(given, given["market"].rows[0])[0] == "P10 94, P90 122, median 105 USD a year gross"


def test_pay_later_on_is_kept_apart():
    given = answers(GUILD, AD | {"after_years": 3, "high": 900}, own={"after_5": 160})
    assert market.supported(given).high == 122
    assert market.results(given)["later"] == [
        ("Harbour ad, 1 September 2026, after 3 years", "100 to 900 USD a year gross")
    ]
    facts = {block.label: block.value for block in market.brief(given) if isinstance(block, Fact)}
    assert facts["Pay after five years"] == "160 USD a year gross"


def test_the_sheet_names_the_number_and_its_source_or_the_gap():
    facts = market.sheet(answers(GUILD, AD))
    assert [(fact.value, fact.note, fact.shareable) for fact in facts] == [
        ("130 USD a year gross", "Harbour ad, 1 September 2026", False),
        ("105 USD a year gross", "Guild table, 1 June 2026", False),
    ]
    gaps = [part.missing for given in (answers(), answers(AD | {"source": ""})) for part in market.sheet(given)]
    assert gaps == ["what a source says such jobs pay", "a source that can be named"]
    assert isinstance(market.sheet(answers())[0], Gap)


def test_only_what_others_published_is_shared_and_nobody_is_named():
    own = {"kind": "own", "source": "Tern Ferries", "low": 99, "currency": "USD"}
    given = answers(GUILD, AD, FRIEND, own, own={"packages": "a boat"}, target_fixed=110, floor_fixed=97)
    shared = for_sharing(market.brief(given))
    (table,) = [block for block in shared if isinstance(block, Table)]
    assert table.rows == (
        ("Guild table", "1 June 2026", "94 to 122, median 105 USD a year gross"),
        ("A range an employer has posted", "1 September 2026", "100 to 130 USD a year gross"),
        ("A person asked", "1 October 2026", "from 140, middle 150 USD a year gross"),
    )
    for private in ("Harbour", "Ada", "Tern", "boat", "aim for", "minimum", "percentile"):
        assert private not in str(shared)


def test_a_source_without_an_amount_is_not_handed_on():
    assert for_sharing(market.brief(answers(GUILD | dict.fromkeys(NAMES)))) == ()


def test_the_picture_with_my_numbers_is_private_and_says_itself_in_words():
    (figure,) = [b for b in market.brief(answers(GUILD, AD, target_fixed=125)) if isinstance(b, Figure)]
    assert not figure.shareable
    assert figure.sentence.startswith(
        "2 sources, each on a strip of its own. What you aim for: inside 1, above 1 of 2."
    )
    assert "style=" not in figure.svg


def test_above_a_single_number_is_not_inside_of_it():
    alone = {"kind": "person", "people": 2, "mid": 100, "currency": "USD"}
    assert "What you aim for: above 1 of 1." in market.results(answers(alone, target_fixed=101))["sentence"]
    assert "What you aim for: inside 1 of 1." in market.results(answers(alone, target_fixed=100))["sentence"]


def test_like_is_compared_with_like():
    given = answers(GUILD, counts="cash", target_fixed=100, target_variable=20, floor_fixed=90)
    assert market.results(given)["counts"] == "fixed and variable pay"
    (row,) = landing(given)
    assert row["What you aim for"] == "above the median of this source"
    assert "Your minimum" not in row, "its variable part is not known"


def test_whose_pay_it_is_and_what_else_is_said_is_kept():
    given = answers(GUILD | {"covers": "like_me", "note": "With a boat."}, AD)
    (items,) = [block for block in market.brief(given) if isinstance(block, Items)]
    assert items.items == ("Guild table: Pay with my education and years. With a boat.",)
    assert not items.shareable
    assert "for somebody like me" in market.summary(given, given["market"].rows[0])


def test_two_people_asked_is_something_done():
    assert "Two people who know such jobs" in market.results(answers())["asked"]
    assert market.results(answers(FRIEND))["asked"].startswith("You asked 1 person.")
    assert market.results(answers(FRIEND, FRIEND | {"people": 2}))["asked"] == "You asked 3 people."


def test_an_unfinished_entry_counts_nowhere():
    given = answers(GUILD | {"draft": {"low": ["about 90"]}})
    assert market.results(given)["table"] is None
    assert for_sharing(market.brief(given)) == ()
