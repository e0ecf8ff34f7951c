"""One's own version of the job: what it is for, what should have changed, and by what one would see it."""

from __future__ import annotations

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from negotiation.models.base import Answer, Row


class Standing(models.Model):
    """How far something has come: only one's own, on the draft that is shown, or agreed; with whom, and when."""

    STANDINGS = [
        ("mine", "Only mine, for now"),
        ("shown", "On the draft that I show"),
        ("agreed", "Agreed with them"),
    ]
    standing = ChoiceColumn(choices=STANDINGS, default="mine", blank=False)
    whom = TextColumn(most=SHORT)
    day = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def shown(self) -> bool:
        """Whether it stands on the draft that is shown: what is agreed stands there too."""
        return self.standing != "mine"


class Mission(Answer, Standing):
    mission = TextColumn(most=1000)


class Objective(Row, Standing):
    """What should have changed. `serves` is what hurts them today, in their words if they are known."""

    text = TextColumn(most=500)
    serves = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.text or self.serves


class KeyResult(Row, Standing):
    """By what one would see that an objective has been reached: a measure and a day."""

    objective = models.ForeignKey(Objective, models.SET_NULL, null=True, blank=True, related_name="+")
    text = TextColumn(most=500)
    measure = TextColumn(most=500)
    until = models.DateField(null=True, blank=True)

    @property
    def name(self) -> str:
        return self.text
