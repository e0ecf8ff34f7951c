"""Links of a plan's pages lead into the plan, those of the example into the example."""

import uuid

import pytest
from django.urls import NoReverseMatch

from negotiation.models import Plan
from negotiation.steps import BY_SLUG
from negotiation.templatetags.plan_links import plan_url

ZOPA = BY_SLUG["zopa"]


def sample(*, is_example):
    plan = Plan(pk=uuid.UUID(int=7))
    plan.is_example = is_example
    return plan


def test_a_plan_s_links_carry_its_id():
    plan = sample(is_example=False)
    assert plan_url(plan, "step", ZOPA) == f"/plans/{plan.pk}/zopa/"
    assert plan_url(plan, "plan") == f"/plans/{plan.pk}/"
    assert plan_url(plan, "plan_delete") == f"/plans/{plan.pk}/delete/"


def test_the_example_s_links_stay_in_it():
    plan = sample(is_example=True)
    assert [plan_url(plan, name) for name in ("plan", "brief", "compare")] == [
        "/example/",
        "/example/brief/",
        "/example/compare/",
    ]
    assert plan_url(plan, "step", ZOPA) == "/example/zopa/"


def test_the_example_has_no_page_that_changes_anything():
    assert plan_url(sample(is_example=True), "plan_delete") == ""


def test_a_name_that_is_no_page_is_an_error():
    with pytest.raises(NoReverseMatch):
        plan_url(sample(is_example=False), "nowhere")
