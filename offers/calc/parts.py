"""How base, bonus, sign-on and every part of an offer become lines."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import partial

from offers.calc.exact import product
from offers.calc.grants import options_line, purchase_line, refresher_line, shares_line
from offers.calc.lines import Code, Input, Line, Rule, Sheet, inputs, known
from offers.calc.pay import WEEKS, base_a_year, bonus_by, paid_part
from offers.calc.selling import commission_by, drawn_by
from offers.calc.terms import (
    Allowance,
    Certainty,
    Commission,
    Extra,
    Form,
    Match,
    Options,
    Part,
    Purchase,
    Refresher,
    Shares,
)

SURE, _, MAYBE = Certainty


def lines(sheet: Sheet) -> Iterable[Line]:
    """Every line of an offer: base, bonus and sign-on, then its parts in their order.

    Rule: each as its own rule says. Units: money a year. Errors: PeriodError for a base paid once. Source: own
    definition.
    """
    yield from (_base(sheet), _bonus(sheet), _sign_on(sheet))
    for at, part in enumerate(sheet.terms.parts):
        yield from _made(sheet, at, part)


def _base(sheet: Sheet) -> Line:
    terms = sheet.terms
    given = inputs(terms, base="money")
    match terms.period:
        case "hour":
            given += inputs(terms, hours_week="hours")
        case "day":
            given += inputs(terms, days_week="days")
        case "month":
            given += inputs(terms, payments="count")
    if terms.next_base is not None and terms.next_months is not None:
        given += inputs(terms, next_base="money", next_months="months")
    given += known(terms, raise_percent="percent")
    amounts = sheet.spread(sheet.base)
    return sheet.line(Code.BASE, SURE, Rule(f"base_{terms.period}"), amounts, given)


def _bonus(sheet: Sheet) -> Line:
    terms, case = sheet.terms, sheet.scenario.bonus
    of_base = terms.bonus_amount is None and terms.bonus_target_percent is not None
    given = (_a_year(sheet), *inputs(terms, bonus_target_percent="percent")) if of_base else ()
    rule, odds = Rule.BONUS_PERCENT if of_base else Rule.BONUS_AMOUNT, _payouts(sheet)
    if case == "none":
        rule = Rule.BONUS_NONE
    elif case == "most" and terms.payouts.most_percent is not None:
        rule, odds = Rule.BONUS_MOST, inputs(terms.payouts, most_percent="percent")
    elif case == "expected" and all(one.value is not None for one in odds):
        rule = Rule.BONUS_PAYOUTS
    given = given or inputs(terms, bonus_amount="money")
    given += odds if rule in (Rule.BONUS_MOST, Rule.BONUS_PAYOUTS) else ()
    if terms.first_months is not None:
        given += inputs(terms, first_months="months")
    amounts = sheet.spread(partial(bonus_by, terms, base=sheet.base), paid_part(terms.payouts, case))
    return sheet.line(Code.BONUS, terms.bonus_likelihood or MAYBE, rule, amounts, given)


def _payouts(sheet: Sheet) -> tuple[Input, ...]:
    return inputs(sheet.terms.payouts, nothing="percent", target="percent", most="percent", most_percent="percent")


def _sign_on(sheet: Sheet) -> Line:
    terms = sheet.terms
    given = inputs(terms, sign_on="money") + _given_back(terms)
    amounts = sheet.once(terms.sign_on, 1, terms.clawback_months, terms.clawback)
    return sheet.line(Code.SIGN_ON, SURE, Rule.SIGN_ON, amounts, given, one_off=True)


def _given_back(source: object) -> tuple[Input, ...]:
    months = known(source, clawback_months="months")
    return months + inputs(source, clawback="text") if months else ()


def _made(sheet: Sheet, at: int, part: Part) -> Iterable[Line]:
    match part:
        case Extra():
            yield _extra(sheet, at, part)
        case Allowance():
            yield _allowance(sheet, at, part)
        case Commission():
            yield from _commission(sheet, at, part)
        case Shares():
            yield shares_line(sheet, at, part)
        case Options():
            yield options_line(sheet, at, part)
        case Refresher():
            yield refresher_line(sheet, at, part)
        case Purchase():
            yield purchase_line(sheet, at, part)
        case Match():
            yield _match(sheet, at, part)


def _extra(sheet: Sheet, at: int, part: Extra) -> Line:
    once, given = part.every == "once", inputs(part, amount="money")
    amounts = sheet.evenly(part.amount)
    if once:
        amounts = sheet.once(part.amount, part.year, part.clawback_months, part.clawback)
        given += inputs(part, year="count") + _given_back(part)
    rule = Rule.EXTRA_ONCE if once else Rule.EXTRA_YEAR
    return sheet.line(
        Code.EXTRA, part.certainty, rule, amounts, given, form=part.form, one_off=once, label=part.label, part=at
    )


def _allowance(sheet: Sheet, at: int, part: Allowance) -> Line:
    counted = part.period in ("hour", "day")
    given = inputs(part, quantity="hours" if part.period == "hour" else "days") if counted else ()
    if part.amount is None and part.percent is not None:
        rule = Rule(f"allowance_percent_{part.period}") if counted else Rule.ALLOWANCE_PERCENT
        given = (*inputs(part, percent="percent"), _a_year(sheet), *given, *_of_week(sheet, part))
        amounts = sheet.spread(sheet.base, _of_base(sheet, part))
    else:
        rule, given = Rule(f"allowance_{part.period}"), inputs(part, amount="money") + given
        amounts = sheet.evenly(_allowance_a_year(part))
    return sheet.line(Code.ALLOWANCE, part.certainty, rule, amounts, given, label=part.label, part=at)


def _allowance_a_year(part: Allowance) -> Decimal | None:
    units = {"week": Decimal(WEEKS), "month": Decimal(12), "year": Decimal(1)}.get(part.period)
    if units is None and part.quantity is not None:
        units = part.quantity * WEEKS
    return None if part.amount is None or units is None else part.amount * units


def _of_week(sheet: Sheet, part: Allowance) -> tuple[Input, ...]:
    """What a week of base pay is divided by, to find what one unit of it is."""
    if part.period == "hour":
        return inputs(sheet.terms, hours_week="hours")
    return inputs(sheet.terms, days_week="days") if part.period == "day" else ()


def _of_base(sheet: Sheet, part: Allowance) -> Fraction | None:
    """The part of base pay: the percent of that of the hours it is paid for."""
    terms, percent = sheet.terms, part.percent or 0
    if part.period not in ("hour", "day"):
        return product(percent, per=100)
    week = terms.hours_week if part.period == "hour" else terms.days_week
    return None if not week or part.quantity is None else product(percent, part.quantity, per=100) / product(week)


def _commission(sheet: Sheet, at: int, part: Commission) -> Iterable[Line]:
    of_quota = part.amount is None and part.percent is not None
    given = inputs(part, percent="percent", quota="money") if of_quota else inputs(part, amount="money")
    given += inputs(part, attainment="percent") + known(part, ramp_months="months")
    given += (inputs(part, ramp_percent="percent") if part.ramp_months else ()) + known(part, delay_months="months")
    drawn = inputs(part, draw="money", draw_months="months", recoverable="text") if part.draw else ()
    if part.draw and not part.recoverable:
        amounts = sheet.spread(lambda months: drawn_by(part, months))
        yield sheet.line(Code.DRAW, SURE, Rule.DRAW, amounts, drawn, label=part.label, part=at)
    rule = Rule.COMMISSION_PERCENT if of_quota else Rule.COMMISSION_AMOUNT
    paid = commission_by(part)
    amounts = sheet.spread(lambda months: _above(paid(months)))
    yield sheet.line(Code.COMMISSION, part.certainty, rule, amounts, given + drawn, label=part.label, part=at)


def _above(paid: tuple[Decimal, Decimal] | None) -> Decimal | None:
    return None if paid is None else paid[1]


def _match(sheet: Sheet, at: int, part: Match) -> Line:
    given = (_a_year(sheet), *inputs(part, percent="percent", cap_percent="percent", own_percent="percent"))
    given += known(part, vest_months="months")
    share = None
    if part.percent is not None and part.cap_percent is not None and part.own_percent is not None:
        share = product(part.percent, min(part.own_percent, part.cap_percent), per=10_000)
    if sheet.leave is not None and part.vest_months is not None and sheet.leave < part.vest_months:
        share = Fraction(0)
    amounts = sheet.spread(sheet.base, share)
    return sheet.line(Code.MATCH, SURE, Rule.MATCH, amounts, given, form=Form.LOCKED, label=part.label, part=at)


def _a_year(sheet: Sheet) -> Input:
    return Input(name="base_a_year", value=base_a_year(sheet.terms), unit="money")
