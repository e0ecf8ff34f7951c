"""What an offer comes to if things go otherwise: scenarios, leaving, a share's price, what may end as nothing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import TypeVar

from offers.calc.equity import (
    OddsError,
    Outcome,
    ScheduleError,
    Z,
    by_year,
    grant,
    nothing_or_all,
    options_worth,
    price_at,
)
from offers.calc.lines import Code, Line, Scenario
from offers.calc.pay import BonusCase
from offers.calc.real import (
    AfterTax,
    RateError,
    RealHour,
    after_tax,
    converted,
    in_place,
    present_value,
    real_hour,
)
from offers.calc.terms import Certainty, Form, Match, OfferTerms, Options, Part, Refresher, Shares
from offers.calc.valuation import Valuation, valuation

__all__ = [
    "BONUS", "STOCK", "AfterTax", "Case", "Leaving", "Lost", "PaperEquity", "Path", "RateError", "RealHour",
    "after_tax", "converted", "in_place", "leaving", "paper", "paths", "present_value", "real_hour", "scenarios",
]  # fmt: skip

STOCK = (Decimal(-50), Decimal(0), Decimal(50))
BONUS: tuple[BonusCase, ...] = ("none", "target", "most")

Key = TypeVar("Key")


@dataclass(frozen=True, kw_only=True)
class Case:
    """One scenario's first year and all years together, all certainties; None while base is not known."""

    scenario: Scenario
    first_year: Decimal | None
    total: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Lost:
    """What leaving costs of one line: given back, or not yet one's own. None is not known."""

    code: Code
    label: str
    amount: Decimal | None
    counted: bool


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """All that is kept by somebody who leaves after so many full months, and what is lost by it."""

    month: int
    total: Decimal | None
    lost: tuple[Lost, ...]


@dataclass(frozen=True, kw_only=True)
class Path:
    """What becomes one's own in a year, if the price ends it at P10, P50 and P90."""

    year: int
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, kw_only=True)
class PaperEquity:
    """Shares or options that may never be sold; `paper` is their worth at the price that was named.

    Mean and median are known together or not at all. The rest is of options alone: `cost` is what buying
    all of them takes, `window_days` how long one can after leaving.
    """

    code: Code
    label: str
    paper: Decimal | None
    mean: Decimal | None
    median: Decimal | None
    nothing_odds: Decimal | None
    outcomes: tuple[Outcome, ...] = ()
    under_water: bool | None = None
    cost: Decimal | None = None
    window_days: Decimal | None = None


def scenarios(terms: OfferTerms, *, years: int = 4, count_illiquid: bool = False) -> tuple[Case, ...]:
    """The offer at each share price and each bonus that make a difference.

    Rule: shares at -50, 0 and +50 percent by a bonus of none, target and most. Those that change no sum are
    left out; where nothing moves, the price is flat and the bonus the expected one. Units: money over the
    years. Errors: those of `valuation`. Source: named scenarios before any average.
    """

    def case(stock: Decimal, bonus: BonusCase) -> Case:
        found = valuation(terms, years, Scenario(stock=stock, bonus=bonus, count_illiquid=count_illiquid))
        first = found.years[0].maybe if found.years else None
        return Case(scenario=found.scenario, first_year=first, total=found.total(Certainty.MAYBE))

    cases = {(stock, bonus): case(stock, bonus) for stock, bonus in product(STOCK, BONUS)}
    sums = {key: (one.first_year, one.total) for key, one in cases.items()}
    moves = _distinct({stock: tuple(sums[stock, bonus] for bonus in BONUS) for stock in STOCK})
    ways = _distinct({bonus: tuple(sums[stock, bonus] for stock in STOCK) for bonus in BONUS})
    stocks = moves if len(moves) > 1 else [Decimal(0)]
    if len(ways) > 1:
        return tuple(cases[key] for key in product(stocks, ways))
    return tuple(case(stock, "expected") for stock in stocks)


