"""What an offer comes to in a plan's own money: its currency by the person's own dated rate, or not at all."""

from __future__ import annotations

from decimal import Decimal

from negotiation.calc.frame import in_period
from negotiation.calc.zopa import Pay
from negotiation.steps.base import Answers
from offers.calc.pay import Certainty
from offers.calc.real import converted
from offers.calc.valuation import Valuation
from offers.worth import newest


def here(answers: Answers, worth: Valuation, yearly: Decimal | None) -> Decimal | None:
    """A yearly amount of an offer in the plan's currency; None where no rate is known, or the basis differs."""
    if yearly is None or worth.terms.basis != answers.frame.basis:
        return None
    if worth.terms.currency == answers.frame.currency:
        return yearly
    found = newest(answers.rates, worth.terms.currency, answers.frame.currency)
    return converted(yearly, found[0]) if found else None


def pay(answers: Answers) -> Pay | None:
    """The plan's offer in the plan's frame, as far as it can be."""
    return pay_of(answers, answers.offer) if answers.offer else None


def pay_of(answers: Answers, worth: Valuation) -> Pay | None:
    """Any offer in the plan's frame; None where its base pay cannot be brought into it."""

    def each(yearly: Decimal | None) -> Decimal | None:
        known = here(answers, worth, yearly)
        if known is None:
            return None
        hours, days = worth.terms.hours_week, worth.terms.days_week
        return in_period(known, answers.frame.period, hours_week=hours, days_week=days)

    fixed = each(worth.base)
    return Pay(fixed=fixed, variable=each(worth.bonus)) if fixed is not None else None


def every_year(answers: Answers, worth: Valuation) -> Decimal | None:
    """What an offer pays year after year, guaranteed and likely; what is paid once is not averaged in."""
    return here(answers, worth, worth.years[0].recurring.upto(Certainty.LIKELY)) if worth.years else None


def said(answers: Answers) -> str:
    """What is to be said of the plan's offer: other money, or why its pay cannot be taken over."""
    worth = answers.offer
    if worth is None:
        return ""
    if money := money_said(answers, worth):
        return money
    if pay(answers) is None:
        return "its base pay is not known yet, or not how many hours or days a week it is for"
    return ""


def money_said(answers: Answers, worth: Valuation) -> str:
    """How other money was brought into the plan's, or why it was not; nothing for an offer in the plan's own."""
    terms, frame = worth.terms, answers.frame
    if terms.basis != frame.basis:
        return f"given {terms.basis}, while this plan speaks of {frame.basis} pay: not counted"
    if terms.currency == frame.currency:
        thirteenth = terms.period == frame.period == "month" and terms.payments not in (None, 12)
        return f"its {terms.payments} payments a year are counted as 12 equal months here" if thirteenth else ""
    found = newest(answers.rates, terms.currency, frame.currency)
    if found is None:
        return f"in {terms.currency}: not counted until you enter an exchange rate"
    return f"from {terms.currency} by your rate of {found[1]:%-d %B %Y}"
