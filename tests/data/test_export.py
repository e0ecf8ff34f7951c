"""Export: everything, readable, one query a table; and back into an empty place without a difference."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from negotiation.export import dump, lists
from negotiation.import_adding import add
from negotiation.import_file import opened
from negotiation.import_reading import read
from negotiation.models import Plan
from negotiation.models.base import mark_of
from negotiation.steps import STEPS
from offers.models import Offer, Term
from tests import people

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script> {{ plan }} \u202egnp.exe 👩🏽‍💻 \"';-- \u0301\u0301 =1+1 \t مرحبا\nNone"


def carried(data):
    """The file as it is written and opened again."""
    return opened(json.dumps(data, ensure_ascii=False).encode())


def undated(data):
    return {name: value for name, value in data.items() if name != "made"}


def rich(candidate, mark="owner"):
    people.full_profile(candidate, mark)
    people.full_plan(candidate, mark)
    people.half_plan(candidate, f"{mark}_half")
    people.empty_plan(candidate)
    return candidate


def test_export_import_export_is_the_same():
    first = dump(rich(people.account("owner")))
    guest = people.guest()
    found = read(carried(first))
    assert found.problems == []
    add(candidate=guest, found=found)
    assert undated(dump(guest)) == undated(first)


def test_hostile_text_and_drafts_survive_the_journey():
    owner = rich(people.account("owner"))
    plan = Plan.objects.get(title="owner_plan_title")
    plan.company.does = HOSTILE
    plan.company.save()
    Offer.objects.update(notes=HOSTILE)
    Term.objects.update(label=HOSTILE[:200].replace("\n", " "))
    other = plan.alternative_rows.get(order=1)
    other.draft = {"value": [HOSTILE], "offer": [str(other.offer_id)]}
    other.save()
    plan.states.filter(slug="zopa").update(draft={"floor_fixed": ["about 90"], "their_likely-unknown": ["on"]})
    first = dump(owner)
    found = read(carried(first))
    assert found.problems == []
    guest = people.guest()
    add(candidate=guest, found=found)
    assert undated(dump(guest)) == undated(first)
    copy = Plan.objects.get(candidate=guest, title="owner_plan_title").alternative_rows.get(order=2)
    assert copy.draft["offer"] == [str(copy.offer_id)]


def test_every_text_of_the_candidate_is_in_it_and_nobody_elses():
    owner, stranger = rich(people.account("owner")), rich(people.account("stranger"), "stranger")
    text = json.dumps(dump(owner))
    assert "stranger" not in text
    assert str(owner.pk) not in text
    assert not any(str(offer.pk) in text for offer in Offer.objects.all())
    for word in ("owner_company_does", "owner_2_draft_body", "owner_3_once_term_label", "owner_letters_sender_name"):
        assert word in text
    assert "stranger_company_does" in json.dumps(dump(stranger))


def test_money_is_text_and_days_are_iso():
    data = dump(rich(people.account("owner")))
    steps = data["plans"][0]["steps"]
    assert steps["zopa"]["answers"]["raise_percent"] == "2.5"
    assert steps["zopa"]["answers"]["floor_fixed"] == str(people.start_of("owner"))
    assert steps["zopa"]["answers"]["market_date"] == "2026-06-30"
    assert steps["letters"]["entries"][0]["until_hour"] == "17:30:00"
    assert data["offers"][0]["terms"][0]["amount"] == f"{people.start_of('owner') / 100:f}".rstrip("0").rstrip(".")
    assert data["plans"][0]["offer"] == "offer 1"
    assert data["plans"][0]["compared"] == ["offer 1", "offer 2", "offer 3"]


def test_the_same_number_of_queries_for_one_plan_and_for_many(django_assert_num_queries):
    one, many = people.account("one"), people.account("many")
    people.full_plan(one, "one")
    for number in range(5):
        people.full_plan(many, f"many_{number}")
    answers, rows = len(STEPS), sum(len(lists(step)) for step in STEPS)
    marks = sum(bool(mark_of(model)) for step in STEPS for model in lists(step).values())
    tables = 6 + answers + rows + marks  # plans, offers, terms, rates, states, compared; one each for all others
    for candidate in (one, many):
        with django_assert_num_queries(tables):
            dump(candidate)


def test_the_page_sends_a_file():
    owner, client = rich(people.account("owner")), Client()
    client.force_login(owner)
    response = client.get(reverse("export"))
    assert response.headers["Content-Disposition"].startswith('attachment; filename="groundwork-')
    assert response.headers["Cache-Control"] == "private, no-store"
    again = Client()
    file = SimpleUploadedFile("mine.json", response.content)
    assert again.post(reverse("import"), {"file": file}).status_code == 302
    guest = Plan.objects.exclude(candidate=owner).first().candidate
    assert undated(dump(guest)) == undated(json.loads(response.content))
