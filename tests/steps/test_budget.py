"""The step budget: limits, the log that takes two taps, what is left, and the calm question."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from groundwork.blocks import Fact, Figure
from groundwork.money import Frame
from negotiation.models import Budget, Spent
from negotiation.steps import budget
from negotiation.steps.base import Answers, Dated, Gap, Given
from tests import people
from tests.steps.sending import address, autosave, press, version_in

TODAY = date(2026, 11, 22)


def answers(*log, **values):
    given = {"budget": Given(values=Budget(**values), rows=tuple(Spent(**entry) for entry in log))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=TODAY, kind="job", given=given)


SOME = {"hours": Decimal(10), "rounds": 3, "weeks": Decimal(4), "since": date(2026, 11, 1), "stress": 7}


def test_what_is_left_is_one_line():
    some = answers({"hours": Decimal("2.5"), "rounds": 1}, **SOME)
    assert budget.left_line(some) == "Left: 7.5 hours, 2 rounds, 1 week of waiting."


def test_what_is_used_up_and_what_is_over_are_two_things():
    some = answers({"hours": Decimal(10), "rounds": 4}, **SOME | {"weeks": None})
    assert budget.results(some)["sentence"] == "Over the limit: rounds of talks by 1. Used up: hours."


def test_without_limits_there_is_nothing_to_say():
    assert budget.left_line(answers()) == ""
    assert budget.left_line(answers({"hours": Decimal(9)})) == ""
    assert budget.brief(answers()) == []


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ([{"hours": Decimal(11)}], "You have spent 1 hour more than you meant to."),
        ([{"rounds": 5}], "You have gone through 2 rounds more than you meant to."),
        ([{"stress": 9}], "Your stress stands 2 above the limit you set."),
        ([{"harsh": True}, {"uneasy": True}], "You have noted: harsh words, an uneasy feeling."),
        ([{"pressing": True}] * 2, "You have noted: pressing (2)."),
    ],
)
def test_a_crossed_limit_or_two_ticks_bring_the_calm_question(log, said):
    found = answers(*log, **SOME)
    assert budget.results(found)["why"] == [said]
    assert budget.left_line(found).startswith(f"{said} Leave or cut? Left: ")


def test_neither_the_limit_itself_nor_one_tick_does():
    for entry in ({"hours": Decimal(10), "rounds": 3, "stress": 7}, {"harsh": True}):
        assert budget.results(answers(entry, **SOME))["why"] == []
    assert budget.results(answers({"harsh": True}))["ticked"] == "You have noted: harsh words."
    full = budget.results(answers({"hours": Decimal(10)}, hours=Decimal(10)))["picture"].wide
    assert (full.bars[0].length, full.bars[0].use.over) == (full.track, False)


def test_weeks_are_counted_to_the_plans_today():
    waited = budget.results(answers(since=TODAY - timedelta(days=10), weeks=Decimal(1)))
    assert waited["rows"] == (("Weeks of waiting", "1.4", "1", "0.4 over"),)
    assert waited["why"] == ["There have been 0.4 weeks of waiting more than you meant to give."]
    assert budget.results(answers(weeks=Decimal(1)))["no_start"]


def test_an_unfinished_entry_counts_nowhere():
    assert "10 hours" in budget.left_line(answers({"hours": Decimal(4), "draft": {"hours": ["lots"]}}, **SOME))


def test_each_limit_has_a_bar_that_is_never_longer_than_its_track():
    found = budget.results(answers({"hours": Decimal(5), "rounds": 9}, **SOME))
    for drawn in (found["picture"].wide, found["picture"].narrow):
        hours, rounds = drawn.bars[:2]
        assert hours.length == round(drawn.track / 2)
        assert (rounds.length, rounds.use.over, rounds.text) == (drawn.track, True, "9 of 3, 6 over")
        assert drawn.tip <= drawn.width
        assert drawn.bars[-1].bottom < drawn.height


def test_stress_that_nobody_has_told_is_not_known_and_no_bar():
    stress = budget.results(answers(stress=7))["picture"].wide.bars[0]
    assert (stress.text, stress.length) == ("not known yet, limit 7", 0)


def test_where_nothing_was_to_be_given_anything_is_too_much():
    none = {"test_hours": Decimal(0)}
    assert budget.results(answers(**none))["picture"].wide.bars[0].length == 0
    assert budget.results(answers({"test_hours": Decimal(1)}, **none))["picture"].wide.bars[0].use.over


def test_the_brief_draws_it_and_shares_nothing():
    some = answers({"hours": Decimal(2)}, {"harsh": True}, **SOME)
    figure = next(block for block in budget.brief(some) if isinstance(block, Figure))
    assert ("style=" in figure.svg, figure.sentence) == (False, budget.left_line(some))
    assert figure.table.rows[0] == ("Hours", "2", "10", "8")
    fact = budget.sheet(some)[0]
    assert isinstance(fact, Fact)
    assert not any(block.shareable for block in [fact, *budget.brief(some)])


def test_without_a_limit_there_is_one_gap():
    gap = budget.sheet(answers())[0]
    assert isinstance(gap, Gap)
    assert (gap.field, len(budget.sheet(answers()))) == ("hours", 1)


def test_the_day_on_which_waiting_is_over_is_a_date():
    assert budget.dates(answers(**SOME)) == [
        Dated(day=date(2026, 11, 29), text="The weeks you would wait are over", slug="budget")
    ]
    assert budget.dates(answers(weeks=Decimal(2))) == []
    assert budget.dates(answers(since=TODAY, weeks=Decimal("0.1")))[0].day == TODAY + timedelta(days=1)


def tap(filler, plan, **values):
    return filler.post(address(plan, "budget", "log"), values)


def test_two_taps_keep_an_entry_of_today(filler, plan):
    assert tap(filler, plan, what="hour", pressing="on")["Location"] == f"{address(plan, 'budget')}#log"
    tap(filler, plan, what="half")
    assert tap(filler, plan, what="round", to="plan")["Location"] == f"/plans/{plan.pk}/"
    log = list(Spent.objects.filter(plan=plan))
    assert [(row.hours, row.rounds, row.pressing, row.day) for row in log] == [
        (1, None, True, plan.today),
        (Decimal("0.5"), None, False, plan.today),
        (None, 1, False, plan.today),
    ]
    assert "An hour is added" in filler.get(address(plan, "budget")).content.decode()


def test_an_entry_of_a_tap_can_be_changed_like_any_other(filler, plan):
    tap(filler, plan, what="hour")
    row = Spent.objects.get(plan=plan)
    page = filler.get(address(plan, "budget", row.pk))
    data = {"then": "continue", "version": version_in(page), "day": f"{row.day}", "hours": "2"}
    assert filler.post(address(plan, "budget", row.pk), data).status_code == 302
    assert Spent.objects.get(plan=plan).hours == 2


@pytest.mark.parametrize("values", [{}, {"what": "felt"}, {"what": "splendid", "harsh": "on"}, {"harsh": "on"}])
def test_a_tap_that_says_nothing_adds_nothing(filler, plan, values):
    assert tap(filler, plan, **values).status_code == 302
    assert not Spent.objects.exists()


def test_only_how_it_was_can_be_kept_too(filler, plan):
    tap(filler, plan, what="felt", harsh="on", ignored="on")
    row = Spent.objects.get(plan=plan)
    assert (row.harsh, row.ignored, row.hours) == (True, True, None)
    page = filler.get(address(plan, "budget")).content.decode()
    assert "Leave or cut?" in page
    assert 'name="then" value="continue"' in page  # it asks, and blocks nothing


def test_a_full_log_says_so_and_loses_nothing(filler, plan):
    Spent.objects.bulk_create(Spent(plan=plan, hours=1, order=n, version=1) for n in range(200))
    tap(filler, plan, what="hour")
    assert Spent.objects.count() == 200
    assert "The list is full" in filler.get(address(plan, "budget")).content.decode()


def test_nobody_taps_into_somebody_elses_plan(filler):
    foreign = people.empty_plan(people.account("stranger"))
    assert tap(filler, foreign, what="hour").status_code == 404
    assert not Spent.objects.exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"since": "2999-01-01"}, "This day is still to come."),
        ({"stress": "11"}, "Enter a whole number from 1 to 10."),
        ({"rounds": "1.5"}, "Enter a whole number from 0 to 20."),
        ({"hours": "a few"}, "Enter a number from 0 to 10,000."),
    ],
)
def test_what_cannot_be_meant_gets_its_sentence_and_stays(filler, plan, values, words):
    response = press(filler, plan, "budget", **values)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert plan.states.get(slug="budget").draft == {name: [value] for name, value in values.items()}


def test_an_entry_of_tomorrow_is_asked_about(filler, plan):
    tomorrow = timezone.now().date() + timedelta(days=2)
    data = {"then": "continue", "version": 0, "day": f"{tomorrow}", "hours": "1"}
    response = filler.post(address(plan, "budget", uuid.uuid4()), data)
    assert response.status_code == 422
    assert "This day is still to come." in response.content.decode()


def test_htmx_request_redraws_the_bars_while_one_types(filler, plan):
    tap(filler, plan, what="hour")
    sent = {"client": str(uuid.uuid4()), "seq": 1, "seen": 0}
    sent["seen"] = plan.states.get(slug="budget").version
    page = autosave(filler, plan, "budget", **sent, hours="4").content.decode()
    assert "Left: 3 hours." in page
    assert "<svg" in page
    assert "style=" not in page


def test_the_empty_step_asks_for_a_limit(filler, plan):
    page = filler.get(address(plan, "budget")).content.decode()
    assert "Set a limit to see how much of it is used." in page
    assert "Leave or cut?" not in page
