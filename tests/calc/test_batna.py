"""The whole of the step on alternatives: three numbers, a suggested floor, strength in words."""

from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.batna import (
    NO_LIMIT,
    Alternative,
    BatnaTerms,
    Strength,
    batna,
    financial_need,
    runway,
    strength,
)

D = Decimal


def alternative(name, value, likelihood, months=0, *, kind="offer", group=""):
    value, likelihood, months = (None if x is None else D(x) for x in (value, likelihood, months))
    return Alternative(name=name, kind=kind, value=value, likelihood=likelihood, months=months, group=group)


NORTH = alternative("North", 150, 50)
SOUTH = alternative("South", 135, 60)
STAY = alternative("Stay", 120, 100, kind="present_job")
TERMS = BatnaTerms(alternatives=(NORTH, SOUTH, STAY), horizon_months=24)


def test_certain_expected_and_hoped_for_stand_together():
    found = batna(TERMS)
    assert (found.certain.worth, found.expected, found.hoped.worth) == (120, D("139.5"), 150)
    assert (found.certain.alternative, found.hoped.alternative) == (STAY, NORTH)
    assert found.chance_of_fallback == Fraction(1, 5)
    assert [outcome.weight for outcome in found.outcomes] == [Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)]


def test_time_counts():
    later = (
        alternative("North", 150, 50, 1),
        alternative("South", 135, 60, 2),
        alternative("Stay", 110, 100, 5),
    )
    found = batna(replace(TERMS, alternatives=later))
    assert round(found.expected, 4) == D("126.4167")
    assert round(found.certain.worth, 4) == D("87.0833")
    assert found.hoped.worth == D("143.75")


def test_odds_that_are_not_known_count_in_what_is_hoped_for_only():
    dream = alternative("Dream", 200, None)
    found = batna(replace(TERMS, alternatives=(*TERMS.alternatives, dream)))
    assert (found.expected, found.hoped.alternative) == (D("139.5"), dream)
    assert found.outcomes[-1].weight is None


def test_no_odds_and_no_value_count_nowhere():
    none = (alternative("Never", 300, 0), alternative("Blank", None, 100), alternative("Open", None, None))
    found = batna(replace(TERMS, alternatives=(*none, *TERMS.alternatives)))
    assert (found.certain.worth, found.expected, found.hoped.worth) == (120, D("139.5"), 150)
    assert [outcome.worth for outcome in found.outcomes[:3]] == [300, None, None]


def test_without_anything_certain_the_expected_value_is_not_known():
    found = batna(replace(TERMS, alternatives=(NORTH, SOUTH), offer=D(130)))
    assert (found.certain, found.expected, found.chance_of_fallback) == (None, None, None)
    assert (found.hoped.worth, found.reservation, found.strength) == (150, None, None)


def test_the_best_of_several_certain_ones_is_the_fallback():
    found = batna(replace(TERMS, alternatives=(alternative("Stay", 100, 100), STAY, NORTH)))
    assert [outcome.weight for outcome in found.outcomes] == [None, Fraction(1, 2), Fraction(1, 2)]


def test_an_offer_is_beaten_from_a_likelihood_on():
    found = batna(replace(TERMS, offer=D(125)))
    assert [outcome.break_even for outcome in found.outcomes] == [Fraction(1, 6), Fraction(1, 3), None]


SHORT = {"savings": D(2_000), "outgoings": D(3_000), "income": D(2_000)}


@pytest.mark.parametrize(
    ("choice", "means", "value", "which", "picked"),
    [
        ("", {}, "139.5", "expected", "default"),
        ("", SHORT, "120", "certain", "default"),
        ("", SHORT | {"savings": D(3_000)}, "139.5", "expected", "default"),
        ("hoped", SHORT, "150", "hoped", "chosen"),
        ("certain", {}, "120", "certain", "chosen"),
        ("expected", SHORT, "139.5", "expected", "chosen"),
    ],
)
def test_the_person_picks_the_reservation_value(choice, means, value, which, picked):
    found = batna(replace(TERMS, choice=choice, **means)).reservation
    assert (found.value, found.which, found.picked) == (D(value), which, picked)


@pytest.mark.parametrize(
    ("outgoings", "motivation", "amount", "binds"),
    [
        (None, None, "139.5", "reservation"),
        (None, 150, 150, "motivation"),
        (10, 130, 150, "need"),
        (9, "139.5", "139.5", "reservation"),
    ],
)
def test_the_suggested_floor_names_what_binds(outgoings, motivation, amount, binds):
    outgoings, motivation = (None if x is None else D(x) for x in (outgoings, motivation))
    terms = replace(TERMS, outgoings=outgoings, tax_percent=D(20), motivation_floor=motivation)
    found = batna(terms).suggested
    assert (found.amount, found.binds) == (D(amount), binds)


@pytest.mark.parametrize(("typed", "below"), [(None, False), (139, True), ("139.5", False), (140, False)])
def test_a_typed_floor_below_the_suggested_is_said_and_kept(typed, below):
    found = batna(replace(TERMS, typed_floor=None if typed is None else D(typed)))
    assert (found.typed_is_below, found.suggested.amount) == (below, D("139.5"))


