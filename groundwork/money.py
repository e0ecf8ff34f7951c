"""Money: amounts are read as people type them, kept exact, and never shown without their frame."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

from groundwork.numerals import written

Amount = Decimal | Fraction | int
Period = Literal["hour", "day", "week", "month", "year", "once"]
Basis = Literal["gross", "net"]

LIMIT = 10**12
LONGEST = 100
WIDEST = 100  # digits: what a number of shares, a price and a rate at their limits come to, and more
NOT_KNOWN = "not known"
INVENTED = {"XAC": "acorns"}

_TERRITORIES = get_global("territory_currencies")
_SPOKEN = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "once": "",
}
_ZEROS = {
    **dict.fromkeys(("k", "thousand", "tsd"), 3),
    **dict.fromkeys(("lakh", "lakhs"), 5),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 6),
    **dict.fromkeys(("crore", "crores"), 7),
    **dict.fromkeys(("bn", "billion", "billions"), 9),
}
_SIGN_OF_NAME = {
    "dollar": "$",
    "peso": "$",
    "pound": "£",
    "rupee": "rs",
    "yen": "¥",
    "yuan": "¥",
    **dict.fromkeys(("krona", "krone", "króna"), "kr"),
}
_LOCAL_SIGNS = {
    "AED": "dh", "BRL": "r$", "CHF": "fr", "CZK": "kč", "HUF": "ft", "IDR": "rp", "KES": "ksh",
    "MYR": "rm", "NGN": "₦", "PEN": "s/", "PLN": "zł", "RON": "lei", "RUB": "₽", "THB": "฿",
    "TRY": "₺", "UAH": "₴", "USD": "us$", "ZAR": "r",
}  # fmt: skip
_SAME = str.maketrans("’ʼ，．＄￥￡−٬", "''" + ",.$¥£-'")
_BODY = r"(?:(?<![^\W\d_])[.,٫])?\d(?:[\d .,'_٫]*\d)?"
_ONE_NUMBER = re.compile(rf"(?P<before>[^\d]*?)(?P<body>{_BODY})(?P<after>[^\d]*)")
_RANGE = re.compile(r"\d[^\d]*(?:[-–—~]|\bto\b|\band\b|\.\.|…)[^\d]*\d")
_NO_CENTS = re.compile(r"[.,][-–—]+")


class AmountError(ValueError):
    """The text is not one amount of money; the message says what to enter instead."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a bare number of money means: in which currency, for how long, before or after tax."""

    currency: str
    period: Period
    basis: Basis


def _current() -> dict[str, str]:
    codes = {entry[0] for entries in _TERRITORIES.values() for entry in entries if _is_tender(entry)}
    return {code: str(get_currency_name(code, locale="en")) for code in sorted(codes)} | INVENTED


def _is_tender(entry: tuple[str, object, object, bool]) -> bool:
    """Whether a CLDR entry (code, first day, last day, tender) is legal tender without an end."""
    return entry[2] is None and entry[3]


CURRENCIES: Mapping[str, str] = MappingProxyType(_current())


def usual_currency(territory: str) -> str:
    """The tender a territory took up last, by CLDR; "" when CLDR knows none ("DE" -> "EUR")."""
    entries = _TERRITORIES.get(territory.upper(), ())
    return next((str(entry[0]) for entry in reversed(entries) if _is_tender(entry)), "")


def digits(currency: str) -> int:
    """Decimals of a currency, by CLDR: 2 for USD, 0 for JPY, 3 for KWD, 2 for one it does not know."""
    return int(get_currency_precision(currency))


def quantize(amount: Amount, currency: str) -> Decimal:
    """The nearest amount the currency can pay; a half is rounded away from zero. Exact at any size."""
    places = digits(currency)
    return Decimal(f"{_units(amount, places)}E-{places}")


def _units(amount: Amount, places: int) -> int:
    """How many of the last of so many decimals it is, in whole numbers: a Fraction takes four times as long."""
    over, under = amount.as_integer_ratio()
    units: int = (2 * abs(over) * 10**places + under) // (2 * under)
    return -units if over < 0 else units


def as_decimal(amount: Fraction) -> Decimal:
    """A fraction as a decimal of 28 significant digits, for results; rounding to money comes later."""
    return Decimal(amount.numerator) / Decimal(amount.denominator)


def show(amount: Amount | None, frame: Frame, locale: str = "en", *, sign: bool = False) -> str:
    """An amount with its frame, "6,000 USD a year gross"; `sign` puts a plus before a gain."""
    if amount is None:
        return NOT_KNOWN
    number = show_number(amount, frame.currency, locale)
    plus = "+" if sign and _units(amount, digits(frame.currency)) > 0 else ""
    return f"{plus}{number} {unit(frame)}"


def unit(frame: Frame) -> str:
    """What a bare number is followed by: "USD a year gross"."""
    named = INVENTED.get(frame.currency, frame.currency)
    return " ".join(filter(None, (named, _SPOKEN[frame.period], frame.basis)))


def show_number(amount: Amount | None, currency: str, locale: str = "en") -> str:
    """The number alone, grouped as the locale does; its fraction only when that is not zero."""
    if amount is None:
        return NOT_KNOWN
    places = digits(currency)
    return written(_units(amount, places), places, locale)


def as_typed(amount: Amount | None, currency: str) -> str:
    """The text to put back into a field: `read_amount` reads it as the same amount. "" for None."""
    if amount is None:
        return ""
    whole, _, part = format(quantize(amount, currency), "f").partition(".")
    if not part.strip("0"):
        return whole
    if len(part) > 2:
        part = part.rstrip("0")
    # 1.234 alone could be a grouped 1234; nobody groups behind a leading zero.
    lead = "0" if len(part) == 3 and len(whole) < 4 and whole[0] != "0" else ""
    return f"{lead}{whole}.{part}"


