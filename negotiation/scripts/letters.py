"""Filling a letter: from the plan's answers and what the letter asks for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date, format_time

from negotiation.scripts import catalogue
from negotiation.scripts.catalogue import Letter
from negotiation.scripts.models import Draft, Letters
from negotiation.scripts.words import Gap, Slot, Words, render


def day(value: date | None, locale: str) -> str:
    return format_date(value, "full", locale=letter_locale(locale)) if value else ""


def letter_locale(locale: str) -> str:
    """The letters are in English; only the habits of the English-speaking place are taken over."""
    return locale if locale.startswith("en") else "en_GB"


def moment(draft: Draft, name: str, locale: str, *, since: date = date.min) -> Slot:
    """A date and an hour; without the date, or with one that has passed, there is nothing to say."""
    told, clock = getattr(draft, f"{name}_date"), getattr(draft, f"{name}_hour")
    if told is None:
        return Slot(missing=catalogue.gap(f"{name}_date"))
    if told < since:
        return Slot.gap("", f"{name}_date", "a day that is still to come")
    hour = format_time(clock, "short", locale=letter_locale(locale)) if clock else ""
    return Slot.filled(", ".join(part for part in (day(told, locale), hour) if part))


def written(
    letter: Letter,
    draft: Draft,
    sender: Letters,
    *,
    employer: str,
    role: str,
    terms: Sequence[str],
    today: date,
    locale: str,
) -> Words:
    """The letter with everything that is known; the user's own wording, where there is one, rules."""
    prepared = render(
        letter.template(draft.variant if letter.variants else ""),
        {
            "recipient": catalogue.slot("recipient", draft.recipient),
            "employer": Slot.of(employer, gap=Gap("company", "name", "the employer’s name")),
            "role": Slot.of(role, gap=Gap("role", "title", "the job’s title")),
            "sender_name": Slot.of(sender.sender_name, gap=Gap("letters", "sender_name", "your name")),
            "sender_block": Slot.of(
                sender.sender_block, gap=Gap("letters", "sender_block", "your address"), lines=True
            ),
            "today": Slot.filled(day(today, locale)),
            "until": moment(draft, "until", locale),
            "call": moment(draft, "call", locale),
            "first": moment(draft, "first", locale, since=today),
            "second": moment(draft, "second", locale, since=today),
            "reason": catalogue.slot("reason", draft.reason),
            "start_date": catalogue.slot("start_date", day(draft.start_date, locale)),
            "thing_liked": catalogue.slot("thing_liked", draft.thing_liked),
            "terms": [Slot.filled(term) for term in terms]
            or [Slot.gap("", "terms", "the terms you agreed: enter the offer and choose it for this plan")],
        },
    )
    return Words.from_plain(draft.body, gaps=prepared.gaps) if draft.body.strip() else prepared
