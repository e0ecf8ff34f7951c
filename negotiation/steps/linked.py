"""A field by which an entry points at another one of the same candidate: an offer, a key result, a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import models

from groundwork.forms import SavedForm


def point_at(form: SavedForm, name: str, rows: models.QuerySet[Any], called: Callable[[Any], str]) -> None:
    """Offer these rows, and no others, under what they are called. Who made the query has filtered by owner."""
    written: Any = form.fields[name]
    field: Any = forms.ModelChoiceField(
        rows,
        required=False,
        label=written.label,
        help_text=written.help_text,
        empty_label="None of them",
        error_messages={"invalid_choice": "This is not there any more. Choose another, or none."},
    )
    field.label_from_instance = called
    field.optional_label, field.can_be_unknown = written.optional_label, False
    form.fields[name] = field
