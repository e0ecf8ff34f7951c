"""The whole of the position step: what rules, what binds, what is worth a notice."""

from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.calc.zopa import Notice, OpeningRule, Pay, Place, RangeKind, ZopaTerms, zopa

D = Decimal
TERMS = ZopaTerms(
    target=Pay(fixed=D(140)),
    floor=Pay(fixed=D(120)),
    offer=Pay(fixed=D(125)),
    their_low=D(130),
    their_likely=D(145),
    their_high=D(160),
    market_low=D(118),
    market_high=D(158),
    ask_low=D(140),
    ask_high=D(147),
    batna=D(115),
    raise_percent=D(5),
    years=2,
)


def test_pay_is_compared_part_by_part():
    pay = Pay(fixed=D(100), variable=D(10))
    assert (pay.total("fixed"), pay.total("cash"), pay.total("all")) == (100, 110, None)
    assert pay.missing("all") == ("equity",)
    assert Pay(fixed=D(100), variable=D(0), equity=D(0)).total("all") == 100
    assert Pay().total("fixed") is None
    assert Pay().missing("all") == ()
    assert Pay(variable=D(5)).missing("fixed") == ("fixed",)


def test_everything_known_gives_everything():
    found = zopa(TERMS)
    assert (found.floor, found.target, found.offer, found.walk_away) == (120, 140, 125, 120)
    assert (found.at_likely.zone.width, found.at_high.zone.width) == (25, 40)
    assert (found.at_likely.offer_share, found.at_likely.target_share) == (Fraction(1, 5), Fraction(4, 5))
    assert (found.at_high.offer_share, found.at_high.target_share) == (Fraction(1, 8), Fraction(1, 2))
    assert (found.opening.amount, found.opening.rule) == (155, OpeningRule.MIDPOINT)
    assert found.form.kind is RangeKind.BOLSTERING
    assert (found.chance, found.binds, found.notices) == (1, "floor", ())
    assert (found.floor_position.share, found.target_position.share) == (Fraction(1, 20), Fraction(11, 20))
    assert (found.offer_position.share, found.opening_position.place) == (Fraction(7, 40), Place.WITHIN)


def test_each_end_of_the_range_has_its_cost_against_the_target():
    found = zopa(replace(TERMS, ask_low=D(138), ask_high=D(147))).cost_later
    assert (found.low, found.high, found.between) == (D("4.10"), D("-14.35"), D("18.45"))
    assert (found.years, found.raise_percent) == (2, 5)


def test_the_typed_floor_rules_and_a_better_alternative_is_named():
    found = zopa(replace(TERMS, batna=D(130)))
    assert (found.walk_away, found.binds) == (120, "batna")
    assert found.at_likely.zone.minimum == 120
    assert found.notices == (Notice.BATNA_ABOVE_FLOOR, Notice.BATNA_ABOVE_OFFER)


@pytest.mark.parametrize(
    ("floor", "batna", "binds"),
    [(None, None, None), (120, None, "floor"), (None, 115, "batna"), (120, 120, "both"), (120, 115, "floor")],
)
def test_what_binds_is_named(floor, batna, binds):
    batna = None if batna is None else D(batna)
    floor = Pay(fixed=None if floor is None else D(floor))
    assert zopa(ZopaTerms(floor=floor, batna=batna)).binds == binds


def test_without_a_zone_the_gap_says_what_would_have_to_change():
    found = zopa(replace(TERMS, floor=Pay(fixed=D(150)), target=Pay(fixed=D(155))))
    assert (found.at_likely.zone.exists, found.at_likely.zone.gap) == (False, 5)
    assert found.at_likely.offer_share is None
    assert found.at_high.zone.exists
    assert found.chance == Fraction(2, 9)


def test_the_number_the_person_typed_is_the_opening_and_the_suggestion_stays_beside_it():
    found = zopa(replace(TERMS, opening=D(149)))
    assert (found.opening.amount, found.opening.rule, found.opening.step) == (149, OpeningRule.OWN, None)
    assert found.suggested.amount == 155


