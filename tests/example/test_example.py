"""The example: whole, read-only, without a database, and leading nowhere but into itself."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from negotiation import typeset
from negotiation.brief import build
from negotiation.example import contents, example
from negotiation.steps import STEPS
from offers.calc.valuation import valuation
from tests.brief.samples import reader

TODAY = date(2026, 11, 22)
PAGES = [
    reverse("example"),
    reverse("example_brief"),
    reverse("example_compare"),
    *(reverse("example_step", args=[step]) for step in STEPS),
]


def page(path):
    return Client().get(path, headers={"accept-language": "en"})


def test_everything_in_the_file_can_be_read():
    assert contents(TODAY).problems == []


def test_every_step_is_done_and_nothing_is_missing():
    shown = example(TODAY)
    assert {slug: state.state for slug, state in shown.states.items()} == {step.slug: "done" for step in STEPS}
    assert [gap for state in shown.states.values() for gap in state.gaps] == []


def test_the_offer_is_a_hundred_acorns_a_year():
    offer, terms = example(TODAY).offers[0]
    worth = valuation(offer.to_terms(terms))
    assert (worth.base, offer.currency, offer.period, offer.basis) == (100, "XAC", "year", "gross")
    assert example(TODAY).plan.offer == offer


def test_what_the_offers_pay_was_checked_by_hand():
    lights, ferry, hall = (valuation(offer.to_terms(terms)) for offer, terms in example(TODAY).offers)
    # Passage 3, lamp and boots 2 once, half of 6 % put aside; courses 2 are likely; the next step after 24 months.
    assert [year.guaranteed for year in lights.years] == [108, 106, Decimal("110.12"), Decimal("110.12")]
    assert lights.years[0].likely == 110
    # 13 x 8, meals 2, 4 once; a bonus of 5, and 20 % on top for 11 of 44 hours.
    assert [year.guaranteed for year in ferry.years] == [110, 106, 106, 106]
    assert ferry.years[0].likely == Decimal("120.2")
    assert [round(year.guaranteed, 2) for year in hall.years] == [
        90,
        Decimal("90.9"),
        Decimal("91.81"),
        Decimal("92.73"),
    ]
    assert (lights.unknown, hall.unknown) == ((), ())
    assert ferry.unknown == ("raise_percent",)


def test_the_counter_of_the_example_asks_for_what_its_plan_opens_with():
    found = contents(TODAY)
    counter = found.rounds[0]
    worth = valuation(counter.to_terms(found.terms[counter.pk]))
    assert (counter.mine, worth.base) == (True, 120)
    assert worth.years[0].guaranteed == Decimal("131.6")  # 120, 3, 2 once, 3.6 put aside, courses 3
    assert counter.of == found.offers["lights"]
    assert found.plans[0].given["zopa"].values.ask_high == worth.base


def test_its_days_are_counted_from_the_day_of_the_visit():
    offer, _ = example(date(2030, 1, 1)).offers[0]
    assert offer.expires == date(2030, 1, 10)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_database_and_offers_a_plan(path):
    response = page(path)
    text = response.content.decode()
    assert response.status_code == 200
    assert "This is an invented example. Nothing here can be changed." in text
    assert "Start a plan" in text
    assert "None" not in text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_and_leads_into_the_example_only(path):
    text = page(path).content.decode()
    main = text[text.index('<nav class="back"') : text.index("<footer")]
    named = re.findall(r"<(?:input|textarea|select)\b[^>]* name=[^>]*>", main)
    assert all("csrfmiddlewaretoken" in field for field in named)
    assert re.findall(r'action="([^"]*)"', main) == [reverse("plans")]
    links = [link for link in re.findall(r'href="([^"]*)"', main) if not link.startswith(("#", "?"))]
    assert path == reverse("example") or reverse("example") in links
    assert all(link.startswith(("/example/", "https://example.org/")) for link in links), links


@pytest.mark.parametrize("path", PAGES)
def test_nothing_can_be_sent(path):
    assert Client().post(path, {"then": "continue"}).status_code == 405


def test_names_and_money_are_where_they_belong():
    text = page(reverse("example_step", args=["zopa"])).content.decode()
    assert "Farther Shore Lights" in page(reverse("example")).content.decode()
    assert "acorns a year gross" in text
    assert "120 acorns a year gross" in text  # the opening: 110 is the middle between 100 and 120
    letters = page(reverse("example_step", args=["letters"])).content.decode()
    assert "the night watch you let me sit in on" in letters
    assert "Maren Quill" in letters


def test_one_can_walk_from_the_first_step_to_the_brief():
    walked, here = [], PAGES[3]
    while here != reverse("example_brief"):
        walked.append(here)
        here = re.search(r'href="([^"]*)">Next in the example', page(here).content.decode())[1]
    assert walked == PAGES[3:]


@pytest.mark.django_db
def test_looking_at_it_makes_no_candidate(django_user_model):
    for path in PAGES:
        page(path)
    assert django_user_model.objects.count() == 0


def test_its_call_sheet_fits_two_pages():
    shown = example(TODAY)
    brief = build(shown.plan.name, STEPS, shown.answers, "private")
    assert len(brief.sheet) > 30, "the example fills its sheet"
    assert len(reader(typeset.pdf(replace(brief, sections=()).as_data())).pages) <= 2
