"""What the employer does, and what has happened there lately."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Items
from groundwork.forms import Group, SavedForm
from negotiation.models import Company, CompanyNote
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.found import AGED, is_old, quoted, where

FACTS = (
    ("does", "What they do"),
    ("clients", "Their clients and markets"),
    ("products", "Their products and technology"),
    ("standing", "How they stand"),
)


class CompanyForm(SavedForm):
    groups = (Group("", ("name", "does", "clients", "products", "standing")),)
    wanted = ("name", "does")

    class Meta:
        model = Company
        exclude = ["plan"]
        labels = {
            "name": "The employer’s name",
            "does": "What they do, in your own words",
            "clients": "Who their clients are, and in which markets",
            "products": "Their products and technology",
            "standing": "How they stand: growth, funding, changes of direction",
        }
        help_texts = {
            "does": "As you would tell a friend who has never heard of them",
            "standing": "It says how much room there is, and what they are in a hurry for",
        }


class NoteForm(SavedForm):
    groups = (Group("", ("kind", "text", "link", "dated")),)
    wanted = ("kind", "text")

    class Meta:
        model = CompanyNote
        fields = ["kind", "text", "link", "dated"]
        labels = {
            "kind": "What kind of note is it?",
            "text": "What you found",
            "link": "Where you found it",
            "dated": "Date of the source",
        }
        help_texts = {"text": "One fact a note, so that you can use it in one sentence"}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what you found."


def summary(answers: Answers, row: CompanyNote) -> list[str]:
    kind = [str(row.get_kind_display())] if row.kind else []
    return [*kind, *where(answers, row.dated, row.link)]


def sheet(answers: Answers) -> list[Block | Gap]:
    name = answers["company"].values.name
    gap = answers.gap("company", "name", "the employer’s name", "who you are talking to")
    return gap or [Fact(label="Employer", value=name, shareable=True)]


def brief(answers: Answers) -> list[Block]:
    given = answers["company"]
    blocks: list[Block] = [
        Fact(label=label, value=getattr(given.values, name), shareable=True)
        for name, label in FACTS
        if getattr(given.values, name)
    ]
    rows = [row for row in given.rows if row.draft is None]
    if rows:
        blocks.append(Items(items=tuple(quoted(answers, row.text, row.dated) for row in rows), shareable=True))
    links = [row.link for row in rows if row.link]
    return blocks + ([Fact(label="Where you found it", value="\n".join(links))] if links else [])


def results(answers: Answers) -> dict[str, Any]:
    given = answers["company"]
    notes = [row for row in given.rows if row.draft is None]
    old, undated = [row for row in notes if is_old(answers, row.dated)], [row for row in notes if row.dated is None]
    return {
        "facts": [(label, getattr(given.values, name)) for name, label in FACTS if getattr(given.values, name)],
        "notes": f"{len(notes)} {'note' if len(notes) == 1 else 'notes'} so far." if notes else "",
        "old": f"{number(old)} {AGED}. Check first whether that still holds." if old else "",
        "undated": f"{number(undated)} without a date: nobody can tell how old it is." if undated else "",
    }


def number(rows: list[CompanyNote]) -> str:
    return f"{len(rows)} of your notes {'is' if len(rows) == 1 else 'are'}"


STEP = Step(
    slug="company",
    chapter="homework",
    title="Know the employer",
    purpose="What they do, how they stand, and what is new",
    minutes=20,
    suits={"applying": 1, "interviews": 1, "offer": 4, "counter": 5},
    model=Company,
    form=CompanyForm,
    rows=Rows(model=CompanyNote, form=NoteForm, noun="note", summary=summary),
    results=results,
    sheet=sheet,
    brief_title="The employer",
    brief=brief,
)
