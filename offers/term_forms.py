"""The kinds of terms: the form of each, and what the page that adds one says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from offers.equity_forms import OptionsForm, PurchaseForm, RefresherForm, SharesForm
from offers.models import Offer, Term
from offers.pay_forms import AllowanceForm, CommissionForm, ExtraForm, MatchForm
from offers.term_form import TermForm


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of term. `only` kinds are there once; the others as often as they are offered."""

    kind: str
    title: str
    hint: str
    form: type[TermForm]
    only: bool = False


KINDS = (
    Kind(
        kind="extra",
        title="Something paid every year or once",
        hint="An allowance, a car, insurance, learning money, equipment, a move, a bonus for staying",
        form=ExtraForm,
    ),
    Kind(
        kind="allowance",
        title="Pay on top for certain hours",
        hint="Nights, weekends, shifts, overtime, being on call",
        form=AllowanceForm,
    ),
    Kind(
        kind="commission",
        title="Commission",
        hint="A part of what you sell, with quota, a slow beginning and late payment",
        form=CommissionForm,
    ),
    Kind(
        kind="shares",
        title="Shares that become yours over time (RSU)",
        hint="A grant with a schedule",
        form=SharesForm,
    ),
    Kind(
        kind="options",
        title="Options to buy shares",
        hint="What they can come to, and how likely it is that they come to nothing",
        form=OptionsForm,
    ),
    Kind(
        kind="refresher",
        title="A further grant of shares every year",
        hint="Promised, or usual there (a refresher)",
        form=RefresherForm,
        only=True,
    ),
    Kind(
        kind="purchase",
        title="Buying their shares at a discount",
        hint="A purchase plan: part of your pay buys shares below their price",
        form=PurchaseForm,
        only=True,
    ),
    Kind(
        kind="match",
        title="Retirement money that they add to yours",
        hint="A match: two rules, such as all of the first part and half of the next, are two entries",
        form=MatchForm,
    ),
)
TERM_FORMS: dict[str, type[TermForm]] = {one.kind: one.form for one in KINDS}


def form_of(row: Term, offer: Offer, data: Any = None, *, locale: str) -> TermForm:
    """The form of this row's kind."""
    return TERM_FORMS[row.kind](data, instance=row, offer=offer, locale=locale)
