"""What an offer pays beside base pay, bonus and sign-on: one row for each thing, of eight kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal, cast

from django.db import models

from groundwork.fields import (
    SHORT,
    ChoiceColumn,
    CountColumn,
    MoneyColumn,
    NumberColumn,
    TextColumn,
    TickColumn,
    WholeColumn,
)
from groundwork.saving import ListRow
from offers.calc import terms as calc
from offers.models import choices
from offers.models.offer import Offer

PART = re.compile(r"\A[0-9]{1,3}(\.[0-9]{1,4})?\Z", re.ASCII)
FRONT, BACK = (tuple(map(Decimal, parts)) for parts in ((33, 33, 22, 12), (5, 15, 40, 40)))


class Term(ListRow):
    """The columns of all kinds; each kind's form shows its own. NULL is not known, 0 is none."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="terms")
    kind = ChoiceColumn(choices=choices.KINDS, default="extra", blank=False)
    label = TextColumn(most=SHORT)
    certainty = ChoiceColumn(choices=choices.CERTAINTIES, default="guaranteed", blank=False)
    written = TickColumn()
    amount = MoneyColumn()

    every = ChoiceColumn(choices=choices.EVERY, default="year", blank=False)
    year = WholeColumn(bound="year", default=1)
    paid_in = ChoiceColumn(choices=choices.FORMS, default="cash", blank=False)
    premium = MoneyColumn()
    clawback_months = NumberColumn(bound="months")
    clawback = ChoiceColumn(choices=choices.REPAY)

    period = ChoiceColumn(choices=choices.UNITS, default="month", blank=False)
    quantity = NumberColumn(bound="a_week")
    percent = NumberColumn(bound="rate")

    quota = MoneyColumn()
    attainment = NumberColumn(bound="attainment")
    ramp_months = NumberColumn(bound="months")
    ramp_percent = NumberColumn(bound="percent")
    delay_months = NumberColumn(bound="months")
    draw = MoneyColumn()
    draw_months = NumberColumn(bound="months")
    recoverable = ChoiceColumn(choices=choices.YES_NO)

    count = CountColumn()
    price = MoneyColumn()
    price_basis = TextColumn(most=SHORT)
    schedule = ChoiceColumn(choices=choices.SCHEDULES)
    own_schedule = TextColumn(most=SHORT)
    vest_years = WholeColumn(bound="vesting")
    cliff = WholeColumn(bound="months")
    cadence = ChoiceColumn(choices=choices.CADENCES)
    market = ChoiceColumn(choices=choices.MARKETS)
    double_trigger = ChoiceColumn(choices=choices.YES_NO)
    nothing_odds = NumberColumn(bound="percent")
    growth = NumberColumn(bound="growth")
    swing = NumberColumn(bound="rate")

    share = NumberColumn(bound="percent", max_digits=9, decimal_places=6)
    diluted = CountColumn()
    strike = MoneyColumn()
    last_price = MoneyColumn()
    preference = MoneyColumn()
    preferred_percent = NumberColumn(bound="percent")
    further_rounds = WholeColumn(bound="further")
    dilution = NumberColumn(bound="percent")
    window_days = NumberColumn(bound="window")
    exit_1 = MoneyColumn()
    exit_2 = MoneyColumn()
    exit_3 = MoneyColumn()
    exit_4 = MoneyColumn()
    odds_1 = NumberColumn(bound="percent")
    odds_2 = NumberColumn(bound="percent")
    odds_3 = NumberColumn(bound="percent")
    odds_4 = NumberColumn(bound="percent")

    promise = ChoiceColumn(choices=choices.PROMISES)
    lookback = ChoiceColumn(choices=choices.LOOKBACKS)
    cap_percent = NumberColumn(bound="percent")
    own_percent = NumberColumn(bound="percent")
    vest_months = NumberColumn(bound="months")

    @property
    def name(self) -> str:
        return self.label or dict(choices.KINDS)[self.kind]

    @property
    def certain(self) -> calc.Certainty:
        return calc.Certainty(self.certainty)

    @property
    def liquid(self) -> bool | None:
        return None if not self.market else self.market == "public"

    def when(self) -> calc.Schedule | None:
        """When a grant becomes one's own; None while that is not known."""
        parts = {"front": FRONT, "back": BACK}.get(self.schedule, ())
        if self.schedule == "even":
            parts = even(self.vest_years)
        if self.schedule == "own":
            parts = percents(self.own_schedule)
        if sum(parts) != 100:  # an import may bring what no form lets through
            return None
        return calc.Schedule(parts=parts, cliff=self.cliff or 0, cadence=int(self.cadence or 12))

    def exits(self) -> tuple[calc.Exit, ...]:
        pairs = [(getattr(self, f"exit_{at}"), getattr(self, f"odds_{at}")) for at in range(1, 5)]
        ends = tuple(calc.Exit(value=value, odds=odds) for value, odds in pairs if value is not None and odds)
        return ends if sum(end.odds for end in ends) == 100 else ()

    def to_part(self) -> calc.Part:
        makers: dict[str, Callable[[], calc.Part]] = {
            "extra": self._extra,
            "allowance": self._allowance,
            "commission": self._commission,
            "shares": self._shares,
            "options": self._options,
            "refresher": self._refresher,
            "purchase": self._purchase,
            "match": self._match,
        }
        return makers[self.kind]()

    def _same(self, *names: str) -> dict[str, Any]:
        return {"label": self.name} | {name: getattr(self, name) for name in names}

    def _extra(self) -> calc.Extra:
        return calc.Extra(
            **self._same("amount", "premium", "clawback_months"),
            every=cast(Literal["year", "once"], self.every),
            year=int(self.year or 1),
            certainty=self.certain,
            form=calc.Form(self.paid_in),
            clawback=cast(calc.Repay, self.clawback or "full"),
        )

    def _allowance(self) -> calc.Allowance:
        known = self._same("amount", "percent", "period", "quantity")
        if self.percent is not None and self.period != "day":
            known["period"] = "hour"  # a percent is of the pay for such hours, whatever an amount would be for
        return calc.Allowance(**known, certainty=self.certain)

    def _commission(self) -> calc.Commission:
        names = ("amount", "percent", "quota", "attainment", "ramp_months", "ramp_percent", "delay_months")
        known = self._same(*names, "draw", "draw_months")
        return calc.Commission(**known, recoverable=self.recoverable == "yes", certainty=self.certain)

    def _shares(self) -> calc.Shares:
        known = self._same("amount", "count", "price", "liquid", "nothing_odds", "growth", "swing")
        return calc.Shares(**known, schedule=self.when(), double_trigger=self.double_trigger == "yes")

    def _options(self) -> calc.Options:
        known = self._same("count", "diluted", "strike", "last_price", "preference", "preferred_percent", "dilution")
        return calc.Options(
            **known,
            percent=self.share,
            rounds=self.further_rounds,
            schedule=self.when(),
            exits=self.exits(),
            window_days=self.window_days,
        )

    def _refresher(self) -> calc.Refresher:
        known = self._same("amount", "liquid")
        return calc.Refresher(**known, promised=self.promise == "promised", vest_years=int(self.vest_years or 4))

    def _purchase(self) -> calc.Purchase:
        lookback = None if not self.lookback else self.lookback == "yes"
        discount = self.percent if self.percent is None or self.percent < 100 else None
        return calc.Purchase(**self._same("amount"), discount=discount, lookback=lookback)

    def _match(self) -> calc.Match:
        return calc.Match(**self._same("percent", "cap_percent", "own_percent", "vest_months"))


def even(years: int | None) -> tuple[Decimal, ...]:
    """The same part every year; they add up to exactly 100, whatever the number of years."""
    if not years:
        return ()
    part = (Decimal(100) / years).quantize(Decimal("0.0001"))
    return (*[part] * (years - 1), 100 - part * (years - 1))


def percents(text: str) -> tuple[Decimal, ...]:
    """The parts of a schedule as they are typed: 25, 25, 25, 25 or 12,5; 12,5; 25; 50 or 25 % 25 % 25 % 25 %.

    Nothing where anything in it is no plain number: a part of it read alone would be a guess.
    """
    between = r"[;/\n]|\s+" if re.search(r"[;/]", text) else r",|\s+"
    numbers = [part.strip().rstrip("%").replace(",", ".") for part in re.split(between, text.replace(" %", "%"))]
    known = [number for number in numbers if number]
    return tuple(map(Decimal, known)) if all(PART.match(number) for number in known) else ()
