"""The hub: states, next step, what the call sheet lacks, dates; the same queries for small and large plans."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from negotiation import services
from negotiation.steps import STEPS
from tests import people


@pytest.fixture
def owner(db):
    return people.account("owner")


@pytest.fixture
def signed_in(owner):
    client = Client()
    client.force_login(owner)
    return client


def text_of(client, plan):
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]))


def test_an_empty_plan_lists_what_every_step_would_give(signed_in, owner):
    text = text_of(signed_in, people.empty_plan(owner))
    assert f"0 of {len(STEPS)} steps done" in text
    assert text.count("Not started") == len(STEPS)
    for waiting in ("the number you open with", "the number below which you say no", "your best alternative"):
        assert waiting in text


def test_each_gap_leads_to_its_very_field(signed_in, owner):
    plan = people.empty_plan(owner)
    page = signed_in.get(f"/plans/{plan.pk}/").content.decode()
    assert f'href="/plans/{plan.pk}/zopa/#id_floor_fixed"' in page
    assert f'href="/plans/{plan.pk}/batna/#entries"' in page
    for slug, field in re.findall(rf'href="/plans/{plan.pk}/(\w+)/#(\w+)"', page):
        assert f'id="{field}"' in signed_in.get(f"/plans/{plan.pk}/{slug}/").content.decode(), (slug, field)


def test_a_full_plan_is_done_and_lacks_nothing(signed_in, owner):
    text = text_of(signed_in, people.full_plan(owner))
    assert f"{len(STEPS)} of {len(STEPS)} steps done" in text
    assert "Nothing. It is complete." in text
    assert "See your brief" in text


def test_what_one_does_not_know_is_said_to_be_so(signed_in, owner):
    text = text_of(signed_in, people.half_plan(owner))
    assert "(you do not know yet)" in text


def test_the_two_questions_pick_and_the_rest_waits(signed_in, owner):
    plan = people.empty_plan(owner)
    data = {"stage": "offer", "time": "minutes", "currency": "EUR", "period": "month", "basis": "net", "title": ""}
    assert signed_in.post(f"/plans/{plan.pk}/start/", data).status_code == 302
    text = text_of(signed_in, plan)
    before, after = text.split("More steps")
    assert "Set your numbers" in before
    assert "Know the employer" in after
    assert "EUR a month net" in text


def test_unanswered_questions_are_asked_again_and_answers_kept(signed_in, owner):
    plan = people.empty_plan(owner)
    response = signed_in.post(f"/plans/{plan.pk}/start/", {"stage": "offer", "currency": "EUR"})
    assert response.status_code == 422
    text = response.content.decode()
    assert "Choose how much time there is." in text
    assert re.search(r'value="offer"[^>]*checked', text)


def test_next_goes_through_the_picked_steps_and_ends_at_the_hub(owner):
    from negotiation.steps import BY_SLUG
    from negotiation.views.step import next_after

    plan = people.empty_plan(owner)
    plan.stage, plan.time = "offer", "minutes"
    assert next_after(plan, BY_SLUG["company"]) == f"/plans/{plan.pk}/zopa/"
    assert next_after(plan, BY_SLUG["letters"]) == f"/plans/{plan.pk}/"


def test_dates_of_letters_and_offer_stand_on_the_hub_and_in_the_calendar(signed_in, owner):
    plan = people.full_plan(owner)
    text = text_of(signed_in, plan)
    assert "Friday 4 December 2026" in text
    file = signed_in.get(f"/plans/{plan.pk}/dates.ics")
    assert file["Content-Type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20261204" in file.content.decode()


def test_the_hub_costs_the_same_for_empty_and_full(signed_in, owner, django_assert_num_queries):
    plans = [people.empty_plan(owner), people.full_plan(owner)]
    for plan in plans:
        with django_assert_num_queries(4):
            signed_in.get(f"/plans/{plan.pk}/")


def test_the_list_of_plans_costs_the_same_for_one_and_ten(signed_in, owner, django_assert_num_queries):
    people.full_plan(owner)
    for _ in range(2):
        with django_assert_num_queries(4):
            signed_in.get("/plans/")
        for _ in range(9):
            people.empty_plan(owner)


def test_what_does_not_fit_together_is_named_with_a_way_to_it(signed_in, owner):
    plan = people.full_plan(owner)
    assert "What does not fit together" not in text_of(signed_in, plan)
    plan.zopa.target_fixed = plan.zopa.floor_fixed - 1
    plan.zopa.save()
    services.recheck(plan)
    assert "What does not fit together" in text_of(signed_in, plan)
    page = signed_in.get(f"/plans/{plan.pk}/").content.decode()
    assert f'href="/plans/{plan.pk}/zopa/#id_floor_fixed"' in page


def test_a_step_can_say_something_under_its_title(signed_in, owner):
    plan = people.empty_plan(owner)
    plan.states.create(slug="budget", version=1, figures={"says": ["2 rounds left"]})
    assert "2 rounds left" in text_of(signed_in, plan)


def test_deleting_a_plan_asks_first_and_can_be_undone_whole(signed_in, owner):
    plan = people.full_plan(owner)
    before = text_of(signed_in, plan)
    assert "Keep it" in signed_in.get(f"/plans/{plan.pk}/delete/").content.decode()
    page = signed_in.post(f"/plans/{plan.pk}/delete/", follow=True).content.decode()
    assert signed_in.get(f"/plans/{plan.pk}/").status_code == 404
    signed_in.post(re.search(r"/undo/[0-9a-f-]{36}/", page)[0])
    after = text_of(signed_in, plan)
    assert set(after.split(" ")) ^ set(before.split(" ")) == set()
    assert after == before


def test_recheck_mends_states_that_no_longer_hold(owner):
    plan = people.full_plan(owner)
    plan.states.update(gaps=[{"slug": "zopa", "field": "x", "missing": "x", "blocks": "x"}], dates=[])
    assert services.recheck(plan) == len(STEPS)
    assert plan.states.get(slug="letters").dates == [
        {"day": date(2026, 12, 4).isoformat(), "text": "You promised your answer", "slug": "letters"}
    ]
