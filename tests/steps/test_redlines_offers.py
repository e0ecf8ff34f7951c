"""What a candidate says of each offer by hand, and which offers of theirs are held against the red lines."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from groundwork.removing import put_back, remove
from negotiation.models import RedLine, RedLineMark
from negotiation.steps import STEPS
from negotiation.steps.loading import load
from offers.models import Offer, Rate, Term
from tests import people
from tests.steps.sending import address, autosave, beside, press

SEEN = date(2026, 3, 2)


@pytest.fixture
def two(plan, mine):
    """A red line of one's own, and two offers."""
    row = RedLine.objects.create(plan=plan, kind="own", text="No nights", version=1)
    return row, *(Offer.objects.create(candidate=mine, employer=name, version=1) for name in ("Mill", "Dairy"))


def mark(filler, plan, row, one, now):
    return beside(filler, plan, "redlines", {f"mark.{row.pk}.{one.pk}": now})


def test_marks_are_kept_changed_and_taken_back(filler, plan, two):
    row, mill, dairy = two
    assert mark(filler, plan, row, mill, "broken").status_code == 302
    mark(filler, plan, row, dairy, "held")
    page = filler.get(address(plan, "redlines")).content.decode()
    assert "Out as it stands" in page
    assert "Holds every red line" in page
    mark(filler, plan, row, mill, "held")
    mark(filler, plan, row, dairy, "")
    assert [(kept.offer_id, kept.said) for kept in RedLineMark.objects.all()] == [(mill.pk, "held")]


def test_what_is_chosen_shows_in_panel_and_table_at_once(filler, plan, two):
    row, mill, _ = two
    sent = {"client": str(uuid.uuid4()), "seq": 1, "seen": 0}
    page = autosave(filler, plan, "redlines", **sent, **{f"mark.{row.pk}.{mill.pk}": "broken"}).content.decode()
    table = page[page.index('<section id="against"') :]
    assert 'hx-swap-oob="true"' in table[: table.index(">")]
    assert "Broken" in table
    whole = filler.get(address(plan, "redlines")).content.decode()
    assert 'id="against"' in whole
    assert "hx-swap-oob" not in whole[whole.index('<section id="against"') :]


def test_an_older_page_does_not_take_back_what_another_one_said(filler, plan, two):
    row, mill, dairy = two
    mark(filler, plan, row, mill, "broken")
    stale = {f"mark.{row.pk}.{mill.pk}": "", f"mark.{row.pk}.{dairy.pk}": "held", "ended": ""}
    assert press(filler, plan, "redlines", version=0, **stale).status_code == 409
    assert dict(RedLineMark.objects.values_list("offer_id", "said")) == {mill.pk: "broken"}


def test_marks_are_only_for_ones_own_lines_and_offers_as_they_stand(filler, plan, two, mine):
    row, mill, _ = two
    other = people.account("stranger")
    foreign = Offer.objects.create(candidate=other, employer="Secret")
    theirs = RedLine.objects.create(plan=people.empty_plan(other), kind="own", text="Secret")
    earlier = Offer.objects.create(candidate=mine, of=mill)
    for line_, one in ((row, foreign), (theirs, mill), (row, earlier)):
        assert mark(filler, plan, line_, one, "held").status_code == 302
    wrong = {"mark.x.y": "held", f"mark.{row.pk}.{mill.pk}": "splendid", "mark": "held"}
    assert beside(filler, plan, "redlines", wrong).status_code == 302
    assert not RedLineMark.objects.exists()


@pytest.mark.parametrize("first", [0, 1])
def test_a_line_or_an_offer_comes_back_without_what_was_said_of_one_that_is_gone(two, mine, first):
    row, mill, _ = two
    RedLineMark.objects.create(row=row, offer=mill, said="held")
    pair = [row, mill] if first == 0 else [mill, row]
    kept = [type(one).objects.filter(pk=one.pk) for one in pair]
    removed = [remove(one, candidate_id=mine.pk, title="gone", back_to="/plans/") for one in pair]
    for rows, way_back in zip(kept, removed, strict=True):
        assert not rows.exists()
        put_back(way_back)
        assert rows.exists()
    assert not RedLineMark.objects.exists()


