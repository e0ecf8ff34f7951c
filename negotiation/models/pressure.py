"""What is done and said when it gets tight."""

from __future__ import annotations

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from negotiation.models.base import Answer, Row


class Pressure(Answer):
    """The five moves, each in one's own words."""

    pause = TextColumn(most=SHORT)
    named = TextColumn(most=SHORT)
    concrete = TextColumn(most=SHORT)
    stand = TextColumn(most=SHORT)
    leave = TextColumn(most=SHORT)


class PressureLine(Row):
    """A line of theirs, the sign it shows, and the reaction that is ready for it."""

    SIGNS = [
        ("rush", "Rush"),
        ("threat", "A veiled threat"),
        ("guilt", "Guilt"),
        ("faceless", "Nobody who decides"),
        ("emotion", "Feeling instead of facts"),
        ("small", "Being made small"),
    ]
    line = TextColumn(most=SHORT)
    sign = ChoiceColumn(choices=SIGNS)
    reaction = TextColumn(most=1000)

    @property
    def name(self) -> str:
        return self.line
