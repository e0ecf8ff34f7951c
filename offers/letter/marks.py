"""The numbers of a sentence, each with what it counts: money, percent, a date, hours, days, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from groundwork.money import CURRENCIES, INVENTED, AmountError, read_amount
from offers.letter.currency import another, named
from offers.letter.dates import days

Kind = Literal["money", "percent", "date", "count", "number"]
RANGE = "The letter gives a range: find out which one is meant, then enter it yourself."
MOST = 24  # numbers in what was cut as one sentence; with more it is no sentence that these rules can read
LIMITS = {
    "up to": "most",
    "capped": "most",
    "most": "most",
    "maximum": "most",
    "exceed": "most",
    "least": "least",
    "minimum": "least",
}

_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,'’]\d+)*"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen"
    r"|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty|sixty|ninety)\b",
    re.I,
)
_SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
_WORDS = {word: at + 1 for at, word in enumerate(_SMALL)} | {
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
    **{f"twenty-{word}": 20 + at + 1 for at, word in enumerate(_SMALL[:9])},
}
_SMALL_CODES = ("usd", "eur", "gbp", "chf", "inr")  # more would be words, such as "all" and "try"
_CODES = "|".join([*sorted(code for code in CURRENCIES if code not in INVENTED), *_SMALL_CODES])
_SIGN = r"(?:US|CA|AU|NZ|HK|[ACSR])?\$|[£€¥₹₩₦₪₽₺₴฿₱]"
_MARK_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?P<code>{_CODES}))?\s?(?P<sign>{_SIGN}|(?<![A-Za-z])(?:Rs|CHF|Fr|kr)\.?)?\s?$"
)
_NAMES = r"(?:US )?dollars?|euros?|pounds?(?: sterling)?|rupees?|(?:Swiss )?francs?|yen|kron(?:a|or|e|er)|[Zz]loty"
_MARK_AFTER = re.compile(rf"\s?(?P<mark>(?:{_CODES})\b|{_SIGN}|(?:{_NAMES})\b|(?:kr|zł|Kč)\b)")
_TIMES = re.compile(r"\s?(?P<times>k|thousand|lakhs?|lacs?|LPA|L|crores?|cr|million|mn|m)\b", re.I)
_TIMES_READ = {"lac": "lakh", "lacs": "lakh", "lpa": "lakh", "l": "lakh", "cr": "crore"}
_SURE_TIMES = frozenset({"k", "thousand", "lakh", "lakhs", "lac", "lacs", "lpa"})  # money even without a currency
_PAYMENTS = re.compile(r"\s(?:equal )?(?:monthly )?(?:payments|instal?lments|salaries|times)\b", re.I)
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b|pct\b)", re.I)
_UNIT = re.compile(
    r"['’]?[\s-]?(?:\(\d{1,3}\)\s?)?\)?\s?(?:(?:full|additional|extra|further|working|work|paid|business|calendar"
    r"|consecutive|scheduled|weekly"
    r"|restricted|non-qualified|nonqualified|incentive|employee|ordinary|common|performance|stock|share|virtual"
    r"|phantom"
    r"|public|bank|federal|company|statutory|national|gazetted|observed|EMI|vacation|PTO|sick|annual|leave|personal)[\s-]){0,4}"
    r"(?P<unit>hour|hr|day|week|month|year|share|RSU|PSU|option|unit|holiday)s?\b",
    re.I,
)
_UNITS = {"hr": "hour", "rsu": "share", "psu": "share", "unit": "share"}
_PERIOD = re.compile(
    r"(?P<two>bi-?weekly|fortnight(?:ly)?|every (?:two|2|other) weeks?)|(?P<half>semi-?monthly|twice (?:a|per) month)"
    r"|(?P<quarter>(?:per|a|each|every) quarter|quarterly)"
    r"|(?:\b(?:per|an?|each|every)\s|/\s?)(?:calendar |working |contract |full )?"
    r"(?P<each>hour|hr|day|shift|week|wk|month|mo|year|yr|annum)\b"
    r"|\b(?P<ly>hourly|daily|weekly|monthly|yearly|annually|p\.?a\b|LPA\b|per annum)",
    re.I,
)
_PERIODS = {
    "hr": "hour",
    "shift": "day",
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "annum": "year",
    "pa": "year",
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "p.a": "year",
    "lpa": "year",
    "per annum": "year",
}
# What ends the words that still belong to an amount.
_STOP = re.compile(
    r"\d|[;•|]|\b(?:and|plus|with|for|from|upon|after|within|if|when|but|while|until|during|or|over|paid|payable|times"
    r"|payments|instal\w+|vest\w*|twelve|thirteen|fourteen)\b",
    re.I,
)
_RANGE = re.compile(rf"\s*(?:k|%|{_SIGN}|{_CODES})?\s*(?:-|–|—|to|through)\s*(?:{_SIGN}|{_CODES}|Rs\.?)?\s*", re.I)
_BETWEEN = re.compile(rf"\s*(?:k|%|{_SIGN}|{_CODES})?\s*and\s*(?:{_SIGN}|{_CODES}|Rs\.?)?\s*", re.I)
_LIMIT = re.compile(
    r"\b(?P<limit>up to|capped at|(?:at )?most|maximum|not (?:to )?exceed(?:ing)?|exceed|(?:at )?least|minimum)"
    r"(?: of)?(?: an?)?\s*[^\w\s]{0,3}\s*(?:[A-Za-z]{2,3}\.?\s?)?[$£€₹]?$",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One number of a sentence. `period`: what it is for, as in "a year"; `limit`: "most" or "least";
    `currency`: what its signs say, as a code or, if that can be several, as a sign."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | None = None
    day: date | None = None
    unit: str = ""
    period: str = ""
    limit: str = ""
    currency: str = ""
    doubt: str = ""


def marks(sentence: str, currency: str) -> list[Mark]:
    """Rule: dates first, then every other number by the words around it. Units: as written.
    Errors: none; what cannot be read carries its doubt."""
    found = [Mark(kind="date", start=d.start, end=d.end, text=sentence[d.start : d.end], day=d.day, doubt=d.doubt)
             for d in days(sentence)]  # fmt: skip
    rest = sentence
    for day in found:
        rest = rest[: day.start] + "\0" * (day.end - day.start) + rest[day.end :]
    numbers = list(_NUMBER.finditer(rest))
    if len(numbers) > MOST:
        return found
    read = [(number, mark) for number in numbers if (mark := _mark(rest, number, currency))]
    return sorted([*found, *_ranges(rest, read)], key=lambda mark: mark.start)


def _mark(text: str, number: re.Match[str], currency: str) -> Mark | None:
    before, after = text[max(0, number.start() - 12) : number.start()], text[number.end() : number.end() + 80]
    same = {"start": number.start(), "end": number.end(), "text": number[0], "limit": _limit(text, number.start())}
    if number[0] in ("401", "403", "457") and re.match(r"\s?\(?[kb]\b", after, re.I):
        return None  # the name of a retirement plan
    if percent := _PERCENT.match(after):
        return _valued(Mark(kind="percent", **(same | {"end": number.end() + percent.end()})))  # type: ignore[arg-type]
    if number[0][0].isdigit() and (money := _money(before, number, after, currency)):
        return replace(money, limit=same["limit"])  # type: ignore[arg-type]
    if (unit := _UNIT.match(after)) and not before[-1:].isalnum():
        name = unit["unit"].lower()
        period = _period(after[unit.end() :])
        return _valued(Mark(kind="count", unit=_UNITS.get(name, name), period=period, **same))  # type: ignore[arg-type]
    if not number[0][0].isdigit() or before[-1:].isalnum() or _PAYMENTS.match(after):
        return None
    return _valued(Mark(kind="number", period=_period_at_once(after), **same))  # type: ignore[arg-type]


def _limit(text: str, at: int) -> str:
    found = _LIMIT.search(text[max(0, at - 30) : at])
    word = found["limit"].lower() if found else ""
    return next((limit for name, limit in LIMITS.items() if name in word), "")


def _valued(mark: Mark) -> Mark | None:
    """With its value; a plain number of hours or percent has at most one separator, or thousands."""
    word = mark.text.lower().replace(" ", "-")
    if word in _WORDS:
        return replace(mark, value=Decimal(_WORDS[word]))
    figures = re.match(r"[\d.,'’ \u00a0\u202f]+", mark.text)
    return replace(mark, value=_plain(figures[0])) if figures else None


def _plain(figures: str) -> Decimal | None:
    if len(figures) > 20:
        return None
    if re.fullmatch(r"\d{1,3}([ ,.'’\u00a0\u202f]\d{3})+", figures) and figures[0] != "0":
        return Decimal(re.sub(r"\D", "", figures))
    if re.fullmatch(r"\d+(?:[.,]\d{1,6})?", figures):
        return Decimal(figures.replace(",", "."))
    return None


def _money(before: str, number: re.Match[str], after: str, currency: str) -> Mark | None:
    mark = _MARK_BEFORE.search(before)
    signs = [sign for sign in (mark["code"], mark["sign"]) if sign] if mark else []
    times = _TIMES.match(after)
    end = times.end() if times else 0
    follows = _MARK_AFTER.match(after, end)
    if times and not (follows or signs) and times["times"].lower() not in _SURE_TIMES:
        times, end, follows = None, 0, _MARK_AFTER.match(after)
    if follows:
        signs.append(follows["mark"])
    if not (signs or times):
        return None
    word = times["times"].lower() if times else ""
    value, doubt = _amount(number[0], _TIMES_READ.get(word, word), signs, currency)
    period = "year" if word == "lpa" else _period(after[follows.end() if follows else end :])
    start, stop = number.start() - (len(mark[0]) if mark else 0), number.end() + (follows.end() if follows else end)
    words = f"{before[mark.start() :] if mark else ''}{number[0]}{after[: stop - number.end()]}".strip()
    return Mark(
        kind="money",
        start=start,
        end=stop,
        text=words,
        value=value,
        period=period,
        doubt=doubt,
        currency=named(signs, currency),
    )


def _amount(figures: str, times: str, signs: list[str], currency: str) -> tuple[Decimal | None, str]:
    """The amount as every one of its signs says; they have to agree with the offer's currency."""
    try:
        read = [read_amount(f"{sign.replace('.', '')} {figures}{times}".strip(), currency) for sign in signs or [""]]
    except AmountError as error:
        return None, another(named(signs, currency), currency) or str(error)
    return read[0], ""


