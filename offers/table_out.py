"""Offers as a table that our own import reads back: one line each, under its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from groundwork.fields import MoneyColumn, NumberColumn
from groundwork.fields import plain as plain_number
from groundwork.money import as_typed
from offers.models import Offer
from offers.table_columns import CHOICES, HEADINGS

NAMES = tuple(name for name in HEADINGS if name != "bonus")


def table_of(offers: Iterable[Offer]) -> Iterator[list[str]]:
    """The line of headings, then one for each offer."""
    yield [HEADINGS[name] for name in NAMES]
    for offer in offers:
        yield [cell(offer, name) for name in NAMES]


def cell(offer: Offer, name: str) -> str:
    """One value as somebody could type it; blank where it is not known, and where nothing is ticked."""
    value: Any = getattr(offer, name)
    column = Offer._meta.get_field(name)
    if value is None or value is False:
        return ""
    if isinstance(column, MoneyColumn):
        return as_typed(value, offer.currency)
    if isinstance(column, NumberColumn):
        return plain_number(value)
    if name in CHOICES:
        return next((word for word, meant in CHOICES[name][0].items() if meant == value), "")
    return "yes" if isinstance(column, models.BooleanField) else str(value)
