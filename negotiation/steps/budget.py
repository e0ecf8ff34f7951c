"""What you will spend on it: limits, what was spent, and the calm question when it is too much."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Table
from groundwork.fields import plain
from groundwork.forms import Group, SavedForm, told
from groundwork.meter import meter, picture
from negotiation.calc.budget import BudgetResult, What, budget
from negotiation.models import Budget, Spent
from negotiation.steps.base import BOOKKEEPING, Answers, Dated, Gap, Rows, Step
from negotiation.steps.budget_words import TICKS, how_many, limited, remaining, rows, sentence, ticked, uses, why

PRINTED = 620
TO_COME = "This day is still to come."


class BudgetForm(SavedForm):
    groups = (
        Group("At most", ("hours", "rounds", "test_hours", "stress"), "Set the ones that matter to you."),
        Group("Waiting", ("since", "weeks")),
    )

    class Meta:
        model = Budget
        exclude = ["plan"]
        labels = {
            "hours": "Hours in all",
            "rounds": "Rounds of talks",
            "test_hours": "Hours of unpaid tests and tasks",
            "stress": "Stress, from 1 to 10",
            "since": "The day the waiting began",
            "weeks": "Weeks you are ready to wait",
        }
        help_texts = {
            "hours": "Letters, talks, the way there, tests: everything",
            "test_hours": "0 if you work for nobody without pay",
            "stress": "The highest you are ready to live with for this",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        not_to_come(self, "since")
        return cleaned


class SpentForm(SavedForm):
    groups = (
        Group("", ("day", "hours", "rounds", "test_hours", "note")),
        Group("How was it?", ("harsh", "pressing", "ignored", "uneasy", "stress")),
    )

    class Meta:
        model = Spent
        exclude = BOOKKEEPING
        labels = {
            "day": "When?",
            "hours": "Hours it took",
            "rounds": "Rounds it counts for",
            "test_hours": "Of these, hours of unpaid tests",
            "note": "What was it?",
            "harsh": "They were harsh",
            "pressing": "They pressed me",
            "ignored": "They left my questions unanswered",
            "uneasy": "I felt uneasy afterwards",
            "stress": "Your stress now, from 1 to 10",
        }
        help_texts = {"rounds": "1 for an interview or a round of offers", "note": "For example who it was with"}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        not_to_come(self, "day")
        known = self.cleaned_data
        if not self.errors and not any(told(known.get(name)) for name in self.fields if name != "day"):
            self.add_error("hours", "Enter what it took, or tick below how it was.")
        return cleaned


def not_to_come(form: SavedForm, name: str) -> None:
    """What was spent, and what has begun, lies behind us."""
    day: date | None = form.cleaned_data.get(name)
    if day and day > form.instance.plan.today:
        form.add_error(name, TO_COME)


def result_of(answers: Answers) -> BudgetResult:
    given = answers["budget"]
    log = [row for row in given.rows if row.draft is None]
    return budget(given.values.to_terms(log, answers.today))


def left_line(answers: Answers) -> str:
    """What is left, or what asks for a decision, in one line; nothing without limits or ticks."""
    result = result_of(answers)
    reasons = why(result)
    if reasons:
        return " ".join(part for part in (*reasons, "Leave or cut?", remaining(result)) if part)
    return sentence(result)


def results(answers: Answers) -> dict[str, Any]:
    result = result_of(answers)
    return {
        "budget": result,
        "picture": picture(uses(result)),
        "rows": rows(result),
        "sentence": sentence(result) or "What you spend shows up here.",
        "why": why(result),
        "ticked": ticked(result),
        "no_start": result.of(What.WEEKS).limit is not None and answers["budget"].values.since is None,
    }


def summary(answers: Answers, row: Spent) -> list[str]:
    """What one entry of the log says."""
    facts = [f"{row.day:%-d %B %Y}"] if row.day and row.note else []
    known = {what: getattr(row, what) for what in (What.HOURS, What.ROUNDS, What.TEST_HOURS)}
    facts += [how_many(what, amount) for what, amount in known.items() if amount]
    if row.stress is not None:
        facts.append(f"stress {plain(row.stress)}")
    facts += [words for tick, words in TICKS.items() if getattr(row, tick)]
    return facts or ["nothing counted"]


def sheet(answers: Answers) -> list[Block | Gap]:
    if not limited(result_of(answers)):
        missing = "one limit: hours, rounds, weeks or stress"
        return [Gap(slug="budget", field="hours", missing=missing, blocks="what is left of your own budget")]
    line = left_line(answers)
    return [Fact(label="What you will still spend on it", value=line)] if line else []


def brief(answers: Answers) -> list[Block]:
    result = result_of(answers)
    blocks: list[Block] = []
    if bars := uses(result):
        words = {"title": "What is used of each limit", "sentence": sentence(result), "id": "budget"}
        svg = render_to_string("components/meter.svg", {"meter": meter(bars, width=PRINTED)} | words)
        table = Table(head=("What", "Spent", "Limit", "Left"), rows=rows(result))
        blocks.append(Figure(svg=svg, sentence=sentence(result), table=table))
    if reasons := why(result):
        blocks.append(Fact(label="Leave or cut?", value=" ".join(reasons), note="A question, not a rule"))
    elif noted := ticked(result):
        blocks.append(Fact(label="How they were", value=noted))
    return blocks


def dates(answers: Answers) -> list[Dated]:
    """The day from which waiting is longer than it was meant to be."""
    own = answers["budget"].values
    if own.since is None or own.weeks is None:
        return []
    days = int((Decimal(own.weeks) * 7).to_integral_value(ROUND_CEILING))
    return [Dated(day=own.since + timedelta(days), text="The weeks you would wait are over", slug="budget")]


def on_hub(answers: Answers) -> list[str]:
    line = left_line(answers)
    return [line] if line else []


STEP = Step(
    slug="budget",
    chapter="position",
    title="What you will spend on it",
    purpose="Hours, rounds, weeks and nerves: your limits and what is left",
    minutes=5,
    suits={"applying": 8, "interviews": 7, "offer": 8, "counter": 8},
    model=Budget,
    form=BudgetForm,
    rows=Rows(model=Spent, form=SpentForm, noun="entry", summary=summary, most=200),
    results=results,
    sheet=sheet,
    brief_title="What you spend on these talks",
    brief=brief,
    dates=dates,
    hub=on_hub,
)
