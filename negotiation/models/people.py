"""The people of the other side: what part each plays, what they care about, and who decides."""

from __future__ import annotations

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, LinkColumn, TextColumn
from negotiation.models.base import Answer, Row


class People(Answer):
    """How it is decided, as far as it is known."""

    process = TextColumn(most=1000)


class Person(Row):
    """One interviewer, or the recruiter of an agency; `public` was found at `link` and is of the day `dated`."""

    PARTS = [
        ("hiring", "Hiring manager"),
        ("hr", "HR"),
        ("founder", "Founder or owner"),
        ("colleague", "Future colleague"),
        ("agency", "Recruiter of an agency"),
        ("other", "Somebody else"),
    ]
    DECIDES = [
        ("decides", "Yes, the decision is theirs"),
        ("say", "No, but they have a say"),
        ("no", "No"),
        ("unknown", "I do not know"),
    ]
    PAID_BY = [
        ("hire", "The employer, once somebody is hired"),
        ("fixed", "The employer, whoever is hired"),
        ("margin", "The client, who pays them for my work"),
        ("me", "I do"),
        ("unknown", "I do not know"),
    ]
    who = TextColumn(most=SHORT)
    part = ChoiceColumn(choices=PARTS)
    decides = ChoiceColumn(choices=DECIDES)
    focus = TextColumn(most=1000)
    cares = TextColumn(most=1000)
    public = TextColumn(most=1000)
    link = LinkColumn()
    dated = models.DateField(null=True, blank=True)
    paid_by = ChoiceColumn(choices=PAID_BY)

    @property
    def name(self) -> str:
        return self.who
