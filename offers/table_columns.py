"""The words people head the columns of a table of offers with, and the words they fill them with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from groundwork.cells import BASES, PERIODS, by_word, plain
from groundwork.money import CURRENCIES, Basis, Period

# By the fields of an offer's form, the first word being what we write ourselves. What could mean two things, such
# as "holidays" or "commute", is left out: it is named as not known, and never guessed.
WORDS = {
    "employer": "Employer, company, company name, employer name, name of the employer, firm, organisation, "
    "organization, name",
    "role": "Job title, title, role, position, job, post, the job’s title",
    "present": "The job I have now, this is the job I have now, present job, current job",
    "currency": "Currency, money",
    "basis": "Gross or net, basis, gross/net, before or after tax",
    "base": "Base pay",
    "period": "Paid for, period, pay period, per, paid per, paid by, paid every, that is pay for",
    "payments": "Payments a year, payments, payments per year, salaries a year, salaries per year",
    "hours_week": "Hours a week, hours, hours/week, hours per week, weekly hours, working hours",
    "days_week": "Days a week, days/week, days per week, working days, work days, working days a week",
    "base_written": "Base pay in writing, base pay written, I have seen the base pay in writing",
    "bonus": "Bonus, target bonus, bonus target, annual bonus, yearly bonus",
    "bonus_percent": "Bonus %, bonus in %, bonus rate, bonus % of base, bonus % of base pay, target bonus %, % bonus, "
    "bonus percentage, annual bonus %, bonus as a percent",
    "bonus_amount": "Bonus amount, bonus as an amount, bonus in money, target bonus amount, annual bonus amount",
    "bonus_certainty": "How sure the bonus is, how sure is the bonus, how sure, bonus certainty, bonus likelihood, "
    "certainty of the bonus",
    "bonus_written": "Bonus in writing, bonus written, I have seen the bonus in writing",
    "bonus_most": "Highest bonus in % of the promised one, highest bonus %",
    "odds_nothing": "Likelihood of no bonus, likelihood of no bonus %",
    "odds_target": "Likelihood of the bonus as promised, likelihood of the bonus as promised %",
    "odds_most": "Likelihood of the highest bonus, likelihood of the highest bonus %",
    "first_months": "Months that count for the first bonus",
    "sign_on": "Sign-on payment, sign-on, sign-on bonus, sign on pay, signing bonus, signing payment, joining bonus, "
    "welcome bonus",
    "clawback_months": "Months to keep the sign-on, months to keep it, months to stay, "
    "months you must stay to keep it, clawback months, months until you can keep it",
    "clawback": "Given back on leaving earlier, clawback, if you leave earlier you give back",
    "sign_on_written": "Sign-on in writing, sign-on written, I have seen the sign-on payment in writing",
    "expires": "Answer by, answer until, expires, expires on, expiry, expiry date, deadline, decide by, reply by, "
    "respond by, accept by, valid until, open until, last day to accept, the last day on which you can accept",
    "starts": "Start, starts, start date, starting date, start day, starts on, first day, first day of work, "
    "start of work",
    "said_on": "Offered on, offer made on, offer date, date of the offer, date offered, offer received, "
    "the day on which they made this offer",
    "grade": "Grade, band, grade or band, pay grade, pay band, job grade, salary band",
    "grade_step": "Step, step in it, grade step, pay step, step in the grade",
    "next_base": "Base pay at the next step, pay at the next step",
    "next_months": "Months until the next step",
    "raise_percent": "Raise %, raise, yearly raise, yearly raise %, annual raise, annual raise %, raise a year, "
    "raise per year, raise every year, raise every year %, pay rise, pay rise %, annual increase",
    "overtime_week": "Unpaid hours a week, unpaid hours, unpaid hours per week, unpaid overtime, "
    "unpaid overtime hours, unpaid hours a week they expect on top",
    "leave_days": "Days off, days off a year, days off per year, paid days off, paid days off a year, vacation, "
    "vacation days, leave, leave days, annual leave, paid leave, paid time off, days of leave, PTO, PTO days",
    "holidays": "Public holidays, public holidays a year, paid public holidays, paid public holidays a year, "
    "bank holidays, national holidays",
    "leave_written": "Days off in writing, days off written, I have seen the days off in writing",
    "probation_months": "Probation months, probation, probation period, months of probation, trial period, "
    "trial months",
    "notice_weeks": "Notice weeks, notice, notice period, weeks of notice, notice in weeks",
    "dates_written": "Probation and notice in writing, I have seen probation and notice in writing",
    "place": "Place, location, city, town, office, where, where the work is, workplace",
    "remote_days": "Remote days, remote days a week, remote days per week, days remote, days from home, home days, "
    "days at home, days a week from home, home office days, work from home days, WFH days",
    "commute_days": "Days on site, days on site a week, days a week on site, on-site days, onsite days, days onsite, "
    "office days, days in the office, days at the office",
    "commute_minutes": "Minutes to work, minutes to work one way, commute minutes, commute time, minutes one way, "
    "commute in minutes, travel time",
    "commute_cost": "Cost of the way a month, cost of the way, what the way costs you, commute cost, commuting cost, "
    "commute cost a month, commute cost per month, monthly commute cost, travel cost, travel cost a month",
    "tax_rate": "Tax rate, tax rate %, tax, tax %, own tax rate, own tax rate %, your own tax rate there %",
    "cost_index": "Cost index, cost of living, cost of living index, living cost index, "
    "what living costs there as an index",
    "notes": "Notes, note, remark, remarks, comment, comments",
}
HEADINGS = {name: words.split(",")[0] for name, words in WORDS.items()}


def worded(text: str) -> str:
    """The plain words of a heading; what is told in percent says so."""
    return plain(text.replace("%", " percent "))


COLUMNS = {worded(word): name for name, words in WORDS.items() for word in words.split(",")}

CERTAINTIES = by_word(
    {
        "guaranteed": "guaranteed, certain, sure, in the contract, contract",
        "likely": "likely, mostly, usually, usually paid, probable, probably",
        "maybe": "maybe, perhaps, possible, possibly, discretionary, not sure, unsure, nobody can say",
    }
)
CLAWBACKS = by_word({"full": "all of it, all, in full, full", "pro_rata": "a part, in part, part, partly, pro rata"})
YES_NO = by_word({"on": "yes, y, true, x, 1, in writing", "": "no, n, false, 0"})
# What a column with a choice takes, and what to say where a cell is none of it.
CHOICES: dict[str, tuple[Mapping[str, str], str]] = {
    "basis": (BASES, "Enter gross or net."),
    "period": (PERIODS, "Enter hour, day, week, month or year."),
    "payments": ({number: number for number in ("12", "13", "14")}, "Enter 12, 13 or 14."),
    "bonus_certainty": (CERTAINTIES, "Enter guaranteed, likely or maybe."),
    "clawback": (CLAWBACKS, "Enter all of it, or a part."),
}
# What may stand behind a number, by the bounds its column has.
HOURS = "h, hr, hrs, hour, hours, hours a week, hours per week"
DAYS = "d, day, days, days a week, days per week, days a year, days per year"
UNITS = {
    **dict.fromkeys(("hours", "more_hours"), HOURS),
    **dict.fromkeys(("days", "week_days", "year_days"), DAYS),
    **dict.fromkeys(("months", "first_year"), "month, months"),
    **dict.fromkeys(("percent", "rate"), "percent"),
    "weeks": "week, weeks",
    "minutes": "min, mins, minute, minutes",
}

NOUNS = by_word({"base": "base, base pay, base salary, basic pay, basic salary, salary, pay, wage, fixed pay"})
FILLERS = frozenset({"a", "an", "per", "in"})
SPANS: dict[str, Period] = {word: period for word, period in PERIODS.items() if " " not in word and len(word) > 2}


@dataclass(frozen=True, kw_only=True)
class Ways:
    """How money is meant: where nothing is said, blank."""

    currency: str = ""
    basis: Basis | str = ""
    period: Period | str = ""


def signs(heading: str) -> list[str]:
    """The codes and signs of currencies in a heading: "Base pay (EUR)", "Salary in €"."""
    codes = [code for code in re.findall(r"\b[A-Z]{3}\b", heading) if code in CURRENCIES]
    return list(dict.fromkeys([*codes, *(sign for sign in heading if unicodedata.category(sign) == "Sc")]))


def column_of(heading: str) -> str | None:
    """What a heading stands for; of base pay it may say more than that."""
    words = _without_signs(heading)
    return COLUMNS.get(words) or COLUMNS.get(words.removesuffix(" in")) or ("base" if pay_of(heading) else None)


def pay_of(heading: str) -> Ways | None:
    """What a heading of base pay says of it, such as "Yearly gross salary (EUR)"; None if it heads something else."""
    words = _without_signs(heading).split()
    spans, bases = ({known[word] for word in words if word in known} for known in (SPANS, BASES))
    rest = " ".join(word for word in words if word not in {*SPANS, *BASES, *FILLERS})
    if not (rest in NOUNS or (rest == "rate" and spans)) or len(spans) > 1 or len(bases) > 1:
        return None
    code = next((code for code in signs(heading) if code in CURRENCIES), "EUR" if "€" in heading else "")
    return Ways(currency=code, basis=next(iter(bases), ""), period=next(iter(spans), ""))


def _without_signs(heading: str) -> str:
    for sign in signs(heading):
        heading = heading.replace(sign, " ")
    return worded(heading)
