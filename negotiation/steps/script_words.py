"""The script in words: each line filled from the plan, with a gap that leads to the page where something is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from groundwork.blocks import Table
from negotiation.calc.impact import ask_of
from negotiation.models import Script, ScriptLine
from negotiation.script import script_facts, template_of
from negotiation.scripts.words import Gap, Slot, Words, render
from negotiation.steps import zopa_market
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.impact_words import first_year
from negotiation.steps.ladder_words import settled
from negotiation.steps.match_words import short
from negotiation.steps.stool_words import in_a_sentence
from negotiation.steps.zopa_carried import as_said
from negotiation.steps.zopa_market import behind_the_highest

# Which slot of a line is filled on which page.
GAPS = {
    "me": Gap("letters", "sender_name", "your name"),
    "person": Gap("people", "entries", "who you talk to"),
    "role": Gap("role", "title", "the job’s title"),
    "employer": Gap("company", "name", "the employer’s name"),
    "joy": Gap("script", "joy", "what you look forward to"),
    "opening": Gap("zopa", "opening", "the number you open with"),
    "offer": Gap("zopa", "offer_fixed", "what they have offered"),
    "reason": Gap("impact", "entries", "what you do first"),
    "worth": Gap("impact", "entries", "what it brings them"),
    "step": Gap("zopa", "entries", "your first step down"),
    "because": Gap("zopa", "entries", "why you come down"),
    "in_return": Gap("zopa", "entries", "what you get in return"),
    "other": Gap("stool", "entries", "what you ask for besides pay"),
    "drop": Gap("ladder", "drop", "what somebody else could do"),
    "until": Gap("ladder", "until", "the day and the hour of your answer"),
    "measure": Gap("mission", "entries", "what will have been reached"),
    "market": Gap("market", "entries", "what such work is paid"),
    "source": Gap("market", "entries", "where that stands"),
}
NOTHING_SHOWN = {"reason": "", "worth": ""}
HEAD = ("Line", "You say", "They may say")
Values = Mapping[str, Slot | Sequence[Slot]]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One line as page and paper show it: `number` in the order of the page, `onward` what they may answer."""

    slug: str
    number: int
    title: str
    do: str
    words: Words
    own: Any  # the id of the entry with one's own words; None where ours are said
    stale: str  # the number that one's own words no longer name
    onward: tuple[tuple[str, int, str], ...]  # what they say, the number and the name of the line that comes then
    ends: str
    straight: bool


def script(answers: Answers) -> list[Said]:
    """The talk as it will be held, line by line."""
    facts, values, enough = script_facts(), slots(answers), content(answers)
    lines = facts.talk(answers["script"].values.medium, content=enough)
    places = {slug: place for place, slug in enumerate(lines, 1)}
    return [
        Said(
            slug=slug,
            number=places[slug],
            title=line.title,
            do=line.do,
            onward=tuple((one.says, places[one.to], one.to) for one in line.answers),
            ends=facts.ends.get(slug, ""),
            straight=slug in facts.straight,
            **spoken(answers, slug, values, enough),
        )
        for slug, line in lines.items()
    ]


def content(answers: Answers) -> bool:
    """Whether nothing has to be said of a number."""
    return settled(at_hand("zopa", answers))


def spoken(answers: Answers, slug: str, values: Values, enough: bool) -> dict[str, Any]:
    """A line in one's own words if there are any, else in ours."""
    ours, row = prepared(answers, slug, values, enough), own_line(answers, slug)
    if row is None:
        return {"words": ours, "own": None, "stale": ""}
    return {"words": Words.from_plain(row.text, gaps=ours.gaps), "own": row.pk, "stale": stale(row, ours, values)}


def stale(row: ScriptLine, ours: Words, values: Values) -> str:
    """The number that the plan opens with by now, where our words name it and one's own name another."""
    opening = values["opening"]
    number = one_line(opening.text) if isinstance(opening, Slot) else ""
    return number if number and number in one_line(ours.plain()) and number not in one_line(row.text) else ""


