"""Packages as they are typed and proposed: what is refused, what one press does, and what the page costs."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiation import services
from negotiation.models import PackageIssue, Packages, Proposal, RedLine, Swap, Zopa
from negotiation.steps import BY_SLUG
from negotiation.steps.packages import laid
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

STEP = BY_SLUG["packages"]
NUMBERS = {"counts": "fixed", "offer_fixed": 100, "floor_fixed": 90, "target_fixed": 120, "opening": 140}
THINGS = (
    {
        "kind": "leave",
        "points": 60,
        "guess": "low",
        "option_1": "as offered",
        "option_2": "3 days more",
        "option_3": "5 days more",
    },
    {
        "kind": "remote",
        "points": 80,
        "guess": "none",
        "option_1": "as offered",
        "option_2": "1 day more",
        "option_3": "2 days more",
    },
    {"kind": "title", "points": 40, "guess": "gain", "option_1": "keeper", "option_2": "first keeper"},
    {
        "kind": "growth",
        "points": 50,
        "guess": "middle",
        "option_1": "none",
        "option_2": "a course",
        "option_3": "two courses",
    },
)


def things(plan, given=THINGS, **values):
    rows = [PackageIssue(plan=plan, order=at, version=1, **one | values) for at, one in enumerate(given)]
    return PackageIssue.objects.bulk_create(rows)


def mark_on(page):
    return re.search(r'name="mark" value="([0-9a-f]+)"', page.content.decode())[1]


def table(plan):
    return laid(services.load_for(plan, STEP, states=services.states_for(plan, STEP)))


def propose(filler, plan):
    page = filler.get(address(plan, "packages"))
    return filler.post(address(plan, "packages", "propose"), {"mark": mark_on(page)})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"option_1": "a", "option_2": "b"}, "Choose what it is."),
        ({"kind": "leave", "option_1": "a"}, "Enter at least two options"),
        ({"kind": "own", "option_1": "a", "option_2": "b"}, "Enter what it is, in a few words."),
        ({"kind": "leave", "option_1": "a", "option_2": "a"}, "This is the same as option 1."),
        ({"kind": "leave", "option_1": "a", "option_3": "c"}, "A later option is filled in and this one is blank."),
        ({"kind": "pay", "option_1": "100", "option_2": "more"}, "Enter one number, in digits."),
        ({"kind": "pay", "option_1": "100", "option_2": "90"}, "Pay has to rise from one option to the next"),
        ({"kind": "leave", "option_1": "a", "option_2": "b", "least": "7"}, "There is no option 7 yet."),
        ({"kind": "leave", "option_1": "a", "option_2": "b", "value_1": "100"}, "must be worth more to you"),
        ({"kind": "leave", "option_1": "a", "option_2": "b", "points": "101"}, "Enter a number from 0 to 100."),
    ],
)
def test_what_is_wrong_is_said_and_kept(filler, plan, values, message):
    pk = uuid.uuid4()
    answer = filler.post(address(plan, "packages", pk), {"then": "continue", "version": 0, "why": "kept", **values})
    assert answer.status_code == 422
    assert message in words(answer)
    assert PackageIssue.objects.get(pk=pk).draft["why"] == ["kept"]


def test_an_option_too_long_is_said_and_no_other_message_made_of_it(filler, plan):
    data = {"then": "continue", "version": 0, "kind": "leave", "option_1": "a" * 201, "option_2": "b"}
    answer = words(filler.post(address(plan, "packages", uuid.uuid4()), data))
    assert "Use 200 characters or fewer." in answer
    assert "Enter at least two options" not in answer


def test_a_level_is_from_0_to_100(filler, plan):
    assert "Enter a number from 0 to 100." in words(press(filler, plan, "packages", by="points", level="101"))


def test_an_empty_list_begins_with_four_things_and_no_amount(filler, plan):
    filler.post(address(plan, "packages", "starters"))
    rows = PackageIssue.objects.filter(plan=plan)
    assert rows.count() == 4
    assert all(row.price is None and row.cost is None and row.kind != "pay" for row in rows)
    assert "Three packages, each at least 75 of 100 for you." in words(filler.get(address(plan, "packages")))


def test_pay_comes_with_the_numbers_that_are_known_once(filler, plan):
    Zopa.objects.create(plan=plan, **NUMBERS)
    services.state_refresh(plan=plan, step=BY_SLUG["zopa"])
    assert "Add pay, with your numbers" in words(filler.get(address(plan, "packages")))
    for _ in range(2):
        answer = filler.post(address(plan, "packages", "pay"))
    (row,) = PackageIssue.objects.filter(plan=plan)
    assert (row.kind, row.option_1, row.option_2, row.option_3, row.option_4) == ("pay", "100", "120", "140", "")
    assert answer.headers["Location"] == address(plan, "packages", row.pk)
    assert "Add pay, with your numbers" not in words(filler.get(address(plan, "packages")))


def test_pay_begins_at_the_minimum_where_their_offer_is_below_it(filler, plan):
    numbers = NUMBERS | {"offer_fixed": 124_000, "floor_fixed": 126_000, "target_fixed": 140_000, "opening": 147_500}
    Zopa.objects.create(plan=plan, **numbers)
    services.state_refresh(plan=plan, step=BY_SLUG["zopa"])
    filler.post(address(plan, "packages", "pay"))
    (row,) = PackageIssue.objects.filter(plan=plan)
    assert [row.option_1, row.option_2, row.option_3, row.option_4] == ["126,000", "140,000", "147,500", ""]


def test_the_least_you_would_take_lists_only_options_that_there_are(filler, plan):
    (row,) = things(plan, THINGS[:1])
    page = filler.get(address(plan, "packages", row.pk)).content.decode()
    assert "Option 3: 5 days more" in page
    assert 'value="4"' not in page


def test_pay_without_numbers_says_what_is_missing(filler, plan):
    page = filler.get(address(plan, "packages"))
    assert "Add pay, with your numbers" not in words(page)
    answer = filler.post(address(plan, "packages", "pay"), follow=True)
    assert "Set your numbers first" in words(answer)
    assert not PackageIssue.objects.exists()


def test_what_other_steps_hold_reaches_the_page_and_moves_it(filler, plan):
    Zopa.objects.create(plan=plan, **NUMBERS)
    RedLine.objects.create(plan=plan, kind="hours_max", most=45, version=1)
    Swap.objects.create(plan=plan, kind="leave", quantity=5, price=10, version=1)
    for slug in ("zopa", "redlines", "swaps"):
        services.state_refresh(plan=plan, step=BY_SLUG[slug])
    hours = {"kind": "hours", "points": 30, "guess": "low", "option_1": "48 hours", "option_2": "40 hours"}
    pay = {"kind": "pay", "points": 90, "option_1": "100", "option_2": "120", "option_3": "140"}
    things(plan, (*THINGS, hours, pay))
    Packages.objects.create(plan=plan, level=50)
    page = words(filler.get(address(plan, "packages")))
    assert "48 hours: over your red line" in page
    assert "100 USD a year gross, their offer." in page
    found = table(plan)
    assert found.known.prices == {"leave": 2}
    services.state_refresh(plan=plan, step=STEP)
    kept = plan.states.get(slug="packages").figures
    assert len(kept["three"]) == 3
    assert any("100 USD a year gross" in each for each in [*kept["three"], kept.get("alike", "")])
    version = plan.states.get(slug="zopa").version
    press(filler, plan, "zopa", version=version, counts="fixed", offer_fixed="100", floor_fixed="110")
    kept = plan.states.get(slug="packages").figures
    assert not any("100 USD" in each for each in [*kept["three"], kept.get("alike", "")])


def test_i_propose_these_keeps_them_in_their_words_once_a_day(filler, plan):
    things(plan)
    for _ in range(2):
        answer = propose(filler, plan)
    (row,) = Proposal.objects.filter(plan=plan)
    assert row.first.splitlines()[0].startswith("Paid days off: ")
    assert (row.day, row.liked) == (plan.today, "")
    assert answer.headers["Location"] == address(plan, "packages") + "#more"
    assert "they have not said yet" in words(filler.get(address(plan, "packages")))


def test_packages_that_have_changed_since_are_not_proposed(filler, plan):
    things(plan)
    mark = mark_on(filler.get(address(plan, "packages")))
    PackageIssue.objects.filter(plan=plan, kind="title").update(option_2="captain")
    answer = filler.post(address(plan, "packages", "propose"), {"mark": mark}, follow=True)
    assert "These packages have changed since you looked at them." in words(answer)
    assert not Proposal.objects.exists()
    assert filler.post(address(plan, "packages", "propose")).status_code == 404


def test_what_they_liked_moves_the_guesses_and_taking_it_back_or_deleting_restores_them(filler, plan):
    things(plan)
    propose(filler, plan)
    (row,) = Proposal.objects.filter(plan=plan)
    before = [each.cost for each in table(plan).things]
    page = words(filler.get(address(plan, "packages", row.pk) + "?list=more"))
    assert "Paid days off: " in page  # each answer names its package
    form = {"then": "continue", "day": "2026-11-28", "said": "Days are hard"}
    filler.post(address(plan, "packages", row.pk) + "?list=more", form | {"version": 1, "liked": "third"})
    row.refresh_from_db()
    assert row.liked == "third"
    assert row.first  # what was proposed stays
    moved = [each.cost for each in table(plan).things]
    assert moved != before
    assert "What their answer shows" in words(filler.get(address(plan, "packages")))
    filler.post(address(plan, "packages", row.pk) + "?list=more", form | {"version": 2, "liked": ""})
    assert [each.cost for each in table(plan).things] == before
    Proposal.objects.filter(pk=row.pk).update(liked="third")
    filler.post(address(plan, "packages", row.pk, "delete") + "?list=more")
    assert [each.cost for each in table(plan).things] == before


def test_a_proposal_with_nothing_in_it_is_refused(filler, plan):
    row = Proposal.objects.create(plan=plan, first="Pay: 1", version=1, day=plan.today - timedelta(days=1))
    answer = filler.post(address(plan, "packages", row.pk) + "?list=more", {"then": "continue", "version": 1})
    assert answer.status_code == 422
    assert "Enter the day on which you proposed them." in words(answer)


def test_a_strangers_things_are_nowhere(filler, plan):
    theirs = people.empty_plan(people.account("stranger"))
    things(theirs)
    row = Proposal.objects.create(plan=theirs, first="Pay: 1", version=1)
    for path in (("pay",), ("propose",), (row.pk, "delete")):
        answer = filler.post(address(theirs, "packages", *path), {"mark": "0"})
        assert answer.status_code == 404
    assert filler.get(address(theirs, "packages")).status_code == 404
    assert filler.get(address(plan, "packages", row.pk) + "?list=more").status_code == 404
    assert Proposal.objects.count() == 1


def test_htmx_request(filler, plan):
    things(plan)
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "by": "points", "level": "50", "recipient": "Ilse"}
    answer = filler.post(address(plan, "packages"), data, **HTMX)
    text = words(answer)
    assert "each at least 50 of 100 for you" in text
    assert "Dear Ilse," in text  # the message follows, not only the panel
    assert "<html" not in answer.content.decode()
    assert all(f'id="{part}"' in answer.content.decode() for part in STEP.beside)


def test_the_page_costs_as_many_queries_with_ten_things_as_with_two(filler, plan):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "packages"))
        return len(seen)

    things(plan, THINGS[:2])
    few = cost()
    things(plan, THINGS * 2, text="Another")
    Proposal.objects.bulk_create(Proposal(plan=plan, first="Pay: 1", day=plan.today) for _ in range(10))
    assert cost() == few <= 12