NOTICES = [
    ({"floor": Pay(fixed=D(141))}, Notice.TARGET_BELOW_FLOOR),
    ({"floor": Pay(fixed=D(126))}, Notice.FLOOR_ABOVE_OFFER),
    ({"batna": D(121)}, Notice.BATNA_ABOVE_FLOOR),
    ({"batna": D(126)}, Notice.BATNA_ABOVE_OFFER),
    ({"offer": Pay(fixed=D(140))}, Notice.OFFER_MEETS_TARGET),
    ({"their_likely": D(119), "offer": Pay(fixed=D(110))}, Notice.NO_ZONE_AT_LIKELY),
    ({"their_high": D(119), "offer": Pay(fixed=D(110))}, Notice.NO_ZONE_AT_HIGH),
    ({"market_low": None, "market_high": D(119)}, Notice.FLOOR_ABOVE_MARKET),
    ({"market_high": D(139)}, Notice.TARGET_ABOVE_MARKET),
    ({"market_low": D(141)}, Notice.TARGET_BELOW_MARKET),
    ({"opening": D(159)}, Notice.OPENING_ABOVE_MARKET),
    ({"opening": D(117)}, Notice.OPENING_BELOW_MARKET),
    ({"opening": D(139)}, Notice.OPENING_BELOW_TARGET),
    ({"opening": D(124)}, Notice.OPENING_BELOW_OFFER),
    ({"opening": D(119)}, Notice.OPENING_BELOW_FLOOR),
    ({"ask_low": D(119)}, Notice.ASK_BELOW_FLOOR),
    ({"ask_low": D(130), "ask_high": D(140)}, Notice.ASK_BACKDOWN),
    ({"ask_low": D(148)}, Notice.ASK_REVERSED),
    ({"their_low": D(146)}, Notice.THEIR_RANGE_ORDER),
    ({"their_likely": None, "their_low": D(161)}, Notice.THEIR_RANGE_ORDER),
    ({"market_low": D(159)}, Notice.MARKET_ORDER),
]


@pytest.mark.parametrize(("change", "notice"), NOTICES, ids=[str(notice) for _, notice in NOTICES])
def test_a_number_that_does_not_fit_is_noticed(change, notice):
    assert notice not in zopa(TERMS).notices
    assert notice in zopa(replace(TERMS, **change)).notices


def test_every_notice_has_a_case():
    assert {notice for _, notice in NOTICES} == set(Notice)


def test_a_number_on_the_edge_is_no_notice():
    edge = replace(TERMS, floor=Pay(fixed=D(125)), batna=D(125), market_low=D(125), market_high=D(155))
    assert zopa(edge).notices == ()


def test_a_market_the_wrong_way_round_defends_nothing():
    found = zopa(replace(TERMS, market_low=D(159), market_high=D(130)))
    assert (found.opening.cap, found.target_position) == (None, None)


def test_nothing_known_gives_nothing_and_no_notice():
    found = zopa(ZopaTerms())
    assert (found.opening.amount, found.opening.rule) == (None, OpeningRule.NEEDS_SOURCE)
    rest = {field.name for field in fields(found)} - {"terms", "opening", "suggested", "notices"}
    assert all(getattr(found, name) is None for name in rest)
    assert found.notices == ()


money = st.none() | st.decimals(min_value=0, max_value=10**12, places=2)
pays = st.builds(Pay, fixed=money, variable=money, equity=money)
amounts = {field.name: money for field in fields(ZopaTerms) if field.type == "Decimal | None"}
any_terms = st.builds(
    ZopaTerms,
    **amounts
    | {
        "counts": st.sampled_from(["fixed", "cash", "all"]),
        "target": pays,
        "floor": pays,
        "offer": pays,
        "years": st.none() | st.integers(min_value=-5, max_value=10_000),
        "raise_percent": st.none() | st.decimals(min_value=-200, max_value=200, places=2),
    },
)


@settings(max_examples=500)
@given(any_terms)
def test_any_combination_of_answers_has_a_result(terms):
    found = zopa(terms)
    assert found.terms is terms
    assert found.walk_away == terms.floor.total(terms.counts)
    assert (found.chance is None) or 0 <= found.chance <= 1
    assert len(set(found.notices)) == len(found.notices)
    for against in (found.at_likely, found.at_high):
        assert against is None or against.zone.exists == (against.zone.gap == 0)


@given(any_terms)
def test_a_part_that_does_not_count_changes_nothing(terms):
    base = replace(terms, counts="fixed")
    other = replace(base, offer=replace(base.offer, variable=D(7), equity=D(9)))
    assert replace(zopa(base), terms=other) == zopa(other)


def test_what_they_have_offered_they_can_pay():
    """An offer of 125 over a minimum of 120 is room, whatever was believed of their maximum."""
    found = zopa(replace(TERMS, their_low=D(100), their_likely=D(110), their_high=D(115)))
    assert found.at_likely is not None
    assert (found.at_likely.zone.exists, found.at_likely.zone.width) == (True, 5)
    assert found.chance == 1
    assert found.terms.their_likely == 110, "what was typed stays as it was typed"
