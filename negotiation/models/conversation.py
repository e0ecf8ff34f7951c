"""The talk: an answer for each reply, and what was promised."""

from __future__ import annotations

from django.db import models
from django.utils.text import Truncator

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, TextColumn, TickColumn
from negotiation.models.base import Answer, Row

OWN = 500


class Ladder(Answer):
    """What they have just said, what two of the answers need, and one's own words for any of them."""

    said = MoneyColumn()
    until = TextColumn(most=SHORT)
    drop = TextColumn(most=SHORT)
    own_yes = TextColumn(most=OWN)
    own_near = TextColumn(most=OWN)
    own_half = TextColumn(most=OWN)
    own_nothing = TextColumn(most=OWN)
    own_final = TextColumn(most=OWN)
    own_budget = TextColumn(most=OWN)
    own_silence = TextColumn(most=OWN)
    own_today = TextColumn(most=OWN)
    own_earn = TextColumn(most=OWN)
    own_first = TextColumn(most=OWN)
    own_stay = TextColumn(most=OWN)

    def own(self, reply: str) -> str:
        return str(getattr(self, f"own_{reply}")).strip()


class Promises(Answer):
    """How the mail that says back what was agreed begins and ends."""

    recipient = TextColumn(most=SHORT)
    talked = models.DateField(null=True, blank=True)
    next_step = TextColumn(most=SHORT)


class Promise(Row):
    """Something that was promised, by them or by oneself: who, when, how, in which words, and until when."""

    SIDES = [("theirs", "They promised it"), ("mine", "I promised it")]
    HOWS = [
        ("voice", "In a talk"),
        ("phone", "On the telephone or in a call"),
        ("mail", "In an e-mail"),
        ("letter", "In a letter"),
    ]
    ABOUTS = [
        ("pay", "Pay"),
        ("time", "Hours and days off"),
        ("place", "Place of work"),
        ("work", "The work itself"),
        ("budget", "Budget, tools, people"),
        ("growth", "Learning and what comes next"),
        ("answer", "An answer, or the next step"),
        ("other", "Something else"),
    ]
    side = ChoiceColumn(choices=SIDES)
    text = TextColumn(most=1000)
    who = TextColumn(most=SHORT)
    day = models.DateField(null=True, blank=True)
    how = ChoiceColumn(choices=HOWS)
    about = ChoiceColumn(choices=ABOUTS)
    until = models.DateField(null=True, blank=True)
    seen = TickColumn()
    done = TickColumn()

    @property
    def name(self) -> str:
        return Truncator(self.text).chars(120)
