"""The saving rule by itself: each line of it, and random histories of tabs, delays, repeats and lost answers."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from groundwork.saving import Verdict, decide, stamp

A, B = uuid.UUID(int=1), uuid.UUID(int=2)


@dataclass
class Row:
    version: int = 0
    last_client: uuid.UUID | None = None
    last_seq: int = 0
    foreign_version: int = 0
    digest: str = ""
    content: frozenset[int] = frozenset()


def send(row: Row, client: uuid.UUID | None, seq: int, seen: int, digest: str) -> Verdict:
    verdict = decide(row, client, seq, seen, digest)
    if verdict is Verdict.SAVE:
        stamp(row, client, seq, digest)
    return verdict


def test_the_first_send_saves():
    row = Row()
    assert send(row, A, 1, 0, "a") is Verdict.SAVE
    assert (row.version, row.last_client, row.last_seq, row.foreign_version) == (1, A, 1, 0)


def test_the_same_send_again_is_a_repeat_and_so_is_an_older_one():
    row = Row()
    send(row, A, 2, 0, "a")
    assert send(row, A, 2, 0, "a") is Verdict.REPEAT
    assert send(row, A, 1, 0, "older") is Verdict.REPEAT
    assert row.digest == "a"


def test_a_fast_typist_does_not_conflict_with_herself():
    row = Row()
    send(row, A, 1, 0, "a")
    assert send(row, A, 2, 0, "ab") is Verdict.SAVE
    assert send(row, A, 3, 0, "abc") is Verdict.SAVE


def test_another_tab_that_saw_the_version_saves_and_the_old_version_becomes_foreign():
    row = Row()
    send(row, A, 1, 0, "a")
    assert send(row, B, 1, 1, "b") is Verdict.SAVE
    assert row.foreign_version == 1


def test_what_was_not_seen_is_not_overwritten():
    row = Row()
    send(row, A, 1, 0, "a")
    assert send(row, B, 1, 0, "b") is Verdict.CONFLICT


def test_a_tab_conflicts_after_somebody_else_wrote_in_between():
    row = Row()
    send(row, A, 1, 0, "a")
    send(row, B, 1, 1, "b")
    send(row, A, 2, 2, "c")
    assert send(row, A, 3, 1, "d") is Verdict.CONFLICT


def test_equal_text_is_no_conflict():
    row = Row()
    send(row, A, 1, 0, "same")
    assert send(row, B, 1, 0, "same") is Verdict.REPEAT


def test_without_javascript_two_sends_are_never_the_same_tab():
    row = Row()
    send(row, None, 0, 0, "a")
    assert send(row, None, 0, 0, "b") is Verdict.CONFLICT
    assert send(row, None, 0, 1, "b") is Verdict.SAVE
    assert row.foreign_version == 1


def test_a_service_that_wrote_makes_every_tab_look():
    row = Row()
    send(row, A, 1, 0, "a")
    stamp(row, None, 0, "")
    assert send(row, A, 2, 1, "b") is Verdict.CONFLICT
    assert send(row, A, 3, 2, "b") is Verdict.SAVE


def test_a_version_nobody_ever_saw_is_a_conflict():
    row = Row()
    send(row, A, 1, 0, "a")
    assert send(row, A, 2, 7, "b") is Verdict.CONFLICT


@dataclass
class Tab:
    client: uuid.UUID
    seen: int = 0
    content: set[int] = field(default_factory=set)
    seq: int = 0


@dataclass(frozen=True)
class Send:
    tab: int
    seq: int
    seen: int
    content: frozenset[int]


class History:
    """Tabs that type, a network that delays, repeats and loses, and a server that follows the rule."""

    def __init__(self, rng: random.Random, tabs: int) -> None:
        self.rng, self.row = rng, Row()
        self.tabs = [Tab(uuid.UUID(int=number + 1)) for number in range(tabs)]
        self.network: list[Send] = []
        self.answers: list[tuple[int, Verdict, int, frozenset[int]]] = []
        self.acknowledged: set[frozenset[int]] = set()
        self.words = 0

    def step(self) -> Verdict | None:
        dice = self.rng.random()
        if dice < 0.35:
            return self.type()
        if dice < 0.85 and self.network:
            return self.deliver()
        if self.answers:
            self.answer()
        return None

    def type(self) -> None:
        number = self.rng.randrange(len(self.tabs))
        tab = self.tabs[number]
        self.words += 1
        tab.content.add(self.words)
        tab.seq += 1
        self.network.append(Send(number, tab.seq, tab.seen, frozenset(tab.content)))

    def deliver(self) -> Verdict:
        place = self.rng.randrange(len(self.network))
        sent = self.network[place]
        tab = self.tabs[sent.tab]
        verdict = decide(self.row, tab.client, sent.seq, sent.seen, str(sorted(sent.content)))
        if verdict is Verdict.SAVE:
            stamp(self.row, tab.client, sent.seq, str(sorted(sent.content)))
            self.row.content = sent.content
        if verdict is not Verdict.CONFLICT:
            self.acknowledged.add(sent.content)
        if self.rng.random() < 0.75:
            self.network.pop(place)
        if self.rng.random() < 0.7:
            self.answers.append((sent.tab, verdict, self.row.version, self.row.content))
        return verdict

    def answer(self) -> None:
        """A saved answer moves the version on only if all of it is known here; a conflict is merged."""
        number, verdict, version, content = self.answers.pop(self.rng.randrange(len(self.answers)))
        tab = self.tabs[number]
        if verdict is Verdict.CONFLICT:
            tab.content |= content
        if content <= tab.content:
            tab.seen = max(tab.seen, version)

    def lost(self) -> Iterator[frozenset[int]]:
        return (content for content in self.acknowledged if not content <= self.row.content)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_acknowledged_is_lost(seed):
    rng = random.Random(seed)
    conflicts = 0
    for _ in range(25_000):
        history = History(rng, tabs=rng.choice([2, 3]))
        for _ in range(16):
            conflicts += history.step() is Verdict.CONFLICT
            assert not next(history.lost(), None), history.row
    assert conflicts > 1_000, "histories without conflicts would prove nothing"


def test_one_tab_alone_never_conflicts():
    rng = random.Random(8)
    for _ in range(20_000):
        history = History(rng, tabs=1)
        assert all(history.step() is not Verdict.CONFLICT for _ in range(20))
