"""Reading a file that is not, or not quite, an export: refused whole, or named place by place."""

import json
import time
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest

from negotiation.export import FORMAT, VERSION
from negotiation.import_file import MOST_BYTES, NotOurs, opened
from negotiation.import_reading import MOST_IN_ALL, MOST_PROBLEMS, read
from negotiation.steps import BY_SLUG

OURS = {"format": FORMAT, "version": VERSION}
ZOPA, COMPANY = ("plans 1 › steps › zopa", "plans 1 › steps › company")


def file(**parts):
    return opened(json.dumps(OURS | parts).encode())


def one_plan(**steps):
    return read(file(plans=[{"steps": steps}]))


def places(found):
    return [problem.place for problem in found.problems]


def zopa(**answers):
    found = one_plan(zopa={"answers": answers})
    return found.plans[0].given["zopa"].values, found


REFUSED = {
    "nothing": b"",
    "no json": b"Dear diary",
    "another file": b'{"format": "other", "version": "1"}',
    "a list": b"[1, 2]",
    "a newer one": b'{"format": "groundwork", "version": "2"}',
    "not utf-8": b"\xff\xfe\x00{",
    "a zip": b"PK\x03\x04" + b"\x00" * 100,
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep tables": b'{"a":' * 90_000 + b"1" + b"}" * 90_000,
    "less deep": b'{"format": "groundwork", "version": "1", "plans": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "many tables": b"[" + b"{}," * 1_000_000 + b"{}]",
    "many values": b'{"a":[' + b"1," * 2_000_000 + b"1]}",
    "too long": b" " * (MOST_BYTES + 1),
    "a number without end": b'{"format": 1e999999999999, "version": ' + b"9" * 100_000 + b"}",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_ours_is_refused_quickly_and_with_a_sentence(name):
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(NotOurs, match=r"^This (file|export) "):
        opened(REFUSED[name])
    took, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 1
    assert peak < 50_000_000


@pytest.mark.parametrize(
    "text",
    ["-1", "NaN", "Infinity", "1e3", "1_000", "１２", "1,000", "1000000000000", "1.2345", "", "0x1F", "٣"],
)
def test_an_amount_is_exact_or_named(text):
    values, found = zopa(floor_fixed=text)
    assert values.floor_fixed is None
    assert places(found) == [f"{ZOPA} › answers › floor_fixed"]


def test_numbers_stay_exact_however_they_are_written():
    answers = b'{"floor_fixed": 0.10, "target_fixed": 999999999999.999, "years": 5}'
    whole = b'{"format": "groundwork", "version": 1, "plans": [{"steps": {"zopa": {"answers": %b}}}]}'
    values = read(opened(whole % answers)).plans[0].given["zopa"].values
    assert (values.floor_fixed, values.target_fixed) == (Decimal("0.10"), Decimal("999999999999.999"))
    assert values.years == 5
    assert isinstance(values.years, int)


WRONG = [
    ({"counts": "everything"}, "counts"),
    ({"raise_percent": "101"}, "raise_percent"),
    ({"years": "2.5"}, "years"),
    ({"years": "9223372036854775808"}, "years"),
    ({"their_link": "javascript:alert(1)"}, "their_link"),
    ({"their_link": " https://example.org"}, "their_link"),
    ({"market_source": "x" * 201}, "market_source"),
    ({"market_source": ["a"]}, "market_source"),
    ({"market_source": {"a": "b"}}, "market_source"),
    ({"market_date": "31.12.2026"}, "market_date"),
    ({"market_date": "2026-02-30"}, "market_date"),
    ({"market_date": "99999-01-01"}, "market_date"),
    ({"floor_fixed": True}, "floor_fixed"),
    ({"plan": "1"}, "plan"),
    ({"plan_id": "1"}, "plan_id"),
    ({"pk": "1"}, "pk"),
]


@pytest.mark.parametrize(("answers", "name"), WRONG)
def test_a_value_that_does_not_fit_is_named_and_the_rest_is_read(answers, name):
    values, found = zopa(target_fixed="110", **answers)
    assert values.target_fixed == 110
    assert places(found) == [f"{ZOPA} › answers › {name}"]


def test_text_goes_through_the_one_cleaner():
    found = one_plan(company={"answers": {"name": "a\u0000b\ud800c\r\nd\u0008", "does": "e\u0301"}})
    values = found.plans[0].given["company"].values
    assert (values.name, values.does) == ("abc\nd", "é")
    assert found.problems == []


def test_values_that_do_not_fit_together_are_named():
    values, found = zopa(target_fixed="90", floor_fixed="100", market_low="5", market_high="4")
    assert (values.floor_fixed, values.target_fixed, values.market_low, values.market_high) == (100, 90, 5, None)
    assert places(found) == [f"{ZOPA} › answers › market_high"]


