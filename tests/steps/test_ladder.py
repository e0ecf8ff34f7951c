"""The step ladder: an answer to each reply, filled from the plan, with gaps where the plan is silent."""

from __future__ import annotations

import io
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from groundwork.money import Frame
from negotiation.calc.ladder import Reply
from negotiation.ladder import ladder_facts
from negotiation.models import Concession, Ladder, StoolAsk, Telling
from negotiation.steps import ladder, ladder_words
from negotiation.steps.base import Answers, Gap, Given
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

NUMBERS = {"opens": "155000", "desired": "140000", "minimum": "126000", "offer": "125000"}
SHOWN = {"shown": [["Mend the lamp myself", "43000"]]}
WAY = [
    ["7000", "148000", "you have one table of pay.", "a review in spring."],
    ["4000", "144000", "we are near", "a day at home"],
]
TOLD = [
    ["pay", "What I earn", "I would rather talk about the job. What range have you planned?"],
    ["leaving", "Why", "I want to keep a lamp that burns"],
]
ASKS = ["a second keeper in storms"]


def answers(*, numbers=NUMBERS, batna="120000", steps=WAY, told=TOLD, asks=ASKS, shown=SHOWN, **values):
    stored = {
        "zopa": numbers | {"steps": steps},
        "batna": {"alternative": batna} if batna else {},
        "impact": shown,
        "information": {"guards": told},
        "stool": {"asks": asks},
    }
    frame = Frame(currency="USD", period="year", basis="gross")
    given = {"ladder": Given(values=Ladder(**values))}
    return Answers(frame=frame, locale="en", today=date(2026, 11, 30), kind="job", given=given, stored=stored)


def said(reply, **more):
    return next(one for one in ladder_words.answered(answers(**more)) if one.reply is reply)


def test_each_reply_says_how_it_stands_what_one_says_and_what_comes_next():
    half = said(Reply.HALF, numbers=NUMBERS | {"desired": "145000"})
    assert half.amount == "140,000 USD a year gross"
    assert half.stands == (
        "14,000 USD a year gross above your minimum",
        "20,000 USD a year gross above what you have otherwise",
        "5,000 USD a year gross below your target",
    )
    assert half.short == "140,000: 14,000 above minimum, 5,000 below target"
    assert half.words.plain() == (
        "Thank you for moving. What I would do first: Mend the lamp myself. I can come to 148,000 USD a year gross, "
        "because you have one table of pay. In return I would like a review in spring."
    )
    assert half.then == ladder_facts().moves["trade"]
    assert half.give == (
        "Give 7,000 USD a year gross, and ask for 148,000 USD a year gross, in return for: a review in spring."
    )


def test_whoever_has_what_they_aim_for_gives_nothing_more():
    half = said(Reply.HALF)
    assert half.stands[-1] == "exactly your target"
    assert (half.then, half.give) == (ladder_facts().moves["settle"], "")
    assert "I can come to" not in half.words.plain()


@pytest.mark.parametrize("numbers", [{"minimum": "126000"}, {"minimum": "100000"}])
def test_what_is_said_and_what_to_do_agree(numbers):
    """Below a minimum nothing is accepted, and what is enough is not asked on about."""
    low = numbers["minimum"] == "126000"
    found = {one.reply: one for one in ladder_words.answered(answers(batna="", numbers=NUMBERS | numbers))}
    assert ("I cannot say yes" in found[Reply.FINAL].words.plain()) is low
    assert ("less than you would accept for the whole job" in found[Reply.BUDGET].then) is low
    for reply in (Reply.NEAR, Reply.HALF):
        settles = found[reply].then == ladder_facts().moves["settle"]
        assert settles == ("that works for me" in found[reply].words.plain())


def test_whoever_is_offered_what_they_aim_for_has_nothing_to_ask():
    enough = {"desired": "140000", "minimum": "126000", "offer": "141000"}
    found = ladder.results(answers(numbers=enough))
    assert [one.reply for one in found["rungs"]] == [Reply.TODAY, Reply.EARN, Reply.STAY]
    assert (found["enough"], found["bare"]) == ("141,000 USD a year gross", False)
    assert len(ladder.results(answers(numbers=enough | {"opens": "150000"}))["rungs"]) == len(Reply)


def test_below_a_minimum_the_difference_says_so():
    assert said(Reply.NOTHING).stands[0] == "1,000 USD a year gross below your minimum"
    assert said(Reply.NOTHING).then == ladder_facts().moves["hold"]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply.YES, "Let me say it back, so that we mean the same: 155,000 USD a year gross."),
        (Reply.NEAR, "Thank you, that works for me: 147,500 USD a year gross. Let us settle the rest"),
        (Reply.NOTHING, "I understand that 125,000 USD a year gross is what stands today. What I would do first: "),
        (Reply.FINAL, "As it stands I cannot say yes to it. Is there anything that would make more possible?"),
        (Reply.BUDGET, "If 125,000 USD a year gross is what there is, could somebody else do this: the meetings?"),
        (Reply.SILENCE, "Take your time."),
        (Reply.TODAY, "you will have it by Thursday at noon. What would be lost until then?"),
        (Reply.EARN, "I would rather talk about the job. What range have you planned?"),
        (Reply.FIRST, "I would like 155,000 USD a year gross. What I would do first: Mend the lamp myself. How does"),
        (
            Reply.STAY,
            "means something to me. I want to keep a lamp that burns. A higher pay would not change that",
        ),
    ],
)
def test_every_answer_is_a_whole_sentence_of_the_plan(reply, expected):
    one = said(reply, until="Thursday at noon.", drop="the meetings")
    assert expected in one.words.plain()
    assert not one.words.gaps


