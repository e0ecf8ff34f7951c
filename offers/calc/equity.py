"""Shares and options: what becomes one's own when, and what it may be worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import pairwise
from types import MappingProxyType

from offers.calc.exact import EXACT, quotient
from offers.calc.terms import Exit, Options, Schedule, Shares

EVEN = Schedule(parts=(Decimal(25),) * 4)
CADENCES = (1, 3, 6, 12)
# Standard normal quantiles: one price in ten ends below P10, one in two below P50, nine in ten below P90.
Z: Mapping[str, Decimal] = MappingProxyType(
    {"P10": Decimal("-1.2815515655446004"), "P50": Decimal(0), "P90": Decimal("1.2815515655446004")}
)


class ScheduleError(ValueError):
    """The schedule cannot be followed; the message says what to enter instead."""


class OddsError(ValueError):
    """The odds cannot be used; the message says what to enter instead."""


class DiscountError(ValueError):
    """The discount cannot be used; the message says what to enter instead."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One way the company can end: the money paid for all of it, its odds in percent, and what is mine of it."""

    value: Decimal
    odds: Decimal
    mine: Decimal


@dataclass(frozen=True, kw_only=True)
class OptionsWorth:
    """What options may be worth, less the strike; what cannot be worked out is None, and `outcomes` is empty.

    `share`: my percent of the company after further rounds. `cost`: what buying all the shares takes.
    `paper`: what they would bring at the last price; `under_water`: the strike is not below that price.
    """

    share: Decimal | None
    cost: Decimal | None
    outcomes: tuple[Outcome, ...]
    mean: Decimal | None
    median: Decimal | None
    nothing_odds: Decimal | None
    paper: Decimal | None
    under_water: bool | None


def check(schedule: Schedule) -> None:
    """Nothing, if the schedule can be followed.

    Rule: at least one year; no part below 0; parts that sum to 100; a cadence of 1, 3, 6 or 12 months; a
    cliff of 0 months or more. Units: percents, months. Errors: ScheduleError. Source: own definition.
    """
    total = sum(schedule.parts, Decimal(0))
    if not schedule.parts:
        raise ScheduleError("Enter the part of at least one year.")
    if min(schedule.parts) < 0:
        raise ScheduleError("Enter 0 or more for each year.")
    if total != 100:
        raise ScheduleError(f"These parts add up to {_plain(total)}, not 100.")
    if schedule.cadence not in CADENCES:
        raise ScheduleError("Choose every 1, 3, 6 or 12 months.")
    if schedule.cliff < 0:
        raise ScheduleError("Enter 0 or more months before the first part is yours.")


def vested(amount: Decimal, schedule: Schedule, months: int) -> Decimal:
    """What of a grant is one's own after so many full months.

    Rule: the parts of all full years, and of the current year its part x the months of all full cadences / 12;
    before the cliff 0. Units: money or shares, months. Errors: ScheduleError. Source: own definition.
    """
    check(schedule)
    if months < max(schedule.cliff, 1):
        return Decimal(0)
    year, month = divmod(months, 12)
    with localcontext(EXACT):
        twelfths = 12 * sum(schedule.parts[:year], Decimal(0))
        if year < len(schedule.parts):
            twelfths += schedule.parts[year] * (month - month % schedule.cadence)
        owned = amount * twelfths
    return quotient(owned, 1200)


def by_year(amount: Decimal, schedule: Schedule, years: int = 4) -> tuple[Decimal, ...]:
    """What of a grant becomes one's own in each year.

    Rule: vested at the end of the year less vested at its start. Units: those of the amount, years 1 to
    `years`. Errors: ScheduleError. Source: own definition.
    """
    ends = [vested(amount, schedule, 12 * year) for year in range(years + 1)]
    return tuple(end - start for start, end in pairwise(ends))


def refreshed(amount_a_year: Decimal, months: int, vest_years: int = 4) -> Decimal:
    """What of the further grants, one at the end of every year, is one's own after so many full months.

    Rule: grant j comes at month 12 j and becomes one's own evenly, month by month, over its years, so year y
    adds (y - 1) x grant / years until the first has ended. Units: money, months. Errors: ScheduleError for
    years under 1. Source: own definition.
    """
    if vest_years < 1:
        raise ScheduleError("Enter at least one year.")
    span = 12 * vest_years
    held = sum(min(months - start, span) for start in range(12, months, 12))
    return quotient(EXACT.multiply(amount_a_year, held), span)


def grant(shares: Shares) -> Decimal | None:
    """What the whole grant is worth.

    Rule: its amount, else count x price. Units: money. None where neither is known. Errors: none.
    Source: own definition.
    """
    if shares.amount is not None:
        return shares.amount
    return None if shares.count is None or shares.price is None else shares.count * shares.price


def purchase_gain(
    put_in: Decimal, discount_percent: Decimal, *, lookback: bool, move_percent: Decimal | int = 0
) -> Decimal:
    """What buying the employer's shares at a discount gains, sold at once.

    Rule: put in x (P1 / ((1 - d) x P) - 1), P the lower of the prices at start and end with a lookback, else
    the price at the end. Units: money, percents; `move_percent`: P1 against the price at the start.
    Errors: DiscountError outside 0 to under 100. Source: arithmetic of such plans.
    """
    if not 0 <= discount_percent < 100:
        raise DiscountError("Enter a discount of 0 or more, and under 100.")
    rise = max(Decimal(move_percent), Decimal(0)) if lookback else Decimal(0)
    with localcontext(EXACT):
        gain, price = put_in * (rise + discount_percent), 100 - discount_percent
    return quotient(gain, price)


