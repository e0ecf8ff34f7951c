"""What the candidate wants, the need beneath it, and other ways to meet that need."""

from __future__ import annotations

from groundwork.fields import SHORT, ChoiceColumn, TextColumn, TickColumn
from negotiation.models.base import Answer, Row


class Win(Answer):
    """The ideal result."""

    CONTENTS = [("need", "Yes: it meets my needs"), ("comparison", "No: then it would feel too little")]
    role = TextColumn()
    duties = TextColumn()
    work_format = TextColumn()
    freedom = TextColumn()
    team = TextColumn()
    mission = TextColumn()
    network = TextColumn()
    budgets = TextColumn()
    contents = ChoiceColumn(choices=CONTENTS)


class Want(Row):
    """A want, the need beneath it, and the way that is chosen to meet it."""

    want = TextColumn(most=SHORT)
    need = TextColumn(most=SHORT)
    way = TextColumn(most=SHORT)
    reason = TextColumn()
    asked = TickColumn()

    @property
    def name(self) -> str:
        return self.want
