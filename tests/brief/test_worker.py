"""The worker: the same bytes every time, limits that hold, a new worker after a lost one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from groundwork.blocks import Text
from negotiation import typeset
from tests.brief.samples import empty, full, with_blocks, words_of

ROOT = Path(__file__).resolve().parents[2]
IN_ANOTHER_PROCESS = """
from hashlib import sha256
from negotiation import typeset
from tests.brief.samples import full
if __name__ == "__main__":
    print(sha256(typeset.pdf(full().as_data())).hexdigest())
"""


@pytest.fixture(scope="module", autouse=True)
def _fresh_worker():
    """A worker is replaced after many documents; here none is, unless a test asks for it."""
    typeset.stop()


def worker() -> int:
    """The process id of the one worker, started if need be."""
    typeset.pdf(empty().as_data())
    [process] = [child for child in multiprocessing.active_children() if child.name == "pebble_pool_worker"]
    assert process.pid
    return process.pid


def test_equal_data_gives_equal_bytes():
    first = typeset.pdf(full().as_data())
    typeset.pdf(empty().as_data())
    assert typeset.pdf(full().as_data()) == first


def test_another_process_gives_the_same_bytes():
    told = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == sha256(typeset.pdf(full().as_data())).hexdigest()


def test_another_day_gives_other_bytes():
    tomorrow = replace(full(), printed=full().printed.replace(day=6))
    assert typeset.pdf(tomorrow.as_data()) != typeset.pdf(full().as_data())


def test_the_worker_knows_no_framework():
    code = "import sys, negotiation.typeset; print('django' in sys.modules, 'typst' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False False"


def test_a_document_that_takes_too_long_is_ended_and_the_next_one_is_set():
    before, begun = worker(), time.monotonic()
    with pytest.raises(typeset.TypesetTimeout):
        typeset.pdf(with_blocks(Text(text="word " * 300_000)), timeout=0.2)
    assert time.monotonic() - begun < 2
    assert words_of(typeset.pdf(full().as_data()))
    assert worker() != before


def test_a_document_that_needs_too_much_memory_fails_and_the_next_one_is_set(monkeypatch):
    typeset.stop()
    monkeypatch.setattr(typeset, "MEMORY", 128 << 20)
    with pytest.raises(typeset.TypesetFailed):
        typeset.pdf(with_blocks(Text(text="word " * 200_000)))
    assert words_of(typeset.pdf(full().as_data()))
    typeset.stop()


def test_stop_ends_the_worker():
    pid = worker()
    typeset.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("pause", [0, 0.4])
def test_a_killed_worker_is_replaced(pause):
    os.kill(worker(), signal.SIGKILL)
    time.sleep(pause)
    assert words_of(typeset.pdf(full().as_data()))


def test_threads_share_one_worker():
    with ThreadPoolExecutor(8) as threads:
        files = set(threads.map(lambda _: typeset.pdf(full().as_data()), range(16)))
    assert len(files) == 1
    assert worker()


def test_a_forked_process_gets_its_own_worker():
    ours = worker()
    child = os.fork()
    if child == 0:
        same = 2
        try:
            same = int(worker() == ours)
            typeset.stop()
        finally:
            os._exit(same)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert worker() == ours


def test_a_worker_is_replaced_after_its_share(monkeypatch):
    typeset.stop()
    monkeypatch.setattr(typeset, "TASKS", 3)
    begun = worker()
    for _ in range(4):
        assert words_of(typeset.pdf(full().as_data()))
    with pytest.raises(ProcessLookupError):
        os.kill(begun, 0)
    typeset.stop()


def test_memory_stays_level():
    """What leaks grows with every round; a system that took pages away in between gives them back once."""
    typeset.stop()
    pid = worker()
    sizes = [after(pid, 40), after(pid, 140)]
    if sizes[1] > sizes[0] * 1.1:
        sizes = [sizes[1], after(pid, 140)]
    assert sizes[1] <= sizes[0] * 1.1


def after(pid: int, rounds: int) -> int:
    """What the process holds once it has set so many more documents."""
    for i in range(rounds):
        typeset.pdf(replace(full(), title=f"Plan {i} of {rounds}").as_data())
    return resident(pid)


def resident(pid: int) -> int:
    """The memory a process holds: from /proc, or from ps where there is none."""
    if (statm := Path(f"/proc/{pid}/statm")).exists():
        return int(statm.read_text().split()[1])
    return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(pid)], text=True))
