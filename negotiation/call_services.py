"""What is noted while one talks goes where it belongs, once, however often it is sent."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max
from django.http import Http404
from django.utils import timezone

from groundwork.saving import stamp
from negotiation import services
from negotiation.adding import entry_add
from negotiation.budget_services import TAPS, spent_add
from negotiation.models import CallEntry, Ladder, Plan, Script, StoolAsk
from negotiation.steps import budget, call, ladder, promises, role, stool
from negotiation.steps.base import Rows, Step

# By which way one talks, and how a promise is then said to have been made.
HOWS = {"phone": "phone", "video": "phone", "face": "voice", "mail": "mail"}


class LogFull(Exception):
    """No further line fits: the page says so beside what was typed."""


@transaction.atomic
def entry_log(*, plan: Plan, pk: uuid.UUID, kind: str, text: str, amount: Decimal | None) -> CallEntry:
    """One line of the log, and what follows from it. Sent again, it is the same line."""
    services.state_locked(plan=plan, step=call.STEP)  # of two phones, the second waits here
    there = CallEntry.objects.filter(pk=pk).first()
    if there is not None:
        if there.plan_id != plan.pk:
            raise Http404
        return there
    rows = CallEntry.objects.filter(plan_id=plan.pk)
    if services.rows_past(plan, list_of(call.STEP), call.MOST):
        raise LogFull
    now = datetime.now(ZoneInfo(plan.zone))
    row = CallEntry(pk=pk, plan=plan, kind=kind, text=text, day=plan.today, hour=now.time())
    row.amount = amount  # type: ignore[assignment]
    row.order, row.created = (rows.aggregate(last=Max("order"))["last"] or 0) + 1, timezone.now()
    row.bump()
    row.save(force_insert=True)
    services.state_refresh(plan=plan, step=call.STEP)
    follow(plan, row)
    return row


def list_of(step: Step) -> Rows:
    assert step.rows is not None
    return step.rows


def follow(plan: Plan, row: CallEntry) -> None:
    """A promise stands among the promises, what hurts them with the job, their number where the replies are."""
    if row.kind in ("theirs", "mine") and row.text:
        medium = Script.objects.filter(plan_id=plan.pk).values_list("medium", flat=True).first()
        how = HOWS.get(medium or "", "phone")
        add(plan, promises.STEP, side=row.kind, text=row.text, day=row.day, how=how)
    elif row.kind == "pain" and row.text:
        add(plan, role.STEP, pain=row.text, heard=row.day)
    elif row.kind == "offer" and row.amount is not None:
        number_heard(plan, row.amount)


def add(plan: Plan, step: Step, **values: Any) -> None:
    """Another step's list; a full one takes nothing, and the line stands in the log all the same."""
    services.state_locked(plan=plan, step=step)
    entry_add(plan=plan, step=step, into=step.rows, **values)


def number_heard(plan: Plan, amount: Decimal) -> None:
    """The page of the replies shows at once how it stands; an open tab there must see that this was written."""
    state = services.state_locked(plan=plan, step=ladder.STEP)
    Ladder.objects.update_or_create(plan=plan, defaults={"said": amount})
    stamp(state, None, 0, "")
    state.save()
    services.state_refresh(plan=plan, step=ladder.STEP)


@transaction.atomic
def ask_answered(*, plan: Plan, pk: uuid.UUID, ask: uuid.UUID, reply: str) -> CallEntry:
    """What they said to something that was asked for: on the list of asks, and in the log."""
    for step in (call.STEP, stool.STEP):  # in the order of their names, as everywhere, so that nobody waits in a circle
        services.state_locked(plan=plan, step=step)
    row = StoolAsk.objects.select_for_update().filter(plan_id=plan.pk, pk=ask).first()
    if row is None:
        raise Http404
    if not CallEntry.objects.filter(pk=pk).exists():
        row.reply, row.day = reply, plan.today
        stamp(row, None, 0, "")
        row.save()
        services.state_refresh(plan=plan, step=stool.STEP)
    words = dict(StoolAsk.REPLIES)[reply]
    return entry_log(plan=plan, pk=pk, kind="ask", text=f"{words}: {row.ask}"[:1000], amount=None)


@transaction.atomic
def spent(*, plan: Plan, pk: uuid.UUID, what: str) -> CallEntry:
    """An hour, half of one, a round: among what was spent, and in the log."""
    words, amounts = TAPS[what]
    for step in (budget.STEP, call.STEP):
        services.state_locked(plan=plan, step=step)
    if not CallEntry.objects.filter(pk=pk).exists():
        spent_add(plan, amounts)
    return entry_log(plan=plan, pk=pk, kind="spent", text=words, amount=None)
