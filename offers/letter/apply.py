"""What is ticked of a letter goes into the offer: all of it, or nothing and why."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.http import Http404, QueryDict

from groundwork.forms import SavedForm
from groundwork.respond import as_post
from offers.following import changed
from offers.forms import OfferForm, spoken
from offers.letter.reading import Candidate
from offers.models import Offer, Term
from offers.services import MOST_TERMS
from offers.term_forms import KINDS, TERM_FORMS

# A letter is in writing: which tick that makes true.
WRITTEN = {
    **dict.fromkeys(("base", "payments"), "base_written"),
    **dict.fromkeys(("bonus_percent", "bonus_amount", "bonus_most"), "bonus_written"),
    "sign_on": "sign_on_written",
    **dict.fromkeys(("leave_days", "holidays"), "leave_written"),
    **dict.fromkeys(("probation_months", "notice_weeks"), "dates_written"),
}
ONLY = frozenset(kind.kind for kind in KINDS if kind.only)
TWICE = "Another ticked line fills the same place with something else: keep one of them."
THERE = "Your offer has such an entry already: change it there."
FULL = f"An offer holds at most {MOST_TERMS} entries: delete one to add another."


@dataclass(kw_only=True)
class Applied:
    """What became of it. `refused`: why, by the key of the line; `asked`: fields that have to be answered, by the
    key of the line, "" for what the offer itself needs. `stale`: the offer has changed since the page was made."""

    done: int = 0
    stale: bool = False
    refused: dict[str, list[str]] = field(default_factory=dict)
    asked: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return not (self.stale or self.refused or self.asked)


def letter_apply(
    *,
    offer_id: uuid.UUID,
    candidate_id: uuid.UUID,
    locale: str,
    version: int,
    ticked: Sequence[Candidate],
    typed: QueryDict,
) -> Applied:
    """Rows are locked, everything goes through the forms, and one refusal refuses all."""
    with transaction.atomic():
        row = Offer.objects.select_for_update().filter(pk=offer_id, candidate_id=candidate_id).first()
        if row is None:
            raise Http404
        if row.version != version:
            return Applied(stale=True)
        applied = Applied(done=len(ticked))
        _check(applied, row, ticked)
        # The rows of an offer are in its currency: one that was chosen but is not saved yet is saved with them.
        own = any(one.target == "offer" for one in ticked) or currency_of(row) != row.currency
        if own:
            _check_offer(applied, offer_form(row, locale, ticked=ticked, typed=typed), ticked)
        terms = [(one, term_form(one, row, locale, typed)) for one in ticked if one.target != "offer"]
        for one, term in terms:
            _check_term(applied, one, term)
        if applied.whole:
            _write(row, own, [term for _, term in terms])
        return applied


def currency_of(row: Offer) -> str:
    """What the offer's amounts are in, as it is chosen on its page."""
    return spoken(row, as_post(row.draft or {})).currency


def _write(row: Offer, own: bool, terms: list[SavedForm]) -> None:
    if own:
        row.bump()
        row.save()
    last = row.terms.aggregate(last=models.Max("order"))["last"] or 0
    for at, term in enumerate(terms, start=1):
        term.instance.order = last + at
        term.instance.written = True
        term.instance.bump()
        term.instance.save()
    changed(row.pk)


def present(form: SavedForm) -> dict[str, str]:
    """What a form shows, as it would be posted: nothing is lost by sending it again."""
    values: dict[str, str] = {}
    for name, one in form.fields.items():
        value = one.prepare_value(form.get_initial_for_field(one, name))
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        if value is True:
            value = "on"
        if value is not None and value is not False:
            values[name] = str(value)
    return values


def stored(row: Offer, locale: str) -> QueryDict:
    """The offer's answers: as they were typed, if something in them cannot be used yet."""
    if row.draft:
        return as_post(row.draft)
    return as_post({name: [value] for name, value in present(OfferForm(instance=row, locale=locale)).items()})


def offer_form(row: Offer, locale: str, *, ticked: Sequence[Candidate], typed: QueryDict) -> OfferForm:
    """The offer as it stands, with what is ticked and what was typed on the page of the letter."""
    data = stored(row, locale)
    for name in OfferForm.base_fields:
        if name in typed:
            data.setlist(name, typed.getlist(name))
    for one in ticked:
        if one.target == "offer":
            for name, value in one.values.items():
                data[name] = value
                if name in WRITTEN:
                    data[WRITTEN[name]] = "on"
    return OfferForm(data, instance=row, locale=locale)


def term_form(one: Candidate, row: Offer, locale: str, typed: Mapping[str, Any] | None = None) -> SavedForm:
    """A new row of the kind, filled; its fields carry the key of the line, so that many fit on one page."""
    form = TERM_FORMS[one.target]
    fresh = Term(offer=row, kind=one.target)
    blank = form(instance=fresh, offer=row, locale=locale)
    data = QueryDict(mutable=True)
    for name, value in (present(blank) | {"written": "on"} | one.values).items():
        data[f"{one.key}-{name}"] = value
    for name in blank.fields:
        if typed is not None and f"{one.key}-{name}" in typed and name not in one.values:
            data[f"{one.key}-{name}"] = typed[f"{one.key}-{name}"]
    return form(data, instance=fresh, offer=row, locale=locale, prefix=one.key)


def _check(applied: Applied, row: Offer, ticked: Sequence[Candidate]) -> None:
    """What no single form can see."""
    said: dict[str, set[str]] = {}
    for one in ticked:
        for name, value in one.values.items() if one.target == "offer" else ():
            said.setdefault(name, set()).add(value)
    for one in ticked:
        if one.target == "offer" and any(len(said[name]) > 1 for name in one.values):
            applied.refused.setdefault(one.key, []).append(TWICE)
    new = [one for one in ticked if one.target != "offer"]
    kinds = [*row.terms.values_list("kind", flat=True)]
    for at, one in enumerate(new):
        if one.target in ONLY and one.target in kinds + [other.target for other in new[:at]]:
            applied.refused.setdefault(one.key, []).append(THERE)
        if len(kinds) + at >= MOST_TERMS:
            applied.refused.setdefault(one.key, []).append(FULL)


def _check_offer(applied: Applied, form: OfferForm, ticked: Sequence[Candidate]) -> None:
    """A refusal stands beside the line that brought the value; what no line brought can be answered on the page."""
    for name, errors in form.errors.items():
        lines = [one for one in ticked if one.target == "offer" and name in one.values]
        for one in lines:
            applied.refused.setdefault(one.key, []).extend(str(error) for error in errors)
        if not lines and name in form.fields:
            applied.asked.setdefault("", []).append(form[name])
        elif not lines:
            applied.refused.setdefault("", []).extend(str(error) for error in errors)


def _check_term(applied: Applied, one: Candidate, form: SavedForm) -> None:
    for name, errors in form.errors.items():
        if name in form.fields and name not in one.values:
            applied.asked.setdefault(one.key, []).append(form[name])
        else:
            applied.refused.setdefault(one.key, []).extend(str(error) for error in errors)
