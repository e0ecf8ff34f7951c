"""The step promises: said back by mail, looked for in the contract, kept in time."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from groundwork.blocks import Fact
from groundwork.money import Frame
from negotiation.models import Promise, Promises, Role
from negotiation.scripts.models import Letters
from negotiation.steps import promises
from negotiation.steps.base import Answers, Given
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address

TODAY = date(2026, 11, 30)
COURSE = {"side": "theirs", "text": "The course is paid.", "who": "Ilse", "how": "phone", "day": date(2026, 11, 25)}
FORM = {"side": "mine", "text": "The form for the logs", "until": date(2026, 12, 3)}


def answers(*rows, title="Keeper", name="Maren", **values):
    given = {
        "promises": Given(values=Promises(**values), rows=rows),
        "role": Given(values=Role(title=title)),
        "letters": Given(values=Letters(sender_name=name)),
    }
    frame = Frame(currency="EUR", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=TODAY, kind="job", given=given)


def one(**values):
    return Promise(**values)


def test_the_mail_says_back_what_was_promised_and_what_happens_next():
    told = {"recipient": "Ilse", "talked": date(2026, 11, 25), "next_step": "you write to me on Monday"}
    mail = promises.results(answers(one(**COURSE), one(**FORM), **told))["recap"]
    assert mail.subject_line == "What we talked about: Keeper"
    assert mail.body().split("\n\n") == [
        "Dear Ilse,",
        "Thank you for the talk on 25 November 2026. So that we both remember it alike, this is what I took from it.",
        "What you said you would do, or can offer:",
        "- The course is paid",
        "What I said I would do:",
        "- The form for the logs, by 3 December 2026",
        "What happens next: you write to me on Monday.",
        "If you remember something otherwise, tell me, and we will settle it now.",
        "Kind regards,\nMaren",
    ]
    assert mail.gaps == ()


def test_what_the_mail_lacks_is_a_gap_and_what_may_be_left_out_is_left_out():
    mail = promises.results(answers(one(**COURSE), title="", name=""))["recap"]
    assert [gap.field for gap in mail.gaps] == ["recipient", "sender_name"]
    assert "What I said" not in mail.plain()
    assert "What we talked about\n" in mail.plain()


def test_without_a_promise_there_is_no_mail():
    assert promises.results(answers())["recap"] is None
    assert promises.results(answers(one(**COURSE, draft={"text": ["x"]})))["recap"] is None


def test_what_they_promised_is_asked_for_until_it_stands_in_the_contract():
    rows = [one(**COURSE), one(**COURSE | {"text": "Seen"}, seen=True), one(**COURSE | {"text": "Kept"}, done=True)]
    rows += [one(**COURSE | {"text": "They call", "about": "answer"}), one(**FORM)]
    found = promises.results(answers(*rows))
    assert [each["text"] for each in found["unseen"]] == ["The course is paid"]
    assert [each["text"] for each in found["awaited"]] == ["They call"]
    assert found["spoken"] == ["The course is paid."]
    assert promises.results(answers(one(**COURSE | {"how": "mail"})))["spoken"] == []


def test_what_one_has_promised_comes_soonest_first_and_says_when_its_day_has_passed():
    rows = [one(side="mine", text="Sometime"), one(**FORM), one(side="mine", text="Late", until=date(2026, 11, 29))]
    found = promises.results(answers(*rows, one(**FORM | {"text": "Done"}, done=True)))["owed"]
    assert [(each["text"].split(",")[0], each["late"]) for each in found] == [
        ("Late", True),
        ("The form for the logs", False),
        ("Sometime", False),
    ]


def test_promises_with_a_day_stand_among_the_dates():
    call = one(side="theirs", text="They call", about="answer", until=date(2026, 12, 2))
    found = promises.dates(answers(call, one(**FORM), one(**COURSE | {"until": date(2027, 1, 1)})))
    assert [(each.day.day, each.text) for each in found] == [
        (3, "You promised: The form for the logs"),
        (2, "They promised: They call"),
    ]


def test_the_sheet_has_what_to_ask_before_signing_and_what_is_owed():
    rows = [one(**COURSE | {"text": f"Course {n}"}) for n in range(3)] + [one(**FORM)]
    assert promises.sheet(answers(*rows)) == [
        Fact(label="Ask before you sign", value="Course 0; Course 1"),
        Fact(label="You promised", value="The form for the logs, by 3 December 2026"),
    ]
    assert promises.sheet(answers()) == []


def test_the_paper_has_every_promise_with_its_words_and_is_private():
    blocks = promises.brief(answers(one(**COURSE), one(**FORM, done=True)))
    assert blocks[0].rows == (
        ("The course is paid.", "Ilse, in a call, 25 November 2026", "", "open"),
        ("The form for the logs", "", "3 December 2026", "kept"),
    )
    assert not any(block.shareable for block in blocks)


@pytest.mark.parametrize(
    ("values", "message"),
    [({"text": "x"}, "Choose whose promise it is."), ({"side": "mine"}, "Enter what was promised")],
)
def test_a_promise_needs_its_side_and_its_words(filler, plan, values, message):
    pk = uuid.uuid4()
    answer = filler.post(address(plan, "promises", pk), {"then": "continue", "version": 0, "who": "kept", **values})
    assert answer.status_code == 422
    assert message in words(answer)
    assert Promise.objects.get(pk=pk).draft["who"] == ["kept"]


def test_one_press_ticks_a_promise_and_an_open_tab_must_see_it(filler, plan):
    row = Promise.objects.create(plan=plan, **COURSE, version=1)
    assert "It is in the contract" in words(filler.get(address(plan, "promises")))
    filler.post(address(plan, "promises", row.pk, "tick"), {"what": "seen"})
    row.refresh_from_db()
    assert (row.seen, row.done, row.version) == (True, False, 2)
    assert "Nothing is open" in words(filler.get(address(plan, "promises")))


@pytest.mark.parametrize("what", ["", "plan", "text"])
def test_nothing_else_can_be_ticked(filler, plan, what):
    row = Promise.objects.create(plan=plan, **COURSE, version=1)
    assert filler.post(address(plan, "promises", row.pk, "tick"), {"what": what}).status_code == 404


def test_somebody_elses_promise_is_nowhere(filler, plan):
    theirs = Promise.objects.create(plan=people.empty_plan(people.account("stranger")), **COURSE, version=1)
    assert filler.post(address(plan, "promises", theirs.pk, "tick"), {"what": "seen"}).status_code == 404
    theirs.refresh_from_db()
    assert not theirs.seen


def test_ones_own_promise_stands_on_the_hub_and_in_the_calendar(filler, plan):
    pk = uuid.uuid4()
    data = {"then": "continue", "version": 0, "side": "mine", "text": "The form", "until": "2099-01-05"}
    filler.post(address(plan, "promises", pk), data)
    assert "You promised: The form" in words(filler.get(f"/plans/{plan.pk}/"))
    assert b"You promised: The form" in filler.get(f"/plans/{plan.pk}/dates.ics").content


def test_htmx_request(filler, plan):
    Promise.objects.create(plan=plan, **COURSE, version=1)
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "recipient": "Ilse"}
    panel = filler.post(address(plan, "promises"), data, **HTMX)
    assert "Dear Ilse," in words(panel)  # the mail follows, not only the panel
    assert "<html" not in panel.content.decode()


def test_the_page_costs_as_many_queries_with_a_hundred_promises_as_with_one(filler, plan):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "promises"))
        return len(seen)

    Promise.objects.create(plan=plan, **COURSE, version=1)
    one_row = cost()
    Promise.objects.bulk_create(Promise(plan=plan, **COURSE) for _ in range(99))
    assert cost() == one_row <= 12
