"""Sending a step as a browser does: by Continue, or by a tab that saves as one types."""

from __future__ import annotations

import re

HTMX = {"HTTP_HX_REQUEST": "true"}


def address(plan, slug, *rest):
    return "/".join(["/plans", str(plan.pk), slug, *map(str, rest), ""])


def press(filler, plan, slug, *, then="continue", version=0, **values):
    return filler.post(address(plan, slug), {"then": then, "version": version, **values})


def autosave(filler, plan, slug, *, client, seq, seen, **values):
    data = {"client": client, "seq": seq, "version": seen, **values}
    return filler.post(address(plan, slug), data, **HTMX)


def beside(filler, plan, slug, chosen, **values):
    """Continue with what is chosen beside the step's own form, on a page that is up to date."""
    state = plan.states.filter(slug=slug).first()
    return press(filler, plan, slug, version=state.version if state else 0, **chosen, **values)


def version_in(response):
    found = re.search(r'id="version"[^>]*value="(\d+)"', response.content.decode())
    return int(found[1]) if found else None
