"""What hangs on an offer with rounds: plans, other pages, what is put back, a page left open."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from groundwork.models import Removed
from negotiation.export import dump
from negotiation.models import Alternative, Plan
from negotiation.profiles.models import Candidate
from offers.models import Offer, Term
from tests.offers.test_rounds import add, changed, page_of, titles
from tests.offers.typed import send, words

pytestmark = pytest.mark.django_db


def test_a_deleted_round_can_be_put_back_in_its_place(as_owner: Client, offer: Offer, term: Term):
    add(as_owner, offer)
    add(as_owner, offer, "me")
    first = offer.rounds.get(mine=False)
    assert as_owner.post(reverse("offer_delete", args=[first.pk])).url == reverse("rounds", args=[offer.pk])
    assert titles(as_owner, offer) == ["First offer", "Your counter"]
    as_owner.post(reverse("undo", args=[Removed.objects.get().pk]))
    assert titles(as_owner, offer) == ["First offer", "Revised offer", "Your counter"]
    assert offer.rounds.get(mine=False).terms.get().label == "Relocation"


def test_deleting_the_offer_takes_its_rounds_and_putting_it_back_brings_them(
    as_owner: Client, offer: Offer, term: Term
):
    add(as_owner, offer)
    add(as_owner, offer, "me")
    as_owner.post(reverse("offer_delete", args=[offer.pk]))
    assert not Offer.objects.exists()
    as_owner.post(reverse("undo", args=[Removed.objects.get().pk]))
    assert titles(as_owner, offer) == ["First offer", "Revised offer", "Your counter"]
    assert Term.objects.count() == 3


def test_plans_go_on_pointing_at_the_offer_that_stands(as_owner: Client, owner: Candidate, offer: Offer):
    plan = Plan.objects.create(candidate=owner, currency="EUR", offer=offer)
    plan.compared.add(offer)
    row = Alternative.objects.create(plan=plan, kind="offer", offer=offer, version=1)
    add(as_owner, offer)
    add(as_owner, offer, "me")
    changed(offer, base=50)
    plan.refresh_from_db()
    row.refresh_from_db()
    assert plan.offer == row.offer == plan.compared.get() == offer
    assert plan.offer.base == 50


def test_rounds_are_never_offers_of_their_own(as_owner: Client, owner: Candidate, offer: Offer):
    plan = Plan.objects.create(candidate=owner, currency="EUR")
    changed(offer, employer="Now")
    add(as_owner, offer)
    add(as_owner, offer, "me")
    offer.rounds.filter(mine=False).update(employer="Before")
    offer.rounds.filter(mine=True).update(employer="Asked")
    listed = words(as_owner.get(reverse("offers")))
    compared = as_owner.get(reverse("compare", args=[plan.pk]))
    rows = words(as_owner.get(reverse("row_new", args=[plan.pk, "batna"])))
    assert [column.name for column in compared.context["columns"]] == ["Now"]
    for page in (listed, words(compared), rows):
        assert "Now" in page
        assert "Before" not in page
        assert "Asked" not in page
    for one in offer.rounds.all():
        chosen = {"offers": [str(offer.pk), str(one.pk)]}
        assert as_owner.post(reverse("compare_chosen", args=[plan.pk]), chosen).status_code == 422
        assert as_owner.post(reverse("compare_about", args=[plan.pk]), {"offer": str(one.pk)}).status_code == 404
    plan.refresh_from_db()
    assert plan.offer is None
    assert [each["employer"] for each in dump(owner)["offers"]] == ["Now"]


def test_a_page_left_open_over_a_new_round_overwrites_nothing_unseen(as_owner: Client, offer: Offer):
    send(as_owner, offer.pk, version=1, notes="typed")
    add(as_owner, offer)
    assert send(as_owner, offer.pk, version=2, notes="from before").status_code == 409
    assert send(as_owner, offer.pk, version=3, notes="after").status_code == 302


def test_what_was_typed_and_cannot_be_used_stays_where_it_was_typed(as_owner: Client, offer: Offer):
    send(as_owner, offer.pk, version=1, base="about 50")
    add(as_owner, offer)
    offer.refresh_from_db()
    assert offer.draft["base"] == ["about 50"]
    assert offer.rounds.get().draft is None


def test_somebody_elses_are_not_there(as_stranger: Client, as_owner: Client, offer: Offer):
    add(as_owner, offer)
    assert page_of(as_stranger, offer).status_code == 404
    assert add(as_stranger, offer).status_code == 404
    assert as_stranger.get(reverse("offer", args=[offer.rounds.get().pk])).status_code == 404
    assert offer.rounds.count() == 1
