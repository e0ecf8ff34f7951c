"""The four legs a job stands on: what is asked for each, what it serves, and what was refused."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst

from groundwork.blocks import Block, Fact, Items, Table
from negotiation.models import KeyResult, Stool, StoolAsk
from negotiation.scripts.words import clause, ended
from negotiation.steps import stool_words as words
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.match_words import short
from negotiation.steps.stool_form import STARTERS, StoolAskForm, StoolForm
from negotiation.stool import LEGS, stool_facts

MOST_ON_SHEET = 2
BLOCKS = "what you ask for so that the job can be done"


def finished(answers: Answers) -> list[StoolAsk]:
    return [row for row in answers["stool"].rows if row.draft is None and row.ask and row.leg]


def asks_on(answers: Answers, leg: str) -> list[StoolAsk]:
    return [row for row in finished(answers) if row.leg == leg]


def open_asks(answers: Answers) -> list[StoolAsk]:
    """What is still to be asked, or to be answered."""
    return [row for row in finished(answers) if row.reply in words.OPEN]


def flags(answers: Answers) -> list[StoolAsk]:
    return [row for row in finished(answers) if row.refused]


def bare_legs(answers: Answers) -> list[str]:
    """The legs on which nothing is asked and nothing stands. The numbers of the pay are set on a page of their own."""
    own: Stool = answers["stool"].values
    there = {row.leg for row in finished(answers)} | ({"pay"} if words.pay(answers) else set())
    return [leg for leg in LEGS if leg not in there and not own.stands(leg)]


def unserved(answers: Answers) -> list[KeyResult]:
    """Key results for which nothing is asked, or nothing that was granted or is still open."""
    used = {row.result_id for row in finished(answers) if not row.refused}
    return [row for row in answers["mission"].more if row.draft is None and row.text and row.pk not in used]


def results(answers: Answers) -> dict[str, Any]:
    refused = flags(answers)
    return {
        "legs": [leg_of(answers, slug) for slug in LEGS],
        "asks": [ask_of(answers, row) for row in open_asks(answers)],
        "bare": [stool_facts().legs[slug].label.lower() for slug in bare_legs(answers)],
        "unserved": [short(clause(row.text)) for row in unserved(answers)],
        "flags": [words.flag(row) for row in refused],
        "told": [words.TOLD[reply] for reply in ("closed", "no") if any(row.reply == reply for row in refused)],
        "notices": notices(answers),
    }


def leg_of(answers: Answers, slug: str) -> dict[str, Any]:
    leg, own = stool_facts().legs[slug], answers["stool"].values
    return {
        "slug": slug,
        "label": leg.label,
        "what": leg.what,
        "stands": own.stands(slug),
        "pay": words.pay(answers) if slug == "pay" else "",
        "asks": [(row.ask, words.replied(row)) for row in asks_on(answers, slug)],
        "examples": [(trade, stool_facts().trades[trade], text) for trade, text in leg.examples.items()],
    }


def ask_of(answers: Answers, row: StoolAsk) -> dict[str, Any]:
    return {
        "ask": row.ask,
        "spoken": words.spoken(answers, row),
        "repeat": row.repeat,
        "suits": words.suits(answers, row),
        "lacks": words.lacks(answers, row),
    }


def notices(answers: Answers) -> list[str]:
    """A leg that stands and needs more all the same; what they have granted is why it stands."""
    own, asked = answers["stool"].values, {row.leg for row in open_asks(answers)}
    both = [stool_facts().legs[slug].label.lower() for slug in LEGS if own.stands(slug) and slug in asked]
    return [f"You say that this stands already, and still ask for something there: {', '.join(both)}."] if both else []


def summary(answers: Answers, row: StoolAsk) -> list[str]:
    leg = [stool_facts().legs[row.leg].label] if row.leg else []
    told = (words.tied(answers, row), words.suits(answers, row), words.replied(row))
    missing = words.lacks(answers, row) if row.reply in words.OPEN else []
    still = [f"still open: {', '.join(missing)}"] if missing else []
    return [*leg, *(part for part in told if part), *still]


def sheet(answers: Answers) -> list[Block | Gap]:
    found: list[Block | Gap] = [on_sheet(answers, row) for row in open_asks(answers)[:MOST_ON_SHEET]]
    granted = [short(clause(row.ask)) for row in finished(answers) if row.reply == "agreed"]
    if granted:
        found.append(Fact(label="Agreed: see it in writing", value=capfirst("; ".join(granted[:MOST_ON_SHEET]))))
    if not finished(answers):
        if legs := [stool_facts().legs[leg].label.lower() for leg in bare_legs(answers) if leg != "pay"]:
            missing = f"what you need besides pay: {', '.join(legs)}"
            found.append(Gap(slug="stool", field="entries", missing=missing, blocks=BLOCKS))
    elif bare := [row for row in open_asks(answers) if not row.reason.strip()]:
        missing = f"why it helps them: “{short(bare[0].ask)}”"
        found.append(Gap(slug="stool", field="entries", missing=missing, blocks=BLOCKS))
    return found


def on_sheet(answers: Answers, row: StoolAsk) -> Fact:
    """An ask with the reason for them, in the words that can be passed on if there are any, and whom it suits."""
    person = words.person_of(answers, row)
    reason = f"“{ended(row.repeat)}”" if row.repeat else f"Why it helps them: {ended(row.reason)}" if row.reason else ""
    told = (reason, f"Ask {person.who}." if person else "")
    return Fact(label=stool_facts().legs[row.leg].label, value=capfirst(row.ask), note=" ".join(filter(None, told)))


def brief(answers: Answers) -> list[Block]:
    """Private: a need beneath an ask, and a refusal, are nobody else's."""
    rows = tuple(in_table(answers, row) for row in finished(answers))
    blocks: list[Block] = []
    if begin := answers["stool"].values.begin:
        blocks.append(Fact(label="How you bring it up", value=begin))
    if rows:
        head = ("What you ask for", "What it is for", "Why it helps them, and what shows it", "How it holds")
        blocks.append(Table(head=head, rows=rows))
    said = tuple(f"{capfirst(clause(row.ask))}: {words.spoken(answers, row)}" for row in open_asks(answers))
    refused = tuple(words.flag(row) for row in flags(answers))
    return blocks + [Items(items=items) for items in (said, refused) if items]


