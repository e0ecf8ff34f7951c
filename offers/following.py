"""Who wants to know that an offer has changed: apps above this one, which it cannot know itself."""

from __future__ import annotations

import uuid
from collections.abc import Callable

followers: list[Callable[[uuid.UUID], None]] = []
# Told whose exchange rates have changed.
rate_followers: list[Callable[[uuid.UUID], None]] = []


def changed(offer_id: uuid.UUID) -> None:
    """Tell everybody who asked, inside the transaction that changed it."""
    for follow in followers:
        follow(offer_id)


def rates_changed(candidate_id: uuid.UUID) -> None:
    """Tell everybody who counts in other money."""
    for follow in rate_followers:
        follow(candidate_id)
