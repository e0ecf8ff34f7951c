"""Another value for any column, so that a test can see where a change shows."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import models

from groundwork.fields import Bounded, ChoiceColumn, LinkColumn, TextColumn

SECRET = "Zzsecret words"
# Text columns that hold a code, and another code for each.
CODES = {"currency": "GBP", "other": "SEK", "locale": "de", "zone": "Pacific/Kiritimati", "slug": None}


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Everything that can be answered: all but the ids, whose row it is, and which step or letter it is."""
    kept = []
    for column in model._meta.concrete_fields:
        whose = column.is_relation and column.name in ("plan", "candidate", "offer", "row") and not column.null
        if not (column.primary_key or whose or column.name == "slug"):
            kept.append(column)
    return kept


def other_value(column: models.Field[Any, Any], value: Any) -> Any:
    """A value the column may hold and that differs from the one it has."""
    match column:
        case Bounded():
            low, high = column.limits
            known = low if value is None else Decimal(value)
            # Far enough to be seen behind any rounding.
            above = known + max(Decimal("0.5") if high < 10 else Decimal(1), (known / 4).quantize(Decimal(1)))
            return above if above <= high else low
        case ChoiceColumn():
            words = [choice for choice, _ in column.flatchoices]
            return words[(words.index(value) + 1) % len(words)] if value in words else words[0]
        case LinkColumn():
            return "https://example.com/zzsecret"
        case TextColumn() if column.name in CODES:
            return CODES[column.name]
        case TextColumn() | models.CharField():
            return SECRET
        case models.ForeignKey():
            there = column.related_model._default_manager.exclude(pk=value.pk if value else None)
            return there.order_by("pk").first()
        case models.JSONField() if column.name == "draft":
            return {"name": [SECRET], "text": [SECRET], "employer": [SECRET]}
        case models.JSONField() if column.name == "unknown":
            return [] if value else ["their_high"]
        case models.JSONField() if column.name == "figures":
            return {} if value else {"minimum": "1", "low": "1", "high": "2", "says": [SECRET]}
        case models.JSONField():
            return [] if value else [{"slug": "zopa", "field": SECRET, "day": "2031-01-01", "text": SECRET}]
        case models.BooleanField():
            return not value
        case models.UUIDField():
            return uuid.uuid4()
        case models.IntegerField():
            return (value or 0) + 1
        case models.TimeField():
            return time(3, 33)
        case models.DateField():
            return (value or datetime(2031, 1, 1)) - timedelta(days=500)
    raise NotImplementedError(f"another value for {column.model.__name__}.{column.name}")


@contextmanager
def changed(rows: list[Any], column: models.Field[Any, Any]) -> Iterator[None]:
    """Each of these stored rows with another value in this column, for a while."""
    before = [getattr(row, column.name) for row in rows]
    for row, value in zip(rows, before, strict=True):
        store(row, column, other_value(column, value))
    yield
    for row, value in zip(rows, before, strict=True):
        store(row, column, value)


def store(row: Any, column: models.Field[Any, Any], value: Any) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**{column.name: value})
