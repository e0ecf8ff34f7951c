"""Every page of the app, from the list of its addresses, and what may be found wrong on one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from negotiation.steps import STEPS
from offers.models import Offer
from tests import people
from tests.guard.routes import ROUTES, Route, addresses
from tests.guard.world import Person, browser_of, nobody, person

# WCAG 2.2 A and AA and what axe calls best practice: all of its rules but the experimental and AAA ones.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW = 320
WHAT_IF = "?ask=1&stock=-50&bonus=none&leave=18&discount=5&illiquid=on"


@dataclass(frozen=True)
class Look:
    """One way of looking at a page."""

    scheme: str
    width: int

    @property
    def ways(self) -> dict[str, Any]:
        return {"color_scheme": self.scheme, "viewport": {"width": self.width, "height": 800}}


def filled(name: str = "owner") -> Person:
    return person(people.account(name), name)


def bare() -> Person:
    """Somebody whose plan has nothing in it yet; entries of lists they have none."""
    me = people.account("beginner")
    plan = people.empty_plan(me)
    return Person(me, browser_of(me), {"plan_id": plan.pk}, {}, plan)


def pages_of(person: Person, part: int = 0, parts: int = 1) -> list[str]:
    """The addresses that show this person a page; files and forwardings are none."""
    found = [address for route in ROUTES if reachable(route, person) for address in addresses(route, person)]
    found += of_offers(person) + of_plans(person)
    return [address for address in found[part::parts] if is_page(person.client, address)]


def of_offers(person: Person) -> list[str]:
    """What one id of each thing leaves out: a term of every kind, the earlier rounds, the worth if more is asked."""
    offer = Offer.objects.filter(pk=person.ids.get("offer_id")).first()
    if offer is None:
        return []
    kinds = {term.kind: term for term in offer.terms.all()}
    terms = [reverse("term", args=[offer.pk, term.pk]) for term in kinds.values()]
    rounds = [reverse("offer", args=[one.pk]) for one in offer.rounds.all()]
    return [*terms, *rounds, reverse("offer_value", args=[offer.pk]) + WHAT_IF]


def of_plans(person: Person) -> list[str]:
    """Pages that are looked at otherwise, such as about a friend, further on, searched; an entry of a second list."""
    if "plan_id" not in person.ids:
        return []
    friends = [reverse("step", args=[person.ids["plan_id"], slug]) + "?friend=1" for slug in ("timing", "state")]
    wishes = reverse("wishes", args=[person.ids["plan_id"]])
    doubts = reverse("objection_starters", args=[person.ids["plan_id"]])
    lists = [step.slug for step in STEPS if step.more]
    seconds = [reverse("row_new", args=[person.ids["plan_id"], slug]) + "?list=more" for slug in lists]
    look = reverse("compare", args=[person.ids["plan_id"]]) + "?sort=score&differences=on&illiquid=on&hide=bonus"
    return [
        look,
        *friends,
        *(wishes + asked for asked in ("?page=2", "?q=course&trade=nursing", "?q=zeppelin")),
        *(doubts + asked for asked in ("?page=2", "?q=budget&trade=nursing", "?q=zeppelin")),
        *seconds,
    ]


def reachable(route: Route, person: Person) -> bool:
    needed = {name for name, kind in route.needs.items() if kind == "uuid"}
    return needed - {"row_id"} <= set(person.ids) and ("row_id" not in needed or bool(person.rows))


def is_page(client: Client, address: str) -> bool:
    answer = client.get(address)
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def for_nobody() -> list[str]:
    return pages_of(nobody())


def opened(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line each."""
    found = Axe().run(page, options=RULES | {"resultTypes": ["violations"]}).response["violations"]
    return [f"{page.url}: {one['id']}: {node['target']} {node['html'][:150]}" for one in found for node in one["nodes"]]


def too_wide(page: Page) -> list[str]:
    """Nothing may need scrolling sideways; what is broad scrolls in a region of its own."""
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{page.url}: {over} px too wide at {page.viewport_size['width']}"] if over > 0 else []


def wrong_on(page: Page, look: Look) -> list[str]:
    """Accessibility, and on a phone the width: its own and the narrowest there is. What is folded is opened."""
    opened(page)
    found = violations(page)
    if look.width < 640:
        found += too_wide(page)
        page.set_viewport_size({"width": NARROW, "height": 800})
        found += too_wide(page)
        page.set_viewport_size({"width": look.width, "height": 800})
    return found
