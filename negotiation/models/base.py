"""What answers and list rows have in common."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from groundwork.saving import ListRow
from offers.models import Offer


class Answer(models.Model):
    """The typed answers of one step of one plan."""

    plan = models.OneToOneField("negotiation.Plan", models.CASCADE, primary_key=True, related_name="%(class)s")

    class Meta:
        abstract = True


class Row(ListRow):
    """One entry of a step's list, with a small form of its own."""

    plan = models.ForeignKey("negotiation.Plan", models.CASCADE, related_name="%(class)s_rows")

    class Meta(ListRow.Meta):
        abstract = True

    @property
    def name(self) -> Any:
        """What the list calls it."""
        raise NotImplementedError(type(self).__name__)


class Mark(models.Model):
    """What the candidate says of one offer under one entry of a list (`row`), in one of a few words (`said`).

    It stands or falls with the two that it joins.
    """

    between = True
    row: Any
    said: Any
    row_id: uuid.UUID
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")

    class Meta:
        abstract = True


def mark_of(model: Any) -> Any:
    """The table of what is said of offers under the entries of this list; None if nothing is."""
    marks = getattr(model, "marks", None)
    return marks.rel.related_model if marks else None
