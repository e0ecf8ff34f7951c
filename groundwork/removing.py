"""Deleting with a way back: an object and what hangs on it are kept as data for a day."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core import serializers
from django.db import connection, models, transaction
from django.db.models.deletion import Collector
from django.utils import timezone

from groundwork.models import KEPT_REMOVED, Removed
from groundwork.owner import Request

# Apps above that compute something from rows: told of what was removed, and again when it is put back.
followers: list[Callable[[Removed], None]] = []


@transaction.atomic
def remove(instance: models.Model, *, candidate_id: uuid.UUID, title: str, back_to: str) -> Removed:
    """Delete the object and its children; keep them, and the links that pointed at them."""
    collector = Collector(using="default", origin=instance)
    collector.collect([instance])
    rows = _locked(collector)
    kept = {"rows": json.loads(serializers.serialize("json", rows)), "links": _links(collector)}
    collector.delete()
    tidy()
    removed = Removed.objects.create(candidate_id=candidate_id, title=title, back_to=back_to, rows=kept)
    for follow in followers:
        follow(removed)
    return removed


def _locked(collector: Collector) -> list[Any]:
    """The rows as they stand once no save is under way on them: what was acknowledged is kept."""
    found = [model._default_manager.filter(pk__in=[r.pk for r in rows]) for model, rows in collector.data.items()]
    queries: list[Any] = [*found, *collector.fast_deletes]
    return [row for query in queries for row in query.select_for_update()]


def _links(collector: Collector) -> list[list[str]]:
    """Rows that only lose their link: model, id, field and the id it pointed at."""
    found = []
    for (field, _), querysets in collector.field_updates.items():
        rows: list[Any] = [row for query in querysets for row in query]  # type: ignore[attr-defined]
        found += [[row._meta.label, str(row.pk), field.name, str(getattr(row, field.attname))] for row in rows]
    return found


@transaction.atomic
def put_back(removed: Removed) -> str:
    """Put everything back as it was; an IntegrityError says that what it hung on is gone too."""
    rows = list(serializers.deserialize("python", removed.rows["rows"]))
    coming = {(type(row.object), row.object.pk) for row in rows}
    for row in rows:
        if _fits(row.object, coming, removed):
            row.save(save_m2m=False, force_insert=True)  # the rows between are rows of their own
    for label, pk, field, target in removed.rows["links"]:
        _model(label)._default_manager.filter(pk=pk, **{field: None}).update(**{field: target})
    for follow in followers:
        follow(removed)
    removed.delete()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else a missing parent is found only at commit
    return str(removed.back_to)


def _fits(row: Any, coming: set[tuple[Any, Any]], removed: Removed) -> bool:
    """Make the row fit what is there now: its owner may have signed in since, what it pointed at may be gone.

    A link that may be blank is left blank; a row between two others goes without one of them.
    """
    if hasattr(row, "candidate_id"):
        row.candidate_id = removed.candidate_id
    between = row._meta.auto_created or getattr(row, "between", False)
    for field in row._meta.concrete_fields:
        target = getattr(row, field.attname)
        if not isinstance(field, models.ForeignKey) or target is None or not (field.null or between):
            continue
        if field.name in getattr(row, "HANGS_ON", ()):
            continue  # without this it would be something else: it waits until what it hung on is back
        there = field.related_model._default_manager.filter(pk=target).exists()
        if (field.related_model, target) in coming or there:
            continue
        if between:
            return False
        setattr(row, field.attname, None)
    return True


def entry_removed(request: Request, removed: Removed) -> None:
    """Tell the next page that something was deleted, and how to get it back."""
    messages.info(request, f"“{removed.title[:60]}” was deleted.", extra_tags=f"undo {removed.pk}")


def _model(label: str) -> Any:
    from django.apps import apps

    return apps.get_model(label)


def tidy() -> int:
    """What was removed more than a day ago is gone for good."""
    return int(Removed.objects.filter(at__lt=timezone.now() - KEPT_REMOVED).delete()[0])
