"""`manage.py tidy`: delete what was promised to be gone."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from groundwork import removing
from groundwork.models import Hit
from negotiation.profiles.models import Candidate


class Command(BaseCommand):
    help = "Guests unseen for 30 days, things removed a day ago, ended sessions, old counters. Run it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        Candidate.objects.left_behind().delete()
        removing.tidy()
        Hit.objects.filter(until__lt=timezone.now()).delete()
        call_command("clearsessions")
