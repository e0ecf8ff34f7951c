"""What is asked about the four legs: each ask with what it serves, its reason, and what they said to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from groundwork.forms import Group, SavedForm
from negotiation.models import KeyResult, Person, Stool, StoolAsk, Want
from negotiation.steps.base import BOOKKEEPING
from negotiation.steps.linked import point_at
from negotiation.steps.match_words import short
from negotiation.steps.people_words import titled

NEEDED = {"leg": "Choose the leg it belongs to.", "ask": "Enter what you ask for."}
# A beginning for each leg beside pay; all can be changed or deleted.
STARTERS: tuple[dict[str, Any], ...] = (
    {"leg": "budget", "ask": "a yearly sum for tools that I may spend without asking"},
    {"leg": "people", "ask": "an hour a week of somebody who knows how things are done here"},
    {"leg": "growth", "ask": "somebody experienced to talk to, an hour every second week"},
    {"leg": "growth", "ask": "one course a year that we choose together, as working time"},
)


class StoolForm(SavedForm):
    groups = (
        Group("", ("begin",)),
        Group(
            "Legs that stand already",
            ("pay_stands", "budget_stands", "people_stands", "growth_stands"),
            "Where you need nothing more than what is there.",
        ),
    )

    class Meta:
        model = Stool
        exclude = ["plan"]
        labels = {
            "begin": "How you bring it up",
            "pay_stands": "The pay",
            "budget_stands": "The budget for the work",
            "people_stands": "The people and resources",
            "growth_stands": "The support and growth",
        }
        help_texts = {"begin": "One sentence that speaks of both of you. Blank, each ask begins with one of ours"}


class StoolAskForm(SavedForm):
    groups = (
        Group("", ("leg", "ask")),
        Group("What it is for", ("result", "want", "blocker"), "A key result, or a need of yours: one is enough."),
        Group("Why they should say yes", ("reason", "repeat", "evidence", "person")),
        Group("How you say it, and how it holds", ("wording", "confirm")),
        Group("What they said", ("reply", "their_words", "day"), folded=True),
    )
    wanted = ("leg", "ask", "result", "reason", "repeat", "evidence", "confirm")

    class Meta:
        model = StoolAsk
        exclude = BOOKKEEPING
        labels = {
            "leg": "Which leg is it?",
            "ask": "What you ask for",
            "result": "The key result it is needed for",
            "want": "The need of yours that it meets",
            "blocker": "What is in the way without it?",
            "reason": "Why it helps them",
            "repeat": "The sentence that their manager can repeat",
            "evidence": "What shows that it works",
            "person": "Whom do you ask?",
            "wording": "How you say it",
            "confirm": "How it will be confirmed",
            "reply": "What did they say?",
            "their_words": "In their words",
            "day": "On which day?",
        }
        widgets = {"reply": forms.Select}  # a chosen radio could not be taken back
        help_texts = {
            "ask": "It continues the sentence “I would like …”",
            "want": "It stays with you; what you say is the reason for them",
            "reason": "What goes better for them once you have it",
            "repeat": "Short enough to be passed on, with no “I” in it",
            "evidence": "Somebody who has done it so, a number, a trial of a month",
            "person": "Whoever cares most about what it brings",
            "wording": "Left blank, it is put together from what stands above",
            "their_words": "As exactly as you remember. A refusal to talk about it is worth knowing",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in NEEDED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
        reply: Any = self.fields["reply"]
        reply.choices = [("", "Nothing yet"), *StoolAsk.REPLIES]
        for name, model, words, called in POINTS:
            there = model._default_manager.filter(plan_id=self.instance.plan_id)
            chosen = Q(pk=getattr(self.instance, f"{name}_id"))
            point_at(self, name, there.filter(~Q(**{words: ""}) | chosen), called)


UNFINISHED = "Not finished yet"


def wanted(row: Want) -> str:
    """A want by the need beneath it."""
    return short(f"{row.need} ({row.want})" if row.need else row.want) or UNFINISHED


def cares(row: Person) -> str:
    """Somebody with what they care about, so that it can be seen whom an ask suits."""
    return short(f"{titled(row)}: {row.cares}" if row.cares else titled(row), 120) or UNFINISHED


# What an ask can point at: the field, the table, the column without which a row says nothing, and what it is called.
POINTS: tuple[tuple[str, Any, str, Any], ...] = (
    ("result", KeyResult, "text", lambda row: short(row.text) or UNFINISHED),
    ("want", Want, "want", wanted),
    ("person", Person, "who", cares),
)