def test_what_was_said_comes_back_with_the_line(two, mine):
    row, mill, _ = two
    RedLineMark.objects.create(row=row, offer=mill, said="broken")
    pk = row.pk
    put_back(remove(row, candidate_id=mine.pk, title="gone", back_to="/plans/"))
    assert RedLineMark.objects.get(row=pk, offer=mill).said == "broken"


def test_only_what_the_plan_compares_is_checked_and_never_an_earlier_round(filler, plan, two, mine):
    _, mill, dairy = two
    Offer.objects.create(candidate=mine, of=mill, employer="Earlier")
    page = filler.get(address(plan, "redlines")).content.decode()
    assert ("Mill" in page, "Dairy" in page, "Earlier" in page) == (True, True, False)
    plan.compared.set([dairy])
    page = filler.get(address(plan, "redlines")).content.decode()
    assert ("Mill" in page, "Dairy" in page) == (False, True)


def test_of_very_many_offers_the_newest_ten(filler, plan, two, mine):
    for number in range(10):
        Offer.objects.create(candidate=mine, employer=f"Works {number}", version=1)
    page = filler.get(address(plan, "redlines")).content.decode()
    assert ("Mill" in page, "Dairy" in page, "Works 0" in page, "Works 9" in page) == (False, False, True, True)


def test_earlier_rounds_take_nobodys_place(filler, plan, two, mine):
    for number in range(10):
        Offer.objects.create(candidate=mine, of=two[1], employer=f"Round {number}", version=1)
    page = filler.get(address(plan, "redlines")).content.decode()
    assert ("Mill" in page, "Dairy" in page) == (True, True)


def test_offers_that_other_steps_read_are_compared_only_if_the_plan_says_so(plan, two, mine):
    _, mill, dairy = two
    plan.offer = mill
    plan.compared.set([dairy])
    answers = load(plan, STEPS)
    assert [one.offer for one in answers.compared] == [dairy]
    assert set(answers.worth) == {str(mill.pk), str(dairy.pk)}
    plan.compared.clear()
    newer = [Offer.objects.create(candidate=mine, employer=f"Works {n}", version=1) for n in range(10)]
    assert [one.offer for one in load(plan, STEPS).compared] == newer


def test_rates_of_ones_own_are_read_with_the_offers(filler, plan, mine):
    RedLine.objects.create(plan=plan, kind="base_min", least=Decimal(90), version=1)
    Offer.objects.create(candidate=mine, employer="Mill", currency="CHF", base=100, version=1)
    assert "no exchange rate between CHF and USD" in filler.get(address(plan, "redlines")).content.decode()
    Rate.objects.create(candidate=mine, currency="CHF", other="USD", rate=Decimal("1.1"), as_of=SEEN, version=1)
    assert (
        "110 USD a year gross, by your rate of 2 March 2026" in filler.get(address(plan, "redlines")).content.decode()
    )


def test_the_page_asks_as_little_of_the_database_for_many_as_for_few(filler, plan, two, mine):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert filler.get(address(plan, "redlines")).status_code == 200
        return len(seen)

    for one in two[1:]:
        Term.objects.create(offer=one, label="Meals", amount=1)
        Offer.objects.filter(pk=one.pk).update(currency="CHF")
    few = queries()
    for number in range(8):
        one = Offer.objects.create(candidate=mine, employer=f"Works {number}", currency="CHF", version=1)
        row = RedLine.objects.create(plan=plan, kind="own", text=f"No {number}", version=1)
        RedLineMark.objects.create(row=row, offer=one, said="held")
        Term.objects.create(offer=one, label="Meals", amount=1)
    assert queries() == few <= 12
