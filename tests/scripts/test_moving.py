"""The letter that moves a call, as it is written from what its page asked."""

from __future__ import annotations

from datetime import date, time

import pytest

from negotiation.scripts.catalogue import find, gap
from negotiation.scripts.letters import moment, written
from negotiation.scripts.models import Draft, Letters
from negotiation.scripts.words import Slot

TODAY = date(2026, 11, 22)
ASKED = {
    "recipient": "Ilse Brandt",
    "call_date": date(2026, 11, 23),
    "call_hour": time(9),
    "first_date": date(2026, 11, 25),
    "first_hour": time(14, 30),
    "second_date": date(2026, 11, 26),
}


def letter(**changes):
    draft = Draft(slug="move-call", **ASKED | changes)
    plan = {"employer": "Mill", "role": "Keeper", "terms": (), "today": TODAY, "locale": "en_GB"}
    return written(find("move-call"), draft, Letters(sender_name="Ada Lind"), **plan)


def test_the_whole_letter_has_its_three_moments():
    text = letter().body().replace("\u202f", " ")
    assert "at Mill is set for Monday, 23 November 2026, 09:00. May we move it" in text
    assert "on Wednesday, 25 November 2026, 14:30 or on Thursday, 26 November 2026 instead." in text
    assert letter().gaps == ()


@pytest.mark.parametrize("name", ["call_date", "first_date"])
def test_a_day_not_given_is_asked_for_on_the_page(name):
    assert letter(**{name: None}).gaps == (gap(name),)


def test_a_proposal_that_has_passed_is_asked_for_again():
    yesterday = letter(first_date=date(2026, 11, 21))
    assert [(missing.field, missing.label) for missing in yesterday.gaps] == [
        ("first_date", "a day that is still to come")
    ]
    assert letter(first_date=TODAY).gaps == ()
    assert "21 November" not in letter(second_date=date(2026, 11, 21)).body()


def test_an_hour_without_its_day_is_no_moment():
    assert moment(Draft(first_hour=time(9)), "first", "en_GB") == Slot(missing=gap("first_date"))
