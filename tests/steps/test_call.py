"""The step call: what is noted while one talks is kept once, and stands where it belongs."""

from __future__ import annotations

import re
import uuid
from datetime import date, time
from decimal import Decimal

import pytest

from groundwork.money import Frame
from negotiation import services
from negotiation.models import Call, CallEntry, Ladder, Pain, Promise, Script, Spent, StoolAsk
from negotiation.steps import call
from negotiation.steps.base import Answers, Gap, Given
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

TODAY = date(2026, 11, 30)


def answers(rows=(), **values):
    frame = Frame(currency="USD", period="year", basis="gross")
    given = {"call": Given(values=Call(**values), rows=tuple(rows))}
    return Answers(frame=frame, locale="en", today=TODAY, kind="job", given=given)


def entry(text="", **more):
    return CallEntry(**({"kind": "note", "text": text, "day": TODAY, "hour": time(9, 5)} | more))


def test_the_log_says_what_was_said_and_when_the_newest_first():
    rows = [entry("Hello"), entry("all they have", kind="offer", amount=Decimal(132000))]
    found = call.results(answers(rows))
    assert [(one["said"], one["note"]) for one in found["log"]] == [
        ("132,000 USD a year gross: all they have", "They named a number, 30 November 2026 09:05"),
        ("Hello", "A note, 30 November 2026 09:05"),
    ]
    assert found["number"] == "132,000 USD a year gross"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ""),
        ({"happens": "Ada sends the contract."}, "Ada sends the contract."),
        ({"happens": "Ada sends it", "by": date(2026, 12, 4)}, "Ada sends it, by 4 December 2026."),
        ({"silent": True}, call.LEFT_OPEN),
    ],
)
def test_what_happens_next_is_a_sentence(values, said):
    assert call.happens(Call(**values)) == said


def test_before_the_talk_the_call_sheet_waits_for_nothing_and_after_it_for_what_happens_next():
    assert call.sheet(answers()) == []
    (gap,) = call.sheet(answers([entry("Hello")]))
    assert isinstance(gap, Gap)
    assert call.sheet(answers(silent=True))[0].value == "They would not say."
    assert call.sheet(answers(happens="Ada writes"))[0].value == "Ada writes."


def test_the_day_they_named_stands_among_the_dates():
    assert [one.text for one in call.dates(answers(happens="Ada writes.", by=TODAY))] == ["After the talk: Ada writes"]
    assert call.dates(answers(happens="Ada writes")) == []


def test_the_paper_holds_the_last_two_hundred_lines_and_says_so():
    (table,) = call.brief(answers([entry(f"line {n}") for n in range(2000)]))
    assert len(table.rows) == 200
    assert table.rows[-1][2] == "line 1999"
    assert table.caption == "The last 200 of 2000 lines"
    assert not table.shareable
    assert call.brief(answers([entry("")])) == []


def log(client, plan, kind, text="", *, pk=None, **more):
    data = {"id": pk or uuid.uuid4(), "kind": kind, "text": text} | more
    return client.post(address(plan, "call") + "log/", data, headers={"X-Log": "1"})


def test_each_thing_noted_stands_where_it_belongs(filler, plan):
    Script.objects.create(plan=plan, medium="face")
    log(filler, plan, "note", "They were late")
    log(filler, plan, "theirs", "A course in spring")
    log(filler, plan, "mine", "The papers by Friday")
    log(filler, plan, "pain", "The night shifts")
    log(filler, plan, "offer", "all they have", amount="132k")
    log(filler, plan, "spent", what="half")
    told = {row.side: (row.text, row.how, row.day) for row in Promise.objects.all()}
    assert told == {
        "theirs": ("A course in spring", "voice", plan.today),
        "mine": ("The papers by Friday", "voice", plan.today),
    }
    assert Pain.objects.get().pain == "The night shifts"
    assert Ladder.objects.get().said == Decimal(132000)
    assert Spent.objects.get().hours == Decimal("0.5")
    assert [row.kind for row in CallEntry.objects.all()] == ["note", "theirs", "mine", "pain", "offer", "spent"]


def test_a_number_that_stands_where_the_words_go_is_a_number_all_the_same(filler, plan):
    log(filler, plan, "offer", "138,000")
    log(filler, plan, "offer", "138 or so")
    log(filler, plan, "note", "138,000")
    told = [(row.text, row.amount) for row in CallEntry.objects.all()]
    assert told == [("", Decimal(138000)), ("138 or so", None), ("138,000", None)]
    assert Ladder.objects.get().said == Decimal(138000)


def test_the_mail_says_back_the_number_and_what_was_granted(filler, plan):
    ask = StoolAsk.objects.create(plan=plan, leg="growth", ask="A mentor", version=1)
    assert "Once a promise is noted" in words(filler.get(address(plan, "promises")))
    log(filler, plan, "ask", ask=ask.pk, reply="agreed")
    log(filler, plan, "offer", "", amount="138000")
    page = words(filler.get(address(plan, "promises")))
    assert "You named 138,000 USD a year gross You agreed to this: a mentor" in page


def test_what_is_sent_twice_is_noted_once(filler, plan):
    pk = uuid.uuid4()
    for _ in range(3):
        answer = log(filler, plan, "theirs", "A course", pk=pk)
        assert answer.status_code == 200
    assert (CallEntry.objects.count(), Promise.objects.count()) == (1, 1)
    for _ in range(2):
        log(filler, plan, "spent", pk=uuid.UUID(int=7), what="round")
    assert Spent.objects.count() == 1


