"""What matters in a comparison, and what would have to change for another offer to lead, in sentences."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from groundwork.fields import plain
from groundwork.money import Frame, Period, digits, quantize, show
from negotiation.calc.redlines import Verdict
from negotiation.compare_lines import ByOffer, above_minimum, roughly, with_prices
from negotiation.models import RedLine
from negotiation.steps.base import Answers
from negotiation.steps.criteria_sums import Weighed
from negotiation.steps.criteria_words import listed, turns
from negotiation.steps.redlines import finished
from negotiation.steps.redlines_words import condition
from negotiation.steps.swaps_worth import InMoney
from offers.calc.terms import Certainty
from offers.calc.tipping import LEVEL, by_month, close, crossing, more_base
from offers.columns import Column, Laid

SURE = Certainty.GUARANTEED
ByWorth = Mapping[uuid.UUID, InMoney]
MOST_RIVALS = 3  # those further behind would have to change more than anybody asks for


@dataclass(frozen=True, kw_only=True)
class Rival:
    """An offer that does not lead, and what would have to change for it to."""

    name: str
    sentences: tuple[str, ...]


def money(laid: Laid, amount: Decimal, locale: str, period: Period = "once") -> str:
    return show(amount, Frame(currency=laid.currency, period=period, basis=laid.basis), locale)


def matters(
    answers: Answers, inside: Laid, laid: Laid, against: ByOffer, scores: Sequence[str], worths: ByWorth
) -> list[str]:
    """What is to be said beside the pay itself: what is out, what is too little, what scores, what is too close."""
    return [
        *too_close(inside),
        *out(answers, laid.columns, against),
        *too_little(answers, laid.columns),
        *scores,
        *priced(inside, worths, answers.locale),
    ]


def outside_first(laid: Laid, inside: Laid, locale: str) -> str:
    """An offer that pays most and is out: said before who leads the others. Blank where there is none."""
    leaders = {one.index for one in laid.result.row(SURE).leaders} if laid.columns else set()
    kept = {column.offer.pk for column in inside.columns}
    names = [laid.columns[at].name for at in sorted(leaders) if laid.columns[at].offer.pk not in kept]
    if not names or len(inside.columns) == len(laid.columns):
        return ""
    most = money(laid, max(one.total for one in laid.result.row(SURE).standings), locale)
    verb = "pays" if len(names) == 1 else "pay"
    return f"{listed(names)} {verb} most in what is guaranteed, {most} over four years, but a red line puts it out."


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


def priced(laid: Laid, worths: ByWorth, locale: str) -> Iterator[str]:
    """Who comes to most once what was priced counts too; only of those of which all of that is known."""
    totals, found = with_prices(laid, worths), [worths.get(column.offer.pk) for column in laid.columns]
    ranked = sorted((at for at, one in enumerate(found) if one and one.whole), key=lambda at: -totals[at])
    if len(ranked) < 2:
        return
    most = [laid.columns[at].name for at in ranked if totals[at] == totals[ranked[0]]]
    if len(most) > 1:
        yield f"Counting what you priced yourself, {listed(most)} come to the same over four years, and to most."
        return
    leads = {one.index for one in laid.result.row(Certainty.LIKELY).leaders}
    though = "" if ranked[0] in leads else ", though it does not pay most"
    lead = money(laid, roughly(totals[ranked[0]] - totals[ranked[1]]), locale)
    yield f"Counting what you priced yourself, {most[0]} comes to most over four years, {lead} ahead{though}."


def not_priced(laid: Laid, worths: ByWorth, unsold: Sequence[str]) -> Iterator[str]:
    """What is missing in those sums."""
    names = [column.name for column in laid.columns if column.offer.pk in worths and not worths[column.offer.pk].whole]
    if names:
        yield f"Some of what you priced is not known of {listed(names)}, and not counted there."
    if worths and unsold:
        yield f"In no sum, as you would not give it up for any usual pay: {listed(unsold)}."


def rivals(answers: Answers, inside: Laid, laid: Laid, against: ByOffer, weighed: Weighed) -> list[Rival]:
    """The nearest of the others, each with what would turn the order; and what would bring back what is out."""
    found = {pk: list(texts) for pk, texts in in_money(inside, answers.locale)}
    turned = turns(weighed)
    for pk in sorted(turned, key=lambda pk: pk not in found):
        if pk in found or len(found) < MOST_RIVALS:
            found.setdefault(pk, []).append(turned[pk])
    for column in laid.columns:
        broken = [condition(answers, row) for row in broken_by(against, column, finished(answers))]
        if broken:
            back = f"To be in again, it would have to keep {listed([f'“{one}”' for one in broken])}."
            found.setdefault(column.offer.pk, []).append(back)
    names = {column.offer.pk: column.name for column in laid.columns}
    return [Rival(name=names[pk], sentences=tuple(texts)) for pk, texts in found.items()]


def in_money(laid: Laid, locale: str) -> Iterator[tuple[uuid.UUID, Sequence[str]]]:
    """What those that are nearest in guaranteed pay would have to pay more, and from when the first one is ahead."""
    if len(laid.columns) < 2:
        return
    row = laid.result.row(SURE)
    behind = sorted((one for one in row.standings if not one.leads), key=lambda one: -one.difference)[:MOST_RIVALS]
    leader = laid.columns[row.leaders[0].index]
    leads = months(laid, leader) if behind else ()
    for one in behind:
        column = laid.columns[one.index]
        texts = (*more_pay(laid, column, leader, -one.difference, locale), *from_month(laid, column, leader, leads))
        yield column.offer.pk, texts


def more_pay(laid: Laid, column: Column, leader: Column, behind: Decimal, locale: str) -> Iterator[str]:
    """How much more base, or how much once, makes up for what is missing; in the offer's own money and period."""
    rate = column.rate[0] if column.rate else Decimal(1)
    terms = column.entered.terms
    own = Frame(currency=terms.currency, period=terms.period, basis=terms.basis)
    single = Frame(currency=own.currency, period="once", basis=own.basis)
    once = show(rounded_up(behind / rate, terms.currency), single, locale)
    base = more_base(column.entered, behind / rate, SURE)
    more = "" if base is None else f"about {show(sayable(base, terms.currency), own, locale)} more base pay, or with "
    yield (
        f"In guaranteed pay over four years, {column.name} draws level with {leader.name} "
        f"with {more}{once} as a sign-on payment."
    )


