"""The step letters: filled from the plan, edited, taken back, dated."""

from __future__ import annotations

import re

import pytest

from negotiation.models import Company, Role
from negotiation.scripts.models import Draft, Letters
from tests.steps.sending import HTMX


@pytest.fixture
def ready(plan):
    Company.objects.create(plan=plan, name="Mill & Sons")
    Role.objects.create(plan=plan, title="Keeper")
    Letters.objects.create(plan=plan, sender_name="O'Hara")
    return plan


def at(plan, slug, rest=""):
    return f"/plans/{plan.pk}/letters/{slug}/{rest}"


def save(filler, plan, slug, *, version=0, then="continue", **values):
    return filler.post(at(plan, slug), {"version": version, "then": then, **values})


def letter_text(filler, plan, slug):
    page = filler.get(at(plan, slug)).content.decode()
    found = re.search(r'id="letter-text"[^>]*>(.*?)</', page, re.S)
    return found[1].replace("&#x27;", "'").replace("&amp;", "&")


def test_a_letter_is_filled_from_the_plan(filler, ready):
    save(filler, ready, "ask-time", recipient="Ada", until_date="2026-12-04", until_hour="17:00")
    text = letter_text(filler, ready, "ask-time")
    assert "role of Keeper at Mill & Sons" in text
    assert "Friday, December 4, 2026" in text
    assert "O'Hara" in text


def test_a_missing_value_is_a_gap_that_leads_to_its_step(filler, plan):
    page = filler.get(at(plan, "accept")).content.decode()
    assert f'href="/plans/{plan.pk}/company/#id_name"' in page
    assert "[the employer’s name]" in page


def test_htmx_request_redraws_the_letter(filler, ready):
    response = filler.post(at(ready, "accept"), {"version": 0, "client": "", "recipient": "Ada"}, **HTMX)
    assert "Dear Ada," in response.content.decode()
    assert "<html" not in response.content.decode()


@pytest.mark.parametrize(
    ("about", "words"), [("terms", "do not meet what I need"), ("treatment", "in a different way from yours")]
)
def test_three_answers_choose_the_letter_that_declines(filler, ready, about, words):
    save(filler, ready, "decline", truth="yes", about=about)
    assert words in letter_text(filler, ready, "decline")


def test_a_picked_letter_rules_over_the_chooser(filler, ready):
    save(filler, ready, "decline", truth="yes", about="terms", variant="personal")
    assert "For reasons of my own" in letter_text(filler, ready, "decline")


def test_own_words_are_kept_and_can_be_given_up(filler, ready):
    save(filler, ready, "accept", recipient="Ada")
    filler.post(at(ready, "accept", "words/"), {"own": "yes"})
    assert Draft.objects.get().body.startswith("Subject: Yes to your offer: Keeper")
    save(filler, ready, "accept", version=2, recipient="Ada", body="Subject: Yes\n\nGladly.")
    assert letter_text(filler, ready, "accept") == "Subject: Yes\n\nGladly."
    filler.post(at(ready, "accept", "words/"), {"own": "no"})
    assert "Dear Ada," in letter_text(filler, ready, "accept")


def test_a_letter_too_long_to_rewrite_says_so(filler, ready, mine):
    from offers.models import Offer, Term

    ready.offer = Offer.objects.create(candidate=mine, employer="Mill", base=100, version=1)
    ready.save()
    Term.objects.bulk_create([Term(offer=ready.offer, label="x" * 200, amount=1) for _ in range(50)])
    save(filler, ready, "accept")
    page = filler.post(at(ready, "accept", "words/"), {"own": "yes"}, follow=True).content.decode()
    assert "too long to be rewritten here" in page
    assert Draft.objects.get().body == ""


def test_the_offer_of_the_plan_lists_its_terms(filler, ready, mine):
    from offers.models import Offer

    ready.offer = Offer.objects.create(candidate=mine, employer="Mill", base=100, sign_on=5, hours_week=38, version=1)
    ready.save()
    text = letter_text(filler, ready, "accept")
    assert "- Base pay: 100 USD a year gross" in text
    assert "- Sign-on payment: 5 USD gross" in text
    assert "- Working time: 38 hours a week" in text


def test_the_promised_day_is_among_the_plans_dates(filler, ready):
    save(filler, ready, "ask-time", until_date="2026-12-04")
    hub = filler.get(f"/plans/{ready.pk}/").content.decode()
    assert "You promised your answer" in hub
    file = filler.get(f"/plans/{ready.pk}/dates.ics").content.decode()
    assert "DTSTART;VALUE=DATE:20261204" in file


def test_a_day_that_has_passed_is_said_to_have(filler, ready):
    save(filler, ready, "ask-time", until_date="2020-01-01")
    assert "has passed" in filler.get(at(ready, "ask-time")).content.decode()


def test_a_wrong_date_is_said_beside_the_field_and_kept(filler, ready):
    response = save(filler, ready, "ask-time", until_date="next week")
    assert response.status_code == 422
    assert 'value="next week"' in response.content.decode()
    assert 'id="id_until_date_error"' in response.content.decode()
