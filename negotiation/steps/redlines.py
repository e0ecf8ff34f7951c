"""Where you stop: conditions that are not up for discussion, and how each offer meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from groundwork.blocks import Block, Fact, Table
from groundwork.forms import Group, SavedForm
from groundwork.money import Frame, unit
from negotiation.calc.redlines import Checked, Kind, OfferChecked, Verdict, check, check_all
from negotiation.models import RedLine, RedLineMark, Redlines
from negotiation.steps.base import BOOKKEEPING, Answers, Compared, Gap, Rows, Step
from negotiation.steps.redlines_words import SIGNS, WORDS, condition, facts_of, offer_line, realism, why

JUDGED = (Kind.OWN, Kind.TRAVEL, Kind.PLACE, Kind.LEVEL)
# What each kind cannot do without, what to say if it is missing, and the most it can be.
NEEDS = {
    "office_days_max": ("most", "Enter the number of days, 0 if you would never come in.", 7),
    "hours_max": ("most", "Enter the number of hours a week.", 168),
    "commute_max": ("most", "Enter the number of minutes.", 600),
    "base_min": ("least", "Enter the pay a year below which you stop.", None),
    "place": ("text", "Enter the place, as an offer would name it.", None),
    "level": ("text", "Enter the level or title, as an offer would name it.", None),
    "travel": ("text", "Enter what must not happen, in a few words.", None),
    "own": ("text", "Enter the condition in a few words.", None),
}


class RedlinesForm(SavedForm):
    groups = (Group("", ("ended",)),)

    class Meta:
        model = Redlines
        exclude = ["plan"]
        labels = {"ended": "Why did your last jobs end, or why would you leave this one?"}
        help_texts = {"ended": "One reason a line: each can become a red line with one press"}


class RedLineForm(SavedForm):
    groups = (
        Group("", ("kind", "text", "most", "least")),
        Group("Why, and how you would notice", ("reason", "sign", "realism")),
        Group(
            "What you would still tolerate",
            ("exception_often", "exception_long"),
            "An exception is kept in sight; a broken red line stays broken.",
        ),
        Group("If it is asked of you", ("exit_sentence",)),
    )
    wanted = ("kind", "text", "most", "least", "exit_sentence")  # which of them, the kind decides

    class Meta:
        model = RedLine
        exclude = BOOKKEEPING
        labels = {
            "kind": "What is it about?",
            "text": "The condition in a few words",
            "most": "If it is about days, hours or minutes: at most",
            "least": "If it is about base pay: at least",
            "reason": "Why it is not up for discussion",
            "sign": "How you would notice that it is broken",
            "realism": "How realistic is it here?",
            "exception_often": "How often may it happen all the same?",
            "exception_long": "And for how long each time?",
            "exit_sentence": "The calm sentence with which you end it",
        }
        help_texts = {
            "text": "For a place or a level: the words an offer would use; “or” between two that are both right. "
            "Where a number says it all, leave this blank",
            "sign": "Something anybody could see, not a feeling",
            "exit_sentence": "One you can say kindly and mean, with thanks and without blame",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        self.fields["kind"].error_messages["required"] = "Choose what it is about."

    def suffix(self, name: str) -> str:
        return unit(Frame(currency=self.frame.currency, period="year", basis=self.frame.basis))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        name, missing, most = NEEDS.get(self.cleaned_data.get("kind", ""), ("", "", None))
        value = self.cleaned_data.get(name) if name else None
        if name and name not in self.errors and value in (None, ""):
            self.add_error(name, missing)
        elif most is not None and value is not None and value > most:
            self.add_error(name, f"A week has {most} {'days' if most == 7 else 'hours'}.")
        return cleaned


@dataclass(frozen=True, kw_only=True)
class Against:
    """One offer against all red lines."""

    one: Compared
    found: OfferChecked
    alone: tuple[Checked, ...]  # what can be said without anybody's tick

    @property
    def name(self) -> str:
        return self.one.offer.name


def finished(answers: Answers) -> list[RedLine]:
    return [row for row in answers["redlines"].rows if row.draft is None]


def checked(answers: Answers) -> list[Against]:
    """Every offer of the plan against every red line; a sum, so that others may ask for it."""
    rows = finished(answers)
    terms, found = [row.to_terms() for row in rows], []
    for one in answers.compared:
        facts = facts_of(answers, one)
        ticks = [Verdict(one.ticked.get(row.pk, "unknown")) for row in rows]
        alone = tuple(check(line, facts) for line in terms)
        found.append(Against(one=one, found=check_all(terms, facts, ticks), alone=alone))
    return found


def reasons(text: str) -> list[str]:
    """What was written about why jobs ended, one reason a line."""
    return list(dict.fromkeys(line for part in text.splitlines() if (line := part.strip().strip("-–•*").strip())))


def open_reasons(text: str, rows: tuple[RedLine, ...]) -> list[str]:
    """Those that are no red line yet."""
    used = {row.reason.strip() for row in rows}
    return [reason for reason in reasons(text) if reason not in used]


def results(answers: Answers) -> dict[str, Any]:
    given, rows, offers = answers["redlines"], finished(answers), checked(answers)
    return {
        "reasons": open_reasons(given.values.ended, given.rows),
        "offers": [shown(answers, rows, each) for each in offers],
        "lines": [line(answers, rows, offers, at) for at in range(len(rows))],
        "beside": judged([part for part in (by_hand(answers, rows, each) for each in offers) if part["fields"]]),
        "realism": realism(rows),
        "count": len(rows),
    }


def shown(answers: Answers, rows: list[RedLine], each: Against) -> dict[str, Any]:
    """An offer in one sentence."""
    verdicts = [one.verdict for one in each.found.lines]
    broken = [condition(answers, row) for row, one in zip(rows, verdicts, strict=True) if one is Verdict.BROKEN]
    return {
        "name": each.name,
        "id": each.one.offer.pk,
        "out": each.found.out,
        "text": offer_line(each.name, verdicts, broken) if rows else "",
        "unfinished": each.one.offer.draft is not None,
    }


def line(answers: Answers, rows: list[RedLine], offers: list[Against], at: int) -> dict[str, Any]:
    """One row of the table: a red line, and how each offer meets it."""
    row = rows[at]
    cells = [cell(answers, row, each.one, each.found.lines[at]) for each in offers]
    return {"condition": condition(answers, row), "cells": cells}


def cell(answers: Answers, row: RedLine, one: Compared, found: Checked) -> dict[str, str]:
    broken = found.verdict is Verdict.BROKEN
    return {
        "verdict": str(found.verdict),
        "word": WORDS[found.verdict],
        "sign": SIGNS[found.verdict],
        "why": why(answers, one, found),
        "exception": row.exception if broken else "",
    }


def judged(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"title": "What only you can judge", "none": "Not known yet", "parts": parts}] if parts else []


def by_hand(answers: Answers, rows: list[RedLine], each: Against) -> dict[str, Any]:
    """What only the candidate can judge of one offer."""
    fields = []
    for row, alone in zip(rows, each.alone, strict=True):
        now = each.one.ticked.get(row.pk, "")
        if now or (alone.line.kind in JUDGED and alone.verdict is not Verdict.HELD):
            name = f"mark.{row.pk}.{each.one.offer.pk}"
            hint = f"Broken when: {row.sign}" if row.sign else ""
            fields.append({"name": name, "label": condition(answers, row), "now": now, "hint": hint})
    return {"title": each.name, "fields": fields, "words": RedLineMark.SAID}


def summary(answers: Answers, row: RedLine) -> list[str]:
    said = condition(answers, row)
    facts = [] if said.startswith(row.name) and row.kind != Kind.BASE_MIN else [said]
    if row.realism:
        facts.append(str(row.get_realism_display()).lower())
    if row.exception:
        facts.append(f"tolerated: {row.exception}")
    return [*facts, "with an exit sentence" if row.exit_sentence else "no exit sentence yet"]


def sheet(answers: Answers) -> list[Block | Gap]:
    if not answers["redlines"].rows:
        return [Gap(slug="redlines", field="entries", missing="where you stop", blocks="the sentence you end with")]
    rows, offers = finished(answers), checked(answers)
    parts: list[Block | Gap] = [
        Fact(label="Red line", value=condition(answers, row), note=beside(row, at, offers))
        for at, row in enumerate(rows)
    ]
    without = [condition(answers, row) for row in rows if not row.exit_sentence]
    if without:
        more = f" and {len(without) - 1} more" if len(without) > 1 else ""
        missing = f"a calm exit sentence for “{without[0]}”{more}"
        parts.append(Gap(slug="redlines", field="entries", missing=missing, blocks="the sentence you end with"))
    return parts


def beside(row: RedLine, at: int, offers: list[Against]) -> str:
    """What stands beside a red line on the call sheet: the sentence to end with, and who breaks it."""
    names = [each.name for each in offers if each.found.lines[at].verdict is Verdict.BROKEN]
    broken = f"Broken as it stands by: {'; '.join(names)}" if names else ""
    return "\n".join(part for part in (row.exit_sentence and f"“{row.exit_sentence}”", broken) if part)


def brief(answers: Answers) -> list[Block]:
    rows = finished(answers)
    blocks: list[Block] = [Fact(label=condition(answers, row), value=told(row)) for row in rows if told(row)]
    offers = [(each["name"], each["text"]) for each in (shown(answers, rows, one) for one in checked(answers))]
    if rows and offers:
        blocks.append(Table(head=("Offer", "Against your red lines"), rows=tuple(offers)))
    return blocks


def told(row: RedLine) -> str:
    """What stands behind a red line, as far as it is written down."""
    parts = [
        row.reason,
        f"Broken when: {row.sign}" if row.sign else "",
        f"Tolerated: {row.exception}" if row.exception else "",
        str(row.get_realism_display()) if row.realism else "",
    ]
    return "\n".join(part for part in parts if part)


STEP = Step(
    slug="redlines",
    chapter="position",
    title="Where you stop",
    purpose="Conditions that are not up for discussion, and how each offer meets them",
    minutes=10,
    suits={"applying": 7, "interviews": 6, "offer": 5, "counter": 6},
    model=Redlines,
    form=RedlinesForm,
    rows=Rows(model=RedLine, form=RedLineForm, noun="red line", summary=summary, most=20),
    compares=True,
    results=results,
    beside=("against",),
    sheet=sheet,
    follows=("zopa",),
    brief_title="Not up for discussion",
    brief=brief,
)
