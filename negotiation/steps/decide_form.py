"""What is asked about deciding: three lists, how it stands besides pay, and what one decides oneself."""

from __future__ import annotations

from django import forms

from groundwork.forms import Group, SavedForm
from negotiation.decide import ZONES, decide_facts
from negotiation.models import Decide

LISTS = ("yes_if", "ask_if", "no_if")


class DecideForm(SavedForm):
    groups = (
        Group("Before the talk", LISTS, "What is written down before nobody can talk you out of."),
        Group("Their offer", ("final", "fair", "excited")),
        Group("Besides pay", tuple(name for zone in ZONES for name in (zone, f"{zone}_shows"))),
        Group("What you decide", ("choice", "why"), "It is yours, whatever stands beside it."),
    )
    wanted = (*LISTS, *ZONES, "fair", "excited", "choice")

    class Meta:
        model = Decide
        exclude = ["plan"]
        labels = {
            "yes_if": "I say yes at once, if …",
            "ask_if": "I ask on, if …",
            "no_if": "I say a calm no, if …",
            "final": "They have said that it is their last word",
            "fair": "Does it seem fair to you?",
            "excited": "Do you still look forward to it?",
            "choice": "What do you do?",
            "why": "Why, in one sentence?",
        } | {
            name: text
            for zone, words in decide_facts().zones.items()
            for name, text in ((zone, words.label), (f"{zone}_shows", f"What shows it? ({words.label.lower()})"))
        }
        help_texts = {
            "yes_if": "One condition a line",
            "no_if": "Your red lines stand here too, on a page of their own",
            "final": "Then nothing more is asked for: it is a yes or a no",
            "excited": "An employer who is mean now tells you something about later",
            "why": "For yourself, in half a year. Where it differs from what the plan points to, all the more",
        } | {zone: words.asks for zone, words in decide_facts().zones.items()}
        widgets = {"choice": forms.Select}  # a chosen radio could not be taken back

    def __init__(self, *args: object, **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choice = self.fields["choice"]
        choice.choices = [("", "Not decided yet"), *Decide.EXITS]  # type: ignore[attr-defined]
