"""The step script: a talk on every way of which one knows the next sentence."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from groundwork.money import Frame
from negotiation import script as told
from negotiation import services
from negotiation.calc.script import paths
from negotiation.models import Script, ScriptLine
from negotiation.script import script_facts, script_problems
from negotiation.steps import STEPS, script, script_words
from negotiation.steps.base import Answers, Gap, Given
from negotiation.steps.loading import load
from tests import people

WAY = {"steps": [["7000", "148000", "one table of pay.", "A."]]}
STORED = {
    "zopa": {"opens": "155000", "desired": "140000", "offer": "125000"} | WAY,
    "role": {"title": "Keeper"},
    "company": {"name": "Lights"},
    "letters": {"sender_name": "Maren"},
    "people": {"speaks": "Ada"},
    "impact": {"shown": [["Mend the lamp", "43000"]]},
    "market": {"high": "160000", "source": "A table", "middle": "median"},
    "stool": {"asks": ["A second keeper."]},
    "mission": {"measure": "Less than an hour of dark."},
    "ladder": {"until": "Thursday at noon", "drop": "the meetings"},
}
WAYS = [*itertools.product(dict(Script.MANNERS), dict(Script.MEDIA))]


def answers(*, stored=STORED, lines=(), **values):
    given = {"script": Given(values=Script(**({"joy": "the lamp"} | values)), rows=tuple(lines))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 30), kind="job", given=given, stored=stored)


def line(slug, **more):
    return next(one for one in script_words.script(answers(**more)) if one.slug == slug)


def said(slug, **more):
    return " ".join(line(slug, **more).words.plain().split())


def test_every_line_is_reached_and_every_way_ends_well():
    assert script_problems() == []


def test_a_line_that_leads_nowhere_stops_the_check(monkeypatch):
    broken = script_facts()
    no = told.Line(title="No", do="", answers=())
    monkeypatch.setattr(told, "script_facts", lambda: replace(broken, lines={**broken.lines, "no": no}))
    assert "no leads nowhere" in script_problems()


def test_a_line_of_another_name_stops_the_check(monkeypatch):
    broken = script_facts()
    no = replace(broken.lines["no"], title="Never")
    monkeypatch.setattr(told, "script_facts", lambda: replace(broken, lines={**broken.lines, "no": no}))
    assert script_problems() == ["no is called otherwise"]


@pytest.mark.parametrize(("manner", "medium"), WAYS)
@pytest.mark.parametrize("offer", ["125000", "140000"])
def test_a_plan_that_knows_everything_has_no_gap_in_any_talk(manner, medium, offer):
    zone = STORED["zopa"] | {"offer": offer}
    if offer == "140000":
        zone.pop("opens")
    lines = script_words.script(answers(stored=STORED | {"zopa": zone}, manner=manner, medium=medium))
    assert [one.slug for one in lines if one.words.gaps] == []
    assert all(one.words.plain().strip() for one in lines)
    assert lines[0].slug == script_facts().starts[medium]


@pytest.mark.parametrize(("manner", "medium"), WAYS)
def test_an_empty_plan_has_a_whole_talk_with_gaps_that_lead_to_their_field(manner, medium):
    empty = answers(stored={}, joy="", manner=manner, medium=medium)
    lines = script_words.script(empty)
    slugs = {step.slug: step for step in STEPS}
    for gap in {gap for one in lines for gap in one.words.gaps}:
        assert gap.field == "entries" or gap.field in slugs[gap.step].form.base_fields, gap
    assert all(one.words.plain().strip(" .") for one in lines)
    assert {"zopa", "impact", "stool", "ladder", "script"} <= {gap.step for one in lines for gap in one.words.gaps}


def test_what_is_said_comes_from_the_plan():
    assert said("person") == "Hello, this is Maren. Am I speaking with Ada?"
    assert said("number") == "I would like 155,000 USD a year gross."
    assert said("number", manner="together").endswith("155,000 USD a year gross in mind. Are you open to that?")
    assert said("money") == (
        "What I would do first: Mend the lamp. By my sum that brings you 43,000 USD in the first year. Elsewhere such "
        "work is paid up to 160,000 USD a year gross (A table). That is why I name 155,000 USD a year gross."
    )
    assert said("step") == (
        "Thank you for moving. I can come to 148,000 USD a year gross, because one table of pay. In return I would "
        "like A."
    )
    assert "I would like a second keeper. Would that be possible?" in said("others")
    assert "go by this: Less than an hour of dark. If we are there" in said("review")
    assert said("think").endswith("you will have my answer by Thursday at noon.")


def test_a_source_that_speaks_against_the_number_is_not_named():
    low = STORED | {"market": STORED["market"] | {"high": "150000"}}
    assert "Elsewhere" not in said("money", stored=low)
    assert "Elsewhere" in said("money", stored=STORED | {"impact": {}})
    assert not line("money", stored=STORED | {"impact": {}}).words.gaps
    assert line("money", stored=low | {"impact": {}}).words.gaps


def test_several_packages_are_put_side_by_side_only_where_the_number_is_stuck():
    three = ["130,000 and 30 days", "135,000 and 28 days", "140,000 and 25 days"]
    stored = STORED | {"packages": {"three": three, "alike": "A course in spring."}}
    words_of = line("ways", stored=stored).words
    assert words_of.blocks[1].plain().splitlines()[0] == "- 130,000 and 30 days"
    assert "each of them works for me. In all three: A course in spring." in said("ways", stored=stored)
    assert said("ways", stored=stored).endswith("Which of them comes closest for you?")
    assert "I would like a second keeper." in said("ways")
    lines = {one.slug: one for one in script_words.script(answers(stored=stored))}
    yes = {says: to for slug in ("number", "step", "budget") for says, _, to in lines[slug].onward}
    assert {yes[says] for says in ("Yes", "Agreed", "Yes, somebody else can do that")} == {"others"}
    assert {yes[says] for says in ("It stays at what we said", "No, we need all of it")} == {"ways"}
    assert "130,000" not in lines["others"].words.plain()


@pytest.mark.parametrize(
    ("shown", "sum_said"),
    [
        ([["Mend the lamp", "43000"]], "By my sum that brings you 43,000 USD in the first year."),
        ([["Mend the lamp", "29999"]], ""),
        ([["Mend the lamp", "20000"], ["Teach", "10000"]], "30,000 USD in the first year, with all that I can show."),
    ],
)
def test_a_sum_that_is_less_than_the_ask_is_not_said(shown, sum_said):
    """155,000 over an offer of 125,000 is 30,000 more."""
    stored = STORED | {"impact": {"shown": shown}}
    assert "What I would do first: Mend the lamp." in said("money", stored=stored)
    assert ("By my sum" in said("money", stored=stored)) == bool(sum_said)
    assert sum_said in said("money", stored=stored)


def test_whoever_is_offered_what_they_aim_for_names_no_number():
    zone = {"desired": "140000", "offer": "141000"}
    lines = script_words.script(answers(stored=STORED | {"zopa": zone}))
    assert not {"number", "money", "budget", "step", "no"} & {one.slug for one in lines}
    assert "141,000 USD a year gross, is what I had hoped for." in said("thanks", stored=STORED | {"zopa": zone})
    assert "number" in {one.slug for one in script_words.script(answers(stored={"zopa": zone | {"opens": "150000"}}))}


def test_a_mail_is_one_whole_letter_and_its_answers_come_after():
    mail = line("mail", medium="mail").words
    assert mail.subject_line == "The terms for Keeper"
    assert mail.plain().endswith("Kind regards,\nMaren")
    assert "I would like 155,000 USD a year gross. What I would do first: Mend the lamp." in mail.plain()
    assert not {"person", "time", "thanks"} & {one.slug for one in script_words.script(answers(medium="mail"))}


def test_every_answer_says_with_which_line_it_goes_on():
    lines = {one.slug: one for one in script_words.script(answers())}
    for one in lines.values():
        assert bool(one.onward) != bool(one.ends)
        for _, number, to in one.onward:
            assert lines[to].number == number


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["full", "half", "empty"])
@pytest.mark.parametrize(("manner", "medium"), WAYS)
def test_every_way_through_every_persons_talk_can_be_said(who, manner, medium):
    plan = {"full": people.full_plan, "half": people.half_plan, "empty": people.empty_plan}[who](
        people.account("owner")
    )
    found = load(plan, STEPS)
    found["script"].values.manner, found["script"].values.medium = manner, medium
    lines = {one.slug: one for one in script_words.script(found)}
    facts = script_facts()
    talk = facts.talk(medium, content=script_words.content(found))
    ways = [*paths(told.ways_of(talk), [facts.starts[medium]])]
    assert len(ways) > 20
    for way in ways:
        spoken = [lines[slug].words.plain() for slug in way]
        assert all(spoken)
        assert "None" not in " ".join(spoken)
        assert lines[way[-1]].ends


@pytest.mark.django_db
def test_what_the_steps_keep_for_others_is_what_they_hold():
    """The stored figures, as a page reads them, say the same as the answers themselves, as the brief reads them."""
    plan = people.full_plan(people.account("owner"))
    stored = services.load_for(plan, script.STEP, states=services.states_for(plan, script.STEP))
    pages, briefs = (script_words.script(found) for found in (stored, load(plan, STEPS)))
    assert [one.words.plain() for one in pages] == [one.words.plain() for one in briefs]
    said_by = {one.slug: one.words.plain() for one in pages}
    assert "owner_1_person_who" in said_by["person"]
    assert "owner_role_title" in said_by["thanks"]
    assert "stoolask_ask" in said_by["others"]
    assert "packageissue_option" in said_by["ways"]
    assert "owner_ladder_drop" in said_by["budget"]


def test_ones_own_words_are_said_and_a_gap_in_them_stays_one():
    own = ScriptLine(line="think", text="Let me sleep on it until [the day and the hour of your answer].")
    one = line("think", lines=(own,), stored=STORED | {"ladder": {}})
    assert (one.own, one.stale) == (own.pk, "")
    assert [gap.field for gap in one.words.gaps] == ["until"]
    assert not line("think").own


def test_ones_own_words_that_name_another_number_say_so():
    own = ScriptLine(line="number", text="I would like 150,000 USD a year gross.")
    assert line("number", lines=(own,)).stale == "155,000 USD a year gross"
    assert not line("number", lines=(ScriptLine(line="number", text="I ask for 155,000 USD a year gross!"),)).stale


def test_an_unfinished_or_blank_line_of_ones_own_is_not_said():
    rows = (ScriptLine(line="no", text="Oh.", draft={"text": [""]}), ScriptLine(line="no", text="  "))
    assert not line("no", lines=rows).own


def test_the_call_sheet_waits_for_the_first_sentence():
    (gap,) = script.sheet(answers(joy=""))
    assert isinstance(gap, Gap)
    assert gap.field == "joy"
    (fact,) = script.sheet(answers(joy="the lamp."))
    assert fact.value == "the lamp"
    _, how = script.sheet(answers(manner="together"))
    assert how.value.endswith("in mind. Are you open to that?”")
    assert not how.shareable


def test_the_paper_is_private_and_stays_away_without_a_number():
    (table,) = script.brief(answers())
    assert not table.shareable
    assert table.rows[3][0] == "4. The number"
    assert "No → " in table.rows[3][2]
    assert script.brief(answers(stored={})) == []
