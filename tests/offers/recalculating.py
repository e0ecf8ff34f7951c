"""The sums of an offer once more, from what the sheet "Terms" says alone: fractions, month by month.

It shares no code with the app on purpose, and is written from the rules as they are told in words.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from tests.offers.by_month import (
    LEVELS,
    MONTHS,
    PLACES,
    Answers,
    Cell,
    Line,
    Months,
    Typed,
    base_months,
    evenly,
    illiquid,
    leaves,
    overlap,
    worked,
    years,
)


def read(rows: list[list[Cell]]) -> dict[str, Typed]:
    """The offers by name, from the rows under the headings."""
    found: dict[str, Typed] = {}
    for offer, part, what, name, _, *rest in rows[1:]:
        typed = found.setdefault(str(offer), Typed())
        if isinstance(part, Fraction):
            answers = typed.parts.setdefault(int(part), Answers(str(what)))
        else:
            answers = {"What is assumed": typed.assumed, "Exchange rate": typed.rate}.get(str(what), typed.offer)
        assert name not in answers.values
        answers.values[str(name)] = rest[0] if rest else None
    return found


def lines(typed: Typed) -> list[Line]:
    """Base, bonus, sign-on, then the parts in their order."""
    offer, found = typed.offer, [_base(typed), _bonus(typed), _sign_on(typed)]
    for at, part in sorted(typed.parts.items()):
        made = PARTS[part.what](typed, part)
        for line in made:
            line.part = at
        found += made
    assert offer.word("currency") in PLACES
    return found


def total(found: list[Line], level: str, year: int | None, *, once: bool | None = None) -> Fraction:
    """Everything counted that is at least so sure, in a year from 1 (None: all of them)."""
    upto = LEVELS[: LEVELS.index(level) + 1]
    taken = [line for line in found if line.counted and line.sure in upto and once in (None, line.once)]
    span = range(4) if year is None else [year - 1]
    return sum((line.years[at] or Fraction(0) for line in taken for at in span), Fraction(0))


# Base, bonus, sign-on.


def _base(typed: Typed) -> Line:
    return Line(years(typed, base_months(typed)), "guaranteed")


def _bonus(typed: Typed) -> Line:
    offer, base = typed.offer, base_months(typed)
    amount, percent = offer.number("bonus_amount"), offer.number("bonus_percent")
    paid: Months = [Fraction(0)] * MONTHS
    for year in range(4):
        full = amount
        if amount is None and percent is not None:
            full = None if base is None else percent / 100 * sum(base[12 * year : 12 * year + 12])
            full = Fraction(0) if percent == 0 else full
        if full is None or paid is None:
            paid = None
            break
        part = _turns_out(typed)
        if year == 0 and offer.number("first_months") is not None:
            part *= offer.zero("first_months") / 12
        paid[12 * year + 11] = full * part
    return Line(years(typed, paid), offer.word("bonus_certainty") or "maybe")


def _turns_out(typed: Typed) -> Fraction:
    """The part of the promised bonus that is paid."""
    offer, case = typed.offer, typed.assumed.word("bonus")
    most = offer.number("bonus_most")
    if case == "none":
        return Fraction(0)
    if case == "most":
        return Fraction(1) if most is None else most / 100
    odds = [offer.number(f"odds_{end}") for end in ("nothing", "target", "most")]
    if case == "target" or most is None or None in odds:
        return Fraction(1)
    return offer.zero("odds_target") / 100 + offer.zero("odds_most") / 100 * most / 100


def _sign_on(typed: Typed) -> Line:
    return Line(_single(typed, typed.offer, typed.offer.number("sign_on"), 1), "guaranteed", once=True)


def _single(typed: Typed, source: Answers, amount: Fraction | None, year: int) -> list[Fraction | None]:
    """Paid on the first day of its year; given back, all or in part, by somebody who leaves too soon after."""
    paid: list[Fraction | None] = [Fraction(0)] * 4
    stayed = worked(typed) - 12 * (year - 1)
    months = source.number("clawback_months")
    if stayed <= 0:
        return paid
    if amount is not None and leaves(typed) and months is not None and stayed < months:
        amount = amount * stayed / months if source.word("clawback") == "pro_rata" else Fraction(0)
    paid[year - 1] = amount
    return paid


# The parts.


def _extra(typed: Typed, part: Answers) -> list[Line]:
    amount = part.number("amount")
    if part.word("every") == "once":
        paid = _single(typed, part, amount, int(part.zero("year")))
        return [Line(paid, part.word("certainty"), once=True)]
    return [Line(years(typed, evenly(amount)), part.word("certainty"))]


def _allowance(typed: Typed, part: Answers) -> list[Line]:
    amount, percent, period = part.number("amount"), part.number("percent"), part.word("period")
    quantity, base = part.number("quantity"), base_months(typed)
    paid: Months = None
    if amount is None and percent is not None and period in ("hour", "day"):
        week = typed.offer.number("hours_week" if period == "hour" else "days_week")
        if quantity is not None and week and base is not None:
            paid = [month * percent / 100 * quantity / week for month in base]
    elif amount is None and percent is not None:
        paid = None if base is None else [month * percent / 100 for month in base]
    elif amount is not None and period in ("hour", "day"):
        paid = None if quantity is None else evenly(amount * quantity * 52)
    elif amount is not None:
        paid = evenly(amount * {"week": 52, "month": 12, "year": 1}[period])
    return [Line(years(typed, paid), part.word("certainty"))]


def _commission(typed: Typed, part: Answers) -> list[Line]:
    """Earned day by day; paid later; a draw is a floor for the month, or an advance."""
    draw, draw_months, kept = part.zero("draw"), part.number("draw_months"), part.word("recoverable") != "yes"
    draws: Months = [Fraction(0)] * MONTHS
    if draw:
        draws = None
        if draw_months is not None:
            draws = [draw * overlap(Fraction(m), Fraction(m + 1), Fraction(0), draw_months) for m in range(MONTHS)]
    came = _came_in(part)
    paid: Months = None
    if came is not None and draws is not None:
        paid = [max(come - floor, Fraction(0)) for come, floor in zip(came, draws, strict=True)] if kept else []
        have = so_far = Fraction(0)
        for come, advance in zip(came, draws, strict=True):
            so_far += come
            before, have = have, max(have + advance, so_far)
            if not kept:
                paid.append(have - before)
    found = [Line(years(typed, draws), "guaranteed")] if draw and kept else []
    return [*found, Line(years(typed, paid), part.word("certainty"))]


def _came_in(part: Answers) -> Months:
    month, attainment = part.number("amount"), part.number("attainment")
    percent, quota = part.number("percent"), part.number("quota")
    if month is None and percent is not None and quota is not None:
        month = percent / 100 * quota / 12
    ramp, slow = part.zero("ramp_months"), part.number("ramp_percent")
    if month is None or attainment is None or (ramp and slow is None):
        return None
    came = []
    for at in range(MONTHS):
        start = at - part.zero("delay_months")
        learning = overlap(start, start + 1, Fraction(0), ramp)
        selling = overlap(start, start + 1, ramp, Fraction(MONTHS))
        came.append(month * attainment / 100 * (learning * (slow or 0) / 100 + selling))
    return came


def _shares(typed: Typed, part: Answers) -> list[Line]:
    worth, count, price = part.number("amount"), part.number("count"), part.number("price")
    if worth is None and count is not None and price is not None:
        worth = count * price
    sold = part.word("market") == "public" and part.word("double_trigger") != "yes"
    odds = part.number("nothing_odds")
    if worth is not None:
        worth *= 1 + typed.assumed.zero("stock") / 100
        if not sold and odds is not None:
            worth *= 1 - odds / 100
    paid = years(typed, _vested(part, worth))
    return [Line(paid, "likely" if sold else "maybe", once=True, counted=sold or illiquid(typed))]


def _options(typed: Typed, part: Answers) -> list[Line]:
    paid = years(typed, _vested(part, options_mean(part)))
    return [Line(paid, "maybe", once=True, counted=illiquid(typed))]


def options_mean(part: Answers) -> Fraction | None:
    """What the options bring on average over the ways the company can end."""
    count, diluted, percent = part.number("count"), part.number("diluted"), part.number("share")
    rounds, dilution, strike = part.number("further_rounds"), part.number("dilution"), part.number("strike")
    preference, preferred = part.number("preference"), part.number("preferred_percent")
    mine = None if percent is None else percent / 100
    if count is not None and diluted:
        mine = count / diluted
    if count is None and percent is not None and diluted:
        count = percent / 100 * diluted
    if mine is None or rounds is None or (rounds and dilution is None) or strike is None or preference is None:
        return None
    for _ in range(int(rounds)):
        mine *= 1 - (dilution or Fraction(0)) / 100
    theirs = Fraction(0) if preference == 0 else preferred
    if theirs is None or (count is None and strike):
        return None
    theirs = theirs / 100 if preference else theirs
    if theirs >= 1 or mine + theirs > 1:
        return None
    mean, known = Fraction(0), False
    for at in range(1, 5):
        exit_, odds = part.number(f"exit_{at}"), part.zero(f"odds_{at}")
        if exit_ is not None and odds:
            known = True
            # The preferred holders take what is better for them.
            waiting, joining = min(preference, exit_), theirs * exit_
            common = (exit_ - waiting) * mine / (1 - theirs) if waiting > joining else exit_ * mine
            mean += odds / 100 * max(common - (count or 0) * strike, Fraction(0))
    return mean if known else None


def _vested(part: Answers, worth: Fraction | None) -> Months:
    """A part every so many months; before the cliff it is put aside, and comes then all at once."""
    schedule = part.word("own_schedule")
    if worth is None or not schedule:
        return None
    parts = [Fraction(percent.strip()) for percent in schedule.split(",")]
    cadence, aside, paid = int(part.zero("cadence")), Fraction(0), []
    for month in range(1, MONTHS + 1):
        year = (month - 1) // 12
        if year < len(parts) and month % cadence == 0:
            aside += worth * parts[year] / 100 * cadence / 12
        due = aside if month >= part.zero("cliff") else Fraction(0)
        paid.append(due)
        aside -= due
    return paid


def _refresher(typed: Typed, part: Answers) -> list[Line]:
    amount, span = part.number("amount"), 12 * int(part.number("vest_years") or 4)
    paid: Months = None
    if amount is not None:
        paid = [Fraction(0)] * MONTHS
        for granted in range(12, MONTHS, 12):
            for month in range(granted, min(granted + span, MONTHS)):
                paid[month] += amount / span * (1 + typed.assumed.zero("stock") / 100)
    sold = part.word("market") == "public"
    sure = "likely" if sold and part.word("promise") == "promised" else "maybe"
    return [Line(years(typed, paid), sure, once=True, counted=sold or illiquid(typed))]


def _purchase(typed: Typed, part: Answers) -> list[Line]:
    """Bought below its price, and sold at once at a price that did not move."""
    put_in, discount = part.number("amount"), part.number("percent")
    gain = None if put_in is None or discount is None else put_in / (1 - discount / 100) - put_in
    return [Line(years(typed, evenly(gain)), "likely")]


def _match(typed: Typed, part: Answers) -> list[Line]:
    percent, cap, own = (part.number(name) for name in ("percent", "cap_percent", "own_percent"))
    base, vest = base_months(typed), part.number("vest_months")
    paid: Months = None
    if base is not None and percent is not None and cap is not None and own is not None:
        paid = [month * min(own, cap) / 100 * percent / 100 for month in base]
    if leaves(typed) and vest is not None and worked(typed) < vest:
        paid = [Fraction(0)] * MONTHS
    return [Line(years(typed, paid), "guaranteed")]


PARTS: dict[str, Callable[[Typed, Answers], list[Line]]] = {
    "Something else that is paid": _extra,
    "Shift, overtime or other pay on top": _allowance,
    "Commission": _commission,
    "Shares (RSU)": _shares,
    "Options to buy shares": _options,
    "A further grant of shares every year": _refresher,
    "Buying shares at a discount": _purchase,
    "Retirement money that they add": _match,
}
