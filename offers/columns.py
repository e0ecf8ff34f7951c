"""The offers that are compared, brought into one money: a column each, and those that stand apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from groundwork.money import Amount, Basis, Frame
from offers.calc.comparison import Apart, Comparison, compare
from offers.calc.exchange import exchanged
from offers.calc.terms import Certainty, Form
from offers.calc.valuation import Scenario, Valuation, valuation
from offers.models import Offer, Rate
from offers.verdict import left_over, short
from offers.worth import newest

ILLIQUID = Scenario(count_illiquid=True)
Pair = tuple[Offer, Valuation]


@dataclass(frozen=True, kw_only=True)
class Column:
    """One offer that is compared: `entered` in its own money, `worth` in the money of the page."""

    offer: Offer
    entered: Valuation
    worth: Valuation
    name: str
    rate: tuple[Decimal, date] | None


@dataclass(frozen=True, kw_only=True)
class Laid:
    """What the page is made from: the columns in their order, and the offers that cannot be compared."""

    columns: tuple[Column, ...]
    apart: tuple[tuple[Offer, Apart], ...]
    result: Comparison
    illiquid: bool

    @property
    def currency(self) -> str:
        return self.result.currency

    @property
    def basis(self) -> Basis:
        return self.result.basis

    @property
    def has_illiquid(self) -> bool:
        return any(line.form is Form.ILLIQUID for column in self.columns for line in column.worth.lines)

    def totals(self, level: Certainty) -> list[Decimal]:
        """Over all years, column by column."""
        return [standing.total for standing in self.result.row(level).standings] if self.columns else []

    def only(self, wanted: Container[Any]) -> Laid:
        """The same with the columns of these offers alone."""
        columns = tuple(column for column in self.columns if column.offer.pk in wanted)
        return laid_out(columns, self.apart, currency=self.currency, basis=self.basis, illiquid=self.illiquid)

    def ordered(self, key: Callable[[Column], Any]) -> Laid:
        """The same with its columns in another order; equal ones keep theirs."""
        columns = tuple(sorted(self.columns, key=key))
        return laid_out(columns, self.apart, currency=self.currency, basis=self.basis, illiquid=self.illiquid)


def lay(pairs: Sequence[Pair], *, frame: Frame, rates: Iterable[Rate] = (), illiquid: bool = False) -> Laid:
    """The offers side by side, from valuations at hand: in the money in which most of them can be compared."""
    if illiquid:
        pairs = [(offer, valuation(worth.terms, scenario=ILLIQUID)) for offer, worth in pairs]
    rates, entered = tuple(rates), [worth for _, worth in pairs]
    currency, basis = spoken(entered, frame, rates)
    found = [newest(rates, worth.terms.currency, currency) for worth in entered]
    worths = [exchanged(one, currency, rate[0]) if rate else one for one, rate in zip(entered, found, strict=True)]
    result = compare(worths, currency=currency, basis=basis)
    columns = tuple(
        Column(offer=pairs[at][0], entered=entered[at], worth=worths[at], name=short(worths[at]), rate=found[at])
        for at in result.compared
    )
    apart = tuple((pairs[one.index][0], one) for one in result.apart)
    return laid_out(columns, apart, currency=currency, basis=basis, illiquid=illiquid)


def laid_out(
    columns: tuple[Column, ...],
    apart: tuple[tuple[Offer, Apart], ...],
    *,
    currency: str,
    basis: Basis,
    illiquid: bool,
) -> Laid:
    """The places in the result are those of the columns."""
    result = compare([column.worth for column in columns], currency=currency, basis=basis)
    return Laid(columns=columns, apart=apart, result=result, illiquid=illiquid)


def spoken(worths: Sequence[Valuation], frame: Frame, rates: Sequence[Rate]) -> tuple[str, Basis]:
    """The money in which most offers can be compared; of equals the plan's own, then the one most of them are in."""
    found = Counter((worth.terms.currency, worth.terms.basis) for worth in worths if worth.years)
    own = (frame.currency, frame.basis)

    def reached(money: tuple[str, Basis]) -> tuple[int, bool, int]:
        code, basis = money
        near = [
            many
            for (currency, other), many in found.items()
            if other == basis and (currency == code or newest(rates, currency, code))
        ]
        return sum(near), money == own, found[money]

    return max((own, *found), key=reached)


def most_first(amount: Amount | None) -> tuple[bool, Amount]:
    """The highest first, what is not known last."""
    return amount is None, -(amount or 0)


# In what order the columns can stand: its word in the address, its words on the page, and by what it goes.
ORDERS: dict[str, tuple[str, Callable[[Column], Any] | None]] = {
    "entered": ("As you entered them", None),
    "guaranteed": (
        "Guaranteed, four years, most first",
        lambda one: most_first(one.worth.total(Certainty.GUARANTEED)),
    ),
    "likely": ("With likely pay, four years, most first", lambda one: most_first(one.worth.total(Certainty.LIKELY))),
    "hour": ("Guaranteed for an hour of work, most first", lambda one: most_first(one.worth.per_hour)),
    "left": ("After your tax and costs, most first", lambda one: most_first(left_over(one.worth))),
    "expires": ("Answer by, soonest first", lambda one: (one.offer.expires is None, one.offer.expires or date.max)),
}
