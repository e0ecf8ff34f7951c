"""Criteria: which there are, how they weigh, how the offers score, and what the score says of itself."""

from __future__ import annotations

import uuid
from fractions import Fraction

import pytest

from negotiation import services
from negotiation.models import Criterion, RedLine, Score
from negotiation.steps import BY_SLUG
from negotiation.steps.criteria import laid_of, weighed_of
from negotiation.steps.criteria_words import sentences, turns
from offers.models import Offer
from tests import people
from tests.offers.typed import words
from tests.steps.sending import address, autosave, beside

STEP = BY_SLUG["criteria"]


@pytest.fixture
def plan(plan):
    plan.currency = "EUR"
    plan.save()
    return plan


def offer(mine, name, base=100, **values):
    known = {"bonus_amount": 0, "sign_on": 0} | values
    return Offer.objects.create(candidate=mine, employer=name, base=base, currency="EUR", version=1, **known)


def criterion(plan, kind="own", text="", points=None, **values):
    order = Criterion.objects.filter(plan=plan).count()
    return Criterion.objects.create(plan=plan, kind=kind, text=text, points=points, order=order, version=1, **values)


def say(filler, plan, row, one, now):
    return beside(filler, plan, "criteria", {f"mark.{row.pk}.{one.pk}": now}, weighing="points")


def found(plan):
    answers = services.load_for(plan, STEP)
    return weighed_of(answers, laid_of(answers))


def said(plan):
    return " ".join(sentences(found(plan)))


def score_of(plan, one):
    value = found(plan).scored[one.pk].value
    return None if value is None else round(100 * value)


def test_an_empty_list_begins_with_what_is_common_and_only_once(filler, plan):
    assert "Begin with six that are common" in filler.get(address(plan, "criteria")).content.decode()
    for _ in range(2):
        assert filler.post(address(plan, "criteria", "starters")).status_code == 302
    kinds = list(Criterion.objects.filter(plan=plan).values_list("kind", flat=True))
    assert kinds == ["pay", "leave", "remote", "own", "own", "own"]
    assert "Begin with six" not in filler.get(address(plan, "criteria")).content.decode()


def test_what_one_scores_oneself_needs_words(filler, plan):
    row = Criterion(plan=plan)
    values = {"kind": "own", "text": "", "version": 0, "then": "continue"}
    answer = filler.post(address(plan, "criteria", row.pk), values)
    assert answer.status_code == 422
    assert "Enter what you will score, in a few words." in words(answer)


def test_a_score_is_the_weighted_mean_of_what_was_read_and_said(filler, plan, mine):
    a, b = offer(mine, "A", 100, leave_days=20), offer(mine, "B", 90, leave_days=30)
    criterion(plan, "pay", points=50)
    criterion(plan, "leave", points=25)
    team = criterion(plan, text="Team", points=25)
    say(filler, plan, team, a, "8")
    say(filler, plan, team, b, "4")
    assert (score_of(plan, a), score_of(plan, b)) == (70, 35)  # .5 x 1 + .25 x .8, .25 x 1 + .25 x .4
    assert said(plan).startswith("By your own weights, A scores highest: 70 of 100, 35 more than B.")


def test_less_is_better_of_hours_and_of_the_way_and_unpaid_hours_count(plan, mine):
    a = offer(mine, "A", hours_week=40, overtime_week=5, commute_days=3, commute_minutes=30)
    b = offer(mine, "B", hours_week=42, commute_days=0)
    criterion(plan, "hours", points=10)
    criterion(plan, "commute", points=10)
    assert found(plan).values == {a.pk: (0, 0), b.pk: (1, 1)}
    assert found(plan).amounts[b.pk] == (42, 0)


