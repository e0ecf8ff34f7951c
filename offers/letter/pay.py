"""Base pay, bonus, sign-on payment: what a letter says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from offers.letter.found import PERIODS, SEVERAL, SPOKEN, Found, Sentence, counted, in_months, many, one, plain, several
from offers.letter.keywords import BARE, MONEY, MONTH, PERCENT, YEAR
from offers.letter.marks import Mark
from offers.letter.topics import VERB, Said

# How often a year each of them is paid; an hour by the hours of a full-time year, 40 x 52.
_A_YEAR = {"year": 1, "month": 12, "half": 24, "two": 26, "week": 52, "day": 260, "hour": 2080}
_ADJECTIVES = {
    r"annual|year": "year",
    r"month": "month",
    r"week": "week",
    r"daily": "day",
    r"hour": "hour",
}
NET = "This is pay after tax: enter it yourself, and choose “After tax” beside it."
AFTER_TAX = r"\bafter[- ]tax|\btake[- ]home|\bnet\b(?! (?:new|sales|revenue|worth|profit))"
PART = "This is what full-time work would bring: enter what your own hours bring."
NO_PERIOD = "The letter does not say whether this is for a year, a month or an hour: ask, then enter it yourself."
OTHER_PERIOD = "It is paid {}: enter what that makes in a month or a year."
NOT_YET = "This is pay that comes later, or on a condition: enter it as what is paid next."
LATER = (
    r"(?<!reviewed )\bafter (?:\w+ ){0,4}(?:probation|trial|months?|years?|review|certification|training)\b"
    r"|\b(?:ris|increas|go|rais|mov)(?:es?|ed|ing|e up|es up)? (?:up )?to\b|\bonce you\b|\bupon completi"
)
TOTAL = "A total of several payments, not base pay alone: ask what it is made of."
REPAY = (
    r"\b(?:re-?pa(?:y\w*|id)|pa(?:y|id) back|refund\w*|claw(?:ed)?[- ]?back|reimburse (?:us|the)"
    r"|return (?:the|it|this|all))"
)


def base(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount beside words such as "base salary", with its period. Units: money, in the period named.
    Errors: none; no period, a range, several amounts that differ, net or part-time pay are doubts."""
    marks = [mark for mark in said.of(MONEY, BARE) if mark.kind == "money" or _looks_like_pay(mark)]
    if said.topic == VERB and any(other.topic == "premium" and other.start < said.start for other in sentence.said):
        return
    if said.topic == VERB:
        marks = [mark for mark in marks if mark.period]
    if not marks:
        return
    usual = _adjective(sentence, said)
    mark, doubt = _pay(marks, usual) or (marks[0], SEVERAL)
    if usual and len(marks) == 1 and mark.period not in ("", usual):
        doubt = doubt or NO_PERIOD
    if sentence.find(
        r"\b(?:net|after[- ]tax|take[- ]home) pay|\bafter tax|\bnet\b(?! (?:new|sales|revenue|worth|profit))"
    ):
        doubt = doubt or NET
    elif sentence.find(r"\bFTE\b|full[- ]time equivalent|pro[- ]?rata|pro-?rated"):
        doubt = doubt or PART
    elif sentence.find(LATER):
        doubt = doubt or NOT_YET
    yield _pay_found(sentence, marks, mark, doubt)


def _pay_found(sentence: Sentence, marks: list[Mark], mark: Mark, doubt: str) -> Found:
    if mark.period and mark.period not in PERIODS:
        doubt = doubt or OTHER_PERIOD.format(SPOKEN[mark.period])
    elif not mark.period:
        doubt = doubt or NO_PERIOD
    known = mark.value is not None and not doubt
    says = sentence.money(mark.value or Decimal(0), mark.period) if known else several(marks)
    values = {"base": sentence.typed(mark.value or Decimal(0)), "period": mark.period} if known else {}
    return Found(
        target="offer", values=values, says=f"Base pay: {says}", doubt=doubt, marks=tuple(marks), at=mark.start
    )


def _looks_like_pay(mark: Mark) -> bool:
    """A number without a currency: only one with its period, or with thousands."""
    return mark.doubt != "" or mark.period in PERIODS or bool(re.fullmatch(r"\d{1,3}([,. '’]\d{2,3})+", mark.text))


def _adjective(sentence: Sentence, said: Said) -> str:
    """The period in words such as "annual base salary" or "hourly rate"."""
    near = sentence.text[max(0, said.start - 15) : said.end]
    found = {period for pattern, period in _ADJECTIVES.items() if re.search(rf"\b(?:{pattern})", near, re.I)}
    return found.pop() if len(found) == 1 else ""


