"""What the employer does, and what has happened there lately."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from groundwork.blocks import Block, Fact, Items
from groundwork.forms import Group, SavedForm
from negotiation.models import Company, CompanyNote
from negotiation.steps.base import Answers, Gap, Rows, Step

OLD = timedelta(days=365)
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
    facts = [str(row.get_kind_display())] if row.kind else []
    if row.dated:
        facts.append(f"{row.dated:%-d %B %Y}{', more than a year old' if is_old(answers, row) else ''}")
    else:
        facts.append("no date yet")
    return facts + ([row.link] if row.link else ["no link yet"])


def is_old(answers: Answers, row: CompanyNote) -> bool:
    return row.dated is not None and answers.today - row.dated > OLD


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
    notes = tuple(note(answers, row) for row in given.rows if row.draft is None)
    if notes:
        blocks.append(Items(items=notes, shareable=True))
    return blocks


def note(answers: Answers, row: CompanyNote) -> str:
    dated = f" ({row.dated:%-d %B %Y})" if row.dated else ""
    old = " More than a year old." if is_old(answers, row) else ""
    return f"{row.text}{dated}.{old}" if not row.text.endswith(".") or dated else f"{row.text}{old}"


def results(answers: Answers) -> dict[str, Any]:
    given = answers["company"]
    notes = [row for row in given.rows if row.draft is None]
    old = sum(is_old(answers, row) for row in notes)
    return {
        "facts": [(label, getattr(given.values, name)) for name, label in FACTS if getattr(given.values, name)],
        "notes": f"{len(notes)} {'note' if len(notes) == 1 else 'notes'} so far." if notes else "",
        "old": f"{old} of your notes {'is' if old == 1 else 'are'} more than a year old." if old else "",
    }


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
