"""Where the candidate stands: the zone, and the alternatives."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from django.db import models

from groundwork.fields import (
    SHORT,
    ChoiceColumn,
    LinkColumn,
    MoneyColumn,
    NumberColumn,
    TextColumn,
    TickColumn,
    WholeColumn,
)
from negotiation.calc import batna as sums
from negotiation.calc.zopa import Counts, Pay, ZopaTerms
from negotiation.models.base import Answer, Row
from offers.models import Offer


class Zopa(Answer):
    COUNTS = [
        ("fixed", "Fixed pay only"),
        ("cash", "Fixed and variable pay"),
        ("all", "Fixed and variable pay, and equity"),
    ]
    counts = ChoiceColumn(choices=COUNTS, default="fixed", blank=False)
    target_fixed = MoneyColumn()
    target_variable = MoneyColumn()
    target_equity = MoneyColumn()
    floor_fixed = MoneyColumn()
    floor_variable = MoneyColumn()
    floor_equity = MoneyColumn()
    offer_fixed = MoneyColumn()
    offer_variable = MoneyColumn()
    offer_equity = MoneyColumn()
    their_low = MoneyColumn()
    their_likely = MoneyColumn()
    their_high = MoneyColumn()
    their_link = LinkColumn()
    market_low = MoneyColumn()
    market_high = MoneyColumn()
    market_source = TextColumn(most=SHORT)
    market_date = models.DateField(null=True, blank=True)
    opening = MoneyColumn()
    ask_low = MoneyColumn()
    ask_high = MoneyColumn()
    raise_percent = NumberColumn(bound="percent")
    years = WholeColumn(bound="years")

    def pay(self, side: str) -> Pay:
        return Pay(**{part: getattr(self, f"{side}_{part}") for part in ("fixed", "variable", "equity")})

    def to_terms(
        self,
        *,
        batna: Decimal | None = None,
        offer: Pay | None = None,
        market: tuple[Decimal | None, Decimal | None] | None = None,
    ) -> ZopaTerms:
        """`offer` is what the plan's offer comes to, `market` what sources support; else what was typed here."""
        low, high = market or (self.market_low, self.market_high)
        return ZopaTerms(
            counts=cast(Counts, self.counts),
            target=self.pay("target"),
            floor=self.pay("floor"),
            offer=offer or self.pay("offer"),
            their_low=self.their_low,
            their_likely=self.their_likely,
            their_high=self.their_high,
            market_low=low,
            market_high=high,
            ask_low=self.ask_low,
            ask_high=self.ask_high,
            opening=self.opening,
            batna=batna,
            raise_percent=self.raise_percent,
            years=int(self.years) if self.years is not None else None,
        )


class Concession(Row):
    """One step down from the opening to the target: why it is made, and what is asked for it."""

    because = TextColumn(most=SHORT)
    in_return = TextColumn(most=SHORT)

    @property
    def name(self) -> str:
        return self.in_return or self.because


class Action(Row):
    """Something that makes an alternative better, with a day for it."""

    KINDS = [
        ("apply", "Apply elsewhere at the same time"),
        ("project", "Work on a project of my own"),
        ("consult", "Advise or teach for pay"),
        ("income", "Find another income"),
        ("network", "Talk to people I know"),
        ("other", "Something else"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    day = models.DateField(null=True, blank=True)
    done = TickColumn()

    @property
    def name(self) -> str:
        return self.text


class Batna(Answer):
    CHOICES = [
        ("certain", "What I have for certain"),
        ("expected", "What I can expect, weighing the chances"),
        ("hoped", "The best I hope for"),
    ]
    choice = ChoiceColumn(choices=CHOICES)
    horizon = WholeColumn(bound="months")
    waiting_cost = MoneyColumn()
    motivation = MoneyColumn()
    outgoings = MoneyColumn()
    income = MoneyColumn()
    savings = MoneyColumn()
    tax_percent = NumberColumn(bound="percent")


class Alternative(Row):
    KINDS = [
        ("offer", "Another offer"),
        ("present_job", "Staying in my present job"),
        ("own_project", "My own project"),
        ("freelancing", "Freelancing"),
        ("keep_looking", "Keep looking"),
        ("runway", "Living on savings for a while"),
        ("other", "Something else"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    title = TextColumn(most=SHORT)
    offer = models.ForeignKey(Offer, models.SET_NULL, null=True, blank=True, related_name="+")
    value = MoneyColumn()
    likelihood = NumberColumn(bound="percent")
    months = NumberColumn(bound="months")
    same_fate = TextColumn(most=SHORT)

    @property
    def name(self) -> str:
        return self.title or (self.offer.name if self.offer else "") or self.get_kind_display()

    def to_terms(self, *, worth: Decimal | None) -> sums.Alternative:
        """`worth` is the typed value, or what the offer it points at comes to in the plan's money."""
        return sums.Alternative(
            name=self.name,
            kind=self.kind or "other",
            value=worth,
            likelihood=self.likelihood,
            months=self.months,
            group=self.same_fate.strip().casefold(),
        )


def batna_terms(
    batna: Batna,
    alternatives: Iterable[sums.Alternative],
    *,
    waiting_cost: Decimal | None,
    floor: Decimal | None,
    offer: Decimal | None,
    target: Decimal | None,
) -> sums.BatnaTerms:
    return sums.BatnaTerms(
        alternatives=tuple(alternatives),
        horizon_months=batna.horizon or 24,
        waiting_cost=waiting_cost,
        outgoings=batna.outgoings,
        income=batna.income,
        savings=batna.savings,
        tax_percent=batna.tax_percent,
        motivation_floor=batna.motivation,
        typed_floor=floor,
        choice=cast(sums.Choice, batna.choice),
        offer=offer,
        target=target,
    )
