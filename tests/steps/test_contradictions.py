"""Numbers that cannot all be meant: named on the step and on the hub, with a link, and never in the way."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from groundwork.money import Frame
from negotiation import services
from negotiation.calc.contradictions import Code
from negotiation.models import Alternative, Batna, MarketPoint, Zopa
from negotiation.steps import BY_SLUG
from negotiation.steps.base import Answers, Given
from negotiation.steps.contradictions import WORDS, everywhere, on_step
from tests import people
from tests.steps.sending import HTMX, address, press
from tests.steps.test_rows import add

YEAR = Frame(currency="USD", period="year", basis="gross")


def answers(*alternatives, stored=None, period="year", **values):
    rows = tuple(Alternative(**row) for row in alternatives)
    given = {"zopa": Given(values=Zopa(**values)), "batna": Given(values=Batna(), rows=rows)}
    frame = Frame(currency="USD", period=period, basis="gross")
    today = date(2026, 11, 22)
    return Answers(frame=frame, locale="en", today=today, kind="job", given=given, stored=stored or {})


def texts(found):
    return [each.text for each in found]


def main_text(filler, plan, *rest):
    page = filler.get(address(plan, *rest) if rest else f"/plans/{plan.pk}/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]))


STAY = {"kind": "present_job", "title": "Stay", "value": Decimal(150), "likelihood": Decimal(100)}
POINT = {"kind": "published", "source": "Guild table", "dated": date(2026, 9, 1), "low": 130, "mid": 140, "high": 150}


def test_every_contradiction_has_words_and_a_field_of_a_form():
    assert set(WORDS) == set(Code)
    for text, (field, link) in WORDS.values():
        assert "{by}" in text or "order" in text
        assert link.startswith("Look at ")
        assert field.name == "entries" or field.name in BY_SLUG[field.slug].form.base_fields


def test_they_are_said_with_the_difference_and_what_to_do():
    found = on_step(answers(STAY, floor_fixed=Decimal(120), target_fixed=Decimal(110)), "zopa")
    assert texts(found) == [
        "Your minimum is 10 USD a year gross above what you aim for. Lower the one or raise the other: "
        "both cannot be meant.",
        "What you would do otherwise is worth 40 USD a year gross more than what you aim for here. "
        "Aim higher, or go there.",
    ]
    assert [(each.slug, each.at) for each in found] == [("zopa", "id_floor_fixed"), ("zopa", "id_target_fixed")]


def test_a_step_names_only_what_its_own_numbers_are_part_of():
    given = answers(STAY, floor_fixed=Decimal(120), target_fixed=Decimal(110))
    assert texts(on_step(given, "batna")) == texts(on_step(given, "zopa"))[1:]
    assert on_step(given, "company") == []


def test_the_alternatives_are_compared_in_the_plans_own_period():
    given = answers(STAY, period="month", target_fixed=Decimal(12))
    assert texts(on_step(given, "zopa"))[0].startswith("What you would do otherwise is worth 0.50 USD a month gross")


def test_stored_figures_of_steps_that_are_not_read_count():
    stored = {"market": {"low": "130"}, "redlines": {"red_line": "125"}}
    given = answers(stored=stored, target_fixed=Decimal(120))
    assert [text[:24] for text in texts(on_step(given, "zopa"))] == [
        "What you aim for is 10 U",
        "A red line of yours asks",
    ]


def test_a_red_line_on_base_pay_is_not_held_against_more_than_base_pay():
    stored = {"redlines": {"red_line": "125"}}
    paid = {"counts": "cash", "target_fixed": Decimal(100), "target_variable": Decimal(20)}
    assert on_step(answers(stored=stored, **paid), "zopa") == []


def test_a_market_typed_beside_the_numbers_counts_until_there_are_sources():
    typed = {"target_fixed": Decimal(120), "market_low": Decimal(125)}
    assert "5 USD" in texts(on_step(answers(**typed), "zopa"))[0]
    assert "10 USD" in texts(on_step(answers(stored={"market": {"low": "130"}}, **typed), "zopa"))[0]


def test_minimum_above_target_is_saved_and_named_on_step_and_hub(filler, plan):
    response = press(filler, plan, "zopa", counts="fixed", target_fixed="110", floor_fixed="120")
    assert response.status_code == 302
    assert Zopa.objects.get().floor_fixed == 120
    for page in ([], ["zopa"]):
        assert "Your minimum is 10 USD a year gross above what you aim for." in main_text(filler, plan, *page)
    hub = filler.get(f"/plans/{plan.pk}/").content.decode()
    assert f'href="/plans/{plan.pk}/zopa/#id_floor_fixed">Look at your minimum</a>' in hub
    assert 'id="id_floor_fixed"' in filler.get(address(plan, "zopa")).content.decode()


def test_htmx_request_names_them_while_typing(filler, plan):
    data = {"version": 0, "client": "", "counts": "fixed", "target_fixed": "110", "floor_fixed": "120"}
    page = filler.post(address(plan, "zopa"), data, **HTMX).content.decode()
    assert "above what you aim for" in page
    assert "<html" not in page


def test_on_the_hub_they_vanish_when_another_step_is_changed(filler, plan):
    press(filler, plan, "zopa", counts="fixed", target_fixed="110")
    assert "does not fit" not in main_text(filler, plan)
    add(filler, plan, kind="present_job", title="Stay", value="150", likelihood="100")
    assert "What you would do otherwise is worth 40 USD a year gross more" in main_text(filler, plan)
    row = Alternative.objects.get()
    add(filler, plan, pk=row.pk, version=1, kind="present_job", title="Stay", value="100", likelihood="100")
    assert "does not fit" not in main_text(filler, plan)


def test_a_removed_entry_takes_its_contradiction_with_it_and_brings_it_back(filler, plan):
    press(filler, plan, "zopa", counts="fixed", target_fixed="110")
    add(filler, plan, kind="present_job", title="Stay", value="150", likelihood="100")
    page = filler.post(address(plan, "batna", Alternative.objects.get().pk, "delete"), follow=True).content.decode()
    assert "does not fit" not in main_text(filler, plan)
    filler.post(re.search(r"/undo/[0-9a-f-]{36}/", page)[0])
    assert "does not fit" in main_text(filler, plan)


def test_a_source_of_the_market_speaks_on_the_hub_and_on_the_step(filler, plan):
    press(filler, plan, "zopa", counts="fixed", target_fixed="120")
    MarketPoint.objects.create(plan=plan, version=1, **POINT)
    services.state_refresh(plan=plan, step=BY_SLUG["market"])
    for page in ([], ["zopa"]):
        assert "What you aim for is 10 USD a year gross below the low end" in main_text(filler, plan, *page)


def test_another_period_is_another_comparison(filler, plan):
    press(filler, plan, "zopa", counts="fixed", target_fixed="110")
    add(filler, plan, kind="present_job", title="Stay", value="150", likelihood="100")
    ways = {"stage": "offer", "time": "days", "currency": "USD", "period": "month", "basis": "gross", "title": ""}
    filler.post(f"/plans/{plan.pk}/start/", ways)
    assert "does not fit" not in main_text(filler, plan)


def test_a_profile_has_no_contradictions(mine):
    profile = people.full_profile(mine)
    assert services.state_refresh(plan=profile, step=BY_SLUG["batna"]).figures == {}


@pytest.mark.parametrize("slug", ["zopa", "batna"])
def test_the_pages_cost_the_same_for_few_and_many(filler, mine, slug, django_assert_max_num_queries):
    for plan in (people.empty_plan(mine), people.full_plan(mine)):
        with django_assert_max_num_queries(12):
            filler.get(address(plan, slug))


def test_the_hub_reads_no_answers(mine, django_assert_num_queries):
    from negotiation.views.plan import hub_context

    plan = people.full_plan(mine)
    states = {state.slug: state for state in plan.states.all()}
    with django_assert_num_queries(0):
        hub_context(plan, states)


def test_nothing_that_fits_is_named():
    assert everywhere(answers(floor_fixed=Decimal(1), target_fixed=Decimal(2))) == []
