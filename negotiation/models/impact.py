"""What the candidate brings the employer, in the employer's money."""

from __future__ import annotations

from decimal import Decimal

from django.utils.text import Truncator

from groundwork.fields import SHORT, ChoiceColumn, CountColumn, MoneyColumn, NumberColumn, TextColumn
from negotiation.calc import impact as sums
from negotiation.models.base import Answer, Row


class Impact(Answer):
    """What stays with them of what they sell; used for all revenue that says nothing else."""

    margin = NumberColumn(bound="percent")
    margin_source = TextColumn(most=SHORT)


class Effect(Row):
    """What hurts them, what the candidate does about it, and what that comes to a year."""

    KINDS = [
        ("saving", "A saving: they spend less than today"),
        ("avoided", "A cost avoided: something that would come does not"),
        ("revenue", "Revenue: they sell more"),
    ]
    pain = TextColumn(most=1000)
    does = TextColumn(most=SHORT)
    kind = ChoiceColumn(choices=KINDS)
    volume = CountColumn()
    volume_unit = TextColumn(most=SHORT)
    saving = NumberColumn(bound="each", max_digits=9)
    saving_unit = TextColumn(most=SHORT)
    price = MoneyColumn()
    amount = MoneyColumn()
    low = MoneyColumn()
    high = MoneyColumn()
    likelihood = NumberColumn(bound="percent")
    first_year = NumberColumn(bound="percent")
    margin = NumberColumn(bound="percent")
    proof = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.does or Truncator(self.pain).chars(80)

    def to_terms(self, *, margin: Decimal | None = None) -> sums.Effect:
        """`margin` is the one of the step, for revenue that names none of its own."""
        numbers = ("volume", "saving", "price", "amount", "low", "high", "likelihood", "first_year")
        return sums.Effect(
            kind=sums.Kind(self.kind or "saving"),
            margin=margin if self.margin is None else self.margin,
            proven=bool(self.proof.strip()),
            **{name: getattr(self, name) for name in numbers},
        )
