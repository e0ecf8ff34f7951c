"""What is said of the people of the other side: who decides, what to ask, and whom a recruiter works for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiation.models import Person

WHO_DECIDES = "How will this be decided, and who besides you has a say in it?"
LAST_WORD = "If people see it differently, who has the last word?"
PARTS = {
    "hiring": "hiring manager",
    "hr": "HR",
    "founder": "founder or owner",
    "colleague": "future colleague",
    "agency": "recruiter of an agency",
}
DECIDES = {"decides": "decides", "say": "has a say", "no": "does not decide", "unknown": "may or may not decide"}
PAID = {
    "hire": "The employer pays them once somebody is hired, often with a share of the first year’s pay. What they gain "
    "from most is a deal that happens, and soon.",
    "fixed": "The employer pays them whoever is hired. Their next order comes from the employer too.",
    "margin": "The client pays them for your work, and they pass a part of it on to you. Ask how much they keep: it is "
    "the same money.",
    "me": "You pay them. Ask what for, and what happens if nothing comes of it.",
}
NOT_KNOWN = "Ask who pays them, and when. It is a usual question, and the answer tells you whose interest they serve."


def listed(names: Iterable[str]) -> str:
    """ "Ada", "Ada and Bo", "Ada, Bo and Cy"."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def titled(row: Person) -> str:
    """A name with the part its bearer plays."""
    part = PARTS.get(row.part, "")
    return f"{row.who} ({part})" if part else row.who


def of(rows: Iterable[Person], how: str) -> list[Person]:
    return [row for row in rows if row.decides == how]


def decision(rows: Sequence[Person]) -> str:
    """Who decides, in a sentence or two; that nobody knows yet is one of them."""
    ours, say = of(rows, "decides"), of(rows, "say")
    heard = f" {listed(map(titled, say))} {'has' if len(say) == 1 else 'have'} a say." if say else ""
    if not rows:
        return ""
    if not ours:
        unsure = any(row.decides in ("", "unknown") for row in rows)
        return f"{'You do not know yet who decides.' if unsure else 'Nobody on your list decides.'}{heard}"
    return f"{listed(map(titled, ours))} {'decides' if len(ours) == 1 else 'decide'}.{heard}"


def question(rows: Sequence[Person]) -> str:
    """What to ask so that it is known who decides; nothing if it is."""
    ours = of(rows, "decides")
    if len(ours) == 1:
        return ""
    return LAST_WORD if ours else WHO_DECIDES


def recruiter(row: Person) -> str:
    return PAID.get(row.paid_by, NOT_KNOWN)
