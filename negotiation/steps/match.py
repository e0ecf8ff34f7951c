"""What they ask for, one by one: met, in part or not yet, with the proof or the bridge."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Table
from groundwork.forms import Group, SavedForm
from negotiation.calc.match import Fit, claims, lacks_bridge, lacks_proof, order, stands
from negotiation.models import Match, Objection, Requirement
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.match_words import SIGNS, WORDS, named, notices, tally

MOST_ON_SHEET = 2


class MatchForm(SavedForm):
    groups = (Group("", ("because",)),)

    class Meta:
        model = Match
        exclude = ["plan"]
        labels = {"because": "Why you, and not another good candidate?"}
        help_texts = {"because": "One or two sentences that hardly anybody else could say"}


class RequirementForm(SavedForm):
    groups = (
        Group("", ("text", "need", "came")),
        Group("How you meet it", ("fit", "evidence", "anyone")),
        Group("If something is missing", ("bridge",)),
    )
    wanted = ("text", "fit", "evidence", "anyone")

    class Meta:
        model = Requirement
        fields = ["text", "need", "came", "fit", "evidence", "anyone", "bridge"]
        labels = {
            "text": "What they ask for",
            "need": "How much do they need it?",
            "came": "Where do you know it from?",
            "fit": "How far do you meet it?",
            "evidence": "What shows it",
            "anyone": "Could any other candidate say this?",
            "bridge": "How the gap is bridged",
        }
        help_texts = {
            "text": "One thing at a time, in their words",
            "evidence": "Something you did and what came of it, a paper, or a person who would say so",
            "anyone": "If yes, it needs a proof, or it stays off your brief",
            "bridge": "Something near to it that you have done, how you will learn it, or who covers it until then",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what they ask for."


def finished(answers: Answers) -> list[Requirement]:
    return [row for row in answers["match"].rows if row.draft is None and row.text]


def claimed(answers: Answers) -> list[Requirement]:
    """What may be claimed, the strongest first."""
    rows = [row for row in finished(answers) if stands(row.to_terms())]
    return sorted(rows, key=lambda row: order(row.to_terms(), row.need == "must"))


def missing(answers: Answers) -> list[Requirement]:
    """What is not met, and what is met in part, as far as that part may be claimed."""
    rows = finished(answers)
    return [row for row in rows if row.fit == Fit.GAP or (row.fit == Fit.PARTIAL and stands(row.to_terms()))]


def open_gaps(answers: Answers) -> list[Requirement]:
    """What they can point at: all that is not fully met."""
    return [row for row in finished(answers) if row.fit in (Fit.GAP, Fit.PARTIAL)]


def objections_from(answers: Answers) -> dict[str, Objection]:
    """The objections that were made from a requirement, by its words."""
    return {row.source: row for row in answers["objections"].rows if row.source}


def summary(answers: Answers, row: Requirement) -> list[str]:
    terms = row.to_terms()
    facts = [str(row.get_need_display()).lower()] if row.need else []
    facts.append(WORDS[terms.fit].lower())
    if claims(terms) and not stands(terms):
        facts.append("no proof yet, so it stays off your brief")
    elif lacks_proof(terms):
        facts.append("no proof yet")
    return [*facts, "no bridge yet"] if lacks_bridge(terms) else facts


def results(answers: Answers) -> dict[str, Any]:
    rows, made = finished(answers), objections_from(answers)
    return {
        "tally": tally(rows),
        "claims": [(row.text, row.evidence) for row in claimed(answers)],
        "table": [in_table(row) for row in rows],
        "gaps": [{"id": row.pk, "text": row.text, "objection": made.get(row.text)} for row in open_gaps(answers)],
        "notices": notices(rows),
    }


def in_table(row: Requirement) -> dict[str, str]:
    terms = row.to_terms()
    unsaid = claims(terms) and not stands(terms)
    lacking = "Needs a proof, or stays unsaid." if unsaid else "No proof yet." if lacks_proof(terms) else ""
    return {
        "text": row.text,
        "need": str(row.get_need_display()) if row.need else "",
        "fit": terms.fit,
        "sign": SIGNS[terms.fit],
        "word": WORDS[terms.fit],
        "evidence": row.evidence,
        "lacking": lacking,
        "bridge": row.bridge,
        "unbridged": "No bridge yet." if lacks_bridge(terms) else "",
    }


def sheet(answers: Answers) -> list[Block | Gap]:
    rows, because = finished(answers), answers["match"].values.because
    parts: list[Block | Gap] = [Fact(label="Why you", value=because)] if because else []
    for row in claimed(answers)[:MOST_ON_SHEET]:
        parts.append(Fact(label="What you bring", value=row.text, note=row.evidence))
    if not rows:
        return [*parts, gap("what they ask for, and how you meet it", "what you bring, with its proof")]
    lacking = (
        ("how far you meet", "what you bring, with its proof", [row for row in rows if not row.fit]),
        ("a proof for", "what you bring, with its proof", [row for row in rows if unproved(row)]),
        ("a bridge for", "your answer when they point at it", [row for row in rows if unbridged(row)]),
    )
    return parts + [gap(f"{what} {named(found)}", blocks) for what, blocks, found in lacking if found]


def unproved(row: Requirement) -> bool:
    terms = row.to_terms()
    return claims(terms) and not stands(terms)


def unbridged(row: Requirement) -> bool:
    """A part that is met is an answer of its own; nothing at all is none."""
    return row.fit == Fit.GAP and not row.bridge


def gap(lacks: str, blocks: str) -> Gap:
    return Gap(slug="match", field="entries", missing=lacks, blocks=blocks)


def brief(answers: Answers) -> list[Block]:
    because, said, lacking = answers["match"].values.because, claimed(answers), missing(answers)
    blocks: list[Block] = [Fact(label="Why you", value=because)] if because else []
    if said:
        told = tuple((row.text, WORDS[row.to_terms().fit], row.evidence) for row in said)
        blocks.append(Table(head=("They ask for", "You", "What shows it"), rows=told))
    if lacking:
        told = tuple((row.text, WORDS[row.to_terms().fit], row.bridge) for row in lacking)
        blocks.append(Table(head=("What is missing", "So far", "How it is bridged"), rows=told))
    return blocks


STEP = Step(
    slug="match",
    chapter="homework",
    title="How you fit",
    purpose="What they ask for, what shows that you meet it, and how a gap is bridged",
    minutes=15,
    suits={"applying": 3, "interviews": 3, "offer": 9, "counter": 11},
    model=Match,
    form=MatchForm,
    rows=Rows(model=Requirement, form=RequirementForm, noun="requirement", summary=summary, most=60),
    browses=("objections",),
    results=results,
    sheet=sheet,
    brief_title="How you fit",
    brief=brief,
)
