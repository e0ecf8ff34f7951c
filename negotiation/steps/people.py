"""The people you talk to: what part each plays, what they care about, and who decides."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Items, Table
from groundwork.forms import Group, SavedForm
from negotiation.models import People, Person
from negotiation.steps import people_words as words
from negotiation.steps.base import BOOKKEEPING, Answers, Gap, Rows, Step
from negotiation.steps.found import AGED, is_old, quoted, where

MOST_ON_SHEET = 3


class PeopleForm(SavedForm):
    groups = (Group("", ("process",)),)
    wanted = ("process",)
    may_be_unknown = ("process",)

    class Meta:
        model = People
        exclude = ["plan"]
        labels = {"process": "How will it be decided, and by whom?"}
        help_texts = {
            "process": "Who has to agree, in which order, and when. Once you know who decides, it may stay blank"
        }


class PersonForm(SavedForm):
    groups = (
        Group("", ("who", "part", "decides")),
        Group("What matters to them", ("focus", "cares")),
        Group(
            "Something they have done in public",
            ("public", "link", "dated"),
            "One thing that you can honestly speak about is enough.",
        ),
        Group("If they recruit for an agency", ("paid_by",), folded=True),
    )
    wanted = ("who", "part", "decides", "cares")

    class Meta:
        model = Person
        exclude = BOOKKEEPING
        labels = {
            "who": "Who is it?",
            "part": "What part do they play?",
            "decides": "Do they decide?",
            "focus": "What do they look at in the talks?",
            "cares": "What do they care about?",
            "public": "What have they said, written or made?",
            "link": "Where you found it",
            "dated": "Date of the source",
            "paid_by": "Who pays them?",
        }
        help_texts = {
            "who": "A name, or what you call them until you know it",
            "focus": "What their questions come back to: figures, craft, how you work with others",
            "cares": "What would make their own year easier",
            "public": "A talk, an article, a product, an interview",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["who"].required = True
        self.fields["who"].error_messages["required"] = "Enter a name, or what you call them."


def finished(answers: Answers) -> list[Person]:
    return [row for row in answers["people"].rows if row.draft is None]


def summary(answers: Answers, row: Person) -> list[str]:
    facts = [words.PARTS.get(row.part, ""), words.DECIDES.get(row.decides, "not known yet whether they decide")]
    facts.append(f"cares about: {row.cares}" if row.cares else "not known yet what they care about")
    if row.public:
        facts += [row.public, *where(answers, row.dated, row.link)]
    return [fact for fact in facts if fact]


def results(answers: Answers) -> dict[str, Any]:
    rows = finished(answers)
    return {
        "decision": words.decision(rows),
        "question": words.question(rows),
        "process": answers["people"].values.process,
        "cares": [(words.titled(row), row.cares) for row in rows if row.cares],
        "recruiters": [(row.who, words.recruiter(row)) for row in rows if row.part == "agency"],
        "notices": notices(answers, rows),
    }


def notices(answers: Answers, rows: list[Person]) -> list[str]:
    """What is still open about those who are heard, and what may have changed since."""
    heard = [row.who for row in rows if row.decides in ("decides", "say") and not row.cares]
    old = [row.who for row in rows if row.public and is_old(answers, row.dated)]
    undated = [row.who for row in rows if row.public and row.dated is None]
    found = []
    if heard:
        found.append(f"What {words.listed(heard)} care{'s' if len(heard) == 1 else ''} about is still open. Ask them.")
    if old:
        found.append(f"What you found about {words.listed(old)} is {AGED}: it may not hold any more.")
    if undated:
        found.append(f"What you found about {words.listed(undated)} has no date: nobody can tell how old it is.")
    return found


def sheet(answers: Answers) -> list[Block | Gap]:
    own, rows = answers["people"], finished(answers)
    ours, say = words.of(rows, "decides"), words.of(rows, "say")
    parts: list[Block | Gap] = [on_sheet(row) for row in [*ours, *say][:MOST_ON_SHEET]]
    if own.values.process:
        parts.append(Fact(label="How it is decided", value=own.values.process))
    elif not ours:
        missing, blocks = "who decides", "whom your reasons have to reach"
        parts.append(Gap(slug="people", field="process", missing=missing, blocks=blocks))
    ask = words.question(rows) if rows or "process" in own.unknown else ""
    return parts + ([Fact(label="Ask", value=f"“{ask}”")] if ask and not own.values.process else [])


def on_sheet(row: Person) -> Fact:
    label = "Decides" if row.decides == "decides" else "Has a say"
    return Fact(label=label, value=words.titled(row), note=f"Cares about: {row.cares}" if row.cares else "")


def brief(answers: Answers) -> list[Block]:
    process, rows = answers["people"].values.process, finished(answers)
    blocks: list[Block] = [Fact(label="How it is decided", value=process)] if process else []
    if rows:
        blocks.append(Fact(label="Who decides", value=words.decision(rows)))
        head = ("Who", "Decides?", "What they look at", "What they care about")
        told = tuple((words.titled(row), words.DECIDES.get(row.decides, ""), row.focus, row.cares) for row in rows)
        blocks.append(Table(head=head, rows=told))
    public = tuple(in_public(answers, row) for row in rows if row.public)
    blocks += [Items(items=public)] if public else []
    return blocks + [Fact(label=row.who, value=words.recruiter(row)) for row in rows if row.part == "agency"]


def in_public(answers: Answers, row: Person) -> str:
    said = f"{row.who}: {quoted(answers, row.public, row.dated)}"
    return f"{said} {row.link}" if row.link else said


STEP = Step(
    slug="people",
    chapter="homework",
    title="Who you talk to, and who decides",
    purpose="What part each of them plays, what they care about, and who decides",
    minutes=10,
    suits={"applying": 9, "interviews": 5, "offer": 7, "counter": 8},
    model=People,
    form=PeopleForm,
    rows=Rows(model=Person, form=PersonForm, noun="person", summary=summary, most=30),
    results=results,
    sheet=sheet,
    brief_title="The people",
    brief=brief,
)
