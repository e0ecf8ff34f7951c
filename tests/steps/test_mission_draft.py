"""The draft that is shown: what is on it and what never is, on paper and as text."""

from __future__ import annotations

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader

from negotiation.models import Company, KeyResult, Mission, Objective, Role
from tests.offers.typed import words
from tests.steps.sending import HTMX, address


@pytest.fixture
def filled(plan):
    """Of each kind one that is shown and one that is not, and a pain that is nobody else's."""
    Role.objects.create(plan=plan, title="Keeper")
    Company.objects.create(plan=plan, name="Farther Shore")
    Mission.objects.create(plan=plan, mission="No boat has to guess", standing="shown")
    agreed = {"standing": "agreed", "whom": "Ilse", "day": date(2026, 11, 25)}
    burns = {"text": "The light burns", "serves": "It stops in storms"} | agreed
    first = Objective.objects.create(plan=plan, **burns, version=1)
    hidden = Objective.objects.create(plan=plan, text="Mine alone", order=1, version=1)
    made = {"plan": plan, "version": 1}
    dark = {"text": "An hour dark at most", "measure": "the log of the lamp", "until": date(2027, 3, 1)}
    KeyResult.objects.create(objective=first, standing="shown", **dark, **made)
    KeyResult.objects.create(objective=first, text="Kept to myself", order=1, **made)
    KeyResult.objects.create(objective=hidden, text="One log", standing="shown", order=2, **made)
    half = {"text": "Unfinished", "standing": "shown", "draft": {"text": ["?"]}}
    KeyResult.objects.create(objective=first, order=3, **half, **made)
    return plan


def text_of(filler, plan):
    answer = filler.get(address(plan, "mission") + "draft.txt")
    assert answer["Content-Disposition"] == 'attachment; filename="draft-of-the-job.txt"'
    return answer.content.decode()


def test_the_text_has_what_is_shown_line_by_line_and_nothing_else(filler, filled):
    parts = text_of(filler, filled).split("\n\n")
    assert parts[:2] == ["Keeper, Farther Shore", "What this job is for: a draft to talk about"]
    assert parts[2].startswith("Draft, ")
    assert parts[3:] == [
        "No boat has to guess",
        "The light burns",
        "Agreed with Ilse, 25 November 2026.",
        "- An hour dark at most. Measured by: the log of the lamp. By 1 March 2027.",
        "Also to be seen",
        "- One log.",
        "What would you change? What is missing?\n",
    ]


def test_the_page_and_the_pdf_say_the_same_and_are_marked_as_a_draft(filler, filled):
    page = words(filler.get(address(filled, "mission", "draft")))
    file = filler.get(address(filled, "mission") + "draft.pdf")
    pdf = " ".join("".join(each.extract_text() for each in PdfReader(io.BytesIO(file.content)).pages).split())
    for said in ("No boat has to guess", "An hour dark at most.", "Agreed with Ilse, 25 November 2026.", "Draft"):
        assert said in page
        assert said in pdf
    for kept in ("Mine alone", "Kept to myself", "It stops in storms", "Unfinished", "Private", "Safe to share"):
        assert kept not in page
        assert kept not in pdf


def test_without_anything_on_it_there_is_no_paper_but_a_word_about_it(filler, plan):
    Mission.objects.create(plan=plan, mission="Mine alone")
    for name in ("draft/", "draft.pdf", "draft.txt"):
        answer = filler.get(address(plan, "mission") + name, follow=True)
        assert "Nothing is on the draft yet." in words(answer)


def test_one_press_puts_all_of_it_on_the_draft_and_leaves_what_is_agreed(filler, filled):
    assert "2 parts were put on the draft." in words(filler.post(address(filled, "mission", "show"), follow=True))
    standing = set(Objective.objects.values_list("text", "standing"))
    assert standing == {("The light burns", "agreed"), ("Mine alone", "shown")}
    assert KeyResult.objects.get(text="Kept to myself").standing == "shown"
    assert KeyResult.objects.get(text="Kept to myself").version == 2  # an open tab must see it
    assert "Kept to myself" in text_of(filler, filled)
    assert "Unfinished" not in text_of(filler, filled)
    assert "stands on the draft already" in words(filler.post(address(filled, "mission", "show"), follow=True))


def test_what_is_being_typed_on_the_same_page_is_still_saved_after_the_press(filler, filled):
    """The parting save of the page may arrive after the press."""
    client = uuid.uuid4()
    first = {"client": client, "seq": 1, "version": 0, "mission": "No boat has to guess", "standing": "mine"}
    filler.post(address(filled, "mission"), first, **HTMX)
    filler.post(address(filled, "mission", "show"))
    last = first | {"seq": 2, "version": 1, "mission": "No boat has to guess its way"}
    assert filler.post(address(filled, "mission"), last, **HTMX).status_code == 200
    assert Mission.objects.get().mission == "No boat has to guess its way"
    assert Mission.objects.get().standing == "mine"  # it is chosen in the form, never by the press


def test_a_save_as_one_types_moves_the_draft_and_the_questions_on(filler, plan):
    data = {"client": uuid.uuid4(), "seq": 1, "version": 0, "mission": "Light", "standing": "shown"}
    page = words(filler.post(address(plan, "mission"), data, **HTMX))
    assert "On it now: 1 of 1 parts." in page
    assert "Look at the draft, or print it" in page
    assert "What should be different in a year" not in page
