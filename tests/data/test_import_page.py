"""The page: what comes of a file, for somebody new, for somebody with plans, and for a bad file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from negotiation.export import FORMAT, VERSION, dump
from negotiation.models import Batna, Plan, StepState
from negotiation.profiles.models import Candidate
from negotiation.services import profile_of
from offers.models import Offer
from tests import people
from tests.guard.world import browser_of

pytestmark = pytest.mark.django_db


def sent(client, content, **more):
    raw = (
        content if isinstance(content, bytes) else json.dumps({"format": FORMAT, "version": VERSION} | content).encode()
    )
    return client.post(reverse("import"), {"file": SimpleUploadedFile("mine.json", raw)}, **more)


def test_somebody_new_becomes_a_guest_with_the_plans_of_the_file():
    data = dump(people.full_plan(people.account("owner"), "owner").candidate)
    client = Client()
    text = sent(client, data, follow=True).content.decode()
    assert "Added: 1 plan, 3 offers." in text
    assert "Currency, language and time zone were taken from the file." in text
    guest = Candidate.objects.guests().get()
    assert client.session["guest"] == str(guest.pk)
    assert Plan.objects.get(candidate=guest).title == "owner_plan_title"


def test_what_came_can_be_opened_page_by_page():
    data = dump(people.full_plan(people.account("owner"), "owner").candidate)
    client = Client()
    sent(client, data)
    plan = Plan.objects.get(candidate__email=None)
    for name in ("plan", "brief", "compare"):
        assert client.get(reverse(name, args=[plan.pk])).status_code == 200
    states = {state.slug: state.state for state in StepState.objects.filter(plan=plan)}
    assert set(states.values()) == {"done"}


def test_a_plan_without_a_title_is_called_after_its_employer_there_too():
    client = Client()
    company = {"answers": {"name": "Farther Shore Lights"}}
    sent(client, {"plans": [{"steps": {"company": company}}]})
    plan = Plan.objects.get()
    assert "<h1>Farther Shore Lights</h1>" in client.get(reverse("plan", args=[plan.pk])).content.decode()


def test_a_bad_file_is_refused_and_nothing_and_nobody_comes_of_it():
    client = Client()
    for content in (b"Dear diary", b"", b"[" * 100_000 + b"]" * 100_000):
        response = sent(client, content)
        assert response.status_code == 422
        assert "There is a problem" in response.content.decode()
    assert client.post(reverse("import")).status_code == 422
    assert not Candidate.objects.exists()


def test_ids_in_a_file_never_reach_the_rows_of_others(owner, stranger):
    theirs = people.full_plan(stranger, "stranger")
    before = dump(stranger)
    offer = theirs.offer
    attack = {
        "plans": [{"id": str(theirs.pk), "offer": str(offer.pk), "compared": [str(offer.pk)], "title": "mine now"}]
    }
    attack["offers"] = [{"id": str(offer.pk), "employer": "mine now", "candidate": str(stranger.pk)}]
    sent(browser_of(owner), attack)
    assert {**dump(stranger), "made": ""} == {**before, "made": ""}
    assert Plan.objects.get(candidate=owner).offer.employer == "mine now"
    assert not Offer.objects.filter(pk=offer.pk, employer="mine now").exists()


def test_importing_twice_adds_twice_and_changes_nothing_that_was_there(owner):
    people.full_profile(owner, "owner")
    first = people.full_plan(owner, "owner")
    before = dump(owner)
    client = browser_of(owner)
    sent(client, before)
    sent(client, before)
    after = dump(owner)
    assert len(after["plans"]) == 3
    assert after["profile"] == before["profile"]
    assert after["settings"] == before["settings"]
    assert Plan.objects.get(pk=first.pk).states.get(slug="zopa").version == 1


def test_of_the_profile_only_blanks_are_filled(owner):
    profile = people.full_profile(owner, "owner")
    Batna.objects.filter(plan=profile).update(savings=None)
    answers = {"savings": "5", "outgoings": "7"}
    text = sent(browser_of(owner), {"profile": {"batna": {"answers": answers}}}, follow=True).content.decode()
    kept = Batna.objects.get(plan=profile_of(owner))
    assert (kept.savings, kept.outgoings) == (5, people.start_of("owner") / 20)
    assert "Added: 1 answer in your profile." in text
    assert profile.states.get(slug="batna").version == 2  # an open tab is told


def test_money_of_another_currency_does_not_slip_into_the_profile(owner):
    people.empty_plan(owner)
    data = {
        "settings": {"currency": "JPY"},
        "profile": {"batna": {"answers": {"savings": "5000000", "tax_percent": "20"}}},
    }
    sent(browser_of(owner), data)
    kept = Batna.objects.get(plan=profile_of(owner))
    assert (owner.currency, kept.savings, kept.tax_percent) == ("USD", None, 20)


def test_what_could_not_be_read_is_listed_with_its_place(owner):
    client = browser_of(owner)
    data = {"plans": [{"title": "One", "steps": {"zopa": {"answers": {"floor_fixed": "<b>lots</b>"}}}}]}
    text = sent(client, data, follow=True).content.decode()
    assert "plans 1 › steps › zopa › answers › floor_fixed" in text
    assert "Added: 1 plan." in text
    assert "What could not be read" not in client.get(reverse("import")).content.decode()


def test_all_or_nothing(owner, monkeypatch):
    def away(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("negotiation.import_adding.profile_filled", away)
    assert sent(browser_of(owner), {"plans": [{}], "offers": [{}], "profile": {"letters": {}}}).status_code == 500
    assert not Plan.objects.exists()
    assert not Offer.objects.exists()


def test_too_many_tries_are_stopped():
    client = Client()
    answers = [sent(client, b"x").status_code for _ in range(61)]
    assert answers == [422] * 60 + [429]
