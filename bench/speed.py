"""Pages and saves against the least that the same server can do."""

from __future__ import annotations

import itertools
import re

from bench import report
from bench.browser import Answer, Browser
from bench.pairs import compare
from bench.world import Typing, World
from negotiation.models import Plan

HTMX = {"HX-Request": "true"}
VERSION = re.compile(rb'id="version" value="(\d+)"')


class Tab:
    """The zopa page in one tab; it saves as a browser's script does."""

    def __init__(self, world: World, browser: Browser) -> None:
        self.path, self.browser, self.typing = world.address("zopa"), browser, Typing(world.plan)
        self.version = self.seen(browser.get(self.path))

    def seen(self, answer: Answer) -> int:
        found = VERSION.search(answer.body)
        assert found, "the answer names no version"
        return int(found[1])

    def save(self) -> Answer:
        answer = self.browser.post(self.path, self.typing.next(self.version), **HTMX)
        assert b"Saved at" in answer.body, answer.body
        assert b"cannot be used" not in answer.body, answer.body
        self.version = self.seen(answer)
        return answer


def step_page(world: World) -> None:
    browser, path = Browser(world.owner), world.address("zopa")
    bare = f"/bare/{world.plan.pk}/page/{len(browser.get(path).body)}/"
    drawn = f"/bare/{world.plan.pk}/drawn/"
    compare("step page / bare page", lambda: browser.get(path), lambda: browser.get(bare), target=2.0)
    compare("  of which drawing it / bare page", lambda: browser.get(drawn), lambda: browser.get(bare))


def autosave(world: World) -> None:
    browser = Browser(world.owner)
    tab, bare = Tab(world, browser), f"/bare/{world.plan.pk}/save/"
    typing = Typing(world.plan)
    compare("autosave / one row updated", tab.save, lambda: browser.post(bare, typing.next(0), **HTMX), target=2.0)


def many_offers(world: World) -> None:
    """As many queries for ten offers as for two; the time may grow with what is shown."""
    (many, ten), (few, two) = ((Browser(who), f"/plans/{plan.pk}/compare/") for who, plan in (world.many, world.few))
    compare("compare 10 offers / 2 offers", lambda: many.get(ten), lambda: few.get(two), target=2.0)
    counts = [browser.get(path, **{"X-Count": "1"}).header("X-Queries") for browser, path in ((many, ten), (few, two))]
    report.line("queries for 10 offers, for 2", f"{counts[0]}, {counts[1]}", value=counts[0], target=counts[1])


def brief(world: World) -> None:
    """Each time another title: the typesetter remembers what it has set before, which would flatter it."""
    browser, path, numbers = Browser(world.owner), world.address("brief") + "private.pdf", itertools.count()

    def full() -> Answer:
        Plan.objects.filter(pk=world.plan.pk).update(title=f"Brief {next(numbers)}")
        return browser.get(path)

    def word() -> Answer:
        return browser.get(f"/bare/{world.plan.pk}/pdf/{next(numbers)}/")

    compare("full brief / one word, same worker", full, word, target=1.5)
