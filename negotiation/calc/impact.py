"""What somebody brings an employer, in the employer's own money, and what they ask for against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate

from groundwork.money import Period
from negotiation.calc.frame import a_year


class Kind(StrEnum):
    """What an effect is; only revenue has costs of its own, so only revenue counts at its margin."""

    SAVING = "saving"
    AVOIDED = "avoided"
    REVENUE = "revenue"


class Missing(StrEnum):
    """What an effect cannot be counted without."""

    AMOUNT = "amount"
    VOLUME = "volume"
    SAVING = "saving"
    PRICE = "price"
    MARGIN = "margin"
    LIKELIHOOD = "likelihood"
    FIRST_YEAR = "first_year"


class Lack(StrEnum):
    """Why there is no ask to set against the total."""

    BOTH = "both"
    ASKED = "asked"
    OFFERED = "offered"
    PERIOD = "period"  # pay by the hour or the day: how much is worked in a year is not known
    NOTHING = "nothing"  # they offer already what is asked for


@dataclass(frozen=True, kw_only=True)
class Three:
    """The same amount seen low, likely and high."""

    low: Fraction = Fraction(0)
    likely: Fraction = Fraction(0)
    high: Fraction = Fraction(0)

    def __add__(self, other: Three) -> Three:
        return Three(low=self.low + other.low, likely=self.likely + other.likely, high=self.high + other.high)

    def __mul__(self, times: Fraction) -> Three:
        return Three(low=self.low * times, likely=self.likely * times, high=self.high * times)

    @property
    def is_one(self) -> bool:
        """Whether there is no range, only a number."""
        return self.low == self.likely == self.high


@dataclass(frozen=True, kw_only=True)
class Effect:
    """One thing that somebody does for an employer; None is not known. Percents are from 0 to 100.

    `amount` is what it comes to a year, typed directly; else it is `volume` x `saving` x `price`. `low` and
    `high` are amounts a year; not known, they are the likely one.
    """

    kind: Kind = Kind.SAVING
    volume: Decimal | None = None
    saving: Decimal | None = None
    price: Decimal | None = None
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    likelihood: Decimal | None = None
    first_year: Decimal | None = None
    margin: Decimal | None = None
    proven: bool = False

    @property
    def factors(self) -> tuple[tuple[Missing, Decimal | None], ...]:
        return ((Missing.VOLUME, self.volume), (Missing.SAVING, self.saving), (Missing.PRICE, self.price))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What has to be known before it counts, in the order it is asked."""
        blank = [name for name, factor in self.factors if factor is None]
        amount = blank if self.amount is None else []
        weights = [(Missing.LIKELIHOOD, self.likelihood), (Missing.FIRST_YEAR, self.first_year)]
        if self.kind is Kind.REVENUE:
            weights.insert(0, (Missing.MARGIN, self.margin))
        left = [name for name, value in weights if value is None]
        return (*([Missing.AMOUNT] if len(amount) == len(self.factors) else amount), *left)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One effect, and what it adds; None where something is missing."""

    effect: Effect
    worth: Three | None


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What is asked for beyond the offer, a year; `lack` says why it is not known."""

    asked: Decimal | None = None
    offered: Decimal | None = None
    amount: Decimal | None = None
    lack: Lack | None = None


@dataclass(frozen=True, kw_only=True)
class ImpactResult:
    """`all` and `proven` are None while nothing of theirs counts."""

    rows: tuple[Counted, ...]
    ask: Ask
    all: Three | None
    proven: Three | None

    @property
    def share(self) -> Fraction | None:
        """What part of everything that counts the ask is."""
        return share(self.ask.amount, self.all)

    @property
    def proven_share(self) -> Fraction | None:
        return share(self.ask.amount, self.proven)


def yearly(effect: Effect) -> Fraction | None:
    """What an effect comes to in a year, before anything is weighed.

    Rule: the typed amount, else volume x saving x price; None where one of the three is not known.
    Units: how many a year, so much each, money for one of these; money a year out. Errors: none.
    Source: own definition.
    """
    if effect.amount is not None:
        return Fraction(effect.amount)
    if effect.volume is None or effect.saving is None or effect.price is None:
        return None
    return Fraction(effect.volume) * Fraction(effect.saving) * Fraction(effect.price)


def worth(effect: Effect) -> Three | None:
    """What an effect adds in the first year, low, likely and high.

    Rule: amount x likelihood x first-year share, revenue x its margin too; None where one of them is not
    known. Units: money a year and percents in, money in the first year out. Errors: none.
    Source: CALCULATIONS.md, "Impact".
    """
    likely = yearly(effect)
    if likely is None or effect.missing:
        return None
    weights = [effect.likelihood, effect.first_year, *([effect.margin] if effect.kind is Kind.REVENUE else [])]
    times = Fraction(1)
    for percent in weights:
        times *= Fraction(percent or 0) / 100
    low, high = (likely if end is None else Fraction(end) for end in (effect.low, effect.high))
    return Three(low=low, likely=likely, high=high) * times


def ask_of(asked: Decimal | None, offered: Decimal | None, period: Period) -> Ask:
    """What is asked for beyond what is offered, as an amount a year.

    Rule: (asked - offered) a year; none where it is not above 0. Units: pay for one period in, a year out.
    Errors: none; `lack` names what is not known. Source: own definition.
    """
    if asked is None or offered is None:
        lack = Lack.OFFERED if asked is not None else Lack.ASKED if offered is not None else Lack.BOTH
        return Ask(asked=asked, offered=offered, lack=lack)
    if asked <= offered:
        return Ask(asked=asked, offered=offered, lack=Lack.NOTHING)
    amount = a_year(asked - offered, period)
    return Ask(asked=asked, offered=offered, amount=amount, lack=Lack.PERIOD if amount is None else None)


def share(ask: Decimal | None, total: Three | None) -> Fraction | None:
    """What part of the likely total an ask is: 1 where they are the same.

    Rule: ask / total. Units: both money a year. None where one is not known or the total is 0. Errors: none.
    Source: CALCULATIONS.md, "Impact".
    """
    if ask is None or total is None or not total.likely:
        return None
    return Fraction(ask) / total.likely


def carried_by(worths: Sequence[Fraction], ask: Decimal) -> int | None:
    """How many of the effects, taken in this order, are worth at least as much as an ask.

    Rule: the smallest number whose sum reaches the ask; None if all of them together do not. Units: money in the
    first year, and money a year for the ask. Errors: none. Source: own definition.
    """
    sums = accumulate(worths)
    return next((count for count, total in enumerate(sums, 1) if total >= ask), None)


def impact(effects: Iterable[Effect], ask: Ask) -> ImpactResult:
    """All effects, what they come to together, and what of it is proven.

    Rule: the sum of `worth`; one that lacks something adds nothing and stays in the list. Units: money in the
    first year. Errors: none. Source: CALCULATIONS.md, "Impact".
    """
    rows = tuple(Counted(effect=effect, worth=worth(effect)) for effect in effects)
    return ImpactResult(rows=rows, ask=ask, all=_sum(rows), proven=_sum(row for row in rows if row.effect.proven))


def _sum(rows: Iterable[Counted]) -> Three | None:
    known = [row.worth for row in rows if row.worth is not None]
    return sum(known, Three()) if known else None
