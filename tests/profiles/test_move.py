"""A guest signs in to an older account: everything comes along, once, in one transaction."""

import pytest
from django.urls import reverse

from groundwork.models import Removed, Revision
from groundwork.saving import Token
from negotiation.models import Batna, Plan
from negotiation.profiles.models import Candidate
from negotiation.profiles.services import candidate_move
from negotiation.scripts.models import Letters
from offers.models import Offer, Rate
from tests import people

pytestmark = pytest.mark.django_db


def sign_in(client):
    return client.post(reverse("account_login"), {"login": "owner@example.org", "password": people.PASSWORD})


def test_plans_offers_revisions_and_what_was_deleted_come_along(owner, guest, guest_client):
    people.full_plan(owner, "owner")
    plan = people.full_plan(guest, "guest")
    Revision.note(row=plan.pk, candidate_id=guest.pk, token=Token(client=None, seq=0, seen=0), posted={})
    Removed.objects.create(candidate=guest, title="gone", back_to="/", rows={"rows": [], "links": []})
    assert sign_in(guest_client).status_code == 302
    assert Candidate.objects.get() == owner
    assert Plan.objects.filter(candidate=owner).count() == 2
    assert Offer.objects.owned_by(owner.pk).count() == 6
    assert Offer.objects.count() == Offer.objects.filter(candidate=owner).count() == 10  # with their rounds
    assert Rate.objects.filter(candidate=owner).count() == 2
    assert Revision.objects.get().candidate == Removed.objects.get().candidate == owner
    assert "guest" not in guest_client.session
    assert guest_client.get(reverse("plan", args=[plan.pk])).status_code == 200


def test_it_happens_whole_or_not_at_all(owner, guest, monkeypatch):
    people.full_plan(guest, "guest")

    def away(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(Candidate, "delete", away)
    with pytest.raises(RuntimeError):
        candidate_move(guest_id=str(guest.pk), to=owner)
    assert Plan.objects.get().candidate == guest
    assert Offer.objects.filter(candidate=owner).count() == 0


def test_a_guest_without_a_row_brings_nothing(owner):
    candidate_move(guest_id="5f1c7bb0-0000-4000-8000-000000000000", to=owner)
    assert Candidate.objects.get() == owner


def test_an_account_is_never_moved_into_another(owner, stranger):
    people.empty_plan(stranger)
    candidate_move(guest_id=str(stranger.pk), to=owner)
    assert Plan.objects.get().candidate == stranger


def test_a_profile_comes_along_where_there_is_none(owner, guest):
    people.full_profile(guest, "guest")
    candidate_move(guest_id=str(guest.pk), to=owner)
    profile = Plan.objects.get(kind="profile")
    assert (profile.candidate, profile.letters.sender_name) == (owner, "guest_letters_sender_name")


def test_of_two_profiles_the_account_s_stays_and_its_blanks_are_filled(owner, guest):
    kept = people.full_profile(owner, "owner")
    Letters.objects.filter(plan=kept).update(sender_block="")
    Batna.objects.filter(plan=kept).delete()
    people.full_profile(guest, "guest")
    candidate_move(guest_id=str(guest.pk), to=owner)
    profile = Plan.objects.get(kind="profile")
    assert profile == kept
    assert profile.letters.sender_name == "owner_letters_sender_name"
    assert profile.letters.sender_block == "guest_letters_sender_block"
    assert profile.batna.savings == people.start_of("guest")
    assert [state.version for state in profile.states.order_by("slug")] == [2, 2]  # open tabs are told
    assert not Plan.objects.filter(candidate=guest.pk).exists()


def test_what_is_not_known_is_an_answer_and_stays(owner, guest):
    kept = people.full_profile(owner, "owner")
    Batna.objects.filter(plan=kept).update(savings=None)
    kept.states.filter(slug="batna").update(unknown=["savings"])
    people.full_profile(guest, "guest")
    candidate_move(guest_id=str(guest.pk), to=owner)
    assert Batna.objects.get(plan=kept).savings is None


def test_money_of_another_currency_is_not_mixed_in(owner, guest):
    kept = people.full_profile(owner, "owner")
    Batna.objects.filter(plan=kept).update(savings=None, tax_percent=None)
    Plan.objects.filter(pk=people.full_profile(guest, "guest").pk).update(currency="JPY")
    candidate_move(guest_id=str(guest.pk), to=owner)
    money = Batna.objects.get(plan=kept)
    assert (money.savings, money.tax_percent) == (None, 31)
