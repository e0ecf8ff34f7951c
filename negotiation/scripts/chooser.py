"""Which of the three letters that decline fits, and why: three questions, one table of rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question; any answer but the listed values counts as not answered."""

    name: str
    text: str
    options: tuple[tuple[str, str], ...]

    def read(self, answer: str) -> str:
        return answer if answer in dict(self.options) else ""


QUESTIONS = (
    Question(
        "truth",
        "May they know your true reason?",
        (("yes", "Yes"), ("partly", "Partly"), ("no", "I would rather keep it to myself")),
    ),
    Question(
        "about",
        "What is the reason about?",
        (
            ("terms", "The terms: pay, hours, place"),
            ("treatment", "How they work, or how they treated me"),
            ("life", "My own life"),
        ),
    ),
    Question(
        "again",
        "Would you like to hear from them again?",
        (("yes", "Yes"), ("maybe", "Maybe"), ("no", "No")),
    ),
)


@dataclass(frozen=True)
class Reason:
    code: str
    text: str


@dataclass(frozen=True)
class Choice:
    """The slug of the variant, or none while the answers do not settle it; and why."""

    variant: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Rule:
    """Fits when each answer is among those listed; a blank list fits every answer, no answer too."""

    truth: str
    about: str
    again: str
    variant: str | None
    reason: Reason

    def fits(self, truth: str, about: str, again: str) -> bool:
        pairs = ((self.truth, truth), (self.about, about), (self.again, again))
        return all(not listed or given in listed.split() for listed, given in pairs)


# In order: the first rule that fits decides. The last fits always.
RULES = (
    Rule("no", "", "", "personal", Reason("private", "You owe nobody a reason, and this letter gives none.")),
    Rule(
        "", "life", "", "personal",
        Reason("own_life", "It is about your own life, which they cannot change."),
    ),
    Rule(
        "yes partly", "terms", "no", "personal",
        Reason("no_new_offer", "Naming the terms invites a new offer, and you want no more of them."),
    ),
    Rule(
        "yes partly", "terms", "", "terms",
        Reason("can_change", "It is about the terms, and those are theirs to change."),
    ),
    Rule(
        "partly", "treatment", "yes", "personal",
        Reason("keep_door", "You want to hear from them, and half a truth about this is easily misread."),
    ),
    Rule(
        "yes partly", "treatment", "", "flags",
        Reason("no_blame", "It says that you work best in another way, and blames nobody."),
    ),
    Rule(
        "", "", "", None,
        Reason("answer_first_two", "Answer the first two questions to see which letter fits."),
    ),
)  # fmt: skip

_NO_INVITATION = Reason(
    "no_invitation",
    "It does not invite them to write. Change its last sentence if it says more than you mean.",
)
# What the third answer adds, once a letter is chosen.
_AGAIN = {
    ("terms", "yes"): Reason("asks_back", "It says that you would like to hear from them if the terms change."),
    ("terms", "maybe"): Reason("may_come_back", "Be ready for a better offer: it leaves room for one."),
    ("personal", "yes"): Reason("add_a_line", "Add a line of your own if there is a role you would like later."),
    ("personal", "no"): _NO_INVITATION,
    ("flags", "yes"): Reason("stays_open", "It ends kindly, so the door stays open."),
    ("flags", "no"): _NO_INVITATION,
}


def choose(*, truth: str = "", about: str = "", again: str = "") -> Choice:
    """The letter that fits the answers; an unanswered third question counts as maybe."""
    first, second, third = (
        question.read(answer) for question, answer in zip(QUESTIONS, (truth, about, again), strict=True)
    )
    rule = next(rule for rule in RULES if rule.fits(first, second, third or "maybe"))
    added = _AGAIN.get((rule.variant or "", third or "maybe"))
    return Choice(rule.variant, (rule.reason, added) if added else (rule.reason,))
