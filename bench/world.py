"""Who and what is measured: somebody with a full plan, and two with as many offers as are compared."""

from __future__ import annotations

import itertools
import uuid
from decimal import Decimal
from typing import Any

from negotiation import services
from negotiation.models import Criterion, Plan, Score
from negotiation.profiles.models import Candidate
from negotiation.steps import BY_SLUG
from negotiation.steps.loading import values_of
from offers.models import Offer, Term
from tests import kinds, people, stands

ZOPA = BY_SLUG["zopa"]
# What every compared offer has beside two entries of its own.
SEVERAL = ("allowance", "commission", "shares", "options", "refresher", "match")


class World:
    """Filled before the server starts."""

    def __init__(self) -> None:
        self.owner = people.account("owner")
        people.full_profile(self.owner)
        self.plan = people.full_plan(self.owner)
        self.few = with_offers("few", 2)
        self.many = with_offers("many", 10)

    def address(self, *rest: object) -> str:
        return "/".join(["/plans", str(self.plan.pk), *map(str, rest), ""])


def with_offers(name: str, number: int) -> tuple[Candidate, Plan]:
    """A plan of somebody who has exactly this many offers, all of them compared."""
    candidate = people.account(name)
    for batch in range(0, number, 3):
        people.three_offers(candidate, f"{name}_{batch}")
    Offer.objects.exclude(pk__in=Offer.objects.filter(candidate=candidate)[:number]).filter(
        candidate=candidate
    ).delete()
    first = dict(reversed(kinds.TERMS))
    for offer, kind in itertools.product(Offer.objects.filter(candidate=candidate), SEVERAL):
        people.row(Term, None, name, offer=offer, kind=kind, order=2, **first[kind])
    plan = people.begun(candidate, name)
    offers = list(Offer.objects.filter(candidate=candidate))
    plan.compared.set(offers)
    stands.limits(people.row, plan, name, offers[0])
    stands.weighing(people.row, plan, name, people.start_of(name), offers)
    own = people.row(Criterion, plan, f"{name}_4", kind="own", points=45, order=3)
    Score.objects.bulk_create(Score(row=own, offer=offer, said=str(at)) for at, offer in enumerate(offers))
    return candidate, plan


def filled_in(plan: Plan) -> dict[str, Any]:
    """The zopa form as a browser would send it, whole."""
    form = services.step_form(plan, ZOPA, values=values_of(plan, ZOPA))
    return {bound.html_name: shown for bound in form if (shown := bound.value()) not in (None, "")}


class Typing:
    """A tab in which somebody types: each send has a higher sequence and another number."""

    def __init__(self, plan: Plan) -> None:
        self.values, self.client = filled_in(plan), uuid.uuid4()
        self.start = plan.zopa.target_fixed
        self.sends = itertools.count(1)

    def next(self, version: int) -> dict[str, Any]:
        seq = next(self.sends)
        typed = {"target_fixed": self.start + Decimal(seq % 1000)}
        return self.values | typed | {"client": self.client, "seq": seq, "version": version}
