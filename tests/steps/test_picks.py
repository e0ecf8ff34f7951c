"""Which steps come first: at most seven, that suit the stage and fit the time. Built for the whole wizard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from negotiation.models.plan import STAGES, TIMES
from negotiation.steps import STEPS
from negotiation.steps.picks import BUDGET, MOST, picked


def thirty_two():
    ranks = dict(STAGES)
    return tuple(
        replace(STEPS[0], slug=f"step{n}", minutes=3 + n % 9, suits=dict.fromkeys(ranks, n % 11 + 1)) for n in range(32)
    )


@pytest.mark.parametrize("stage", dict(STAGES))
@pytest.mark.parametrize("time", dict(TIMES))
def test_at_most_seven_that_fit_the_time_in_the_wizards_order(stage, time):
    steps = thirty_two()
    chosen = picked(steps, stage=stage, time=time)
    assert 1 <= len(chosen) <= MOST
    assert sum(step.minutes for step in chosen) <= BUDGET[time]
    assert [steps.index(step) for step in chosen] == sorted(steps.index(step) for step in chosen)


@pytest.mark.parametrize("stage", dict(STAGES))
@pytest.mark.parametrize("time", dict(TIMES))
def test_every_answer_picks_something_today(stage, time):
    assert picked(STEPS, stage=stage, time=time)


def test_without_both_answers_nothing_is_picked():
    assert picked(STEPS, stage="offer", time="") == ()
    assert picked(STEPS, stage="", time="days") == ()


def test_a_quarter_of_an_hour_with_an_offer_is_for_the_numbers():
    slugs = [step.slug for step in picked(STEPS, stage="offer", time="minutes")]
    assert "zopa" in slugs
    assert "company" not in slugs


def test_a_step_too_long_for_the_time_is_picked_if_there_is_no_other():
    long = (replace(STEPS[0], minutes=500, suits={"offer": 1}),)
    assert picked(long, stage="offer", time="minutes") == long
