"""The step company: what it gives to the call sheet and to those who help."""

from __future__ import annotations

from datetime import date

from groundwork.blocks import Fact, Items
from groundwork.money import Frame
from negotiation.models import Company, CompanyNote
from negotiation.steps import company
from negotiation.steps.base import Answers, Gap, Given


def answers(*notes, **values):
    given = {"company": Given(values=Company(**values), rows=tuple(CompanyNote(**note) for note in notes))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def test_the_name_is_on_the_sheet_or_its_gap_is():
    assert company.sheet(answers(name="Mill")) == [Fact(label="Employer", value="Mill", shareable=True)]
    gap = company.sheet(answers())[0]
    assert isinstance(gap, Gap)
    assert gap.field == "name"


def test_blank_parts_leave_nothing_behind():
    assert company.brief(answers(name="Mill")) == []


def test_notes_carry_their_date_and_say_when_they_are_old():
    old = {"text": "They moved", "dated": date(2025, 11, 21)}
    fresh = {"text": "They grew", "dated": date(2025, 11, 22)}
    items = next(block for block in company.brief(answers(old, fresh)) if isinstance(block, Items))
    assert items.items == (
        "They moved (21 November 2025). More than a year old.",
        "They grew (22 November 2025).",
    )


def test_the_panel_counts_notes_and_old_ones():
    result = company.results(answers({"text": "They moved", "dated": date(2020, 1, 1)}, {"text": "They grew"}))
    assert result["notes"] == "2 notes so far."
    assert result["old"].startswith("1 of your notes is more than a year old.")
    assert result["undated"].startswith("1 of your notes is without a date")


def test_where_a_note_was_found_is_in_the_plan_and_never_shared():
    note = {"text": "They grew", "dated": date(2025, 11, 22), "link": "https://example.org/grew"}
    found = company.brief(answers(note, {"text": "They moved"}))
    link = Fact(label="Where you found it", value="https://example.org/grew")
    assert found[-1] == link
    assert not link.shareable


def test_the_list_says_what_a_note_lacks():
    given = answers()
    assert company.summary(given, CompanyNote(kind="news")) == ["News of the last year", "no date yet", "no link yet"]
    old = CompanyNote(dated=date(2025, 11, 21), link="https://example.org/x")
    assert company.summary(given, old) == ["21 November 2025, more than a year old", "https://example.org/x"]
