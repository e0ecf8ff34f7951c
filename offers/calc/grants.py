"""How shares, options, further grants and purchase plans become lines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from offers.calc.equity import (
    DiscountError,
    OddsError,
    ScheduleError,
    grant,
    nothing_or_all,
    options_worth,
    purchase_gain,
    refreshed,
    vested,
)
from offers.calc.exact import product
from offers.calc.lines import (
    ByMonth,
    Code,
    Input,
    Line,
    Rule,
    Sheet,
    inputs,
    known,
    schedule_words,
)
from offers.calc.terms import Certainty, Form, Options, Purchase, Refresher, Schedule, Shares

LIKELY, MAYBE = Certainty.LIKELY, Certainty.MAYBE


def shares_line(sheet: Sheet, at: int, part: Shares) -> Line:
    """Shares that become one's own by a schedule.

    Rule: amount, else count x price, by the schedule, x (1 + the move of the price); of those that nobody may be
    able to sell the mean, once the odds that they end as nothing are known. Units: money a year. Errors: none.
    Source: own definition.
    """
    liquid, worth = bool(part.liquid) and not part.double_trigger, grant(part)
    rule = Rule.SHARES_AMOUNT if part.amount is not None else Rule.SHARES_COUNT
    given = inputs(part, amount="money") if part.amount is not None else inputs(part, count="count", price="money")
    given += _schedule(part.schedule) + _stock(sheet)
    if not liquid and part.nothing_odds is not None:
        given += inputs(part, nothing_odds="percent")
        worth = _careful(lambda: nothing_or_all(worth, part.nothing_odds)[0])
    amounts = sheet.spread(_vesting(worth, part.schedule), _move(sheet))
    form, certainty = (Form.LIQUID, LIKELY) if liquid else (Form.ILLIQUID, MAYBE)
    return sheet.line(Code.SHARES, certainty, rule, amounts, given, form=form, one_off=True, label=part.label, part=at)


def options_line(sheet: Sheet, at: int, part: Options) -> Line:
    """Options, as what they bring on average over the ways the company can end.

    Rule: mean x the part of them that is one's own. Units: money a year. Errors: none. Source: own definition.
    """
    mean = _careful(lambda: options_worth(part).mean)
    given = inputs(part, count="count", percent="percent", diluted="count", strike="money", preference="money")
    given += known(part, preferred_percent="percent", rounds="count", dilution="percent")
    given += (Input(name="mean", value=mean, unit="money"), *_schedule(part.schedule))
    amounts = sheet.spread(_vesting(mean, part.schedule))
    return sheet.line(
        Code.OPTIONS, MAYBE, Rule.OPTIONS, amounts, given, form=Form.ILLIQUID, one_off=True, label=part.label, part=at
    )


def refresher_line(sheet: Sheet, at: int, part: Refresher) -> Line:
    """Further grants, one at the end of every year.

    Rule: as `refreshed`, x (1 + the move of the price). Units: money a year. Errors: none. Source: own
    definition.
    """
    amount, years = part.amount, part.vest_years
    form = Form.LIQUID if part.liquid else Form.ILLIQUID
    certainty = LIKELY if part.promised and part.liquid else MAYBE
    given = inputs(part, amount="money", promised="text", vest_years="count") + _stock(sheet)
    amounts = sheet.spread(
        lambda months: None if amount is None else _careful(lambda: refreshed(amount, months, years)), _move(sheet)
    )
    return sheet.line(
        Code.REFRESHER, certainty, Rule.REFRESHER, amounts, given, form=form, one_off=True, label=part.label, part=at
    )


def purchase_line(sheet: Sheet, at: int, part: Purchase) -> Line:
    """What buying the employer's shares gains at a price that does not move.

    Rule: as `purchase_gain`, evenly over the year. Units: money a year. Errors: none. Source: own definition.
    """
    gain, put_in, discount = None, part.amount, part.discount
    if put_in is not None and discount is not None:
        gain = _careful(lambda: purchase_gain(put_in, discount, lookback=bool(part.lookback)))
    given = inputs(part, amount="money", discount="percent", lookback="text")
    amounts = sheet.evenly(gain)
    return sheet.line(Code.PURCHASE, LIKELY, Rule.PURCHASE, amounts, given, form=Form.LIQUID, label=part.label, part=at)


def _vesting(worth: Decimal | None, schedule: Schedule | None) -> ByMonth:
    if worth is None or schedule is None:
        return lambda months: None
    return lambda months: _careful(lambda: vested(worth, schedule, months))


def _careful(work: Callable[[], Decimal | None]) -> Decimal | None:
    """What terms that cannot be followed come to is not known; the rest of the offer still counts."""
    try:
        return work()
    except (DiscountError, OddsError, ScheduleError):
        return None


def _move(sheet: Sheet) -> Fraction:
    return 1 + product(sheet.scenario.stock, per=100)


def _stock(sheet: Sheet) -> tuple[Input, ...]:
    return known(sheet.scenario, stock="percent")


def _schedule(schedule: Schedule | None) -> tuple[Input, ...]:
    if schedule is None:
        return (Input(name="schedule", value=None, unit="text"),)
    given = (Input(name="schedule", value=schedule_words(schedule), unit="text"),)
    return given + known(schedule, cliff="months") + inputs(schedule, cadence="months")
