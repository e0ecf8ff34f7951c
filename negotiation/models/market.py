"""What the market pays: data points, each with its source."""

from __future__ import annotations

from typing import Any, cast

from django.db import models

from groundwork.fields import (
    SHORT,
    ChoiceColumn,
    CountColumn,
    LinkColumn,
    MoneyColumn,
    TextColumn,
    WholeColumn,
)
from groundwork.money import Basis, Frame, Period
from negotiation.calc.percentile import Middle
from negotiation.calc.points import AMOUNTS, Ends, Kind, Point
from negotiation.models.base import Answer, Row


class Market(Answer):
    """What packages contain here, and how pay goes on."""

    packages = TextColumn()
    after_1 = MoneyColumn()
    after_3 = MoneyColumn()
    after_5 = MoneyColumn()


class MarketPoint(Row):
    """One number, a range or a row of percentiles from one source, in the source's own money."""

    KINDS = [
        ("published", "A published survey or table"),
        ("posted", "A range an employer has posted"),
        ("person", "A person I asked"),
        ("own", "An offer of my own"),
    ]
    COVERS = [
        ("job", "Such jobs in general"),
        ("like_me", "Such jobs, for somebody with my education and years"),
    ]
    MIDDLES = [
        ("median", "The median: half are paid less, half more"),
        ("average", "The average"),
        ("middle", "Just its middle, or a single number"),
    ]
    ENDS = [
        ("range", "The lowest and the highest"),
        ("quartiles", "P25 and P75: a quarter are paid less than the low one, a quarter more than the high one"),
        ("deciles", "P10 and P90: a tenth are paid less than the low one, a tenth more than the high one"),
    ]
    PERIODS = [("hour", "An hour"), ("day", "A day"), ("week", "A week"), ("month", "A month"), ("year", "A year")]
    BASES = [("gross", "Before tax (gross)"), ("net", "After tax (net)")]
    PAYMENTS = [("12", "12"), ("13", "13"), ("14", "14")]
    kind = ChoiceColumn(choices=KINDS)
    source = TextColumn(most=SHORT)
    link = LinkColumn()
    place = TextColumn(most=SHORT)
    dated = models.DateField(null=True, blank=True)
    covers = ChoiceColumn(choices=COVERS)
    currency = TextColumn(most=3)
    period = ChoiceColumn(choices=PERIODS, default="year", blank=False)
    basis = ChoiceColumn(choices=BASES, default="gross", blank=False)
    payments = ChoiceColumn(choices=PAYMENTS, default="12", blank=False)
    low = MoneyColumn()
    mid = MoneyColumn()
    middle = ChoiceColumn(choices=MIDDLES, default="middle", blank=False)
    high = MoneyColumn()
    ends = ChoiceColumn(choices=ENDS, default="range", blank=False)
    p10 = MoneyColumn()
    p25 = MoneyColumn()
    p50 = MoneyColumn()
    p75 = MoneyColumn()
    p90 = MoneyColumn()
    people = CountColumn()
    after_years = WholeColumn(bound="years")
    note = TextColumn()

    @property
    def name(self) -> str:
        return self.source or self.link or (self.get_kind_display() if self.kind else "")

    def to_point(self, frame: Frame) -> Point:
        """As the source says it; a currency that was never chosen is the plan's."""
        return Point(
            source=self.source,
            link=self.link,
            kind=Kind(self.kind) if self.kind else None,
            place=self.place,
            dated=self.dated,
            currency=self.currency or frame.currency,
            period=cast(Period, self.period),
            basis=cast(Basis, self.basis),
            payments=int(self.payments),
            middle=cast(Middle, self.middle),
            ends=cast(Ends, self.ends),
            people=int(self.people) if self.people is not None else None,
            after_years=int(self.after_years) if self.after_years is not None else None,
            **{name: getattr(self, name) for name in AMOUNTS},
        )

    @classmethod
    def from_point(cls, point: Point, *, note: str = "") -> MarketPoint:
        """A row of what was read elsewhere; it belongs to no plan yet."""
        amounts: dict[str, Any] = {name: getattr(point, name) for name in AMOUNTS}
        counted: dict[str, Any] = {"people": point.people, "after_years": point.after_years or None}
        return cls(
            kind=point.kind.value if point.kind else "",
            source=point.source,
            link=point.link,
            place=point.place,
            dated=point.dated,
            currency=point.currency,
            period=point.period,
            basis=point.basis,
            payments=str(point.payments),
            middle=point.middle,
            ends=point.ends,
            note=note,
            **amounts,
            **counted,
        )
