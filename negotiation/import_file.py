"""An exported file, opened and not yet understood, and what reading it yields."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from negotiation import services
from negotiation.export import FORMAT, VERSION
from negotiation.models import Mark, Plan, StepState
from negotiation.steps import STEPS
from negotiation.steps.base import Answers, Given
from negotiation.steps.loading import assemble, of_these, side_by_side
from offers.calc.valuation import Valuation, valuation
from offers.models import Offer, Rate, Term

MOST_BYTES = 5 * 1024 * 1024
MOST_PARTS, MOST_VALUES = 100_000, 300_000  # a small file can unfold to a great deal of memory


class NotOurs(ValueError):
    """The file is no export that can be read; the message says so to the person who chose it."""


@dataclass(frozen=True)
class Problem:
    """Something that could not be read, and where in the file it stands."""

    place: str
    text: str


@dataclass(kw_only=True)
class PlanRead:
    """One plan as it was read: nothing of it has been saved."""

    plan: Plan
    given: dict[str, Given] = field(default_factory=dict)
    states: dict[str, StepState] = field(default_factory=dict)
    compared: list[Offer] = field(default_factory=list)

    def answers(self, found: Read, worth: Mapping[uuid.UUID, Valuation]) -> Answers:
        """All steps at once; of those the file does not mention, what a step has before it is begun.

        `worth` is that of the offers `found` in the file, worked out once for all its plans.
        """
        all_steps = {step.slug: self.given.get(step.slug) or services.empty(self.plan, step) for step in STEPS}
        chosen = of_these(self.compared or found.offers.values(), {one.pk for one in self.compared})
        said = ((mark.row_id, mark.offer_id, mark.said) for mark in found.marks)
        compared = side_by_side(self.plan, chosen, worth, found.rates, said)
        offer_row = self.plan.offer if self.plan.offer_id else None
        return assemble(self.plan, all_steps, offers=worth, offer_row=offer_row, compared=compared, rates=found.rates)


@dataclass(kw_only=True)
class Read:
    settings: dict[str, Any] = field(default_factory=dict)
    profile: PlanRead | None = None
    offers: dict[str, Offer] = field(default_factory=dict)  # by their name in the file
    rounds: list[Offer] = field(default_factory=list)  # what came before those
    marks: list[Mark] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    terms: dict[uuid.UUID, list[Term]] = field(default_factory=dict)
    plans: list[PlanRead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unlisted: int = 0  # problems beyond those that anybody would read

    @property
    def worth(self) -> dict[uuid.UUID, Valuation]:
        found = self.offers.values()
        return {offer.pk: valuation(offer.to_terms(self.terms.get(offer.pk, []))) for offer in found}


def opened(raw: bytes) -> dict[str, Any]:
    """The file as data. Every number stays text, so that none is rounded, infinite or a thousand digits."""
    if len(raw) > MOST_BYTES:
        raise NotOurs("This file is larger than 5 MB. An export of Groundwork is smaller.")
    if raw.count(b"{") + raw.count(b"[") > MOST_PARTS or raw.count(b",") > MOST_VALUES:
        raise NotOurs("This file has more entries than Groundwork keeps for one person.")
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise NotOurs("This file is not an export of Groundwork: it cannot be read as JSON.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotOurs("This file is not an export of Groundwork.")
    if data.get("version") != VERSION:
        raise NotOurs("This export was made by another version of Groundwork, which cannot be read here.")
    return data
