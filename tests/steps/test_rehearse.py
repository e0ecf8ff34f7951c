"""The step rehearse: cards from the plan, each marked once, and what halts comes again on the same day."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from groundwork.money import Frame
from negotiation.calc.rehearse import Mark
from negotiation.models import (
    Ladder,
    Objection,
    Objections,
    Practised,
    Pressure,
    PressureLine,
    Rehearse,
    Script,
    SmallAsk,
)
from negotiation.recruiter import MANNERS, recruiter_facts
from negotiation.steps import rehearse, rehearse_cards
from negotiation.steps.base import Answers, Given
from tests.offers.typed import words
from tests.steps.sending import address, autosave, press
from tests.steps.test_script import STORED

TODAY = date(2026, 11, 30)
GUARDS = {"pressure": {"moves": [["pause", "A moment, please."]]}} | {
    "information": {"guards": [["pay", "x", "What range have you planned?"], ["own", "My cat", "She is well."]]}
}


def answers(*, rows=(), asks=(), objections=(), lines=(), stored=STORED | GUARDS, medium="phone", **values):
    given = {
        "rehearse": Given(values=Rehearse(**values), rows=tuple(asks), more=tuple(rows)),
        "script": Given(values=Script(joy="the lamp", medium=medium)),
        "ladder": Given(values=Ladder(), partly=True),
        "objections": Given(values=Objections(), rows=tuple(objections), partly=True),
        "pressure": Given(values=Pressure(), rows=tuple(lines), partly=True),
    }
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=TODAY, kind="job", given=given, stored=stored)


def by_key(**more):
    recruiter = more.pop("recruiter", "")
    return {one.key: one for one in rehearse_cards.cards(answers(**more), recruiter)}


def test_the_cards_are_what_the_plan_has_prepared():
    objection = Objection(text="Too little experience.", acknowledge="Yes.", value="I mend it.", question="Which?")
    line = PressureLine(line="Today or never!", reaction="On Thursday.")
    found = by_key(objections=[objection], lines=[line])
    assert found["script: number"].words.plain() == "I would like 155,000 USD a year gross."
    assert found["script: money"].says == "How do you come to that?"
    assert found["script: money"].after == "The number"
    assert found["script: person"].says == "The talk begins. You speak first."
    assert found["ladder: half"].says == "“We could meet in the middle.”"
    assert found["objection: Too little experience."].words.plain() == "Yes. I mend it.\n\nWhich?"
    assert found["pressure: Today or never!"].words.plain() == "On Thursday."
    assert found["tell: pay"].says == "What do you earn at the moment?"
    assert found["tell: My cat"].words.plain() == "She is well."


def test_an_empty_plan_has_cards_to_begin_with_and_their_gaps():
    found = by_key(stored={})
    assert len(found) > 25
    assert all(one.says and one.words.plain() for one in found.values())


def test_what_has_no_answer_or_is_unfinished_is_no_card():
    rows = [Objection(text="Too dear.", question="Why?"), Objection(text="x", value="y", draft={"text": ["x"]})]
    found = by_key(objections=rows, lines=[PressureLine(line="Now!"), PressureLine(reaction="No.")])
    assert not [key for key in found if key.startswith(("objection", "pressure"))]


def test_a_mail_is_not_learned_by_heart():
    assert "script: mail" not in by_key(medium="mail")
    assert "script: next" in by_key(medium="mail")


def test_two_objections_of_the_same_words_are_one_card():
    twice = [Objection(text="Too dear.", value=value) for value in ("a", "b")]
    assert [one.words.plain() for key, one in by_key(objections=twice).items() if key == "objection: Too dear."] == [
        "a"
    ]


def test_a_hard_recruiter_has_many_lines_in_five_manners_and_each_is_answered():
    facts = recruiter_facts()
    lines = [line.says for manner in facts.manners.values() for line in manner.lines]
    assert len(facts.manners) == 5
    assert len(lines) == len(set(lines)) >= 60
    assert not re.search(r"\d", " ".join(lines))  # a number would be remembered
    found = by_key(recruiter="all")
    told = [one for one in found.values() if one.kind == "recruiter"]
    assert len(told) == len(lines)
    assert all(one.words.plain() for one in told)
    assert found["recruiter: Hm."].words == found["ladder: silence"].words
    assert found["recruiter: No time for details. Yes or no?"].words.plain() == "A moment, please."
    assert not found["recruiter: No time for details. Yes or no?"].ours
    assert found["recruiter: You are not in a position to ask."].ours
    (gap,) = found["recruiter: Start on Monday, and we will find a way for everything else."].words.gaps
    assert gap.step == "information"


def test_a_talk_without_a_number_has_no_card_that_asks_for_one():
    enough = {"zopa": {"desired": "140000", "offer": "141000"}}
    found = by_key(stored=STORED | GUARDS | enough, recruiter="all")
    assert not [key for key in found if key in ("script: number", "ladder: half", "recruiter: Hm.")]


@pytest.mark.parametrize("manner", MANNERS)
def test_one_manner_brings_its_own_lines(manner):
    told = [key for key in by_key(recruiter=manner) if key.startswith("recruiter")]
    assert len(told) == len(recruiter_facts().manners[manner].lines)


def test_the_panel_says_what_is_left_and_how_it_stands():
    rows = [
        Practised(key="script: number", seen=TODAY, first=TODAY, went="fluent", turn=1, fluent=1),
        Practised(key="script: money", seen=TODAY, first=TODAY, went="halting", turn=2, halted=True),
        Practised(key="nobody says this any more", seen=TODAY, first=TODAY, went="no", turn=3),
    ]
    found = rehearse.results(answers(rows=rows, call=TODAY + timedelta(days=1)))
    assert dict(found["so_far"]) == {"fluent": 1, "halting": 1, "not yet": 0, "never tried": found["cards"] - 2}
    assert found["today"] == [f"{found['cards'] - 2} new", "1 once more, because they did not come by themselves today"]
    assert found["halting"] == ["How do you come to that?"]


def test_a_kind_word_for_every_day():
    assert "strange to everybody" in rehearse.results(answers())["kind"]
    rows = [Practised(key="script: number", seen=TODAY, first=TODAY, went="fluent", turn=1)]
    assert "wait for another day" in rehearse.results(answers(rows=rows))["kind"]
    assert "Halting is not failing" in rehearse.results(answers(rows=rows, call=TODAY + timedelta(days=1)))["kind"]
    assert "The talk is today" in rehearse.results(answers(rows=rows, call=TODAY))["kind"]
    every = [Practised(key=key, seen=TODAY, first=TODAY, went="fluent", turn=1) for key in by_key()]
    assert "enough for today" in rehearse.results(answers(rows=every))["kind"]


def test_what_became_of_small_asks():
    assert rehearse.asked(answers(asks=[SmallAsk(text="a")])) == ""
    assert rehearse.asked(answers(asks=[SmallAsk(text="a", how="no")])).endswith("and nothing was lost.")
    assert rehearse.asked(answers(asks=[SmallAsk(text="a", how="yes")])) == "You have asked once. Something came of it."
    two = [SmallAsk(text="a", how="yes"), SmallAsk(text="b", how="no")]
    assert rehearse.asked(answers(asks=two)) == "You have asked 2 times. Something came of it 1 of these times."


def test_the_day_of_the_talk_stands_among_the_dates():
    assert [one.day for one in rehearse.dates(answers(call=TODAY))] == [TODAY]
    assert rehearse.dates(answers()) == []


def card(client, plan, query=""):
    return client.get(address(plan, "rehearse") + "card/" + query)


def mark(client, plan, how, *, page=None, query="", **more):
    shown = (page or card(client, plan, query)).context
    data = {"key": shown["card"].key, "turn": shown["turn"], "mark": how} | more
    return client.post(address(plan, "rehearse") + "card/" + query, data, follow=True)


def test_cards_come_one_after_the_other_and_a_halting_one_again_the_same_day(filler, plan):
    press(filler, plan, "rehearse", call=plan.today + timedelta(days=1), way="typed", clock="30", recruiter="none")
    first = card(filler, plan)
    assert 'name="typed"' in first.content.decode()
    assert 'data-clock="30"' in first.content.decode()
    halted = first.context["card"].key
    page = mark(filler, plan, "halting", typed="Well, I")
    assert page.context["card"].key != halted
    assert Practised.objects.get(key=halted).typed == "Well, I"
    left = page.context["left"]
    for _ in range(left - 1):
        page = mark(filler, plan, "fluent")
    assert page.context["card"].key == halted
    page = mark(filler, plan, "fluent")
    assert "Nothing is left for today" in words(page)
    assert set(Practised.objects.values_list("seen", flat=True)) == {plan.today}


def test_a_card_is_marked_once_however_often_it_is_sent(filler, plan):
    page = card(filler, plan)
    mark(filler, plan, "no", page=page)
    again = mark(filler, plan, "fluent", page=page)
    assert "was marked already" in words(again)
    assert [row.went for row in Practised.objects.all()] == ["no"]


def test_a_round_with_a_recruiter_has_only_their_lines(filler, plan):
    page = card(filler, plan, "?with=tough")
    assert page.context["left"] == len(recruiter_facts().manners["tough"].lines)
    page = mark(filler, plan, "fluent", query="?with=tough")
    assert page.context["left"] == len(recruiter_facts().manners["tough"].lines) - 1
    assert page.request["QUERY_STRING"] == "with=tough"


@pytest.mark.parametrize("data", [{"key": "script: number", "mark": "great"}, {"key": "no such", "mark": "no"}, {}])
def test_a_mark_that_is_none_is_not_there(filler, plan, data):
    assert filler.post(address(plan, "rehearse") + "card/", data).status_code == 404
    assert card(filler, plan, "?with=shark").status_code == 404


def test_the_longest_typed_answer_is_cut_and_kept(filler, plan):
    mark(filler, plan, Mark.NO, typed="x" * 5000)
    assert len(Practised.objects.get().typed) == 2000


def test_where_very_many_lines_were_tried_the_oldest_makes_room(filler, plan):
    Practised.objects.bulk_create(
        Practised(plan=plan, key=f"gone: {n}", went="no", seen=plan.today, turn=n + 1) for n in range(rehearse.MOST)
    )
    mark(filler, plan, Mark.FLUENT)
    assert Practised.objects.count() == rehearse.MOST
    assert not Practised.objects.filter(key="gone: 0").exists()
    assert Practised.objects.filter(went="fluent").count() == 1


def test_a_voice_is_offered_only_if_it_is_wanted(filler, plan):
    assert "Hear it" not in words(card(filler, plan))
    press(filler, plan, "rehearse", way="aloud", clock="none", recruiter="none", voice="on")
    assert "Hear it" in words(card(filler, plan))


def test_small_asks_begin_with_ours(filler, plan):
    filler.post(address(plan, "rehearse") + "starters/")
    assert SmallAsk.objects.count() == 7


def test_the_pages_ask_the_store_no_more_for_many_rows(filler, plan, django_assert_max_num_queries):
    Practised.objects.bulk_create(
        Practised(plan=plan, key=f"script: {n}", went="no", seen=timezone.now().date(), turn=n + 1) for n in range(200)
    )
    with django_assert_max_num_queries(12):
        filler.get(address(plan, "rehearse"))
    with django_assert_max_num_queries(12):
        card(filler, plan)


def test_htmx_request(filler, plan):
    data = {"way": "aloud", "clock": "none", "recruiter": "tough"}
    panel = autosave(filler, plan, "rehearse", client=uuid.uuid4(), seq=1, seen=0, **data)
    assert "lines for today" in words(panel)
    assert "<html" not in panel.content.decode()
