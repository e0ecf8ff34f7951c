"""The private return link: shown once, works elsewhere, replaced it is dead, and it is no way into an account."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from negotiation.profiles.models import Candidate, hash_of
from tests import people

pytestmark = pytest.mark.django_db


def made(client):
    page = client.post(reverse("return_new")).content.decode()
    return re.search(r"http://[^<\s]*/return/#([\w-]+)", page)[1]


def use(key, client=None):
    client = client or Client()
    return client, client.post(reverse("return_link"), {"key": key})


def test_it_opens_the_guest_s_plans_elsewhere(guest, guest_client):
    plan = people.half_plan(guest)
    client, response = use(made(guest_client))
    assert response.headers["Location"] == reverse("plans")
    assert client.get(reverse("plan", args=[plan.pk])).status_code == 200


def test_the_whole_link_may_be_pasted(guest, guest_client):
    assert use(f"http://localhost:8000/return/#{made(guest_client)}")[1].status_code == 302


def test_a_replaced_key_opens_nothing(guest, guest_client):
    old, new = made(guest_client), made(guest_client)
    assert use(old)[1].status_code == 422
    assert use(new)[1].status_code == 302


def test_only_its_hash_is_kept_and_it_is_never_in_an_address(guest, guest_client):
    key = made(guest_client)
    assert Candidate.objects.get().return_key == hash_of(key) != key
    assert key not in guest_client.get(reverse("return_link")).content.decode()


def test_it_ends_when_the_guest_signs_up(guest, guest_client):
    key = made(guest_client)
    guest_client.post(reverse("account_signup"), {"email": "maren@example.org", "password1": "four lamps on a rock"})
    client, response = use(key)
    assert response.status_code == 422
    assert client.get(reverse("plans")).status_code == 302


def test_coming_back_changes_the_session_s_id(guest, guest_client):
    client = Client()
    client.post(reverse("plans"))
    before = client.session.session_key
    client.post(reverse("return_link"), {"key": made(guest_client), "instead": "yes"})
    assert client.session.session_key != before


@pytest.mark.parametrize("key", ["", "#", "x", "\x00", "é" * 400, "a" * 501])
def test_what_is_no_key_gets_a_message(key):
    assert use(key)[1].status_code == 422


def test_guessing_is_limited():
    client = Client()
    assert [use("x" * 43, client)[1].status_code for _ in range(21)] == [422] * 20 + [429]


def test_an_account_has_no_return_link(owner_client):
    assert owner_client.post(reverse("return_new")).status_code == 302
    assert Candidate.objects.get().return_key is None
