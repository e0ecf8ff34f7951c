"""Entries that point at each other, out to a file and back: by names of the file, never by ids."""

from __future__ import annotations

import json

import pytest

from negotiation.export import dump, pointed_at
from negotiation.import_adding import add
from negotiation.import_file import opened
from negotiation.import_reading import read
from negotiation.models import KeyResult, Objective, Person, StoolAsk, Want
from tests import people

pytestmark = pytest.mark.django_db


def carried(data):
    return opened(json.dumps(data).encode())


def test_an_entry_points_at_the_copy_of_what_it_pointed_at():
    owner, guest = people.account("owner"), people.guest()
    people.full_plan(owner)
    first = dump(owner)
    found = read(carried(first))
    assert found.problems == []
    add(candidate=guest, found=found)
    ask = StoolAsk.objects.get(plan__candidate=guest, leg="budget")
    assert ask.result.objective.text == "owner_1_objective_text"
    for name in ("result", "want", "person"):
        assert getattr(ask, name).plan_id == ask.plan_id
    assert pointed_at() == {KeyResult, Objective, Person, Want}
    text = json.dumps(first)
    assert not any(str(row.pk) in text for model in pointed_at() for row in model.objects.all())


def test_what_was_typed_and_not_usable_yet_points_at_the_copy_too():
    owner, guest = people.account("owner"), people.guest()
    plan = people.full_plan(owner)
    result = KeyResult.objects.filter(plan=plan).first()
    StoolAsk.objects.filter(plan=plan, leg="budget").update(draft={"ask": ["x" * 300], "result": [str(result.pk)]})
    add(candidate=guest, found=read(carried(dump(owner))))
    copy = StoolAsk.objects.get(plan__candidate=guest, leg="budget")
    assert copy.draft["result"] == [str(copy.result_id)]


def plan_with(**steps):
    file = {"format": "groundwork", "version": "1", "plans": [{"steps": steps}]}
    return read(carried(file))


RESULT = {"id": "dark", "text": "Less than an hour dark"}


def test_the_order_of_the_steps_in_the_file_makes_no_difference():
    asks = {"entries": [{"leg": "budget", "ask": "parts", "result": "dark"}]}
    found = plan_with(stool=asks, mission={"more": [RESULT]})
    assert found.problems == []
    assert found.plans[0].given["stool"].rows[0].result == found.plans[0].given["mission"].more[0]


@pytest.mark.parametrize(
    ("steps", "place", "message"),
    [
        (
            {"stool": {"entries": [{"leg": "budget", "ask": "parts", "result": "gone"}]}},
            "plans 1 › steps › stool › entries 1 › result",
            "No key result in this plan has this id.",
        ),
        (
            {"mission": {"more": [RESULT]}, "stool": {"entries": [{"leg": "budget", "ask": "parts", "want": "dark"}]}},
            "plans 1 › steps › stool › entries 1 › want",
            "No want in this plan has this id.",
        ),
        (
            {"stool": {"entries": [{"leg": "budget", "ask": "parts", "person": ["ilse"]}]}},
            "plans 1 › steps › stool › entries 1 › person",
            "No person in this plan has this id.",
        ),
        (
            {"mission": {"more": [RESULT, RESULT]}},
            "plans 1 › steps › mission › more 2 › id",
            "Another entry of this plan has the same id.",
        ),
        (
            {"stool": {"entries": [{"id": "mine", "leg": "budget", "ask": "parts"}]}},
            "plans 1 › steps › stool › entries 1 › id",
            "Groundwork has nothing by this name.",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_named_and_nothing_else_is_lost(steps, place, message):
    found = plan_with(**steps)
    assert [(each.place, each.text) for each in found.problems] == [(place, message)]
    given = found.plans[0].given
    kept = [row.name for each in given.values() for row in (*each.rows, *each.more)]
    assert kept == [RESULT["text"]] * len(steps.get("mission", {}).get("more", [])) + ["Parts"] * ("stool" in steps)


def test_a_name_of_one_plan_means_nothing_in_another():
    steps = {"mission": {"more": [RESULT]}}, {"stool": {"entries": [{"leg": "budget", "ask": "x", "result": "dark"}]}}
    file = {"format": "groundwork", "version": "1", "plans": [{"steps": each} for each in steps]}
    assert [each.text for each in read(carried(file)).problems] == ["No key result in this plan has this id."]
