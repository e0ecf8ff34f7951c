"""Which offers are compared, and which one the plan is about."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from negotiation import services
from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from negotiation.steps import BY_SLUG
from tests.compare.conftest import offered
from tests.offers.typed import words
from tests.people import account

pytestmark = pytest.mark.django_db


def choose(client: Client, plan: Plan, *offers: Any) -> Any:
    return client.post(
        reverse("compare_chosen", args=[plan.pk]), {"offers": [str(getattr(o, "pk", o)) for o in offers]}
    )


def about(client: Client, plan: Plan, offer: Any) -> Any:
    return client.post(reverse("compare_about", args=[plan.pk]), {"offer": str(getattr(offer, "pk", offer))})


def names(client: Client, plan: Plan) -> list[str]:
    return [column.name for column in client.get(reverse("compare", args=[plan.pk])).context["columns"]]


def test_none_chosen_compares_all_and_chosen_ones_only_those(as_owner: Client, owner: Candidate, plan: Plan):
    one, _, three = (offered(owner, name, 100) for name in "ABC")
    assert names(as_owner, plan) == ["A", "B", "C"]
    assert choose(as_owner, plan, three, one).url == reverse("compare", args=[plan.pk])
    assert names(as_owner, plan) == ["A", "C"]
    choose(as_owner, plan)
    assert names(as_owner, plan) == ["A", "B", "C"]


def test_one_is_too_few_and_eleven_are_too_many(as_owner: Client, owner: Candidate, plan: Plan):
    offers = [offered(owner, f"E{number}", 100) for number in range(11)]
    response = choose(as_owner, plan, offers[0])
    assert response.status_code == 422
    assert "Choose at least two, or none to compare all of them." in words(response)
    response = choose(as_owner, plan, *offers)
    assert response.status_code == 422
    assert "Choose at most 10: more do not fit side by side." in words(response)
    assert response.content.decode().count(" checked") >= 11
    assert not plan.compared.exists()


def test_of_more_than_ten_the_newest_are_shown_and_it_is_said(as_owner: Client, owner: Candidate, plan: Plan):
    for number in range(12):
        offered(owner, f"E{number}", 100)
    assert names(as_owner, plan) == [f"E{number}" for number in range(2, 12)]
    assert "the newest ten are shown" in words(as_owner.get(reverse("compare", args=[plan.pk])))


@pytest.mark.parametrize("strange", [uuid.uuid4(), "x", "\0", ""])
def test_only_own_offers_can_be_chosen(as_owner: Client, owner: Candidate, plan: Plan, strange: Any):
    mine = offered(owner, "A", 100)
    assert choose(as_owner, plan, mine, strange).status_code == 422
    assert choose(as_owner, plan, mine, offered(account("supporter"), "B", 100)).status_code == 422
    assert not plan.compared.exists()


def test_the_plan_is_about_an_offer_until_it_is_not(as_owner: Client, owner: Candidate, plan: Plan):
    offer = offered(owner, "A", 100)
    assert about(as_owner, plan, offer).url == reverse("compare", args=[plan.pk])
    plan.refresh_from_db()
    assert plan.offer == offer
    assert "this plan is about it" in words(as_owner.get(reverse("compare", args=[plan.pk])))
    about(as_owner, plan, "")
    plan.refresh_from_db()
    assert plan.offer is None


@pytest.mark.parametrize("strange", [uuid.uuid4(), "x", "\0"])
def test_a_plan_is_about_nobody_elses_offer(as_owner: Client, plan: Plan, strange: Any):
    assert about(as_owner, plan, strange).status_code == 404
    assert about(as_owner, plan, offered(account("supporter"), "B", 100)).status_code == 404
    plan.refresh_from_db()
    assert plan.offer is None


def test_the_steps_that_read_the_offers_pay_are_looked_at_again(as_owner: Client, owner: Candidate, plan: Plan):
    state = services.state_refresh(plan=plan, step=BY_SLUG["zopa"])
    assert "offer_fixed" in [gap["field"] for gap in state.gaps]
    plan.states.filter(slug="zopa").update(skipped=True)
    about(as_owner, plan, offered(owner, "A", 100))
    state.refresh_from_db()
    assert "offer_fixed" not in [gap["field"] for gap in state.gaps]
    assert state.skipped
    assert [other.slug for other in plan.states.all()] == ["zopa"]
