"""What counts beside pay: criteria, how much each weighs, and how each offer scores under it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Figure, Table, Text
from groundwork.dots import Picture, picture
from groundwork.dots import Row as Dots
from groundwork.fields import plain
from groundwork.forms import Group, SavedForm
from negotiation.models import Criteria, Criterion, Score
from negotiation.steps.base import BOOKKEEPING, Answers, Rows, Step
from negotiation.steps.criteria_sums import MEASURED, POINTS, Weighed, weighed
from negotiation.steps.criteria_words import UNITS, amount_said, notices, of_hundred, sentences, turns
from negotiation.steps.redlines import checked
from offers.columns import Column, Laid, lay

SCORES = [
    (code, f"{code}, the worst" if code == "0" else f"{code}, the best" if code == str(POINTS) else code)
    for code, _ in Score.SAID
]
POINT_WORDS = {"100": "100, it matters most", "0": "0, it does not count"}
OPEN = "What you leave open counts as the average of that offer’s other scores, so score what you can"
# A beginning that most people can use; each can be changed or deleted.
STARTERS: tuple[dict[str, Any], ...] = (
    {"kind": "pay"},
    {"kind": "leave"},
    {"kind": "remote"},
    {"kind": "own", "text": "The people I would work with"},
    {"kind": "own", "text": "What I would learn"},
    {"kind": "own", "text": "How secure it is"},
)


class CriteriaForm(SavedForm):
    groups = (Group("", ("weighing",)),)

    class Meta:
        model = Criteria
        exclude = ["plan"]
        labels = {"weighing": "How do you weigh them?"}
        help_texts = {"weighing": "Both are common. Points say more; the order is quicker, and often enough"}


class CriterionForm(SavedForm):
    groups = (
        Group("", ("kind", "text")),
        Group("How much it weighs", ("points",)),
        Group("What the ends look like", ("worst", "best"), "So that you mean the same by a score tomorrow."),
    )

    class Meta:
        model = Criterion
        exclude = BOOKKEEPING
        labels = {
            "kind": "What is it?",
            "text": "In your own words",
            "points": "Points, from 0 to 100",
            "worst": "0 means",
            "best": "10 means",
        }
        help_texts = {
            "kind": "All but the last are read from your offers",
            "text": "Needed for what you score yourself; for the others it replaces the name",
            "points": "Think of the step from the worst of your offers to the best. The criterion whose step matters "
            "most gets 100, one whose step matters half as much gets 50",
            "worst": "The least that you would still take",
            "best": "As good as you can imagine it",
        }

    wanted = ("kind", "text", "points")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        self.fields["kind"].error_messages["required"] = "Choose what it is."

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("kind") == "own" and not self.cleaned_data.get("text") and "text" not in self.errors:
            self.add_error("text", "Enter what you will score, in a few words.")
        return cleaned


def laid_of(answers: Answers, *, illiquid: bool = False) -> Laid:
    """The offers of the plan in columns."""
    pairs = [(one.offer, one.worth) for one in answers.compared]
    return lay(pairs, frame=answers.frame, rates=answers.rates, illiquid=illiquid)


def weighed_of(answers: Answers, laid: Laid) -> Weighed:
    """The criteria, with what a red line puts out held apart."""
    return weighed(answers, laid, {each.one.offer.pk for each in checked(answers) if each.found.out})


def results(answers: Answers) -> dict[str, Any]:
    laid = laid_of(answers)
    found = weighed_of(answers, laid)
    return {
        "sentences": sentences(found),
        "turns": list(turns(found).values()),
        "notices": notices(found),
        "scores": [(column.name, score_said(found, column), column not in found.among) for column in found.columns],
        "table": table(answers, found, laid),
        "picture": dots(found),
        "beside": [*points_asked(answers, found, laid), *scores_asked(answers, found)],
        "offers": len(laid.columns),
        "apart": [offer.name for offer, _ in laid.apart],
    }


def score_said(found: Weighed, column: Column) -> str:
    value = found.value(column)
    return "no score yet" if value is None else f"{of_hundred(value)} of 100"


def dots(found: Weighed) -> Picture | None:
    """Every offer on every criterion, from the worst to the best."""
    rows = [
        Dots(
            label=row.name,
            text=weight_said(found, at),
            values=tuple(found.values[c.offer.pk][at] for c in found.columns),
        )
        for at, row in enumerate(found.rows)
    ]
    return picture(rows, [column.name for column in found.columns])


def weight_said(found: Weighed, at: int) -> str:
    return f"weight {of_hundred(found.weights[at])} of 100" if found.weights else "not weighed"


def table(answers: Answers, found: Weighed, laid: Laid) -> Table | None:
    """The same as the picture, in words and numbers."""
    if not found.rows or not found.columns:
        return None
    head = ("Criterion", "Weight", *(column.name for column in found.columns))
    rows = [
        (row.name, weight_said(found, at), *(cell(answers, found, laid, column, at) for column in found.columns))
        for at, row in enumerate(found.rows)
    ]
    total = ("Score", "", *(score_said(found, column) for column in found.columns))
    return Table(head=head, rows=(*rows, total), caption="How your offers score")


def points_asked(answers: Answers, found: Weighed, laid: Laid) -> list[dict[str, Any]]:
    """The points of all criteria in one place, each beside the step whose worth they say."""
    if answers["criteria"].values.weighing == "order" or not found.rows:
        return []
    fields = [
        {
            "name": f"points.{row.pk}",
            "label": row.name,
            "hint": span(answers, found, laid, at),
            "now": "" if row.points is None else f"{row.points.normalize():f}",
        }
        for at, row in enumerate(found.rows)
    ]
    known = {str(points) for points in range(0, 101, 10)} | {field["now"] for field in fields if field["now"]}
    words = [(one, POINT_WORDS.get(one, one)) for one in sorted(known, key=Decimal, reverse=True)]
    hint = "Points say how much the step from the worst to the best of your offers matters, not the thing in general."
    return [
        {"title": "Your points", "hint": hint, "none": "No points yet", "parts": [{"fields": fields, "words": words}]}
    ]


def span(answers: Answers, found: Weighed, laid: Laid, at: int) -> str:
    """From the worst to the best of what was read."""
    ends, row = found.ends[at], found.rows[at]
    if ends is None or ends[0] == ends[1]:
        return ""
    if row.kind == "pay":
        return f"From {' to '.join(amount_said(row, end, laid, answers.locale) for end in ends)}"
    return f"From {plain(ends[0])} to {plain(ends[1])} {UNITS[row.kind]}"


def cell(answers: Answers, found: Weighed, laid: Laid, column: Column, at: int) -> str:
    """What one offer has for one criterion: what was read, or the points."""
    row, value = found.rows[at], found.values[column.offer.pk][at]
    if row.kind == "own":
        return "not scored" if value is None else f"{round(value * POINTS)} of {POINTS}"
    return amount_said(row, found.amounts[column.offer.pk][at], laid, answers.locale) or "not known"


def scores_asked(answers: Answers, found: Weighed) -> list[dict[str, Any]]:
    """What only the candidate can score, criterion by criterion."""
    said = {one.offer.pk: one.ticked for one in answers.compared}
    parts = [
        {
            "title": row.name,
            "hint": ends_said(row),
            "words": SCORES,
            "fields": [
                {
                    "name": f"mark.{row.pk}.{column.offer.pk}",
                    "label": column.name,
                    "now": said[column.offer.pk].get(row.pk, ""),
                }
                for column in found.columns
            ],
        }
        for row in found.rows
        if row.kind == "own" and found.columns
    ]
    return [{"title": "Your scores", "hint": OPEN, "none": "Not scored", "parts": parts}] if parts else []


def ends_said(row: Criterion) -> str:
    """What the two ends of the scale mean, as far as it was said."""
    ends = ((0, row.worst), (POINTS, row.best))
    return "; ".join(f"{points} means {words}" for points, words in ends if words)


def summary(answers: Answers, row: Criterion) -> list[str]:
    by_order = answers["criteria"].values.weighing == "order"
    facts = ["read from your offers" if row.kind in MEASURED or row.kind == "pay" else "scored by you"]
    if not by_order:
        facts.append("no points yet" if row.points is None else f"{said_of(row.points)} of 100")
    return facts


def said_of(points: Decimal) -> str:
    return f"{points.normalize():f} points"


def brief(answers: Answers) -> list[Block]:
    """Private, all of it: it names other offers."""
    laid = laid_of(answers)
    found = weighed_of(answers, laid)
    told = table(answers, found, laid)
    if told is None or len(found.columns) < 2:
        return []
    said = sentences(found)
    if not (shape := dots(found)):
        return [*(Text(text=text) for text in said), told]
    words = {"title": "How your offers score", "sentence": " ".join(said), "id": "criteria"}
    svg = render_to_string("components/dots.svg", {"dots": shape.wide} | words)
    return [Figure(svg=svg, sentence=" ".join(said) or "How your offers score.", table=told)]


STEP = Step(
    slug="criteria",
    chapter="decide",
    title="What counts beside pay?",
    purpose="What else matters, how much of it, and how each offer does",
    minutes=10,
    suits={"applying": 10, "interviews": 10, "offer": 9, "counter": 9},
    model=Criteria,
    form=CriteriaForm,
    rows=Rows(model=Criterion, form=CriterionForm, noun="criterion", summary=summary, most=20, starters=STARTERS),
    browses=("redlines",),
    compares=True,
    results=results,
    brief_title="What counts beside pay",
    brief=brief,
)
