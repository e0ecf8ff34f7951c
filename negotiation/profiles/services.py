"""Writes about candidates that touch more than one row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from babel import Locale, UnknownLocaleError
from django.apps import apps
from django.db import transaction
from django.db.models import ForeignKey, Model

from groundwork.fields import MoneyColumn
from groundwork.limits import address, allow
from groundwork.money import usual_currency
from groundwork.owner import Request
from groundwork.saving import stamp
from negotiation.profiles.models import Candidate


def candidate_of_first_post(request: Request) -> Candidate:
    """The candidate asking; at the first POST of somebody new, a guest is made."""
    if isinstance(request.candidate, Candidate):
        return request.candidate
    allow("guest", address(request), times=60, within=timedelta(hours=1))
    locale, currency = usual_ways(request.headers.get("Accept-Language", ""))
    guest = Candidate.objects.create_guest(locale=locale, currency=currency)
    request.session["guest"] = str(guest.pk)
    request.candidate = guest
    return guest


def usual_ways(accept_language: str) -> tuple[str, str]:
    """A first guess of locale and currency from the browser's languages; both can be changed."""
    for part in accept_language.split(",")[:5]:
        try:
            locale = Locale.parse(part.split(";")[0].strip(), sep="-")
        except (ValueError, UnknownLocaleError, TypeError):
            continue
        if locale is not None:
            return str(locale)[:20], usual_currency(locale.territory or "") or "USD"
    return "en", "USD"


@transaction.atomic
def candidate_move(*, guest_id: str, to: Candidate) -> None:
    """Move all that a guest holds into an account and remove the guest's row."""
    guest = Candidate.objects.guests().select_for_update().filter(pk=guest_id).first()
    if guest is None:
        return
    profiles_joined(guest, to)
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Candidate:
                model._default_manager.filter(**{field.name: guest}).update(**{field.name: to})
    guest.delete()


def profiles_joined(guest: Candidate, to: Candidate) -> None:
    """Two profiles become one: the account's stays, and its blanks are filled from the guest's."""
    profiles = apps.get_model("negotiation", "Plan")._default_manager.filter(kind="profile").order_by("created")
    own, brought = profiles.filter(candidate=to).first(), profiles.filter(candidate=guest).first()
    if own is None or brought is None:
        return
    besides = {name for state in own.states.all() for name in state.unknown} | other_money(own, brought)
    for link in own._meta.related_objects:
        answers = link.related_model._default_manager.filter(plan__in=[own, brought]) if link.one_to_one else ()
        found = {row.pk: row for row in answers}
        if brought.pk in found:
            kept = found.get(own.pk) or link.related_model(plan=own)
            blanks_filled(kept, found[brought.pk], besides=besides)
            kept.save()
    for state in own.states.all():
        stamp(state, None, 0, "")
        state.save()
    brought.states.exclude(slug__in=own.states.values("slug")).update(plan=own)
    brought.delete()


def blanks_filled(row: Model, source: Model, *, besides: Iterable[str] = ()) -> int:
    """Fill what is blank in a row from another of its kind, but never what is named; how many were filled."""
    filled = 0
    for column in row._meta.concrete_fields:
        here, there = getattr(row, column.attname), getattr(source, column.attname)
        if here in (None, "") and there not in (None, "") and column.name not in besides:
            setattr(row, column.attname, there)
            filled += 1
    return filled


def other_money(one: Any, other: Any) -> set[str]:
    """The money columns of answers, where one plan's money cannot stand in the other."""
    if (one.currency, one.basis) == (other.currency, other.basis):
        return set()
    models = [link.related_model for link in one._meta.related_objects if link.one_to_one]
    return {c.name for model in models for c in model._meta.concrete_fields if isinstance(c, MoneyColumn)}