def rounded_up(amount: Decimal, currency: str) -> Decimal:
    """What is asked for has to be enough."""
    least = quantize(amount, currency)
    step = Decimal(1).scaleb(-digits(currency))
    return least if least >= amount - step / 2 else least + step


def sayable(amount: Decimal, currency: str) -> Decimal:
    """The same rounded up to four digits, so that it can be said aloud and is still enough."""
    if not amount:
        return amount
    step = max(Decimal(1).scaleb(amount.adjusted() - 3), Decimal(1).scaleb(-digits(currency)))
    return (amount / step).to_integral_value(ROUND_CEILING) * step


def from_month(laid: Laid, column: Column, leader: Column, leads: Sequence[Decimal]) -> Iterator[str]:
    """The month at which totals cross: where the one that leads in the end is behind at first."""
    other = months(laid, column)
    month = crossing(leads, other)
    if month is None:
        return
    before = zip(leads[: month - 1], other[: month - 1], strict=True)
    always = all(one <= two + LEVEL for one, two in before)
    until = f"until month {month - 1}" if always else f"now and then until month {month - 1}"
    yield (
        f"In guaranteed pay, {column.name} has paid as much or more {until}; "
        f"from month {month} on {leader.name} stays ahead."
    )
    bound = column.entered.terms.clawback_months
    if column.entered.terms.sign_on and bound != 0:
        when = "" if bound is None else f" within {plain(bound)} months"
        sure = "may have" if bound is None else "has"
        yield f"Its sign-on payment {sure} to be paid back if you leave{when}."


def months(laid: Laid, column: Column) -> Sequence[Decimal]:
    rate = column.rate[0] if column.rate else Decimal(1)
    return by_month(column.entered.terms, column.entered.scenario, 12 * laid.result.years, rate=rate)[SURE]
