"""A plan: one candidate's preparation of one negotiation, and how far each of its steps is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils import timezone

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from groundwork.money import Basis, Frame, Period
from groundwork.saving import Saved
from negotiation.profiles.models import BASES, PERIODS
from offers.models import Offer

STAGES = [
    ("applying", "I am applying, or about to"),
    ("interviews", "I am in interviews"),
    ("offer", "I have an offer, spoken or written"),
    ("counter", "I have already answered their offer"),
]
TIMES = [
    ("minutes", "About 15 minutes"),
    ("evening", "An evening"),
    ("days", "Some days or more"),
]
KINDS = [("job", "A job"), ("freelance", "Freelance work"), ("profile", "What belongs to me")]


class PlanQuerySet(models.QuerySet["Plan"]):
    def owned_by(self, candidate_id: uuid.UUID) -> PlanQuerySet:
        return self.filter(candidate_id=candidate_id)

    def negotiations(self) -> PlanQuerySet:
        """Plans as people mean the word: without the profile, newest first."""
        return self.exclude(kind="profile").select_related("company", "role").order_by("-created")


class Plan(models.Model):
    """One negotiation, with the frame in which its money is spoken of."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="plans")
    kind = ChoiceColumn(choices=KINDS, default="job", blank=False)
    title = TextColumn(most=SHORT)
    stage = ChoiceColumn(choices=STAGES)
    time = ChoiceColumn(choices=TIMES)
    currency = TextColumn(most=3, default="USD")
    period = ChoiceColumn(choices=PERIODS, default="year", blank=False)
    basis = ChoiceColumn(choices=BASES, default="gross", blank=False)
    locale = TextColumn(most=20, default="en")
    zone = TextColumn(most=60, default="UTC")
    offer = models.ForeignKey(Offer, models.SET_NULL, null=True, blank=True, related_name="+")
    compared = models.ManyToManyField(Offer, related_name="+")
    created = models.DateTimeField(default=timezone.now)

    objects = PlanQuerySet.as_manager()
    is_example = False  # the example is a plan that was never saved

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def frame(self) -> Frame:
        return Frame(currency=self.currency, period=cast(Period, self.period), basis=cast(Basis, self.basis))

    @property
    def name(self) -> str:
        """What to call it: its title, else the employer and the job, else the day it was begun."""
        company, role = getattr(self, "company", None), getattr(self, "role", None)
        parts = [part for part in (company and company.name, role and role.title) if part]
        return self.title or ", ".join(parts) or f"Plan of {self.day(self.created):%-d %B %Y}"

    def day(self, moment: datetime) -> date:
        return moment.astimezone(ZoneInfo(self.zone)).date()

    @property
    def today(self) -> date:
        return self.day(timezone.now())

    @cached_property
    def figures(self) -> dict[str, dict[str, Any]]:
        """What each step keeps of itself for other pages, in one query."""
        return dict(self.states.values_list("slug", "figures"))

    def figures_moved(self) -> None:
        """They have been stored anew: whoever asks next reads them again."""
        self.__dict__.pop("figures", None)


class StepState(Saved):
    """How one step of one plan stands, computed when it is saved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="states")
    slug = TextColumn(most=20)
    unknown = models.JSONField(default=list)
    skipped = models.BooleanField(default=False)
    continued = models.BooleanField(default=False)
    gaps = models.JSONField(default=list)
    dates = models.JSONField(default=list)
    figures = models.JSONField(default=dict)
    copied = models.DateField(null=True)
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "slug"], name="one_state_a_step")]

    @property
    def state(self) -> str:
        """One of four words. Done means: Continue without errors, and no gap of its own."""
        if self.skipped:
            return "skipped"
        open_gaps = [gap for gap in self.gaps if not gap.get("unknown")]
        if self.continued and not open_gaps and self.draft is None:
            return "done"
        stored = not self._state.adding  # a list was begun, or something was taken over
        return "in progress" if stored or self.version or self.gaps or self.figures else "not started"


def by_slug(states: Iterable[StepState]) -> dict[str, StepState]:
    return {state.slug: state for state in states}
