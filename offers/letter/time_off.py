"""Hours, leave, dates, notice, where one works: what a letter says of time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from offers.letter.dates import spoken
from offers.letter.found import PERIODS, SEVERAL, Found, Sentence, counted, in_months, many, one, plain, several
from offers.letter.keywords import BARE, DATE, DAY, HOLIDAY, HOUR, MONTH, WEEK, YEAR
from offers.letter.marks import Mark
from offers.letter.probation import first_months, holds_after, spans_probation, tells_probation
from offers.letter.topics import Said

ACCRUED = "The letter says it for a month: enter what that makes in a year."
HOURS_OFF = "Hours of leave: enter what they make in days a year."
DAYS_OFF = "Hours of leave: if a day is 8 hours long, that would be {} days. Enter the days yourself."
ON_TOP = "These days come on top, later, or on a condition: enter what you get in the first year."
MORE = r"\b(?:additional|extra|further|more|rising)\b|\bafter (?:\w+ ){1,3}(?:years?|months?)\b|\bincreas"
NO_WORK = "It is not clear whether this is the first day of work: enter it yourself."
INCLUDING = "Public holidays are in this number: enter your own days and the holidays apart."
WHILE_TRIED = "This may be the notice during probation only: enter the one that holds after it."
NOT_WEEKS = "This is no whole number of weeks: enter the weeks yourself."
NOT_MONTHS = "This is no whole number of months: enter the months yourself."


def _one(sentence: Sentence, marks: list[Mark], name: str, label: str, unit: str, doubt: str = "") -> Iterator[Found]:
    """A number that goes into its field as it is."""
    if read := one(marks):
        mark, why = read[0], read[1] or doubt
        values = {} if why or mark.value is None else {name: plain(mark.value)}
        spoken_unit = unit.replace("s", "", 1) if {each.value for each in marks} == {Decimal(1)} else unit
        says = f"{label}: {several(marks)} {spoken_unit}"
        yield Found(target="offer", values=values, says=says, doubt=why, marks=tuple(marks), at=mark.start)


def hours(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: hours with "a week" beside them. Units: hours a week. Errors: none; a range is a doubt."""
    if sentence.has("premium") or sentence.find(r"in excess|beyond|more than"):
        return
    marks = [mark for mark in said.of(HOUR, BARE) if mark.period in ("week", "") and _in_a_week(sentence, mark, said)]
    yield from _one(sentence, marks, "hours_week", "Working time", "hours a week")


def _in_a_week(sentence: Sentence, mark: Mark, said: Said) -> bool:
    if mark.kind == "number" and not mark.doubt and (mark.value is None or mark.value > 80):
        return False
    return mark.period == "week" or "week" in said.words or bool(sentence.find(r"\bweek"))


