"""What is downloaded is read back as it was, and runs in no spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.csv_safe import rows_as_csv
from groundwork.fields import BOUNDS, SHORT, ChoiceColumn, MoneyColumn, NumberColumn, TextColumn, TickColumn, clean_text
from groundwork.money import CURRENCIES, digits
from offers.forms import OfferForm
from offers.models import Offer
from offers.table import MOST_TEXT, read_offers
from offers.table_columns import COLUMNS, HEADINGS, WORDS, column_of, pay_of
from offers.table_out import NAMES, table_of
from tests.offers.table.sending import confirmed

COLUMNS_OF = {name: Offer._meta.get_field(name) for name in NAMES}
DANGEROUS = re.compile(r"\s*[=@＝＋－＠]|\s|[+-](?![0-9.,]*\Z)")


def back(offers):
    # Every cell says what it holds: what is given beside it must not matter.
    return read_offers(rows_as_csv(table_of(offers)), currency="XAC", basis="net", period="week")


def values(offer):
    return {name: getattr(offer, name) for name in NAMES}


def numbers(low, high, places):
    return st.integers(int(low * 10**places), int(high * 10**places)).map(lambda n: Decimal(n).scaleb(-places))


def texts(most):
    hostile = st.sampled_from([*"=+-@'\"\t\n ,;", "＝", "👩", "م", "1"])
    some = st.text(st.one_of(hostile, st.characters(exclude_categories=["Cs"])), max_size=12)
    return some.map(lambda text: clean_text(text).strip()[:most].strip())


@st.composite
def offers(draw):
    """Any offer that the form would take."""
    offer = Offer(currency=draw(st.sampled_from(["USD", "EUR", "JPY", "KWD", "XAC"])))
    for name, column in COLUMNS_OF.items():
        if name == "currency" or name in DEPENDENT:
            continue
        if isinstance(column, TextColumn):
            found = texts(column.most)
        elif isinstance(column, MoneyColumn):
            found = st.none() | numbers(0, 10**12 - 1, digits(offer.currency))
        elif isinstance(column, NumberColumn):
            found = st.none() | numbers(*BOUNDS[column.bound], column.decimal_places)
        elif isinstance(column, ChoiceColumn):
            found = st.sampled_from([code for code, _ in column.choices] + ([""] if column.blank else []))
        else:
            found = st.booleans() if isinstance(column, TickColumn) else st.none() | st.dates()
        setattr(offer, name, draw(found))
    return together(draw, offer)


DEPENDENT = ("odds_nothing", "odds_target", "odds_most")


def together(draw, offer):
    """What fits alone and not together is left out."""
    offer.employer = offer.employer or "Heron Works"
    if offer.bonus_percent is not None:
        offer.bonus_amount = None
    if offer.base is not None:
        offer.hours_week, offer.days_week = offer.hours_week or Decimal(40), offer.days_week or Decimal(5)
    if offer.next_base is None or offer.next_months is None:
        offer.next_base = offer.next_months = None
    if draw(st.booleans()):
        offer.odds_nothing, offer.odds_target, offer.odds_most = Decimal(20), Decimal("70.5"), Decimal("9.5")
        offer.bonus_most = offer.bonus_most or Decimal(150)
    return offer


@settings(max_examples=60, deadline=None)
@given(st.lists(offers(), min_size=1, max_size=4))
def test_what_is_written_is_read_as_the_same(written):
    rows, problems = back(written)
    assert problems == ()
    assert [values(row.offer) for row in rows] == [values(offer) for offer in written]


@settings(max_examples=40, deadline=None)
@given(st.lists(offers(), min_size=1, max_size=3))
def test_no_cell_begins_a_formula(written):
    cells = [cell for row in csv.reader(io.StringIO(rows_as_csv(table_of(written)), newline="")) for cell in row]
    assert [cell for cell in cells if DANGEROUS.match(cell)] == []


def test_every_answer_of_the_form_has_a_column_and_each_heading_one_meaning():
    assert set(NAMES) == set(OfferForm.base_fields), "give the new field its words in offers/table_columns.py"
    assert sum(len(words.split(",")) for words in WORDS.values()) == len(COLUMNS), "a heading stands twice"
    assert {column_of(heading) for heading in HEADINGS.values()} == set(HEADINGS)
    assert [name for word, name in COLUMNS.items() if pay_of(word) and name != "base"] == []


def test_the_labels_of_the_page_are_headings_too():
    form = OfferForm(instance=Offer())
    labels = {str(field.label).split(", if they")[0]: name for name, field in form.fields.items()}
    known = {label: column_of(label) for label in labels}
    unlike = {label: name for label, name in known.items() if name is not None and name != labels[label]}
    assert unlike == {}


def test_fifty_full_offers_fit_into_one_table():
    full = Offer(**dict.fromkeys(("employer", "role", "place", "grade", "grade_step"), "ü" * 200), notes="x" * 4000)
    text = rows_as_csv(table_of([full] * 50))
    assert len(text) < MOST_TEXT
    assert len(back([full] * 50).rows) == 50


@pytest.mark.django_db
def test_the_file_is_a_table_of_all_offers_as_they_stand_and_comes_back(as_owner, as_stranger, owner, offer):
    offer.notes, offer.role, offer.starts = "=1+1\n\n\tnone; “yes”, no", "@keeper", date(2026, 7, 1)
    offer.save()
    Offer.objects.create(candidate=owner, of=offer, employer="Earlier", version=1)
    response = as_owner.get(reverse("offers_csv"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(r'attachment; filename="offers-\d{4}-\d\d-\d\d\.csv"', response["Content-Disposition"])
    assert response.content.startswith(b'\xef\xbb\xbf"Employer","Job title",')
    assert b"'=1+1" in response.content
    assert b"Earlier" not in response.content
    assert confirmed(as_stranger, response.content.decode("utf-8-sig")).status_code == 302
    copy = Offer.objects.get(candidate__email="stranger@example.org")
    offer.refresh_from_db()
    assert values(copy) == values(offer)
    again = as_stranger.get(reverse("offers_csv"))
    assert again.content == response.content


@pytest.mark.django_db
def test_without_offers_there_are_only_headings(as_owner):
    found = as_owner.get(reverse("offers_csv")).content.decode("utf-8-sig").splitlines()
    assert found == [",".join(f'"{HEADINGS[name]}"' for name in NAMES)]
    assert "Download" not in as_owner.get(reverse("offers")).content.decode()


def test_texts_are_as_long_and_currencies_as_many_as_the_form_takes():
    assert len(back([Offer(employer="e" * SHORT, currency=code) for code in list(CURRENCIES)[:50]]).rows) == 50
