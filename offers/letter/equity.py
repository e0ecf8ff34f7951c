"""Shares and options: how many, what they are worth, and when they become one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from offers.letter.found import SEVERAL, SPOKEN, Found, Sentence, in_months, many, one, plain, several
from offers.letter.keywords import MONEY, MONTH, OPTION, PERCENT, SHARE, YEAR
from offers.letter.marks import Mark
from offers.letter.topics import Said

YEARLY = "This is an amount {}, not the worth of one grant: ask how the grant is written."
PARTS = "These parts do not add up to 100 percent over the years named: enter the schedule yourself."
_CADENCE = {
    "1": r"\bmonthly\b|each month|every month|per month|1/(?:24|36|48|60)",
    "3": r"\bquarterly\b|each quarter|every quarter|every (?:three|3) months",
    "6": r"semi-?annual|half-?yearly|every (?:six|6) months|twice a year",
    "12": r"\b(?:annual|year)ly\b|\b(?:each|every) (?:year|anniversary)|annual (?:instal|vest)|(?:per|once a) year",
}
_SPOKEN_CADENCE = {"1": "every month", "3": "every three months", "6": "every six months", "12": "once a year"}
_NAMED: dict[tuple[int, ...], str] = {(33, 33, 22, 12): "front", (5, 15, 40, 40): "back"}
_ONE_YEAR = r"(?:first|one|1|12|twelve)[- ](?:year|months?)"
_FIRST_YEAR = rf"first (?:anniversary|year)|one[- ]year anniversary|{_ONE_YEAR} (?:of|after)|after (?:the )?{_ONE_YEAR}"


def shares(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: a number of shares, or the worth of the grant, beside "RSU", "stock grant". Units: shares, money.
    Errors: none; two different numbers, or an amount a year, are doubts."""
    worth, count = one(said.of(MONEY)), one(said.of(SHARE))
    if not (worth or count):
        return
    doubt = (worth[1] if worth else "") or (count[1] if count else "")
    if worth and worth[0].period:
        doubt = doubt or YEARLY.format(SPOKEN.get(worth[0].period, worth[0].period))
    values = {} if doubt else _values(sentence, worth and worth[0], count and count[0])
    yield _granted(sentence, said, "shares", values, doubt, said.of(MONEY, SHARE))


