"""The step objections: what counts as prepared, what is too long, and where objections are made from."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from groundwork.blocks import Block, Fact, for_sharing
from groundwork.money import Frame
from negotiation.models import Match, Objection, Objections, Requirement, StepState
from negotiation.objections import catalogue
from negotiation.steps import objections
from negotiation.steps.base import Answers, Gap, Given
from tests.steps.sending import HTMX, address, autosave, press

EQUAL = {
    "theme": "equality",
    "text": "We pay everyone the same.",
    "acknowledge": "I like that.",
    "value": "I would train the new crew as well.",
    "question": "What if somebody takes on more?",
    "evidence": "Nine winters of pilots.",
}
LONG = {"value": " ".join(["word"] * 41)}


def answers(*rows, requirements=(), **values):
    given = {
        "objections": Given(values=Objections(**values), rows=tuple(Objection(**row) for row in rows)),
        "match": Given(values=Match(), rows=tuple(Requirement(**row) for row in requirements)),
    }
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def add(filler, plan, pk=None, version=0, **values):
    data = {"then": "continue", "version": version, **values}
    return filler.post(address(plan, "objections", pk or uuid.uuid4()), data)


def gaps(given):
    return [part.missing for part in objections.sheet(given) if isinstance(part, Gap)]


def test_a_prepared_answer_stands_on_the_call_sheet():
    assert (
        objections.sheet(answers(EQUAL, EQUAL))
        == [
            Fact(
                label="If they say: We pay everyone the same.",
                value="I like that. I would train the new crew as well.",
                note="Then ask: What if somebody takes on more?\nYour proof: Nine winters of pilots.",
            )
        ]
        * 2
    )


@pytest.mark.parametrize("lacks", ["value", "evidence"])
def test_two_are_needed_each_with_what_they_gain_and_a_proof(lacks):
    assert gaps(answers()) == gaps(answers(EQUAL)) == ["two prepared answers"]
    assert gaps(answers(EQUAL, EQUAL | {lacks: ""})) == ["two prepared answers"]
    assert gaps(answers(EQUAL, EQUAL)) == []


def test_the_sheet_has_the_first_two_and_the_plan_all_that_are_answered():
    given = answers(*(EQUAL | {"text": f"Doubt {n}"} for n in range(5)), EQUAL | {"text": "Open", "value": ""})
    assert len(objections.sheet(given)) == 2
    assert len(objections.brief(given)) == 5


def test_an_answer_too_long_to_say_is_flagged_in_list_and_notices():
    given = answers(EQUAL | LONG)
    (row,) = given["objections"].rows
    assert "too long to be said calmly" in objections.summary(given, row)
    assert any(
        "Shorten your answer to “We pay everyone the same”." in text for text in objections.results(given)["notices"]
    )
    assert objections.summary(answers(EQUAL), Objection(**EQUAL)) == ["The same for everyone", "prepared"]


def test_the_question_and_the_proof_do_not_make_it_too_long():
    more = {"question": " ".join(["why"] * 30) + "?", "evidence": "One. Two. Three. Four."}
    assert objections.results(answers(EQUAL | more))["notices"] == []


def test_an_answer_of_the_catalogue_without_a_proof_says_what_to_look_for():
    taken = catalogue().starters["same-pay"]
    (text,) = objections.results(answers(EQUAL | {"text": taken.text, "evidence": ""}))["notices"]
    assert taken.proof in text
    (text,) = objections.results(answers(EQUAL | {"text": "My own", "evidence": ""}))["notices"]
    assert text == "“My own” has no proof of your own yet."


def test_doubts_and_gaps_are_offered_until_they_are_objections():
    boat = {"text": "Licence", "fit": "gap"}
    given = answers(doubts="- Too young\nToo far\nToo far", requirements=[boat, {"text": "Lamp", "fit": "fit"}])
    result = objections.results(given)
    assert result["doubts"] == ["Too young", "Too far"]
    assert [gap["text"] for gap in result["gaps"]] == ["Licence"]
    made = [{"text": "x", "source": "Too far"}, {"text": "y", "source": "Licence"}]
    result = objections.results(answers(*made, doubts="Too young\nToo far", requirements=[boat]))
    assert (result["doubts"], result["gaps"]) == (["Too young"], [])


def test_nothing_of_it_is_shared():
    given = answers(EQUAL, EQUAL)
    assert for_sharing(part for part in objections.sheet(given) if isinstance(part, Block)) == ()
    assert for_sharing(objections.brief(given)) == ()


def test_an_unfinished_objection_counts_nowhere():
    half = answers(EQUAL | {"draft": {"text": ["x"]}})
    assert (objections.brief(half), objections.results(half)["ready"]) == ([], [])


@pytest.mark.parametrize(
    ("fit", "said", "begins"),
    [
        (
            "gap",
            "You do not have this yet: Licence for the boat.",
            "That is right, I have not done exactly this yet.",
        ),
        ("partial", "You have only a part of this: Licence for the boat.", "A part of it, that is right."),
    ],
)
def test_a_gap_becomes_an_objection_with_one_press_and_only_once(filler, plan, fit, said, begins):
    told = {"text": "Licence for the boat.", "fit": fit, "bridge": "In spring I can.", "evidence": "Booked."}
    row = Requirement.objects.create(plan=plan, version=1, **told)
    for _ in range(2):
        response = filler.post(address(plan, "match", row.pk, "objection"))
        assert response["Location"] == address(plan, "match") + "#gaps"
    made = Objection.objects.get(plan=plan)
    assert (made.text, made.acknowledge, made.value, made.evidence) == (said, begins, "In spring I can.", "Booked.")
    assert made.prepared
    page = filler.get(address(plan, "match")).content.decode()
    assert "Your answer is prepared" in page
    assert address(plan, "objections", made.pk) in page
    assert filler.post(address(plan, "match", row.pk, "objection"), {"back": "objections"})["Location"].endswith(
        "/objections/#entries"
    )


def test_a_bridge_of_two_sentences_is_the_answer_alone(filler, plan):
    told = {"text": "Licence", "fit": "gap", "bridge": "In spring I can. Until then the relief boat comes."}
    row = Requirement.objects.create(plan=plan, version=1, **told)
    filler.post(address(plan, "match", row.pk, "objection"))
    assert Objection.objects.get(plan=plan).said == told["bridge"]


def test_what_is_met_is_no_objection(filler, plan):
    row = Requirement.objects.create(plan=plan, version=1, text="Lamp", fit="fit")
    page = filler.post(address(plan, "match", row.pk, "objection"), follow=True).content.decode()
    assert "It was not added" in page
    assert not Objection.objects.exists()


def test_a_doubt_becomes_an_objection_and_only_one_that_was_written(filler, plan):
    press(filler, plan, "objections", doubts="* Too young\nToo far")
    filler.post(address(plan, "objections", "from"), {"doubt": "Too young"})
    filler.post(address(plan, "objections", "from"), {"doubt": "Too young"})
    page = filler.post(address(plan, "objections", "from"), {"doubt": "Not written"}, follow=True).content.decode()
    assert "It was not added" in page
    assert [(row.text, row.source) for row in Objection.objects.filter(plan=plan)] == [("Too young", "Too young")]


def test_a_full_list_says_so_and_takes_nothing(filler, plan):
    press(filler, plan, "objections", doubts="Too young")
    row = Requirement.objects.create(plan=plan, version=1, text="Boat", fit="gap")
    Objection.objects.bulk_create([Objection(plan=plan, text="o", version=1) for _ in range(40)])
    for send in (("match", row.pk, "objection"), ("objections", "from")):
        page = filler.post(address(plan, *send), {"doubt": "Too young"}, follow=True).content.decode()
        assert "Your list is full." in page
    assert Objection.objects.count() == 40


def test_done_with_two_prepared_answers(filler, plan):
    press(filler, plan, "objections", doubts="Too young")
    for name in ("One", "Two"):
        assert StepState.objects.get(plan=plan, slug="objections").state != "done"
        assert add(filler, plan, **EQUAL | {"text": name}).status_code == 302
    assert StepState.objects.get(plan=plan, slug="objections").state == "done"


def test_the_page_empty_filled_and_wrong(filler, plan):
    page = filler.get(address(plan, "objections")).content.decode()
    assert "Which sentence would make you nervous?" in page
    assert f"/plans/{plan.pk}/objections/catalogue/" in page
    add(filler, plan, **EQUAL)
    page = filler.get(address(plan, "objections")).content.decode()
    assert "One answer is prepared. One more, and you are ready." in page
    refused = add(filler, plan, value="x")
    assert refused.status_code == 422
    assert "Enter what they may say." in refused.content.decode()


def test_htmx_request_offers_the_doubts_as_they_are_typed(filler, plan):
    client = str(uuid.uuid4())
    response = autosave(filler, plan, "objections", client=client, seq=1, seen=0, doubts="Too young")
    assert response.status_code == 200
    assert "From the doubts you wrote down" in response.content.decode()


def test_htmx_request_keeps_an_entry_that_is_not_finished(filler, plan):
    pk = uuid.uuid4()
    data = {"client": str(uuid.uuid4()), "seq": 1, "version": 0, "text": "", "value": "much"}
    assert filler.post(address(plan, "objections", pk), data, **HTMX).status_code == 200
    assert Objection.objects.get(pk=pk).draft["value"] == ["much"]


def test_the_page_costs_the_same_for_one_and_for_forty(filler, plan, django_assert_max_num_queries):
    add(filler, plan, **EQUAL)
    with django_assert_max_num_queries(12) as few:
        filler.get(address(plan, "objections"))
    Objection.objects.bulk_create([Objection(plan=plan, version=1, **EQUAL) for _ in range(39)])
    with django_assert_max_num_queries(len(few)):
        filler.get(address(plan, "objections"))
