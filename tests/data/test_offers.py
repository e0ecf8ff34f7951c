"""Offers on their way out and in again: terms of every kind, rounds, rates, and what no form would let through."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from negotiation.export import FORMAT, VERSION, dump
from negotiation.import_adding import add
from negotiation.import_file import opened
from negotiation.import_reading import read
from offers.models import Offer, Rate, Term
from offers.services import MOST_RATES, MOST_ROUNDS, MOST_TERMS
from offers.term_forms import TERM_FORMS
from tests import people
from tests.kinds import TERMS

pytestmark = pytest.mark.django_db


def file(**parts):
    return read(opened(json.dumps({"format": FORMAT, "version": VERSION} | parts).encode()))


def places(found):
    return [problem.place for problem in found.problems]


def carried(candidate):
    """What somebody else has after importing this candidate's file, and the file itself."""
    data = dump(candidate)
    found = read(opened(json.dumps(data).encode()))
    assert found.problems == []
    guest = people.guest()
    add(candidate=guest, found=found)
    return guest, data


def without_time(data):
    return {name: value for name, value in data.items() if name != "made"}


def test_everything_an_offer_says_is_written_in_the_open():
    data = dump(people.full_plan(people.account("owner")).candidate)
    first = data["offers"][0]
    assert {term["kind"] for term in first["terms"]} == set(TERM_FORMS)
    assert len(first["terms"]) == len(TERMS) + 2
    assert [(one["turn"], one["mine"], len(one["terms"])) for one in first["rounds"]] == [(0, False, 1), (1, True, 1)]
    assert "id" not in first["rounds"][0]
    assert first["tax_rate"] == "31"
    assert first["said_on"] == "2026-11-12"
    assert data["rates"] == [{"currency": "EUR", "other": "USD", "rate": "1.0825", "as_of": "2026-11-01"}]
    assert [offer["rounds"] for offer in data["offers"][1:]] == [[], []]


def test_rounds_kinds_and_rates_come_back_as_they_were():
    owner = people.full_plan(people.account("owner")).candidate
    Rate.objects.create(candidate=owner, order=1, currency="EUR", draft={"rate": ["about 1"]}, version=1)
    Term.objects.filter(kind="options").update(draft={"own_schedule": ["25 25"], "schedule": ["own"]})
    Offer.objects.filter(mine=True).update(draft={"base": ["what they pay others"]})
    guest, data = carried(owner)
    assert without_time(dump(guest)) == without_time(data)
    offer = Offer.objects.owned_by(guest.pk).first()
    assert [(one.turn, one.mine) for one in offer.rounds.order_by("turn")] == [(0, False), (1, True)]
    assert offer.rounds.get(mine=True).draft == {"base": ["what they pay others"]}
    assert Rate.objects.filter(candidate=guest).count() == 2


def test_what_is_shown_of_it_is_the_same():
    owner = people.full_plan(people.account("owner")).candidate
    guest, _ = carried(owner)
    pages = []
    for candidate in (owner, guest):
        client = Client()
        client.force_login(candidate)
        offer = Offer.objects.owned_by(candidate.pk).first()
        value = client.get(reverse("offer_value", args=[offer.pk])).context["shown"]
        rounds = client.get(reverse("rounds", args=[offer.pk])).context
        pages.append((value.levels, value.cases, value.leaving, value.paper, value.paths, value.facts, rounds["gain"]))
    assert pages[0] == pages[1]


def test_a_counter_is_no_offer_and_a_round_has_no_rounds():
    found = file(offers=[{"id": "a", "mine": True, "rounds": [{"mine": True, "rounds": [{}], "id": "b"}]}])
    assert places(found) == ["offers 1 › mine", "offers 1 › rounds 1 › rounds", "offers 1 › rounds 1 › id"]
    assert [offer.mine for offer in found.offers.values()] == [False]
    assert [one.mine for one in found.rounds] == [True]


