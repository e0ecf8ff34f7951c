"""How long something takes, in seconds of a quiet machine: so that a bound can be tight where the machine is busy."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

QUIET = 0.1  # what the yardstick takes where nothing else runs; bounds are seconds of that machine
STEADY, TRIES, LONG = 1.2, 3, 0.5
WORDS = re.compile(r"\w+")


def yardstick() -> float:
    """A fixed piece of work of the kind that is measured: text, expressions, plain Python."""
    text = "You will mend nets and keep 12 lamps. " * 36_000
    start = time.process_time()
    sum(len(found[0]) for found in WORDS.finditer(text))
    return time.process_time() - start


def quiet_seconds(work: Callable[[], object]) -> float:
    """What the work takes, over what the yardstick takes right before and right after it.

    If these two differ much, something else came or went meanwhile; and what takes long meets more of what else is
    going on than the yardstick does. Then it is measured anew, and the lowest counts.
    """
    found: list[float] = []
    for _ in range(TRIES):
        before = yardstick()
        start = time.process_time()
        work()
        spent = time.process_time() - start
        around = sorted((before, yardstick()))
        found.append(spent * QUIET / around[1])
        if around[1] <= around[0] * STEADY and spent < LONG:
            break
    return min(found)
