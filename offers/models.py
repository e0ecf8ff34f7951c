"""An offer and what comes on top of its pay."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Literal, cast

from django.conf import settings
from django.db import models
from django.utils import timezone

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, NumberColumn, TextColumn, WholeColumn
from groundwork.money import Basis, Frame, Period
from groundwork.saving import ListRow, Saved
from offers.calc.pay import Certainty, OfferTerms
from offers.calc.pay import Extra as ExtraTerms

PERIODS = [
    ("hour", "An hour"),
    ("day", "A day"),
    ("week", "A week"),
    ("month", "A month"),
    ("year", "A year"),
]
BASES = [("gross", "Before tax (gross)"), ("net", "After tax (net)")]
CERTAINTIES = [
    ("guaranteed", "Guaranteed: it is in the contract"),
    ("likely", "Likely: it has mostly been paid"),
    ("maybe", "Maybe: nobody can say"),
]
PAYMENTS = [("12", "12"), ("13", "13"), ("14", "14")]


class OfferQuerySet(models.QuerySet["Offer"]):
    def owned_by(self, candidate_id: uuid.UUID) -> OfferQuerySet:
        return self.filter(candidate_id=candidate_id)


class Offer(Saved):
    """What one employer offers. It knows its candidate, and nothing of plans."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="offers")
    employer = TextColumn(most=SHORT)
    role = TextColumn(most=SHORT)
    currency = TextColumn(most=3, default="USD")
    basis = ChoiceColumn(choices=BASES, default="gross", blank=False)
    base = MoneyColumn()
    period = ChoiceColumn(choices=PERIODS, default="year", blank=False)
    payments = ChoiceColumn(choices=PAYMENTS, default="12", blank=False)
    hours_week = NumberColumn(bound="hours")
    days_week = NumberColumn(bound="days")
    bonus_percent = NumberColumn(bound="rate")
    bonus_amount = MoneyColumn()
    bonus_certainty = ChoiceColumn(choices=CERTAINTIES, default="maybe", blank=False)
    sign_on = MoneyColumn()
    starts = models.DateField(null=True, blank=True)
    expires = models.DateField(null=True, blank=True)
    notes = TextColumn()
    created = models.DateTimeField(default=timezone.now)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["created", "id"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        """What to call it; one that is not finished yet goes by the employer as typed."""
        typed = str(((self.draft or {}).get("employer") or [""])[0]).strip()[:SHORT]
        parts = (self.employer or typed, self.role)
        return ", ".join(part for part in parts if part) or "Offer without a name"

    @property
    def frame(self) -> Frame:
        return Frame(currency=self.currency, period="year", basis=cast(Basis, self.basis))

    def to_terms(self, extras: Iterable[Extra]) -> OfferTerms:
        return OfferTerms(
            name=self.name,
            currency=self.currency,
            basis=cast(Basis, self.basis),
            base=self.base,
            period=cast(Period, self.period),
            payments=int(self.payments),
            hours_week=self.hours_week,
            days_week=self.days_week,
            bonus_target_percent=self.bonus_percent,
            bonus_amount=self.bonus_amount,
            bonus_likelihood=Certainty(self.bonus_certainty),
            sign_on=self.sign_on,
            extras=tuple(extra.to_terms() for extra in extras),
            expires=self.expires,
        )


class Extra(ListRow):
    """Something paid beside base and bonus, every year or once."""

    EVERY = [("year", "Every year"), ("once", "Once")]
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="extras")
    label = TextColumn(most=SHORT)
    amount = MoneyColumn()
    every = ChoiceColumn(choices=EVERY, default="year", blank=False)
    year = WholeColumn(bound="year", default=1)
    certainty = ChoiceColumn(choices=CERTAINTIES, default="guaranteed", blank=False)

    @property
    def name(self) -> str:
        return self.label or "Extra without a name"

    def to_terms(self) -> ExtraTerms:
        return ExtraTerms(
            label=self.name,
            amount=self.amount,
            every=cast(Literal["year", "once"], self.every),
            year=int(self.year or 1),
            certainty=Certainty(self.certainty),
        )
