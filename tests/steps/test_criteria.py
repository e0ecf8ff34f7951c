"""Criteria: which there are, how they weigh, how the offers score, and what the score says of itself."""

from __future__ import annotations

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
from tests.steps.sending import address, press

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


def say(filler, plan, row, one, now, was=""):
    return filler.post(address(plan, "criteria", "marks"), {f"mark.{row.pk}.{one.pk}.{was}": now})


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
    assert "Some of A is not scored; it counts as the average of what is." in said(plan)
    assert "anywhere from 30 to 80" in said(plan)
    say(filler, plan, two, a, "6")
    assert score_of(plan, a) == 60


def test_by_order_the_first_counts_most(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    first, second = criterion(plan, text="Team", points=1), criterion(plan, text="Learning", points=99)
    for row, (one, other) in ((first, ("9", "1")), (second, ("1", "9"))):
        say(filler, plan, row, a, one)
        say(filler, plan, row, b, other)
    assert found(plan).first[0].name == "B"
    assert press(filler, plan, "criteria", weighing="order").status_code == 302
    assert found(plan).weights == (Fraction(3, 4), Fraction(1, 4))
    assert said(plan).startswith("By the order of what matters to you, A scores highest: 70 of 100")


def test_without_any_points_the_order_counts_and_weights_of_nothing_get_their_sentence(filler, plan, mine):
    a, b = offer(mine, "A"), offer(mine, "B")
    row = criterion(plan, text="Team")
    say(filler, plan, row, a, "7")
    say(filler, plan, row, b, "2")
    assert found(plan).by_order
    Criterion.objects.update(points=0)
    assert said(plan).startswith("Every weight is 0, so nothing can be weighed.")
    assert filler.get(address(plan, "criteria")).status_code == 200


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
    assert "A is best in 75 of 100 ways to weigh these criteria, and in all that keep your order." in said(plan)
    assert turns(found(plan)) == {
        "B": "If Team had 25 of 100 of the weight, and not 60, B would score as high as A.",
    }


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
    assert said(plan) == "Only one offer can be scored so far, so nothing stands against it."
    say(filler, plan, row, b, "7")
    assert said(plan).startswith("By your own weights, all score the same: 70 of 100.")


def test_what_is_the_same_everywhere_decides_nothing_and_is_said(filler, plan, mine):
    offer(mine, "A", leave_days=25)
    offer(mine, "B", 90, leave_days=25)
    criterion(plan, "pay", points=50)
    criterion(plan, "leave", points=50)
    criterion(plan, "leave", points=50)
    assert found(plan).weights == (1, 0, 0)
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
    say(filler, plan, row, one, "", was="10")
    assert not Score.objects.exists()


def test_a_step_without_marks_or_starters_has_no_such_address(filler, plan):
    for slug, what in (("win", "marks"), ("win", "starters"), ("zopa", "marks"), ("timing", "starters")):
        assert filler.post(address(plan, slug, what)).status_code == 404


def test_offers_and_criteria_cost_no_queries_of_their_own(filler, plan, mine, django_assert_max_num_queries):
    for number in range(10):
        offer(mine, f"E{number}", 50 + number, leave_days=number)
    for number in range(12):
        row = criterion(plan, text=f"C{number}", points=number)
        Score.objects.bulk_create(Score(row=row, offer=one, said="5") for one in Offer.objects.all())
    with django_assert_max_num_queries(12):
        page = filler.get(address(plan, "criteria"))
    assert page.content.decode().count("<select") == 120
