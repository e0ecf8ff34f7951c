"""Offers as a table: read from a file or from text, shown, and added when that is confirmed; and downloaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from groundwork.csv_safe import rows_as_csv
from groundwork.owner import Request, candidate_of
from groundwork.pasting import Full, batch_of, sealed
from groundwork.saving import cleaned
from groundwork.sheet import Problem
from offers import services
from offers.forms import OfferForm
from offers.models import Offer
from offers.summary import as_entered
from offers.table import Row
from offers.table_columns import HEADINGS
from offers.table_form import OfferTableForm
from offers.table_out import table_of
from offers.views.offer import ways
from offers.views.ways import back, came_from, link, today

MOST_NAMED = 10
MARK = "\ufeff"  # by which spreadsheet programs know UTF-8
HEAD = ("employer", "role", "currency", "basis", "base", "period")  # what stands in the columns of their own


@require_http_methods(["GET", "HEAD", "POST"])
def offer_import(request: Request) -> HttpResponse:
    candidate = candidate_of(request)
    if request.method != "POST":
        return _page(request, OfferTableForm(initial=ways(request, candidate)))
    form = OfferTableForm(cleaned(request.POST), request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    confirmed = request.POST.get("do") == "add" and request.POST.get("seal") == form.seal
    return _added(request, form) if confirmed and form.table.rows else _shown(request, form)


def _shown(request: Request, form: OfferTableForm, *, full: str = "") -> HttpResponse:
    """What was read; a table of which nothing can be used is a problem, not a preview."""
    locale = candidate_of(request).locale
    read = [shown(row, locale) for row in form.table.rows]
    seen = {"read": read, "problems": form.table.problems, "seal": form.seal, "batch": batch_of(request.POST)}
    return _page(request, form, status=422 if full or not read else 200, full=full, **seen)


def shown(row: Row, locale: str) -> dict[str, Any]:
    """A line as it was understood: the answers it gave, in the words of the offer's own form."""
    form = OfferForm(instance=row.offer, locale=locale)
    asked = {str(form.fields[name].label) for name in row.told if name not in HEAD}
    facts = [fact for _, found in form.filled for fact in found if fact[0] in asked]
    base = as_entered(row.offer.to_terms(()), locale)
    return {"line": row.line, "name": row.offer.name, "base": base, "facts": facts}


def _added(request: Request, form: OfferTableForm) -> HttpResponse:
    rows = {row.line: row.offer for row in form.table.rows}
    try:
        number = services.offers_add(candidate=candidate_of(request), rows=rows, batch=sealed(request.POST, form.seal))
    except Full as full:
        words = f"{full} You can keep {services.MOST_OFFERS} offers. Read fewer lines, or delete offers first."
        return _shown(request, form, full=words)
    without = f" {left_out(form.table.problems)}" if form.table.problems else ""
    added = f"{number} {'offer' if number == 1 else 'offers'} added.{without}"
    messages.info(request, added if number else "These offers had been added already. Nothing was added twice.")
    return redirect(back(request))


def left_out(problems: Iterable[Problem]) -> str:
    """Which lines of the table are not among what was added."""
    lines = list(dict.fromkeys(str(one.line) for one in problems))
    if len(lines) == 1:
        return f"Line {lines[0]} was not wholly read: look at it again."
    more = f" and {len(lines) - MOST_NAMED} more" if len(lines) > MOST_NAMED else ""
    return f"These lines were not wholly read: {', '.join(lines[:MOST_NAMED])}{more}. Look at them again."


def _page(request: Request, form: OfferTableForm, *, status: int = 200, **context: Any) -> HttpResponse:
    ways = {"action": link(request, "offer_import"), "back": back(request), "from_elsewhere": bool(came_from(request))}
    shown = {"form": form, "headings": [heading for name, heading in HEADINGS.items() if name != "bonus"]}
    return render(request, "offers/import.html", ways | shown | context, status=status)


@require_safe
def offers_csv(request: Request) -> HttpResponse:
    """All offers as they stand now; what came before, and what is paid on top, is in the export of everything."""
    candidate = candidate_of(request)
    text = rows_as_csv(table_of(Offer.objects.owned_by(candidate.pk)))
    response = HttpResponse(MARK + text, content_type="text/csv; charset=utf-8")
    name = f"offers-{today(candidate).isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
