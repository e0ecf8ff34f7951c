"""What is asked about the script: how one talks, what one looks forward to, and lines in one's own words."""

from __future__ import annotations

from typing import Any

from groundwork.forms import Group, SavedForm
from negotiation.models import Script, ScriptLine
from negotiation.steps.base import BOOKKEEPING

NEEDED = {"line": "Choose the line that you word yourself.", "text": "Enter how you say it."}


class ScriptForm(SavedForm):
    groups = (Group("How you talk", ("medium", "manner")), Group("What the first sentence needs", ("joy",)))
    wanted = ("medium", "manner", "joy")

    class Meta:
        model = Script
        exclude = ["plan"]
        labels = {
            "medium": "How will you talk?",
            "manner": "Which manner suits you?",
            "joy": "What do you look forward to most in this job?",
        }
        help_texts = {
            "manner": "Both ask for the same. The second speaks of what you can do together: it is heard more kindly "
            "where asking for oneself is taken amiss, and costs nothing elsewhere",
            "joy": "It continues the sentence “I would like to do this work, above all for one reason: …”",
        }


class ScriptLineForm(SavedForm):
    groups = (Group("", ("line", "text")),)
    wanted = ("line", "text")

    class Meta:
        model = ScriptLine
        exclude = BOOKKEEPING
        labels = {"line": "Which line is it?", "text": "How you say it"}
        help_texts = {
            "text": "Aloud first, then typed: what is easy to say reads a little clumsily. What stands in square "
            "brackets is still missing in your plan"
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in NEEDED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
