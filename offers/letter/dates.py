"""Dates as letters write them. One that can be read in two ways is never chosen for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?"
_DATE = re.compile(
    rf"(?<![\w/]){_WEEKDAY}(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<short>\d{4}|\d{2})(?![\d/%])"
    rf"|(?P<day1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: day)?(?: of)?[ -]{_MONTH.format(1)}"
    r",?(?:[ -](?P<year1>\d{4}))?(?!\d)"
    rf"|{_MONTH.format(2)} (?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%,.]\d|\d)(?:,? (?P<year2>\d{{4}})(?!\d))?"
    r")",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date in a sentence: where it stands, and which day it is, or why that is not clear."""

    start: int
    end: int
    day: date | None
    doubt: str = ""


def days(sentence: str) -> Iterator[Day]:
    """Rule: each date in order. Units: days. Errors: none; an unclear date carries its doubt."""
    for found in _DATE.finditer(sentence):
        if found["first"] and min(int(found["first"]), int(found["second"])) > 12:
            continue  # parts of something, such as 33/33/22
        day, doubt = _read(found)
        if day and found["weekday"] and _DAYS[day.weekday()] != found["weekday"][:3].lower():
            doubt = f"{spoken(day)} is a {_DAY_NAMES[day.weekday()]}, the letter names another day: ask which one."
            day = None
        yield Day(start=found.start(), end=found.end(), day=day, doubt=doubt)


def spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _read(found: re.Match[str]) -> tuple[date | None, str]:
    if found["iso"]:
        return _made(*(int(part) for part in found["iso"].split("-")))
    if found["first"]:
        return _numbers(int(found["first"]), int(found["second"]), found["short"], found[0])
    month = _MONTHS.index((found["month1"] or found["month2"])[:3].lower()) + 1
    year, day = found["year1"] or found["year2"], int(found["day1"] or found["day2"])
    if not year:
        return None, "The year is not named: enter the date yourself."
    return _made(int(year), month, day)


def _numbers(first: int, second: int, year: str, text: str) -> tuple[date | None, str]:
    """A date in figures alone: day and month in this order in one country, in the other order in the next."""
    if len(year) == 2:
        return None, "The year is not written in full: enter the date yourself."
    ways = {day for day in (_made(int(year), second, first)[0], _made(int(year), first, second)[0]) if day}
    if len(ways) == 2:
        return None, f"{text} can be read as two dates: enter it yourself."
    return (ways.pop(), "") if ways else _made(0, 0, 0)


def _made(year: int, month: int, day: int) -> tuple[date | None, str]:
    try:
        return date(year, month, day), ""
    except ValueError:
        return None, "There is no such day: ask which one is meant."
