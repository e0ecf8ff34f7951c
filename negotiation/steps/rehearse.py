"""Practising: every line is said before the talk, and what halts comes again on the same day."""

from __future__ import annotations

from typing import Any

from negotiation.calc.rehearse import Mark, Today
from negotiation.models import Practised, Rehearse, SmallAsk
from negotiation.recruiter import recruiter_facts
from negotiation.steps.base import Answers, Dated, Rows, Step
from negotiation.steps.found import day_of
from negotiation.steps.rehearse_cards import cards, rows_by_key, today
from negotiation.steps.rehearse_form import STARTERS, PractisedForm, RehearseForm, SmallAskForm

MOST = 400
HOWS = {"yes": "they said yes", "partly": "something came of it", "no": "they said no"}


def results(answers: Answers) -> dict[str, Any]:
    found, rows = cards(answers, answers["rehearse"].values.recruiter), rows_by_key(answers)
    plan, tried = today(answers, found), [rows[one.key] for one in found if one.key in rows]
    return {
        "cards": len(found),
        "left": len(plan.queue),
        "today": list(of_today(plan)),
        "so_far": so_far(tried, len(found)),
        "halting": [one.says for one in found if one.key in rows and rows[one.key].went != Mark.FLUENT],
        "kind": kindly(plan, tried=bool(tried)),
        "manners": [(slug, manner.label, manner.how) for slug, manner in recruiter_facts().manners.items()],
        "asked": asked(answers),
    }


def of_today(plan: Today) -> list[str]:
    """What today holds, in words."""
    back = len(plan.queue) - plan.fresh - plan.again
    parts = (
        (plan.fresh, "new"),
        (back, "from earlier days"),
        (plan.again, "once more, because they did not come by themselves today"),
    )
    return [f"{count} {what}" for count, what in parts if count]


def so_far(tried: list[Practised], cards: int) -> list[tuple[str, int]]:
    """How many lines stand where."""
    marks = [row.went for row in tried]
    counted = [("fluent", marks.count(Mark.FLUENT)), ("halting", marks.count(Mark.HALTING))]
    return [*counted, ("not yet", marks.count(Mark.NO)), ("never tried", cards - len(tried))]


def kindly(plan: Today, *, tried: bool) -> str:
    """A word about where one stands. No streaks, no praise for days, no blame for a pause."""
    if plan.days == 0 and tried:
        return "The talk is today. What sits, sits; the rest stands on your call sheet. Read three lines aloud."
    if not tried:
        return "The first time feels strange to everybody. Ten minutes are enough to begin with."
    if not plan.queue:
        return "That is enough for today. It settles while you do something else."
    if plan.later:
        return f"{plan.later} more wait for another day. There is time for all of them before the talk."
    return "Halting is not failing: it shows which line is worth another try."


def asked(answers: Answers) -> str:
    """What became of the small asks."""
    rows: list[SmallAsk] = [row for row in answers["rehearse"].rows if row.draft is None and row.how]
    if not rows:
        return ""
    got = sum(row.how in ("yes", "partly") for row in rows)
    times = "once" if len(rows) == 1 else f"{len(rows)} times"
    came = "Nothing came of it yet, and nothing was lost." if not got else f"Something came of it {got} of these times."
    return f"You have asked {times}. {came if len(rows) > 1 or not got else 'Something came of it.'}"


def ask_summary(answers: Answers, row: SmallAsk) -> list[str]:
    facts = [HOWS.get(row.how, "not asked yet"), day_of(row.day) if row.day else "", row.happened]
    return [fact for fact in facts if fact]


def how_it_went(answers: Answers, row: Practised) -> list[str]:
    return [fact for fact in (str(row.get_went_display()), day_of(row.seen) if row.seen else "") if fact]


def dates(answers: Answers) -> list[Dated]:
    own: Rehearse = answers["rehearse"].values
    return [Dated(day=own.call, text="The talk", slug="rehearse")] if own.call else []


STEP = Step(
    slug="rehearse",
    chapter="conversation",
    title="Practise it",
    purpose="Their lines and yours, until the words come by themselves",
    minutes=10,
    suits={"interviews": 8, "offer": 6, "counter": 3},
    model=Rehearse,
    form=RehearseForm,
    rows=Rows(model=SmallAsk, form=SmallAskForm, noun="small ask", summary=ask_summary, most=30, starters=STARTERS),
    more=Rows(model=Practised, form=PractisedForm, noun="practised line", summary=how_it_went, most=MOST),
    uses=("script",),
    glances=("ladder",),
    browses=("objections", "pressure"),
    watches=(
        *("zopa", "batna", "impact", "market", "information", "people", "stool", "mission", "ladder"),
        *("role", "company", "letters", "pressure", "packages"),
    ),
    results=results,
    dates=dates,
)
