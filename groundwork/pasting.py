"""Taking in a table from outside: what was read is shown first, and added when that is confirmed, never twice."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms
from django.db import models

from groundwork.fields import clean_text
from groundwork.forms import currency_choices

M = TypeVar("M", bound=models.Model)
ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx and .ods begin, and how .xls does
AS_CSV = "In the program it comes from, save it as “CSV UTF-8”, and choose that file."


class NotText(ValueError):
    """The file holds no text that can be read; the message says what to do."""


def opened(raw: bytes) -> str:
    """The text of a file, through the one cleaner."""
    if raw.startswith(ARCHIVES):
        raise NotText(f"This is the file of a spreadsheet program, and no CSV. {AS_CSV}")
    if b"\x00" in raw:
        raise NotText(f"This file is not text as it is read here: UTF-8. {AS_CSV}")
    try:
        return clean_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotText(
            f"Some letters in this file cannot be read, because it is not saved as UTF-8. {AS_CSV}"
        ) from error


def one_of(label: str, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """One of a few words, as radio buttons."""
    messages = dict.fromkeys(("required", "invalid_choice"), "Choose one of these.")
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages, **kwargs)


class TableForm(forms.Form):
    """A table as `text`, and what its lines mean where they do not say so themselves."""

    currency = forms.ChoiceField(
        label="Currency of lines that name none",
        choices=currency_choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a currency."),
    )
    sealed = ("text", "currency", "period", "basis")
    use_required_attribute = False

    @property
    def seal(self) -> str:
        """Stands for all that was read: what is confirmed must be what was shown."""
        told = "\x1f".join(str(self.cleaned_data[name]) for name in self.sealed)
        return hashlib.sha256(told.encode()).hexdigest()


class Full(Exception):
    """There is room for fewer entries than these; `room` is how many."""

    def __init__(self, room: int):
        super().__init__(room)
        self.room = room

    def __str__(self) -> str:
        return f"There is room for {self.room} more." if self.room else "There is room for no more."


def batch_of(data: Any) -> uuid.UUID:
    """The batch a page was made with; of a page without one, a new batch."""
    try:
        return uuid.UUID(clean_text(str(data.get("batch", ""))))
    except ValueError:
        return uuid.uuid4()


def sealed(data: Any, seal: str) -> uuid.UUID:
    """The batch of just this table: another one that is sent from the same page is no repetition of it."""
    return uuid.uuid5(batch_of(data), seal)


def new_of(
    rows: Mapping[int, M], *, owner: uuid.UUID, batch: uuid.UUID, stored: models.QuerySet[M], most: int
) -> list[M]:
    """Of the rows by their lines those that this batch has not added yet, each with its id; Full if too many."""
    for line, row in rows.items():
        row.pk = uuid.uuid5(owner, f"{batch}/{line}")
    ids = [row.pk for row in rows.values()]
    there = set(stored.filter(pk__in=ids).values_list("pk", flat=True))
    new = [row for row in rows.values() if row.pk not in there]
    room = most - stored.count()
    if len(new) > room:
        raise Full(max(room, 0))
    return new
