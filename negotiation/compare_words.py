"""What matters in a comparison, and what would have to change for another offer to lead, in sentences."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from groundwork.money import Frame, Period, quantize, show
from negotiation.calc.redlines import Verdict
from negotiation.compare_lines import ByOffer, above_minimum, with_prices
from negotiation.models import RedLine
from negotiation.steps.base import Answers
from negotiation.steps.criteria_sums import Weighed
from negotiation.steps.criteria_words import listed, turns
from negotiation.steps.redlines import finished
from negotiation.steps.redlines_words import condition
from negotiation.steps.swaps_worth import InMoney
from offers.calc.comparison import Standing
from offers.calc.terms import Certainty
from offers.calc.tipping import by_month, close, crossing, more_base
from offers.columns import Column, Laid

SURE = Certainty.GUARANTEED
MOST_RIVALS = 3  # those further behind would have to change more than anybody asks for


@dataclass(frozen=True, kw_only=True)
class Rival:
    """An offer that does not lead, and what would have to change for it to."""

    name: str
    sentences: tuple[str, ...]


def money(laid: Laid, amount: Decimal, locale: str, period: Period = "once") -> str:
    return show(amount, Frame(currency=laid.currency, period=period, basis=laid.basis), locale)


def matters(
    answers: Answers, laid: Laid, against: ByOffer, scores: Sequence[str], worths: Mapping[uuid.UUID, InMoney]
) -> list[str]:
    """What is to be said beside the pay itself: what is out, what is too little, what scores, what is too close."""
    return [
        *too_close(laid),
        *out(answers, laid.columns, against),
        *too_little(answers, laid.columns),
        *scores[:2],
        *priced(laid, worths, answers.locale),
    ]


def too_close(laid: Laid) -> Iterator[str]:
    """A lead in what is guaranteed that is too small for pay alone to decide."""
    if len(laid.columns) < 2:
        return
    row = laid.result.row(SURE)
    second = max((one.total for one in row.standings if not one.leads), default=None)
    best = max(one.total for one in row.standings)
    if second is not None and close(best, second):
        yield "That is less than 2 % apart: too close to call by pay alone."


def out(answers: Answers, columns: Sequence[Column], against: ByOffer) -> Iterator[str]:
    rows = finished(answers)
    for column in columns:
        broken = [condition(answers, row) for row in broken_by(against, column, rows)]
        if broken:
            said = listed([f"“{one}”" for one in broken])
            yield f"{column.name} is out as it stands, whatever it pays: it breaks {said}."


def broken_by(against: ByOffer, column: Column, rows: Sequence[RedLine]) -> list[RedLine]:
    found = against[column.offer.pk].found.lines
    return [row for row, one in zip(rows, found, strict=True) if one.verdict is Verdict.BROKEN]


def too_little(answers: Answers, columns: Sequence[Column]) -> Iterator[str]:
    """Those that pay less than the minimum, in one sentence however many they are."""
    short = [(column.name, above_minimum(answers, column)) for column in columns]
    said = [(name, answers.about(-above)) for name, above in short if above is not None and above < 0]
    if len(said) == 1:
        yield f"{said[0][0]} pays {said[0][1]} less than your minimum."
    elif said:
        yield f"Less than your minimum: {listed([f'{name} by {amount}' for name, amount in said])}."


def priced(laid: Laid, worths: Mapping[uuid.UUID, InMoney], locale: str) -> Iterator[str]:
    """Who comes to most once what was priced counts too, where that is somebody else."""
    if not worths or len(laid.columns) < 2:
        return
    totals = with_prices(laid, worths)
    best = max(totals)
    first = [column for column, total in zip(laid.columns, totals, strict=True) if total == best]
    second = max((total for total in totals if total != best), default=None)
    if second is None or len(first) > 1:
        yield "With what you priced yourself, they come to the same."
        return
    leads = {one.index for one in laid.result.row(Certainty.LIKELY).leaders}
    also = "still" if leads == {laid.columns.index(first[0])} else "and not the one that pays most,"
    ahead = money(laid, Decimal(round(best - second)), locale)
    yield f"With what you priced yourself, {also} {first[0].name} comes to most over four years, by {ahead}."


def rivals(answers: Answers, laid: Laid, against: ByOffer, weighed: Weighed) -> list[Rival]:
    """The nearest of the others, each with what would turn the order."""
    if len(laid.columns) < 2:
        return []
    row, turned = laid.result.row(SURE), turns(weighed)
    if len(row.leaders) == len(row.standings) and not turned:
        return []
    behind = sorted((one for one in row.standings if not one.leads), key=lambda one: -one.difference)[:MOST_RIVALS]
    leader = laid.columns[row.leaders[0].index]
    leads = months(laid, leader) if behind else ()
    found = [rival(answers, laid, against, one, leader, leads) for one in behind]
    named = {one.name for one in found}
    by_weight = [Rival(name=name, sentences=(text,)) for name, text in turned.items() if name not in named]
    whole = [Rival(name=one.name, sentences=(*one.sentences, *said(turned, one.name))) for one in found]
    return [one for one in [*whole, *by_weight[:MOST_RIVALS]] if one.sentences]


def said(turned: Mapping[str, str], name: str) -> tuple[str, ...]:
    return (turned[name],) if name in turned else ()


def rival(
    answers: Answers, laid: Laid, against: ByOffer, one: Standing, leader: Column, leads: Sequence[Decimal]
) -> Rival:
    column = laid.columns[one.index]
    texts = [
        *more_pay(laid, column, leader, -one.difference, answers.locale),
        *from_month(laid, column, leader, leads),
        *back_in(answers, column, against),
    ]
    return Rival(name=column.name, sentences=tuple(texts))


def more_pay(laid: Laid, column: Column, leader: Column, behind: Decimal, locale: str) -> Iterator[str]:
    """How much more base, or how much once, makes up for what is missing; in the offer's own money and period."""
    rate = column.rate[0] if column.rate else Decimal(1)
    terms = column.entered.terms
    own = Frame(currency=terms.currency, period=terms.period, basis=terms.basis)
    once = show(
        rounded_up(behind / rate, terms.currency), Frame(currency=own.currency, period="once", basis=own.basis), locale
    )
    base = more_base(column.entered, behind / rate, SURE)
    more = "" if base is None else f"{show(rounded_up(base, terms.currency), own, locale)} more base pay, or with "
    yield f"{column.name} draws level with {leader.name} over four years with {more}{once} once at the start."


def rounded_up(amount: Decimal, currency: str) -> Decimal:
    """What is asked for has to be enough."""
    least = quantize(amount, currency)
    step = Decimal(1).scaleb(int(least.as_tuple().exponent))  # type: ignore[arg-type]
    return least if least >= amount else least + step


def from_month(laid: Laid, column: Column, leader: Column, leads: Sequence[Decimal]) -> Iterator[str]:
    """The month at which totals cross: where the one that leads in the end is behind at first."""
    month = crossing(leads, months(laid, column))
    if month is not None:
        yield (
            f"Until month {month - 1} {column.name} has paid as much or more; from month {month} on "
            f"{leader.name} stays ahead. If you might leave before, look at that."
        )


def months(laid: Laid, column: Column) -> Sequence[Decimal]:
    rate = column.rate[0] if column.rate else Decimal(1)
    return by_month(column.entered.terms, column.entered.scenario, 12 * laid.result.years, rate=rate)[SURE]


def back_in(answers: Answers, column: Column, against: ByOffer) -> Iterator[str]:
    broken = [condition(answers, row) for row in broken_by(against, column, finished(answers))]
    if broken:
        yield f"It would also have to keep {listed([f'“{one}”' for one in broken])}."
