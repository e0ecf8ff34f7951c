"""What was found out elsewhere: the day it is from, where it stands, and whether it is old."""

from __future__ import annotations

from datetime import date, timedelta

from negotiation.scripts.words import clause, ended
from negotiation.steps.base import Answers

OLD = timedelta(days=365)
AGED = "more than a year old"


def is_old(answers: Answers, day: date | None) -> bool:
    return day is not None and answers.today - day > OLD


def day_of(day: date) -> str:
    return f"{day:%-d %B %Y}"


def where(answers: Answers, day: date | None, link: str) -> list[str]:
    """Its day and its address, as a list shows them; what is missing of the two is said."""
    aged = f", {AGED}" if is_old(answers, day) else ""
    return [f"{day_of(day)}{aged}" if day else "no date yet", link or "no link yet"]


def quoted(answers: Answers, text: str, day: date | None) -> str:
    """The fact as a sentence, with its day, and with a warning where that is long ago."""
    old = f" {AGED.capitalize()}." if is_old(answers, day) else ""
    return f"{clause(text)} ({day_of(day)}).{old}" if day else ended(text)
