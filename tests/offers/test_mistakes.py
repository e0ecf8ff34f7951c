"""What goes wrong in ordinary hands: pressed twice, pasted oddly, undone in the wrong order, far too large."""

from __future__ import annotations

import json
import time
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from groundwork.models import Removed
from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from offers import services
from offers.models import Offer, Rate, Term
from offers.models.term import percents
from tests.offers.typed import TERM, send_term, words

D = Decimal


@pytest.mark.parametrize("name", ["stock", "discount"])
@pytest.mark.parametrize("typed", ["1e-1000000", "1E9", "0e-999999999", "0.00000000001"])
def test_a_number_too_long_to_work_with_is_refused_at_once(as_owner: Client, offer: Offer, name: str, typed: str):
    begun = time.monotonic()
    response = as_owner.get(reverse("offer_value", args=[offer.pk]), {"ask": "1", name: typed})
    assert response.status_code == 422
    assert name in response.context["form"].errors
    assert time.monotonic() - begun < 5


def test_a_counter_comes_back_only_after_its_offer(as_owner: Client, owner: Candidate, offer: Offer):
    as_owner.post(reverse("round_add", args=[offer.pk]), {"who": "me"})
    counter = offer.rounds.get()
    as_owner.post(reverse("offer_delete", args=[counter.pk]))
    as_owner.post(reverse("offer_delete", args=[offer.pk]))
    first, second = Removed.objects.order_by("at")
    as_owner.post(reverse("undo", args=[first.pk]))
    assert not Offer.objects.exists(), "a counter alone would look like an offer"
    as_owner.post(reverse("undo", args=[second.pk]))
    as_owner.post(reverse("undo", args=[first.pk]))
    assert Offer.objects.owned_by(owner.pk).get() == offer
    assert offer.rounds.get() == counter


def test_a_button_pressed_twice_makes_one_round(as_owner: Client, offer: Offer):
    for _ in range(3):
        response = as_owner.post(reverse("round_add", args=[offer.pk]), {"who": "them", "rounds": "0"}, follow=True)
    assert offer.rounds.count() == 1
    assert "The rounds had changed since this page was opened" in words(response)


def test_a_page_opened_before_the_list_was_full_adds_nothing(as_owner: Client, owner: Candidate, offer: Offer):
    Term.objects.bulk_create(Term(offer=offer, version=1, order=at) for at in range(services.MOST_TERMS + 1))
    assert send_term(as_owner, offer, uuid.uuid4()).status_code == 429
    Rate.objects.bulk_create(Rate(candidate=owner, version=1, order=at) for at in range(services.MOST_RATES + 1))
    typed = {"currency": "EUR", "other": "USD", "rate": "1.1", "as_of": "2026-11-01", "version": "0"}
    assert as_owner.post(reverse("rate", args=[uuid.uuid4()]), typed).status_code == 429
    assert (Term.objects.count(), Rate.objects.count()) == (services.MOST_TERMS + 1, services.MOST_RATES + 1)


def test_a_term_of_no_known_kind_is_not_there(as_owner: Client, offer: Offer):
    response = as_owner.post(reverse("term", args=[offer.pk, uuid.uuid4()]) + "?kind=junk", TERM | {"version": "0"})
    assert response.status_code == 404
    assert not Term.objects.exists()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("25, 25, 25, 25", [25, 25, 25, 25]),
        ("25 25 50", [25, 25, 50]),
        ("40/30/30", [40, 30, 30]),
        ("50 %, 50 %", [50, 50]),
        ("12,5; 12,5; 25; 50", ["12.5", "12.5", 25, 50]),
        ("12.5/87.5", ["12.5", "87.5"]),
        ("-50, 150", []),
        ("year 1: 25, year 2: 75", []),
        ("1e2", []),
        ("", []),
    ],
)
def test_a_schedule_is_read_whole_or_not_at_all(text: str, parts: list[Any]):
    assert percents(text) == tuple(D(part) for part in parts)


def compared(plan: Plan, browser: Client) -> str:
    return words(browser.get(reverse("compare", args=[plan.pk])))


def test_amounts_beyond_all_reason_still_make_a_page(as_owner: Client, owner: Candidate, offer: Offer):
    Offer.objects.create(candidate=owner, version=1, employer="Pier", currency="USD", base=1)
    grant = {"kind": "shares", "market": "public", "schedule": "own", "own_schedule": "100"}
    Term.objects.create(offer=offer, version=1, count=D(999_999_999_999), price=D("999999999999"), **grant)
    Rate.objects.create(candidate=owner, version=1, currency="EUR", other="USD", rate=999_999, as_of=date(2026, 11, 1))
    plan = Plan.objects.create(candidate=owner, currency="USD")
    assert "Heron Works" in compared(plan, as_owner)
    assert as_owner.get(reverse("offer_value", args=[offer.pk])).status_code == 200


def test_the_money_of_the_page_is_that_in_which_most_can_be_compared(as_owner: Client, owner: Candidate, offer: Offer):
    Offer.objects.create(candidate=owner, version=1, employer="Kestrel", currency="GBP", base=30_000)
    plan = Plan.objects.create(candidate=owner, currency="USD")
    page = as_owner.get(reverse("compare", args=[plan.pk])).content.decode()
    assert "currency=GBP&amp;other=EUR" in page, "the rate that is asked for is the one that is missing"
    Rate.objects.create(candidate=owner, version=1, currency="GBP", other="USD", rate=2, as_of=date(2026, 11, 1))
    Rate.objects.create(candidate=owner, version=1, currency="GBP", other="EUR", rate=3, as_of=date(2026, 11, 1))
    text = compared(plan, as_owner)
    assert "1 GBP is counted as 3 EUR" in text
    assert "Not compared" not in text


def test_the_buttons_of_a_new_offer_lead_on(as_owner: Client):
    typed = {"employer": "Mole", "currency": "EUR", "basis": "gross", "period": "year", "payments": "12"}
    typed |= {"bonus_certainty": "maybe", "version": "0"}
    for then, name in (("add", "term_pick"), ("letter", "offer_letter")):
        pk = uuid.uuid4()
        response = as_owner.post(reverse("offer", args=[pk]), typed | {"then": then})
        assert response.url == reverse(name, args=[pk])


def test_an_import_with_odd_turns_keeps_their_order(as_owner: Client, owner: Candidate, offer: Offer):
    as_owner.post(reverse("round_add", args=[offer.pk]), {"who": "them"})
    data = json.loads(as_owner.get(reverse("export")).content)
    data["offers"][0]["turn"], data["offers"][0]["rounds"][0]["turn"] = 32767, None
    file = SimpleUploadedFile("mine.json", json.dumps(data).encode(), "application/json")
    assert as_owner.post(reverse("import"), {"file": file}, follow=True).status_code == 200
    fresh = Offer.objects.owned_by(owner.pk).exclude(pk=offer.pk).get()
    assert (fresh.turn, fresh.rounds.get().turn) == (1, 0)
    as_owner.post(reverse("round_add", args=[fresh.pk]), {"who": "them"})
    assert fresh.rounds.count() == 2
