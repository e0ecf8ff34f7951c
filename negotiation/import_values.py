"""One value of an imported file, cleaned as its column's own form field would clean it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from groundwork.fields import MoneyColumn, TextColumn
from groundwork.money import CURRENCIES

AMOUNT = re.compile(r"\A[0-9]{1,12}(\.[0-9]{1,3})?\Z")
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


def cleaned(column: models.Field[Any, Any], value: Any) -> Any:
    """The value as the column stores it, or a ValidationError that says what must stand there."""
    if value is None and (column.null or column.blank) and column.name not in CODES:
        return None if column.null else column.get_default()
    if isinstance(column, models.BooleanField):
        return boolean(value)
    if not isinstance(value, str):
        raise ValidationError("There must be one value here, in quotation marks.")
    if isinstance(column, MoneyColumn):
        return amount(value)
    if type(column) in DATED:
        return DATED[type(column)](value)
    good = column.to_python(checker(column).clean(value))
    if column.name in CODES and good != column.get_default() and not CODES[column.name](good):
        raise ValidationError("Groundwork does not know this code.")
    return good


@cache
def checker(column: models.Field[Any, Any]) -> forms.Field:
    """The column's form field. It keeps what stands around a text, for it was cleaned when it was typed."""
    field = column.formfield(strip=False) if isinstance(column, TextColumn) else column.formfield()
    assert field is not None
    return field


def boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValidationError("This must be true or false.")
    return value


def amount(text: str) -> Decimal:
    """Exactly as it was written: no currency rounds it, no point or comma has to be guessed."""
    if not AMOUNT.match(text):
        raise ValidationError("This must be a plain number of 0 or more, with at most 12 digits and 3 decimals.")
    return Decimal(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("This must be a day as year-month-day, with dashes.") from error


def hour(text: str) -> time:
    try:
        found = time.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("This must be a time of day as hours:minutes.") from error
    return found.replace(tzinfo=None)


def moment(value: Any) -> datetime:
    """When something was made: with its time zone, and neither before computers kept such plans nor to come."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise ValidationError("This must be a day and time as in an export.") from error
    if found.tzinfo is None or not EARLIEST <= found <= timezone.now():
        raise ValidationError("This must be a time with its zone, after the year 1999 and not to come.")
    return found


@cache
def zones() -> frozenset[str]:
    """Read once: the list is made from hundreds of files."""
    return frozenset(available_timezones())


def known_locale(code: str) -> bool:
    try:
        return Locale.parse(code, sep="_" if "_" in code else "-") is not None
    except (ValueError, UnknownLocaleError):
        return False


DATED: dict[type, Any] = {models.DateField: day, models.TimeField: hour, models.DateTimeField: moment}
CODES: dict[str, Any] = {
    "currency": lambda code: code in CURRENCIES,
    "other": lambda code: code in CURRENCIES,
    "locale": known_locale,
    "zone": lambda code: code in zones(),
}
