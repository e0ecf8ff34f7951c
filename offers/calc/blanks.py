"""What an offer leaves open that its value needs: the questions still to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from offers.calc.equity import OddsError, ScheduleError, check, check_odds
from offers.calc.terms import (
    Allowance,
    Commission,
    Extra,
    Match,
    OfferTerms,
    Options,
    Part,
    Payouts,
    Purchase,
    Refresher,
    Schedule,
    Shares,
)


def unknown(terms: OfferTerms) -> tuple[str, ...]:
    """The names of what the offer leaves open and its value needs.

    Rule: blanks, by the name of the term, and "part:<place from 0>:<name>" for those of a part; of terms that
    exclude each other the first. A schedule or odds that cannot be followed count as blank. Units: names.
    Errors: none. Source: own definition.
    """
    parts = (f"part:{at}:{name}" for at, part in enumerate(terms.parts) for name in blanks(part))
    return (*dict.fromkeys(_own(terms)), *parts)


def blanks(part: Part) -> tuple[str, ...]:
    """The names of what one part leaves open and its value needs.

    Rule: as `unknown`. Units: names. Errors: none. Source: own definition.
    """
    match part:
        case Extra():
            return tuple(_missing(part, "amount"))
        case Allowance():
            return tuple(_allowance(part))
        case Commission():
            return tuple(_commission(part))
        case Shares():
            return tuple(_shares(part))
        case Options():
            return tuple(_options(part))
        case Refresher():
            return tuple(_missing(part, "amount", "liquid"))
        case Purchase():
            return tuple(_purchase(part))
        case Match():
            return tuple(_missing(part, "percent", "cap_percent", "own_percent", "vest_months"))


def _missing(source: object, *names: str) -> Iterable[str]:
    return (name for name in names if getattr(source, name) is None)


def _own(terms: OfferTerms) -> Iterable[str]:
    needs = {"month": "payments", "day": "days_week", "hour": "hours_week"}.get(terms.period, "base")
    yield from _missing(terms, "base", needs, "hours_week")
    if any(isinstance(part, Allowance) and part.amount is None and part.period == "day" for part in terms.parts):
        yield from _missing(terms, "days_week")
    if (terms.next_base is None) != (terms.next_months is None):
        yield from _missing(terms, "next_base", "next_months")
    yield from _missing(terms, "raise_percent")
    if terms.bonus_amount is None and terms.bonus_target_percent is None:
        yield "bonus"
    elif terms.bonus_amount or (terms.bonus_amount is None and terms.bonus_target_percent):
        yield from _missing(terms, "bonus_likelihood")
        yield from _payouts(terms.payouts)
    yield from _missing(terms, "sign_on")
    if terms.sign_on:
        yield from _missing(terms, "clawback_months")
    yield from _missing(terms, "leave_days", "holidays")


def _payouts(payouts: Payouts) -> Iterable[str]:
    given = (payouts.nothing, payouts.target, payouts.most)
    known = [odds for odds in given if odds is not None]
    if known and (len(known) < len(given) or sum(known) != 100 or payouts.most_percent is None):
        yield "payouts"


def _allowance(part: Allowance) -> Iterable[str]:
    if part.amount is None and part.percent is None:
        yield "amount"
    if part.period in ("hour", "day"):
        yield from _missing(part, "quantity")


def _commission(part: Commission) -> Iterable[str]:
    if part.amount is None:
        both = part.percent is None and part.quota is None
        yield from ("amount",) if both else _missing(part, "percent", "quota")
    yield from _missing(part, "attainment", "delay_months")
    if part.ramp_months:
        yield from _missing(part, "ramp_percent")
    if part.draw:
        yield from _missing(part, "draw_months")


def _shares(part: Shares) -> Iterable[str]:
    if part.amount is None:
        both = part.count is None and part.price is None
        yield from ("amount",) if both else _missing(part, "count", "price")
    yield from _schedule(part.schedule)
    yield from _missing(part, "liquid")
    if not part.liquid or part.double_trigger:
        yield from _missing(part, "nothing_odds")


def _options(part: Options) -> Iterable[str]:
    if part.count is None and part.percent is None:
        yield "count"
    elif part.percent is None or (part.count is None and part.strike != 0):
        yield from _missing(part, "diluted")
    yield from _missing(part, "strike", "last_price", "preference")
    if part.preference:
        yield from _missing(part, "preferred_percent")
    yield from _missing(part, "rounds")
    if part.rounds:
        yield from _missing(part, "dilution")
    yield from _schedule(part.schedule)
    if not part.exits or not _holds(OddsError, lambda: check_odds(part.exits)):
        yield "exits"


def _purchase(part: Purchase) -> Iterable[str]:
    yield from _missing(part, "amount")
    if part.discount is None or not 0 <= part.discount < 100:
        yield "discount"
    yield from _missing(part, "lookback")


def _schedule(schedule: Schedule | None) -> Iterable[str]:
    if schedule is None or not _holds(ScheduleError, lambda: check(schedule)):
        yield "schedule"


def _holds(error: type[ValueError], test: Callable[[], None]) -> bool:
    try:
        test()
    except error:
        return False
    return True
