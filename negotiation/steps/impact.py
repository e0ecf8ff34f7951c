"""What you bring them, in money: from what hurts them to an effect of a year, and the ask against the total."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Table
from groundwork.fields import plain
from groundwork.money import as_decimal, show_number
from groundwork.stacks import Bar, Group, Picture, picture
from negotiation.calc.impact import Ask, Counted, ImpactResult, Kind, Lack, Three, ask_of, impact
from negotiation.models import Effect, Impact
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.figures import at_hand
from negotiation.steps.impact_form import STARTERS, EffectForm, ImpactForm
from negotiation.steps.impact_words import (
    ASKED,
    KINDS,
    against,
    bare,
    cautions,
    first_year,
    lacking,
    source,
    span,
    working,
)
from negotiation.steps.role import open_pains

Pair = tuple[Effect, Counted]
LEVELS = ("What you can show", "What is not proven yet", "What you ask for, a year")
CAPTION = "What you bring them in the first year beside what you ask for, on one scale."
ON_THE_SHEET = 2
BLOCKS = "your reasons in money"


def asked(answers: Answers) -> tuple[str, Ask]:
    """What is asked for beyond the offer, and which of the numbers that is."""
    known = at_hand("zopa", answers)
    which = next((name for name in ASKED if name in known), "")
    wanted, offered = (Decimal(known[name]) if name in known else None for name in (which, "offer"))
    return which, ask_of(wanted, offered, answers.frame.period)


def result_of(answers: Answers, rows: Iterable[Effect]) -> tuple[list[Pair], ImpactResult]:
    own: Impact = answers["impact"].values
    rows = list(rows)
    found = impact((row.to_terms(margin=own.margin) for row in rows), asked(answers)[1])
    return list(zip(rows, found.rows, strict=True)), found


def finished(answers: Answers) -> list[Effect]:
    return [row for row in answers["impact"].rows if row.draft is None]


def proven(answers: Answers) -> tuple[list[Pair], ImpactResult]:
    """What may stand on paper: rows that can be shown and whose numbers are known, the largest first."""
    pairs, _ = result_of(answers, finished(answers))
    kept = [row for row, one in pairs if one.effect.proven and likely(one)]
    pairs, found = result_of(answers, kept)
    return sorted(pairs, key=lambda pair: -likely(pair[1])), found


def likely(one: Counted) -> Fraction:
    return one.worth.likely if one.worth else Fraction(0)


def results(answers: Answers) -> dict[str, Any]:
    pairs, found = result_of(answers, finished(answers))
    which, ask = asked(answers)
    return {
        "sentences": against(answers, found),
        "cautions": cautions(answers, found),
        "source": source(answers, ask, which) if found.all else "",
        "numbers_missing": found.all is not None and ask.lack in (Lack.BOTH, Lack.ASKED, Lack.OFFERED),
        "picture": drawing(answers, found),
        "caption": CAPTION if ask.amount is not None else "What you bring them in the first year.",
        "table": table(answers, pairs, found),
        "prove": to_prove(answers, pairs),
        "open": [(row.name, lacking(one)) for row, one in pairs if one.worth is None],
        "pains": open_pains(answers, "impact", "pain"),
        "rows": len(pairs),
    }


def to_prove(answers: Answers, pairs: list[Pair]) -> list[tuple[str, str]]:
    """What counts and cannot be shown yet, the largest first."""
    unproven = [(row, one.worth) for row, one in pairs if one.worth and not one.effect.proven]
    in_order = sorted(unproven, key=lambda pair: -pair[1].likely)
    return [(row.name, first_year(answers, worth.likely)) for row, worth in in_order]


def drawing(answers: Answers, found: ImpactResult) -> Picture | None:
    """What one brings, low, likely and high, and the ask, in bars on one scale."""
    if found.all is None:
        return None
    ends = (
        (("What you bring", "likely"),)
        if found.all.is_one
        else (("Low", "low"), ("Likely", "likely"), ("High", "high"))
    )
    groups = [group(answers, found.all, found.proven or Three(), *end) for end in ends]
    if found.ask.amount is not None:
        text, parts = answers.about(found.ask.amount, period="year"), (Decimal(0), Decimal(0), found.ask.amount)
        groups.append(Group("The ask", text, (Bar("", parts),)))
    return picture(groups, LEVELS, lambda amount: show_number(amount, answers.frame.currency, answers.locale))


def group(answers: Answers, everything: Three, shown: Three, name: str, end: str) -> Group:
    total, part = (getattr(three, end) for three in (everything, shown))
    return Group(name, first_year(answers, total), (Bar("", (as_decimal(part), as_decimal(total - part))),))


def table(answers: Answers, pairs: list[Pair], found: ImpactResult) -> Table | None:
    """The same as the picture, row by row."""
    if found.all is None:
        return None
    rows = [
        (row.name, *amounts(answers, one.worth), "yes" if one.effect.proven else "not yet")
        for row, one in pairs
        if one.worth
    ]
    rows.append(("All of it", *amounts(answers, found.all), ""))
    if found.proven and found.proven != found.all:
        rows.append(("What you can show", *amounts(answers, found.proven), ""))
    if found.ask.amount is not None:
        rows.append(("The ask", "", answers.about(found.ask.amount, period="year"), "", ""))
    return Table(head=("In the first year", "Low", "Likely", "High", "Proven"), rows=tuple(rows))


def amounts(answers: Answers, three: Three) -> tuple[str, str, str]:
    return bare(answers, three.low), bare(answers, three.likely), bare(answers, three.high)


def summary(answers: Answers, row: Effect) -> list[str]:
    ((_, one),), _ = result_of(answers, [row])
    kind = [KINDS[one.effect.kind]] if row.kind else []
    proof = "proven" if one.effect.proven else "no proof yet"
    made = working(answers, row, one)
    if one.worth is None:
        return [*kind, *([made] if made else []), f"not counted yet: {lacking(one)}", proof]
    ends = span(answers, one.worth)
    return [*kind, made, first_year(answers, one.worth.likely) + (f" ({ends})" if ends else ""), proof]


def sheet(answers: Answers) -> list[Block | Gap]:
    pairs, found = proven(answers)
    if not pairs:
        return [Gap(slug="impact", field="entries", missing=missing(answers), blocks=BLOCKS)]
    facts: list[Block | Gap] = [
        Fact(label="Worth to them", value=f"{row.name}: {first_year(answers, likely(one))}", note=row.proof)
        for row, one in pairs[:ON_THE_SHEET]
    ]
    if found.share:
        which, ask = asked(answers)
        said = against(answers, found)[0]
        facts.append(Fact(label="The ask against it", value=said, note=source(answers, ask, which)))
    return facts


def missing(answers: Answers) -> str:
    """What the call sheet waits for, as long as no row may stand on it."""
    pairs, _ = result_of(answers, finished(answers))
    if not pairs:
        return "one thing you bring them, in money"
    counted = [row.name for row, one in pairs if likely(one)]
    return f"a proof for “{counted[0]}”" if counted else f"the numbers behind “{pairs[0][0].name}”"


def brief(answers: Answers) -> list[Block]:
    """Private, and only what is proven: a number nobody can show weakens those beside it."""
    pairs, found = proven(answers)
    if not pairs:
        return []
    blocks: list[Block] = []
    sentence = " ".join(against(answers, found))
    if drawn := drawing(answers, found):
        words = {"title": "What you bring them", "sentence": sentence, "id": "impact"}
        svg = render_to_string("components/stacks.svg", {"stacks": drawn.wide} | words)
        blocks.append(Figure(svg=svg, sentence=sentence))
    rows = tuple(
        (
            "\n".join(filter(None, (row.name, row.pain))),
            f"{KINDS[one.effect.kind].capitalize()}: {working(answers, row, one)}",
            bare(answers, likely(one)),
            row.proof,
        )
        for row, one in pairs
    )
    head = ("What you do, and what hurts them", "How it adds up, in their money", "In the first year", "Proof")
    return [*blocks, Table(head=head, rows=rows), *margin(answers, pairs)]


def margin(answers: Answers, pairs: list[Pair]) -> list[Block]:
    """Their margin with its source, where a row is counted with it."""
    own: Impact = answers["impact"].values
    used = any(one.effect.kind is Kind.REVENUE and row.margin is None for row, one in pairs)
    if not used or own.margin is None:
        return []
    return [Fact(label="What stays with them of each 100 they sell", value=plain(own.margin), note=own.margin_source)]


STEP = Step(
    slug="impact",
    chapter="case",
    title="What you bring them, in money",
    purpose="What hurts them, what you do about it, and what that comes to beside your ask",
    minutes=15,
    suits={"applying": 9, "interviews": 5, "offer": 6, "counter": 5},
    model=Impact,
    form=ImpactForm,
    rows=Rows(model=Effect, form=EffectForm, noun="effect", summary=summary, most=20, starters=STARTERS),
    browses=("role",),
    follows=("zopa",),
    results=results,
    sheet=sheet,
    brief_title="What you bring them",
    brief=brief,
)
