"""Whole ads, read line by line; what stands beside each of them was checked by hand."""

from __future__ import annotations

import pytest

from negotiation.ad.reading import Kind, read_ad
from tests.ad.reads import NAMES, ad, expected, written


@pytest.mark.parametrize("name", NAMES)
def test_an_ad_is_read_as_was_checked_by_hand(name):
    assert written(read_ad(ad(name))) == expected(name)


def test_there_are_ads_of_many_trades():
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_what_an_employer_offers_is_no_task_and_no_requirement(name):
    offers = ("We offer", "Benefits", "Perks", "Wir bieten", "What’s in it for you", "We can offer", "待遇", "Pay")
    sections = [section for section in read_ad(ad(name)).sections if section.heading in offers]
    assert {line.kind for section in sections for line in section.lines} <= {Kind.LEAVE}


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"lost_bullets", "mixed_german"}))
def test_each_ad_that_says_what_hurts_has_a_line_marked_for_it(name):
    assert any(line.hurts for line in read_ad(ad(name)).lines)
