"""What is asked about practising, and about the small asks of everyday life."""

from __future__ import annotations

from typing import Any

from django import forms

from groundwork.forms import Group, SavedForm
from negotiation.models import Practised, Rehearse, SmallAsk
from negotiation.recruiter import ask_facts
from negotiation.steps.base import BOOKKEEPING

STARTERS: tuple[dict[str, Any], ...] = tuple({"text": ask.text} for ask in ask_facts().asks)


class RehearseForm(SavedForm):
    groups = (
        Group("", ("call",)),
        Group("How you practise", ("way", "clock", "recruiter", "voice")),
    )
    wanted = ("call", "way", "clock", "recruiter")

    class Meta:
        model = Rehearse
        exclude = ["plan"]
        labels = {
            "call": "The day of the talk",
            "way": "How do you answer?",
            "clock": "How long may an answer take?",
            "recruiter": "A recruiter to practise with",
            "voice": "Let me hear their lines",
        }
        help_texts = {
            "call": "Then every line comes up before it. Blank, a few new ones come up each day",
            "clock": "It only shows the seconds; nothing happens when they are over",
            "recruiter": "Seventy lines in five manners, answered with what you have prepared",
            "voice": "Only by a voice that is on this device: nothing is sent anywhere",
        }
        widgets = {"recruiter": forms.Select}


class SmallAskForm(SavedForm):
    groups = (Group("", ("text",)), Group("What happened", ("day", "how", "happened")))
    wanted = ("text",)

    class Meta:
        model = SmallAsk
        exclude = BOOKKEEPING
        labels = {
            "text": "What will you ask for?",
            "day": "On which day did you ask?",
            "how": "What came of it?",
            "happened": "How was it?",
        }
        help_texts = {
            "text": "Small enough that a no would not matter",
            "happened": "What you said, what they said, and how you felt a minute later",
        }
        widgets = {"how": forms.Select}  # a chosen radio could not be taken back

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what you will ask for."
        how: Any = self.fields["how"]
        how.choices = [("", "Not asked yet"), *SmallAsk.HOWS]


class PractisedForm(SavedForm):
    groups = (Group("", ("key", "went", "typed")),)
    wanted = ("key", "went")

    class Meta:
        model = Practised
        fields = ("key", "went", "typed")
        labels = {"key": "Which line?", "went": "How did it come?", "typed": "What you answered"}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["key"].required = True
        self.fields["key"].error_messages["required"] = "Enter the line."
