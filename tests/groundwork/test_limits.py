"""Limits: exact under many at once, forgotten after their window, never storing an address."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from groundwork.limits import TooOften, address, allow
from groundwork.models import Hit

HOUR = timedelta(hours=1)


@pytest.mark.django_db
def test_the_limit_holds_and_each_key_counts_for_itself():
    for _ in range(3):
        allow("guest", "here", times=3, within=HOUR)
    with pytest.raises(TooOften):
        allow("guest", "here", times=3, within=HOUR)
    allow("guest", "there", times=3, within=HOUR)
    allow("return", "here", times=3, within=HOUR)


@pytest.mark.django_db
def test_a_window_that_has_passed_starts_anew():
    for _ in range(3):
        allow("guest", "here", times=3, within=HOUR)
    Hit.objects.update(until=timezone.now() - timedelta(seconds=1))
    allow("guest", "here", times=3, within=HOUR)
    assert Hit.objects.get().count == 1


@pytest.mark.django_db
def test_the_key_does_not_show_the_address():
    allow("guest", "203.0.113.9", times=3, within=HOUR)
    assert "203.0.113.9" not in Hit.objects.get().key


@pytest.mark.django_db(transaction=True)
def test_forty_at_once_pass_exactly_ten_times():
    passed = []

    def ask():
        try:
            allow("guest", "crowd", times=10, within=HOUR)
            passed.append(1)
        except TooOften:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 10


def test_a_forged_header_is_believed_only_from_our_proxy(settings):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2"}, REMOTE_ADDR="3.3.3.3")
    settings.BEHIND_PROXY = False
    assert address(request) == "3.3.3.3"
    settings.BEHIND_PROXY = True
    assert address(request) == "2.2.2.2"
