"""The criteria held against the offers that are compared: values, weights and scores."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from negotiation.models import Criterion
from negotiation.steps.base import Answers
from offers.calc.scoring import Option, Scored, WeightError, linear, normalised, rank_order_weights, score, wins
from offers.calc.terms import Certainty
from offers.columns import Column, Laid
from offers.models import Offer

Values = tuple[Fraction | None, ...]
POINTS = 10  # the best score
PLACED = Fraction(1, 2)  # of the weight has to be known of an offer before it is held against the others


def really(offer: Offer) -> Decimal | None:
    """Hours a week, those nobody pays included as far as they are known."""
    return None if offer.hours_week is None else offer.hours_week + (offer.overtime_week or 0)


def on_the_way(offer: Offer) -> Decimal | None:
    """Minutes one way; none where nobody has to come."""
    return Decimal(0) if offer.commute_days == 0 else offer.commute_minutes


# What is read from the offers themselves: the number, and whether less of it is better.
MEASURED: dict[str, tuple[Callable[[Offer], Decimal | None], bool]] = {
    "leave": (lambda offer: offer.leave_days, False),
    "remote": (lambda offer: offer.remote_days, False),
    "hours": (really, True),
    "commute": (on_the_way, True),
}


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """The criteria in their order and what they come to; everything by offer stands under its id.

    `weights` are parts of 1, one for each criterion; None while they cannot be worked out (`why`). `amounts` are
    what was read from the offers, `ends` the worst and the best of them. `among` are the offers that no red line
    puts out, or all where every one is out; only they are held against each other.
    """

    rows: tuple[Criterion, ...]
    by_order: bool
    unweighed: bool  # by the order of the list, as nothing has any points yet
    weights: tuple[Fraction, ...] | None
    why: str
    amounts: Mapping[uuid.UUID, tuple[Decimal | None, ...]]
    ends: tuple[tuple[Decimal, Decimal] | None, ...]
    values: Mapping[uuid.UUID, Values]
    scored: Mapping[uuid.UUID, Scored]
    columns: tuple[Column, ...]
    among: tuple[Column, ...]

    @cached_property
    def first(self) -> list[Column]:
        """Who scores highest among those that are held against each other."""
        best = self.value(self.order[0]) if self.order else None
        return [column for column in self.order if self.value(column) == best]

    @cached_property
    def order(self) -> list[Column]:
        """From the highest score to the lowest; those of which too little is known are not placed."""
        placed = [column for column in self.among if self.known(column) >= PLACED]
        return sorted(placed, key=lambda column: -(self.value(column) or 0))

    @cached_property
    def unplaced(self) -> list[Column]:
        return [column for column in self.among if self.known(column) < PLACED] if self.weights else []

    def known(self, column: Column) -> Fraction:
        """The part of the weight under which something is known of it."""
        return self.scored[column.offer.pk].known if column.offer.pk in self.scored else Fraction(0)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """The places of the criteria that have any weight."""
        return tuple(at for at, weight in enumerate(self.weights or ()) if weight)

    @property
    def used(self) -> tuple[Fraction, ...]:
        return tuple((self.weights or ())[at] for at in self.counts)

    def value(self, column: Column) -> Fraction | None:
        return self.scored[column.offer.pk].value if column.offer.pk in self.scored else None

    @cached_property
    def options(self) -> list[Option]:
        """Those of `order`, as the sums take them."""
        values = {column.offer.pk: self.values[column.offer.pk] for column in self.order}
        return [
            Option(name=column.name, values=tuple(values[column.offer.pk][at] for at in self.counts))
            for column in self.order
        ]

    def shares(self, *, ordered: bool) -> tuple[Fraction, ...]:
        """In what part of all ways to weigh each of `order` is best."""
        return (self.used and wins(self.options, self.used, ordered=ordered)) or ()


def counted(answers: Answers) -> tuple[Criterion, ...]:
    return tuple(row for row in answers["criteria"].rows if row.draft is None and row.kind)


def weighed(answers: Answers, laid: Laid, out: Collection[uuid.UUID] = ()) -> Weighed:
    """The offers under the criteria. `out` are those that a red line puts out."""
    rows, said = counted(answers), {one.offer.pk: one.ticked for one in answers.compared}
    money = dict(zip((column.offer.pk for column in laid.columns), laid.totals(Certainty.LIKELY), strict=True))
    amounts = {
        column.offer.pk: tuple(amount_of(row, column.offer, money[column.offer.pk]) for row in rows)
        for column in laid.columns
    }
    ends = tuple(ends_of(row, [found[at] for found in amounts.values()]) for at, row in enumerate(rows))
    values = {
        pk: tuple(value_of(row, found[at], ends[at], said[pk].get(row.pk, "")) for at, row in enumerate(rows))
        for pk, found in amounts.items()
    }
    unweighed = all(row.points is None for row in rows) and answers["criteria"].values.weighing != "order"
    by_order = unweighed or answers["criteria"].values.weighing == "order"
    weights, why = weights_of(rows, values.values(), by_order=by_order)
    inside = tuple(column for column in laid.columns if column.offer.pk not in out)
    return Weighed(
        rows=rows,
        by_order=by_order,
        unweighed=unweighed,
        weights=weights,
        why=why,
        amounts=amounts,
        ends=ends,
        values=values,
        scored={pk: score(found, weights) for pk, found in values.items()} if weights else {},
        columns=laid.columns,
        among=inside or laid.columns,
    )


def amount_of(row: Criterion, offer: Offer, money: Decimal) -> Decimal | None:
    if row.kind == "pay":
        return money
    return MEASURED[row.kind][0](offer) if row.kind in MEASURED else None


def ends_of(row: Criterion, amounts: Sequence[Decimal | None]) -> tuple[Decimal, Decimal] | None:
    """The worst and the best amount there is; None where nothing is measured or known."""
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return None
    less_is_better = row.kind in MEASURED and MEASURED[row.kind][1]
    return (max(known), min(known)) if less_is_better else (min(known), max(known))


def value_of(
    row: Criterion, amount: Decimal | None, ends: tuple[Decimal, Decimal] | None, said: str
) -> Fraction | None:
    """From 0, the worst, to 1, the best; None where it is not known, or is the same everywhere."""
    if row.kind == "own":
        return Fraction(int(said), POINTS) if said else None
    return linear(amount, *ends) if ends else None


def weights_of(
    rows: Sequence[Criterion], values: Collection[Values], *, by_order: bool
) -> tuple[tuple[Fraction, ...] | None, str]:
    """The weights as parts of 1, or why there are none. A criterion that says nothing of any offer has none."""
    telling = [any(found[at] is not None for found in values) for at in range(len(rows))]
    if not any(telling):
        return None, "nothing"
    if by_order:
        placed = iter(rank_order_weights(sum(telling)))
        return tuple(next(placed) if tells else Fraction(0) for tells in telling), ""
    try:
        points = [row.points or 0 if tells else 0 for row, tells in zip(rows, telling, strict=True)]
        return normalised([Fraction(one) for one in points]), ""
    except WeightError:
        return None, "zero"
