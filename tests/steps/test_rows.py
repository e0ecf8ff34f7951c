"""The entries of a step's list: own small forms, order, deletion with a way back."""

from __future__ import annotations

import re
import uuid

import pytest

from negotiation.models import Alternative, CompanyNote
from tests import people
from tests.steps.sending import HTMX, address


def add(filler, plan, slug="batna", pk=None, version=0, **values):
    data = {"then": "continue", "version": version, **values}
    return filler.post(address(plan, slug, pk or uuid.uuid4()), data)


@pytest.fixture
def three(filler, plan):
    for title in ("first", "second", "third"):
        add(filler, plan, kind="other", title=title)
    return list(Alternative.objects.filter(plan=plan))


def titles(plan):
    return [row.title for row in Alternative.objects.filter(plan=plan)]


def test_a_new_page_makes_nothing_and_its_form_goes_to_an_id_of_its_own(filler, plan):
    page = filler.get(address(plan, "batna", "new")).content.decode()
    assert not Alternative.objects.exists()
    assert re.search(rf'action="/plans/{plan.pk}/batna/[0-9a-f-]{{36}}/"', page)


def test_rows_are_kept_in_the_order_they_were_added(three, plan):
    assert titles(plan) == ["first", "second", "third"]
    assert [row.order for row in three] == [1, 2, 3]


def test_htmx_request_saves_a_new_row_as_one_types(filler, plan):
    pk = uuid.uuid4()
    data = {"client": str(uuid.uuid4()), "seq": 1, "version": 0, "kind": "other", "title": "half"}
    response = filler.post(address(plan, "batna", pk), data, **HTMX)
    assert response.status_code == 200
    assert Alternative.objects.get(pk=pk).title == "half"


def test_an_unfinished_row_is_named_in_the_list_and_counts_nowhere(filler, plan):
    pk = uuid.uuid4()
    response = add(filler, plan, pk=pk, kind="other", title="draft", value="about 90")
    assert response.status_code == 422
    row = Alternative.objects.get(pk=pk)
    assert (row.title, row.draft["title"]) == ("", ["draft"])
    assert "Not finished" in filler.get(address(plan, "batna")).content.decode()
    assert 'value="about 90"' in filler.get(address(plan, "batna", pk)).content.decode()


def test_moving_up_and_down(filler, plan, three):
    filler.post(address(plan, "batna", three[2].pk, "move"), {"to": "up"})
    assert titles(plan) == ["first", "third", "second"]
    filler.post(address(plan, "batna", three[0].pk, "move"), {"to": "down"})
    assert titles(plan) == ["third", "first", "second"]
    filler.post(address(plan, "batna", three[2].pk, "move"), {"to": "nowhere"})
    assert set(titles(plan)) == {"first", "second", "third"}


def test_deleting_can_be_undone(filler, plan, three):
    response = filler.post(address(plan, "batna", three[1].pk, "delete"), follow=True)
    assert titles(plan) == ["first", "third"]
    undo = re.search(r"/undo/[0-9a-f-]{36}/", response.content.decode())[0]
    filler.post(undo)
    assert titles(plan) == ["first", "second", "third"]
    assert filler.post(undo).status_code == 404


def test_undo_says_so_when_the_plan_is_gone_too(filler, plan, three):
    response = filler.post(address(plan, "batna", three[1].pk, "delete"), follow=True)
    undo = re.search(r"/undo/[0-9a-f-]{36}/", response.content.decode())[0]
    plan.delete()
    assert "cannot be put back" in filler.post(undo, follow=True).content.decode()


def test_a_row_deleted_elsewhere_is_not_raised_from_the_dead(filler, plan, three):
    filler.post(address(plan, "batna", three[0].pk, "delete"))
    assert add(filler, plan, pk=three[0].pk, version=1, kind="other", title="ghost").status_code == 404
    assert titles(plan) == ["second", "third"]


def test_an_id_of_another_plan_is_a_404_and_stays_untouched(filler, plan):
    other = people.full_plan(people.account("stranger"), "stranger")
    row = Alternative.objects.filter(plan=other).first()
    response = add(filler, plan, pk=row.pk, kind="other", title="mine now")
    assert response.status_code == 404
    row.refresh_from_db()
    assert row.title == "stranger_1_alternative_title"


def test_two_tabs_on_one_row(filler, plan, three):
    add(filler, plan, pk=three[0].pk, version=1, kind="other", title="here")
    response = add(filler, plan, pk=three[0].pk, version=1, kind="other", title="there")
    assert response.status_code == 409
    assert "here" in response.content.decode()


def test_a_note_older_than_a_year_says_so(filler, plan):
    add(filler, plan, "company", kind="news", text="They moved", dated="2020-02-03")
    assert CompanyNote.objects.get().text == "They moved"
    assert "more than a year old" in filler.get(address(plan, "company")).content.decode()


def test_a_link_must_be_a_web_address(filler, plan):
    response = add(filler, plan, "company", kind="news", text="They moved", link="javascript:alert(1)")
    assert response.status_code == 422
    assert not CompanyNote.objects.exclude(link="").exists()


def test_a_list_is_full_at_fifty(filler, plan):
    Alternative.objects.bulk_create([Alternative(plan=plan, kind="other", version=1) for _ in range(50)])
    page = filler.get(address(plan, "batna", "new"), follow=True).content.decode()
    assert "A list holds at most 50 entries." in page
    assert add(filler, plan, kind="other", title="one more").status_code == 429
    assert Alternative.objects.count() == 50


def test_a_list_costs_the_same_queries_whatever_its_length(
    filler, plan, three, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as few:
        filler.get(address(plan, "batna"))
        count = len(few)
    for number in range(20):
        add(filler, plan, kind="other", title=str(number))
    with django_assert_num_queries(count):
        filler.get(address(plan, "batna"))
