"""The comparison as a document: the same for the page to print and the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from babel.dates import format_date
from django.template.loader import render_to_string

from groundwork.blocks import Block, Figure, Heading, Items, Table, Text
from groundwork.document import Brief, Section
from negotiation.comparing import Comparing, bars_sentence
from negotiation.models import Plan
from negotiation.steps.base import Answers
from negotiation.steps.criteria import dots, table
from offers.columns import Column
from offers.side_by_side import Cell
from offers.side_by_side import Section as Lines

MOST_COLUMNS = 5  # offers that fit beside each other on a page


def document(plan: Plan, answers: Answers, found: Comparing) -> Brief:
    """Private: it names other offers, one's minimum and one's scores."""
    sections = [
        Section(title="What counts beside pay", blocks=tuple(beside_pay(answers, found))),
        Section(title="What would have to change", blocks=tuple(changes(found))),
        Section(title="Not compared", blocks=tuple(apart(found))),
    ]
    return Brief(
        title="Your offers side by side",
        subtitle=plan.name,
        version="private",
        printed=answers.today,
        printed_text=format_date(answers.today, "long", locale="en_GB"),
        sheet=(*said(found), *drawing(found), *tables(found)),
        sections=tuple(sections),
        sheet_title="Side by side",
        plan_title="Beside the numbers",
        landscape=True,
    )


def said(found: Comparing) -> Iterator[Block]:
    for at, text in enumerate(found.matters):
        yield Text(text=text, strong=not at)


def drawing(found: Comparing) -> Iterator[Block]:
    if found.stacks is None:
        return
    sentence = bars_sentence(found)
    words = {"title": "Year by year", "sentence": sentence, "id": "stacks"}
    yield Figure(
        svg=render_to_string("components/stacks.svg", {"stacks": found.stacks.wide} | words), sentence=sentence
    )


def tables(found: Comparing) -> Iterator[Block]:
    """The table as the page shows it, as many offers beside each other as fit."""
    for start in range(0, len(found.columns), MOST_COLUMNS):
        columns = found.columns[start : start + MOST_COLUMNS]
        if len(found.columns) > MOST_COLUMNS:
            yield Heading(text=f"Offers {start + 1} to {start + len(columns)} of {len(found.columns)}")
        head = ("", *(captioned(found, column) for column in columns))
        for section in found.sections:
            yield Table(head=head, caption=section.title, rows=tuple(rows(section, start, len(columns))))
    if found.notes:
        yield Items(items=found.notes)


def captioned(found: Comparing, column: Column) -> str:
    """The name, and what the page says under it."""
    if column.offer.pk in found.out:
        return f"{column.name} (out as it stands)"
    return f"{column.name} (the job you have now)" if column.offer.present else column.name


def rows(section: Lines, start: int, count: int) -> Iterator[tuple[str, ...]]:
    for line in section.lines:
        yield (line.label, *map(cell, line.cells[start : start + count]))


def cell(one: Cell) -> str:
    first = f"{one.text} ({one.leads})" if one.leads else one.text
    return "\n".join(filter(None, (first, one.note)))


def beside_pay(answers: Answers, found: Comparing) -> Iterator[Block]:
    told = table(answers, found.weighed, found.laid)
    if told is None or len(found.columns) < 2:
        return
    for text in found.scores:
        yield Text(text=text)
    if shape := dots(found.weighed):
        sentence = "Each offer on each criterion, from the worst to the best."
        words = {"title": "How your offers score", "sentence": sentence, "id": "criteria"}
        yield Figure(svg=render_to_string("components/dots.svg", {"dots": shape.wide} | words), sentence=sentence)


def changes(found: Comparing) -> Iterator[Block]:
    for one in found.rivals:
        yield Heading(text=one.name)
        yield Items(items=one.sentences)


def apart(found: Comparing) -> Sequence[Block]:
    told: Iterable[dict[str, str]] = found.shown["apart"]
    return [Text(text=f"{one['name']}: {one['why']}") for one in told]
