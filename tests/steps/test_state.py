"""The step state: talk or move the call, the posture, the fear; and the same told about a friend."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from groundwork.blocks import Fact, for_sharing
from groundwork.money import Frame
from negotiation.facts import fears, state_facts
from negotiation.models import Plan, State
from negotiation.steps import state
from negotiation.steps.base import Answers, Given
from tests.facts.test_facts import FIRST_OR_SECOND
from tests.steps.sending import HTMX, address, press, version_in

FACTS = state_facts()
FINE = dict.fromkeys(state.WEIGHING, "1") | dict.fromkeys(state.MARKS, "yes")
BAD = FINE | {"tired": "5", "angry": "4", "calm": "no"}
OWN = {"equal_sentence": "We both look", "worst_case": "I sit at home", "then_do": "Mend my clocks"}
FRIEND = RequestFactory().get("/", {"friend": "1"})


def answers(*, unknown=(), kind="job", **values):
    given = {"state": Given(values=State(**values), unknown=frozenset(unknown))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind=kind, given=given)


def own_words_apart(html):
    """Without what was typed, which is quoted as it stands."""
    return re.sub(r"<q>.*?</q>", "", html, flags=re.S)


def panel(shown, request=None):
    """The text of the panel as it is read."""
    context = {"plan": Plan(), "step": state.STEP, "result": shown}
    html = render_to_string("negotiation/steps/state.html#panel", context, request or RequestFactory().get("/"))
    html = own_words_apart(html) if request else html
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def you(**values):
    return state.results(answers(**values))["you"]


def test_a_good_day_is_a_day_to_talk():
    shown = you(**FINE)
    assert shown["headline"] == FACTS.results["talk"].headline.text
    assert shown["reasons"] == [FACTS.reasons["nothing_against"].text]
    assert (shown["heavy"], shown["lacking"], shown["move"]) == ([], [], False)


def test_a_bad_day_moves_the_call_and_says_what_it_costs_and_what_helps():
    shown = you(**BAD)
    assert shown["headline"] == FACTS.results["move"].headline.text
    assert [part["label"] for part in shown["heavy"]] == [
        "Tiredness weighs very heavily",
        "Anger at the present employer weighs heavily",
    ]
    text = panel(state.results(answers(**BAD)))
    for words in (FACTS.states["tired"].costs, FACTS.states["tired"].helps, FACTS.marks["calm"].lacking):
        assert words.text in text


def test_without_an_answer_there_is_no_result():
    assert "headline" not in you()
    assert "headline" not in you(fear="greedy", posture="pupil")
    assert state.brief(answers()) == []
    assert "headline" in you(unknown=["tired"])


@pytest.mark.parametrize("fear", fears())
def test_a_fear_comes_with_what_is_known_from_where_and_how_surely(fear):
    text, words = panel(state.results(answers(fear=fear))), fears()[fear]
    assert words.line.text in text
    assert words.do.text in text
    for each in words.evidence:
        assert each.text in text
        assert f"Source: {each.source}" in text
        assert f"Sample: {each.sample}. Confidence: {each.confidence}." in text
    assert bool(words.evidence) != (words.no_evidence is not None and words.no_evidence.text in text)


def test_the_worst_case_stands_with_what_comes_then():
    text = panel(state.results(answers(**OWN)))
    assert "I sit at home" in text
    assert "Mend my clocks" in text
    assert "If the worst came true" not in panel(state.results(answers(**FINE)))


@pytest.mark.parametrize("posture", ["pupil", "knower", "tester"])
def test_a_posture_brings_a_sentence_that_makes_an_equal(posture):
    words = FACTS.postures[posture]
    text = panel(state.results(answers(posture=posture)))
    assert words.label in text
    assert words.sentence.text in text


def test_an_equal_needs_no_sentence():
    assert you(posture="equal")["posture"] is None


def test_nothing_of_it_may_ever_be_handed_on():
    given = answers(**BAD, **OWN, posture="pupil", fear="losing")
    blocks = [*state.brief(given), *state.STEP.ready(given)]
    assert len(blocks) > 8
    assert for_sharing(blocks) == ()
    assert state.STEP.ready(given) == [Fact(label="As an equal", value="We both look")]
    assert [gap.field for gap in state.STEP.gaps(answers())] == ["tired"]
    assert state.STEP.gaps(answers(calm="no")) == []


def levels(name):
    """One answer of each weight; the lighter ones are the same to the table."""
    return ("", "1", "4", "5") if name in state.WEIGHING else ("", "yes", "no")


def test_about_a_friend_no_word_is_said_to_them():
    """Every combination of weights and marks: each panel that differs is drawn and read."""
    drawn, headlines = set(), set()
    for values in product(*(levels(name) for name in state.QUESTIONS)):
        given = answers(**dict(zip(state.QUESTIONS, values, strict=True)))
        shown = state.told(given, state.VOICES["friend"])
        assert not FIRST_OR_SECOND.search(str(shown.pop("answers")))
        if str(shown) not in drawn:
            drawn.add(str(shown))
            said = panel({"friend": shown}, FRIEND)
            assert not FIRST_OR_SECOND.search(said), said
        headlines.add(shown.get("headline"))
    assert len(drawn) > 500
    assert headlines == {None, *(result.headline.for_friend() for result in FACTS.results.values())}


def test_about_a_friend_neither_posture_nor_fear_is_said_to_them():
    for fear, posture in product(("", *fears()), ("", "pupil", "knower", "tester", "equal")):
        said = panel(state.results(answers(fear=fear, posture=posture, **BAD, **OWN)), FRIEND)
        assert not FIRST_OR_SECOND.search(said), said
        assert fear == "" or fears()[fear].do.for_friend() in said


def test_every_answer_is_told_about_a_friend_in_the_words_of_its_scale():
    for level, name in product("12345", state.WEIGHING):
        ((asks, means),) = state.told(answers(**{name: level}), state.VOICES["friend"])["answers"]
        assert (asks, means) == (FACTS.states[name].asks.for_friend(), FACTS.states[name].scale[int(level) - 1])
        assert not FIRST_OR_SECOND.search(asks + means)
    assert state.level(State(), "calm") == "Not known"


def test_the_page_empty_half_and_full(filler, plan):
    page = filler.get(address(plan, "state")).content.decode()
    for words in (*FACTS.states["tired"].scale, "I do not know"):
        assert words in page
    assert page.count('name="tired"') == 6
    press(filler, plan, "state", tired="2", calm="unknown")
    assert plan.states.get(slug="state").unknown == ["calm"]
    press(filler, plan, "state", version=1, **BAD, **OWN, fear="losing", posture="pupil")
    assert plan.states.get(slug="state").state == "done"
    page = filler.get(address(plan, "state")).content.decode()
    assert f'href="/plans/{plan.pk}/letters/move-call/"' in page
    assert "I sit at home" in page


def test_a_wrong_answer_is_said_and_the_rest_is_kept(filler, plan):
    response = press(filler, plan, "state", **OWN, tired="6")
    assert response.status_code == 422
    assert "Choose one of these." in response.content.decode()
    assert "Mend my clocks" in response.content.decode()
    assert "Mend my clocks" in filler.get(address(plan, "state")).content.decode()


def test_the_fears_of_freelancers_are_theirs_and_a_chosen_one_stays(filler, plan):
    assert 'value="outnumbered"' not in filler.get(address(plan, "state")).content.decode()
    plan.kind = "freelance"
    plan.save()
    assert 'value="outnumbered"' in filler.get(address(plan, "state")).content.decode()
    press(filler, plan, "state", fear="outnumbered")
    plan.kind = "job"
    plan.save()
    assert 'value="outnumbered"' in filler.get(address(plan, "state")).content.decode()


def test_htmx_request(filler, plan):
    response = filler.post(address(plan, "state"), {"version": 0, **BAD}, **HTMX)
    page = response.content.decode()
    assert FACTS.results["move"].headline.text in page
    assert "<html" not in page
    assert version_in(response) == 1


def test_the_friends_view_has_a_way_back_and_no_form(filler, plan):
    press(filler, plan, "state", **BAD)
    page = filler.get(address(plan, "state"), {"friend": "1"}).content.decode()
    assert "They should move the call" in page
    assert "data-autosave" not in page
    assert f'href="{address(plan, "state")}"' in page


def test_the_page_asks_little_of_the_database(filler, plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        filler.get(address(plan, "state"))
