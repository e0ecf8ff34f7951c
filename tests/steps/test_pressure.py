"""The step pressure: moves in one's own words, reactions that can be said, and what of it stands where."""

from __future__ import annotations

import copy
from datetime import date

import pytest

from groundwork.blocks import Fact, Table, Text
from groundwork.money import Frame
from negotiation.facts import FactError, made, read
from negotiation.models import Pressure, PressureLine
from negotiation.pressure import MOVES, SIGNS, PressureFacts, checked, pressure_facts
from negotiation.steps import pressure
from negotiation.steps.base import Answers, Gap, Given
from tests.steps.sending import address, press

LONG = "I hear you. I would like to think. Then I will write to you."


def answers(*lines, **values):
    rows = tuple(PressureLine(**line) for line in lines)
    frame = Frame(currency="USD", period="year", basis="gross")
    given = {"pressure": Given(values=Pressure(**values), rows=rows)}
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def line(text="We need it today.", reaction="You will have it on Thursday.", **values):
    return {"line": text, "reaction": reaction, **values}


def gaps(given):
    return [part.missing for part in pressure.sheet(given) if isinstance(part, Gap)]


def test_an_empty_step_lacks_the_pause_and_a_line():
    assert gaps(answers()) == ["the sentence with which you pause", "a line that would press you"]


def test_a_line_without_a_reaction_is_named():
    assert gaps(answers(line(), line("Sign now.", ""), pause="One moment.")) == ["what you answer to “Sign now.”"]


def test_the_call_sheet_has_the_pause_and_at_most_two_lines():
    given = answers(*(line(f"Line {number}") for number in range(7)), pause="One moment.", stand="I decide later.")
    facts = [(part.label, part.value) for part in pressure.sheet(given) if isinstance(part, Fact)]
    assert facts[0] == ("To pause", "“One moment.”")
    assert [label for label, _ in facts[1:]] == [f"If they say: “Line {number}”" for number in range(2)]
    assert "I decide later." not in str(facts)


def test_the_card_in_the_brief_has_moves_lines_and_an_honest_word():
    blocks = pressure.brief(answers(line(sign="rush"), pause="One moment.", leave="Until tomorrow."))
    facts = [(part.label, part.value) for part in blocks if isinstance(part, Fact)]
    assert facts == [("Pause", "“One moment.”"), ("End the contact", "“Until tomorrow.”")]
    table = next(part for part in blocks if isinstance(part, Table))
    assert table.rows == (("We need it today.", "Rush", "You will have it on Thursday."),)
    assert isinstance(blocks[-1], Text)
    assert "honest outcome" in blocks[-1].text
    assert not any(block.shareable for block in blocks)


def test_nothing_written_is_no_card():
    assert pressure.brief(answers()) == []


def test_what_is_too_long_is_named_and_stays():
    given = answers(line(reaction=LONG), line("Sign."), concrete=LONG)
    assert pressure.results(given)["long"] == ["Make it concrete", "“We need it today.”"]
    assert pressure.summary(given, given["pressure"].rows[0])[-1] == "too long to be said when it gets tight"
    assert pressure.results(answers(line()))["long"] == []


def test_a_line_that_is_not_finished_is_left_out():
    assert pressure.brief(answers(line("", "", draft={"line": [""]}))) == []


def test_the_six_signs_and_five_moves_have_their_words():
    facts = pressure_facts()
    assert (tuple(facts.signs), tuple(facts.moves)) == (SIGNS, MOVES)
    assert {slug: sign.label for slug, sign in facts.signs.items()} == dict(PressureLine.SIGNS)
    assert {each.sign for each in facts.lines} == set(SIGNS)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data["signs"].pop("rush"), "pressure.signs has"),
        (lambda data: data["moves"].pop("pause"), "pressure.moves has"),
        (lambda data: data["signs"]["rush"].update(examples=["One."]), "needs two"),
        (lambda data: data["lines"][0].update(reaction=LONG), "too long"),
        (lambda data: data["lines"][0].update(sign="noise"), "is no sign"),
        (lambda data: data["moves"]["pause"].update(example=LONG), "too long"),
    ],
)
def test_a_file_that_lacks_something_is_refused(change, says):
    data = copy.deepcopy(read("pressure"))
    change(data)
    with pytest.raises(FactError, match=says):
        checked(made(PressureFacts, data, "pressure"))


def test_a_list_begins_with_the_common_lines_once(filler, plan):
    for _ in range(2):
        filler.post(address(plan, "pressure", "starters"))
    rows = PressureLine.objects.filter(plan=plan)
    assert [row.line for row in rows] == [each.line for each in pressure_facts().lines]
    assert all(row.reaction and row.sign for row in rows)


def test_with_a_pause_and_lines_the_step_is_done(filler, plan):
    filler.post(address(plan, "pressure", "starters"))
    press(filler, plan, "pressure", version=0, pause="One moment.")
    assert plan.states.get(slug="pressure").state == "done"


def test_the_page_shows_the_signs_and_warns_of_a_long_sentence(filler, plan):
    response = press(filler, plan, "pressure", then="look", pause=LONG)
    text = response.content.decode()
    assert all(sign.looks in text for sign in pressure_facts().signs.values())
    assert pressure.SHORTER in text
    assert pressure.HONEST in text


def test_a_line_needs_its_words(filler, plan):
    new = filler.get(address(plan, "pressure", "new")).context["row"].pk
    response = filler.post(address(plan, "pressure", new), {"then": "continue", "version": 0, "reaction": "No."})
    assert response.status_code == 422
    assert "Enter what they say." in response.content.decode()
