"""The script: in which manner and by which way one talks, and the lines in one's own words."""

from __future__ import annotations

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from negotiation.models.base import Answer, Row


class Script(Answer):
    """How one talks, and what one looks forward to in the job."""

    MANNERS = [
        ("direct", "Direct: I would like …"),
        ("together", "Together: are you open to …?"),
    ]
    MEDIA = [
        ("phone", "On the telephone"),
        ("video", "In a video call"),
        ("face", "Face to face"),
        ("mail", "By e-mail"),
    ]
    manner = ChoiceColumn(choices=MANNERS, default="direct", blank=False)
    medium = ChoiceColumn(choices=MEDIA, default="phone", blank=False)
    joy = TextColumn(most=SHORT)


class ScriptLine(Row):
    """One line of the script in one's own words; they are said instead of ours."""

    LINES = [
        ("person", "The right person"),
        ("time", "A good time"),
        ("mail", "The mail"),
        ("thanks", "Thanks first"),
        ("number", "The number"),
        ("reasons", "May I say why?"),
        ("money", "The reason, in their money"),
        ("others", "The rest"),
        ("fair", "Is it fair?"),
        ("close", "Yes, in writing"),
        ("next", "What happens next"),
        ("goodbye", "Goodbye"),
        ("wrong", "Not the right person"),
        ("later", "Another time"),
        ("step", "A lower number"),
        ("budget", "The budget is tight"),
        ("maybe", "Maybe"),
        ("no", "No"),
        ("ways", "Several ways"),
        ("review", "Again in six months"),
        ("unfair", "What would make it fair?"),
        ("think", "Time to think"),
        ("today", "Today or never"),
        ("fixed", "A time is fixed"),
        ("vague", "They would not say"),
    ]
    line = ChoiceColumn(choices=LINES)
    text = TextColumn(most=2000)

    @property
    def name(self) -> str:
        return str(self.get_line_display()) if self.line else ""
