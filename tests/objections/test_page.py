"""The page of the starters: searched without JavaScript, and one of them taken over."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from negotiation import services
from negotiation.models import Objection
from negotiation.objections import catalogue
from tests import people

STARTERS = catalogue().starters
FIRST = STARTERS["same-pay"]


@pytest.fixture
def mine(db):
    return people.account("owner")


@pytest.fixture
def plan(mine):
    return services.plan_start(candidate=mine)


@pytest.fixture
def seeker(mine):
    client = Client()
    client.force_login(mine)
    return client


def page(seeker, plan, **asked):
    response = seeker.get(f"/plans/{plan.pk}/objections/catalogue/", asked)
    assert response.status_code == 200
    return response.content.decode()


def take(seeker, plan, what="same-pay"):
    return seeker.post(f"/plans/{plan.pk}/objections/catalogue/", {"take": what})


def taken_on(text):
    return re.findall(r'name="take" value="([a-z-]+)"', text)


def test_all_stand_on_one_page_or_another(seeker, plan):
    seen = []
    for number in range(1, 20):
        text = page(seeker, plan, page=number)
        seen += taken_on(text)
        if "On to page" not in text:
            break
    assert seen == list(STARTERS)


def test_a_search_shows_the_whole_answer(seeker, plan):
    text = page(seeker, plan, q="everyone same")
    for words in (FIRST.text, FIRST.acknowledge, FIRST.value, FIRST.question, FIRST.proof):
        assert words in text
    assert 'value="everyone same"' in text


def test_a_trade_and_a_theme_narrow_it_down(seeker, plan):
    found = [STARTERS[slug] for slug in taken_on(page(seeker, plan, trade="nursing", theme="papers"))]
    assert found
    assert all(one.theme == "papers" and one.suits("nursing") for one in found)


def test_an_empty_result_suggests_fewer_words_and_an_own_entry(seeker, plan):
    text = page(seeker, plan, q="submarine on the moon", theme="range")
    assert "Nothing found" in text
    assert "leave trade and theme open" in text
    assert f"/plans/{plan.pk}/objections/new/" in text


@pytest.mark.parametrize(
    "asked", [{"q": "<script>alert(1)</script>"}, {"q": "\x00" + "a " * 3000}, {"trade": "moon"}, {"page": "²"}]
)
def test_strange_addresses_are_answered_and_nothing_of_them_is_run(seeker, plan, asked):
    assert "<script>alert" not in page(seeker, plan, **asked)


def test_one_is_taken_once_and_its_page_opens(seeker, plan):
    response = take(seeker, plan)
    row = Objection.objects.get(plan=plan)
    assert response["Location"] == f"/plans/{plan.pk}/objections/{row.pk}/"
    told = (row.theme, row.text, row.acknowledge, row.value, row.question, row.evidence)
    assert told == (FIRST.theme, FIRST.text, FIRST.acknowledge, FIRST.value, FIRST.question, "")
    assert not row.prepared, "its proof can only be one's own"
    assert FIRST.value in seeker.get(response["Location"]).content.decode()
    assert take(seeker, plan)["Location"] == response["Location"]
    assert "It is on your list." in page(seeker, plan, q="everyone same")


@pytest.mark.parametrize("what", ["", "moon", "same-pay/0", "\x00"])
def test_what_is_not_in_the_catalogue_is_a_404(seeker, plan, what):
    assert take(seeker, plan, what).status_code == 404
    assert not Objection.objects.exists()


def test_a_full_list_says_so_and_takes_nothing(seeker, plan):
    Objection.objects.bulk_create([Objection(plan=plan, text="o", version=1) for _ in range(40)])
    response = seeker.post(f"/plans/{plan.pk}/objections/catalogue/", {"take": "same-pay"}, follow=True)
    assert "Your list is full." in response.content.decode()
    assert Objection.objects.count() == 40


def test_somebody_elses_plan_is_a_404(seeker):
    theirs = services.plan_start(candidate=people.account("stranger"))
    assert seeker.get(f"/plans/{theirs.pk}/objections/catalogue/").status_code == 404
    assert take(seeker, theirs).status_code == 404


def test_the_page_costs_few_queries(seeker, plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        seeker.get(f"/plans/{plan.pk}/objections/catalogue/")
