"""Would you swap? The questions, their answers, and what they make of the offers."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from negotiation import services
from negotiation.models import Swap, SwapMark, Swaps
from negotiation.steps import BY_SLUG
from negotiation.steps.criteria import laid_of
from negotiation.steps.swaps_worth import in_money, priced, start_of
from offers.models import Offer, Rate
from tests import people
from tests.offers.typed import words
from tests.steps.sending import address

STEP = BY_SLUG["swaps"]


@pytest.fixture
def plan(plan):
    plan.currency = "EUR"
    plan.save()
    Swaps.objects.create(plan=plan, pay=60_000)
    return plan


def swap(plan, kind="leave", quantity=5, **values):
    return Swap.objects.create(plan=plan, kind=kind, quantity=quantity, version=1, **values)


def ask_of(plan, row):
    return address(plan, "swaps", row.pk, "ask")


def say(filler, plan, row, said, turn=None):
    row.refresh_from_db()
    return filler.post(ask_of(plan, row), {"said": said, "turn": len(row.asked) if turn is None else turn})


def question(filler, plan, row):
    """What is asked now, as a number; None once nothing is."""
    found = re.search(r"That is ([\d,.]+) EUR a year gross less", words(filler.get(ask_of(plan, row))))
    return Decimal(found[1].replace(",", "")) if found else None


def somebody(filler, plan, row, hidden):
    """Somebody who knows what it is worth to them answers until nothing is asked any more."""
    for turn in range(9):
        amount = question(filler, plan, row)
        if amount is None:
            return turn
        say(filler, plan, row, "yes" if amount < hidden else "no")
    raise AssertionError("more than eight questions")


@pytest.mark.parametrize("hidden", [80, 1234, 5000, 22_000])
def test_at_most_eight_answers_find_a_hidden_price_within_a_tenth(filler, plan, hidden):
    row = swap(plan)
    assert somebody(filler, plan, row, Decimal(hidden)) <= 8
    answers = services.load_for(plan, STEP)
    (found,) = priced(answers)
    assert abs(found.price - hidden) <= Decimal(hidden) / 10
    assert found.unit == found.price / 5
    page = words(filler.get(address(plan, "swaps")))
    assert "5 more paid days off a year: Worth about" in page
    assert "One day: about" in page


def test_all_the_same_ends_it_at_once(filler, plan):
    row = swap(plan, "remote", 1)
    amount = question(filler, plan, row)
    say(filler, plan, row, "same")
    assert question(filler, plan, row) is None
    assert priced(services.load_for(plan, STEP))[0].price == amount
    assert "1 more day a week from home Worth about" in words(filler.get(ask_of(plan, row)))


def test_worth_nothing_and_not_for_sale_are_said(filler, plan):
    none, all_of_it = swap(plan), swap(plan, "title", None, order=1)
    somebody(filler, plan, none, Decimal(0))
    somebody(filler, plan, all_of_it, Decimal(1_000_000))
    assert "You would give up next to no pay for it." in words(filler.get(ask_of(plan, none)))
    assert "You would not give it up even for 30,000 EUR a year gross." in words(filler.get(ask_of(plan, all_of_it)))
    assert len(Swap.objects.get(pk=none.pk).asked) == len(Swap.objects.get(pk=all_of_it.pk).asked) == 3
    assert [(one.row.kind, one.price) for one in priced(services.load_for(plan, STEP))] == [("leave", 0)]


def test_an_answer_pressed_twice_counts_once_and_one_of_another_tab_is_not_lost(filler, plan):
    row = swap(plan)
    say(filler, plan, row, "yes", turn=0)
    again = filler.post(ask_of(plan, row), {"said": "yes", "turn": 0}, follow=True)
    assert "This had been answered already" in words(again)
    row.refresh_from_db()
    assert [one.said for one in row.asked] == ["yes"]


def test_answers_are_taken_back_one_by_one_or_all(filler, plan):
    row = swap(plan)
    first = question(filler, plan, row)
    for said in ("yes", "no", "yes"):
        say(filler, plan, row, said)
    say(filler, plan, row, "back")
    row.refresh_from_db()
    assert [one.said for one in row.asked] == ["yes", "no"]
    say(filler, plan, row, "again")
    row.refresh_from_db()
    assert (row.asked, row.start) == ((), None)
    assert question(filler, plan, row) == first


def test_the_pay_it_starts_from_stays_while_questions_are_open(filler, plan):
    row = swap(plan)
    say(filler, plan, row, "yes")
    second = question(filler, plan, row)
    Swaps.objects.update(pay=6_000_000)
    assert question(filler, plan, row) == second


def test_without_any_pay_it_says_what_it_needs_and_an_offer_gives_it(filler, plan, mine):
    Swaps.objects.update(pay=None)
    row = swap(plan)
    assert "The questions start from a pay a year, and none is known yet." in words(filler.get(ask_of(plan, row)))
    assert say(filler, plan, row, "yes").status_code == 302
    row.refresh_from_db()
    assert row.asked == ()
    plan.offer = Offer.objects.create(candidate=mine, base=4_000, period="month", payments="13", currency="EUR")
    plan.save()
    assert start_of(services.load_for(plan, STEP)) == 52_000


def test_an_answer_that_is_none_and_somebody_elses_question_are_not_there(filler, plan):
    row = swap(plan)
    for data in (
        {},
        {"said": "perhaps", "turn": 0},
        {"said": "yes"},
        {"said": "yes", "turn": "x"},
        {"said": "yes", "turn": "-1"},
    ):
        assert filler.post(ask_of(plan, row), data).status_code == 404
    theirs = swap(people.empty_plan(people.account("stranger")))
    assert filler.get(ask_of(plan, theirs)).status_code == 404
    assert filler.post(ask_of(plan, theirs), {"said": "yes", "turn": 0}).status_code == 404


def test_what_is_typed_in_an_open_tab_survives_an_answer(filler, plan):
    row = swap(plan, draft={"kind": ["leave"], "quantity": ["many"]})
    say(filler, plan, row, "yes")
    row.refresh_from_db()
    assert row.draft == {"kind": ["leave"], "quantity": ["many"]}


def test_how_much_of_it_has_to_be_said_and_fits_a_week(filler, plan):
    row = Swap(plan=plan)
    values = {"kind": "remote", "version": 0, "then": "continue"}
    answer = filler.post(address(plan, "swaps", row.pk), values)
    assert "Enter how many days a week from home." in words(answer)
    answer = filler.post(address(plan, "swaps", row.pk), values | {"quantity": "8", "version": 1})
    assert "A week has 7 days." in words(answer)
    assert answer.status_code == 422


def offers(mine):
    values = ((100_000, 20, 1, 45), (90_000, 30, 3, 40))
    return [
        Offer.objects.create(
            candidate=mine, employer=name, base=base, currency="EUR", leave_days=leave, remote_days=remote,
            hours_week=hours, bonus_amount=0, sign_on=0, version=1,
        )
        for name, (base, leave, remote, hours) in zip("AB", values, strict=True)
    ]  # fmt: skip


def test_offers_in_ones_own_prices(filler, plan, mine):
    a, b = offers(mine)
    swap(plan, "leave", 5, price=1000)
    swap(plan, "remote", 1, price=2000, order=1)
    swap(plan, "hours", 2, price=1500, order=2)
    title = swap(plan, "title", None, price=700, order=3)
    SwapMark.objects.create(row=title, offer=a, said="yes")
    answers = services.load_for(plan, STEP)
    _, worth = in_money(answers, laid_of(answers))
    assert worth[a.pk].each == (0, 0, 0, 700)
    assert worth[b.pk].each == (2000, 4000, 3750, None)  # 10 days at 200, 2 days at 2,000, 5 hours at 750
    page = words(filler.get(f"/plans/{plan.pk}/compare/"))
    assert "Some of what you priced is not known of B, and not counted there." in page
    assert "Counting what you priced" not in page  # of two, one is not known
    SwapMark.objects.create(row=title, offer=b, said="no")
    page = words(filler.get(f"/plans/{plan.pk}/compare/"))
    assert "Counting what you priced yourself, A comes to most over four years, 3,800 EUR gross ahead." in page
    assert "Paid days off, 200 EUR a year gross for each day" in page
    swap(plan, "commute", 10, price=5000, order=4)
    Offer.objects.filter(pk=a.pk).update(commute_minutes=40, commute_days=5)
    Offer.objects.filter(pk=b.pk).update(commute_minutes=20, commute_days=5)
    page = words(filler.get(f"/plans/{plan.pk}/compare/"))
    assert "B comes to most over four years, 36,200 EUR gross ahead, though it does not pay most." in page


def test_prices_go_into_other_money_by_ones_own_rate_or_not_at_all(plan, mine):
    offers(mine)
    swap(plan, "leave", 5, price=1000)
    Offer.objects.update(currency="GBP")
    answers = services.load_for(plan, STEP)
    assert in_money(answers, laid_of(answers)) == ([], {})
    Rate.objects.create(candidate=mine, currency="EUR", other="GBP", rate="0.5", as_of="2026-11-01", version=1)
    answers = services.load_for(plan, STEP)
    laid = laid_of(answers)
    _, worth = in_money(answers, laid)
    assert sorted(one.total for one in worth.values()) == ([0, 2000] if laid.currency == "EUR" else [0, 1000])


def test_prices_before_tax_are_not_put_onto_pay_after_it(plan, mine):
    offers(mine)
    Offer.objects.update(basis="net")
    swap(plan, "leave", 5, price=1000)
    answers = services.load_for(plan, STEP)
    assert in_money(answers, laid_of(answers)) == ([], {})


def test_answers_about_one_thing_are_no_price_of_another(filler, plan):
    row = swap(plan)
    say(filler, plan, row, "same")
    row.refresh_from_db()
    values = {"kind": "leave", "quantity": "5", "then": "continue"}
    filler.post(address(plan, "swaps", row.pk), values | {"version": row.version})
    row.refresh_from_db()
    assert len(row.asked) == 1
    filler.post(address(plan, "swaps", row.pk), values | {"quantity": "20", "version": row.version})
    row.refresh_from_db()
    assert (row.quantity, row.asked, row.start) == (20, (), None)


def test_of_a_thing_with_a_typed_price_nothing_is_asked(filler, plan):
    row = swap(plan, price=1234)
    page = words(filler.get(ask_of(plan, row)))
    assert "Worth about 1,234 EUR a year gross to you. You typed this price yourself." in page
    assert "Question 1" not in page
    say(filler, plan, row, "yes", turn=0)
    row.refresh_from_db()
    assert row.asked == ()


def test_a_pay_that_no_column_holds_is_not_known(filler, plan, mine):
    Swaps.objects.update(pay=None)
    huge = {"base": Decimal("999999999999"), "period": "hour", "hours_week": 100}
    plan.offer = Offer.objects.create(candidate=mine, currency="EUR", **huge)
    plan.save()
    row = swap(plan)
    assert "none is known yet" in words(filler.get(ask_of(plan, row)))
    assert say(filler, plan, row, "yes").status_code == 302


def test_the_next_thing_without_a_price_is_offered(filler, plan):
    row = swap(plan)
    later = swap(plan, "remote", 1, order=1)
    say(filler, plan, row, "same")
    page = filler.get(ask_of(plan, row)).content.decode()
    assert "Next: 1 more day a week from home" in page
    assert ask_of(plan, later) in page
