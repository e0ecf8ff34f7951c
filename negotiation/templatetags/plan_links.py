"""Links of a plan's pages: into the plan, or into the example that looks like one."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from negotiation.models import Plan

register = template.Library()

IN_EXAMPLE = {
    "plan": "example",
    "step": "example_step",
    "brief": "example_brief",
    "compare": "example_compare",
}


@register.simple_tag
def plan_url(plan: Plan, name: str, *args: Any) -> str:
    """`{% plan_url plan 'step' step %}`. Blank for a page that the example does not have."""
    if not plan.is_example:
        return reverse(name, args=[plan.pk, *args])
    return reverse(IN_EXAMPLE[name], args=args) if name in IN_EXAMPLE else ""
