"""What is told and what is kept, and what has to be found out."""

from __future__ import annotations

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, TextColumn, TickColumn
from negotiation.models.base import Answer, Row


class Information(Answer):
    """The place by whose rule somebody may ask what one earns: a slug of the data file."""

    place = TextColumn(most=SHORT)


class Telling(Row):
    """Something they may ask about, how freely it is told, and the sentence for it."""

    KINDS = [
        ("pay", "What I earn now, or earned before"),
        ("offers", "Other offers and talks"),
        ("minimum", "The lowest pay I would accept"),
        ("leaving", "Why I am leaving"),
        ("notice", "My period of notice"),
        ("start", "When I can start"),
        ("family", "Family and plans for it"),
        ("health", "Health"),
        ("own", "Something else"),
    ]
    LEVELS = [("freely", "I tell it freely"), ("asked", "I tell it only if asked"), ("never", "I do not tell it")]
    kind = ChoiceColumn(choices=KINDS)
    topic = TextColumn(most=SHORT)
    level = ChoiceColumn(choices=LEVELS)
    sentence = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.topic or (str(self.get_kind_display()) if self.kind and self.kind != "own" else "")


class Learning(Row):
    """A question that has to be asked, and the answer when it comes, with the place it belongs to.

    `origin` holds the words in which the question was suggested, so that it is not suggested again.
    """

    PLACES = [
        ("here", "Nowhere else: it is kept here"),
        ("range", "Among my numbers: what they can pay"),
        ("expires", "In the offer: the day by which they need my answer"),
        ("starts", "In the offer: the day on which I would start"),
        ("success", "In the job: how they will know that it went well"),
        ("priorities", "In the job: what matters most to them"),
        ("decides", "With the people: who decides, and how"),
    ]
    question = TextColumn(most=500)
    whom = TextColumn(most=SHORT)
    until = models.DateField(null=True, blank=True)
    must = TickColumn()
    answer = TextColumn(most=1000)
    low = MoneyColumn()
    high = MoneyColumn()
    day = models.DateField(null=True, blank=True)
    place = ChoiceColumn(choices=PLACES)
    origin = TextColumn(most=500)

    @property
    def name(self) -> str:
        return self.question

    @property
    def answered(self) -> bool:
        return bool(self.answer) or not (self.low is None and self.high is None and self.day is None)