def test_names_that_mean_nothing_are_named_wherever_they_stand():
    company = {"answers": {"motto": "x"}, "entries": [{"text": "t", "version": "9"}], "wings": "1"}
    plan = {"steps": {"company": company, "astrology": {}}, "candidate": "somebody"}
    found = read(file(plans=[plan], offers=[{"salary": "1"}], extra="1"))
    assert sorted(places(found)) == sorted(
        [
            "extra",
            "offers 1 › salary",
            "plans 1 › candidate",
            "plans 1 › steps › astrology",
            f"{COMPANY} › wings",
            f"{COMPANY} › answers › motto",
            f"{COMPANY} › entries 1 › version",
        ]
    )


def test_references_only_lead_to_offers_of_the_same_file():
    plan = {"offer": "offer 9", "compared": ["offer 1", "5f1c7bb0-0000-4000-8000-000000000000"]}
    found = read(file(offers=[{"id": "offer 1", "employer": "One"}], plans=[plan]))
    assert found.plans[0].plan.offer is None
    assert [offer.employer for offer in found.plans[0].compared] == ["One"]
    assert places(found) == ["plans 1 › offer", "plans 1 › compared 2"]


def test_a_letter_stands_once_and_is_one_of_ours():
    letters = [{"slug": "accept"}, {"slug": "accept"}, {"slug": "revenge"}, {"slug": "decline", "variant": "rude"}]
    found = one_plan(letters={"entries": letters})
    kept = found.plans[0].given["letters"].rows
    assert [(draft.slug, draft.variant) for draft in kept] == [("accept", ""), ("decline", "")]
    assert len(found.problems) == 3


def test_a_draft_holds_only_what_its_form_asks_for():
    draft = {"floor_fixed": ["about 90"], "their_likely-unknown": ["on"], "version": ["7"], "opening": "x"}
    found = one_plan(zopa={"draft": draft})
    assert found.plans[0].states["zopa"].draft == {"floor_fixed": ["about 90"], "their_likely-unknown": ["on"]}
    assert places(found) == [f"{ZOPA} › draft › version", f"{ZOPA} › draft › opening"]


def test_a_draft_is_no_place_for_a_book():
    found = one_plan(zopa={"draft": {"market_source": ["x" * 60_001]}})
    assert found.plans[0].states["zopa"].draft is None
    assert places(found) == [f"{ZOPA} › draft"]


def test_not_known_is_taken_only_where_it_is_an_answer():
    found = one_plan(zopa={"unknown": ["their_likely", "floor_fixed", "their_likely"]})
    assert found.plans[0].states["zopa"].unknown == ["their_likely"]
    assert len(found.problems) == 2


def test_a_number_beside_not_known_is_a_contradiction():
    found = one_plan(zopa={"unknown": ["their_likely"], "answers": {"their_likely": "5"}})
    assert found.plans[0].given["zopa"].values.their_likely is None
    assert len(found.problems) == 1


def test_a_profile_is_no_plan():
    found = read(file(plans=[{"kind": "profile", "title": "x"}], profile={"zopa": {}, "letters": {"entries": []}}))
    assert found.plans[0].plan.kind == "job"
    assert places(found) == ["plans 1 › kind", "profile › zopa", "profile › letters › entries"]


@pytest.mark.parametrize(
    "when", ["yesterday", "1999-01-01T00:00:00+00:00", "0001-01-01T00:00:00+14:00", "2026-01-01T00:00"]
)
def test_a_plan_was_begun_at_a_time_that_can_be(when):
    found = read(file(plans=[{"created": when}]))
    assert places(found) == ["plans 1 › created"]
    assert found.plans[0].plan.created.year >= 2026


def test_codes_of_money_places_and_languages_are_known_ones():
    ways = {"currency": "ZZZ", "locale": "../../etc", "zone": "Atlantis/Centre", "period": "decade", "basis": "gross"}
    found = read(file(plans=[ways], settings=ways))
    assert found.settings["currency"] == "USD"
    assert len(found.problems) == 8


def test_long_lists_end_and_long_lists_of_problems_too():
    """A list ends where it ends when it is typed."""
    rows = BY_SLUG["market"].rows
    assert rows
    found = read(file(plans=[{"steps": {"market": {"entries": [{"suorce": "x"}] * (rows.most + 50)}}}]))
    assert len(found.plans[0].given["market"].rows) == rows.most == 200
    assert len(found.problems) == MOST_PROBLEMS
    assert found.unlisted == 1


def test_what_is_said_of_offers_counts_as_an_entry():
    """Every offer under every entry would be very many."""
    offers = [{"id": str(number)} for number in range(300)]
    lines = [{"text": "x", "kind": "own", "marks": {str(number): "held" for number in range(300)}}] * 20
    found = read(file(offers=offers, plans=[{"steps": {"redlines": {"entries": lines}}}]))
    assert len(found.marks) <= MOST_IN_ALL - 300 - 20


def test_parts_of_the_wrong_kind_are_named():
    found = read(file(plans={"a": "b"}, offers="none", settings=[], profile="me"))
    assert places(found) == ["settings", "offers", "plans", "profile"]


def test_a_day_stays_a_day():
    values, _ = zopa(market_date="2024-02-29")
    assert values.market_date == date(2024, 2, 29)