def leaving(
    terms: OfferTerms, months: Sequence[int] = (12, 24, 36), *, count_illiquid: bool = False
) -> tuple[Leaving, ...]:
    """What is kept and what is lost by leaving after so many full months.

    Rule: kept is all pay until then, less what is given back. Lost is, of single payments, shares and options,
    what staying would have brought over the whole schedule; of the bonus, that of the year begun; of the match,
    what is not kept; of further grants, what has been granted. Units: months, money. Errors: those of
    `valuation`. Source: own definition.
    """
    grants = [part.schedule for part in terms.parts if isinstance(part, Shares | Options) and part.schedule]
    ends = [max(12 * len(schedule.parts), schedule.cliff) for schedule in grants]
    years = -(-max([48, *ends, *months]) // 12)
    stay = valuation(terms, years, Scenario(count_illiquid=count_illiquid))
    return tuple(_leaving(stay, month, years) for month in months)


def paths(shares: Shares, years: int = 4) -> tuple[Path, ...] | None:
    """What becomes one's own each year, if the price follows its P10, P50 or P90 all along.

    Rule: what the schedule brings in the year x the price at its end / the price today. Units: money. None
    without worth, growth, swing or a schedule that can be followed. Errors: none. Source: as `price_at`.
    """
    worth, schedule, growth, swing = grant(shares), shares.schedule, shares.growth, shares.swing
    if worth is None or schedule is None or growth is None or swing is None:
        return None
    try:
        parts = by_year(worth, schedule, years)
    except ScheduleError:
        return None
    return tuple(_path(part, year, growth, swing) for year, part in enumerate(parts, start=1))


def paper(worth: Valuation) -> tuple[PaperEquity, ...]:
    """Every line that may never be sold, with its mean, its median and the odds of nothing.

    Rule: options as `options_worth`, shares as `nothing_or_all`; of further grants only what the lines bring
    on paper is known. Odds that cannot be used count as not known. Units: money, the whole grant before tax.
    Errors: none. Source: own definition.
    """
    return tuple(_paper(worth, line) for line in worth.lines if line.form is Form.ILLIQUID)


def _distinct(columns: Mapping[Key, Hashable]) -> list[Key]:
    """The names of the columns that differ from every earlier one."""
    first: dict[Hashable, Key] = {}
    for name, column in columns.items():
        first.setdefault(column, name)
    return list(first.values())


def _leaving(stay: Valuation, month: int, years: int) -> Leaving:
    scenario = replace(stay.scenario, leave=month)
    gone, free = valuation(stay.terms, years, scenario), valuation(_unbound(stay.terms), years, scenario)
    lost = [_lost(stay.terms, month, lines) for lines in zip(stay.lines, gone.lines, free.lines, strict=True)]
    return Leaving(month=month, total=gone.total(Certainty.MAYBE), lost=tuple(one for one in lost if one.amount != 0))


def _unbound(terms: OfferTerms) -> OfferTerms:
    """The same offer with a match that is one's own at once."""
    parts = (replace(part, vest_months=Decimal(0)) if isinstance(part, Match) else part for part in terms.parts)
    return replace(terms, parts=tuple(parts))


def _lost(terms: OfferTerms, month: int, lines: tuple[Line, Line, Line]) -> Lost:
    stay, part = lines[0], _part(terms, lines[0])
    open_end = isinstance(part, Match) and part.vest_months is None
    if stay.code is Code.SIGN_ON:
        open_end = bool(terms.sign_on) and terms.clawback_months is None
    amount = None if open_end else _loss(part, month, lines)
    return Lost(code=stay.code, label=stay.label, amount=amount, counted=stay.counted)


def _loss(part: Part | None, month: int, lines: tuple[Line, Line, Line]) -> Decimal | None:
    """What leaving costs of a line, as it is for somebody who stays, leaves, or leaves with nothing held back."""
    stay, gone, free = lines
    full_years = max(month - 1, 0) // 12
    match stay.code:
        case Code.REFRESHER if isinstance(part, Refresher):
            granted = None if part.amount is None else part.amount * full_years
            return _less(granted, _sum(gone.amounts))
        case Code.BONUS:
            return _less(stay.amounts[full_years], gone.amounts[full_years])
        case Code.MATCH:
            return _less(_sum(free.amounts), _sum(gone.amounts))
    return _less(_sum(stay.amounts), _sum(gone.amounts)) if stay.one_off else Decimal(0)


def _part(terms: OfferTerms, line: Line) -> Part | None:
    return None if line.part is None else terms.parts[line.part]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _less(whole: Decimal | None, part: Decimal | None) -> Decimal | None:
    return None if whole is None or part is None else whole - part


def _path(amount: Decimal, year: int, growth: Decimal, swing: Decimal) -> Path:
    low, middle, high = (price_at(amount, growth, swing, Decimal(year), z) for z in Z.values())
    return Path(year=year, low=low, middle=middle, high=high)


def _paper(worth: Valuation, line: Line) -> PaperEquity:
    part = _part(worth.terms, line)
    amount = grant(part) if isinstance(part, Shares) else _sum(line.amounts)
    found = PaperEquity(code=line.code, label=line.label, paper=amount, mean=None, median=None, nothing_odds=None)
    try:
        return _with_odds(found, part)
    except OddsError:
        return _with_odds(found, replace(part, exits=())) if isinstance(part, Options) else found


def _with_odds(found: PaperEquity, part: Part | None) -> PaperEquity:
    match part:
        case Shares():
            mean, median = nothing_or_all(found.paper, part.nothing_odds)
            return replace(found, mean=mean, median=median, nothing_odds=part.nothing_odds)
        case Options():
            worth = options_worth(part)
            return replace(
                found,
                paper=worth.paper,
                mean=worth.mean,
                median=worth.median,
                nothing_odds=worth.nothing_odds,
                outcomes=worth.outcomes,
                under_water=worth.under_water,
                cost=worth.cost,
                window_days=part.window_days,
            )
    return found
