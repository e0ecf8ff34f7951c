"""The options of one thing on the table: numbers in them, their worth, and every mistake beside its field."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.models import PackageIssue
from negotiation.models.packages import PLACES
from negotiation.steps.packages_read import (
    FALLS,
    FEW,
    HOLE,
    LEVEL,
    LOWER,
    numbers_of,
    options_of,
    spread,
    values_of,
    wrong,
)

HALF = Fraction(1, 2)


def row(*options, kind="leave", **values):
    return PackageIssue(kind=kind, **{f"option_{at}": text for at, text in enumerate(options, 1)}, **values)


@pytest.mark.parametrize(
    ("kind", "options", "numbers"),
    [
        ("leave", ("28 days", "30 days"), (28, 30)),
        ("leave", ("as offered", "3 days more", "5 more"), (0, 3, 5)),
        ("leave", ("as offered", "28 days", "30 days"), None),  # the offer is not nothing
        ("leave", ("some", "more"), None),
        ("hours", ("40", "38,5", "36"), (40, Fraction(77, 2), 36)),
        ("remote", ("2 days", "1 day", "3 days"), None),
        ("commute", ("45 minutes", "45 min"), None),
        ("leave", ("9" * 40, "3" * 41), None),
        ("pay", ("132k", "140,000"), (132_000, 140_000)),
        ("pay", ("132k", "more"), None),
        ("title", ("grade 1", "grade 9"), None),
    ],
)
def test_the_number_in_each_option(kind, options, numbers):
    assert numbers_of(row(*options, kind=kind), "EUR") == numbers


def test_options_are_spread_by_their_numbers_else_evenly():
    assert spread(row("28", "29", "33"), "EUR") == (0, Fraction(1, 5), 1)
    assert spread(row("40", "38", "30", kind="hours"), "EUR") == (0, Fraction(1, 5), 1)
    assert spread(row("a", "b", "c"), "EUR") == (0, HALF, 1)


def test_the_worth_of_an_option_goes_on_between_what_was_typed():
    evenly = spread(row("a", "b", "c", "d", "e"), "EUR")
    assert values_of(row(value_3=Decimal(80)), evenly) == tuple(Fraction(n, 100) for n in (0, 40, 80, 90, 100))
    assert values_of(row(value_1=Decimal(50)), evenly) == evenly  # the first is nothing, whatever it is called
    assert values_of(row(value_1=Decimal(100)), evenly) is None
    assert values_of(row(value_2=Decimal(9), value_4=Decimal(8)), evenly) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (row(), [("option_1", FEW)]),
        (row("a"), [("option_2", FEW)]),
        (row("", "b"), [("option_1", FEW)]),
        (row("a", "", "c"), [("option_2", HOLE)]),
        (row("", "", "", "d"), [("option_1", HOLE), ("option_2", HOLE), ("option_3", HOLE)]),
        (row("a", "b", "A"), [("option_3", "This is the same as option 1. Enter another, or leave it blank.")]),
        (row("a", "b", kind="own"), [("text", "Enter what it is, in a few words.")]),
        (row("a", "b", least="3"), [("least", "There is no option 3 yet. Choose one that is filled in.")]),
        (row("a", "b", value_1=Decimal(9), value_2=Decimal(8)), [("value_2", LOWER)]),
        (row("a", "b", value_1=Decimal(100)), [("value_1", LEVEL)]),
        (row("a", "b", value_1=Decimal(7), value_2=Decimal(7)), [("value_2", LEVEL)]),
        (row("100", "120", "110", kind="pay"), [("option_3", FALLS)]),
        (row("100", "1.2k", "1200", kind="pay"), [
            ("option_3", "This is the same as option 2. Enter another, or leave it blank."),
        ]),
        (row("100", "lots", kind="pay"), [("option_2", "Enter one number, in digits.")]),
        (row("100", "$120", kind="pay"), [("option_2", "Enter the amount in EUR.")]),
        (row("lots", "", "120", kind="pay"), [("option_2", HOLE), ("option_1", "Enter one number, in digits.")]),
        (row("100", "120", kind="pay"), []),
        (row("a", "b", "c", value_2=Decimal(90), least="2"), []),
    ],
)  # fmt: skip
def test_each_mistake_stands_beside_its_field(typed, found):
    said = wrong(typed, "EUR")
    assert [field for field, _ in said] == [field for field, _ in found]
    assert all(text in told for (_, told), (_, text) in zip(said, found, strict=True))


texts = st.sampled_from(["", "a", "A", "b", "3", "3 days more", "12k", "1.2", "-5", "9" * 200, "٣", "\n"]) | st.text(
    max_size=9
)
kinds = st.sampled_from([kind for kind, _ in PackageIssue.KINDS])
worths = st.none() | st.integers(0, 100).map(Decimal)


@given(
    kinds, st.lists(texts, max_size=10), st.lists(worths, min_size=10, max_size=10), st.sampled_from(["", "1", "10"])
)
def test_whatever_is_typed_is_either_refused_or_read(kind, options, values, least):
    typed = row(
        *options,
        kind=kind,
        text="x",
        least=least,
        **{f"value_{at}": one for at, one in zip(PLACES, values, strict=True)},
    )
    if wrong(typed, "EUR"):
        return
    evenly = spread(typed, "EUR")
    found = values_of(typed, evenly)
    assert len(options_of(typed)) == len(evenly) > 1
    assert (evenly[0], evenly[-1]) == (0, 1)
    assert found is not None
    assert (found[0], found[-1]) == (0, 1)
    assert list(found) == sorted(found)
