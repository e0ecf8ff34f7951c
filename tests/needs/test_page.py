"""The page of the catalogue: searched without JavaScript, and one way of an entry taken over."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from negotiation import services
from negotiation.models import StepState, Want
from negotiation.needs import catalogue
from negotiation.steps import BY_SLUG
from tests import people

NEEDS = catalogue().needs
FIRST = NEEDS["daycare"]


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
    response = seeker.get(f"/plans/{plan.pk}/win/catalogue/", asked)
    assert response.status_code == 200
    return response.content.decode()


def take(seeker, plan, what="daycare/0"):
    return seeker.post(f"/plans/{plan.pk}/win/catalogue/", {"take": what})


def test_all_entries_stand_on_one_page_or_another(seeker, plan):
    seen = set()
    for number in range(1, 20):
        text = page(seeker, plan, page=number)
        seen |= set(re.findall(r'value="([a-z-]+)/\d"', text))
        if "On to page" not in text:
            break
    assert seen == set(NEEDS)


def test_a_search_shows_want_need_reason_and_ask(seeker, plan):
    text = page(seeker, plan, q="daycare")
    for words in (FIRST.want, FIRST.need, FIRST.ways[0].ask):
        assert words in text
    assert 'value="daycare"' in text, "what was searched for stays in the field"


def test_a_trade_and_a_theme_narrow_it_down(seeker, plan):
    text = page(seeker, plan, trade="nursing", theme="time")
    found = {NEEDS[slug] for slug in re.findall(r'value="([a-z-]+)/0"', text)}
    assert found
    assert all(need.theme == "time" and need.suits("nursing") for need in found)


def test_an_empty_result_suggests_fewer_words_and_an_own_entry(seeker, plan):
    text = page(seeker, plan, q="submarine daycare on the moon", theme="family")
    assert "Nothing found" in text
    assert "Use fewer words" in text
    assert "leave trade and theme open" in text
    assert f"/plans/{plan.pk}/win/new/" in text


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "<script>alert(1)</script>"},
        {"q": "\x00" + "a " * 3000},
        {"trade": "submarines", "theme": "' OR 1=1"},
        {"page": "-1"},
        {"page": "99999999"},
        {"page": "²"},
        {"page": "999"},
    ],
)
def test_strange_addresses_are_answered_and_nothing_of_them_is_run(seeker, plan, asked):
    text = page(seeker, plan, **asked)
    assert "<script>alert" not in text


def test_an_unknown_trade_or_theme_narrows_nothing(seeker, plan):
    assert f"{len(NEEDS)} found" in page(seeker, plan, trade="submarines", theme="moon")


def test_one_way_becomes_a_want_to_edit(seeker, plan):
    response = take(seeker, plan)
    want = Want.objects.get(plan=plan)
    assert response["Location"] == f"/plans/{plan.pk}/win/{want.pk}/"
    told = (want.want, want.need, want.way, want.reason, want.asked)
    assert told == (FIRST.want, FIRST.need, FIRST.ways[0].ask, FIRST.ways[0].reason, True)
    form = seeker.get(response["Location"]).content.decode()
    assert f'value="{FIRST.ways[0].ask}"' in form
    saved = {"then": "continue", "version": want.version, "want": "Mine", "way": "to leave at four", "asked": "on"}
    assert seeker.post(response["Location"], saved).status_code == 302
    want.refresh_from_db()
    assert (want.want, want.way) == ("Mine", "to leave at four")


def test_the_steps_gap_goes_with_the_first_want_taken(seeker, plan):
    services.state_refresh(plan=plan, step=BY_SLUG["win"])
    assert StepState.objects.get(plan=plan, slug="win").gaps
    take(seeker, plan)
    assert StepState.objects.get(plan=plan, slug="win").gaps == []


def test_the_same_way_taken_twice_is_one_want_and_another_way_a_second(seeker, plan):
    assert take(seeker, plan)["Location"] == take(seeker, plan)["Location"]
    take(seeker, plan, "daycare/1")
    assert [want.order for want in Want.objects.filter(plan=plan)] == [1, 2]


@pytest.mark.parametrize(
    "what", ["", "daycare", "daycare/", "daycare/9", "daycare/-1", "moon/0", "daycare/0/0", "\x00"]
)
def test_what_is_not_in_the_catalogue_is_a_404(seeker, plan, what):
    assert take(seeker, plan, what).status_code == 404
    assert not Want.objects.exists()


def test_a_full_list_says_so_and_takes_nothing(seeker, plan):
    Want.objects.bulk_create([Want(plan=plan, want="w", version=1) for _ in range(50)])
    response = seeker.post(f"/plans/{plan.pk}/win/catalogue/", {"take": "daycare/0"}, follow=True)
    assert "Your list is full." in response.content.decode()
    assert Want.objects.count() == 50


def test_somebody_elses_plan_is_a_404(seeker):
    theirs = services.plan_start(candidate=people.account("stranger"))
    assert seeker.get(f"/plans/{theirs.pk}/win/catalogue/").status_code == 404
    assert take(seeker, theirs).status_code == 404
    assert not Want.objects.exists()


def test_the_page_costs_few_queries(seeker, plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        seeker.get(f"/plans/{plan.pk}/win/catalogue/")
