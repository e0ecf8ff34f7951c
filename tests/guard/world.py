"""A small world: four people with plans of their own, a browser each, and a look at all that is stored."""

from __future__ import annotations

import copy
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from groundwork.removing import remove
from negotiation.models import Plan
from negotiation.profiles.adapter import GUEST
from negotiation.profiles.models import Candidate
from negotiation.scripts.catalogue import LETTERS
from negotiation.steps import BY_SLUG, STEPS
from negotiation.steps.base import applicable
from offers.models import Offer, Rate
from offers.term_forms import TERM_FORMS
from tests import people

# What a visit may write without anybody having asked for it.
VISITS = {"django_session", "cache_entry", "groundwork_hit"}
HTMX = {"HX-Request": "true"}


def browser_of(candidate: Candidate | None) -> Client:
    """A browser in which this person is signed in, or is the guest of its session."""
    client = Client(raise_request_exception=False)
    if candidate is None:
        return client
    if candidate.is_guest:
        session = client.session
        session[GUEST] = str(candidate.pk)
        session.save()
    else:
        client.force_login(candidate)
    return client


@dataclass
class Person:
    """Somebody, their browser, and one object of theirs for each kind of id an address can carry."""

    candidate: Candidate | None
    client: Client
    ids: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, uuid.UUID] = field(default_factory=dict)
    plan: Plan | None = None
    more: dict[str, uuid.UUID] = field(default_factory=dict)


@dataclass
class World:
    owner: Person
    stranger: Person
    guest: Person
    nobody: Person

    @property
    def everybody(self) -> list[Person]:
        return [self.owner, self.stranger, self.guest, self.nobody]

    def __getitem__(self, actor: str) -> Person:
        found: Person = getattr(self, actor)
        return found


def person(candidate: Candidate, mark: str) -> Person:
    """Somebody with a full plan, a profile, and something deleted that can be put back."""
    people.full_profile(candidate, mark)
    plan = people.full_plan(candidate, mark)
    gone = Plan.objects.create(candidate=candidate, title=f"{mark}_plan_gone")
    removed = remove(gone, candidate_id=candidate.pk, title=gone.name, back_to="/plans/")
    offer, rate = Offer.objects.owned_by(candidate.pk).first(), Rate.objects.owned_by(candidate.pk).first()
    assert offer is not None
    assert rate is not None
    term = offer.terms.first()
    assert term is not None
    ids = {"plan_id": plan.pk, "pk": removed.pk, "offer_id": offer.pk, "term_id": term.pk}
    ids["rate_id"] = rate.pk
    ids["swap_id"] = first_row(plan, BY_SLUG["swaps"].rows)
    ids["requirement_id"] = first_row(plan, BY_SLUG["match"].rows)
    ids["promise_id"] = first_row(plan, BY_SLUG["promises"].rows)
    ids["question_id"] = first_row(plan, BY_SLUG["information"].more)
    rows = {step.slug: first_row(plan, step.rows) for step in STEPS if step.rows}
    more = {step.slug: first_row(plan, step.more) for step in STEPS if step.more}
    return Person(candidate, browser_of(candidate), ids, rows, plan, more)


def first_row(plan: Plan, kind: Any) -> uuid.UUID:
    row = kind.model.objects.filter(plan=plan).first()
    return uuid.UUID(str(row.pk))


def nobody() -> Person:
    return Person(None, browser_of(None))


def choices(route: Any) -> dict[str, list[Any]]:
    """What the words in an address can be; ids are left to the person."""
    steps = applicable(STEPS, Plan())
    if "row_id" in route.needs or route.name == "row_new":
        steps = tuple(step for step in steps if step.rows)
    if route.name in ("profile_section", "profile_take"):
        steps = tuple(step for step in steps if step.profile)
    if route.name == "row_starters":
        steps = tuple(step for step in steps if step.rows and step.rows.starters)
    kinds = ["xlsx", "csv"] if route.name == "compare_sheet" else list(TERM_FORMS)
    return {"step": list(steps), "letter": list(LETTERS), "version": ["private", "share"], "kind": kinds}


def ask(client: Client, method: str, path: str, data: Any = None, **kwargs: Any) -> HttpResponse:
    """One request; what it wrote is undone afterwards, in the database and in the browser."""
    with unchanged(client):
        return client.generic(method, path, **body(data), **kwargs)


def body(data: Any) -> dict[str, Any]:
    if data is None:
        return {}
    query = "&".join(f"{quoted(name)}={quoted(value)}" for name, value in data.items())
    return {"data": query.encode(), "content_type": "application/x-www-form-urlencoded"}


def quoted(text: Any) -> str:
    """As a browser sends it; a lone surrogate goes out as the bytes that are no UTF-8."""
    from urllib.parse import quote_plus

    return quote_plus(str(text).encode("utf-8", "surrogatepass"))


class unchanged:
    """Whatever happens inside is rolled back."""

    def __init__(self, client: Client):
        self.client, self.atomic = client, transaction.atomic()

    def __enter__(self) -> None:
        self.cookies = copy.deepcopy(self.client.cookies)
        self.atomic.__enter__()

    def __exit__(self, *error: Any) -> None:
        self.client.cookies = self.cookies
        transaction.set_rollback(True)
        self.atomic.__exit__(*error)


def tables() -> list[str]:
    found = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    return sorted(found - VISITS)


def stored() -> dict[str, tuple[int, str]]:
    """All that is stored: rows and a digest of their text, table by table."""
    one = "SELECT '{0}', count(*), coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {0} t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(table) for table in tables()))
        return {table: (count, digest) for table, count, digest in cursor.fetchall()}
