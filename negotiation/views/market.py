"""Pasting a table of what the market pays: what was read is shown, and added when that is confirmed."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from groundwork.owner import Request
from groundwork.pasting import Full, batch_of, sealed
from groundwork.saving import cleaned
from negotiation.doors import own_plan, step_of
from negotiation.market_import import PasteForm, points_import
from negotiation.market_table import Row, Table
from negotiation.models import Plan
from negotiation.steps import BY_SLUG
from negotiation.steps.market_points import name_of
from negotiation.steps.market_words import after, as_given, day_of

TEMPLATE = "negotiation/market_paste.html"


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    step_of(plan, BY_SLUG["market"])
    if request.method != "POST":
        period = plan.period if plan.period != "once" else "year"
        ways = {"currency": plan.currency, "period": period, "basis": plan.basis}
        return _page(request, plan, PasteForm(initial=ways))
    form = PasteForm(cleaned(request.POST))
    if not form.is_valid():
        return _page(request, plan, form, status=422)
    table = form.table
    confirmed = request.POST.get("do") == "add" and request.POST.get("seal") == form.seal
    return _added(request, plan, form, table) if confirmed and table.rows else _shown(request, plan, form, table)


def _shown(request: Request, plan: Plan, form: PasteForm, table: Table, *, full: str = "") -> HttpResponse:
    """What was read; a table of which nothing can be used is a problem, not a preview."""
    read = [shown(row, plan.locale) for row in table.rows]
    seen = {"read": read, "problems": table.problems, "seal": form.seal, "full": full}
    status = 422 if full or not read else 200
    return _page(request, plan, form, status=status, batch=batch_of(request.POST), table=table, **seen)


def shown(row: Row, locale: str) -> dict[str, Any]:
    """A line as it was understood."""
    point = row.point
    day = day_of(point.dated) or "no date"
    name = ", ".join(filter(None, (name_of(point), after(point))))
    return {"line": row.line, "name": name, "day": day, "place": point.place, "says": as_given(point, locale)}


def _added(request: Request, plan: Plan, form: PasteForm, table: Table) -> HttpResponse:
    try:
        number = points_import(plan=plan, rows=table.rows, batch=sealed(request.POST, form.seal))
    except Full as full:
        words = f"{full} A plan holds at most 200 sources. Paste fewer lines, or delete sources first."
        return _shown(request, plan, form, table, full=words)
    without = " What could not be read was left out." if table.problems else ""
    messages.info(request, f"{number} {'source' if number == 1 else 'sources'} added.{without}")
    return redirect(reverse("step", args=[plan.pk, BY_SLUG["market"]]) + "#entries")


def _page(request: Request, plan: Plan, form: PasteForm, *, status: int = 200, **context: Any) -> HttpResponse:
    context = {"plan": plan, "form": form, "step": BY_SLUG["market"]} | context
    return render(request, TEMPLATE, context, status=status)
