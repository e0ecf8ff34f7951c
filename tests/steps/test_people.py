"""The step people: who decides, what to ask if nobody knows, whom a recruiter works for, and what has grown old."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from groundwork.blocks import Fact, Items, Table
from groundwork.money import Frame
from negotiation.models import People, Person
from negotiation.steps import people, people_words
from negotiation.steps.base import Answers, Gap, Given
from tests.steps.sending import address, autosave, press


def answers(*rows, unknown=(), **values):
    given = {"people": Given(values=People(**values), rows=rows, unknown=frozenset(unknown))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def one(who, decides="", **values):
    return Person(who=who, decides=decides, **values)


ADA = {"who": "Ada", "decides": "decides", "part": "hiring"}
BO = {"who": "Bo", "decides": "say", "part": "colleague"}
CY = {"who": "Cy", "decides": "say"}


@pytest.mark.parametrize(
    ("rows", "said", "ask"),
    [
        ([], "", people_words.WHO_DECIDES),
        ([ADA], "Ada (hiring manager) decides.", ""),
        ([ADA, BO], "Ada (hiring manager) decides. Bo (future colleague) has a say.", ""),
        ([BO, ADA, CY], "Ada (hiring manager) decides. Bo (future colleague) and Cy have a say.", ""),
        ([ADA, CY | {"decides": "decides"}], "Ada (hiring manager) and Cy decide.", people_words.LAST_WORD),
        ([BO], "Nobody on your list decides. Bo (future colleague) has a say.", people_words.WHO_DECIDES),
        ([CY | {"decides": "no"}], "Nobody on your list decides.", people_words.WHO_DECIDES),
        ([CY | {"decides": "unknown"}], "You do not know yet who decides.", people_words.WHO_DECIDES),
        ([BO, CY | {"decides": ""}], "You do not know yet who decides. Bo (future colleague) has a say.",
         people_words.WHO_DECIDES),
    ],
)  # fmt: skip
def test_who_decides_is_a_sentence_and_a_question_where_it_is_not_known(rows, said, ask):
    result = people.results(answers(*(Person(**row) for row in rows)))
    assert (result["decision"], result["question"]) == (said, ask)


def test_an_unfinished_entry_decides_nothing():
    assert people.results(answers(Person(**ADA, draft={"who": ["Ada"]})))["decision"] == ""


def test_who_decides_is_missing_until_somebody_does_or_it_is_written_how():
    (gap,) = [part for part in people.sheet(answers(Person(**BO))) if isinstance(part, Gap)]
    assert (gap.missing, gap.field, gap.blocks) == ("who decides", "process", "whom your reasons have to reach")
    for known in (answers(Person(**ADA)), answers(process="The board votes")):
        assert not any(isinstance(part, Gap) for part in people.sheet(known))


def test_the_sheet_names_who_decides_and_what_they_care_about_first():
    rows = [Person(**BO), Person(**ADA, cares="no dark night"), one("Dee", "no")]
    assert people.sheet(answers(*rows, process="Ada, then the board")) == [
        Fact(label="Decides", value="Ada (hiring manager)", note="Cares about: no dark night"),
        Fact(label="Has a say", value="Bo (future colleague)"),
        Fact(label="How it is decided", value="Ada, then the board"),
    ]


def test_the_sheet_holds_the_question_as_long_as_nobody_knows():
    ask = Fact(label="Ask", value=f"“{people_words.WHO_DECIDES}”")
    assert people.sheet(answers(Person(**BO)))[-1] == ask
    assert people.sheet(answers(unknown=["process"]))[-1] == ask
    assert ask not in people.sheet(answers())
    assert ask not in people.sheet(answers(Person(**BO), process="The board votes"))


def test_the_sheet_has_room_for_three():
    facts = people.sheet(answers(*(one(f"P{n}", "say") for n in range(9)), process="Together"))
    assert [fact.value for fact in facts] == ["P0", "P1", "P2", "Together"]


@pytest.mark.parametrize("paid_by", [code for code, _ in Person.PAID_BY])
def test_whom_a_recruiter_works_for_follows_from_who_pays_them(paid_by):
    ((who, text),) = people.results(answers(one("Rae", part="agency", paid_by=paid_by)))["recruiters"]
    assert who == "Rae"
    assert text == people_words.PAID.get(paid_by, people_words.NOT_KNOWN)


def test_a_recruiter_of_whom_nobody_knows_who_pays_is_to_be_asked():
    assert set(people_words.PAID) == {code for code, _ in Person.PAID_BY} - {"unknown"}
    found = people.results(answers(one("Rae", part="agency"), one("Ada", part="hiring", paid_by="hire")))
    assert found["recruiters"] == [("Rae", people_words.NOT_KNOWN)]


def test_what_was_found_says_when_it_is_old_or_has_no_date():
    rows = [
        one("Ada", public="A talk", dated=date(2025, 11, 21), link="https://example.org/talk"),
        one("Bo", public="A book", dated=date(2025, 11, 22)),
        one("Cy", public="A chair"),
        one("Dee", dated=date(2001, 1, 1)),
    ]
    assert people.results(answers(*rows))["notices"] == [
        "What you found about Ada is more than a year old: it may not hold any more.",
        "What you found about Cy has no date: nobody can tell how old it is.",
    ]
    items = next(block for block in people.brief(answers(*rows)) if isinstance(block, Items))
    assert items.items == (
        "Ada: A talk (21 November 2025). More than a year old. https://example.org/talk",
        "Bo: A book (22 November 2025).",
        "Cy: A chair.",
    )


def test_what_those_who_are_heard_care_about_is_asked_for():
    rows = [Person(**ADA), Person(**BO), Person(**CY, cares="quiet"), one("Dee", "no")]
    assert people.results(answers(*rows))["notices"] == ["What Ada and Bo care about is still open. Ask them."]
    assert people.results(answers(rows[0]))["notices"] == ["What Ada cares about is still open. Ask them."]


def test_an_entry_is_summed_up_with_what_it_lacks():
    row = one("Ada", part="hr", public="A talk", link="https://example.org/talk")
    assert people.summary(answers(), row) == [
        "HR",
        "not known yet whether they decide",
        "not known yet what they care about",
        "A talk",
        "no date yet",
        "https://example.org/talk",
    ]
    assert people.summary(answers(), one("Bo", "say", cares="quiet")) == ["has a say", "cares about: quiet"]


def test_all_of_it_is_private():
    rows = [Person(**ADA, cares="quiet", public="A talk"), one("Rae", "no", part="agency", focus="speed")]
    full = answers(*rows, process="Ada, then the board")
    blocks = [*people.sheet(full), *people.brief(full)]
    assert {type(block) for block in blocks} == {Fact, Table, Items}
    assert not any(block.shareable for block in blocks)


def test_blank_parts_leave_nothing_behind():
    assert people.brief(answers()) == []
    table = next(block for block in people.brief(answers(one("Ada"))) if isinstance(block, Table))
    assert table.rows == (("Ada", "", "", ""),)


def test_every_part_and_every_word_about_deciding_has_its_words():
    assert set(people_words.PARTS) == {code for code, _ in Person.PARTS} - {"other"}
    assert set(people_words.DECIDES) == {code for code, _ in Person.DECIDES}


def test_i_do_not_know_is_an_answer_and_stays_on_the_list_of_what_is_missing(filler, plan):
    press(filler, plan, "people", **{"process": "", "process-unknown": "on"})
    state = plan.states.get(slug="people")
    assert [(gap["field"], gap["unknown"]) for gap in state.gaps] == [("process", True)]
    assert state.state == "done"


def test_an_entry_needs_a_name_and_a_link_that_can_be_opened(filler, plan):
    pk = uuid.uuid4()
    sent = {"then": "continue", "version": 0, "link": "javascript:alert(1)", "cares": "kept"}
    response = filler.post(address(plan, "people", pk), sent)
    assert response.status_code == 422
    for words in ("Enter a name, or what you call them.", "Enter a web address that starts with https://"):
        assert words in response.content.decode()
    assert Person.objects.get(pk=pk).draft["cares"] == ["kept"]


def test_the_page_says_who_decides_and_what_to_ask(filler, plan):
    assert "Begin with whoever talks to you next" in filler.get(address(plan, "people")).content.decode()
    Person.objects.create(plan=plan, who="<b>Bo</b>", decides="say", version=1)
    page = filler.get(address(plan, "people")).content.decode()
    assert "Nobody on your list decides. &lt;b&gt;Bo&lt;/b&gt; has a say." in page
    assert people_words.WHO_DECIDES in page


def test_htmx_request_shows_what_was_written_while_one_types(filler, plan):
    Person.objects.create(plan=plan, who="Bo", decides="say", version=1)
    page = autosave(filler, plan, "people", client=str(uuid.uuid4()), seq=1, seen=0, process="The board votes")
    assert "As you wrote: The board votes" in page.content.decode()


def test_the_page_takes_few_queries_however_many_people_there_are(filler, plan, django_assert_max_num_queries):
    Person.objects.bulk_create(Person(plan=plan, who=f"P{n}", decides="say", version=1) for n in range(30))
    with django_assert_max_num_queries(12):
        filler.get(address(plan, "people"))
