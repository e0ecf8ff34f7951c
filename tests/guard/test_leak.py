"""What the owner typed is read by nobody else: not on a page, not in a header, not in the log."""

from __future__ import annotations

import itertools
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError

from tests import people
from tests.guard.doors import DOORS
from tests.guard.routes import ROUTES, addresses
from tests.guard.test_sharing import text_of
from tests.guard.world import HTMX, Person, World, ask
from tests.offers.opened import parts

MARK = re.compile(r"owner_\w+")
# Amounts are counted from a number of the owner's own; no other person's plan can reach these.
# The typed offer and the typed market are asked of nobody who has entered an offer and sources.
AMOUNTS = {f"{people.start_of('owner') + 1000 * step:,}" for step in range(9) if step not in (1, 3, 6)}
SENT = {"version": "7", "then": "continue", "to": "up", "own": "yes", "employer": "x", "who": "them", "next": "/plans/"}
ANSWERED = ("GET", "POST")


def texts(answer: Any) -> str:
    """All that comes back as text: headers, cookies and the body, a PDF read."""
    body = bytes(answer.content)
    read = body.decode("utf-8", "replace")
    if body.startswith(b"%PDF"):
        read = text_of(body)
    elif body.startswith(b"PK"):
        read = "\n".join(text for part in parts(body).values() for text in part.itertext())
    return "\n".join([read, *(f"{name}: {value}" for name, value in answer.items()), str(answer.cookies)])


def crawl(me: Person, owner: Person) -> Iterator[tuple[str, str]]:
    """Every address of the owner's things, asked for by somebody: as a page and as htmx asks."""
    for route in ROUTES:
        for address in addresses(route, owner):
            for method in (method for method in ANSWERED if method in DOORS[route.name].methods):
                data = SENT if method == "POST" else None
                yield f"{method} {address}", texts(ask(me.client, method, address, data))
            if "POST" in DOORS[route.name].methods:
                yield f"htmx {address}", texts(ask(me.client, "POST", address, data=SENT, headers=HTMX))


@pytest.mark.parametrize("actor", ["nobody", "guest", "stranger"])
def test_nobody_else_reads_a_word_or_an_amount_of_the_owners(actor: str, world: World):
    me, leaks = world[actor], []
    for what, text in itertools.chain(crawl(me, world.owner), crawl(me, me)):
        found = MARK.findall(text) + [amount for amount in AMOUNTS if amount in text]
        leaks += [f"{what}: {found[:3]}"] * bool(found)
    assert not leaks, "\n".join(leaks)


def test_the_owner_reads_all_of_it(world: World):
    """The crawl does come by every text: else the test above could not fail."""
    everything = "\n".join(text for _, text in crawl(world.owner, world.owner))
    own = {f"owner_{table}_{name}" for table, name in (("company", "does"), ("role", "tasks"), ("timing", "misread"))}
    own |= {"owner_1_pain_words", "owner_1_alternative_title", "owner_1_companynote_text", "owner_2_draft_body"}
    own |= {"owner_1_offer_employer", "owner_1_term_label", "owner_letters_sender_block", "owner_plan_title"}
    assert own - set(MARK.findall(everything)) == set()
    assert {amount for amount in AMOUNTS if amount in everything} == AMOUNTS


def lines(log: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() for record in log.records if record.name.startswith("groundwork"))


def test_the_log_holds_no_word_no_amount_and_no_token(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    caplog.set_level(logging.INFO, logger="groundwork")
    owner, secret = world.owner, "owner_secret_words 73,519 73519"
    plan = f"/plans/{owner.ids['plan_id']}"
    tokens = {morsel.value for morsel in owner.client.cookies.values()}
    link = owner.client.get(f"{plan}/?q={secret.replace(' ', '+')}")
    ask(owner.client, "POST", f"{plan}/zopa/", {"target_fixed": secret, "their_link": secret, "then": "continue"})
    ask(world.guest.client, "POST", "/return/", {"key": secret})
    ask(world.guest.client, "POST", "/return/new/")
    ask(world.nobody.client, "POST", "/account/sign-in/", {"login": "owner@example.org", "password": secret})
    monkeypatch.setattr("negotiation.views.plan.hub_context", raising(ValueError(secret)))
    broken = ask(owner.client, "GET", f"{plan}/")
    monkeypatch.setattr("negotiation.views.plan.hub_context", raising(OperationalError(secret)))
    away = ask(owner.client, "GET", f"{plan}/")
    said = lines(caplog)
    assert (link.status_code, broken.status_code, away.status_code) == (200, 500, 503)
    assert "ValueError at " in said, "an error is named, with its place"
    assert len(said.splitlines()) >= 8, "each request has its line"
    hidden = {secret, "73519", "73,519", str(owner.ids["plan_id"]), "owner@", *tokens, json.dumps(secret)[1:-1]}
    assert {word for word in hidden if word in said} == set()


def raising(error: Exception) -> Any:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise error

    return broken
