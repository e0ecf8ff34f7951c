"""The asks of the step stool as they are typed: what is refused, what they may point at, what the page costs."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiation.models import KeyResult, Person, StoolAsk, Want
from negotiation.stool import stool_facts
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

PARTS = {"leg": "budget", "ask": "to spend up to a fixed sum on spare parts."}


def test_an_example_becomes_an_ask_with_one_press_and_only_once(filler, plan):
    for _ in range(2):
        answer = filler.post(address(plan, "stool", "example"), {"leg": "growth", "trade": "nurse"})
    (row,) = StoolAsk.objects.filter(plan=plan)
    assert (row.leg, row.ask) == ("growth", stool_facts().legs["growth"].examples["nurse"])
    assert answer.headers["Location"] == address(plan, "stool", row.pk)
    for wrong in ({"leg": "growth", "trade": "king"}, {"leg": "tail", "trade": "nurse"}, {}):
        assert filler.post(address(plan, "stool", "example"), wrong).status_code == 404


def test_what_they_said_can_be_taken_back(filler, plan):
    row = StoolAsk.objects.create(plan=plan, **PARTS, reply="no", version=1)
    data = {"then": "continue", "version": 1, "leg": "budget", "ask": "parts", "reply": ""}
    filler.post(address(plan, "stool", row.pk), data)
    row.refresh_from_db()
    assert row.reply == ""


def test_an_empty_list_begins_with_four_common_asks_once(filler, plan):
    filler.post(address(plan, "stool", "starters"))
    filler.post(address(plan, "stool", "starters"))
    assert StoolAsk.objects.filter(plan=plan).count() == 4
    page = words(filler.get(address(plan, "stool")))
    assert "I would like one course a year that we choose together, as working time." in page


@pytest.mark.parametrize(("field", "model", "told"), [
    ("result", KeyResult, {"text": "Theirs"}),
    ("want", Want, {"want": "Theirs"}),
    ("person", Person, {"who": "Theirs"}),
])  # fmt: skip
def test_an_ask_points_at_what_is_in_this_plan_and_at_nothing_else(filler, plan, field, model, told):
    foreign = model.objects.create(plan=people.empty_plan(people.account("stranger")), version=1, **told)
    mine = model.objects.create(plan=plan, version=1, **dict.fromkeys(told, "Mine"))
    page = filler.get(address(plan, "stool", "new")).content.decode()
    assert "Mine" in page
    assert "Theirs" not in page
    data = {"then": "continue", "version": 0, "leg": "budget", "ask": "parts"}
    refused = filler.post(address(plan, "stool", uuid.uuid4()), data | {field: foreign.pk})
    assert refused.status_code == 422
    assert "This is not there any more." in words(refused)
    filler.post(address(plan, "stool", uuid.uuid4()), data | {field: mine.pk})
    assert getattr(StoolAsk.objects.get(draft__isnull=True), field) == mine


@pytest.mark.parametrize(
    ("values", "message"),
    [({"ask": "parts"}, "Choose the leg it belongs to."), ({"leg": "budget"}, "Enter what you ask for.")],
)
def test_an_ask_needs_its_leg_and_its_words_and_keeps_the_rest(filler, plan, values, message):
    pk = uuid.uuid4()
    answer = filler.post(address(plan, "stool", pk), {"then": "continue", "version": 0, "reason": "kept", **values})
    assert answer.status_code == 422
    assert message in words(answer)
    assert StoolAsk.objects.get(pk=pk).draft["reason"] == ["kept"]


def test_the_pay_follows_the_step_that_sets_the_numbers(filler, plan):
    plan.currency = "EUR"
    plan.save()
    assert "there already: pay, a budget" in words(filler.get(address(plan, "stool")))
    press(filler, plan, "zopa", counts="fixed", target_fixed="150", offer_fixed="100")
    assert "You open with 200 EUR a year gross." in words(filler.get(address(plan, "stool")))


def test_htmx_request(filler, plan):
    StoolAsk.objects.create(plan=plan, **PARTS, version=1)
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "begin": "Let us see what it takes"}
    panel = filler.post(address(plan, "stool"), data, **HTMX)
    assert "Let us see what it takes. I would like to spend" in words(panel)
    assert "<html" not in panel.content.decode()


def test_the_page_costs_as_many_queries_with_thirty_rows_as_with_one(filler, plan):
    def cost(*rest):
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "stool", *rest))
        return len(seen)

    result = KeyResult.objects.create(plan=plan, text="Dark", version=1)
    row = StoolAsk.objects.create(plan=plan, **PARTS, result=result, version=1)
    one, alone = cost(), cost(row.pk)
    StoolAsk.objects.bulk_create(StoolAsk(plan=plan, **PARTS, result=result) for _ in range(29))
    KeyResult.objects.bulk_create(KeyResult(plan=plan, text=str(n)) for n in range(19))
    Want.objects.bulk_create(Want(plan=plan, want=str(n)) for n in range(49))
    Person.objects.bulk_create(Person(plan=plan, who=str(n)) for n in range(29))
    assert cost() == one <= 12
    assert cost(row.pk) == alone <= 12