def in_table(answers: Answers, row: StoolAsk) -> tuple[str, ...]:
    blocker = f"In the way without it: {row.blocker}" if row.blocker else ""
    holds = (str(words.CONFIRMS.get(row.confirm, "")), capfirst(words.replied(row)))
    whom = words.suits(answers, row)
    return (
        "\n".join(filter(None, (f"{stool_facts().legs[row.leg].label}: {clause(row.ask)}", whom))),
        "\n".join(filter(None, (capfirst(words.tied(answers, row)), blocker))),
        "\n".join(filter(None, (row.reason, row.repeat and f"To pass on: {row.repeat}", row.evidence))),
        "\n".join(filter(None, holds)),
    )


def hub(answers: Answers) -> list[str]:
    """What they would not even talk about is seen before the plan is read again; a no is an answer, and is not."""
    return [short(words.flag(row), 200) for row in flags(answers) if row.reply == "closed"]


STEP = Step(
    slug="stool",
    chapter="case",
    title="The four legs of the job",
    purpose="Pay, a budget, people, and room to grow: what you need of each, and why it helps them",
    minutes=15,
    suits={"applying": 11, "interviews": 8, "offer": 7, "counter": 6},
    model=Stool,
    form=StoolForm,
    rows=Rows(model=StoolAsk, form=StoolAskForm, noun="ask", summary=summary, most=30, starters=STARTERS),
    browses=("win", "people"),
    seconds=("mission",),
    watches=("zopa",),
    results=results,
    sheet=sheet,
    brief_title="The four legs of the job",
    brief=brief,
    hub=hub,
)
