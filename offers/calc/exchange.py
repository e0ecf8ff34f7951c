"""An offer's value in another currency, by a rate that is given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from offers.calc.real import RateError
from offers.calc.valuation import Split, Valuation, YearPay


def exchanged(worth: Valuation, currency: str, rate: Decimal) -> Valuation:
    """The same value in another currency.

    Rule: every amount of the years, lines, costs, base, bonus and hour x rate; the terms stay as they were
    written, but for the currency that the sums are in. Units: `rate` is what one unit of the offer's currency
    brings in `currency`. Errors: RateError unless above 0. Source: own definition.
    """
    if rate <= 0:
        raise RateError("Enter an exchange rate above 0.")

    def changed(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else amount * rate

    return replace(
        worth,
        terms=replace(worth.terms, currency=currency),
        base=changed(worth.base),
        bonus=changed(worth.bonus),
        per_hour=changed(worth.per_hour),
        lines=tuple(replace(line, amounts=tuple(map(changed, line.amounts))) for line in worth.lines),
        costs=tuple(replace(cost, a_year=changed(cost.a_year)) for cost in worth.costs),
        years=tuple(_year(year, rate) for year in worth.years),
    )


def _year(year: YearPay, rate: Decimal) -> YearPay:
    return replace(year, recurring=_split(year.recurring, rate), one_off=_split(year.one_off, rate))


def _split(split: Split, rate: Decimal) -> Split:
    return Split(guaranteed=split.guaranteed * rate, likely=split.likely * rate, maybe=split.maybe * rate)
