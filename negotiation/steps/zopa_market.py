"""What the market pays, as the step about the numbers needs it: from the sources, else as it was typed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from negotiation.models import Plan, Zopa
from negotiation.steps import market
from negotiation.steps.base import Answers
from negotiation.steps.market_points import Supported

AMOUNTS = ("low", "high", "median")


def figures(answers: Answers) -> dict[str, Any]:
    """What the sources of the step on the market support; nothing where there are none."""
    found = market.supported(answers)
    known = {field.name: getattr(found, field.name) for field in fields(found)}
    return known if any(known[name] is not None for name in AMOUNTS) else {}


def from_sources(answers: Answers) -> Supported | None:
    """The same for other steps: from the sources where they were read, else as it is stored."""
    live = figures(answers) if "market" in answers.given else {}
    return read(live or answers.stored.get("market", {}))


def read(kept: Mapping[str, Any]) -> Supported | None:
    """Stored figures as values; None as long as no source has a number."""
    known = {field.name: kept[field.name] for field in fields(Supported) if kept.get(field.name) not in (None, "")}
    known |= {name: Decimal(known[name]) for name in AMOUNTS if name in known}
    known |= {name: date.fromisoformat(str(known[name])) for name in ("dated",) if name in known}
    return Supported(**known) if any(name in known for name in AMOUNTS) else None


def is_known(plan: Plan) -> bool:
    """Whether the step on the market has sources with numbers, so that nobody types them a second time."""
    return read(plan.figures.get("market", {})) is not None


def supported(answers: Answers) -> Supported:
    """What is counted with: the sources, else what was typed beside the numbers."""
    own: Zopa = answers["zopa"].values
    low, high, source, dated = own.market_low, own.market_high, own.market_source, own.market_date
    return from_sources(answers) or Supported(low=low, high=high, source=source, dated=dated)


def behind_the_highest(found: Supported) -> str:
    """The source of the number that caps the opening."""
    return found.high_source or named(found)


def named(found: Supported) -> str:
    """The source with its date, as far as they are known."""
    return ", ".join(part for part in (found.source, f"{found.dated:%-d %B %Y}" if found.dated else "") if part)
