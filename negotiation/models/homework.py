"""What was found out about the employer and the job."""

from __future__ import annotations

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, LinkColumn, TextColumn
from negotiation.models.base import Answer, Row


class Company(Answer):
    name = TextColumn(most=SHORT)
    does = TextColumn()
    clients = TextColumn()
    products = TextColumn()
    standing = TextColumn()


class CompanyNote(Row):
    KINDS = [
        ("news", "News of the last year"),
        ("growth", "Growth, funding or a change of direction"),
        ("market", "Markets and competitors"),
        ("other", "Something else"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=1000)
    link = LinkColumn()
    dated = models.DateField(null=True, blank=True)

    @property
    def name(self) -> str:
        return self.text


class Role(Answer):
    title = TextColumn(most=SHORT)
    tasks = TextColumn()
    priorities = TextColumn()
    success = TextColumn()


class Pain(Row):
    """Something that hurts the employer and that the job is there to mend."""

    pain = TextColumn(most=1000)
    words = TextColumn(most=1000)
    who = TextColumn(most=SHORT)
    heard = models.DateField(null=True, blank=True)

    @property
    def name(self) -> str:
        return self.pain
