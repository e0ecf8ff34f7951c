"""Packages: pay with the numbers that are known, and the three that are proposed, each with one press."""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundwork.money import AmountError, as_decimal, as_typed, read_amount, show_number
from groundwork.owner import Request
from negotiation import services
from negotiation.adding import entry_add
from negotiation.doors import own_plan, step_of
from negotiation.models import PackageIssue, Plan, Proposal
from negotiation.steps.packages import STEP, laid, mark_of, pay_amounts

NO_NUMBERS = "Set your numbers first: pay needs two amounts, such as your minimum and your target."
FULL = "Your list is full. Delete something to add another."
CHANGED = "These packages have changed since you looked at them. Look at them again, and propose them then."


@require_POST
def pay(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Their offer or the minimum, the target and the opening become options, and their page opens."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    row = pay_added(plan)
    if isinstance(row, str):
        messages.warning(request, row)
        return redirect(reverse("step", args=[plan.pk, STEP]) + "#entries")
    return redirect("row", plan.pk, STEP, row.pk)


@transaction.atomic
def pay_added(plan: Plan) -> PackageIssue | str:
    """The entry, or why there is none. Pressed twice, it is the same one."""
    services.state_locked(plan=plan, step=STEP)
    there = PackageIssue.objects.filter(plan_id=plan.pk, kind="pay").first()
    if there:
        return there
    amounts = pay_amounts(services.load_for(plan, STEP, states=services.states_for(plan, STEP)))
    if len(amounts) < 2:
        return NO_NUMBERS
    options = {f"option_{place}": written(plan, as_decimal(amount)) for place, amount in enumerate(amounts, 1)}
    row: PackageIssue | None = entry_add(plan=plan, step=STEP, into=STEP.rows, kind="pay", **options)
    return row or FULL


def written(plan: Plan, amount: Decimal) -> str:
    """As one would type it, in the plan's own way where that can be read in one way only."""
    shown = show_number(amount, plan.currency, plan.locale)
    try:
        same = read_amount(shown, plan.currency) == amount
    except AmountError:
        same = False
    return shown if same else as_typed(amount, plan.currency)


@require_POST
def propose(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """The packages are kept in their words, so that what the other side says to them can be noted."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    mark = str(request.POST.get("mark", ""))
    if not mark:
        raise Http404
    if refused := proposed(plan, mark):
        messages.info(request, refused)
        return redirect(reverse("step", args=[plan.pk, STEP]) + "#three")
    return redirect(reverse("step", args=[plan.pk, STEP]) + "#more")


@transaction.atomic
def proposed(plan: Plan, mark: str) -> str:
    """Why nothing was kept; blank where it was. Pressed twice on one day, it is one proposal."""
    services.state_locked(plan=plan, step=STEP)
    table = laid(services.load_for(plan, STEP, states=services.states_for(plan, STEP)))
    if mark != mark_of(table):
        return CHANGED
    typed = dict(zip(Proposal.NAMES, map(table.typed, table.fits), strict=False))
    given = dict.fromkeys(Proposal.NAMES, "") | typed | {"day": plan.today}
    if Proposal.objects.filter(plan_id=plan.pk, **given).exists():
        return ""
    return "" if entry_add(plan=plan, step=STEP, into=STEP.more, **given) else FULL
