"""The form every saved thing uses: answers, list rows, offers."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from groundwork.fields import MoneyFormField
from groundwork.money import CURRENCIES, Frame, unit
from groundwork.saving import Saved, cleaned
from groundwork.widgets import Controls

UNKNOWN = "-unknown"
DAY, HOUR = "Enter a day, month and year.", "Enter an hour and a minute, like 17:00."


def currency_choices() -> list[tuple[str, str]]:
    return sorted(((code, f"{name} ({code})") for code, name in CURRENCIES.items()), key=lambda pair: pair[1])


def day_input() -> forms.DateInput:
    """The browser's own calendar: nobody has to guess in which order day and month go."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def hour_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def told(value: Any) -> bool:
    """Whether something was answered. A box that is not ticked says nothing; 0 does."""
    return value is not None and value is not False and value != ""


@dataclass(frozen=True)
class Group:
    """Fields that belong together under one heading."""

    title: str
    fields: tuple[str, ...]
    hint: str = ""
    folded: bool = False  # behind a heading that opens, for what few people need


class SavedForm(forms.ModelForm):
    """A model form that knows its money's frame, takes "I do not know", and writes only when told."""

    use_required_attribute = False
    default_renderer = Controls()
    groups: tuple[Group, ...] = ()
    wanted: tuple[str, ...] = ()  # missing, these leave a gap; all others are optional
    may_be_unknown: tuple[str, ...] = ()

    def __init__(
        self,
        data: Any = None,
        *args: Any,
        frame: Frame,
        locale: str = "en",
        unknown: Iterable[str] = (),
        without: Iterable[str] = (),
        **kwargs: Any,
    ):
        super().__init__(cleaned(data), *args, **kwargs)
        for name in without:
            self.fields.pop(name, None)
        self.frame, self.locale = frame, locale
        self.unknown = frozenset(unknown)
        for name, field in self.fields.items():
            self._prepare(name, field)

    def _prepare(self, name: str, field: Any) -> None:
        field.optional_label = not field.required and name not in self.wanted
        field.can_be_unknown = name in self.may_be_unknown
        if isinstance(field, (forms.DateField, forms.TimeField)):
            day = isinstance(field, forms.DateField)
            field.widget = day_input() if day else hour_input()
            field.error_messages["invalid"] = DAY if day else HOUR
        ticked = name + UNKNOWN in self.data if self.is_bound else name in self.unknown
        field.is_unknown = field.can_be_unknown and ticked
        field.suffix = ""
        if isinstance(field, MoneyFormField):
            field.currency, field.locale = self.frame.currency, self.locale
            field.suffix = self.suffix(name)

    def suffix(self, name: str) -> str:
        """What stands after a money field: never a bare number."""
        return unit(self.frame)

    def clean(self) -> dict[str, Any] | None:
        values = super().clean()
        self.unknown = frozenset(name for name in self.may_be_unknown if name + UNKNOWN in self.data)
        for name in self.unknown & set(self.cleaned_data):
            if self.cleaned_data[name] not in (None, ""):
                self.add_error(name, "Keep either the answer or “I do not know”, not both")
        return values

    def in_order(self, *names: str, message: str) -> None:
        """Say beside the later field that it is below the earlier one."""
        given = [(name, self.cleaned_data.get(name)) for name in names]
        known: list[tuple[str, Any]] = [(name, value) for name, value in given if value is not None]
        for (_, low), (name, high) in itertools.pairwise(known):
            if high < low:
                self.add_error(name, message)

    def validate_unique(self) -> None:
        """Ids are issued by the server; a query each would buy nothing."""

    def validate_constraints(self) -> None:
        """The columns' bounds are the form's bounds; the database repeats them."""

    def write(self) -> None:
        """Write the typed row. A row that carries its own version is written once, by the saving."""
        if not isinstance(self.instance, Saved):
            self.save()

    def known_part(self) -> Any:
        """The instance with what could be read so far; what could not be read is not known."""
        if self.is_bound and not self.is_valid():
            for name in self.errors:
                if name in self.fields:
                    setattr(self.instance, name, self.instance._meta.get_field(name).get_default())
        return self.instance

    @property
    def grouped(self) -> Iterator[tuple[Group, list[BoundField], bool]]:
        """Each group with its fields, and whether it stands open: a folded one opens if anything is in it."""
        for group in self.groups or (Group("", tuple(self.fields)),):
            fields = [self[name] for name in group.fields if name in self.fields]
            if fields:
                filled = any(told(field.value()) or field.errors for field in fields)
                yield group, fields, filled or not group.folded

    @property
    def filled(self) -> list[tuple[Group, list[tuple[str, str]]]]:
        """The form as facts: what has been answered, in words, group by group."""
        groups = [(group, [fact for fact in map(self._fact, fields) if fact[1]]) for group, fields, _ in self.grouped]
        return [(group, facts) for group, facts in groups if facts]

    def _fact(self, bound: BoundField) -> tuple[str, str]:
        value = bound.field.prepare_value(self.get_initial_for_field(bound.field, bound.name))
        if not told(value):
            return str(bound.label), ""
        if value is True:
            return str(bound.label), "yes"
        if isinstance(value, date):
            return str(bound.label), f"{value:%-d %B %Y}"
        words = {str(code): str(label) for code, label in getattr(bound.field, "choices", [])}
        after = getattr(bound.field, "suffix", "")
        return str(bound.label), f"{words.get(str(value), value)} {after}".strip()