def _pay(marks: list[Mark], adjective: str) -> tuple[Mark, str] | None:
    """One amount, or several that say the same pay in other periods, such as "3,538.46 every two weeks"."""
    dated = [mark if mark.period or mark.doubt else replace(mark, period=adjective) for mark in marks]
    read = one(dated)
    if read and read[1] != SEVERAL:
        return read
    if any(mark.doubt or mark.value is None or mark.limit or mark.period not in _A_YEAR for mark in dated):
        return None
    years = [mark.value * _A_YEAR[mark.period] for mark in dated if mark.value is not None]
    if max(years) - min(years) > max(years) / 2000:
        return None
    return min(dated, key=lambda mark: _A_YEAR[mark.period]), ""


def total(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: a total package is shown and never taken for base pay. Units: money. Errors: none."""
    marks = said.of(MONEY)
    if marks:
        words = f"{said.words}: {several(marks)}"
        yield Found(target="offer", values={}, says=words, doubt=TOTAL, marks=tuple(marks), at=said.start)


def bonus(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: percent of base pay, or an amount a year; "of target" makes it the most that can be paid.
    Units: percent, money a year. Errors: none; "up to", other periods and percents of profit are doubts."""
    target = [mark for mark in said.of(PERCENT) if _follows(sentence, mark, r"\s*of (?:your |the |this )?target")]
    most = [mark for mark in target if mark.limit == "most"]
    if read := one(most, limited=True):
        mark, doubt = read
        yield _bonus(
            sentence, mark, doubt, {"bonus_most": _number(mark)}, f"Bonus at most: {several(most)} of its target", most
        )
    if read := one(mark for mark in said.of(PERCENT) if mark not in target):
        mark, doubt = read
        if _follows(sentence, mark, r"\s*of (?:\w+ )?(?:\w+ )?(?:profits?|revenue|sales|margin|fees)"):
            doubt = doubt or "This is a percent of something other than base pay: enter the amount you expect."
        doubt = doubt or _other_bonus(sentence)
        marks = [each for each in said.of(PERCENT) if each not in target]
        values = {"bonus_percent": _number(mark), **_certainty(sentence)}
        yield _bonus(sentence, mark, doubt, values, f"Bonus: {several(marks)} of base pay", marks)
    if read := one(said.of(MONEY)):
        mark, doubt = read
        if mark.period not in ("", "year"):
            doubt = doubt or OTHER_PERIOD.format(SPOKEN[mark.period])
        doubt = doubt or _other_bonus(sentence)
        says = several(said.of(MONEY)) if doubt else sentence.money(mark.value or Decimal(0), "year")
        values = {} if mark.value is None else {"bonus_amount": sentence.typed(mark.value), **_certainty(sentence)}
        yield _bonus(sentence, mark, doubt, values, f"Bonus: {says}", said.of(MONEY))


def _other_bonus(sentence: Sentence) -> str:
    """Why a number beside "bonus" may not be what a year brings."""
    if sentence.find(
        r"\b(?:quarterly|monthly|weekly|semi-?annual\w*|half-?yearly)\b|\b(?:each|every|per) (?:quarter|month)"
    ):
        return "It may be paid more than once a year: ask, then enter what a year brings."
    if sentence.find(r"\b(?:minimum|maximum|capped|at least)\b|\bguarantee.{0,60}\bfirst (?:year|\w+ months)"):
        return "It is named as the least or the most, or for the first year only: ask what to count on."
    return ""


def _bonus(
    sentence: Sentence, mark: Mark, doubt: str, values: dict[str, str], says: str, marks: list[Mark] | None = None
) -> Found:
    words = {"guaranteed": ", guaranteed", "maybe": ", not certain"}.get(values.get("bonus_certainty", ""), "")
    kept = {} if doubt else values
    return Found(
        target="offer", values=kept, says=says + words, doubt=doubt, marks=tuple(marks or [mark]), at=mark.start
    )


def _certainty(sentence: Sentence) -> dict[str, str]:
    """Only what the sentence itself says of how sure a bonus is."""
    if sentence.find(r"discretion|not (?:be )?guaranteed|no guarantee|may (?:be|also be) eligible"):
        return {"bonus_certainty": "maybe"}
    sure = sentence.find(r"\bguaranteed\b") and not sentence.find(r"first (?:year|\w+ months)|minimum")
    return {"bonus_certainty": "guaranteed"} if sure else {}


def _follows(sentence: Sentence, mark: Mark, pattern: str) -> bool:
    return re.match(pattern, sentence.text[mark.end : mark.end + 60], re.I) is not None


def _number(mark: Mark) -> str:
    return "" if mark.value is None else plain(mark.value)


def sign_on(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the amount beside "sign-on bonus", and the months within which it is given back. Units: money, months.
    Errors: none; several amounts are a doubt."""
    if read := one(said.of(MONEY)):
        mark, doubt = read
        doubt = doubt or (OTHER_PERIOD.format(SPOKEN[mark.period]) if mark.period else "")
        known = mark.value is not None and not doubt
        says = sentence.money(mark.value or Decimal(0)) if known else several(said.of(MONEY))
        values = {"sign_on": sentence.typed(mark.value or Decimal(0))} if known else {}
        marks = tuple(said.of(MONEY))
        yield Found(
            target="offer",
            values=values,
            says=f"Sign-on payment: {says}, once",
            doubt=doubt,
            marks=marks,
            at=mark.start,
        )


def repayment(sentence: Sentence) -> Iterator[Found]:
    """Rule: in a sentence of paying back, the months or years within which one leaves. Units: months.
    Errors: none; more than one span, or nothing to say which payment is meant, is a doubt."""
    if not sentence.find(REPAY):
        return
    spans = [mark for mark in sentence.marks if mark.kind == "count" and mark.unit in (MONTH, YEAR)]
    read = one(spans, limited=True)
    here = {topic for topic in ("sign_on", "relocation", "learning") if sentence.has(topic)}
    meant = here or sentence.before & {"sign_on", "relocation", "learning"}
    if not read or not meant:
        return
    mark, doubt = read
    months = in_months(mark)
    if len(meant) > 1 or months is None:
        doubt = doubt or "It is not clear which payment has to be paid back: enter it where it belongs."
    yield _repaid(sentence, spans, doubt, months, min(meant))


def _repaid(sentence: Sentence, spans: list[Mark], doubt: str, months: Decimal | None, topic: str) -> Found:
    way = {} if not (how := _how(sentence)) else {"clawback": how}
    known = months is not None and not doubt
    values = {"clawback_months": plain(months or Decimal(0))} | way if known else {}
    says = many(values["clawback_months"], "month") if known else counted(spans)
    part = {"full": ": all of it", "pro_rata": ": a part for each month that is missing"}.get(
        way.get("clawback", ""), ""
    )
    return Found(
        target="offer" if topic == "sign_on" else "extra",
        values=values,
        says=f"{'Sign-on payment' if topic == 'sign_on' else 'Payment'}: given back by who leaves within {says}{part}",
        doubt=doubt,
        marks=tuple(spans),
        at=spans[0].start,
        joins="" if topic == "sign_on" else topic,
    )


def _how(sentence: Sentence) -> str:
    if sentence.find(r"pro[- ]?rat|proportion|portion|for each month"):
        return "pro_rata"
    return "full" if sentence.find(r"in full|full amount|entire|all of|100 ?%|whole") else ""


def payments(sentence: Sentence) -> Iterator[Found]:
    """Rule: "13 payments", "a 14th month", "12 monthly instalments". Units: payments a year. Errors: none."""
    wanted = r"(?:equal )?(?:monthly )?(?:payments|instal?lments|salaries|wages)"
    words = {"12": "12|twelve", "13": "13|thirteen", "14": "14|fourteen"}
    found = {
        many
        for many, word in words.items()
        if sentence.find(rf"\b(?:{word}) (?:times (?:a|per) year|{wanted})|[x×] ?(?:{word})\b")
    }
    month = r"(?:[- ]month)?[- ](?:month|salary|pay)"
    found |= {"14"} if sentence.find(rf"\b(?:14th|fourteenth){month}") else set()
    if "14" not in found and sentence.find(rf"\b(?:13th|thirteenth){month}"):
        found.add("13")
    if found:
        doubt = SEVERAL if len(found) > 1 else ""
        many = " or ".join(sorted(found))
        at = sentence.find(r"\b1[234]|twelve|thirteen|fourteen")
        yield Found(
            target="offer",
            values={} if doubt else {"payments": many},
            says=f"Payments a year: {many}",
            doubt=doubt,
            at=at.start() if at else 0,
        )


def raises(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: a percent beside "annual increase". Units: percent a year. Errors: none; without "a year", and for
    an amount, a doubt."""
    if read := one(said.of(PERCENT)):
        mark, doubt = read
        if not sentence.find(r"annual|every year|each year|a year|per year|yearly|per annum"):
            doubt = doubt or "The letter does not say that this comes every year."
        values = {} if doubt else {"raise_percent": _number(mark)}
        says = f"Raise: {several(said.of(PERCENT))} a year"
        yield Found(target="offer", values=values, says=says, doubt=doubt, marks=tuple(said.of(PERCENT)), at=mark.start)
    if marks := said.of(MONEY):
        says = f"Raise: {several(marks)}"
        yield Found(target="offer", values={}, says=says, doubt=NOT_YET, marks=tuple(marks), at=marks[0].start)
