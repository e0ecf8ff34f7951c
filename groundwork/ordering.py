"""Putting one entry of a list before or after its neighbour."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction


@transaction.atomic
def move(rows: models.QuerySet[Any], row: models.Model, *, up: bool) -> None:
    """Swap `row` with its neighbour in `rows`; at an end nothing happens. Orders stay 0, 1, 2 and so on."""
    listed = list(rows.select_for_update())
    place = listed.index(row)
    other = place + (-1 if up else 1)
    if 0 <= other < len(listed):
        listed[place], listed[other] = listed[other], listed[place]
    for order, entry in enumerate(listed):
        if entry.order != order:
            rows.filter(pk=entry.pk).update(order=order)
