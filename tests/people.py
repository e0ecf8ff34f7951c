"""People with names, and their plans as rows: a full one, a half one, an empty one.

Every text of a plan carries the mark of its owner, the table and the column ("owner_company_does"), and every
amount is counted from a number of that owner's own, so that a test can search any output for what leaked.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from groundwork.fields import LinkColumn, TextColumn
from negotiation import services
from negotiation.models import (
    Batna,
    Company,
    CompanyNote,
    Edge,
    Pain,
    People,
    Person,
    Plan,
    Role,
    State,
    Timing,
    Zopa,
)
from negotiation.profiles.models import Candidate
from negotiation.scripts.models import Draft, Letters
from negotiation.steps import BY_SLUG, STEPS
from negotiation.steps.base import applicable
from offers.models import Offer, Term
from tests import cases, kinds, stands, talks

PASSWORD = "seven grey herons wade"
LINK = "https://example.org/"


def account(name: str) -> Candidate:
    """Somebody who has signed up; e-mail address `name@example.org`, password `PASSWORD`."""
    return Candidate.objects.create_user(f"{name}@example.org", PASSWORD)


def guest() -> Candidate:
    return Candidate.objects.create_guest()


def start_of(mark: str) -> Decimal:
    """The number this person's amounts are counted from; no two marks in the tests share it."""
    return Decimal(40_000 + 7 * sum(place * byte for place, byte in enumerate(mark.encode(), 1)))


def full_plan(candidate: Candidate, mark: str = "owner") -> Plan:
    """A plan with every step done, two offers (one chosen, with rounds) and the present job, a letter of one's own."""
    plan = begun(candidate, mark)
    offers = three_offers(candidate, mark)
    offers[2].present = True
    offers[2].save()
    plan.offer = offers[0]
    plan.save()
    plan.compared.set(offers)
    readiness(plan, mark)
    homework(plan, mark)
    talks.filled(row, plan, mark, start_of(mark))
    stands.filled(row, plan, mark, start_of(mark), offers)
    cases.filled(row, plan, mark, start_of(mark))
    letters(plan, mark)
    kinds.filled(row, offers[0], mark)
    return done(plan, *applicable(STEPS, plan))


def half_plan(candidate: Candidate, mark: str = "guest") -> Plan:
    """A plan with the numbers half entered, one of them not known, and one list begun."""
    plan, start = begun(candidate, mark), start_of(mark)
    Company.objects.create(plan=plan, name=f"{mark}_company_name")
    Zopa.objects.create(plan=plan, target_fixed=start + 9000, offer_fixed=start)
    row(CompanyNote, plan, mark, kind="news", link="")
    done(plan, BY_SLUG["company"], BY_SLUG["zopa"])
    plan.states.filter(slug="zopa").update(unknown=["their_likely"])
    services.recheck(plan)
    return plan


def empty_plan(candidate: Candidate) -> Plan:
    return Plan.objects.create(candidate=candidate)


def full_profile(candidate: Candidate, mark: str = "owner") -> Plan:
    """What belongs to the person; plans started afterwards begin with a copy."""
    profile = services.profile_made(candidate=candidate)
    start = start_of(mark)
    Batna.objects.create(plan=profile, outgoings=start / 20, income=0, savings=start, tax_percent=31)
    row(Letters, profile, mark)
    return done(profile, *applicable(STEPS, profile))


def begun(candidate: Candidate, mark: str) -> Plan:
    return row(
        Plan,
        None,
        mark,
        candidate=candidate,
        stage="offer",
        time="days",
        currency="EUR",
        locale="en",
        zone="UTC",
    )


def row(model: Any, plan: Plan | None, mark: str, **given: Any) -> Any:
    """A saved row in which every text that is not given is the mark, the table and the column."""
    values = given | ({"plan": plan} if plan else {})
    name = model._meta.model_name
    for column in model._meta.concrete_fields:
        if isinstance(column, TextColumn) and column.name not in values:
            text = f"{mark}_{name}_{column.name}"
            values[column.name] = LINK + text if isinstance(column, LinkColumn) else text
    return model.objects.create(**values)


def three_offers(candidate: Candidate, mark: str) -> list[Offer]:
    start = start_of(mark)
    month = (start / 12).quantize(Decimal(1))
    bases: list[dict[str, Any]] = [
        {"base": start, "bonus_percent": 10, "bonus_certainty": "likely", "sign_on": 3000, "hours_week": 40},
        {
            "base": month,
            "period": "month",
            "payments": "13",
            "hours_week": Decimal("38.5"),
        },
        {"base": 33, "period": "hour", "hours_week": 32, "days_week": 4, "bonus_amount": 0},
    ]
    offers = []
    for number, values in enumerate(bases, 1):
        offer = row(Offer, None, f"{mark}_{number}", candidate=candidate, currency="EUR", **values)
        offer.expires = date(2026, 12, number)
        offer.bump()
        offer.save()
        row(Term, None, f"{mark}_{number}", offer=offer, amount=start / 100)
        row(
            Term,
            None,
            f"{mark}_{number}_once",
            offer=offer,
            order=1,
            amount=500,
            every="once",
            year=2,
            certainty="maybe",
        )
        offers.append(offer)
    return offers


def readiness(plan: Plan, mark: str) -> None:
    signs = {"invited": "yes", "usual": "yes", "edge": "known", "undervalued": "yes", "wanted": "yes"}
    row(Timing, plan, mark, **signs)
    row(Edge, plan, f"{mark}_1", kind="skill")
    row(Edge, plan, f"{mark}_2", kind="people", order=1)
    how = {"tired": "2", "angry": "4", "hopeless": "1", "urgent": "3", "equal": "yes", "respects": "yes", "calm": "yes"}
    row(State, plan, mark, **how, posture="pupil", fear="losing")


def homework(plan: Plan, mark: str) -> None:
    row(Company, plan, mark)
    row(CompanyNote, plan, f"{mark}_1", kind="news", dated=date(2026, 9, 1))
    row(CompanyNote, plan, f"{mark}_2", kind="growth", dated=date(2024, 2, 29), order=1)
    row(Role, plan, mark)
    row(Pain, plan, f"{mark}_1", heard=date(2026, 10, 5))
    row(Pain, plan, f"{mark}_2", order=1)
    row(People, plan, mark)
    row(Person, plan, f"{mark}_1", part="hiring", decides="decides", dated=date(2026, 4, 1))
    row(Person, plan, f"{mark}_2", part="agency", decides="no", paid_by="hire", dated=date(2024, 2, 29), order=1)


def letters(plan: Plan, mark: str) -> None:
    row(Letters, plan, mark)
    hour = {"until_date": date(2026, 12, 4), "until_hour": time(17, 30)}
    row(Draft, plan, f"{mark}_1", slug="ask-time", variant="", body="", **hour)
    answers = {"truth": "partly", "about": "terms", "again": "maybe"}
    row(Draft, plan, f"{mark}_2", slug="decline", variant="terms", **answers)


def done(plan: Plan, *steps: Any) -> Plan:
    """As if Continue had been pressed on each of these steps; the service computes what the hub shows."""
    for step in steps:
        state = services.state_refresh(plan=plan, step=step)
        state.bump()
        state.continued = True
        state.save()
    return plan
