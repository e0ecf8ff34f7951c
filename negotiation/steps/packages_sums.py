"""From what is on the table to packages: what counts, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from negotiation.models import PackageIssue, Packages
from negotiation.models.packages import MOST_ISSUES
from negotiation.steps.base import Answers
from negotiation.steps.packages_likes import Stated, heard, line_of, parts_of
from negotiation.steps.packages_read import COUNTED, Numbers, amounts_of, options_of, spread, wrong
from negotiation.steps.packages_table import Lack, Table, Thing
from negotiation.steps.packages_weigh import (
    Figures,
    Known,
    costs_of,
    costs_typed,
    known_of,
    out_of,
    price_of,
    values_for,
    year_of,
)
from offers.calc.scoring import rank_order_weights

SOURCES = ("zopa", "redlines", "swaps")  # whose figures are looked at
PRICED, SWAPPED = "Enter what the whole step is worth to you in money", ", or answer “Would you swap?” about it"


def finished(answers: Answers) -> tuple[PackageIssue, ...]:
    return tuple(row for row in answers["packages"].rows if row.draft is None and row.kind)[:MOST_ISSUES]


def laid(answers: Answers, figures: Figures) -> Table:
    """What is on the table as it counts now; `figures` are those of SOURCES."""
    rows, known = finished(answers), known_of(answers.frame, figures)
    own: Packages = answers["packages"].values
    year = year_of(known, rows)
    lacks = list(_unreadable(rows, known))
    good = tuple(row for row in rows if row.pk not in {lack.row.pk for lack in lacks})
    typed = year is None and any(costs_typed(row) for row in good)
    by_order = own.by != "prices" and all(row.points is None for row in good)
    lacks += _open(good, known, own, year[0] if year else None, by_order=by_order, typed=typed)
    good = tuple(row for row in good if row.pk not in {lack.row.pk for lack in lacks})
    weights = _weights(good, known, own, by_order=by_order)
    stated = [_stated(answers, row, known, year[0] if year else None) for row in good]
    told = heard([one for one, _ in stated], [row for row in answers["packages"].more if row.draft is None])
    things = tuple(
        Thing(
            row=row,
            said=one.options,
            worth=tuple(weight * value for value in values),
            guessed=one.costs,
            cost=cost,
            out=out_of(row, known),
        )
        for row, (one, values), weight, cost in zip(good, stated, weights, told.costs, strict=True)
    )
    return Table(
        own=own,
        known=known,
        things=things,
        lacks=tuple(lacks),
        year=year,
        in_money=year is not None or typed,
        by_order=by_order,
        heard=told,
    )


def _stated(answers: Answers, row: PackageIssue, known: Known, year: Fraction | None) -> tuple[Stated, Numbers]:
    costs = costs_of(row, known, year) or ()
    one = Stated(
        name=row.name,
        options=_said(answers, row),
        costs=costs,
        parts=parts_of(costs) or spread(row, known.frame.currency),
        fixed=row.kind == "pay",
    )
    return one, values_for(row, known, in_money=answers["packages"].values.by == "prices") or ()


def _said(answers: Answers, row: PackageIssue) -> tuple[str, ...]:
    """The options as others may read them: pay never without its unit."""
    if row.kind != "pay":
        return options_of(row)
    return tuple(answers.money(amount) for amount in amounts_of(row, answers.frame.currency))


def _unreadable(rows: Sequence[PackageIssue], known: Known) -> Iterator[Lack]:
    """What was imported, or changed by another entry, is held against the same rules as what is typed."""
    names: set[str] = set()
    for at, row in enumerate(rows):
        if found := wrong(row, known.frame.currency):
            yield Lack(row=row, text=found[0][1])
        elif row.kind == "pay" and any(other.kind == "pay" for other in rows[:at]):
            yield Lack(row=row, text="Pay stands on your list twice. Make it one, or choose “Something else” for this.")
        elif row.name.casefold() in names:
            yield Lack(row=row, text="Something else on your list has the same name. Give this one another.")
        names.add(row.name.casefold())


def _open(
    rows: Sequence[PackageIssue], known: Known, own: Packages, year: Fraction | None, *, by_order: bool, typed: bool
) -> Iterator[Lack]:
    """What can be read and says too little to be counted."""
    for row in rows:
        if costs_of(row, known, year) is None:
            yield Lack(row=row, text="Guess what it costs them: one of five words is enough.")
        elif typed and row.guess not in ("", "none") and not costs_typed(row):
            text = "Other things have their cost in money, and no pay is known that a guess could be a part of."
            yield Lack(row=row, text=text, step="zopa")
        elif own.by == "prices" and price_of(row, known) is None:
            asked = row.kind in COUNTED or row.kind == "title"
            yield Lack(row=row, text=f"{PRICED}{SWAPPED if asked else ''}.", step="swaps" if asked else "")
        elif own.by != "prices" and not by_order and row.points is None:
            yield Lack(row=row, text="It has no points yet.")


def _weights(rows: Sequence[PackageIssue], known: Known, own: Packages, *, by_order: bool) -> Iterable[Fraction]:
    """What each whole step is worth: in money a year, in points, or by the order of the list."""
    if own.by == "prices":
        return [price_of(row, known) or Fraction(0) for row in rows]
    return rank_order_weights(len(rows)) if by_order else [Fraction(row.points or 0) for row in rows]


def differing(table: Table) -> set[int]:
    """The places of the things in which the packages are not the same."""
    return {at for at in range(len(table.things)) if len({each.picks[at] for each in table.packages}) > 1}


def named(one: Thing, pick: int) -> str:
    """An option with what it is of; an amount says it by itself."""
    if one.row.kind == "pay":
        return one.said[pick]
    return f"{one.name} {one.said[pick]}" if as_offered(one, pick) else line_of(one.name, one.said[pick])


def as_offered(one: Thing, pick: int) -> bool:
    """Nothing but what they offer already, in the words of the beginning list."""
    return pick == 0 and one.said[0].casefold() == "as offered"


def apart_said(table: Table) -> tuple[list[list[str]], list[str]]:
    """Of each package only what is not the same in all of them; and what is, as far as it is more than offered."""
    differ = differing(table)
    lines = [list(enumerate(table.lines(each))) for each in table.packages]
    each = [[named(one, pick) for at, (one, pick) in found if at in differ] for found in lines]
    same = lines[0] if lines else []
    return each, [named(one, pick) for at, (one, pick) in same if at not in differ and not as_offered(one, pick)]


def figures_of(answers: Answers, figures: Figures) -> dict[str, Any]:
    """For other steps, as one would say it: of each of the three what is only in it, and what is in all of them."""
    table = laid(answers, figures)
    if not table.three:
        return {"three": []}
    each, alike = apart_said(table)
    found: dict[str, Any] = {"three": ["; ".join(parts) for parts in each]}
    return found | ({"alike": "; ".join(alike)} if alike else {})