def options(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: a number of options, or a percent of the company, beside "stock options". Units: options, percent.
    Errors: none; what options are said to be worth is left to the reader."""
    count = one(said.of(OPTION, SHARE))
    parts = [mark for mark in said.of(PERCENT) if not sentence.has("vest") or _of_company(sentence, mark)]
    part = one(parts)
    if not (count or part):
        return
    doubt = (count[1] if count else "") or (part[1] if part else "")
    values = {} if doubt else _values(sentence, None, count and count[0])
    if part and part[0].value is not None and not doubt:
        values["share"] = plain(part[0].value)
    used = said.of(OPTION, SHARE) + parts
    yield _granted(sentence, said, "options", values, doubt, used)


def _of_company(sentence: Sentence, mark: Mark) -> bool:
    """A part of the company, not of the grant."""
    whole = (
        r"\s*(?:of (?:the |our |all )*(?:company|fully|outstanding|total|equity|common)|in (?:stock|share)? ?options)"
    )
    return re.match(rf"{whole}|\s*(?:ownership|equity|stake)", sentence.text[mark.end :][:50], re.I) is not None


def _values(sentence: Sentence, worth: Mark | None, count: Mark | None) -> dict[str, str]:
    values = {}
    if worth and worth.value is not None:
        values["amount"] = sentence.typed(worth.value)  # a number of shares beside it says the same in another way
    elif count and count.value is not None:
        values["count"] = plain(count.value)
    return values


def _granted(sentence: Sentence, said: Said, kind: str, values: dict[str, str], doubt: str, marks: list[Mark]) -> Found:
    parts = []
    if "count" in values:
        parts.append(f"{Decimal(values['count']):,f} of them")
    if "amount" in values:
        parts.append(f"worth {sentence.money(Decimal(values['amount']))}")
    if "share" in values:
        parts.append(f"{values['share']} % of the company")
    name = "Shares (RSU)" if kind == "shares" else "Options to buy shares"
    says = f"{name}: {', '.join(parts) or several(marks)}"
    return Found(target=kind, values=values, says=says, doubt=doubt, marks=tuple(marks), at=said.start)


def strike(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount beside "exercise price". Units: money a share. Errors: none."""
    if read := one(said.of(MONEY)):
        mark, doubt = read
        known = mark.value is not None and not doubt
        values = {"strike": sentence.typed(mark.value or Decimal(0))} if known else {}
        words = sentence.money(mark.value or Decimal(0)) if known else several(said.of(MONEY))
        yield _joined("options", values, f"price to pay for a share {words}", doubt, said.of(MONEY))


def _joined(kind: str, values: dict[str, str], says: str, doubt: str, marks: list[Mark], at: int = 0) -> Found:
    at = marks[0].start if marks else at
    return Found(target=kind, values=values, says=says, doubt=doubt, marks=tuple(marks), at=at, joins=kind)


def vesting(sentence: Sentence) -> Iterator[Found]:
    """Rule: years, cliff and rhythm of a sentence that speaks of vesting. Units: years, months, percent.
    Errors: none; parts that are not 100 percent, two spans or two rhythms are doubts."""
    if not sentence.has("vest"):
        return
    if sentence.has("match"):
        yield from _match_vests(sentence)
        return
    kind = next((kind for kind in ("options", "refresher", "shares") if sentence.has(kind)), "grant")
    spans = [mark for mark in sentence.marks if mark.kind == "count" and mark.unit in (MONTH, YEAR)]
    percents = [mark for mark in sentence.marks if mark.kind == "percent" and not _of_company(sentence, mark)]
    cliff, rest = _cliff(sentence, spans)
    years, doubt = _years(sentence, rest, cliff)
    cadence = [months for months, pattern in _CADENCE.items() if sentence.find(pattern)]
    parts = _slashed(sentence) or [mark.value for mark in percents]
    schedule, own, wrong = _schedule(parts, years, cliff)
    doubt = doubt or wrong or (SEVERAL if len(cadence) > 1 else "")
    values = {"schedule": schedule, "own_schedule": own, "vest_years": years, "cliff": cliff}
    values |= {"cadence": cadence[0] if len(cadence) == 1 else ""}
    if sentence.find(r"double[- ]trigger|liquidity event"):
        values["double_trigger"] = "yes"
    values = {name: value for name, value in values.items() if value}
    if values or doubt:
        yield _joined(
            kind, {} if doubt else values, _spoken(values), doubt, [*spans, *percents], sentence.text.find("vest")
        )


def _cliff(sentence: Sentence, spans: list[Mark]) -> tuple[str, list[Mark]]:
    """The months before the first part comes, and the spans that are left."""
    for mark in spans:
        behind, before = sentence.text[mark.end : mark.end + 20], sentence.text[max(0, mark.start - 20) : mark.start]
        unit = r"\)?[\s-]?(?:months?|years?)['’]?[\s-]"
        is_cliff = re.match(rf"{unit}(?:vesting )?cliff", behind, re.I) or re.search(
            r"cliff (?:of|at|after) ?$", before
        )
        months = in_months(mark)
        if is_cliff and months is not None and months % 1 == 0:
            return plain(months), [other for other in spans if other is not mark]
    if sentence.find(_FIRST_YEAR):
        return "12", [
            m for m in spans if not re.search(r"after (?:the )?$", sentence.text[max(0, m.start - 10) : m.start])
        ]
    return "", spans


def _years(sentence: Sentence, spans: list[Mark], cliff: str) -> tuple[str, str]:
    read = one(spans)
    if not read:
        return "", ""
    months = in_months(read[0])
    if read[1] or months is None:
        return "", read[1] or SEVERAL
    before = sentence.text[max(0, read[0].start - 30) : read[0].start]
    if cliff and re.search(r"\b(?:remain\w*|rest|balance|following|next|subsequent|further)\b", before, re.I):
        months += int(cliff)
    return (plain(months / 12), "") if months % 12 == 0 and months else ("", PARTS)


def _slashed(sentence: Sentence) -> list[Decimal | None]:
    """ "33/33/22/12": the parts of the years."""
    found = sentence.find(r"(?<![\d/])\d{1,2}(?:\s?/\s?\d{1,2}){2,9}(?![\d/])")
    return [Decimal(part) for part in re.findall(r"\d+", found[0])] if found else []


def _match_vests(sentence: Sentence) -> Iterator[Found]:
    """What they add to retirement money may become one's own only later."""
    spans = [mark for mark in sentence.marks if mark.kind == "count" and mark.unit in (MONTH, YEAR)]
    percents = [mark for mark in sentence.marks if mark.kind == "percent"]
    read = one(spans)
    if read and not read[1] and not percents and (months := in_months(read[0])) is not None:
        says = f"yours after {many(plain(months), 'month')}"
        yield _joined("match", {"vest_months": plain(months)}, says, "", spans)


def _schedule(parts: list[Decimal | None], years: str, cliff: str) -> tuple[str, str, str]:
    """The named schedule, one's own parts, and what is wrong with them."""
    if any(part is None for part in parts):
        return "", "", PARTS
    known = [part for part in parts if part is not None]
    if not known or set(known) == {Decimal(100)}:
        return ("even" if years else ""), "", ""
    even = Decimal(100) / int(years) if years else None
    if (
        even is not None
        and known[0] == even
        and (len(known) == 1 or set(known) == {even} or (sum(known) == 100 and cliff))
    ):
        return "even", "", ""
    if sum(known) == 100 and len(known) > 1 and (not years or len(known) == int(years)):
        name = _NAMED.get(tuple(int(part) for part in known), "own")
        return name, ("" if name != "own" else ", ".join(plain(part) for part in known)), ""
    return "", "", PARTS


def _spoken(values: dict[str, str]) -> str:
    years, cliff = values.get("vest_years"), values.get("cliff")
    named = {"front": "33, 33, 22 and 12 percent", "back": "5, 15, 40 and 40 percent", "even": "", "": ""}
    parts = [
        f"yours over {years} {'year' if years == '1' else 'years'}" if years else "",
        values.get("own_schedule") or named.get(values.get("schedule", ""), ""),
        f"nothing before month {cliff}" if cliff else "",
        _SPOKEN_CADENCE.get(values.get("cadence", ""), ""),
        "only if the company is also sold or listed" if "double_trigger" in values else "",
    ]
    return ", ".join(part for part in parts if part) or "when the grant becomes yours"


def refresher(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount beside "refresher". Units: money a year. Errors: none."""
    if read := one(said.of(MONEY)):
        mark, doubt = read
        known = mark.value is not None and not doubt
        hoped = sentence.find(r"\bmay\b|discretion|eligible|consider|not guaranteed")
        promise = {"promise": "hoped" if hoped else "promised"}
        values = {"amount": sentence.typed(mark.value or Decimal(0))} | promise if known else {}
        words = sentence.money(mark.value or Decimal(0), "year") if known else several(said.of(MONEY))
        says = f"A further grant of shares: {words}{', not promised' if hoped else ''}"
        marks = tuple(said.of(MONEY))
        yield Found(target="refresher", values=values, says=says, doubt=doubt, marks=marks, at=mark.start)
