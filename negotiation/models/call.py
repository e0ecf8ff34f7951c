"""The talk itself: what was said, line by line, and what happens next."""

from __future__ import annotations

from django.db import models

from groundwork.fields import ChoiceColumn, MoneyColumn, TextColumn, TickColumn
from negotiation.models.base import Answer, Row


class Call(Answer):
    """How the talk ended: what happens next and by when, or that they would not say."""

    happens = TextColumn(most=500)
    by = models.DateField(null=True, blank=True)
    silent = TickColumn()


class CallEntry(Row):
    """One thing of the talk, noted while it was held; its id is made where it was typed, so that a resend is none."""

    KINDS = [
        ("note", "A note"),
        ("offer", "They named a number"),
        ("theirs", "They promised"),
        ("mine", "I promised"),
        ("pain", "What hurts them"),
        ("ask", "An answer to an ask"),
        ("spent", "What it took"),
    ]
    kind = ChoiceColumn(choices=KINDS, default="note", blank=False)
    text = TextColumn(most=1000)
    amount = MoneyColumn()
    day = models.DateField(null=True, blank=True)
    hour = models.TimeField(null=True, blank=True)

    @property
    def name(self) -> str:
        return self.text or (str(self.get_kind_display()) if self.amount is not None else "")
