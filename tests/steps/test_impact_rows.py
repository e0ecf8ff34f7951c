"""The rows of the step impact as they are typed: what is refused, what one press makes, what the page costs."""

from __future__ import annotations

import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiation.models import Effect, Impact, Pain, Zopa
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

SURE = {"likelihood": Decimal(100), "first_year": Decimal(100)}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Enter what you would do, in a few words."),
        ({"does": "x"}, "Choose what it is."),
        ({"volume": "2", "saving": "3", "price": "4", "amount": "25"}, "Your three numbers come to 24."),
        ({"amount": "10", "low": "11"}, "This must be the same as or less than the likely amount."),
        ({"volume": "2", "saving": "3", "price": "4", "high": "23"}, "the same as or more than the likely amount."),
        ({"saving": "1,500"}, "This can be read as 1.5 or as 1500."),
        ({"likelihood": "101"}, "Enter a number from 0 to 100."),
    ],
)
def test_numbers_that_cannot_be_right_are_asked_about_and_kept(filler, plan, values, message):
    data = ({"does": "x", "kind": "saving"} if len(values) and "does" not in values else {}) | values
    pk = uuid.uuid4()
    response = filler.post(address(plan, "impact", pk), {"then": "continue", "version": 0, "pain": "kept", **data})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert Effect.objects.get(pk=pk).draft["pain"] == ["kept"]


def test_the_same_amount_typed_twice_is_no_contradiction(filler, plan):
    data = {"does": "x", "kind": "saving", "volume": "2", "saving": "0,5", "price": "4", "amount": "4"}
    filler.post(address(plan, "impact", uuid.uuid4()), {"then": "continue", "version": 0, **data})
    assert (Effect.objects.get().draft, Effect.objects.get().saving) == (None, Decimal("0.5"))


def test_a_pain_becomes_a_row_with_one_press_and_only_once(filler, plan):
    pain = Pain.objects.create(plan=plan, pain="Slow\nand costly", version=1)
    assert ">Make it a row<" in filler.get(address(plan, "impact")).content.decode()
    for chosen in (pain.pk, pain.pk, uuid.uuid4(), "none"):
        filler.post(address(plan, "impact", "from"), {"pain": chosen})
    assert [(row.pain, row.does, row.order) for row in Effect.objects.all()] == [("Slow\nand costly", "", 1)]
    assert ">Make it a row<" not in filler.get(address(plan, "impact")).content.decode()
    assert plan.states.get(slug="impact").gaps[0]["missing"] == "the numbers behind “Slow\nand costly”"


def test_somebody_elses_pain_and_a_full_list_add_nothing(filler, plan):
    theirs = people.empty_plan(people.account("stranger"))
    foreign = Pain.objects.create(plan=theirs, pain="Secret", version=1)
    assert filler.post(address(theirs, "impact", "from"), {"pain": foreign.pk}).status_code == 404
    answer = filler.post(address(plan, "impact", "from"), {"pain": foreign.pk}, follow=True)
    assert "It was not added" in words(answer)
    mine = Pain.objects.create(plan=plan, pain="Slow", version=1)
    Effect.objects.bulk_create(Effect(plan=plan, does=str(n), order=n) for n in range(20))
    filler.post(address(plan, "impact", "from"), {"pain": mine.pk})
    assert Effect.objects.count() == 20


def test_an_empty_list_begins_with_six_common_effects(filler, plan):
    filler.post(address(plan, "impact", "starters"))
    filler.post(address(plan, "impact", "starters"))
    assert Effect.objects.filter(plan=plan).count() == 6
    assert "Nothing counts yet" in words(filler.get(address(plan, "impact")))


def test_the_ask_follows_the_step_that_sets_the_numbers(filler, plan):
    plan.currency = "EUR"
    plan.save()
    Impact.objects.create(plan=plan)
    Effect.objects.create(plan=plan, does="x", kind="saving", amount=1000, proof="y", version=1, **SURE)
    assert "To set an ask against it" in words(filler.get(address(plan, "impact")))
    press(filler, plan, "zopa", counts="fixed", target_fixed="150", offer_fixed="100")
    assert Zopa.objects.get(plan=plan).target_fixed == 150
    assert "The ask is 10 % of the impact: 100 EUR a year gross more for you" in words(
        filler.get(address(plan, "impact"))
    )


def test_htmx_request(filler, plan):
    Effect.objects.create(plan=plan, does="Sell", kind="revenue", amount=1000, proof="y", version=1, **SURE)
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "margin": "20"}
    panel = filler.post(address(plan, "impact"), data, **HTMX)
    assert "200 USD in the first year" in words(panel)
    assert "<html" not in panel.content.decode()


def test_the_page_costs_as_many_queries_with_twenty_rows_as_with_one(filler, plan):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "impact"))
        return len(seen)

    Effect.objects.create(plan=plan, does="x", kind="saving", amount=10, version=1, **SURE)
    Pain.objects.create(plan=plan, pain="Slow", version=1)
    one = cost()
    Effect.objects.bulk_create(Effect(plan=plan, does=str(n), amount=n, kind="saving", **SURE) for n in range(19))
    Pain.objects.bulk_create(Pain(plan=plan, pain=f"Slow {n}") for n in range(19))
    assert cost() == one <= 12
