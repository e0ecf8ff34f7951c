"""Questions with one answer each, "I do not know" among them; and what is said of them, to you or about a friend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from groundwork.forms import SavedForm
from negotiation.facts import Told

Say = Callable[[Told], str]
UNSURE = "unknown"


def to_you(told: Told) -> str:
    return told.text


def of_a_friend(told: Told) -> str:
    return told.for_friend()


VOICES: Mapping[str, Say] = {"you": to_you, "friend": of_a_friend}


class AskingForm(SavedForm):
    """A chosen radio cannot be taken back, so "I do not know" is one of them and no box beside them.

    Being an answer, it also makes a note that the question is optional needless.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in self.may_be_unknown:
            field: Any = self.fields[name]
            field.choices = [*field.choices, (UNSURE, "I do not know")]
            field.can_be_unknown = field.optional_label = False
            if name in self.unknown:
                self.initial[name] = UNSURE

    def clean(self) -> dict[str, Any] | None:
        unsure = {name for name in self.may_be_unknown if self.cleaned_data.get(name) == UNSURE}
        self.cleaned_data |= dict.fromkeys(unsure, "")
        values = super().clean()
        self.unknown |= unsure
        return values
