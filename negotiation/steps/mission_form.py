"""What is asked about one's own version of the job: the mission, its objectives, and their key results."""

from __future__ import annotations

from typing import Any

from groundwork.forms import Group, SavedForm
from negotiation.models import KeyResult, Mission, Objective
from negotiation.steps.base import BOOKKEEPING
from negotiation.steps.linked import point_at
from negotiation.steps.match_words import short

STANDING = Group("How far it has come", ("standing", "whom", "day"))
STANDING_LABELS = {"standing": "Who knows of it?", "whom": "With whom?", "day": "On which day?"}
STANDING_HINTS = {
    "standing": "Nobody sees what is only yours. If you change words that were agreed, choose here again",
    "whom": "Once it is agreed, this name and the day stand on the draft",
}


class MissionForm(SavedForm):
    groups = (Group("", ("mission",)), STANDING)
    wanted = ("mission",)

    class Meta:
        model = Mission
        exclude = ["plan"]
        labels = {"mission": "What would you be there for?"} | STANDING_LABELS
        help_texts = {
            "mission": "One or two sentences: what should be different for them, a year on, because you came"
        } | STANDING_HINTS


class ObjectiveForm(SavedForm):
    groups = (Group("", ("text", "serves")), STANDING)
    wanted = ("text",)

    class Meta:
        model = Objective
        exclude = BOOKKEEPING
        labels = {"text": "What should have changed?", "serves": "What hurts them today"} | STANDING_LABELS
        help_texts = {
            "text": "A state, not a task: what is true then, and is not yet",
            "serves": "In their words, if you have them. It does not stand on the draft",
        } | STANDING_HINTS

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what should have changed."


class KeyResultForm(SavedForm):
    groups = (Group("", ("text", "objective", "measure", "until")), STANDING)
    wanted = ("text", "measure", "until")

    class Meta:
        model = KeyResult
        exclude = BOOKKEEPING
        labels = {
            "text": "By what would one see it?",
            "objective": "Which objective does it belong to?",
            "measure": "How is it measured?",
            "until": "By which day?",
        } | STANDING_LABELS
        help_texts = {
            "text": "Something that anybody can count or look at: a number, a date, a thing that is there",
            "measure": "Who counts it, in what, and what it is today. Blank, it becomes a question to ask",
        } | STANDING_HINTS

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter by what one would see it."
        objectives = Objective.objects.filter(plan_id=self.instance.plan_id)
        point_at(self, "objective", objectives, lambda row: short(row.name) or "Not finished yet")
