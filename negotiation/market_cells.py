"""Readers for the cells of a pay table: each says what to enter where a cell is not clear."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from groundwork.money import read_amount
from negotiation.market_columns import CURRENCY_WORDS, MONTHS, plain

Reader = Callable[[str], Any]
Meant = TypeVar("Meant")

LONGEST_LINK = 500
ADDRESS = re.compile(r"https?://[^\s/]+\S*")
# A day as it may be written, and which of its parts is which. Days with slashes can be read in two ways.
DAYS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), "ymd"),
    (re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})"), "dmy"),
    (re.compile(r"(\d{1,2})\.? ([a-z]+)\.?,? (\d{4})"), "dmy"),
    (re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})"), "mdy"),
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
    if len(cell) > LONGEST_LINK or not ADDRESS.fullmatch(cell):
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
        if re.match(r"0\d", cell):
            raise CellError("Enter the whole amount: one that begins with 0 may be the end of another.")
        return read_amount(cell, currency)

    return read


def day(cell: str) -> date:
    """A month or a year alone counts from its first day, so that nothing looks newer than it is."""
    for form, order in DAYS:
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
