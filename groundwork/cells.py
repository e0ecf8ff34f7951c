"""Readers for the cells of a table: each says what to enter where a cell is not clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from groundwork.fields import LINK
from groundwork.money import CURRENCIES, Basis, Period, as_typed, read_amount

Reader = Callable[[str], Any]
Meant = TypeVar("Meant")


def plain(text: str) -> str:
    """Lower case, no accents, one space between words: "Median / P50" is "median p50"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", kept))


def by_word(words: Mapping[str, str]) -> dict[str, str]:
    """Each word (they are parted by commas) with what it stands for."""
    return {plain(word): meant for meant, listed in words.items() for word in listed.split(",")}


BASES: dict[str, Basis] = {
    **dict.fromkeys(("gross", "before tax"), "gross"),
    **dict.fromkeys(("net", "after tax", "take home"), "net"),
}
PERIODS: dict[str, Period] = {
    **dict.fromkeys(("hour", "an hour", "per hour", "hourly", "h"), "hour"),
    **dict.fromkeys(("day", "a day", "per day", "daily"), "day"),
    **dict.fromkeys(("week", "a week", "per week", "weekly"), "week"),
    **dict.fromkeys(("month", "a month", "per month", "monthly"), "month"),
    **dict.fromkeys(("year", "a year", "per year", "yearly", "annual", "annually", "p a", "pa"), "year"),
}
CURRENCY_WORDS = {plain(word): code for code, name in CURRENCIES.items() for word in (name, code)}
_MONTHS = "january february march april may june july august september october november december"
MONTHS = {
    written: number
    for number, name in enumerate(_MONTHS.split(), 1)
    for written in (name, name[:3], *(["sept"] if number == 9 else []))
}
ADDRESS = re.compile(r"https?://[^\s/]+\S*")
# A day as it may be written, and which of its parts is which. Days with slashes can be read in two ways.
WHOLE_DAYS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), "ymd"),
    (re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})"), "dmy"),
    (re.compile(r"(\d{1,2})\.? ([a-z]+)\.?,? (\d{4})"), "dmy"),
    (re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})"), "mdy"),
)
PARTS_OF_DAYS = (
    (re.compile(r"(\d{4})-(\d{1,2})"), "ym"),
    (re.compile(r"([a-z]+)\.?,? (\d{4})"), "my"),
    (re.compile(r"(\d{4})"), "y"),
)


class CellError(ValueError):
    """A cell does not say clearly what its column holds; the message says what to enter."""


def text(most: int) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if len(cell) > most:
            raise CellError(f"Enter at most {most} characters.")
        return cell

    return read


def link(cell: str) -> str:
    if len(cell) > LINK or not ADDRESS.fullmatch(cell):
        raise CellError("Enter a web address that starts with https://")
    return cell


def word(meant: Mapping[str, Meant], message: str) -> Callable[[str], Meant]:
    def read(cell: str) -> Meant:
        if plain(cell) not in meant:
            raise CellError(message)
        return meant[plain(cell)]

    return read


def counted(least: int, most: int) -> Callable[[str], int]:
    def read(cell: str) -> int:
        if not re.fullmatch(r"[0-9]{1,7}", cell) or not least <= int(cell) <= most:
            raise CellError(f"Enter a whole number from {least} to {most:,}.")
        return int(cell)

    return read


def currency_code(cell: str) -> str:
    code = "EUR" if cell == "€" else CURRENCY_WORDS.get(plain(cell))
    if code is None:
        raise CellError("Enter the currency as its code of three letters.")
    return code


def amount(currency: str) -> Callable[[str], Decimal]:
    def read(cell: str) -> Decimal:
        found = read_amount(cell, currency)
        # We write 1.234 of a currency with three decimals as 01.234, so that it is not taken for 1234.
        if re.match(r"0\d", cell) and cell != as_typed(found, currency):
            raise CellError("Enter the whole amount: one that begins with 0 may be the end of another.")
        return found

    return read


def whole_day(cell: str) -> date:
    return _day(cell, WHOLE_DAYS)


def day(cell: str) -> date:
    """A month or a year alone counts from its first day, so that nothing looks newer than it is."""
    return _day(cell, WHOLE_DAYS + PARTS_OF_DAYS)


def _day(cell: str, forms: tuple[tuple[re.Pattern[str], str], ...]) -> date:
    for form, order in forms:
        found = form.fullmatch(" ".join(cell.casefold().split()))
        if found:
            parts = dict(zip(order, found.groups(), strict=True))
            try:
                return date(int(parts["y"]), _month(parts.get("m", "1")), int(parts.get("d", "1")))
            except (ValueError, KeyError):
                break
    raise CellError("Enter the date as year-month-day, with dashes.")


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else MONTHS[text]
