"""The commands: what a database needs, what is promised to be gone, states that follow a changed rule."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from groundwork.models import Hit, Removed
from groundwork.removing import remove
from negotiation.management.commands.prepare import ROLE
from negotiation.models import Plan
from negotiation.profiles.models import GUEST_DAYS, Candidate
from tests import people

pytestmark = pytest.mark.django_db


def test_guests_unseen_for_thirty_days_are_gone_with_all_they_had():
    old, fresh, account = people.guest(), people.guest(), people.account("owner")
    people.half_plan(old, "old")
    people.half_plan(fresh, "fresh")
    long_ago = timezone.localdate() - timedelta(days=GUEST_DAYS + 1)
    Candidate.objects.filter(pk__in=[old.pk, account.pk]).update(last_seen=long_ago)
    call_command("tidy")
    assert set(Candidate.objects.all()) == {fresh, account}
    assert [plan.candidate for plan in Plan.objects.all()] == [fresh]


def test_what_was_removed_yesterday_is_gone_and_todays_is_kept():
    owner = people.account("owner")
    for _ in range(2):
        plan = people.empty_plan(owner)
        remove(plan, candidate_id=owner.pk, title="plan", back_to="/plans/")
    late = Removed.objects.first()
    Removed.objects.filter(pk=late.pk).update(at=timezone.now() - timedelta(days=1, minutes=1))
    call_command("tidy")
    assert late not in Removed.objects.all()
    assert Removed.objects.count() == 1


def test_counters_past_their_window_are_gone():
    Hit.objects.create(key="old", until=timezone.now() - timedelta(seconds=1))
    Hit.objects.create(key="new", until=timezone.now() + timedelta(hours=1))
    call_command("tidy")
    assert [hit.key for hit in Hit.objects.all()] == ["new"]


def test_recheck_says_how_many_states_changed(capsys):
    plan = people.full_plan(people.account("owner"))
    plan.states.filter(slug="zopa").update(gaps=[{"slug": "zopa", "field": "x", "missing": "x", "blocks": "x"}])
    call_command("recheck")
    assert capsys.readouterr().out == "1 states changed\n"


def test_prepare_sets_time_limits_on_the_role():
    call_command("prepare")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolconfig FROM pg_roles WHERE rolname = CURRENT_USER")
        kept = cursor.fetchone()[0]
    assert {f"{name}={value}" for name, value in ROLE.items()} <= set(kept)
