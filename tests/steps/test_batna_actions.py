"""What makes the alternatives better: dated, ticked off, among the plan's dates while it is still to do."""

from __future__ import annotations

import re
import uuid
from datetime import date

import pytest

from groundwork.blocks import Table
from groundwork.money import Frame
from negotiation.models import Action, Batna, Zopa
from negotiation.steps import batna
from negotiation.steps.base import Answers, Dated, Given
from tests.steps.sending import HTMX, address, press

YEAR = Frame(currency="USD", period="year", basis="gross")
DAY = date(2026, 12, 1)


def answers(*actions):
    given = {"batna": Given(values=Batna(), more=actions), "zopa": Given(values=Zopa())}
    return Answers(frame=YEAR, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def add(filler, plan, pk=None, version=0, **values):
    data = {"then": "continue", "version": version, "kind": "apply", **values}
    return filler.post(address(plan, "batna", pk or uuid.uuid4()) + "?list=more", data)


def ticking(page):
    """The fields of the form behind the button that ticks the first action off."""
    forms = re.findall(r'<form method="post" action="([^"]*)">(.*?)</form>', page, re.S)
    where, inside = next(form for form in forms if 'name="done"' in form[1])
    return where, dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', inside))


def test_what_is_still_to_do_has_its_date_and_what_is_done_has_none():
    rows = (Action(text="Apply at the mill", day=DAY), Action(text="Call Ada", day=DAY, done=True), Action(text="Rest"))
    assert batna.STEP.dates(answers(*rows)) == [Dated(day=DAY, text="Apply at the mill", slug="batna")]
    assert [row.text for row in batna.results(answers(*rows))["to_do"]] == ["Apply at the mill", "Rest"]


def test_the_list_says_kind_day_and_that_it_is_done():
    given = answers()
    whole = Action(kind="apply", text="Apply", day=DAY, done=True)
    assert batna.action_summary(given, whole) == ["Apply elsewhere at the same time", "by 1 December 2026", "done"]
    assert batna.action_summary(given, Action(text="Apply")) == []


def test_the_private_brief_has_them_as_a_table():
    table = next(b for b in batna.brief(answers(Action(text="Apply", day=DAY))) if isinstance(b, Table))
    assert table.rows == (("Apply", "by 1 December 2026"),)
    assert not table.shareable


def test_one_is_added_under_its_own_list_and_reaches_hub_and_calendar(filler, plan):
    response = add(filler, plan, text="Apply at the mill", day="2026-12-01")
    assert response["Location"] == address(plan, "batna") + "#more"
    assert "Apply at the mill" in filler.get(f"/plans/{plan.pk}/").content.decode()
    assert "DTSTART;VALUE=DATE:20261201" in filler.get(f"/plans/{plan.pk}/dates.ics").content.decode()


def test_one_press_ticks_it_off_and_takes_it_from_the_dates(filler, plan):
    add(filler, plan, text="Ask “Ada” & Bo", day="2026-12-01")
    where, fields = ticking(filler.get(address(plan, "batna")).content.decode())
    fields["text"] = fields["text"].replace("&amp;", "&")
    assert filler.post(where.replace("&amp;", "&"), {**fields, "then": "continue"}).status_code == 302
    row = Action.objects.get()
    assert (row.done, row.text, row.day, row.kind) == (True, "Ask “Ada” & Bo", DAY, "apply")
    assert plan.states.get(slug="batna").dates == []


def test_htmx_request_keeps_the_button_in_the_panel(filler, plan):
    add(filler, plan, text="Apply at the mill")
    panel = filler.post(address(plan, "batna"), {"version": 0, "client": "", "horizon": "12"}, **HTMX)
    assert ticking(panel.content.decode())[1]["done"] == "on"


def test_a_day_that_has_passed_is_taken_and_still_to_do(filler, plan):
    assert add(filler, plan, text="Apply", day="2020-02-29").status_code == 302
    assert plan.states.get(slug="batna").dates[0]["day"] == "2020-02-29"


@pytest.mark.parametrize(("name", "value"), [("text", ""), ("day", "soon"), ("kind", "none")])
def test_what_cannot_be_used_is_said_beside_its_field_and_kept(filler, plan, name, value):
    response = add(filler, plan, **{"text": "Apply", name: value})
    assert response.status_code == 422
    assert f'id="id_{name}_error"' in response.content.decode()
    assert Action.objects.get().draft[name] == [value]


def test_an_unfinished_action_is_no_date(filler, plan):
    add(filler, plan, text="Apply", day="soon")
    assert plan.states.get(slug="batna").dates == []


def test_a_half_filled_step_keeps_everything(filler, plan):
    add(filler, plan, text="Apply")
    assert press(filler, plan, "batna", outgoings="2000", tax_percent="30").status_code == 302
    page = filler.get(address(plan, "batna")).content.decode()
    for words in ("Apply", "34,286 USD a year gross", "No alternative yet."):
        assert words in page