def test_what_is_skipped_neither_helps_nor_harms(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    one, two = criterion(plan, text="Team", points=50), criterion(plan, text="Learning", points=50)
    say(filler, plan, one, a, "6")
    say(filler, plan, one, b, "5")
    say(filler, plan, two, b, "5")
    assert (score_of(plan, a), score_of(plan, b)) == (60, 50)
    assert "Some of A is not scored and counts as the average of what is." in said(plan)
    assert "its score lies between 30 and 80" in said(plan)
    say(filler, plan, two, a, "6")
    assert score_of(plan, a) == 60


def test_by_order_the_first_counts_most(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    first, second = criterion(plan, text="Team", points=1), criterion(plan, text="Learning", points=99)
    for row, (one, other) in ((first, ("9", "1")), (second, ("1", "9"))):
        say(filler, plan, row, a, one)
        say(filler, plan, row, b, other)
    assert found(plan).first[0].name == "B"
    assert beside(filler, plan, "criteria", {}, weighing="order").status_code == 302
    assert found(plan).weights == (Fraction(3, 4), Fraction(1, 4))
    assert said(plan).startswith("By the order of what matters to you, A scores highest: 70 of 100")


def test_without_any_points_the_order_counts_and_weights_of_nothing_get_their_sentence(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    row = criterion(plan, text="Team")
    say(filler, plan, row, a, "7")
    say(filler, plan, row, b, "2")
    assert found(plan).by_order
    assert said(plan).startswith("You have not weighed your criteria yet; in the order of the list, A scores highest")
    Criterion.objects.update(points=0)
    assert said(plan).startswith("Every weight is 0, so nothing can be weighed.")
    assert filler.get(address(plan, "criteria")).status_code == 200


def test_points_of_all_criteria_are_given_in_one_place(filler, plan, mine):
    offer(mine, "A", 100, leave_days=26)
    offer(mine, "B", 90, leave_days=30)
    pay, leave = criterion(plan, "pay", points=45), criterion(plan, "leave")
    page = words(filler.get(address(plan, "criteria")))
    assert "From 360 EUR gross to 400 EUR gross" in page
    assert "From 26 to 30 days off" in page
    chosen = {f"points.{pay.pk}": "45", f"points.{leave.pk}": "90"}
    assert beside(filler, plan, "criteria", chosen, weighing="points").status_code == 302
    assert list(Criterion.objects.values_list("points", "version")) == [(45, 1), (90, 2)]
    for strange in ("101", "-1", "x", "1e2", "٣", "9999"):
        beside(filler, plan, "criteria", {f"points.{leave.pk}": strange}, weighing="points")
    assert Criterion.objects.get(pk=leave.pk).points == 90
    beside(filler, plan, "criteria", {f"points.{leave.pk}": ""}, weighing="points")
    assert Criterion.objects.get(pk=leave.pk).points is None


def test_points_given_here_keep_what_is_typed_in_the_entry_itself(filler, plan):
    row = criterion(plan, text="Team", points=10, draft={"kind": [""], "text": ["Teams"]})
    beside(filler, plan, "criteria", {f"points.{row.pk}": "20"}, weighing="points")
    row.refresh_from_db()
    assert (row.points, row.draft) == (20, {"kind": [""], "text": ["Teams"]})


def test_scores_are_saved_while_one_chooses_and_an_older_tab_is_told(filler, plan, mine):
    """One tab saves, another one that has not seen it must not take it back."""
    a = offer(mine, "A")
    row = criterion(plan, text="Team")
    name = f"mark.{row.pk}.{a.pk}"
    one, other = uuid.uuid4(), uuid.uuid4()
    first = autosave(filler, plan, "criteria", client=one, seq=1, seen=0, weighing="points", **{name: "7"})
    assert "Saved at" in first.content.decode()
    assert Score.objects.get().said == "7"
    again = autosave(filler, plan, "criteria", client=one, seq=2, seen=1, weighing="points", **{name: "8"})
    assert (again.status_code, Score.objects.get().said) == (200, "8")
    stale = autosave(filler, plan, "criteria", client=other, seq=1, seen=0, weighing="points", **{name: ""})
    assert (stale.status_code, Score.objects.get().said) == (409, "8")


def test_two_unfinished_criteria_harm_nothing(filler, plan, mine):
    offer(mine, "A")
    for _ in range(2):
        Criterion.objects.create(plan=plan, text="Something", version=1, draft={"kind": [""], "text": ["Something"]})
    assert filler.get(address(plan, "criteria")).status_code == 200
    assert filler.get(f"/plans/{plan.pk}/compare/").status_code == 200


def test_an_offer_of_which_little_is_known_is_not_placed(filler, plan, mine):
    a, b, c = offer(mine, "A", 100), offer(mine, "B", 90), offer(mine, "C", 120)
    criterion(plan, "pay", points=30)
    team = criterion(plan, text="Team", points=70)
    for one, points in ((a, "5"), (b, "6")):
        say(filler, plan, team, one, points)
    assert [column.name for column in found(plan).order] == ["A", "B"]
    assert "Not placed yet, as under half of what counts is known or scored: C." in said(plan)
    assert c.pk in found(plan).scored


def test_a_red_line_keeps_an_offer_out_of_the_race_whatever_its_score(filler, plan, mine):
    a, b, c = offer(mine, "A", 100, hours_week=50, overtime_week=0), offer(mine, "B", 90), offer(mine, "C", 80)
    criterion(plan, "pay", points=100)
    assert said(plan).startswith("By your own weights, A scores highest")
    RedLine.objects.create(plan=plan, kind="hours_max", most=45, version=1)
    assert said(plan).startswith("By your own weights, B scores highest: 50 of 100, 50 more than C.")
    assert score_of(plan, a) == 100
    assert [one.name for one in found(plan).among] == ["B", "C"]
    assert "a red line puts it out as it stands" in words(filler.get(address(plan, "criteria")))
    assert {b.pk, c.pk} < set(found(plan).scored)


def test_who_wins_in_what_share_of_all_weightings(filler, plan, mine):
    """Ahead by .6 on one of two criteria and behind by .2 on the other: ahead where the first weighs over 1/4."""
    a, b = offer(mine, "A"), offer(mine, "B")
    for text, points, one, other in (("Team", 60, "8", "2"), ("Learning", 40, "5", "7")):
        row = criterion(plan, text=text, points=points)
        say(filler, plan, row, a, one)
        say(filler, plan, row, b, other)
    assert found(plan).shares(ordered=False) == (Fraction(3, 4), Fraction(1, 4))
    assert found(plan).shares(ordered=True) == (1, 0)
    assert "Of 100 ways to weigh these criteria, A is best in 75 and B in 25." in said(plan)
    assert "A is best in all of these that keep your order of importance." in said(plan)
    assert turns(found(plan)) == {b.pk: "If Team weighed 25 of 100 instead of 60, B would score as high as A."}


def test_a_lead_that_one_point_would_turn_is_too_close_to_call(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    for text, points, one, other in (("Team", 50, "8", "5"), ("Learning", 50, "5", "7")):
        row = criterion(plan, text=text, points=points)
        say(filler, plan, row, a, one)
        say(filler, plan, row, b, other)
    assert "too close to call: one point of 10 more or less for Team or Learning would turn it." in said(plan)
    Score.objects.filter(offer=b, said="7").update(said="5")
    assert "too close" not in said(plan)


def test_equal_scores_and_a_single_offer(filler, plan, mine):
    a = offer(mine, "A")
    row = criterion(plan, text="Team", points=50)
    assert said(plan) == ""
    b = offer(mine, "B")
    assert said(plan).startswith("Nothing tells your offers apart")
    say(filler, plan, row, a, "7")
    assert said(plan) == (
        "Only A can be placed so far, so nothing stands against it. "
        "Not placed yet, as under half of what counts is known or scored: B."
    )
    say(filler, plan, row, b, "7")
    assert said(plan).startswith("By your own weights, all score the same: 70 of 100.")


def test_what_is_the_same_everywhere_decides_nothing_and_is_said(filler, plan, mine):
    offer(mine, "A", leave_days=25)
    offer(mine, "B", 90, leave_days=25)
    criterion(plan, "pay", points=50)
    criterion(plan, "leave", points=50)
    criterion(plan, "leave", points=50)
    assert found(plan).weights == (1, 0, 0)
    assert "ways to weigh" not in said(plan)
    page = words(filler.get(address(plan, "criteria")))
    assert "so it decides nothing: Paid days off and Paid days off." in page
    assert "Paid days off stands in the list twice, and counts twice." in page


def test_scores_are_kept_for_ones_own_criteria_and_offers_only(filler, plan, mine):
    row, one = criterion(plan, text="Team"), offer(mine, "A")
    other = people.account("stranger")
    foreign = offer(other, "Secret")
    theirs = criterion(people.empty_plan(other), text="Secret")
    for row_, one_, now in ((row, foreign, "5"), (theirs, one, "5"), (row, one, "11"), (row, one, "-1")):
        assert say(filler, plan, row_, one_, now).status_code == 302
    assert not Score.objects.exists()
    say(filler, plan, row, one, "10")
    say(filler, plan, row, one, "")
    assert not Score.objects.exists()


def test_a_step_without_starters_has_no_such_address(filler, plan):
    for slug in ("win", "zopa", "timing"):
        assert filler.post(address(plan, slug, "starters")).status_code == 404


def test_offers_and_criteria_cost_no_queries_of_their_own(filler, plan, mine, django_assert_max_num_queries):
    for number in range(10):
        offer(mine, f"E{number}", 50 + number, leave_days=number)
    for number in range(12):
        row = criterion(plan, text=f"C{number}", points=number)
        Score.objects.bulk_create(Score(row=row, offer=one, said="5") for one in Offer.objects.all())
    with django_assert_max_num_queries(12):
        page = filler.get(address(plan, "criteria"))
    assert page.content.decode().count("<select") == 120 + 12
