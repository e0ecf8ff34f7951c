"""What an offer says, as the sums read it: None is not known, 0 is none, percents are numbers from 0 to 100."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from groundwork.money import Basis, Period

# How a payment is given back by somebody who leaves early: all of it, or a part for each month that is missing.
Repay = Literal["full", "pro_rata"]


class Certainty(StrEnum):
    """How sure a payment is; each level counts the ones before it too."""

    GUARANTEED = "guaranteed"
    LIKELY = "likely"
    MAYBE = "maybe"


class Form(StrEnum):
    """What a payment is paid in."""

    CASH = "cash"
    LOCKED = "locked"  # money that cannot be touched yet, such as a retirement account
    LIQUID = "liquid"  # shares that can be sold once they are yours
    ILLIQUID = "illiquid"  # shares and options that nobody may be able to sell
    IN_KIND = "in_kind"  # a thing or a service with a worth in money


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When a grant becomes yours.

    `parts`: the percent of the grant that each year brings, in order. Within a year it comes in equal parts
    every `cadence` months (1, 3, 6 or 12). Before month `cliff` nothing is yours; in that month comes all
    that would have come until then.
    """

    parts: tuple[Decimal, ...]
    cliff: int = 0
    cadence: int = 1


@dataclass(frozen=True, kw_only=True)
class Exit:
    """One way the company can end: the money paid for all of it, and how likely that is in percent."""

    value: Decimal
    odds: Decimal


@dataclass(frozen=True, kw_only=True)
class Extra:
    """Money, or something with a worth in money, every year or once in year 1 to 4.

    `premium` is what one pays for it oneself, a month. A single payment may have to be given back by
    somebody who leaves within `clawback_months` of it.
    """

    label: str
    amount: Decimal | None
    every: Literal["year", "once"]
    year: int = 1
    certainty: Certainty = Certainty.GUARANTEED
    form: Form = Form.CASH
    premium: Decimal | None = None
    clawback_months: Decimal | None = None
    clawback: Repay = "full"


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """Shift, overtime or other pay on top: an amount a unit, or a percent of the hourly base.

    `quantity`: how many hours or days (shifts) a week; not used for a week, month or year.
    """

    label: str
    amount: Decimal | None
    percent: Decimal | None
    period: Literal["hour", "day", "week", "month", "year"]
    quantity: Decimal | None
    certainty: Certainty = Certainty.LIKELY


@dataclass(frozen=True, kw_only=True)
class Commission:
    """Pay for what one sells.

    `amount`: a month at full quota; else `percent` of `quota` (sales a year) / 12. `attainment`: the percent
    of quota expected. In the first `ramp_months` only `ramp_percent` of that is earned. What is earned is
    paid `delay_months` later. `draw`: paid at least, a month, in the first `draw_months`; a recoverable one
    is an advance that later commission pays back.
    """

    label: str
    amount: Decimal | None
    percent: Decimal | None
    quota: Decimal | None
    attainment: Decimal | None
    ramp_months: Decimal | None = None
    ramp_percent: Decimal | None = None
    delay_months: Decimal | None = None
    draw: Decimal | None = None
    draw_months: Decimal | None = None
    recoverable: bool = False
    certainty: Certainty = Certainty.LIKELY


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Shares that are granted once and become yours by a schedule (RSU).

    `amount`: worth of the grant; else `count` x `price`. `liquid`: can be sold once yours (None: not known,
    counted as not). `double_trigger`: they are yours only if the company is also sold or listed.
    `nothing_odds`: how likely they end worth nothing, in percent. `growth` and `swing`: how much the price is
    believed to grow and to swing in a year, in percent.
    """

    label: str
    amount: Decimal | None
    count: Decimal | None
    price: Decimal | None
    schedule: Schedule | None
    liquid: bool | None
    double_trigger: bool = False
    nothing_odds: Decimal | None = None
    growth: Decimal | None = None
    swing: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Options:
    """The right to buy shares at a strike price.

    My part is `count` of `diluted` (all shares, fully diluted), else `percent`. `preference`: what preferred
    holders get first; `preferred_percent`: the part of the company they own; `rounds`: further rounds of money
    before the end, each taking `dilution` percent. `window_days`: how long after leaving one can still buy.
    """

    label: str
    count: Decimal | None
    percent: Decimal | None
    diluted: Decimal | None
    strike: Decimal | None
    last_price: Decimal | None
    preference: Decimal | None
    preferred_percent: Decimal | None
    rounds: int | None
    dilution: Decimal | None
    schedule: Schedule | None
    exits: tuple[Exit, ...] = ()
    window_days: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Refresher:
    """A further grant of `amount` at the end of every year, each becoming yours evenly over `vest_years`."""

    label: str
    amount: Decimal | None
    promised: bool
    liquid: bool | None
    vest_years: int = 4


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """Buying the employer's shares at a discount: `amount` is what one puts in a year.

    `lookback`: the discount is taken from the lower of the price at the start and at the end.
    """

    label: str
    amount: Decimal | None
    discount: Decimal | None
    lookback: bool | None


@dataclass(frozen=True, kw_only=True)
class Match:
    """What the employer adds to one's own retirement saving.

    `percent` of what one pays in oneself (`own_percent` of base), up to `cap_percent` of base; lost by
    somebody who leaves before `vest_months`.
    """

    label: str
    percent: Decimal | None
    cap_percent: Decimal | None
    own_percent: Decimal | None
    vest_months: Decimal | None = None


Part = Extra | Allowance | Commission | Shares | Options | Refresher | Purchase | Match


@dataclass(frozen=True, kw_only=True)
class Payouts:
    """How likely, in percent, a bonus pays nothing, its target, or its maximum (in percent of target)."""

    nothing: Decimal | None = None
    target: Decimal | None = None
    most: Decimal | None = None
    most_percent: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class OfferTerms:
    """One offer as written. Percents are of base a year.

    A bonus is a target in percent of base or an amount a year; with both, the amount counts. A bonus whose
    certainty is not known counts as "maybe". `first_months`: the months that count for the first bonus.
    `next_base`, in the same period as `base`, is paid after `next_months`: the next step of a grade.
    `overtime_week`: unpaid hours beside `hours_week`. `commute_minutes` one way on `commute_days` a week,
    `commute_cost` a month. `tax_rate` is one's own effective rate there; `cost_index` is what life costs
    there, on the same scale for every offer.
    """

    name: str
    currency: str
    basis: Basis
    base: Decimal | None
    period: Period
    payments: int | None = None
    hours_week: Decimal | None = None
    days_week: Decimal | None = None
    overtime_week: Decimal | None = None
    next_base: Decimal | None = None
    next_months: Decimal | None = None
    raise_percent: Decimal | None = None
    bonus_target_percent: Decimal | None = None
    bonus_amount: Decimal | None = None
    bonus_likelihood: Certainty | None = None
    payouts: Payouts = field(default_factory=Payouts)
    first_months: Decimal | None = None
    sign_on: Decimal | None = None
    clawback_months: Decimal | None = None
    clawback: Repay = "full"
    leave_days: Decimal | None = None
    holidays: Decimal | None = None
    commute_minutes: Decimal | None = None
    commute_days: Decimal | None = None
    commute_cost: Decimal | None = None
    tax_rate: Decimal | None = None
    cost_index: Decimal | None = None
    parts: tuple[Part, ...] = ()
    expires: date | None = None

    @property
    def extras(self) -> tuple[Extra, ...]:
        return tuple(part for part in self.parts if isinstance(part, Extra))
