"""What pages say of the terms of an offer: each in a few words, and which have only been said aloud."""

from __future__ import annotations

from collections.abc import Iterable

from groundwork.fields import plain
from groundwork.money import Frame, Period, show
from offers.models import Offer, Term
from offers.models.choices import PROMISES, UNITS

PUBLIC = {"public": "can be sold", "private": "cannot be sold yet"}
# The lines of an offer's own form: what is said, and by which columns.
LINES = (
    ("base_written", "base pay", ("base",)),
    ("bonus_written", "the bonus", ("bonus_percent", "bonus_amount")),
    ("sign_on_written", "the sign-on payment", ("sign_on",)),
    ("leave_written", "days off", ("leave_days", "holidays")),
    ("dates_written", "probation and notice", ("probation_months", "notice_weeks")),
)


def spoken_lines(offer: Offer, terms: Iterable[Term]) -> list[str]:
    """What has an answer and has not been seen in writing: nothing of it is sure until it has."""
    said = [
        words
        for flag, words, names in LINES
        if not getattr(offer, flag) and any(getattr(offer, name) for name in names)
    ]
    return said + [term.name for term in terms if not term.written and term.draft is None]


def facts(frame: Frame, row: Term, locale: str) -> list[str]:
    """One term in a few words; what is blank is said to be not known."""
    return [text for text in _SAID[row.kind](_Words(frame, locale), row) if text]


class _Words:
    def __init__(self, frame: Frame, locale: str):
        self.frame, self.locale = frame, locale

    def money(self, amount: object, period: Period = "once", *, blank: str = "Amount not known yet") -> str:
        if amount is None:
            return blank
        frame = Frame(currency=self.frame.currency, period=period, basis=self.frame.basis)
        return show(amount, frame, self.locale)  # type: ignore[arg-type]

    def percent(self, number: object, words: str) -> str:
        return "" if number is None else f"{plain(number)} % {words}"


def _extra(words: _Words, row: Term) -> list[str]:
    yearly = row.every == "year"
    said = [words.money(row.amount, "year" if yearly else "once"), "" if yearly else f"once, in year {row.year or 1}"]
    said += [row.certainty, "a thing or a service" if row.paid_in == "in_kind" else ""]
    premium = words.money(row.premium, "once", blank="")
    return [*said, f"you pay {premium} a month" if premium else ""]


def _allowance(words: _Words, row: Term) -> list[str]:
    unit = dict(UNITS)[row.period].lower()
    if row.percent is not None:
        return [
            words.percent(row.percent, "on top of the hour"),
            _weekly(row, "days" if row.period == "day" else "hours"),
            row.certainty,
        ]
    many = {"hour": "hours", "day": "days"}.get(row.period, "")
    amount = f"{words.money(row.amount)} {unit}" if row.amount is not None else words.money(None)
    return [amount, _weekly(row, many) if many else "", row.certainty]


def _weekly(row: Term, noun: str) -> str:
    return f"{plain(row.quantity)} {noun} a week" if row.quantity is not None else ""


def _commission(words: _Words, row: Term) -> list[str]:
    amount = words.money(row.amount, "month", blank="") or words.percent(row.percent, "of sales")
    reached = words.percent(row.attainment, "of quota expected") or "Reach of the quota not known yet"
    return [amount or words.money(None), reached, row.certainty]


def _shares(words: _Words, row: Term) -> list[str]:
    worth = words.money(row.amount, blank="")
    if not worth and row.count is not None:
        worth = f"{row.count:,.0f} shares" + (f" at {words.money(row.price)}" if row.price is not None else "")
    return [worth or "Worth not known yet", PUBLIC.get(row.market, "not known whether they can be sold")]


def _options(words: _Words, row: Term) -> list[str]:
    many = f"{row.count:,.0f} options" if row.count is not None else words.percent(row.share, "of the company")
    strike = words.money(row.strike, blank="")
    return [many or "Number not known yet", f"strike price {strike}" if strike else "Strike price not known yet"]


def _refresher(words: _Words, row: Term) -> list[str]:
    promise = dict(PROMISES).get(row.promise, "").split(":")[0].lower()
    return [words.money(row.amount, "year"), promise, PUBLIC.get(row.market, "")]


def _purchase(words: _Words, row: Term) -> list[str]:
    return [words.percent(row.percent, "off") or "Discount not known yet", words.money(row.amount, "year", blank="")]


def _match(words: _Words, row: Term) -> list[str]:
    added = words.percent(row.percent, "of what you pay in") or "How much they add is not known yet"
    return [added, words.percent(row.cap_percent, "of base pay at most")]


_SAID = {
    "extra": _extra,
    "allowance": _allowance,
    "commission": _commission,
    "shares": _shares,
    "options": _options,
    "refresher": _refresher,
    "purchase": _purchase,
    "match": _match,
}
