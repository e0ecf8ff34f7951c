"""Who signs the letters, and each letter as it stands."""

from __future__ import annotations

import uuid

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from groundwork.saving import Saved
from negotiation.models.base import Answer
from negotiation.scripts.chooser import QUESTIONS

TRUTH, ABOUT, AGAIN = (list(question.options) for question in QUESTIONS)


class Letters(Answer):
    sender_name = TextColumn(most=SHORT)
    sender_block = TextColumn(most=600)


class Draft(Saved):
    """One letter of one plan: what it asks for itself, and the words if somebody wrote their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("negotiation.Plan", models.CASCADE, related_name="drafts")
    slug = TextColumn(most=40)
    variant = TextColumn(most=40)
    recipient = TextColumn(most=SHORT)
    until_date = models.DateField(null=True, blank=True)
    until_hour = models.TimeField(null=True, blank=True)
    call_date = models.DateField(null=True, blank=True)
    call_hour = models.TimeField(null=True, blank=True)
    first_date = models.DateField(null=True, blank=True)
    first_hour = models.TimeField(null=True, blank=True)
    second_date = models.DateField(null=True, blank=True)
    second_hour = models.TimeField(null=True, blank=True)
    reason = TextColumn(most=600)
    start_date = models.DateField(null=True, blank=True)
    thing_liked = TextColumn(most=SHORT)
    truth = ChoiceColumn(choices=TRUTH)
    about = ChoiceColumn(choices=ABOUT)
    again = ChoiceColumn(choices=AGAIN)
    body = TextColumn(most=8000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "slug"], name="one_draft_a_letter")]
        ordering = ["slug"]
