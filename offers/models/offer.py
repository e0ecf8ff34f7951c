"""An offer, and the rounds that came before it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import models
from django.utils import timezone

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, NumberColumn, TextColumn, TickColumn, WholeColumn
from groundwork.money import Basis, Frame, Period
from groundwork.saving import Saved
from offers.calc.terms import Certainty, OfferTerms, Payouts, Repay
from offers.models.choices import BASES, CERTAINTIES, PAYMENTS, PERIODS, REPAY

if TYPE_CHECKING:
    from offers.models.term import Term


class OfferQuerySet(models.QuerySet["Offer"]):
    def owned_by(self, candidate_id: uuid.UUID) -> OfferQuerySet:
        """Each offer as it stands now; its earlier rounds hang on it."""
        return self.filter(candidate_id=candidate_id, of=None)


class Offer(Saved):
    """What one employer offers now. It knows its candidate, and nothing of plans.

    A row with `of` is an earlier round of that offer, or a counter to it (`mine`): everything that points
    at an offer points at the one that stands now.
    """

    HANGS_ON = ("of",)  # an earlier round alone would look like an offer
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="offers")
    of = models.ForeignKey("self", models.CASCADE, null=True, related_name="rounds")
    mine = models.BooleanField(default=False)
    turn = WholeColumn(bound="order", null=False, default=0)
    said_on = models.DateField(null=True, blank=True)
    present = TickColumn()  # no offer, but the job one has now
    employer = TextColumn(most=SHORT)
    role = TextColumn(most=SHORT)
    currency = TextColumn(most=3, default="USD")
    basis = ChoiceColumn(choices=BASES, default="gross", blank=False)

    base = MoneyColumn()
    period = ChoiceColumn(choices=PERIODS, default="year", blank=False)
    payments = ChoiceColumn(choices=PAYMENTS, default="12", blank=False)
    hours_week = NumberColumn(bound="hours")
    days_week = NumberColumn(bound="days")
    overtime_week = NumberColumn(bound="more_hours")
    base_written = TickColumn()
    grade = TextColumn(most=SHORT)
    grade_step = TextColumn(most=SHORT)
    next_base = MoneyColumn()
    next_months = NumberColumn(bound="months")
    raise_percent = NumberColumn(bound="percent")

    bonus_percent = NumberColumn(bound="rate")
    bonus_amount = MoneyColumn()
    bonus_certainty = ChoiceColumn(choices=CERTAINTIES, default="maybe", blank=False)
    bonus_written = TickColumn()
    bonus_most = NumberColumn(bound="rate")
    odds_nothing = NumberColumn(bound="percent")
    odds_target = NumberColumn(bound="percent")
    odds_most = NumberColumn(bound="percent")
    first_months = NumberColumn(bound="first_year")

    sign_on = MoneyColumn()
    sign_on_written = TickColumn()
    clawback_months = NumberColumn(bound="months")
    clawback = ChoiceColumn(choices=REPAY)

    leave_days = NumberColumn(bound="year_days")
    holidays = NumberColumn(bound="year_days")
    leave_written = TickColumn()
    place = TextColumn(most=SHORT)
    remote_days = NumberColumn(bound="week_days")
    commute_minutes = NumberColumn(bound="minutes")
    commute_days = NumberColumn(bound="week_days")
    commute_cost = MoneyColumn()
    tax_rate = NumberColumn(bound="percent")
    cost_index = NumberColumn(bound="index")

    starts = models.DateField(null=True, blank=True)
    expires = models.DateField(null=True, blank=True)
    probation_months = NumberColumn(bound="months")
    notice_weeks = NumberColumn(bound="weeks")
    dates_written = TickColumn()
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

    def payouts(self) -> Payouts:
        """How the bonus may end; nothing while the likelihoods make no whole (an import may bring such)."""
        odds = (self.odds_nothing, self.odds_target, self.odds_most)
        if any(part is None for part in odds) or sum(part or 0 for part in odds) != 100:
            return Payouts(most_percent=self.bonus_most)
        return Payouts(nothing=odds[0], target=odds[1], most=odds[2], most_percent=self.bonus_most)

    def to_terms(self, rows: Iterable[Term]) -> OfferTerms:
        same: dict[str, Any] = {name: getattr(self, name) for name in SAME}
        return OfferTerms(
            **same,
            name=self.name,
            basis=cast(Basis, self.basis),
            period=cast(Period, self.period),
            payments=int(self.payments),
            bonus_target_percent=self.bonus_percent,
            bonus_likelihood=Certainty(self.bonus_certainty),
            payouts=self.payouts(),
            clawback=cast(Repay, self.clawback or "full"),
            parts=tuple(row.to_part() for row in rows),
        )


# The columns that go into the sums by their own name.
SAME = (
    *("currency", "base", "hours_week", "days_week", "overtime_week", "next_base", "next_months", "raise_percent"),
    *("bonus_amount", "first_months", "sign_on", "clawback_months", "leave_days", "holidays", "commute_minutes"),
    *("commute_days", "commute_cost", "tax_rate", "cost_index", "expires"),
)
