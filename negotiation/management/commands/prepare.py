"""`manage.py prepare`: everything a database needs before the server starts."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

# A pooler in front of PostgreSQL refuses these as connection options; on the role they always hold.
ROLE = {
    "statement_timeout": "10s",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "15s",
}


class Command(BaseCommand):
    help = "Migrate, make the cache table, set the role's time limits, clear what is past its time."

    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        with connection.cursor() as cursor:
            for name, value in ROLE.items():
                cursor.execute(f"ALTER ROLE CURRENT_USER SET {name} = '{value}'")
        call_command("tidy")