def test_an_answer_to_an_ask_stands_on_the_list_of_asks_and_in_the_log(filler, plan):
    ask = StoolAsk.objects.create(plan=plan, leg="people", ask="a second keeper", version=1)
    pk = uuid.uuid4()
    for _ in range(2):
        log(filler, plan, "ask", pk=pk, ask=ask.pk, reply="agreed")
    ask.refresh_from_db()
    assert (ask.reply, ask.day, ask.version) == ("agreed", plan.today, 2)
    assert CallEntry.objects.get().text == "They agreed: a second keeper"


def test_an_id_of_somebody_elses_is_not_there(filler, plan):
    theirs = people.full_plan(people.account("stranger"), "stranger")
    row = CallEntry.objects.filter(plan=theirs).first()
    ask = StoolAsk.objects.filter(plan=theirs).first()
    assert log(filler, plan, "note", "Hello", pk=row.pk).status_code == 404
    assert log(filler, plan, "ask", ask=ask.pk, reply="no").status_code == 404
    assert not CallEntry.objects.filter(plan=plan).exists()


@pytest.mark.parametrize(
    "data",
    [{"kind": "hello"}, {"kind": ""}, {"id": "x", "kind": "note"}, {"kind": "ask"}, {"kind": "spent", "what": "year"}],
)
def test_what_is_no_line_is_not_there(filler, plan, data):
    assert filler.post(address(plan, "call") + "log/", {"id": uuid.uuid4()} | data).status_code == 404


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"kind": "note", "text": " "}, "Enter what was said."),
        ({"kind": "offer", "text": ""}, "Enter the number they named"),
        ({"kind": "offer", "text": "hm", "amount": "a lot"}, "amount"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_keeps_what_was_typed(filler, plan, sent, says):
    page = filler.post(address(plan, "call") + "log/", {"id": uuid.uuid4()} | sent)
    assert page.status_code == 422
    assert says.lower() in words(page).lower()
    assert sent.get("amount", "") in page.content.decode()
    assert not CallEntry.objects.exists()


def test_without_a_script_the_page_comes_back_at_its_log(filler, plan):
    answer = filler.post(address(plan, "call") + "log/", {"id": uuid.uuid4(), "kind": "note", "text": "<b>Hello</b>"})
    assert answer.url.endswith("/call/screen/#log")
    assert "&lt;b&gt;Hello&lt;/b&gt;" in filler.get(address(plan, "call") + "screen/").content.decode()


def test_a_full_log_says_so_and_a_full_list_of_promises_stops_no_line(filler, plan):
    Promise.objects.bulk_create(Promise(plan=plan, side="mine", text="x") for _ in range(100))
    assert log(filler, plan, "mine", "One more").status_code == 200
    assert Promise.objects.count() == 100
    CallEntry.objects.bulk_create(CallEntry(plan=plan, text="x", day=TODAY) for _ in range(1999))
    answer = log(filler, plan, "note", "One more")
    assert answer.status_code == 422
    assert "The log is full: it holds 2,000 lines." in answer.json()["why"]
    page = filler.post(address(plan, "call") + "log/", {"id": uuid.uuid4(), "kind": "note", "text": "One more"})
    assert page.status_code == 422
    assert "The log is full" in words(page)
    assert "One more" in page.content.decode()


def test_every_form_of_the_screen_has_an_id_of_its_own(filler, plan):
    StoolAsk.objects.create(plan=plan, leg="people", ask="a second keeper", version=1)
    page = filler.get(address(plan, "call") + "screen/").content.decode()
    ids = re.findall(r'name="id" value="([0-9a-f-]{36})"', page)
    assert len(ids) == len(set(ids)) == 3


def test_an_empty_plan_has_a_marked_talk_and_answers_to_begin_with(filler, plan):
    page = words(filler.get(address(plan, "call") + "screen/"))
    assert "[the number you open with]" in page
    assert "You have prepared none." in page
    assert "Our budget is tight." in page
    assert "ours: you have no words of your own for it yet" in page


def test_the_mail_knows_the_day_and_the_next_step_from_the_talk(filler, plan):
    log(filler, plan, "theirs", "A course in spring")
    press(filler, plan, "call", happens="Ada sends the contract", by="2027-01-04")
    page = words(filler.get(address(plan, "promises")))
    assert "Ada sends the contract, by 4 January 2027." in page
    assert "Thank you for the talk on" in page
    press(filler, plan, "promises", next_step="I write on Monday.")
    assert "I write on Monday." in words(filler.get(address(plan, "promises")))


def test_what_happens_next_cannot_be_both(filler, plan):
    page = press(filler, plan, "call", happens="Ada writes", silent="on")
    assert page.status_code == 422
    assert "Either say what happens next" in words(page)


def test_a_talk_that_ends_after_ten_seconds_leaves_a_whole_page(filler, plan):
    page = press(filler, plan, "call", silent="on")
    assert page.status_code == 302
    assert "Nothing yet." in words(filler.get(address(plan, "call")))
    assert services.recheck(plan) == 0


def test_the_screen_asks_the_store_no_more_for_a_long_log(filler, plan, django_assert_max_num_queries):
    CallEntry.objects.bulk_create(CallEntry(plan=plan, text="x", day=TODAY) for _ in range(1990))
    with django_assert_max_num_queries(12):
        page = filler.get(address(plan, "call") + "screen/")
    assert len(page.content) < 60_000
    with django_assert_max_num_queries(12):
        page = filler.get(address(plan, "call"))
    assert "1890 earlier ones" in words(page)


def test_htmx_request(filler, plan):
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "happens": "Ada writes"}
    panel = filler.post(address(plan, "call"), data, **HTMX)
    assert "Ada writes." in words(panel)
    assert "<html" not in panel.content.decode()
