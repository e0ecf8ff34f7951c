"""The page of a letter: nothing is ticked for its reader, nothing is stored but what is taken over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from offers.models import Offer, Term
from tests.offers.typed import words

pytestmark = pytest.mark.django_db
LETTER = """Your base salary will be €52,000 per year. You work 38 hours per week.
You will receive a sign-on bonus of 5,000 EUR. We pay up to €4,000 towards your relocation.
A car allowance of €300 per month is paid. The night shift premium is €3 per hour.
You have 28 days of annual leave. Your first day is 1 September 2027.
Please sign by 05/06/2027. Lunch on 3 May 2027 costs €12."""


def test_the_page_asks_for_the_text_and_stores_nothing(as_owner: Client, offer: Offer):
    page = as_owner.get(reverse("offer_letter", args=[offer.pk]))
    assert page.status_code == 200
    assert "data-autosave" not in page.content.decode()


def test_everything_is_shown_and_nothing_is_ticked(post: Any, offer: Offer):
    page = post(LETTER)
    assert page.status_code == 200
    html = page.content.decode()
    assert "checked" not in html
    assert "Base pay: 52,000 EUR a year" in words(page)
    assert "“" not in page.context["lines"][0].candidate.quote
    assert "Your base salary will be €52,000 per year." in words(page)
    assert "now: 45, An hour" in words(page)
    assert "05/06/2027 can be read as two dates: enter it yourself." in words(page)
    assert page.context["reading"].unread == ("Lunch on 3 May 2027 costs €12.",)
    assert "Lunch on 3 May 2027 costs €12." in words(page)
    offer.refresh_from_db()
    assert (offer.version, offer.base, Term.objects.count()) == (1, 45, 0)


def test_a_line_that_says_what_is_there_has_no_now(post: Any):
    line = next(line for line in post(LETTER).context["lines"] if "Sign-on" in line.candidate.says)
    assert line.now == []


@pytest.mark.parametrize(
    ("held", "now"),
    [
        ({"base": None}, []),
        ({"base": None, "period": "month"}, []),
        ({"base": 45, "period": "year"}, ["45"]),
        ({"base": 52_000, "period": "month"}, ["52,000", "A month"]),
        ({"base": 52_000, "period": "year"}, []),
        ({"base": 0, "period": "year"}, ["0"]),
    ],
)
def test_what_the_offer_holds_is_shown_only_if_it_holds_what_the_line_is_about(
    post: Any, offer: Offer, held: dict[str, Any], now: list[str]
):
    Offer.objects.filter(pk=offer.pk).update(**held)
    page = post("Your base salary will be €52,000 per year.")
    assert page.context["lines"][0].now == now
    assert ("now:" in words(page)) == bool(now)


def test_the_text_is_in_the_page_and_nowhere_else(post: Any, take: Any):
    secret = LETTER + "\nThe word of the day is heron-and-otter."
    assert "heron-and-otter" in post(secret).content.decode()
    take(secret, "Base pay")
    assert not any("heron" in repr(row.get_decoded()) for row in Session.objects.all())
    assert not any("heron" in repr(row.__dict__) for row in [*Offer.objects.all(), *Term.objects.all()])


def test_what_is_ticked_is_taken_over(take: Any, offer: Offer):
    response = take(LETTER, "Base pay", "Leave", "First day", "Relocation", "Car")
    assert response.url == reverse("offer", args=[offer.pk])
    offer.refresh_from_db()
    assert (offer.base, offer.period, offer.base_written) == (52_000, "year", True)
    assert (offer.leave_days, offer.leave_written, offer.starts) == (28, True, date(2027, 9, 1))
    assert (offer.version, offer.employer, offer.sign_on, offer.sign_on_written) == (2, "Heron Works", 5000, False)
    terms = [(row.kind, row.label, row.amount, row.written, row.version) for row in offer.terms.all()]
    assert terms == [
        ("extra", "Relocation", 4000, True, 1),
        ("allowance", "Car allowance", 300, True, 1),
    ]
    assert offer.terms.first().certainty == "maybe"


def test_the_next_page_says_how_much_was_taken_over(take: Any, as_owner: Client):
    response = take(LETTER, "Base pay", "Leave")
    assert "2 lines of the letter were taken over into the offer." in words(as_owner.get(response.url))


def test_without_a_tick_nothing_happens_and_it_is_said(take: Any, offer: Offer):
    response = take(LETTER)
    assert response.status_code == 422
    assert "Tick at least one line" in words(response)
    offer.refresh_from_db()
    assert offer.version == 1


def test_what_is_not_clear_cannot_be_ticked(post: Any, offer: Offer):
    page = post(LETTER)
    line = next(line for line in page.context["lines"] if "Last day" in line.candidate.says)
    assert f'value="{line.candidate.key}"' not in page.content.decode()
    response = post(LETTER, do="take", tick=[line.candidate.key], version="1")
    assert response.status_code == 422
    offer.refresh_from_db()
    assert offer.expires is None


def test_what_a_form_still_needs_can_be_answered_on_the_page(take: Any, offer: Offer):
    page = take(LETTER, "Base pay", "Night")
    assert page.status_code == 422
    assert "Enter how many a week" in words(page)
    offer.refresh_from_db()
    assert (offer.base, Term.objects.count()) == (45, 0), "one refusal refuses all"
    line = next(line for line in page.context["lines"] if line.asked)
    name = line.asked[0].html_name
    assert f'name="{name}"' in page.content.decode()
    assert page.content.decode().count(" checked") == 2 + page.content.decode().count('type="radio" checked')
    assert take(LETTER, "Base pay", "Night", **{name: "8"}).status_code == 302
    row = Term.objects.get()
    assert (row.kind, row.amount, row.period, row.quantity) == ("allowance", 3, "hour", 8)


def test_what_the_offer_needs_is_asked_too(take: Any, offer: Offer):
    Offer.objects.filter(pk=offer.pk).update(hours_week=None, period="year")
    text = "Your hourly rate is €30 per hour."
    page = take(text, "Base pay")
    assert page.status_code == 422
    assert "Enter the hours a week" in words(page)
    assert take(text, "Base pay", hours_week="36").status_code == 302
    offer.refresh_from_db()
    assert (offer.base, offer.hours_week) == (30, 36)


def test_a_bonus_of_the_other_sort_is_refused_beside_a_field(take: Any, offer: Offer):
    Offer.objects.filter(pk=offer.pk).update(bonus_amount=Decimal(4000))
    page = take("Your annual bonus is 10% of base salary.", "Bonus")
    assert page.status_code == 422
    assert "Keep either the percent or the amount" in words(page)
    done = take("Your annual bonus is 10% of base salary.", "Bonus", bonus_amount="")
    assert done.status_code == 302
    offer.refresh_from_db()
    assert (offer.bonus_percent, offer.bonus_amount, offer.bonus_written) == (10, None, True)


def test_two_lines_for_the_same_place_are_refused(take: Any, offer: Offer):
    text = "Base salary: €50,000 a year\nBase salary: €60,000 a year"
    page = take(text, "Base pay")
    assert page.status_code == 422
    assert words(page).count("Another ticked line fills the same place") == 2
    offer.refresh_from_db()
    assert offer.base == 45


def test_an_offer_that_was_changed_meanwhile_is_shown_again(take: Any, offer: Offer):
    page = take(LETTER, "Base pay", version="0")
    assert page.status_code == 409
    assert "The offer was changed somewhere else" in words(page)
    assert "now: 45, An hour" in words(page)
    offer.refresh_from_db()
    assert offer.base == 45


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 400, "²"])
def test_a_page_that_does_not_say_what_it_saw_takes_nothing_over(take: Any, version: str):
    assert take(LETTER, "Base pay", version=version).status_code == 409


def test_an_answer_that_cannot_be_used_yet_is_kept_and_asked_about(take: Any, offer: Offer):
    draft = {"employer": ["Heron Works"], "currency": ["EUR"], "basis": ["gross"], "period": ["year"]}
    draft |= {"payments": ["12"], "bonus_certainty": ["maybe"], "sign_on": ["lots"], "notes": ["typed, not saved"]}
    Offer.objects.filter(pk=offer.pk).update(draft=draft)
    page = take(LETTER, "Base pay")
    assert page.status_code == 422
    assert 'value="lots"' in page.content.decode()
    assert take(LETTER, "Base pay", sign_on="4000").status_code == 302
    offer.refresh_from_db()
    assert (offer.base, offer.sign_on, offer.notes, offer.draft) == (52_000, 4000, "typed, not saved", None)


def test_a_currency_that_is_chosen_but_not_saved_yet_counts(take: Any, offer: Offer):
    draft = {"employer": ["Heron Works"], "currency": ["SEK"], "basis": ["gross"], "period": ["year"]}
    draft |= {"payments": ["12"], "bonus_certainty": ["maybe"], "sign_on": ["lots"]}
    Offer.objects.filter(pk=offer.pk).update(draft=draft)
    text = "A car allowance of 900 SEK per month is paid."
    assert take(text, "Car").status_code == 422
    assert take(text, "Car", sign_on="0").status_code == 302
    offer.refresh_from_db()
    assert (offer.currency, offer.sign_on, offer.draft, Term.objects.get().amount) == ("SEK", 0, None, 900)


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\0"])
def test_an_empty_text_is_asked_for(post: Any, text: str):
    page = post(text)
    assert page.status_code == 422
    assert "Paste the text of the letter." in words(page)


@pytest.mark.parametrize("text", ["word " * 40_000, "é" * 200_000])
def test_a_text_that_is_too_long_gets_its_sentence_and_is_kept(post: Any, text: str):
    page = post(text)
    assert page.status_code == 422
    assert "at most 60,000 can be read" in words(page)
    assert text.strip() in page.content.decode()


def test_a_plan_can_hold_only_one_purchase_plan(take: Any, offer: Offer):
    text = "Our employee stock purchase plan has a discount of 15% with a lookback."
    assert take(text, "Buying").status_code == 302
    page = take(text, "Buying")
    assert page.status_code == 422
    assert "Your offer has such an entry already" in words(page)
    assert Term.objects.count() == 1


def test_an_offer_that_is_full_takes_no_more(take: Any, offer: Offer):
    Term.objects.bulk_create([Term(offer=offer, version=1, label=f"E{n}", amount=n) for n in range(40)])
    assert "at most 40 entries" in words(take(LETTER, "Car"))
    assert Term.objects.count() == 40


def test_nobody_else_opens_it(as_stranger: Client, offer: Offer):
    address = reverse("offer_letter", args=[offer.pk])
    assert as_stranger.get(address).status_code == 404
    assert as_stranger.post(address, {"text": LETTER}).status_code == 404
    assert Client().get(address).status_code == 302


def test_the_page_asks_the_database_little(post: Any, offer: Offer, django_assert_num_queries: Any):
    Term.objects.bulk_create([Term(offer=offer, version=1, label=f"E{n}", amount=n) for n in range(30)])
    with django_assert_num_queries(5):  # session, candidate, offer, offer as stored, terms
        post(LETTER)