def test_financial_need_comes_from_outgoings_and_tax():
    assert round(financial_need(D(3_200), D(30))) == 54_857
    assert financial_need(D(3_200), D(0)) == 38_400
    for terms in ((None, D(30)), (D(3_200), None), (D(3_200), D(100)), (D(3_200), D(-1))):
        assert financial_need(*terms) is None


@pytest.mark.parametrize(
    ("savings", "outgoings", "income", "months"),
    [
        (9_000, 3_000, 0, 3),
        (9_000, 3_000, 1_200, 5),
        (0, 3_000, 0, 0),
        (9_000, 3_000, 3_000, NO_LIMIT),
        (None, 3_000, 3_500, NO_LIMIT),
        (None, 3_000, 0, None),
        (9_000, None, 0, None),
        (9_000, 3_000, None, None),
    ],
)
def test_savings_last_for_a_runway(savings, outgoings, income, months):
    assert runway(*(None if x is None else D(x) for x in (savings, outgoings, income))) == months


def test_the_result_tells_a_short_runway_from_one_without_limit():
    short = batna(replace(TERMS, **SHORT))
    assert (short.runway, short.runway_has_no_limit, short.runway_is_short) == (2, False, True)
    endless = batna(replace(TERMS, outgoings=D(3), income=D(3)))
    assert (endless.runway, endless.runway_has_no_limit, endless.runway_is_short) == (None, True, False)
    unknown = batna(TERMS)
    assert (unknown.runway, unknown.runway_has_no_limit, unknown.runway_is_short) == (None, False, False)


@pytest.mark.parametrize(
    ("certain", "expected", "against", "lasts", "word"),
    [
        (120, 139, 120, None, Strength.STRONG),
        (120, 139, 139, None, Strength.FAIR),
        (120, 139, 140, None, Strength.WEAK),
        (120, 139, 120, D("2.9"), Strength.WEAK),
        (120, 139, 120, D(3), Strength.STRONG),
        (120, 139, 120, NO_LIMIT, Strength.STRONG),
        (120, 139, None, None, None),
        (None, None, 120, None, None),
    ],
)
def test_strength_is_said_in_words(certain, expected, against, lasts, word):
    assert strength(certain, expected, against=against, runway=lasts) == word


def test_strength_is_against_the_offer_and_else_against_the_target():
    assert batna(replace(TERMS, offer=D(120), target=D(150))).strength is Strength.STRONG
    assert batna(replace(TERMS, target=D(150))).strength is Strength.WEAK


LOOKING = alternative("Look on", 0, 100, kind="keep_looking")


@pytest.mark.parametrize(
    ("alternatives", "one"),
    [
        ((), False),
        ((STAY, LOOKING), True),
        ((STAY, NORTH), True),
        ((STAY, NORTH, alternative("Gone", 150, 0)), True),
        ((NORTH, SOUTH), False),
    ],
)
def test_all_on_one_card_is_named(alternatives, one):
    assert batna(replace(TERMS, alternatives=alternatives)).one_live_process is one


def test_an_unknown_start_counts_as_now_and_is_named():
    found = batna(replace(TERMS, alternatives=(alternative("North", 150, 50, None), STAY)))
    assert (found.outcomes[0].worth, found.start_not_known) == (150, ("North",))


money = st.none() | st.decimals(min_value=0, max_value=10**12, places=2)
percents = st.none() | st.decimals(min_value=0, max_value=100, places=1)
alternatives = st.builds(
    Alternative,
    name=st.text(max_size=3),
    kind=st.sampled_from(["offer", "present_job", "runway", "other"]),
    value=money,
    likelihood=percents | st.just(D(100)),
    months=st.none() | st.integers(min_value=0, max_value=60).map(D),
    group=st.sampled_from(["", "a"]),
)
amounts = {field.name: money for field in fields(BatnaTerms) if field.type == "Decimal | None"}


@given(
    st.builds(
        BatnaTerms,
        alternatives=st.lists(alternatives, max_size=6).map(tuple),
        horizon_months=st.integers(min_value=0, max_value=60),
        choice=st.sampled_from(["", "certain", "expected", "hoped"]),
        **amounts | {"tax_percent": percents},
    )
)
def test_any_combination_of_answers_has_a_result(terms):
    found = batna(terms)
    assert found.terms is terms
    assert found.strength in (*Strength, None)
    if found.certain is not None:
        assert found.certain.worth <= found.hoped.worth
        assert found.certain.worth <= found.expected <= found.hoped.worth
    if found.expected is not None:
        weights = [outcome.weight for outcome in found.outcomes if outcome.weight is not None]
        assert sum(weights) == 1
    if found.suggested is not None:
        bounds = (found.need, terms.motivation_floor, found.reservation and found.reservation.value)
        assert found.suggested.amount == max(bound for bound in bounds if bound is not None)
