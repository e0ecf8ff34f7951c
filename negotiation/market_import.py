"""Taking a pasted table of pay into a plan: shown first, written only when that was confirmed, never twice."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import cast

from django import forms
from django.db import models, transaction

from groundwork.fields import TextFormField
from groundwork.money import Basis
from groundwork.pasting import TableForm, new_of, one_of
from negotiation import services
from negotiation.market_table import MOST_ROWS, Row, Table, read_points
from negotiation.models import MarketPoint, Plan
from negotiation.steps import BY_SLUG

MOST_BYTES = 60_000


class PasteForm(TableForm):
    """A table of what the market pays."""

    text = TextFormField(
        label="The table",
        help_text="A line of headings, then one line for each source. Copy it from a spreadsheet, or as CSV",
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        strip=False,
        error_messages={"required": "Paste a table: a line of headings, then one line for each source."},
    )
    period = one_of("For what time it is paid, where a line does not say", MarketPoint.PERIODS)
    basis = one_of("Before or after tax, where a line does not say", MarketPoint.BASES)
    field_order = ("text", "currency", "period", "basis")

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


def points_import(*, plan: Plan, rows: Sequence[Row], batch: uuid.UUID) -> int:
    """Add the lines as entries, and say how many are new. The same batch sent twice adds nothing."""
    step = BY_SLUG["market"]
    with transaction.atomic():
        services.state_locked(plan=plan, step=step)  # one import of a plan at a time
        stored = MarketPoint.objects.filter(plan=plan)
        found = {row.line: entry(row, plan=plan) for row in rows}
        new = new_of(found, owner=plan.pk, batch=batch, stored=stored, most=MOST_ROWS)
        last = stored.aggregate(last=models.Max("order"))["last"] or 0
        for place, made in enumerate(new, last + 1):
            made.order = place
        MarketPoint.objects.bulk_create(new)
        services.state_refresh(plan=plan, step=step)
    return len(new)


def entry(row: Row, *, plan: Plan) -> MarketPoint:
    found = MarketPoint.from_point(row.point, note=row.note)
    found.plan = plan
    found.bump()
    return found
