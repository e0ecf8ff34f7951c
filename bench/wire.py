"""Bytes over the wire. Pages leave our server as they are and are compressed by the proxy in front, so the bench
does to them what a proxy does; static files are sent as our server compressed them."""

from __future__ import annotations

import re

import brotli

from bench import report
from bench.browser import Browser
from bench.world import World

PROXY_QUALITY = 5  # what a proxy can afford for each answer; static files are compressed once, at 11
PARTS = re.compile(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]+)"')


def page(browser: Browser, path: str) -> tuple[int, dict[str, int]]:
    """The page's own bytes, and those of each part it loads."""
    html = browser.get(path).body
    parts = {part: len(browser.get(part).body) for part in PARTS.findall(html.decode())}
    return len(brotli.compress(html, quality=PROXY_QUALITY)), parts


def measure(world: World) -> None:
    for name, browser, path in (
        ("landing page", Browser(None), "/"),
        ("hub", Browser(world.owner), world.address()),
        ("step page", Browser(world.owner), world.address("zopa")),
        ("an offer", Browser(world.owner), f"/offers/{world.plan.offer_id}/"),
        ("what it is worth", Browser(world.owner), f"/offers/{world.plan.offer_id}/value/"),
        ("compare, 10 offers", Browser(world.many[0]), f"/plans/{world.many[1].pk}/compare/"),
        ("the screen for the talk", Browser(world.owner), world.address("call", "screen")),
        ("print page", Browser(world.owner), world.address("brief", "print", "private")),
    ):
        own, parts = page(browser, path)
        first_view(name, own, parts)
    talk(
        Browser(world.owner), world.address("call", "screen"), seen=page(Browser(world.owner), world.address("call"))[1]
    )
    files(parts=page(Browser(world.owner), world.address("zopa"))[1])


def first_view(name: str, own: int, parts: dict[str, int]) -> None:
    total = (own + sum(parts.values())) / 1000
    report.line(f"{name}: itself", f"{own / 1000:.1f} kB", value=own / 1000, target=12, unit=" kB")
    report.line(f"{name}: first view", f"{total:.1f} kB", value=total, target=60, unit=" kB")
    report.line(f"{name}: requests", f"{1 + len(parts)}", value=1 + len(parts), target=8)


def talk(browser: Browser, path: str, seen: dict[str, int]) -> None:
    """What the screen for the talk costs whoever has seen another page of ours."""
    own, parts = page(browser, path)
    fresh = (own + sum(size for part, size in parts.items() if part not in seen)) / 1000
    report.line("the screen for the talk: after the first view", f"{fresh:.1f} kB", value=fresh, target=30, unit=" kB")


def files(parts: dict[str, int]) -> None:
    css, scripts = (sum(n for part, n in parts.items() if part.endswith(end)) / 1000 for end in (".css", ".js"))
    ours = sum(n for part, n in parts.items() if part.startswith("/static/js/")) / 1000
    report.line("CSS", f"{css:.1f} kB", value=css, target=12, unit=" kB")
    report.line("JavaScript", f"{scripts:.1f} kB", value=scripts, target=20, unit=" kB")
    report.line("JavaScript of our own", f"{ours:.1f} kB", value=ours, target=3, unit=" kB")
