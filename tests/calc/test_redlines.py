"""Red lines against what an offer says: held, broken, or not known."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.redlines import Kind, OfferFacts, Reason, RedLine, Verdict, check, check_all

D = Decimal
HELD, BROKEN, UNKNOWN = Verdict.HELD, Verdict.BROKEN, Verdict.UNKNOWN
FACTS = OfferFacts(
    base=D(60),
    hours_week=D(40),
    commute_minutes=D(30),
    commute_days=D(2),
    remote_days=D(3),
    days_week=D(5),
    place="Zürich, Switzerland",
    role="Senior nurse",
)


def line(kind, limit=None, **more):
    return RedLine(kind=kind, limit=None if limit is None else D(limit), **more)


@pytest.mark.parametrize(
    ("kind", "limit", "verdict", "found"),
    [
        (Kind.OFFICE_DAYS_MAX, 2, HELD, 2),
        (Kind.OFFICE_DAYS_MAX, 1, BROKEN, 2),
        (Kind.HOURS_MAX, 40, HELD, 40),
        (Kind.HOURS_MAX, "39.9", BROKEN, 40),
        (Kind.COMMUTE_MAX, 30, HELD, 30),
        (Kind.COMMUTE_MAX, 29, BROKEN, 30),
        (Kind.BASE_MIN, 60, HELD, 60),
        (Kind.BASE_MIN, 61, BROKEN, 60),
    ],
)
def test_a_number_at_its_limit_holds_and_beyond_it_breaks(kind, limit, verdict, found):
    checked = check(line(kind, limit), FACTS)
    assert (checked.verdict, checked.found) == (verdict, found)
    assert checked.reason is (Reason.WITHIN if verdict is HELD else Reason.BEYOND)


@pytest.mark.parametrize("kind", [Kind.OFFICE_DAYS_MAX, Kind.HOURS_MAX, Kind.COMMUTE_MAX, Kind.BASE_MIN])
def test_what_the_offer_or_the_line_does_not_say_is_not_known(kind):
    silent, open_line = check(line(kind, 5), OfferFacts()), check(line(kind), FACTS)
    assert (silent.verdict, silent.reason, silent.found) == (UNKNOWN, Reason.NOT_SAID, None)
    assert (open_line.verdict, open_line.reason) == (UNKNOWN, Reason.NO_LIMIT)


@pytest.mark.parametrize("kind", [Kind.OFFICE_DAYS_MAX, Kind.HOURS_MAX, Kind.COMMUTE_MAX, Kind.BASE_MIN])
def test_nothing_is_a_number_too(kind):
    nothing = OfferFacts(base=D(0), hours_week=D(0), commute_minutes=D(0), commute_days=D(0))
    assert check(line(kind, 0), nothing).verdict is HELD


def test_unpaid_hours_that_are_not_known_may_break_the_line_yet():
    may_be_more = replace(FACTS, hours_are_all=False)
    checked = check(line(Kind.HOURS_MAX, 45), may_be_more)
    assert (checked.verdict, checked.reason) == (UNKNOWN, Reason.MAY_BE_MORE)
    assert check(line(Kind.HOURS_MAX, 39), may_be_more).verdict is BROKEN


@pytest.mark.parametrize(
    ("commute", "remote", "week", "days"),
    [(2, 3, 5, 2), (None, 3, 5, 2), (None, 3, None, None), (None, None, 5, None), (1, 2, 5, 3), (None, 7, 5, 0)],
)
def test_days_in_the_office_are_told_or_what_remote_days_leave(commute, remote, week, days):
    given = {"commute_days": commute, "remote_days": remote, "days_week": week}
    facts = OfferFacts(**{name: None if at is None else D(at) for name, at in given.items()})
    assert facts.office_days == days


def test_who_never_commutes_is_never_too_far():
    far = OfferFacts(commute_minutes=D(90), commute_days=D(0))
    assert check(line(Kind.COMMUTE_MAX, 30), far).reason is Reason.NO_COMMUTE
    assert check(line(Kind.COMMUTE_MAX, 30), replace(far, commute_minutes=None)).verdict is HELD


@pytest.mark.parametrize(
    ("kind", "limit", "exception", "tolerated"),
    [
        (Kind.OFFICE_DAYS_MAX, 1, None, None),
        (Kind.OFFICE_DAYS_MAX, 1, 2, True),
        (Kind.OFFICE_DAYS_MAX, 0, 1, False),
        (Kind.BASE_MIN, 65, 60, True),
        (Kind.BASE_MIN, 65, 61, False),
    ],
)
def test_a_tolerated_exception_is_noted_and_not_counted_as_held(kind, limit, exception, tolerated):
    most = None if exception is None else D(exception)
    told = line(kind, limit, exception="for the first month", exception_limit=most)
    checked = check(told, FACTS)
    assert (checked.verdict, checked.tolerated) == (BROKEN, tolerated)
    assert checked.line.exception == "for the first month"


@pytest.mark.parametrize(
    ("text", "place", "verdict"),
    [
        ("Zurich", "Zürich, Switzerland", HELD),
        ("ZÜRICH", "zurich", HELD),
        ("Bern or Zurich", "Zürich", HELD),
        ("Bern / Basel", "Zürich", BROKEN),
        ("Rome", "Romerike", BROKEN),
        ("Remote, Europe", "remote (Europe)", HELD),
        ("Europe, remote", "remote, Europe", BROKEN),
        ("東京", "東京都", HELD),
        ("大阪", "東京都", BROKEN),
        ("Zurich", "", UNKNOWN),
        ("", "Zürich", UNKNOWN),
        (" / or ", "Zürich", UNKNOWN),
        ("or", "Portland, OR", UNKNOWN),
    ],
)
def test_a_place_holds_where_the_offer_names_it(text, place, verdict):
    assert check(line(Kind.PLACE, text=text), OfferFacts(place=place)).verdict is verdict


@pytest.mark.parametrize(
    ("text", "role", "verdict", "reason"),
    [
        ("senior", "Senior nurse", HELD, Reason.NAMED),
        ("head or lead", "Team lead", HELD, Reason.NAMED),
        ("lead", "Leading nurse", UNKNOWN, Reason.NOT_NAMED),
        ("C++ senior", "C++ Senior developer", HELD, Reason.NAMED),
        ("senior", "", UNKNOWN, Reason.NOT_SAID),
        ("", "Nurse", UNKNOWN, Reason.NO_LIMIT),
    ],
)
def test_a_title_that_does_not_name_the_level_says_nothing(text, role, verdict, reason):
    checked = check(line(Kind.LEVEL, text=text), OfferFacts(role=role))
    assert (checked.verdict, checked.reason, checked.found) == (verdict, reason, role or None)


@pytest.mark.parametrize("kind", [Kind.TRAVEL, Kind.OWN])
@pytest.mark.parametrize("ticked", list(Verdict))
def test_lines_of_my_own_are_ticked_by_hand(kind, ticked):
    checked = check(line(kind, text="no nights away"), FACTS, ticked)
    reason = Reason.NOT_TICKED if ticked is UNKNOWN else Reason.TICKED
    assert (checked.verdict, checked.reason) == (ticked, reason)


def test_a_tick_overrules_words_and_fills_in_for_numbers_and_overrules_none():
    place, hours = line(Kind.PLACE, text="Bern"), line(Kind.HOURS_MAX, 39)
    assert [check(place, FACTS, tick).verdict for tick in (HELD, BROKEN, UNKNOWN)] == [HELD, BROKEN, BROKEN]
    assert [check(hours, FACTS, tick).verdict for tick in Verdict] == [BROKEN] * 3
    assert [check(hours, OfferFacts(), tick).verdict for tick in (HELD, BROKEN, UNKNOWN)] == [HELD, BROKEN, UNKNOWN]


def test_one_broken_line_puts_an_offer_out():
    lines = (line(Kind.HOURS_MAX, 45), line(Kind.OWN, text="no night shifts"), line(Kind.PLACE, text="Bern"))
    found = check_all(lines, FACTS)
    assert [checked.verdict for checked in found.lines] == [HELD, UNKNOWN, BROKEN]
    assert (found.out, [checked.line for checked in found.of(BROKEN)]) == (True, [lines[2]])
    kept = check_all(lines, FACTS, [UNKNOWN, HELD, HELD])
    assert (kept.out, len(kept.of(HELD))) == (False, 3)
    assert (check_all((), FACTS).out, check_all((), FACTS).lines) == (False, ())
    with pytest.raises(ValueError, match="zip"):
        check_all(lines, FACTS, [HELD])


numbers = st.none() | st.integers(min_value=0, max_value=8).map(D)
words = st.sampled_from(["", "Bern", "Basel", "Bern or Basel"])
red_lines = st.builds(
    RedLine, kind=st.sampled_from(Kind), limit=numbers, text=words, exception=words, exception_limit=numbers
)
offers = st.builds(
    OfferFacts,
    hours_are_all=st.booleans(),
    place=words,
    role=words,
    **{field.name: numbers for field in fields(OfferFacts) if field.type == "Decimal | None"},
)


@given(red_lines, offers, st.sampled_from(Verdict))
def test_every_line_has_one_verdict_with_its_reason(red_line, facts, ticked):
    checked = check(red_line, facts, ticked)
    assert (checked.verdict is UNKNOWN) <= (ticked is UNKNOWN)
    assert checked.tolerated is None or checked.verdict is BROKEN


@given(red_lines, offers, numbers)
def test_an_exception_never_changes_the_verdict(red_line, facts, exception):
    other = replace(red_line, exception="twice a year", exception_limit=exception)
    assert check(other, facts).verdict is check(red_line, facts).verdict


@given(st.sampled_from([Kind.OFFICE_DAYS_MAX, Kind.HOURS_MAX, Kind.COMMUTE_MAX]), offers, numbers, numbers)
def test_a_wider_limit_never_breaks_what_held(kind, facts, one, other):
    if one is not None and other is not None and check(line(kind, min(one, other)), facts).verdict is HELD:
        assert check(line(kind, max(one, other)), facts).verdict is HELD
