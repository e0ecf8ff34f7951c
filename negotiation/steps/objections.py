"""What they may say against it, each with an answer built on value and a question back."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact
from groundwork.forms import Group, SavedForm
from negotiation.calc.answers import MOST_SENTENCES, MOST_WORDS, too_long
from negotiation.models import Objection, Objections
from negotiation.objections import catalogue
from negotiation.steps import match
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.match_words import short
from negotiation.steps.redlines import reasons

ENOUGH, MOST_ON_SHEET = 2, 2
SOURCE = 500  # as much of a doubt as an objection remembers


class ObjectionsForm(SavedForm):
    groups = (Group("", ("doubts",)),)

    class Meta:
        model = Objections
        exclude = ["plan"]
        labels = {"doubts": "What have others doubted about you, or what do you fear to hear?"}
        help_texts = {"doubts": "One doubt a line: each can become an objection with one press"}


class ObjectionForm(SavedForm):
    groups = (
        Group("", ("text", "theme")),
        Group(
            "Your answer",
            ("acknowledge", "value", "question"),
            f"The first two: at most {MOST_SENTENCES} sentences, {MOST_WORDS} words. Then you ask, and wait.",
        ),
        Group("What carries it", ("evidence",)),
    )
    wanted = ("text", "value", "evidence")

    class Meta:
        model = Objection
        fields = ["text", "theme", "acknowledge", "value", "question", "evidence"]
        labels = {
            "text": "What they may say",
            "theme": "What is it about?",
            "acknowledge": "What is true in it",
            "value": "What they gain all the same",
            "question": "Your question back",
            "evidence": "Your own proof",
        }
        help_texts = {
            "acknowledge": "One short sentence that takes them seriously",
            "value": "What it is worth to them, not why you deserve it",
            "question": "One that helps you both, and that you would like to hear answered",
            "evidence": "Something you did and what came of it, for when they want to know more",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what they may say."


def finished(answers: Answers) -> list[Objection]:
    return [row for row in answers["objections"].rows if row.draft is None and row.text]


def prepared(answers: Answers) -> list[Objection]:
    return [row for row in finished(answers) if row.prepared]


def open_doubts(text: str, rows: tuple[Objection, ...]) -> list[str]:
    """Doubts that are no objection yet."""
    used = {row.source for row in rows}
    return [doubt for doubt in dict.fromkeys(each[:SOURCE].strip() for each in reasons(text)) if doubt not in used]


def summary(answers: Answers, row: Objection) -> list[str]:
    facts = [str(row.get_theme_display())] if row.theme else []
    if row.prepared:
        facts.append("prepared")
    else:
        facts += ["no answer yet"] * (not row.value) + ["no proof of your own yet"] * (not row.evidence)
    return [*facts, "too long to be said calmly"] if too_long(row.said) else facts


def results(answers: Answers) -> dict[str, Any]:
    given, ready = answers["objections"], prepared(answers)
    made = match.objections_from(answers)
    return {
        "ready": [shown(row) for row in ready],
        "count": counted(len(ready)),
        "doubts": open_doubts(given.values.doubts, given.rows),
        "gaps": [{"id": row.pk, "text": row.text} for row in match.open_gaps(answers) if row.text not in made],
        "notices": notices(finished(answers)),
    }


def shown(row: Objection) -> dict[str, str]:
    return {"text": row.text, "said": row.said, "question": row.question, "evidence": row.evidence}


def counted(ready: int) -> str:
    if ready >= ENOUGH:
        return f"{ready} answers are prepared. That is enough: a few that you know well help more than many."
    return "One answer is prepared. One more, and you are ready." if ready else ""


def notices(rows: list[Objection]) -> list[str]:
    """What an answer still lacks; for one from the catalogue, where its proof may be found."""
    proofs = catalogue().proofs
    long = [row for row in rows if too_long(row.said)]
    bare = [row for row in rows if row.value and not row.evidence]
    found = []
    if long:
        most = f"At most {MOST_SENTENCES} sentences and {MOST_WORDS} words can be said calmly and remembered"
        found.append(f"{most}. Shorten your answer to {', '.join(quoted(row) for row in long)}.")
    for row in bare:
        hint = proofs.get(row.text)
        found.append(f"{quoted(row)} has no proof of your own yet.{f' Look for: {hint}' if hint else ''}")
    return found


def quoted(row: Objection) -> str:
    return f"“{short(row.text.rstrip(' .'))}”"


def sheet(answers: Answers) -> list[Block | Gap]:
    ready = prepared(answers)
    parts: list[Block | Gap] = [fact(row) for row in ready[:MOST_ON_SHEET]]
    if len(ready) < ENOUGH:
        blocks = "what you say when they object"
        parts.append(Gap(slug="objections", field="entries", missing="two prepared answers", blocks=blocks))
    return parts


def fact(row: Objection) -> Fact:
    """What they say, what is answered, the question, and the proof at hand."""
    more = (row.question and f"Then ask: {row.question}", row.evidence and f"Your proof: {row.evidence}")
    return Fact(label=f"If they say: {row.text}", value=row.said, note="\n".join(part for part in more if part))


def brief(answers: Answers) -> list[Block]:
    return [fact(row) for row in finished(answers) if row.value]


STEP = Step(
    slug="objections",
    chapter="case",
    title="What they may say against it",
    purpose="The objections you expect, each with an answer that says what they gain",
    minutes=15,
    suits={"applying": 9, "interviews": 4, "offer": 6, "counter": 5},
    model=Objections,
    form=ObjectionsForm,
    rows=Rows(model=Objection, form=ObjectionForm, noun="objection", summary=summary, most=40),
    browses=("match",),
    results=results,
    sheet=sheet,
    brief_title="If they object",
    brief=brief,
)
