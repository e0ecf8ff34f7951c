"""Red lines and what offers have to say to them, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.fields import plain
from negotiation.calc.redlines import Checked, Kind, OfferFacts, Reason, Verdict
from negotiation.models import RedLine
from negotiation.steps.base import Answers, Compared

WORDS = {Verdict.HELD: "Held", Verdict.BROKEN: "Broken", Verdict.UNKNOWN: "Not known yet"}
SIGNS = {Verdict.HELD: "✓", Verdict.BROKEN: "✗", Verdict.UNKNOWN: "?"}
BASIS = {"gross": "before tax", "net": "after tax"}
OPENS = {
    Kind.PLACE: "Place of work: {}",
    Kind.LEVEL: "Level or title: {}",
    Kind.TRAVEL: "Travel: {}",
    Kind.OWN: "{}",
}
NUMBERS = {
    Kind.OFFICE_DAYS_MAX: "At most {} days a week on site",
    Kind.HOURS_MAX: "At most {} hours a week, unpaid ones included",
    Kind.COMMUTE_MAX: "At most {} minutes to work, one way",
}
FOUND = {
    Kind.OFFICE_DAYS_MAX: "{} days a week on site",
    Kind.HOURS_MAX: "{} hours a week, unpaid ones included",
    Kind.COMMUTE_MAX: "{} minutes, one way",
}
NOT_SAID = {
    Kind.OFFICE_DAYS_MAX: "ask how many days a week are on site",
    Kind.HOURS_MAX: "ask how many hours a week it really takes",
    Kind.COMMUTE_MAX: "the way to work is not entered",
    Kind.PLACE: "the place of work is not entered",
    Kind.LEVEL: "the title is not entered",
}
BY_REASON = {
    Reason.NO_COMMUTE: "no days on site",
    Reason.NO_LIMIT: "the red line does not say yet where it runs",
    Reason.TICKED: "you said so",
    Reason.NOT_TICKED: "yours to judge",
}


def condition(answers: Answers, row: RedLine) -> str:
    """The red line as one says it."""
    terms = row.to_terms()
    if terms.kind in OPENS:
        return OPENS[terms.kind].format(row.text) if row.text else row.name
    if terms.limit is None:
        return row.name
    if terms.kind is Kind.BASE_MIN:
        said = f"Base pay at least {answers.money(terms.limit, period='year')}"
    else:
        said = NUMBERS[terms.kind].format(plain(terms.limit))
        said = said.replace(" 1 days", " 1 day").replace(" 1 hours", " 1 hour").replace(" 1 minutes", " 1 minute")
    return f"{said} ({row.text})" if row.text else said


def base_of(answers: Answers, one: Compared) -> tuple[Decimal | None, str]:
    """A year of base pay in the plan's money; a note says by which rate, or why it cannot be compared."""
    terms, frame = one.worth.terms, answers.frame
    if one.worth.base is None:
        return None, "a year of its base pay is not known yet"
    if terms.basis != frame.basis:
        return None, f"its pay is {BASIS[terms.basis]}, your red line {BASIS[frame.basis]}"
    if terms.currency == frame.currency:
        return one.worth.base, ""
    if one.rate is None:
        return None, f"you have no exchange rate between {terms.currency} and {frame.currency} yet"
    rate, day = one.rate
    return one.worth.base * rate, f"by your rate of {day:%-d %B %Y}"


def facts_of(answers: Answers, one: Compared) -> OfferFacts:
    """What an offer says that a red line may ask about."""
    terms, offer = one.worth.terms, one.offer
    unpaid = terms.overtime_week
    return OfferFacts(
        base=base_of(answers, one)[0],
        hours_week=None if terms.hours_week is None else terms.hours_week + (unpaid or 0),
        hours_are_all=unpaid is not None,
        commute_minutes=terms.commute_minutes,
        commute_days=terms.commute_days,
        remote_days=offer.remote_days,
        days_week=terms.days_week,
        place=offer.place,
        role=offer.role,
    )


def why(answers: Answers, one: Compared, checked: Checked) -> str:
    """What the verdict rests on: what the offer says, or what is not known."""
    kind, found = checked.line.kind, checked.found
    if checked.reason in BY_REASON:
        return BY_REASON[checked.reason]
    if kind is Kind.BASE_MIN:
        note = base_of(answers, one)[1]
        return ", ".join(part for part in (answers.about(found, period="year"), note) if part)
    if checked.reason is Reason.NOT_SAID:
        return NOT_SAID[kind]
    if checked.reason is Reason.MAY_BE_MORE:
        return f"{plain(found)} hours a week are agreed; ask how many unpaid ones are expected"
    if kind in FOUND:
        return FOUND[kind].format(plain(found))
    return f"“{found}” does not say" if checked.reason is Reason.NOT_NAMED else f"“{found}”"


def offer_line(name: str, verdicts: list[Verdict], broken: list[str]) -> str:
    """One offer against all red lines, in a sentence."""
    unknown = verdicts.count(Verdict.UNKNOWN)
    if broken:
        lines = "; ".join(f"“{line}”" for line in broken)
        return f"Out as it stands, whatever it is worth: it breaks {lines}"
    if not unknown:
        return "Holds every red line"
    return f"Breaks none so far; {unknown} of {len(verdicts)} not known yet"


def realism(rows: list[Any]) -> str:
    few = sum(row.realism == "few" for row in rows)
    if not few:
        return ""
    lines = "One of your red lines is" if few == 1 else f"{few} of your red lines are"
    return f"{lines} met by few employers here. You may keep it: it tells you where to look, and how long it may take."
