"""Tables both apps use: revisions of what was typed, things removed today, counters for limits."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from groundwork.saving import Posted, Token

KEPT_REVISIONS = 20
KEPT_REMOVED = timedelta(days=1)


class Revision(models.Model):
    """What was typed into one row, one entry a tab: restoring fills the form, Continue decides."""

    row = models.UUIDField(db_index=True)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    client = models.UUIDField(null=True)
    at = models.DateTimeField(default=timezone.now)
    text = models.JSONField()

    class Meta:
        ordering = ["-at"]

    @classmethod
    def note(cls, *, row: uuid.UUID, candidate_id: uuid.UUID, token: Token, posted: Posted) -> None:
        """Keep the text; a tab's later text replaces its earlier one, so that 20 entries are 20 visits."""
        values: dict[str, Any] = {"at": timezone.now(), "text": posted}
        mine = cls.objects.filter(row=row, client=token.client) if token.client else cls.objects.none()
        if token.client and mine.update(**values):
            return
        cls.objects.create(row=row, candidate_id=candidate_id, client=token.client, **values)
        old = cls.objects.filter(row=row).order_by("-at").values_list("pk", flat=True)[KEPT_REVISIONS:]
        cls.objects.filter(pk__in=list(old)).delete()


class Removed(models.Model):
    """Something deleted, with its children, as data: it can be put back for a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    title = models.TextField()
    back_to = models.TextField()
    rows = models.JSONField()


class Hit(models.Model):
    """A counter of one kind of request by one key in one window of time."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.IntegerField(default=0)
    until = models.DateTimeField(db_index=True)
