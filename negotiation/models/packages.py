"""Several things at once: what is on the table, its options, and the packages that were proposed."""

from __future__ import annotations

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, NumberColumn, TextColumn
from negotiation.models.base import Answer, Row

MOST_ISSUES, MOST_OPTIONS = 10, 10
PLACES = range(1, MOST_OPTIONS + 1)
PROPOSED = MOST_ISSUES * (2 * SHORT + 10)  # a package as text, one line an issue


class Packages(Answer):
    """How what matters is weighed, how good a package should be, and how much they can give in all."""

    WAYS = [
        ("points", "By points: the step that matters most gets 100, the others less"),
        ("prices", "In money: by the prices you type, or your answers to “Would you swap?”"),
    ]
    by = ChoiceColumn(choices=WAYS, default="points", blank=False)
    level = NumberColumn(bound="percent")
    ceiling = MoneyColumn()
    recipient = TextColumn(most=SHORT)


class PackageIssue(Row):
    """One thing on the table: up to ten options, from the worst for the candidate to the best."""

    KINDS = [
        ("pay", "Pay"),
        ("leave", "Paid days off"),
        ("remote", "Days from home"),
        ("hours", "Hours a week"),
        ("commute", "The way to work"),
        ("title", "The title"),
        ("start", "The first day"),
        ("growth", "Learning and what comes next"),
        ("own", "Something else"),
    ]
    GUESSES = [
        ("gain", "They gain by it themselves"),
        ("none", "Nothing, or next to nothing"),
        ("low", "Little"),
        ("middle", "Something"),
        ("high", "Much"),
    ]
    LEASTS = [(str(place), f"Option {place}") for place in PLACES]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    points = NumberColumn(bound="percent")
    price = MoneyColumn()
    guess = ChoiceColumn(choices=GUESSES)
    cost = MoneyColumn()
    why = TextColumn(most=SHORT)
    least = ChoiceColumn(choices=LEASTS)
    option_1 = TextColumn(most=SHORT)
    option_2 = TextColumn(most=SHORT)
    option_3 = TextColumn(most=SHORT)
    option_4 = TextColumn(most=SHORT)
    option_5 = TextColumn(most=SHORT)
    option_6 = TextColumn(most=SHORT)
    option_7 = TextColumn(most=SHORT)
    option_8 = TextColumn(most=SHORT)
    option_9 = TextColumn(most=SHORT)
    option_10 = TextColumn(most=SHORT)
    value_1 = NumberColumn(bound="percent")
    value_2 = NumberColumn(bound="percent")
    value_3 = NumberColumn(bound="percent")
    value_4 = NumberColumn(bound="percent")
    value_5 = NumberColumn(bound="percent")
    value_6 = NumberColumn(bound="percent")
    value_7 = NumberColumn(bound="percent")
    value_8 = NumberColumn(bound="percent")
    value_9 = NumberColumn(bound="percent")
    value_10 = NumberColumn(bound="percent")
    cost_1 = MoneyColumn()
    cost_2 = MoneyColumn()
    cost_3 = MoneyColumn()
    cost_4 = MoneyColumn()
    cost_5 = MoneyColumn()
    cost_6 = MoneyColumn()
    cost_7 = MoneyColumn()
    cost_8 = MoneyColumn()
    cost_9 = MoneyColumn()
    cost_10 = MoneyColumn()

    @property
    def name(self) -> str:
        """On one line, for a proposal names it on one."""
        kind = str(self.get_kind_display()) if self.kind and self.kind != "own" else ""
        return " ".join(self.text.split()) or kind


class Proposal(Row):
    """Three packages as they were proposed, each as text with one line an issue, and what they said to them."""

    NAMES = ("first", "second", "third")
    LIKED = [
        ("first", "The first"),
        ("second", "The second"),
        ("third", "The third"),
        ("none", "None of them"),
    ]
    day = models.DateField(null=True, blank=True)
    first = TextColumn(most=PROPOSED)
    second = TextColumn(most=PROPOSED)
    third = TextColumn(most=PROPOSED)
    liked = ChoiceColumn(choices=LIKED)
    said = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return f"Proposed on {self.day:%-d %B %Y}" if self.day else "Proposed, day not known"

    @property
    def packages(self) -> list[str]:
        """The texts of the packages, as far as there are any."""
        return [text for text in (self.first, self.second, self.third) if text]
