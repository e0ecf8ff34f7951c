"""Queries a page, counted by the server itself."""

from __future__ import annotations

from bench import report
from bench.browser import Browser
from bench.world import World
from negotiation.steps import STEPS
from negotiation.steps.base import applicable

MOST = 12


def pages(world: World) -> dict[str, str]:
    """The main pages of somebody whose plan is full."""
    row = world.plan.alternative_rows.first()
    offer = world.plan.offer
    assert row
    assert offer
    term = offer.terms.first()
    assert term
    steps = {f"step {step.slug}": world.address(step.slug) for step in applicable(STEPS, world.plan)}
    return {
        "plans": "/plans/",
        "hub": world.address(),
        **steps,
        "an alternative": world.address("batna", row.pk),
        "a letter": world.address("letters", "decline"),
        "compare": world.address("compare"),
        "offers": "/offers/",
        "an offer": f"/offers/{offer.pk}/",
        "what it is worth": f"/offers/{offer.pk}/value/",
        "its rounds": f"/offers/{offer.pk}/rounds/",
        "what can be added to it": f"/offers/{offer.pk}/terms/new/",
        "a term": f"/offers/{offer.pk}/terms/{term.pk}/",
        "a letter to read": f"/offers/{offer.pk}/letter/",
        "rates": "/offers/rates/",
        "profile": "/profile/",
        "account": "/account/",
    }


def one_a_table(world: World) -> dict[str, str]:
    """Pages that read everything: any number of queries, but no table twice."""
    return {
        "brief": world.address("brief"),
        "print page": world.address("brief", "print", "private"),
        "print page to share": world.address("brief", "print", "share"),
        "PDF": world.address("brief") + "private.pdf",
        "export": "/account/export.json",
    }


def count(world: World) -> None:
    browser = Browser(world.owner)
    for name, path in pages(world).items():
        queries = browser.get(path, **{"X-Count": "1"}).header("X-Queries")
        report.line(name, f"{queries} queries", value=queries, target=MOST)
    for name, path in one_a_table(world).items():
        answer = browser.get(path, **{"X-Count": "1"})
        reads = answer.header("X-Reads-Of-One-Table")
        shown = f"{answer.header('X-Queries')} queries, {reads} of one table"
        report.line(name, shown, value=reads, target=1)
