"""What the zone's numbers mean, in words: notices, facts, the picture's sentence, how the opening came about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.fields import plain
from negotiation.calc.zopa import Notice, OpeningRule, RangeKind, ZopaResult
from negotiation.steps.base import Answers

NOTICES = {
    Notice.TARGET_BELOW_FLOOR: "Your target is below the lowest you would accept. One of the two is not meant.",
    Notice.FLOOR_ABOVE_OFFER: "Their offer is below your minimum: if they do not move, your plan is to say no.",
    Notice.BATNA_ABOVE_FLOOR: "Your best alternative is worth more than your minimum. The minimum may be too low.",
    Notice.BATNA_ABOVE_OFFER: "Your best alternative is worth more than their offer.",
    Notice.OFFER_MEETS_TARGET: "Their offer meets your target. Accept it, or ask for what is not pay.",
    Notice.NO_ZONE_AT_HIGH: "Even the most they could pay is below your minimum. Walking away is a good result too.",
    Notice.FLOOR_ABOVE_MARKET: "Your minimum is above what your source supports for such jobs.",
    Notice.TARGET_ABOVE_MARKET: "Your target is above what your source supports. It needs a reason of your own.",
    Notice.TARGET_BELOW_MARKET: "Your target is below the low end of the market. Such jobs pay more.",
    Notice.OPENING_ABOVE_MARKET: "You open above what your source supports. Be ready to say why.",
    Notice.OPENING_BELOW_TARGET: "You open below your target: you cannot reach it from there.",
    Notice.OPENING_BELOW_OFFER: "You open below what they already offer.",
    Notice.OPENING_BELOW_FLOOR: "You open below the lowest you would accept.",
    Notice.ASK_BELOW_FLOOR: "The range you name starts below the lowest you would accept. They may hear only that end.",
}
RANGES = {
    RangeKind.BOLSTERING: "Starts at your target: they hear the target as the low end.",
    RangeKind.BACKDOWN: "Ends at your target: they will hear the low end. Name the target alone, or start there.",
    RangeKind.BRACKETING: "Lies around your target: it sounds open, and the low end is heard first.",
    RangeKind.ABOVE: "Starts above your target.",
    RangeKind.BELOW: "Ends below your target: you cannot reach it from there.",
    RangeKind.ONE_NUMBER: "One number, said as a range.",
}


def facts(answers: Answers, result: ZopaResult) -> list[tuple[str, str, str]]:
    """What follows from the numbers: label, value, and what the value means."""
    against, later = result.at_likely, result.cost_later
    sure = {0: "None, if your range is right", 1: "Certain, if your range is right"}
    chance = sure.get(result.chance, percent(result.chance)) if result.chance is not None else ""  # type: ignore[call-overload]
    found = [("Chance that there is room", chance, "by your own range for their maximum")]
    if against and against.zone.exists:
        found.append(("Your part of the room at their offer", part_of(against.offer_share), ""))
        found.append(("Your part of the room at your target", part_of(against.target_share), ""))
    if against and not against.zone.exists:
        short = answers.money(against.zone.gap)
        found.append(("What would have to change", short, "your minimum lower by this, or their maximum higher"))
    if result.form:
        found.append(("The range you name", RANGES.get(result.form.kind, ""), ""))
    if later:
        note = f"over {later.years} years with raises of {plain(later.raise_percent)} % a year"
        found.append(("Low end instead of high end costs", answers.money(later.between, period="once"), note))
    return [fact for fact in found if fact[1]]


def part_of(share: Any) -> str:
    """A share of the room; outside of it there is none to speak of."""
    return percent(share) if share is not None and 0 <= share <= 1 else ""


def notices(answers: Answers, result: ZopaResult) -> list[str]:
    """What the person should hear about the numbers."""
    found = [NOTICES[code] for code in result.notices if code in NOTICES]
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


def derivation(answers: Answers, result: ZopaResult) -> str:
    """How the opening came about, in one sentence."""
    opening, money = result.opening, answers.money
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
            f"The middle rule gives {money(opening.midpoint)}, which is more than your source supports: "
            f"{money(opening.cap)}{rounded}."
        )
    if opening.rule is OpeningRule.TARGET:
        return f"No source of yours supports more than your target of {money(opening.target)}{rounded}."
    return f"There is no offer yet, so it is the highest number your source supports: {money(opening.exact)}{rounded}."
