"""Delete everything: no row that is the candidate's remains in any table, and no row of anybody else goes."""

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from groundwork.models import Removed, Revision
from groundwork.saving import Token
from negotiation.models import Plan
from negotiation.profiles.models import Candidate
from tests import people
from tests.guard.world import browser_of

pytestmark = pytest.mark.django_db


def rows():
    """Every row of every table, as text."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')
            found[model._meta.db_table] = {row[0] for row in cursor.fetchall()}
    return found


def with_everything(candidate, mark):
    people.full_profile(candidate, mark)
    plan = people.full_plan(candidate, mark)
    people.half_plan(candidate, f"{mark}_half")
    token = Token(client=None, seq=0, seen=0)
    Revision.note(row=plan.pk, candidate_id=candidate.pk, token=token, posted={"a": [f"{mark}_typed"]})
    Removed.objects.create(candidate=candidate, title=f"{mark}_gone", back_to="/", rows={"rows": [], "links": []})
    return candidate


@pytest.mark.parametrize("kind", ["account", "guest"])
def test_nothing_of_the_candidate_remains_and_nothing_of_a_stranger_goes(kind):
    candidate = people.account("owner") if kind == "account" else people.guest()
    candidate.new_return_key()
    before = rows()
    with_everything(people.account("stranger"), "stranger")
    only_stranger = rows()
    with_everything(candidate, "owner")
    ids = {str(candidate.pk), *(str(plan.pk) for plan in Plan.objects.filter(candidate=candidate))}
    assert any("owner_company_does" in row for row in rows()["negotiation_company"])

    response = browser_of(candidate).post(reverse("delete_everything"), follow=True)

    assert "Everything you had here has been deleted." in response.content.decode()
    after = rows()
    left = {table: found for table, found in after.items() if table not in ("django_session", "cache_entry")}
    for table, found in left.items():
        assert not [row for row in found if "owner_" in row or any(pk in row for pk in ids)], table
        assert found >= only_stranger[table] - before["profiles_candidate"], table
    assert Plan.objects.filter(candidate__email="stranger@example.org").count() == 3


def test_the_session_ends(owner):
    client = browser_of(owner)
    key = client.session.session_key
    client.post(reverse("delete_everything"))
    assert client.session.session_key != key
    assert client.get(reverse("plans")).status_code == 302
    assert not Candidate.objects.exists()


def test_looking_at_the_page_deletes_nothing(owner_client):
    page = owner_client.get(reverse("delete_everything")).content.decode()
    assert "export all your data" in page
    assert Candidate.objects.count() == 1


def test_nobody_is_asked_to_sign_in(nobody_client):
    assert nobody_client.get(reverse("delete_everything")).headers["Location"].startswith(reverse("account_login"))
    assert nobody_client.post(reverse("delete_everything")).status_code == 401
