"""Signing up keeps a guest's row; signing in brings what a guest holds along; nothing breaks without mail."""

import pytest
from django.test import Client
from django.urls import reverse

from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from tests import people
from tests.guard.world import browser_of

pytestmark = pytest.mark.django_db
PAGES = ["account", "account_login", "account_signup", "account_logout", "account_change_password", "account_inactive"]
NEW = {"email": "Maren@Example.org", "password1": "four lamps on a rock"}


def sign_in(client, email="owner@example.org", password=people.PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password} | more)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["nobody", "guest", "owner"])
def test_every_page_answers_everybody(name, who, request):
    response = request.getfixturevalue(f"{who}_client").get(reverse(name))
    assert response.status_code in (200, 302)
    text = response.content.decode()
    assert "reset" not in text
    assert "None" not in text
    if response.status_code == 200:
        assert 'href="/static/css/base.css"' in text
        assert "placeholder" not in text


def test_a_guest_who_signs_up_keeps_the_row_and_the_plans(guest, guest_client):
    plan = people.half_plan(guest)
    assert guest_client.post(reverse("account_signup"), NEW).status_code == 302
    account = Candidate.objects.get()
    assert (account.pk, account.email) == (guest.pk, "maren@example.org")
    assert guest_client.get(reverse("plan", args=[plan.pk])).status_code == 200
    assert sign_in(Client(), NEW["email"], NEW["password1"]).headers["Location"] == reverse("plans")


def test_signing_up_out_of_nowhere_makes_an_empty_account():
    client = Client()
    assert client.post(reverse("account_signup"), NEW).status_code == 302
    assert Candidate.objects.get().email == "maren@example.org"
    assert client.get(reverse("plans")).status_code == 200


def test_an_address_that_is_taken_is_said_and_nothing_is_made(owner, guest, guest_client):
    response = guest_client.post(reverse("account_signup"), NEW | {"email": "OWNER@example.org"})
    assert response.status_code == 200
    text = response.content.decode()
    assert "There is an account with this address already." in text
    assert "OWNER@example.org" in text
    assert Candidate.objects.filter(email=None).count() == 1


@pytest.mark.parametrize(
    ("email", "password"), [("no address", "four lamps on a rock"), ("a@example.org", "short"), ("", "")]
)
def test_what_cannot_be_an_account_gets_a_message_and_stays_typed(email, password):
    response = Client().post(reverse("account_signup"), {"email": email, "password1": password})
    text = response.content.decode()
    assert "There is a problem" in text
    assert f'value="{email}"' in text or not email
    assert "alid " not in text
    assert not Candidate.objects.exists()


def test_a_wrong_password_keeps_the_typed_address(owner):
    response = sign_in(Client(), password="wrong and long enough")
    text = response.content.decode()
    assert "This address and this password do not belong together." in text
    assert 'value="owner@example.org"' in text
    assert "wrong and long enough" not in text


def test_an_unknown_address_is_answered_like_a_wrong_password(owner):
    said = "This address and this password do not belong together."
    assert said in sign_in(Client(), email="nobody@example.org").content.decode()


def test_tries_are_limited_and_the_limit_is_said(owner):
    client = Client()
    for _ in range(5):
        sign_in(client, password="wrong and long enough")
    text = sign_in(client).content.decode()
    assert "Too many tries" in text
    assert client.get(reverse("account")).status_code == 302


def test_sign_ups_from_one_address_are_limited():
    answers = [Client().post(reverse("account_signup"), {"email": "", "password1": ""}).status_code for _ in range(21)]
    assert answers[:20] == [200] * 20
    assert answers[20] == 429


def test_the_session_gets_a_new_id(owner, guest, guest_client):
    before = guest_client.session.session_key
    sign_in(guest_client)
    after = guest_client.session.session_key
    assert before != after
    old = Client()
    old.cookies["sessionid"] = before
    assert old.get(reverse("plans")).status_code == 302


def test_signing_in_leads_back_to_one_s_own_page_and_never_elsewhere(owner):
    assert sign_in(Client(), next="/offers/").headers["Location"] == "/offers/"
    for far in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        assert sign_in(Client(), next=far).headers["Location"] == reverse("plans")


def test_signing_out_ends_it_by_post_only(owner_client):
    assert owner_client.get(reverse("account_logout")).status_code == 200
    assert owner_client.get(reverse("account")).status_code == 200
    assert owner_client.post(reverse("account_logout")).headers["Location"] == reverse("home")
    assert owner_client.get(reverse("account")).status_code == 302


def test_a_password_is_changed_with_the_present_one_only(owner, owner_client):
    new = {"password1": "nine warm kettles sing", "password2": "nine warm kettles sing"}
    wrong = owner_client.post(reverse("account_change_password"), {"oldpassword": "wrong and long", **new})
    assert "This is not your present password." in wrong.content.decode()
    assert (
        owner_client.post(reverse("account_change_password"), {"oldpassword": people.PASSWORD, **new}).status_code
        == 302
    )
    assert sign_in(Client()).status_code == 200
    assert sign_in(Client(), password=new["password1"]).status_code == 302


def test_a_changed_password_is_said(owner_client):
    new = {"oldpassword": people.PASSWORD, "password1": NEW["password1"], "password2": NEW["password1"]}
    response = owner_client.post(reverse("account_change_password"), new, follow=True)
    assert response.redirect_chain[-1][0] == reverse("account")
    assert "Your password has been changed." in response.content.decode()


def test_changing_the_password_signs_other_devices_out(owner, owner_client):
    other = browser_of(owner)
    new = {"oldpassword": people.PASSWORD, "password1": "nine warm kettles sing", "password2": "nine warm kettles sing"}
    owner_client.post(reverse("account_change_password"), new)
    assert other.get(reverse("account")).status_code == 302
    assert owner_client.get(reverse("account")).status_code == 200


def test_an_account_is_no_guest(owner, owner_client):
    people.empty_plan(owner)
    text = owner_client.get(reverse("account")).content.decode()
    assert "owner@example.org" in text
    assert "You are a guest" not in text
    assert Plan.objects.count() == 1
