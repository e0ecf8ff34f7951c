"""The step timing: a result with its reasons, what one brings, and the same told about a friend."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from groundwork.blocks import Fact, for_sharing
from groundwork.money import Frame
from negotiation.facts import QUESTIONS, timing_facts
from negotiation.models import Batna, Edge, Plan, Timing
from negotiation.steps import timing
from negotiation.steps.base import Answers, Gap, Given
from tests.facts.test_facts import FIRST_OR_SECOND
from tests.steps.sending import HTMX, address, press, version_in

FACTS = timing_facts()
GO = {"wanted": "yes", "invited": "yes", "usual": "yes", "edge": "known", "undervalued": "yes"}
SHORT = {"outgoings": Decimal(100), "income": Decimal(0), "savings": Decimal(200)}
LONG = SHORT | {"savings": Decimal(1000)}
FRIEND = RequestFactory().get("/", {"friend": "1"})


def answers(*edges, unknown=(), means=None, **values):
    rows = tuple(Edge(**row) for row in edges)
    given = {
        "timing": Given(values=Timing(**values), rows=rows, unknown=frozenset(unknown)),
        "batna": Given(values=Batna(**(means or {}))),
    }
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def own_words_apart(html):
    """Without what was typed, which is quoted as it stands."""
    return re.sub(r"<q>.*?</q>", "", html, flags=re.S)


def panel(given, request=None):
    """The text of the panel as it is read."""
    shown = {"plan": Plan(), "step": timing.STEP, "answers": given, "result": timing.results(given)}
    html = render_to_string("negotiation/steps/timing.html#panel", shown, request or RequestFactory().get("/"))
    html = own_words_apart(html) if request else html
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def you(*edges, **values):
    return timing.results(answers(*edges, **values))["you"]


@pytest.mark.parametrize(
    ("values", "means", "result"),
    [
        (GO, LONG, "go"),
        ({"wanted": "yes", "invited": "yes"}, LONG, "prepare"),
        (GO | {"wanted": "too_early"}, LONG, "wait"),
        ({"wanted": "yes", "invited": "no", "usual": "no", "edge": "none", "undervalued": "no"}, LONG, "do_not"),
        (GO | {"invited": "no", "edge": "none"}, LONG, "go"),
        (GO | {"invited": "no", "edge": "none"}, SHORT, "prepare"),
    ],
)
def test_each_result_has_its_headline_and_reasons(values, means, result):
    shown = you(means=means, **values)
    words = FACTS.results[result]
    assert (shown["headline"], shown["next"]) == (words.headline.text, words.next.text)
    assert shown["reasons"]
    assert shown["caution"] == (FACTS.caution.text if means is SHORT else "")


def test_what_comes_in_and_covers_the_spending_asks_for_no_care():
    assert you(means={"outgoings": Decimal(1), "income": Decimal(1)}, **GO)["caution"] == ""
    assert you(**GO)["caution"] == FACTS.caution.text


def test_without_an_answer_there_is_no_result():
    assert "headline" not in you()
    assert timing.brief(answers()) == []
    for result in FACTS.results.values():
        assert result.headline.text not in panel(answers())


def test_i_do_not_know_is_an_answer_and_an_open_question_is_named():
    shown = you(unknown=QUESTIONS)
    assert shown["headline"] == FACTS.results["prepare"].headline.text
    assert shown["open"] == ""
    assert you(wanted="yes")["open"] == "4 of the 5 questions are still open and count as not known."
    assert you(**GO | {"edge": ""})["open"] == "1 of the 5 questions is still open and counts as not known."


def test_an_edge_stands_in_an_outsiders_words_or_says_that_it_does_not():
    put = {"kind": "skill", "text": "Fog signals", "plain_words": "Ships find the harbour blind."}
    text = panel(answers(put, {"text": "Knots"}, **GO))
    assert "Ships find the harbour blind." in text
    assert text.count(FACTS.not_put.text) == 1
    assert "special skill" in text
    unfinished = answers(put | {"draft": {"text": ["Fog"]}}, **GO)
    assert "Fog signals" not in panel(unfinished)


def test_an_edge_that_the_answer_denies_is_asked_about():
    assert you({"text": "Knots"}, **GO | {"edge": "none"})["mismatch"] == FACTS.mismatch.text
    assert you({"text": "Knots"}, **GO)["mismatch"] == ""
    assert you(**GO | {"edge": "none"})["mismatch"] == ""


def test_a_hurdle_that_was_named_brings_its_advice():
    given = answers(hurdle_worth="They think lamps tend themselves", misread="A short answer")
    assert timing.hurdles(given, timing.to_you) == [
        (FACTS.hurdles["unseen"].label, "They think lamps tend themselves", FACTS.hurdles["unseen"].text),
        (FACTS.hurdles["misread"].label, "A short answer", FACTS.hurdles["misread"].text),
    ]


def test_the_call_sheet_has_a_line_only_when_it_is_not_go():
    assert timing.sheet(answers(means=LONG, **GO)) == []
    held = timing.sheet(answers(means=LONG, **GO | {"wanted": "too_early"}))
    assert held == [Fact(label="Asking now", value=FACTS.results["wait"].headline.text)]
    (gap,) = timing.sheet(answers(invited="yes"))
    assert isinstance(gap, Gap)
    assert (gap.field, gap.blocks) == ("wanted", "whether this is the call to ask on")


def test_nothing_of_it_may_be_handed_on():
    given = answers({"text": "Knots", "kind": "skill"}, misread="Haste", **GO | {"edge": "none", "wanted": "too_early"})
    blocks = [*timing.brief(given), *timing.STEP.ready(given)]
    assert len(blocks) > 6
    assert for_sharing(blocks) == ()


@pytest.mark.parametrize("means", [SHORT, {}, LONG])
def test_about_a_friend_no_word_is_said_to_them(means):
    """Every combination of answers, each with everything that the panel can show beside it."""
    edges = ({"kind": "skill", "text": "I tie", "plain_words": "Mine hold"}, {"kind": "people", "text": "I know you"})
    hurdles = {"hurdle_worth": "I am new", "hurdle_culture": "My words", "misread": "You and me"}
    choices = [("", *(code for code, _ in Timing._meta.get_field(name).flatchoices)) for name in QUESTIONS]
    seen = set()
    for values in product(*choices):
        given = answers(*edges, means=means, **hurdles, **dict(zip(QUESTIONS, values, strict=True)))
        shown = timing.results(given)["friend"]
        said = panel(given, FRIEND)
        assert not FIRST_OR_SECOND.search(said), said
        assert not FIRST_OR_SECOND.search(str(shown["answers"]))
        seen.add(shown.get("headline"))
    assert seen == {None, *(result.headline.for_friend() for result in FACTS.results.values())}


def test_the_page_empty_half_and_full(filler, plan):
    page = filler.get(address(plan, "timing")).content.decode()
    assert 'value="unknown"' in page
    assert "I am not sure" in page
    assert "(optional)" not in page.split("What may stand in the way")[0]
    press(filler, plan, "timing", wanted="yes", invited="unknown")
    assert plan.states.get(slug="timing").unknown == ["invited"]
    page = filler.get(address(plan, "timing")).content.decode()
    assert re.search(r'name="invited" value="unknown"[^>]* checked', page)
    press(filler, plan, "timing", version=1, **GO)
    state = plan.states.get(slug="timing")
    assert (state.unknown, state.state) == ([], "done")
    assert Timing.objects.get(plan=plan).invited == "yes"


def test_i_do_not_know_replaces_an_answer(filler, plan):
    press(filler, plan, "timing", **GO)
    press(filler, plan, "timing", version=1, **GO | {"edge": "unknown"})
    assert Timing.objects.get(plan=plan).edge == ""
    assert plan.states.get(slug="timing").unknown == ["edge"]


def test_care_leads_to_where_the_savings_are_entered(filler, plan):
    press(filler, plan, "timing", **GO)
    link = f'href="{address(plan, "batna")}#id_outgoings"'
    assert link in filler.get(address(plan, "timing")).content.decode()
    Batna.objects.create(plan=plan, **SHORT)
    page = filler.get(address(plan, "timing")).content.decode()
    assert link not in page
    assert FACTS.reasons["runway_short"].text in page
    assert FACTS.caution.text in page


def test_each_answer_is_told_shortly_and_with_what_it_means():
    given = answers(wanted="too_early", edge="showable", undervalued="no", unknown=["usual"])
    told = timing.answered(given, timing.VOICES["friend"])
    assert [answer for _, answer, _ in told] == ["No", "Not known", "Yes", "No"]
    assert told[1][2] == FACTS.questions["usual"].answers["unknown"].for_friend()


def test_a_wrong_answer_is_said_and_the_rest_is_kept(filler, plan):
    response = press(filler, plan, "timing", **GO | {"edge": "shoe", "misread": "Haste"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Choose one of these." in page
    assert "Haste" in page
    assert plan.states.get(slug="timing").draft is not None


def test_htmx_request(filler, plan):
    response = filler.post(address(plan, "timing"), {"version": 0, **GO}, **HTMX)
    page = response.content.decode()
    assert FACTS.results["go"].headline.text in page
    assert "<html" not in page
    assert version_in(response) == 1


def test_the_friends_view_has_a_way_back_and_no_form(filler, plan):
    press(filler, plan, "timing", **GO)
    page = filler.get(address(plan, "timing"), {"friend": "1"}).content.decode()
    assert "They can negotiate now." in page
    assert "data-autosave" not in page
    assert f'href="{address(plan, "timing")}"' in page
    assert FACTS.questions["edge"].asks.for_friend() in page


def test_an_edge_needs_its_name(filler, plan):
    from tests.steps.test_rows import add

    wrong = add(filler, plan, slug="timing", kind="skill", plain_words="Ropes that hold")
    assert wrong.status_code == 422
    assert "Enter what you bring." in wrong.content.decode()


def test_the_page_asks_the_database_as_often_for_one_edge_as_for_many(filler, plan, django_assert_max_num_queries):
    for number in range(20):
        Edge.objects.create(plan=plan, text=f"edge {number}", version=1)
    with django_assert_max_num_queries(9):
        filler.get(address(plan, "timing"))
