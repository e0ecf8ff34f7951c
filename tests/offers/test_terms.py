"""What is paid on top of an offer: rows of their own."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from groundwork.models import Removed
from offers.models import Offer, Term
from tests.offers.typed import send_term, words

pytestmark = pytest.mark.django_db


def test_a_new_term_is_made_by_its_first_save(as_owner: Client, offer: Offer):
    row = as_owner.get(reverse("term_new", args=[offer.pk, "extra"])).context["row"]
    assert not Term.objects.exists()
    response = send_term(as_owner, offer, row.pk)
    assert response.url == reverse("offer", args=[offer.pk]) + "#terms"
    assert [(e.pk, e.label, e.amount) for e in offer.terms.all()] == [(row.pk, "Car", 1200)]


def test_the_way_back_goes_along(as_owner: Client, offer: Offer, term: Term):
    there = "?next=%2Fplans%2F"
    page = as_owner.get(reverse("term", args=[offer.pk, term.pk]) + there)
    assert page.context["action"].endswith(there)
    assert page.context["back"] == reverse("offer", args=[offer.pk]) + there + "#terms"
    response = as_owner.post(reverse("term_move", args=[offer.pk, term.pk]) + there)
    assert response.url == reverse("offer", args=[offer.pk]) + there + "#terms"


def test_what_is_missing_or_wrong_is_asked_beside_it(as_owner: Client, offer: Offer):
    response = send_term(as_owner, offer, uuid.uuid4(), label="", amount="some", every="once", year="")
    assert response.status_code == 422
    errors = response.context["form"].errors
    assert errors["label"] == ["Enter what it is."]
    assert errors["amount"] == ["Enter one number, in digits."]
    assert errors["year"] == ["Enter the year in which it is paid, from 1 to 4."]
    assert 'value="some"' in response.content.decode()


@pytest.mark.parametrize("year", ["0", "5", "1.5", "x"])
def test_what_comes_once_is_paid_in_one_of_four_years(as_owner: Client, offer: Offer, year: str):
    response = send_term(as_owner, offer, uuid.uuid4(), every="once", year=year)
    assert response.context["form"].errors["year"] == ["Enter a whole number from 1 to 4."]


def test_what_comes_every_year_needs_no_year(as_owner: Client, offer: Offer):
    assert send_term(as_owner, offer, uuid.uuid4(), year="").status_code == 302
    page = words(as_owner.get(reverse("offer", args=[offer.pk])))
    assert "Car 1,200 EUR a year gross" in page


def test_a_term_without_an_amount_becomes_a_question(as_owner: Client, offer: Offer):
    send_term(as_owner, offer, uuid.uuid4(), amount="")
    page = words(as_owner.get(reverse("offer", args=[offer.pk])))
    assert "How much is this: Car?" in page
    assert "Amount not known yet" in page


def test_terms_move_up_and_down(as_owner: Client, offer: Offer):
    for label in "ABC":
        send_term(as_owner, offer, uuid.uuid4(), label=label)
    last = offer.terms.last()
    for to, expected in [("up", "ACB"), ("up", "CAB"), ("up", "CAB"), ("down", "ACB")]:
        as_owner.post(reverse("term_move", args=[offer.pk, last.pk]), {"to": to})
        assert "".join(e.label for e in offer.terms.all()) == expected


def test_a_deleted_term_can_be_put_back(as_owner: Client, offer: Offer, term: Term):
    response = as_owner.post(reverse("term_delete", args=[offer.pk, term.pk]))
    assert response.url == reverse("offer", args=[offer.pk]) + "#terms"
    assert not Term.objects.exists()
    as_owner.post(reverse("undo", args=[Removed.objects.get().pk]))
    assert Term.objects.get() == term


@pytest.mark.parametrize("many", [1, 20])
def test_many_terms_cost_no_more_queries(as_owner: Client, offer: Offer, many: int, django_assert_num_queries: Any):
    Term.objects.bulk_create([Term(offer=offer, version=1, label=f"E{n}", amount=n) for n in range(many)])
    with django_assert_num_queries(5):
        as_owner.get(reverse("offer", args=[offer.pk]))
