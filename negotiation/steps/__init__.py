"""The wizard: one list, in order. Route, hub, readiness, template, brief and export derive from it."""

from __future__ import annotations

from negotiation.steps import batna, company, letters, role, zopa
from negotiation.steps.base import Step

STEPS: tuple[Step, ...] = (
    company.STEP,
    role.STEP,
    zopa.STEP,
    batna.STEP,
    letters.STEP,
)
BY_SLUG = {step.slug: step for step in STEPS}
