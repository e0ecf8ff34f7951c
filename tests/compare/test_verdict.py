"""What the comparison says in a sentence, and the context it is shown with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from groundwork.money import Frame
from offers.calc.comparison import compare
from offers.calc.valuation import valuation
from offers.columns import lay
from offers.models import Offer, Term
from offers.side_by_side import side_by_side
from offers.summary import days_left
from offers.verdict import verdict


def offer(employer: str, base: Any = None, **values: Any) -> Offer:
    return Offer(employer=employer, currency="EUR", base=None if base is None else Decimal(base), **values)


def beside(*rows: tuple[Offer, list[Term]], currency: str = "EUR") -> dict[str, Any]:
    """What the page is told, from rows that were never stored."""
    frame = Frame(currency=currency, period="year", basis="gross")
    laid = lay([(one, valuation(one.to_terms(terms))) for one, terms in rows], frame=frame)
    return side_by_side(laid, frame=frame, locale="en", today=date(2026, 11, 22))


def said(*offers: Offer) -> str:
    worths = [valuation(one.to_terms([])) for one in offers]
    return " ".join(verdict(compare(worths, currency="EUR"), "en"))


def test_the_leader_by_how_much_and_over_whom():
    assert said(offer("A", 100), offer("B", 90), offer("C", 95)) == (
        "A leads in what is guaranteed: 400 EUR gross over four years, 20 EUR gross more than C."
    )


def test_pay_that_is_less_sure_can_leave_the_lead_as_it_is():
    likely = offer("A", 100, bonus_amount=Decimal(5), bonus_certainty="likely")
    assert said(likely, offer("B", 90)).endswith("Counting likely and maybe pay does not change who leads.")


@pytest.mark.parametrize(
    ("certainty", "start"), [("likely", "With likely pay"), ("maybe", "With likely and maybe pay")]
)
def test_pay_that_is_less_sure_can_change_the_lead(certainty: str, start: str):
    other = offer("B", 90, bonus_amount=Decimal(15), bonus_certainty=certainty)
    assert said(offer("A", 100), other).endswith(f"{start} counted too, B leads, by 20 EUR gross.")


def test_pay_that_is_less_sure_can_make_a_tie():
    other = offer("B", 90, bonus_amount=Decimal(10), bonus_certainty="likely")
    assert "With likely pay counted too, all bring the same." in said(offer("A", 100), other)
    assert "With likely pay counted too, A and B lead together." in said(offer("A", 100), other, offer("C", 1))


def test_a_lead_that_is_made_by_pay_that_comes_once_is_called_that():
    assert said(offer("A", 90, sign_on=Decimal(50)), offer("B", 100)).endswith(
        "That lead is made by pay that comes once: of what comes every year, B brings 10 EUR a year gross more."
    )
    assert said(offer("A", 90, sign_on=Decimal(50)), offer("B", 90)).endswith(
        "Pay that comes once makes the difference: every year, A and B bring the same."
    )
    assert "once" not in said(offer("A", 100, sign_on=Decimal(50)), offer("B", 90))


def test_a_lead_that_is_made_by_pay_that_grows_is_not_called_pay_that_comes_once():
    growing = offer("A", 90, next_base=Decimal(110), next_months=Decimal(12))
    assert said(growing, offer("B", 90, sign_on=Decimal(5))) == (
        "A leads in what is guaranteed: 420 EUR gross over four years, 55 EUR gross more than B."
    )


def test_equal_offers():
    assert said(offer("A", 100), offer("B", 100)).startswith("On pay they are equal: each brings 400 EUR gross")
    bonus = offer("B", 100, bonus_amount=Decimal(1), bonus_certainty="maybe")
    assert said(offer("A", 100), bonus) == (
        "What is guaranteed is the same everywhere: 400 EUR gross over four years."
        " With likely and maybe pay counted too, B leads, by 4 EUR gross."
    )
    assert said(offer("A", 100), offer("B", 100), offer("C", 1)).startswith(
        "A and B lead together in what is guaranteed: 400 EUR gross over four years each."
    )


def test_one_offer_none_and_none_that_can_be_compared():
    assert said(offer("A", 100)).endswith("There is no second offer to compare it with yet.")
    assert said() == "You have not entered an offer yet."
    assert said(offer("A")).startswith("None of your offers can be compared yet.")


def test_a_long_name_is_cut_for_the_sentence():
    assert "x" * 59 + "…" in said(offer("x" * 200, 100))


def test_an_equal_lead_is_called_equal():
    guaranteed = beside(*((one, []) for one in (offer("A", 100), offer("B", 100), offer("C", 1))))["sections"][1]
    assert [cell.leads for cell in guaranteed.lines[0].cells] == ["equal most", "equal most", ""]


def test_rows_that_were_never_stored_are_compared_without_a_query():
    """No `db` mark: a query would fail here."""
    one = Offer(employer="A", currency="XAC", base=Decimal(100))
    extra = Term(offer=one, label="Car", amount=Decimal(5))
    context = beside((one, [extra]), (Offer(employer="B", currency="XAC", base=Decimal(1)), []), currency="XAC")
    assert context["verdict"][0].startswith("A leads in what is guaranteed: 420 acorns gross over four years")
    assert [line.cells[0].text for line in context["sections"][0].lines][-1] == (
        "Car: 5 acorns a year gross, counted as guaranteed"
    )


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-5, "passed 5 days ago"),
        (-1, "passed yesterday"),
        (0, "today is the last day"),
        (1, "1 day left"),
        (2, "2 days left"),
    ],
)
def test_days_left(days: int, text: str):
    assert days_left(date(2026, 11, 10 + days), date(2026, 11, 10)) == text
