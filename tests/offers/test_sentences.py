"""What stands beside the verdict: offers that have ended, and what nobody knows yet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.test import Client

from groundwork.money import Frame
from offers.calc.valuation import valuation
from offers.columns import lay
from offers.models import Offer
from offers.side_by_side import side_by_side
from tests import people

FRAME = Frame(currency="USD", period="year", basis="gross")
KNOWN = {"bonus_amount": Decimal(0), "sign_on": Decimal(0)}


def said(*offers):
    laid = lay([(offer, valuation(offer.to_terms([]))) for offer in offers], frame=FRAME)
    shown = side_by_side(laid, frame=FRAME, locale="en", today=date(2026, 11, 22))
    return [*shown["ended"], *shown["notes"]]


def test_an_offer_that_has_ended_is_named():
    old = Offer(employer="Mill", base=Decimal(100), expires=date(2026, 11, 21), **KNOWN)
    still = Offer(employer="Dairy", base=Decimal(90), expires=date(2026, 11, 22), **KNOWN)
    sentences = [text for text in said(old, still) if "ended" in text]
    assert sentences == ["The offer from Mill has ended: ask whether it still stands."]


def test_what_is_not_known_is_said_to_count_nowhere():
    open_one = Offer(employer="Mill", base=Decimal(100))
    sentences = [text for text in said(open_one, Offer(employer="Dairy", base=Decimal(90), **KNOWN)) if "Not" in text]
    assert sentences == ["Not known and not counted: bonus and sign-on payment from Mill."]


def test_a_new_offer_speaks_of_money_as_the_page_that_led_to_it(db):
    client = Client()
    client.force_login(people.account("owner"))
    page = client.get("/offers/new/?currency=EUR&basis=net&period=month").content.decode()
    assert '<option value="EUR" selected>' in page
    page = client.get("/offers/new/?currency=<b>&basis=x").content.decode()
    assert '<option value="USD" selected>' in page
