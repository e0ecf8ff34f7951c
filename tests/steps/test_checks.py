"""`manage.py check` names what a step lacks."""

from __future__ import annotations

from dataclasses import replace

from negotiation.checks import problems
from negotiation.steps import BY_SLUG, STEPS

WHOLE = BY_SLUG["company"]


def test_the_wizard_is_whole():
    assert problems(STEPS) == []


def test_a_step_twice_is_named():
    assert problems((WHOLE, WHOLE)) == [f"{WHOLE.slug} stands twice in STEPS"]


def test_what_a_step_lacks_is_named():
    broken = replace(WHOLE, slug="nowhere", chapter="none", suits={"never": 1}, uses=("gone",), profile=("shoe",))
    assert problems((broken,)) == [
        "nowhere: chapter none is not known",
        "nowhere: template negotiation/steps/nowhere.html is missing",
        "nowhere: template negotiation/steps/nowhere.html#panel is missing",
        "nowhere: stage never is not known",
        "nowhere: uses gone, which is no step",
        "nowhere: shoe is no field of the form",
        "nowhere: tests/steps/test_nowhere.py is missing",
    ]
