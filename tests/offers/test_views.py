"""The pages of the offers: who may, what they show, where they lead."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groundwork.models import Removed
from negotiation.profiles.models import Candidate
from offers.models import Offer, Term
from tests.offers.typed import HTMX, OFFER, send, send_term, words

pytestmark = pytest.mark.django_db


def addresses(offer: Offer, term: Term) -> list[tuple[str, str]]:
    one, both = [offer.pk], [offer.pk, term.pk]
    return [
        ("get", reverse("offer", args=one)),
        ("post", reverse("offer", args=one)),
        ("post", reverse("offer_delete", args=one)),
        ("get", reverse("term_pick", args=one)),
        ("get", reverse("term_new", args=[offer.pk, "extra"])),
        ("get", reverse("offer_value", args=one)),
        ("get", reverse("offer_letter", args=one)),
        ("post", reverse("offer_letter", args=one)),
        ("get", reverse("rounds", args=one)),
        ("post", reverse("round_add", args=one)),
        ("get", reverse("term", args=both)),
        ("post", reverse("term", args=both)),
        ("post", reverse("term_move", args=both)),
        ("post", reverse("term_delete", args=both)),
    ]


def test_to_a_stranger_an_offer_looks_like_one_that_never_was(as_stranger: Client, offer: Offer, term: Term):
    for method, address in addresses(offer, term):
        assert getattr(as_stranger, method)(address).status_code == 404, address
    assert Offer.objects.get() == offer
    assert Term.objects.get() == term


def test_nobody_is_led_to_sign_in_and_a_save_is_told(client: Client, offer: Offer, term: Term):
    for method, address in [*addresses(offer, term), ("get", reverse("offers")), ("get", reverse("offer_new"))]:
        response = getattr(client, method)(address)
        assert response.status_code == (302 if method == "get" else 401), address
    assert client.post(reverse("offer", args=[offer.pk]), headers=HTMX).status_code == 401


def test_a_term_belongs_to_its_offer(as_owner: Client, owner: Candidate, term: Term):
    other = Offer.objects.create(candidate=owner, version=1, employer="Other")
    for name in ("term", "term_move", "term_delete"):
        assert as_owner.post(reverse(name, args=[other.pk, term.pk])).status_code == 404
    assert send_term(as_owner, other, term.pk, version=0).status_code == 404


def test_the_list_says_what_each_offer_is(as_owner: Client, offer: Offer, term: Term):
    offer.expires = timezone.now().date() + timedelta(days=6)
    offer.save()
    page = words(as_owner.get(reverse("offers")))
    assert "45 EUR an hour gross, 40 hours a week" in page
    assert "Guaranteed in year 1 98,600 EUR gross" in page
    assert "6 days left" in page
    assert "Relocation" in page


def test_the_list_without_offers_leads_to_the_first(as_owner: Client):
    response = as_owner.get(reverse("offers"))
    assert "No offer yet." in words(response)
    assert reverse("offer_new") in response.content.decode()


def test_the_list_names_what_is_not_finished(as_owner: Client):
    send(as_owner, uuid.uuid4(), base="about 90", employer="Half Works")
    page = words(as_owner.get(reverse("offers")))
    assert "Half Works" in page
    assert "Not finished: Base pay." in page


def test_a_new_offer_speaks_of_money_as_the_candidate_does_and_makes_nothing(as_owner: Client, owner: Candidate):
    Candidate.objects.filter(pk=owner.pk).update(currency="JPY", period="month", basis="net")
    form = as_owner.get(reverse("offer_new")).context["form"]
    assert [form[name].value() for name in ("currency", "period", "basis")] == ["JPY", "month", "net"]
    assert form.suffix("base") == "JPY"
    assert form.suffix("bonus_amount") == "JPY a year net"
    assert not Offer.objects.exists()


def test_the_first_save_makes_the_offer_with_the_address_the_page_was_given(as_owner: Client, owner: Candidate):
    row = as_owner.get(reverse("offer_new")).context["row"]
    assert send(as_owner, row.pk).url == reverse("offers")
    made = Offer.objects.get()
    assert (made.pk, made.candidate, made.employer, made.currency) == (row.pk, owner, "Heron Works", "EUR")
    assert made.base == 45
    assert made.draft is None


def test_the_page_shows_years_the_working_and_the_questions(as_owner: Client, offer: Offer, term: Term):
    page = words(as_owner.get(reverse("offer", args=[offer.pk])))
    assert "Year 1 Guaranteed 98,600 EUR a year gross" in page
    assert "Year 2 Guaranteed 96,600 EUR a year gross" in page
    assert "Years 3 to 4, each Guaranteed 93,600 EUR a year gross" in page
    assert "45 EUR an hour gross × 40 hours × 52 weeks" in page
    assert "For an hour of work 45 EUR an hour gross" in page
    assert "once, in year 2, counted as guaranteed" in page
    assert "Is there a bonus?" in page
    assert "Is there a payment at the start?" not in page


def test_a_date_that_has_passed_is_kept_and_said(as_owner: Client, offer: Offer):
    gone = timezone.now().date() - timedelta(days=2)
    assert send(as_owner, offer.pk, version=1, expires=gone.isoformat()).status_code == 302
    offer.refresh_from_db()
    assert offer.expires == gone
    assert "The last day to accept has passed." in words(as_owner.get(reverse("offer", args=[offer.pk])))
    assert "passed 2 days ago" in words(as_owner.get(reverse("offers")))


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("/plans/1/compare/", True),
        ("https://elsewhere.example/", False),
        ("//elsewhere.example/", False),
        ("/\\elsewhere.example/", False),
        ("javascript:alert(1)", False),
        ("plans/", False),
    ],
)
def test_continue_goes_back_to_a_page_of_ours_only(as_owner: Client, offer: Offer, target: str, kept: bool):
    address = reverse("offer", args=[offer.pk])
    page = as_owner.get(address, {"next": target})
    assert (page.context["action"] != address) is kept
    response = as_owner.post(page.context["action"], OFFER | {"version": "1", "then": "continue"})
    assert response.url == (target if kept else reverse("offers"))


def test_deleting_can_be_undone_with_all_that_hung_on_it(as_owner: Client, offer: Offer, term: Term):
    response = as_owner.post(reverse("offer_delete", args=[offer.pk]), follow=True)
    assert "“Heron Works” was deleted." in words(response)
    assert not Offer.objects.exists()
    removed = Removed.objects.get()
    assert reverse("undo", args=[removed.pk]) in response.content.decode()
    as_owner.post(reverse("undo", args=[removed.pk]))
    assert Offer.objects.get().base == 45
    assert Term.objects.get().label == "Relocation"


@pytest.mark.parametrize("many", [2, 10])
def test_the_list_asks_the_database_the_same_for_few_and_many(
    as_owner: Client, owner: Candidate, many: int, django_assert_num_queries: Any
):
    for number in range(many):
        made = Offer.objects.create(candidate=owner, version=1, employer=f"E{number}", base=100)
        Term.objects.create(offer=made, version=1, label="Car", amount=1)
    as_owner.get(reverse("offers"))
    with django_assert_num_queries(4):  # session, candidate, offers, terms
        as_owner.get(reverse("offers"))


def test_the_page_of_an_offer_asks_little(as_owner: Client, offer: Offer, term: Term, django_assert_num_queries: Any):
    with django_assert_num_queries(5):  # session, candidate, offer, terms, whether there are rounds
        as_owner.get(reverse("offer", args=[offer.pk]))
