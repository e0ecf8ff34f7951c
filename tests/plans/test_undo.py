"""The way back, after other things have happened: a sign-in, a deleted offer, a save under way."""

from __future__ import annotations

import pytest
from django.test import Client

from groundwork.models import Removed
from groundwork.removing import put_back, remove
from negotiation.models import Alternative, Plan
from negotiation.profiles.services import candidate_move
from offers.models import Offer
from tests import people

pytestmark = pytest.mark.django_db


def deleted(thing, owner):
    return remove(thing, candidate_id=owner.pk, title="it", back_to="/plans/")


def test_a_guest_who_signs_in_takes_the_way_back_along():
    guest, account = people.guest(), people.account("owner")
    plan = people.full_plan(guest)
    pk = plan.pk
    deleted(plan, guest)
    candidate_move(guest_id=str(guest.pk), to=account)
    put_back(Removed.objects.get())
    assert Plan.objects.get(pk=pk).candidate == account


def test_a_plan_comes_back_without_an_offer_that_is_gone_since():
    owner = people.account("owner")
    plan = people.full_plan(owner)
    pk = plan.pk
    removed = deleted(plan, owner)
    for offer in Offer.objects.filter(candidate=owner):
        offer.delete()
    put_back(removed)
    back = Plan.objects.get(pk=pk)
    assert back.offer is None
    assert back.compared.count() == 0
    assert Alternative.objects.filter(plan=back).count() == 2


def test_the_start_page_does_not_raise_a_plan_from_the_dead(monkeypatch):
    owner = people.account("owner")
    plan = people.empty_plan(owner)
    client = Client()
    client.force_login(owner)
    from negotiation.views import plan as views

    def gone(*args):
        deleted(Plan.objects.get(pk=plan.pk), owner)
        return plan

    monkeypatch.setattr(views, "own_plan", gone)
    data = {"stage": "offer", "time": "days", "currency": "EUR", "period": "year", "basis": "gross", "title": ""}
    assert client.post(f"/plans/{plan.pk}/start/", data).status_code == 404
    assert not Plan.objects.exists()


def test_ways_do_not_bring_a_deleted_account_back(monkeypatch):
    owner = people.account("owner")
    client = Client()
    client.force_login(owner)
    from negotiation.profiles.models import Candidate
    from negotiation.views import profile as views

    def gone(request):
        Candidate.objects.all().delete()
        return owner

    monkeypatch.setattr(views, "candidate_of", gone)
    client.post("/profile/", {"currency": "EUR", "period": "year", "basis": "gross", "locale": "en", "zone": "UTC"})
    assert not Candidate.objects.exists()


def test_a_return_key_asks_before_it_leaves_plans_behind():
    here, there = people.guest(), people.guest()
    people.empty_plan(here)
    key = there.new_return_key()
    client = Client()
    session = client.session
    session["guest"] = str(here.pk)
    session.save()
    response = client.post("/return/", {"key": key})
    assert response.status_code == 422
    assert "left behind" in response.content.decode()
    assert client.session["guest"] == str(here.pk)
    assert client.post("/return/", {"key": key, "instead": "yes"}).status_code == 302
    assert client.session["guest"] == str(there.pk)


def test_a_return_key_says_so_to_somebody_signed_in():
    client = Client()
    client.force_login(people.account("owner"))
    response = client.post("/return/", {"key": people.guest().new_return_key()})
    assert response.status_code == 422
    assert "You are signed in." in response.content.decode()


def test_an_import_without_a_zone_or_currency_is_refused():
    from negotiation.import_reading import read

    found = read({"format": "groundwork", "version": "1", "settings": {"zone": None}, "plans": [{"currency": None}]})
    assert len(found.problems) == 2
