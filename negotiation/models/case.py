"""The case: what they ask for and how it is met, and what they may say against it."""

from __future__ import annotations

from groundwork.fields import ChoiceColumn, TextColumn
from negotiation.calc.match import Anyone, Fit, Terms
from negotiation.models.base import Answer, Row


class Match(Answer):
    because = TextColumn(most=1000)


class Requirement(Row):
    """Something they ask for, and how far it is met."""

    NEEDS = [("must", "A must"), ("nice", "Nice to have")]
    CAME = [("ad", "The advertisement"), ("talk", "A talk with them"), ("guess", "My own guess")]
    FITS = [("fit", "I meet it"), ("partial", "I meet a part of it"), ("gap", "Not yet")]
    ANYONE = [("yes", "Yes, most could"), ("no", "No, hardly anybody")]
    text = TextColumn(most=500)
    need = ChoiceColumn(choices=NEEDS)
    came = ChoiceColumn(choices=CAME)
    fit = ChoiceColumn(choices=FITS)
    evidence = TextColumn(most=1000)
    anyone = ChoiceColumn(choices=ANYONE)
    bridge = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.text

    def to_terms(self) -> Terms:
        told = {"proved": bool(self.evidence), "bridged": bool(self.bridge)}
        return Terms(fit=Fit(self.fit), anyone=Anyone(self.anyone), **told)


class Objections(Answer):
    doubts = TextColumn()


class Objection(Row):
    """Something they may say against it, and the answer. `source` is the doubt or requirement it was made from."""

    THEMES = [
        ("experience", "Experience"),
        ("papers", "Papers and references"),
        ("domain", "New to the field"),
        ("over", "Overqualified"),
        ("path", "The path so far"),
        ("range", "Above the range"),
        ("budget", "Budget and the economy"),
        ("equality", "The same for everyone"),
        ("earn", "What you earn now"),
        ("hours", "Hours and availability"),
        ("place", "Place and travel"),
        ("start", "Notice and first day"),
        ("others", "Other candidates"),
        ("other", "Something else"),
    ]
    theme = ChoiceColumn(choices=THEMES)
    text = TextColumn(most=1000)
    acknowledge = TextColumn(most=1000)
    value = TextColumn(most=1000)
    question = TextColumn(most=1000)
    evidence = TextColumn(most=1000)
    source = TextColumn(most=500)

    @property
    def name(self) -> str:
        return self.text

    @property
    def said(self) -> str:
        """What is said in one breath, before the question hands the word back."""
        return " ".join(part for part in (self.acknowledge.strip(), self.value.strip()) if part)

    @property
    def prepared(self) -> bool:
        """Answered by value, with a proof of one's own."""
        return bool(self.draft is None and self.text and self.value and self.evidence)
