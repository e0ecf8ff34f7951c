"""The exchange rates a candidate has looked up: each with its day, none fetched, none guessed."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models

from groundwork.fields import NumberColumn, TextColumn, plain
from groundwork.saving import ListRow


class RateQuerySet(models.QuerySet["Rate"]):
    def owned_by(self, candidate_id: uuid.UUID) -> RateQuerySet:
        return self.filter(candidate_id=candidate_id)


class Rate(ListRow):
    """One unit of `currency` was worth `rate` of `other` on that day."""

    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="rates")
    currency = TextColumn(most=3)
    other = TextColumn(most=3)
    rate = NumberColumn(bound="exchange", max_digits=12, decimal_places=6)
    as_of = models.DateField(null=True, blank=True)

    objects = RateQuerySet.as_manager()

    @property
    def name(self) -> str:
        return f"{self.currency} in {self.other}" if self.currency and self.other else "Exchange rate"

    @property
    def shown(self) -> str:
        return plain(self.rate) if self.rate is not None else ""

    def between(self, currency: str, other: str) -> tuple[Decimal, date] | None:
        """What one unit of the first is in the second, by this rate or its inverse."""
        if not self.rate or not self.as_of or self.draft is not None:
            return None
        if (currency, other) == (self.currency, self.other):
            return self.rate, self.as_of
        return (1 / self.rate, self.as_of) if (other, currency) == (self.currency, self.other) else None
