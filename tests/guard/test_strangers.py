"""What somebody can send who has no account, or fills in more than a form asks."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.http.request import HttpHeaders

from tests import people
from tests.guard.corpus import HOSTILE, LONG
from tests.guard.looking import UNSTORED, wrong_in
from tests.guard.targets import Target, found_on_all_pages, opened, send
from tests.guard.world import World, ask, stored

ELSEWHERE = [
    *("//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "evil.example", "https:evil.example"),
    *("https://evil.example/", "http:///evil.example", "https://testserver@evil.example/", "//evil.example/plans/"),
    *("javascript:alert(1)", "data:text/html,x", "/%0d%0aSet-Cookie:xss=1"),
    *("\t//evil.example", "/\t/evil.example", "/\x00/evil.example"),
]


@pytest.mark.parametrize("name", [*HOSTILE, "a hundred thousand characters"])
def test_the_doors_in_take_anything_without_breaking(name: str, world: World):
    text, wrong = HOSTILE.get(name, LONG), []
    doors = [target for target in found_on_all_pages(world.nobody) if target.names("text", "code", "secret")]
    assert len(doors) >= 3, "sign in, sign up, come back"
    for target in doors:
        form = opened(world.nobody.client, target)
        typed = dict.fromkeys(target.names("text", "code", "secret"), text)
        answer = send(world.nobody.client, form.action or target.page, form.values | typed)
        found = [each for each in wrong_in(answer) if each != UNSTORED]
        found += [str(answer.status_code)] * (answer.status_code not in (200, 400, 422))
        wrong += [f"{target.label}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("target", ELSEWHERE, ids=ascii)
def test_no_address_leads_elsewhere(target: str, world: World):
    offer = f"/offers/{world.owner.ids['offer_id']}/"
    login = {"login": "owner@example.org", "password": people.PASSWORD, "next": target}
    answers = [
        ask(world.nobody.client, "POST", "/account/sign-in/", login),
        ask(world.owner.client, "GET", "/account/sign-in/", QUERY_STRING=query(target)),
        ask(world.owner.client, "GET", offer, QUERY_STRING=query(target)),
        ask(world.owner.client, "POST", f"{offer}terms/{world.owner.ids['term_id']}/move/", QUERY_STRING=query(target)),
    ]
    assert [wrong_in(answer) for answer in answers] == [[], [], [], []]
    led = [answer["Location"] for answer in answers if answer.status_code == 302]
    assert len(led) >= 2
    assert [place for place in led if not place.startswith("/") or place[1:2] in ("/", "\\")] == []


def query(target: str) -> str:
    from urllib.parse import urlencode

    return urlencode({"next": target})


def test_a_form_takes_only_what_it_asks_for(world: World, targets: list[Target]):
    """Every column there is, sent along with each form, pointing at somebody else and at more rights."""
    before = {table: digest for table, (_, digest) in stored().items() if table in ("profiles_candidate",)}
    theirs = {"candidate": world.stranger.candidate.pk, "candidate_id": world.stranger.candidate.pk}  # type: ignore[union-attr]
    theirs |= {"plan": world.stranger.ids["plan_id"], "plan_id": world.stranger.ids["plan_id"]}
    columns = {column.name for model in apps.get_models() for column in model._meta.concrete_fields}
    extra: dict[str, Any] = (
        dict.fromkeys(columns, "1") | theirs | {"kind": "profile", "id": world.stranger.ids["plan_id"]}
    )
    for target in (each for each in targets if each.page != "/profile/"):
        form = opened(world.owner.client, target)
        asked = target.stored | {name: form.values[name] for name in target.hidden(form)}
        sent = {name: value for name, value in extra.items() if name not in target.kinds} | asked
        assert send(world.owner.client, form.action or target.page, sent).status_code < 500
    assert {table: digest for table, (_, digest) in stored().items() if table in before} == before
    assert owners(world) == ({"owner"}, {"stranger"})


def owners(world: World) -> tuple[set[str], set[str]]:
    """Whose marks stand in each one's plans now."""
    found = []
    for one in (world.owner, world.stranger):
        text = one.client.get("/account/export.json").content.decode()
        found.append({name for name in ("owner", "stranger", "guest") if f'"{name}_' in text})
    return found[0], found[1]


def test_a_host_that_is_not_ours_is_not_answered(world: World):
    for host in ("evil.example", "testserver.evil.example", "testserver:evil", ""):
        answer = world.nobody.client.get("/", headers=HttpHeaders({"HTTP_HOST": host}))
        assert answer.status_code == 400
        assert "evil" not in answer.content.decode()


def test_no_page_says_none_where_nothing_was_answered(world: World):
    """Of a plan nobody has filled in, and of one half filled in."""
    stranger = world.stranger
    assert stranger.candidate is not None
    wrong = []
    for plan in (people.empty_plan(stranger.candidate), people.half_plan(stranger.candidate, "half")):
        stranger.ids["plan_id"], kept = plan.pk, stranger.ids["plan_id"]
        pages = ["", "start/", "compare/", "brief/", "brief/print/private/", "brief/print/share/", "letters/accept/"]
        pages += [f"{slug}/" for slug in ("company", "role", "zopa", "batna", "letters")]
        for page in pages:
            answer = stranger.client.get(f"/plans/{plan.pk}/{page}")
            text = answer.content.decode().replace("None of them", "")
            wrong += [page] * (answer.status_code != 200 or ">None" in text or "None<" in text or " None" in text)
        for version in ("private", "share"):
            wrong += [version] * (stranger.client.get(f"/plans/{plan.pk}/brief/{version}.pdf").status_code != 200)
        stranger.ids["plan_id"] = kept
    assert wrong == []
