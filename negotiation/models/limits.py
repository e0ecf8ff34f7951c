"""Where the candidate stops: conditions not up for discussion, and how much may be spent on the talks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils.text import Truncator

from groundwork.fields import (
    SHORT,
    ChoiceColumn,
    MoneyColumn,
    NumberColumn,
    TextColumn,
    TickColumn,
    WholeColumn,
    plain,
)
from negotiation.calc import budget as spending
from negotiation.calc import redlines as sums
from negotiation.models.base import Answer, Mark, Row


class Redlines(Answer):
    """Where red lines come from."""

    ended = TextColumn()


class RedLine(Row):
    """A condition that is not up for discussion. The kinds but the last can be checked against an offer."""

    KINDS = [
        ("office_days_max", "At most so many days a week on site"),
        ("hours_max", "At most so many hours a week"),
        ("commute_max", "At most so many minutes to work, one way"),
        ("base_min", "Base pay at least"),
        ("place", "The place of work"),
        ("level", "The level or title"),
        ("travel", "Travel"),
        ("own", "Something else, which I judge myself"),
    ]
    REALISM = [
        ("usual", "Most employers here meet it"),
        ("some", "Some employers here meet it"),
        ("few", "Few employers here meet it"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    most = NumberColumn(bound="minutes")
    least = MoneyColumn()
    reason = TextColumn()
    sign = TextColumn()
    realism = ChoiceColumn(choices=REALISM)
    exception_often = TextColumn(most=SHORT)
    exception_long = TextColumn(most=SHORT)
    exit_sentence = TextColumn()

    @property
    def name(self) -> str:
        """Its words, else its kind with the number; one made from a reason alone goes by that."""
        kind = str(self.get_kind_display()) if self.kind and self.kind != "own" else ""
        if self.most is not None:
            kind = kind.replace("so many", plain(self.most))
        return self.text or kind or Truncator(self.reason).chars(80)

    @property
    def exception(self) -> str:
        return ", ".join(part for part in (self.exception_often, self.exception_long) if part)

    def to_terms(self) -> sums.RedLine:
        kind = sums.Kind(self.kind or "own")
        limit = self.least if kind is sums.Kind.BASE_MIN else self.most
        return sums.RedLine(kind=kind, limit=limit, text=self.text, exception=self.exception)


class RedLineMark(Mark):
    """What the candidate says of one offer against one line that no sum can check."""

    SAID = [("held", "Held"), ("broken", "Broken")]
    row = models.ForeignKey(RedLine, models.CASCADE, related_name="marks")
    said = ChoiceColumn(choices=SAID, blank=False, default="held")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "offer"], name="one_mark_a_line_and_offer")]


class Budget(Answer):
    """How much the candidate is ready to spend on these talks."""

    since = models.DateField(null=True, blank=True)
    hours = NumberColumn(bound="spent_hours")
    rounds = WholeColumn(bound="further")
    weeks = NumberColumn(bound="weeks")
    test_hours = NumberColumn(bound="spent_hours")
    stress = WholeColumn(bound="stress")

    def to_terms(self, log: Iterable[Spent], today: date) -> spending.BudgetTerms:
        limits = spending.Limits(**{str(what): getattr(self, what) for what in spending.What})
        entries = tuple(entry.to_entry() for entry in log)
        return spending.BudgetTerms(limits=limits, log=entries, started=self.since, today=today)


class Spent(Row):
    """One entry of the log: what a contact took, and how it was."""

    day = models.DateField(null=True, blank=True)
    hours = NumberColumn(bound="spent_hours")
    rounds = WholeColumn(bound="further")
    test_hours = NumberColumn(bound="spent_hours")
    stress = WholeColumn(bound="stress")
    harsh = TickColumn()
    pressing = TickColumn()
    ignored = TickColumn()
    uneasy = TickColumn()
    note = TextColumn(most=SHORT)

    @property
    def name(self) -> str:
        """Its note, else its day; while it is not finished it has none."""
        when = f"{self.day:%-d %B %Y}" if self.day else "Day not known"
        return self.note or ("" if self.draft is not None else when)

    def to_entry(self) -> spending.Entry:
        ticks = frozenset(tick for tick in spending.Tick if getattr(self, tick))
        amounts = {name: getattr(self, name) for name in ("hours", "rounds", "test_hours", "stress")}
        return spending.Entry(day=self.day, ticks=ticks, **amounts)
