"""What things are worth in money by one's own answers, and what that makes of the offers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from groundwork.fields import BOUNDS, plain
from groundwork.money import digits
from negotiation.calc.frame import a_year
from negotiation.calc.swaps import Price, next_amount, per_unit, result, worth
from negotiation.models import Swap
from negotiation.steps.base import Answers
from negotiation.steps.criteria_sums import MEASURED
from negotiation.steps.offered import here
from offers.columns import Laid
from offers.models import Offer
from offers.worth import newest

# Of these a smaller number is what is paid for.
LESS = ("hours", "commute")


@dataclass(frozen=True, kw_only=True)
class Priced:
    """One thing with a price: `price` a year for all of it, `unit` for one day, hour or minute of it."""

    row: Swap
    price: Decimal
    unit: Decimal | None


@dataclass(frozen=True, kw_only=True)
class InMoney:
    """What one offer is worth above the least of all, a year, thing by thing; None is not known."""

    each: tuple[Decimal | None, ...]

    @property
    def total(self) -> Decimal:
        return sum((amount for amount in self.each if amount is not None), Decimal(0))

    @property
    def whole(self) -> bool:
        return None not in self.each


def step_of(currency: str) -> Decimal:
    """The smallest amount that can be paid."""
    return Decimal(1).scaleb(-digits(currency))


def start_of(answers: Answers) -> Decimal | None:
    """The pay a year that the questions start from: as typed, else of the plan's offer, else what one would like.

    One that no column could hold is not known.
    """
    typed: Decimal | None = answers["swaps"].values.pay
    offered = here(answers, answers.offer, answers.offer.base) if answers.offer else None
    desired = answers.stored.get("zopa", {}).get("desired")
    found = typed or offered or (a_year(Decimal(desired), answers.frame.period) if desired else None)
    return found if found and found <= BOUNDS["money"][1] else None


def found_of(row: Swap, currency: str) -> Price | None:
    """What the answers come to so far; None before the first."""
    return result(row.start, row.asked, step_of(currency)) if row.start and row.asked else None


def next_of(row: Swap, pay: Decimal, currency: str) -> Decimal | None:
    """What to ask next; None once it is known."""
    return next_amount(row.start or pay, row.asked, step_of(currency))


def price_of(row: Swap, currency: str) -> Decimal | None:
    """What it is worth a year: as typed, else by the answers once they are enough."""
    if row.price is not None:
        return row.price
    found = found_of(row, currency)
    return found.price if found and found.done else None


def finished(answers: Answers) -> list[Swap]:
    return [row for row in answers["swaps"].rows if row.draft is None and row.kind]


def priced(answers: Answers) -> list[Priced]:
    """Everything that has a price, in the order of the list. Others may ask for it: it is what was answered once."""
    found = [(row, price_of(row, answers.frame.currency)) for row in finished(answers)]
    return [Priced(row=row, price=price, unit=unit_of(row, price)) for row, price in found if price is not None]


def unit_of(row: Swap, price: Decimal) -> Decimal | None:
    return per_unit(price, row.quantity) if row.counted and row.quantity else None


def in_money(answers: Answers, laid: Laid) -> tuple[list[Priced], dict[uuid.UUID, InMoney]]:
    """What was priced, and every offer's worth by it in the money of the page; nothing without a rate to it."""
    things, rate = priced(answers), rate_to(answers, laid.currency, laid.basis)
    if not things or rate is None or not laid.columns:
        return [], {}
    said = {one.offer.pk: one.ticked for one in answers.compared}
    offers = [column.offer for column in laid.columns]
    each = [[None if one is None else one * rate for one in amounts(thing, offers, said)] for thing in things]
    return things, {offer.pk: InMoney(each=tuple(found[at] for found in each)) for at, offer in enumerate(offers)}


def rate_to(answers: Answers, currency: str, basis: str) -> Decimal | None:
    """What prices are multiplied by; None without a rate, or where one is before tax and the other after."""
    if answers.frame.basis != basis:
        return None
    if answers.frame.currency == currency:
        return Decimal(1)
    found = newest(answers.rates, answers.frame.currency, currency)
    return found[0] if found else None


def amounts(thing: Priced, offers: Sequence[Offer], said: Mapping[uuid.UUID, Mapping[uuid.UUID, str]]) -> list[Any]:
    """What each offer is worth a year by this one thing, above the one that has the least of it."""
    row = thing.row
    if not row.counted:
        ticks = [said[offer.pk].get(row.pk, "") for offer in offers]
        return [{"yes": thing.price, "no": Decimal(0)}.get(tick) for tick in ticks]
    read, less = MEASURED[row.kind][0], row.kind in LESS
    had = [read(offer) for offer in offers]
    least = least_of(had, less=less)
    if thing.unit is None or least is None:
        return [None] * len(offers)
    unit = -thing.unit if less else thing.unit
    return [worth(unit, one, least) for one in had]


def least_of(had: Iterable[Decimal | None], *, less: bool) -> Decimal | None:
    known = [one for one in had if one is not None]
    return (max(known) if less else min(known)) if known else None


def thing_said(row: Swap) -> str:
    """What is given up pay for, as it continues “a job with …”."""
    number = plain(row.quantity) if row.quantity else "some"
    said = {
        "leave": f"{number} more paid days off a year",
        "remote": f"{number} more days a week from home",
        "hours": f"{number} hours a week less",
        "commute": f"{number} minutes less to work, one way",
        "title": f"the title “{row.text}”" if row.text else "a better title",
    }.get(row.kind, row.text)
    single = row.quantity == 1
    words = (("paid days", "paid day"), ("more days", "more day"), ("1 hours", "1 hour"), ("1 minutes", "1 minute"))
    for many, one in words if single else ():
        said = said.replace(many, one)
    return said


def first_up(text: str) -> str:
    """The first letter large; the others are the person's own."""
    return text[:1].upper() + text[1:]


def thing_with_price(row: Swap, said: str) -> str:
    """The name of a line of prices: a thing by the piece, else as a whole. `said` is the price of one."""
    names = {
        "leave": ("Paid days off", "day"),
        "remote": ("Days from home", "day"),
        "hours": ("Fewer hours a week", "hour"),
        "commute": ("A shorter way to work, one way", "minute"),
    }
    if row.kind not in names:
        return f"{first_up(thing_said(row))}, {said}"
    name, each = names[row.kind]
    return f"{name}, {said} for each {each}"