def test_only_offers_that_stand_can_be_pointed_at():
    plan = {"offer": "first", "compared": ["now", "first"]}
    found = file(offers=[{"id": "now", "rounds": [{"employer": "first"}]}], plans=[plan])
    assert places(found) == ["plans 1 › offer", "plans 1 › compared 2"]


def test_values_that_fit_no_column_are_named_where_they_stand():
    term = {"kind": "yacht", "amount": "-1", "vest_years": "0", "count": "1.5", "written": "yes", "share": "101"}
    found = file(
        offers=[{"turn": "-1", "leave_days": "400", "terms": [term], "rounds": [{"terms": [{"strike": "1e9"}]}]}],
        rates=[{"currency": "ZZZ", "other": "YYY", "rate": "0", "as_of": "yesterday"}],
    )
    inside = ("kind", "amount", "vest_years", "count", "written", "share")
    assert sorted(places(found)) == sorted(
        [
            "offers 1 › turn",
            "offers 1 › leave_days",
            *(f"offers 1 › terms 1 › {name}" for name in inside),
            "offers 1 › rounds 1 › terms 1 › strike",
            *(f"rates 1 › {name}" for name in ("currency", "other", "rate", "as_of")),
        ]
    )


def test_long_lists_end():
    offer = {"terms": [{}] * (MOST_TERMS + 1), "rounds": [{}] * (MOST_ROUNDS + 1)}
    found = file(offers=[offer], rates=[{}] * (MOST_RATES + 1))
    assert places(found) == ["offers 1 › terms", "offers 1 › rounds", "rates"]
    assert (len(found.rounds), len(found.rates)) == (MOST_ROUNDS, MOST_RATES)


# Each fits its column; together no form would let them through.
ODD = [
    {"kind": "shares", "amount": "100", "count": "5", "price": "3", "schedule": "own", "own_schedule": "90, 20"},
    {"kind": "shares", "amount": "100", "schedule": "own", "own_schedule": "words", "market": "public", "cliff": "120"},
    {"kind": "shares", "amount": "100", "schedule": "even", "growth": "300", "swing": "300", "market": "public"},
    {"kind": "options", "count": "5", "share": "100", "diluted": "1", "exit_1": "1", "odds_1": "30", "odds_2": "40"},
    {"kind": "options", "strike": "9", "last_price": "1", "preferred_percent": "100", "further_rounds": "20"},
    {"kind": "purchase", "amount": "5", "percent": "300", "lookback": "yes"},
    {"kind": "commission", "amount": "5", "percent": "300", "attainment": "1000", "draw": "7", "draw_months": "120"},
    {"kind": "allowance", "amount": "5", "percent": "300", "period": "hour"},
    {"kind": "extra", "every": "once"},
    {"kind": "match", "percent": "300", "cap_percent": "100", "own_percent": "100"},
    {"kind": "refresher", "amount": "9"},
]


def test_what_no_form_would_let_through_breaks_no_page():
    offer = {"id": "a", "base": "100", "odds_most": "100", "odds_nothing": "100", "next_base": "5", "terms": ODD}
    found = file(offers=[offer | {"rounds": [offer | {"id": None}]}], plans=[{"offer": "a", "compared": ["a"]}])
    guest = people.guest()
    found.problems.clear()
    add(candidate=guest, found=found)
    client, here = Client(), Offer.objects.owned_by(guest.pk).get()
    client.force_login(guest)
    plan = guest.plans.get()
    asked = {"ask": "1", "illiquid": "on", "leave": "13", "stock": "-100", "bonus": "most", "discount": "100"}
    for name, of in (
        ("offers", []),
        ("offer", [here]),
        ("offer_value", [here]),
        ("rounds", [here]),
        ("compare", [plan]),
    ):
        for query in ({}, asked):
            response = client.get(reverse(name, args=[one.pk for one in of]), query)
            assert response.status_code == 200, name
            assert "NaN" not in response.content.decode()
    for term in here.terms.all():
        assert client.get(reverse("term", args=[here.pk, term.pk])).status_code == 200