def options_worth(terms: Options) -> OptionsWorth:
    """What options may be worth over the ways the company can end.

    Rule: my percent x (1 - dilution) for each further round. Preferred holders take the better for them: their
    preference first, common holders sharing the rest by their percents, or their percent of the whole. Mine is
    my part less count x strike, at least 0. Mean by odds; median: the smallest outcome whose odds, summed from
    below, reach 50. Units: money, percents. Errors: OddsError. Source: liquidation preference without
    participation.
    """
    check_odds(terms.exits)
    share, cost = _share(terms), _cost(terms)
    outcomes = _outcomes(terms, share, cost)
    return OptionsWorth(
        share=share,
        cost=cost,
        outcomes=outcomes,
        mean=_mean(outcomes),
        median=_median(outcomes),
        nothing_odds=sum((one.odds for one in outcomes if not one.mine), Decimal(0)) if outcomes else None,
        paper=_paper(terms),
        under_water=None if terms.strike is None or terms.last_price is None else terms.strike >= terms.last_price,
    )


def check_odds(exits: Sequence[Exit]) -> None:
    """Nothing, if the odds of the ways to end can be used, or there are none.

    Rule: none below 0, and they sum to 100. Units: percents. Errors: OddsError. Source: own definition.
    """
    total = sum((way.odds for way in exits), Decimal(0))
    if any(way.odds < 0 for way in exits):
        raise OddsError("Enter odds of 0 or more.")
    if exits and total != 100:
        raise OddsError(f"These odds add up to {_plain(total)}, not 100.")


def price_at(price: Decimal, growth_percent: Decimal, swing_percent: Decimal, years: Decimal, z: Decimal) -> Decimal:
    """A share's price after some years, at a quantile of what it may become.

    Rule: P0 exp((mu - s^2/2) T + z s sqrt T). Units: money, percents a year, years, `z` from `Z`. Errors: none.
    Source: geometric Brownian motion.
    """
    growth, swing = growth_percent / 100, swing_percent / 100
    return price * ((growth - swing * swing / 2) * years + z * swing * years.sqrt()).exp()


def nothing_or_all(amount: Decimal | None, nothing_odds: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Mean and median of an amount that may end worth nothing.

    Rule: mean amount x (1 - odds); median 0 from odds of 50, else the amount. Units: money, percent. None
    where either is not known. Errors: OddsError outside 0 to 100. Source: expected value.
    """
    if nothing_odds is not None and not 0 <= nothing_odds <= 100:
        raise OddsError("Enter odds from 0 to 100.")
    if amount is None or nothing_odds is None:
        return None, None
    mean = EXACT.multiply(amount, EXACT.subtract(100, nothing_odds))
    return quotient(mean, 100), Decimal(0) if nothing_odds >= 50 else amount


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _share(terms: Options) -> Decimal | None:
    """My percent after further rounds; no shares at all cannot be divided, so that is not known either."""
    of_count = terms.count is not None and terms.diluted
    part, whole = (terms.count, terms.diluted) if of_count else (terms.percent, Decimal(100))
    if part is None or not whole or terms.rounds is None or (terms.rounds and terms.dilution is None):
        return None
    with localcontext(EXACT):
        part *= 100
        for _ in range(terms.rounds):
            part, whole = part * (100 - (terms.dilution or 0)), whole * 100
    return quotient(part, whole)


def _count(terms: Options) -> Decimal | None:
    if terms.count is not None or terms.percent is None or not terms.diluted:
        return terms.count
    return terms.percent * terms.diluted / 100


def _cost(terms: Options) -> Decimal | None:
    if terms.strike == 0:
        return Decimal(0)
    count = _count(terms)
    return None if count is None or terms.strike is None else count * terms.strike


def _paper(terms: Options) -> Decimal | None:
    count = _count(terms)
    if count is None or terms.strike is None or terms.last_price is None:
        return None
    return count * max(terms.last_price - terms.strike, Decimal(0))


def _outcomes(terms: Options, share: Decimal | None, cost: Decimal | None) -> tuple[Outcome, ...]:
    """Every way to end with what is mine of it; none while something they need is blank."""
    preferred = terms.preferred_percent if terms.preference else Decimal(0)
    if share is None or cost is None or terms.preference is None or preferred is None:
        return ()
    if preferred >= 100 or share + preferred > 100:
        return ()
    with localcontext(EXACT):
        rest = 100 - preferred
        lefts = [_left(way.value, terms.preference, rest, share, cost) for way in terms.exits]
        over = 100 * rest
    return tuple(
        Outcome(value=way.value, odds=way.odds, mine=quotient(left, over))
        for way, left in zip(terms.exits, lefts, strict=True)
    )


def _left(value: Decimal, first: Decimal, rest: Decimal, share: Decimal, cost: Decimal) -> Decimal:
    """My part after the strike, x 100 x rest: preferred holders convert where their percent brings them no less."""
    converts = (100 - rest) * value >= 100 * first
    part = share * rest * value if converts else share * 100 * max(value - first, Decimal(0))
    return max(part - cost * 100 * rest, Decimal(0))


def _mean(outcomes: Sequence[Outcome]) -> Decimal | None:
    with localcontext(EXACT):
        total = sum((one.mine * one.odds for one in outcomes), Decimal(0))
    return quotient(total, 100) if outcomes else None


def _median(outcomes: Sequence[Outcome]) -> Decimal | None:
    reached = Decimal(0)
    for outcome in sorted(outcomes, key=lambda one: one.mine):
        reached += outcome.odds
        if reached >= 50:
            return outcome.mine
    return None