def read_amount(text: str, currency: str) -> Decimal:
    """One amount of money as people type it, such as "120k", "1.2m", "120 000" or "120.000,50".

    Every other text raises AmountError: what can be read in two ways is asked about, never guessed.
    """
    if len(text) > LONGEST or not text.strip():
        raise AmountError("Enter one number, in digits.")
    found = _ONE_NUMBER.fullmatch(_plain(text))
    if found is None:
        raise AmountError(_why_not(text))
    _check_before(found["before"], currency)
    zeros = _read_after(found["after"], currency)
    amount = Decimal(f"{_read_body(found['body'], zeros, currency)}E{zeros}")
    if amount >= LIMIT:
        raise AmountError(f"Enter an amount under {LIMIT:,}.")
    return quantize(amount, currency)


def _plain(text: str) -> str:
    """The same text in ASCII digits, plain spaces and plain separators."""
    return "".join(_plain_character(character) for character in text.strip()).translate(_SAME).lower()


def _plain_character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return " " if kind == "Zs" else character


def _why_not(text: str) -> str:
    if not any(character.isdecimal() for character in text):
        return "Enter one number, in digits."
    if _RANGE.search(text):
        return "Enter one number, not a range."
    return "Enter one number in digits, without other words or signs."


def _check_before(before: str, currency: str) -> None:
    mark = before.strip()
    if mark.startswith(("-", "–", "—")) or mark.endswith(("-", "–", "—")):
        raise AmountError("Enter 0 or more.")
    _check_mark(mark.removeprefix("+").removesuffix("+").strip(), currency)


def _read_after(after: str, currency: str) -> int:
    """The zeros that a word such as "k" adds; the rest of the text can only be a currency."""
    rest = _NO_CENTS.sub("", after, count=1).strip() if _NO_CENTS.match(after) else after.strip()
    if _codes(rest):
        _check_mark(rest, currency)
        return 0
    word = max((word for word in _ZEROS if rest.startswith(word)), key=len, default="")
    _check_mark(rest.removeprefix(word).removeprefix("." if word else "").strip(), currency)
    return _ZEROS.get(word, 0)


def _check_mark(mark: str, currency: str) -> None:
    codes = _codes(mark)
    if mark and not codes:
        raise AmountError("Enter one number in digits, without other words or signs.")
    if mark and currency not in codes:
        named = f"{mark} ({', '.join(codes)})" if len(codes) == 1 else mark
        unit = INVENTED.get(currency, currency)
        raise AmountError(f"This is marked {named}. Enter the amount in {unit}.")


def _codes(mark: str) -> tuple[str, ...]:
    """The currencies a code, sign or name can stand for, as in "usd", "$" or "euros"."""
    known = _marks()
    return known.get(mark) or (known.get(mark[:-1], ()) if re.fullmatch(r"[^\W\d_]+\.", mark) else ())


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for code, name in CURRENCIES.items():
        many = str(get_currency_name(code, count=2, locale="en")) if code not in INVENTED else name
        last = name.lower().split()[-1]
        signs = [
            str(get_currency_symbol(code, "en")),
            _LOCAL_SIGNS.get(code, ""),
            _SIGN_OF_NAME.get(last, ""),
        ]
        for mark in {code, name, many, last, many.split()[-1], *signs}:
            known.setdefault(str(mark).lower().replace("\u202f", " "), []).append(code)
    known.pop("", None)
    return {mark: tuple(codes) for mark, codes in known.items()}


def _read_body(body: str, zeros: int, currency: str) -> str:
    groups, separators = re.split(r"[ .,'_٫]", body), re.findall(r"[ .,'_٫]", body)
    grouped, fraction = _grouped(groups, separators), _fraction(groups, separators)
    if grouped and fraction and (zeros or digits(currency) > 2):
        one, other = (as_typed(Decimal(f"{way}E{zeros}"), currency) for way in (fraction, grouped))
        raise AmountError(f"This can be read as {one} or as {other}. Enter the one you mean in that way.")
    if grouped:
        return grouped
    if not fraction:
        raise AmountError("Enter the digits alone: with these separators it is unclear which number is meant.")
    if len(groups[-1]) - zeros > digits(currency):
        raise AmountError(_too_fine(currency))
    return fraction


def _too_fine(currency: str) -> str:
    unit, places = INVENTED.get(currency, currency), digits(currency)
    if not places:
        return f"Enter a whole number: {unit} has no decimals."
    return f"Enter at most {places} decimals: {unit} has no more."


def _grouped(groups: list[str], separators: list[str]) -> str:
    """The whole number behind thousands (or lakhs) set apart by one kind of separator, else ""."""
    if not separators:
        return groups[0]
    lengths = [len(group) for group in groups]
    western = 1 <= lengths[0] <= 3 and set(lengths[1:]) == {3}
    indian = 1 <= lengths[0] <= 2 and lengths[-1] == 3 and set(lengths[1:-1]) == {2} and separators[0] != "."
    one_kind = len(set(separators)) == 1 and separators[0] != "٫"
    return "".join(groups) if one_kind and groups[0][:1] != "0" and (western or indian) else ""


def _fraction(groups: list[str], separators: list[str]) -> str:
    """The number behind one decimal point or comma, its whole part perhaps grouped, else ""."""
    if not separators or separators[-1] not in ".,٫" or separators[-1] in separators[:-1]:
        return ""
    whole = "0" if groups[0] == "" else _grouped(groups[:-1], separators[:-1])
    return f"{whole}.{groups[-1]}" if whole else ""
