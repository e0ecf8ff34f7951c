"""The step match: what they ask for, what may be claimed, what is flagged, and gaps that become objections."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from groundwork.blocks import Block, Fact, Table, for_sharing
from groundwork.money import Frame
from negotiation import services
from negotiation.case import requirements_add
from negotiation.models import Match, Objection, Objections, Requirement, StepState
from negotiation.steps import match
from negotiation.steps.base import Answers, Gap, Given
from tests import people
from tests.steps.sending import address, autosave, press

LAMP = {
    "text": "Can mend a lamp",
    "fit": "fit",
    "evidence": "Lit again the same night.",
    "anyone": "no",
    "need": "must",
}
WATCH = {"text": "Stands watch", "fit": "fit", "anyone": "yes"}
BOAT = {"text": "Licence for the boat", "fit": "gap", "need": "nice"}


def answers(*rows, objections=(), **values):
    given = {
        "match": Given(values=Match(**values), rows=tuple(Requirement(**row) for row in rows)),
        "objections": Given(values=Objections(), rows=tuple(Objection(**row) for row in objections)),
    }
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def add(filler, plan, pk=None, version=0, **values):
    data = {"then": "continue", "version": version, **values}
    return filler.post(address(plan, "match", pk or uuid.uuid4()), data)


def gaps(given):
    return [part.missing for part in match.sheet(given) if isinstance(part, Gap)]


def facts(given):
    return [part for part in match.sheet(given) if isinstance(part, Block)]


def test_a_claim_with_its_proof_stands_on_the_call_sheet():
    assert match.sheet(answers(LAMP, because="I have kept lamps alight.")) == [
        Fact(label="Why you", value="I have kept lamps alight."),
        Fact(label="What you bring", value="Can mend a lamp", note="Lit again the same night."),
    ]


def test_what_any_other_could_say_stays_off_sheet_and_brief_until_it_has_a_proof():
    bare = answers(LAMP, WATCH)
    assert "Stands watch" not in str(facts(bare))
    assert "Stands watch" not in str(match.brief(bare))
    assert gaps(bare) == ["a proof for “Stands watch”"]
    proved = answers(LAMP, WATCH | {"evidence": "Nine winters."})
    assert "Nine winters." in str(match.brief(proved))
    assert gaps(proved) == []


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        ({}, "no proof yet, so it stays off your brief"),
        ({"anyone": "no"}, "no proof yet"),
        ({"anyone": ""}, "no proof yet, so it stays off your brief"),
        ({"evidence": "Seen"}, None),
    ],
)
def test_a_fit_without_a_proof_is_flagged_in_list_table_and_notices(change, flag):
    given = answers(WATCH | change)
    (row,) = given["match"].rows
    assert match.summary(given, row) == ["met"] + ([flag] if flag else [])
    result = match.results(given)
    assert bool(result["table"][0]["lacking"]) == bool(flag)
    assert any("“Stands watch”" in text for text in result["notices"]) == bool(flag)


def test_a_gap_needs_a_bridge_and_then_stands_in_the_plan_with_it():
    assert gaps(answers(LAMP, BOAT)) == ["a bridge for “Licence for the boat”"]
    bridged = answers(LAMP, BOAT | {"bridge": "The examination in spring."})
    assert gaps(bridged) == []
    table = [block for block in match.brief(bridged) if isinstance(block, Table)][-1]
    assert table.rows == (("Licence for the boat", "Not yet", "The examination in spring."),)


def test_an_empty_step_lacks_requirements_and_one_not_judged_is_named():
    assert gaps(answers()) == ["what they ask for, and how you meet it"]
    assert gaps(answers({"text": "Boat"})) == ["how far you meet “Boat”"]


def test_the_sheet_has_the_two_strongest_and_the_plan_all():
    weak = [{"text": f"Row {n}", "fit": "fit", "evidence": "x", "anyone": "yes"} for n in range(4)]
    given = answers(*weak, LAMP)
    assert [fact.value for fact in facts(given)] == ["Can mend a lamp", "Row 0"]
    assert len(next(block for block in match.brief(given) if isinstance(block, Table)).rows) == 5


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], ""),
        ([LAMP], "Of 1 requirement: 1 met."),
        ([LAMP, WATCH, BOAT], "Of 3 requirements: 2 met and 1 not yet met."),
        ([LAMP, BOAT | {"need": "must"}], "Of 2 requirements: 1 met and 1 not yet met. You meet 1 of the 2 musts."),
        ([LAMP, BOAT, {"text": "x"}], "Of 3 requirements: 1 met, 1 not yet met and 1 not judged yet."),
    ],
)
def test_they_are_counted_in_words(rows, words):
    assert match.results(answers(*rows))["tally"] == words


def test_nothing_of_it_is_shared():
    assert for_sharing(match.brief(answers(LAMP, BOAT, because="Me"))) == ()
    assert for_sharing(facts(answers(LAMP, BOAT, because="Me"))) == ()


def test_an_unfinished_requirement_counts_nowhere():
    half = answers(LAMP | {"draft": {"text": ["x"]}})
    assert (match.brief(half), match.results(half)["claims"]) == ([], [])


def test_the_page_empty_filled_and_wrong(filler, plan):
    assert "Nobody meets everything" in filler.get(address(plan, "match")).content.decode()
    assert add(filler, plan, **LAMP).status_code == 302
    assert add(filler, plan, **BOAT).status_code == 302
    page = filler.get(address(plan, "match")).content.decode()
    for words in ("Lit again the same night.", "All of it at a glance", "No bridge yet.", "Make it an objection"):
        assert words in page
    refused = add(filler, plan, text="", fit="fit")
    assert refused.status_code == 422
    assert "Enter what they ask for." in refused.content.decode()


def test_done_once_what_is_said_is_proved_and_gaps_are_bridged(filler, plan):
    add(filler, plan, **BOAT)
    press(filler, plan, "match", because="Lamps")
    assert StepState.objects.get(plan=plan, slug="match").state != "done"
    row = Requirement.objects.get(plan=plan)
    add(filler, plan, pk=row.pk, version=row.version, **BOAT, bridge="Spring")
    assert StepState.objects.get(plan=plan, slug="match").state == "done"


def test_htmx_request_keeps_the_sentence(filler, plan):
    client = str(uuid.uuid4())
    response = autosave(filler, plan, "match", client=client, seq=1, seen=0, because="Because of lamps")
    assert response.status_code == 200
    assert "What you can claim" in response.content.decode()
    assert Match.objects.get(plan=plan).because == "Because of lamps"


def test_requirements_from_an_advertisement_are_added_once_each(plan):
    Requirement.objects.create(plan=plan, text="Calm", order=4, version=1)
    found = ["Reads  charts.", "reads charts", "calm.", "", "x" * 900]
    assert requirements_add(plan=plan, texts=found) == 2
    rows = list(Requirement.objects.filter(plan=plan).exclude(text="Calm"))
    assert [(row.text[:13], row.came, row.order) for row in rows] == [("Reads charts.", "ad", 5), ("x" * 13, "ad", 6)]
    assert len(rows[1].text) == 500
    assert rows[0].version == 1
    assert StepState.objects.get(plan=plan, slug="match").gaps[0]["missing"].startswith("how far you meet")
    assert requirements_add(plan=plan, texts=found) == 0


def test_a_full_list_takes_only_what_it_has_room_for(plan):
    Requirement.objects.bulk_create([Requirement(plan=plan, text=f"r{n}", version=1) for n in range(59)])
    assert requirements_add(plan=plan, texts=["one more", "and another"]) == 1


def test_the_page_costs_the_same_for_one_and_for_sixty(filler, plan, django_assert_max_num_queries):
    add(filler, plan, **BOAT)
    with django_assert_max_num_queries(12) as few:
        filler.get(address(plan, "match"))
    Requirement.objects.bulk_create([Requirement(plan=plan, version=1, **BOAT) for _ in range(59)])
    with django_assert_max_num_queries(len(few)):
        filler.get(address(plan, "match"))


def test_somebody_elses_plan_and_requirement_are_a_404(filler, plan):
    theirs = services.plan_start(candidate=people.account("stranger"))
    row = Requirement.objects.create(plan=theirs, version=1, **BOAT)
    assert filler.post(address(theirs, "match", row.pk, "objection")).status_code == 404
    assert filler.post(address(plan, "match", row.pk, "objection")).status_code == 404
    assert not Objection.objects.exists()
