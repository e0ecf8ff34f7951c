"""A plan's offers held against each other: all that the page, the print page, the PDF and the files are made from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from groundwork.money import show_number
from groundwork.stacks import Bar, Group, picture
from groundwork.stacks import Picture as Stacks
from negotiation import compare_lines, compare_words
from negotiation.compare_words import Rival
from negotiation.models import Plan
from negotiation.steps.base import Answers
from negotiation.steps.criteria import dots, laid_of, weighed_of
from negotiation.steps.criteria_sums import Weighed
from negotiation.steps.criteria_words import headline, notices, sentences
from negotiation.steps.redlines import checked
from negotiation.steps.swaps import not_for_sale
from negotiation.steps.swaps_worth import in_money
from offers.calc.terms import Certainty
from offers.calc.valuation import LEVELS
from offers.columns import ORDERS, Column, Laid, most_first
from offers.side_by_side import Line, Section, side_by_side
from offers.summary import SURE

SCORE = ("score", "By your score, highest first")
HEADS = ("Guaranteed", "Likely", "Maybe", "Not counted: it may never be sold")


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the page is looked at, as its address says."""

    sort: str = "entered"
    differences: bool = False
    illiquid: bool = False
    hidden: frozenset[str] = frozenset()

    @classmethod
    def of(cls, asked: Any) -> Look:
        """From what was asked; a word that means nothing here is passed over."""
        sort = str(asked.get("sort", ""))
        return cls(
            sort=sort if sort in orders() else "entered",
            differences=asked.get("differences") == "on",
            illiquid=asked.get("illiquid") == "on",
            hidden=frozenset(asked.getlist("hide")[:100]),
        )

    @property
    def query(self) -> str:
        """The same look in another address."""
        pairs = [("sort", self.sort)] if self.sort != "entered" else []
        pairs += [(name, "on") for name in ("differences", "illiquid") if getattr(self, name)]
        return urlencode([*pairs, *(("hide", key) for key in sorted(self.hidden))])


def orders() -> dict[str, str]:
    return {word: words for word, (words, _) in ORDERS.items()} | dict([SCORE])


@dataclass(frozen=True, kw_only=True)
class Comparing:
    """Everything that is said and shown of the offers of a plan."""

    look: Look
    laid: Laid
    weighed: Weighed
    shown: Mapping[str, Any]
    sections: tuple[Section, ...]  # those lines that are looked at
    all_sections: tuple[Section, ...]
    matters: tuple[str, ...]
    scores: tuple[str, ...]
    notices: tuple[str, ...]
    notes: tuple[str, ...]
    rivals: tuple[Rival, ...]
    out: frozenset[Any]
    stacks: Stacks | None

    @property
    def columns(self) -> Sequence[Column]:
        return self.laid.columns


def comparing(answers: Answers, look: Look) -> Comparing:
    """The comparison from answers that have been read. No queries."""
    laid = laid_of(answers, illiquid=look.illiquid)
    weighed, against = weighed_of(answers, laid), {each.one.offer.pk: each for each in checked(answers)}
    laid = in_order(laid, look.sort, weighed)
    weighed = replace(weighed, columns=laid.columns)
    inside = laid.only({column.offer.pk for column in weighed.among})
    things, worths = in_money(answers, laid)
    shown = side_by_side(laid, frame=answers.frame, locale=answers.locale, today=answers.today, inside=inside)
    own = (
        compare_lines.stops(answers, laid.columns, against),
        compare_lines.criteria(answers, weighed, laid),
        compare_lines.own_prices(laid, things, worths, answers.locale),
    )
    sections = (*shown["sections"], *(section for section in own if section and laid.columns))
    outside = compare_words.outside_first(laid, inside, answers.locale)
    said = compare_words.matters(answers, inside, laid, against, headline(weighed), worths) if laid.columns else []
    first = [f"{outside} Of the others: {shown['verdict'][0]}" if outside else shown["verdict"][0]]
    return Comparing(
        look=look,
        laid=laid,
        weighed=weighed,
        shown=shown,
        sections=tuple(seen(sections, look)),
        all_sections=sections,
        matters=(*first, *said, *shown["verdict"][1:], *shown["ended"]),
        scores=tuple(sentences(weighed)),
        notices=tuple(notices(weighed)),
        notes=(*shown["notes"], *compare_words.not_priced(laid, worths, not_for_sale(answers))),
        rivals=tuple(compare_words.rivals(answers, inside, laid, against, weighed)) if laid.columns else (),
        out=frozenset(pk for pk, each in against.items() if each.found.out),
        stacks=bars(laid, answers.locale, {pk for pk, each in against.items() if each.found.out}),
    )


def in_order(laid: Laid, sort: str, weighed: Weighed) -> Laid:
    """The columns sorted. By score, what a red line puts out stands behind all others."""
    if sort == SCORE[0]:
        values = {column.offer.pk: weighed.value(column) for column in laid.columns}
        inside = {column.offer.pk for column in weighed.among}
        return laid.ordered(lambda one: (one.offer.pk not in inside, *most_first(values[one.offer.pk])))
    key = ORDERS[sort][1]
    return laid.ordered(key) if key else laid


def seen(sections: Iterable[Section], look: Look) -> Iterable[Section]:
    """The lines that are asked for; a section left without any goes too."""
    for section in sections:
        lines = tuple(line for line in section.lines if wanted(line, look))
        if lines:
            yield replace(section, lines=lines)


def wanted(line: Line, look: Look) -> bool:
    return line.key not in look.hidden and (line.differs or not look.differences)


def parts(column: Column, year: int) -> tuple[Decimal, ...]:
    """What one year is made of, by how sure it is; at the end what is in no sum."""
    paid = column.worth.years[year]
    more = sum((line.amounts[year] or Decimal(0) for line in column.worth.not_counted), Decimal(0))
    each = [getattr(paid.recurring, str(level)) + getattr(paid.one_off, str(level)) for level in LEVELS]
    return (*each, more)


def bars(laid: Laid, locale: str, out: Container[Any] = ()) -> Stacks | None:
    """Each offer with a bar for each year, on one scale."""
    groups = [
        Group(
            name=column.name,
            text=f"{'out as it stands, ' if column.offer.pk in out else ''}"
            f"{show_number(total, laid.currency, locale)} in all",
            bars=tuple(Bar(label=str(year + 1), parts=parts(column, year)) for year in range(laid.result.years)),
            out=column.offer.pk in out,
        )
        for column, total in zip(laid.columns, laid.totals(Certainty.MAYBE), strict=True)
    ]
    return picture(groups, HEADS, lambda amount: show_number(amount, laid.currency, locale))


def page_of(plan: Plan, answers: Answers, look: Look) -> dict[str, Any]:
    """What the page shows, from rows already read; also from rows that were never stored."""
    found = comparing(answers, look)
    return {
        **found.shown,
        "plan": plan,
        "found": found,
        "look": look,
        "orders": orders(),
        "query": look.query,
        "columns": found.columns,
        "sections": found.sections,
        "all_sections": found.all_sections,
        "dots": dots(found.weighed) if found.weighed.rows else None,
        "bars_sentence": bars_sentence(found),
    }


def bars_sentence(found: Comparing) -> str:
    """What the bars show, for whoever does not see them."""
    level, unit = SURE[Certainty.MAYBE].lower(), found.shown["unit"]
    order = "the surest part of each bar comes first"
    return f"Each offer year by year in {unit}, {level}; {order}. The table below has the numbers."
