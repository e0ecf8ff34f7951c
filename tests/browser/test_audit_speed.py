"""The lab: a slow phone. How soon the page is there, whether it jumps, whether it stands still."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests import people

LARGEST_MS, SHIFT, TASK_MS = 1200, 0.02, 100
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
WATCH = """
  window.seen = {largest: 0, shift: 0, task: 0};
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
  watch("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  watch("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));
  watch("longtask", (entry) => (seen.task = Math.max(seen.task, entry.duration)));
"""


@pytest.mark.parametrize("name", ["home", "hub", "zopa"])
def test_a_slow_phone_is_served_in_time(visitor: Any, name: str):
    owner = people.account("owner")
    plan = people.full_plan(owner)
    page = visitor(owner, viewport={"width": 360, "height": 740})
    page.goto("/help/")
    address = {"home": "/", "hub": f"/plans/{plan.pk}/", "zopa": f"/plans/{plan.pk}/zopa/"}[name]
    slowed(page)
    # A busy machine only makes it slower, so the best of three is the page's own.
    tries = [measured(page, address) for _ in range(3)]
    seen = {figure: min(one[figure] for one in tries) for figure in tries[0]}
    assert 0 < seen["largest"] <= LARGEST_MS
    assert seen["shift"] <= SHIFT
    assert seen["task"] <= TASK_MS


def slowed(page: Page) -> None:
    """1.6 Mbit/s, 150 ms, a processor four times slower, nothing kept from before."""
    page.add_init_script(WATCH)
    lab = page.context.new_cdp_session(page)
    lab.send("Network.enable")
    lab.send("Network.setCacheDisabled", {"cacheDisabled": True})
    lab.send("Network.emulateNetworkConditions", SLOW)
    lab.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def measured(page: Page, address: str) -> dict[str, float]:
    page.goto(address, wait_until="networkidle")
    seen: dict[str, float] = page.evaluate("seen")
    return seen
