"""Questions taken with one press, and answers put where they belong: only over what was shown."""

from __future__ import annotations

import re
import uuid
from datetime import date
from decimal import Decimal

import pytest

from negotiation import services
from negotiation.models import Learning, Role, Zopa
from negotiation.steps import BY_SLUG
from offers.asking import BESIDE
from offers.models import Offer
from tests import people
from tests.steps.sending import address, autosave, version_in

DEADLINE = BESIDE["expires"]
DAY = date(2026, 12, 9)


@pytest.fixture
def offer(plan, mine):
    found = Offer.objects.create(candidate=mine, employer="Mill", currency=plan.currency, base=Decimal(100))
    plan.offer = found
    plan.save()
    return found


def page(filler, plan):
    return filler.get(address(plan, "information")).content.decode()


def asked(plan, **values):
    return Learning.objects.create(plan=plan, **({"question": "What?", "answer": "So it is."} | values))


def put(filler, plan, row, seen=None):
    """Press the button of this answer as its page shows it."""
    action = address(plan, "information", row.pk, "put")
    if seen is None:
        found = re.search(rf'action="{action}".*?name="seen" value="(\w+)"', page(filler, plan), re.DOTALL)
        assert found, "no such button"
        seen = found[1]
    return filler.post(action, {"seen": seen}, follow=True).content.decode()


def test_a_question_is_added_once(filler, plan, offer):
    for _ in range(2):
        response = filler.post(address(plan, "information", "ask"), {"question": DEADLINE}, follow=True)
    assert "It was not added" in response.content.decode()
    row = Learning.objects.get(plan=plan)
    assert (row.question, row.origin, row.place, row.must) == (DEADLINE, DEADLINE, "expires", True)
    assert row.version == 1


def test_words_that_nobody_suggested_are_not_added(filler, plan):
    filler.post(address(plan, "information", "ask"), {"question": "Whatever"})
    assert not Learning.objects.exists()


def test_a_full_list_takes_no_more(filler, plan):
    most = BY_SLUG["information"].more.most
    Learning.objects.bulk_create(Learning(plan=plan, question=f"{number}?") for number in range(most))
    response = filler.post(address(plan, "information", "ask"), {"question": DEADLINE}, follow=True)
    assert "the list is full" in response.content.decode()
    assert Learning.objects.count() == most


def test_the_deadline_goes_into_the_offer(filler, plan, offer):
    row = asked(plan, place="expires", day=DAY)
    assert "Put it there" in page(filler, plan)
    assert "stands where it belongs now" in put(filler, plan, row)
    offer.refresh_from_db()
    assert (offer.expires, offer.base, offer.version, offer.last_client) == (DAY, 100, 1, None)
    assert "Put it there" not in page(filler, plan)


def test_a_range_goes_among_the_numbers_and_their_figures_follow(filler, plan):
    Zopa.objects.create(plan=plan, their_likely=Decimal(55), target_fixed=Decimal(60))
    services.state_refresh(plan=plan, step=BY_SLUG["zopa"])
    put(filler, plan, asked(plan, place="range", low=Decimal(50), high=Decimal(58)))
    stored, state = Zopa.objects.get(plan=plan), plan.states.get(slug="zopa")
    assert (stored.their_low, stored.their_likely, stored.their_high, stored.target_fixed) == (50, 55, 58, 60)
    assert Decimal(state.figures["their_high"]) == 58
    assert (state.version, state.last_client) == (1, None)


def test_a_range_beside_which_the_likely_one_makes_no_sense_is_not_put(filler, plan):
    Zopa.objects.create(plan=plan, their_likely=Decimal(70))
    row = asked(plan, place="range", low=Decimal(50), high=Decimal(58))
    assert "no longer lie between the two" in page(filler, plan)
    assert "Nothing was written" in put(filler, plan, row, seen="x")
    assert Zopa.objects.get(plan=plan).their_low is None


def test_what_stands_there_is_shown_before_it_is_written_over(filler, plan):
    Role.objects.create(plan=plan, success="Nothing broken", title="Keeper")
    row = asked(plan, place="success", answer="Two keepers trained")
    text = page(filler, plan)
    assert "Nothing broken" in text
    assert "Two keepers trained" in text
    assert "Write the answer over it" in text
    put(filler, plan, row)
    stored = Role.objects.get(plan=plan)
    assert (stored.success, stored.title) == ("Two keepers trained", "Keeper")


@pytest.mark.parametrize("moved", ["there", "answer"])
def test_what_has_changed_since_it_was_shown_is_not_written_over(filler, plan, moved):
    Role.objects.create(plan=plan, success="Nothing broken")
    row = asked(plan, place="success", answer="Two keepers trained")
    seen = re.search(r'name="seen" value="(\w+)"', page(filler, plan))[1]
    if moved == "there":
        Role.objects.update(success="Something else")
    else:
        Learning.objects.update(answer="Three keepers trained")
    assert "has changed since" in put(filler, plan, row, seen)
    assert Role.objects.get(plan=plan).success in ("Something else", "Nothing broken")


def test_what_is_being_typed_there_is_left_alone(filler, plan, offer):
    offer.draft = {"employer": [""]}
    offer.save()
    state = services.state_refresh(plan=plan, step=BY_SLUG["role"])
    state.draft = {"title": ["x"]}
    state.save()
    for row in (asked(plan, place="expires", day=DAY), asked(plan, place="success")):
        assert "not finished yet" in put(filler, plan, row)
    offer.refresh_from_db()
    assert (offer.expires, offer.draft) == (None, {"employer": [""]})
    assert not Role.objects.filter(plan=plan).exclude(success="").exists()


def test_a_tab_that_is_open_there_sees_that_somebody_else_wrote(filler, plan):
    opened = filler.get(address(plan, "role"))
    row = asked(plan, place="success", answer="Two keepers trained")
    put(filler, plan, row)
    client = str(uuid.uuid4())
    late = autosave(filler, plan, "role", client=client, seq=1, seen=version_in(opened), title="Keeper")
    assert late.status_code == 409
    assert Role.objects.get(plan=plan).success == "Two keepers trained"


def test_an_answer_without_what_its_place_needs_says_so(filler, plan, offer):
    asked(plan, place="expires")
    assert "Enter the day they named" in page(filler, plan)
    plan.offer = None
    plan.save()
    assert "This plan is about no offer yet" in page(filler, plan)


def test_the_page_stays_at_a_few_queries(filler, mine, django_assert_max_num_queries):
    plan = people.full_plan(mine)
    with django_assert_max_num_queries(12):
        before = page(filler, plan)
    for number in range(8):
        asked(plan, question=f"{number}?", place="success", answer=str(number))
    with django_assert_max_num_queries(12):
        assert len(page(filler, plan)) > len(before)
