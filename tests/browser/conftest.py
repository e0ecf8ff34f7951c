"""A real Chromium against the running app. A page that logs an error, however small, fails its test."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from negotiation.profiles.models import Candidate
from tests.guard.world import browser_of

HERE = Path(__file__).parent
ARGS = ["--disable-background-networking", "--disable-component-update", "--disable-gpu"]
# A request that its page was left during is no fault; the keepalive one even arrives.
LEFT_BEHIND = "net::ERR_ABORTED"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--audit", action="store_true", help="every page in every state, and the lab figures")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The long ones run only when asked for; None leaves the question to others."""
    long = collection_path.name.startswith("test_audit")
    return True if long and not config.getoption("--audit", default=False) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that tests/chromium.py found; root may only run it outside its sandbox."""
    path = os.environ.get("CHROMIUM")
    if not path:
        needed = os.environ.get("REQUIRE_BROWSER") or os.environ.get("CI")
        (pytest.fail if needed else pytest.skip)("no Chromium was found: python -m tests.chromium installs one")
    args = ARGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    return browser_type_launch_args | {"executable_path": path, "args": args}


@dataclass
class Troubles:
    """What pages complained of. A test that provokes something names it beforehand."""

    found: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, *patterns: str) -> None:
        self.expected += patterns

    def note(self, text: str) -> None:
        self.found.append(text)

    def left(self) -> list[str]:
        return [text for text in self.found if not any(re.search(pattern, text) for pattern in self.expected)]


def watch(context: BrowserContext, troubles: Troubles, home: str) -> None:
    """Errors and warnings of the console (CSP reports are among them), of scripts, of the network."""

    def failed(request: Any) -> None:
        if request.failure != LEFT_BEHIND:
            troubles.note(f"failed: {request.method} {request.url}: {request.failure}")

    def abroad(request: Any) -> None:
        if urlsplit(request.url).netloc != urlsplit(home).netloc:
            troubles.note(f"another host: {request.url}")

    def said(message: Any) -> None:
        if message.type in ("error", "warning"):
            troubles.note(f"console: {message.text} ({message.location.get('url', '')})")

    context.on("console", said)
    context.on("weberror", lambda error: troubles.note(f"script: {error.error}"))
    context.on("requestfailed", failed)
    context.on("request", abroad)


@pytest.fixture
def troubles() -> Iterator[Troubles]:
    """Checked when everything else of the test is over."""
    troubles = Troubles()
    yield troubles
    assert troubles.left() == []


Visitor = Callable[..., Page]


@pytest.fixture
def visitor(transactional_db: None, live_server: Any, troubles: Troubles, new_context: Any) -> Visitor:
    """Opens a browser of its own for somebody (or nobody), with a first, empty page."""

    def opened(who: Candidate | None = None, **ways: Any) -> Page:
        context = new_context(base_url=live_server.url, **ways)
        watch(context, troubles, live_server.url)
        context.set_default_timeout(10_000)
        if who:
            cookies = browser_of(who).cookies.values()
            context.add_cookies([{"name": c.key, "value": c.value, "url": live_server.url} for c in cookies])
        return context.new_page()

    expect.set_options(timeout=10_000)
    return opened


@pytest.fixture
def page(visitor: Visitor) -> Page:
    return visitor()