def test_an_empty_plan_has_an_answer_to_each_reply_and_names_what_is_missing():
    found = ladder_words.answered(answers(numbers={}, batna="", steps=[], told=[], asks=[], shown={}))
    assert [one.reply for one in found] == list(Reply)
    assert all(one.words.plain().strip() and one.then for one in found)
    missing = {gap.step for one in found for gap in one.words.gaps}
    assert missing == {"zopa", "ladder", "information", "stool"}
    assert not any("None" in one.words.plain() for one in found)


def test_an_ask_besides_pay_goes_on_in_the_sentence_however_it_was_typed():
    one = said(Reply.FINAL, numbers=NUMBERS | {"minimum": "100000"}, asks=["I would like The second keeper, please?"])
    assert "I would like the second keeper, please. Would that be possible?" in one.words.plain()


def test_a_step_without_its_reason_is_not_offered():
    one = said(Reply.HALF, numbers=NUMBERS | {"desired": "150000"}, steps=[["7000", "148000", "", "a review"]])
    assert "What else could we put together" in one.words.plain()


def test_ones_own_words_are_said_as_they_are_and_can_be_taken_back():
    own = said(Reply.SILENCE, own_silence=" Shall I go on? ")
    assert (own.words.plain(), own.own) == ("Shall I go on?", True)
    assert not said(Reply.SILENCE).own


@pytest.mark.parametrize(
    ("number", "says", "then"),
    [
        ("160000", "A full yes", "settle"),
        ("141000", "Half of the way", "settle"),
        ("130000", "A small step towards you", "trade"),
        ("125500", "A small step towards you", "hold"),
        ("125000", "No", "hold"),
        ("100000", "Less than they had offered", "hold"),
    ],
)
def test_a_number_they_have_just_named_says_which_reply_it_is(number, says, then):
    found = ladder_words.heard_now(answers(said=Decimal(number)))
    assert (found["says"], found["then"]) == (says, ladder_facts().moves[then])
    assert bool(found["give"]) is (then == "trade")


@pytest.mark.parametrize(
    ("floor", "batna", "then"),
    [
        ("100000", "90000", "you can take it"),
        ("126000", "90000", "below your minimum"),
        ("100000", "130000", "a calm no"),
    ],
)
def test_a_last_word_can_be_taken_only_above_all_that_would_be_accepted(floor, batna, then):
    one = said(Reply.FINAL, numbers=NUMBERS | {"minimum": floor}, batna=batna)
    assert then in one.then
    assert "you can take it" not in said(Reply.FINAL, numbers={"offer": "5"}, batna="").then


def test_before_a_number_is_named_nothing_is_said_of_one():
    assert ladder_words.heard_now(answers()) == {}
    assert ladder_words.heard_now(answers(said=Decimal(5), numbers={}, batna=""))["stands"] == []


def test_the_call_sheet_waits_for_the_hour_of_the_answer():
    (gap,) = ladder.sheet(answers())
    assert isinstance(gap, Gap)
    assert gap.field == "until"
    (fact,) = ladder.sheet(answers(until="Thursday at noon."))
    assert fact.value == "You will have my answer by Thursday at noon."


def test_the_paper_is_private_and_stays_away_without_an_opening():
    blocks = ladder.brief(answers())
    assert len(blocks[0].rows) == len(Reply)
    assert not blocks[0].shareable
    assert ladder.brief(answers(numbers={})) == []


def numbers_set(filler, plan):
    plan.currency = "USD"
    plan.save()
    mine = {"target_fixed": "140000", "floor_fixed": "126000"}
    return press(filler, plan, "zopa", counts="fixed", offer_fixed="125000", market_high="160000", **mine)


def test_the_page_takes_its_numbers_from_the_step_that_sets_them(filler, plan):
    numbers_set(filler, plan)
    page = words(filler.get(address(plan, "ladder")))
    assert "I would like 155,000 USD a year gross." in page  # worked out there, and typed nowhere
    assert "1,000 USD a year gross below your minimum" in page


def test_the_half_page_is_on_one_page_as_a_pdf(filler, plan):
    numbers_set(filler, plan)
    file = filler.get(address(plan, "ladder") + "answers.pdf")
    pages = PdfReader(io.BytesIO(file.content)).pages
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    assert "Today or never" in text
    assert "[the day and" in text
    assert "Private: do not forward" in text


def test_htmx_request(filler, plan):
    numbers_set(filler, plan)
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "said": "141k", "until": "Friday at ten"}
    panel = filler.post(address(plan, "ladder"), data, **HTMX)
    assert "Half of the way" in words(panel)
    assert "you will have it by Friday at ten." in words(panel)  # the answers follow, not only the panel
    assert "<html" not in panel.content.decode()


def test_the_page_costs_as_many_queries_with_long_lists_as_with_one_entry(filler, plan):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "ladder"))
        return len(seen)

    numbers_set(filler, plan)
    Telling.objects.create(plan=plan, kind="pay", sentence="x", version=1)
    one = cost()
    Telling.objects.bulk_create(Telling(plan=plan, kind="pay", sentence="x") for _ in range(30))
    Concession.objects.bulk_create(Concession(plan=plan, because="x", in_return="y") for _ in range(9))
    StoolAsk.objects.bulk_create(StoolAsk(plan=plan, leg="pay", ask="x") for _ in range(29))
    assert cost() == one <= 12


def test_somebody_elses_paper_is_nowhere(filler):
    theirs = people.empty_plan(people.account("stranger"))
    for name in ("print/", "answers.pdf"):
        assert filler.get(address(theirs, "ladder") + name).status_code == 404
