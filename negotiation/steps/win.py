"""What would be ideal: wants, the need beneath each, and the way to meet it that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from groundwork.blocks import Block, Fact, Heading, Table
from groundwork.forms import Group, SavedForm
from negotiation.models import Want, Win
from negotiation.steps.base import Answers, Gap, Rows, Step

MOST_ON_SHEET = 3
IDEAL = (
    ("role", "Role and level"),
    ("duties", "Responsibilities"),
    ("work_format", "How and where you work"),
    ("freedom", "Freedom to decide"),
    ("team", "Team"),
    ("mission", "What it is for"),
    ("network", "Who you would meet"),
    ("budgets", "Budgets"),
)
CONTENTS = {
    "need": "The pay you have in mind is about your own needs. That is a firm ground: it holds whatever others are "
    "paid.",
    "comparison": "Part of the pay you have in mind is about others. That is common: in one study about half, not "
    "most, chose less money but more than others (Solnick and Hemenway 1998, 257 people; medium confidence). Ask "
    "yourself what being paid the same would stand for: respect, fairness, safety? There may be other ways to get it.",
}


class WinForm(SavedForm):
    groups = (
        Group("The job itself", ("role", "duties", "work_format", "freedom")),
        Group("What is around it", ("team", "mission", "network", "budgets")),
        Group("One question about pay", ("contents",)),
    )
    wanted = ("role", "contents")
    may_be_unknown = ("contents",)

    class Meta:
        model = Win
        exclude = ["plan"]
        labels = {
            "role": "The role and level you would like",
            "duties": "What you would be responsible for",
            "work_format": "How and where you would work",
            "freedom": "What you would decide yourself",
            "team": "The people you would work with",
            "mission": "What the work would be good for",
            "network": "Whom you would get to know",
            "budgets": "What you could spend: on tools, courses, help",
            "contents": "Would the pay you have in mind content you if you never learned what a colleague is paid?",
        }
        help_texts = {
            "role": "As if everything went well. You can come down to earth later",
            "work_format": "Days, hours, from home or on site, alone or with others",
            "contents": "Nobody sees this. It only shows what the number stands for",
        }


class WantForm(SavedForm):
    groups = (
        Group("", ("want", "need")),
        Group("How it could be met", ("way", "reason", "asked")),
    )
    wanted = ("want", "need", "way", "reason")

    class Meta:
        model = Want
        fields = ["want", "need", "way", "reason", "asked"]
        labels = {
            "want": "What you want",
            "need": "The need beneath it",
            "way": "What you would ask for",
            "reason": "Why it helps them too",
            "asked": "I will ask for this",
        }
        help_texts = {
            "want": "In the words in which it comes to you",
            "need": "What would you have then? Ask it of each answer once more. This is never shared",
            "way": "Not pay, but something that meets the need. It continues the sentence “I would like …”",
            "reason": "In words that somebody there could repeat to those who decide",
            "asked": "Then it stands on the call sheet, with its reason, and may be shared",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["want"].required = True
        self.fields["want"].error_messages["required"] = "Enter what you want."

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("asked") and not self.cleaned_data.get("way") and "way" not in self.errors:
            self.add_error("way", "Enter what you would ask for, so that it can be asked.")
        return cleaned


def finished(answers: Answers) -> list[Want]:
    return [row for row in answers["win"].rows if row.draft is None and row.want]


def asked(answers: Answers) -> list[Want]:
    """What will be asked for that is not pay."""
    return [row for row in finished(answers) if row.asked and row.way]


def summary(answers: Answers, row: Want) -> list[str]:
    facts = [f"Need: {row.need}" if row.need else "no need beneath it yet"]
    if row.way:
        facts.append(f"{'You ask' if row.asked else 'You could ask'} for: {row.way}")
    return facts if row.reason or not row.asked else [*facts, "no reason for them yet"]


def names(rows: Iterable[Want]) -> str:
    return ", ".join(f"“{row.want}”" for row in rows)


def results(answers: Answers) -> dict[str, Any]:
    rows = finished(answers)
    return {
        "chains": [(row.want, row.need, row.way) for row in rows],
        "asks": [(row.way, row.reason) for row in asked(answers)],
        "contents": CONTENTS.get(answers["win"].values.contents, ""),
        "notices": notices(answers, rows),
    }


def notices(answers: Answers, rows: list[Want]) -> list[str]:
    """What would make a want easier to grant."""
    shallow = [row for row in rows if not row.need]
    single = [row for row in rows if row.need and not row.way]
    bare = [row for row in asked(answers) if not row.reason]
    found = []
    if shallow:
        found.append(f"What would you have then? A need beneath it opens other ways: {names(shallow)}.")
    if single:
        found.append(f"There may be a way to meet the need that costs them less than pay: {names(single)}.")
    if bare:
        found.append(f"Say why it helps them too. A reason is easier to pass on than a wish: {names(bare)}.")
    return found


def sheet(answers: Answers) -> list[Block | Gap]:
    asks = asked(answers)
    parts: list[Block | Gap] = [ask(row) for row in asks[:MOST_ON_SHEET]]
    if not finished(answers):
        parts.append(gap("what you want besides pay", "what you ask for that is not money"))
    elif any(not row.reason for row in asks):
        parts.append(gap("why it helps them too", "the reason for what you ask besides pay"))
    return parts


def gap(missing: str, blocks: str) -> Gap:
    return Gap(slug="win", field="entries", missing=missing, blocks=blocks)


def ask(row: Want) -> Fact:
    """An ask with its reason for them. The want and the need beneath stay with whoever has them."""
    note = f"Why it helps them too: {row.reason}" if row.reason else ""
    return Fact(label="Also ask for", value=row.way, note=note, shareable=True)


def brief(answers: Answers) -> list[Block]:
    own, rows = answers["win"].values, finished(answers)
    blocks: list[Block] = [Fact(label=label, value=getattr(own, name)) for name, label in IDEAL if getattr(own, name)]
    if rows:
        head = ("What you want", "The need beneath", "What would meet it", "Asked")
        told = tuple((row.want, row.need, row.way, "yes" if row.asked else "no") for row in rows)
        blocks.append(Table(head=head, rows=told))
    if text := CONTENTS.get(own.contents):
        blocks.append(Fact(label="What the pay stands for", value=text))
    asks = asked(answers)
    return blocks + ([Heading(text="Asks that are not money", shareable=True), *map(ask, asks)] if asks else [])


STEP = Step(
    slug="win",
    chapter="position",
    title="What would be ideal?",
    purpose="What you want, the need beneath it, and other ways to meet it",
    minutes=15,
    suits={"applying": 5, "interviews": 4, "offer": 6, "counter": 7},
    model=Win,
    form=WinForm,
    rows=Rows(model=Want, form=WantForm, noun="want", summary=summary, most=50),
    results=results,
    sheet=sheet,
    brief_title="What you want, and why",
    brief=brief,
)
