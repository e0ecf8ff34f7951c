"""The way down in the step zopa: as many steps as entries, smaller and smaller, each for something in return."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Table, Text
from groundwork.money import Frame
from negotiation.models import Batna, Concession, Zopa
from negotiation.steps import zopa
from negotiation.steps.base import Answers, Given
from negotiation.steps.zopa_concessions import summary
from tests.steps.sending import HTMX, address, press
from tests.steps.test_rows import add

YEAR = Frame(currency="USD", period="year", basis="gross")
THREE = {"offer_fixed": Decimal(125), "target_fixed": Decimal(140), "market_high": Decimal(160)}


def row(number, **values):
    return Concession(**{"because": f"reason {number}", "in_return": f"thing {number}"} | values)


def answers(*rows, **values):
    given = {"zopa": Given(values=Zopa(**values), rows=rows), "batna": Given(values=Batna())}
    return Answers(frame=YEAR, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def way_down(*rows, **values):
    return zopa.results(answers(*rows, **values))["way_down"]


def test_the_worked_example_in_whole_numbers_each_step_smaller_than_the_one_before():
    found = way_down(row(1), row(2), row(3), **THREE)
    assert [step["ask"] for step in found["steps"]] == [f"{ask} USD a year gross" for ask in (146, 142, 140)]
    assert [step["give"] for step in found["steps"]] == [f"{give} USD a year gross" for give in (9, 4, 2)]
    assert [step["because"] for step in found["steps"]] == ["reason 1", "reason 2", "reason 3"]
    assert found["how"].startswith("From 155 USD a year gross to 140 USD a year gross, your target, in 3 steps")


def test_there_are_as_many_steps_as_finished_entries():
    assert len(way_down(row(1), row(2, draft={"because": ["x"]}), **THREE)["steps"]) == 1
    assert way_down(**THREE) == {"how": "", "steps": []}


def test_no_step_leads_below_the_minimum():
    found = way_down(row(1), row(2), **THREE, floor_fixed=Decimal(150))
    assert found["steps"][-1]["ask"] == "150 USD a year gross"
    assert "your minimum, which lies above your target" in found["how"]


def test_without_numbers_the_steps_wait_for_them():
    assert "once there is a number to open with and a target" in way_down(row(1))["how"]


def test_with_nothing_to_give_it_says_so():
    found = way_down(row(1), target_fixed=Decimal(140), opening=Decimal(140))
    assert found["steps"] == []
    assert "nothing below it" in found["how"]


def test_the_list_says_which_step_it_is_and_why():
    rows = (row(1, draft={"because": [""]}), row(2), row(3))
    given = answers(*rows, **THREE)
    assert [summary(given, one) for one in rows] == [
        ["because reason 1"],
        ["Step 1", "because reason 2"],
        ["Step 2", "because reason 3"],
    ]


def test_more_entries_than_there_can_be_steps_do_no_harm():
    rows = tuple(row(number) for number in range(25))
    given = answers(*rows, **THREE)
    assert len(zopa.results(given)["way_down"]["steps"]) == 20
    assert summary(given, rows[-1]) == ["because reason 24"]


def test_the_brief_has_them_in_the_private_version_only():
    blocks = zopa.brief(answers(row(1), row(2), **THREE))
    table = next(block for block in blocks if isinstance(block, Table) and block.head[0] == "Step")
    assert table.rows[0][1:] == ("145 USD a year gross", "10 USD a year gross", "reason 1", "thing 1")
    assert any(isinstance(block, Text) and block.text.startswith("From 155") for block in blocks)
    assert not any("reason 1" in str(block) for block in blocks if block.shareable)


def test_a_page_without_steps_invites_to_add_one(filler, plan):
    page = filler.get(address(plan, "zopa")).content.decode()
    assert '<a href="#entries">add a first step</a>' in page
    assert f"/plans/{plan.pk}/zopa/new/" in page


def test_a_step_is_added_shown_and_redrawn_while_typing(filler, plan):
    press(filler, plan, "zopa", counts="fixed", offer_fixed="125", target_fixed="140", market_high="160")
    assert add(filler, plan, "zopa", because="we both want this", in_return="a day at home").status_code == 302
    page = filler.get(address(plan, "zopa")).content.decode()
    assert "a day at home" in page
    data = {"version": 1, "client": "", "counts": "fixed", "offer_fixed": "125", "target_fixed": "130"}
    panel = filler.post(address(plan, "zopa"), data, **HTMX).content.decode()
    assert "From 135 USD a year gross to 130 USD a year gross, your target, in 1 step." in panel


@pytest.mark.parametrize("name", ["because", "in_return"])
def test_a_step_without_its_reason_or_what_comes_back_is_kept_and_not_counted(filler, plan, name):
    whole = {"because": "we both want this", "in_return": "a day at home"}
    response = add(filler, plan, "zopa", **whole | {name: ""})
    assert response.status_code == 422
    assert f'id="id_{name}_error"' in response.content.decode()
    kept = Concession.objects.get()
    assert kept.draft is not None
    assert "Not finished" in filler.get(address(plan, "zopa")).content.decode()


def test_ten_steps_are_enough(filler, plan):
    Concession.objects.bulk_create(Concession(plan=plan, because="a", in_return="b", order=n) for n in range(10))
    page = filler.get(address(plan, "zopa", "new"), follow=True).content.decode()
    assert "A list holds at most 10 entries." in page
