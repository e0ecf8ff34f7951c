"""What a plan adds to the table of its offers: where one stops, one's criteria, and one's own prices."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from groundwork.money import Frame, quantize, show
from negotiation.calc.redlines import Verdict
from negotiation.steps.base import Answers
from negotiation.steps.criteria import cell as criterion_cell
from negotiation.steps.criteria import weight_said
from negotiation.steps.criteria_sums import Weighed
from negotiation.steps.criteria_words import of_hundred
from negotiation.steps.offered import pay_of
from negotiation.steps.redlines import Against, finished
from negotiation.steps.redlines_words import WORDS, condition, why
from negotiation.steps.swaps_worth import InMoney, Priced, thing_with_price
from offers.calc.terms import Certainty
from offers.columns import Column, Laid
from offers.side_by_side import Cell, Line, Section, leads_word


def roughly(amount: Decimal) -> Decimal:
    """From a thousand on without its cents, which would only look exact."""
    return Decimal(round(amount)) if abs(amount) >= 1000 else amount


ByOffer = Mapping[uuid.UUID, Against]


def stops(answers: Answers, columns: Sequence[Column], against: ByOffer) -> Section | None:
    """The minimum and the red lines; nothing while there is neither."""
    lines = [*_minimum(answers, columns), *_redlines(answers, columns, against)]
    return Section(title="Where you stop", lines=tuple(lines)) if lines else None


def above_minimum(answers: Answers, column: Column) -> Decimal | None:
    """How much more than the minimum an offer pays in the plan's own money and period, below 0 if it is less."""
    stored = answers.stored.get("zopa", {})
    paid = pay_of(answers, column.entered) if stored.get("minimum") else None
    total = paid.total(stored.get("counts", "fixed")) if paid else None
    return None if total is None else quantize(total - Decimal(stored["minimum"]), answers.frame.currency)


def _minimum(answers: Answers, columns: Sequence[Column]) -> Iterator[Line]:
    if answers.stored.get("zopa", {}).get("minimum"):
        cells = tuple(minimum_cell(answers, above_minimum(answers, column)) for column in columns)
        yield Line(key="minimum", label="Against your minimum", cells=cells, words=True)


def minimum_cell(answers: Answers, above: Decimal | None) -> Cell:
    if above is None:
        return Cell(text="cannot be compared")
    if not above:
        return Cell(text="just your minimum")
    return Cell(text=f"{answers.about(abs(above))} {'above' if above > 0 else 'below'}", bad=above < 0)


def _redlines(answers: Answers, columns: Sequence[Column], against: ByOffer) -> Iterator[Line]:
    for at, row in enumerate(finished(answers)):
        found = [against[column.offer.pk] for column in columns]
        cells = tuple(
            Cell(
                text=WORDS[each.found.lines[at].verdict],
                note=why(answers, each.one, each.found.lines[at]),
                bad=each.found.lines[at].verdict is Verdict.BROKEN,
            )
            for each in found
        )
        yield Line(key=f"line-{row.pk.hex[:8]}", label=condition(answers, row), cells=cells, words=True)


def criteria(answers: Answers, weighed: Weighed, laid: Laid) -> Section | None:
    """Each criterion with what is known of it, and the score."""
    if not weighed.rows:
        return None
    lines = [
        Line(
            key=f"criterion-{row.pk.hex[:8]}",
            label=f"{row.name} ({weight_said(weighed, at)})",
            cells=tuple(Cell(text=criterion_cell(answers, weighed, laid, column, at)) for column in laid.columns),
            words=True,
        )
        for at, row in enumerate(weighed.rows)
    ]
    if weighed.weights:
        lines.append(Line(key="score", label="Score of 100", cells=tuple(_scores(weighed, laid.columns)), total=True))
    return Section(title="By what counts for you", lines=tuple(lines))


def _scores(weighed: Weighed, columns: Iterable[Column]) -> Iterator[Cell]:
    word = leads_word(len(weighed.first), len(weighed.order)) if weighed.order else ""
    leading = {column.offer.pk for column in weighed.first} if weighed.order else set()
    for column in columns:
        value = weighed.value(column)
        leads = word.replace("most", "highest") if column.offer.pk in leading else ""
        yield Cell(text=of_hundred(value) or "not scored", leads=leads)


def own_prices(
    laid: Laid, things: Sequence[Priced], worths: Mapping[uuid.UUID, InMoney], locale: str
) -> Section | None:
    """What each offer is worth by one's own prices, a year, above the one that has least of it."""
    if not worths:
        return None

    def money(amount: Decimal | None, *, once: bool = False) -> str:
        frame = Frame(currency=laid.currency, period="once" if once else "year", basis=laid.basis)
        return show(None if amount is None else roughly(amount), frame, locale)

    lines = [
        Line(
            key=f"swap-{thing.row.pk.hex[:8]}",
            label=thing_with_price(thing.row, money(thing.price if thing.unit is None else thing.unit)),
            cells=tuple(Cell(text=money(worths[column.offer.pk].each[at])) for column in laid.columns),
        )
        for at, thing in enumerate(things)
    ]
    totals, whole = with_prices(laid, worths), [worths[column.offer.pk].whole for column in laid.columns]
    known = [total for total, all_of_it in zip(totals, whole, strict=True) if all_of_it]
    best = max(known, default=None)
    word = leads_word(known.count(best), len(totals)) if best is not None else ""
    cells = tuple(
        Cell(
            text=money(total, once=True),
            leads=word if all_of_it and total == best else "",
            note="" if all_of_it else "without what is not known",
        )
        for total, all_of_it in zip(totals, whole, strict=True)
    )
    name = "Four years with likely pay, and what you priced"
    lines.append(Line(key="swap-all", label=name, cells=cells, total=True))
    return Section(title="At your own prices, a year, above the offer that has least of it", lines=tuple(lines))


def with_prices(laid: Laid, worths: Mapping[uuid.UUID, InMoney]) -> list[Decimal]:
    """Pay, and what was priced in each of the years, column by column."""
    years = laid.result.years
    paid = zip(laid.columns, laid.totals(Certainty.LIKELY), strict=True)
    nothing = InMoney(each=())
    return [total + years * worths.get(column.offer.pk, nothing).total for column, total in paid]
