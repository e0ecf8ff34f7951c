"""Which steps come first: from where somebody is and how much time there is."""

from __future__ import annotations

from collections.abc import Iterable

from negotiation.steps.base import Step

MOST = 7
BUDGET = {"minutes": 15, "evening": 120, "days": 100_000}


def picked(steps: Iterable[Step], *, stage: str, time: str) -> tuple[Step, ...]:
    """At most seven steps that suit the stage best and fit the time, in the wizard's order.

    Without an answer to either question nothing is picked: every step stands in its chapter.
    A step that is too long for the time left is passed over for a shorter one; one is always picked.
    """
    steps = tuple(steps)
    if not stage or not time:
        return ()
    suitable = sorted((s for s in steps if stage in s.suits), key=lambda s: s.suits[stage])
    left = BUDGET[time]
    chosen: list[Step] = []
    for step in suitable:
        if len(chosen) < MOST and (step.minutes <= left or not chosen):
            chosen.append(step)
            left -= step.minutes
    return tuple(step for step in steps if step in chosen)
