"""How a save is answered: fragments to a tab that saves as one types, pages to Continue."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import models, transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from groundwork.forms import UNKNOWN, SavedForm
from groundwork.models import Revision
from groundwork.owner import Request, candidate_of
from groundwork.saving import Posted, Saved, Token, Verdict, keep, posted_text

CONTINUE, SKIP, LOOK = "continue", "skip", "look"


@dataclass(frozen=True, kw_only=True)
class Saving:
    """What became of one send."""

    verdict: Verdict
    row: Any
    form: SavedForm
    posted: Posted
    then: str
    answers: Any = None

    @property
    def whole(self) -> bool:
        return self.form.is_valid()


def save(request: Request, row: Saved, form: SavedForm, *, extra: Callable[[bool], None] | None = None) -> Saving:
    """Keep a locked row. `extra` sets the row's own further columns, told whether the form is whole."""
    token, posted, then = Token.of(request.POST), posted_text(request.POST), str(request.POST.get("then", ""))
    verdict = keep(row, token=token, posted=posted, form=form)
    if verdict is Verdict.SAVE:
        if extra:
            extra(form.is_valid())
        row.save(update_fields=_columns(row, form))
        Revision.note(row=row.pk, candidate_id=candidate_of(request).pk, token=token, posted=posted)
    return Saving(verdict=verdict, row=row, form=form, posted=posted, then=then)


def _columns(row: Saved, form: SavedForm) -> list[str] | None:
    """A form may have left unread values on the row it edits: write them only if all is well."""
    typed = set(form.fields) if form.instance is row and not form.is_valid() else set()
    return [f.name for f in row._meta.concrete_fields if not f.primary_key and f.name not in typed]


def locked_row(model: type[models.Model], pk: uuid.UUID, *, seen: int, **parent: Any) -> Any:
    """The row, locked; made now if the page it was typed into was a new one.

    An id that exists under another parent is a 404, and so is a row deleted since it was seen.
    """
    rows = model._default_manager.filter(**parent)
    if seen == 0:
        fresh = model(pk=pk, **parent)
        if hasattr(fresh, "order"):
            fresh.order = (rows.aggregate(last=models.Max("order"))["last"] or 0) + 1
        model._default_manager.bulk_create([fresh], ignore_conflicts=True)
    row = rows.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def answer(
    request: Request,
    saving: Saving,
    *,
    page: Callable[[Saving], HttpResponse],
    panel: Callable[[Saving], str],
    onward: Callable[[Saving], str],
    beside: Callable[[Saving], str] = lambda _: "",
    zone: str = "UTC",
) -> HttpResponse:
    """Fragments for htmx; else the page again (422), both versions side by side (409), or onward."""
    if request.htmx:
        return _fragments(request, saving, panel, beside, zone)
    if saving.verdict is Verdict.CONFLICT:
        return render(request, "components/conflict.html", conflict(request, saving), status=409)
    if saving.then == LOOK or (not saving.whole and saving.then != SKIP):
        response = page(saving)
        response.status_code = 200 if saving.then == LOOK else 422
        return response
    return redirect(onward(saving))


def _fragments(
    request: Request, saving: Saving, panel: Callable[[Saving], str], beside: Callable[[Saving], str], zone: str
) -> HttpResponse:
    clash = saving.verdict is Verdict.CONFLICT
    context = {
        "version": saving.row.version,
        "at": datetime.now(ZoneInfo(zone)),
        "clash": clash,
        "unfinished": not clash and not saving.whole,
        "panel": "" if clash else panel(saving),
        "beside": "" if clash else beside(saving),
    }
    return HttpResponse(render_to_string("components/saved.html", context, request), status=409 if clash else 200)


def conflict(request: Request, saving: Saving) -> dict[str, Any]:
    """What differs between what was typed here and what is stored, field by field."""
    stored: Posted | None = saving.row.draft
    fresh = type(saving.row)._default_manager.get(pk=saving.row.pk)
    return {
        "row": fresh,
        "action": request.path,
        "posted": saving.posted,
        "version": fresh.version,
        "differences": [d for d in (_difference(saving, name, stored) for name in saving.form.fields) if d],
    }


def _difference(saving: Saving, name: str, stored: Posted | None) -> dict[str, str] | None:
    bound = saving.form[name]
    mine = shown(bound, saving.posted.get(name, [""]), name + UNKNOWN in saving.posted)
    values = (
        stored.get(name, [""])
        if stored
        else [bound.field.prepare_value(saving.form.get_initial_for_field(bound.field, name))]
    )
    theirs = shown(bound, values, bool(stored and name + UNKNOWN in stored))
    return {"label": str(bound.label), "mine": mine, "theirs": theirs} if mine != theirs else None


def shown(bound: Any, values: list[Any], unknown: bool) -> str:
    """Values as a person reads them: the words of a choice, not its code."""
    if unknown:
        return "I do not know"
    if isinstance(bound.field, forms.BooleanField):
        return "ticked" if any(str(value) in ("on", "True", "1") for value in values) else "not ticked"
    words = {str(code): str(label) for code, label in getattr(bound.field, "choices", [])}
    return ", ".join(words.get(str(v), str(v)) for v in values if v not in (None, ""))


def as_post(draft: Posted) -> QueryDict:
    """A draft as if it had just been posted, so that a form shows it as it was typed."""
    data = QueryDict(mutable=True)
    for name, values in draft.items():
        data.setlist(name, values)
    return data


def atomically(work: Callable[[], Saving]) -> Saving:
    """Run a save in its transaction: what is answered as saved has been committed."""
    with transaction.atomic():
        return work()