def days(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: days with "a week" beside them, not of home or office. Units: days a week. Errors: none."""
    unclear = sentence.has("remote", "office") and "week" not in said.words
    doubt = "It is not clear whether these are all days of work: enter them yourself." if unclear else ""
    yield from _one(sentence, said.of(DAY), "days_week", "Working time", "days a week", doubt)


def remote(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: days beside "remote", "from home". Units: days a week. Errors: none; days of a month are a doubt."""
    doubt = "" if sentence.find(r"\bweek") else "The letter does not say that this is for a week."
    yield from _one(sentence, said.of(DAY), "remote_days", "From home", "days a week", doubt)


def office(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: days beside "in the office". Units: days a week. Errors: none; days of a month are a doubt."""
    doubt = "" if sentence.find(r"\bweek") else "The letter does not say that this is for a week."
    yield from _one(sentence, said.of(DAY), "commute_days", "In the office", "days a week", doubt)


def leave(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: days as they are, weeks times 5, days a month times 12 if that is whole. Units: days a year.
    Errors: none; hours, and days that include public holidays, are doubts."""
    marks = [mark for mark in said.of(DAY, WEEK, HOUR, HOLIDAY) if mark.period != "week"]
    if sentence.find(r"\bcarr(?:y|ied)|\broll|\bunused|\bcash(?:ed)? (?:in|out)|\bbuy|\bsell") or not (
        read := one(marks, limited=_earned(sentence))
    ):
        return
    mark, doubt = read
    number = mark.value or Decimal(0)
    if sentence.find(r"\b(?:including|inclusive of|incl\.?|includes) (?:\w+ )?(?:\d+ )?(?:public|bank|stat|federal)"):
        doubt = doubt or INCLUDING
    if mark.unit == HOUR:
        whole = (number / 8) % 1 in (0, Decimal("0.5")) and mark.period in ("", "year")
        doubt = doubt or (DAYS_OFF.format(plain(number / 8)) if whole else HOURS_OFF)
    if sentence.find(MORE):
        doubt = doubt or ON_TOP
    if mark.unit == HOLIDAY:
        doubt = doubt or "It is not clear whether these are days of leave or public holidays."
    yield _leave(marks, mark, number, doubt)


def _earned(sentence: Sentence) -> bool:
    """ "Up to 25 days" is what one can take in a year, where it is earned by the month."""
    return sentence.find(r"accru|earn") is not None


def _leave(marks: list[Mark], mark: Mark, number: Decimal, doubt: str) -> Found:
    a_year, how = number, ""
    if mark.unit == WEEK:
        a_year, how = number * 5, f" ({many(plain(number), 'week')} of 5 days)"
    if mark.period == "month":
        a_year, how = a_year * 12, f" ({plain(number)} a month)"
        doubt = doubt or ("" if a_year % 1 in (0, Decimal("0.5")) else ACCRUED)
    elif mark.period not in ("", "year"):
        doubt = doubt or SEVERAL
    values = {} if doubt else {"leave_days": plain(a_year)}
    says = counted(marks) if doubt else f"{plain(a_year)} days a year{how}"
    return Found(target="offer", values=values, says=f"Leave: {says}", doubt=doubt, marks=tuple(marks), at=mark.start)


def holidays(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the number beside "public holidays". Units: days a year. Errors: none."""
    doubt = ON_TOP if sentence.find(MORE) else ""
    yield from _one(sentence, said.of(HOLIDAY, DAY), "holidays", "Public holidays", "days a year", doubt)


def _date(sentence: Sentence, said: Said, name: str, label: str, why: str = "") -> Iterator[Found]:
    if read := one(said.of(DATE)):
        mark, doubt = read[0], read[1] or why
        marks = said.of(DATE)
        says = several(marks) if doubt or not mark.day else spoken(mark.day)
        values = {} if doubt or not mark.day else {name: mark.day.isoformat()}
        yield Found(
            target="offer", values=values, says=f"{label}: {says}", doubt=doubt, marks=tuple(marks), at=mark.start
        )


def start(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the date beside "start date", "commence", "first day". Units: a day. Errors: none; unclear is a doubt."""
    other = r"\b(?:benefits?|coverage|insurance|plan|vesting|enrol\w*|eligib\w+|probation\w*|review)\b"
    doubt = NO_WORK if sentence.find(other) else ""
    yield from _date(sentence, said, "starts", "First day of work", doubt)


def accept(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: the date beside "accept", "sign and return", "valid until". Units: a day. Errors: none."""
    yield from _date(sentence, said, "expires", "Last day to accept")


def probation(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: months (years times 12) beside "probation". Units: months. Errors: none; weeks and days are doubts,
    and in a sentence of notice too, only a span that can be nothing but the probation is read."""
    marks = said.of(MONTH, WEEK, DAY, YEAR)
    if sentence.has("notice"):
        marks = [mark for mark in marks if spans_probation(sentence, said, mark)]
    if read := one(marks, limited=True):
        mark, doubt = read
        months = in_months(mark)
        doubt = doubt or ("" if months is not None else NOT_MONTHS)
        values = {} if doubt or months is None else {"probation_months": plain(months)}
        says = f"Probation: {counted(marks)}"
        yield Found(target="offer", values=values, says=says, doubt=doubt, marks=tuple(marks), at=mark.start)


def notice(sentence: Sentence, said: Said) -> Iterator[Found]:
    """Rule: weeks beside "notice"; days if they are whole weeks. Units: weeks. Errors: none; months are a doubt."""
    if said is not next(each for each in sentence.said if each.topic == "notice"):
        return
    marks = [mark for mark in sentence.marks if mark.kind == "count" and mark.unit in (WEEK, MONTH, DAY)]
    marks = [mark for mark in marks if mark.period not in PERIODS and not first_months(sentence, mark)]
    tried = [mark for mark in marks if tells_probation(sentence, mark)]
    marks = [mark for mark in marks if mark not in tried]
    if not (read := one(marks, limited=True)):
        return
    mark, doubt = read
    weeks = _weeks(mark)
    if sentence.has("probation") and not holds_after(sentence, tried):
        doubt = doubt or WHILE_TRIED
    doubt = doubt or ("" if weeks is not None else NOT_WEEKS)
    values = {} if doubt or weeks is None else {"notice_weeks": plain(weeks)}
    says = f"Notice: {counted(marks)}"
    yield Found(target="offer", values=values, says=says, doubt=doubt, marks=tuple(marks), at=mark.start)


def _weeks(mark: Mark) -> Decimal | None:
    if mark.value is None or mark.unit == MONTH:
        return None
    whole = mark.value / 7 if mark.unit == DAY else mark.value
    return whole if whole % 1 == 0 or mark.unit == WEEK else None


def grade(sentence: Sentence) -> Iterator[Found]:
    """Rule: "Grade 7, Step 3", "Band 6", "spine point 23". Units: as written. Errors: none."""
    name = r"\b(?:pay )?(?:grade|band|pay scale)(?: is|:)?\s+(?P<grade>[A-Z]{0,3}-?\d{1,2}[A-Za-z]?)\b"
    found = sentence.find(name)
    if not found:
        return
    step = sentence.find(r"\b(?:step|(?:spine |scale |pay )?point|increment)(?: is|:)?\s+(?P<step>\d{1,2})\b")
    values = {"grade": found["grade"]} | ({"grade_step": step["step"]} if step else {})
    says = f"Grade: {found['grade']}" + (f", step {step['step']}" if step else "")
    yield Found(target="offer", values=values, says=says, at=found.start())
