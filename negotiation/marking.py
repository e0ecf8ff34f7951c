"""What is said of entries beside a step's own form, and sent with it: of each offer (marks), and what one weighs."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from groundwork.saving import stamp
from negotiation.models import Plan
from negotiation.models.base import mark_of
from negotiation.steps.base import Step
from offers.models import Offer

Pair = tuple[uuid.UUID, uuid.UUID]


def beside_kept(*, plan: Plan, step: Step, posted: Mapping[str, Any]) -> bool:
    """Keep all of it that a save brought; whether there was any. The caller holds the transaction.

    Every name in it is an entry's: `mark.<entry>.<offer>` and `points.<entry>`. What the page did not show is not
    in it, and stays as it is; whether the page was too old is for the version of the step to say.
    """
    kind = mark_of(step.rows.model) if step.rows else None
    if step.rows is None or kind is None:
        return False
    said = said_in(posted, "mark", 2)
    if said:
        keep(plan, kind, step.rows.model, {(ids[0], ids[1]): word for ids, word in said.items()})
    weighed = said_in(posted, "points", 1) if hasattr(step.rows.model, "points") else {}
    if weighed:
        weigh(plan, step.rows.model, {ids[0]: word for ids, word in weighed.items()})
    return bool(said or weighed)


def said_in(posted: Mapping[str, Any], word: str, many: int) -> dict[tuple[uuid.UUID, ...], str]:
    """By the ids in each name, what was chosen."""
    found: dict[tuple[uuid.UUID, ...], str] = {}
    for name in posted:
        first, *ids = name.split(".")
        if first == word and len(ids) == many:
            try:
                found[tuple(map(uuid.UUID, ids))] = str(posted[name])
            except ValueError:
                continue
    return found


def keep(plan: Plan, kind: Any, model: Any, wanted: Mapping[Pair, str]) -> None:
    """Only for the plan's own entries and the candidate's own offers, which stay while this is written."""
    rows = model.objects.filter(plan_id=plan.pk, pk__in={row for row, _ in wanted})
    offers = Offer.objects.owned_by(plan.candidate_id).filter(pk__in={offer for _, offer in wanted})
    mine = {row.pk for row in rows.order_by("pk").select_for_update(no_key=True)}
    theirs = {row.pk for row in offers.order_by("pk").select_for_update(no_key=True)}
    words = {"", *(word for word, _ in kind.SAID)}
    known = {pair: said for pair, said in wanted.items() if pair[0] in mine and pair[1] in theirs and said in words}
    stored = {(mark.row_id, mark.offer_id): mark for mark in kind.objects.filter(row__in=mine, offer__in=theirs)}
    new = {pair: said for pair, said in known.items() if said and (pair not in stored or stored[pair].said != said)}
    kind.objects.bulk_create(
        [kind(row_id=row, offer_id=offer, said=said) for (row, offer), said in new.items()],
        update_conflicts=True,
        unique_fields=["row", "offer"],
        update_fields=["said"],
    )
    gone = [stored[pair].pk for pair, said in known.items() if not said and pair in stored]
    if gone:
        kind.objects.filter(pk__in=gone).delete()


def weigh(plan: Plan, model: Any, wanted: Mapping[uuid.UUID, str]) -> None:
    """The points of each entry: a whole number to 100, or none yet; anything else leaves them as they are."""
    for row in model.objects.filter(plan_id=plan.pk, pk__in=wanted).order_by("pk").select_for_update():
        said = wanted[row.pk]
        whole = said.isascii() and said.isdigit() and len(said) < 4 and int(said) <= 100
        points = int(said) if whole else None
        if (whole or said == "") and points != row.points:
            row.points = points
            stamp(row, None, 0, "")  # an open tab must see that this was written; what is typed in it stays a draft
            row.save()
