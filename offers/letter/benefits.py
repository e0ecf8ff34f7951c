"""Commission, allowances and what is paid once: each becomes a row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from groundwork.money import quantize
from offers.letter.found import PERIODS, Found, Sentence, counted, many, one, plain, several
from offers.letter.keywords import MONEY, MONTH, PERCENT
from offers.letter.marks import Mark
from offers.letter.topics import Said

NOT_SURE = {"certainty": "likely"}  # paid for what one sells: never guaranteed
WHEN = "The letter does not say whether this is paid once or every year: ask, then enter it yourself."
UNEVEN = "An amount a year that does not divide into twelve exact months: enter a month’s commission yourself."


def commission(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: a percent, or an amount a month at full quota (a year's by twelve). Units: percent, money a month.
    Errors: none; an amount without a period, or one that twelve does not divide, is a doubt."""
    quota = [mark for mark in sentence.marks if mark.kind == "percent" and _of_quota(sentence, mark)]
    if read := one(said.of(MONEY)):
        mark, doubt = read
        amount = _a_month(sentence, mark)
        doubt = doubt or (UNEVEN if mark.period == "year" else WHEN) * (amount is None)
        says = several(said.of(MONEY)) if doubt else sentence.money(amount or Decimal(0), "month")
        values = {} if doubt else {"amount": sentence.typed(amount or Decimal(0)), **NOT_SURE}
        yield _row("commission", values, f"Commission: {says} at full quota", doubt, said.of(MONEY) + quota)
    elif read := one(rates := [mark for mark in said.of(PERCENT) if mark not in quota]):
        mark, doubt = read
        values = {} if doubt or mark.value is None else {"percent": plain(mark.value), **NOT_SURE}
        yield _row("commission", values, f"Commission: {several(rates)}", doubt, rates + quota)


def delay(sentence: Sentence) -> Iterator[Found]:
    """Rule: commission is paid so many months after it is earned. Units: months. Errors: none; days are left alone,
    for they are no exact months."""
    if not sentence.has("commission"):
        return
    spans = [mark for mark in sentence.marks if mark.kind == "count" and mark.unit == MONTH]
    late = [mark for mark in spans if re.match(r"\s?months? (?:after|later)", sentence.text[mark.end :][:20], re.I)]
    if (read := one(late)) and not read[1] and read[0].value is not None and sentence.find(r"\bpa(?:y|id)\b"):
        values = {"delay_months": plain(read[0].value)}
        yield _row("commission", values, f"paid {counted(late)} later", "", late, "commission")


def _of_quota(sentence: Sentence, mark: Mark) -> bool:
    behind = sentence.text[mark.end :][:40]
    return re.match(r"\s*of (?:your |the |annual )*(?:quota|target|plan)", behind, re.I) is not None


def _a_month(sentence: Sentence, mark: Mark) -> Decimal | None:
    if mark.value is None or mark.period not in ("month", "year"):
        return None
    month = mark.value / (12 if mark.period == "year" else 1)
    return month if quantize(month, sentence.currency) == month else None


def _row(
    kind: str, values: dict[str, str], says: str, doubt: str, marks: list[Mark], joins: str = "", label: str = ""
) -> Found:
    values = ({"label": label} if label and values else {}) | values
    return Found(target=kind, values=values, says=says, doubt=doubt, marks=tuple(marks), at=marks[0].start, joins=joins)


