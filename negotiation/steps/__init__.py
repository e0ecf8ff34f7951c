"""The wizard: one list, in order. Route, hub, readiness, template, brief and export derive from it."""

from __future__ import annotations

from negotiation.steps import (
    batna,
    budget,
    company,
    criteria,
    impact,
    information,
    ladder,
    letters,
    market,
    match,
    mission,
    objections,
    people,
    pressure,
    promises,
    redlines,
    role,
    script,
    state,
    stool,
    swaps,
    timing,
    win,
    zopa,
)
from negotiation.steps.base import Step

STEPS: tuple[Step, ...] = (
    timing.STEP,
    state.STEP,
    company.STEP,
    role.STEP,
    people.STEP,
    match.STEP,
    information.STEP,
    win.STEP,
    market.STEP,
    zopa.STEP,
    redlines.STEP,
    budget.STEP,
    batna.STEP,
    impact.STEP,
    mission.STEP,
    stool.STEP,
    objections.STEP,
    pressure.STEP,
    script.STEP,
    ladder.STEP,
    promises.STEP,
    criteria.STEP,
    swaps.STEP,
    letters.STEP,
)
BY_SLUG = {step.slug: step for step in STEPS}
