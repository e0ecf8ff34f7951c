"""Pasting a table: what was read is shown first, and added once, when that is confirmed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from groundwork.money import Frame
from negotiation import services
from negotiation.market_table import read_points
from negotiation.models import MarketPoint, StepState
from negotiation.steps import BY_SLUG
from tests import people

TABLE = """Source;Kind;Date;Low;Median;High
Guild table;survey;2026-06-01;94;105;122
Harbour ad;job ad;2026-09-01;100;;130"""
BAD = TABLE + "\nTwo;ways;01/02/2026;1;;2\nFalls;;2026;9;;2\n"


def send(filler, plan, text=TABLE, do="read", **more):
    data = {"text": text, "currency": "USD", "period": "year", "basis": "gross", "do": do}
    return filler.post(f"/plans/{plan.pk}/market/paste/", data | more)


def hidden(response):
    return dict(re.findall(r'type="hidden" name="(seal|batch)" value="([^"]+)"', response.content.decode()))


def confirmed(filler, plan, text=TABLE, **more):
    return send(filler, plan, text, do="add", **hidden(send(filler, plan, text)), **more)


def sources(plan):
    return [point.source for point in MarketPoint.objects.filter(plan=plan)]


def test_the_page_begins_with_the_plans_own_money(filler, plan):
    plan.currency, plan.period = "CHF", "month"
    plan.save()
    page = filler.get(f"/plans/{plan.pk}/market/paste/").content.decode()
    assert '<option value="CHF" selected>' in page
    assert "Nothing is added before you say so." in page


def test_reading_shows_every_line_and_adds_nothing(filler, plan):
    response = send(filler, plan)
    page = response.content.decode()
    assert response.status_code == 200
    assert "94 to 122, median 105 USD a year gross" in page
    assert "Add these 2 sources" in page
    assert not MarketPoint.objects.exists()


def test_confirming_adds_the_lines_after_those_that_are_there(filler, plan):
    MarketPoint.objects.create(plan=plan, source="First", order=1, version=1)
    response = confirmed(filler, plan)
    assert response["Location"] == f"/plans/{plan.pk}/market/#entries"
    assert sources(plan) == ["First", "Guild table", "Harbour ad"]
    point = MarketPoint.objects.get(source="Guild table")
    told = (point.kind, point.dated, point.low, point.mid, point.high, point.middle, point.currency, point.period)
    assert told == ("published", date(2026, 6, 1), 94, 105, 122, "median", "USD", "year")
    assert "2 sources added." in filler.get(response["Location"]).content.decode()


def test_the_state_of_the_step_follows(filler, plan):
    services.state_refresh(plan=plan, step=BY_SLUG["market"])
    assert StepState.objects.get(plan=plan, slug="market").gaps
    confirmed(filler, plan)
    assert StepState.objects.get(plan=plan, slug="market").gaps == []


def test_the_same_page_sent_twice_adds_once_and_a_new_paste_adds_again(filler, plan):
    seen = hidden(send(filler, plan))
    send(filler, plan, do="add", **seen)
    send(filler, plan, do="add", **seen)
    assert len(sources(plan)) == 2
    confirmed(filler, plan)
    assert len(sources(plan)) == 4


def test_each_bad_line_is_named_and_the_others_can_still_be_added(filler, plan):
    page = send(filler, plan, BAD).content.decode()
    for words in (
        "Line 4",
        "year-month-day",
        "Enter published, posted, person or own offer.",
        "Line 5",
        "must not fall",
    ):
        assert words in page
    response = confirmed(filler, plan, BAD)
    assert sources(plan) == ["Guild table", "Harbour ad"]
    assert "What could not be read was left out." in filler.get(response["Location"]).content.decode()


def test_what_was_changed_after_reading_is_shown_again_before_it_is_added(filler, plan):
    seen = hidden(send(filler, plan))
    response = send(filler, plan, TABLE.replace("122", "999"), do="add", **seen)
    assert response.status_code == 200
    assert "94 to 999" in response.content.decode()
    response = send(filler, plan, do="add", **seen, currency="EUR")
    assert "EUR a year gross" in response.content.decode()
    assert not MarketPoint.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste a table: a line of headings"),
        ("   \n  ", "Paste a table: a line of headings"),
        ("just some words", "The first line must name the columns."),
        ("Source;Low\n", "Nothing in it could be read yet."),
        ("x" * 60_001, "at most 60,000 characters"),
        ("ü" * 30_001, "at most 60,000 characters"),
    ],
)
def test_what_is_no_table_says_what_to_paste(filler, plan, text, words):
    response = send(filler, plan, text)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_without_currency_period_or_basis_it_asks(filler, plan):
    response = filler.post(f"/plans/{plan.pk}/market/paste/", {"text": TABLE, "do": "read"})
    assert response.status_code == 422
    assert response.content.decode().count("Choose one of these.") >= 2


def test_two_hundred_is_the_most_a_plan_holds(filler, plan):
    many = "Source;Low\n" + "\n".join(f"Ad {n};{n + 1}" for n in range(200))
    assert confirmed(filler, plan, many).status_code == 302
    response = confirmed(filler, plan)
    assert response.status_code == 422
    assert "There is room for no more." in response.content.decode()
    assert "Harbour ad" in response.content.decode(), "the table is kept"
    assert len(sources(plan)) == 200


def test_the_room_that_is_left_is_said(filler, plan):
    MarketPoint.objects.bulk_create([MarketPoint(plan=plan, source="x", version=1) for _ in range(199)])
    assert "There is room for 1 more." in confirmed(filler, plan).content.decode()
    assert len(sources(plan)) == 199


HOSTILE = [
    '<script>alert(1)</script>;1\n"><img src=x onerror=alert(2)>;2',
    "=HYPERLINK(1);1\n{{ 7|add:7 }}{% now %};2",
    "\x00\x1b[31m\u202etext;1\n\ufeff\ud7ff;2",
    "a" * 199 + ";1\nb;" + "9" * 400,
    '"unclosed;1\nfine;2',
    ";" * 5000 + "\nfine;2",
]


@pytest.mark.parametrize("lines", HOSTILE)
def test_hostile_text_is_shown_as_text_and_harms_nothing(filler, plan, lines):
    text = f"Source;Low\n{lines}"
    response = send(filler, plan, text)
    assert response.status_code in (200, 422)
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    if response.status_code == 200:
        confirmed(filler, plan, text)
    assert filler.get(f"/plans/{plan.pk}/market/").status_code == 200


def test_a_link_that_would_run_is_refused(filler, plan):
    page = send(filler, plan, "Source;Link;Low\nA;javascript:alert(1);5").content.decode()
    assert "Enter a web address that starts with https://" in page


def test_a_strange_batch_is_a_new_one(filler, plan):
    seal = hidden(send(filler, plan))["seal"]
    assert send(filler, plan, do="add", seal=seal, batch="\x00no id").status_code == 302
    assert len(sources(plan)) == 2


def test_somebody_elses_plan_is_a_404_and_stays_as_it_was(filler):
    theirs = services.plan_start(candidate=people.account("stranger"))
    assert filler.get(f"/plans/{theirs.pk}/market/paste/").status_code == 404
    assert send(filler, theirs, do="add").status_code == 404
    assert not MarketPoint.objects.exists()


def test_htmx_request_is_answered_as_a_page(filler, plan):
    response = filler.post(f"/plans/{plan.pk}/market/paste/", {}, HTTP_HX_REQUEST="true")
    assert response.status_code == 422


def test_two_hundred_lines_are_added_in_few_queries(filler, plan, django_assert_max_num_queries):
    many = "Source;Low\n" + "\n".join(f"Ad {n};{n + 1}" for n in range(200))
    seen = hidden(send(filler, plan, many))
    with django_assert_max_num_queries(25):
        send(filler, plan, many, do="add", **seen)
    assert len(sources(plan)) == 200


@pytest.mark.parametrize(
    "head", ["p25;p50;p75", "p10;p50;p90", "low;median;high", "p10;p25;p50;p75;p90", "low;average"]
)
def test_a_line_keeps_its_meaning_as_an_entry(head):
    cells = ";".join(str(10 * n) for n in range(1, head.count(";") + 2))
    (row,), _ = read_points(f"{head}\n{cells}", currency="EUR", period="month")
    entry = MarketPoint.from_point(row.point)
    again = entry.to_point(Frame(currency="USD", period="year", basis="gross"))
    assert (again.marks, again.center, again.currency) == (row.point.marks, row.point.center, "EUR")
    assert sorted(again.numbers) == sorted(row.point.numbers)
    assert all(isinstance(number, Decimal) for number in again.numbers)
