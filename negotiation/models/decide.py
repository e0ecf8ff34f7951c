"""Deciding: three lists made before the talk, four zones besides pay, and what was decided and why."""

from __future__ import annotations

from groundwork.fields import ChoiceColumn, TextColumn, TickColumn
from negotiation.models.base import Answer


class Decide(Answer):
    """What was set before the talk, how the offer stands in each zone, and what one decides."""

    MEETS = [("meets", "It fits"), ("gap", "Something is missing"), ("unknown", "I do not know yet")]
    FEELS = [("yes", "Yes"), ("no", "No"), ("unsure", "I am not sure")]
    EXITS = [
        ("accept", "Accept"),
        ("counter", "Make a counter-offer"),
        ("pause", "Ask first, and take time"),
        ("decline", "Decline"),
        ("review", "Accept now, and look again in six months"),
    ]
    yes_if = TextColumn(most=1000)
    ask_if = TextColumn(most=1000)
    no_if = TextColumn(most=1000)
    final = TickColumn()
    tasks = ChoiceColumn(choices=MEETS)
    tasks_shows = TextColumn(most=500)
    money = ChoiceColumn(choices=MEETS)
    money_shows = TextColumn(most=500)
    format = ChoiceColumn(choices=MEETS)
    format_shows = TextColumn(most=500)
    style = ChoiceColumn(choices=MEETS)
    style_shows = TextColumn(most=500)
    fair = ChoiceColumn(choices=FEELS)
    excited = ChoiceColumn(choices=FEELS)
    choice = ChoiceColumn(choices=EXITS)
    why = TextColumn(most=1000)
