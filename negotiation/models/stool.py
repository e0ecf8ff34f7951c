"""The four legs a job stands on: pay, a budget for the work, people, and support to grow."""

from __future__ import annotations

from django.db import models
from django.utils.text import capfirst

from groundwork.fields import SHORT, ChoiceColumn, TextColumn, TickColumn
from negotiation.models.base import Answer, Row
from negotiation.models.mission import KeyResult
from negotiation.models.people import Person
from negotiation.models.wishes import Want


class Stool(Answer):
    """How one begins to speak of it, and which legs stand already."""

    begin = TextColumn(most=1000)
    pay_stands = TickColumn()
    budget_stands = TickColumn()
    people_stands = TickColumn()
    growth_stands = TickColumn()

    def stands(self, leg: str) -> bool:
        return bool(getattr(self, f"{leg}_stands"))


class StoolAsk(Row):
    """Something that is asked for so that the job can be done: what it serves, why it helps them, what they said."""

    LEGS = [
        ("pay", "Pay"),
        ("budget", "A budget for the work"),
        ("people", "People and resources"),
        ("growth", "Support and growth"),
    ]
    CONFIRMS = [
        ("contract", "In the contract"),
        ("letter", "In a letter beside the contract"),
        ("goals", "In the goals for the job"),
        ("mail", "In an e-mail that sums up the talk"),
    ]
    REPLIES = [
        ("agreed", "They agreed"),
        ("open", "They will come back to it"),
        ("no", "They said no"),
        ("closed", "They would not talk about it"),
    ]
    leg = ChoiceColumn(choices=LEGS)
    ask = TextColumn(most=SHORT)
    result = models.ForeignKey(KeyResult, models.SET_NULL, null=True, blank=True, related_name="+")
    want = models.ForeignKey(Want, models.SET_NULL, null=True, blank=True, related_name="+")
    blocker = TextColumn(most=500)
    reason = TextColumn(most=1000)
    repeat = TextColumn(most=500)
    evidence = TextColumn(most=1000)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    wording = TextColumn(most=1000)
    confirm = ChoiceColumn(choices=CONFIRMS)
    reply = ChoiceColumn(choices=REPLIES)
    their_words = TextColumn(most=1000)
    day = models.DateField(null=True, blank=True)

    @property
    def name(self) -> str:
        """What the list calls it: the ask goes on a sentence, a name begins one."""
        return capfirst(self.ask)

    @property
    def refused(self) -> bool:
        return self.reply in ("no", "closed")
