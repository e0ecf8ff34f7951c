"""Whatever is pasted: no exception, no value that its form refuses, no time that grows faster than the text."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.fields import BOUNDS, SHORT
from groundwork.money import CURRENCIES
from offers.forms import OfferForm
from offers.letter.keywords import TOPICS
from offers.letter.limits import LONGEST, NUMBERS
from offers.letter.reading import Candidate, read_letter
from offers.models import Offer, Term
from offers.term_forms import TERM_FORMS
from tests.timing import quiet_seconds

LETTERS = "\n".join(
    path.read_text().partition("\n=== ")[0] for path in (Path(__file__).parent / "letters").glob("*.txt")
)

OTHERS = [".", ";", "\n", "\n\n", "%", "-", "and", "to", "or", "12", "4", "0", "1,000", "9" * 30]
WORDS = [*sorted(set(LETTERS.split())), *OTHERS]
CURRENCY = st.sampled_from(["USD", "EUR", "INR", "JPY", "KWD", "XAC"])
MADE = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def fits(one: Candidate, currency: str) -> None:
    """Each value is what its field reads; what a form asks beyond that, the page asks."""
    offer = Offer(currency=currency)
    if one.target == "offer":
        form = OfferForm(instance=offer)
    else:
        form = TERM_FORMS[one.target](instance=Term(offer=offer, kind=one.target), offer=offer)
    for name, value in one.values.items():
        try:
            assert form.fields[name].clean(value) not in (None, ""), (one.says, name)
        except ValidationError as error:
            raise AssertionError(f"{one.says}: {name}={value}: {error}") from error


@settings(max_examples=400, deadline=None)
@given(text=MADE, currency=CURRENCY)
def test_every_candidate_fits_its_form_or_carries_a_doubt(text: str, currency: str):
    reading = read_letter(text, currency=currency)
    for one in reading.candidates:
        assert one.doubt or one.values
        assert not (one.doubt and one.values)
        assert one.says
        assert 0 < len(one.quote) <= 200
        fits(one, currency)
    keys = [one.key for one in reading.candidates]
    assert len(keys) == len(set(keys))


@settings(max_examples=400, deadline=None)
@given(text=st.text(max_size=400), currency=st.sampled_from(sorted(CURRENCIES)))
def test_any_text_at_all_can_be_read(text: str, currency: str):
    assert read_letter(text, currency=currency) == read_letter(text, currency=currency)


@settings(max_examples=200, deadline=None)
@given(text=MADE)
def test_no_amount_percent_or_date_is_lost(text: str):
    """A percent of the text is in a line, in a sentence that was not understood, or it is not read as one."""
    reading = read_letter(f"{text}\n\nThe fee for the parking permit is 7.25 %.", currency="USD")
    assert any("7.25" in sentence for sentence in reading.unread)


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "letters").glob("*.txt")), ids=lambda path: path.stem)
def test_the_values_of_the_letters_fit_their_forms(path: Path):
    text, _, rest = path.read_text().partition("\n=== ")
    for one in read_letter(text, currency=rest[:3]).candidates:
        fits(one, rest[:3])


def test_the_bounds_are_those_of_the_columns():
    for name, (low, high, places) in NUMBERS.items():
        columns = [f for model in (Offer, Term) for f in model._meta.concrete_fields if f.name == name]
        assert columns, name
        for column in columns:
            assert (Decimal(low), Decimal(high)) == BOUNDS[column.bound], name
            assert places == getattr(column, "decimal_places", 0), name
    assert LONGEST == SHORT


HARD = {
    "ones": "1 ",
    "figures": "9",
    "stops": ".",
    "brackets": ")",
    "spaces": " ",
    "letters": "a",
    "slashes": "1/2/",
    "amounts": "$1 a year, ",
    "salaries": "base salary $5 ",
    "labels": "a:\n",
    "twenties": "twenty-",
    "quotes": "'’",
    "percents": "5% of ",
    "grants": "We grant RSUs worth $5. The RSUs vest over 4 years. ",
    "one grant": "The RSUs vest over 4 years. It has a cliff of 5 months. ",
    **{name: pattern.replace("\\", "").split("|")[0].strip("(?:") + " " for name, pattern, _ in TOPICS},
}


@pytest.mark.parametrize("name", HARD)
def test_200_kb_are_read_in_about_a_second(name: str):
    text = (HARD[name] * 200_000)[:200_000]
    assert quiet_seconds(lambda: read_letter(text, currency="USD")) < 4


def test_twice_the_letter_takes_about_twice_the_time():
    def seconds(times: int) -> float:
        text = LETTERS * times
        start = time.process_time()
        read_letter(text, currency="USD")
        return time.process_time() - start

    seconds(1)
    assert min(seconds(12) for _ in range(2)) < 5 * max(min(seconds(4) for _ in range(2)), 0.01)