def prepared(answers: Answers, slug: str, values: Values, enough: bool) -> Words:
    own: Script = answers["script"].values
    return render(template_of(slug, own.manner, own.medium, content=enough), values)


def own_line(answers: Answers, slug: str) -> ScriptLine | None:
    """The last that was written for this line."""
    rows = [row for row in answers["script"].rows if row.draft is None and row.line == slug and row.text.strip()]
    return rows[-1] if rows else None


def slots(answers: Answers) -> Values:
    """All that a line can hold, from what the steps have kept for others."""
    zone, people, ladder = (at_hand(slug, answers) for slug in ("zopa", "people", "ladder"))
    steps = [step for step in zone.get("steps", []) if step[2].strip() and step[3].strip()]
    _, step, because, in_return = next(iter(steps), ["", "", "", ""])
    texts = {
        "me": at_hand("letters", answers).get("sender_name", ""),
        "person": people.get("speaks", ""),
        "role": at_hand("role", answers).get("title", ""),
        "employer": at_hand("company", answers).get("name", ""),
        "joy": answers["script"].values.joy,
        "opening": amount(answers, zone.get("opens")),
        "offer": amount(answers, zone.get("offer")),
        "step": amount(answers, step),
        "because": because,
        "in_return": in_return,
        "other": in_a_sentence(next(iter(at_hand("stool", answers).get("asks", [])), "")),
        "drop": ladder.get("drop", ""),
        "until": ladder.get("until", ""),
        "measure": at_hand("mission", answers).get("measure", ""),
    }
    texts |= brought(answers, zone) | paid_elsewhere(answers, zone.get("opens"))
    filled: dict[str, Slot | Sequence[Slot]] = {name: Slot.of(text, gap=GAPS[name]) for name, text in texts.items()}
    packages = at_hand("packages", answers)
    filled["alike"] = Slot.of(packages.get("alike", ""), gap=GAPS["other"])
    return filled | {"packages": [Slot.filled(text) for text in packages.get("three", [])]}


def amount(answers: Answers, figure: str | None) -> str:
    return answers.money(Decimal(figure)) if figure else ""


def brought(answers: Answers, zone: Mapping[str, Any]) -> dict[str, str]:
    """What is done first, and what it brings: alone or with all that can be shown, and unsaid where it is less."""
    shown = [(name, as_said(Decimal(worth))) for name, worth in at_hand("impact", answers).get("shown", [])]
    if not shown:
        return NOTHING_SHOWN
    (first, alone), total = shown[0], sum((worth for _, worth in shown), Decimal(0))
    more = asked_for(answers, zone)
    if more is None or alone >= more:
        return {"reason": first, "worth": first_year(answers, alone)}
    together = f"{first_year(answers, total)}, with all that I can show"
    return {"reason": first, "worth": together if total >= more else ""}


def asked_for(answers: Answers, zone: Mapping[str, Any]) -> Decimal | None:
    """How much more a year the number asks for than they offer; None while one of them is not known."""
    if "opens" not in zone or "offer" not in zone:
        return None
    return ask_of(Decimal(zone["opens"]), Decimal(zone["offer"]), answers.frame.period).amount


def paid_elsewhere(answers: Answers, opens: str | None) -> dict[str, str]:
    """What such work is paid at most, and by which source; not said where it would speak against the number."""
    found = zopa_market.read(at_hand("market", answers))
    if found is None or found.high is None or not opens or found.high < Decimal(opens):
        return {"market": "", "source": ""}
    return {"market": answers.about(found.high), "source": behind_the_highest(found)}


def one_line(text: str) -> str:
    return " ".join(text.split())


def table(answers: Answers) -> Table:
    """The talk on paper: each line has a number, and each answer says with which it goes on."""
    return Table(head=HEAD, rows=tuple(map(in_table, script(answers))))


def in_table(one: Said) -> tuple[str, ...]:
    onward = "\n".join(f"{says} → {number}" for says, number, _ in one.onward)
    return (f"{one.number}. {one.title}", one.words.plain(), onward or one.ends)


def in_short(answers: Answers, row: ScriptLine) -> list[str]:
    return [short(one_line(row.text), 120)] if row.text.strip() else []
