"""The page that reads offers from a table: what was read is shown first, and added once, when that is confirmed."""

from __future__ import annotations

import html
import re
from decimal import Decimal

import pytest
from django.urls import reverse

from offers.models import Offer
from offers.services import MOST_OFFERS
from tests import people
from tests.guard.world import browser_of
from tests.offers.table.sending import BAD, TABLE, confirmed, hidden, send
from tests.offers.typed import words

pytestmark = pytest.mark.django_db


def employers():
    return [offer.employer for offer in Offer.objects.all()]


def textarea(response):
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", response.content.decode(), re.S)
    return html.unescape(found[1])


def test_the_page_begins_with_the_candidates_own_money(owner, as_owner):
    owner.currency, owner.period, owner.basis = "CHF", "month", "net"
    owner.save()
    page = as_owner.get(reverse("offer_import")).content.decode()
    assert '<option value="CHF" selected>' in page
    assert re.search(r'value="month"[^>]*checked', page)
    assert re.search(r'value="net"[^>]*checked', page)
    assert "Nothing is added before you say so." in page


def test_the_list_leads_to_it_and_to_the_file(as_owner, offer):
    page = as_owner.get(reverse("offers")).content.decode()
    assert f'<a href="{reverse("offer_import")}">Read offers from a table or CSV</a>' in page
    assert f'<a href="{reverse("offers_csv")}">Download them as CSV</a>' in page


def test_reading_shows_every_line_as_it_was_understood_and_adds_nothing(as_owner):
    response = send(as_owner)
    page = words(response)
    assert response.status_code == 200
    assert "Heron Works, Keeper 45 EUR an hour gross, 40 hours a week" in page
    assert "4,500.50 EUR a month gross, 12 payments a year" in page
    assert "Bonus, percent of base pay 10" in page
    assert "The last day on which you can accept 1 December 2026" in page
    assert "Add these 2 offers" in page
    assert not Offer.objects.exists()


def test_confirming_adds_the_lines_in_their_order(as_owner, owner):
    response = confirmed(as_owner)
    assert response["Location"] == reverse("offers")
    assert employers() == ["Heron Works", "Osprey & Sons"]
    found = Offer.objects.get(role="Warden")
    assert (found.candidate_id, found.version, found.draft, found.of) == (owner.pk, 1, None, None)
    assert (found.base, found.currency, found.basis, found.period) == (Decimal("4500.5"), "EUR", "gross", "month")
    assert "2 offers added." in words(as_owner.get(response["Location"]))


def test_a_file_is_read_and_its_text_stands_on_the_page_to_be_confirmed(as_owner):
    response = send(as_owner, "", file="\ufeff" + TABLE.replace("\n", "\r\n"))
    assert textarea(response) == TABLE
    send(as_owner, textarea(response), do="add", **hidden(response))
    assert employers() == ["Heron Works", "Osprey & Sons"]


def test_a_file_that_was_chosen_counts_before_the_text(as_owner):
    seen = hidden(send(as_owner))
    response = send(as_owner, TABLE, do="add", file="Employer\nOther Works", **seen)
    assert "Other Works" in words(response)
    assert textarea(response) == "Employer\nOther Works"
    assert not Offer.objects.exists()


def test_the_same_page_sent_twice_adds_once_and_a_new_reading_adds_again(as_owner):
    seen = hidden(send(as_owner))
    send(as_owner, do="add", **seen)
    response = send(as_owner, do="add", **seen)
    assert len(employers()) == 2
    assert "Nothing was added twice." in words(as_owner.get(response["Location"]))
    confirmed(as_owner)
    assert len(employers()) == 4


def test_each_bad_line_is_named_and_the_others_can_still_be_added(as_owner):
    page = words(send(as_owner, BAD))
    for told in (
        "Line 4, Base pay Enter one number, in digits.",
        "Line 4, Answer by Enter the date as year-month-day",
        "Line 5, Employer Enter the employer’s name.",
        "Add these 2 offers",
    ):
        assert told in page
    response = confirmed(as_owner, BAD)
    assert employers() == ["Heron Works", "Osprey & Sons"]
    assert "These lines were not wholly read: 4, 5. Look at them again." in words(as_owner.get(response["Location"]))


def test_what_was_changed_after_reading_is_shown_again_before_it_is_added(as_owner):
    seen = hidden(send(as_owner))
    response = send(as_owner, TABLE.replace("45;", "99;"), do="add", **seen)
    assert response.status_code == 200
    assert "99 EUR an hour" in words(response)
    assert "USD an hour" in words(send(as_owner, do="add", **seen, currency="USD"))
    assert not Offer.objects.exists()


