"""What the zone's numbers mean, in words: notices, facts, the picture's sentence, how the opening came about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.fields import plain
from negotiation.calc.zopa import Notice, OpeningRule, RangeForm, RangeKind, RangeWidth, ZopaResult
from negotiation.steps.base import Answers

# Numbers that contradict each other have words of their own, with a link: see `contradictions`.
NOTICES = {
    Notice.BATNA_ABOVE_OFFER: "Your best alternative is worth more than their offer.",
    Notice.OFFER_MEETS_TARGET: "Their offer meets your target. Before you accept it, look at your red lines and at "
    "what you do otherwise; or ask for what is not pay.",
    Notice.FLOOR_ABOVE_MARKET: "Your minimum is above what your source supports for such jobs.",
    Notice.TARGET_ABOVE_MARKET: "Your target is above what your source supports. It needs a reason of your own.",
    Notice.OPENING_ABOVE_MARKET: "You open above what your source supports. Be ready to say why.",
    Notice.OPENING_BELOW_FLOOR: "You open below the lowest you would accept.",
}
RANGES = {
    RangeKind.BOLSTERING: "Starts at your target: the low end, which they hear first, is what you want (bolstering).",
    RangeKind.BACKDOWN: "Ends at your target: they will hear the low end, and you have come down before they asked "
    "(backdown). Name the target alone, or start there.",
    RangeKind.BRACKETING: "Lies around your target: it sounds open, and the low end, below your target, is heard first "
    "(bracketing).",
    RangeKind.ABOVE: "Starts above your target: there is room to come down, and each end needs a reason.",
    RangeKind.BELOW: "Ends below your target: you cannot reach it from there. Start at the target.",
    RangeKind.ONE_NUMBER: "One number, said as a range. Name it as one number.",
    RangeKind.REVERSED: "The two ends are the wrong way round.",
}
WIDTHS = {
    RangeWidth.NARROW: "{} % wide: so narrow that one number says it better",
    RangeWidth.FITS: "{} % wide, within the usual 5 to 10 %",
    RangeWidth.WIDE: "{} % wide: the high end will sound like a wish; 5 to 10 % is usual",
}


def facts(answers: Answers, result: ZopaResult) -> list[tuple[str, str, str]]:
    """What follows from the numbers: label, value, and what the value means."""
    against, later = result.at_likely, result.cost_later
    found = [("Chance that there is room", chance_of(result), "by your own range for their maximum")]
    if against and against.zone.exists:
        found.append(("Your part of the room at their offer", part_of(against.offer_share), ""))
        found.append(("Your part of the room at your target", part_of(against.target_share), ""))
    found += no_room(answers, result)
    if believed := belief(answers):
        found.append(("What you think they can pay", *believed))
    if result.form:
        found.append(("The range you name", RANGES[result.form.kind], width(result.form)))
    if later:
        note = f"over {later.years} years with raises of {plain(later.raise_percent)} % a year"
        found.append(("Low end instead of high end costs", answers.money(later.between, period="once"), note))
    return [fact for fact in found if fact[1]]


def chance_of(result: ZopaResult) -> str:
    """How likely there is room, in words where it is no or certain."""
    sure = {0: "None, if your range is right", 1: "Certain, if your range is right"}
    return sure.get(result.chance, percent(result.chance)) if result.chance is not None else ""  # type: ignore[call-overload]


def no_room(answers: Answers, result: ZopaResult) -> list[tuple[str, str, str]]:
    """Without a zone: what would have to move, and by how much."""
    against, most = result.at_likely, result.at_high
    if against is None or against.zone.exists:
        return []
    zone, money = against.zone, answers.money
    either = f"your minimum down to {money(zone.maximum)}, their maximum up to {money(zone.minimum)}, or each a part"
    found = [("What would have to move", money(zone.gap), either)]
    if most and most.zone.exists:
        more = money(most.zone.maximum)
        found.append(("What could make room", more, "the most you think they could pay: ask what it would take"))
    elif most:
        found.append(("Still missing at their most", money(most.zone.gap), "even if you are right about their most"))
    return found


def belief(answers: Answers) -> tuple[str, str] | None:
    """Their maximum as it is believed, least to most, and where that comes from; None before it is whole."""
    own = answers["zopa"].values
    ends = (own.their_low, own.their_likely, own.their_high)
    if None in ends:
        return None
    low, likely, high = (answers.money(end) for end in ends)
    source = f"starting from {own.their_link}" if own.their_link else "your own guess; a range they posted would help"
    return f"At least {low}, most likely {likely}, at most {high}", source


def width(form: RangeForm) -> str:
    """How wide a range is, and how that is heard."""
    if form.fits is None or form.width_percent is None:
        return ""
    return WIDTHS[form.fits].format(plain(round(form.width_percent, 1)))


def part_of(share: Any) -> str:
    """A share of the room; outside of it there is none to speak of."""
    return percent(share) if share is not None and 0 <= share <= 1 else ""


def notices(answers: Answers, result: ZopaResult) -> list[str]:
    """What the person should hear about the numbers."""
    found = [NOTICES[code] for code in result.notices if code in NOTICES]
    believed = answers["zopa"].values.their_likely
    if believed is not None and result.offer is not None and result.offer > believed:
        found.insert(0, "They have offered more than you think they can pay, so their offer counts as the least here.")
    likely, target, ask = result.terms.their_likely, result.target, result.opening.amount
    if likely is not None and target is not None and target > likely:
        found.append(f"Your target is {answers.money(target - likely)} above what they are likely to pay at most.")
    if ask is not None and result.terms.market_high is None:
        found.append("No source supports the number you open with yet. Find one, or have a reason ready.")
    return found


def percent(part: Any) -> str:
    """A share as a whole percent; blank where it is not known."""
    if part is None:
        return ""
    whole = int(part * 100 + Decimal("0.5")) if isinstance(part, Decimal) else round(part * 100)
    return f"{whole} %"


def sentence(answers: Answers, result: ZopaResult) -> str:
    """What the picture says, in words."""
    against = result.at_likely
    if against is None:
        return "With your minimum and their most likely maximum, this shows whether there is room to agree."
    if against.zone.exists:
        width = answers.money(against.zone.width)
        return f"There is room to agree: {width} between your minimum and what they are likely to pay at most."
    return f"There is no room yet: your minimum is {answers.money(against.zone.gap)} above what they are likely to pay."


def derivation(answers: Answers, result: ZopaResult, source: str) -> str:
    """How the opening came about, in one sentence; `source` names what supports it."""
    opening, money = result.opening, answers.money
    supports = f"your source supports ({source})" if source else "your source supports"
    if opening.amount is None:
        return ""
    rounded = f", rounded to {money(opening.amount)}" if opening.exact != opening.amount else ""
    if opening.rule is OpeningRule.OWN:
        return f"You chose {money(opening.amount)} yourself."
    if opening.rule is OpeningRule.MIDPOINT:
        return (
            f"Your target of {money(opening.target)} is the middle between their offer of "
            f"{money(opening.offer)} and {money(opening.exact)}{rounded}."
        )
    if opening.rule is OpeningRule.CAPPED:
        return (
            f"The middle rule gives {money(opening.midpoint)}, which is more than {supports}: "
            f"{money(opening.cap)}{rounded}."
        )
    if opening.rule is OpeningRule.TARGET:
        return f"No source of yours supports more than your target of {money(opening.target)}{rounded}."
    return f"There is no offer yet, so it is the highest number {supports}: {money(opening.exact)}{rounded}."
