"""The market in the step zopa: from the sources where there are some, else as it was typed there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact
from groundwork.money import Frame
from negotiation import services
from negotiation.models import Batna, MarketPoint, Zopa
from negotiation.steps import BY_SLUG, zopa
from negotiation.steps.base import Answers, Given
from tests.steps.sending import address, press

YEAR = Frame(currency="USD", period="year", basis="gross")
KEPT = {"low": "130", "high": "150", "median": "140", "middle": "median", "source": "Guild", "dated": "2026-09-01"}
POINT = {"kind": "published", "source": "Guild", "dated": date(2026, 9, 1), "low": 130, "high": 150}


def answers(stored=None, **values):
    given = {"zopa": Given(values=Zopa(**values)), "batna": Given(values=Batna())}
    kept = {"market": stored} if stored else {}
    return Answers(frame=YEAR, locale="en", today=date(2026, 11, 22), kind="job", given=given, stored=kept)


@pytest.fixture
def sourced(plan):
    """A plan with a source on the market that has a median."""
    MarketPoint.objects.create(plan=plan, version=1, currency="USD", mid=140, middle="median", **POINT)
    services.state_refresh(plan=plan, step=BY_SLUG["market"])
    return plan


def test_the_source_caps_the_opening_and_is_named_with_its_date():
    result = zopa.results(answers(KEPT, offer_fixed=Decimal(125), target_fixed=Decimal(140)))
    assert result["opening_text"] == "150 USD a year gross"
    assert "more than your source supports (Guild, 1 September 2026): 150 USD" in result["derivation"]


def test_the_source_rules_over_what_was_typed_before():
    given = answers(KEPT, market_low=Decimal(1), market_high=Decimal(2), target_fixed=Decimal(140))
    bands = {place.band.key: place.band for place in zopa.results(given)["picture"].wide.bands}
    assert (bands["market"].low, bands["market"].high) == (130, 150)


def test_without_sources_what_was_typed_counts_and_is_named():
    typed = {"market_high": Decimal(150), "market_source": "A friend"}
    result = zopa.results(answers(offer_fixed=Decimal(125), target_fixed=Decimal(140), **typed))
    assert "your source supports (A friend): 150 USD" in result["derivation"]


def test_the_median_stands_beside_the_ask_and_the_market_is_not_asked_for_again(filler, sourced):
    page = filler.get(address(sourced, "zopa")).content.decode()
    said = "The median of the market, where half are paid less and half more: 140 USD a year gross (Guild, 1 September"
    assert said in page
    assert page.index(said) < page.index('name="opening"') < page.index(said) + 1000
    assert 'name="market_high"' not in page
    assert f'href="/plans/{sourced.pk}/market/">See the sources' in page


def test_a_source_without_a_middle_says_nothing_beside_the_ask(filler, plan):
    MarketPoint.objects.create(plan=plan, version=1, currency="USD", **POINT)
    services.state_refresh(plan=plan, step=BY_SLUG["market"])
    page = filler.get(address(plan, "zopa")).content.decode()
    assert "of the market, where" not in page
    assert "Leave it blank to use the number worked out for you" in page


def test_what_was_typed_before_stays_and_comes_back_when_the_source_goes(filler, sourced):
    Zopa.objects.create(plan=sourced, market_low=1, market_high=2, target_fixed=140)
    press(filler, sourced, "zopa", counts="fixed", target_fixed="145")
    assert Zopa.objects.get().market_high == 2
    filler.post(address(sourced, "market", MarketPoint.objects.get().pk, "delete"))
    page = filler.get(address(sourced, "zopa")).content.decode()
    assert 'name="market_high" value="2"' in page


def test_a_source_fills_the_gap_on_the_hub_without_another_visit(filler, plan):
    press(filler, plan, "zopa", counts="fixed")
    waits = [gap["blocks"] for gap in plan.states.get(slug="zopa").gaps]
    assert "the number you open with" in waits
    MarketPoint.objects.create(plan=plan, version=1, currency="USD", **POINT)
    services.state_refresh(plan=plan, step=BY_SLUG["market"])
    waits = [gap["blocks"] for gap in plan.states.get(slug="zopa").gaps]
    assert "the number you open with" not in waits


def test_a_source_fills_it_before_the_numbers_are_begun_too(filler, sourced):
    page = filler.get(f"/plans/{sourced.pk}/").content.decode()
    assert "#id_floor_fixed" in page
    assert "a number that a source supports" not in page.lower()
    assert "#id_market_high" not in page


def test_the_shared_brief_repeats_a_typed_market_only_where_there_is_no_source():
    typed = {"market_low": Decimal(118), "market_high": Decimal(160)}

    def shared(*args):
        return {b.label for b in zopa.brief(answers(*args, **typed)) if b.shareable and isinstance(b, Fact)}

    assert shared() == {"The market"}
    assert shared(KEPT) == set()
