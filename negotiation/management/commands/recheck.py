"""`manage.py recheck`: compute every stored step state again, after a rule has changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from negotiation.models import Plan
from negotiation.services import recheck


class Command(BaseCommand):
    help = "Compute all stored step states again."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = sum(recheck(plan) for plan in Plan.objects.iterator())
        self.stdout.write(f"{changed} states changed")
