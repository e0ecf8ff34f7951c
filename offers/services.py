"""Writes about offers."""

from __future__ import annotations

import uuid

from groundwork.owner import Request, candidate_of
from groundwork.respond import Saving, atomically, locked_row, save
from groundwork.saving import Token
from offers.following import changed
from offers.forms import ExtraForm, OfferForm
from offers.models import Extra, Offer


def offer_save(*, request: Request, pk: uuid.UUID) -> Saving:
    """Save one offer by the rule; the first save makes it."""
    candidate = candidate_of(request)

    def work() -> Saving:
        row = locked_row(Offer, pk, seen=Token.of(request.POST).seen, candidate_id=candidate.pk)
        saving = save(request, row, OfferForm(request.POST, instance=row, locale=candidate.locale))
        changed(row.pk)
        return saving

    return atomically(work)


def extra_save(*, request: Request, offer: Offer, pk: uuid.UUID) -> Saving:
    """Save one extra of an offer by the rule."""
    locale = candidate_of(request).locale

    def work() -> Saving:
        row = locked_row(Extra, pk, seen=Token.of(request.POST).seen, offer_id=offer.pk)
        saving = save(request, row, ExtraForm(request.POST, instance=row, offer=offer, locale=locale))
        changed(offer.pk)
        return saving

    return atomically(work)
