"""What a worker holds after many requests against what it held after the first."""

from __future__ import annotations

from pathlib import Path

from bench import report
from bench.browser import Browser
from bench.speed import Tab
from bench.world import World

FIRST, LAST = 100, 2000


def resident(worker: int) -> float:
    """Megabytes; the system tells them in kB."""
    status = Path(f"/proc/{worker}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1000


def growth(world: World) -> None:
    """On a fresh server; one connection stays with one worker, which is the one looked at."""
    if not Path("/proc/self/status").exists():
        return report.line("memory of a worker", "not measured: this system has no /proc")
    browser = Browser(world.owner)
    worker = browser.get("/plans/", **{"X-Count": "1"}).header("X-Worker")
    mix = [
        lambda: browser.get(world.address("zopa")),
        Tab(world, browser).save,
        lambda: browser.get(world.address("brief")),
        lambda: browser.get(world.address()),
    ]
    held = {}
    for number in range(1, LAST + 1):
        mix[number % len(mix)]()
        if number in (FIRST, LAST):
            held[number] = resident(worker)
    assert browser.get("/plans/", **{"X-Count": "1"}).header("X-Worker") == worker, "another worker answered"
    ratio = held[LAST] / held[FIRST]
    shown = f"{held[FIRST]:.0f} MB, then {held[LAST]:.0f} MB: {ratio:.2f}"
    report.line(f"memory of a worker, {FIRST} and {LAST} requests", shown, value=ratio, target=1.1)
    return None
