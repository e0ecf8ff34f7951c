"""Who is asking: the typed request, and the one way an object is fetched for its owner."""

from __future__ import annotations

import uuid
from typing import Protocol, TypeVar, runtime_checkable

from django.db import models
from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails


@runtime_checkable
class Owner(Protocol):
    """A candidate, as far as the apps below the profiles need to know."""

    pk: uuid.UUID
    currency: str
    period: str
    basis: str
    locale: str
    zone: str


class Request(HttpRequest):
    """A request that has passed our middleware. `candidate` is the account, else the guest, else None."""

    htmx: HtmxDetails
    candidate: Owner | None


class SignedOut(Exception):
    """Nobody is asking, where somebody must: answered by the middleware with sign-in, or 401 to a save."""


M = TypeVar("M", bound=models.Model)


def candidate_of(request: Request) -> Owner:
    if request.candidate is None:
        raise SignedOut
    return request.candidate


def own(queryset: models.QuerySet[M], request: Request, pk: uuid.UUID) -> M:
    """The candidate's own object, or 404: somebody else's looks exactly like one that never was."""
    found = queryset.filter(candidate_id=candidate_of(request).pk, pk=pk).first()
    if found is None:
        raise Http404
    return found
