"""The profile: a new plan starts from a dated copy, and is told what has changed since."""

from __future__ import annotations

import pytest
from django.test import Client

from negotiation import services
from negotiation.models import Batna, Plan
from tests import people
from tests.steps.sending import HTMX

SECTION = "/profile/batna/"


@pytest.fixture
def owner(db):
    return people.account("owner")


@pytest.fixture
def signed_in(owner):
    client = Client()
    client.force_login(owner)
    return client


def save(client, version=0, **values):
    return client.post(SECTION, {"version": version, "then": "continue", **values})


def test_looking_makes_nothing_and_saving_makes_the_profile(signed_in, owner):
    signed_in.get("/profile/")
    signed_in.get(SECTION)
    assert not Plan.objects.exists()
    assert save(signed_in, outgoings="2,000").status_code == 302
    assert Plan.objects.get().kind == "profile"


def test_only_what_belongs_to_the_person_is_asked(signed_in):
    page = signed_in.get(SECTION).content.decode()
    assert 'name="outgoings"' in page
    assert 'name="motivation"' not in page


def test_htmx_request_saves_as_one_types(signed_in):
    response = signed_in.post(SECTION, {"version": 0, "outgoings": "2000"}, **HTMX)
    assert "Saved at" in response.content.decode()


def test_a_new_plan_starts_with_a_dated_copy(signed_in, owner):
    save(signed_in, outgoings="2000", tax_percent="30")
    plan = services.plan_start(candidate=owner)
    assert Batna.objects.get(plan=plan).outgoings == 2000
    assert plan.states.get(slug="batna").copied == plan.today
    assert "Copied from your profile on" in signed_in.get(f"/plans/{plan.pk}/batna/").content.decode()


def test_a_plan_is_told_what_changed_and_takes_it_over_when_asked(signed_in, owner):
    save(signed_in, outgoings="2000")
    plan = services.plan_start(candidate=owner)
    save(signed_in, version=1, outgoings="2500")
    page = signed_in.get(f"/plans/{plan.pk}/batna/").content.decode()
    assert "Your profile has changed since this was copied: What you spend in a month." in page
    assert Batna.objects.get(plan=plan).outgoings == 2000
    signed_in.post(f"/plans/{plan.pk}/batna/from-profile/")
    assert Batna.objects.get(plan=plan).outgoings == 2500


def test_the_profile_is_no_plan_to_open(signed_in, owner):
    save(signed_in, outgoings="2000")
    profile = Plan.objects.get()
    assert signed_in.get(f"/plans/{profile.pk}/").status_code == 404
    assert "No plan yet." in signed_in.get("/plans/").content.decode()


def test_ways_are_kept_and_a_strange_locale_is_asked_about(signed_in, owner):
    data = {"currency": "EUR", "period": "month", "basis": "net", "locale": "de", "zone": "Europe/Berlin"}
    assert signed_in.post("/profile/", data).status_code == 302
    owner.refresh_from_db()
    assert (owner.currency, owner.locale, owner.zone) == ("EUR", "de", "Europe/Berlin")
    response = signed_in.post("/profile/", data | {"locale": "klingon!"})
    assert response.status_code == 422
    assert 'value="klingon!"' in response.content.decode()


def test_a_new_plan_speaks_of_money_as_its_candidate_does(owner):
    owner.currency, owner.basis, owner.locale = "CHF", "net", "de_CH"
    owner.save()
    plan = services.plan_start(candidate=owner)
    assert (plan.frame.currency, plan.frame.basis, plan.locale) == ("CHF", "net", "de_CH")
