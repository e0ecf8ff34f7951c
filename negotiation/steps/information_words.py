"""The words of telling and asking: sentences to begin with, questions to choose from, the rule of the place."""

from __future__ import annotations

from typing import Any

from negotiation.models import Learning
from negotiation.pay_history import MEANS, Place, places
from negotiation.steps.base import Answers
from offers.asking import BESIDE, beside, open_points

HOW_FREELY = {"freely": "Told freely", "asked": "Told only if asked", "never": "Never told"}
STARTERS: tuple[dict[str, Any], ...] = (
    {
        "kind": "pay",
        "level": "never",
        "sentence": "I would rather talk about what this job is worth to you. What range have you planned for it?",
    },
    {
        "kind": "minimum",
        "level": "never",
        "sentence": "I would rather talk about what fits the job than about the least that would do.",
    },
    {
        "kind": "offers",
        "level": "asked",
        "sentence": "I am in other talks too. Their names I keep to myself, as I do yours.",
    },
    {
        "kind": "leaving",
        "level": "asked",
        "sentence": "I am looking for more of what this job is about. Of the people I leave I think well.",
    },
    {
        "kind": "family",
        "level": "never",
        "sentence": "That is private, and it changes nothing in how I work. Shall we go on with the job?",
    },
    {"kind": "health", "level": "never", "sentence": "I can do the work that this job asks for."},
    {"kind": "notice", "level": "freely"},
    {"kind": "start", "level": "freely"},
)
RANGE, SUCCESS = "What range have you planned for this job?", "How will you know, after a year, that it went well?"
PRIORITIES = "What matters most in the first half year?"
DECIDES = "Who decides about the offer, and what do they need for it?"
COMMON = (
    RANGE,
    DECIDES,
    BESIDE["expires"],
    SUCCESS,
    PRIORITIES,
    "Why is this post open now?",
    "How is pay reviewed later on, and when?",
)
BELONGS = {
    RANGE: "range",
    DECIDES: "decides",
    SUCCESS: "success",
    PRIORITIES: "priorities",
    BESIDE["expires"]: "expires",
    BESIDE["starts"]: "starts",
}
UNLISTED = "Not known here: no rule of this place is in our list. A kind sentence works with or without one."
NO_ADVICE = (
    "This is no legal advice. Laws change and have exceptions: look at the source before you rely on it. You need not "
    "quote it either, a kind sentence is enough."
)


def rule_of(answers: Answers) -> dict[str, Any] | None:
    """The rule of the chosen place, or that it is not known; nothing before a place is chosen."""
    slug = answers["information"].values.place
    if not slug:
        return None
    place = places().get(slug)
    if place is None:
        return {"name": "", "text": UNLISTED, "source": "", "old": False, "advice": ""}
    return {
        "name": place.name,
        "text": f"{MEANS[place.value]} {place.says}",
        "source": f"Source: {place.source}. As of {place.day:%-d %B %Y}. Confidence: {place.confidence}.",
        "old": place.is_old(answers.today),
        "advice": NO_ADVICE,
    }


def in_short(answers: Answers) -> str:
    """The same in one line, for the call sheet."""
    place: Place | None = places().get(answers["information"].values.place)
    return f"{place.name}: {MEANS[place.value]} (as of {place.day:%-d %B %Y})" if place else ""


def suggested(answers: Answers) -> dict[str, list[str]]:
    """Questions that can be added with one press: what the offer leaves open, and what is common.

    None that stands in the list already, in these words or in others, and none whose answer has its place filled.
    """
    there = {text for row in answers["information"].more for text in (row.question, row.origin)} | filled(answers)
    open_ones = [question for question in of_offer(answers) if question not in there]
    common = [question for question in COMMON if question not in there and question not in open_ones]
    return {"offer": open_ones, "common": common}


def of_offer(answers: Answers) -> list[str]:
    """What the plan's offer leaves blank, each question once."""
    if answers.offer is None or answers.offer_row is None:
        return []
    questions = [question for _, question in open_points(answers.offer)]
    return list(dict.fromkeys(questions + beside(answers.offer_row, answers.offer.terms)))


def filled(answers: Answers) -> set[str]:
    """Questions whose answer is known: it stands where it belongs."""
    zopa, role, offer = answers["zopa"].values, answers["role"].values, answers.offer_row
    known = {
        RANGE: zopa.their_low is not None and zopa.their_high is not None,
        SUCCESS: bool(role.success),
        PRIORITIES: bool(role.priorities),
        BESIDE["expires"]: offer is not None and offer.expires is not None,
    }
    return {question for question, is_known in known.items() if is_known}


def whom_and_when(row: Learning) -> str:
    """For whom, and by when."""
    parts = (f"for {row.whom}" if row.whom else "", f"by {row.until:%-d %B %Y}" if row.until else "")
    return ", ".join(part for part in parts if part)


def answer_said(answers: Answers, row: Learning) -> str:
    """The answer in their words, with its amounts and its day."""
    low, high = row.low, row.high
    if low is not None and high is not None:
        pay = answers.span(low, high) if low != high else answers.money(low)
    else:
        pay = f"from {answers.money(low)}" if low is not None else f"up to {answers.money(high)}" if high else ""
    parts = (row.answer, pay, f"{row.day:%-d %B %Y}" if row.day else "")
    return "; ".join(part for part in parts if part)
