"""The candidate is the user model; a guest is a candidate without credentials."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from groundwork.fields import ChoiceColumn, TextColumn

GUEST_DAYS = 30
PERIODS = [
    ("hour", "an hour"),
    ("day", "a day"),
    ("week", "a week"),
    ("month", "a month"),
    ("year", "a year"),
]
BASES = [("gross", "Before tax (gross)"), ("net", "After tax (net)")]


class CandidateManager(BaseUserManager["Candidate"]):
    def create_user(self, email: str, password: str | None = None, **values: Any) -> Candidate:
        candidate = self.model(email=email.lower(), **values)
        candidate.set_password(password)
        candidate.save()
        return candidate

    def create_guest(self, **values: Any) -> Candidate:
        candidate = self.model(email=None, **values)
        candidate.set_unusable_password()
        candidate.save()
        return candidate

    def guests(self) -> models.QuerySet[Candidate]:
        return self.filter(email=None)

    def left_behind(self) -> models.QuerySet[Candidate]:
        """Guests not seen for so long that their promise of 30 days is kept."""
        return self.guests().filter(last_seen__lt=timezone.localdate() - timedelta(days=GUEST_DAYS))


class Candidate(AbstractBaseUser):
    """One person. Without an e-mail address: a guest, known by the id in the session."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("E-mail address", unique=True, null=True)
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField(default=timezone.now)
    last_seen = models.DateField(default=timezone.localdate)
    return_key = models.CharField(max_length=64, unique=True, null=True)
    currency = TextColumn(most=3, default="USD")
    period = ChoiceColumn(choices=PERIODS, default="year", blank=False)
    basis = ChoiceColumn(choices=BASES, default="gross", blank=False)
    locale = TextColumn(most=20, default="en")
    zone = TextColumn(most=60, default="UTC")

    objects = CandidateManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return "guest" if self.is_guest else str(self.pk)

    @property
    def is_guest(self) -> bool:
        return self.email is None

    def new_return_key(self) -> str:
        """A new private key for another device; the old one stops working. Only its hash is kept."""
        key = secrets.token_urlsafe(32)
        self.return_key = hash_of(key)
        self.save(update_fields=["return_key"])
        return key


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