def _period(after: str) -> str:
    """For how long an amount is, by the words right behind it."""
    stop = _STOP.search(after, 1)
    found = _PERIOD.search(after[: min(stop.start() if stop else 45, 45)])
    if not found and (two := _PERIOD.match(after.lstrip(" ,("))) and two["two"]:
        found = two
    return _named(found)


def _period_at_once(after: str) -> str:
    return _named(_PERIOD.match(after.lstrip()))


def _named(found: re.Match[str] | None) -> str:
    if not found:
        return ""
    special = next((name for name in ("two", "half", "quarter") if found[name]), "")
    word = (found["each"] or found["ly"] or "").lower()
    return special or _PERIODS.get(word, word)


def _ranges(text: str, read: list[tuple[re.Match[str], Mark]]) -> Iterator[Mark]:
    """Two numbers that make a range become one mark with a doubt: nobody can say which one is meant."""
    index = 0
    while index < len(read):
        number, mark = read[index]
        index += 1
        if index < len(read) and _is_range(text, number, read[index][0]):
            other, after = read[index]
            index += 1
            kind = after.kind if after.kind != "number" else mark.kind
            words = text[mark.start : max(other.end(), after.end)].strip()
            yield replace(after, kind=kind, start=mark.start, text=words, value=None, doubt=RANGE)
        else:
            yield mark


def _is_range(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    gap = text[one.end() : other.start()]
    if len(gap) > 14:
        return False
    between = re.search(r"\bbetween\b[^\d]{0,12}$", text[max(0, one.start() - 24) : one.start()], re.I)
    return bool(_RANGE.fullmatch(gap) or (between and _BETWEEN.fullmatch(gap)))
