"""Writes about offers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from groundwork.limits import TooOften
from groundwork.owner import Owner, Request, candidate_of
from groundwork.pasting import new_of
from groundwork.respond import Saving, atomically, locked_row, save
from groundwork.saving import SAVED_COLUMNS, Token, stamp
from offers.following import changed, rates_changed
from offers.forms import OfferForm
from offers.models import Offer, Rate, Term
from offers.rate_form import RateForm
from offers.term_forms import TERM_FORMS, form_of

MOST_OFFERS, MOST_TERMS, MOST_ROUNDS, MOST_RATES = 500, 40, 20, 40
OWN = {"id", "created", *SAVED_COLUMNS}


def offer_save(*, request: Request, pk: uuid.UUID) -> Saving:
    """Save one offer by the rule; the first save makes it."""
    candidate = candidate_of(request)

    def work() -> Saving:
        row = locked_row(Offer, pk, seen=Token.of(request.POST).seen, candidate_id=candidate.pk)
        saving = save(request, row, OfferForm(request.POST, instance=row, locale=candidate.locale))
        changed(row.pk)
        return saving

    return atomically(work)


@transaction.atomic
def offers_add(*, candidate: Owner, rows: Mapping[int, Offer], batch: uuid.UUID) -> int:
    """Add offers read from a table, by their lines; say how many are new. The same batch sent twice adds nothing."""
    get_user_model()._default_manager.select_for_update().get(pk=candidate.pk)  # one table of a candidate at a time
    stored = Offer.objects.owned_by(candidate.pk)
    new = new_of(rows, owner=candidate.pk, batch=batch, stored=stored, most=MOST_OFFERS)
    now = timezone.now()
    for place, offer in enumerate(new):
        offer.candidate_id, offer.created = candidate.pk, now + timedelta(microseconds=place)  # in the table's order
        offer.bump()
    Offer.objects.bulk_create(new)  # nothing points at a new offer, so nobody has to be told
    return len(new)


def term_save(*, request: Request, offer: Offer, pk: uuid.UUID) -> Saving:
    """Save one term of an offer by the rule. A new one is of the kind that its page was opened for."""
    locale, kind = candidate_of(request).locale, request.GET.get("kind", "extra")

    def work() -> Saving:
        row = locked_row(Term, pk, seen=Token.of(request.POST).seen, offer_id=offer.pk)
        if not row.version:
            row.kind = kind_asked(kind, offer.terms.count())
        saving = save(request, row, form_of(row, offer, request.POST, locale=locale))
        changed(offer.pk)
        return saving

    return atomically(work)


def kind_asked(kind: str, there: int) -> str:
    """The kind of a new term; no such kind is a 404, one too many is refused (its page says so kindly)."""
    if kind not in TERM_FORMS:
        raise Http404
    if there > MOST_TERMS:
        raise TooOften
    return kind


def rate_save(*, request: Request, pk: uuid.UUID) -> Saving:
    """Save one exchange rate by the rule."""
    candidate = candidate_of(request)

    def work() -> Saving:
        row = locked_row(Rate, pk, seen=Token.of(request.POST).seen, candidate_id=candidate.pk)
        if not row.version and Rate.objects.owned_by(candidate.pk).count() > MOST_RATES:
            raise TooOften
        saving = save(request, row, RateForm(request.POST, instance=row, locale=candidate.locale))
        rates_changed(candidate.pk)
        return saving

    return atomically(work)


@transaction.atomic
def round_add(*, offer: Offer, mine: bool, today: date, seen: int | None = None) -> Offer | None:
    """Another round. Theirs: what stood until now is kept as an earlier round, and the offer itself goes on.

    Mine: a counter that starts as a copy of what they offer. None if there are not as many rounds as were
    `seen`: the button was pressed twice, or elsewhere.
    """
    now = Offer.objects.select_for_update().get(pk=offer.pk)
    if seen not in (None, now.rounds.count()):
        return None
    last = max([now.turn, *now.rounds.values_list("turn", flat=True)])
    if mine:
        return copied(now, mine=True, turn=last + 1, said_on=today)
    kept = copied(now, mine=False, turn=now.turn, said_on=now.said_on)
    now.turn, now.said_on = last + 1, today
    stamp(now, None, 0, "")  # an open tab must see that this was written; what is typed in it stays a draft
    now.save()
    changed(now.pk)
    return kept


def copied(offer: Offer, *, mine: bool, turn: int, said_on: date | None) -> Offer:
    """A round of the same offer with the same terms."""
    columns = [field for field in Offer._meta.concrete_fields if field.name not in OWN]
    same = {field.attname: getattr(offer, field.attname) for field in columns}
    kept = Offer.objects.create(
        **same | {"of_id": offer.pk, "mine": mine, "turn": turn, "said_on": said_on, "version": 1}
    )
    columns = [field for field in Term._meta.concrete_fields if field.name not in OWN - {"draft"}]
    rows = [Term(**{field.attname: getattr(row, field.attname) for field in columns}) for row in offer.terms.all()]
    for row in rows:
        row.offer_id, row.version, row.created = kept.pk, 1, timezone.now()
    Term.objects.bulk_create(rows)
    return kept
