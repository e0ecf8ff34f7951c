"""The rounds of an offer: kept in order, held against each other, and never an offer of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from negotiation.profiles.models import Candidate
from offers import changes
from offers.calc.difference import PART_TERMS, TERMS
from offers.forms import OfferForm
from offers.models import Offer, Term
from offers.services import MOST_ROUNDS
from tests.offers.typed import send, words

pytestmark = pytest.mark.django_db


def add(client: Client, offer: Offer, who: str = "them") -> Any:
    return client.post(reverse("round_add", args=[offer.pk]), {"who": who})


def page_of(client: Client, offer: Offer) -> Any:
    return client.get(reverse("rounds", args=[offer.pk]))


def titles(client: Client, offer: Offer) -> list[str]:
    return [shown["round"].title for shown in page_of(client, offer).context["rounds"]]


def changed(offer: Offer, **values: Any) -> None:
    Offer.objects.filter(pk=offer.pk).update(**values)


def test_when_they_come_back_what_stood_is_kept_and_the_offer_goes_on(as_owner: Client, offer: Offer, term: Term):
    changed(offer, said_on=timezone.now().date() - timedelta(days=9), notes="mine", place="Haven", tax_rate=31)
    assert add(as_owner, offer).url.split("?")[0] == reverse("offer", args=[offer.pk])
    kept = offer.rounds.get()
    offer.refresh_from_db()
    assert (kept.turn, kept.mine, kept.said_on) == (0, False, timezone.now().date() - timedelta(days=9))
    assert (offer.of_id, offer.turn, offer.said_on) == (None, 1, timezone.now().date())
    copied = {name: getattr(kept, name) for name in OfferForm.base_fields if name != "said_on"}
    assert copied == {name: getattr(offer, name) for name in copied}
    assert (kept.base, kept.notes, kept.place, kept.candidate_id) == (45, "mine", "Haven", offer.candidate_id)
    same = ("kind", "label", "amount", "every", "year", "order")
    assert (
        list(kept.terms.values_list(*same))
        == list(offer.terms.values_list(*same))
        == [("extra", "Relocation", 3000, "once", 2, 1)]
    )
    assert kept.terms.get() != offer.terms.get()


def test_a_counter_begins_as_a_copy_and_changes_nothing_of_theirs(as_owner: Client, offer: Offer, term: Term):
    response = add(as_owner, offer, "me")
    counter = offer.rounds.get()
    assert response.url == reverse("offer", args=[counter.pk])
    assert (counter.mine, counter.turn, counter.base) == (True, 1, 45)
    assert counter.terms.get().label == "Relocation"
    before = offer.version
    offer.refresh_from_db()
    assert (offer.turn, offer.version) == (0, before)


def test_the_difference_is_against_what_they_had_offered_before_never_against_the_counter(
    as_owner: Client, offer: Offer, term: Term
):
    add(as_owner, offer, "me")
    changed(offer.rounds.get(), base=60)
    add(as_owner, offer)
    changed(offer, base=50, sign_on=8000)
    assert titles(as_owner, offer) == ["First offer", "Your counter", "Revised offer"]
    response = page_of(as_owner, offer)
    counter, revised = (shown["change"] for shown in response.context["rounds"][1:])
    # 15 x 40 x 52 = 31,200 a year; 5 x 2,080 = 10,400 a year and 3,000 once.
    assert counter.sum == "31,200 EUR gross more in year 1, 124,800 EUR gross more over four years."
    assert revised.sum == "13,400 EUR gross more in year 1, 44,600 EUR gross more over four years."
    assert response.context["gain"] == revised
    rows = {line.label: (line.before, line.after, line.by) for line in revised.lines}
    assert rows["Base pay"] == (
        "93,600 EUR a year gross, guaranteed",
        "104,000 EUR a year gross, guaranteed",
        "41,600 EUR gross more in four years",
    )
    assert rows["Sign-on payment"][2] == "3,000 EUR gross more in four years"
    assert "Relocation" not in rows
    assert "What has moved since their first offer 13,400 EUR gross more in year 1" in words(response)


def test_the_gain_spans_all_rounds_and_may_be_less(as_owner: Client, offer: Offer):
    for base in (50, 40):
        add(as_owner, offer)
        changed(offer, base=base)
    assert titles(as_owner, offer) == ["First offer", "Revised offer", "Revised offer"]
    response = page_of(as_owner, offer)
    assert response.context["gain"].sum == "10,400 EUR gross less in year 1, 41,600 EUR gross less over four years."
    last = response.context["rounds"][-1]["change"]
    assert last.sum.startswith("20,800 EUR gross less in year 1")


def test_one_round_alone_shows_no_gain(as_owner: Client, offer: Offer):
    response = page_of(as_owner, offer)
    assert [shown["change"] for shown in response.context["rounds"]] == [None]
    assert response.context["gain"] is None
    assert "What has moved" not in words(response)


def test_terms_that_are_no_money_are_told_line_by_line(as_owner: Client, offer: Offer):
    granted = {"amount": 40_000, "market": "public", "schedule": "even", "vest_years": 4, "cadence": "12"}
    Term.objects.create(offer=offer, version=1, kind="shares", label="Grant", **granted)
    changed(offer, leave_days=25, clawback_months=24)
    add(as_owner, offer)
    Term.objects.filter(offer=offer).update(schedule="front", cadence="3", cliff=12)
    changed(offer, leave_days=30, clawback_months=12)
    revised = page_of(as_owner, offer).context["rounds"][-1]["change"]
    rows = {line.label: (line.before, line.after) for line in revised.lines}
    assert rows["Grant: How do they become yours?"] == ("25/25/25/25", "33/33/22/12")
    assert rows["Grant: Months from one part to the next"] == ("12", "3")
    assert rows["Paid days off a year"] == ("25", "30")
    assert rows["Months you must stay to keep it"] == ("24", "12")
    # 5 days x 93,600 / 260 = 1,800
    assert "The more days off are worth 1,800 EUR a year gross" in revised.sum


def test_every_term_that_can_change_has_words():
    assert set(TERMS) <= set(OfferForm.base_fields)
    assert {*PART_TERMS, "schedule", "cliff", "cadence"} <= set(changes.PARTS)


def test_in_other_money_no_sum_is_made(as_owner: Client, offer: Offer):
    add(as_owner, offer)
    changed(offer, currency="SEK")
    response = page_of(as_owner, offer)
    assert response.context["gain"] is None
    assert "The first and the present offer are in different money" in words(response)
    assert "no difference can be worked out" in words(response)


def test_without_base_pay_no_sum_is_made(as_owner: Client, offer: Offer):
    changed(offer, base=None)
    add(as_owner, offer)
    changed(offer, base=45)
    assert "Base pay is not known on one side: no sum can be made." in words(page_of(as_owner, offer))


def test_there_are_at_most_twenty(as_owner: Client, owner: Candidate, offer: Offer):
    Offer.objects.bulk_create([Offer(candidate=owner, of=offer, turn=n, version=1) for n in range(MOST_ROUNDS)])
    for who in ("them", "me"):
        response = as_owner.post(reverse("round_add", args=[offer.pk]), {"who": who}, follow=True)
        assert "An offer holds at most 20 rounds. Delete one to add another." in words(response)
    assert offer.rounds.count() == MOST_ROUNDS == 20


@pytest.mark.parametrize("who", ["", "us", "THEM"])
def test_whose_round_it_is_must_be_said(as_owner: Client, offer: Offer, who: str):
    assert add(as_owner, offer, who).status_code == 404
    assert as_owner.get(reverse("round_add", args=[offer.pk])).status_code == 405
    assert not offer.rounds.exists()


def test_a_round_has_no_rounds_of_its_own(as_owner: Client, offer: Offer):
    add(as_owner, offer, "me")
    counter = offer.rounds.get()
    assert page_of(as_owner, counter).status_code == 404
    assert add(as_owner, counter).status_code == 404
    assert Offer.objects.count() == 2


def test_the_page_of_a_round_says_what_it_is_and_leads_back_to_the_rounds(as_owner: Client, offer: Offer):
    add(as_owner, offer)
    add(as_owner, offer, "me")
    first, counter = offer.rounds.order_by("turn")
    there = reverse("rounds", args=[offer.pk])
    for one, called in ((first, "An earlier offer of theirs"), (counter, "Your counter")):
        page = as_owner.get(reverse("offer", args=[one.pk]))
        assert called in words(page)
        assert page.context["back"] == there
        assert send(as_owner, one.pk, version=1, base="77").url == there
    counter.refresh_from_db()
    offer.refresh_from_db()
    assert (counter.base, offer.base) == (77, 45)


@pytest.mark.parametrize("many", [1, 19])
def test_many_rounds_cost_no_more_queries(
    as_owner: Client, owner: Candidate, offer: Offer, many: int, django_assert_num_queries: Any
):
    for turn in range(many):
        made = Offer.objects.create(candidate=owner, of=offer, turn=turn, version=1, base=10 + turn, currency="EUR")
        Term.objects.create(offer=made, version=1, label="Car", amount=turn)
    changed(offer, turn=many)
    with django_assert_num_queries(6):  # session, candidate, offer, its terms, rounds, their terms
        page_of(as_owner, offer)
