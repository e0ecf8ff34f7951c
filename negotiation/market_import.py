"""Taking a pasted table of pay into a plan: shown first, written only when that was confirmed, never twice."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.db import models, transaction

from groundwork.fields import TextFormField, clean_text
from groundwork.forms import currency_choices
from groundwork.money import Basis
from negotiation import services
from negotiation.market_table import MOST_ROWS, Row, Table, read_points
from negotiation.models import MarketPoint, Plan
from negotiation.steps import BY_SLUG

MOST_BYTES = 60_000


class PasteForm(forms.Form):
    """A table as text, and what its lines mean where they do not say so themselves."""

    text = TextFormField(
        label="The table",
        help_text="A line of headings, then one line for each source. Copy it from a spreadsheet, or as CSV",
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        strip=False,
        error_messages={"required": "Paste a table: a line of headings, then one line for each source."},
    )
    currency = forms.ChoiceField(
        label="Currency of lines that name none",
        choices=currency_choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a currency."),
    )
    period = forms.ChoiceField(
        label="For what time it is paid, where a line does not say",
        choices=MarketPoint.PERIODS,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one of these."),
    )
    basis = forms.ChoiceField(
        label="Before or after tax, where a line does not say",
        choices=MarketPoint.BASES,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one of these."),
    )
    use_required_attribute = False

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if len(text.encode()) > MOST_BYTES:
            raise forms.ValidationError("This is too long: paste at most 60,000 characters at a time.")
        return text

    @property
    def table(self) -> Table:
        """What the lines say, once the form is valid."""
        given = self.cleaned_data
        basis = cast(Basis, given["basis"])
        return read_points(given["text"], currency=given["currency"], period=given["period"], basis=basis)

    @property
    def seal(self) -> str:
        """Stands for all that was read: what is confirmed must be what was shown."""
        told = "\x1f".join(str(self.cleaned_data[name]) for name in ("text", "currency", "period", "basis"))
        return hashlib.sha256(told.encode()).hexdigest()


class Full(Exception):
    """There is room for fewer sources than these; `room` is how many."""

    def __init__(self, room: int):
        super().__init__(room)
        self.room = room


def points_import(*, plan: Plan, rows: Sequence[Row], batch: uuid.UUID) -> int:
    """Add the lines as entries, and say how many are new. The same batch sent twice adds nothing."""
    step = BY_SLUG["market"]
    with transaction.atomic():
        services.state_locked(plan=plan, step=step)  # one import of a plan at a time
        stored = MarketPoint.objects.filter(plan=plan)
        pks = {row.line: uuid.uuid5(plan.pk, f"{batch}/{row.line}") for row in rows}
        there = set(stored.filter(pk__in=pks.values()).values_list("pk", flat=True))
        new = [row for row in rows if pks[row.line] not in there]
        room = MOST_ROWS - stored.count()
        if len(new) > room:
            raise Full(max(room, 0))
        last = stored.aggregate(last=models.Max("order"))["last"] or 0
        made = [entry(row, plan=plan, pk=pks[row.line], order=last + n) for n, row in enumerate(new, 1)]
        MarketPoint.objects.bulk_create(made)
        services.state_refresh(plan=plan, step=step)
    return len(made)


def entry(row: Row, *, plan: Plan, pk: uuid.UUID, order: int) -> MarketPoint:
    found = MarketPoint.from_point(row.point, note=row.note)
    found.pk, found.plan, found.order = pk, plan, order
    found.bump()
    return found


def batch_of(data: Any) -> uuid.UUID:
    """The batch a page was made with; of a page without one, a new batch."""
    try:
        return uuid.UUID(clean_text(str(data.get("batch", ""))))
    except ValueError:
        return uuid.uuid4()
