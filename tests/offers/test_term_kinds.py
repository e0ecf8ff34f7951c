"""The form of each kind of term: what it takes, and the sentence beside each answer that cannot be."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.models import Offer, Term
from offers.services import MOST_TERMS
from offers.term_forms import KINDS, TERM_FORMS
from tests.offers.typed import HTMX, send_kind, words

pytestmark = pytest.mark.django_db
NIGHTS = {"label": "Nights", "amount": "3", "period": "hour", "quantity": "8", "certainty": "likely"}
SALES = {"amount": "2000", "attainment": "80", "ramp_months": "3", "ramp_percent": "50", "certainty": "maybe"}
GRANT = {
    "label": "Grant",
    "amount": "40000",
    "market": "public",
    "schedule": "even",
    "vest_years": "4",
    "cadence": "12",
}
MINE = {"count": "10 000", "diluted": "10,000,000", "strike": "1", "last_price": "2"}
FIRST_PAID = {"preference": "5m", "preferred_percent": "40", "further_rounds": "1", "dilution": "20"}
ENDS = {"exit_1": "0", "odds_1": "60", "exit_2": "100m", "odds_2": "40"}
OPTIONS = MINE | FIRST_PAID | ENDS | {"schedule": "even", "vest_years": "4"}
GOOD: dict[str, dict[str, str]] = {
    "extra": {"label": "Car", "amount": "1200", "every": "year", "paid_in": "in_kind", "certainty": "likely"},
    "allowance": NIGHTS,
    "commission": SALES,
    "shares": GRANT,
    "options": OPTIONS,
    "refresher": {"amount": "6000", "vest_years": "4", "promise": "promised", "market": "public"},
    "purchase": {"amount": "2400", "percent": "15", "lookback": "yes"},
    "match": {"percent": "50", "cap_percent": "6", "own_percent": "8", "vest_months": "24"},
}
# By hand: 3 x 8 x 52; 2,000 x 80 %, half of it in three months, then all; 40,000 / 4;
# 6,000 granted at the end of each year, a quarter of each a year later; 2,400 x (1 / 0.85 - 1); 50 % x 6 % x 93,600.
FIRST_YEARS: dict[str, list[str]] = {
    "extra": ["1200", "1200"],
    "allowance": ["1248", "1248"],
    "commission": ["16800", "19200"],
    "shares": ["10000", "10000"],
    "refresher": ["0", "1500"],
    "purchase": ["423.53", "423.53"],
    "match": ["2808", "2808"],
}
PARTS = "Enter the percent of each year, such as 40, 30, 20, 10."
WORTH_OR_NUMBER = "Keep either the worth or the number of shares: the other can be left blank."
AMOUNT_OR_PERCENT = "Keep either the amount or the percent: the other can be left blank."
PERCENT, MONTHS = "Enter a number from 0 to 100.", "Enter a number from 0 to 120."
OWN = {"schedule": "own"}
BAD: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("extra", {"label": ""}, {"label": "Enter what it is."}),
    ("extra", {"every": "once", "year": ""}, {"year": "Enter the year in which it is paid, from 1 to 4."}),
    ("extra", {"clawback_months": "-6"}, {"clawback_months": MONTHS}),
    ("extra", {"premium": "-1"}, {"premium": "Enter 0 or more."}),
    ("allowance", {"percent": "25"}, {"percent": AMOUNT_OR_PERCENT}),
    ("allowance", {"quantity": ""}, {"quantity": "Enter how many a week, so that a year can be worked out."}),
    ("allowance", {"quantity": "169"}, {"quantity": "Enter a number from 0 to 168."}),
    ("allowance", {"period": "shift"}, {"period": "Choose one of these."}),
    ("commission", {"percent": "5", "quota": "100k"}, {"percent": AMOUNT_OR_PERCENT}),
    ("commission", {"amount": "", "percent": "5"}, {"quota": "Enter the quota: without it a percent is no amount."}),
    ("commission", {"attainment": "-1"}, {"attainment": "Enter a number from 0 to 1,000."}),
    ("commission", {"ramp_percent": "101", "delay_months": "x"}, {"ramp_percent": PERCENT, "delay_months": MONTHS}),
    ("shares", OWN | {"own_schedule": "40/30/20"}, {"own_schedule": "These parts add up to 90, not 100."}),
    ("shares", OWN | {"own_schedule": "25, 25, 25, 25.5"}, {"own_schedule": "These parts add up to 100.5, not 100."}),
    ("shares", OWN | {"own_schedule": "soon"}, {"own_schedule": PARTS}),
    ("shares", OWN | {"own_schedule": "10 " * 9 + "5 5"}, {"own_schedule": "Enter at most 10 years: these are 11."}),
    ("shares", {"vest_years": "0"}, {"vest_years": "Enter a whole number from 1 to 10."}),
    ("shares", {"vest_years": ""}, {"vest_years": "Enter the number of years."}),
    ("shares", {"vest_years": "2.5"}, {"vest_years": "Enter a whole number from 1 to 10."}),
    ("shares", {"cliff": "-1"}, {"cliff": "Enter a whole number from 0 to 120."}),
    ("shares", {"count": "100"}, {"count": WORTH_OR_NUMBER}),
    ("shares", {"count": "0", "amount": ""}, {"count": "Enter a whole number from 1 to 999,999,999,999."}),
    ("shares", {"growth": "-100"}, {"growth": "Enter a number from -99 to 300."}),
    ("options", {"diluted": "0"}, {"diluted": "Enter a whole number from 1 to 999,999,999,999."}),
    ("options", {"diluted": "10.5"}, {"diluted": "Enter a whole number from 1 to 999,999,999,999."}),
    ("options", {"share": "0.1"}, {"share": "Keep either all shares or your percent: the other can be left blank."}),
    ("options", {"odds_2": "30"}, {"odds_2": "Together these make 100 percent: now they make 90."}),
    ("options", {"exit_3": "1m"}, {"odds_3": "Enter how likely this sale price is."}),
    ("options", {"odds_2": "30", "odds_4": "10"}, {"exit_4": "Enter the sale price this likelihood is for."}),
    ("options", {"schedule": "own"}, {"own_schedule": PARTS}),
    ("options", {"strike": "-1"}, {"strike": "Enter 0 or more."}),
    ("options", {"further_rounds": "21"}, {"further_rounds": "Enter a whole number from 0 to 20."}),
    ("refresher", {"vest_years": "0"}, {"vest_years": "Enter a whole number from 1 to 10."}),
    ("refresher", {"promise": "sworn"}, {"promise": "Choose one of these."}),
    ("purchase", {"percent": "100"}, {"percent": "Enter a discount under 100: nobody gives shares away for nothing."}),
    ("purchase", {"percent": "-5"}, {"percent": "Enter a number from 0 to 300."}),
    ("match", {"cap_percent": "101", "vest_months": "-1"}, {"cap_percent": PERCENT, "vest_months": MONTHS}),
]  # fmt: skip


def ids(case: Any) -> str:
    return ",".join(f"{name}={text[:12]}" for name, text in case.items()) if isinstance(case, dict) else str(case)


def line_of(offer: Offer) -> Any:
    from offers.calc.valuation import valuation

    worth = valuation(offer.to_terms(offer.terms.all()))
    return next(line for line in worth.lines if line.part == 0)


@pytest.mark.parametrize("kind", TERM_FORMS)
def test_a_good_one_is_kept_shown_again_as_it_was_typed_and_counted(as_owner: Client, offer: Offer, kind: str):
    page = as_owner.get(reverse("term_new", args=[offer.pk, kind]))
    row = page.context["row"]
    assert page.context["action"] == reverse("term", args=[offer.pk, row.pk]) + f"?kind={kind}"
    assert send_kind(as_owner, offer, kind, row.pk, **GOOD[kind]).status_code == 302
    stored = offer.terms.get()
    assert (stored.pk, stored.kind, stored.draft) == (row.pk, kind, None)
    form = as_owner.get(reverse("term", args=[offer.pk, row.pk])).context["form"]
    assert type(form) is TERM_FORMS[kind]
    again = {name: str(form[name].value()) for name in GOOD[kind] if form.fields[name].prepare_value("x") == "x"}
    assert set(again) == set(GOOD[kind])
    send_kind(as_owner, offer, kind, row.pk, version=1, **again)
    same = Term.objects.get()
    assert all(getattr(same, name) == getattr(stored, name) for name in GOOD[kind])
    if kind in FIRST_YEARS:
        found = [round(amount, 2) for amount in line_of(offer).amounts[:2]]
        assert found == [Decimal(number) for number in FIRST_YEARS[kind]]


@pytest.mark.parametrize("period", ["hour", "month", "year"])
def test_a_percent_is_of_the_pay_for_such_hours_whatever_an_amount_would_be_for(
    as_owner: Client, offer: Offer, period: str
):
    typed = {"label": "Nights", "percent": "25", "quantity": "8", "period": period, "certainty": "likely"}
    assert send_kind(as_owner, offer, "allowance", uuid.uuid4(), **typed).status_code == 302
    assert line_of(offer).amounts[0] == 4680  # 93,600 x 8 / 40 x 25 %
    assert "25 % on top of the hour · 8 hours a week" in words(as_owner.get(reverse("offer", args=[offer.pk])))


def test_options_are_worked_out_from_who_is_paid_first(as_owner: Client, offer: Offer):
    send_kind(as_owner, offer, "options", uuid.uuid4(), **OPTIONS)
    line = line_of(offer)
    assert not line.counted
    # 10,000 of 10,000,000 are 0.1 %, after one round 0.08 %. Of 100 m investors turn their 40 % into shares:
    # 80,000 less 10,000 for the strike is 70,000; in 40 of 100 cases. A quarter of 28,000 a year.
    assert [round(amount) for amount in line.amounts] == [7000] * 4


@pytest.mark.parametrize(("kind", "typed", "errors"), BAD, ids=ids)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    as_owner: Client, offer: Offer, kind: str, typed: dict[str, str], errors: dict[str, str]
):
    pk, sent = uuid.uuid4(), GOOD[kind] | typed
    response = send_kind(as_owner, offer, kind, pk, **sent)
    assert response.status_code == 422
    assert response.context["form"].errors == {name: [message] for name, message in errors.items()}
    page = response.content.decode()
    for name in errors:
        assert f'id="id_{name}_error"' in page
    again = as_owner.get(reverse("term", args=[offer.pk, pk])).context["form"]
    for name, text in sent.items():
        assert response.context["form"][name].value() == again[name].value() == text
    stored = offer.terms.get()
    assert (stored.kind, stored.amount, stored.draft["label"] if "label" in sent else None) == (
        kind,
        None,
        [sent["label"]] if "label" in sent else None,
    )
    assert send_kind(as_owner, offer, kind, pk, version=1, **GOOD[kind]).status_code == 302
    assert offer.terms.get().draft is None


def test_the_rest_of_the_offer_still_computes_beside_one_that_cannot_be_used(as_owner: Client, offer: Offer):
    send_kind(as_owner, offer, "shares", uuid.uuid4(), **GRANT | {"vest_years": "0"})
    assert "98,600" in words(as_owner.get(reverse("offer_value", args=[offer.pk])))
    assert "Not finished" in words(as_owner.get(reverse("offer", args=[offer.pk])))


def test_a_strike_above_the_price_is_taken_and_said(as_owner: Client, offer: Offer):
    assert send_kind(as_owner, offer, "options", uuid.uuid4(), **OPTIONS | {"strike": "3"}).status_code == 302
    page = as_owner.get(reverse("offer_value", args=[offer.pk]))
    assert page.context["shown"].paper[0]["under_water"]
    assert "The strike price is not below the last price of a share" in words(page)


def test_while_one_types_a_draft_is_kept_and_the_kind_too(as_owner: Client, offer: Offer):
    address = reverse("term", args=[offer.pk, uuid.uuid4()])
    typed = {"version": "0", "client": str(uuid.uuid4()), "seq": "1", "then": ""}
    response = as_owner.post(f"{address}?kind=match", typed | {"percent": "half"}, headers=HTMX)
    assert response.status_code == 200
    assert (offer.terms.get().kind, offer.terms.get().draft["percent"]) == ("match", ["half"])
    assert "half" in as_owner.get(address).content.decode()


def test_the_kind_of_a_term_is_settled_by_its_first_save(as_owner: Client, offer: Offer):
    pk = uuid.uuid4()
    send_kind(as_owner, offer, "match", pk, **GOOD["match"])
    address = reverse("term", args=[offer.pk, pk])
    as_owner.post(f"{address}?kind=shares", GRANT | {"version": "1", "then": "continue", "kind": "shares"})
    assert offer.terms.get().kind == "match"


def test_a_kind_that_is_none_has_no_page(as_owner: Client, offer: Offer):
    assert as_owner.get(reverse("term_new", args=[offer.pk, "yacht"])).status_code == 404


def test_each_kind_can_be_picked_and_what_is_there_once_is_not_offered_twice(as_owner: Client, offer: Offer):
    page = as_owner.get(reverse("term_pick", args=[offer.pk]))
    for kind in KINDS:
        assert kind.title in words(page)
        assert reverse("term_new", args=[offer.pk, kind.kind]) in page.content.decode()
    for kind in KINDS:
        Term.objects.create(offer=offer, version=1, kind=kind.kind)
    left = {kind.kind for kind, _ in as_owner.get(reverse("term_pick", args=[offer.pk])).context["kinds"]}
    assert {kind.kind for kind in KINDS} - left == {"refresher", "purchase"}


def test_there_are_at_most_forty(as_owner: Client, offer: Offer):
    Term.objects.bulk_create([Term(offer=offer, version=1) for _ in range(MOST_TERMS)])
    response = as_owner.get(reverse("term_new", args=[offer.pk, "extra"]), follow=True)
    assert "An offer holds at most 40 entries." in words(response)
