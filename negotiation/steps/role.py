"""The job between the lines: its tasks, what matters in it, and what hurts the employer today."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table
from groundwork.forms import Group, SavedForm
from negotiation.models import Pain, Role
from negotiation.steps.base import Answers, Gap, Rows, Step

FACTS = (
    ("tasks", "What you would really do"),
    ("priorities", "What matters most"),
    ("success", "What success looks like"),
)


class RoleForm(SavedForm):
    groups = (Group("", ("title", "tasks", "priorities", "success")),)
    wanted = ("title", "tasks")

    class Meta:
        model = Role
        exclude = ["plan"]
        labels = {
            "title": "The job’s title",
            "tasks": "What you would really do all day",
            "priorities": "What matters most to them in this job",
            "success": "How they will know, after a year, that it went well",
        }
        help_texts = {
            "tasks": "From the advertisement, from talks, and from between the lines",
            "priorities": "The one or two things they come back to",
        }


class PainForm(SavedForm):
    groups = (Group("", ("pain", "words", "who", "heard")),)
    wanted = ("pain",)

    class Meta:
        model = Pain
        fields = ["pain", "words", "who", "heard"]
        labels = {
            "pain": "What hurts them",
            "words": "Their own words",
            "who": "Who said it",
            "heard": "When",
        }
        help_texts = {
            "pain": "Something slow, costly, risky or missing that this job is there to mend",
            "words": "People trust a reason that sounds like themselves",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["pain"].required = True
        self.fields["pain"].error_messages["required"] = "Enter what hurts them."


def summary(answers: Answers, row: Pain) -> list[str]:
    words = own_words(row)
    return [part for part in (words and f"“{words}”", said(row)) if part]


def own_words(row: Pain) -> str:
    """Their words, unless the entry is still called by them, as one from an ad is."""
    return row.words if row.words != row.pain else ""


def said(row: Pain) -> str:
    when = f"{row.heard:%-d %B %Y}" if row.heard else ""
    return ", ".join(part for part in (row.who, when) if part)


def sheet(answers: Answers) -> list[Block | Gap]:
    title = answers["role"].values.title
    parts = answers.gap("role", "title", "the job’s title", "what you are talking about")
    parts += [Fact(label="Job", value=title, shareable=True)] if title else []
    pains = [row for row in answers["role"].rows if row.draft is None]
    if not pains:
        missing = "at least one thing that hurts the employer"
        return [
            *parts,
            Gap(slug="role", field="entries", missing=missing, blocks="the reason they should say yes"),
        ]
    return [*parts, Fact(label="What hurts them", value="; ".join(row.pain.rstrip(" .;") for row in pains[:3]))]


def brief(answers: Answers) -> list[Block]:
    given = answers["role"]
    blocks: list[Block] = [
        Fact(label=label, value=getattr(given.values, name), shareable=True)
        for name, label in FACTS
        if getattr(given.values, name)
    ]
    rows = tuple((row.pain, own_words(row), said(row)) for row in given.rows if row.draft is None)
    if rows:
        blocks.append(Table(head=("What hurts them", "Their words", "Who and when"), rows=rows))
    return blocks


def open_pains(answers: Answers, slug: str, column: str) -> list[Pain]:
    """What hurts them and stands in no entry of that step yet, which keeps it in this column."""
    used = {getattr(row, column).strip() for row in answers[slug].rows}
    return [row for row in answers["role"].rows if row.draft is None and row.pain.strip() not in used]


def results(answers: Answers) -> dict[str, Any]:
    return {"pains": [row.pain for row in answers["role"].rows if row.draft is None]}


STEP = Step(
    slug="role",
    chapter="homework",
    title="Read the job between the lines",
    purpose="The real tasks, what matters, and what hurts them today",
    minutes=15,
    suits={"applying": 2, "interviews": 2, "offer": 5, "counter": 6},
    model=Role,
    form=RoleForm,
    rows=Rows(model=Pain, form=PainForm, noun="pain", summary=summary),
    results=results,
    sheet=sheet,
    brief_title="The job",
    brief=brief,
)
