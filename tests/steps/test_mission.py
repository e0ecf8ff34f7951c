"""The step mission: what blanks and contradictions leave to ask, what stands on the sheet, what one press makes."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from groundwork.blocks import Fact, Table
from groundwork.models import Removed
from groundwork.money import Frame
from negotiation.models import Information, KeyResult, Learning, Match, Mission, Objective, Pain, Requirement, Role
from negotiation.steps import mission, mission_words
from negotiation.steps.base import Answers, Gap, Given
from tests import people
from tests.offers.typed import words
from tests.steps.sending import HTMX, address, press

BURNS = Objective(text="The light burns every night.")
DARK = KeyResult(objective=BURNS, text="Less than an hour dark", measure="The log", until=date(2027, 3, 1))


def answers(*rows, more=(), role=None, pains=(), asked=(), requirements=(), **values):
    given = {
        "mission": Given(values=Mission(**values), rows=rows, more=tuple(more)),
        "role": Given(values=role or Role(), rows=tuple(pains)),
        "match": Given(values=Match(), rows=tuple(requirements)),
        "information": Given(values=Information(), more=tuple(asked)),
    }
    frame = Frame(currency="EUR", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 30), kind="job", given=given)


def questions(*rows, **more):
    return mission_words.questions(answers(*rows, **more))


def test_a_blank_becomes_a_question_that_names_what_is_blank():
    assert questions() == [mission_words.WHAT_FOR, mission_words.WHAT_CHANGED]
    assert questions(BURNS, mission="Light") == [
        "By what would you see that this has been reached: “The light burns every night”?"
    ]
    open_result = KeyResult(objective=BURNS, text="Less than an hour dark")
    assert questions(BURNS, more=[open_result], mission="Light") == [
        "How is this measured today, and by whom: “Less than an hour dark”?",
        "By when should this be reached: “Less than an hour dark”?",
    ]
    assert questions(BURNS, more=[DARK], mission="Light") == []


def test_what_stands_among_the_questions_is_not_suggested_again_even_in_other_words():
    own = Learning(question="And what is it for?", origin=mission_words.WHAT_FOR)
    assert questions(asked=[own]) == [mission_words.WHAT_CHANGED]


def test_a_question_fits_into_the_list_of_questions_however_long_the_words_are():
    long = KeyResult(text="w" * 500)
    assert all(len(question) <= 500 for question in questions(Objective(text="o" * 500), more=[long]))


def test_two_jobs_in_the_title_the_tasks_the_requirements_or_the_pains_are_asked_about():
    role = Role(title="Head of the lights", tasks="- Assist with the watch\n- Keep the lamp")
    wanted = [Requirement(text="You work independently")]
    pains = [Pain(pain="Nothing moves", words="Each order needs approval of Ada")]
    found = mission.results(answers(role=role, requirements=wanted, pains=pains))
    assert [(each["one"], each["other"]) for each in found["traps"]] == [
        ("Head of the lights", "Assist with the watch"),
        ("You work independently", "Each order needs approval of Ada"),
    ]
    of_traps = [each["question"] for each in found["traps"]]
    assert questions(role=role, requirements=wanted, pains=pains)[2:] == of_traps
    assert not set(of_traps) & set(found["questions"])  # they stand beside their lines
    asked = [Learning(question=of_traps[0])]
    again = mission.results(answers(role=role, requirements=wanted, pains=pains, asked=asked))
    assert [each["asked"] for each in again["traps"]] == [True, False]


def test_the_key_results_of_no_objective_come_last():
    loose = KeyResult(text="One log")
    tree = mission.results(answers(BURNS, more=[loose, DARK]))["tree"]
    assert [(branch["text"], [text for text, _ in branch["results"]]) for branch in tree] == [
        ("The light burns every night.", ["Less than an hour dark"]),
        ("", ["One log"]),
    ]
    assert tree[0]["results"][0][1] == "measured by: The log, by 1 March 2027"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "only yours"),
        ({"standing": "mine", "whom": "Ada", "day": date(2026, 11, 3)}, "only yours"),
        ({"standing": "shown"}, "on the draft that you show"),
        (
            {"standing": "shown", "whom": "Ada", "day": date(2026, 11, 3)},
            "on the draft that you show (Ada, 3 November 2026)",
        ),
        ({"standing": "agreed", "whom": "Ada"}, "agreed with Ada"),
        ({"standing": "agreed", "day": date(2026, 11, 3)}, "agreed, 3 November 2026"),
    ],
)
def test_how_far_a_part_has_come_is_said_with_whom_and_when(values, said):
    assert mission_words.standing(Objective(text="x", **values)) == said


def test_agreed_without_a_name_and_a_day_is_reminded_of():
    assert mission.results(answers(Objective(text="x", standing="agreed")))["notices"]
    full = Objective(text="x", standing="agreed", whom="Ada", day=date(2026, 11, 3))
    assert not mission.results(answers(full))["notices"]


def test_the_sheet_waits_for_the_mission_and_for_one_thing_that_changes():
    gaps = [part for part in mission.sheet(answers()) if isinstance(part, Gap)]
    assert [(gap.field, gap.blocks) for gap in gaps] == [
        ("mission", "what you talk about besides pay"),
        ("entries", "what your asks are for"),
    ]
    assert mission.sheet(answers(BURNS, mission="Light")) == [Fact(label="What you are there for", value="Light")]


def test_an_unfinished_objective_counts_nowhere():
    draft = Objective(text="x", draft={"text": ["x"]})
    assert mission.results(answers(draft))["tree"] == []
    assert mission.brief(answers(draft)) == []


def test_the_paper_has_an_objective_once_and_its_results_under_each_other_and_all_of_it_is_private():
    second = KeyResult(objective=BURNS, text="No boat trip")
    blocks = mission.brief(answers(BURNS, more=[DARK, second], mission="Light"))
    table = next(block for block in blocks if isinstance(block, Table))
    assert [row[:2] for row in table.rows] == [
        ("The light burns every night.", "Less than an hour dark"),
        ("", "No boat trip"),
    ]
    assert not any(block.shareable for block in blocks)


def test_a_pain_becomes_an_objective_with_one_press_and_only_once(filler, plan):
    pain = Pain.objects.create(plan=plan, pain="The lamp stops", version=1)
    assert ">Make it an objective<" in filler.get(address(plan, "mission")).content.decode()
    for chosen in (pain.pk, pain.pk, uuid.uuid4(), "none"):
        filler.post(address(plan, "mission", "from"), {"pain": chosen})
    assert [(row.serves, row.text, row.order) for row in Objective.objects.all()] == [("The lamp stops", "", 1)]
    assert ">Make it an objective<" not in filler.get(address(plan, "mission")).content.decode()


def test_somebody_elses_pain_and_a_sixth_objective_are_not_added(filler, plan):
    theirs = people.empty_plan(people.account("stranger"))
    foreign = Pain.objects.create(plan=theirs, pain="Secret", version=1)
    assert filler.post(address(theirs, "mission", "from"), {"pain": foreign.pk}).status_code == 404
    assert "It was not added" in words(filler.post(address(plan, "mission", "from"), {"pain": foreign.pk}, follow=True))
    mine = Pain.objects.create(plan=plan, pain="Slow", version=1)
    Objective.objects.bulk_create(Objective(plan=plan, text=str(n), order=n) for n in range(5))
    filler.post(address(plan, "mission", "from"), {"pain": mine.pk})
    assert Objective.objects.filter(plan=plan).count() == 5


def test_a_blank_goes_among_the_questions_with_one_press_and_only_once(filler, plan):
    for question in (mission_words.WHAT_FOR, mission_words.WHAT_FOR, "Anything else?"):
        filler.post(address(plan, "mission", "ask"), {"question": question})
    (row,) = Learning.objects.filter(plan=plan)
    assert (row.question, row.origin, row.must) == (mission_words.WHAT_FOR, mission_words.WHAT_FOR, False)
    assert mission_words.WHAT_FOR not in words(filler.get(address(plan, "mission")))
    assert mission_words.WHAT_FOR in words(filler.get(address(plan, "information")))
    assert plan.states.get(slug="information").version == 0  # its own answers are as they were


def test_a_key_result_takes_an_objective_of_this_plan_and_no_other(filler, plan):
    theirs = Objective.objects.create(plan=people.empty_plan(people.account("stranger")), text="Secret", version=1)
    mine = Objective.objects.create(plan=plan, text="Light", version=1)
    page = filler.get(f"{address(plan, 'mission', 'new')}?list=more").content.decode()
    assert "Light" in page
    assert "Secret" not in page
    data = {"then": "continue", "version": 0, "text": "Dark less", "standing": "mine"}
    refused = filler.post(
        f"{address(plan, 'mission', uuid.uuid4())}?list=more", data | {"objective": theirs.pk, "measure": "kept"}
    )
    assert refused.status_code == 422
    assert "This is not there any more." in words(refused)
    assert "kept" in refused.content.decode()
    filler.post(f"{address(plan, 'mission', uuid.uuid4())}?list=more", data | {"objective": mine.pk})
    assert KeyResult.objects.get(plan=plan, draft__isnull=True).objective == mine


def test_an_objective_that_is_deleted_leaves_its_results_and_takes_them_back(filler, plan):
    mine = Objective.objects.create(plan=plan, text="Light", version=1)
    kept = KeyResult.objects.create(plan=plan, text="Dark less", objective=mine, version=1)
    filler.post(address(plan, "mission", mine.pk, "delete"))
    kept.refresh_from_db()
    assert kept.objective is None
    page = words(filler.get(address(plan, "mission")))
    assert "Under no objective yet" in page
    removed = Removed.objects.get()
    filler.post(f"/undo/{removed.pk}/")
    kept.refresh_from_db()
    assert kept.objective == mine


def test_htmx_request(filler, plan):
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "mission": "That nobody is lost", "standing": "mine"}
    panel = filler.post(address(plan, "mission"), data, **HTMX)
    assert "That nobody is lost" in words(panel)
    assert "<html" not in panel.content.decode()


def test_the_page_costs_as_many_queries_with_full_lists_as_with_one_entry(filler, plan):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            filler.get(address(plan, "mission"))
        return len(seen)

    press(filler, plan, "mission", mission="Light", standing="mine")
    first = Objective.objects.create(plan=plan, text="x", version=1)
    KeyResult.objects.create(plan=plan, text="y", objective=first, version=1)
    one = cost()
    Objective.objects.bulk_create(Objective(plan=plan, text=str(n)) for n in range(4))
    KeyResult.objects.bulk_create(KeyResult(plan=plan, text=str(n), objective=first) for n in range(19))
    Pain.objects.bulk_create(Pain(plan=plan, pain=f"Slow {n}") for n in range(19))
    Learning.objects.bulk_create(Learning(plan=plan, question=f"Why {n}") for n in range(19))
    Requirement.objects.bulk_create(Requirement(plan=plan, text=f"Lead {n}") for n in range(19))
    assert cost() == one <= 12
