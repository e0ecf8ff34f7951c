"""Columns: the form's bounds, the database's CHECKs and the one table say the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from groundwork.fields import (
    BOUNDS,
    Bounded,
    ChoiceColumn,
    CountColumn,
    LinkColumn,
    MoneyFormField,
    TextColumn,
    TickColumn,
    clean_text,
)
from negotiation.models import CompanyNote, Zopa
from tests import people

COLUMNS = [
    (model, column)
    for model in apps.get_models()
    for column in model._meta.concrete_fields
    if isinstance(column, (Bounded, TextColumn, ChoiceColumn))
]


def checks(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'",
            [table],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "column"), COLUMNS, ids=lambda part: getattr(part, "__name__", None) or part.name)
def test_the_database_repeats_the_bounds(model, column):
    mine = [text for text in checks(model._meta.db_table) if f"{column.column}" in text]
    assert mine, f"{column} has no CHECK"
    if isinstance(column, Bounded):
        low, high = BOUNDS[column.bound]
        assert any(str(low) in text and str(high) in text for text in mine)
    elif isinstance(column, TextColumn):
        assert any(str(column.most) in text for text in mine)
    else:
        assert all(any(choice in text for text in mine) for choice, _ in column.flatchoices)


@pytest.mark.parametrize(
    ("model", "column"),
    [pair for pair in COLUMNS if isinstance(pair[1], Bounded)],
    ids=lambda part: getattr(part, "__name__", None) or part.name,
)
def test_the_form_has_the_same_bounds(model, column):
    field = column.formfield()
    low, high = BOUNDS[column.bound]
    bounds = (field.low, field.high) if isinstance(field, MoneyFormField) else (field.min_value, field.max_value)
    assert bounds == (low, high)


@pytest.mark.django_db
def test_the_database_refuses_what_a_form_would():
    plan = people.empty_plan(people.guest())
    for values in ({"floor_fixed": Decimal(-1)}, {"years": 0}, {"counts": "shoes"}, {"market_source": "x" * 201}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Zopa.objects.create(plan=plan, **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        CompanyNote.objects.create(plan=plan, link="javascript:alert(1)")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("nu\x00l\x07", "nul"),
        ("tab\there", "tab\there"),
        ("e\u0301", "\u00e9"),
        ("\ud800half", "half"),
        ("\ufeffmark", "mark"),
    ],
)
def test_text_goes_through_one_cleaner(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize("link", ["https://example.org/a?b=c", "http://example.org"])
def test_links_of_the_web_are_taken(link):
    assert LinkColumn("link").formfield().clean(link) == link


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org", "example.org", "https://", "https://a b"])
def test_other_links_are_asked_about(link):
    with pytest.raises(ValidationError, match="https://"):
        LinkColumn("link").formfield().clean(link)


@pytest.mark.parametrize(("typed", "number"), [("7,5", "7.5"), (" 12 % ", "12"), ("0", "0"), ("100", "100")])
def test_percents_are_read(typed, number):
    column = next(c for _, c in COLUMNS if c.name == "tax_percent")
    assert column.formfield().clean(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["-1", "101", "NaN", "1e999", "inf", "ten", "1" * 1000])
def test_what_is_no_percent_gets_its_bounds_said(typed):
    column = next(c for _, c in COLUMNS if c.name == "tax_percent")
    with pytest.raises(ValidationError, match=r"Enter a number from 0 to 100\."):
        column.formfield().clean(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "10,000,000",
        "10 000 000",
        "10.000.000",
        "10'000'000",
        "10’000’000",
        "10_000_000",
        " 10000000 ",
        "10\u202f000\u202f000",
    ],
)
def test_large_numbers_are_read_as_people_write_them_and_shown_so_that_they_are_read_the_same(typed):
    field = CountColumn("count").formfield()
    assert field.clean(typed) == Decimal(10_000_000)
    assert field.prepare_value(field.clean(typed)) == "10,000,000"
    assert field.clean("10,000,000") == Decimal(10_000_000)


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "1,5", "10,000,5", "many", "1e30", "NaN", "1 2", "9" * 13])
def test_what_is_no_count_gets_its_bounds_said(typed):
    with pytest.raises(ValidationError, match=r"Enter a whole number from 1 to 999,999,999,999\."):
        CountColumn("count").formfield().clean(typed)


def test_a_part_of_a_company_may_be_very_small():
    share = next(c for _, c in COLUMNS if c.name == "share")
    assert share.formfield().clean("0.000125") == Decimal("0.000125")
    with pytest.raises(ValidationError):
        share.formfield().clean("0.0000125")


@pytest.mark.parametrize(("typed", "kept"), [("on", True), ("", False), (None, False)])
def test_a_tick_is_never_required(typed, kept):
    field = TickColumn("seen").formfield()
    assert field.clean(typed) is kept
    assert TickColumn("seen").get_default() is False
