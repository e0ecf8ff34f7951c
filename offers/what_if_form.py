"""The questions of the page of worth: what if the price moves, the bonus fails, you leave early?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms

from groundwork.fields import NumberFormField
from offers.calc.pay import BonusCase
from offers.calc.valuation import Scenario

BONUS = [
    ("expected", "As you expect it"),
    ("none", "None is paid"),
    ("target", "The promised one"),
    ("most", "The highest one"),
]


class WhatIfForm(forms.Form):
    """Asked by GET: an answer can be kept as a bookmark, and nothing of it is stored."""

    use_required_attribute = False
    stock = NumberFormField(
        label="Share prices move by, percent",
        help_text="-50 is half of today’s price",
        min_value=Decimal(-100),
        max_value=Decimal(1000),
        required=False,
    )
    bonus = forms.ChoiceField(
        label="The bonus", choices=BONUS, required=False, error_messages={"invalid_choice": "Choose one of these."}
    )
    leave = NumberFormField(
        label="You leave after this many months",
        help_text="Blank: you stay",
        whole=True,
        min_value=Decimal(1),
        max_value=Decimal(48),
        required=False,
    )
    discount = NumberFormField(
        label="Money in a year is worth less to you than money now, by percent",
        help_text="A discount rate: what saving would bring you, or a loan would cost you",
        min_value=Decimal(0),
        max_value=Decimal(100),
        required=False,
    )
    currency = forms.ChoiceField(
        label="Show it in", required=False, error_messages={"invalid_choice": "Choose one of these."}
    )
    illiquid = forms.BooleanField(label="Count shares and options that cannot be sold yet", required=False)

    def __init__(self, data: Any, *, currencies: Iterable[tuple[str, str]]):
        super().__init__(data or None)
        self.fields["currency"].choices = list(currencies)  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.optional_label = field.can_be_unknown = False  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What could be read; the rest is as if it had not been asked."""
        return self.cleaned_data if self.is_bound and (self.is_valid() or self.cleaned_data) else {}

    @property
    def scenario(self) -> Scenario:
        asked = self.asked
        return Scenario(
            stock=asked.get("stock") or Decimal(0),
            bonus=cast(BonusCase, asked.get("bonus") or "expected"),
            leave=int(asked["leave"]) if asked.get("leave") else None,
            count_illiquid=bool(asked.get("illiquid")),
        )
