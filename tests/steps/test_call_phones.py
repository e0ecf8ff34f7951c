"""Two telephones on one talk, at the same moment: every line is kept, and each once."""

from __future__ import annotations

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client

from negotiation.models import CallEntry, Pain, Promise, Spent, StoolAsk
from tests import people
from tests.guard.world import browser_of
from tests.steps.sending import address


def lines(ask: StoolAsk, both: uuid.UUID) -> list[dict[str, str]]:
    """What one telephone sends: one line of each kind, and one that the other sends too."""
    kinds = ({"kind": "theirs"}, {"kind": "pain"}, {"kind": "offer", "amount": "104,000"}, {"kind": "note"})
    own = [{"id": str(uuid.uuid4()), "text": "A course in spring"} | kind for kind in kinds]
    own.append({"id": str(uuid.uuid4()), "kind": "spent", "what": "half"})
    own.append({"id": str(uuid.uuid4()), "kind": "ask", "ask": str(ask.pk), "reply": "agreed"})
    return [*own, {"id": str(both), "kind": "mine", "text": "The papers by Friday"}]


@pytest.mark.django_db(transaction=True)
def test_two_phones_at_once_lose_no_line_and_keep_none_twice():
    owner = people.account("owner")
    plan = people.empty_plan(owner)
    ask, both, statuses = StoolAsk.objects.create(plan=plan, leg="people", ask="x", version=1), uuid.uuid4(), []

    def phone(client: Client) -> None:
        try:
            for data in lines(ask, both):
                answer = client.post(address(plan, "call") + "log/", data, headers={"X-Log": "1"})
                statuses.append(answer.status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=phone, args=[browser_of(owner)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 28
    assert CallEntry.objects.count() == 4 * 6 + 1
    assert sorted(CallEntry.objects.values_list("order", flat=True)) == list(range(1, 26))
    assert (Promise.objects.filter(side="theirs").count(), Promise.objects.filter(side="mine").count()) == (4, 1)
    assert (Pain.objects.count(), Spent.objects.count()) == (4, 4)
