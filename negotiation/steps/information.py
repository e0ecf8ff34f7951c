"""What you tell, what you keep, and what you have to find out; an answer can go to the place it belongs to."""

from __future__ import annotations

from typing import Any

from django import forms

from groundwork.blocks import Block, Fact, Table
from groundwork.forms import Group, SavedForm
from negotiation.models import Information, Learning, Telling
from negotiation.pay_history import choices
from negotiation.steps.base import BOOKKEEPING, Answers, Dated, Gap, Rows, Step
from negotiation.steps.information_places import placings
from negotiation.steps.information_words import (
    HOW_FREELY,
    STARTERS,
    answer_said,
    in_short,
    rule_of,
    suggested,
    whom_and_when,
)

MOST_ON_SHEET = 2
KEPT = ("never", "asked")  # what needs a sentence, the most guarded first


class InformationForm(SavedForm):
    groups = (Group("May they ask what you earn?", ("place",)),)
    place = forms.ChoiceField(
        label="Where is the job?",
        required=False,
        choices=choices,
        help_text="In some places an employer may not ask what you earn. The rule of yours stands beside this",
        error_messages={"invalid_choice": "Choose a place from the list, or “Another place”."},
    )

    class Meta:
        model = Information
        exclude = ["plan"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        stored, field = self.instance.place, self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        if stored and stored not in dict(choices()):  # of another version of the list: kept, and said not to be known
            field.choices = [*choices(), (stored, stored)]


class TellingForm(SavedForm):
    groups = (Group("", ("kind", "topic", "level", "sentence")),)
    wanted = ("kind", "topic", "level", "sentence")

    class Meta:
        model = Telling
        fields = ["kind", "topic", "level", "sentence"]
        labels = {
            "kind": "What may they ask about?",
            "topic": "In a few words of your own",
            "level": "How freely do you tell it?",
            "sentence": "Your sentence",
        }
        help_texts = {
            "topic": "Leave it blank if the line above says it all",
            "sentence": "What you say, or with what you kindly keep it to yourself and go on",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in (("kind", "Choose what it is about."), ("level", "Choose how freely you tell it.")):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = self.cleaned_data
        if known.get("kind") == "own" and not known.get("topic") and "topic" not in self.errors:
            self.add_error("topic", "Enter in a few words what it is.")
        return cleaned


class LearningForm(SavedForm):
    groups = (
        Group("", ("question", "whom", "until", "must")),
        Group("The answer, when it comes", ("answer", "low", "high", "day")),
        Group("Where the answer belongs", ("place",)),
    )
    wanted = ("question", "whom")

    class Meta:
        model = Learning
        exclude = (*BOOKKEEPING, "origin")
        labels = {
            "question": "What do you want to know?",
            "whom": "Whom do you ask?",
            "until": "By when do you need the answer?",
            "must": "I will not decide without it",
            "answer": "What they said",
            "low": "If it is pay: from",
            "high": "If it is pay: to",
            "day": "If it is a day: which one",
            "place": "Where does the answer belong?",
        }
        help_texts = {
            "question": "As you would ask it, in one sentence",
            "must": "Until it is answered, it stands on the call sheet",
            "answer": "In their words, as far as you remember them",
            "place": "With one press it can be put there, once it has come",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["question"].required = True
        self.fields["question"].error_messages["required"] = "Enter the question."

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.in_order("low", "high", message="This must be the same as or more than the number before.")
        return cleaned


def told(answers: Answers) -> list[Telling]:
    return [row for row in answers["information"].rows if row.draft is None]


def asked(answers: Answers) -> list[Learning]:
    return [row for row in answers["information"].more if row.draft is None]


def guarded(answers: Answers) -> list[Telling]:
    """What is not told freely, the most guarded first."""
    return [row for level in KEPT for row in told(answers) if row.level == level]


def still_to_ask(answers: Answers) -> list[Learning]:
    """What has to be known and is not."""
    return [row for row in asked(answers) if row.must and not row.answered]


def summary(answers: Answers, row: Telling) -> list[str]:
    facts = [HOW_FREELY[row.level]] if row.level else []
    if row.sentence:
        return [*facts, f"“{row.sentence}”"]
    return facts if row.level == "freely" else [*facts, "no sentence yet"]


def question_summary(answers: Answers, row: Learning) -> list[str]:
    facts = ["must be known"] if row.must else []
    facts += [part for part in (whom_and_when(row),) if part]
    return [*facts, f"Answer: {answer_said(answers, row)}" if row.answered else "no answer yet"]


def results(answers: Answers) -> dict[str, Any]:
    rows = told(answers)
    levels = [(words, [r for r in rows if r.level == level]) for level, words in HOW_FREELY.items()]
    return {
        "levels": [(words, [(r.name, r.sentence) for r in found]) for words, found in levels if found],
        "rule": rule_of(answers),
        "open": [(row.question, whom_and_when(row)) for row in still_to_ask(answers)],
        "suggested": suggested(answers),
        "placings": placings(answers, asked(answers)),
    }


def sheet(answers: Answers) -> list[Block | Gap]:
    rows = guarded(answers)
    ready = [row for row in rows if row.sentence]
    parts: list[Block | Gap] = [on_sheet(answers, row) for row in ready[:MOST_ON_SHEET]]
    bare = next((row for row in rows if not row.sentence), None)
    blocks = "the sentence for a question you would rather not answer"
    if not answers["information"].rows:
        parts.append(gap("what you tell, and what you keep to yourself", blocks))
    elif bare:
        parts.append(gap(f"your sentence for “{bare.name}”", blocks))
    if not answers["information"].more:
        parts.append(gap("what you have to find out", "the questions you ask"))
    questions = "\n".join(question_said(row) for row in still_to_ask(answers))
    return [*parts, Fact(label="Still to ask", value=questions)] if questions else parts


def question_said(row: Learning) -> str:
    """A question with whom it is for, in one line of the call sheet."""
    who = whom_and_when(row)
    return f"{row.question} ({who})" if who else row.question


def gap(missing: str, blocks: str) -> Gap:
    return Gap(slug="information", field="entries", missing=missing, blocks=blocks)


def on_sheet(answers: Answers, row: Telling) -> Fact:
    """The sentence for a question; about pay, the rule of the place stands under it."""
    note = in_short(answers) if row.kind == "pay" else ""
    return Fact(label=f"If they ask: {row.name}", value=f"“{row.sentence}”", note=note)


def brief(answers: Answers) -> list[Block]:
    blocks: list[Block] = []
    rows = tuple((row.name, HOW_FREELY[row.level], row.sentence) for row in told(answers))
    if rows:
        blocks.append(Table(head=("What they may ask", "How freely", "Your sentence"), rows=rows))
    if rule := rule_of(answers):
        blocks.append(Fact(label="May they ask what you earn?", value=rule["text"], note=rule["source"]))
    questions = tuple((row.question, whom_and_when(row), answer_said(answers, row)) for row in asked(answers))
    if questions:
        blocks.append(Table(head=("What you want to know", "Whom and by when", "The answer"), rows=questions))
    return blocks


def dates(answers: Answers) -> list[Dated]:
    """By when an answer is needed that has not come."""
    waiting = [(row.until, row.question) for row in asked(answers) if not row.answered]
    return [Dated(day=day, text=f"Answer needed: {text}", slug="information") for day, text in waiting if day]


STEP = Step(
    slug="information",
    chapter="homework",
    title="What you tell, and what you have to find out",
    purpose="What you say freely, only if asked or never, and the questions you ask",
    minutes=12,
    suits={"applying": 3, "interviews": 3, "offer": 4, "counter": 5},
    model=Information,
    form=InformationForm,
    rows=Rows(model=Telling, form=TellingForm, noun="topic", summary=summary, most=30, starters=STARTERS),
    more=Rows(model=Learning, form=LearningForm, noun="question", summary=question_summary, most=60),
    uses=("offer",),
    glances=("role", "people", "zopa"),
    results=results,
    sheet=sheet,
    brief_title="What you tell, and what you find out",
    brief=brief,
    dates=dates,
)
