"""What counts beside pay: criteria with their weights and scores, and what each is worth in money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

from django.db import models

from groundwork.fields import SHORT, ChoiceColumn, MoneyColumn, NumberColumn, TextColumn
from negotiation.calc.swaps import Asked, Said
from negotiation.models.base import Answer, Mark, Row


class Criteria(Answer):
    """How the criteria are weighed against each other."""

    METHODS = [
        ("points", "By points: the one that matters most gets 100, the others less"),
        ("order", "By their order alone: the list goes from what matters most to what matters least"),
    ]
    weighing = ChoiceColumn(choices=METHODS, default="points", blank=False)


class Criterion(Row):
    """Something offers differ in. All kinds but the last are read from the offers themselves."""

    KINDS = [
        ("pay", "Pay"),
        ("leave", "Paid days off"),
        ("remote", "Days from home"),
        ("hours", "Hours a week"),
        ("commute", "The way to work"),
        ("own", "Something I score myself"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    points = NumberColumn(bound="percent")
    worst = TextColumn(most=SHORT)
    best = TextColumn(most=SHORT)

    @property
    def name(self) -> str:
        return self.text or (str(self.get_kind_display()) if self.kind and self.kind != "own" else "")


class Score(Mark):
    """How good one offer is under one criterion, from 0 to 10. No row: not scored, which harms no offer."""

    SAID = [(str(points), str(points)) for points in range(11)]
    row = models.ForeignKey(Criterion, models.CASCADE, related_name="marks")
    said = ChoiceColumn(choices=SAID, blank=False, default="5")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "offer"], name="one_score_a_criterion_and_offer")]


class Swaps(Answer):
    """The pay a year that the questions start from."""

    pay = MoneyColumn()


class Swap(Row):
    """Something that could be had instead of pay, and the answers that show what it is worth."""

    KINDS = [
        ("leave", "More paid days off a year"),
        ("remote", "More days a week from home"),
        ("hours", "Fewer hours a week"),
        ("commute", "A shorter way to work, in minutes"),
        ("title", "A better title"),
        ("own", "Something else"),
    ]
    UNITS = {"leave": "days off a year", "remote": "days a week from home", "hours": "hours a week less"}
    UNITS |= {"commute": "minutes less, one way"}
    TURNS = range(1, 9)
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    quantity = NumberColumn(bound="minutes")
    price = MoneyColumn()
    start = MoneyColumn()  # the pay a year that the first question was made from
    SAID = [("yes", "Yes"), ("no", "No"), ("same", "All the same")]
    asked_1 = MoneyColumn()
    said_1 = ChoiceColumn(choices=SAID)
    asked_2 = MoneyColumn()
    said_2 = ChoiceColumn(choices=SAID)
    asked_3 = MoneyColumn()
    said_3 = ChoiceColumn(choices=SAID)
    asked_4 = MoneyColumn()
    said_4 = ChoiceColumn(choices=SAID)
    asked_5 = MoneyColumn()
    said_5 = ChoiceColumn(choices=SAID)
    asked_6 = MoneyColumn()
    said_6 = ChoiceColumn(choices=SAID)
    asked_7 = MoneyColumn()
    said_7 = ChoiceColumn(choices=SAID)
    asked_8 = MoneyColumn()
    said_8 = ChoiceColumn(choices=SAID)

    @property
    def counted(self) -> bool:
        """Whether it comes in numbers, so that offers can be held against it."""
        return self.kind in self.UNITS

    @property
    def name(self) -> str:
        return self.text or (str(self.get_kind_display()) if self.kind and self.kind != "own" else "")

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions that were answered, in their turn."""
        return tuple(self._asked()) if self.start else ()

    def _asked(self) -> Iterator[Asked]:
        for turn in self.TURNS:
            amount, said = getattr(self, f"asked_{turn}"), getattr(self, f"said_{turn}")
            if amount is None or not said:
                return
            yield Asked(amount=amount, said=cast(Said, said))

    def answer(self, amount: Decimal, said: str) -> None:
        turn = len(self.asked) + 1
        setattr(self, f"asked_{turn}", amount)
        setattr(self, f"said_{turn}", said)

    def take_back(self, turns: int = 1) -> None:
        """Forget the last answers, or with enough turns all of them."""
        last = len(self.asked)
        gone: Any = [turn for turn in self.TURNS if turn > last - turns]
        for turn in gone:
            setattr(self, f"asked_{turn}", None)
            setattr(self, f"said_{turn}", "")
        if not self.asked:
            self.start = None  # type: ignore[assignment]


class SwapMark(Mark):
    """Whether one offer has what was priced, where that is no number: a better title, say."""

    SAID = [("yes", "It has it"), ("no", "It does not")]
    row = models.ForeignKey(Swap, models.CASCADE, related_name="marks")
    said = ChoiceColumn(choices=SAID, blank=False, default="yes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "offer"], name="one_mark_a_swap_and_offer")]