def test_adding_without_having_seen_anything_shows_it_first(as_owner):
    assert send(as_owner, do="add").status_code == 200
    assert send(as_owner, do="add", seal="", batch="\x00").status_code == 200
    assert not Offer.objects.exists()


def test_without_currency_period_or_basis_it_asks(as_owner):
    response = as_owner.post(reverse("offer_import"), {"text": TABLE, "do": "read"})
    assert response.status_code == 422
    assert words(response).count("Choose one of these.") >= 2
    assert textarea(response) == TABLE


def test_it_leads_back_to_where_one_came_from_and_never_elsewhere(as_owner):
    page = as_owner.get(reverse("offer_import") + "?next=/plans/").content.decode()
    assert f'action="{reverse("offer_import")}?next=%2Fplans%2F"' in page
    seen = hidden(send(as_owner))
    assert send(as_owner, do="add", next="/plans/", **seen)["Location"] == "/plans/"
    for elsewhere in ("//evil.example", "https://evil.example/", "/%5Cevil.example"):
        assert send(as_owner, do="add", next=elsewhere, **hidden(send(as_owner)))["Location"] == reverse("offers")


def test_a_candidate_keeps_at_most_so_many_offers_and_is_told_the_room(as_owner, owner):
    Offer.objects.bulk_create([Offer(candidate=owner, employer="x", version=1) for _ in range(MOST_OFFERS - 1)])
    response = confirmed(as_owner)
    assert response.status_code == 422
    assert "There is room for 1 more. You can keep 500 offers." in words(response)
    assert textarea(response) == TABLE
    assert Offer.objects.count() == MOST_OFFERS - 1
    confirmed(as_owner, "Employer\nLast")
    assert "There is room for no more." in words(confirmed(as_owner))


def test_a_guest_can_do_it_and_nobody_is_asked_to_sign_in(client):
    guest = people.guest()
    assert confirmed(browser_of(guest)).status_code == 302
    assert {offer.candidate_id for offer in Offer.objects.all()} == {guest.pk}
    assert client.get(reverse("offer_import")).status_code == 302
    assert send(client).status_code == 401
    assert client.get(reverse("offers_csv")).status_code == 302


def test_somebody_elses_offers_do_not_show_up_and_count_for_nothing(as_owner, as_stranger, offer):
    seen = hidden(send(as_owner))
    send(as_stranger, do="add", **seen)
    send(as_owner, do="add", **seen)
    assert sorted(employers()) == ["Heron Works", "Heron Works", "Heron Works", "Osprey & Sons", "Osprey & Sons"]
    offer.employer = "Only Mine"
    offer.save()
    for page in ("offers", "offers_csv", "offer_import"):
        assert "Only Mine" not in as_stranger.get(reverse(page)).content.decode()


def test_htmx_request_is_answered_as_a_page(as_owner):
    assert as_owner.post(reverse("offer_import"), {}, HTTP_HX_REQUEST="true").status_code == 422


@pytest.mark.parametrize("number", [1, 50])
def test_the_same_number_of_queries_for_one_line_and_for_many(as_owner, number, django_assert_num_queries):
    text = "Employer;Base pay\n" + "\n".join(f"Heron {n};{n + 1}k" for n in range(number))
    with django_assert_num_queries(2):  # session and account
        seen = hidden(send(as_owner, text))
    with django_assert_num_queries(8):
        send(as_owner, text, do="add", **seen)
    with django_assert_num_queries(3):
        as_owner.get(reverse("offers_csv"))
    assert len(employers()) == number


HOSTILE = [
    '<script>alert(1)</script>;1\n"><img src=x onerror=alert(2)>;2',
    "{{ 7|add:7 }}{% now %};2\n=HYPERLINK(1);1",
    "\x00\x1b[31m\u202etext;1\n\ufeff\ud7ff;2",
    '"unclosed;1\nfine;2',
    ";" * 5000 + "\nfine;2",
    "a;" + "9" * 90_000,
]


@pytest.mark.parametrize("lines", HOSTILE)
def test_hostile_text_is_shown_as_text_and_harms_nothing(as_owner, lines):
    text = f"Employer;Base pay\n{lines}"
    response = send(as_owner, text)
    assert response.status_code in (200, 422)
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    if response.status_code == 200:
        assert send(as_owner, textarea(response), do="add", **hidden(response)).status_code == 302
    assert as_owner.get(reverse("offers")).status_code == 200
