"""Hostile text pasted as a letter: shown as text in quotes, lists and the field, and never more than that."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.models import Offer, Term
from tests.guard.corpus import HOSTILE, LONG
from tests.guard.looking import settled, wrong_in
from tests.guard.reading import page_of

pytestmark = pytest.mark.django_db
LETTER = (
    "Pay: €50,000 a year.\n\nYour wage {0} is €50,000 a year.\n\nThe fee {0} is 5 %.\n\nNight premium {0}: €3 an hour"
)


def filled(text: str) -> str:
    """The letter with this in its middle, as a browser sends it: a lone half of a character becomes a mark for it."""
    return LETTER.replace("{0}", text).encode("utf-8", "surrogatepass").decode("utf-8", "replace")


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_shown_as_text_and_kept_in_the_field(post: Any, name: str):
    text = filled(HOSTILE[name])
    answer = post(text)
    assert answer.status_code == 200
    assert wrong_in(answer) == []
    assert answer.context["lines"]
    typed = [form.values["text"] for form in page_of(answer.content.decode()).forms if "text" in form.values]
    assert [settled(one) for one in typed] == [settled(text)]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_goes_into_no_row(post: Any, offer: Offer, name: str):
    text = filled(HOSTILE[name])
    lines = [line for line in post(text).context["lines"] if not line.candidate.doubt]
    sent = {f"{line.candidate.key}-quantity": "2" for line in lines}
    answer = post(text, do="take", tick=[line.candidate.key for line in lines], version="1", **sent)
    assert answer.status_code in (302, 422)
    assert wrong_in(answer) == []
    assert {row.label for row in Term.objects.all()} <= {"Night premium"}


@pytest.mark.parametrize("text", [LONG, filled(HOSTILE["no characters"] * 2000)])
def test_a_refused_text_is_shown_as_text_too(post: Any, text: str):
    answer = post(text)
    assert answer.status_code == 422
    assert wrong_in(answer) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_strange_ticks_and_orders_are_passed_over(as_owner: Client, offer: Offer, name: str):
    strange = HOSTILE[name].encode("utf-8", "replace").decode()
    data = {"text": LETTER, "do": strange, "tick": [strange, "0" * 16], "version": strange, strange: strange}
    assert as_owner.post(reverse("offer_letter", args=[offer.pk]), data).status_code == 200
    answer = as_owner.post(reverse("offer_letter", args=[offer.pk]), data | {"do": "take"})
    assert answer.status_code == 422
    offer.refresh_from_db()
    assert offer.version == 1


def test_bytes_that_are_no_text_break_nothing(as_owner: Client, offer: Offer):
    address = reverse("offer_letter", args=[offer.pk])
    kind = "application/x-www-form-urlencoded"
    for body in (b"text=%ff%fe&do=read", b"text=\xff&do=take&version=1", b"do=take"):
        assert as_owner.generic("POST", address, body, content_type=kind).status_code in (200, 400, 422)
