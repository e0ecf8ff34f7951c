"""What answers and list rows have in common."""

from __future__ import annotations

from typing import Any

from django.db import models

from groundwork.saving import ListRow


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