def quota(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount beside "quota", for a year. Units: money a year. Errors: none; another period is a doubt."""
    if read := one(said.of(MONEY)):
        mark, doubt = read
        doubt = doubt or ("Enter what the quota makes in a year." if mark.period not in ("", "year") else "")
        known = mark.value is not None and not doubt
        values = {"quota": sentence.typed(mark.value or Decimal(0))} if known else {}
        words = sentence.money(mark.value or Decimal(0), "year") if known else several(said.of(MONEY))
        yield _row("commission", values, f"quota {words}", doubt, said.of(MONEY), "commission")


def draw(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount a month and the months beside "draw"; recoverable or not as it says. Units: money, months.
    Errors: none; two amounts or another period are doubts."""
    if not (read := one(said.of(MONEY))):
        return
    mark, doubt = read
    doubt = doubt or ("Enter what the draw makes in a month." if mark.period not in ("", "month") else "")
    span = one([each for each in sentence.marks if each.kind == "count" and each.unit == MONTH])
    known = mark.value is not None and not doubt
    values = {"draw": sentence.typed(mark.value or Decimal(0))} if known else {}
    if known and span and not span[1] and span[0].value is not None:
        values["draw_months"] = plain(span[0].value)
    if known and (kind := sentence.find(r"(non[- ]?)?recoverable")):
        values["recoverable"] = "no" if kind[1] else "yes"
    words = sentence.money(mark.value or Decimal(0), "month") if known else several(said.of(MONEY))
    words += f" for {many(values['draw_months'], 'month')}" if "draw_months" in values else ""
    yield _row("commission", values, f"paid at least {words}", doubt, said.of(MONEY), "commission")


def ramp(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the months beside "ramp". Units: months. Errors: none."""
    if read := one(said.of(MONTH)):
        mark, doubt = read
        values = {} if doubt or mark.value is None else {"ramp_months": plain(mark.value)}
        yield _row(
            "commission",
            values,
            f"first {counted(said.of(MONTH))} to grow into it",
            doubt,
            said.of(MONTH),
            "commission",
        )


def premium(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: an amount with its unit, or a percent of hourly pay, beside "shift differential". Units: as written.
    Errors: none; an amount without a unit is a doubt."""
    label = said.words[:1].upper() + said.words[1:]
    if read := one(said.of(MONEY)):
        mark, doubt = read
        doubt = doubt or ("" if mark.period in PERIODS else "The letter does not say for what unit this is paid.")
        yield _allowance(sentence, said, mark, doubt, label)
    elif read := one(said.of(PERCENT)):
        mark, doubt = read
        values = {} if doubt or mark.value is None else {"percent": plain(mark.value), "period": "hour"}
        says = f"{label}: {several(said.of(PERCENT))} of hourly pay"
        yield _row("allowance", values, says, doubt, said.of(PERCENT), label=label)


def _allowance(sentence: Sentence, said: Said, mark: Mark, doubt: str, label: str) -> Found:
    known = mark.value is not None and not doubt
    values = {"amount": sentence.typed(mark.value or Decimal(0)), "period": mark.period} if known else {}
    words = sentence.money(mark.value or Decimal(0), mark.period) if known else several(said.of(MONEY))
    return _row("allowance", values, f"{label}: {words}", doubt, said.of(MONEY), label=label)


def allowance(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount with its period beside "car allowance" and the like. Units: money. Errors: none."""
    if read := one(said.of(MONEY)):
        mark, doubt = read
        doubt = doubt or ("" if mark.period in PERIODS else WHEN)
        yield _allowance(sentence, said, mark, doubt, said.words[:1].upper() + said.words[1:])


def once(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: relocation money is paid once. Units: money. Errors: none."""
    yield from _extra(sentence, said, "Relocation", every="once")


def learning(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: learning money, once or a year as it says. Units: money. Errors: none; neither said is a doubt."""
    yield from _extra(sentence, said, "Learning money", every="")


def equipment(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: money for equipment, once or a year as it says. Units: money. Errors: none; neither said is a doubt."""
    yield from _extra(sentence, said, "Equipment money", every="")


def _extra(sentence: Sentence, said: Said, label: str, *, every: str) -> Iterator[Found]:
    """A row of its own. "Up to" is a ceiling: nobody can say yet how much of it comes."""
    if not (read := one(said.of(MONEY), limited=True)):
        return
    mark, doubt = read
    if not every and re.search(r"one[- ](?:time|off)|single|once|initial|lump", sentence.text, re.I):
        every = "once"
    every = "year" if mark.period == "year" else every
    doubt = doubt or ("" if every and mark.period in ("", "year") else WHEN)
    ceiling = mark.limit == "most" or re.search(r"up to|maximum|not exceed", sentence.text[: mark.start][-40:], re.I)
    known = mark.value is not None and not doubt
    values = {"amount": sentence.typed(mark.value or Decimal(0)), "every": every} if known else {}
    if known:
        values["certainty"] = "maybe" if ceiling else "guaranteed"
    words = sentence.money(mark.value or Decimal(0), "year" if every == "year" else "")
    says = (
        f"{'up to ' if ceiling else ''}{words}{', once, in year 1' if every == 'once' else ''}"
        if known
        else several(said.of(MONEY))
    )
    yield _row("extra", values, f"{label}: {says}", doubt, said.of(MONEY), label=label)


def purchase(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the percent beside "stock purchase plan" is the discount if the sentence says so. Units: percent.
    Errors: none; a percent that is not called a discount is a doubt."""
    if read := one(said.of(PERCENT)):
        mark, doubt = read
        doubt = doubt or ("" if sentence.find(r"discount") else "The letter does not call this percent a discount.")
        values = {} if doubt or mark.value is None else {"percent": plain(mark.value)}
        if values and (kind := sentence.find(r"(no |without (?:a )?)?look-?back")):
            values["lookback"] = "no" if kind[1] else "yes"
        says = f"Buying shares at a discount of {several(said.of(PERCENT))}"
        yield _row("purchase", values, says, doubt, said.of(PERCENT))
