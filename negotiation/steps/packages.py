"""Several things at once: three packages that suit the candidate alike, and what they say to them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string

from groundwork.blocks import Block, Fact, Figure, Heading, Items, Table
from groundwork.scatter import Picture, picture
from groundwork.scatter import Words as Directions
from negotiation.models import PackageIssue, Packages, Proposal
from negotiation.models.packages import MOST_ISSUES
from negotiation.steps import packages_sums as sums
from negotiation.steps import packages_told as told
from negotiation.steps import packages_words as words
from negotiation.steps.base import Answers, Gap, Rows, Step
from negotiation.steps.figures import at_hand
from negotiation.steps.packages_form import STARTERS, PackageIssueForm, PackagesForm, ProposalForm
from negotiation.steps.packages_read import options_of
from negotiation.steps.packages_table import Table as OnTable
from negotiation.steps.packages_weigh import known_of

MOST_PROPOSALS = 10
TITLE = "What each package costs them, and what it is worth to you"
DIRECTIONS = Directions(
    up="worth more to you ↑",
    left="cheap for them",
    right="dear for them →",
    limit="the most they can give",
)

LIKED = {"none": "they liked none of them", "": "they have not said yet"}


def laid(answers: Answers) -> OnTable:
    return sums.laid(answers, {slug: at_hand(slug, answers) for slug in sums.SOURCES})


def results(answers: Answers) -> dict[str, Any]:
    table = laid(answers)
    return {
        "verdict": words.verdict(table),
        "cards": words.cards(answers, table),
        "alike": table.three,
        "title": words.title(table),
        "lead": words.lead(table),
        "notices": list(words.notices(answers, table)),
        "lacks": [{"row": one.row.pk, "name": one.row.name, "text": one.text, "step": one.step} for one in table.lacks],
        "blocked": [(one.row.pk, one.name) for one in table.blocked],
        "left_out": [(one.name, out) for one in table.things if (out := told.thing_left_out(one))],
        "picture": shape(table),
        "sentence": sentence(table),
        "table": in_table(answers, table),
        "trades": words.trade_said(answers, table),
        "message": told.message(answers, table),
        "mark": mark_of(table),
        "pay": can_add_pay(answers),
        "moved": told.moved(answers, table),
        "liked": told.liked_said(answers, table),
        "fits": table.heard.fits,
        "gone": [(row.name, line) for row, line in table.heard.gone],
    }


def mark_of(table: OnTable) -> str:
    """By which a button knows whether the packages are still those that were looked at; none where none may be sent."""
    text = "\n\n".join(table.typed(each) for each in table.fits)
    return hashlib.sha256(text.encode()).hexdigest()[:16] if len(table.fits) > 1 else ""


def pay_amounts(answers: Answers) -> list[Any]:
    """Their offer, or the least one may take where that is more; the target; the number to open with.

    Those that are known, and none that would be out at once.
    """
    pay = known_of(answers.frame, {slug: at_hand(slug, answers) for slug in sums.SOURCES}).pay
    floor = max((pay[name] for name in ("minimum", "red_line") if name in pay), default=None)
    starts = [one for one in (pay.get("offer"), floor) if one is not None]
    wanted = [*([max(starts)] if starts else []), pay.get("desired"), pay.get("opens")]
    return sorted({one for one in wanted if one is not None and (floor is None or one >= floor)})


def can_add_pay(answers: Answers) -> bool:
    there = any(row.kind == "pay" for row in answers["packages"].rows)
    return not there and len(answers["packages"].rows) < MOST_ISSUES and len(pay_amounts(answers)) > 1


def shape(table: OnTable) -> Picture | None:
    """Every package on which nobody can gain without the other side giving, and the three among them."""
    if table.edge is None or not table.packages:
        return None
    low, high = table.ends
    return picture(
        [(each.cost, each.mine) for each in table.edge.points],
        [(letter, (each.cost, each.mine)) for letter, each in zip(words.LETTERS, table.packages, strict=False)],
        replace(DIRECTIONS, level=words.level_said(table)),
        level=low + table.wanted * (high - low),
        limit=table.ceiling,
    )


def sentence(table: OnTable) -> str:
    if table.edge is None:
        return ""
    return (
        "Each small circle is a package where nobody can gain without the other giving: above that line there is "
        "none. The letters are the packages shown here; the further to the right, the more one costs them."
    )


def in_table(answers: Answers, table: OnTable) -> Table | None:
    """The packages side by side: the same as the picture, in words and numbers."""
    if not table.packages:
        return None
    found = list(zip(words.LETTERS, table.packages, strict=False))
    rows = [(one.name, *(one.said[each.picks[at]] for _, each in found)) for at, one in enumerate(table.things)]
    rows.append(("Worth to you", *(words.worth_said(answers, table, each, "") for _, each in found)))
    rows.append(("For them, by your guesses", *(words.total_of(answers, table, each.cost) for _, each in found)))
    return Table(head=("What", *(letter for letter, _ in found)), rows=tuple(rows), caption="The packages side by side")


def summary(answers: Answers, row: PackageIssue) -> list[str]:
    options = " → ".join(options_of(row))
    weight = words.weight_said(answers, row) if answers["packages"].values.by != "prices" else ""
    price = f"worth {answers.money(row.price, period='year')}" if row.price is not None else ""
    facts = [options, weight or price, words.guess_said(answers, row)]
    return [fact for fact in facts if fact]


def summary_of_proposal(answers: Answers, row: Proposal) -> list[str]:
    """What they said; all the packages stand on its own page."""
    best = told.liked_in_full(laid(answers), row)
    liked = f"they liked {best}" if best else LIKED[row.liked]
    return [liked, *([f"“{row.said}”"] if row.said else [])]


def sheet(answers: Answers) -> list[Block | Gap]:
    """One line, once there are three; a gap only where it was begun."""
    table = laid(answers)
    if table.three:
        each, alike = told.in_short(table)
        value = f"In all three: {alike}" if alike else "Name all three, and ask which comes closest"
        return [Fact(label="Three that suit you alike", value=value, note=each)]
    if not answers["packages"].rows or table.whole:
        return []
    missing = words.gap_said(table)
    return [Gap(slug="packages", field="entries", missing=missing, blocks="three packages that suit you alike")]


def brief(answers: Answers) -> list[Block]:
    """Private, all of it."""
    rows, table = sums.finished(answers), laid(answers)
    if not rows:
        return []
    head = ("On the table", "Options, the best for you last", "What it matters", "For them")
    blocks: list[Block] = [Table(head=head, rows=tuple(on_paper(answers, table, row) for row in rows))]
    packages = in_table(answers, table)
    if packages:
        blocks += [Heading(text="Packages"), drawn(table, packages) or packages]
    if heard := [line for row in answers["packages"].more if (line := heard_on_paper(table, row))]:
        blocks += [Heading(text="What they said to your packages"), Items(items=tuple(heard))]
    return blocks


def on_paper(answers: Answers, table: OnTable, row: PackageIssue) -> tuple[str, ...]:
    thing = next((one for one in table.things if one.row.pk == row.pk), None)
    said = list(thing.said if thing else options_of(row))
    out = [f"Left out: {text}" for text in told.thing_left_out(thing)] if thing else []
    cost = words.guess_said(answers, row)
    return (
        row.name,
        "\n".join(said + out),
        words.weight_said(answers, row, table),
        "\n".join(filter(None, (cost, row.why))),
    )


def heard_on_paper(table: OnTable, row: Proposal) -> str:
    if row.draft is not None or not (row.liked or row.said):
        return ""
    liked = told.liked_in_full(table, row)
    best = f"They liked best: {liked}" if liked else "They liked none of them" if row.liked else ""
    return ". ".join(filter(None, (row.name, best, f"“{row.said}”" if row.said else "")))


def drawn(table: OnTable, packages: Table) -> Figure | None:
    found = shape(table)
    if found is None:
        return None
    told = {"title": TITLE, "sentence": sentence(table), "id": "packages"}
    svg = render_to_string("components/scatter.svg", {"scatter": found.wide} | told)
    return Figure(svg=svg, sentence=sentence(table), table=packages)


STEP = Step(
    slug="packages",
    chapter="conversation",
    title="Several things at once",
    purpose="Three packages that suit you alike, so that they can choose what is easiest for them",
    minutes=12,
    suits={"applying": 12, "interviews": 9, "offer": 6, "counter": 3},
    model=Packages,
    form=PackagesForm,
    rows=Rows(
        model=PackageIssue,
        form=PackageIssueForm,
        noun="thing on the table",
        summary=summary,
        most=MOST_ISSUES,
        starters=STARTERS,
    ),
    more=Rows(model=Proposal, form=ProposalForm, noun="proposal", summary=summary_of_proposal, most=MOST_PROPOSALS),
    glances=("role", "letters"),
    follows=sums.SOURCES,
    results=results,
    beside=("three", "picture", "trades", "message", "reactions"),
    sheet=sheet,
    brief_title="Several things at once",
    brief=brief,
)
