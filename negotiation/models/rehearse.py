"""Practising: when the call is, how one practises, how each line went, and small asks of everyday life."""

from __future__ import annotations

from typing import Any

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, CountColumn, TextColumn, TickColumn, WholeColumn
from negotiation.models.base import Answer, Row


class Rehearse(Answer):
    """The day of the call, and how one practises for it."""

    WAYS = [("aloud", "Aloud, as in the talk"), ("typed", "Typed")]
    TIMES = [("none", "No clock"), ("15", "15 seconds"), ("30", "30 seconds"), ("60", "A minute")]
    RECRUITERS = [
        ("none", "Nobody: only the lines of your plan"),
        ("friendly", "A friendly one"),
        ("busy", "A busy one"),
        ("tough", "A tough one"),
        ("vague", "A vague one"),
        ("rushing", "A rushing one"),
        ("all", "All five of them"),
    ]
    call = models.DateField(null=True, blank=True)
    way = ChoiceColumn(choices=WAYS, default="aloud", blank=False)
    clock = ChoiceColumn(choices=TIMES, default="none", blank=False)
    recruiter = ChoiceColumn(choices=RECRUITERS, default="none", blank=False)
    voice = TickColumn()


class Practised(Row):
    """How one line went so far. It belongs to the line by what they say in it (`key`), not by a place in a list."""

    MARKS = [("no", "Not yet"), ("halting", "Halting"), ("fluent", "Fluent")]
    key = TextColumn(most=SHORT)
    first = models.DateField(null=True, blank=True)
    seen = models.DateField(null=True, blank=True)
    turn = CountColumn()
    went = ChoiceColumn(choices=MARKS)
    fluent = WholeColumn(bound="in_a_row", default=0)
    halted = TickColumn()
    typed = TextColumn(most=2000)

    @property
    def name(self) -> Any:
        return self.key


class SmallAsk(Row):
    """Something small to ask for in everyday life, and what happened."""

    HOWS = [("yes", "They said yes"), ("partly", "Something came of it"), ("no", "They said no")]
    text = TextColumn(most=SHORT)
    day = models.DateField(null=True, blank=True)
    how = ChoiceColumn(choices=HOWS)
    happened = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.text
